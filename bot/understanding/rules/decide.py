"""Deciding: accept, return."""

import re

from bot.understanding.beside_verdict import LATER, NO_MORE_TIME, SIGNS_THEN, back_to, cleaned
from bot.understanding.clause import Clause, Doubt
from bot.understanding.intents import Act, Intent, Slots
from bot.understanding.narrowing import all_of, spared
from bot.understanding.others_did import decided_already, own_words
from bot.understanding.rules.dates import NEW_DATE, named_date
from bot.understanding.rules.move import FINISH_BY, MOVE, finds
from bot.understanding.rules.refused import CANNOT, refused
from bot.understanding.rules.verdict_wish import of_unit, of_whom, without_whom
from bot.understanding.words import NEWS

_REJECT = (
    r"khong (?:dong y|duyet|chap thuan|nhat tri|thong qua|dat|cho (?:(?:(?:anh|chi|em|co|chu) )?(?!lui\b|gia\b)[^\W\d]+ )?(?:lui|gia han|phep|đăng|doi(?= (?:nua|han|den|sang|qua)\b))|(?:duoc )?lui|gia han|(?:dang|đăng)(?! (?:tin|bai) nao)(?! (?:duoc|len|ky))|chap nhan|xac nhan)|chua (?:duyet|dong y|nhat tri|chap nhan|cho (?:lui|gia han)|dat(?! han)|chap thuan|on)|tu choi|(?<!kiem )(?<!thanh )(?<!dieu )tra (?:lai|ve)|"
    r"bac (?:de nghi|yeu cau|viec|gia han|bao cao|don|xin|tin|bai|\d|ket qua)|lam lai|yeu cau (?:bo sung|lam lai|chinh sua)|reject|khong the (?:duyet|dong y)|chua dam bao(?! (?:cao|xong|hoan thanh|nhan|voi)\b)|can (?:chinh sua|bo sung)|"
    r"khong dong tinh|(?<!kiem )(?<!thanh )(?<!dieu )(?<!chi )(?<!hoan )(?<!tra )tra(?= (?:(?:viec|nhiem vu|nv|tin|bai) )?(?:so )?\d)"
)
APPROVE = (
    r"(?:phe )?duyet|thong nhat|dong y|nhat tri|chap thuan|chap nhan|thong qua|approved?|dong tinh|xac nhan (?:hoan thanh|xong|ket qua|viec|nhiem vu|da xong|\d)|cong nhan|nghiem thu|"
    r"cho (?:viec \d+ |phep )?(?:lui|gia han)|ghi nhan hoan thanh|ok (?:cho|viec \d)|duoc, cho|dat yeu cau|cho qua(?! (?:nam|quy|thang|tuan|ngay|ky)\b)"
)
_THEIR_WISH = r"(?:bac|tu choi|khong (?:chap nhan|cho))(?: \w+){0,2} (?:de nghi|yeu cau|don|loi xin)"
#: A head's word that it is finished: "chốt hoàn thành cho anh em", "ghi xong cho Hoa đi".
_CLOSED = r"(?:ok|duoc|u|ừ)(?: (?:em|roi|nhe))*,? chot cho (?:hoan thanh|xong)|chot (?:(?:viec|nhiem vu|so|luon|la|\d+) )*(?:hoan thanh|xong)|(?:ghi|tinh|danh dau) (?:la )?(?:hoan thanh|xong) cho (?!em\b(?! no)|toi\b|minh\b|phong em|ben em)"
_THEM = r"(?:(?:viec|nhiem vu|so) )*\d[\d, va]*:?"
#: The whole of what is said of a number: "8 thì không", "8 trả".
_TURNED_DOWN = rf"{_THEM} (?:(?:khong|chua) (?:dat|duyet|dong y|duoc)|thi (?:khong|chua)(?: duoc)?|(?:thi )?(?:tra(?: lai| ve)?|bac|tu choi))(?:,? (?:vi|do|ly do) .+|(?<=bac), .+|, (?:con )?(?:thieu|sai|can|phai|bo sung|lam lai|sua|ra soat|chua)\b.+)?"
_PERHAPS_DOWN = rf"{_THEM} khong"
_FINE = rf"{_THEM} (?:thi |deu )*(?:dat|dat roi|tot)"
#: A verdict that names no task, and nothing beside it that might be its matter: "duyệt chi 15 triệu" is of another.
_ALONE = (
    rf"(?:(?:anh|chi|em|toi|minh|u|uh|ừ|da|vang|thi|cung|hoan toan|xem|roi|thoi|vay|ok|duoc|qua|hop ly|day du|(?:tin|bai|bao cao|viec) nay|đăng|dang),? )*(?:{APPROVE}|xac nhan|duoc|cho phep|y)"
    r"(?:,? (?:roi|luon|di|het|thoi|nua|ngay|viec|nhiem vu|bao cao|ket qua|de nghi|yeu cau|nay|do|ay|cho|em|anh|chi|phong|lui|gia han|han|moc|hoan thanh|den|toi|sang|thang|tuan|cuoi|"
    r"thu|sau|mai|hai|ba|tu|nam|bay|theo|voi|[\d/.-]+|nhe|a|nha|xem|doc|kiem tra|thay|on|tot|lan nay|truoc|them|ky|xong|cac|dong y|duyet))*"
)
#: Going along with what is laid down for oneself decides nothing.
_AGREES = r"(?:dong y|nhat tri|thong nhat) (?:la|rang|voi (?:anh|chi|em|ban|sep|bac|co|chu|moi nguoi|y kien nay)(?=[ ,.!]*(?:$|[,.])))"
_WITH_OTHERS = r"(?:dong y|nhat tri|thong nhat|ung ho) voi (?:su |viec |cach |lich |y kien )?(?:phan cong|lich|y kien|anh|chi|em|phan viec|sap xep|bo tri|ke hoach)"
#: Not all of it, or not as it is.
_PARTLY = r"nhung|tam(?: thoi)? duyet|voi dieu kien|tuy nhien|mien la|voi yeu cau|(?:ngoai )?tru (?:phan|khoan|muc|noi dung|cai|kinh phi|cho)|rieng (?:phan|khoan|muc|noi dung)"
_ALL = r"het|tat ca|toan bo|ca(?! (?:viec |nhiem vu |so )?\d)"
#: All that waits of somebody, though "hết" is not said: "duyệt các việc của Lan", "duyệt mục A.II".
_OF_THEIRS = re.compile(
    r"\b(?:duyet|dong y|nhat tri|chap thuan|thong qua)(?: (?:giup|luon|cac|nhung|may|viec|nhiem vu|bao cao|ket qua|phan))* (?:cua|muc) (?!em\b|toi\b|minh\b)"
)
#: A head's word on an item: "bài số 6 chưa đăng được, ảnh mờ quá".
_NOT_PRINTED = r"(?:chua|khong)(?: the)? đăng duoc(?! (?:ky|luc|may))"


def _news(c: Clause) -> re.Match[str] | None:
    return re.search(rf"\b{NEWS}(?: so)? #?(\d{{1,3}}(?:(?:, ?| va )\d{{1,3}})*)(?! (?:tin|bai|thang))", c.norm)


def _news_ids(c: Clause) -> tuple[int, ...]:
    found = _news(c)
    return tuple(int(n) for n in re.findall(r"\d+", found[1])) if found else ()


def decided(c: Clause) -> Act | Doubt | None:
    """Accepting and returning; a head's word, or a refusal whoever types it."""
    asked = "?" in c.norm or re.search(r"\b(?:ha|phai khong|dung khong)(?: (?:em|anh|chi|bot|a|vay))*[ .!]*$", c.norm)
    if c.heads and c.context != "group" and not asked and (down := _turned_down(c)):
        return down
    if _is_asked(c):
        return None
    if c.has("neu") or LATER.search(c.norm):
        return _on_condition(c)
    if _own_work(c):
        return None
    if c.heads and c.replying and (refusal := refused(c)):
        return refusal
    if _requests(c) or _sets_a_day(c) or (c.context == "group" and not c.names_task):
        return None
    if agreed := _goes_along(c):
        return agreed
    if c.ids and _MIXED.search(_between(c)):
        return Doubt((_rejected(c),)) if finds(_REJECT, c.norm) else None
    said = own_words(c)
    if finds(_REJECT, said) or (c.heads and finds(_NOT_PRINTED, said)):
        rejected = _rejected(c)
        counted = not (c.ids or rejected.slots.news_ids) and re.search(r"\b(?:tra|bac)(?: lai| ve)? \d", c.norm)
        return Doubt((rejected,)) if counted else rejected  # "trả 9 phòng Kinh tế chưa ký"
    if (
        finds(APPROVE, said)
        or (c.heads and c.ids and finds(_CLOSED, said))
        or (c.replying and c.heads and c.is_just(r"(?:xac nhan|duoc|cho phep|y|duyet|dong y roi|ok cho)"))
    ):
        return _approved(c)
    back = (
        c.has(_SEND_BACK) if c.decides else c.heads and re.match(rf"{_THEM} (?:(?:thi|can|phai) )*{_SEND_BACK}", c.core)
    )
    if back and c.ids and not c.has(NEW_DATE):
        return Doubt((_rejected(c), c.act(Intent.progress, statement=c.said)))
    return _perhaps_approved(c) if c.heads and (c.replying or c.ids) else None


def _sets_a_day(c: Clause) -> bool:
    """ "Phải xong trước 28/11, không lùi nữa": no wish is refused by it."""
    return c.heads and c.has(FINISH_BY) and c.has("khong (?:duoc )?(?:lui|gia han)") and c.day() is not None


def _own_work(c: Clause) -> bool:
    """What happened to his own work, who did it again himself, and who works again."""
    if not c.heads and c.has(r"bi (?:\w+ ){0,2}(?:tra|bac|tu choi)"):
        return True
    again = _DOES_AGAIN if c.heads else r"\b(?:em|toi|minh|anh|chi)(?: \w+)? lam lai\b"
    return bool(re.search(again, c.norm))


def _is_asked(c: Clause) -> bool:
    if c.heads and c.replying and CANNOT.match(c.core):
        return False
    if c.has(r"sao (?:ma )?(?:duyet|ky|dong y|xac nhan|cho qua)(?: duoc)?(?! (?:chua|khong|roi))") and not finds(
        _REJECT, c.norm
    ):
        return True
    refused = c.has("khong (?:dong y|duyet)|chua duyet")
    if refused and c.has("(?:tai |vi )?sao|ai"):
        return True
    return (c.asks_plainly and not c.has("khong dong y|khong duyet")) or c.has("khi nao|bao gio|gia su")


def _on_condition(c: Clause) -> Act | None:
    """ "Duyệt 10 nếu Sở đồng ý": no verdict yet."""
    verdict = c.heads and c.ids and (finds(rf"{_REJECT}|{APPROVE}", c.norm) or re.search(SIGNS_THEN, c.norm))
    return Act(Intent.smalltalk_other, Slots(task_ids=c.ids, held=True)) if verdict else None


def _goes_along(c: Clause) -> Act | Doubt | None:
    """ "Đồng ý với anh", "nhất trí là việc 12 gấp": with somebody, or with what was said."""
    if c.has(_WITH_OTHERS) and not c.ids:
        return c.act(Intent.greeting_thanks)
    if not c.ids or not c.has(_AGREES):
        return None
    return Doubt((c.act(Intent.approve),)) if c.heads else c.act(Intent.smalltalk_other)


#: "30 anh ký rồi đó".
_SIGNED = re.compile(
    r"(?:(?:viec|nhiem vu|nv|so) )?#?\d[\d, va]*(?:thi )?(?:(?:anh|chi|toi|minh|sep) )(?:(?:da|vua|moi) )*ky(?: duyet| nhay| so)?(?: (?:roi|xong|het|luon|cho (?:em|no|Hoa)|do|đó|day|nhe|nha|em|ma))*"
)


def _perhaps_approved(c: Clause) -> Doubt | None:
    if re.fullmatch(_FINE, c.core):
        return Doubt((c.act(Intent.approve), c.act(Intent.progress, statement=c.said)))
    if c.ids and _SIGNED.fullmatch(c.core):
        return Doubt((c.act(Intent.approve), c.act(Intent.progress, statement=c.said)))
    ok = r"ok(?: em)?(?: (?:viec )?\d+)?(?: em| nhe)*"
    if c.is_just(r"ok(?: em)?|ok(?: viec)? \d+|ok roi|dat|dat roi") or re.fullmatch(ok, c.norm.strip(" .!")):
        return Doubt((c.act(Intent.approve), c.act(Intent.greeting_thanks)))
    return None


def _turned_down(c: Clause) -> Act | Doubt | None:
    """ "8 thì không", "8 trả" say no; "8 không" may ask as well."""
    if c.decides and c.ids and NO_MORE_TIME.search(c.norm):
        return c.act(Intent.reject, which="any", reason=c.reason)
    if re.fullmatch(_TURNED_DOWN, c.core):
        return (
            c.act(Intent.reject, reason=c.reason or _behind_comma(c))
            if c.decides or c.reason or "," not in c.core
            else None
        )
    asks = re.fullmatch(_PERHAPS_DOWN, c.core) and not c.has("khong co")
    return Doubt((c.act(Intent.reject), c.act(Intent.task_detail))) if asks else None


def _behind_comma(c: Clause) -> str | None:
    at = c.norm.find(", ", c.ids_span[1] if c.ids_span else 0)
    return c.without_politeness(at + 2, len(c.norm)) if at >= 0 else None


def _between(c: Clause) -> str:
    """What stands between the first task named and the last: a verdict there is the first one's own."""
    return c.norm[c.id_spans[0][1] : c.id_spans[-1][0]] if len(c.id_spans) > 1 else ""


def _requests(c: Clause) -> bool:
    """Staff asking to be heard: "đề nghị anh duyệt", "em xin gia hạn", "chờ duyệt", "7 duyệt rồi ạ" are no decisions."""
    wished = c.has("de nghi|xin|mong") and c.has(MOVE) and not c.has(rf"dong y|khong dong y|duyet|{_THEIR_WISH}")
    if not c.decides and wished:
        return True
    if (
        c.has(
            r"(?:cho|doi|trinh|xin|de nghi|nho|mong|kinh de nghi|de|gui|duoc|da|sau khi|anh|chi|sep|lanh dao) (?:\w+ ){0,3}(?:(?:duyet|phe duyet|xac nhan)(?! \d)|dong y|nhat tri|cho phep|chap thuan)"
        )
        and not c.heads
    ):
        return True
    waits = c.has(r"(?:cho|doi|trinh|dang) (?:\w+ ){0,3}(?:duyet|phe duyet)(?! cho)")
    if decided_already(c) or (waits and not c.starts("duyet|dong y|khong|tra")):
        return True
    return (
        not c.decides
        and c.role != "unit_head"
        and c.has(r"xin (?:\w+ ){0,2}(?:gia han|lui)|(?:xac|ghi) nhan (?:hoan thanh|xong|viec|\d)")
    )


def _rejected(c: Clause) -> Act:
    reason = c.reason
    back = back_to(c)
    if not reason and back:
        reason = c.reason_from(back.end)
    elif not reason and c.ids:
        reason = c.reason_from(c.after_ids) if c.after_ids is not None else None
    elif (
        not reason
        and (item := _news(c))
        and not re.match(r" (?:nay )?(?:khong|chua|tra|can|hong)\b", c.norm[item.end() :])
    ):
        reason = c.without_politeness(item.end(), len(c.norm))
    elif not reason and (
        found := re.search(
            r"(?:tra(?: lai| ve)?|lam lai|tu choi|chua dat|khong dat|khong duyet|chua duyet|bo sung|khong dong y|chua dong y|khong cho (?:gia han|lui)(?: them)?|đăng duoc)(?: (?:dau|(?:viec|tin|bai|cai|bao cao|ban|ho so) (?:nay|do|ay)|duoc|nua|giup|ho|nhe|nha|nghen|em|anh|chi|a))*[,.:] ?",
            c.norm,
        )
    ):
        reason = c.without_politeness(found.end(), len(c.norm))
    reason = cleaned(reason)
    whose = of_unit(c)
    if whose and not c.reason and c.unit:
        reason = c.without_politeness(c.unit.end, len(c.norm))
    whose = whose or of_whom(c)
    return _with_news(
        c, c.act(Intent.reject, reason=reason, which=_of_date(c), **(whose | (back.slots if back else {})))
    )


def _of_date(c: Clause) -> str | None:
    """A verdict on a wish for time, as its words say; on a report none of them stands in it."""
    head = c.without_reason
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
    asked_day = c.has(r"den|toi|sang|han|truoc|ngay") and c.has(
        r"\d+[/-]\d+|ngay|thu (?:\d|hai|ba|tu|nam|sau|bay)|cuoi|tuan|thang|mai"
    )
    if (
        c.has(r"cho (?:viec \d+ )?(?:lui|gia han)")
        and c.decides
        and asked_day
        and not c.has("dong y|duyet|nhat tri|chap thuan|thong nhat|thong qua")
    ):
        return None
    every = every or bool(not c.ids and c.heads and _OF_THEIRS.search(c.norm) and not all_of(c).get("unclear"))
    act = c.act(
        Intent.approve,
        date=c.day() if asked_day else None,
        mode="all" if every else None,
        which=_of_date(c),
        **(all_of(c) if every and not c.ids else of_unit(c) or of_whom(c)),
    )
    if every and not c.ids:
        act = act.with_slots(all_except=act.slots.all_except or ())
    if not c.heads and not (c.ids or c.replying):
        return None
    if act.slots.unclear:
        return act
    if not (c.ids or every or _news_ids(c)) and not re.fullmatch(
        _ALONE, without_whom(c) if act.slots.which else c.core
    ):
        return Doubt((act,))
    if c.has(_PARTLY):
        return Doubt((act, c.act(Intent.reject)))
    return _with_news(c, act)


#: What a head wants done again, without a word of sending it back.
_SEND_BACK = r"(?:xem|sua|chinh|ra soat|gui|nop|viet|kiem tra) lai|(?:lam |viet )?chua (?:ky|ổn)"
_DOES_AGAIN = r"\b(?:anh|chi|toi|minh)(?: (?:se|da|cung|moi|dang))? lam lai\b|\bdi lam lai\b"
_MIXED = re.compile(r"^(?: (?:thi|la|da|cung))* (?:ok|dat|on|duoc|duyet|xong|dong y|thieu|sai|chua|khong)\b")
