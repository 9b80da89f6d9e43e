"""Lists and counts, in the words of the paper."""

from collections.abc import Container, Mapping, Sequence
from datetime import date
from functools import partial

from bot.replies.buttons import task_rows
from bot.replies.reader import Reader, Reply, addressed, period_words, task_title
from bot.replies.ten_lines import MOST_LINES, Part, fitted, some_numbers
from bot.usecases.views import LateByUnit, Overview, OwnList, UnitOverview, UnknownUnit, next_day
from jobs.rules.classes import Counts, FigureClass
from jobs.rules.items import ranges
from locales.formats import clock, full_day, weekday_full_day
from storage.kinds import DutyState
from storage.models.organisation import Unit
from storage.queries.duties import DutyLine, LateLine
from storage.queries.people import Person

NO_WISHES: Mapping[int, date] = {}
MOST_LATE_ALONE = 3
"""Late tasks of a unit that share a date and are still named one by one."""


def own_list(result: OwnList, reader: Reader) -> Reply:
    _ = reader.words
    if not (result.total or result.to_decide):
        return Reply(
            _("hiện {call} không phụ trách việc nào và không có việc chờ trả lời.", call=reader.call), polite=False
        )
    blocks = []
    if result.total:
        blocks.append(_.plural("{Call} đang có {n} việc.", "{Call} đang có {n} việc.", result.total, Call=reader.Call))
    titled = (
        (_("Xin ý kiến {call}", call=reader.call), result.to_decide),
        *own_parts(result, reader),
    )
    parts = [
        Part(title, lines, partial(list_line, reader=reader, wished=result.wished if at == 0 else {}))
        for at, (title, lines) in enumerate(titled)
    ]
    made = fitted(parts, MOST_LINES - len(blocks), reader)
    blocks += made.blocks
    if made.shown and len(blocks) - len(made.blocks) + made.height < MOST_LINES:
        blocks.append(_('Xem kỹ một việc, {call} nhắn "việc {n}".', call=reader.call, n=made.shown[0].number))
    return Reply(
        "\n\n".join(blocks), tuple(x.duty.id for x in made.shown), polite=False, buttons=task_rows(made.shown, reader)
    )


def own_parts(result: OwnList, reader: Reader) -> tuple[tuple[str, tuple[DutyLine, ...]], ...]:
    """The parts of somebody's list, most urgent first."""
    _ = reader.words
    return (
        (_("Quá hạn"), result.late),
        (_("Quá hạn, chưa chốt năm"), result.unsettled),
        (_("Chậm mốc nội bộ"), result.slipping),
        (_("Sắp đến"), result.soon),
        (_("Còn lại"), result.later),
        (_("Chờ duyệt"), result.waiting),
    )


def list_line(line: DutyLine, reader: Reader, wished: Mapping[int, date] = NO_WISHES, *, official: bool = False) -> str:
    """ "2. Kế hoạch kiểm tra CCHC – mốc thứ Tư 15/10"; `wished`: by duty id, another day that the reader is asked for.

    `official`: for eyes that may not see internal dates.
    """
    _ = reader.words
    title = task_title(line.task, reader)
    if line.period.key != "once":
        title += f" ({period_words(line.period.key, reader, line.period.printed_due_on)})"
    if day := wished.get(line.duty.id):
        return f"{line.number}. {title}" + _(" – xin lùi đến {day}", day=reader.short(day))
    return f"{line.number}. {title}{_dates(line, reader, official)}"


def _dates(line: DutyLine, reader: Reader, official: bool) -> str:
    _ = reader.words
    duty = line.duty
    if duty.reported_on and duty.state in (DutyState.REPORTED, DutyState.CHECKED):
        return _(" – báo xong {day}", day=reader.short(duty.reported_on))
    if official:
        return _(" – hạn {day}", day=reader.day_words(duty.due_on)) if duty.due_on else ""
    if duty.target_on and duty.target_on < reader.day and duty.due_on:
        return _(
            " – mốc {day} (hạn theo kế hoạch {due})", day=reader.short(duty.target_on), due=reader.short(duty.due_on)
        )
    if duty.target_on and next_day(line) == duty.target_on:
        return _(" – mốc {day}", day=reader.day_words(duty.target_on))
    return _(" – hạn {day}", day=reader.day_words(duty.due_on)) if duty.due_on else ""


def overview(result: Overview, reader: Reader) -> Reply:
    _ = reader.words
    if not result.plans:
        return Reply(_("hiện chưa có kế hoạch nào được theo dõi."), polite=False)
    when = weekday_full_day(reader.day, _.language)
    hour = clock(result.at, _.language, reader.person.agency.time_zone)
    lines = []
    for found in result.plans:
        name, counts = found.plan.short_title if found.plan else _("Việc ngoài kế hoạch"), found.counts
        text = _(
            "{plan} có {n} nhiệm vụ: {classes}.",
            plan=name,
            n=counts.total,
            classes=class_words(counts, reader, result.unsettled.get(found.plan.id, 0) if found.plan else 0),
        )
        if nobody := result.nobody.get(found.plan.id if found.plan else 0):
            text += " " + _.plural(
                "Còn {n} dòng chưa rõ đơn vị chủ trì nên chưa tính: {numbers}.",
                "Còn {n} dòng chưa rõ đơn vị chủ trì nên chưa tính: {numbers}.",
                len(nobody), numbers=some_numbers(nobody, reader),
            )  # fmt: skip
        lines.append(text)
    if more := lines[MOST_LINES:]:
        lines = [*lines[: MOST_LINES - 1], _("và {n} kế hoạch khác", n=len(more) + 1)]
    return Reply(_("đến {hour} {day}, ", hour=hour, day=when) + "\n".join(lines), polite=False)


def class_words(counts: Counts, reader: Reader, unsettled: int = 0) -> str:
    """The official classes; those nobody asks about are named only where they hold something.

    unsettled: how many are quá hạn only because their year is not settled, in the morning message's words.
    """
    _ = reader.words
    overdue = str(counts[FigureClass.OVERDUE]) + (_(" ({n} việc chưa chốt năm)", n=unsettled) if unsettled else "")
    head = _("hoàn thành {n}", n=counts.done)
    if late_done := counts[FigureClass.LATE]:
        head += _(" (quá hạn {n})", n=late_done)
    texts = [
        head,
        _("chờ duyệt {n}", n=counts[FigureClass.WAITING]),
        _("trong hạn {n}", n=counts[FigureClass.WITHIN]),
        _("quá hạn {n}", n=overdue),
    ]
    ended = (
        (_("không phát sinh {n}", n=counts[FigureClass.NONE_AROSE]), FigureClass.NONE_AROSE),
        (_("chuyển năm sau {n}", n=counts[FigureClass.CARRIED_OVER]), FigureClass.CARRIED_OVER),
        (_("không thực hiện {n}", n=counts[FigureClass.NOT_DONE]), FigureClass.NOT_DONE),
    )
    texts += [text for text, each in ended if counts[each]]
    words = ", ".join(texts)
    if undated := counts[FigureClass.UNDATED]:
        words += _("; thường xuyên, chưa có thời hạn {n}", n=undated)
    return words


def unit_overview(result: UnitOverview, reader: Reader) -> Reply:
    _ = reader.words
    text = _(
        "đến {hour} {day}, {unit} chủ trì {n} phần việc: {classes}.",
        hour=clock(result.at, _.language, reader.person.agency.time_zone), day=weekday_full_day(reader.day, _.language),
        unit=result.unit.name, n=result.duties.total, classes=class_words(result.duties, reader, result.unsettled),
    )  # fmt: skip
    titled = ((_("Quá hạn"), result.late), (_("Chậm mốc nội bộ"), result.slipping), (_("Còn lại"), result.others))
    owned = partial(owned_line, owners=result.owners, inside=result.inside, reader=reader)
    made = fitted([Part(title, lines, owned) for title, lines in titled], MOST_LINES - 1, reader)
    return Reply("\n\n".join([text, *made.blocks]), tuple(x.duty.id for x in made.shown), polite=False)


def owned_line(line: DutyLine, owners: Mapping[int, Person], inside: Container[int], reader: Reader) -> str:
    """A line with whose it is and its internal date, where these may be seen."""
    _ = reader.words
    seen = line.duty.id in inside
    owner = owners.get(line.duty.person_id or line.duty.recipient_id) if seen else None
    return list_line(line, reader, official=not seen) + (_(", {who}", who=addressed(owner, reader)) if owner else "")


def unknown_unit(result: UnknownUnit, reader: Reader) -> Reply:
    _ = reader.words
    names = " · ".join(f"tình hình {u.short_name}" for u in result.units)
    return Reply(
        _("{call} muốn xem đơn vị nào ạ? {Call} có thể nhắn: {names}", call=reader.call, Call=reader.Call, names=names)
    )


def late_by_unit(result: LateByUnit, reader: Reader) -> Reply:
    _ = reader.words
    day = full_day(result.day)
    if not result.units:
        return Reply(_("đến hôm nay {day} chưa có đơn vị nào có việc quá hạn.", day=day), polite=False)
    n = len(result.units)
    head = _.plural(
        "đến hôm nay {day} có {n} đơn vị còn việc quá hạn:",
        "đến hôm nay {day} có {n} đơn vị còn việc quá hạn:",
        n,
        day=day,
    )
    rows = [_late_unit(unit, lines, result.unsettled, reader) for unit, lines in result.units]
    if n >= MOST_LINES:
        names = ", ".join(unit.short_name for unit, _lines in result.units[MOST_LINES - 2 :])
        rows = [*rows[: MOST_LINES - 2], _("và {n} đơn vị khác: {names}", n=n - MOST_LINES + 2, names=names)]
    about = tuple(x.duty_id for _unit, lines in result.units for x, _days in lines)
    return Reply("\n".join([head, *rows]), about, polite=False)


def _late_unit(unit: Unit, lines: Sequence[tuple[LateLine, int]], unsettled: Container[int], reader: Reader) -> str:
    """A date that more than a few share is named once, with the numbers; so is what only waits for its year's end."""
    _ = reader.words
    by_day: dict[date, list[tuple[LateLine, int]]] = {}
    for line, days in (each for each in lines if each[0].duty_id not in unsettled):
        by_day.setdefault(line.due_on, []).append((line, days))
    listed = []
    for due, late in sorted(by_day.items()):
        if len(late) > MOST_LATE_ALONE:
            numbered = ranges([x.number for x, _days in late])
            listed.append(
                _(
                    "{numbers}, hạn {due}, quá {days} ngày làm việc",
                    numbers=numbered,
                    due=reader.short(due),
                    days=late[0][1],
                )
            )
        else:
            listed += [_late_line(x, days, reader) for x, days in late]
    if left := [x for x, _days in lines if x.duty_id in unsettled]:
        ended = ", ".join(reader.short(day) for day in sorted({x.due_on for x in left}))
        listed.append(_("chưa chốt năm {numbers} (hạn {due})", numbers=ranges([x.number for x in left]), due=ended))
    n = len(lines)
    return _.plural(
        "{unit} {n} việc: {listed}.", "{unit} {n} việc: {listed}.", n, unit=unit.name, listed="; ".join(listed)
    )


def _late_line(line: LateLine, days: int, reader: Reader) -> str:
    _ = reader.words
    due = reader.short(line.due_on)
    return _(
        "{n} – {title}, hạn {due}, quá {days} ngày làm việc",
        n=line.number,
        title=task_title(line, reader),
        due=due,
        days=days,
    )
