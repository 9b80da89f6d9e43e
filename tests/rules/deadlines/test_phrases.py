"""Every phrase of the tables is read as labelled, however it is typed, and no date is made up."""

import time
import unicodedata
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from jobs.rules.deadlines.model import Deadline
from jobs.rules.deadlines.read import read_deadline
from jobs.rules.working_days import WEEKENDS_ONLY
from tests.rules.deadlines import (
    phrases_dated,
    phrases_more,
    phrases_ordinary,
    phrases_recurring,
    phrases_undated,
)
from tests.rules.deadlines.tables import Phrase, rows

_MODULES = (phrases_dated, phrases_recurring, phrases_undated, phrases_more, phrases_ordinary)
_TABLES = [(name, getattr(module, name)) for module in _MODULES for name in sorted(vars(module)) if name.isupper()]
ROWS = [row for _, table in _TABLES for row in rows(table)]
NO_DEADLINE = ("none", "unspecified", "external")


def read(phrase: str, on: str) -> Deadline:
    return read_deadline(phrase, date.fromisoformat(on), WEEKENDS_ONLY)


def said(deadline: Deadline) -> tuple[object, ...]:
    """What counts of a reading, apart from the words it was read from."""
    return deadline.kind, deadline.start, deadline.due, deadline.recurrence, [m.due for m in deadline.milestones]


@pytest.mark.parametrize("table", [pytest.param(table, id=name) for name, table in _TABLES])
def test_phrases_are_read_as_labelled(table: str) -> None:
    wrong = {row.text: got for row in rows(table) if not is_as_labelled(row, got := read(row.text, row.on).as_json())}
    assert not wrong


def is_as_labelled(row: Phrase, got: dict[str, Any]) -> bool:
    kinds = NO_DEADLINE if row.kind == "undated" else (row.kind,)
    days = tuple(milestone["due"] for milestone in got["milestones"])
    read_as = (got["start"], got["due"], got["recurrence"], days)
    return got["kind"] in kinds and read_as == (row.start, row.due, row.recurrence, row.milestones)


@pytest.mark.parametrize(
    "typed",
    [
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: text.replace(" ", "\xa0"),
        lambda text: text.replace(" ", " \n"),
        lambda text: f"  {text} ",
        lambda text: text.replace("-", "–"),
    ],
    ids=["decomposed", "hard spaces", "broken lines", "blanks around", "long dashes"],
)
def test_how_a_phrase_is_typed_changes_nothing(typed: Callable[[str], str]) -> None:
    different = [row.text for row in ROWS if said(read(typed(row.text), row.on)) != said(read(row.text, row.on))]
    assert not different


def test_capitals_change_nothing() -> None:
    different = [row.text for row in ROWS if said(read(row.text.upper(), row.on)) != said(read(row.text, row.on))]
    assert not different


def test_no_date_is_made_up() -> None:
    undated = [row for row in ROWS if row.kind in ("relative", "undated", *NO_DEADLINE)]
    assert len(undated) > 150
    for row in undated:
        got = read(row.text, row.on)
        assert (got.start, got.due, got.milestones) == (None, None, ()), row.text


def test_every_reading_survives_being_stored() -> None:
    for row in ROWS:
        got = read(row.text, row.on)
        assert Deadline.from_json(got.as_json(complete=True)) == got


@pytest.mark.parametrize(
    "text",
    [
        "trước ngày " * 3000,
        "1/" * 8000,
        "từ ngày 1 đến ngày " * 1500,
        "Quý I, II, III và IV " * 1500,
        "Kế hoạch " + "số 12/KH-UBND ngày 1/1/2025 " * 1200,
        "a " * 20000,
        "((((" * 4000 + "tháng 12",
        "không " * 8000 + "hơn năm",
    ],
    ids=range(8),
)
def test_a_long_hostile_cell_is_read_in_time(text: str) -> None:
    begun = time.process_time()
    read(text, "2025-10-06")
    assert time.process_time() - begun < 20
