"""The year's end: what was recorded of which lines, what is left, what closing a unit's year does and did."""

from collections.abc import Sequence

from bot.replies.reader import Reader, Reply, named
from bot.usecases.undo import YearUndone
from bot.usecases.year_close import NoYearToClose, UnitYear, YearClosed, YearShown
from bot.usecases.year_end import NothingToSort, NotSorted, StillUnsorted, Why, Wish, YearSorted
from jobs.messages.phrases import numbers_of, section_line
from jobs.rules.items import by_section
from storage.kinds import EventKind, SortedAs
from storage.queries.duties import DutyLine

MOST_SECTIONS = 6


def sorted_(result: YearSorted, reader: Reader) -> Reply:
    _ = reader.words
    text = _("em đã ghi {what}: {wish}.", what=_lines(result.lines, reader), wish=_wish(result, reader))
    return Reply(text, tuple(x.duty.id for x in result.lines), undoable=True)


def _lines(lines: Sequence[DutyLine], reader: Reader) -> str:
    """One with its title, several by number."""
    _ = reader.words
    return named(lines[0], reader) if len(lines) == 1 else _("việc {numbers}", numbers=numbers_of(lines))


def _wish(result: YearSorted, reader: Reader) -> str:
    _ = reader.words
    wish: Wish = result.wish
    if wish.choice is SortedAs.KEEP:
        return _("duy trì, chốt theo năm")
    hidden = any(line.task.restricted for line in result.lines)
    if wish.choice is SortedAs.CARRY:
        return _("chuyển năm sau") if hidden else _("chuyển năm sau, lý do {reason}", reason=wish.reason)
    if wish.choice is SortedAs.DROP:
        return _("không thực hiện") if hidden else _("không thực hiện, lý do {reason}", reason=wish.reason)
    day = reader.short(wish.day or reader.day)
    if wish.choice is SortedAs.EARLY:
        return _("xong trước {day}", day=day)
    return _("ước xong trước {day}", day=day)


def still_unsorted(result: StillUnsorted, reader: Reader) -> Reply:
    """What is left, and that nothing was closed; an example from what is left."""
    _ = reader.words
    if not result.items and result.behalf:
        return Reply(_("{name} đã chốt đủ.", name=result.behalf), polite=False)
    if not result.items:
        text = _("Như vậy {call} đã chốt đủ. Việc vẫn mở, xong việc nào {call} báo như mọi khi.", call=reader.call)
        return Reply(text, polite=False)
    sections = by_section(result.items)
    listed = " · ".join(section_line(_, entry, reader.day, "") for entry in sections[:MOST_SECTIONS])
    if len(sections) > MOST_SECTIONS:
        listed += " · …"
    over = reader.day > result.last_on
    example = "còn lại duy trì" if over else f"còn lại xong trước {reader.short(result.last_on)}"
    example = f"ghi hộ {result.behalf}: {example}" if result.behalf else example
    text = _(
        'Còn {n} việc chưa chốt: {listed}. {Call} nhắn tiếp, ví dụ: "{example}".',
        n=len(result.items), listed=listed, Call=reader.Call, example=example,
    )  # fmt: skip
    given_up = f"{result.items[0].number} không thực hiện: hết kinh phí"
    given_up = f"ghi hộ {result.behalf}: {given_up}" if result.behalf else given_up
    text += " " + _('Việc không làm nữa thì nhắn "{example}".', example=given_up)
    return Reply(text, polite=False)


def not_sorted(result: NotSorted, reader: Reader) -> Reply:
    _ = reader.words
    what, about = _lines(result.lines, reader), tuple(x.duty.id for x in result.lines)
    n = result.lines[0].number
    if result.why is Why.NO_REASON:
        text = _(
            'em chưa ghi {what} vì chuyển năm sau cần lý do. {Call} nhắn, ví dụ: "{n} chuyển năm sau: chờ vốn".',
            what=what, Call=reader.Call, n=n,
        )  # fmt: skip
    elif result.why is Why.NO_REASON_TO_DROP:
        text = _(
            'em chưa ghi {what} vì không thực hiện cần lý do. {Call} nhắn, ví dụ: "{n} không thực hiện: hết kinh phí".',
            what=what, Call=reader.Call, n=n,
        )  # fmt: skip
    elif result.why is Why.PASSED and result.last_on and result.day:
        text = _(
            'em chưa ghi {what} vì ngày {day} đã qua. Đã xong thì {call} nhắn "xong {n}", chưa xong thì nhắn "{n} xong trước {last}".',
            what=what, day=reader.short(result.day), call=reader.call, n=n, last=reader.short(result.last_on),
        )  # fmt: skip
    elif result.why is Why.AFTER_LAST and result.last_on:
        text = _(
            'em chưa ghi {what} vì hạn của kế hoạch là {day}. Đã xong thì {call} nhắn "xong {n}", chưa xong thì nhắn "{n} chuyển năm sau: chờ vốn".',
            what=what, day=reader.short(result.last_on), call=reader.call, n=n,
        )  # fmt: skip
    else:
        text = _(
            'em chưa ghi {what} vì không thuộc phần chốt năm. {Call} xem bằng cách nhắn "việc {n}".',
            what=what, Call=reader.Call, n=n,
        )  # fmt: skip
    return Reply(text, about)


def nothing_to_sort(result: NothingToSort, reader: Reader) -> Reply:
    _ = reader.words
    if result.code:
        return Reply(
            _("mục {code} không có việc nào của {call} chưa chốt năm nên em chưa ghi gì.", code=result.code, call=reader.call)
        )  # fmt: skip
    return Reply(_("{call} không còn việc nào chưa chốt năm nên em chưa ghi gì.", call=reader.call))


def year_undone(result: YearUndone, reader: Reader) -> Reply:
    _ = reader.words
    about = tuple(x.duty.id for x in result.lines)
    what = _lines(result.lines, reader)
    if result.kind is EventKind.YEAR_CLOSED:
        return Reply(_("em đã bỏ phần chốt năm, mở lại {what}.", what=what), about)
    return Reply(_("em đã bỏ điều vừa ghi khi chốt năm ở {what}.", what=what), about)


def year_shown(result: YearShown, reader: Reader) -> Reply:
    """What closing would do, and the words that do it; a keeper of several units names one."""
    _ = reader.words
    lines = [_unit_year(year, reader) for year in result.units]
    ready = [year for year in result.units if year.closes]
    if not ready:
        lines.append(
            _("Chưa có việc nào chuyển năm sau, duy trì hoặc không thực hiện để chốt, nên em chưa thay đổi gì.")
        )
        return Reply("\n".join(lines), polite=False)
    unit = ready[0].unit.short_name if result.choose else result.named
    said = f"chốt năm {unit} xác nhận" if unit else "chốt năm xác nhận"
    lines.append(_('Em chưa chốt. Muốn chốt, {call} nhắn "{said}".', call=reader.call, said=said))
    return Reply("\n".join(lines), polite=False)


def _unit_year(year: UnitYear, reader: Reader) -> str:
    _ = reader.words
    parts = [
        (_("chuyển năm sau"), year.carried),
        (_("duy trì, ghi hoàn thành năm"), year.kept),
        (_("không thực hiện"), year.dropped),
        (_("vẫn mở"), year.still_open),
        (_("chờ duyệt"), year.waiting),
    ]
    told = "; ".join(f"{word} {len(lines)} ({numbers_of(lines)})" for word, lines in parts if lines)
    return _("{unit}, {plan}: {told}.", unit=year.unit.short_name, plan=year.plan.short_title, told=told)


def year_closed(result: YearClosed, reader: Reader) -> Reply:
    _ = reader.words
    carried = [line for year in result.units for line in year.carried]
    kept = [line for year in result.units for line in year.kept]
    dropped = [line for year in result.units for line in year.dropped]
    left = [line for year in result.units for line in (*year.still_open, *year.waiting)]
    done = []
    if carried:
        done.append(_("{n} việc chuyển năm sau ({numbers})", n=len(carried), numbers=numbers_of(carried)))
    if kept:
        done.append(_("{n} việc duy trì ghi hoàn thành ({numbers})", n=len(kept), numbers=numbers_of(kept)))
    if dropped:
        done.append(_("{n} việc không thực hiện ({numbers})", n=len(dropped), numbers=numbers_of(dropped)))
    units = ", ".join(dict.fromkeys(year.unit.short_name for year in result.units))
    text = _("em đã chốt năm {units}: {done}.", units=units, done="; ".join(done))
    if left:
        text += " " + _("Còn mở: {numbers}.", numbers=numbers_of(left))
    for plan in result.plans:
        text += " " + _("{plan} đã chốt xong.", plan=plan.short_title)
    return Reply(text, tuple(line.duty.id for line in (*carried, *kept, *dropped)), undoable=True)


def no_year(result: NoYearToClose, reader: Reader) -> Reply:
    _ = reader.words
    if not result.closing:
        return Reply(_("chưa có kế hoạch nào đến kỳ chốt năm nên em chưa thay đổi gì."))
    if result.done:
        return Reply(_("đơn vị không còn việc nào mở để chốt năm."))
    return Reply(
        _(
            'chốt năm là phần của trưởng đơn vị nên em chưa thay đổi gì. Việc của mình {call} xem bằng cách nhắn "việc của tôi".',
            call=reader.call,
        )
    )
