"""Several people or units in one message, each with tasks of his own: "VP 4 đạt 20%, KT 4 đạt 30%", "54 55 Hoa lo, 56 57 Phúc lo"."""

import re

from bot.understanding.clause import Clause
from bot.understanding.for_whom import SAYS_OF_TASK, named_at
from bot.understanding.intents import Understanding
from bot.understanding.line import read_line
from bot.understanding.rules.assign import GIVE, OPENING
from bot.understanding.takers import DOES, takers
from bot.understanding.whole import contradict
from bot.understanding.words import DONE

_BREAK = re.compile(r"(?:[;,]|\.(?= )| va)+ ?|\n+")
_THEN = re.compile(rf" ?:? ?(?<=[ :])(?:{SAYS_OF_TASK}|(?:(?:da|vua|moi|lam) )*{DONE} (?:(?:viec|nhiem vu|nv) )?#?\d)")
#: An order goes on with its other names: "nhắc Lan 7 chưa xong, Hoa 31 chưa xong".
_ORDER = re.compile(
    r"(?:(?:da|em|anh|chi|bot|oi|nho) )*(?:nhac|don doc|giuc|thuc|giao|chuyen|phan cong|duyet|tra|hoi|xem)\b"
)

_MARK = r"(?:(?:viec|nhiem vu|nv|so) (?:so )?|#)?"
_ONE = rf"{_MARK}\d{{1,4}}(?: ?- ?\d{{1,4}}| (?:den|toi) \d{{1,4}})?"
_ITEM = re.compile(
    rf"(?:(?:cac|may) )?(?P<numbers>{_ONE}(?:(?:,? va |,? voi |, ?| ){_ONE})*)[:,]? (?P<how>(?:(?:thi|van|cu|gio|de|cho|nho|giao|chuyen|sang|qua|ve|la|do) )*)"
)
_GIVING = re.compile(rf"{OPENING}{GIVE} ")
_OPENING = re.compile(rf"{OPENING}")
_HIMSELF = re.compile(rf"(?P<who>anh|chi|toi|minh)(?: (?:tu|se|giu))*(?: {DOES})?(?= *(?:$|[,;.])| (?:con|va)\b)")
_DONE_BY = re.compile(rf"(?: (?:se |thi )?(?P<does>{DOES}))?(?: (?:nhe|nha|a|giup|di|em|luon|voi))*")
_NEXT = re.compile(r" ?(?:[,;.] ?)?(?:(?:con|va|rieng|roi) )?(?:thi )?(?=\D{0,12}\d)")
_HERE = "tôi"
#: Behind what is handed to each: the rest stays with whoever says it, as it does unsaid.
_REST_KEPT = re.compile(
    r"[ ,;.]+(?:(?:con|va|nhung) )?(?:(?:may|cac|nhung|bao nhieu) )?(?:(?:cai|viec|phan|dau viec) )?(?:con lai|kia|khac|con)[, ]+(?:(?:thi|de|cu|do|cho|cua|la) )*"
    rf"(?:anh|chi|toi|minh|tui)(?: (?:tu|se|giu|het|{DOES}))*(?: (?:nhe|nha|a|luon|em|het|cho|roi))*[ .!]*$"
)
_HAS = re.compile(
    rf"(?: ?[:–] ?| (?:(?:thi|se|cu) )*(?:lay|giu)(?: (?:cac|may))? )(?P<numbers>{_ONE}(?:(?:,? va |, ?| ){_ONE})*)(?: (?:nhe|nha|a|em|giup|anh|chi))*[ .!]*"
)
_SPACED = re.compile(r"(?:\d{1,4} )+\d{1,4} [^\W\d]")


def by_name(text: str, c: Clause) -> list[str]:
    """The message cut before each further name that opens what is told of a task, or at what is handed to each; the whole
    where there is none.
    """
    line, directory = read_line(text), c.directory
    orders = _handed_each(c) or _unit_first(c)
    if len(orders) > 1 or (orders and _is_of_unit(c, orders[0])):
        return orders
    if orders and _SPACED.match(c.norm) and orders[0].split()[-1].istitle():  # no "34 35 lần"
        return [re.sub(r"^([\d, -]+) (?=\D+$)", r"\1 thì ", orders[0])]
    if _ORDER.match(line.norm):
        return [text]
    out: list[str] = []
    at = 0
    for found in _BREAK.finditer(line.norm):
        end = named_at(line, found.end(), directory)
        if end and re.search(r"\d", line.norm[at : found.start()]) and _THEN.match(line.norm, end):
            out.append(line.part(at, found.start()).text)
            at = found.end()
    return [*out, line.part(at, len(line.norm)).text] if out else [text]


def side_by_side(read: list[Understanding]) -> Understanding:
    """What each of them says, in order; what stands against another is asked about with the rest."""
    acts = tuple(act for each in read for act in each.acts)
    clash = contradict(list(acts))
    unsure = [each for each in read if not each.sure]
    if not (unsure or clash):
        return Understanding(acts)
    asked = acts if clash else tuple(act for each in unsure for act in each.readings)
    apart = not clash and all(each.readings for each in unsure)
    certain = tuple(act for each in read for act in (each.acts if each.sure else each.certain))
    return Understanding(acts, sure=False, readings=asked, certain=certain if apart else ())


def _handed_each(c: Clause) -> list[str]:
    """Each as an order of its own; nothing where the message says anything else."""
    if not c.heads or c.context == "group" or c.asks:
        return []
    giving = _GIVING.match(c.norm)
    opening = giving or _OPENING.match(c.norm)
    at, norm = opening.end() if opening else 0, _REST_KEPT.sub("", c.norm).rstrip(" .!")
    orders = list[str]()
    while at < len(norm):
        item = _ITEM.match(norm, at)
        whom = _whom(c, item.end()) if item else None
        if not item or not whom:
            return []
        numbers = re.sub(r"(?:viec|nhiem vu|nv|so|#) ?", "", item["numbers"])
        numbers = re.sub(r",? va |,? voi |(?<=\d) (?=\d)", ", ", re.sub(r" (?:den|toi) ", "-", numbers))
        end = _DONE_BY.match(norm, whom[1])
        himself = whom[0] == _HERE
        said = giving or item["how"].strip() or (end and end["does"])  # a name behind numbers may be no order
        order = f"giao {numbers} cho {whom[0]}" if said else f"{numbers}: {whom[0]}"  # "40 Lan" would be forty times
        orders.append(f"{numbers} tôi tự làm" if himself else order)
        at = end.end() if end else whom[1]
        if at < len(norm):
            more = _NEXT.match(norm, at)
            if not more or more.end() == at:
                return []
            at = more.end()
    return orders


def _unit_first(c: Clause) -> list[str]:
    """ "Ban Dự án 2: 12, 18", "Ban Dự án 2 lấy 12 18": what belongs to it, as a head says."""
    if not c.heads or c.context == "group" or c.asks:
        return []
    found = c.directory.unit_at(c.line, 0)
    has = _HAS.fullmatch(c.norm, found.end) if found else None
    return (
        [f"{', '.join(re.findall(r'[0-9-]+', has['numbers']))}: {c.line.typed(0, found.end)}"] if has and found else []
    )


def _is_of_unit(c: Clause, order: str) -> bool:
    """ "12 18 phòng KT": two tasks, and no eighteen units."""
    whom = read_line(order.partition(": ")[2])
    found = c.directory.unit_at(whom, 0) if whom.norm else None
    return bool(found and found.end == len(whom.norm))


def _whom(c: Clause, at: int) -> tuple[str, int] | None:
    if himself := _HIMSELF.match(c.norm, at):
        return _HERE, himself.end()
    found = takers(c, at, strangers=False)
    one = found[0] if len(found) == 1 and found[0].known and not found[0].helps else None
    return (c.line.typed(one.start, one.end), one.end) if one else None
