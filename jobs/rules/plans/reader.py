"""A plan file to tasks, indicators, duties in its text and a ledger of every row."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from jobs.rules.plans.columns import Column, Columns, begins_anew, read_columns, with_unread
from jobs.rules.plans.head import is_letterhead, read_head
from jobs.rules.plans.headings import table_headings
from jobs.rules.plans.indicators import as_indicators
from jobs.rules.plans.model import Head, Indicator, Ledger, PlanReading, PlanTask, StatedTotal
from jobs.rules.plans.parties import only_unit
from jobs.rules.plans.phrases import Context
from jobs.rules.plans.prose import read_prose
from jobs.rules.plans.recurring import recurring_of
from jobs.rules.plans.rows import RowReader
from jobs.rules.plans.tasks import as_task
from jobs.rules.plans.totals import count_as_printed, counted, read_total
from jobs.rules.plans.units import Spelling
from jobs.rules.text import fold
from jobs.rules.working_days import WorkingCalendar
from storage.raw_document import RawDocument, Table

_SCHOOL_YEAR = re.compile(r"\bnam hoc 20\d\d ?- ?20\d\d")
_WIDE_ENOUGH = 3  # letterheads and signatures are tables of two columns


def read_plan(
    document: RawDocument, *, on: date | None, calendar: WorkingCalendar, known_units: Sequence[str] = ()
) -> PlanReading:
    """What the plan says, with doubts marked.

    `on`: the day phrases are read from; None takes the plan's own date. Where the title names another year, its first day.
    """
    document = _with_tables(document)
    head = read_head(document)
    context = Context(
        _written_on(head, on), calendar, tuple(known_units), Spelling(),
        year_known=bool(on or head.year), school_year=bool(_SCHOOL_YEAR.search(fold(head.title))),
    )  # fmt: skip
    tasks_reader, indicator_reader = RowReader(), RowReader()
    columns = _read_tables(document, head.year, tasks_reader, indicator_reader)
    total = _stated_total(document)
    drafts = tasks_reader.finished().drafts
    context = replace(context, unit_sections=_unit_sections([draft.section for draft in drafts]))
    tasks = count_as_printed(drafts, [as_task(draft, context) for draft in drafts], total)
    header = next((found.headers.get(Column.TARGET, "") for found in columns if found.is_indicators), "")
    indicators = [one for draft in indicator_reader.finished().drafts for one in as_indicators(draft, context, header)]
    prose = read_prose(document, context)
    rows = _ledger(tasks_reader, indicator_reader)
    return PlanReading(
        head=head,
        tasks=tuple(tasks),
        indicators=tuple(indicators),
        duties_in_prose=tuple(prose),
        recurring=tuple(recurring_of(tasks, prose)),
        stated_total=total,
        rows=rows,
        doubts=tuple(_doubts(document, columns, tasks, indicators, total)),
    )


def _with_tables(document: RawDocument) -> RawDocument:
    if document.kind != "text":
        return document
    from jobs.rules.plans.flat_text import rebuild_tables  # its many patterns take long to compile

    return rebuild_tables(document)


def _unit_sections(paths: Sequence[tuple[str, ...]]) -> frozenset[str]:
    """The sections of a level on which nearly all are units' names: the plan is ordered by who does what."""
    found: set[str] = set()
    for depth in range(max(map(len, paths), default=0)):
        level = {path[depth] for path in paths if len(path) > depth}
        units = {text for text in level if only_unit(text)}
        if len(units) > 1 and len(units) * 5 >= len(level) * 4:
            found |= units
    return frozenset(found)


def _written_on(head: Head, on: date | None) -> date:
    """A phrase without a year is of the year planned for, also when the plan is written or read in another."""
    written = on or head.issued_on or head.written_on
    if written and head.year in (None, written.year):
        return written
    return date(head.year or 2000, 1, 1)


def _read_tables(document: RawDocument, year: int | None, tasks: RowReader, indicators: RowReader) -> list[Columns]:
    """Reads every plan table; one without a header goes on with the columns of the one before."""
    found: list[Columns] = []
    headings = table_headings(document)
    for table in document.tables:
        columns = read_columns(table)
        if columns and (not found or begins_anew(table, columns, found[-1])):
            columns = with_unread(columns.for_year(year), table)
            found.append(columns)
            reader = indicators if columns.is_indicators else tasks
            reader.read(table.rows[columns.header_rows :], columns, headings.get(id(table)))
        elif found and _goes_on(table, found[-1]):
            (indicators if found[-1].is_indicators else tasks).read(table.rows, found[-1], headings.get(id(table)))
        elif table.width >= _WIDE_ENOUGH and len(table.rows) > 1 and not is_letterhead(table):
            tasks.leave_table(table.rows, "bảng không có cột nhiệm vụ")
    return found


def _goes_on(table: Table, columns: Columns) -> bool:
    return table.width == columns.width and table.width >= _WIDE_ENOUGH


def _stated_total(document: RawDocument) -> StatedTotal | None:
    texts = [p.text for p in document.paragraphs]
    texts += [row.text for table in document.tables for row in table.rows]
    return next((total for total in map(read_total, texts) if total), None)


def _ledger(*readers: RowReader) -> Ledger:
    in_file = sum(reader.result.in_file for reader in readers)
    left = tuple(line for reader in readers for line in reader.result.left_out)
    return Ledger(in_file, in_file - len(left), left)


def _doubts(
    document: RawDocument,
    columns: Sequence[Columns],
    tasks: Sequence[PlanTask],
    indicators: Sequence[Indicator],
    total: StatedTotal | None,
) -> list[str]:
    doubts = [*document.warnings, *(doubt for found in columns for doubt in found.doubts)]
    if not tasks and not indicators:
        doubts.append("Không thấy bảng nhiệm vụ nào trong tệp.")
    for found in columns:
        if not found.is_indicators and not found.has(Column.DEADLINE):
            doubts.append("Bảng không có cột thời hạn.")
        if not found.has(Column.LEAD, Column.ASSIGNED):
            doubts.append("Bảng không có cột đơn vị thực hiện.")
    n = counted(tasks) or len(indicators)
    if total and total.n != n:
        doubts.append(f"Kế hoạch ghi {total.n} nhiệm vụ, em đếm được {n}.")
    return list(dict.fromkeys(doubts))
