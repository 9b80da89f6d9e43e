"""What can be typed in the demo besides talking to the bot: /la, /den, /ngay, /tiep, /gui, /ai, /thoat."""

import re
from datetime import date, time, timedelta
from pathlib import Path

from bot.demo.session import DemoSession, instant
from jobs.rules.text import fold
from locales.formats import weekday_full_day
from storage.kinds import Role
from storage.queries.people import Person

ROLE_NAMES = {
    Role.OFFICE_HEAD: "Chánh Văn phòng",
    Role.UNIT_HEAD: "trưởng đơn vị",
    Role.LEADER: "lãnh đạo",
    Role.ADMIN: "quản trị",
    Role.STAFF: "chuyên viên",
}
MORNING = time(8, 0)
FARTHEST = timedelta(days=367)
JUST_PASSED = timedelta(days=30)
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?(?:\s+(\d{1,2})[:h](\d{2})?)?$")
_DAYS = re.compile(r"0*[1-9][0-9]{0,2}")


async def answer(demo: DemoSession, line: str) -> bool:
    """Do one line; False when it asks to leave. Accents and capitals of a command are forgiven."""
    word, _, rest = line.strip().partition(" ")
    match fold(word):
        case "":
            pass
        case "/thoat" | "/quit" | "/exit":
            return False
        case "/la":
            demo.write(_become(demo, rest.strip()))
        case "/den":
            await _go(demo, rest.strip())
        case "/ngay":
            await _days_on(demo, rest.strip() or "1")
        case "/tiep":
            if not await demo.next_event():
                demo.write("(Trong một năm tới không có tin nào.)")
        case "/gui":
            await _hand_in(demo, rest.strip())
        case "/ai":
            demo.write(cast(demo))
        case _:
            await demo.type(line)
    return True


async def _hand_in(demo: DemoSession, text: str) -> None:
    path = Path(text.strip("'\"")).expanduser()
    if not text:
        demo.write("(Gõ đường dẫn một tệp, ví dụ: /gui ke-hoach.docx)")
        return
    if not path.is_file():
        demo.write(f"(Không thấy tệp {path}; hãy kiểm tra lại đường dẫn.)")
        return
    await demo.hand_in(path)


def _become(demo: DemoSession, name: str) -> str:
    who = demo.become(name)
    return f"(Bạn là {describe(who)}.)" if who else f"(Không có ai tên “{name}”. Gõ /ai để xem danh sách.)"


async def _go(demo: DemoSession, text: str) -> None:
    found = _DAY.match(text)
    if not found:
        demo.write("(Gõ ngày như sau: /den 13/10 hoặc /den 13/10/2025 16:30)")
        return
    day, month, year, hour, minute = found.groups()
    try:
        at = time(int(hour), int(minute or 0)) if hour else MORNING
        await _move(demo, coming(demo.office_time().date(), int(day), int(month), int(year or 0)), at)
    except ValueError:
        demo.write("(Ngày hoặc giờ này không có trong lịch.)")


def coming(now: date, day: int, month: int, year: int) -> date:
    """The day meant; without a year (0) the next one, unless it has just passed. Raises ValueError where there is none."""
    if year:
        return date(year, month, day)
    this_year = date(now.year, month, day)
    return this_year if this_year >= now - JUST_PASSED else date(now.year + 1, month, day)


async def _days_on(demo: DemoSession, text: str) -> None:
    if not _DAYS.fullmatch(text):
        demo.write("(Gõ số ngày đi tới, từ 1 đến 366, ví dụ: /ngay 1 hoặc /ngay 7. Đồng hồ chỉ đi tới, không lùi.)")
        return
    await _move(demo, demo.office_time().date() + timedelta(days=int(text)), MORNING)


async def _move(demo: DemoSession, day: date, hour: time) -> None:
    to = instant(day, hour)
    if to < demo.clock.now():
        demo.write(f"(Đồng hồ chỉ đi tới, không lùi; bây giờ là {now_text(demo)}.)")
        return
    if to > demo.clock.now() + FARTHEST:
        demo.write("(Mỗi lần đi tới nhiều nhất một năm.)")
        return
    await demo.move(to)
    demo.write(f"(Bây giờ là {now_text(demo)}.)")


def now_text(demo: DemoSession) -> str:
    at = demo.office_time()
    return f"{at:%H:%M} {weekday_full_day(at.date(), 'vi')}"


def describe(who: Person) -> str:
    """ "chị Lan, chuyên viên VHXH"."""
    role = next((name for role, name in ROLE_NAMES.items() if role in who.roles), "")
    units = ", ".join(
        u.short_name for u in who.units.values() if not (role == "Chánh Văn phòng" and u.short_name == "VP")
    )
    keeper = ", người theo dõi kế hoạch" if who.is_keeper() else ""
    return f"{who.staff.honorific} {who.given_name}, {' '.join(filter(None, (role, units)))}{keeper}"


def cast(demo: DemoSession) -> str:
    """Everybody, an office a line."""
    lines = []
    for office in demo.offices:
        members = "; ".join(describe(p) for p in demo.everybody if p.agency.id == office.id)
        lines.append(f"{office.name}: {members}.")
    return "\n".join(lines)


def first_screen(demo: DemoSession) -> str:
    """Eight lines: where you are, who else there is, what to type."""
    ward = [p for p in demo.everybody if p.agency.id == demo.offices[0].id and p is not demo.who]
    shown = [p for p in ward if Role.STAFF not in p.roles or p.is_keeper()]
    return "\n".join(
        (
            f"NHẮC VIỆC – bản dùng thử. {demo.offices[0].name}, {now_text(demo)}.",
            f"Bạn đang là {describe(demo.who)}.",
            f"Cùng cơ quan: {'; '.join(describe(p) for p in shown)}.",
            f"Cơ quan thứ hai: {demo.offices[1].name}. Gõ /ai để xem đủ mọi người.",
            "Nhắn cho bot, có dấu hay không đều được: việc của tôi · xong 2 KH 45/KH-UBND · 8 đăng 12 tin 3 bài",
            "Hỏi: tình hình · phòng nào còn việc quá hạn? · ai chưa nộp tin tháng này? · trợ giúp",
            "Đổi người: /la Tâm     Đi đến tin tiếp theo: /tiep     Gửi tệp: /gui ke-hoach.docx",
            "Đổi ngày: /ngay 1 · /den 13/10     Thoát: /thoat",
        )
    )
