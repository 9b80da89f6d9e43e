"""The period said in front of what is told: "bổ sung kết quả tháng 10 việc 24 đã ban hành quy chế". All of it counts for that
period, and none of it ends a task. A correction ("sửa kết quả tháng 10 việc 23 thành 62%") takes the place of what stands there."""

import re
from datetime import date
from typing import NamedTuple

from bot.understanding import when
from bot.understanding.intents import Act, Intent, Understanding
from bot.understanding.line import Line, read_line
from bot.understanding.words import QUESTION_END, QUESTION_WORD

_LEAD = r"(?:(?:da|em|anh|chi|toi|xin|cho|nho|giup|oi|a)[ ,]+)*"
_LATE = r"(?:bo sung|(?:ghi|bao|nop|cap nhat|bao cao|nhap|gui) (?:bu|them|bo sung|muon|tre))"
_BEGIN = re.compile(
    rf"{_LEAD}{_LATE}(?: (?:ket qua|so lieu|bao cao|cua|ky|cho))* (?P<period>thang \d{{1,2}}(?:/\d{{4}})?|quy (?:\d|i{{1,3}}|iv))(?: (?:cho|ho|cua) (?P<who>[^:\d,]{{2,40}}?))?(?: ?[:,–-] ?| )(?=(?:(?:viec|nhiem vu|nv)(?: so)? )?#?\d{{1,4}}\b(?!/))"
)
_PERIOD = r"(?P<period>thang \d{1,2}(?:/\d{4})?|quy (?:\d|i{1,3}|iv))"
_MEND = r"(?:(?:sua|dinh chinh|dieu chinh|chinh sua|chinh|ghi|cap nhat) lai|sua|dinh chinh|dieu chinh)"
_RESULT = r"(?:ket qua|so lieu)"
_OF = r"(?:viec|nhiem vu|nv|so|cua|ky|cho|bao cao)"
_TASK = rf"(?:[:,]? {_OF})*[:,]? #?(?P<number>\d{{1,4}})\b(?![/.]\d)"
#: The period before the number, with a word of mending or of the result itself; what follows is how it should read.
_MENDED = re.compile(
    rf"{_LEAD}(?:{_MEND}(?: (?:{_RESULT}|{_OF}))* {_PERIOD}|{_RESULT}(?: {_OF})* {_PERIOD.replace('period', 'plain')}|{_PERIOD.replace('period', 'bare')}(?={_TASK.replace('number', 'ahead')},? (?:thi )?{_MEND}\b))"
    rf"{_TASK},? ?:?(?: thi)?(?: {_MEND})?(?: (?:thanh|la|lai))*:? (?P<told>(?!(?:thanh |la |lai )*\d+[ .!]*$)\S.*)"
)
#: The period alone in front: "tháng 10 việc 31 đạt 77%", "tháng 10 vừa rồi 46 rà 3 thủ tục".
_PLAIN = re.compile(
    rf"{_LEAD}(?:(?:trong|hoi|cua|o) )?{_PERIOD}(?: (?:vua roi|vua qua|roi|qua|truoc))?(?P<mark>[,:] ?| )(?:thi )?(?P<of>(?:(?:viec|nhiem vu|nv|so) )*)#?(?P<number>\d{{1,4}})\b(?![/.]\d)[:,]? (?P<told>[^\W\d].*)"
)
_GONE = re.compile(r"\b(?:vua roi|vua qua|thang \d{1,2} (?:roi|qua|truoc))\b")
_NUMBER = re.compile(r"(?:(?:viec|nhiem vu|nv)(?: so)? )?#?\d{1,4}[:,]? ")
_TOLD = frozenset({Intent.progress, Intent.same_as_before, Intent.none_arose})


class Late(NamedTuple):
    """The period in front and what is told, for whom too; `instead`: in place of what stands there; `plain`: nothing but the
    period says when, so that what is finished or to come stays so."""

    period: str
    text: str
    instead: bool = False
    plain: bool = False


def of_period(text: str, on: date) -> Late | None:
    """None where no period stands in front."""
    line = read_line(text)
    if mended := _mended(line, on):
        return mended
    found = _BEGIN.match(line.norm)
    period = when.period_in(found["period"], on) if found else None
    if not found or not period:
        return _plain(line, on)
    rest = line.text[line.starts[found.end()] :]
    return Late(period, f"ghi hộ {line.typed(*found.span('who'))}: {rest}" if found["who"] else rest)


def _plain(line: Line, on: date) -> Late | None:
    found = _PLAIN.fullmatch(line.norm)
    if not found or not (found["of"] or found["mark"].strip() or _GONE.search(line.norm[: found.start("number")])):
        return None
    period = when.period_in(found["period"], on)
    if not period or period > f"{on:%Y-%m}" or QUESTION_END.search(line.norm) or QUESTION_WORD.search(line.norm):
        return None
    return Late(period, line.typed(found.start("of"), len(line.norm)), plain=True)


def _mended(line: Line, on: date) -> Late | None:
    found = _MENDED.fullmatch(line.norm)
    if not found or QUESTION_END.search(line.norm) or QUESTION_WORD.search(line.norm):
        return None
    period = when.period_in(found["period"] or found["plain"] or found["bare"], on)
    told = line.typed(*found.span("told"))
    return Late(period, f"việc {found['number']}: {told}", instead=not found["plain"]) if period else None


def counted_to(late: Late, understood: Understanding) -> Understanding | None:
    """None where nothing is told of a task."""
    if not understood.sure or not any(
        act.slots.task_ids and act.intent in (*_TOLD, Intent.done) for act in understood.acts
    ):
        return None
    if late.plain and not all(act.intent in _TOLD for act in understood.acts):
        return None
    words = late.text.partition(": ")[2] if late.text.startswith("ghi hộ ") else late.text
    acts = (_counted(act, late.period, words) for act in understood.acts)
    return Understanding(tuple(act.with_slots(instead=True) if late.instead else act for act in acts))


def _counted(act: Act, period: str, words: str) -> Act:
    if act.intent is Intent.done:  # of that month it is how it went
        line = read_line(words)
        lead = _NUMBER.match(line.norm)
        said = line.part(lead.end() if lead else 0, len(line.norm)).text
        told = Act(Intent.progress, act.slots)
        return told.with_slots(text=said, statement=said, period=period, evidence=None, of_period=False, date=None)
    return act.with_slots(period=period) if act.intent in _TOLD else act
