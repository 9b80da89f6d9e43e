""" "Cơ quan xưng là UBND phường", "cho bot xưng là trợ lý": how the office calls itself in its messages."""

import re

from bot.understanding.intents import Act, Intent, Slots
from bot.understanding.line import read_line
from bot.understanding.words import QUESTION_END, asks_by_word

_LEAD = (
    r"(?:(?:da|vang|em|anh|chi|oi|nho em|tu (?:nay|gio|bay gio|hom nay)(?: tro di)?|de nghi)[ ,]+)*(?:(?:cho|de|hay) )?"
)
_WHO = r"(?P<who>bot|em|tro ly|he thong|co quan|phuong|uy ban|ubnd|don vi|van phong)(?: (?:minh|ta|nay))?"
_SAID = (
    re.compile(rf"{_LEAD}{_WHO}(?: (?:se|thi|nen|hay))* (?:tu )?(?:xung|xung h[oô]|xung danh|xung ten|goi minh|goi ten)(?: (?:la|bang|thanh))+ (?P<name>.+)"),
    re.compile(rf"{_LEAD}(?:doi|dat|sua)(?: lai)? (?:cach )?(?:xung h[oô]|xung|ten goi|goi)(?: cua)? {_WHO}(?: (?:thanh|la|sang))+ (?P<name>.+)"),
    # "Gọi": only the agency or the bot by name, for "em" and "văn phòng" may be somebody else.
    re.compile(rf"{_LEAD}goi(?: ten)? (?P<who>bot|tro ly|co quan|phuong|uy ban|ubnd)(?: (?:minh|ta|nay|nha))?(?: (?:la|bang|thanh))+ (?P<name>.+)"),
)  # fmt: skip
_BOT = frozenset(("bot", "em", "tro ly", "he thong"))
LONGEST = 60


def office_named(text: str) -> Act | None:
    """`title` is the name as typed; mode "bot" where the bot's own word for itself is meant."""
    if len(text) > 120 or "\n" in text.strip():
        return None
    line = read_line(text)
    found = next((hit for pattern in _SAID if (hit := pattern.fullmatch(line.norm.strip(" .!")))), None)
    if not found or QUESTION_END.search(line.norm) or asks_by_word(line.norm):
        return None
    name = re.sub(r"(?: (?:nhé|nhe|ạ|giúp em|đi))+$", "", line.typed(*found.span("name"))).strip(" \"“”'.")
    if not 2 <= len(name) <= LONGEST:
        return None
    return Act(Intent.name_office, Slots(title=name, mode="bot" if found["who"] in _BOT else None))
