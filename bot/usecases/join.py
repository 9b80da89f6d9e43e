"""A chat becomes a person's by an invite code; strangers learn nothing and are answered once in 30 days."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlmodel import Session

from bot.usecases import chat_ledger
from jobs.invites import code_hash
from storage.kinds import EventKind
from storage.models.channels import Chat
from storage.models.events import Event
from storage.queries import duties as duty_queries
from storage.queries.budget import told_strangers
from storage.queries.conversation import invite_by_hash
from storage.queries.duties import DutyLine
from storage.queries.people import Person, person

WRONG_GUESSES_A_DAY = 5
STRANGER_ANSWERED_EVERY = timedelta(days=30)
STRANGERS_A_DAY = 20  # of one bot, so that nobody outside empties its month


@dataclass(frozen=True)
class Joined:
    """`first`: the duty whose date comes first, else any; None where the person has none."""

    who: Person
    total: int
    first: DutyLine | None


@dataclass(frozen=True)
class AnotherName:
    """From a chat that is somebody's already, a name that is not his."""

    typed: str


@dataclass(frozen=True)
class StrangerTold:
    """The one polite line."""


@dataclass(frozen=True)
class Silence:
    """Nothing is answered."""


def greet_stranger(session: Session, chat: Chat, day: date, *, anew: bool = False) -> StrangerTold | Silence:
    """One line in 30 days; `anew`: a name given for the first time is answered though something was said before it."""
    told = chat.stranger_told_on
    if not anew and told is not None and day - told < STRANGER_ANSWERED_EVERY:
        return Silence()
    if told_strangers(session, chat.connection_id, day) >= STRANGERS_A_DAY:
        return Silence()
    chat.stranger_told_on = day
    session.add(chat)
    return StrangerTold()


def join(
    session: Session, chat: Chat, code: str, day: date, now: datetime, inbox_id: int | None
) -> Joined | StrangerTold | Silence:
    """Use a code once. A wrong, used, revoked or outdated one is counted and answered like any stranger's words."""
    if chat.wrong_codes_on != day:
        chat.wrong_codes, chat.wrong_codes_on = 0, day
    if chat.wrong_codes >= WRONG_GUESSES_A_DAY:
        return Silence()
    invite = invite_by_hash(session, chat.agency_id, code_hash(code.replace("-", "")))
    if invite is None:
        invite = invite_by_hash(session, chat.agency_id, code_hash(code))
    if invite is None or invite.used_at or invite.revoked_at or invite.expires_at <= now:
        chat.wrong_codes += 1
        session.add(chat)
        return greet_stranger(session, chat, day)
    invite.used_at, invite.used_by_chat_id = now, chat.id
    chat_ledger.seat(chat, invite.staff_id, now)
    session.add_all([invite, chat])
    session.add(
        Event(
            agency_id=chat.agency_id, kind=EventKind.JOINED, at=now, day=day, by_id=invite.staff_id,
            for_id=invite.staff_id, inbox_id=inbox_id,
        )
    )  # fmt: skip
    session.flush()
    return welcome(session, person(session, chat.agency_id, invite.staff_id, day))


def welcome(session: Session, who: Person) -> Joined:
    """What a person sees on joining: how much is his, and what comes first."""
    lines = duty_queries.lines_of_recipient(session, who.agency.id, who.id)
    dated = [x for x in lines if x.duty.target_on or x.duty.due_on]
    first = min(dated, key=lambda x: min(d for d in (x.duty.target_on, x.duty.due_on) if d), default=None)
    return Joined(who, len(lines), first or (lines[0] if lines else None))
