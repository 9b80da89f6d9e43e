"""What is owed again and again, in the rows and in the text: rhythms, quotas ("01 tin, bài/tháng"), events."""

import re
from collections.abc import Iterator, Sequence

from jobs.rules.deadlines.model import DeadlineKind
from jobs.rules.plans.model import PlanTask, ProseDuty, Recurring
from jobs.rules.text import fold_aligned, tidy

_MARK = re.compile(
    r"\bdinh ky\b|\b(?:hang|moi) (?:ngay|tuan|thang|quy|nam)\b|\bcuoi (?:nam|quy|thang)\b|/\s*(?:tuan|thang|quy|nam)\b|\bngay sau khi\b|"
    r"\b(?:6|06|sau) thang (?:mot lan|/lan)"
)
_FREQUENCIES = (
    ("daily", r"(?:hang|moi) ngay|/\s*ngay\b"),
    ("weekly", r"(?:hang|moi) tuan|/\s*tuan\b|cuoi tuan"),
    ("monthly", r"(?:hang|moi) thang|/\s*thang\b|cuoi thang|trong thang"),
    ("quarterly", r"(?:hang|moi) quy|/\s*quy\b|cuoi quy"),
    ("half_yearly", r"(?:6|06|sau) thang"),
    ("annual", r"(?:hang|moi) nam\b|/\s*nam\b|cuoi nam"),
    ("per_event", r"ngay sau khi"),
)
_QUOTA = re.compile(
    r"\b(\d{1,3})\s*(?:\([^)]*\)\s*)?(?:tin,? ?(?:hoac |/ ?)?bai(?: viet)?|tin|bai(?: viet)?|lan|cuoc|so|ky|buoi|hoi nghi|san pham)\s*(?:/|moi |hang |tren |mot )"
)
_NO_RHYTHM = re.compile(r"cong bo hang nam|kinh phi|che do.*hang thang luong")


def recurring_of(tasks: Sequence[PlanTask], prose: Sequence[ProseDuty]) -> list[Recurring]:
    """Of every row the clauses that say a rhythm, then those of the text."""
    found = [one for task in tasks for line in (task, *task.sub_tasks) for one in _of_line(line, task)]
    found += [_recurring(duty.text, duty.unit, duty.where) for duty in prose if _is_rhythm(duty)]
    return list(dict.fromkeys(found))


def _is_rhythm(duty: ProseDuty) -> bool:
    once = (DeadlineKind.DATE, DeadlineKind.PERIOD, DeadlineKind.RELATIVE)
    dated = duty.deadline is not None and duty.deadline.kind in once
    return not dated and bool(_MARK.search(fold_aligned(tidy(duty.text))))


def _of_line(line: PlanTask, owner: PlanTask) -> Iterator[Recurring]:
    unit = next(iter(line.parties.lead), None) or next((u for sub in owner.sub_tasks for u in sub.parties.lead), None)
    for text in (line.title, line.product, line.deadline_text, line.responsible_text):
        for clause in _clauses(text):
            folded = fold_aligned(clause)
            if _MARK.search(folded) and not _NO_RHYTHM.search(folded):
                yield _recurring(clause, unit, line.code)


def _clauses(text: str) -> Iterator[str]:
    for line in text.splitlines():
        for clause in re.split(r"(?<=;)\s+|(?<=[a-zà-ỹ])\.\s+(?=[A-ZĐ])", tidy(line)):
            if clause:
                yield clause


def _recurring(text: str, unit: str | None, where: str) -> Recurring:
    folded = fold_aligned(text)
    freq = next((name for name, words in _FREQUENCIES if re.search(words, folded)), "unspecified")
    quota = _QUOTA.search(folded)
    return Recurring(text, freq, int(quota[1]) if quota else None, unit, where)
