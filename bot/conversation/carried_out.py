"""Readings that "đúng" can carry out: of which task is said, and a verdict is asked about only where something waits."""

import re
from dataclasses import replace

from sqlmodel import Session

from bot.asking import NeedsNumber
from bot.understanding.intents import VERDICTS, Act, Intent, Understanding
from bot.usecases.decide import NothingWaits
from bot.usecases.said import Said
from storage.queries import dates as date_queries
from storage.queries import duties as duty_queries

#: No hour either ("8:30"), which reads as no number of a task.
_NUMBER = re.compile(r"(?<![\w/.,:])\d{1,4}(?![\w/%:]|[.,]\d)")
#: Done to a task; without one there is nothing to do.
_OF_A_TASK = (*VERDICTS, Intent.done, Intent.assign, Intent.set_deadline, Intent.extend_request)


def to_ask(session: Session, said: Said, understood: Understanding, text: str) -> tuple[list[Act], object]:
    """What a doubtful message is asked about, and what is answered instead where none of it could be done."""
    meant = [act for act in understood.readings if act.intent is not Intent.not_understood]
    if understood.sure or not meant:
        return [], None
    found = [_with_task(session, said, act, text) for act in meant]
    acts = [each for each in found if isinstance(each, Act)]
    waiting = {x.number for x in duty_queries.lines_waiting_for(session, said.agency_id, said.who.id)}
    fitting = [act for act in acts if not _waits_for_nobody(act, waiting)]
    return fitting or acts, None if acts else found[0]


def _waits_for_nobody(act: Act, waiting: set[int]) -> bool:
    return act.intent in VERDICTS and bool(act.slots.task_ids) and not waiting & set(act.slots.task_ids)


def asks_which(act: Act) -> bool:
    """A verdict of none of the tasks that wait: done, it asks of which."""
    return act.intent in VERDICTS and not _named(act)


def _named(act: Act) -> bool:
    slots = act.slots
    named = slots.task_ids or slots.mode or slots.all_except is not None or slots.news_ids or slots.code or slots.anew
    return bool(named or slots.from_person or slots.everybody or slots.unclear or slots.instead)


def _with_task(session: Session, said: Said, act: Act, text: str) -> Act | NothingWaits | NeedsNumber:
    if act.intent not in _OF_A_TASK or _named(act):
        return act
    about = duty_queries.lines_by_ids(session, said.agency_id, said.about)
    if act.intent in VERDICTS:
        wished = [each.duty_id for each in date_queries.wishes_for(session, said.agency_id, [said.who.id])]
        waiting = duty_queries.lines_waiting_for(session, said.agency_id, said.who.id)
        waiting += duty_queries.lines_by_ids(session, said.agency_id, wished)
        if not waiting:
            return NothingWaits()
        about = [x for x in waiting if x.duty.id in said.about] or waiting
        if len(about) > 1:
            return act  # which of them is asked next
    numbers = {line.number for line in about}  # parts of several units are one task
    if len(numbers) != 1 or _NUMBER.search(text):  # a number typed, though none of a task, speaks of another
        return NeedsNumber()
    return replace(act, slots=replace(act.slots, task_ids=tuple(numbers)))
