"""Headings printed above tables, where a plan gives each of its tables a part of its own."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from jobs.rules.plans.columns import Column, Columns, read_columns
from jobs.rules.plans.parties import only_unit
from jobs.rules.plans.sections import label_of
from jobs.rules.text import fold, tidy
from storage.raw_document import Paragraph, RawDocument, Table

_HEADING = re.compile(r"(?:Phần |Mục )?([A-ZĐ]|[IVX]+|\d{1,2}(?:\.\d{1,2})*)\s*[.)/:-]\s*(\S.{2,200})")
_UNIT = re.compile(r"^(?:đơn vị|phòng, ban|bộ phận|cơ quan)(?: chủ trì| thực hiện)?\s*:\s*", re.I)
_ANNEX = re.compile(r"(?:phu luc|bieu|bang|mau)(?: so)? ([ivx]+|\d{1,2})\W*")


def table_headings(document: RawDocument) -> dict[int, tuple[str, str]]:
    """By `id` of the table (label, text) of the heading above it; empty unless several tables begin to number anew.

    A single table, or one cut over pages, has its sections in its rows and needs no heading.
    """
    found = [(table, columns, heading) for table, columns, heading in _plan_tables(document) if heading]
    firsts = Counter(_first_label(table, columns) for table, columns, _ in found)
    if len({heading for _, _, heading in found}) < 2 or max(firsts.values()) < 2:
        return {}
    return {id(table): heading for table, _, heading in found if heading}


def _plan_tables(document: RawDocument) -> Iterator[tuple[Table, Columns, tuple[str, str] | None]]:
    above: list[str] = []
    last: Columns | None = None
    for block in document.blocks:
        if isinstance(block, Paragraph):
            above += [tidy(block.text)] if block.text.strip() else []
            continue
        columns, heading = read_columns(block), _heading(above)
        if columns:
            yield block, columns, heading
        elif last and heading and block.width == last.width:
            yield block, replace(last, header_rows=0), heading
        last, above = columns or last, []


def _heading(above: list[str]) -> tuple[str, str] | None:
    """Of the last three lines above a table."""
    for n, text in reversed(list(enumerate(above[-3:]))):
        annex = _ANNEX.fullmatch(fold(text))
        if annex and above[-3:][n + 1 :]:
            return annex[1].upper(), above[-3:][n + 1]
        labelled = _HEADING.fullmatch(text)
        if labelled and not text.endswith((";", ".")):
            return labelled[1], labelled[2].rstrip(" :")
        unit = _UNIT.sub("", text)
        if only_unit(unit):
            return "", unit
    return None


def _first_label(table: Table, columns: Columns) -> str:
    for row in table.rows[columns.header_rows :]:
        for cell in columns.cells(row, Column.NUMBER):
            if label_of(cell.text):
                return label_of(cell.text)
    return ""
