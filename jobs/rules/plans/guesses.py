"""Columns whose header says nothing known, by what stands in them."""

import re
from collections.abc import Callable, Sequence

from jobs.rules.plans.headers import Column, Leaf
from jobs.rules.plans.units import starts_unit
from jobs.rules.text import fold, tidy
from storage.raw_document import Row

_TIME = re.compile(
    r"(?:.{0,25}\b)?(?:quy [ivx\d]|thang \d|ngay \d|\d{1,2}[/.-]\d{1,2}|t\d{1,2}\b|q[1-4]\b|nam 20\d\d|20\d\d$|6 thang|ca nam|"
    r"(?:hang|moi) (?:ngay|tuan|thang|quy|nam)|thuong xuyen|dinh ky).{0,40}"
)
_CITED = re.compile(r"\d+/[a-z\d]+-|\bso \d")
_ENOUGH = 2  # cells that must speak for a guess

Spans = dict[Column, list[range]]


def guess_columns(rows: Sequence[Row], spans: Spans, headers: dict[Column, str], unnamed: list[Leaf]) -> list[str]:
    """Adds to `spans` and `headers` the meanings that no header gave, taking them from `unnamed`; doubts in Vietnamese."""
    doubts: list[str] = []
    if Column.TITLE not in spans and unnamed:
        title = max(unnamed, key=lambda leaf: sum(map(len, _texts(rows, leaf))))
        spans[Column.TITLE] = [title.span]
        unnamed.remove(title)
        doubts.append("Không thấy tên cột nhiệm vụ; đã lấy cột có nhiều chữ nhất.")
    if not spans.keys() & {Column.LEAD, Column.ASSIGNED}:
        doubts += _guess(Column.ASSIGNED, starts_unit, rows, spans, headers, unnamed)
    if Column.DEADLINE not in spans:
        doubts += _guess(Column.DEADLINE, _says_when, rows, spans, headers, unnamed)
    return doubts


def _guess(
    column: Column,
    fits: Callable[[str], bool],
    rows: Sequence[Row],
    spans: Spans,
    headers: dict[Column, str],
    unnamed: list[Leaf],
) -> list[str]:
    for leaf in unnamed:
        found = _texts(rows, leaf)
        if len(found) >= _ENOUGH and sum(map(fits, found)) * 2 > len(found):
            spans[column], headers[column] = [leaf.span], leaf.text
            unnamed.remove(leaf)
            called = "đơn vị thực hiện" if column is Column.ASSIGNED else "thời hạn"
            return [f"Cột “{tidy(leaf.text)}” được hiểu là {called}."] if leaf.text else []
    return []


def _says_when(text: str) -> bool:
    folded = fold(text)
    return bool(_TIME.fullmatch(folded)) and not _CITED.search(folded)


def _texts(rows: Sequence[Row], leaf: Leaf) -> list[str]:
    return [cell.text for row in rows for cell in row.cells if cell.text and cell.columns == leaf.span]
