"""Answers about the working calendar: what changed, what it moves, and the line that takes it back."""

from collections.abc import Sequence
from datetime import date

from bot.replies.reader import Reader, Reply
from bot.usecases.calendar_days import (
    CalendarNotYours,
    CalendarUndone,
    DaysAsTheyWere,
    DaysOffMeant,
    DaysSet,
    DayUnclear,
    LongPast,
    TooManyDays,
)
from locales.formats import full_day, weekday_full_day


def _days(days: Sequence[date], reader: Reader) -> str:
    """ "thứ Sáu 02/01/2026", "thứ Hai 16/02/2026 đến thứ Sáu 20/02/2026"."""
    _ = reader.words
    first = weekday_full_day(days[0], _.language)
    if len(days) == 1:
        return first
    return _("{first} đến {last}", first=first, last=weekday_full_day(days[-1], _.language))


def _typed(days: Sequence[date]) -> str:
    return full_day(days[0]) if len(days) == 1 else f"{full_day(days[0])}-{full_day(days[-1])}"


def days_set(result: DaysSet, reader: Reader) -> Reply:
    _ = reader.words
    days, weekend = _days(result.days, reader), result.days[0].weekday() >= 5
    if result.working:
        text = _("em đã ghi {days} cả cơ quan làm việc; hôm đó em nhắc việc như ngày thường.", days=days)
        back = f"bỏ làm bù {_typed(result.days)}" if weekend else f"nghỉ {_typed(result.days)}"
    else:
        text = _("em đã ghi {days} cả cơ quan nghỉ.", days=days)
        back = f"làm bù {_typed(result.days)}" if weekend else f"bỏ ngày nghỉ {_typed(result.days)}"
    if result.moved_to:
        day = weekday_full_day(result.moved_to, _.language)
        text += " " + _("Những gì chưa nhắc chuyển sang {day}; thời hạn các việc không đổi.", day=day)
    if result.agencies > 1:
        text += " " + _.plural(
            "Lịch này dùng chung cho {n} cơ quan.", "Lịch này dùng chung cho {n} cơ quan.", result.agencies
        )
    return Reply(text + " " + _('Muốn trả lại như cũ, {call} nhắn "{back}".', call=reader.call, back=back))


def as_they_were(result: DaysAsTheyWere, reader: Reader) -> Reply:
    _ = reader.words
    days = _days((result.first, result.last) if result.first != result.last else (result.first,), reader)
    if result.working:
        return Reply(_("{days} vốn là ngày làm việc, em chưa thay đổi gì.", days=days))
    return Reply(_("{days} vốn là ngày nghỉ, em chưa thay đổi gì.", days=days))


def days_off_meant(result: DaysOffMeant, reader: Reader) -> Reply:
    _ = reader.words
    days = _days((result.first, result.last) if result.first != result.last else (result.first,), reader)
    return Reply(
        _(
            'em chưa ghi gì. Cả cơ quan nghỉ {days}, phải không ạ? Nếu phải, {call} nhắn "đúng".',
            days=days,
            call=reader.call,
        )
    )


def unclear(_result: DayUnclear, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(
        _(
            'em chưa rõ ngày nào nên chưa ghi gì. {Call} nhắn đủ ngày, tháng, năm, ví dụ: nghỉ 02/01/{year}',
            Call=reader.Call, year=reader.day.year + 1,
        )
    )  # fmt: skip


def too_many(result: TooManyDays, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(
        _("khoảng này dài {n} ngày nên em chưa ghi gì. {Call} nhắn từng đợt không quá 31 ngày.", n=result.days, Call=reader.Call)
    )  # fmt: skip


def long_past(result: LongPast, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(
        _(
            "ngày {day} đã qua lâu, đổi thì các số đã báo cáo sẽ khác, nên em chưa đổi lịch. {Call} kiểm tra lại năm giúp em.",
            day=full_day(result.last), Call=reader.Call,
        )
    )  # fmt: skip


def not_yours(result: CalendarNotYours, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(
        _(
            'lịch nghỉ chung do Văn phòng hoặc người theo dõi kế hoạch ghi, em chưa thay đổi gì. Nếu là ngày nghỉ của {call}, {call} nhắn "tôi nghỉ {day}".',
            call=reader.call, day=full_day(result.day),
        )
    )  # fmt: skip


def undone(result: CalendarUndone, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(_("em đã bỏ, {days} trở lại như trước.", days=_days(result.days, reader)))
