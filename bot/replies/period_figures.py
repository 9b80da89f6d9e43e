"""Figures of a month, quarter, half-year, year or week, with the day they stand at."""

from collections.abc import Sequence

from bot.replies.lists import class_words
from bot.replies.reader import Reader, Reply
from bot.usecases.period_figures import PeriodFigures, PeriodToCome
from bot.usecases.views import UnitsOverview
from jobs.figures import UnitFigures
from jobs.rules.classes import Counts
from jobs.rules.spans import Span
from locales.formats import clock, full_day, month_name, weekday_full_day

MOST_UNITS = 8
_ROMAN = {"Q1": "I", "Q2": "II", "Q3": "III", "Q4": "IV"}


def span_words(span: Span, reader: Reader) -> str:
    """ "tháng 9/2025", "quý III/2025", "6 tháng đầu năm 2025", "tuần 13/10–19/10/2025"."""
    _, year, part = reader.words, span.key[:4], span.key[5:]
    if not span.months:
        return _("tuần {first}–{last}", first=reader.short(span.first), last=full_day(span.last))
    if part in _ROMAN:
        return _("quý {quarter}/{year}", quarter=_ROMAN[part], year=year)
    if part == "H1":
        return _("6 tháng đầu năm {year}", year=year)
    if part == "H2":
        return _("6 tháng cuối năm {year}", year=year)
    if part == "9M":
        return _("9 tháng năm {year}", year=year)
    return (
        _("{month}/{year}", month=month_name(span.key, _.language), year=year) if part else _("năm {year}", year=year)
    )


def period_figures(result: PeriodFigures, reader: Reader) -> Reply:
    _ = reader.words
    span, day = span_words(result.span, reader), full_day(result.as_of)
    head = _("số liệu {span} (tính đến hết ngày {day})", span=span, day=day)
    return Reply("\n".join([f"{head}:", *figure_lines(result, reader)]), polite=False)


def figure_lines(result: PeriodFigures, reader: Reader) -> list[str]:
    """A line a plan, or the unit's, in the official classes."""
    _ = reader.words
    if result.unit:
        counts = result.unit.counts
        classes = class_words(counts, reader)
        return [
            _("{unit} chủ trì {n} phần việc: {classes}.", unit=result.unit.unit.name, n=counts.total, classes=classes)
        ]
    if result.units:
        return unit_lines(result.units, reader)
    return [plan_line(each.plan.short_title if each.plan else "", each.counts, reader) for each in result.plans] or [
        _("chưa có nhiệm vụ nào được theo dõi.")
    ]


def plan_line(name: str, counts: Counts, reader: Reader) -> str:
    _ = reader.words
    name = name or _("Việc ngoài kế hoạch")
    return _("{plan} có {n} nhiệm vụ: {classes}.", plan=name, n=counts.total, classes=class_words(counts, reader))


def unit_lines(units: Sequence[UnitFigures], reader: Reader) -> list[str]:
    """ "VHXH 28 phần việc: hoàn thành 2, …", at most eight."""
    _ = reader.words
    lines = [
        _(
            "{unit} {n} phần việc: {classes}",
            unit=x.unit.short_name,
            n=x.counts.total,
            classes=class_words(x.counts, reader),
        )
        for x in units
    ]
    if more := len(lines) - MOST_UNITS:
        lines = lines if more < 1 else [*lines[: MOST_UNITS - 1], _("và {n} đơn vị khác", n=more + 1)]
    return lines


def units_overview(result: UnitsOverview, reader: Reader) -> Reply:
    """Without a ranking: a unit with many state lines cannot be set beside one with many dates."""
    _ = reader.words
    if not result.units:
        return Reply(_("chưa có nhiệm vụ nào được theo dõi."), polite=False)
    hour = clock(result.at, _.language, reader.person.agency.time_zone)
    head = _("đến {hour} {day}, theo đơn vị:", hour=hour, day=weekday_full_day(reader.day, _.language))
    foot = _(
        'Xem kỹ một đơn vị, {call} nhắn "tình hình {unit}".', call=reader.call, unit=result.units[0].unit.short_name
    )
    return Reply("\n".join([head, *unit_lines(result.units, reader), foot]), polite=False)


def period_to_come(result: PeriodToCome, reader: Reader) -> Reply:
    _ = reader.words
    text = _(
        '{span} chưa đến nên chưa có số liệu. {Call} nhắn "tình hình" để xem số liệu hôm nay.',
        span=span_words(result.span, reader), Call=reader.Call,
    )  # fmt: skip
    return Reply(text, polite=False)
