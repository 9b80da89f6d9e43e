"""Which rows of a table are its header, and the lowest headers they name."""

import re
from collections.abc import Sequence
from dataclasses import replace

from jobs.rules.plans.headers import Leaf, meaning
from storage.raw_document import Cell, Row, Table

_DATE = re.compile(r"\d{1,2}/\d{1,2}")
_LONGEST_PART = 50


def header_rows(table: Table, n: int) -> list[Row]:
    """The header row and, where it has cells above others, the rows that name the parts."""
    below = table.rows[n + 1 : n + 3]
    rows = [_widened(table.rows[n], below[0])] if below else [table.rows[n]]
    for row in below:
        named = [cell for cell in row.cells if cell.text and not cell.continued]
        if not named or any(len(cell.text) > _LONGEST_PART for cell in named) or not _names_parts(rows[0], row, named):
            break
        rows.append(row)
    return rows


def _widened(header: Row, below: Row) -> Row:
    """A group whose cells nobody merged ("Đơn vị thực hiện", "", ""): it reaches over the empty cells that have names below."""
    named = {column for cell in below.cells if cell.text and not cell.continued for column in cell.columns}
    if not below.cells or (below.cells[0].text and not below.cells[0].continued):
        return header
    cells: list[Cell] = []
    for cell in header.cells:
        group = cells[-1] if cells else None
        if group and group.text and not cell.text and named & set(cell.columns) and named & set(group.columns):
            cells[-1] = replace(group, column_span=group.column_span + cell.column_span)
        else:
            cells.append(cell)
    return replace(header, cells=tuple(cells))


def _names_parts(header: Row, row: Row, named: Sequence[Cell]) -> bool:
    """Every named cell lies under a wide cell of the header, or the others go on from above and all have a meaning."""
    wide = [set(cell.columns) for cell in header.cells if cell.column_span > 1 and cell.text]
    under = bool(wide) and all(any(set(cell.columns) <= columns for columns in wide) for cell in named)
    first = row.cells[0]
    if under and (first.continued or not first.text):
        return not any(_DATE.search(cell.text) for cell in named)
    continued = any(cell.continued for cell in row.cells)
    return continued and all(meaning(cell.text) for cell in named)


def leaves_of(rows: Sequence[Row]) -> list[Leaf]:
    leaves = [Leaf(cell.columns, cell.text) for cell in rows[0].cells]
    for row in rows[1:]:
        deeper: list[Leaf] = []
        for leaf in leaves:
            below = [c for c in row.cells if c.text and not c.continued and set(c.columns) & set(leaf.span)]
            deeper += [Leaf(c.columns, c.text, leaf.text) for c in below] or [leaf]
        leaves = deeper
    return leaves
