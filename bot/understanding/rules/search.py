"""Looking for work by its words: "tìm việc tập huấn", "việc nào về chuyển đổi số"."""

import re

from bot.understanding.clause import Clause
from bot.understanding.intents import Act, Intent
from bot.understanding.numbers import EVIDENCE

_ME = r"(?:toi|em|anh|chi|minh)"
_WORK = r"(?:(?:nhung |cac )?(?:viec|nhiem vu|dau viec|cong viec|phan viec))"
_FIND = rf"(?:tim kiem|tim|tra cuu|search|find)(?: (?:giup|ho|cho|ra|xem|lai))*(?: {_ME}\b)?"
_ABOUT = r"(?:ve|lien quan(?: den| toi)?|co (?:chu|tu|noi dung|ten)|noi dung)"
_SHOW = rf"(?:(?:xem|loc|liet ke|co|con|danh sach|cho {_ME}) )*"
_QUERIES = (
    re.compile(rf"(?:cho {_ME} )?{_FIND} {_WORK}(?: nao| gi)?(?: {_ABOUT})?:? (?P<words>.+)"),
    re.compile(rf"(?:cho {_ME} )?{_FIND}(?: {_ABOUT})?:? (?!(?:tin|bai)\b|hieu|nguoi|cach|duoc|khong|thay|ra|mai|hoai|{_WORK})(?P<words>.+)"),
    re.compile(rf"{_SHOW}{_WORK}(?: (?:nao|gi))? {_ABOUT} (?P<words>.+)"),
    # What number it has: "việc kiểm tra CCHC là số mấy", "KH 45 là của việc nào".
    re.compile(rf"(?:cai )?{_WORK} (?P<words>.+?)(?: (?:la|mang|co))*(?: {_WORK})? so (?:may|nao|bao nhieu)"),
    re.compile(rf"so (?:may|nao)(?: thi)? la {_WORK} (?P<words>.+)"),
    re.compile(rf"(?P<words>{EVIDENCE.pattern})(?: (?:la|thuoc|nam o|thi))*(?: cua)? {_WORK}(?: so)? (?:nao|gi|may)"),
)  # fmt: skip
#: Whose, when and how it stands are other questions; what is told of work is none.
_OTHER = re.compile(
    rf"cua|(?:cua )?(?:{_ME}|ai|(?:cac )?(?:phong|don vi|trung tam|ban)(?: \w+)?)|(?:bi |dang )?(?:qua|tre|den|sap|het|co|chua co|khong co)\b.*\b(?:han|moc)\b.*"
    r"|chua .*|cham.*|tre|moi|nay|do|kia|khac|gap|gi|nao|lam|truoc|sau|nha|som"
)
_TOLD = r"xong|hoan thanh|da|dang|vuong|se|xin|duyet|giao|roi|nhac|chua|lui|huy|bo"
_POLITE = re.compile(r"(?:[ ,]+(?:khong|nao|a|nhe|em|bot|voi|giup|di|the|nhi|vay|ha|gi))+$")


def searched(c: Clause) -> Act | None:
    """The words looked for, as typed; None where something else is asked of work."""
    if c.ids or c.context == "group" or c.person:
        return None
    for query in _QUERIES:
        found = query.fullmatch(c.core)
        if not found:
            continue
        words = _POLITE.sub("", found["words"]).strip(" \"'.,?!:")
        start = c.norm.find(words, c.norm.find(c.core))
        if len(words) < 2 or start < 0 or _OTHER.fullmatch(words) or c.has(_TOLD):
            return None
        return c.act(Intent.search, text=c.line.typed(start, start + len(words)))
    return None
