"""The week on request: the leader's weekly message, or the numbers of one's own work, unit or office."""

from collections.abc import Sequence

from bot.replies.lists import class_words
from bot.replies.period_figures import plan_line, span_words
from bot.replies.reader import Reader, Reply
from bot.replies.ten_lines import MOST_LINES, some_numbers
from bot.replies.work_lists import whose_work
from bot.usecases.weekly_summary import WeeklySummary, WeekOfWork
from jobs.messages.weekly_leader import summary_blocks
from jobs.rules.text import capital
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


def week_of_work(result: WeekOfWork, reader: Reader) -> Reply:
    _ = reader.words
    whose = whose_work(result.scope, reader)
    head = _("{span}, việc của {whose}:", span=capital(span_words(result.span, reader)), whose=whose)
    parts = (
        (_("Đã báo xong"), result.done),
        (_("Quá hạn"), result.late),
        (_("Chậm mốc nội bộ"), result.slipping),
        (_("Đến hạn, đến mốc trong tuần này và tuần sau"), result.coming),
    )
    told = [_counted(title, [line.number for line in lines], reader) for title, lines in parts]
    figures = [plan_line(each.plan.short_title if each.plan else "", each.counts, reader) for each in result.plans]
    figures += [
        _("{unit} chủ trì {n} phần việc: {classes}.", unit=unit.name, n=counts.total, classes=class_words(counts, reader))
        for unit, counts in result.units
    ]  # fmt: skip
    room = MOST_LINES - 2 - len(told)
    if len(figures) > room:
        figures = [*figures[: room - 1], _("và {n} kế hoạch khác", n=len(figures) - room + 1)]
    return Reply("\n".join([head, *told, *figures, _next(result, reader)]), polite=False)


def _counted(title: str, numbers: Sequence[int], reader: Reader) -> str:
    """ "Quá hạn: 2 (26, 31)"."""
    _ = reader.words
    if not numbers:
        return _("{title}: không có", title=title)
    n = len(set(numbers))  # parts of several units are one task
    return _("{title}: {n} ({numbers})", title=title, n=n, numbers=some_numbers(numbers, reader))


def _next(result: WeekOfWork, reader: Reader) -> str:
    if result.scope.person:
        said = ["việc của tôi", "kết quả của tôi tháng này"]
    else:
        said = [*(["nhắc hết"] if result.late or result.slipping else []), "việc sắp đến hạn tuần này"]
    _ = reader.words
    return _("{Call} có thể nhắn: {said}", Call=reader.Call, said=" · ".join(said))
