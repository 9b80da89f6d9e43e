"""Work found by the words of its title, product or code: accents forgiven, words in any order."""

import re
from dataclasses import dataclass

from sqlmodel import Session

from bot.permissions import Right, may, of_duty
from bot.usecases.said import Said
from jobs.rules.text import fold_words
from storage.kinds import BEGUN_PLANS, GONE_STATES, NOT_CLOSED
from storage.queries import duties as duty_queries
from storage.queries.duties import DutyLine

_SMALL = frozenset(("va", "cua", "cac", "cho", "ve", "theo", "nhung", "o", "tai", "tren", "trong", "viec"))


@dataclass(frozen=True)
class Found:
    """One line a task: what is open, then what is closed."""

    words: str
    open: tuple[DutyLine, ...]
    closed: tuple[DutyLine, ...] = ()


def search(session: Session, said: Said, words: str) -> Found:
    """Tasks whose text holds all the words. A restricted line is found by those only who may know what it is."""
    wanted = [w for w in fold_words(words).split() if w not in _SMALL] or fold_words(words).split()
    found: dict[int, DutyLine] = {}
    for line in duty_queries.all_lead_lines(session, said.agency_id):
        followed = line.plan is None or line.plan.state in BEGUN_PLANS
        if wanted and followed and line.duty.state not in GONE_STATES and _holds(said, line, wanted):
            _keep(found, line)
    found = found or _with_document(session, said, wanted)
    lines = [found[number] for number in sorted(found)]
    opened = tuple(x for x in lines if x.duty.state in NOT_CLOSED)
    return Found(words, opened, tuple(x for x in lines if x not in opened))


def _keep(found: dict[int, DutyLine], line: DutyLine) -> None:
    """One line a task, an open one where there is any."""
    kept = found.get(line.number)
    if kept is None or (kept.duty.state not in NOT_CLOSED and line.duty.state in NOT_CLOSED):
        found[line.number] = line


def _with_document(session: Session, said: Said, wanted: list[str]) -> dict[int, DutyLine]:
    """Tasks whose document it is: "KH 45" of "KH 45/KH-UBND"."""
    found: dict[int, DutyLine] = {}
    lines = {x.duty.id: x for x in duty_queries.all_lead_lines(session, said.agency_id) if not x.task.restricted}
    for proof in duty_queries.evidence_of(session, said.agency_id, list(lines)):
        words = re.split(r"[\s/]+", fold_words(proof.text))
        if wanted and proof.duty_id in lines and all(word in words for word in wanted):
            _keep(found, lines[proof.duty_id])
    return found


def _holds(said: Said, line: DutyLine, wanted: list[str]) -> bool:
    task = line.task
    if task.restricted and not may(said.who, Right.SEE_PERSONS, of_duty(line.duty, line.plan, Right.SEE_PERSONS)):
        return False
    text = fold_words(f"{task.title} {task.short_title} {task.product} {task.code}").split()
    return all(word in text for word in wanted)
