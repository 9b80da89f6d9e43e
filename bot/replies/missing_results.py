"""Whose results of the running period are still missing, and of which tasks."""

from bot.replies.reader import Reader, Reply, addressed, numbers, task_title
from bot.replies.ten_lines import MOST_LINES, Part, fitted
from bot.usecases.missing_results import ClosingDay, MissingOf, MissingResults
from jobs.rules.reporting_period import ReportingPeriod
from jobs.rules.text import capital
from locales.formats import clock, month_name


def missing_results(result: MissingResults, reader: Reader) -> Reply:
    """By unit, then by person; who finds no room is found by asking for his unit, which is told in full."""
    _ = reader.words
    missing = sum(asked - given for _unit, given, asked in result.units)
    month, close = _when(result.period, reader)
    if not missing and result.unit:
        return Reply(_("kết quả {month} đã đủ của {unit}.", month=month, unit=result.unit.name), polite=False)
    if not missing:
        return Reply(_("kết quả {month} đã đủ của tất cả đơn vị.", month=month), polite=False)
    head = _("kết quả {month}, chốt {close}, còn thiếu {n} phần việc:", month=month, close=close, n=missing)
    units = " · ".join(f"{u.short_name} {given}/{asked}" for u, given, asked in result.units)
    owing = [
        _("{who}: {numbers}", who=capital(addressed(p, reader)), numbers=numbers(tuple(dict.fromkeys(n))))
        for p, n, _unit in result.of
    ]
    room = MOST_LINES - 3
    if len(owing) > room + 1 and result.unit:
        owing = [*owing[:room], " · ".join(owing[room:])]
    elif len(owing) > room + 1:
        left = result.of[room:]
        more = _.plural("và {n} người khác", "và {n} người khác", len(left))
        ask = f"còn thiếu của {left[0][2].short_name}"
        owing = [
            *owing[:room],
            _('{more}; xem đủ một đơn vị, {call} nhắn, ví dụ "{ask}".', more=more, call=reader.call, ask=ask),
        ]
    return Reply("\n".join([head, units, *owing]), polite=False)


def missing_of(result: MissingOf, reader: Reader) -> Reply:
    _ = reader.words
    mine = result.person.id == reader.person.id
    who = reader.call if mine else addressed(result.person, reader)
    month, close = _when(result.period, reader)
    if not result.lines:
        return Reply(_("kết quả {month} {who} đã trả lời đủ.", month=month, who=who), polite=False)
    n = len(result.lines)
    head = _.plural(
        "kết quả {month}, chốt {close}, {who} còn thiếu {n} việc:",
        "kết quả {month}, chốt {close}, {who} còn thiếu {n} việc:",
        n, month=month, close=close, who=who,
    )  # fmt: skip
    part = Part("", result.lines, lambda line: f"{line.number}. {task_title(line.task, reader)}")
    made = fitted([part], MOST_LINES - 2, reader)
    foot = _('{Call} nhắn kết quả từng việc, hoặc "{n} như kỳ trước".', Call=reader.Call, n=result.lines[0].number)
    text = "\n".join([head, *made.blocks, *([foot] if mine else [])])
    return Reply(text, tuple(x.duty.id for x in made.shown), polite=False)


def closing_day(result: ClosingDay, reader: Reader) -> Reply:
    _ = reader.words
    month, close = _when(result.period, reader)
    first, last = reader.short(result.period.first), reader.short(result.period.last)
    text = _("kết quả {month} (số liệu {first}–{last}) chốt {close}.", month=month, first=first, last=last, close=close)
    if result.missing:
        n = result.missing
        text += " " + _.plural("{Call} còn thiếu {n} việc.", "{Call} còn thiếu {n} việc.", n, Call=reader.Call)
    return Reply(text, polite=False)


def _when(period: ReportingPeriod, reader: Reader) -> tuple[str, str]:
    """ "tháng 10", "16h30 thứ Ba 14/10"."""
    _ = reader.words
    hour = clock(reader.person.agency.close_at, _.language)
    return month_name(period.key, _.language), f"{hour} {reader.day_words(period.close)}"
