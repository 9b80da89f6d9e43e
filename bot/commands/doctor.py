"""`nhacviec doctor`: is everything well, and what to do where it is not; one line each."""

import argparse
import asyncio
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

from bot.channels.factory import NoSecret, secret_of
from bot.commands.bots import tokens_known
from bot.commands.office import ADD_BOT, TEMPLATE, configured_engine
from bot.commands.stopped import CannotGoOn
from bot.commands.typed import typed
from jobs.budget import used_in_month
from jobs.clock import Clock, SystemClock, office_day
from jobs.health import audit_state, clock_state
from storage.database import transaction
from storage.kinds import AuditKind, ChannelKind
from storage.models.calendar import Tick
from storage.models.channels import Connection
from storage.models.organisation import Agency, Staff
from storage.queries import checkup
from storage.queries.agencies import all_agencies, connections_of
from storage.queries.connections import seats_taken
from storage.revision import revisions
from storage.settings import Settings

LOOKS_BACK = timedelta(days=7)
GIGABYTE = 1024**3
LEAST_FREE = GIGABYTE // 2
NEARLY_ALL = 0.9
NEXT_YEAR_FROM = 11  # by November the next year's days off are decided
MOST_NAMED = 6
DIFFERS = {
    AuditKind.NO_MORNING: "chưa xét nhắc ai",
    AuditKind.MISSING: "thiếu tin",
    AuditKind.UNSENT: "chưa gửi đi được",
    AuditKind.EXTRA: "thừa tin",
    AuditKind.TWICE: "nhắc hai lần",
}


@dataclass(frozen=True)
class Line:
    """One finding; a bad one says what to do."""

    well: bool
    text: str


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.description = "kiểm tra mọi thứ; mã thoát 1 khi có chỗ cần sửa"


def run(_args: argparse.Namespace) -> int:
    bad = 0
    for line in findings(SystemClock()):
        print(f"{'✓' if line.well else '✗'} {line.text}", flush=True)
        bad += not line.well
    print(f"Còn {bad} chỗ cần sửa (các dòng ✗)." if bad else "Mọi thứ ổn.")
    return 1 if bad else 0


def findings(clock: Clock) -> Iterator[Line]:
    """Everything looked at; what needs a database is left out where there is none."""
    try:
        engine = configured_engine()
    except CannotGoOn as error:
        yield from (Line(False, problem) for problem in str(error).splitlines())
        return
    try:
        base = list(_database(engine))
        yield from base
        if all(line.well for line in base):
            known = asyncio.run(tokens_known(engine))
            with transaction(engine) as session:
                yield from _kept(session, clock.now(), known)
    finally:
        engine.dispose()
    yield from _machine()


def _database(engine: Engine) -> Iterator[Line]:
    path = Settings().sqlite_path()
    if path is not None and not Path(path).exists():
        yield Line(False, f"Cơ sở dữ liệu: chưa có. Hãy khai báo cơ quan; lấy mẫu bằng: {typed(TEMPLATE)}")
        return
    try:
        found, needed = revisions(engine)
    except SQLAlchemyError as error:
        why = type(error).__name__
        yield Line(False, f"Cơ sở dữ liệu: không mở được ({why}). Hãy kiểm tra DATABASE_URL và máy chủ dữ liệu.")
        return
    if found != needed:
        yield Line(False, f"Cơ sở dữ liệu: ở bản {found or 'trống'}, cần bản {needed}. Hãy chạy: {typed('migrate')}")
        return
    yield Line(True, f"Cơ sở dữ liệu: mở được ({engine.name}), bản {found}.")
    yield _writable(engine)


def _writable(engine: Engine) -> Line:
    try:
        with Session(engine) as session:
            session.add(Tick(name="doctor", ran_at=SystemClock().now()))
            session.flush()
            session.rollback()
    except SQLAlchemyError as error:
        why = type(error).__name__
        return Line(
            False, f"Ghi dữ liệu: không được ({why}). Hãy kiểm tra quyền ghi, chỗ trống, và tiến trình đang giữ."
        )
    return Line(True, "Ghi dữ liệu: được.")


def _kept(session: Session, now: datetime, known: Mapping[int, bool | None]) -> Iterator[Line]:
    agencies = all_agencies(session)
    if not agencies:
        yield Line(False, f"Cơ quan: chưa có. Hãy khai báo; lấy mẫu bằng: {typed(TEMPLATE)}")
        return
    for agency in agencies:
        name = f"{agency.name} – " if len(agencies) > 1 else ""
        for line in _of_agency(session, agency, now, known):
            yield Line(line.well, name + line.text)
    yield _ticks(session, now)
    yield _calendar(session, now)


def _ticks(session: Session, now: datetime) -> Line:
    state = clock_state(session)
    if state.last_good is None:
        return Line(False, f"Đồng hồ nhắc việc: chưa chạy lần nào. Hãy chạy: {typed('run')}")
    last = f"lần tốt gần nhất {_when(state.last_good)}"
    if not state.lives(now):
        return Line(False, f"Đồng hồ nhắc việc: đã ngừng, {last}. Hãy chạy lại: {typed('run')}")
    if state.failing:
        names = ", ".join(state.failing)
        return Line(False, f"Đồng hồ nhắc việc: đang lỗi ở {names}. Hãy xem nhật ký của tiến trình; {last}.")
    return Line(True, f"Đồng hồ nhắc việc: đang chạy, {last}.")


def _of_agency(session: Session, agency: Agency, now: datetime, known: Mapping[int, bool | None]) -> Iterator[Line]:
    bots = connections_of(session, agency.id)
    if not bots:
        yield Line(False, f"Bot: chưa có. Hãy thêm: {typed(ADD_BOT)}")
    for bot in bots:
        yield from _bot(bot, now, known.get(bot.id))
        yield from _plan(session, bot, office_day(now, agency.time_zone))
    if agency.on_trial(now):
        yield Line(
            True, f"Chạy thử từ {agency.trial_since:%d/%m/%Y}: tin gửi người theo dõi kế hoạch đến khi nhắn “cho chạy”."
        )
    yield _people(session, agency, now)
    yield _mail(session, agency, now)
    yield _audit(session, agency, now)


def _bot(bot: Connection, now: datetime, known: bool | None) -> Iterator[Line]:
    name = f"Bot {bot.channel.value} “{bot.name}”"
    if bot.channel is ChannelKind.CONSOLE:
        yield Line(True, f"{name}: trong cửa sổ lệnh, không cần mã bot.")
        return
    try:
        secret_of(bot)
    except NoSecret as missing:
        yield Line(False, f"{name}: chưa có mã bot. Hãy đặt biến môi trường {missing} rồi chạy lại: {typed('run')}")
        return
    if known is False:
        variable = bot.secret.removeprefix("env:")
        yield Line(False, f"{name}: mã bot không đúng. Hãy sửa biến môi trường {variable} rồi chạy lại: {typed('run')}")
        return
    if known is None:
        yield Line(False, f"{name}: không hỏi được máy chủ của nền tảng. Hãy kiểm tra mạng, tường lửa, proxy.")
        return
    if bot.stopped_reason:
        yield Line(False, f"{name}: mã bot đúng nhưng bot đang dừng. Hãy chạy lại: {typed('run')}")
        return
    polled = bot.poll_until is not None and bot.poll_until > now
    how = " qua webhook" if bot.channel in Settings().webhook_channels else ""
    said = [f"đang nhận tin{how}" if polled else f"chưa chạy nên chưa nhận tin (chạy: {typed('run')})"]
    if bot.retry_at is not None and bot.retry_at > now:
        said.append(f"nền tảng bảo chờ đến {_when(bot.retry_at)}")
    yield Line(True, f"{name}: mã bot đúng, {', '.join(said)}.")


def _plan(session: Session, bot: Connection, today: date) -> Iterator[Line]:
    """What the bot's plan still allows."""
    parts = (
        (used_in_month(bot, today), bot.month_limit, "tháng này đã gửi", "tin"),
        (seats_taken(session, bot.id), bot.seat_limit, "gói phục vụ", "người"),
    )
    for used, limit, verb, what in parts:
        if limit:
            text = f"Bot {bot.channel.value} “{bot.name}”: {verb} {used}/{limit} {what}."
            enough = used < limit * NEARLY_ALL
            yield Line(enough, text if enough else f"{text} Sắp hết; hãy mua thêm hoặc thêm một bot nữa.")


def _people(session: Session, agency: Agency, now: datetime) -> Line:
    needed, others = checkup.not_reached(session, agency.id, office_day(now, agency.time_zone))
    also = f" ({len(others)} người khác chưa kết nối, nhưng chưa có việc)" if others else ""
    if not needed:
        return Line(True, f"Kết nối: ai có việc cũng nhận được tin{also}.")
    example = typed("invite", needed[0].full_name)
    return Line(
        False, f"Kết nối: {len(needed)} người có việc mà chưa nhận được tin: {_names(needed)}{also}. Mời: {example}"
    )


def _names(staff: list[Staff]) -> str:
    named = ", ".join(one.full_name for one in staff[:MOST_NAMED])
    return named + (f" và {len(staff) - MOST_NAMED} người khác" if len(staff) > MOST_NAMED else "")


def _mail(session: Session, agency: Agency, now: datetime) -> Line:
    found = checkup.mail(session, agency.id, office_day(now - LOOKS_BACK, agency.time_zone), now)
    counts = (
        (found.failed, "không gửi được"),
        (found.late, "chờ gửi quá 15 phút"),
        (found.expired, "quá giờ nên không gửi"),
        (found.unknown, "không rõ đã đến chưa"),
        (found.parked, "tin đến không xử lý được"),
    )
    said = ", ".join(f"{n} {what}" for n, what in counts if n)
    if not said:
        return Line(True, "Tin 7 ngày qua: không có tin nào bị kẹt.")
    return Line(
        False, f"Tin 7 ngày qua: {said}. Hãy xem dòng Bot và Kết nối ở trên; việc còn hạn được nhắc lại sáng sau."
    )


def _audit(session: Session, agency: Agency, now: datetime) -> Line:
    state = audit_state(session, agency, now)
    if state.overdue:
        return Line(False, f"Kiểm tra buổi sáng: hôm nay chưa chạy. Hãy chạy lại: {typed('run')}")
    if state.last is None:
        return Line(True, "Kiểm tra buổi sáng: chưa tới lần đầu (ngày làm việc, sau giờ nhắc buổi sáng).")
    day = f"{state.last.day:%d/%m/%Y}"
    if state.agrees:
        return Line(True, f"Kiểm tra buổi sáng {day}: khớp, {state.last.owed} người cần nhắc.")
    kinds = [AuditKind(kind) for kind, _ in state.last.differences]
    said = ", ".join(f"{kinds.count(kind)} {DIFFERS[kind]}" for kind in dict.fromkeys(kinds))
    return Line(False, f"Kiểm tra buổi sáng {day}: lệch ({said}). Hãy nhắc tay những người đó và báo người bảo trì.")


def _calendar(session: Session, now: datetime) -> Line:
    year = now.year + (now.month >= NEXT_YEAR_FROM)
    if checkup.known_days(session, year):
        return Line(True, f"Lịch nghỉ: đã có năm {year}.")
    return Line(False, f"Lịch nghỉ: chưa có năm {year}. Hãy cập nhật bản mới rồi chạy: {typed('migrate')}")


def _machine() -> Iterator[Line]:
    settings = Settings()
    folder = Path(settings.sqlite_path() or ".").resolve().parent
    free = shutil.disk_usage(folder).free
    text = f"Chỗ trống: {free / GIGABYTE:.1f} GB ở {folder}."
    yield Line(free >= LEAST_FREE, text if free >= LEAST_FREE else f"{text} Hãy dọn bớt, cần ít nhất 500 MB.")
    if settings.public_root:
        yield Line(True, f"Trang nộp tệp: {settings.public_root}, cổng {settings.port}.")
    else:
        yield Line(True, "Trang nộp tệp: không dùng (PUBLIC_URL trống).")
    beats = "có gửi" if settings.heartbeat_url else "không dùng (HEARTBEAT_URL trống)"
    yield Line(True, f"Tín hiệu sống ra ngoài: {beats}.")


def _when(at: datetime) -> str:
    return f"{at.astimezone(ZoneInfo('Asia/Ho_Chi_Minh')):%H:%M:%S %d/%m/%Y}"
