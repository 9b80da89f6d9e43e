"""What a head says of each task that waits for him, part by part: "2 được rồi, 7 cần bổ sung danh sách", "48 ừ cho, 16 thì không".
Wholly said in words of a verdict it is one; of a wish for more time alone, "cho" and "không" decide it."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlmodel import Session

from bot.conversation.verdicts_meant import is_own, verdict_meant
from bot.understanding import when
from bot.understanding.beside_verdict import LATER, cleaned
from bot.understanding.intents import VERDICTS, Act, Intent, Slots, Understanding
from bot.understanding.line import Line, read_line
from bot.understanding.numbers import COUNTED
from bot.understanding.polite_end import polite_from
from bot.usecases.said import Said
from storage.queries import dates as date_queries
from storage.queries import duties as duty_queries

_NUMBERS = r"(?:(?:cac )?(?:viec|nhiem vu|nv|so|cai) )*#?\d{1,4}(?:(?:, ?| va | voi | )#?\d{1,4})*"
#: A task of its own begins: ", còn 7 …".
_ITEM = re.compile(
    rf"(?:^(?:(?:da|u|ừ|uh|ok|vang|thoi|vay|the)[ ,]+)*|[,.;]+ ?|(?<=\w) (?=(?:con|rieng|nhung) )|(?:(?<= duoc)|(?<= roi)|(?<= ok)|(?<= duyet)|(?<= dat)|(?<= cho)|(?<= on)) (?=\d{{1,4}}\b(?! (?:{COUNTED})\b)))(?:(?:con|rieng|nhung|ma|va|cai) )*(?P<n>{_NUMBERS})(?: nay| do| kia)?[ ,:]+(?=[^\W\d])"
)
_POLITE = r"(?:[ ,.!]+(?:nhe|nha|a|em|di|day|do|đó|vay|thoi|luon|roi|ma|oi|voi|ho|giup|anh|chi))*"
_LET = r"(?:(?:thi|u|ừ|uh|ok|da|vang|anh|chi|toi|duoc|deu|cu)[ ,]+)*"
#: More time is granted; only once, or for the last time, is more time all the same.
_GRANTED = re.compile(
    rf"{_LET}(?:(?:dong y|cho phep|cho|duoc|u|ừ|ok|nhat tri)(?: (?:lui|gia han|phep|doi|dời|ca|het))*|(?:lui|gia han|doi|dời)(?: thi)? duoc)(?:,? (?:nhung|ma)?(?: la| day la| chi)?(?: mot)? ?(?:lan (?:cuoi|nay)(?: cung)?)(?: thoi)?)?{_POLITE}[ .!]*"
)
_REFUSED = re.compile(
    rf"(?:thi |la |anh |chi |toi )*(?:khong|thoi|chua)(?: (?:cho|duoc|dong y|lui|gia han|phep|nua|dau|khoi|the|doi|dời))*{_POLITE}(?:[,.]? (?P<why>(?:vi|do|tre|gap|can|phai|so|da|sap|han|het|lam|qua|da|viec|lau|ky|trong|khong|chua|lan)\b.*))?[ .!]*"
)
#: A limit is no refusal: "31 không quá 10/11 nha" is asked about as it was read.
_LIMITS = re.compile(
    r"(?:thi |la |anh |chi )*khong (?:duoc )?(?:qua|tre hon|muon hon|sau) (?:(?:ngay|thu|cuoi|giua|dau|thang|tuan|het) )*(?:\d|thang|tuan|nay|sau)"
    r"|(?:thi |la |anh |chi )*(?:khong|chua)(?: (?:cho|duoc|dong y|lui|gia han|dau))*[,.]? (?:(?:em|lo|can|vi) )*phai (?:xong|hoan thanh) (?:truoc|trong) \S"
)
#: More time, but not as much: "48 cho tới 25 thôi".
_UNTIL = re.compile(
    rf"{_LET}(?:dong y|cho phep|cho|duoc|nhat tri)(?: (?:lui|gia han|phep|doi|dời))* (?:den|toi|sang) (?:(?:het|ngay|mung|thu|cuoi|dau|tuan|thang|sau|nay) )*[\w/.-]+{_POLITE}[ .!]*"
)
_SO_LONG = re.compile(
    rf"{_LET}(?:dong y|cho phep|cho|duoc|chi|toi [dđ]a|nhieu nhat)(?: (?:cho|them|nua|lui|gia han|duoc|la|toi [dđ]a|nhieu nhat))* (?P<n>\d{{1,2}}|mot|hai|ba) (?P<unit>ngay|tuan|bua|hom)(?: nua)?{_POLITE}[ .!]*"
)
#: How long, behind why no longer: "26 gấp lắm, cho 3 ngày thôi".
_LET_ONLY = re.compile(f"{_UNTIL.pattern}|{_SO_LONG.pattern}")
#: Without a word that asks for time, or anything else beside it: it may answer something else.
_BARE = re.compile(rf"(?:(?:thi|da) )*(?:duoc|u|ừ|ok|khong|thoi|chua|thoi khoi){_POLITE}[ .!]*")
_FINE = re.compile(
    rf"(?:thi |la |anh |chi |deu |cung |xem |roi |tam |thay |kha )*(?:duyet|duoc|on|ổn|tot|dat|ok|dong y|nhat tri|duyet duoc|duoc duyet|dat yeu cau)(?: duoc)?{_POLITE}[ .!]*"
)
_LACKS = re.compile(
    r"(?:thi |la |anh |chi |em |con |van |vẫn |bao |nho |phai |can |nen |thay |giup |hay |ok |duoc |tam |dat |on |nhung |ma |, ?)*"
    r"(?:bo sung|thieu|sai|nham|(?:coi|xem|sua|lam|viet|ra soat|kiem tra|tinh|chinh|doi chieu|chinh sua|nop|gui|trinh|can|doc)(?: \w+)? lai\b|chinh sua|sua\b|lam ro|hoan thien|lam lai"
    r"|(?:chua|khong)(?: (?:duoc|on|ổn|dat|du|day du|dung|khop|ro|co|hop ly|ky|tot|chinh xac|thay))+\b)"
)
_LET_OR_NOT = re.compile(
    r"^(?:(?:thi|u|ừ|uh|ok|da|vang|anh|chi|toi|duoc|khong|chua|lui|gia han) )*(?:cho(?! \w)|cho (?:lui|gia han|phep|nhe|luon|thoi|di)|cho(?=,))"
)
#: Nothing but that it is not good enough.
_NO_REASON = re.compile(rf"(?:thi |la |con |van )*(?:chua|khong)(?: (?:duoc|on|ổn|dat|dau))*{_POLITE}[ .!]*")
_NOT_YET = re.compile(
    rf"(?:thi |la |con |van )*(?:chua|khoan|de sau|tu tu|de do|de (?:anh|chi|toi|minh)(?: (?:xem|coi|doc|tinh|nghi|hoi|ban|kiem tra|suy nghi))+)(?: (?:da|duyet|duoc|lai|them|sau))*{_POLITE}[ .!]*"
)
_ASKS = re.compile(r"\?|\b(?:chua|khong|sao|gi|nao|ai|may|dau|nhi|ha)(?: (?:em|anh|chi|a|vay|the|ha|roi))*\?")
#: "Cho 48 thôi", "đồng ý cho 48", "ừ thì cho 31"; "được 31", "cho hết đi" are asked about.
_GRANT_FIRST = re.compile(
    rf"(?:(?:u|ừ|ok|vang|thoi|thi|a|ha|anh|chi|duoc|dong y)[ ,]+)*(?:cho|(?P<perhaps>duoc)) (?:lui |gia han )?(?:(?P<all>het|tat ca|ca|luon het|luon tat ca)|(?P<n>{_NUMBERS})){_POLITE}[ .!]*"
)
#: So many of them as wait, and no task of that number: "đồng ý cả 2".
_SO_MANY = re.compile(
    rf"(?:(?:u|ừ|ok|vang|thoi|thi|a|anh|chi|toi|duoc)[ ,]+)*(?:dong y|duyet|cho|nhat tri|thong qua|chap thuan)(?: luon| het| cho)* ca (?P<n>[2-9]|hai|ba|bon)(?: (?:viec|cai|de nghi|bao cao|nhiem vu))?{_POLITE}[ .!]*"
)


@dataclass(frozen=True)
class _Item:
    """`sure`: his words can mean nothing else; `held`: he decides later."""

    numbers: tuple[int, ...]
    intent: Intent
    reason: str | None = None
    sure: bool = True
    held: bool = False
    of_wish: bool = False
    to: date | None = None

    def act(self) -> Act:
        if self.held:
            return Act(Intent.smalltalk_other, Slots(task_ids=self.numbers, held=True))
        which = "any" if self.of_wish else None
        return Act(self.intent, Slots(task_ids=self.numbers, reason=self.reason, which=which, date=self.to))


def verdicts_in_words(session: Session, said: Said, text: str, alone: Understanding) -> Understanding | None:
    """The verdicts, where every part of the message is one on what waits for him; None where any is not."""
    line = read_line(" ".join(text.split()))
    if every := _SO_MANY.fullmatch(line.norm):
        return _all_of_so_many(session, said, {"hai": 2, "ba": 3, "bon": 4}.get(every["n"]) or int(every["n"]), text)
    if _ASKS.search(line.norm) or (alone.sure and len(alone.acts) == 1 and _decides(alone.acts[0])):
        return None
    if any(act.slots.instead or act.slots.person for act in alone.acts):
        return None  # a result set right, or a task handed out
    wishes = _wishes_for(session, said)
    reports = {x.number for x in duty_queries.lines_waiting_for(session, said.agency_id, said.who.id)}
    others = {n for act in (*alone.acts, *alone.readings) for n in act.slots.task_ids if not is_own(session, said, n)}
    if granted := _GRANT_FIRST.fullmatch(line.norm):
        numbers = tuple(sorted(wishes)) if granted["all"] else _numbers(granted["n"])
        sure = not (granted["all"] or granted["perhaps"])
        item = _Item(numbers, Intent.approve, sure=sure, of_wish=True)
        return _of([item]) if numbers and wishes.keys() >= set(numbers) else None
    items = [_item(said, line, at, wishes, reports, others) for at in _spans(line.norm)]
    found = [item for item in items if item]
    if len(found) < len(items):
        of_wishes = [item for item in found if item.of_wish]
        return _beside(verdict_meant(session, said, text, alone), of_wishes)
    return _of(found) if found else None


def _all_of_so_many(session: Session, said: Said, count: int, text: str) -> Understanding:
    waiting = {x.number for x in duty_queries.lines_waiting_for(session, said.agency_id, said.who.id)}
    numbers = tuple(sorted(waiting | _wishes_for(session, said).keys()))
    if len(numbers) != count:
        return Understanding((Act(Intent.approve, Slots(unclear=text)),), sure=False)
    act = Act(Intent.approve, Slots(task_ids=numbers, which=None if waiting else "any"))
    return Understanding((act,), sure=False, readings=(act,))


def _beside(alone: Understanding, found: list[_Item]) -> Understanding | None:
    """The verdicts beside parts that are none: these stay as they were read, and nothing decided is told of the work."""
    if not found:
        return None
    numbers = {n for item in found for n in item.numbers}
    open_ = [act for act in alone.readings if not numbers.intersection(act.slots.task_ids)]
    rest = [act for act in alone.acts if not numbers.intersection(act.slots.task_ids) and act not in open_]
    if not (open_ or all(act.slots.task_ids for act in rest)):
        return None
    decided = [item.act() for item in found if item.sure]
    unsure = [item.act() for item in found if not item.sure]
    readings = (*open_, *unsure)
    acts = (*decided, *rest, *readings)
    return Understanding(acts, sure=not readings, readings=readings, certain=(*decided, *rest) if readings else ())


def _decides(act: Act) -> bool:
    return act.intent in VERDICTS


def _of(items: list[_Item]) -> Understanding | None:
    """One part alone that may mean something else is left to the questions asked elsewhere."""
    several = len(items) > 1  # each of what waits: no word of them can be of something else
    acts = [(item.act(), item.sure or (several and item.intent is Intent.approve and not item.to)) for item in items]
    open_ = tuple(act for act, sure in acts if not sure)
    certain = tuple(act for act, sure in acts if sure)
    return Understanding((*certain, *open_), sure=not open_, readings=open_, certain=certain if open_ else ())


def _spans(norm: str) -> list[tuple[tuple[int, ...], int, int]]:
    """The numbers of each part, and from where to where it speaks of them; empty where it does not begin with one."""
    found = list(_ITEM.finditer(norm))
    if not found or found[0].start() > 0:
        return []
    ends = [*(each.start() for each in found[1:]), len(norm)]
    return [(_numbers(each["n"]), each.end(), end) for each, end in zip(found, ends, strict=True)]


def _item(
    on: Said,
    line: Line,
    part: tuple[tuple[int, ...], int, int],
    wishes: dict[int, date | None],
    reports: set[int],
    others: set[int],
) -> _Item | None:
    numbers, start, end = part
    said = line.norm[start:end]
    if wishes.keys() >= set(numbers):
        if wish := _on_wish(on, wishes, line, numbers, start, end):
            return wish
        cut = said.rfind(", ") + 2  # "gấp lắm, cho 3 ngày thôi"
        if cut > 1 and (wish := _on_wish(on, wishes, line, numbers, start + cut, end)):
            return replace(wish, sure=False)
    if not reports.intersection(numbers) and _LET_OR_NOT.search(said) and others.issuperset(numbers):
        return _on_wish(on, dict.fromkeys(numbers), line, numbers, start, end)  # nothing waits, and no work is told of
    if not reports.issuperset(numbers):
        return None
    if LATER.search(said) or _NOT_YET.fullmatch(said):
        return _Item(numbers, Intent.smalltalk_other, held=True)
    if _FINE.fullmatch(said):
        return _Item(numbers, Intent.approve, sure=False)
    if not _LACKS.match(said):
        return None
    if _NO_REASON.fullmatch(said):
        return _Item(numbers, Intent.reject)
    words = line.typed(start + len(_led(said)), polite_from(line, start, end))
    plain = re.match(r"(?:thi |con )*(?:can|phai) (?:bo sung|chinh sua|sua|lam lai)\b", said)
    return _Item(numbers, Intent.reject, cleaned(words), sure=bool(plain))


def _led(said: str) -> str:
    """ "thì", "ok nhưng", "chưa được," which are none of the reason."""
    found = re.match(
        r"(?:(?:thi|la|ok|duoc|tam|dat|on|nhung|ma)[ ,]+|(?:chua|khong)(?: (?:duoc|on|ổn|dat|dau))+, )*", said
    )
    return found[0] if found else ""


def _length(said: re.Match[str]) -> timedelta:
    count = {"mot": 1, "hai": 2, "ba": 3}.get(said["n"]) or int(said["n"])
    return timedelta(days=count * (7 if said["unit"] == "tuan" else 1))


def _led_by_because(why: str) -> int:
    found = re.match(r"(?:vi|do) ", why)
    return found.end() if found else 0


def _on_wish(
    on: Said, wishes: dict[int, date | None], line: Line, numbers: tuple[int, ...], start: int, end: int
) -> _Item | None:
    said = line.norm[start:end]
    if (behind := said.rfind(", ")) > 0 and _LET_ONLY.fullmatch(said[behind + 2 :]):  # what he thinks of it comes first
        limited = _on_wish(on, wishes, line, numbers, start + behind + 2, end)
        return replace(limited, sure=False) if limited else None
    bare = bool(_BARE.fullmatch(said))
    if _UNTIL.fullmatch(said) and (day := when.day_in(_a_day(said), on.day, on.calendar, future=True)):
        return _Item(numbers, Intent.approve, of_wish=True, to=day[0])
    if so_long := _SO_LONG.fullmatch(said):  # from which day is not said
        begins = max(on.day, *(wishes[n] or on.day for n in numbers))
        return _Item(numbers, Intent.approve, sure=False, of_wish=True, to=begins + _length(so_long))
    if _NOT_YET.fullmatch(said) and not bare:
        return _Item(numbers, Intent.smalltalk_other, held=True)
    if _GRANTED.fullmatch(said):
        to_whom = re.search(r"\bcho (?:anh|chi|em|toi|minh)\b", said)  # "48 cho anh" may hand it over
        return _Item(numbers, Intent.approve, sure=not (bare or to_whom), of_wish=True)
    if _LIMITS.match(said) or not (refused := _REFUSED.fullmatch(said)):
        return None
    said_no = re.match(r"(?:thi |la |anh |chi |toi )*(?:khong|thoi|chua)(?= ?[,.]| (?:vi|do)\b)", said)
    why = (
        line.typed(start + refused.start("why") + _led_by_because(refused["why"]), polite_from(line, start, end))
        if refused["why"]
        else None
    )
    return _Item(numbers, Intent.reject, cleaned(why), sure=not (why and said_no), of_wish=True)


def _a_day(said: str) -> str:
    """ "Tới 25" is a day where a wish for time is granted."""
    return re.sub(r"\b(den|toi|sang) (?=\d{1,2}\b(?![/.-]))", r"\1 ngay ", said)


def _wishes_for(session: Session, said: Said) -> dict[int, date | None]:
    """The tasks somebody wants more time for, and the date that stands."""
    wishes = {x.duty_id: x.from_on for x in date_queries.wishes_for(session, said.agency_id, [said.who.id])}
    return {x.number: wishes[x.duty.id] for x in duty_queries.lines_by_ids(session, said.agency_id, list(wishes))}


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(each) for each in re.findall(r"\d+", text))
