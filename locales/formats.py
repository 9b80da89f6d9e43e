"""Days and hours as an office writes them: day first, with the weekday where it helps."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from babel.dates import format_date
from babel.numbers import format_decimal

VI_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def weekday(day: date, language: str) -> str:
    """ "thứ Hai", "Mon"."""
    return VI_WEEKDAYS[day.weekday()] if language == "vi" else format_date(day, "EEE", locale=language)


def short_day(day: date, today: date | None = None) -> str:
    """ "13/10", with the year when it is not today's ("13/10/2025")."""
    return f"{day:%d/%m}" if today is None or day.year == today.year else f"{day:%d/%m/%Y}"


def full_day(day: date) -> str:
    """ "13/10/2025"."""
    return f"{day:%d/%m/%Y}"


def weekday_day(day: date, language: str, today: date | None = None) -> str:
    """ "thứ Hai 13/10"."""
    return f"{weekday(day, language)} {short_day(day, today)}"


def weekday_full_day(day: date, language: str) -> str:
    """ "thứ Hai 13/10/2025"."""
    return f"{weekday(day, language)} {full_day(day)}"


def clock(at: datetime | time, language: str, zone: str = "Asia/Ho_Chi_Minh") -> str:
    """ "16h30" in Vietnamese, "16:30" elsewhere; an instant is shown in the office's time zone."""
    local = at.astimezone(ZoneInfo(zone)) if isinstance(at, datetime) else at
    return f"{local:%Hh%M}" if language == "vi" else f"{local:%H:%M}"


def month_name(month: str, language: str) -> str:
    """ "2025-10" as "tháng 10" or "October"."""
    day = date(int(month[:4]), int(month[5:7]), 1)
    return f"tháng {day.month}" if language == "vi" else format_date(day, "MMMM", locale=language)


def whole(n: int, language: str) -> str:
    """ "3.000" in Vietnamese, "3,000" in English."""
    return format_decimal(n, locale=language)
