"""Absences in force: who is told and who decides follows the substitute while they run, and goes back after."""

from collections.abc import Collection, Sequence
from datetime import date

from sqlmodel import Session

from jobs.audience import Audience, audience
from storage.kinds import WAITING_STATES, AbsenceState
from storage.models.duties import DateChange
from storage.models.organisation import Absence
from storage.queries.absences import absences_to_apply
from storage.queries.dates import wishes_for
from storage.queries.duties import DutyLine, lines_by_ids, lines_of_people, parts_of_units
from storage.queries.events import last_report


def apply_absences(session: Session, agency_id: int, today: date) -> int:
    """Bring recipients and deciders to what begins or ends by today; how many duties changed. Safe to repeat."""
    due = absences_to_apply(session, agency_id, today)
    for one in due:
        one.state = state_on(one, today)
        session.add(one)
    return follow(session, agency_id, {who for one in due for who in (one.staff_id, one.substitute_id)}, today)


def state_on(absence: Absence, today: date) -> AbsenceState:
    if absence.to_on < today or absence.to_on < absence.from_on:
        return AbsenceState.OVER
    return AbsenceState.RUNNING if absence.from_on <= today else AbsenceState.PLANNED


def follow(session: Session, agency_id: int, staff_ids: Collection[int], today: date) -> int:
    """Work out anew who is told and who decides, for duties and wishes that have to do with these people; how many
    duties changed.

    What a substitute who is away himself has sent on is with who stands in for him.
    """
    if not staff_ids:
        return 0
    session.flush()
    held = audience(session, agency_id, today)
    people = {who for staff_id in staff_ids for who in (staff_id, held.positions.now(staff_id)) if who is not None}
    _follow_wishes(session, wishes_for(session, agency_id, list(people)), held)
    return sum(_follow(session, line, held) for line in lines_of_people(session, agency_id, people))


def follow_units(session: Session, agency_id: int, unit_ids: Collection[int], today: date) -> int:
    """The same for all that is open in these units."""
    session.flush()
    held = audience(session, agency_id, today)
    return sum(_follow(session, line, held) for line in parts_of_units(session, agency_id, unit_ids))


def _follow_wishes(session: Session, wishes: Sequence[DateChange], held: Audience) -> None:
    for wish in wishes:
        (line,) = lines_by_ids(session, wish.agency_id, [wish.duty_id])
        asker = wish.asked_by_id or line.duty.recipient_id
        wish.decider_id = held.decider_of_date(line.duty, line.plan, wish.which, asker) or wish.decider_id
        session.add(wish)


def _follow(session: Session, line: DutyLine, held: Audience) -> bool:
    duty = line.duty
    before = (duty.recipient_id, duty.decider_id)
    duty.recipient_id = held.recipient(duty, line.plan)
    if duty.state in WAITING_STATES and duty.decider_id is not None:
        # Where nobody else could decide, whoever was to keeps it.
        duty.decider_id = held.decider(duty, line.plan, _reporter(session, line, held)) or duty.decider_id
    session.add(duty)
    return before != (duty.recipient_id, duty.decider_id)


def _reporter(session: Session, line: DutyLine, held: Audience) -> int:
    """Who may not decide: a head reports himself what he typed for his unit, a keeper only wrote it down."""
    report = last_report(session, line.duty.agency_id, line.duty.id)
    if report is None:
        return line.duty.recipient_id
    standing = held.standing(line.duty, line.plan)
    heads = {held.positions.heads.get(line.duty.unit_id), standing.head, *standing.deputies}
    return report.by_id if report.by_id in heads else report.for_id
