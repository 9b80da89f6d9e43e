"""How long reading takes, as ratios to what the libraries need for the same bytes."""

import time
from collections.abc import Callable
from importlib.resources import files
from io import BytesIO
from statistics import median

import pytest
from docx import Document

from bot.commands.known_office import demo_directory
from bot.understanding.read import read_message
from jobs.rules.plans.reader import read_plan
from jobs.rules.working_days import WEEKENDS_ONLY
from storage.documents.reader import read_document
from tests.benchmarks.figures import Figures
from tests.bot.understanding.test_read_message import ON, rows

PLAN = files("bot.demo_data").joinpath("plan-002.docx").read_bytes()


def seconds(do: Callable[[], object], times: int = 5) -> float:
    """The median of several runs."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        do()
        taken.append(time.perf_counter() - start)
    return median(taken)


def every_cell() -> list[str]:
    return [cell.text for table in Document(BytesIO(PLAN)).tables for row in table.rows for cell in row.cells]


@pytest.mark.bench
def test_reading_a_plan_against_python_docx_alone(figures: Figures) -> None:
    floor = seconds(every_cell)
    raw = seconds(lambda: read_document(PLAN, "plan.docx"))
    document = read_document(PLAN, "plan.docx")
    whole = raw + seconds(lambda: read_plan(document, on=None, calendar=WEEKENDS_ONLY))
    figures.add("rows of a plan of 61", raw, "s", floor=floor)
    figures.add("tasks of a plan of 61", whole, "s", floor=floor, ratio_at_most=6.0)


@pytest.mark.bench
def test_a_message_is_read_in_milliseconds(figures: Figures) -> None:
    directory = demo_directory()
    taken = [
        seconds(lambda text=row["text"]: read_message(
            text, role="staff", context="direct", on=ON, directory=directory, calendar=WEEKENDS_ONLY
        ), 3)
        for row in rows("utterances.json")
    ]  # fmt: skip
    figures.add("a message read, median", median(taken) * 1000, "ms", at_most=2.0)
    figures.add("a message read, slowest", max(taken) * 1000, "ms")
