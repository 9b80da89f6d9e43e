"""Tables as text with a delimiter (CSV, TSV), as spreadsheets export them."""

import csv
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from io import StringIO
from itertools import islice, pairwise

from storage.documents.characters import clean
from storage.documents.errors import Reason, UnreadableFile
from storage.documents.sheet_blocks import TABLE_FROM, Area, Sheet, blocks_of
from storage.documents.text_encoding import decode
from storage.raw_document import RawDocument

_DELIMITERS = "\t;,|"
_LOOKED_AT = 200
_LONGEST_NUMBER = 8
_MAX_CHARACTERS, _MAX_LINES, _MAX_CELLS = 5_000_000, 100_000, 200_000
_NAMED_DELIMITER = "sep="  # Excel's own first line


def read_delimited(data: bytes) -> RawDocument:
    """Raises UnreadableFile: no text, or more cells than any plan has."""
    text = decode(data)
    if len(text) > _MAX_CHARACTERS or max(text.count("\n"), text.count("\r")) > _MAX_LINES:
        raise UnreadableFile(Reason.TOO_LONG)
    first, _, rest = text.partition("\n")
    if first.lower().startswith(_NAMED_DELIMITER):
        text, delimiter = rest, first.rstrip("\r")[len(_NAMED_DELIMITER) :][:1] or "\t"
    else:
        delimiter = _delimiter(text)
    sheet = Sheet("")
    cells = 0
    for number, row in enumerate(_rows(text, delimiter), 1):
        for column, cell in enumerate(row, 1):
            sheet.put(number, column, clean(cell))
        cells += len(row)
        if cells > _MAX_CELLS:
            raise UnreadableFile(Reason.TOO_LONG)
    _merge(sheet)
    return RawDocument(tuple(blocks_of([sheet])), "csv")


def _merge(sheet: Sheet) -> None:
    """Merges again what stood over several columns: a text saves itself there, then empty cells.

    In the header over columns that hold something; below it a row of one text that no column of numbers would hold.
    """
    top = next((n for n, row in sheet.rows.items() if len(row) >= TABLE_FROM), None)
    if top is None:
        return
    header = sorted(sheet.rows[top])
    below = {n: row for n, row in sheet.rows.items() if n > top}
    used = {column for row in below.values() for column in row}
    for column, following in pairwise(header):
        last = max((under for under in used if column < under < following), default=column)
        if last > column:
            sheet.merged.append(Area(top, column, top, last))
    for n, row in below.items():
        if len(row) == 1 and len(row.get(header[0], "")) > _LONGEST_NUMBER:
            sheet.merged.append(Area(n, header[0], n, max(used)))


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    """A quote that is never closed would swallow the file; then quotes are plain signs."""
    try:
        yield from list(csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error:
        yield from csv.reader(StringIO(text, newline=""), delimiter=delimiter, quoting=csv.QUOTE_NONE)


def _delimiter(text: str) -> str:
    """The one that cuts most rows into the same number of cells, the more cells the better."""

    def fits(delimiter: str) -> int:
        widths: Counter[int] = Counter()
        with suppress(csv.Error):  # a quote that is never closed
            for row in islice(csv.reader(StringIO(text, newline=""), delimiter=delimiter), _LOOKED_AT):
                widths[len(row)] += any(row)
        return max(((width - 1) * times for width, times in widths.items()), default=0)

    return max(_DELIMITERS, key=fits)
