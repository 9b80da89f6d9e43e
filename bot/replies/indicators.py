"""How far figures of the plans stand: read, shown, taken back."""

from bot.replies.reader import Reader, Reply
from bot.usecases.indicators import (
    IndicatorNotYours,
    IndicatorRead,
    Indicators,
    IndicatorUnclear,
    IndicatorUndone,
    Line,
)
from jobs.rules.plans.short_titles import short_title
from jobs.rules.text import capital
from locales.formats import month_name

_MOST_READINGS = 6


def _name(line: Line, reader: Reader) -> str:
    _ = reader.words
    return _("chỉ tiêu {n} – {name}", n=line.number, name=short_title(line.indicator.name)[0])


def read(result: IndicatorRead, reader: Reader) -> Reply:
    _ = reader.words
    line = result.line
    month = month_name(result.reading.reporting_period, _.language)
    text = _("em ghi {what}: {value} ({month}).", what=_name(line, reader), value=result.reading.text, month=month)
    if line.indicator.target_text:
        text += " " + _("Mục tiêu: {target}.", target=line.indicator.target_text.rstrip(" ."))
    if result.before:
        text += " " + _("Số ghi trước đó của kỳ này ({before}) em đã thay.", before=result.before)
    return Reply(text, undoable=True)


def shown(result: Indicators, reader: Reader) -> Reply:
    _ = reader.words
    if not result.lines:
        return Reply(_("các kế hoạch đang theo dõi không có bảng chỉ tiêu."))
    lines = [capital(_row(line, reader)) for line in result.lines]
    if result.one:
        readings = result.lines[0].readings[-_MOST_READINGS:]
        lines += [f"{capital(month_name(row.reporting_period, _.language))}: {row.text}" for row in readings]
    if result.left:
        lines.append(_("và {n} chỉ tiêu khác.", n=result.left))
    n = result.lines[0].number
    lines.append(_('{Call} nhắn, ví dụ: "chỉ tiêu {n} đạt 85%"', Call=reader.Call, n=n))
    return Reply("\n".join(lines), polite=False)


def _row(line: Line, reader: Reader) -> str:
    _ = reader.words
    target = line.indicator.target_text.rstrip(" .") or _("chưa rõ mục tiêu")
    if not line.readings:
        return _("{what}: mục tiêu {target}; chưa có số liệu", what=_name(line, reader), target=target)
    last = line.readings[-1]
    return _(
        "{what}: mục tiêu {target}; {month} {value}",
        what=_name(line, reader), target=target, month=month_name(last.reporting_period, _.language), value=last.text,
    )  # fmt: skip


def unclear(result: IndicatorUnclear, reader: Reader) -> Reply:
    _ = reader.words
    if result.fits:
        listed = _(" hay ").join(_name(line, reader) for line in result.fits)
        return Reply(_('em chưa rõ "{name}" là {listed} nên chưa ghi gì.', name=result.typed, listed=listed))
    return Reply(_('em không thấy chỉ tiêu "{name}" nên chưa ghi gì. Xem số chỉ tiêu: "chỉ tiêu".', name=result.typed))


def not_yours(result: IndicatorNotYours, reader: Reader) -> Reply:
    _ = reader.words
    leads = ", ".join(result.line.indicator.lead) or _("người theo dõi kế hoạch")
    return Reply(_("{what} do {leads} báo nên em chưa ghi gì.", what=_name(result.line, reader), leads=leads))


def undone(result: IndicatorUndone, reader: Reader) -> Reply:
    _ = reader.words
    if result.line is None:
        return Reply(_("em đã bỏ số vừa ghi của chỉ tiêu."))
    return Reply(_("em đã bỏ số vừa ghi của {what}.", what=_name(result.line, reader)))
