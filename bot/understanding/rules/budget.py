"""What the bot's plan with its platform still allows: "gói Zalo", "gói cước", "còn bao nhiêu tin Zalo"."""

import re

from bot.understanding.clause import Clause
from bot.understanding.intents import Act, Intent

_BOT = r"(?:zalo|telegram|tele|bot|he thong)"
_PACK = r"(?:goi(?: (?:cuoc|tin|dich vu|tin nhan))*|han muc(?: (?:tin|tin nhan|goi))*|ngan sach tin(?: nhan)?|quota)"
_COUNT = r"(?:bao nhieu|may)"
_WHAT = r"(?:tin(?: nhan)?|luot(?: tin| nhan)?|nguoi|cho|suat)"
_SPENT = r"(?:con(?: lai| duoc| gui)?|(?:da )?(?:gui|dung|het|xai)|su dung)"
_WHEN = r"(?:thang nay|hom nay|den nay|toi nay|hien tai|hien|gio|bay gio)"
_END = rf"(?:,? (?:{_WHEN}|nua|roi|vay|the|thi|con(?: lai)?|duoc|nhi|em|anh|chi|chua|khong|sao roi|the nao|(?:da )?(?:gui|dung|het|xai)|su dung|{_COUNT}(?: {_WHAT})?|cua {_BOT}|cua co quan))*"
_ASKED = re.compile(
    rf"(?:(?:xem|kiem tra|cho hoi|cho (?:em|anh|chi|toi|minh) (?:xem|hoi|biet)|{_WHEN}),? )*(?:"
    rf"{_PACK}(?: (?:cua )?{_BOT})?{_END}"
    rf"|(?:{_BOT} )?{_SPENT} (?:duoc )?{_COUNT} {_WHAT}(?: nua)?(?: (?:cua|tren|qua|o|voi|trong|goi|{_BOT}))* (?:{_BOT}|goi){_END}"
    rf"|{_BOT} (?:{_WHEN} )?{_SPENT}(?: (?:duoc|het))* {_COUNT} {_WHAT}{_END}"
    rf"|(?:{_BOT} )?(?:{_WHEN} )?(?:da |con )?(?:nhan|nhan tin|nhan gui)(?: (?:duoc|di|ra|het))* {_COUNT} tin(?: nhan)?{_END}"
    rf"|(?:da )?(?:gui|nhan|dung|xai) (?:duoc |het )?{_COUNT} tin nhan{_END}"
    rf"|{_BOT} (?:{_WHEN} )?(?:sap |da |gan )?het (?:tin|goi|han muc|quota){_END}"
    r")"
)


def budget_asked(c: Clause) -> Act | None:
    """ "Gọi Zalo cho anh Nam" is no pack; the accents say it, and the whole clause has to be about it."""
    if c.ids or c.context == "group" or "gọi" in c.line.text.lower().split():
        return None
    asked = _ASKED.fullmatch(c.core) or _ASKED.fullmatch(c.norm.strip(" ?.!"))  # "bot còn mấy tin" does not address it
    return c.act(Intent.bot_budget, task_ids=()) if asked else None
