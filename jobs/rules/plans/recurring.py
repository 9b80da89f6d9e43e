"""What is owed again and again, in the rows and in the text: rhythms, quotas ("01 tin, bài/tháng"), events."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from jobs.rules.deadlines.model import DeadlineKind
from jobs.rules.plans.model import PlanTask, ProseDuty, Recurring
from jobs.rules.text import fold_aligned, fold_words, tidy

_MARK = re.compile(
    r"\bdinh ky\b|\b(?:hang|moi) (?:ngay|tuan|thang|quy|nam)\b|(?:(?<!\d thang )\bcuoi nam|\bcuoi (?:quy|thang))\b(?!\s*(?:\d|[ivx]+\b))|/\s*(?:tuan|thang|quy|nam)\b|\bngay sau khi\b|"
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
_QUOTA_AFTER = re.compile(
    r"\b(?:hang|moi) (?:tuan|thang|quy|nam)\b[^.;]{0,60}?\b(\d{1,2})\s*(?:\([^)]*\)\s*)?(?:tin|bai|lan|cuoc|so|buoi|hoi nghi|chuyen de|lop|phong su|co so|don vi|mo hinh|cong trinh|ho so)\b"
)
_EVENT_WORDS = 4
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
    found = [_recurring(clause, unit, line.code) for text in (line.title, line.product) for clause in _rhythms(text)]
    of_row = unit if _one_in_charge(line) else None
    found += _of_deadline(line, of_row)
    found += [_recurring(clause, unit, line.code) for clause in _rhythms(line.responsible_text)]
    counted = {one.freq for one in found if one.quota}
    # "Hằng tháng" beside "01 tin, bài/tháng" is one duty.
    yield from (one for one in found if one.quota or one.freq not in counted or one.text != line.deadline_text)
    yield from (replace(_recurring(clause, unit, line.code), freq="per_event") for clause in _after_event(line))


def _of_deadline(line: PlanTask, unit: str | None) -> list[Recurring]:
    rhythm = line.deadline.recurrence if line.deadline else None
    if rhythm:
        return [Recurring(line.deadline_text, rhythm.freq.value, rhythm.count, unit, line.code)]
    return [_recurring(clause, unit, line.code) for clause in _rhythms(line.deadline_text)]


def _rhythms(text: str) -> Iterator[str]:
    for clause in _clauses(text):
        folded = fold_aligned(clause)
        if _MARK.search(folded) and not _NO_RHYTHM.search(folded):
            yield clause


def _one_in_charge(line: PlanTask) -> bool:
    """A rhythm of the whole row is one unit's own only if the row has no other, or says who leads."""
    named = re.search(r"chu tri|dau moi|chiu trach nhiem chinh", fold_aligned(tidy(line.responsible_text)))
    others = [name for name in line.parties.coordinate if name in line.responsible_text]
    return len(line.parties.lead) == 1 and (bool(named) or not others)


def _after_event(line: PlanTask) -> Iterator[str]:
    """What must be done each time the event of the deadline comes: clauses of the product that speak of it."""
    offset = line.deadline.offset if line.deadline else None
    said = fold_words(offset.event).split() if offset and not offset.n else []
    for clause in _clauses(line.product) if len(said) >= _EVENT_WORDS else ():
        if " ".join(said[-_EVENT_WORDS:]) in fold_words(clause):
            yield clause


def _clauses(text: str) -> Iterator[str]:
    for line in text.splitlines():
        for clause in re.split(r"(?<=;)\s+|(?<=[a-zà-ỹ])\.\s+(?=[A-ZĐ])", tidy(line)):
            if clause:
                yield clause


def _recurring(text: str, unit: str | None, where: str) -> Recurring:
    folded = fold_aligned(text)
    freq = next((name for name, words in _FREQUENCIES if re.search(words, folded)), "unspecified")
    quota = _QUOTA.search(folded) or _QUOTA_AFTER.search(folded)
    return Recurring(text, freq, int(quota[1]) if quota else None, unit, where)
