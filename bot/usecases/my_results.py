"""One person's results of a month, as the monthly form asks: what was done and when, what was given, what lacks."""

from dataclasses import dataclass

from sqlmodel import Session

from bot.usecases.said import Said
from jobs.rules.reporting_period import period_on
from jobs.rules.spans import Span, data_days, span_of
from storage.kinds import OPEN_STATES, WAITING_STATES, DutyState
from storage.models.duties import ProgressEntry
from storage.queries import duties as duty_queries
from storage.queries.duties import DutyLine
from storage.queries.people import Person


@dataclass(frozen=True)
class MyResults:
    """Lines that were his. `done`: reported in the span and accepted; `waiting`: reported in it, not decided yet; `given`:
    open, with an entry of it; `lacking`: open since before its end, without one; `entries` and `evidence` by duty id.
    """

    person: Person
    span: Span
    done: tuple[DutyLine, ...]
    waiting: tuple[DutyLine, ...]
    given: tuple[DutyLine, ...]
    lacking: tuple[DutyLine, ...]
    entries: dict[int, ProgressEntry]
    evidence: dict[int, str]


def my_results(session: Session, said: Said, person: Person, key: str | None) -> MyResults:
    """The month named, else the running reporting month."""
    agency = person.agency
    span = span_of(key or period_on(said.day, agency.data_day, said.calendar).key)
    first, last = data_days(span, agency.data_day, said.calendar)
    every = duty_queries.lines_of_recipient(session, said.agency_id, person.id, tuple(DutyState))
    ids = [line.duty.id for line in every]
    months = span.months or (period_on(span.last, agency.data_day, said.calendar).key,)
    entries = {
        e.duty_id: e for e in duty_queries.entries_of(session, said.agency_id, ids) if e.reporting_period in months
    }
    evidence = {e.duty_id: e.text for e in duty_queries.evidence_of(session, said.agency_id, ids)}
    told = [x for x in every if x.duty.reported_on and first <= x.duty.reported_on <= last]
    done = [x for x in told if x.duty.state is DutyState.ACCEPTED]
    waiting = [x for x in told if x.duty.state in WAITING_STATES]
    opened = [
        x for x in every if x.duty.state in OPEN_STATES and (x.period.start_on is None or x.period.start_on <= last)
    ]
    return MyResults(
        person, span, tuple(done), tuple(waiting), tuple(x for x in opened if x.duty.id in entries),
        tuple(x for x in opened if x.duty.id not in entries), entries, evidence,
    )  # fmt: skip
