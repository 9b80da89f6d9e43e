"""Readings that "đúng" can carry out: of which task is said, and a verdict is asked about only where something waits."""

import re
from dataclasses import replace

from sqlmodel import Session

from bot.asking import NeedsNumber
from bot.permissions import Right, may, of_duty
from bot.understanding.intents import SHOWN, VERDICTS, Act, Intent, Understanding
from bot.usecases.decide import NothingWaits
from bot.usecases.said import Said
from storage.kinds import OPEN_STATES
from storage.queries import dates as date_queries
from storage.queries import duties as duty_queries
from storage.queries.conversation import newest_notice

#: No hour either ("8:30"), which reads as no number of a task.
_NUMBER = re.compile(r"(?<![\w/.,:])\d{1,4}(?![\w/%:]|[.,]\d)")
#: Done to a task; without one there is nothing to do.
_OF_A_TASK = (*VERDICTS, Intent.done, Intent.assign, Intent.give_back, Intent.set_deadline, Intent.extend_request)
MOST_SHOWN = 10
"""Of a longer list it is to be said which of it are meant."""
MOST_GIVEN_BACK = 3
_TOGETHER = re.compile(r"^[^\n:]{1,40}: (\d{1,4}(?:–\d{1,4})?(?:, \d{1,4}(?:–\d{1,4})?)*)(?= –|$)", re.M)
_RUN = re.compile(r"(\d+)(?:–(\d+))?")


def to_ask(session: Session, said: Said, understood: Understanding, text: str) -> tuple[list[Act], object]:
    """What a doubtful message is asked about, and what is answered instead where none of it could be done."""
    meant = [act for act in understood.readings if act.intent is not Intent.not_understood]
    if understood.sure or not meant:
        return [], None
    found = [_with_task(session, said, act, text) for act in meant]
    acts = [each for each in found if isinstance(each, Act)]
    reports = {x.number for x in duty_queries.lines_waiting_for(session, said.agency_id, said.who.id)}
    wishes = waiting_for(session, said)  # a day named for one is set, whether it is granted or not
    fitting = [a for a in acts if not _waits_for_nobody(a, wishes if a.slots.which and not a.slots.date else reports)]
    return fitting or acts, None if acts else found[0]


def waiting_for(session: Session, said: Said) -> set[int]:
    """The tasks of which a report or a wish for time waits for his word."""
    wished = [each.duty_id for each in date_queries.wishes_for(session, said.agency_id, [said.who.id])]
    reports = duty_queries.lines_waiting_for(session, said.agency_id, said.who.id)
    return {x.number for x in (*reports, *duty_queries.lines_by_ids(session, said.agency_id, wished))}


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
    if act.slots.mode == SHOWN:
        return _with_list(session, said, act)
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


def _with_list(session: Session, said: Said, act: Act) -> Act | NeedsNumber:
    """What the list shown last named that is open and the sender's to hand out, or to give back."""
    handed = act.intent is Intent.assign
    right = Right.HAND_OUT if handed else Right.REPORT
    lines = duty_queries.lines_by_ids(session, said.agency_id, said.about)
    lines += [x for n in _named_behind(session, said) for x in duty_queries.lines_by_number(session, said.agency_id, n)]
    numbers = dict.fromkeys(
        x.number for x in lines if x.duty.state in OPEN_STATES and may(said.who, right, of_duty(x.duty, x.plan, right))
    )
    fits = 0 < len(numbers) <= (MOST_SHOWN if handed else MOST_GIVEN_BACK)
    return act.with_slots(task_ids=tuple(numbers), mode=None) if fits else NeedsNumber()


def _named_behind(session: Session, said: Said) -> list[int]:
    """Those of a list that stand together in one line, by their numbers alone: "B.I: 33, 39–42 – hạn 31/12"."""
    if not said.about or said.replied or not said.chat_id:
        return []
    last = newest_notice(session, said.agency_id, said.chat_id)
    found = [one for line in _TOGETHER.findall((last and last.body) or "") for one in _RUN.findall(line)]
    return [n for first, to in found for n in range(int(first), int(to or first) + 1)]
