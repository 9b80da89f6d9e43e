"""Mornings in tests: the tick runs, everything that waits is rendered and marked as sent."""

from datetime import date, datetime, timedelta

from sqlalchemy import Engine
from sqlmodel import Session, col, select

from jobs.clock import MovableClock
from jobs.delivery.rendered import Rendered
from jobs.messages.render import render
from jobs.scheduler import run_tick
from jobs.ticks.digests import digests
from jobs.ticks.table import TICKS
from storage.database import transaction
from storage.kinds import EventKind, NoticeKind, NoticeState
from storage.models.duties import Duty, ProgressEntry
from storage.models.events import Event, Telling
from storage.models.messages import Notice
from tests.people import Ward, at

MORNING_KINDS = (NoticeKind.DIGEST, NoticeKind.WEEKLY)


def waiting(session: Session) -> list[Notice]:
    query = select(Notice).where(Notice.state == NoticeState.WAITING, col(Notice.kind).in_(MORNING_KINDS))
    return list(session.exec(query.order_by(col(Notice.priority), col(Notice.id))))


def send_all(ward: Ward, now: datetime, only: str | None = None) -> dict[str, Rendered]:
    """Render and send what waits; the messages by the given name of who gets them."""
    names = {staff_id: name for name, staff_id in ward.staff.items()}
    sent: dict[str, Rendered] = {}
    with transaction(ward.engine) as session:
        for notice in waiting(session):
            if only is not None and names[notice.staff_id or 0] != only:
                continue
            rendered = render(session, notice, now)
            notice.state = NoticeState.SENT if rendered else NoticeState.DROPPED
            notice.sent_at = now
            if rendered:
                notice.body, notice.about = rendered.text, list(rendered.about)
                sent[names[notice.staff_id or 0]] = rendered
            session.add(notice)
    return sent


def tick(ward: Ward, now: datetime) -> int:
    with transaction(ward.engine) as session:
        return digests(session, now)


def morning_of(ward: Ward, day: str) -> dict[str, Rendered]:
    """The whole morning of a day: first group, its sending, then the last group."""
    now = at(f"{day} 07:30")
    tick(ward, now)
    sent = send_all(ward, now)
    tick(ward, now + timedelta(minutes=1))
    sent |= send_all(ward, now + timedelta(minutes=1))
    assert all(len(message.text) < 900 for message in sent.values())
    return sent


def run_all(engine: Engine, clock: MovableClock) -> None:
    """Every tick of the product once, as the clock of a process does."""
    assert all(run_tick(engine, clock, plan) for plan in TICKS)


def change(ward: Ward, duty_id: int, **columns: object) -> None:
    with transaction(ward.engine) as session:
        duty = session.get_one(Duty, duty_id)
        for name, value in columns.items():
            setattr(duty, name, value)
        session.add(duty)


def answer(ward: Ward, duty_id: int, who: str, period: str, text: str, when: str) -> None:
    staff_id = ward.staff[who]
    with transaction(ward.engine) as session:
        session.add(
            ProgressEntry(
                agency_id=ward.agency_id, duty_id=duty_id, reporting_period=period, text=text, by_id=staff_id,
                for_id=staff_id, at=at(when),
            )
        )  # fmt: skip


def told(ward: Ward, kind: EventKind, duty_id: int | None, *, by: str, to: str, when: str, **columns: object) -> None:
    """Somebody changed a duty, and another is to read of it in a digest."""
    with transaction(ward.engine) as session:
        by_id = ward.staff[by]
        event = Event(
            agency_id=ward.agency_id, kind=kind, at=at(when), day=at(when).date(), by_id=by_id, for_id=by_id,
            duty_id=duty_id, **columns,
        )  # fmt: skip
        session.add(event)
        session.flush()
        session.add(Telling(agency_id=ward.agency_id, event_id=event.id, staff_id=ward.staff[to]))


def october(ward: Ward) -> dict[int, int]:
    """A part of plan 002 in October 2025; task numbers to duty ids."""
    year_end = date(2025, 12, 31)
    duties = {
        2: ward.give(2, "Kế hoạch kiểm tra CCHC", "VHXH", to="Lan", due=year_end, target=date(2025, 10, 15)),
        7: ward.give(7, "Tập huấn CCHC", "VHXH", to="Lan", due=year_end, target=date(2025, 10, 22)),
        8: ward.give(8, "Đăng tải thông tin CCHC", "VHXH", to="Lan", due=year_end),
        17: ward.give(
            17, "Quyết định chức năng, nhiệm vụ các phòng", "VHXH", to="Lan", due=year_end, target=date(2025, 10, 8)
        ),
        18: ward.give(18, "Bố trí lãnh đạo phòng", "VHXH", to="Lan", due=year_end),
        30: ward.give(30, "Số hóa hồ sơ TTHC", "TTPVHCC", to="Hoa", due=year_end),
        50: ward.give(50, "Tập huấn kỹ năng giao tiếp", "TTPVHCC", to="Hoa", due=year_end, target=date(2025, 10, 8)),
        57: ward.give(57, "Niêm yết địa chỉ nhận PAKN", "TTPVHCC", due=year_end, target=date(2025, 10, 9)),
        26: ward.give(26, "Quy chế quản lý tài sản công", "KT-HT-ĐT", to="Vinh", due=date(2025, 11, 28)),
    }
    answer(ward, duties[8], "Lan", "2025-09", "9 tin, 2 bài", "12/09/2025 09:00")
    return duties
