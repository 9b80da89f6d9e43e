"""An office of 40 people with two plans on one bot that has 3,000 messages a month, for the simulated year.

As the office was counted whose answer rates the simulated people have: 14 of the 40 own lines, beside the heads.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from importlib.resources import files

from sqlalchemy import Engine
from sqlmodel import Session

from bot.demo.offices import BOARD, HEAD, STAFF, WARD
from jobs.calendar import working_calendar
from jobs.office import create_office
from jobs.plans.confirm import confirm
from jobs.plans.draft import HandedIn, make_draft
from jobs.plans.spread import propose, take_into_draft
from jobs.rules.office_form import OfficeForm, PersonForm
from jobs.rules.plans.reader import read_plan
from storage.database import transaction
from storage.documents.reader import read_document
from storage.kinds import ChannelKind
from storage.models.channels import Chat, Connection
from storage.queries.duties import lead_lines
from storage.queries.people import Person, people

OPENS_AT = datetime(2025, 1, 2, 0, 0, tzinfo=UTC)  # 07:00 of the first working day of the year
SIZE, LIMIT = 40, 3000
OWNERS_A_UNIT = 2
PLANS = ("plan-002.docx", "plan-004.docx")
_LETTERS = "ABCDEGHIKLMNOPQRSTUV"


def office() -> OfficeForm:
    """The demo's two offices as one: the board's units answer for the second plan."""
    units = (*WARD.units, *(unit for unit in BOARD.units if unit.short_name != "VP"))
    board = (p for p in BOARD.people if p.unit != "VP")
    named = [*WARD.people, *(replace(p, keeper=False) for p in board)]
    short = [unit.short_name for unit in units]
    more = [
        PersonForm(f"Nguyễn Văn {_LETTERS[n]}a", "anh", short[n % len(short)], STAFF) for n in range(SIZE - len(named))
    ]
    assert sum(p.roles == HEAD for p in named) >= len(units) - 2
    return replace(WARD, units=units, people=(*named, *more))


def build_office(engine: Engine) -> None:
    """Everybody has joined, both plans are followed, and their work is spread over the months ("rải việc")."""
    with transaction(engine) as session:
        form, calendar = office(), working_calendar(session)
        agency = create_office(session, form, date(2024, 12, 2), trial=False)
        bot = Connection(agency_id=agency.id, channel=ChannelKind.ZALO, name="bot", month_limit=LIMIT)
        session.add(bot)
        session.flush()
        everybody = people(session, agency.id, OPENS_AT.date())
        for person in everybody:
            session.add(
                Chat(
                    agency_id=agency.id, connection_id=bot.id, address=str(person.id), staff_id=person.id,
                    joined_at=OPENS_AT,
                )
            )  # fmt: skip
        keeper = next(person for person in everybody if person.staff.keeps_agency)
        for name in PLANS:
            data = files("bot.demo_data").joinpath(name).read_bytes()
            reading = read_plan(
                read_document(data, name),
                on=OPENS_AT.date(),
                calendar=calendar,
                known_units=[u.name for u in form.units],
            ).as_json()
            handed = HandedIn(name, data, reading, keeper.id, OPENS_AT)
            plan = make_draft(session, agency.id, handed, keeper.id, min(keeper.unit_ids))
            session.flush()
            take_into_draft(session, plan, propose(session, plan, OPENS_AT.date(), calendar).dates)
            confirm(session, agency.id, plan.id, keeper.id, OPENS_AT)
        _hand_out(session, agency.id, everybody)


def _hand_out(session: Session, agency_id: int, everybody: Sequence[Person]) -> None:
    """Three of four lines to two of the unit's staff in turn; the rest stay with its head."""
    for n, line in enumerate(lead_lines(session, agency_id)):
        staff = [p for p in everybody if line.duty.unit_id in p.unit_ids and line.duty.unit_id not in p.heads]
        staff = staff[:OWNERS_A_UNIT]
        if staff and n % 4:
            line.duty.person_id = line.duty.recipient_id = staff[n % len(staff)].id
            session.add(line.duty)
