"""Several people or units in one message, each before a task of his own: "VP 4 đạt 20%, KT 4 đạt 30%", "Lan 7 60%, Hoa 31 70%"."""

import re

from bot.understanding.directory import Directory
from bot.understanding.for_whom import SAYS_OF_TASK, named_at
from bot.understanding.intents import Understanding
from bot.understanding.line import read_line
from bot.understanding.whole import contradict
from bot.understanding.words import DONE

_BREAK = re.compile(r"(?:[;,]|\.(?= )| va)+ ?|\n+")
_THEN = re.compile(rf" ?:? ?(?<=[ :])(?:{SAYS_OF_TASK}|(?:(?:da|vua|moi|lam) )*{DONE} (?:(?:viec|nhiem vu|nv) )?#?\d)")
#: An order goes on with its other names: "nhắc Lan 7 chưa xong, Hoa 31 chưa xong".
_ORDER = re.compile(
    r"(?:(?:da|em|anh|chi|bot|oi|nho) )*(?:nhac|don doc|giuc|thuc|giao|chuyen|phan cong|duyet|tra|hoi|xem)\b"
)


def by_name(text: str, directory: Directory) -> list[str]:
    """The message cut before each further name that opens what is told of a task; the whole where there is none."""
    line = read_line(text)
    if _ORDER.match(line.norm):
        return [text]
    out: list[str] = []
    at = 0
    for found in _BREAK.finditer(line.norm):
        end = named_at(line, found.end(), directory)
        if end and re.search(r"\d", line.norm[at : found.start()]) and _THEN.match(line.norm, end):
            out.append(line.part(at, found.start()).text)
            at = found.end()
    return [*out, line.part(at, len(line.norm)).text] if out else [text]


def side_by_side(read: list[Understanding]) -> Understanding:
    """What each of them says, in order; what stands against another is asked about with the rest."""
    acts = tuple(act for each in read for act in each.acts)
    clash = contradict(list(acts))
    unsure = [each for each in read if not each.sure]
    if not (unsure or clash):
        return Understanding(acts)
    asked = acts if clash else tuple(act for each in unsure for act in each.readings)
    apart = not clash and all(each.readings for each in unsure)
    certain = tuple(act for each in read for act in (each.acts if each.sure else each.certain))
    return Understanding(acts, sure=False, readings=asked, certain=certain if apart else ())
