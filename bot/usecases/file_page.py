"""A web page that serves one person once: to bring a file into his chat, or to take one out."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.usecases.said import Said
from jobs.clock import office_day
from jobs.file_links import new_link, token_hash
from jobs.plans.draft import keep_file
from storage.models.channels import Chat, FileLink
from storage.models.messages import Inbox
from storage.queries.agencies import agency_by_id
from storage.queries.conversation import chat_by_id
from storage.queries.file_links import link_by_hash
from storage.queries.files import file_by_id
from storage.queries.inbox import FILE
from storage.queries.people import Person, person

PATH = "/f/"


@dataclass(frozen=True)
class OpenPage:
    """A link that may be used. `who` may use it; `outgoing`: it hands a file out, else it takes one in."""

    who: Person
    outgoing: bool


@dataclass(frozen=True)
class HandedOut:
    name: str
    content: bytes


def file_page(session: Session, said: Said, file_id: int | None = None) -> str:
    """The address of a new link for the sender in this chat, "" where there is no public address."""
    if not said.public_url or said.chat_id is None:
        return ""
    token = new_link(session, said.agency_id, said.who.id, said.chat_id, said.now, file_id)
    return f"{said.public_url}{PATH}{token}"


def look(session: Session, token: str, now: datetime) -> OpenPage | None:
    """What a link is for; None for one that is unknown, used, too old, or of somebody who has left that chat."""
    found = _usable(session, token, now)
    return OpenPage(found[2], found[0].file_id is not None) if found else None


def bring_in(session: Session, token: str, name: str, data: bytes, now: datetime) -> bool:
    """Use a link up: the file is kept and waits as if it had been sent into the chat. False, and nothing, for a dead link."""
    found = _usable(session, token, now)
    if found is None or found[0].file_id is not None:
        return False
    link, chat, _ = found
    kept = keep_file(session, link.agency_id, (name, data), now)
    session.flush()
    link.used_at = now
    session.add(link)
    session.add(
        Inbox(
            agency_id=link.agency_id, connection_id=chat.connection_id, dedup_key=f"upload/{link.token_hash}",
            chat_id=chat.id, kind=FILE, sender=chat.address, text="", file_name=name, file_size=len(data),
            file_id=kept.id, sent_at=now, received_at=now,
        )
    )  # fmt: skip
    return True


def take_out(session: Session, token: str, now: datetime) -> HandedOut | None:
    """Use a link up for the file behind it; None for a dead link."""
    found = _usable(session, token, now)
    if found is None or found[0].file_id is None:
        return None
    kept = file_by_id(session, found[0].agency_id, found[0].file_id)
    if kept is None:
        return None
    found[0].used_at = now
    session.add(found[0])
    return HandedOut(kept.name, kept.content)


def _usable(session: Session, token: str, now: datetime) -> tuple[FileLink, Chat, Person] | None:
    link = link_by_hash(session, token_hash(token))
    if link is None or link.used_at is not None or link.expires_at <= now:
        return None
    chat = chat_by_id(session, link.agency_id, link.chat_id)
    if chat.staff_id != link.staff_id:
        return None
    day = office_day(now, agency_by_id(session, link.agency_id).time_zone)
    try:
        return link, chat, person(session, link.agency_id, link.staff_id, day)
    except LookupError:  # has left the office
        return None
