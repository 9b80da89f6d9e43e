"""Questions and wishes to see something: own list, a task, units, plans, late and coming work, papers."""

import re

from bot.understanding import when
from bot.understanding.clause import Clause
from bot.understanding.intents import Act, Intent
from jobs.rules.text import fold

_LATE = r"qua han|(?:qua|tre|vuot|het) thoi han|tre han|tre(?! (?:con|em))|cham(?! nhat (?:la|ngay|vao|truoc|thu|den|trong|\d)| tre \w+ phep)|het han|muon han|cham tien do|overdue|late|quá hạn|tre nai|bi tre|tre tien do"
_SOON = r"(?:sap|gan|chuan bi) (?:den |toi |het |qua )?(?:thoi )?han|(?:den|toi|gan|can) han|sap toi|due|han (?:gi|nao)|co han|sap phai|chot trong"
_NEARLY = r"(?:sap|gan|chuan bi)(?: sua)? (?:bi )?(?:het|qua|tre)"
_STATUS = (
    r"the nao|ra sao|sao roi|den dau|toi dau|tinh hinh|tien do|con may|con bao nhieu|con (?:viec|gi|nhung)|bao nhieu|may phan tram|xong chua|den muc nao|dat (?:bao nhieu|may)|nhu the nao|chi tiet|"
    r"ket qua|tong hop|thong ke|xem|hoan thanh chua|lam duoc|lam den|lam toi|may viec|on khong|dang lam|xong (?:duoc )?(?:may|bao nhieu)|status|dang (?:no|co|giu)|viec (?:cua|phong|ben)|sao|xong het chua|trien khai"
)
_HELP = (
    r"(?:co |nhung )?cach (?:nao|bao|xin|gui|nop|dung|doi|su dung|lam|xem|huy|tat|thuc|giao|duyet|de|ghi|sua|nhan|go|cap nhat|dang|chuyen|tra|thay|dat|cai)|lam sao|lam the nao|lam nhu the nao|kieu gi|bang cach nao|"
    r"bot (?:\w+ )?(?:giup|lam|biet|ho tro|dung|co) (?:\w+ )?(?:duoc )?(?:gi|nhung gi|the nao|lam gi|de lam gi)|(?:dung|su dung|nhan|soan|go|bao|gui|xin|nop) (?:\w+ ){0,4}(?:the nao|nhu the nao|ra sao|sao(?= ?$)|sao (?:a|vay|em|nhi|day|bot)|o dau|kieu nao|cu phap)|cu phap|"
    r"khong biet (?:dung|cach|su dung|lam sao)|chi (?:em|anh|toi|minh) (?:cach|dung|voi)|(?:em |ban )?(?:lam|giup) duoc (?:nhung )?gi|co nhung (?:lenh|chuc nang)|nhan gi|go gi|(?:lenh|chuc nang) (?:gi|nao)|how (?:to|do)|phai (?:nhan|go|bam) (?:gi|the nao|sao)"
)
_MAKE = r"xuat|lam|lap|tao|gui|in|ket xuat|soan|can|lay|tai|cho|xin|tong hop|export|viet|du thao|nho|muon|chuan bi|trich|dung|lam giup|co"
_PAPER = r"bao cao|bang (?:bieu|tong hop|excel|theo doi|ke|tien do)|bieu (?:mau|tong hop)|file|word|excel|pdf|bieu|docx|xlsx|report|phu luc|van ban tong hop|so tay"
#: What waits for a decision: a list is asked for, nothing is decided, however near it comes to "duyệt".
_AWAITED = (
    r"(?:(?:co|con|xem|cho (?:toi|em|anh|chi|minh) xem|nhung|cac|danh sach|liet ke) )*"
    r"(?:viec|nhiem vu|bao cao|ket qua|gi|cai gi|ai|danh sach)(?: (?:gi|nao))?(?: cua (?:toi|em|anh|chi|minh))?"
    r"(?: (?:dang|con|can|phai|cho|toi|em|anh|chi|minh))+ (?:duyet|phe duyet|xem xet|cho y kien)"
    r"(?: (?:khong|chua|nhi|a|vay|nua))*"
)
_OWN = r"(?:viec|nhiem vu|cong viec|task|phan viec|dau viec|danh sach|list)"
_MINE = r"(?:em|toi|minh|tui|to|tao|anh|chi|me|my)"


def helped(c: Clause) -> Act | None:
    if c.is_just("(?:tro giup|huong dan|help) (?:them|tiep)"):
        return c.act(Intent.help, mode="more")
    if c.is_just(r"(?:tro giup|giup(?: do)?|help|menu|lenh|huong dan(?: su dung| dung| dung bot| voi)?|hdsd|\?)") or (
        c.starts("huong dan|tro giup|help|chi dan") and not c.ids
    ):
        return c.act(Intent.help)
    return (
        c.act(Intent.help, task_ids=())
        if c.has(_HELP) and not c.has("lam sao (?:ma|kip|roi)|the nao roi|lam sao day|phong|don vi") and not c.unit
        else None
    )


def late(c: Clause) -> Act | None:
    if (
        not c.has(_LATE)
        or c.ids
        or c.has(_NEARLY)
        or c.has("xin|nop cham|vi sao|tai sao|chua qua han|(?:do|vi) (?:thieu|cho|chua|khong|kho|vuong|bi|phai)")
    ):
        return None
    listed = c.asks or c.has(
        r"danh sach|liet ke|xem|viec|nhiem vu|nhung|cac|tong hop|loc|cho (?:anh|toi|em|minh)|list|task"
    )
    if not (listed or c.is_just(_LATE)) or (
        c.context == "group" and not c.has("viec|nhiem vu|phong|don vi|han|tien do")
    ):
        return None
    if c.has(r"ket xe|den|xe|bus|tau|di lam|luong|mua") and not c.has("viec|nhiem vu|han"):
        return None
    return c.act(Intent.overdue_list, **c.unit_slots(), person=_whose(c), period=c.period, own=_own(c))


def _own(c: Clause) -> bool:
    """The sender's own: "của tôi", "em có …"; "cho tôi xem …" is everybody's."""
    has = rf"(?<!cho )\b{_MINE} (?:(?:hien|hien nay|van|dang) )*(?:con|co|dang|bi|tre|cham|phai|lam|no)\b"
    return not c.person and bool(c.has(rf"cua {_MINE}(?! \w+ (?:nao|khac))") or re.search(has, c.norm))


def _whose(c: Clause) -> str | None:
    return c.person if c.has(r"cua|anh|chi|co|chu|bac|dong chi") and not c.has(rf"cua {_MINE}(?: |$)") else None


def soon(c: Clause) -> Act | None:
    if c.ids or (c.has(_LATE) and not c.has(_NEARLY)):
        return None
    found = when.day_in(c.norm, c.on, c.calendar, future=True)
    span = when.duration_in(c.norm) if c.has("toi|nua|sap toi|trong|trong vong|ke tiep") else None
    timed = bool(found or c.period or span)
    about = c.has(
        r"viec|nhiem vu|han|dau viec|task|lich|phai (?:lam|nop|xong)|can (?:lam|nop|xong)|deadline|den han|lam gi"
    )
    wants = c.asks or c.has(r"viec|danh sach|xem|liet ke|nhung|cac|cho (?:em|toi|anh)|task|list")
    if not (
        (c.has(_SOON) and (wants or c.is_just(_SOON)))
        or (timed and about and wants and c.context != "group" and _asks_work(c))
    ):
        return None
    strict_day = None if span or (c.period and not c.has(r"truoc|den ngay|hom nay|mai\b|\d/\d")) else found
    return c.act(
        Intent.due_soon,
        task_ids=(),
        date=strict_day[0] if strict_day else None,
        period=c.period if not strict_day else None,
        duration=span[0] if span else None,
        duration_unit=span[1] if span else None,
        **c.unit_slots(),
        person=_whose(c),
        own=_own(c),
    )


def _asks_work(c: Clause) -> bool:
    return c.has(
        r"(?:co|con|nhung|cac|phai|can|la) (?:\w+ ){0,3}(?:viec|nhiem vu|han|deadline|lam gi|nop|xong|gi)|(?:viec|nhiem vu|lich|danh sach viec) (?:\w+ ){0,3}(?:tuan|thang|hom nay|ngay|mai|quy|trong|truoc)|"
        r"viec gi|lam gi|viec nao|han gi|(?:tuan|thang|hom nay|mai) (?:\w+ ){0,3}viec"
    ) and not c.has(r"ket qua|bao nhieu viec|xong may|tinh hinh|tien do|hoan thanh bao nhieu|da xong|thong ke|the nao")


def nobody_or_no_date(c: Clause) -> Act | None:
    if c.ids or c.has("qua han"):
        return None
    gap = (
        r"(?:chua|khong|chua duoc|thieu|chua biet|chua ro) (?:co |ro |ghi |xac dinh |dat |duoc |an dinh )*(?:thoi )?(?:han|ngay|deadline|thoi gian|moc)|(?:chua|khong) (?:co |ro |duoc |xac dinh )*(?:ai|nguoi|don vi|phong|dau moi|chu tri)(?: nao)?(?: (?:nhan|lam|phu trach|chu tri|giao|theo doi))?|"
        r"chua (?:duoc )?(?:giao|phan cong|phan|gan)|chua ai|thieu (?:nguoi|dau moi|han)|bo trong|con trong|unassigned|khong thoi han|vo thoi han"
    )
    about = c.has(r"viec|nhiem vu|dau viec|task|cai nao|muc|gi")
    if (c.has(gap) and about and not c.has("tin|bai|ket qua|nop|bao cao|tra loi|xong")) or (
        c.has("thuong xuyen|theo quy dinh")
        and c.has("viec|nhiem vu")
        and (c.asks or c.has("danh sach|cac|nhung|xem|liet ke"))
    ):
        return c.act(Intent.unassigned_or_undated, **c.unit_slots(), period=None)
    return None


def awaited(c: Clause) -> Act | None:
    return c.act(Intent.my_tasks) if not c.ids and c.is_just(_AWAITED) else None


def paper_wanted(c: Clause) -> Act | None:
    if (
        not c.has(_PAPER)
        or c.ids
        or c.has("cach|lam sao|xong|hoan thanh roi|da nop|nop bao cao|chua|han nop|kho|nhac|don doc")
    ):
        return None
    if (
        re.search(rf"\b(?:{_MAKE})\b.*\b(?:{_PAPER})\b", c.norm)
        or c.has("file|word|excel|pdf|export|docx|xlsx")
        or (
            c.starts("bao cao|report|bang tong hop")
            and (c.period or c.is_just(r"bao cao(?: (?:tuan|thang|quy|nam|cchc|tong hop|tien do|giao ban|nhanh))*"))
        )
    ):
        if c.has(r"em (?:xin )?gui bao cao|bao cao (?:viec|anh|chi)") and not c.period:
            return None
        return c.act(
            Intent.report_request, task_ids=(), period=c.period, **c.unit_slots(), plan=_plan(c) if not c.unit else None
        )
    return None


def _plan(c: Clause) -> str | None:
    """The plan as typed: from "kế hoạch", "KH" to the word that asks."""
    found = re.search(
        r"\b((?:ke hoach|kh|chuong trinh|de [aá]n)(?: (?!(?:dat|the|xong|den|toi|ra|sao|con|lam|bao|hoan|nhu|duoc|da|co|thuc|trien khai|dang|chua|ti|tien|nao|cham|gi|may|hien|hoan|roi|thi|em|nhe|a|gio|on|va|thang nay|hien)\b)[^\s?,;]+)+)",
        c.norm,
    )
    if found:
        return c.line.typed(*found.span(1))
    doc = re.search(r"\b(?:kh|ke hoach)?(?: so)? ?\d+/kh-\w+", c.norm)
    return c.line.typed(*doc.span()) if doc else None


def one_task(c: Clause) -> Act | None:
    if not c.ids:
        return None
    if (
        c.asks_plainly
        or c.starts(r"(?:cho \w+ )?(?:xem|chi tiet|thong tin|noi dung|mo|hoi|tra cuu|kiem tra)")
        or c.has(
            r"chi tiet|thong tin|noi dung viec|tien do viec|vi sao|tai sao|han cua viec|tinh hinh (?:thuc hien |trien khai |xu ly )?(?:viec|nhiem vu|nv|so|cua|the nao|ra sao|sao)|tinh hinh(?=[ .?!]*$)|"
            r"(?:ly do|nguyen nhan)(?= (?:gi|sao|cua|viec|nhiem vu|nv|cham|tre|chua|vi sao|\d)|[ .?!]*$)(?!.* la )"
        )
    ):
        if c.has(r"ai (?:da )?(?:duoc|bi)? ?nhac|da nhac (?:ai|chua)|ai da duoc nhac"):
            return c.act(Intent.who_was_reminded)
        return c.act(Intent.task_detail)
    if (
        re.fullmatch(r"(?:(?:cac |ca )?(?:viec|nhiem vu|nv|so|muc|#)? ?(?:so )?#?\d+ ?(?:[,&+]|va|voi)? ?)+", c.core)
        and not c.core.replace(" ", "").isdigit()
    ):
        return c.act(Intent.task_detail)
    if re.fullmatch(
        r"(?:thoi )?han (?:chot |cuoi )?(?:cua )?(?:viec|nhiem vu|so)? ?\d+|ai (?:lam|phu trach).*|viec (?:muoi|hai|ba).*|(?:san pham|tien do|trang thai|nguoi lam|don vi chu tri) .*",
        c.core,
    ):
        return c.act(Intent.task_detail)
    return None


def missing_results(c: Clause) -> Act | None:
    if c.has(r"tin|bai") or c.ids or c.starts("nhac|don doc|thuc|giuc"):
        return None
    if c.has(
        r"con thieu (?:\w+ ){0,3}(?:cua )?(?:ai|phong nao|don vi nao|nhung ai)|thieu cua ai|(?:ai|phong nao|don vi nao|nhung ai|con ai) (?:con |da )?(?:chua|thieu) (?:\w+ )?(?:tra loi|bao cao|nop|bao|ket qua|cap nhat|gui|co ket qua|dien|phan hoi)|con (?:may|bao nhieu|thieu) ket qua|ket qua (?:\w+ ){0,3}(?:thieu|con thieu)"
    ):
        return c.act(Intent.who_missed_results, period=c.period, **c.unit_slots())
    return None


def unit_asked(c: Clause) -> Act | None:
    if c.ids:
        return None
    named = c.unit
    own_unit = _own_unit(c)
    bare = named and c.core.strip() == c.norm[named.start : named.end].strip()
    if named and (c.has(_STATUS) or bare or c.asks) and not c.has("hop|di|an com"):
        return c.act(Intent.status_unit, period=c.period, **c.unit_slots())
    if own_unit and c.has(_STATUS + "|viec") and not c.has("hop|di an"):
        return c.act(Intent.status_unit, unit=c.line.typed(*own_unit.span()), period=c.period)
    if (
        c.person
        and c.has(
            r"con may|may viec|viec cua|dang (?:lam|giu)|viec gi|tien do|viec nao|bao nhieu viec|nhiem vu cua|the nao roi"
        )
        and c.has("viec|nhiem vu|tien do|lam gi")
    ):
        return c.act(Intent.status_unit, person=c.person, period=c.period)
    return None


def _own_unit(c: Clause) -> re.Match[str] | None:
    """ "Phòng em", or "phòng" alone of who has one: a leader has none, and a deciding role's "đơn vị" is the agency."""
    if found := re.search(
        r"\b(?:phong|don vi|trung tam|ban) (?:minh|em|toi|ta|anh|chi|chung ta|chung em|chung toi)\b", c.norm
    ):
        return found
    bare = {"leader": None, "admin": None, "office_head": "phong|trung tam"}.get(c.role, "phong|trung tam|don vi")
    if bare is None:
        return None
    return re.search(
        rf"(?<!cac )(?<!ca )(?<!may )(?<!tung )(?<!nhung )(?<!toan )(?<!moi )(?<!mot )(?<!van )(?<!truong )(?<!pho )(?<!de )(?<!, )\b(?:{bare})\b"
        r"(?= ?$| ?[?.,!]| (?:the nao|ra sao|sao|den dau|toi dau|con|co|dang|hien|nay|thang|tuan|quy|nam|hom nay|lam|xong|dat|nhu|tre|cham|a|nhe|em|anh|chi)\b)",
        c.norm,
    )


def plan_asked(c: Clause) -> Act | None:
    if c.ids or not c.has("ke hoach|kh|chuong trinh|de [aá]n") or c.has(r"ke hoach (?:gi|di|nghi|choi)"):
        return None
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


def mine(c: Clause) -> Act | None:
    if c.ids or c.has("co quan|toan (?:ban|phuong)|cac phong|cac don vi|ca ban"):
        return None
    own = (
        rf"{_OWN} (?:\w+ ){{0,3}}?(?:cua |ma )?{_MINE}(?= |$|[?.,!])|{_MINE} (?:\w+ ){{0,2}}?(?:con|co|dang|phai|duoc giao|phu trach|giu) (?:\w+ ){{0,3}}?(?:viec|nhiem vu|viec gi|task|lam gi)|my tasks|"
        rf"con (?:viec|gi|nhiem vu) (?:\w+ )?(?:chua|phai)|con (?:viec|nhiem vu) (?:gi|nao)(?: nua| khac| khong)*(?=[ .?!]*$)|(?:xem|danh sach|liet ke) (?:cac |danh sach )?(?:viec|nhiem vu|cong viec)|{_MINE} (?:phai |can )?lam (?:nhung )?(?:gi|viec gi)|con (?:may|bao nhieu) (?:viec|nhiem vu)"
    )
    if c.has(own) and (
        c.asks or c.starts(r"cho|xem|viec|nhiem vu|danh sach|liet ke|cong viec|gui|list|my|cac|phan|dau|kiem tra")
    ):
        return c.act(Intent.my_tasks)
    return (
        c.act(Intent.my_tasks)
        if c.is_just(r"(?:viec|nhiem vu|danh sach(?: viec| nhiem vu)?|cong viec|viec toi|viec em|viec minh)")
        and c.context != "group"
        else None
    )


def overall(c: Clause) -> Act | None:
    if c.ids:
        return None
    whole = r"co quan|toan (?:ban|phuong|co quan|don vi)|ca (?:ban|phuong|co quan)|chung|cac phong|cac don vi|tong (?:the|quan|hop|ket)|tat ca|phuong minh|ban minh|don vi minh"
    if c.is_just(
        r"(?:bao cao (?:nhanh )?|xem |cho \w+ (?:xem |biet )?)?(?:tinh hinh|tien do|tong quan|tong hop|tong ket|thong ke|status|so lieu|ty le|ti le)(?: \S+){0,5}"
    ) and not c.has("suc khoe|thoi tiet|gia dinh|dich benh|an uong|on dinh|phuc tap|kho khan|binh thuong|la|sai|nham"):
        return c.act(Intent.status_overall, period=c.period)
    listed = c.has(
        r"tinh hinh|tien do|tong hop|tong quan|thong ke|(?:bao nhieu|may) ?(?:viec|nhiem vu|phan tram|%)|ti le|ty le|so lieu|nhiem vu (?:chung|nam)|viec chung|ket qua (?:chung|thuc hien|toan)|(?:phong|don vi) nao (?:lam tot|xong|kem|tot|hoan thanh|dung dau)|xong (?:duoc )?(?:may|bao nhieu)"
    )
    if (listed and (c.asks or c.has(whole) or c.starts("tinh hinh|tong hop|tien do|thong ke|cho|xem"))) or (
        c.has("co quan|cac phong|cac don vi|toan ban|toan phuong")
        and c.asks
        and c.has("the nao|sao roi|den dau|ra sao|toi dau")
    ):
        return c.act(Intent.status_overall, period=c.period) if not c.has("duong|xe|nha|hop") else None
    return None
