"""What a period's paper will count, and what it still lacks."""

from datetime import date

from bot.replies.period_figures import figure_lines, span_words
from bot.replies.reader import Reader, Reply, addressed
from bot.replies.ten_lines import MOST_LINES, some_numbers
from bot.usecases.period_report import NoListFile, NotSent, PeriodReport
from locales.formats import full_day, month_name
from storage.models.organisation import Unit
from storage.queries.duties import DutyLine

MOST_PLANS = 3


def not_sent(result: NotSent, reader: Reader) -> Reply:
    _ = reader.words
    text = _(
        "em chưa gửi {who} vì em chỉ trả lời {call} ở đây; {call} chuyển tiếp giúp em.",
        who=addressed(result.to, reader), call=reader.call,
    )  # fmt: skip
    return Reply(text)


def no_list_file(_result: NoListFile, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(
        _('em chưa xuất danh sách việc ra tệp được, {call} xem ở đây; tệp của kế hoạch {call} nhắn "cho xin file kế hoạch".',
          call=reader.call)
    )  # fmt: skip


def period_report(result: PeriodReport, reader: Reader) -> Reply:
    _ = reader.words
    found = result.figures
    span, day = span_words(found.span, reader), full_day(found.as_of)
    lines = [_("số liệu cho báo cáo {span} (tính đến hết ngày {day}):", span=span, day=day)]
    figures = figure_lines(found, reader)
    lines += figures[:MOST_PLANS]
    if more := len(figures) - MOST_PLANS:
        lines += [_("và {n} kế hoạch khác", n=more)] if more > 0 else []
    month = month_name(result.period.key, _.language)
    if result.missing:
        if result.since:
            lines.append(_not_asked(month, result.since, reader))
        lines.append(
            _.plural(
                "Còn thiếu kết quả {month} của {n} phần việc (đã có {given}/{asked}):",
                "Còn thiếu kết quả {month} của {n} phần việc (đã có {given}/{asked}):",
                len(result.missing),
                month=month, given=len(result.asked) - len(result.missing), asked=len(result.asked),
            )
        )  # fmt: skip
        lines += _missing(result, MOST_LINES - len(lines) - 1, reader)
    else:
        lines.append(_none_missing(result, month, reader))
    lines.append(_("Em chưa soạn được văn bản Word; {call} lấy số liệu này để làm báo cáo.", call=reader.call))
    return Reply("\n".join(lines), tuple(x.duty.id for x in result.missing), polite=False)


def _none_missing(result: PeriodReport, month: str, reader: Reader) -> str:
    _ = reader.words
    if result.asked:
        return _("Kết quả {month} đã đủ.", month=month)
    if result.since:
        return _not_asked(month, result.since, reader)
    return _("Kỳ này không có phần việc nào phải hỏi kết quả {month}.", month=month)


def _not_asked(month: str, since: date, reader: Reader) -> str:
    _ = reader.words
    return _("Kết quả {month} em chưa hỏi ai: kế hoạch được theo dõi từ {day}.", month=month, day=full_day(since))


def _missing(result: PeriodReport, room: int, reader: Reader) -> list[str]:
    """A line a unit with the numbers of its lines; units that find no room stand together."""
    _ = reader.words
    of: dict[int, list[DutyLine]] = {}
    units: dict[int, Unit] = {}
    for line in result.missing:
        units[line.unit.id] = line.unit
        of.setdefault(line.unit.id, []).append(line)
    ordered = sorted(units.values(), key=lambda unit: (unit.position, unit.id))
    rows = [
        _("{unit}: {numbers}", unit=u.short_name, numbers=some_numbers([x.number for x in of[u.id]], reader))
        for u in ordered
    ]
    if len(rows) <= room:
        return rows
    rest = " · ".join(f"{u.short_name} {len(of[u.id])}" for u in ordered[room - 1 :])
    return [*rows[: room - 1], rest]
