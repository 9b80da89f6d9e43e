"""Handles files that came in: fetched and read outside any transaction, then one effect and answer in one, as words are."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Protocol

from sqlalchemy import Engine
from sqlmodel import Session

from bot.usecases.file_reading import AsProof, FileRead, NotFetched, Setting, Unreadable, read_file
from jobs.clock import Clock
from jobs.delivery import channel as delivery
from jobs.delivery.crash_points import CrashPoint, crash_at
from jobs.delivery.until_served import until_served
from storage.database import transaction, unavailable
from storage.documents.errors import Reason
from storage.documents.package import MAX_BYTES
from storage.kinds import InboxState
from storage.models.messages import Inbox
from storage.queries import inbox
from storage.queries.files import file_by_id

_log = logging.getLogger(__name__)

LONGEST_FETCH = timedelta(minutes=30)  # its chat waits so long for a platform that does not hand the file over

Fetch = Callable[[str, int], Awaitable[bytes]]
Parked = Callable[[Session, Inbox, datetime], None]


@dataclass(frozen=True)
class Brought:
    """A file in hand: its bytes, none where it could not be had, and what they say."""

    name: str
    data: bytes
    read: FileRead


class HandleFile(Protocol):
    def __call__(self, session: Session, row: Inbox, now: datetime, brought: Brought | None, /) -> None: ...


@dataclass(frozen=True)
class FileParts:
    """wants: the setting in which to read the file of a message, `AsProof` where it is kept unread, None where it is left alone.
    handle: effect, events and answers, not committed. parked: a word to the sender after three failures."""

    wants: Callable[[Session, Inbox, datetime], Setting | AsProof | None]
    handle: HandleFile
    parked: Parked | None = None


@dataclass(frozen=True)
class _Held:
    """What holds a file: `tries` is its fence, as whoever begins it anew counts one more."""

    inbox_id: int
    tries: int


@dataclass(frozen=True)
class _Begun:
    row: Inbox
    setting: Setting | AsProof | None
    kept: bytes | None


class _CutOff(Exception):
    """The database went away while a file was begun, which may have been kept."""

    def __init__(self, held: _Held) -> None:
        super().__init__(held)
        self.held = held


async def handle_next_file(engine: Engine, clock: Clock, connection_id: int, fetch: Fetch, parts: FileParts) -> bool:
    """Handle the next file of a connection; False when none waits. A crash anywhere leaves it waiting."""
    try:
        begun = await asyncio.to_thread(_begin, engine, clock, connection_id, parts)
    except _CutOff as cut:
        await _kept(_put_back, engine, cut.held, clock.now(), cut.held.tries - 1)
        return True
    if begun is None:
        return False
    if begun.row.state is InboxState.PARKED:
        return True
    held = _Held(begun.row.id, begun.row.tries)
    try:
        brought = await _bring(begun, fetch, clock.now()) if begun.setting else None
        crash_at(CrashPoint.FILE_READ)
        await _kept(_finish, engine, clock, held, brought, parts)
    except delivery.NotFetched as later:
        pause = timedelta(seconds=later.again_in or 0)
        await _kept(_put_back, engine, held, clock.now() + pause, held.tries - 1)
    except asyncio.CancelledError:
        _put_back(engine, held, clock.now(), held.tries - 1)
        raise
    except Exception as error:
        _log.error("file of message %s failed: %s", held.inbox_id, type(error).__name__)
        pause = inbox.PAUSE_AFTER_FAILURE * held.tries
        await _kept(_put_back, engine, held, clock.now() + pause, held.tries)
    return True


async def _kept(keep: Callable[..., None], *args: object) -> None:
    await until_served(partial(asyncio.to_thread, keep, *args), asyncio.sleep)


def _begin(engine: Engine, clock: Clock, connection_id: int, parts: FileParts) -> _Begun | None:
    held = None
    try:
        with transaction(engine) as session:
            row = inbox.begin_file(session, connection_id, clock.now())
            if row is None:
                return None
            held = _Held(row.id, row.tries)
            if row.tries > inbox.MOST_TRIES:
                _park(session, row, clock.now(), parts)
                return _Begun(row, None, None)
            setting = parts.wants(session, row, clock.now())
            kept = file_by_id(session, row.agency_id, row.file_id) if setting and row.file_id else None
            return _Begun(row, setting, kept.content if kept else None)
    except Exception as error:
        if held is None or not unavailable(error):
            raise
        raise _CutOff(held) from error


def _park(session: Session, row: Inbox, now: datetime, parts: FileParts) -> None:
    row.state, row.done_at = InboxState.PARKED, now
    _log.error("message %s is parked after %d tries", row.id, inbox.MOST_TRIES)
    if parts.parked is not None:
        parts.parked(session, row, now)


async def _bring(begun: _Begun, fetch: Fetch, now: datetime) -> Brought:
    """The file and what it says. Raises NotFetched of the channel when it is worth to try again later."""
    row, setting = begun.row, begun.setting
    assert setting is not None
    name = row.file_name or ""
    if (row.file_size or 0) > MAX_BYTES:
        return Brought(name, b"", Unreadable(Reason.TOO_LARGE))
    try:
        data = begun.kept if begun.kept is not None else await fetch(row.file_key or "", MAX_BYTES)
    except delivery.NotFetched as error:
        _log.warning("file of message %s was not handed over: %s", row.id, error)
        if error.too_large:
            return Brought(name, b"", Unreadable(Reason.TOO_LARGE))
        if error.again_in is None or now - row.received_at > LONGEST_FETCH:
            return Brought(name, b"", NotFetched())
        raise
    if isinstance(setting, AsProof):
        return Brought(name, data, setting)
    return Brought(name, data, await asyncio.to_thread(read_file, data, name, setting))


def _finish(engine: Engine, clock: Clock, held: _Held, brought: Brought | None, parts: FileParts) -> None:
    with transaction(engine) as session:
        row = inbox.held_file(session, held.inbox_id, held.tries)
        if row is None:
            return
        parts.handle(session, row, clock.now(), brought)
        inbox.mark_done(row, clock.now())
        session.add(row)


def _put_back(engine: Engine, held: _Held, at: datetime, tries: int) -> None:
    with transaction(engine) as session:
        row = inbox.held_file(session, held.inbox_id, held.tries)
        if row is not None:
            row.tries, row.next_try_at = tries, at
            session.add(row)
