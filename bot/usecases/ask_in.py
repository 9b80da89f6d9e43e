"""Somebody unknown gives his name and unit: a wish to be let in, which the head of that unit or the keeper decides.

He learns nothing by it: whether the name fits or not, he reads the same line, once in 30 days (once more where he was greeted before he gave it).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlmodel import Session

from bot.permissions import Right, Subject, may
from bot.understanding.rules.join import Claim
from bot.usecases.join import Silence, StrangerTold, greet_stranger
from jobs.rules.text import fold_words
from storage.models.channels import Chat, Connection
from storage.models.joining import JoinRequest
from storage.queries import joining
from storage.queries.connections import connection_by_id
from storage.queries.people import Person, living_units, people
from storage.queries.reach import reachable_staff

WISHES_OF_A_CHAT = 3  # within 30 days
CHATS_A_DAY = 20  # of one agency
TOLD_A_DAY = 5  # messages of their own to one decider; the others he reads of when he answers, and in the morning
WITHIN = timedelta(days=30)
MOST_ALIKE = 3


@dataclass(frozen=True)
class Wish:
    """A wish that waits. `here_since`: the day since which the person already has a chat of this bot, which admitting
    would replace; `elsewhere`: other bots he is connected by.
    """

    request: JoinRequest
    person: Person
    bot: Connection
    here_since: date | None = None
    elsewhere: tuple[Connection, ...] = ()


@dataclass(frozen=True)
class AskedIn:
    """`line`: what the stranger reads, if anything. `told`: who hears of the wishes at once, and what waits for him."""

    line: StrangerTold | Silence
    wishes: tuple[Wish, ...] = ()
    decider: Person | None = None
    waiting: tuple[Wish, ...] = ()


def ask_in(session: Session, chat: Chat, claim: Claim, day: date, now: datetime, inbox_id: int | None) -> AskedIn:
    """Keep the wish, unless this chat or all of today's have asked too often; the same name again changes nothing."""
    asked = joining.asked_by_chat(session, chat.agency_id, chat.id, day - WITHIN)
    line = greet_stranger(session, chat, day, anew=not asked)
    everybody = people(session, chat.agency_id, day)
    parts = {unit.name: unit.split_from_id for unit in living_units(session, chat.agency_id) if unit.split_from_id}
    fits = [person for person in everybody if _fits(person, claim, parts)][:MOST_ALIKE]
    still_open = {one.staff_id for one in asked if one.decided_at is None}
    if {person.id for person in fits} & still_open or (not fits and None in still_open):
        return AskedIn(line)
    if len(asked) >= WISHES_OF_A_CHAT or _too_many(session, chat, asked, day):
        return AskedIn(line)
    for older in asked:
        if older.decided_at is None:
            older.decided_at = now
            session.add(older)
    kept = [_keep(session, chat, person.id, day, now, inbox_id) for person in fits]
    if not kept:
        _keep(session, chat, None, day, now, inbox_id)
        return AskedIn(line)
    decider = decider_of(session, everybody, fits[0])
    if decider is None or joining.told_of_wishes(session, chat.agency_id, decider.id, day) >= TOLD_A_DAY:
        return AskedIn(line)
    waiting = wishes_for(session, decider, day)
    new = {request.id for request in kept}
    return AskedIn(line, tuple(one for one in waiting if one.request.id in new), decider, waiting)


def _fits(person: Person, claim: Claim, parts: Mapping[str, int]) -> bool:
    """The whole name, accents forgiven, and a unit of his or a part that was split off it: who goes where may not be
    said yet. Somebody without a unit is named as who leads.
    """
    if fold_words(person.staff.full_name) != fold_words(claim.name):
        return False
    units = {unit.name for unit in person.units.values()} or {""}
    return any(name in units or parts.get(name) in person.unit_ids for name in claim.units)


def _too_many(session: Session, chat: Chat, asked: Sequence[JoinRequest], day: date) -> bool:
    if any(one.day == day for one in asked):
        return False
    return joining.chats_asking_on(session, chat.agency_id, day) >= CHATS_A_DAY


def _keep(
    session: Session, chat: Chat, staff_id: int | None, day: date, now: datetime, inbox_id: int | None
) -> JoinRequest:
    request = JoinRequest(
        agency_id=chat.agency_id, number=joining.next_number(session, chat.agency_id), chat_id=chat.id, staff_id=staff_id,
        inbox_id=inbox_id, asked_at=now, day=day,
    )  # fmt: skip
    session.add(request)
    session.flush()
    return request


def decider_of(session: Session, everybody: Sequence[Person], person: Person) -> Person | None:
    """The head of his unit, else the keeper, else who else may; whoever is asked must be reachable and not himself."""
    reachable = reachable_staff(session, person.agency.id)
    able = [
        one for one in everybody if one.id in reachable and one.id != person.id and not one.away and admits(one, person)
    ]

    def rank(one: Person) -> tuple[bool, bool]:
        return not one.heads & person.unit_ids, not one.keeps_agency

    return min(able, key=rank, default=None)


def admits(who: Person, person: Person) -> bool:
    """Whether he decides who is let in as this person."""
    units = person.unit_ids or {None}
    return any(may(who, Right.ADMIT, Subject(person.agency.id, unit_id=unit)) for unit in units)


def wishes_for(session: Session, who: Person, day: date) -> tuple[Wish, ...]:
    """What waits for this person's word, oldest first."""
    requests = joining.open_requests(session, who.agency.id)
    if not requests:
        return ()
    known = {one.id: one for one in people(session, who.agency.id, day, only={r.staff_id or 0 for r in requests})}
    mine = [r for r in requests if r.staff_id in known and admits(who, known[r.staff_id])]
    chats = joining.chats_of(session, who.agency.id, {r.staff_id or 0 for r in mine})
    return tuple(_wish(session, request, known[request.staff_id or 0], chats) for request in mine)


def _wish(session: Session, request: JoinRequest, person: Person, chats: Sequence[tuple[Chat, Connection]]) -> Wish:
    asking = joining.chat_locked(session, request.agency_id, request.chat_id)
    bot = connection_by_id(session, asking.connection_id)
    mine = [(chat, by) for chat, by in chats if chat.staff_id == person.id]
    here = next((chat for chat, by in mine if by.id == bot.id), None)
    since = (here.joined_at or request.asked_at).date() if here else None
    return Wish(request, person, bot, since, tuple(by for _, by in mine if by.id != bot.id))
