"""A step on the way that was finished, told of a task by its number: "48 in tờ rơi xong rồi". It is asked whether all of it is."""

import re
from dataclasses import replace

from sqlmodel import Session

from bot.understanding.intents import Act, Intent, Slots, Understanding
from bot.understanding.line import read_line
from bot.understanding.numbers import task_ids
from bot.understanding.polite_end import polite_from
from bot.understanding.step_done import names_work, part_done
from bot.usecases.report_done import still_runs
from bot.usecases.said import Said
from storage.queries import duties
from storage.queries.duties import DutyLine


def asked_if_a_step(session: Session, said: Said, understood: Understanding) -> Understanding:
    """The same, or the question whether the part that was done ends the task; what stands beside it is not touched.

    Of a task kept up all year it ends nothing, and the words are its result.
    """
    if not understood.sure:
        return understood
    understood = replace(understood, acts=tuple(_of_the_year(session, said, act) for act in understood.acts))
    steps = [act for act in understood.acts if _is_step(session, said, act)]
    if not steps:
        return understood
    rest = tuple(act for act in understood.acts if act not in steps)
    readings = tuple(reading for act in steps for reading in (_told(act), act))
    return replace(understood, acts=(*rest, *steps), sure=False, readings=readings, certain=rest)


def _lines(session: Session, said: Said, act: Act) -> list[DutyLine]:
    """Whose words alone say that one task is done."""
    slots = act.slots
    if act.intent is not Intent.done or len(slots.task_ids) != 1 or slots.evidence or not slots.statement:
        return []
    return duties.lines_by_number(session, said.agency_id, slots.task_ids[0])


def _of_the_year(session: Session, said: Said, act: Act) -> Act:
    lines = [] if act.slots.brings else _lines(session, said, act)
    runs = bool(lines) and all(still_runs(line, said.day) for line in lines)
    return act.with_slots(brings=_told(act).slots.statement) if runs and names_work(act.slots.statement or "") else act


def _is_step(session: Session, said: Said, act: Act) -> bool:
    lines = [line for line in _lines(session, said, act) if not still_runs(line, said.day)]
    titles = tuple(title for x in lines for title in (x.task.title, x.task.short_title, x.task.product))
    return bool(lines) and part_done(act.slots.statement or "", titles)


def _told(act: Act) -> Act:
    """The same words as how the task stands."""
    line = read_line(act.slots.statement or "")
    number = task_ids(line)[1][0]
    words = line.typed(number[1], polite_from(line, number[1], len(line.norm))).strip(" ,:-–")
    if number[0] and line.norm[: number[0]].strip(" ") not in ("viec", "nhiem vu", "nv", "so"):
        words = " ".join((line.typed(0, number[0]) + " " + words).split())
    words = re.sub(r"(?<=\s)r$", "rồi", words)
    return Act(Intent.progress, Slots(task_ids=act.slots.task_ids, statement=words, unit_full=act.slots.unit_full))
