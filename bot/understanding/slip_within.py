"""A slip owned up to in the message that made it: "xong 7, nhầm 8", "duyệt 7 ý anh là 8", "hạn 7 là 5/12, à nhầm 6/12".

What is meant instead is said back and asked about; what stood before the slip is never done.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from bot.understanding.belonging import Found, first, is_courtesy
from bot.understanding.clauses import one_line, split_clauses
from bot.understanding.intents import CHANGES, Act, Intent, Slots
from bot.understanding.line import Line, read_line
from bot.understanding.numbers import EVIDENCE, masked, task_ids
from bot.understanding.slips import figure_anew
from bot.understanding.words import QUESTION_END

_SORRY = r"(?:(?:(?:a|ha|ua|ui|oi|chet|thoi|xin loi|da|lai|bi)[ ,]+(?:(?:em|anh|chi|toi)[ ,]+)?)*|(?:em|toi) )"
_OWNED = (
    r"(?:nham|(?<!vat )lon(?! xon))(?: (?:roi|mat|day|het|so|viec))*|y (?:cua )?(?:em|anh|chi|toi|minh)(?: noi)?(?: la)?"
    r"|(?:dung|le) ra(?: phai)?(?: la)?|phai la|(?:(?<=a )|(?<=ua ))khong(?: phai)?(?: (?:em|anh|chi|toi|minh) nham)?|khong phai|xin loi|(?P<more>quen)(?! (?:chua|khong|bao|noi|cap nhat|nhan)\b)(?: mat)?|(?:sua|chinh) lai(?= ?:)"
)
_SLIP = re.compile(
    rf"(?:[ ,.;:–(-]+){_SORRY}(?:{_OWNED})\b[ ,.;:!–-]*(?:(?:la|phai la|thanh|ma|cho|sang) )*(?=(?P<rest>.*))"
)
#: Of what was to be as before, or not at all: "11 không phát sinh. à có 2 hồ sơ".
_AFTER_ALL = re.compile(
    r"[ ,.;:–(-]+(?:a|ha|ua|ah|quen|khoan|thoi|o)(?: quen)?[ ,]+(?:(?:ma|thi|la|khong|nham|chet)[ ,]+)*(?=(?P<rest>(?:van |con |lai )?(?:co|duoc|them|phat sinh|tang|giam|tiep nhan|nhan|tra|mo)\b(?! gi\b)[^?]*\d[^?]*$))"
)
#: Another mind in the same breath: "trả 7 thiếu ảnh, à thôi duyệt luôn", "duyệt 2 đi, à khoan đã".
_WAIT = r"(?:thoi|khoan|(?:cho|doi) (?:chut|ti|ty|xiu|da|em|anh|chi)\b(?: chut)?|tu tu)\b(?! bao gio)"
_NO_MORE = r"(?:(?:bo|huy)(?: (?:di|nhe|qua))*|khoi(?: (?:can|phai))?(?: (?:tra|duyet|giao|nhac|lui|xin|gui|bao|ghi))?(?: nua)?|(?:khong|dung|chua) (?:can |voi |vang )*(?:tra|duyet|giao|nhac|lui|xin|gui|bao|ghi|can|voi)(?: nua| voi)?|de (?:anh|chi|em|toi|sep) (?:tinh|sua(?: luon)?|xem|hoi|coi|kiem tra|suy nghi|can nhac)(?: (?:lai|da|them|ky))*|de (?:sau|do|đó)|(?:mai|hom khac|tuan sau|chieu|lat|toi nay) (?:tinh|xem|hay|ban|quyet)(?: sau| tiep| lai)*|tu tu|da)"
_SO = r"(?: (?:a|nhe|nha|da|di|em|anh|chi|luon|lai|hay|chut|roi|do|nua))*"
_OTHER_MIND = re.compile(
    rf"(?:[ ]*[,.;:–(-]+ ?|(?P<loose> ))(?:(?:(?:a|ua|ha|ui|y|ay|oi|chet) )(?:ma )?(?:{_WAIT}|(?P<later>)(?=(?:toi|den|sang) (?:ngay )?\d{{1,2}}/\d{{1,2}}\b)|(?=het (?:vuong|ket)))|ma (?:thoi|khoan)\b|(?P<bare>thoi|khoan)(?= (?:{_NO_MORE}|(?:(?:ke|cu|lan nay|cho) )+(?:duyet|dong y|cho qua|ky|lui)|duyet(?: luon| di)|cho luon|dong y|tra lai|de [^\W\d]+ lam)\b(?! ?(?:viec )?\d))|(?P<slow>tu tu)(?=(?: da| em| nhe)*[ .!]*$))"
    rf"(?:[ ,]+(?:thoi|khoan|ma))*(?: da\b)?[ ,.;:!–-]*(?:(?P<stop>{_NO_MORE}{_SO})(?:[ ,.!]+|$))?(?=(?P<rest>.*))"
)
_LETS = re.compile(
    r"(?:(?:anh|chi|cu|thi) )*(?:duyet|dong y|cho|ky|ok|nhat tri)(?: (?:luon|di|nhe|nha|do|roi|lui|em|a|cho (?:em|nhanh|roi)))*[ .!]*"
)
_DECIDED = frozenset({Intent.approve, Intent.reject})
_RECORDED = frozenset(
    {Intent.done, Intent.progress, Intent.same_as_before, Intent.none_arose, Intent.waiting_for_signature}
)
_POLITE = (
    r"(?: (?:moi|la) (?:dung|phai)| moi (?:xong|co|kip|duoc)| co)?(?: (?:roi|a|nhe|nha|em|anh|chi|giup em))*[ .!)]*"
)
_NUMBERS = re.compile(
    rf"(?:(?:viec|nhiem vu|nv|so) )*(?P<said>#?\d{{1,4}}(?:(?: ?, ?| va )(?:viec |so )?#?\d{{1,4}})*){_POLITE}"
)
_DAY = re.compile(
    rf"(?:(?:toi|den|sang|thanh|la) )?(?P<said>(?:ngay )?\d{{1,2}}[/.-]\d{{1,2}}(?:[/.-]\d{{4}})?){_POLITE}"
)
_NAME = re.compile(rf"(?P<said>(?:(?:anh|chi|em|co|chu|bac|phong|ban) )?[^\W\d]+(?: [^\W\d]+){{0,2}}?){_POLITE}")
_LAST_NAME = re.compile(r"(?:(?:anh|chi|em|co|chu|bac|phong|ban) )?[^\W\d]+$")
_DAY_SAID = re.compile(r"\b\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?\b")
#: A figure of the same task said anew is read as one: "8 12 tin, nhầm 8 là 11 tin".
_FIGURE_OF = re.compile(r"(?:viec )?\d{1,4} (?:la|thanh|phai la) ")
#: What is denied, and nothing is said in its place: "xong 12, không phải 13".
_NOT_THIS = re.compile(r"khong phai (?:viec |so )?#?\d{1,4}(?: (?:dau|a|nhe|nha|em|anh|chi|nua))*[ .!]*")
#: "Hạn 31/10, không phải 25/10" means the day in front; "à không phải, 25/10" the other.
_DAY_DENIED = re.compile(r"(?<!a )(?<!ua )(?<!ha )khong phai (?:la )?$")
#: The slip is part of what is told: "17 ghi nhầm", "trả 7 vì nhầm", "xong 7 chứ không phải 8".
_TOLD_OF = re.compile(r"\b(?:vi|do|bi|ghi|bao|bam|nhap|gui|nhan|goi|hieu|viet|tinh|dem|danh|co|su|chu|ma|tranh|khoi)$")
#: "Duyệt nhầm rồi" is of an earlier approval, "7 chưa xong, em nhầm" of an earlier report.
_OF_EARLIER = re.compile(r"\b(?:duyet|dong y|tra lai|tra ve|tra|tu choi)$")
_DENIED_BEFORE = re.compile(r"\bchua (?:xong|lam|hoan thanh)(?: (?:dau|ma|a|nhe))*(?:[ ,]+(?:em|anh|chi|toi|minh))?$")
MOST_SLIPS = 12
"""Beyond these nobody is followed: all that stands before each is read again."""
_ORDERS = CHANGES - {Intent.undo_done} | {Intent.progress, Intent.remind_unit, Intent.set_deadline, Intent.sort_year}


@dataclass(frozen=True)
class Meant:
    """The message as it was meant, and what it says so; of the last of it the readings are asked about."""

    text: str
    found: list[Found]
    readings: tuple[Act, ...]


def slip_within(text: str, read: Callable[[str], list[Found]]) -> Meant | None:
    """None where the message owns up to no slip of its own."""
    line = one_line(text)
    if QUESTION_END.search(line.norm):
        return None
    if contrary := _told_after_all(line, read) or _other_mind(line, read):
        return contrary
    for slip in islice(_SLIP.finditer(line.norm), MOST_SLIPS):
        head = line.part(0, slip.start())
        if (
            line.typed(*slip.span()).lower().endswith(("lớn", "lờn"))
            or _TOLD_OF.search(head.norm)
            or (slip[0].startswith(" ") and _OF_EARLIER.search(head.norm))
            or (_DENIED_BEFORE.search(head.norm) and not slip["rest"].strip(" .!"))
            or _FIGURE_OF.match(slip["rest"])
            or (_DAY_DENIED.search(slip[0]) and _DAY.fullmatch(slip["rest"]) and _DAY_SAID.search(head.norm))
            or _NOT_THIS.fullmatch(slip[0].lstrip(" ,.;:–(-") + slip["rest"])
            or not (before := read(head.text))
            or not _orders(before)
        ):
            continue
        if not slip["rest"].strip(" .!"):
            return _taken_back(head, before) if re.search(r"nham|lon", slip[0]) else None
        for meant in _candidates(line, slip.end(), head, first(before[-1])):
            found = read(meant) if meant else []
            if found and _orders(found) and _same_kind(before, found):
                return Meant(meant, found, _readings(slip, before[-1], found[-1]))
    return None


def _told_after_all(line: Line, read: Callable[[str], list[Found]]) -> Meant | None:
    """ "11 không phát sinh. à có 2 hồ sơ": the figure is the result of the only task named."""
    slip = _AFTER_ALL.search(line.norm)
    head = line.part(0, slip.start()) if slip else line
    before = [first(each) for each in read(head.text)] if slip else []
    if not slip or len(before) != 1 or before[0].intent not in (Intent.none_arose, Intent.same_as_before):
        return None
    if len(before[0].slots.task_ids) != 1:
        return None
    meant = f"{before[0].slots.task_ids[0]} {line.part(slip.end(), len(line.norm)).text}"
    found = read(meant)
    return Meant(meant, found, (first(found[-1]),)) if len(found) == 1 and _orders(found) else None


def _other_mind(line: Line, read: Callable[[str], list[Found]]) -> Meant | None:
    """What stands before is not carried out: what is said in its place is asked about, else that itself."""
    for turn in islice(_OTHER_MIND.finditer(line.norm), MOST_SLIPS):
        head = line.part(0, turn.start())
        turned = line.typed(*turn.span()).lower().lstrip(" ,.;:–(-")
        of_that = bool(turn["loose"]) and turned.startswith("ấy")
        if turn["loose"] and not turned.startswith(("à", "ủa", "á", "ấy chờ", "ấy đợi", "ấy khoan", "ấy từ từ")):
            continue
        before = read(head.text)
        told = first(before[-1]) if before else None
        if of_that and told and told.intent in _RECORDED:
            continue  # "17 trình rồi ấy chờ anh ký"
        if told is None or not (_orders(before) or (told.intent is Intent.submit_news and turn["stop"])):
            continue
        if told.intent in _RECORDED and (
            turn["bare"] or turn["slow"] or (turned.startswith("mà") and not turn["rest"])
        ):
            continue  # "17 hoãn, thôi để tháng sau" is how it stands
        if turn["later"] is not None and not told.slots.date:
            continue
        alike = [act for act in map(first, before[:-1]) if act.intent is told.intent]
        anew, others = _apart(line.part(turn.end(), len(line.norm)), told)
        beside = read(others) if others else []
        beside = beside if beside and _orders(beside) else []
        for meant in _in_its_place(line, turn.end(), anew, head, told):
            found = read(meant)
            if len(found) == 1 and _takes_its_place(told, first(found[0])):
                return Meant(meant, [*before[:-1], *beside, *found], (*alike, first(found[0])))
        return Meant(head.text, [*before[:-1], *beside, before[-1]], tuple(map(first, before)))
    return None


def _apart(rest: Line, told: Act) -> tuple[Line, str]:
    """What may be said in place of what was told, and what follows of other tasks: "…, à thôi duyệt luôn, 8 xong"."""
    parts = split_clauses(rest) if rest.norm.strip(" .!") else []
    if not parts:
        return rest, ""
    mine = rest.part(parts[0].start, parts[0].end)
    numbers = set(task_ids(mine)[0])
    end = 0 if numbers and not numbers & set(told.slots.task_ids) else parts[0].end
    return rest.part(0, end), rest.part(end, len(rest.norm)).text.strip(" ,;.")


def _in_its_place(line: Line, at: int, anew: Line, head: Line, told: Act) -> Iterator[str]:
    """ "Duyệt luôn" and "để Hoa" are of the tasks named before."""
    if not anew.norm.strip(" .!"):
        return
    rest, numbers = anew.text, ", ".join(map(str, told.slots.task_ids))
    if told.intent in _DECIDED and _LETS.fullmatch(anew.norm):
        yield f"duyệt {numbers}"
    yield from (f"{numbers} {rest}", f"{rest} {numbers}", rest)
    yield from _candidates(line, at, head, told)


def _takes_its_place(told: Act, meant: Act) -> bool:
    kinds = next((kind for kind in (_DECIDED, _RECORDED) if told.intent in kind), frozenset({told.intent}))
    same = meant.slots.task_ids == told.slots.task_ids
    return meant.intent in kinds and meant != told and same and not meant.slots.unclear


def numbers_instead(text: str) -> tuple[int, ...]:
    """The tasks of "nhầm 8", "ý em là 8": a message of its own about which task the one before was of."""
    line = one_line(f"…, {text}")
    slip = _SLIP.match(line.norm, 1)
    said = _NUMBERS.fullmatch(masked(line.norm), slip.end()) if slip and not slip["more"] else None
    return task_ids(read_line(f"việc {said['said']}"))[0] if said else ()


def _orders(found: list[Found]) -> bool:
    act = first(found[-1])
    return act.intent in _ORDERS and not is_courtesy(act)


def _same_kind(before: list[Found], found: list[Found]) -> bool:
    """What is meant instead says as much as what was said: "7 60%, nhầm 8 là 11 tin" is another matter."""
    old, new = first(before[-1]), first(found[-1])
    return new != old and bool(new.slots.task_ids) == bool(old.slots.task_ids) and not new.slots.instead


def _readings(slip: re.Match[str], before: Found, meant: Found) -> tuple[Act, ...]:
    """ "Xong 7, à quên, 8" may add to what was said."""
    act = first(meant)
    if not slip["more"]:
        return (act,)
    both = tuple(dict.fromkeys((*first(before).slots.task_ids, *act.slots.task_ids)))
    return act.with_slots(task_ids=both), act


def _taken_back(head: Line, before: list[Found]) -> Meant:
    """ "Xong 7, nhầm rồi"."""
    numbers = first(before[-1]).slots.task_ids
    back = Act(Intent.undo_done, Slots(task_ids=numbers))
    return Meant(head.text, [*before[:-1], back], (back,))


def _candidates(line: Line, at: int, head: Line, told: Act) -> Iterator[str]:
    """The message with what stands behind the slip in place of what it mends; as it stands where it says all anew."""
    if said := _NUMBERS.fullmatch(masked(line.norm), at):
        yield _with_numbers(head, line.typed(*said.span("said")))
    elif said := _DAY.fullmatch(line.norm, at):
        days = list(_DAY_SAID.finditer(head.norm))
        if days:
            yield _put(head, days[-1].span(), line.typed(*said.span("said")))
    elif said := EVIDENCE.match(line.norm, at):
        papers = list(EVIDENCE.finditer(head.norm))
        if papers:
            yield _put(head, papers[-1].span(), line.typed(*said.span()))
    elif figure := figure_anew(f"nhầm {line.part(at, len(line.norm)).text}"):
        yield figure.put_into(head.text) or ""
    else:
        last = split_clauses(head)[-1]
        yield f"{head.part(0, last.start).text} {line.part(at, len(line.norm)).text}".strip()
        named, name = _NAME.fullmatch(line.norm, at), _LAST_NAME.search(head.norm)
        if named and name and (told.slots.person or told.slots.unit):
            yield _put(head, name.span(), line.typed(*named.span("said")))
        spans = task_ids(head)[1]
        if (
            told.intent is Intent.sort_year and spans
        ):  # another ending of the same: "7 duy trì, à không, chuyển năm sau"
            yield f"{head.typed(*spans[-1])} {line.part(at, len(line.norm)).text}"


def _with_numbers(head: Line, numbers: str) -> str:
    """One number takes the place of the last of a list, several that of the whole list."""
    spans = task_ids(head)[1]
    if not spans:
        return head.text
    start, end = spans[-1]
    one = len(task_ids(read_line(f"việc {numbers}"))[0]) == 1
    last = re.search(r"\d+$", head.norm[start:end]) if one else None
    return _put(head, (start + last.start(), end) if last else (start, end), numbers)


def _put(line: Line, span: tuple[int, int], words: str) -> str:
    before, after = line.typed(0, span[0]), line.typed(span[1], len(line.norm))
    return " ".join(filter(None, (before, words, after)))
