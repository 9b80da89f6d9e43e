"""Deadline phrases against right readings: a list of `phrase`, `on`, `kind`, `start`, `due`, `recurrence`, `milestones`,
and in `accept_kinds`, `accept_due` second readings."""

from datetime import date
from typing import Any

from jobs.rules.deadlines.read import read_deadline
from jobs.rules.working_days import WEEKENDS_ONLY
from tests.accuracy.score import Score


def score_phrases(phrases: list[dict[str, Any]]) -> Score:
    """Each phrase is one row of one field."""
    result = Score()
    for right in phrases:
        got = read_deadline(right["phrase"], date.fromisoformat(right["on"]), WEEKENDS_ONLY).as_json()
        second = got["kind"] != right["kind"] and got["kind"] in right.get("accept_kinds", ())
        fits = result.check(right["phrase"], _said(got), _said(right), _fits(got, right, second))
        result.rows += 1
        result.rows_right += fits
        result.invented += bool(got["due"]) and not right["due"] and not second
    return result


def _fits(got: dict[str, Any], right: dict[str, Any], second: bool) -> bool:
    if second:
        return not (got["due"] and right["due"]) or got["due"] in (right["due"], *right.get("accept_due", ()))
    dues = [one["due"] for one in right.get("milestones", got["milestones"])]
    return (
        got["kind"] == right["kind"]
        and got["start"] == right["start"]
        and got["due"] in (right["due"], *right.get("accept_due", ()))
        and got["recurrence"] == right["recurrence"]
        and [one["due"] for one in got["milestones"]] == dues
    )


def _said(reading: dict[str, Any]) -> tuple[object, ...]:
    return tuple(reading[name] for name in ("kind", "start", "due", "recurrence"))
