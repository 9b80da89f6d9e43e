"""Official days off and swapped working days in Việt Nam, for filling the holiday table and for tools without one."""

from datetime import date
from typing import Literal

DayKind = Literal["off", "working"]
OfficialDay = tuple[date, DayKind, str]

LAST_DECIDED_YEAR = 2027

# 12729/VPCP-KGVX of 25/12/2025 came after every release of the package that covers 2026.
_CORRECTIONS: tuple[OfficialDay, ...] = (
    (date(2026, 1, 2), "off", "Nghỉ hoán đổi"),
    (date(2026, 1, 10), "working", "Làm bù"),
)

# The package numbers the days of Tết wrongly in 2025, 2027 and 2028, so only the occasion is kept.
_OCCASIONS = (
    ("substituted", "Nghỉ hoán đổi"),
    ("Lunar New Year", "Nghỉ Tết Nguyên đán"),
    ("New Year", "Tết Dương lịch"),
    ("Hung Kings", "Giỗ Tổ Hùng Vương"),
    ("Liberation", "Ngày Chiến thắng 30/4"),
    ("Labor", "Quốc tế Lao động 1/5"),
    ("National Day", "Quốc khánh"),
    ("Cultural", "Ngày Văn hóa Việt Nam"),
)


def official_days(first_year: int, last_year: int) -> list[OfficialDay]:
    """Days off (public holidays, weekends included) and worked weekends of the years, in order, each with a note.

    Decided by the Prime Minister year by year; years after `LAST_DECIDED_YEAR` follow the law only and say "dự kiến".
    """
    import holidays  # slow to load, and most commands never ask for it

    package = holidays.country_holidays("VN", years=range(first_year, last_year + 1), language="en_US")
    days: dict[date, OfficialDay] = {day: (day, "off", _note(day, name)) for day, name in package.items()}
    for day in getattr(package, "weekend_workdays", ()):
        days[day] = (day, "working", "Làm bù")
    for correction in _CORRECTIONS:
        days[correction[0]] = correction
    return [days[day] for day in sorted(days) if first_year <= day.year <= last_year]


def _note(day: date, name: str) -> str:
    occasion = next((ours for theirs, ours in _OCCASIONS if theirs in name), "Ngày nghỉ")
    if "observed" in name:
        occasion += " (nghỉ bù)"
    return occasion if day.year <= LAST_DECIDED_YEAR else f"{occasion} (dự kiến)"
