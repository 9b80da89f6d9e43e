"""The total a plan states itself, and under which code the paper counts each line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from jobs.rules.plans.model import PlanTask, StatedTotal
from jobs.rules.text import fold, tidy

if TYPE_CHECKING:
    from jobs.rules.plans.rows import Draft

_TOTAL = re.compile(
    r"\b(?:tong cong|tong so|cong|tong)\b[^0-9]{0,40}?(?:\d{1,3} chi tieu(?:,| va)? )?(\d{1,3})\s*(?:\([^)]*\)\s*)?(?:nhiem vu|dau viec|cong viec|viec|noi dung|chi tieu|hoat dong)"
    r"|\b(?:ke hoach|phu luc|danh muc) (?:nay )?(?:gom|co|bao gom)(?: tong cong)? (\d{1,3}) nhiem vu|\(gom (?:co |tong cong )?(\d{1,3}) (?:nhiem vu|dau viec)"
)
_OF_A_PART = re.compile(
    r"\b(?:cong|tong)(?: so| cong)? (?:(?:muc|phan|nhom|bang|phu luc) )?(?:[a-dg-h]|[ivx]+|\d)\b(?! (?:nhiem|dau|cong) )"
)


def read_total(text: str) -> StatedTotal | None:
    """ "Tổng cộng: 39 nhiệm vụ./." gives 39; "Cộng mục I: 4 nhiệm vụ" is no total of the plan."""
    plain = tidy(text)
    found = _TOTAL.search(fold(plain)) if len(plain) < 400 and not is_subtotal(plain) else None
    return StatedTotal(plain, int(next(filter(None, found.groups())))) if found else None


def is_subtotal(text: str) -> bool:
    return bool(_OF_A_PART.match(fold(text)))


def count_as_printed(drafts: "Sequence[Draft]", tasks: Sequence[PlanTask], total: StatedTotal | None) -> list[PlanTask]:
    """Tasks with `counted_as`: by the running numbers, else by the reading that meets the stated total."""
    choices = [_by_running_numbers(drafts), [d.code for d in drafts], [d.section_code or d.code for d in drafts]]
    mixed = [d.section_code if "." in d.line.label and d.section_code else d.code for d in drafts]
    choices.append(mixed)
    codes = choices[0]
    if total:
        codes = next((found for found in choices if len(set(found)) == total.n), codes)
    counted = [_counted(task, code) for task, code in zip(tasks, codes, strict=True)]
    if total and len(set(codes)) != total.n and _lines(tasks) == total.n:
        return [_each_line_once(task) for task in tasks]
    return counted


def counted(tasks: Sequence[PlanTask]) -> int:
    """How many tasks the paper counts."""
    return len({line.counted_as for task in tasks for line in (task, *task.sub_tasks) if not line.heading})


def _lines(tasks: Sequence[PlanTask]) -> int:
    return sum(1 for task in tasks for line in (task, *task.sub_tasks) if not line.heading)


def _counted(task: PlanTask, code: str) -> PlanTask:
    subs = tuple(replace(line, counted_as=code) for line in task.sub_tasks)
    return replace(task, counted_as=code, sub_tasks=subs)


def _each_line_once(task: PlanTask) -> PlanTask:
    subs = tuple(replace(line, counted_as=line.code) for line in task.sub_tasks)
    return replace(task, counted_as=task.code, sub_tasks=subs)


def _by_running_numbers(drafts: "Sequence[Draft]") -> list[str]:
    codes: list[str] = []
    for section_code, group in groupby(drafts, key=lambda draft: draft.section_code):
        codes += _group_codes(list(group), section_code)
    return codes


def _group_codes(group: "list[Draft]", section_code: str) -> Iterator[str]:
    """A section with a running number counts once; so do its rows where only the first of them has one."""
    numbered = [draft for draft in group if draft.line.running is not None]
    once = any(draft.section_number for draft in group) and not numbered
    if section_code and (once or (len(group) > 1 and numbered == group[:1])):
        yield from (section_code for _ in group)
        return
    last = ""
    for draft in group:
        last = draft.code if draft.line.running is not None or not last or not numbered else last
        yield last
