"""A table whose cells a page prints one after another: what is known of it, its lines cut where cells may begin, its rows."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from jobs.rules.plans.columns import Column
from jobs.rules.plans.flat_cells import Known, begins_unit, is_open, may_begin_inside, starts_bullet, starts_low
from jobs.rules.plans.flat_widths import had_room, too_wide
from jobs.rules.text import fold

UNITS = (Column.LEAD, Column.COORDINATE)
_CUT = re.compile(r" (?=[-+] ?[A-ZĐÀ-Ỹ\d“]|\w|“)")


@dataclass
class FlatRow:
    """Lines by column; `alone`: the title stands in no column of its own."""

    cells: dict[Column, list[str]] = field(default_factory=dict)
    alone: bool = False


@dataclass(frozen=True)
class Layout:
    """What is known of the table: its data columns in order and cells met before; where known, how wide a column is
    at least (`widths`) and at most (`limits`)."""

    columns: tuple[Column, ...]
    widths: dict[Column, float] = field(default_factory=dict)
    limits: dict[Column, float] = field(default_factory=dict)
    known: Known = field(default_factory=Known)


def pieces_of(lines: Sequence[str], layout: Layout, cut: bool) -> tuple[list[str], list[bool]]:
    """Lines, cut where another cell may begin inside; and for each piece whether it begins inside a line."""
    pieces: list[str] = []
    inside: list[bool] = []
    limit = layout.limits.get(Column.TITLE, 0.0)
    for n, line in enumerate(lines):
        start, after = 0, lines[n + 1] if n + 1 < len(lines) else ""
        crowded = not n and bool(limit) and too_wide(line, limit) and not line.isupper()
        for found in _CUT.finditer(line):
            left, rest = line[start : found.start()], line[found.end() :]
            if starts_low(rest):
                begins = cut and left[-1:] in ".;…"
            else:
                begins = (
                    crowded or left[-1:].isdigit() or layout.known.is_cell(left) or may_begin_inside(f"{rest} {after}")
                )
            if begins and (left[-1:].isalnum() or left[-1:] in ".;)”%…") and not is_open(left):
                pieces.append(left)
                inside.append(start > 0)
                start = found.end()
        pieces.append(line[start:])
        inside.append(start > 0)
    return pieces, inside


def cuts_inside(line: str, layout: Layout) -> int:
    """How many cells may begin inside the line."""
    return len(pieces_of([line], layout, False)[0]) - 1


def joined(lines: Sequence[str], column: Column, limit: float) -> str:
    """The text of a cell: lines of one paragraph with a space between, paragraphs on lines of their own."""
    text = ""
    for n, line in enumerate(lines):
        if not text:
            text = line
            continue
        before = lines[n - 1]
        ended = limit and had_room(before, line, limit) and not starts_low(line) and not is_open(before)
        new = starts_bullet(line) and not is_open(before) and (column not in UNITS or begins_unit(line))
        text += ("\n" if new or (ended and not fold(line)[:1].isdigit()) else " ") + line
    return text
