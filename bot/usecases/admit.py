""" "nhận", "không 2", "cho chị Lan vào": a wish to be let in is decided, once, and the newcomer hears of it."""

import re
from dataclasses import dataclass

from sqlmodel import Session

from bot.permissions import Right, Subject, may
from bot.understanding.directory import Directory
from bot.understanding.intents import Act, Intent, Slots
from bot.understanding.rules.join import verdict
from bot.usecases import chat_ledger, ledger
from bot.usecases.ask_in import Wish, wishes_for
from bot.usecases.join import Joined, welcome
from bot.usecases.said import Said
from bot.usecases.who_is import named
from jobs.rules.text import fold_words
from storage.kinds import EventKind
from storage.models.channels import Chat
from storage.models.events import Event
from storage.models.joining import JoinRequest
from storage.queries import joining
from storage.queries.conversation import newest_notice, unused_invites
from storage.queries.people import Person, person

WISH_KEY = "join/"
#: What word of a wish says to type; "không" alone answers many things.
_TAUGHT = re.compile(r"\b(?:nhan|tu choi)\b")


@dataclass(frozen=True)
class Admitted:
    """`welcome`: what the newcomer reads, in `chat`; `replaced`: another account of his on this bot is cut off."""

    wish: Wish
    chat: Chat
    welcome: Joined
    replaced: bool
    event: Event


@dataclass(frozen=True)
class Turned:
    """Not let in; whoever asked is told so."""

    wish: Wish
    chat: Chat
    event: Event


@dataclass(frozen=True)
class WishesWait:
    """Who waits for the sender's word; after one was decided, who is left. `which`: the words fitted none, or several."""

    wishes: tuple[Wish, ...]
    which: bool = False


@dataclass(frozen=True)
class AdmissionUndone:
    """`stands`: it could not be taken back, as the chat is somebody else's by now."""

    person: Person
    admitted: bool
    stands: bool = False


AdmitResult = Admitted | Turned | WishesWait


def meant(session: Session, said: Said, text: str, directory: Directory) -> Act | None:
    """The act where the words decide who is let in: said in so many words, or right under word of a wish.

    "nhận 2" anywhere else may mean a task, so it only shows who waits.
    """
    told = verdict(text, directory)
    if told is None or not _may_at_all(said):
        return None
    waiting = wishes_for(session, said.who, said.day)
    if not waiting:
        return None
    act = Act(
        Intent.admit,
        Slots(
            mode="yes" if told.admits else "no",
            task_ids=told.numbers,
            person=told.person or None,
            everybody=told.everybody,
        ),
    )
    if told.plain or _under_word_of_a_wish(session, said):
        return act
    if told.right_one:
        return None
    if not told.numbers and _under_word_of_a_wish(session, said, answered=True):  # the bot has only answered since
        if _TAUGHT.search(fold_words(text)):
            return act
        return None if told.admits else act.with_slots(mode="ask")
    known = {one.request.number for one in waiting}
    spoken = told.admits and text.strip().lower().startswith(("nhận", "nhan"))
    shows = (spoken or told.numbers) and set(told.numbers) <= known
    return act.with_slots(mode="ask") if shows else None


def _may_at_all(said: Said) -> bool:
    subjects = [Subject(said.agency_id, unit_id=unit) for unit in {*said.who.heads, None}]
    return any(may(said.who, Right.ADMIT, one) for one in subjects)


def _under_word_of_a_wish(session: Session, said: Said, *, answered: bool = False) -> bool:
    """Right under it; answered: or with nothing between but answers to what the sender typed."""
    if not said.chat_id:
        return False
    newest = newest_notice(session, said.agency_id, said.chat_id, answers=not answered)
    return newest is not None and newest.key.startswith(WISH_KEY)


def decide(session: Session, said: Said, slots: Slots) -> list[AdmitResult]:
    """Each wish that is meant, then who is left."""
    waiting = wishes_for(session, said.who, said.day)
    chosen = _chosen(waiting, slots)
    if slots.mode == "ask" or not chosen:
        return [WishesWait(waiting, which=bool(waiting))]
    results: list[AdmitResult] = []
    for wish in chosen:
        request = joining.request_locked(session, said.agency_id, wish.request.id)
        if request.decided_at is None:
            decided = (
                _admit(session, said, wish, request) if slots.mode == "yes" else _turn(session, said, wish, request)
            )
            results.append(decided)
    left = wishes_for(session, said.who, said.day)
    return [*results, WishesWait(left)] if left or not results else results


def _chosen(waiting: tuple[Wish, ...], slots: Slots) -> tuple[Wish, ...]:
    """Those named; one alone needs no name. A name two of them share, or a number that waits no more, picks none."""
    if slots.everybody:
        people = [one.person.id for one in waiting]
        return waiting if slots.mode == "no" or len(set(people)) == len(people) else ()
    if slots.task_ids:
        found = tuple(one for one in waiting if one.request.number in slots.task_ids)
        return found if len(found) == len(slots.task_ids) else ()
    if slots.person:
        ids = {person.id for person in named([one.person for one in waiting], slots.person)}
        found = tuple(one for one in waiting if one.person.id in ids)
    else:
        found = waiting
    return found if len(found) == 1 else ()


def _admit(session: Session, said: Said, wish: Wish, request: JoinRequest) -> Admitted:
    who = wish.person
    chat = joining.chat_locked(session, said.agency_id, request.chat_id)
    others = [old for old, bot in joining.chats_of(session, said.agency_id, [who.id]) if bot.id == chat.connection_id]
    rivals = [r for r in joining.open_requests(session, said.agency_id) if _makes_way(session, r, request, chat)]
    before = chat_ledger.snapshot([chat, *others], [request, *rivals])
    for old in others:
        chat_ledger.let_go(session, old, said.now, "replaced")
    chat_ledger.seat(chat, who.id, said.now)
    request.decided_at = said.now
    request.decided_by_id = said.who.id
    request.admitted = True
    for rival in rivals:
        rival.decided_at = said.now
    for invite in unused_invites(session, said.agency_id, who.id):  # a slip that lies about lets nobody else in
        invite.revoked_at = said.now
        session.add(invite)
    session.add_all([chat, request, *rivals])
    event = ledger.write(session, said, EventKind.JOINED, for_id=who.id, before=before)
    return Admitted(
        wish, chat, welcome(session, person(session, said.agency_id, who.id, said.day)), bool(others), event
    )


def _makes_way(session: Session, other: JoinRequest, request: JoinRequest, chat: Chat) -> bool:
    """Other wishes of this chat, and of other chats of this bot to be the same person."""
    if other.id == request.id:
        return False
    if other.chat_id == chat.id:
        return True
    of = joining.chat_locked(session, other.agency_id, other.chat_id)
    return other.staff_id == request.staff_id and of.connection_id == chat.connection_id


def _turn(session: Session, said: Said, wish: Wish, request: JoinRequest) -> Turned:
    chat = joining.chat_locked(session, said.agency_id, request.chat_id)
    request.decided_at, request.decided_by_id = said.now, said.who.id
    session.add(request)
    before = chat_ledger.snapshot([], [request])
    event = ledger.write(session, said, EventKind.JOIN_REFUSED, for_id=wish.person.id, before=before)
    return Turned(wish, chat, event)


def take_back(session: Session, said: Said, event: Event) -> AdmissionUndone:
    """The chat is a stranger's again and its wish waits; or a wish that was turned down waits."""
    back = chat_ledger.put_back(session, said, event)
    who = person(session, said.agency_id, event.for_id, said.day)
    return AdmissionUndone(who, event.kind is EventKind.JOINED, stands=not back)
