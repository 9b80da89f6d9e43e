"""Deciding and asking for decisions: accept, return, hand out, dates moved or asked for."""

import re
from typing import Any

from bot.understanding import when
from bot.understanding.clause import Clause, Doubt
from bot.understanding.intents import Act, Intent
from bot.understanding.line import read_line
from bot.understanding.numbers import task_ids
from bot.understanding.rules_dates import named_date
from bot.understanding.words import NEWS

_REJECT = (
    r"khong (?:dong y|duyet|chap thuan|nhat tri|thong qua|dat|cho (?:lui|gia han|phep)|(?:duoc )?lui|gia han|dang|chap nhan|xac nhan)|chua (?:duyet|dong y|cho (?:lui|gia han)|dat(?! han)|chap thuan|on)|tu choi|tra (?:lai|ve)|"
    r"bac (?:de nghi|yeu cau|viec|gia han|bao cao|don|xin|tin|bai|\d|ket qua)|lam lai|yeu cau (?:bo sung|lam lai|chinh sua)|reject|khong the (?:duyet|dong y)|chua dam bao(?! (?:cao|xong|hoan thanh|nhan|voi)\b)|can (?:chinh sua|bo sung)|"
    r"khong dong tinh|(?<!kiem )(?<!thanh )(?<!dieu )(?<!chi )(?<!hoan )(?<!tra )tra(?= \d)"
)
_APPROVE = (
    r"(?:phe )?duyet|thong nhat|dong y|nhat tri|chap thuan|chap nhan|thong qua|approved?|dong tinh|xac nhan (?:hoan thanh|xong|ket qua|viec|nhiem vu|da xong|\d)|cong nhan|nghiem thu|"
    r"cho (?:viec \d+ |phep )?(?:lui|gia han)|ghi nhan hoan thanh|ok (?:cho|viec \d)|duoc, cho|dat yeu cau"
)
#: What was done in a task whose number stands before: "9 đã công nhận 3 hộ", "17 đã được phê duyệt 2 dự án".
_IN_WORK = re.compile(
    r"\b(?:da|dang|duoc|vua|moi|se) (?:\w+ ){0,2}?"
    r"(?:phe duyet|duyet|thong nhat|thong qua|nghiem thu|cong nhan|chap thuan|chap nhan|xac nhan|tra lai|tra)"
    r"(?= (?!roi|het|xong|nhe|viec|em\b|a\b|cho (?:em|anh|chi|phong))\w)"
    r"|\bthong nhat(?= (?:voi|noi dung|phuong an|thoi gian))"
)
#: A verdict in front of the reason itself: "làm lại, số liệu sai".
_VERDICT = re.compile(
    r"^(?:(?:làm lại|lam lai|chưa đạt|chua dat|không đạt|khong dat|trả lại|tra lai|trả về|tra ve)(?:[ ,:.]+|$))+", re.I
)
_CAUSE = r"\b(?:(?<!don )vi|do|ly do)\b"
_ALL = r"het|tat ca|toan bo|ca"
_MOVE = (
    r"gia han|lui|doi (?:han|thoi han|ngay|moc|deadline|sang|den)|hoan (?:han|den|viec|lai den|thoi han|sang)|keo dai|xin them|cho (?:em |chi |anh |phong )?(?:xin )?them|them (?:\d+|mot|hai|ba|vai|nua|it) (?:ngay|tuan|thang|hom)|xin (?:\w+ ){0,3}(?:den|toi|sang|cham|tre)|"
    r"them thoi gian|dieu chinh (?:thoi )?(?:han|gian)|chuyen (?:han|thoi han|sang (?:thang|quy|tuan|ngay|thu|\d+/))|(?:viec|nhiem vu) \d+ (?:chuyen|day) (?:sang )?(?:ngay )?\d+/|xin cham|extend|doi lai (?:han|ngay)|nop (?:cham|muon|tre)|roi (?:han|ngay)"
)
_SET = (
    r"(?:dat|chot|an dinh|sua|ghi|cap nhat|set|giao|quy dinh|xac dinh) (?:lai )?(?:thoi )?(?:han|deadline|moc)|(?<!dung )(?<!qua )(?<!tre )(?:thoi )?han (?:chot )?(?:cua )?(?:viec|nhiem vu|nv|so|cho viec)? ?\d+(?!\d) ?(?:la|den|:|ngay|vao|cuoi|thanh|het|\d+|thu|trong)|"
    r"chot (?:viec |nhiem vu )?\d+ (?:ngay|den|vao|thu)|(?:deadline|moc)(?: noi bo)? (?:viec |cua viec |so )?\d+|(?:viec|nhiem vu) \d+ (?:co )?(?:thoi )?(?:han|deadline)(?: chot)? (?:la|den|ngay|:|\d+|vao|cuoi|thu)|(?:bo|xoa|huy) (?:thoi )?(?:han|moc)|khong dat han|rut han|"
    r"(?:han|moc) \d+ (?:la|den|\d+/|ngay|thu|cuoi)|"
    r"(?:yeu cau|phai) (?:xong|hoan thanh) (?:viec|nhiem vu) \d+ (?:truoc|trong|den|vao)|(?:cho )?(?:viec|nhiem vu) \d+ (?:den|toi) (?:het )?(?:ngay|thang|thu|cuoi|\d)|han (?:xong|hoan thanh)"
)
_FINISH_BY = (
    r"(?:viec|nhiem vu) \d+ (?:phai )?(?:xong|hoan thanh|nop) (?:truoc|cham nhat|trong|vao) (?:ngay )?(?:\d+|thu|cuoi|tuan|thang|hom|mai)|"
    r"(?:hoan thanh|phai xong|phai nop) (?:viec|nhiem vu) \d+ (?:truoc|trong|cham nhat|vao)|\d+ phai (?:xong|hoan thanh|nop) (?:truoc|trong|cham nhat|vao)"
)
_ASSIGN = (
    r"(?:ban |chuyen )?giao (?:lai )?(?:cho |nhiem vu |viec |cac |so |\w+ ?\d|#?\d|\w+ \w+ (?:viec|lam|phu|chu|thuc))|chuyen (?:giao )?(?:viec |nhiem vu |so |#)?(?:\d[\d, va]* ?)?(?:tu .+ )?(?:cho|sang|ve|qua) (?!(?:ngay|thang|tuan|quy|thu|tieng|nam|\d|trang thai|dang)\b)|"
    r"(?:viec|nhiem vu|so|#)? ?\d+ (?:chuyen|giao) (?:lai )?(?:cho|sang|ve|qua)|phan cong|phan (?:viec|nhiem vu|cho)|(?:lam )?(?:chu tri|phu trach|phoi hop|dau moi|ho tro|dam nhan|thuc hien) (?:viec|nhiem vu|\d)|"
    r"(?:viec|nhiem vu) \d+ (?:do|de|cho|nho|thuoc) (?!em\b|ky\b|huong)|(?:de|cho|nho) .{2,30} (?:lam|lo|phu trach|chu tri|dam nhan|xu ly|phoi hop|thuc hien|theo doi) (?:viec|nhiem vu|\d)|them .{2,30} phoi hop|assign|nho .{2,20} (?:lam|lo) (?:viec|\d)|"
    r"(?:doi|thay) (?:nguoi|don vi) (?:lam|phu trach|chu tri|phoi hop)"
)


def _news_ids(c: Clause) -> tuple[int, ...]:
    found = re.search(rf"\b{NEWS}(?: so)? #?(\d{{1,3}}(?:(?:, ?| va )\d{{1,3}})*)(?! (?:tin|bai|thang))", c.norm)
    return tuple(int(n) for n in re.findall(r"\d+", found[1])) if found else ()


def decided(c: Clause) -> Act | Doubt | None:
    """Accepting and returning; a head's word, or a refusal whoever types it."""
    if (c.asks_plainly and not c.has("khong dong y|khong duyet")) or c.has("neu|khi nao|bao gio|gia su"):
        return None
    if c.is_just(r"bac|khong|tra|tra lai(?: viec)?|khong duoc|chua dat|chua duoc") and c.heads and c.replying:
        return c.act(Intent.reject)
    if _requests(c) or (c.context == "group" and not c.names_task):
        return None
    said = _without_work(c)
    if _finds(_REJECT, said) or re.match(r"\d[\d, ]* (?:khong|chua) (?:dat|duyet|dong y|duoc)$", c.core):
        return _rejected(c)
    if _finds(_APPROVE, said) or (
        c.replying and c.heads and c.is_just(r"(?:xac nhan|duoc|cho phep|y|duyet|dong y roi|ok cho)")
    ):
        return _approved(c)
    if (
        c.heads
        and (c.replying or c.ids)
        and (
            c.is_just(r"ok(?: em)?|ok(?: viec)? \d+|ok roi|dat|dat roi")
            or re.fullmatch(r"ok(?: em)?(?: (?:viec )?\d+)?(?: em| nhe)*", c.norm.strip(" .!"))
        )
    ):
        return Doubt((c.act(Intent.approve), c.act(Intent.greeting_thanks)))
    return None


def _without_work(c: Clause) -> str:
    """The clause without what it tells of the work itself after the task's number."""
    after = c.ids_span[1] if c.ids_span else len(c.norm)
    return c.norm[:after] + _IN_WORK.sub("", c.norm[after:])


def _finds(pattern: str, norm: str) -> bool:
    return re.search(rf"\b(?:{pattern})(?!\w)", norm) is not None


def _requests(c: Clause) -> bool:
    """Staff asking to be heard: "đề nghị anh duyệt", "em xin gia hạn", "chờ duyệt", "đã duyệt" are no decisions."""
    if not c.decides and c.has("de nghi|xin|mong") and c.has(_MOVE) and not c.has("dong y|khong dong y|duyet"):
        return True
    if (
        c.has(
            r"(?:cho|doi|trinh|xin|de nghi|nho|mong|kinh de nghi|de|gui|duoc|da|sau khi|anh|chi|sep|lanh dao) (?:\w+ ){0,3}(?:duyet|phe duyet|xac nhan)(?! \d)"
        )
        and not c.heads
    ):
        return True
    if c.has(r"(?:cho|doi|trinh|dang) (?:\w+ ){0,3}(?:duyet|phe duyet)(?! cho)") and not c.starts(
        "duyet|dong y|khong|tra"
    ):
        return True
    return (
        not c.decides
        and c.role != "unit_head"
        and c.has(r"xin (?:\w+ ){0,2}(?:gia han|lui)|xac nhan (?:hoan thanh|xong|viec|\d)")
    )


def _rejected(c: Clause) -> Act:
    reason = c.reason
    if not reason and c.ids:
        reason = c.rest_after_ids
    elif not reason and (
        found := re.search(
            r"(?:tra lai|lam lai|tu choi|chua dat|khong dat|khong duyet|chua duyet|bo sung|khong dong y|chua dong y)(?: (?:viec nay|duoc|nhe|em|a))*[,.:] ?",
            c.norm,
        )
    ):
        reason = c.without_politeness(found.end(), len(c.norm))
    if reason:
        reason = _VERDICT.sub("", reason) or None
    if reason and re.fullmatch(
        r"(?:cho |viec |nay |khong |chua |dat|duyet|dong y|lui|gia han|han|lam lai|dau|duoc|a|nhe|em|roi|ve|tra lai|,| )+",
        read_line(reason).norm,
    ):
        reason = None
    return _with_news(c, c.act(Intent.reject, reason=reason, which=_of_date(c)))


def _of_date(c: Clause) -> str | None:
    """A verdict on a wish for time, as its words say; on a report none of them stands in it."""
    head = re.split(_CAUSE, c.norm)[0]
    return named_date(head) or ("any" if re.search(r"\b(?:lui|gia han|keo dai|doi ngay)\b", head) else None)


def _with_news(c: Clause, act: Act) -> Act:
    if news := _news_ids(c):
        return act.with_slots(news_ids=news, task_ids=tuple(i for i in act.slots.task_ids if i not in news))
    return act


def _approved(c: Clause) -> Act | Doubt | None:
    has_except = re.search(r"\b(?:tru|ngoai tru|ngoai|khong tinh|de lai) (?:viec |so |cac viec )?(\d.*)$", c.norm)
    if has_except:
        left_out, _ = task_ids(read_line("xong " + has_except[1]))
        return c.act(Intent.approve, task_ids=tuple(i for i in c.ids if i not in left_out), all_except=left_out)
    every = c.has(rf"(?:duyet|dong y|nhat tri|thong qua|chap thuan|xac nhan)(?: \S+){{0,3}} (?:{_ALL})|(?:tat ca|het)")
    asked_day = c.has(r"den|toi|sang|han|truoc|ngay") and c.has(r"\d+[/-]\d+|ngay|thu \d|cuoi|tuan|thang|mai")
    if (
        c.has(r"cho (?:viec \d+ )?(?:lui|gia han)")
        and c.decides
        and asked_day
        and not c.has("dong y|duyet|nhat tri|chap thuan")
    ):
        return None
    act = c.act(
        Intent.approve,
        date=c.day() if asked_day else None,
        mode="all" if every else None,
        which=_of_date(c),
        **(c.unit_slots() if every else {}),
    )
    if every and not c.ids:
        act = act.with_slots(all_except=())
    if not c.heads and not (c.ids or c.replying):
        return None
    if c.has("nhung|voi dieu kien|tuy nhien"):
        return Doubt((act, c.act(Intent.reject)))
    return _with_news(c, act)


def dated(c: Clause) -> Act | None:
    """A later date asked for by staff, set by whoever decides."""
    sets = (c.has(_SET) or (c.heads and c.has(_FINISH_BY))) and (c.ids or c.replying)
    if not (sets or c.has(_MOVE)) or c.asks_plainly:
        return None
    if c.has("khong can (?:gia han|lui)|khong xin") or not (c.ids or c.replying or c.context == "direct"):
        return None
    if (
        not c.ids
        and not c.replying
        and not c.has(r"gia han|lui han|lui thoi|lui moc|doi han|xin lui|xin them|keo dai|dieu chinh")
    ):
        return None
    intent = (
        Intent.set_deadline
        if c.decides or (sets and c.role == "unit_head" and not c.has("xin|de nghi|cho em"))
        else Intent.extend_request
    )
    duration = when.duration_in(re.sub(rf"{_CAUSE}.*", "", c.norm)) if c.has("them|keo dai|gia han|lui|cham") else None
    head = re.split(_CAUSE, c.norm)[0]
    found = when.day_in(head, c.on, c.calendar, future=True) if not duration or c.has(r"den|sang|toi") else None
    dropped = c.has(r"(?:bo|xoa|huy) (?:thoi )?(?:han|moc)|khong dat han|rut han")
    return c.act(
        intent,
        date=found[0] if found else None,
        duration=duration[0] if duration and not found else None,
        duration_unit=duration[1] if duration and not found else None,
        reason=c.reason,
        period=when.period_in(head, c.on) if not found and not duration and not dropped else None,
        mode="remove" if dropped else None,
        which=named_date(head) or "any",
    )


def handed_out(c: Clause) -> Act | None:
    if not (c.has(_ASSIGN) or re.search(rf"\b(?:{_ASSIGN})", c.norm)) or (c.asks_plainly and not c.has("duoc khong")):
        return None
    if not (c.ids or c.replying):
        return None
    slots: dict[str, Any] = c.unit_slots()
    slots = slots or _unknown_unit(c)
    person = c.person or (None if slots else _whoever(c))
    if not (person or slots or _orders(c)):
        return None
    moved = re.search(r"\btu (.+?) (?:sang|cho|qua|ve|den) (.+)$", c.norm)
    if moved:
        slots |= _moved(c, moved)
    else:
        slots["person"] = person
        slots |= _with_partner(c)
    if c.has("phoi hop|ho tro") and not c.has("chu tri|phu trach|giao") and "partner" not in slots:
        slots["mode"] = "coordinate"
    found = (
        when.day_in(c.norm, c.on, c.calendar, future=True)
        if c.has(r"truoc|han|den ngay|xong|trong|cham nhat")
        else None
    )
    return c.act(Intent.assign, date=found[0] if found else None, **slots)


def _orders(c: Clause) -> bool:
    """ "Giao 4" with nobody named; "đã giao 4" only tells."""
    told = c.has("da giao|duoc giao|da phan cong|duoc phan cong") and "dạ" not in c.line.text.lower().split()
    order = r"(?:giao|phan cong)(?: cac)?(?: (?:viec|nhiem vu|nv|so))?(?: so)? #?\d[\d, va#]*(?:(?: cho)?$| (?:truoc|den|trong|han|cham nhat)\b.*)"
    return not told and c.is_just(order)


_UNIT_WORD = r"(?:phong|trung tam|van phong|bo phan|ban|to|doi) \w[^,.;:!?]*?"
_THEN = r"(?=$|[,.!?]| (?:lam|phu trach|chu tri|xu ly|theo doi|thuc hien|lo|nhe|a|em|giup|truoc|han|cham|trong|di|luon|phoi hop)\b)"


def _unknown_unit(c: Clause) -> dict[str, Any]:
    """A unit named in an order that the office does not have: as typed, without a full name."""
    found = re.search(rf"\d,? (?:lai )?(?:cho|sang|qua|ve) ({_UNIT_WORD}){_THEN}", c.norm)
    return {"unit": c.line.typed(*found.span(1))} if found and c.starts("giao|chuyen|phan cong") else {}


def _whoever(c: Clause) -> str | None:
    """Who stands behind "cho" in an order, known to the office or not: "giao 4 cho Khánh"."""
    if not c.starts("giao|chuyen|phan cong"):
        return None
    found = re.search(
        r"\d,? (?:lai )?(?:cho|sang|qua|ve) (?!(?:phong|ban|trung tam|van phong|don vi|bo phan|nhom|to|doi|cac|ca|moi|tat|ai|toi|minh|em|anh|chi|ngay|thang|tuan|nam|quy|thu|kip|kp|xong|bot|lanh|chu|trang|dang|no|ho|ben|so|ubnd|hdnd)\b)"
        rf"([^\W\d]+(?: [^\W\d]+){{0,3}}?){_THEN}",
        c.norm,
    )
    return c.line.typed(*found.span(1)) if found else None


def _moved(c: Clause, moved: re.Match[str]) -> dict[str, str | None]:
    target = c.line.part(*moved.span(2))
    found = c.directory.find_unit(target)
    out: dict[str, str | None] = {"from_person": c.line.typed(*moved.span(1)), "unit": None, "unit_full": None}
    if found:
        return out | {
            "unit": target.typed(found.start, found.end),
            "unit_full": found.units[0].name if len(found.units) == 1 else None,
        }
    name = re.match(r"(?:(?:anh|chi|em|co|chu|bac|dong chi|ong|ba) )?\S+(?: [^\s]+)?", target.norm)
    typed = target.typed(*name.span()) if name else ""
    return out | {"person": re.sub(r"\s+(?:nhé|nhe|ạ|giúp|em|anh|chị)$", "", typed)}


def _with_partner(c: Clause) -> dict[str, str | None]:
    """ "giao 7 cho VP chủ trì, phòng VHXH phối hợp": the second unit only supports."""
    if not c.unit:
        return {}
    after = c.line.part(c.unit.end, len(c.norm))
    if not re.search(r"\bphoi hop\b", after.norm) or not (second := c.directory.find_unit(after)):
        return {}
    return {"partner": after.typed(second.start, second.end)}
