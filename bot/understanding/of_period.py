"""The period said in front of what is told: "bổ sung kết quả tháng 10 việc 24 đã ban hành quy chế". All of it counts for that
period, and none of it ends a task."""

import re
from datetime import date

from bot.understanding import when
from bot.understanding.intents import Act, Intent, Understanding
from bot.understanding.line import read_line

_LEAD = r"(?:(?:da|em|anh|chi|toi|xin|cho|nho|giup|oi|a)[ ,]+)*"
_LATE = r"(?:bo sung|(?:ghi|bao|nop|cap nhat|bao cao|nhap|gui) (?:bu|them|bo sung|muon|tre))"
_BEGIN = re.compile(
    rf"{_LEAD}{_LATE}(?: (?:ket qua|so lieu|bao cao|cua|ky|cho))* (?P<period>thang \d{{1,2}}(?:/\d{{4}})?|quy (?:\d|i{{1,3}}|iv))(?: (?:cho|ho|cua) (?P<who>[^:\d,]{{2,40}}?))?(?: ?[:,–-] ?| )(?=(?:(?:viec|nhiem vu|nv)(?: so)? )?#?\d{{1,4}}\b(?!/))"
)
_NUMBER = re.compile(r"(?:(?:viec|nhiem vu|nv)(?: so)? )?#?\d{1,4}[:,]? ")
_TOLD = frozenset({Intent.progress, Intent.same_as_before, Intent.none_arose})


def of_period(text: str, on: date) -> tuple[str, str] | None:
    """The period and what is told, for whom too; None where none stands in front."""
    line = read_line(text)
    found = _BEGIN.match(line.norm)
    period = when.period_in(found["period"], on) if found else None
    if not found or not period:
        return None
    rest = line.text[line.starts[found.end()] :]
    return period, f"ghi hộ {line.typed(*found.span('who'))}: {rest}" if found["who"] else rest


def counted_to(period: str, understood: Understanding, rest: str) -> Understanding | None:
    """None where nothing is told of a task."""
    if not understood.sure or not any(
        act.slots.task_ids and act.intent in (*_TOLD, Intent.done) for act in understood.acts
    ):
        return None
    words = rest.partition(": ")[2] if rest.startswith("ghi hộ ") else rest
    return Understanding(tuple(_counted(act, period, words) for act in understood.acts))


def _counted(act: Act, period: str, words: str) -> Act:
    if act.intent is Intent.done:  # of that month it is how it went
        line = read_line(words)
        lead = _NUMBER.match(line.norm)
        said = line.part(lead.end() if lead else 0, len(line.norm)).text
        told = Act(Intent.progress, act.slots)
        return told.with_slots(text=said, statement=said, period=period, evidence=None, of_period=False, date=None)
    return act.with_slots(period=period) if act.intent in _TOLD else act
