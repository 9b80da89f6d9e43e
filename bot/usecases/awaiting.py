"""What waits for one person's word: reports, wishes for time, reports wanted back, reasons he is asked for."""

from dataclasses import dataclass, field
from datetime import date

from sqlmodel import Session

from bot.usecases.said import Said
from storage.kinds import OPEN_STATES, WAITING_STATES
from storage.queries import dates as date_queries
from storage.queries import duties as duty_queries
from storage.queries.duties import DutyLine
from storage.queries.events import acted_since, last_acceptance, reopenings_asked
from storage.queries.people import Person, people


@dataclass(frozen=True)
class Awaiting:
    """`wished`: by duty id the day of a wish; `why`: its reason; `handed_in`: one's own reports that others decide, where nothing
    waits here; `elsewhere`: then everybody's, with whose word each waits for.
    """

    reports: tuple[DutyLine, ...]
    wishes: tuple[DutyLine, ...]
    wished: dict[int, date] = field(hash=False)
    reopenings: tuple[DutyLine, ...] = ()
    reasons: tuple[DutyLine, ...] = ()
    handed_in: tuple[DutyLine, ...] = ()
    elsewhere: tuple[tuple[DutyLine, Person | None], ...] = ()
    why: dict[int, str] = field(default_factory=dict, hash=False)
    wishes_only: bool = False  # nothing else was asked about
    asker: Person | None = None  # whose wishes alone were asked about

    @property
    def total(self) -> int:
        return len(self.reports + self.wishes + self.reopenings + self.reasons)


def awaiting(session: Session, said: Said, *, others: bool = False, wishes_only: bool = False) -> Awaiting:
    agency, who = said.agency_id, said.owner.id
    wishes = date_queries.wishes_for(session, agency, [who])
    wished = {each.duty_id: each.to_on for each in wishes if each.to_on}
    asked_for = tuple(duty_queries.lines_by_ids(session, agency, list(wished)))
    if wishes_only:
        return Awaiting((), asked_for, wished, wishes_only=True)
    mine = duty_queries.lines_of_recipient(session, agency, who, OPEN_STATES)
    asked = date_queries.explanations_asked(session, agency, [line.duty.id for line in mine])
    explain = {event.duty_id for event in asked}
    found = Awaiting(
        tuple(duty_queries.lines_waiting_for(session, agency, who)),
        asked_for,
        wished,
        _reopenings(session, said),
        tuple(line for line in mine if line.duty.id in explain),
        why={each.duty_id: each.reason for each in wishes if each.reason},
    )
    if found.total:
        return found
    if others:
        return Awaiting((), (), {}, elsewhere=_of_everybody(session, said))
    own = duty_queries.lines_of_recipient(session, agency, who, WAITING_STATES)
    return Awaiting((), (), {}, handed_in=tuple(own))


def wishes_of(session: Session, said: Said, asker: Person) -> Awaiting:
    """What this person asks for: of the one who decides it what waits for him, else with whose word it waits for."""
    agency, who = said.agency_id, said.who.id
    wishes = {c.duty_id: c for c in date_queries.open_wishes(session, agency) if c.asked_by_id == asker.id}
    lines = duty_queries.lines_by_ids(session, agency, list(wishes))
    mine = tuple(x for x in lines if wishes[x.duty.id].decider_id == who)
    deciders = _by_id(session, said, {c.decider_id for c in wishes.values() if c.decider_id})
    others = tuple((x, deciders.get(wishes[x.duty.id].decider_id or 0)) for x in lines if x not in mine)
    back = {e.duty_id for e in reopenings_asked(session, agency) if asker.id in (e.by_id, e.for_id)}
    reopenings = tuple(x for x in _reopenings(session, said) if x.duty.id in back)
    return Awaiting(
        (), mine, {i: c.to_on for i, c in wishes.items() if c.to_on}, reopenings,
        elsewhere=() if mine or reopenings else others, why={i: c.reason for i, c in wishes.items() if c.reason}, asker=asker,
    )  # fmt: skip


def _of_everybody(session: Session, said: Said) -> tuple[tuple[DutyLine, Person | None], ...]:
    lines = duty_queries.lead_lines(session, said.agency_id, WAITING_STATES)
    found = _by_id(session, said, {x.duty.decider_id for x in lines if x.duty.decider_id})
    return tuple((line, found.get(line.duty.decider_id or 0)) for line in lines)


def _by_id(session: Session, said: Said, ids: set[int]) -> dict[int, Person]:
    return {p.id: p for p in people(session, said.agency_id, said.day, only=ids)} if ids else {}


def _reopenings(session: Session, said: Said) -> tuple[DutyLine, ...]:
    """Those that went to this person: who was to decide the report, else who accepted it."""
    asked = [event for event in reopenings_asked(session, said.agency_id) if not acted_since(session, event)]
    wanted = [event.duty_id for event in asked if event.duty_id]
    lines = duty_queries.lines_by_ids(session, said.agency_id, list(dict.fromkeys(wanted)))

    def decider(line: DutyLine) -> int | None:
        accepted = last_acceptance(session, said.agency_id, line.duty.id)
        return line.duty.decider_id or (accepted.by_id if accepted else None)

    return tuple(line for line in lines if decider(line) == said.owner.id)
