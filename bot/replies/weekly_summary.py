"""The leader's weekly message, asked for."""

from bot.replies.reader import Reader, Reply
from bot.replies.ten_lines import MOST_LINES
from bot.usecases.weekly_summary import WeeklySummary
from jobs.messages.weekly_leader import summary_blocks
from locales.formats import weekday_full_day


def weekly_summary(result: WeeklySummary, reader: Reader) -> Reply:
    _ = reader.words
    late, plans = summary_blocks(_, result.facts, result.climbed)
    head = _("đến {day}:", day=weekday_full_day(reader.day, _.language))
    rows = list(late.plain)
    room = MOST_LINES - 2 - len(plans.plain)
    if len(rows) > room:
        rows = [*rows[: room - 1], _("và {n} đơn vị khác", n=len(rows) - room + 1)]
    told = [late.heading, *rows] if rows else [_("Chưa có việc nào quá hạn đến mức báo lãnh đạo.")]
    about = tuple(item.duty_id for item in result.climbed)
    return Reply("\n".join([head, *told, *plans.plain]), about, polite=False)
