"""A task given back: "em xin chuyển 31 cho anh Phúc", "việc 20 không phải của em". Who hands out decides; nothing is changed by it."""

import re

from bot.understanding.clause import Clause, Doubt
from bot.understanding.intents import Act, Intent
from bot.understanding.line import read_line
from bot.understanding.takers import takers
from bot.understanding.words import ME
from jobs.rules.text import fold

_ME = r"(?:em|toi|minh|anh|chi|tui)"
_TASK = r"(?:(?:cac |phan )*(?:viec|nhiem vu|nv|cai) (?:nay|do|ay)|(?:(?:cac|viec|nhiem vu|nv|so) )*#?\d{1,4}(?:(?:, ?| va )(?:viec )?#?\d{1,4})*)"
_LEAD = rf"(?:(?:da|vang|{_ME}|bot) ?,? )*"
_AND_ME = rf"(?: (?:thi|la|nay|nhe|a|do|ma|{_ME}))*,?"
_TO_ANOTHER = (
    r"(?:xin (?:phep )?)?(?:duoc )?(?:tra lai|tra ve|chuyen|giao|ban giao|doi|nho|de nghi giao|de nghi chuyen)"
)
_GIVEN_BACK = tuple(
    map(
        re.compile,
        (
            # "em xin chuyển 31 cho anh Phúc", "em xin trả lại việc 20"
            rf"{_LEAD}xin (?:phep )?(?:duoc )?(?:chuyen|ban giao|giao lai|chuyen giao) {_TASK} (?:sang|cho|qua|ve|lai cho) .{{2,40}}",
            rf"{_LEAD}xin (?:phep )?(?:duoc )?(?:tra(?: lai)?|khong nhan|thoi khong nhan|tu choi) {_TASK}(?:,? (?:vi|do) .+|[ ,]+(?:a|nhe|em|anh|chi))*",
            # "31 em không phụ trách, của anh Phúc mà", "việc này không phải của tôi"
            rf"{_LEAD}{_TASK}{_AND_ME} (?:khong|dau|dau co|chang) (?:co )?(?:phai (?:la )?(?:(?:viec|phan|nhiem vu) )?(?:cua {_ME}(?: phu trach| lam)?|do {_ME} (?:phu trach|lam))(?=$|,| (?:ma|a|nhe|dau|em|anh|chi|nua)\b)|phu trach|duoc giao|dam nhan|duoc phan cong)(?:[ ,]+.{{0,60}})?",
            # "em không làm được việc 26, không thuộc nhiệm vụ của em"
            rf"{_LEAD}(?:{_TASK}{_AND_ME} )?(?:khong (?:lam|dam nhan|nhan)(?: duoc| noi)? ?(?:{_TASK})?,? )?(?:vi |do )?khong thuoc (?:nhiem vu|chuc nang|linh vuc|tham quyen|phan viec|chuyen mon)(?: nhiem vu)? cua {_ME}(?:[ ,]+(?:a|nhe|em|anh|chi|ma))*",
            # "20 chị không làm được, xin trả lại", "em không làm được việc 20, giao người khác giúp em"
            rf"{_LEAD}(?:{_TASK}{_AND_ME} khong (?:lam|dam nhan|nhan|kham) (?:duoc|noi|nua|xue)|khong (?:lam|dam nhan|nhan) (?:duoc |noi |nua )?{_TASK}(?: nua)?)[, ].*\b{_TO_ANOTHER}\b.*",
        ),
    )
)
_OF_A_UNIT = re.compile(r"\bcua (?:em|toi|anh|chi|minh) (?:phong|don vi)|\bcua (?:phong|don vi|ben)\b")
_WE = r"(?:(?:phong|ban|trung tam|tt|van phong|vp|don vi|ben)(?: (?:anh|chi|em|toi|minh|tui))?|anh|chi|em|toi|minh|tui)"
#: "7 phòng anh không liên quan", "44 trung tâm không có phần", "7 anh đâu có làm việc này".
_NOT_OURS = re.compile(
    rf"(?:(?:thi|la) )?{_WE} (?:(?:thi|hoan toan|ko he) )*(?:khong (?:he )?(?:co )?(?:lien quan|dinh dang|phan(?: nao)?)(?: gi)?|(?:dau|khong) co (?:lam|phu trach|theo doi|chu tri|tham gia))(?: (?:viec|cai|nhiem vu) (?:nay|do|ay))?(?: (?:dau|ma|a|nhe|nha|em|anh|chi|chu))*[ .!]*"
)


def not_ours(c: Clause) -> Act | Doubt | None:
    """Said of a task that somebody has no part in it: of a unit whether nothing arose is asked, a member gives it back."""
    rest = read_line(c.rest_after_ids or "")
    if not c.ids or c.asks_plainly or c.context == "group" or not _NOT_OURS.fullmatch(rest.norm):
        return None
    return Doubt((c.act(Intent.none_arose),)) if c.heads else c.act(Intent.give_back, person=None)


def given_back(c: Clause) -> Act | None:
    """The tasks, and whose they should be where that is said."""
    said = c.norm.strip(" .!")
    at = next((at for at, each in enumerate(_GIVEN_BACK) if each.fullmatch(said)), None)
    to = _taker(c)
    if at is None or c.asks_plainly or c.context == "group" or (at == 0 and not to):
        return None
    if _OF_A_UNIT.search(c.norm) or c.unit:
        return None  # whose unit leads is the plan's word
    return c.act(Intent.give_back, person=to)


def _taker(c: Clause) -> str | None:
    """Who should have it: named behind "cho", "của"."""
    for found in re.finditer(r"\b(?:cho|sang|qua|ve|cua) ", c.norm):
        for one in takers(c, found.end(), strangers=False)[:1]:
            name: str | None = one.slots.get("person")
            if name and not re.fullmatch(rf"{_ME}|{ME}", fold(name)):
                return name
    return None
