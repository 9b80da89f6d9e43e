"""What is said of the task that the sender has just had recorded: "à bỏ đi em", "à hạn 24/10 nhé", "mà để Phúc làm"."""

import re

from sqlmodel import Session

from bot.understanding.agreed import declines
from bot.understanding.clause import Clause
from bot.understanding.intents import Act, Intent, Slots, Understanding
from bot.understanding.task_mended import task_mended
from bot.usecases.just_said import last_changes
from bot.usecases.said import Said
from storage.kinds import EventKind
from storage.queries import duties

#: What lacks a number, or is nothing by itself.
_OPEN = frozenset({Intent.not_understood, Intent.smalltalk_other, Intent.assign, Intent.set_deadline})
_DROPS = re.compile(r"\b(?:bo|huy|xoa|khoi)\b")


def of_task_just_given(session: Session, said: Said, c: Clause, alone: Understanding) -> Understanding:
    """The same where something else is said, or something else was done last."""
    if any(act.intent not in _OPEN or act.slots.task_ids or act.slots.astray for act in alone.acts):
        return alone
    last = last_changes(session, said)
    if len(last) != 1 or last[0].kind is not EventKind.TASK_ADDED or last[0].duty_id is None:
        return alone
    if _DROPS.search(c.norm) and declines(c.norm.replace("xoa", "bo")):
        return Understanding((Act(Intent.drop_task),))
    mended = task_mended(c, Slots())
    (line,) = duties.lines_by_ids(session, said.agency_id, [last[0].duty_id])
    acts: list[Act] = []
    if mended and (mended.person or mended.unit):
        whom = Slots(task_ids=(line.number,), person=mended.person, unit=mended.unit, unit_full=mended.unit_full)
        acts.append(Act(Intent.assign, whom))
    elif mended and mended.partner:
        acts.append(Act(Intent.assign, Slots(task_ids=(line.number,), partner=mended.partner, mode="coordinate")))
    if mended and mended.date:
        acts.append(Act(Intent.set_deadline, Slots(task_ids=(line.number,), date=mended.date)))
    return Understanding(tuple(acts)) if acts else alone
