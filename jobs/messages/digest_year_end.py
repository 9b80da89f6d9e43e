"""The year's end in a morning: lines still to be sorted by section, how many of a unit and whose, and what to type."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from jobs.messages.digest_head import owner_name
from jobs.messages.digest_keeper import by_unit_count
from jobs.messages.layout import Block, Row
from jobs.messages.phrases import section_line, you
from jobs.morning import Morning
from jobs.rules.items import Item
from jobs.rules.reporting_period import period_of_month
from jobs.rules.text import capital
from jobs.rules.working_days import WorkingCalendar
from jobs.rules.year_end import YearEndPart, asked, head_asked, unsettled, year_end_parts
from locales.formats import short_day, weekday_day
from locales.translate import Translator
from storage.kinds import ProductKind
from storage.queries.people import Person
from storage.queries.plans import plan_by_id

SORTS = "sort"  # what a row of lines to be sorted lets its reader do
MOST_PEOPLE = 4


def year_end_blocks(_: Translator, facts: Morning, person: Person) -> list[Block]:
    """His own lines, those of the units he heads, and for a keeper those of his plans by unit; empty on other days."""
    today, served, calendar = facts.day.today, facts.served_until(person.id), facts.day.calendar
    own = asked(facts.mine(person.id), today, served, calendar)
    blocks = [_own_block(_, facts, part) for part in year_end_parts(own, today)]
    of_units = head_asked(facts.in_units(person), today, served, calendar)
    lines = [_unit_line(_, facts, part, person) for part in year_end_parts(of_units, today)]
    if of_units:
        lines.append(_('{You} xem cả đơn vị và chốt: nhắn "chốt năm"', You=capital(you(_, person))))
    kept = head_asked([i for i in facts.items if i.plan_id in person.keeps], today, served, calendar)
    lines += [_plan_line(_, facts, part) for part in year_end_parts(kept, today)]
    return [*blocks, Block(plain=tuple(lines))]


def _own_block(_: Translator, facts: Morning, part: YearEndPart) -> Block:
    rows = tuple(Row(section_line(_, entry, facts.day.today, ""), entry.items, SORTS) for entry in part.entries)
    plan, last_on = _plan_name(facts, part), part.closing.last_on
    if part.over:
        return Block(
            _("Chưa chốt năm: {plan}, hạn {day} đã qua", plan=plan, day=short_day(last_on, facts.day.today)), rows
        )
    day = weekday_day(last_on, _.language, facts.day.today)
    return Block(_("Chốt năm: {plan}, hạn {day}", plan=plan, day=day), rows)


def _unit_line(_: Translator, facts: Morning, part: YearEndPart, reader: Person) -> str:
    """ "Chốt năm KH CCHC 2025: đơn vị còn 12 việc chưa chốt (chị Hoa 8, anh Phúc 4), 9 việc chờ anh chốt."."""
    unsorted = [item for item in part.items if unsettled(item, facts.day.today)]
    whose = Counter(
        you(_, reader) if item.recipient_id == reader.id else owner_name(_, facts, item) for item in unsorted
    )
    names = ", ".join(f"{name} {n}" for name, n in whose.most_common(MOST_PEOPLE))
    names += ", …" if len(whose) > MOST_PEOPLE else ""
    ready = len(part.items) - len(unsorted)
    plan = _plan_name(facts, part)
    if not unsorted:
        return _("Chốt năm {plan}: {n} việc của đơn vị chờ {you} chốt.", plan=plan, n=ready, you=you(_, reader))
    text = _("Chốt năm {plan}: đơn vị còn {n} việc chưa chốt ({names})", plan=plan, n=len(unsorted), names=names)
    return text + (_(", {n} việc chờ {you} chốt.", n=ready, you=you(_, reader)) if ready else ".")


def _plan_line(_: Translator, facts: Morning, part: YearEndPart) -> str:
    unsorted = [item for item in part.items if unsettled(item, facts.day.today)]
    ready = len(part.items) - len(unsorted)
    plan, units = _plan_name(facts, part), by_unit_count(facts, unsorted or part.items)
    if not unsorted:
        return _("Chốt năm {plan}: {n} phần việc chờ trưởng đơn vị chốt: {units}.", plan=plan, n=ready, units=units)
    return _("Chốt năm {plan}: còn {n} phần việc chưa chốt: {units}.", plan=plan, n=len(unsorted), units=units)


def _plan_name(facts: Morning, part: YearEndPart) -> str:
    plan = plan_by_id(facts.session, facts.agency.id, part.plan_id)
    return plan.short_title if plan else ""


def year_end_hint(_: Translator, facts: Morning, person: Person, rows: Sequence[Row]) -> str:
    """One line that can be typed as it stands, with numbers from the lines shown; empty where none is asked."""
    items = [item for row in rows if row.acts == SORTS for item in row.items]
    example = year_end_example(items, facts.day.today, facts.agency.data_day, facts.day.calendar)
    return _('{You} trả lời một lần, ví dụ: "{example}"', You=capital(you(_, person)), example=example) if items else ""


def year_end_example(items: Sequence[Item], today: date, data_day: int, calendar: WorkingCalendar) -> str:
    """The first as finished in time (after the last date: as done), the second as going on, the rest kept up or
    finished by the end.
    """
    closing = items[0].closing if items else None
    if closing is None:
        return ""
    items = sorted(items, key=lambda item: (item.product_kind is ProductKind.STATE or item.ongoing, item.number))
    numbers = [item.number for item in items]
    kept = items[-1].product_kind is ProductKind.STATE or items[-1].ongoing
    last = f"xong trước {short_day(closing.last_on)}"
    if today > closing.last_on:
        first = [f"xong {numbers.pop(0)}"] if len(numbers) > 2 else []
        said = [*first, f"{numbers[0]} chuyển năm sau: chờ vốn"]
        return "; ".join([*said, *([f"{numbers[-1]} duy trì"] if len(numbers) > 1 else [])])
    cut_off = period_of_month(closing.last_on.year, closing.last_on.month, data_day, calendar).last
    early = f"xong trước {short_day(cut_off)}" if today <= cut_off < closing.last_on else last
    said = [f"{numbers[0]} {early}"]
    if len(numbers) > 1:
        said.append(f"{numbers[1]} {'duy trì' if kept and len(numbers) == 2 else 'chuyển năm sau: chờ vốn'}")
    if len(numbers) > 2:
        said.append(f"còn lại {'duy trì' if kept else last}")
    return "; ".join(said)
