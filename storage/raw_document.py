"""A file as rows and paragraphs, before anything is understood. Standard library only, so that rules may use it."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Paragraph:
    """`place` is for people: "đoạn 31"."""

    text: str
    place: str = ""
    bold: bool = False
    style: str = ""


@dataclass(frozen=True)
class Cell:
    """`column` is the first grid column, counted from 0. A `continued` cell belongs to one above and repeats its text."""

    text: str
    column: int
    column_span: int = 1
    continued: bool = False

    @property
    def columns(self) -> range:
        return range(self.column, self.column + self.column_span)


@dataclass(frozen=True)
class Row:
    """`place` is for people: "Bảng 2, dòng 14"."""

    cells: tuple[Cell, ...]
    place: str = ""

    @property
    def text(self) -> str:
        """What stands in this row itself, cells joined by " | "."""
        return " | ".join(cell.text for cell in self.cells if cell.text and not cell.continued)


@dataclass(frozen=True)
class Table:
    rows: tuple[Row, ...]
    place: str = ""

    @property
    def width(self) -> int:
        """Number of grid columns."""
        return max((cell.columns.stop for row in self.rows for cell in row.cells), default=0)


@dataclass(frozen=True)
class RawDocument:
    """`kind`: "docx" or "xlsx". `warnings`: what the file holds that could not be read, in Vietnamese.

    `margins`: lines of page headers, footers and watermarks, as far as the format tells them apart.
    """

    blocks: tuple[Paragraph | Table, ...]
    kind: str
    warnings: tuple[str, ...] = ()
    margins: tuple[str, ...] = ()

    @property
    def paragraphs(self) -> Iterator[Paragraph]:
        return (block for block in self.blocks if isinstance(block, Paragraph))

    @property
    def tables(self) -> Iterator[Table]:
        return (block for block in self.blocks if isinstance(block, Table))
