"""Rows of a table of targets ("Chỉ tiêu năm 2025 (%)")."""

import re

from jobs.rules.plans.columns import Column
from jobs.rules.plans.model import Indicator
from jobs.rules.plans.phrases import Context
from jobs.rules.plans.rows import Draft
from jobs.rules.plans.tasks import lines
from jobs.rules.text import tidy

_PERCENT = re.compile(r"(\d{1,3}(?:[.,]\d+)?)\s*%")
_NUMBER = re.compile(r"(\d{1,3}(?:[.,]\d+)?)")


def as_indicators(draft: Draft, context: Context, header: str) -> list[Indicator]:
    """The row and its unnumbered lines; `header` is the target column's, which may carry the "%"."""
    return [_indicator(one, context, header) for one in (draft, *draft.sub_drafts) if not one.heading]


def _indicator(draft: Draft, context: Context, header: str) -> Indicator:
    value = draft.line.values.get
    lead, assigned = value(Column.LEAD, ""), value(Column.ASSIGNED, "")
    target = tidy(value(Column.TARGET, ""))
    return Indicator(
        code=draft.code,
        group=draft.section[-1] if draft.section else "",
        name=lines(draft.line.title),
        target_text=target,
        target_percent=_percent(target, header),
        parties=context.parties(lead, value(Column.COORDINATE, ""), assigned),
        responsible_text=lines(lead or assigned),
        basis_text=lines(value(Column.BASIS, "")),
        place=draft.line.place,
    )


def _percent(target: str, header: str) -> float | None:
    found = _PERCENT.search(target) or (_NUMBER.search(target) if "%" in header else None)
    return float(found[1].replace(",", ".")) if found else None
