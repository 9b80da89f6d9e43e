"""Tables whose cells are cut by tabs or pipes: headers repeated with other widths, cells missing, rows shifted."""

import re
from collections.abc import Sequence

from jobs.rules.plans.columns import read_columns
from jobs.rules.plans.flat_cells import may_begin_inside, starts_bullet
from jobs.rules.plans.flat_header import Header, read_header
from jobs.rules.plans.sections import label_of
from jobs.rules.text import tidy
from storage.raw_document import Cell, Row, Table

_MOST_NUMBERS = 2  # a running number and the row's own


def aligned(table: Table) -> list[Table]:
    """The table with every row put under the header it follows, cut where a header names other columns; one without
    a header as it is."""
    found: list[Table] = []
    rows: list[Row] = []
    header: Header | None = None
    for row in table.rows:
        new = _header_of(row)
        if new and header and new.meanings != header.meanings:
            found.append(Table(tuple(rows), table.place))
            rows = []
        header = new or header
        rows.append(_header_row(new, row) if new else _under(row, header) if header else row)
    return [*found, Table(tuple(rows), table.place)]


def _texts(row: Row) -> list[str]:
    return [cell.text for cell in row.cells]


def _header_of(row: Row) -> Header | None:
    texts = [tidy(text) for text in _texts(row)]
    while texts and not texts[-1]:
        texts.pop()
    names = texts[:1] + texts[1:2] * bool(texts[1:2] and texts[1]) + texts[2:]
    if len(names) < 3 or not all(names) or read_columns(Table((row,))) is None:
        return None
    return read_header(names, cut=True)


def _header_row(header: Header, row: Row) -> Row:
    number = Cell(header.names[0], 0, _MOST_NUMBERS)
    rest = (Cell(name, n) for n, name in enumerate(header.names[1:], _MOST_NUMBERS))
    return Row((number, *rest), row.place)


def _under(row: Row, header: Header) -> Row:
    """Numbers, then one cell a column. A text alone in the row stands across it."""
    texts = _texts(row)
    width = len(header.names) - 1
    filled = [text for text in texts if text]
    if len(filled) == 1 and not label_of(filled[0]) and texts[0]:
        return Row((Cell(filled[0], 0, width + _MOST_NUMBERS),), row.place)
    numbers, data = _split(texts, width)
    numbers = ([""] * _MOST_NUMBERS + numbers)[-_MOST_NUMBERS:]
    if numbers[0] and not numbers[1] and not numbers[0].isdigit():
        numbers.reverse()  # a section's letter, printed over both columns
    while len(data) > width and not data[-1]:
        data.pop()
    if len(data) > width:
        data = [*data[: width - 1], "\n".join(text for text in data[width - 1 :] if text)]
    cells = [Cell(text, n) for n, text in enumerate([*numbers, *map(_listed, data)])]
    return Row(tuple(cells), row.place)


def _split(texts: Sequence[str], width: int) -> tuple[list[str], list[str]]:
    """The cells before the columns of words, at most two and only numbers or nothing, and the others."""
    extra = max(0, min(_MOST_NUMBERS, len(texts) - width))
    while extra < _MOST_NUMBERS and extra + 1 < len(texts) and label_of(texts[extra]) and texts[extra + 1]:
        extra += 1
    numbers = list(texts[:extra])
    if not all(not text or label_of(text) for text in numbers):
        at = next(n for n, text in enumerate(numbers) if text and not label_of(text))
        return numbers[:at], list(texts[at:])
    return numbers, list(texts[extra:])


def _listed(text: str) -> str:
    """A list that was put on one line, "- Kế hoạch - Báo cáo", line by line again."""
    if not starts_bullet(text):
        return text
    return re.sub(
        r"\s+(-\s?)(?=(\S.{0,60}))", lambda found: f"\n{found[1]}" if may_begin_inside(found[2]) else found[0], text
    )
