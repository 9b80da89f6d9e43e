"""The cast of the tests: a ward office, the people in it, and short ways to give them work."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from sqlalchemy import Engine
from sqlmodel import Session

from jobs.rules.text import fold_words
from storage.database import transaction
from storage.kinds import ChannelKind, DutyState, PartyRole, PlanState, ProductKind, Role
from storage.models.channels import Chat, Connection
from storage.models.duties import Duty, Period
from storage.models.organisation import Agency, Membership, Staff, Unit, UnitAlias
from storage.models.plans import Plan, Task

SINCE = date(2025, 1, 1)
UNITS = {
    "VP": "Văn phòng HĐND và UBND",
    "VHXH": "Phòng Văn hóa – Xã hội",
    "KT-HT-ĐT": "Phòng Kinh tế, Hạ tầng và Đô thị",
    "TTPVHCC": "Trung tâm Phục vụ hành chính công",
}
CAST = (
    # given name, full name, honorific, unit, role
    ("Lan", "Nguyễn Thị Lan", "chị", "VHXH", Role.STAFF),
    ("Tâm", "Trần Minh Tâm", "anh", "VHXH", Role.UNIT_HEAD),
    ("Quân", "Lê Anh Quân", "anh", "VHXH", Role.STAFF),
    ("Hà", "Phạm Thu Hà", "chị", "VP", Role.UNIT_HEAD),
    ("Dũng", "Võ Tiến Dũng", "anh", "TTPVHCC", Role.UNIT_HEAD),
    ("Hoa", "Đỗ Thị Hoa", "chị", "TTPVHCC", Role.STAFF),
    ("Phúc", "Hồ Văn Phúc", "anh", "TTPVHCC", Role.STAFF),
    ("Thu", "Bùi Thị Thu", "chị", "KT-HT-ĐT", Role.UNIT_HEAD),
    ("Vinh", "Đặng Quang Vinh", "anh", "KT-HT-ĐT", Role.STAFF),
    ("Ánh", "Phạm Thị Ngọc Ánh", "chị", None, Role.LEADER),
)
OFFICE_HEAD = ("Hà", "VP", Role.OFFICE_HEAD)


def at(text: str) -> datetime:
    """An office instant: "13/10/2025 07:30" in Viet Nam (UTC+7)."""
    local = datetime.strptime(text + " +0700", "%d/%m/%Y %H:%M %z")
    return local.astimezone(UTC)


@dataclass
class Ward:
    """Ids of the ward's rows by the names the tests use."""

    engine: Engine
    agency_id: int
    units: dict[str, int] = field(default_factory=dict)
    staff: dict[str, int] = field(default_factory=dict)
    plan_id: int = 0
    connection_id: int = 0
    chats: dict[str, int] = field(default_factory=dict)

    def link(self, *names: str) -> None:
        """These people have joined on the ward's bot; a chat's address is the person's name."""
        with transaction(self.engine) as session:
            if not self.connection_id:
                bot = Connection(agency_id=self.agency_id, channel=ChannelKind.CONSOLE, name="console")
                session.add(bot)
                session.flush()
                self.connection_id = bot.id
            for name in names:
                chat = Chat(
                    agency_id=self.agency_id,
                    connection_id=self.connection_id,
                    address=name,
                    staff_id=self.staff[name],
                    joined_at=at("01/09/2025 08:00"),
                )
                session.add(chat)
                session.flush()
                self.chats[name] = chat.id

    def give(
        self,
        number: int,
        title: str,
        unit: str,
        *,
        to: str | None = None,
        due: date | None = None,
        target: date | None = None,
        product: ProductKind = ProductKind.DOCUMENT,
        section: str = "A.I",
        state: DutyState = DutyState.OPEN,
        key: str = "once",
    ) -> int:
        """A task of the plan with one lead duty; without `to` the unit's head receives it. Gives the duty's id."""
        with transaction(self.engine) as session:
            return _give(session, self, number, title, unit, to, due, target, product, section, state, key)


def _give(
    session: Session, ward: Ward, number: int, title: str, unit: str, to: str | None, due: date | None,
    target: date | None, product: ProductKind, section: str, state: DutyState, key: str,
) -> int:  # fmt: skip
    task = Task(
        agency_id=ward.agency_id, plan_id=ward.plan_id, position=number, number=number, code=f"{section}.{number}",
        section=[section], title=title, short_title=title[:60], deadline_text="Trong năm 2025" if due else "",
        deadline={"kind": "period", "start": "2025-01-01", "due": due.isoformat()} if due else None,
        product_kind=product, counted_as=f"{section}.{number}",
    )  # fmt: skip
    session.add(task)
    session.flush()
    period = Period(
        agency_id=ward.agency_id,
        task_id=task.id,
        key=key,
        start_on=SINCE,
        printed_due_on=due,
        can_be_overdue=due is not None,
    )
    session.add(period)
    session.flush()
    heads = {u: n for n, _, _, u, role in CAST if role is Role.UNIT_HEAD}
    duty = Duty(
        agency_id=ward.agency_id, period_id=period.id, unit_id=ward.units[unit], role=PartyRole.LEAD, state=state,
        person_id=ward.staff[to] if to else None, recipient_id=ward.staff[to or heads[unit]], due_on=due, target_on=target,
    )  # fmt: skip
    session.add(duty)
    session.flush()
    return duty.id


def build_ward(engine: Engine, name: str = "UBND phường Ba Ngòi") -> Ward:
    """Agency, units, cast and one active plan kept by Quân and coordinated by VHXH."""
    with transaction(engine) as session:
        agency = Agency(name=name, short_name=name, place="Ba Ngòi")
        session.add(agency)
        session.flush()
        ward = Ward(engine, agency.id)
        units = {
            short: Unit(agency_id=agency.id, name=full, short_name=short, position=position)
            for position, (short, full) in enumerate(UNITS.items())
        }
        cast = {
            given: Staff(agency_id=agency.id, full_name=full, honorific=honorific, keeps_agency=given == "Quân")
            for given, full, honorific, _, _ in CAST
        }
        session.add_all([*units.values(), *cast.values()])
        session.flush()
        ward.units = {short: unit.id for short, unit in units.items()}
        ward.staff = {given: person.id for given, person in cast.items()}
        session.add_all(
            UnitAlias(agency_id=agency.id, unit_id=unit_id, alias=short, folded=fold_words(short))
            for short, unit_id in ward.units.items()
        )
        session.add_all(
            Membership(
                agency_id=agency.id, staff_id=ward.staff[given], unit_id=ward.units[unit] if unit else None, role=role,
                from_on=SINCE,
            )
            for given, unit, role in [*((given, unit, role) for given, _, _, unit, role in CAST), OFFICE_HEAD]
        )  # fmt: skip
        plan = Plan(
            agency_id=agency.id, title="Cải cách hành chính năm 2025", short_title="KH CCHC 2025", year=2025, state=PlanState.ACTIVE,
            coordinator_unit_id=ward.units["VHXH"], keeper_id=ward.staff["Quân"], created_at=at("01/09/2025 08:00"),
        )  # fmt: skip
        session.add(plan)
        session.flush()
        ward.plan_id = plan.id
    return ward
