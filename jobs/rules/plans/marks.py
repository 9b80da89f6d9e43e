"""Columns in which rows are only marked: a calendar ("T1" … "T12", "Quý I" … "Quý IV") and units side by side ("X", "PH")."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from jobs.rules.plans.headers import Column, Leaf, is_time_unit, meaning
from jobs.rules.plans.units import starts_unit
from jobs.rules.text import fold, tidy
from storage.raw_document import Cell, Row

_TICK = re.compile(r"[xX✓✔√☑+*v●■▲]")
_HELPS = {"ph", "p", "p/h", "phoi hop", "o", "○", "△"}
_LEADS = {"ct", "c", "c/t", "chu tri", "th", "thuc hien", "dau moi"}
_LONG_MARKS = {mark for mark in _HELPS | _LEADS if len(mark) > 1}
_FEW = 3  # fewer columns named after months or quarters are no calendar unless a header above says so
_MONTH = re.compile(r"(?:thang|t)?\s?0?(\d{1,2})(?:\s?[/.-]\s?(20\d\d))?")
_WHO = (Column.ASSIGNED, Column.LEAD, Column.COORDINATE)


@dataclass(frozen=True)
class UnitMatrix:
    """A column for each unit. `helps`: the marks of those that only coordinate."""

    leaves: tuple[Leaf, ...]
    helps: frozenset[str]

    def parties(self, row: Row) -> tuple[str, str]:
        """Units that lead and units that coordinate, each list as a lead or a coordinating column would print it."""
        found = [(leaf, cell.text.strip()) for leaf in self.leaves for cell in _cells(row, [leaf]) if cell.text]
        helpers = [leaf for leaf, mark in found if _helps(leaf) or mark in self.helps or fold(mark) in _HELPS]
        leads = [leaf for leaf, _ in found if leaf not in helpers]
        return _names(leads), _names(helpers)


def _names(leaves: Iterable[Leaf]) -> str:
    return "; ".join(tidy(leaf.text) for leaf in leaves)


def _helps(leaf: Leaf) -> bool:
    return bool(leaf.group) and meaning(leaf.group) is Column.COORDINATE


def calendar(leaves: Sequence[Leaf], rows: Sequence[Row]) -> tuple[Leaf, ...]:
    """Months or quarters under "Thời gian", or anywhere when the rows hold nothing but ticks below them."""
    named = [leaf for leaf in leaves if is_time_unit(leaf.text)]
    under = [leaf for leaf in named if leaf.group and meaning(leaf.group) is Column.DEADLINE]
    if len(under) > 1:
        return tuple(under)
    free = [leaf for leaf in named if leaf.group or not leaf.text.strip().isdigit()]
    texts = _texts(rows, free)
    return tuple(free) if len(free) >= _FEW and texts and all(map(_TICK.fullmatch, texts)) else ()


def unit_matrix(leaves: Sequence[Leaf], rows: Sequence[Row]) -> UnitMatrix | None:
    """Units under "Đơn vị thực hiện", or headers that are units' names, with nothing but marks below them."""
    named = [leaf for leaf in leaves if _may_be_unit(leaf, set(_texts(rows, [leaf])))]
    marks = [leaf for leaf in named if (texts := _texts(rows, [leaf])) and all(map(_is_mark, texts))]
    used = set(_texts(rows, marks))
    if len(marks) < 2:
        return None
    empty = [leaf for leaf in named if leaf.text and not _texts(rows, [leaf])]
    both = {"X", "x"} <= used and not any(fold(mark) in _HELPS for mark in used)
    return UnitMatrix((*marks, *empty), frozenset({"x"} if both else ()))


def _may_be_unit(leaf: Leaf, marks: set[str]) -> bool:
    """Anything under "Phân công", a unit's name, or a name of any kind over marks that say who leads and helps."""
    if leaf.group:
        return meaning(leaf.group) in _WHO
    says_role = bool(marks) and {fold(mark) for mark in marks} <= _LONG_MARKS
    return _is_name(leaf.text) or (says_role and not meaning(leaf.text))


def _is_name(text: str) -> bool:
    return starts_unit(text) and not (meaning(text) or fold(text) in ("don vi", "co quan"))


def _is_mark(text: str) -> bool:
    return bool(_TICK.fullmatch(text)) or fold(text) in _HELPS | _LEADS


def ticked(leaves: Sequence[Leaf], row: Row) -> str:
    """The calendar columns that are ticked, as one phrase: "Tháng 3, 4", "Quý II: 50%; Quý IV: 100%"."""
    found = [(leaf, cell) for leaf in leaves for cell in _cells(row, leaves) if set(leaf.span) <= set(cell.columns)]
    found = [(leaf, cell) for leaf, cell in found if cell.text]
    if not found or not all(_TICK.fullmatch(cell.text.strip()) for _, cell in found):
        return "; ".join(f"{tidy(leaf.text)}: {cell.text}" for leaf, cell in found)
    return _months([leaf for leaf, _ in found]) or ", ".join(tidy(leaf.text) for leaf, _ in found)


def _months(leaves: Sequence[Leaf]) -> str:
    """ "Tháng 9, 10/2025, tháng 1/2026"; "" when the columns are no months."""
    months: list[tuple[str, str]] = []
    for leaf in leaves:
        found = _MONTH.fullmatch(fold(leaf.text).strip(" ."))
        if not found:
            return ""
        of_group = re.search(r"20\d\d", leaf.group)
        months.append((found[2] or (of_group[0] if of_group else ""), found[1]))
    years = groupby(months, key=lambda month: month[0])
    parts = [", ".join(month for _, month in group) + (f"/{year}" if year else "") for year, group in years]
    return f"Tháng {', tháng '.join(parts)}"


def _cells(row: Row, leaves: Sequence[Leaf]) -> list[Cell]:
    """The row's own cells that lie wholly under these headers."""
    columns = {column for leaf in leaves for column in leaf.span}
    return [cell for cell in row.cells if set(cell.columns) <= columns]


def _texts(rows: Sequence[Row], leaves: Sequence[Leaf]) -> list[str]:
    return [cell.text.strip() for row in rows for cell in _cells(row, leaves) if cell.text]
