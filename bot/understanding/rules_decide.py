"""Deciding and asking for decisions: accept, return, dates moved or asked for."""

import re
from typing import Any

from bot.understanding import when
from bot.understanding.clause import Clause, Doubt
from bot.understanding.intents import Act, Intent, Slots
from bot.understanding.line import read_line
from bot.understanding.narrowing import all_of, spared
from bot.understanding.others_did import decided_already, own_moves, own_words
from bot.understanding.rules_dates import MORE_TIME, NEW_DATE, WISHES, expected, named_date
from bot.understanding.words import NEWS

_REJECT = (
    r"khong (?:dong y|duyet|chap thuan|nhat tri|thong qua|dat|cho (?:lui|gia han|phep)|(?:duoc )?lui|gia han|dang|chap nhan|xac nhan)|chua (?:duyet|dong y|cho (?:lui|gia han)|dat(?! han)|chap thuan|on)|tu choi|tra (?:lai|ve)|"
    r"bac (?:de nghi|yeu cau|viec|gia han|bao cao|don|xin|tin|bai|\d|ket qua)|lam lai|yeu cau (?:bo sung|lam lai|chinh sua)|reject|khong the (?:duyet|dong y)|chua dam bao(?! (?:cao|xong|hoan thanh|nhan|voi)\b)|can (?:chinh sua|bo sung)|"
    r"khong dong tinh|(?<!kiem )(?<!thanh )(?<!dieu )(?<!chi )(?<!hoan )(?<!tra )tra(?= (?:(?:viec|nhiem vu|nv) )?(?:so )?\d)"
)
_APPROVE = (
    r"(?:phe )?duyet|thong nhat|dong y|nhat tri|chap thuan|chap nhan|thong qua|approved?|dong tinh|xac nhan (?:hoan thanh|xong|ket qua|viec|nhiem vu|da xong|\d)|cong nhan|nghiem thu|"
    r"cho (?:viec \d+ |phep )?(?:lui|gia han)|ghi nhan hoan thanh|ok (?:cho|viec \d)|duoc, cho|dat yeu cau|cho qua"
)
_THEM = r"(?:(?:viec|nhiem vu|so) )*\d[\d, va]*:?"
#: The whole of what is said of a number: "8 thì không", "8 trả".
_TURNED_DOWN = rf"{_THEM} (?:(?:khong|chua) (?:dat|duyet|dong y|duoc)|thi (?:khong|chua)(?: duoc)?|(?:thi )?tra(?: lai| ve)?)(?:,? (?:vi|do|ly do) .+)?"
_PERHAPS_DOWN = rf"{_THEM} khong"
_FINE = rf"{_THEM} (?:thi |deu )*(?:dat|dat roi|tot)"
#: A verdict that names no task, and nothing beside it that might be its matter: "duyệt chi 15 triệu" is of another.
_ALONE = (
    rf"(?:(?:anh|chi|em|toi|minh|u|uh|ừ|da|vang|thi|cung|hoan toan|xem|roi|thoi|vay|ok|duoc|qua|hop ly|day du),? )*(?:{_APPROVE}|xac nhan|duoc|cho phep|y)"
    r"(?:,? (?:roi|luon|di|het|thoi|nua|ngay|viec|nhiem vu|bao cao|ket qua|de nghi|yeu cau|nay|do|ay|do nhe|cho|em|anh|chi|phong|lui|gia han|han|moc|thoi han|hoan thanh|den|toi|sang|ngay|thang|tuan|cuoi|"
    r"thu|sau|toi|mai|hai|ba|tu|nam|bay|theo|voi|[\d/.-]+|nhe|a|nha|xem|doc|kiem tra|thay|on|tot|lan nay|truoc|them|ky|xong|cac|dong y|duyet))*"
)
#: A verdict in front of the reason itself: "làm lại, số liệu sai".
_VERDICT = re.compile(
    r"^(?:(?:làm lại|lam lai|chưa đạt|chua dat|không đạt|khong dat|trả lại|tra lai|trả về|tra ve)(?:[ ,:.]+|$))+", re.I
)
_CAUSE = r"\b(?:(?<!don )vi|do|ly do)\b"
#: Going along with what is laid down for oneself decides nothing.
_AGREES = r"(?:dong y|nhat tri|thong nhat) (?:la|rang|voi (?:anh|chi|em|ban|sep|bac|co|chu|moi nguoi|y kien nay)(?=[ ,.!]*(?:$|[,.])))"
_WITH_OTHERS = r"(?:dong y|nhat tri|thong nhat|ung ho) voi (?:su |viec |cach |lich |y kien )?(?:phan cong|lich|y kien|anh|chi|em|phan viec|sap xep|bo tri|ke hoach)"
#: Not all of it, or not as it is.
_PARTLY = r"nhung|voi dieu kien|tuy nhien|mien la|voi yeu cau|(?:ngoai )?tru (?:phan|khoan|muc|noi dung|cai|kinh phi|cho)|rieng (?:phan|khoan|muc|noi dung)"
_ALL = r"het|tat ca|toan bo|ca(?! (?:viec |nhiem vu |so )?\d)"
#: All that waits of somebody, though "hết" is not said: "duyệt các việc của Lan", "duyệt mục A.II".
_OF_THEIRS = re.compile(
    r"\b(?:duyet|dong y|nhat tri|chap thuan|thong qua)(?: (?:giup|luon|cac|nhung|may|viec|nhiem vu|bao cao|ket qua|phan))* (?:cua|muc) (?!em\b|toi\b|minh\b)"
)
_MOVE = (
    rf"{MORE_TIME}|"
    r"gia han|lui|doi (?:han|thoi han|ngay|moc|deadline|sang|den)|hoan (?:han|den|viec|lai den|thoi han|sang)|keo dai|xin them|cho (?:em |chi |anh |phong )?(?:xin )?them|them (?:\d+|mot|hai|ba|vai|nua|it) (?:ngay|tuan|thang|hom)|xin (?:\w+ ){0,3}(?:den|toi|sang|cham|tre)|"
    r"them thoi gian|dieu chinh (?:thoi )?(?:han|gian)|chuyen (?:han|thoi han|sang (?:thang|quy|tuan|ngay|thu|\d+/))|(?:viec|nhiem vu) \d+ (?:chuyen|day) (?:sang )?(?:ngay )?\d+/|xin cham|extend|doi lai (?:han|ngay)|nop (?:cham|muon|tre)|roi (?:han|ngay)"
)
_SET = (
    r"(?:dat|chot|an dinh|sua|ghi|cap nhat|set|giao|quy dinh|xac dinh) (?:lai )?(?:thoi )?(?:han|deadline|moc)|(?<!dung )(?<!qua )(?<!tre )(?:thoi )?han (?:chot )?(?:cua )?(?:viec|nhiem vu|nv|so|cho viec)? ?\d+(?!\d) ?(?:la|den|:|ngay|vao|cuoi|thanh|het|\d+|thu|trong)|"
    r"chot (?:viec |nhiem vu )?\d+ (?:ngay|den|vao|thu)|(?:deadline|moc)(?: noi bo)? (?:viec |cua viec |so )?\d+|(?:viec|nhiem vu) \d+ (?:co )?(?:thoi )?(?:han|deadline)(?: chot)? (?:la|den|ngay|:|\d+|vao|cuoi|thu)|(?:bo|xoa|huy) (?:thoi )?(?:han|moc)|khong dat han|rut han|"
    r"(?:han|moc) \d+ (?:la|den|\d+/|ngay|thu|cuoi)|"
    r"(?:yeu cau|phai) (?:xong|hoan thanh) (?:viec|nhiem vu) \d+ (?:truoc|trong|den|vao)|(?:cho )?(?:viec|nhiem vu) \d+ (?:den|toi) (?:het )?(?:ngay|thang|thu|cuoi|nam|quy|tuan|\d)|han (?:xong|hoan thanh)|rut ngan (?:thoi )?han"
)
_FINISH_BY = (
    rf"{NEW_DATE}|"
    r"(?:viec|nhiem vu) \d+ (?:phai )?(?:xong|hoan thanh|nop) (?:truoc|cham nhat|trong|vao) (?:ngay )?(?:\d+|thu|cuoi|tuan|thang|hom|mai)|"
    r"(?:hoan thanh|phai xong|phai nop) (?:viec|nhiem vu) \d+ (?:truoc|trong|cham nhat|vao)|\d+ phai (?:xong|hoan thanh|nop) (?:truoc|trong|cham nhat|vao)"
)


def _news_ids(c: Clause) -> tuple[int, ...]:
    found = re.search(rf"\b{NEWS}(?: so)? #?(\d{{1,3}}(?:(?:, ?| va )\d{{1,3}})*)(?! (?:tin|bai|thang))", c.norm)
    return tuple(int(n) for n in re.findall(r"\d+", found[1])) if found else ()


def decided(c: Clause) -> Act | Doubt | None:
    """Accepting and returning; a head's word, or a refusal whoever types it."""
    if c.heads and c.context != "group" and "?" not in c.norm and (down := _turned_down(c)):
        return down
    if _is_asked(c):
        return None
    if c.has("neu"):
        return _on_condition(c)
    if c.is_just(r"bac|khong|tra|tra lai(?: viec)?|khong duoc|chua dat|chua duoc") and c.heads and c.replying:
        return c.act(Intent.reject)
    if _requests(c) or (c.context == "group" and not c.names_task):
        return None
    if agreed := _goes_along(c):
        return agreed
    said = own_words(c)
    if _finds(_REJECT, said):
        rejected = _rejected(c)
        counted = not (c.ids or rejected.slots.news_ids) and re.search(r"\b(?:tra|bac)(?: lai| ve)? \d", c.norm)
        return Doubt((rejected,)) if counted else rejected  # "trả 9 phòng Kinh tế chưa ký"
    if _finds(_APPROVE, said) or (
        c.replying and c.heads and c.is_just(r"(?:xac nhan|duoc|cho phep|y|duyet|dong y roi|ok cho)")
    ):
        return _approved(c)
    return _perhaps_approved(c) if c.heads and (c.replying or c.ids) else None


def _is_asked(c: Clause) -> bool:
    refused = c.has("khong (?:dong y|duyet)|chua duyet")
    if refused and c.has("(?:tai |vi )?sao|ai"):
        return True
    return (c.asks_plainly and not c.has("khong dong y|khong duyet")) or c.has("khi nao|bao gio|gia su")


def _on_condition(c: Clause) -> Act | None:
    """ "Duyệt 10 nếu Sở đồng ý": no verdict yet."""
    verdict = c.heads and c.ids and (_finds(_REJECT, c.norm) or _finds(_APPROVE, c.norm))
    return Act(Intent.smalltalk_other, Slots(task_ids=c.ids, held=True)) if verdict else None


def _goes_along(c: Clause) -> Act | Doubt | None:
    """ "Đồng ý với anh", "nhất trí là việc 12 gấp": with somebody, or with what was said."""
    if c.has(_WITH_OTHERS) and not c.ids:
        return c.act(Intent.greeting_thanks)
    if not c.ids or not c.has(_AGREES):
        return None
    return Doubt((c.act(Intent.approve),)) if c.heads else c.act(Intent.smalltalk_other)


def _perhaps_approved(c: Clause) -> Doubt | None:
    if re.fullmatch(_FINE, c.core):
        return Doubt((c.act(Intent.approve), c.act(Intent.progress, statement=c.said)))
    ok = r"ok(?: em)?(?: (?:viec )?\d+)?(?: em| nhe)*"
    if c.is_just(r"ok(?: em)?|ok(?: viec)? \d+|ok roi|dat|dat roi") or re.fullmatch(ok, c.norm.strip(" .!")):
        return Doubt((c.act(Intent.approve), c.act(Intent.greeting_thanks)))
    return None


def _turned_down(c: Clause) -> Act | Doubt | None:
    """ "8 thì không", "8 trả" say no; "8 không" may ask as well."""
    if re.fullmatch(_TURNED_DOWN, c.core):
        return c.act(Intent.reject, reason=c.reason)
    asks = re.fullmatch(_PERHAPS_DOWN, c.core)
    return Doubt((c.act(Intent.reject), c.act(Intent.task_detail))) if asks else None


def _finds(pattern: str, norm: str) -> bool:
    return re.search(rf"\b(?:{pattern})(?!\w)", norm) is not None


def _requests(c: Clause) -> bool:
    """Staff asking to be heard: "đề nghị anh duyệt", "em xin gia hạn", "chờ duyệt", "7 duyệt rồi ạ" are no decisions."""
    if not c.decides and c.has("de nghi|xin|mong") and c.has(_MOVE) and not c.has("dong y|khong dong y|duyet"):
        return True
    if (
        c.has(
            r"(?:cho|doi|trinh|xin|de nghi|nho|mong|kinh de nghi|de|gui|duoc|da|sau khi|anh|chi|sep|lanh dao) (?:\w+ ){0,3}(?:(?:duyet|phe duyet|xac nhan)(?! \d)|dong y|nhat tri|cho phep|chap thuan)"
        )
        and not c.heads
    ):
        return True
    if decided_already(c):
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
        r"(?:cho |viec |nay |khong |chua |dat|duyet|dong y|lui|gia han|han|lam lai|dau|duoc|a|nhe|em|roi|ve|tra lai|nua|thoi|luon|di|,| )+",
        read_line(reason).norm,
    ):
        reason = None
    whose = _of_unit(c)
    if whose and not c.reason and c.unit:
        reason = c.without_politeness(c.unit.end, len(c.norm))
    return _with_news(c, c.act(Intent.reject, reason=reason, which=_of_date(c), **whose))


def _of_unit(c: Clause) -> dict[str, Any]:
    """ "Trả việc 6 của VHXH": whose part of it, named right behind the number."""
    unit, span = c.unit, c.ids_span
    near = unit and span and re.fullmatch(r",? ?(?:cua |ben |phan )*", c.norm[span[1] : unit.start])
    return c.unit_slots() if near else {}


def _of_date(c: Clause) -> str | None:
    """A verdict on a wish for time, as its words say; on a report none of them stands in it."""
    head = re.split(_CAUSE, c.norm)[0]
    return named_date(head) or ("any" if re.search(r"\b(?:lui|gia han|keo dai|doi ngay)\b", head) else None)


def _with_news(c: Clause, act: Act) -> Act:
    if news := _news_ids(c):
        return act.with_slots(news_ids=news, task_ids=tuple(i for i in act.slots.task_ids if i not in news))
    return act


def _approved(c: Clause) -> Act | Doubt | None:
    but = spared(c)
    if c.excepted and not (but and c.ids):
        return c.act(Intent.approve, **({"all_except": c.excepted} | ({} if c.ids else all_of(c))))
    every = c.has(rf"(?:duyet|dong y|nhat tri|thong qua|chap thuan|xac nhan)(?: \S+){{0,3}} (?:{_ALL})|(?:tat ca|het)")
    asked_day = c.has(r"den|toi|sang|han|truoc|ngay") and c.has(r"\d+[/-]\d+|ngay|thu \d|cuoi|tuan|thang|mai")
    if (
        c.has(r"cho (?:viec \d+ )?(?:lui|gia han)")
        and c.decides
        and asked_day
        and not c.has("dong y|duyet|nhat tri|chap thuan")
    ):
        return None
    every = every or bool(not c.ids and c.heads and _OF_THEIRS.search(c.norm) and not all_of(c).get("unclear"))
    act = c.act(
        Intent.approve,
        date=c.day() if asked_day else None,
        mode="all" if every else None,
        which=_of_date(c),
        **(all_of(c) if every and not c.ids else _of_unit(c)),
    )
    if every and not c.ids:
        act = act.with_slots(all_except=act.slots.all_except or ())
    if not c.heads and not (c.ids or c.replying):
        return None
    if act.slots.unclear:
        return act
    if not (c.ids or every or _news_ids(c)) and not re.fullmatch(_ALONE, c.core):
        return Doubt((act,))
    if c.has(_PARTLY):
        return Doubt((act, c.act(Intent.reject)))
    return _with_news(c, act)


def dated(c: Clause) -> Act | None:
    """A later date asked for by staff, set by whoever decides."""
    sets = (c.has(_SET) or (c.heads and c.has(_FINISH_BY))) and (c.ids or c.replying)
    if not (sets or _finds(_MOVE, own_moves(c))) or c.asks_plainly:
        return None
    if expected(c) or (not c.heads and c.has(r"(?:anh|chi|sep|lanh dao) (?:\w+ )?da (?:dong y|duyet|cho|nhat tri)")):
        return None
    if c.has("khong can (?:gia han|lui)|khong xin") or not (c.ids or c.replying or c.context == "direct"):
        return None
    if (
        not c.ids
        and not c.replying
        and not c.has(r"gia han|lui han|lui thoi|lui moc|doi han|xin lui|xin them|dieu chinh|khat|khong kip")
        and not (c.has("keo dai") and c.has("xin|thoi han|thoi gian|em|toi|cho phep|de nghi"))
    ):
        return None
    intent = (
        Intent.set_deadline
        if c.decides or (sets and c.role == "unit_head" and not c.has(WISHES))
        else Intent.extend_request
    )
    duration = (
        when.duration_in(re.sub(rf"{_CAUSE}.*", "", c.norm))
        if c.has("them|keo dai|gia han|lui|cham|muon|khat|hoan")
        else None
    )
    head = re.split(_CAUSE, c.norm)[0]
    found = when.day_in(head, c.on, c.calendar, future=True) if not duration or c.has(r"den|sang|toi") else None
    dropped = not found and c.has(r"(?:bo|xoa|huy) (?:thoi )?(?:han|moc)|khong dat han|rut han")
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
