"""The text to forward into the office's own group: units, numbers and official dates, no person."""

from collections.abc import Callable, Sequence
from datetime import date

from bot.replies.reader import Reader, Reply
from bot.usecases.group_text import ByUnit, GroupText
from jobs.rules.items import Item, grouped, ranges
from locales.formats import clock, month_name, short_day, weekday_day, weekday_full_day
from locales.translate import Translator, translator


def group_text(result: GroupText, reader: Reader) -> Reply:
    """Nothing but the text itself, in the office's language, so that it can be forwarded as it stands."""
    if result.empty:
        _ = reader.words
        return Reply(
            _(
                "hiện không có việc quá hạn hay sắp đến hạn, kết quả tháng đã đủ hoặc chưa đến ngày hỏi, nên em chưa soạn tin nhắc nhóm."
            )
        )
    agency = reader.person.agency
    _ = translator(agency.language)
    close = f"{clock(agency.close_at, _.language)} {weekday_day(result.period.close, _.language, reader.day)}"
    month = month_name(result.period.key, _.language)
    dated = _block(result.overdue, lambda items: _dated(_, items, reader.day))
    missing = _block(result.missing, lambda items: ranges([item.number for item in items]))
    soon = _block(result.soon, lambda items: _dated(_, items, reader.day))
    paragraphs = [
        _opening(_, result, reader),
        *_headed(_("Quá hạn"), dated),
        *_headed(_("Còn thiếu kết quả {month} (chốt {close})", month=month, close=close), missing),
        *_headed(_("Sắp đến hạn"), soon),
        _("Mỗi người xem và trả lời trong tin nhắn riêng với trợ lý nhắc việc. Trân trọng!"),
    ]
    return Reply("\n\n".join(paragraphs), polite=False)


def _opening(_: Translator, result: GroupText, reader: Reader) -> str:
    to = result.to.name if result.to else _("các phòng, đơn vị")
    by = result.by.name if result.by and result.by != result.to else reader.person.agency.short_name
    day = weekday_full_day(reader.day, _.language)
    return _(
        "Kính gửi {to}, tính đến {day} {by} đề nghị sớm hoàn thành các việc sau (ghi theo số việc):",
        to=to,
        day=day,
        by=by,
    )


def _headed(heading: str, lines: Sequence[str]) -> list[str]:
    return ["\n".join([heading, *lines])] if lines else []


def _block(units: ByUnit, words: Callable[[Sequence[Item]], str]) -> list[str]:
    return [f"{unit.short_name}: {words(items)}" for unit, items in units]


def _dated(_: Translator, items: Sequence[Item], today: date) -> str:
    """ "26, 31 (hạn 30/09); 40 (hạn 02/10)"."""
    by_day = grouped(items, lambda item: (item.due_on or today).toordinal())
    parts = [
        _(
            "{numbers} (hạn {day})",
            numbers=ranges([item.number for item in of]),
            day=short_day(date.fromordinal(day), today),
        )
        for day, of in sorted(by_day.items())
    ]
    return "; ".join(parts)
