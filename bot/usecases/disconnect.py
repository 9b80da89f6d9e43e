""" "Ngắt kết nối của Thảo": a person's chats are a stranger's again, and his unused codes are void."""

from dataclasses import dataclass

from sqlmodel import Session

from bot.permissions import Right, Subject, may
from bot.usecases import chat_ledger, ledger
from bot.usecases.said import Said
from bot.usecases.who_is import named
from storage.kinds import OPEN_STATES, ChannelKind, EventKind
from storage.models.events import Event
from storage.queries import joining
from storage.queries.conversation import unused_invites
from storage.queries.duties import lines_of_recipient
from storage.queries.file_links import unused_links
from storage.queries.people import Person, agency_keeper, people, person


@dataclass(frozen=True)
class Disconnected:
    """`still_has`: open tasks under his name, which stay there; `to`: a colleague who could take them."""

    person: Person
    channels: tuple[ChannelKind, ...]
    still_has: int
    to: Person | None = None


@dataclass(frozen=True)
class NotConnected:
    """He has no chat; `codes`: codes of his that could still be used are void now."""

    person: Person
    codes: int = 0


@dataclass(frozen=True)
class DisconnectWhom:
    """The name fits nobody, or several; "" where none was said."""

    typed: str
    several: tuple[Person, ...] = ()


@dataclass(frozen=True)
class DisconnectRefused:
    """`own`: nobody locks himself out; else the sender may not. `by`: whom to ask."""

    own: bool
    by: Person | None


@dataclass(frozen=True)
class Reconnected:
    """`stands`: a chat of his is somebody else's by now, so nothing was put back."""

    person: Person
    stands: bool = False


DisconnectResult = Disconnected | NotConnected | DisconnectWhom | DisconnectRefused


def disconnect(session: Session, said: Said, name: str | None, *, own: bool = False) -> DisconnectResult:
    if own or not may(said.who, Right.DISCONNECT, Subject(said.agency_id)):
        return DisconnectRefused(own, _keeper(session, said))
    everybody = people(session, said.agency_id, said.day)
    found = named(everybody, name or "")
    if len(found) != 1:
        return DisconnectWhom(name or "", tuple(found))
    who = found[0]
    if who.id == said.who.id:
        return DisconnectRefused(True, None)
    invites = unused_invites(session, said.agency_id, who.id)
    for invite in invites:
        invite.revoked_at = said.now
    session.add_all(invites)
    rows = joining.chats_of(session, said.agency_id, [who.id])
    if not rows:
        return NotConnected(who, len(invites))
    before = chat_ledger.snapshot(chat for chat, _ in rows)
    for chat, _ in rows:
        chat_ledger.let_go(session, chat, said.now, "disconnected")
        for outgoing in (True, False):
            for link in unused_links(session, said.agency_id, chat.id, outgoing=outgoing):
                link.expires_at = said.now
                session.add(link)
    ledger.write(session, said, EventKind.DISCONNECTED, for_id=who.id, before=before)
    still_has = len(lines_of_recipient(session, said.agency_id, who.id, OPEN_STATES))
    colleagues = [one for one in everybody if one.id != who.id and one.unit_ids & who.unit_ids]
    to = max(colleagues, key=lambda one: bool(one.heads), default=None) if still_has else None
    return Disconnected(who, tuple(dict.fromkeys(bot.channel for _, bot in rows)), still_has, to)


def _keeper(session: Session, said: Said) -> Person | None:
    keeper = agency_keeper(session, said.agency_id)
    return person(session, said.agency_id, keeper, said.day) if keeper and keeper != said.who.id else None


def take_back(session: Session, said: Said, event: Event) -> Reconnected:
    """His chats are his again."""
    back = chat_ledger.put_back(session, said, event)
    return Reconnected(person(session, said.agency_id, event.for_id, said.day), stands=not back)
