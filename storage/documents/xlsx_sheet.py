"""One sheet of an Excel file: its texts as they are shown, its merged areas, and what is hidden or was never computed.

openpyxl would fill every gap up to a stray cell in the last row, and when it streams it knows neither merged areas nor
hidden rows nor formulas; so only its tables of columns, dates and formats are used.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from openpyxl.utils.cell import column_index_from_string, get_column_letter, range_boundaries
from openpyxl.utils.escape import unescape

from storage.documents.characters import clean
from storage.documents.errors import Reason, UnreadableFile
from storage.documents.sheet_blocks import Area, Sheet
from storage.documents.xlsx_numbers import shown

_MAX_CELLS = 150_000
_LAST_ROW, _LAST_COLUMN = 2**20, 2**14


@dataclass(frozen=True)
class Book:
    """What the sheets of a book share: texts by number, number formats by style, the day that counts as 0."""

    strings: Sequence[str]
    formats: Sequence[str]
    epoch: datetime


class StringsWalk:
    """Handler for the shared strings; their phonetic readings are left out."""

    def __init__(self) -> None:
        self.strings: list[str] = []
        self._pieces: list[str] = []
        self._taken = False
        self._phonetic = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._taken = name == "t" and not self._phonetic
        self._phonetic = self._phonetic or name == "rPh"

    def text(self, piece: str) -> None:
        if self._taken:
            self._pieces.append(piece)

    def end(self, name: str) -> None:
        self._taken = False
        if name == "rPh":
            self._phonetic = False
        elif name == "si":
            self.strings.append(clean(unescape("".join(self._pieces))))
            self._pieces.clear()


@dataclass
class SheetWalk:
    """Handler that fills `sheet`."""

    sheet: Sheet
    book: Book

    def __post_init__(self) -> None:
        self._row = self._column = self._cells = 0
        self._row_hidden = self._formula = self._phonetic = False
        self._type = self._style = ""
        self._piece: list[str] = []
        self._value: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._piece.clear()
        if name == "c":
            self._begin_cell(attributes)
        elif name == "f":
            self._formula = True
        elif name == "rPh":
            self._phonetic = True
        elif name == "row":
            self._row = int(attributes.get("r", self._row + 1))
            self._column = 0
            self._row_hidden = attributes.get("hidden") in ("1", "true")
        elif name == "mergeCell":
            left, top, right, bottom = range_boundaries(attributes["ref"])
            self.sheet.merged.append(Area(top or 1, left or 1, bottom or _LAST_ROW, right or _LAST_COLUMN))
        elif name == "col" and attributes.get("hidden") in ("1", "true"):
            self.sheet.hidden_columns.append(range(int(attributes["min"]), int(attributes["max"]) + 1))

    def text(self, piece: str) -> None:
        self._piece.append(piece)

    def end(self, name: str) -> None:
        if name == "v" or (name == "t" and not self._phonetic):
            self._value += self._piece
        elif name == "rPh":
            self._phonetic = False
        elif name == "c" and (self._value or self._formula):
            self._end_cell()
        elif name == "row" and self._row_hidden and self._row in self.sheet.rows:
            self.sheet.hidden_rows.append(self._row)

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        letters = attributes.get("r", "").rstrip("0123456789")
        self._column = column_index_from_string(letters) if letters else self._column + 1
        self._type, self._style = attributes.get("t", "n"), attributes.get("s", "0")
        self._formula = False
        self._value.clear()

    def _end_cell(self) -> None:
        self._cells += 1
        if self._cells > _MAX_CELLS:
            raise UnreadableFile(Reason.TOO_LONG)
        value = "".join(self._value)
        if self._type == "e":
            self.sheet.errors.append(self._name)
        elif value:
            self.sheet.put(self._row, self._column, self._shown(value))
        elif self._formula and self._type != "str":
            self.sheet.without_value.append(self._name)

    @property
    def _name(self) -> str:
        return f"{get_column_letter(self._column)}{self._row}"

    def _shown(self, value: str) -> str:
        if self._type == "s":
            return self.book.strings[int(value)]
        if self._type == "n":
            return self._number(value)
        if self._type == "b":
            return "TRUE" if value == "1" else "FALSE"
        if self._type == "d":
            return f"{datetime.fromisoformat(value):%d/%m/%Y}"
        return clean(unescape(value))

    def _number(self, value: str) -> str:
        style = int(self._style)
        form = self.book.formats[style] if style < len(self.book.formats) else "General"
        if form == "General" and value.isdecimal():
            return value
        try:
            return shown(value, form, self.book.epoch)
        except (ValueError, ArithmeticError):
            return clean(value)
