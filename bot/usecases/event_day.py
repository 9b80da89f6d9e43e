""" "Đã nhận văn bản ngày 01/12 việc 10": an event happened, so the days counted from it begin, in a period of its own."""

import re
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.usecases import ledger
from bot.usecases.give_result import Given, give_result
from bot.usecases.said import Said
from jobs.audience import audience
from jobs.rules.days import HALF_A_YEAR
from jobs.rules.deadlines.model import Deadline, Offset
from jobs.rules.periods import event_key, is_taken_back, same_event
from jobs.rules.text import fold_words
from jobs.units.again import same_parts
from storage.kinds import GONE_STATES, OPEN_STATES, DutyState, EventKind, PartyRole
from storage.models.duties import Duty, Period
from storage.queries import duties as duty_queries
from storage.queries.duties import DutyLine

LONG_AGO = HALF_A_YEAR


@dataclass(frozen=True)
class EventBegun:
    """`day` of the event, `offset` what was counted from it; `again`: it was known already, nothing changed."""

    line: DutyLine
    day: date
    words: str
    offset: Offset
    again: bool = False


@dataclass(frozen=True)
class WhichEvent:
    """That day has an event in other words: another one, or the same?"""

    line: DutyLine
    day: date
    known: str
    words: str


@dataclass(frozen=True)
class EventDayOdd:
    """The day lies ahead, or so far back that another year may be meant."""

    line: DutyLine
    day: date


def begin(
    session: Session, said: Said, line: DutyLine, day: date, words: str, mode: str | None = None, statement: str = ""
) -> object:
    """Open the event's period with every unit's part, due as the plan counts. `mode`: "new" or "same", once asked.

    A task that counts from nothing takes the `statement` as a result of the period.
    """
    offset = _offset(line)
    if offset is None and (said.day - day > LONG_AGO or (day > said.day and not _may_be_planned(words))):
        return EventDayOdd(line, day)
    if offset is None:
        return give_result(session, said, line, Given(text=statement or words))
    if (day > said.day and offset.n >= 0) or said.day - day > LONG_AGO:
        return EventDayOdd(line, day)
    periods = duty_queries.periods_of_task(session, said.agency_id, line.task.id)
    of_day = [p for p in periods if p.key.startswith(event_key(day, 1)) and not is_taken_back(p.key)]
    known = next((p for p in of_day if same_event(p.target_text, words)), None)
    if mode == "same" or (known and mode != "new"):
        return EventBegun(_line_of(session, said, line, known or of_day[0]), day, words, offset, again=True)
    if of_day and mode != "new":
        return WhichEvent(line, day, of_day[-1].target_text, words)
    period = Period(
        agency_id=line.task.agency_id, task_id=line.task.id, key=event_key(day, len(of_day) + 1), start_on=day,
        printed_due_on=offset.due_after(day, said.calendar), target_text=words, can_be_overdue=True,
    )  # fmt: skip
    session.add(period)
    session.flush()
    _open_parts(session, said, line, period)
    return EventBegun(_line_of(session, said, line, period), day, words, offset)


def _may_be_planned(words: str) -> bool:
    """A meeting may be told of ahead; a letter has been received or has not."""
    return not re.match(r"(?:tiep )?nhan\b|phat sinh\b", fold_words(words))


def _offset(line: DutyLine) -> Offset | None:
    return Deadline.from_json(line.task.deadline).offset if line.task.deadline else None


def _open_parts(session: Session, said: Said, line: DutyLine, period: Period) -> None:
    """The parts that the period before it had; `once` waits for nothing any more and is closed."""
    rows = duty_queries.duties_of_task(session, said.agency_id, line.task.id)
    live = [(duty, of) for duty, of in rows if duty.state not in GONE_STATES]
    latest = max((of for _, of in live), key=lambda p: (p.key != "once", p.id)).id
    held = audience(session, said.agency_id, said.day)
    before = [duty for duty, of in live if of.id == latest]
    for duty in same_parts(before, held, line.plan, period.id, period.printed_due_on):
        session.add(duty)
        session.flush()
        _write(session, said, duty, period)
    for duty, of in live:
        if of.key == "once" and duty.state in OPEN_STATES:
            kept = ledger.snapshot(duty)
            duty.close(DutyState.CANCELLED, said.day)
            session.add(duty)
            ledger.write(session, said, EventKind.EVENT_BEGUN, duty=duty, before={"duty": kept, "opened": period.id})


def _write(session: Session, said: Said, duty: Duty, period: Period) -> None:
    """What was not there before has nothing to be put back to: taken back, it is cancelled."""
    gone = ledger.snapshot(duty) | {"state": DutyState.CANCELLED.value, "closed_on": said.day.isoformat()}
    event = ledger.write(
        session, said, EventKind.EVENT_BEGUN, duty=duty, for_id=duty.recipient_id, text=period.target_text,
        before={"duty": gone, "opened": period.id},
    )  # fmt: skip
    if duty.role is PartyRole.LEAD:
        ledger.tell(session, event, duty.recipient_id)


def _line_of(session: Session, said: Said, line: DutyLine, period: Period) -> DutyLine:
    """The sender's line in that period: the same unit's, else the first lead part."""
    lines = duty_queries.lines_by_number(session, said.agency_id, line.number)
    there = [x for x in lines if x.period.id == period.id and x.duty.role is PartyRole.LEAD]
    return next((x for x in there if x.unit.id == line.unit.id), there[0] if there else line)
