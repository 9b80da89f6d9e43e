"""One task asked about by its words and no number: "báo cáo giám sát môi trường tới đâu rồi", "việc tập huấn chữ ký số ai làm"."""

import re

from bot.understanding.clause import Clause
from bot.understanding.intents import Act, Intent

_KIND = r"(?:(?:cai|con|the|vu) )*(?:dau viec|viec|nhiem vu|bao cao|quyet dinh|to trinh|cong van|quy che|du thao|ho so|chuyen de|phuong an|nghi quyet|van ban)"
_BEGUN = r"(?:(?:da|dang|duoc|em|cac em|ben do) )*(?:lam|thuc hien|trien khai|xu ly|soan|chuan bi|tien hanh)?"
_STANDS = (
    rf"(?:{_BEGUN} )?(?:(?:toi|den) dau|the nao|ra sao|sao roi)(?: roi)?|(?:da )?(?:xong|trinh|ky|ban hanh|gui|nop|duyet|lam) (?:xong )?chua"
    r"|(?:dang )?vuong (?:gi|cho nao)|(?:do )?(?:ai|phong nao|don vi nao|ben nao) (?:dang )?(?:lam|phu trach|chu tri|theo doi|soan|lo)"
    r"|(?:thoi )?han (?:la )?(?:khi nao|bao gio|ngay nao|ngay may|hom nao|chung nao)|(?:khi nao|bao gio|chung nao) (?:thi )?(?:xong|het han|den han|toi han|trinh)"
)
_ASKED = re.compile(rf"{_KIND} (?P<title>\w+(?: [\w/-]+)+?) (?:{_STANDS})")
#: Whose, of when, in what state, told by whom: none of this is a title.
_NO_TITLE = re.compile(
    r"\b(?:cua (?:em|toi|minh|anh|chi|co quan|phong|ban|don vi|ca|cac)|chung(?! (?:nhan|cu|thu|khoan|minh))|nay|(?<!che )(?<!tien )do|đó|kia|ay|vua|hom|truoc|hoi (?:nay|sang|chieu|trua|toi|qua)|ke hoach|kh"
    r"|phong(?! (?:chong|chay|ngua))|don vi|(?<!van )(?<!uy )ban(?! (?:hanh|do|an|ke))|co quan|(?<!thong )tin(?! hoc)|bai|nao|gi|con lai|ai|may|qua han|tre(?! em)|cham(?! soc)|trong (?:tuan|thang|quy|nam)|sap|den han|toi han"
    r"|(?:anh|chi|em|toi|sep|bac|chu) (?:\w+ )?(?:giao|noi|bao|dan|nhac|hoi|lam|nhan))\b"
)


def titled(c: Clause) -> Act | None:
    """`topic`: the words it is looked for by."""
    if c.ids or c.unit or c.period or c.person_meant or c.replying or c.context == "group":
        return None
    found = _ASKED.fullmatch(c.core)
    if not found or _NO_TITLE.search(found["title"]):
        return None
    at = c.norm.find(found["title"], c.norm.find(c.core))
    return c.act(Intent.task_detail, topic=c.line.typed(at, at + len(found["title"])))
