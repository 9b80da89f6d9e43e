"""PDF files of offices: the same table as in Word, cut by pages; files that hold no text or are damaged."""

from importlib.resources import files
from pathlib import Path

import pytest

from jobs.rules.plans.model import PlanReading
from jobs.rules.plans.reader import read_plan
from jobs.rules.working_days import WEEKENDS_ONLY
from storage.documents.errors import Reason, UnreadableFile
from storage.documents.reader import read_document

PRINTED = (Path(__file__).parents[1] / "data" / "plans" / "plan-004.pdf").read_bytes()
TYPED = files("bot.demo_data").joinpath("plan-004.docx").read_bytes()


def reading(data: bytes, name: str) -> PlanReading:
    return read_plan(read_document(data, name), on=None, calendar=WEEKENDS_ONLY)


def blank_page() -> bytes:
    """A PDF of one page without a letter, as a scanner makes them."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>>>",
    ]
    out, at = b"%PDF-1.4\n", []
    for n, body in enumerate(objects, 1):
        at.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (n, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in at)
    tail = b"trailer<</Size 4/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(out)
    return out + b"xref\n0 4\n0000000000 65535 f \n" + table + tail


def test_a_printed_plan_says_what_the_typed_one_says() -> None:
    printed, typed = reading(PRINTED, "plan.pdf"), reading(TYPED, "plan.docx")

    def said(plan: PlanReading) -> list[tuple[object, ...]]:
        return [
            (task.code, "".join(task.title.split()), task.parties.lead, task.deadline and task.deadline.due)
            for task in plan.tasks
        ]

    assert said(printed) == said(typed)
    assert printed.head.title == typed.head.title
    assert {task.place.split()[0] for task in printed.tasks} == {"Trang"}


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (blank_page(), Reason.SCANNED),
        (PRINTED[: len(PRINTED) // 2], Reason.BROKEN),
        (b"%PDF-1.7\n", Reason.BROKEN),
    ],
    ids=["scanned", "truncated", "only a head"],
)
def test_what_cannot_be_read_says_why(data: bytes, reason: Reason) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read_document(data, "ke-hoach.pdf")
    assert refused.value.reason is reason
