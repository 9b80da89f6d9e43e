"""A task read back waits for its "ghi" while other things are said and asked."""

from collections.abc import Sequence
from dataclasses import replace

from sqlmodel import Session

from bot.asking import LATER, NeedsNumber, Option, ask, open_options
from bot.conversation.reading import names_or_dates, task_mended_by
from bot.understanding.intents import Act, Intent, Understanding
from bot.understanding.words import YES
from bot.usecases.help import NotUnderstood
from bot.usecases.new_task import UNCLEAR, TaskPutAside
from bot.usecases.said import Said

_UNREAD = (NeedsNumber, NotUnderstood)
_SLIP = 2
"""So many words may be a slip of the thumb."""


def draft_of(options: tuple[Option, ...]) -> Act | None:
    """The new task that was read back or whose unit was asked, not yet taken; of a unit still to be chosen it has none."""
    drafts = [o.act for o in options if is_of_draft(o)]
    if len({act.slots.unit_full for act in drafts}) > 1:
        drafts = [act for act in drafts if act.slots.units] or [drafts[0].with_slots(unit=None, unit_full=None)]
    return drafts[0].with_slots(mode=None) if drafts else None


def is_of_draft(option: Option) -> bool:
    return option.act.intent is Intent.new_task


def just_read_back(options: tuple[Option, ...]) -> bool:
    """Nothing else was said since."""
    return any(is_of_draft(o) and o.answer not in LATER for o in options)


#: Orders that lack a number may be meant of the task read back.
_OF_SOME_TASK = frozenset(
    {Intent.not_understood, Intent.smalltalk_other, Intent.assign, Intent.set_deadline, Intent.extend_request}
)


def said_of_draft(
    session: Session, said: Said, text: str, alone: Understanding, options: tuple[Option, ...]
) -> Act | None:
    """What no rule takes, or not without a number, mends the task read back; where it is not clear how, that one is shown again."""
    draft = draft_of(options)
    if not draft or any(a.slots.task_ids or a.slots.astray or a.intent not in _OF_SOME_TASK for a in alone.acts):
        return None
    if not just_read_back(options):
        return task_mended_by(session, said, text, draft)
    return draft.with_slots(mode=UNCLEAR) if names_or_dates(session, said, text) else None


def keep_draft(
    session: Session, said: Said, before: tuple[Option, ...], results: Sequence[object] = (), text: str = ""
) -> list[object]:
    """It goes on waiting for its "ghi" beside what is asked now; put aside, and said so, where "ghi" is of that too.

    Behind a sentence that was not read, or one that asks for a yes, "ghi" may be of that: the draft is read back once more.
    """
    asked, draft = open_options(session, said), draft_of(before)
    unread = len(text.split()) > _SLIP and any(isinstance(each, _UNREAD) for each in results)
    if (asked == before and not unread) or draft is None or not said.chat_id:
        return []
    asked = () if asked == before else asked
    if {option.answer for option in asked} & {*LATER}:
        return [TaskPutAside(draft.slots.title or "")]
    waits = tuple(o for o in before if is_of_draft(o) and o.answer in LATER)
    if unread or any(option.answer in YES for option in asked):
        waits = tuple(replace(o, act=draft) if o.answer == LATER[0] else o for o in waits)
    ask(session, said.agency_id, said.chat_id, said.inbox_id, (*asked, *waits[: 1 if asked else None]), said.now)
    return []
