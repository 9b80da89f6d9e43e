"""The first rows of a ward's plan, printed by a browser in other layouts than its own: each says what the Word file says."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from jobs.rules.plans.model import PlanTask
from jobs.rules.plans.reader import read_plan
from jobs.rules.working_days import WEEKENDS_ONLY
from storage.documents.reader import read_document

PLANS = Path(__file__).parents[1] / "data" / "plans"
TYPED = files("bot.demo_data").joinpath("plan-002.docx").read_bytes()


def said(data: bytes, name: str) -> Iterator[tuple[object, ...]]:
    """What each line says, without the blanks."""
    reading = read_plan(read_document(data, name), on=None, calendar=WEEKENDS_ONLY)
    for task in reading.tasks:
        yield from (facts(line) for line in (task, *task.sub_tasks))


def facts(line: PlanTask) -> tuple[object, ...]:
    texts = ("".join((text or "").split()) for text in (line.title, line.deadline_text, line.product))
    return line.code, *texts, line.parties.lead, line.parties.coordinate


@pytest.mark.parametrize(
    ("layout", "rows"),
    [("merged", 17), ("landscape", 14), ("no-outer-border", 16)],
    ids=["cells merged over rows and pages", "landscape, two header rows set wide", "no line around the table"],
)
def test_a_printed_plan_says_what_the_typed_one_says(layout: str, rows: int) -> None:
    printed = list(said((PLANS / f"plan-002-{layout}.pdf").read_bytes(), "plan.pdf"))
    assert printed == list(said(TYPED, "plan.docx"))[:rows]
