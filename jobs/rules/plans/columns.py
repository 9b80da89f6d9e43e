"""Which column of a table holds what: by the words of its header, in any order, over one or two header rows."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from jobs.rules.plans.units import starts_unit
from jobs.rules.text import fold
from storage.raw_document import Cell, Row, Table


class Column(StrEnum):
    NUMBER = "number"
    TITLE = "title"
    LEAD = "lead"
    COORDINATE = "coordinate"
    ASSIGNED = "assigned"  # who leads and who coordinates in one column
    DEADLINE = "deadline"
    PRODUCT = "product"
    TARGET = "target"
    BASIS = "basis"
    NOTE = "note"


# First match wins, so narrow words stand before wide ones ("thời gian thực hiện" before "thực hiện").
_WORDS: tuple[tuple[Column, str], ...] = (
    (Column.NUMBER, r"^(?:stt|tt|so tt|so thu tu|s\.?t\.?t\.?|muc|so|ma so|ma)$"),
    (Column.NOTE, r"^ghi chu|^luu y|^don vi tinh|^dvt$|^kinh phi|^du toan|^tinh trang|^nguyen nhan|^de xuat"),
    (Column.BASIS, r"^can cu|^co so phap ly"),
    (
        Column.DEADLINE,
        r"\btien do\b|\bthoi (?:gian|han|diem)\b|\bky han\b|\blo trinh\b|\bhan\b|\bngay hoan thanh|^hoan thanh$|\bmoc\b",
    ),
    (Column.ASSIGNED, r"chu tri.*phoi hop|phan cong|trach nhiem"),
    (Column.COORDINATE, r"phoi hop|tham gia|co quan lien quan|don vi lien quan"),
    (Column.LEAD, r"chu tri|dau moi|phu trach chinh"),
    (
        Column.TARGET,
        r"^chi tieu (?:nam|giao|phan dau|ke hoach)|^chi tieu.*%|^ty le|^muc tieu (?:nam|phan dau)|^ke hoach nam|^chi tieu$",
    ),
    (Column.TITLE, r"nhiem vu|cong viec|^noi dung|dau viec|^viec|hoat dong|giai phap|ten chi tieu|^tieu chi|^chi so"),
    (Column.PRODUCT, r"san pham|ket qua|dau ra|yeu cau can dat|muc tieu|minh chung|tai lieu|hinh thuc"),
    (Column.ASSIGNED, r"thuc hien|phu trach|co quan|don vi|phong ban|bo phan|nguoi|to chuc"),
    (Column.TITLE, r"noi dung|chi tieu"),
)
_UNTIL_HERE = 4  # a header never starts below the fourth row of a table
_NUMBERS_ROW = re.compile(r"[\(\[]?\s*(?:\d{1,2}|[a-h])\s*[\)\]]?(?:\s*=.*)?")


@dataclass(frozen=True)
class Columns:
    """Grid columns of each meaning. `header_rows`: how many rows at the top are no data; `doubts` in Vietnamese."""

    spans: dict[Column, tuple[range, ...]]
    header_rows: int
    header_text: str = ""
    doubts: tuple[str, ...] = ()
    headers: dict[Column, str] = field(default_factory=dict)

    def has(self, *columns: Column) -> bool:
        return any(column in self.spans for column in columns)

    def cells(self, row: Row, column: Column) -> list[Cell]:
        """Cells that begin inside the column, or lie over it."""
        spans = self.spans.get(column, ())
        return [cell for cell in row.cells if any(set(cell.columns) & set(span) for span in spans)]

    def text(self, row: Row, column: Column) -> str:
        seen = dict.fromkeys(cell.text for cell in self.cells(row, column) if cell.text)
        return "\n".join(seen)

    @property
    def is_plan(self) -> bool:
        data = (Column.LEAD, Column.ASSIGNED, Column.DEADLINE, Column.PRODUCT, Column.TARGET)
        return self.has(Column.TITLE) and self.has(*data)

    @property
    def is_indicators(self) -> bool:
        return self.is_plan and self.has(Column.TARGET) and not self.has(Column.DEADLINE, Column.PRODUCT)


def read_columns(table: Table) -> Columns | None:
    """The columns of a plan's table, or None for any other table."""
    best: Columns | None = None
    for n, row in enumerate(table.rows[:_UNTIL_HERE]):
        found = _columns_at(table, n)
        if found and found.is_plan and (best is None or len(found.spans) > len(best.spans)):
            best = found
        if best and len([cell for cell in row.cells if cell.text]) > 2 and not found:
            break
    return best


def is_header_again(row: Row, columns: Columns) -> bool:
    """A header repeated on a new page, or the row (1) (2) (3) under it."""
    texts = [cell.text for cell in row.cells if cell.text]
    if fold(" ".join(texts)) == columns.header_text:
        return True
    known = [_meaning(text) for text in texts if len(text) < 60]
    if len(texts) > 2 and len([meaning for meaning in known if meaning]) == len(texts) and _is_number_head(texts[0]):
        return True
    numbers = [_NUMBERS_ROW.fullmatch(text) for text in texts]
    return len(texts) > 2 and all(numbers)


def _is_number_head(text: str) -> bool:
    return _meaning(text) is Column.NUMBER


def _columns_at(table: Table, n: int) -> Columns | None:
    rows = _header_rows(table, n)
    leaves = _leaves(rows)
    spans: dict[Column, list[range]] = {}
    headers: dict[Column, str] = {}
    unnamed: list[range] = []
    for span, text, group in leaves:
        meaning = _meaning(text) if text else None
        meaning = _refined(meaning, group)
        if meaning is Column.TARGET and fold(headers.get(meaning, "")) == "chi tieu" and Column.TITLE not in spans:
            spans[Column.TITLE] = spans.pop(
                meaning
            )  # "Chỉ tiêu | … | Kế hoạch năm": the first names, the second counts
        if meaning is None or (meaning in spans and meaning not in (Column.NUMBER, Column.NOTE)):
            unnamed.append(span)
            continue
        spans.setdefault(meaning, []).append(span)
        headers[meaning] = text
    if Column.TITLE not in spans and Column.TARGET in spans and re.search(r"^chi tieu$", fold(headers[Column.TARGET])):
        spans[Column.TITLE] = spans.pop(Column.TARGET)
    if len(spans) < 2:
        return None
    first_data = n + len(rows)
    doubts = _guess(table.rows[first_data:], spans, unnamed) if Column.TITLE not in spans else []
    shape = {meaning: tuple(found) for meaning, found in spans.items()}
    header = fold(" ".join(cell.text for cell in rows[0].cells if cell.text))
    return Columns(shape, first_data, header, tuple(doubts), headers)


def _header_rows(table: Table, n: int) -> list[Row]:
    """The header row and, where it has merged cells above others, the rows that name the parts."""
    rows = [table.rows[n]]
    for row in table.rows[n + 1 : n + 3]:
        split = any(cell.continued for cell in row.cells) or _splits_group(rows[0], row)
        named = [cell for cell in row.cells if cell.text and not cell.continued]
        if not split or not named or any(_meaning(cell.text) is None or len(cell.text) > 50 for cell in named):
            break
        rows.append(row)
    return rows


def _splits_group(header: Row, row: Row) -> bool:
    wide = [cell for cell in header.cells if cell.column_span > 1 and cell.text]
    first = row.cells[0].text if row.cells else ""
    return bool(wide) and not first and not re.search(r"\d", row.text)


def _leaves(rows: list[Row]) -> list[tuple[range, str, str]]:
    """(grid columns, header, header of the group above it)."""
    leaves = [(cell.columns, cell.text, "") for cell in rows[0].cells]
    for row in rows[1:]:
        deeper: list[tuple[range, str, str]] = []
        for span, text, group in leaves:
            below = [c for c in row.cells if c.text and not c.continued and set(c.columns) & set(span)]
            deeper += [(c.columns, c.text, text) for c in below] or [(span, text, group)]
        leaves = deeper
    return leaves


def _meaning(text: str) -> Column | None:
    folded = fold(text).strip(" .:*")
    if not folded or len(folded) > 90:
        return None
    return next((column for column, words in _WORDS if re.search(words, folded)), None)


def _refined(meaning: Column | None, group: str) -> Column | None:
    """Under "Phân công" a column "Thực hiện" or "Đơn vị" leads."""
    if meaning is Column.ASSIGNED and group and _meaning(group) is Column.ASSIGNED:
        return Column.LEAD
    return meaning


def _guess(rows: Sequence[Row], spans: dict[Column, list[range]], unnamed: list[range]) -> list[str]:
    """Without a title header, the longest unnamed column is the title; one full of units says who."""

    def texts(span: range) -> list[str]:
        return [cell.text for row in rows for cell in row.cells if cell.text and cell.columns == span]

    left = list(unnamed)
    if not left:
        return []
    title = max(left, key=lambda span: sum(map(len, texts(span))))
    spans[Column.TITLE] = [title]
    left.remove(title)
    for span in left:
        found = texts(span)
        if (
            found
            and not spans.keys() & {Column.LEAD, Column.ASSIGNED}
            and sum(map(starts_unit, found)) * 2 > len(found)
        ):
            spans[Column.ASSIGNED] = [span]
    return ["Không thấy tên cột nhiệm vụ; đã lấy cột có nhiều chữ nhất."]
