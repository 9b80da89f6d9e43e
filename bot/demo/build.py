"""The demo's database: both offices, both plans confirmed, and enough of a past that something happens."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from importlib.resources import files

from sqlalchemy import Engine
from sqlmodel import Session

from bot.demo.offices import BOARD, OPENS_AT, WARD
from jobs.calendar import working_calendar
from jobs.office import create_office
from jobs.plans.confirm import confirm
from jobs.plans.draft import HandedIn, make_draft
from jobs.rules.office_form import OfficeForm
from jobs.rules.plans.reader import read_plan
from jobs.rules.text import fold
from jobs.rules.working_days import WorkingCalendar
from storage.database import transaction
from storage.documents.reader import read_document
from storage.kinds import ChannelKind, DutyState, EventKind, EvidenceKind, ProductKind, Role
from storage.models.channels import Chat, Connection
from storage.models.duties import Evidence, ProgressEntry
from storage.models.events import Event
from storage.models.news import NewsItem, NewsQuota
from storage.models.organisation import Agency, Staff
from storage.queries.duties import DutyLine, lead_lines
from storage.queries.people import living_units, people

FIRST_TARGET, LAST_TARGET = date(2025, 10, 9), date(2025, 12, 12)
# Internal dates that people meet first; 31 and 17 are past when the demo opens.
TOLD_TARGETS = {
    31: date(2025, 9, 22),
    17: date(2025, 9, 30),
    58: date(2025, 10, 9),
    2: date(2025, 10, 15),
    48: date(2025, 10, 20),
    7: date(2025, 10, 22),
}
NOT_LINKED = "Trịnh Đình Khoa"

# Who has which of the ward's lines in hand; the rest stay with the unit's head.
IN_HAND = {
    "Lan": (2, 7, 8, 17, 18),
    "Quân": (1, 3, 5, 6, 19, 20, 21, 22, 27),
    "Hoa": (11, 12, 13, 14, 30, 31, 46, 50, 53),
    "Phúc": (15, 16, 45, 47, 48, 49, 52),
    "Vinh": (23, 24, 26, 36, 37, 38),
    "Khoa": (25,),
    "Mai": (9, 10, 29),
}


def build(engine: Engine) -> None:
    """Fill an empty migrated database."""
    with transaction(engine) as session:
        calendar = working_calendar(session)
        ward = _office(session, WARD, "plan-002.docx", "KH CCHC 2025", calendar)
        _office(session, BOARD, "plan-004.docx", "KH tuyên truyền CCHC 2025", calendar)
        _ward_past(session, ward.id, calendar)
        _news_past(session, ward.id)


def _office(session: Session, form: OfficeForm, file_name: str, short: str, calendar: WorkingCalendar) -> Agency:
    agency = create_office(session, form, date(2025, 9, 1), trial=False)
    bot = Connection(agency_id=agency.id, channel=ChannelKind.CONSOLE, name="console")
    session.add(bot)
    session.flush()
    everybody = people(session, agency.id, OPENS_AT.date())
    for person in everybody:
        if person.staff.full_name != NOT_LINKED:
            address = str(person.id)
            session.add(
                Chat(agency_id=agency.id, connection_id=bot.id, address=address, staff_id=person.id, joined_at=OPENS_AT)
            )
    keeper = next(p for p in everybody if p.staff.keeps_agency)
    data = files("bot.demo_data").joinpath(file_name).read_bytes()
    reading = read_plan(
        read_document(data, file_name),
        on=date(2025, 9, 15),
        calendar=calendar,
        known_units=[u.name for u in form.units],
    ).as_json()
    coordinator = next(iter(keeper.unit_ids))
    handed = HandedIn(file_name, data, reading, keeper.id, OPENS_AT)
    plan = make_draft(session, agency.id, handed, keeper.id, coordinator)
    plan.short_title = short
    session.flush()
    confirm(session, agency.id, plan.id, keeper.id, OPENS_AT - timedelta(days=20))
    return agency


def _ward_past(session: Session, agency_id: int, calendar: WorkingCalendar) -> None:
    """Hand lines out, give some of them internal dates, and let a few things have happened."""
    names = {fold(p.given_name): p for p in people(session, agency_id, OPENS_AT.date())}
    lines = lead_lines(session, agency_id)
    for name, numbers in IN_HAND.items():
        owner = names[fold(name)]
        for line in lines:
            if line.number in numbers and line.duty.unit_id in owner.unit_ids:
                line.duty.person_id = line.duty.recipient_id = owner.id
                session.add(line.duty)
    _internal_dates(session, lines, calendar)
    by_number = {line.number: line for line in lines}
    _official_date(session, by_number[26], names["anh"].staff, date(2025, 9, 30))
    _waiting_report(session, by_number[30], names["hoa"].staff, names["dung"].staff)
    for number, text in ((8, "9 tin, 2 bài"), (17, "đang lấy ý kiến các phòng"), (18, "đã bố trí đủ")):
        _september(session, by_number[number], text)


def _internal_dates(session: Session, lines: Sequence[DutyLine], calendar: WorkingCalendar) -> None:
    """The told ones, and of the others that can end early every second one, spread over the days left."""
    early = [line for line in lines if _can_end_early(line)]
    for line in early:
        line.duty.target_on = TOLD_TARGETS.get(line.number)
    chosen = [line for line in early if line.duty.target_on is None][::2]
    days = (LAST_TARGET - FIRST_TARGET).days
    for n, line in enumerate(chosen, 1):
        line.duty.target_on = calendar.on_or_before(FIRST_TARGET + timedelta(days=days * n // len(chosen)))
    session.add_all([line.duty for line in early])


def _can_end_early(line: DutyLine) -> bool:
    """Not what is kept up all year, nor a milestone or one time of a rhythm, whose date is its own."""
    once = line.duty.due_on is not None and line.period.key == "once"
    return once and line.task.product_kind is not ProductKind.STATE


def _official_date(session: Session, line: DutyLine, leader: Staff, day: date) -> None:
    line.duty.due_on, line.duty.target_on = day, None
    session.add(line.duty)
    _event(session, line, EventKind.DUE_SET, leader, date(2025, 9, 18), to_due_on=day)


def _waiting_report(session: Session, line: DutyLine, owner: Staff, head: Staff) -> None:
    day = date(2025, 10, 3)
    line.duty.state = DutyState.REPORTED
    line.duty.reported_on = day
    line.duty.decider_id = head.id
    session.add(line.duty)
    session.add(
        Evidence(
            agency_id=line.duty.agency_id, duty_id=line.duty.id, kind=EvidenceKind.DOCUMENT, text="BC 57/BC-TTPVHCC",
            by_id=owner.id, at=_morning(day),
        )
    )  # fmt: skip
    _event(session, line, EventKind.REPORTED, owner, day, to_state=DutyState.REPORTED)


def _september(session: Session, line: DutyLine, text: str) -> None:
    line.duty.state = DutyState.IN_PROGRESS
    session.add(line.duty)
    session.add(
        ProgressEntry(
            agency_id=line.duty.agency_id, duty_id=line.duty.id, reporting_period="2025-09", text=text,
            by_id=line.duty.recipient_id, for_id=line.duty.recipient_id, at=_morning(date(2025, 9, 11)),
        )
    )  # fmt: skip


def _event(
    session: Session, line: DutyLine, kind: EventKind, staff: Staff, day: date, *,
    to_state: DutyState | None = None, to_due_on: date | None = None,
) -> None:  # fmt: skip
    session.add(
        Event(
            agency_id=line.duty.agency_id, kind=kind, at=_morning(day), day=day, by_id=staff.id, for_id=staff.id,
            duty_id=line.duty.id, to_state=to_state, to_due_on=to_due_on,
        )
    )  # fmt: skip


def _news_past(session: Session, agency_id: int) -> None:
    """Each unit owes one item a month; October has one from every unit but the staff member's own."""
    heads = {u: p for p in people(session, agency_id, OPENS_AT.date()) if Role.UNIT_HEAD in p.roles for u in p.heads}
    titles = {
        "VP": "Văn phòng triển khai chữ ký số cho 100% công chức",
        "KT-HT-ĐT": "Chỉnh trang tuyến đường Nguyễn Công Trứ",
        "TTPVHCC": "Hướng dẫn người dân nộp hồ sơ trực tuyến",
    }
    serial = 0
    for unit in living_units(session, agency_id):
        session.add(NewsQuota(agency_id=agency_id, unit_id=unit.id, per_month=1, sent_to="Ban Biên tập"))
        if unit.short_name in titles:
            serial += 1
            session.add(
                NewsItem(
                    agency_id=agency_id, unit_id=unit.id, month="2025-10", serial=serial, title=titles[unit.short_name],
                    by_id=heads[unit.id].id, at=_morning(date(2025, 10, 3)),
                )
            )  # fmt: skip


def _morning(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 2, 0, tzinfo=UTC)
