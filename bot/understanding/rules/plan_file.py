"""The plan's own document wanted back: "file kế hoạch đâu", "gửi lại file kế hoạch CCHC", "cho xin bản kế hoạch"."""

import re

from bot.understanding.clause import Clause
from bot.understanding.intents import Act, Intent

_ME = r"(?:em|anh|chi|toi|minh|tui)"
_WANT = (
    rf"(?:(?:{_ME} )?(?:can|muon|xin|tai ve|tai xuong|lay|mo|xem|in|download)(?: (?:xin|xem|lay|co|lai|ve|giup|cho|{_ME}))*"
    rf"|cho (?:{_ME} |phong {_ME} )?(?:xin|xem|lay|muon)(?: (?:lai|xem|giup|{_ME}))*"
    rf"|cho {_ME}"
    rf"|(?:bot |{_ME} )?gui (?:lai|giup|cho|ho)(?: (?:lai|giup|cho|ho|{_ME}|phong {_ME}|moi nguoi))*"
    rf"|(?:bot )?gui {_ME}(?: (?:xin|lai|xem))*)"
)
_FILE = r"(?:file|tep|ban|van ban|toan van)(?: (?:goc|mem|cung|day du|chinh thuc|word|pdf|docx|scan|excel|moi|moi nhat|cua))*"
_POLITE = rf"(?:(?:voi|nhe|a|di|lai|len day|day|vao day|duoc khong|giup {_ME}|cho {_ME}(?: (?:xem|xin))?|{_ME}|bot|oi)(?: |$))*"
_WHERE = r"(?:dau|o dau|nam o dau|lay o dau|co khong|con khong)(?: (?:roi|vay|the|nhi|a|em|anh|chi|bot|ta))*"
#: Words that no plan is called by: what follows says something else.
_TITLE = r"(?P<title>(?: (?!(?:dau|o|voi|nhe|a|di|cho|giup|len|xong|da|chua|roi|viec|trinh|ky|nop|gui|thang|tuan|duoc|con|co|cua|em|toi|ra|de|va|thi|la|vao|lai|nay)\b)[^\s?,;:]+){0,6}?)"
_PLAN = rf"(?:ke hoach|kh){_TITLE}"
_WANTED = re.compile(rf"{_WANT} {_FILE} {_PLAN}(?: {_POLITE})?")
_LOOKED_FOR = re.compile(rf"(?:(?:cai|cho hoi|co|con) )?{_FILE} {_PLAN}(?: (?:{_WHERE}|khong))?")
#: Of somebody who brings no plans in: "gửi file kế hoạch", "tải tệp kế hoạch".
_FETCHED = re.compile(rf"(?:gui|tai) (?:file|tep) {_PLAN}(?: {_POLITE})?")
#: Of a product or a paper by its kind: "xin bản kế hoạch kiểm tra đã ký".
_OF_SOMETHING_ELSE = r"nhap|ra soat|bao cao|du thao|minh chung"


def plan_file_wanted(c: Clause) -> Act | None:
    """Whoever hands something in says "em gửi"; only the wish to have it, or a question where it is, counts."""
    if c.ids or c.context == "group" or c.has(_OF_SOMETHING_ELSE):
        return None
    if c.role == "staff" and re.match(r"(?:(?:da|vang|thua|bao cao) )*(?:em|toi) gui", c.norm):
        return None
    found = _WANTED.fullmatch(c.core) or _LOOKED_FOR.fullmatch(c.core)
    found = found or (_FETCHED.fullmatch(c.core) if c.role == "staff" else None)
    if not found or (found.re is _LOOKED_FOR and not c.starts("(?:(?:cai|cho hoi) )?(?:file|tep)") and not c.asks):
        return None
    at = c.norm.find(found["title"].strip()) if found["title"].strip() else -1
    title = c.line.typed(at, at + len(found["title"].strip())) if at >= 0 else None
    return c.act(Intent.plan_file, task_ids=(), plan=title)
