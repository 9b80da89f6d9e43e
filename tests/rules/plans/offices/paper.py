"""Plans laid out as offices lay them out: Word papers and Excel sheets built cell by cell, and what a reader should find.

In a row "<" goes on the cell to its left and "^" the cell above it (merged cells); "" is an empty cell.
"""

import calendar
import io
from collections.abc import Sequence
from typing import Any

from docx import Document
from openpyxl import Workbook

Grid = Sequence[Sequence[Any]]


class Paper:
    """A Word file of Decree 30's layout: letterhead, type and subject, text, tables, signature."""

    def __init__(self, issuer: str, place_date: str, number: str = "", superior: str = "") -> None:
        self._document = Document()
        left = "\n".join(line for line in (superior, issuer, number) if line)
        right = f"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n{place_date}"
        self.table([[left, right]])

    def say(self, *paragraphs: str) -> "Paper":
        for text in paragraphs:
            self._document.add_paragraph(text)
        return self

    def table(self, grid: Grid) -> "Paper":
        table = self._document.add_table(len(grid), max(map(len, grid)))
        for (row, column), (last_row, last_column), text in merged_areas(grid):
            cell = table.cell(row, column)
            if (last_row, last_column) != (row, column):
                cell = cell.merge(table.cell(last_row, last_column))
            cell.text = str(text)
        self._document.add_paragraph("")
        return self

    def sign(self, authority: str, post: str, name: str, copies: str = "Nơi nhận:\n- Như trên;\n- Lưu: VT.") -> "Paper":
        self._document.add_paragraph("")
        return self.table([[copies, f"{authority}\n{post}\n\n\n{name}" if authority else f"{post}\n\n\n{name}"]])

    def as_bytes(self) -> bytes:
        out = io.BytesIO()
        self._document.save(out)
        return out.getvalue()


def workbook(*grids: tuple[str, Grid]) -> bytes:
    """An Excel file; each (name, grid) is a sheet."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, grid in grids:
        sheet = book.create_sheet(name)
        for (row, column), (last_row, last_column), value in merged_areas(grid):
            sheet.cell(row + 1, column + 1, None if value == "" else value)
            if (last_row, last_column) != (row, column):
                sheet.merge_cells(
                    start_row=row + 1, start_column=column + 1, end_row=last_row + 1, end_column=last_column + 1
                )
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def merged_areas(grid: Grid) -> list[tuple[tuple[int, int], tuple[int, int], Any]]:
    """(first cell, last cell, what stands in it) of every cell, merged or not."""
    areas: list[tuple[tuple[int, int], tuple[int, int], Any]] = []
    for row, cells in enumerate(grid):
        for column, value in enumerate(cells):
            if value in ("<", "^"):
                continue
            last_column = column
            while last_column + 1 < len(cells) and cells[last_column + 1] == "<":
                last_column += 1
            last_row = row
            while last_row + 1 < len(grid) and column < len(grid[last_row + 1]) and grid[last_row + 1][column] == "^":
                last_row += 1
            areas.append(((row, column), (last_row, last_column), value))
    return areas


def task(
    code: str, title: str, lead: Sequence[str] = (), helps: Sequence[str] = (), when: str = "",
    read: "When | None" = None, **more: Any,
) -> dict[str, Any]:  # fmt: skip
    """A line as it should be read; `read` is kind, start and due. `more` holds product, section, heading and so on."""
    deadline = dict(zip(("kind", "start", "due"), read, strict=True)) if read else None
    return {
        "code": code, "title": title, "lead": list(lead), "coordinate": list(helps), "deadline_text": when,
        "deadline": deadline, "heading": False, **more,
    }  # fmt: skip


When = tuple[str, str | None, str | None]
ONGOING: When = ("ongoing", None, None)
RECURRING: When = ("recurring", None, None)
EXTERNAL: When = ("external", None, None)
RELATIVE: When = ("relative", None, None)


def by(day: str) -> When:
    return "date", None, day


def months(year: int, first: int, last: int | None = None) -> When:
    last = last or first
    return "period", f"{year}-{first:02}-01", f"{year}-{last:02}-{calendar.monthrange(year, last)[1]}"


def quarters(year: int, first: int, last: int | None = None) -> When:
    return months(year, 3 * first - 2, 3 * (last or first))


def plan(tasks: Sequence[dict[str, Any]] = (), **more: Any) -> dict[str, Any]:
    """A whole reading; what is left out is empty."""
    return {
        "number": None, "stated_total": None, "indicators": [], "duties_in_prose": [], "recurring": [], **more,
        "tasks": list(tasks),
    }  # fmt: skip


def duty(
    text: str, unit: str | None, kind: str, start: str | None = None, due: str | None = None, required: bool = True
) -> dict[str, Any]:
    return {
        "text": text, "unit": unit, "required": required, "deadline": {"kind": kind, "start": start, "due": due},
    }  # fmt: skip


def rhythm(text: str, unit: str | None, freq: str, quota: int | None = None, required: bool = True) -> dict[str, Any]:
    return {"text": text, "unit": unit, "freq": freq, "quota": quota, "required": required}
