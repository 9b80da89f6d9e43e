"""Which column of a table holds what: by the words of its header, in any order, over one or two header rows."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from jobs.rules.plans.guesses import guess_columns
from jobs.rules.plans.header_rows import header_rows, leaves_of
from jobs.rules.plans.headers import Column as Column
from jobs.rules.plans.headers import (
    Leaf,
    about_one_person,
    about_people,
    groups_tasks,
    meaning,
    says_who_too,
    words_before,
)
from jobs.rules.plans.marks import UnitMatrix, calendar, ticked, unit_matrix
from jobs.rules.plans.sections import label_of
from jobs.rules.text import fold, tidy
from storage.raw_document import Cell, Row, Table

_UNTIL_HERE = 4  # a header never starts below the fourth row of a table
_NUMBERS_ROW = re.compile(r"[\(\[]?\s*(?:\d{1,2}|[a-h])\s*[\)\]]?(?:\s*=.*)?")
_SHARED = (Column.NUMBER, Column.NOTE, Column.DEADLINE, Column.TARGET)  # meanings that several columns may share
_SAYS = re.compile(r"\d{1,2}/\d{1,2}|^\d{1,3}(?:\.\d+)*[.)]?$|^.{120,}$|[.;]$")


@dataclass(frozen=True)
class Columns:
    """Grid columns of each meaning. `header_rows`: how many rows at the top are no data; `doubts` in Vietnamese.

    `ticks`: columns of a calendar ("Quý I" … "Quý IV") in which a row's time is ticked; `matrix`: units in which it is marked.
    `deadlines`: columns of time under a group.
    """

    spans: dict[Column, tuple[range, ...]]
    header_rows: int
    width: int
    header_texts: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    headers: dict[Column, str] = field(default_factory=dict)
    targets: tuple[Leaf, ...] = ()
    ticks: tuple[Leaf, ...] = ()
    matrix: UnitMatrix | None = None
    deadlines: tuple[Leaf, ...] = ()
    unread: tuple[Leaf, ...] = ()

    def has(self, *columns: Column) -> bool:
        return any(column in self.spans for column in columns)

    def cells(self, row: Row, column: Column) -> list[Cell]:
        """Cells that begin inside the column, or lie over it."""
        spans = self.spans.get(column, ())
        return [cell for cell in row.cells if any(_overlap(cell, span) for span in spans)]

    def ticked(self, row: Row) -> str:
        return ticked(self.ticks, row)

    def when(self, row: Row, across: set[int]) -> str:
        """The deadline cells, each with its header where a group has several; cells in `across` (by `id`) say something else."""
        texts = dict.fromkeys(c.text for c in self.cells(row, Column.DEADLINE) if c.text and id(c) not in across)
        if len(texts) < 2 or len(self.deadlines) < 2:
            return "\n".join(texts) or self.ticked(row)
        found = [(leaf, c) for leaf in self.deadlines for c in row.cells if c.text and _overlap(c, leaf.span)]
        return "; ".join(f"{tidy(leaf.text)}: {tidy(cell.text)}" for leaf, cell in found)

    @property
    def time_words(self) -> str:
        """What the header adds to a bare cell: "trước ngày" of "Hoàn thành trước ngày", "tháng" of "Tháng"."""
        return words_before(self.headers.get(Column.DEADLINE, ""))

    def for_year(self, year: int | None) -> "Columns":
        """Of targets for several years the planned one's, else the last."""
        if len(self.targets) < 2:
            return self
        named = [leaf for leaf in self.targets if year and str(year) in f"{leaf.group} {leaf.text}"]
        chosen = (named or self.targets)[-1 if not named else 0]
        others = ", ".join(f"“{tidy(leaf.text)}”" for leaf in self.targets if leaf is not chosen)
        doubt = f"Có nhiều cột chỉ tiêu; đã lấy cột “{tidy(chosen.text)}”, không lấy {others}."
        spans = self.spans | {Column.TARGET: (chosen.span,)}
        headers = self.headers | {Column.TARGET: f"{chosen.group} {chosen.text}"}
        return replace(self, spans=spans, headers=headers, doubts=(*self.doubts, doubt))

    @property
    def is_plan(self) -> bool:
        data = (Column.LEAD, Column.ASSIGNED, Column.DEADLINE, Column.PRODUCT, Column.TARGET)
        return self.has(Column.TITLE) and self.has(*data)

    @property
    def is_indicators(self) -> bool:
        return self.is_plan and self.has(Column.TARGET) and not self.has(Column.DEADLINE, Column.PRODUCT)


def _overlap(cell: Cell, span: range) -> bool:
    return cell.column < span.stop and span.start < cell.column + cell.column_span


def read_columns(table: Table) -> Columns | None:
    """The columns of a plan's table, or None for any other table."""
    best: Columns | None = None
    for n, row in enumerate(table.rows[:_UNTIL_HERE]):
        if best and n < best.header_rows:
            continue
        found = None if _is_data(row) else _columns_at(table, n)
        if found and found.is_plan and (best is None or len(found.spans) > len(best.spans)):
            best = found
        if best and len([cell for cell in row.cells if cell.text]) > 2 and not found:
            break
    return best


def begins_anew(table: Table, columns: Columns, before: Columns) -> bool:
    """Whether a table as wide as the one before has a header of its own: a row of data may sound like one."""
    if table.width != before.width:
        return True
    texts = [cell.text for row in table.rows[: columns.header_rows] for cell in row.cells if cell.text]
    known = [meaning(text) for text in texts]
    if fold(" ".join(texts)) in before.header_texts or Column.NUMBER in known:
        return True
    return all(known)


def with_unread(columns: Columns, table: Table) -> Columns:
    """With a doubt for every column that holds words and goes into no task."""
    doubts = [
        f"Cột “{tidy(leaf.text)}” không đưa vào nhiệm vụ ({n} dòng có chữ)."
        for leaf in columns.unread
        if (n := sum(_holds_words(row, leaf.span) for row in table.rows[columns.header_rows :]))
    ]
    return replace(columns, doubts=(*columns.doubts, *doubts))


def _holds_words(row: Row, span: range) -> bool:
    return any(cell.text and not cell.continued and set(cell.columns) <= set(span) for cell in row.cells)


def is_header_again(row: Row, columns: Columns) -> bool:
    """A header repeated on a new page, or the row (1) (2) (3) under it."""
    texts = [cell.text for cell in row.cells if cell.text]
    if not texts:
        return False
    if fold(" ".join(texts)) in columns.header_texts:
        return True
    if len(texts) < 3:
        return False
    if meaning(texts[0]) is Column.NUMBER and all(len(text) < 60 and meaning(text) for text in texts):
        return True
    return all(_NUMBERS_ROW.fullmatch(text) for text in texts)


def _is_data(row: Row) -> bool:
    """A row that begins with a label or holds a number, a date or a sentence is no header, whatever its words."""
    texts = [tidy(cell.text) for cell in row.cells if cell.text]
    return bool(texts) and (bool(label_of(texts[0])) or any(_SAYS.search(text) for text in texts))


def _columns_at(table: Table, n: int) -> Columns | None:
    rows = header_rows(table, n)
    leaves = leaves_of(rows)
    if any(about_people(leaf.text) for leaf in leaves):
        return None
    first_data = n + len(rows)
    data = table.rows[first_data:]
    ticks, matrix = calendar(leaves, data), unit_matrix(leaves, data)
    marked = {*ticks, *(matrix.leaves if matrix else ())}
    spans, headers, unnamed = _sorted([leaf for leaf in leaves if leaf not in marked])
    if len(spans) + bool(ticks) + bool(matrix) < 2:
        return None
    if ticks:
        spans.setdefault(Column.DEADLINE, [])
    if matrix:
        spans.setdefault(Column.LEAD, [])
    doubts = guess_columns(data, spans, headers, unnamed)
    _who(spans, headers)
    left = {leaf.span for leaf in unnamed}.union(spans.get(Column.NOTE, []), spans.get(Column.SUPERVISOR, []))
    return Columns(
        spans={column: tuple(found) for column, found in spans.items()},
        header_rows=first_data,
        width=table.width,
        header_texts=tuple(fold(" ".join(cell.text for cell in row.cells if cell.text)) for row in rows),
        doubts=tuple(doubts),
        headers=headers,
        targets=tuple(leaf for leaf in leaves if leaf.span in spans.get(Column.TARGET, [])),
        deadlines=tuple(leaf for leaf in leaves if leaf.group and leaf.span in spans.get(Column.DEADLINE, [])),
        ticks=ticks,
        matrix=matrix,
        unread=tuple(leaf for leaf in leaves if leaf.text and leaf.span in left),
    )


def _sorted(leaves: Sequence[Leaf]) -> tuple[dict[Column, list[range]], dict[Column, str], list[Leaf]]:
    """Columns by meaning, their headers, and the columns left over."""
    spans: dict[Column, list[range]] = {}
    headers: dict[Column, str] = {}
    unnamed: list[Leaf] = []
    for leaf in leaves:
        column = _of_leaf(leaf)
        if column is Column.TARGET and fold(headers.get(column, "")) == "chi tieu" and Column.TITLE not in spans:
            spans[Column.TITLE] = spans.pop(column)  # "Chỉ tiêu | … | Kế hoạch năm": the first names, the second counts
        if column is Column.TITLE and groups_tasks(headers.get(column, "")):
            unnamed += [other for other in leaves if other.span in spans[column]]
            del spans[column], headers[column]  # "Nhóm nhiệm vụ | Nội dung công việc"
        if column is None or (column in spans and column not in _SHARED):
            unnamed.append(leaf)
            continue
        spans.setdefault(column, []).append(leaf.span)
        headers.setdefault(column, leaf.text)
    _who_and_when(spans, headers)
    if Column.TITLE not in spans and Column.TARGET in spans and fold(headers[Column.TARGET]) == "chi tieu":
        spans[Column.TITLE] = spans.pop(Column.TARGET)
    return spans, headers, unnamed


def _who_and_when(spans: dict[Column, list[range]], headers: dict[Column, str]) -> None:
    """ "Phân công, thời gian hoàn thành" says both where no other column says who."""
    if not spans.keys() & {Column.LEAD, Column.ASSIGNED} and says_who_too(headers.get(Column.DEADLINE, "")):
        spans[Column.ASSIGNED] = list(spans[Column.DEADLINE])
        headers[Column.ASSIGNED] = headers[Column.DEADLINE]


def _of_leaf(leaf: Leaf) -> Column | None:
    """A year under "Chỉ tiêu" is a target; under "Thực hiện" it is what has been reached already."""
    group = meaning(leaf.group) if leaf.group else None
    if re.fullmatch(r"(?:nam )?20\d\d(?: \(?%\)?)?", fold(leaf.text)) and group is not None:
        return Column.TARGET if group is Column.TARGET else Column.NOTE
    return meaning(leaf.text, leaf.group)


def _who(spans: dict[Column, list[range]], headers: dict[Column, str]) -> None:
    """A supervisor is in charge only where nobody else is; beside a unit that leads a person is one more to keep an eye on it."""
    if Column.LEAD in spans and about_one_person(headers.get(Column.ASSIGNED, "")):
        spans.setdefault(Column.SUPERVISOR, []).extend(spans.pop(Column.ASSIGNED))
    if Column.SUPERVISOR in spans and not spans.keys() & {Column.LEAD, Column.ASSIGNED}:
        spans[Column.ASSIGNED] = spans.pop(Column.SUPERVISOR)
        headers[Column.ASSIGNED] = headers.pop(Column.SUPERVISOR)
