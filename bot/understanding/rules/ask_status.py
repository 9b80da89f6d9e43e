"""Asked how something as a whole stands: the office, a unit, a person, a plan; and papers about it."""

import re
from typing import Any

from bot.understanding import when
from bot.understanding.clause import Clause, Doubt
from bot.understanding.intents import LISTED, Act, Intent
from bot.understanding.takers import takers
from bot.understanding.words import OUR_AGENCY
from jobs.rules.text import fold

_STATUS = (
    r"the nao|ra sao|sao roi|den dau|toi dau|tinh hinh|tien do|con may|con bao nhieu|con (?:viec|gi|nhung)|bao nhieu|may phan tram|xong chua|den muc nao|dat (?:bao nhieu|may)|nhu the nao|chi tiet|"
    r"(?<!gui )(?<!nop )(?<!thieu )(?<!cho )(?<!chua co )(?:ket qua|so lieu)|(?:co |kip )*kip (?:tien do )?khong|con so|tong hop|thong ke|xem|hoan thanh chua|lam duoc|lam den|lam toi|may viec|on khong|dang lam|xong (?:duoc )?(?:may|bao nhieu)|status|dang (?:no|co|giu)|viec (?:cua|phong|ben)|sao|xong het chua|trien khai"
)
_MAKE = r"ke|danh may|in ra|xuat|lam|lap|tao|gui|in|ket xuat|soan|can|lay|tai|cho|xin|tong hop|export|viet|du thao|nho|muon|chuan bi|trich|dung|lam giup|co"
_PAPER = r"bao cao|bang (?:bieu|tong hop|excel|theo doi|ke|tien do|ghi|thong ke|liet ke|danh sach|so lieu)|(?:mot|cai|to|tam|1) bang(?! (?:cach|lai|tieng|khen|cap|chung|file))|bang (?:cac|nhung|may|het) (?:viec|nhiem vu|cong viec)|ra giay|to (?:tong hop|ke|giay|liet ke|thong ke)|ban (?:ke|liet ke|thong ke)|bieu (?:mau|tong hop)|file|word|excel|pdf|bieu|docx|xlsx|report|phu luc|van ban tong hop|so tay"


#: Told or asked of a paper, none is wanted; "bảng các việc chưa xong" is of work that is left.
_NO_PAPER = r"\b(?:cach|lam sao|xong|hoan thanh roi|da nop|nop bao cao|chua|han nop|kho|nhac|don doc)\b|\bbao cao\b.*\b(?:(?:toi|den) dau|the nao roi|ra sao roi|sao roi|ai (?:dang )?(?:lam|viet|soan|phu trach))\b"
_WORK_LEFT = re.compile(
    r"\b(?:viec|nhiem vu)(?: \w+){0,3}? (?:chua|khong) (?:\w+ )?(?:xong|hoan thanh|lam|co han|giao)\b"
)
#: Without saying which, a week's is this week's.
_OF_A_WEEK = re.compile(
    r"\b(?:bao cao|tong hop|ban)(?: (?:nhanh|tong hop|giao ban|cong viec|tinh hinh|cua))* tuan\b(?! \d)"
)
#: The plan's own file, whose text is in no paper about it.
_PLAN_ITSELF = re.compile(
    r"\b(?:file|tep|ban|van ban)(?: (?:goc|mem|cung|word|pdf))? (?:ke hoach|kh)\b.*\b(?:dau|o dau|dau roi)$"
)


#: A paper that was sent, written or handed in tells of work, and wants none.
_SENT = re.compile(
    r"\b(?:da|vua|moi|moi vua) (?:\w+ )?(?:gui|nop|trinh|lam|chuyen|ky|ban hanh|phat hanh|in|hoan thien)\b"
    r"|\b(?:gui|nop|trinh|lam|chuyen|ky|ban hanh|phat hanh)\b.* roi(?= ?(?:$|[,.!]|(?:a|nhe|nha|em|anh|chi|day|do|luon|so)\b))"
)
_ADDED = re.compile(r"(?:bo sung|cap nhat|them)(?: (?:viec|nhiem vu|nv|cho|vao|so))* #?(\d{1,4})\b[:,]? ")
#: When a paper is due, and for whom: the work that makes it is looked for.
_WHEN_DUE = re.compile(
    r"^(?:(?:em|anh|chi|cho hoi)[, ]+)*(?:bao gio|khi nao|ngay nao|han|thoi han|may gio)\b.*?\b(?:gui|nop|trinh|phai co|lam) (?P<what>(?:bao cao|phu luc|bieu)(?: (?!la\b|ngay\b|vao\b|thi\b|truoc\b|bao gio|khi nao|may\b|nhi\b|vay\b|thang\b|quy\b)\w+)+)"
)


def paper_sent(c: Clause) -> Doubt | None:
    """ "Em gửi báo cáo chuyên đề sang VP rồi": of which task is asked."""
    if not c.has(_PAPER) or c.ids or c.asks_plainly or c.context == "group" or not _SENT.search(c.norm):
        return None
    if c.has("chua|khong|nho|de nghi|yeu cau|khi nao|sau khi|neu|nhac") or re.match(
        r"(?:gui|cho|xin|xuat|in) ", c.norm
    ):
        return None
    added = _ADDED.match(c.core)
    if added:
        return Doubt((c.act(Intent.progress, task_ids=(int(added[1]),), statement=c.line.text),))
    return Doubt((c.act(Intent.done, evidence=c.evidence, statement=c.line.text),))


def paper_due(c: Clause) -> Act | None:
    """ "Bao giờ phải gửi báo cáo Sở": the task of that name."""
    found = _WHEN_DUE.match(c.core) if c.asks and not c.ids and not c.period else None
    start = c.norm.find(found["what"]) if found else -1
    return c.act(Intent.search, text=c.line.typed(start, start + len(found["what"]))) if found and start >= 0 else None


#: Task by task, and not how they stand.
_TASK_BY_TASK = r"danh sach|ke ra|liet ke|chi tiet|(?:toan bo|tat ca|cac|nhung|het|may|dau) (?:dau )?(?:viec|nhiem vu)|(?:viec|nhiem vu) (?:gi|nao)"
_FIGURES = r"bao cao|tong hop|tien do|so lieu|thong ke|tinh hinh|ty le|ti le|tre|cham|qua han|sap|den han|vuong|xong|hoan thanh|chua|lam"


def paper_wanted(c: Clause) -> Act | None:
    if (
        not c.has(_PAPER)
        or c.ids
        or (c.context == "group" and c.has("ai (?:con )?co|xin|moi nguoi|ca nha"))
        or re.search(_NO_PAPER, _WORK_LEFT.sub("", c.norm))
    ):
        return None
    if _PLAN_ITSELF.search(c.core):
        return c.act(Intent.not_understood)
    week = not c.period and bool(_OF_A_WEEK.search(c.norm))
    if (
        re.search(rf"\b(?:{_MAKE})\b.*\b(?:{_PAPER})\b", c.norm)
        or c.has("file|word|excel|pdf|export|docx|xlsx")
        or (
            c.starts("bao cao|report|bang tong hop")
            and (
                c.period
                or week
                or c.is_just(r"bao cao(?: (?:tuan|thang|quy|nam|cchc|tong hop|tien do|giao ban|nhanh))*")
            )
        )
    ):
        if c.has(r"em (?:xin )?gui bao cao|bao cao (?:viec|anh|chi)") and not (c.period or week):
            return None
        near = re.search(r"\bbao cao\b.*", c.norm)
        period = (near and when.period_in(near[0], c.on)) or c.period
        year = str(c.on.year) if c.has(r"bao cao (?:ca )?nam(?! \d)") else None
        return c.act(
            Intent.report_request,
            task_ids=(),
            period=period or year,
            which="week" if week else None,
            topic=_to_whom(c) or _listed(c, "viec|nhiem vu"),
            **c.unit_slots(),
            plan=_plan(c) if not c.unit else None,
        )
    return None


def _to_whom(c: Clause) -> str | None:
    return c.person if re.search(r"\b(?:gui|chuyen|trinh|nop)\b", c.norm) and not c.unit else None


def _listed(c: Clause, more: str = "") -> str | None:
    """LISTED where the tasks themselves are wanted, every one of them."""
    return LISTED if c.has(f"{_TASK_BY_TASK}|{more}" if more else _TASK_BY_TASK) and not c.has(_FIGURES) else None


#: Behind a plan, who carries it out: "kế hoạch 2943 mình làm tới đâu", and no "kế hoạch đô thị văn minh", "phòng chống lụt bão".
_OUR = r"(?:(?<!ch[ií] )(?<!van )(?<!thong )(?<!chung )(?<!quang )minh(?! (?:bach|chung|hoa))|chung (?:ta|minh|toi|em)|anh em)"
_WHOSE = rf"(?:(?:cua )?{_OUR}|(?:cua )?(?:phong|ban|co quan|don vi|phuong|tui)(?: nha)? (?:ta|em|anh|chi|toi|{_OUR})|(?:cac|may) (?:phong|don vi|ban)|ai (?:dang |da )?(?:lam|phu trach|chu tri|theo)|o muc)\b"


def _plan(c: Clause) -> str | None:
    """The plan as typed: from "kế hoạch", "KH" to the word that asks."""
    found = re.search(
        rf"\b((?:ke hoach|kh|plan(?! [abc]\b)|chuong trinh|de [aá]n)(?: (?!{_WHOSE}|(?:(?:di|chay)(?= (?:toi|den|duoc den|duoc toi) dau)|nhin chung|ay\b|hoi (?:dau|cuoi|giua)\b|chay(?= (?:em|êm|on|co on|tot|duoc|the nao|ra sao|sao)\b)|coi (?:bo|nhu)|hinh nhu|nghe noi|(?:hom|bua) (?:nay|gio)|dat|the|lieu(?= (?:co|kip|xong))|xong|den|toi|ra(?! (?:soat|quan|mat|de)\b)|ket xuat|xuat (?:ra|file|bao|cho)|pdf|word|excel|giup|sao|con|(?<!viec )lam|bao|hoan|nhu|duoc|da|co|thuc|trien khai|dang|chua|ti|tien|nao|cham|gi|may|tinh hinh|hien|hoan|roi|(?<![dđ][oô] )thi(?! (?:dua|tuyen|hanh))|em|nhe|a|gio|on|va|thang nay|hien)\b)[^\s?,;]+)+)",
        c.norm,
    )
    if found:
        return re.sub(r"\s+(?:ấy|đó|đấy|kia|ay)$", "", c.line.typed(*found.span(1)))
    doc = re.search(r"\b(?:kh|ke hoach)?(?: so)? ?\d+/kh-\w+", c.norm)
    return c.line.typed(*doc.span()) if doc else None


_ELSEWHERE = re.compile(
    r"\b(?:(?<!tong )(?<!phoi )(?<!phu )hop|di(?! (?:em|anh|chi|bot|a|nhe|nha)\b|[ .!]*$)|an com)\b"
)


def _asked_from(norm: str, at: int) -> int:
    """Where the words around `at` begin; why it is asked may stand before: "sắp họp, P.KH làm tới đâu rồi"."""
    return max(norm.rfind(", ", 0, at), norm.rfind(". ", 0, at), 0)


def unit_asked(c: Clause) -> Act | None:
    if c.ids:
        return None
    named = c.unit
    own_unit = _own_unit(c)
    bare = named and c.core.strip() == c.norm[named.start : named.end].strip()
    if named and c.has("hon|nhat|so voi|so sanh") and len(takers(c, named.start, strangers=False)) > 1:
        return c.act(Intent.status_overall, period=c.period, everybody=True)
    if named and (c.has(_STATUS) or bare or c.asks) and not _ELSEWHERE.search(c.norm, _asked_from(c.norm, named.start)):
        return c.act(Intent.status_unit, period=c.period, topic=_listed(c), **c.unit_slots())
    of_work = c.context != "group" or c.has(
        "viec|nhiem vu|tien do|tinh hinh|ket qua|the nao|ra sao|den dau|toi dau|bot"
    )
    if own_unit and of_work and c.has(_STATUS + "|viec") and not c.has("hop|di an"):
        return c.act(Intent.status_unit, unit=c.line.typed(*own_unit.span()), period=c.period, topic=_listed(c))
    if (
        c.person_meant
        and c.has(
            r"con may|may viec|viec cua|dang (?:lam|giu)|viec gi|tien do|viec nao|bao nhieu viec|nhiem vu cua|the nao roi"
        )
        and c.has("viec|nhiem vu|tien do|lam gi")
    ):
        return c.act(Intent.status_unit, person=c.person_meant, period=c.period)
    return None


_OURS = "(?:minh|em|toi|ta|anh|chi|chung ta|chung em|chung toi|chung minh)"


def _own_unit(c: Clause) -> re.Match[str] | None:
    """ "Phòng em", or "phòng" alone of who has one: a leader has none, a deciding role's "đơn vị" is the agency, and so is everybody's "ban mình"."""
    kind = "phong|trung tam" if c.decides else "phong|don vi|trung tam"
    if found := re.search(rf"\b(?:(?:{kind}) {_OURS}|ban (?:em|anh|chi|chung em))\b", c.norm):
        return found
    bare = {"leader": None, "admin": None, "office_head": "phong|trung tam"}.get(c.role, "phong|trung tam|don vi")
    if bare is None:
        return None
    return re.search(
        rf"(?<!cac )(?<!ca )(?<!may )(?<!tung )(?<!nhung )(?<!toan )(?<!moi )(?<!mot )(?<!van )(?<!truong )(?<!pho )(?<!de )(?<!, )\b(?:{bare})\b"
        r"(?= ?$| ?[?.,!]| (?:thi )?(?:the nao|ra sao|sao|den dau|toi dau|con|co|dang|hien|nay|thang|tuan|quy|nam|hom nay|lam|xong|dat|nhu|tre|cham|a|nhe|em|anh|chi)\b)",
        c.norm,
    )


def plan_asked(c: Clause) -> Act | None:
    if c.ids or not c.has("ke hoach|kh|plan|chuong trinh|de [aá]n") or c.has(r"ke hoach (?:gi|di|nghi|choi)"):
        return None
    word = re.search(r"\b(?:ke hoach|kh)\b", c.norm)
    if c.unit and word and c.unit.start <= word.start() < c.unit.end:
        return None  # "Phòng Kế hoạch – Đầu tư thế nào"
    plan = _plan(c)
    if c.evidence and re.fullmatch(rf"{re.escape(fold(c.evidence))}(?:,? (?:ky )?ngay \d.*)?", c.core):
        return None
    if (
        plan
        and not c.has("da (?:duoc )?(?:ban hanh|ky)")
        and (c.has(_STATUS) or c.asks or c.starts("tinh hinh|tien do|xem|ke hoach|kh"))
    ):
        bare = read_bare(plan)
        return c.act(Intent.status_plan, plan=None if bare else plan)
    return None


def read_bare(plan: str) -> bool:
    return len(plan.split()) < 2 and not any(ch.isdigit() for ch in plan)


#: "Tình hình phòng Abc": no unit here, and not the whole office either.
_NO_UNIT = re.compile(
    r"(?<!cac )(?<!ca )(?<!tung )(?<!may )\bphong (?!(?:ban|nao|minh|em|toi|ta|anh|chi|chung|the|ra|sao|den|con|co|dang|hien|nay|thang|tuan|quy|nam|hom|lam|xong|dat|nhu|tre|cham|a|nhe|nop|ket|thi|roi|va|gio)\b)[^\W\d]"
)


#: "Tình hình VHXH" where no unit is called so: which there are is said.
_SHORT_NAME = re.compile(
    r"(?:xem |cho \w+ xem )?(?:tinh hinh|tien do|so lieu)(?: (?:cua|ben))? (?!(?:cchc|cds|kstthc|tthc|dvc|dvctt|ubnd|hdnd|kpi|kh|cntt|mtq|ktxh)\b)(?P<name>[a-z.]{2,8})(?: (?:the nao|ra sao|sao roi|den dau|toi dau|roi))*"
)


def _typed_short(c: Clause, name: str) -> str | None:
    """As typed, in capitals."""
    start = c.norm.find(name, c.norm.find(c.core))
    typed = c.line.typed(start, start + len(name))
    return typed if typed.isupper() else None


def unit_or_words(c: Clause) -> dict[str, Any]:
    """The unit asked about; of another office or misspelt its words, so that it is never answered as one's own."""
    if c.unit or not _NO_UNIT.search(c.norm):
        return c.unit_slots()
    found = re.search(
        r"\bphong(?: (?!(?:con|co|dang|da|may|bao nhieu|den|toi|sao|the nao|ra sao|lam|thi|roi|vay|di|nhe|em|a)\b)[^\W\d]+){1,4}",
        c.norm,
    )
    return {"unit": c.line.typed(*found.span())} if found else {}


#: Each unit by itself, not the office as a whole.
_EACH_UNIT = r"(?:tung|cac|moi|tat ca|nhung) (?:phong(?: ban)?|don vi|bo phan)|(?:phong(?: ban)?|don vi|bo phan) nao|theo (?:phong|don vi)|giua cac (?:phong|don vi)"
#: The office's: unit by unit, each of which can be opened.
_WHOLE_LIST = r"(?:(?:(?:cho|xin|gui) (?:em |anh |chi |toi )?|xem |liet ke |in |lay )*)(?:danh sach (?:toan bo |tat ca |cac |het )?|(?:toan bo|tat ca) (?:cac )?)(?:dau |cong )?(?:viec|nhiem vu)(?: (?:cua )?(?:co quan|ca co quan|toan co quan|cac phong|cac don vi))?"
_COMPARED = r"so sanh|xep hang|xep loai|xep thu|bang xep hang|doi chieu"


def overall(c: Clause) -> Act | None:
    """`everybody`: unit by unit."""
    found = _overall(c)
    return found.with_slots(everybody=True) if found and not c.unit and c.has(_EACH_UNIT) else found


def _overall(c: Clause) -> Act | None:
    if c.ids:
        return None
    if c.has(_COMPARED) and c.has(_EACH_UNIT) and not c.has("gia|luong|de xuat"):
        return c.act(Intent.status_overall, period=c.period)
    if c.heads and not c.unit and re.fullmatch(_WHOLE_LIST, c.core):
        return c.act(Intent.status_overall, everybody=True)
    if not c.unit and _NO_UNIT.search(c.norm):
        return c.act(Intent.smalltalk_other if c.context == "group" else Intent.not_understood)
    short = _SHORT_NAME.fullmatch(c.core)
    if short and (typed := _typed_short(c, short["name"])):
        return c.act(Intent.status_unit, unit=typed)
    whole = r"co quan|toan (?:ban|phuong|co quan|don vi)|ca (?:ban|phuong|co quan)|chung|cac phong|cac don vi|tong (?:the|quan|hop|ket)|tat ca"
    whole = rf"{whole}|{OUR_AGENCY}"
    if c.is_just(
        r"(?:bao cao (?:nhanh )?|(?:tom tat|diem|khai quat)(?: lai| qua| nhanh)? |xem |cho \w+ (?:xem |biet )?)?(?:tinh hinh|tien do|tong quan|tong hop|tong ket|thong ke|status|so lieu|ty le|ti le|con so(?= de\b))(?: \S+){0,6}|(?:cho \w+ )?(?:xem )?(?:buc tranh|cai nhin|toan canh|tong the|nhin chung|tinh hinh chung)(?: \S+){0,4}"
    ) and not c.has("suc khoe|thoi tiet|gia dinh|dich benh|an uong|on dinh|phuc tap|kho khan|binh thuong|la|sai|nham"):
        return c.act(Intent.status_overall, period=c.period)
    if c.period and c.is_just(
        rf"(?:{OUR_AGENCY} |(?:trong )?(?:thang|quy|tuan|nam) \S+ )*(?:da )?(?:lam|dat|xong)(?: duoc)? (?:nhung )?(?:gi|viec gi)(?: roi)?(?: (?:thang|quy|tuan|nam) \S+)?"
    ):
        return c.act(Intent.status_overall, period=c.period)
    listed = c.has(
        r"tinh hinh|tien do|tong hop|tong quan|tong the|thong ke|con so (?:chung|tong)|(?:bao nhieu|may) ?(?:viec|nhiem vu|phan tram|%)|ti le|ty le|so lieu|nhiem vu (?:chung|nam)|viec chung|ket qua (?:chung|thuc hien|toan|(?:thang|quy|nam|tuan) \S+ (?:cua )?(?:co quan|phuong|ban|don vi))|(?:phong|don vi) nao (?:lam tot|xong|kem|te|yeu|tot|hoan thanh|dung dau)|xong (?:duoc )?(?:may|bao nhieu)"
    )
    if (listed and (c.asks or c.has(whole) or c.starts("tinh hinh|tong hop|tien do|thong ke|ket qua|cho|xem"))) or (
        c.has(rf"co quan|cac phong|cac don vi|toan ban|toan phuong|{OUR_AGENCY}")
        and c.asks
        and c.has("the nao|sao roi|den dau|ra sao|toi dau|kha hon|tot hon|tien bo|on khong|kha khong|on ha")
    ):
        return c.act(Intent.status_overall, period=c.period) if not c.has("duong|xe|nha|hop") else None
    return None
