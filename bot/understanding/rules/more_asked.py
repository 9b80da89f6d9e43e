"""More that people ask to see: what slips behind internal dates, one person's work, own results of a month, tomorrow's morning."""

import re
from dataclasses import replace

from bot.understanding import when
from bot.understanding.asked_of import of_whom, somebody
from bot.understanding.clause import Clause
from bot.understanding.intents import Act, Intent
from bot.understanding.listed import listed

_MINE = r"(?:em|toi|minh|tui|to|anh|chi)"
_SLIPPING = (
    r"(?:cham|tre|qua|lo|vuot|sau|cham so voi|tre so voi) (?:cac )?(?:moc|han) noi bo|(?:cham|tre|qua|lo|vuot) moc"
    r"|moc(?: noi bo)? (?:nao )?(?:da |bi |dang )?(?:cham|tre|qua|lo)"
)
#: What is told of a task, or wished for, is no question about the list.
_TOLD = r"vi|do|xin|gia han|lui|nguyen nhan|ly do|so (?:bi )?(?:cham|tre)|se (?:bi )?(?:cham|tre)|khong bi"
_LISTED = r"viec|nhiem vu|cac|nhung|danh sach|liet ke|xem|loc|phong|don vi|ai|nao|gi|may|bao nhieu|dau viec|phan viec"


def slipping(c: Clause) -> Act | None:
    """ "Việc chậm mốc nội bộ": other words, other people and other days than "quá hạn"."""
    if c.ids or not c.has(_SLIPPING) or c.has(_TOLD) or not (c.asks or c.has(_LISTED) or c.is_just(_SLIPPING)):
        return None
    return c.act(Intent.slipping_list, **({"person": None} | of_whom(c)))


_STUCK = r"(?:(?:dang|bi|con|gap|co|hay) )*(?:vuong(?: mac)?|kho khan|bi ket|tac nghen)"
_WAITING = (
    r"(?:dang|con|phai|bi|van) (?:(?:cho|doi) (?:so|tinh|bo|trung uong|cap tren|huyen|thanh pho|y kien|huong dan|phan hoi|kinh phi|van ban|tham dinh|mat bang|don vi|phong|ben)"
    r"|thieu (?:kinh phi|von|nguoi|mat bang|so lieu|ho so))"
)
_NOT_STUCK = rf"(?:khong|chua|het|dau) (?:con |co |he |bi |gap |thay )*(?:vuong|kho khan)|(?:thi|de|neu|khi|cu) .*(?:bao|noi|nhan|alo|hoi)|(?:thi|neu) {_STUCK}|(?:neu|khi) (?:co )?vuong"


def stuck(c: Clause) -> Act | None:
    """ "Việc nào đang vướng", "phòng nào có khó khăn gì": what stands in the way, of everything the reader may see."""
    waiting = c.has(r"(?:viec|nhiem vu) (?:nao|gi)") and c.has(_WAITING)
    if (
        c.ids
        or c.replying
        or not (waiting or c.has(_STUCK))
        or c.has(_NOT_STUCK)
        or c.has("viec (?:nay|ay|do|kia)|xin|gia han")
    ):
        return None
    asks = c.has(r"nao|gi|ai|nhung ai|bao nhieu|may") or c.has("danh sach|liet ke|tong hop|loc|thong ke")
    if not (asks or (c.asks and not c.has("em|toi")) or c.is_just(rf"(?:(?:cac|nhung) )?viec {_STUCK}")):
        return None
    named = {} if c.has("(?:phong|don vi) nao") else of_whom(c)
    return c.act(Intent.stuck_list, **({"person": None} | named))


_ABOUT = (
    r"(?:tinh hinh(?: cong viec| lam viec| viec)?|tien do(?: cong viec)?|cong viec|nhiem vu|(?:danh sach |cac |nhung )?(?:dau |phan )?viec|danh sach viec)"
    r"(?: cua| dang giu| giao cho)?"
)
_DOES = (
    r"(?:(?:hien|van|nay|thang nay|tuan nay|hom nay) )*(?:dang |con |co |da )?(?:lam(?: duoc| xong)?|giu|phu trach|om|no|con|co|dam nhan|nam)"
    r" (?:(?:nhung|cac) )?(?:viec |cong viec |nhiem vu )?(?:gi|nao|may viec|bao nhieu viec|may nhiem vu|viec gi|viec nao|(?:toi |den )dau)(?: (?:the|vay|nua|roi|a|ha|nhi|em|chua (?:xong|lam|bao)|phai lam))*"
)
_STANDS = r"(?:lam (?:viec )?)?(?:den|toi) dau(?: roi)?|(?:lam|tien do|tinh hinh) (?:the nao|ra sao|sao)(?: roi)?|con (?:may|bao nhieu) (?:viec|nhiem vu)(?: (?:chua xong|nua))?"
#: "Hoa còn mấy việc": without a form of address.
_BARE_NAME = re.compile(
    rf"(?:(?:da|alo|bot oi|em oi|bot)[ ,]+)*(?!nam (?:nay|sau|toi|truoc) )(?P<name>[^\W\d]+(?: [^\W\d]+){{0,3}}?) (?={_DOES}|{_STANDS}|(?:(?:da|co) )?(?:gui |nop )?giai trinh (?:gi )?chua\b)"
)
_ENDS = r"(?: (?:the nao|ra sao|sao|den dau|toi dau|thang nay|tuan nay|thang (?:truoc|\d{1,2})|hien nay|hien tai|hom nay|nay|roi|a|nhe|em|bot|di|nhi|gom nhung gi|co gi|co nhung gi|la gi|gi))*"
_WISH = r"(?:(?:cho (?:toi|anh|chi|em|minh)(?: xem| biet| hoi)?|xem|liet ke|hoi|kiem tra) )?"
#: "Tình hình Lan"; in small letters "thu", "mai" are what the office takes in, and tomorrow.
_ABOUT_NAME = re.compile(rf"{_WISH}(?:bao cao )?{_ABOUT} (?P<name>[^\W\d]+(?: [^\W\d]+){{0,3}}?)(?={_ENDS}[?!., ]*$)")
_WORD_TOO = frozenset(listed("thu mai nam tam dung van ha hai khoa minh an binh"))
_HOW_MUCH = re.compile(r" con (?:may|bao nhieu) (?:viec|nhiem vu)\b")
_ADDRESSED = re.compile(r"\b(?:anh|chi|em|co|chu|bac|ong|ba|dong chi) ([^\s,;:.?!]+)")
_FORMS = frozenset(listed("anh chị chi em cô co chú chu bác bac ông ong bà ba")) | {"đồng chí", "dong chi"}
_EXPLAINED = r"(?:(?:da|co) )?(?:gui |nop )?giai trinh (?:gi )?chua"


#: "Hoa với Phúc đang ôm bao nhiêu việc".
_TWO = re.compile(
    r"(?:(?:anh|chi|em) )?(?P<name>[^\W\d]+)(?:,| va| voi| cung) (?:(?:anh|chi|em) )?(?P<second>[^\W\d]+) "
)


def _two_asked(c: Clause) -> Act | None:
    found = _TWO.match(c.norm)
    both = [c.line.typed(*found.span(name)) for name in ("name", "second")] if found else []
    known = len(both) == 2 and all(c.directory.names_somebody(name.lower()) for name in both)
    if (
        not found
        or not known
        or not _says(replace(c, line=c.line.part(found.end(), len(c.norm))), f"{_DOES}|{_STANDS}")
    ):
        return None
    first, second = (c.act(Intent.status_unit, person=name, period=c.period) for name in both)
    return replace(first, also=(second,))


def person_asked(c: Clause) -> Act | None:
    """How one person of the office stands: "tình hình chị Lan", "chị Thảo đang làm gì"; a unit named beside it goes first."""
    if two := None if c.ids or c.unit or c.context == "group" else _two_asked(c):
        return two
    named = _named(c)
    if c.ids or c.unit or not named or c.context == "group":
        return None
    who = re.escape(c.norm[named[0] : named[1]])
    if c.is_just(rf"{_WISH}(?:bao cao )?{_ABOUT} {who}{_ENDS}") or _says(c, rf"{_WISH}{who} (?:{_DOES}|{_STANDS})"):
        return c.act(Intent.status_unit, person=c.line.typed(*named), period=c.period)
    if _says(c, rf"{who} {_EXPLAINED}"):
        return c.act(Intent.overdue_list, person=c.line.typed(*named), topic="explained")
    return None


def _says(c: Clause, pattern: str) -> bool:
    """`pattern` is all there is but politeness; unlike the core, the norm keeps whom it begins or ends with."""
    said = re.sub(r"[?!., ]+$", "", c.norm)
    lead, tail = r"(?:(?:da|alo|bot|em|bot oi|em oi|ad)[ ,]+)*", r"(?:[ ,]+(?:a|nhe|em|bot|nhi|ha|di|voi|giup em))*"
    return bool(re.fullmatch(rf"{lead}(?:{pattern}){tail}", said))


def _named(c: Clause) -> tuple[int, int] | None:
    """Where somebody is named with a form of address: of the office, or written as a name (who is then said to be unknown)."""
    for found in _ADDRESSED.finditer(c.norm):
        word = c.line.typed(*found.span(1))
        if c.line.typed(found.start(), found.start(1)).lower() not in _FORMS or found.group() == "co quan":
            continue  # "cơ quan", "chủ tịch"
        if word[:1].isupper() or c.directory.names_somebody(word):
            end = found.end()
            while (more := re.match(r" ([^\s,;:.?!]+)", c.norm[end:])) and c.line.typed(end, end + more.end())[
                :1
            ].isupper():
                end += more.end()
            return found.start(), end
    return _named_barely(c)


def _named_barely(c: Clause) -> tuple[int, int] | None:
    """Somebody of the office before what he has to do; "Mai" may be tomorrow, unless all of the work is asked about."""
    about = _ABOUT_NAME.match(c.norm)
    name = c.line.typed(*about.span("name")) if about else ""
    if about and (name[:1].isupper() or about["name"] not in _WORD_TOO) and somebody(c, about, surely=name == "Mai"):
        return about.span("name")
    found = _BARE_NAME.match(c.norm)
    mai = found and c.line.typed(*found.span("name")) == "Mai" and _HOW_MUCH.match(c.norm, found.end("name"))
    return found.span("name") if found and mai and c.directory.people_named("Mai") else somebody(c, found)


_NEAR = r"(?:viec )?(?:sap|gan|den) (?:den |toi |het )?han"
_WHEN = r"(?: (?:trong |cua )?(?:tuan(?: (?:nay|sau|toi))?|thang(?: (?:nay|sau|toi|\d{1,2}))?|hom(?: nay)?|ngay mai|mai|quy(?: (?:nay|\d))?))"


def soon_in(c: Clause) -> Act | None:
    """ "Sắp đến hạn tuần này": the words alone, without a word for work."""
    if c.ids or not c.is_just(rf"{_NEAR}{_WHEN}|(?:tuan|thang) (?:nay|sau|toi) (?:den|sap den|toi) han"):
        return None
    found = None if c.period else when.day_in(c.norm, c.on, c.calendar, future=True)
    return c.act(Intent.due_soon, period=c.period, date=found[0] if found else None)


def week_summed(c: Clause) -> Act | None:
    """ "Tổng hợp tuần" without saying which is of this week."""
    if c.ids or not c.has("tong hop") or not _says(c, rf"{_WISH}(?:gui |lam |xin )?(?:ban )?tong hop (?:cua )?tuan"):
        return None
    return c.act(Intent.status_overall, period=when.period_in("tuan nay", c.on))


_RESULTS = r"(?:ket qua|kpi|san pham|thanh tich)(?: (?:cong viec|cong tac|lam viec|thuc hien|kpi|danh gia|nhiem vu|viec|hang thang|thang))*"


_HOW_MANY_DONE = (
    r"(?:da )?(?:lam|xong|hoan thanh)(?: (?:xong|duoc))* (?:may|bao nhieu) (?:viec|nhiem vu)(?: (?:roi|vay|the|a|nhi))*"
)


def my_results(c: Clause) -> Act | None:
    """ "Kết quả của tôi tháng 10", for the monthly form; a month is the point of it, or the form."""
    if not c.ids and _says(c, rf"{_MINE} {_HOW_MANY_DONE}") and (c.role == "staff" or not c.has("minh|ta")):
        return c.act(Intent.my_results, period=c.period or str(c.on.year), own=True)
    of_form = re.sub(r"\b(?:de|nham) (?:nop|gui|bao cao|lam) (?=(?:\w+ )?kpi\b)", "de ", c.norm) != c.norm
    if (
        c.ids
        or (c.has("thieu|chua co|nop|gui|bao cao|nhac") and not of_form)
        or not (c.period or c.has("kpi|ca nam|nam nay"))
    ):
        return None
    span = r"(?: (?:trong |cua )?(?:thang|quy|nam|tuan|ky) ?(?:nay|truoc|roi|vua roi|vua qua|\d{1,2}(?:/20\d\d)?|i{1,3}|iv|20\d\d)?)*"
    whose = rf"(?: cua)? {_MINE}"
    if _says(c, rf"{_WISH}(?:(?:phieu|bieu|mau|ket qua|form) )?kpi{span}"):
        return c.act(Intent.my_results, period=c.period, own=True)
    if _says(c, rf"{_WISH}(?:tong hop )?{_RESULTS}{span}{whose}{span}") or _says(
        c,
        rf"{_WISH}(?:{_MINE} )?(?:tong hop )?{_RESULTS}{span}{whose}?{span}(?: de)?(?: lam| ke khai| dien| nop| gui)? (?:phieu |bieu |mau |form )?kpi{span}",
    ):
        return c.act(Intent.my_results, period=c.period, own=True)
    if _says(
        c,
        rf"(?:trong )?(?:(?:thang|quy|nam|ky) ?(?:nay|truoc|roi|\d{{1,2}}|i{{1,3}}|iv)|ca nam(?: nay)?) {_MINE} (?:da )?(?:lam|xong|hoan thanh)(?: (?:xong|duoc))* (?:(?:may|bao nhieu) (?:viec|nhiem vu)|(?:nhung )?(?:gi|viec gi|viec nao))(?: (?:roi|vay|the))*",
    ):
        return c.act(Intent.my_results, period=c.period or str(c.on.year), own=True)
    if named := _named(c) or _called(c):
        who = re.escape(c.norm[named[0] : named[1]])
        if _says(c, rf"{_WISH}{_RESULTS}{span}(?: cua)? {who}{span}"):
            return c.act(Intent.my_results, period=c.period, person=c.line.typed(*named))
    return None


_OF_PERIOD = (
    r"(?: (?:trong |cua )?(?:thang|quy|ky) ?(?:nay|truoc|roi|vua roi|\d{1,2}(?:/20\d\d)?|i{1,3}|iv|bao cao nay))?"
)
_WHAT_OF_IT = r"(?:ket qua|so lieu|tien do|vuong mac|kho khan)(?: (?:bao cao|thuc hien))*"
_NUMBERED = r"(?:(?:viec|nhiem vu|nv|so) )*#?(?P<{}>\d{{1,4}})"
_RESULT_OF_ONE = re.compile(
    rf"(?:(?:cho )?(?:em |anh |chi |toi |minh )?(?:xem|hoi|biet) )?(?:{_WHAT_OF_IT}{_OF_PERIOD} (?:cua )?{_NUMBERED.format('a')}{_OF_PERIOD}"
    rf"|{_NUMBERED.format('b')},? {_WHAT_OF_IT}{_OF_PERIOD}|{_NUMBERED.format('c')}{_OF_PERIOD} {_WHAT_OF_IT})(?: (?:la |thi |dat )*(?:gi|sao|the nao|bao nhieu|dau|ra sao))?(?: (?:roi|vay|the|em|a|nhi|anh|chi|nhe|bot))*"
)


def result_asked(c: Clause) -> Act | None:
    """ "45 kết quả", "kết quả tháng 10 của 41 là gì", "việc 31 số liệu tháng 10": with nothing told behind, it asks."""
    found = _RESULT_OF_ONE.fullmatch(c.norm.strip(" .!?")) if c.context != "group" else None
    if found is None or c.line.text.rstrip().endswith(":"):
        return None
    if not (c.heads or c.asks) and c.has("vuong mac|kho khan"):
        return None  # of whose work it is tells that it is stuck
    return c.act(Intent.task_detail, task_ids=(int(found["a"] or found["b"] or found["c"]),))


def _called(c: Clause) -> tuple[int, int] | None:
    """Where somebody of the office is named behind "của" by his name alone: "kết quả tháng 10 của Lan"."""
    found = re.search(r"\bcua ([^\s,;:.?!]+)", c.norm)
    word = c.line.typed(*found.span(1)) if found and not c.unit else ""
    return found.span(1) if found and word[:1].isupper() and c.directory.names_somebody(word) else None


_MORNING = r"(?:(?:tin |ban tin |tin nhac |lich nhac |danh sach nhac |viec )?(?:cua )?)?(?:sang (?:ngay )?mai|ngay mai|mai|sang thu (?:hai|2)|sang hom sau)"


def preview(c: Clause) -> Act | None:
    """ "Xem trước sáng mai": what the next morning would bring, and to how many."""
    if c.ids or not (
        c.is_just(
            rf"(?:cho (?:toi|anh|chi|em|minh) )?xem (?:truoc|thu) (?:cac )?(?:tin |nhac viec |nhac )*{_MORNING}(?: (?:nhac|gui) (?:gi|ai|nhung ai|nhung gi))?"
        )
        or c.is_just(
            r"(?:sang mai|sang ngay mai|ngay mai|mai)(?: (?:em|bot|he thong|se|ban|co|dinh))* (?:nhac|gui)(?: tin)?"
            r"(?: (?:(?:nhung |cac |va )*(?:gi|viec gi|viec nao|ai|nguoi nao)|(?:bao nhieu|may) (?:nguoi|tin|ai|viec(?: gi)?)|cho (?:nhung )?ai|cho may nguoi|cho bao nhieu nguoi)){1,2}"
        )
        or c.is_just(r"(?:sang mai|mai) (?:co )?(?:bao nhieu|may) (?:nguoi|tin)(?: se)? (?:duoc|bi|phai) nhac")
        or c.is_just(
            r"(?:sang mai|mai) (?:toi|em|minh|anh|chi)(?: se)? (?:duoc|bi) nhac (?:gi|viec gi|nhung gi|viec nao)"
        )
    ):
        return None
    return c.act(Intent.preview_morning)
