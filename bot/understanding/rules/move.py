"""A date moved: a later one asked for by staff, any set or dropped by whoever decides."""

import re
from dataclasses import replace
from datetime import timedelta

from bot.understanding import when
from bot.understanding.clause import Clause, Doubt
from bot.understanding.intents import Act, Intent
from bot.understanding.line import read_line
from bot.understanding.listed import listed
from bot.understanding.numbers import task_ids
from bot.understanding.others_did import own_moves
from bot.understanding.patterns import words
from bot.understanding.reason_said import reason_said
from bot.understanding.rules.dates import MORE_TIME, NEW_DATE, WISHES, expected, named_date, of_milestone

MOVE = (
    rf"{MORE_TIME}|(?:doi|day|keo|dich) (?:viec |nhiem vu |nv |so )?#?\d{{1,4}} (?:giup (?:em|toi) )?(?:den|toi|sang|qua)(?= (?:het|ngay|thu|tuan|thang|cuoi|dau|giua|mai|hom|quy|\d))|keo (?:\w+ ){{0,2}}?(?:\d+ )?them|(?:xin|cho(?: \w+){{1,2}}) keo (?:dai )?(?:ra|sang|qua|den|toi) (?:ngay|thu|het|cuoi|dau|thang|tuan|\d+)|"
    r"gia han|lui|doi (?:han|thoi han|ngay|moc|deadline|sang|den|qua|toi)|hoan (?:han|den|viec|lai den|thoi han|sang)|keo dai|xin them|cho (?:em |chi |anh |phong )?(?:xin )?them|them (?:\d+|mot|hai|ba|vai|nua|it) (?:ngay|tuan|thang|hom)|xin (?:\w+ ){0,3}(?:den|toi|sang|cham|tre)|"
    r"them thoi gian|dieu chinh (?:thoi )?(?:han|gian)|chuyen (?:han|thoi han|sang (?:thang|quy|tuan|ngay|thu|\d+/))|(?:viec|nhiem vu) \d+ (?:chuyen|day) (?:sang )?(?:ngay )?\d+/|xin cham|extend|doi lai (?:han|ngay)|nop (?:cham|muon|tre)|roi (?:han|ngay)|n[oớ]i (?:rong )?(?:thoi )?han|gi[aã]n (?:thoi )?han|cho (?:em|toi|chi|anh|phong (?:em|toi)) (?:\d{1,2}|mot|hai|ba) (?:ngay|hom|bua|tuan|thang) nua"
)
#: "Bỏ luôn cái hạn của việc 48", "việc 20 không cần hạn nữa".
_DROP = r"(?:bo|xoa|huy|go|dep)(?: (?:luon|giup|ho|di|cai|phan|het|anh|chi|toi|bot|cho))* (?:thoi )?(?:han(?! (?:che|man|muc|ngach|dien))|moc|deadline)|khong (?:dat|can)(?: (?:co|dat|de))? (?:thoi )?han(?! che)|rut han"
#: "Cho xin thêm 2 suất cơm": of things, and not of time.
_MORE_THINGS = r"them (?:\d+|mot|hai|ba|vai|may) (?!ngay|hom|tuan|thang|tieng|gio|buoi|nua|it)[^\W\d]+"
_UNTIL = r"den|sang|qua|toi(?! (?:xin|them|keo|lui|khat|gia|duoc|voi|nhe|nua|a\b|muon))"
_SET = (
    r"(?:dat|chot|an dinh|sua|ghi|cap nhat|set|giao|quy dinh|xac dinh) (?:lai )?(?:thoi )?(?:han|deadline|moc)|(?<!dung )(?<!qua )(?<!tre )(?<!truoc )(?<!som )(?:thoi )?han (?:chot )?(?:cua )?(?:viec|nhiem vu|nv|so|cho viec)? ?\d+(?!\d) ?(?:la|den|:|ngay|vao|cuoi|thanh|het|\d+|thu|trong|(?:doi|lui|day|keo)(?: (?:lai|ra|them))* (?:\d|mot|hai|ba))|"
    r"chot (?:viec |nhiem vu )?\d+ (?:ngay|den|vao|thu)|(?:deadline|moc)(?: noi bo)? (?:viec |cua viec |so )?\d+|(?:viec|nhiem vu) \d+ (?:co )?(?:thoi )?(?:han|deadline)(?: chot)? (?:la|den|ngay|:|\d+|vao|cuoi|thu)|"
    rf"{_DROP}|"
    r"(?<!dung )(?<!qua )(?<!tre )(?<!truoc )(?<!som )(?:han|moc) \d+ (?:la|den|\d+/|ngay|thu|cuoi)|"
    r"(?:yeu cau|phai) (?:xong|hoan thanh) (?:viec|nhiem vu) \d+ (?:truoc|trong|den|vao)|(?:cho )?(?:viec|nhiem vu) \d+ (?:den|toi) (?:het )?(?:ngay|thang|thu|cuoi|nam|quy|tuan|\d)|han (?:xong|hoan thanh)|rut(?: ngan)? (?:thoi )?han|rut (?:xuong|ve|lai)(?: con)? (?:den )?(?:ngay|thu|cuoi|\d)"
)
FINISH_BY = (
    rf"{NEW_DATE}|"
    r"(?:viec|nhiem vu) \d+ (?:phai )?(?:xong|hoan thanh|nop) (?:truoc|cham nhat|trong|vao) (?:ngay )?(?:\d+|thu|cuoi|tuan|thang|hom|mai)|"
    r"(?<!da )(?:hoan thanh|phai xong|phai nop) (?:viec|nhiem vu) \d+ (?:truoc(?! (?:thoi )?han| ke hoach| tien do)|trong|cham nhat|vao)|\d+ phai (?:xong|hoan thanh|nop) (?:truoc|trong|cham nhat|vao)|"
    r"(?:viec|nhiem vu) \d+ (?:(?:den|toi|trong|truoc|vao|cham nhat|muon nhat|la|ngay|het) )*(?:(?:cuoi |dau |giua )?(?:quy|thang|tuan|nam)(?: nay| sau| toi)?|thu \w+(?: tuan (?:nay|sau))?|\d{1,2}/\d{1,2}|mai) (?:la |thi )?phai (?:xong|nop|hoan thanh)"
)
#: Of the task that is shown.
_THIS_DUE = r"(?:viec|cai|nhiem vu) nay (?:thi )?(?:co )?(?:thoi )?(?:han|deadline)(?: chot)? (?:(?:la|den|vao|ngay) )*(?:\d{1,2}/\d{1,2}|thu|cuoi|het)"
#: A superior urges: "chỉ đạo KT hoàn thành 26 trước 20/10". Whether the task's own date is to be moved he does not say.
DIRECTED = r"(?:chi dao|yeu cau|de nghi|don doc) (?!(?:lui|gia han|doi)\b)(?:[^\W\d][^\s\d,;]* ){0,7}?(?:hoan thanh|xong|nop) (?:(?:viec|nhiem vu|nv) )?\d+ (?:truoc|trong|cham nhat|vao)"
#: The old date: "đổi hạn việc 33 từ 25/11 sang 30/11", "không kịp 12/12, xin qua 20/12".
_FROM_DAY = re.compile(
    r"\b(?:khong|chua|so(?: la)?|chac) (?:\w+ ){0,2}?(?:kip|xong|dat) (?:(?:han|moc|den|toi|vao|truoc|ngay) )*\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?"
    r"|\b(?<!tinh )(?<!ke )(?<!thu )tu (?:(?:ngay|thu|cuoi|dau|giua|het|tuan|thang|mai|hom|nay|sau|[\d/.-]+|hai|ba|nam|bay) )+?(?=(?:sang|qua|thanh|den|toi|len|ve|lui|xuong) )"
)


_TO_WHICH = re.compile(
    r"\b(?:doi|lui|gia han|chuyen|keo|hoan|khat|day|rut)(?: (?:lai|han|ngay|dai|them|xuong|ra|giup|em))* (?=(?:sang|qua|den|toi|thanh|ve) )"
)
#: "Lùi thêm 1 tuần nữa, 7/11": the day that comes to.
_DAY_TOO = re.compile(r"[,(] ?(?:(?:tuc|la|den|ngay|thu \w+) )*\d{1,2}/\d{1,2}\b")
_WISH = re.compile(
    r"\b(?:xin|lui|gia han|khat|cho (?:em|phep|toi|minh|phong|them)|them (?:\w+ ){1,2}(?:ngay|hom|tuan|thang|buoi))\b"
)
#: Only that it will not be ready.
_NO_CAUSE = re.compile(
    r"(?:(?:em|toi|minh|chac|so|thi|van|con|la|chu|gio|nay) )*(?:khong|chua) (?:kip|xong|lam|hoan thanh)(?: (?:duoc|kip|xong|a|dau|nao|roi|anh|chi))*[ .!]*"
)
_THEN_WISHES = re.compile(r",? (?:(?:nen|em|anh|chi|toi|cho|thoi|de|phong em) )*(?:xin|lui|gia han|khat|de nghi)\b")
#: What is still to be decided is no reason: "…, chờ anh duyệt ạ".
_TO_DECIDE = re.compile(
    r"(?:cho|doi|con cho) (?:(?:anh|chi|sep|lanh dao)\b(?: \w+)? )?(?:duyet|dong y|xem|quyet|tra loi)\b"
)


def _reason_behind(c: Clause) -> str | None:
    """What holds the work up, said behind a comma without "vì": "xin lùi 17 đến 7/11, chờ Sở trả lời"."""
    for comma in re.finditer(r"[,.(–] ?| - ", c.norm):
        behind = c.line.part(comma.end(), len(c.norm))
        if (c.ids_span and comma.start() < c.ids_span[1]) or _WISH.search(behind.norm):
            continue
        if re.match(r"cho (?:them|em|anh|chi|toi|minh|phong)\b", behind.norm) or behind.text.startswith("cho "):
            continue  # "…, cho thêm hai ngày nữa": no "chờ"
        if (why := reason_said(behind.text.strip(" ).!"))) and not _TO_DECIDE.match(behind.norm):
            return why
    return None


def _reason_beside(c: Clause) -> str | None:
    return _reason_behind(c) or _reason_in_front(c)


def _reason_in_front(c: Clause) -> str | None:
    """ "26 đang chờ Sở, xin lùi tới 20/10": what is said of the task before the wish."""
    wish = _THEN_WISHES.search(c.norm, c.ids_span[1]) if c.ids_span else None
    front = c.line.part(c.ids_span[1], wish.start()).text.strip(" ,.:") if wish and c.ids_span else ""
    return None if not front or _NO_CAUSE.fullmatch(read_line(front).norm) else reason_said(front)


def finds(pattern: str, norm: str) -> bool:
    return words(pattern).search(norm) is not None


#: "Cho em xem deadline việc 47" only looks.
_LOOKS_UP = re.compile(
    r"(?:cho (?:em|anh|chi|toi|minh) |(?:em|anh|chi|toi) )?(?:(?:muon|can|xin) )?(?:xem|hoi|biet)(?: lai| giup| ho)* (?:thoi )?(?:han|deadline|moc)\b(?! (?:lai|thanh|sang))"
)


#: All that is said of the numbers beside a day: "55 đặt 30/10", "33, 34 thì 30/10".
_BESIDE_DAY = frozenset(
    listed("thi la deu cung dat lay de chon cho den toi vao ngay het truoc nhe nha di a em luon thoi chac")
)


#: A wish of others, told by a head: "KT xin lùi 12 tới 30/11", "…, chị chỉ cho tới 25/11".
_THEY_WISH = re.compile(
    r"(?<!\btoi )(?<!\bminh )(?<!\bem )(?<!\banh )(?<!\bchi )(?<!\d )(?<!^)\bxin (?:lui|gia han|khat|doi|keo dai|them)\b"
)
_ONLY_UNTIL = re.compile(r"\b(?:chi )?(?:cho|dong y|duyet|lay) (?:no |ho )?(?:den|toi) (?=\S)")
#: A head's "12 cho thêm 1 tuần thôi" grants rather than asks.
_LETS_HIM = re.compile(
    r"(?:(?:viec|nhiem vu|so) )*#?\d{1,4}[:,]? (?:thi )?cho (?:no |(?:anh|chi|em) [^\W\d]+ )?(?:them )?(?:\d{1,2}|mot|hai|ba|bon|nam|nua) (?:ngay|tuan|thang)(?: (?:nua|thoi|la|het co|het muc|cung|nhe|nha|em|luon|duoc roi|do|đó))*[ .!]*"
)
#: What it would lead to, and no wish: "12 lùi tới 30/11 thì không kịp báo cáo".
_MUSED_OVER = re.compile(
    r"\d thi (?:(?:em|anh|chi|phong|ben em) )?(?:(?:se|lai|cung) )?(?:khong kip|sao kip|tre|cham|lo|ket|hong|muon)\b"
)
#: "Xin thêm 3 ngày cho 12 và 5 ngày cho 13".
_EACH_ITS_SPAN = re.compile(
    r"((?:\d{1,2}|mot|hai|ba|bon|nam) (?:ngay|tuan|thang)(?: lam viec)?) cho (?:viec |nhiem vu )?#?(\d{1,4})\b"
)
#: "30/10 em không kịp, cho em tới 10/11": the second is wished for.
_NOT_BY = re.compile(
    r"\d{1,2}/\d{1,2}(?:/\d{4})?(?: (?:thi|la|em|toi|chac|ben em|phong em))* (?:khong|chua|sao) (?:the )?(?:kip|xong|noi|lam kip)\b[^,;]*[,;] ?(?=(?:(?:nen|em|anh|chi) )*(?:cho|xin|lui|de nghi|gia han)\b)"
)
#: "Việc 20 em giữ hạn cũ, chỉ xin lùi việc 21".
_ONLY_OF = re.compile(r"[,;] (?:chi|rieng) (?P<of>(?:(?:em|anh|chi|xin|de nghi|cho) )*(?:lui|gia han|doi han)\b)")


def _only_a_day(c: Clause) -> Doubt | None:
    """Of a head: its date, or what is told of it; no word says which."""
    rest = c.line.part(c.ids_span[1], len(c.norm)).norm if c.heads and c.ids_span and not c.asks else ""
    found = when.day_in(rest, c.on, c.calendar, future=True) if not c.norm[: (c.ids_span or (0,))[0]].strip() else None
    words = re.findall(r"\w+", f"{rest[: found[1][0]]} {rest[found[1][1] :]}") if found else ["?"]
    if not found or not (words or "/" in rest) or not set(words) <= _BESIDE_DAY or found[0] < c.on:
        return None
    return Doubt((c.act(Intent.set_deadline, date=found[0], which="target"), c.act(Intent.progress, statement=c.said)))


#: A refusal, which no day is set by: "không đồng ý cho lùi nữa, lùi 2 lần rồi".
_NOT_GRANTED = (
    r"khong (?:dong y|chap thuan|chap nhan|duyet|cho)(?: cho)?(?: (?:anh|chi|em|co|chu)(?: \w+)?)? (?:lui|gia han)"
)


def dated(c: Clause) -> Act | Doubt | None:
    """A later date asked for by staff, set by whoever decides; one by which he only urges others is asked about."""
    if c.heads and c.has(_NOT_GRANTED) and c.day() is None:
        return None
    if only := _only_a_day(c):
        return only
    act = _dated(c)
    if act is None:
        return None
    return _not_so_meant(c, act) or _each_its_span(c, act) or _perhaps_urged(c, _as_wished(c, act))


def _not_so_meant(c: Clause, act: Act) -> Doubt | None:
    """A date thought over, or a head's word about the wish of others."""
    if _MUSED_OVER.search(c.norm):
        return Doubt((act,))
    if c.heads and act.intent is Intent.extend_request and _LETS_HIM.fullmatch(c.norm):
        return Doubt((c.act(Intent.approve, which="any"), act))
    theirs = _THEY_WISH.search(c.norm) if c.heads and act.intent is Intent.set_deadline else None
    if theirs is None:
        return None
    limit = _ONLY_UNTIL.search(c.norm, theirs.end())
    day = when.day_in(c.norm[limit.end() :], c.on, c.calendar, future=True) if limit else None
    return Doubt((c.act(Intent.approve, which="any", date=day[0]) if day else act,))


def _each_its_span(c: Clause, act: Act) -> Act | None:
    spans = [(when.duration_in(f"them {span}"), int(n)) for span, n in _EACH_ITS_SPAN.findall(c.without_reason)]
    acts = [act.with_slots(task_ids=(n,), duration=d[0], duration_unit=d[1], date=None) for d, n in spans if d]
    return replace(acts[0], also=tuple(acts[1:])) if len(acts) > 1 else None


def _as_wished(c: Clause, act: Act) -> Act:
    """Of the tasks and for the day that are wished for, not those said to stay or to be missed."""
    if this := _ONLY_OF.search(c.norm):
        act = act.with_slots(task_ids=task_ids(c.line.part(this.start("of"), len(c.norm)))[0] or act.slots.task_ids)
    missed = _NOT_BY.search(c.norm)
    later = when.day_in(c.norm[missed.end() :], c.on, c.calendar, future=True) if missed else None
    return act.with_slots(date=later[0]) if later else act


def _perhaps_urged(c: Clause, act: Act) -> Act | Doubt:
    if act.intent is not Intent.set_deadline or not _urges(c):
        return act
    found = when.day_in(c.without_reason, c.on, c.calendar, future=True)
    strict = found and re.search(r"\btruoc(?: ngay)? $", c.without_reason[: found[1][0]])
    by_then = act.with_slots(date=found[0] - timedelta(days=1)) if found and strict else act
    whom = c.unit_slots() or ({"person": c.person} if c.person else {})
    return Doubt((by_then, c.act(Intent.remind_unit, **whom)) if whom and c.ids else (by_then,))


def _urges(c: Clause) -> bool:
    named = c.unit or c.person
    return c.heads and bool(c.has(DIRECTED) or (named and c.has(FINISH_BY) and not c.has(NEW_DATE)))


def _dated(c: Clause) -> Act | None:
    if told := of_milestone(c):
        return told
    sets = (c.has(_SET) or (c.heads and c.has(FINISH_BY)) or (c.heads and c.has(DIRECTED))) and (c.ids or c.replying)
    sets = sets or (c.heads and c.replying and c.has(_THIS_DUE))
    if not (sets or finds(MOVE, own_moves(c))) or c.asks_plainly or _LOOKS_UP.match(c.core):
        return None
    if expected(c) or (not c.heads and c.has(r"(?:anh|chi|sep|lanh dao) (?:\w+ )?da (?:dong y|duyet|cho|nhat tri)")):
        return None
    if c.has("khong can (?:gia han|lui)|khong xin") or not (c.ids or c.replying or c.context == "direct"):
        return None
    if not (c.ids or c.replying) and c.has(_MORE_THINGS):
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
    head = c.without_reason
    later = bool(re.search(r"\b(?:lui|gia han|keo dai|xin them|khat|cham|hoan)\b", head))
    new = _FROM_DAY.sub(" ", head)
    duration = (
        when.duration_in(new)
        if c.has("them|keo dai|gia han|lui|doi|day|cham|muon|tre|khat|hoan (?!thanh|tat)")
        else None
    )
    until = not duration or c.has(_UNTIL) or _DAY_TOO.search(new)
    moved = _TO_WHICH.search(new)  # "đang hạn 30/11, xin dời qua 10/12"
    found = when.day_in(new[moved.end() :], c.on, c.calendar, future=True) if until and moved else None
    found = found or (when.day_in(new, c.on, c.calendar, future=True) if until else None)
    dropped = not found and c.has(_DROP)
    return c.act(
        intent,
        **(c.unit_slots() if intent is Intent.set_deadline else {}),
        date=found[0] if found else None,
        duration=duration[0] if duration and not found else None,
        duration_unit=duration[1] if duration and not found else None,
        reason=c.reason or (_reason_beside(c) if later or duration or intent is Intent.extend_request else None),
        period=when.period_in(head, c.on) if not found and not duration and not dropped else None,
        mode="remove" if dropped else None,
        which=named_date(head) or "any",
        later=later,
    )
