"""Texts of what leaves next, made many at once: the facts of a morning are read for all of them together."""

import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import Engine
from sqlmodel import Session

from jobs.clock import Clock
from jobs.delivery.rendered import TOGETHER, Render, Rendered
from storage.database import reading, transaction, unavailable
from storage.models.messages import Notice
from storage.queries import notices, outcomes
from storage.queries.connections import connection_by_id
from storage.queries.events import last_event

_log = logging.getLogger(__name__)

MOST_RENDERINGS = 5
KEPT = timedelta(seconds=30)

Texts = dict[int, Rendered | None]


class Ahead:
    """What the next messages of one connection say. A text is used while nobody has written anything down since its facts
    were read, and at most three seconds; where that is too short for many, fewer are made.
    """

    def __init__(self, engine: Engine, connection_id: int, clock: Clock, render: Render) -> None:
        self._engine, self._connection_id, self._clock, self._render = engine, connection_id, clock, render
        self._texts: Texts = {}
        self._read_at: datetime | None = None
        self._last_event: int | None = None
        self._most = notices.MOST_AT_ONCE

    def take(self) -> Texts:
        """By notice id, what those say that a claim may choose from now; None for what no longer applies."""
        now = self._clock.now()
        broken: list[int] = []
        with reading(self._engine) as session:
            connection = connection_by_id(session, self._connection_id)
            waiting = notices.candidates(session, connection, now)
            if waiting:
                self._forget_what_is_old(session, connection.agency_id, now)
            wanted = waiting[: notices.MOST_AT_ONCE]
            if not self._texts.keys() >= set(wanted):
                missing = [notice_id for notice_id in waiting if notice_id not in self._texts]
                broken = self._make(session, missing[: self._most], now)
                self._most = min(2 * self._most, notices.MOST_AHEAD)
        for notice_id in broken:
            with transaction(self._engine) as session:
                outcomes.count_broken(session, notice_id, MOST_RENDERINGS, now)
        return {notice_id: self._texts.pop(notice_id) for notice_id in wanted if notice_id in self._texts}

    def _forget_what_is_old(self, session: Session, agency_id: int, now: datetime) -> None:
        last = last_event(session, agency_id)
        if self._read_at is None or not self._read_at <= now <= self._read_at + KEPT or last != self._last_event:
            if self._texts:  # made in vain
                self._most = notices.MOST_AT_ONCE
            self._texts, self._read_at, self._last_event = {}, now, last

    def _make(self, session: Session, notice_ids: Sequence[int], now: datetime) -> list[int]:
        """Render these; ids of those that could not be."""
        broken = []
        found = notices.by_ids(session, notice_ids)
        session.info[TOGETHER] = found
        for notice_id, notice in [(n.id, n) for n in found]:
            try:
                self._texts[notice_id] = _as_begun(notice, self._render(session, notice, now))
            except Exception as error:
                if unavailable(error):
                    raise
                _log.error("notice %s could not be rendered: %s", notice_id, type(error).__name__)
                session.rollback()
                broken.append(notice_id)
        return broken


def _as_begun(notice: Notice, text: Rendered | None) -> Rendered | None:
    """A text of which a part has gone stays as it was."""
    return replace(text, text=notice.body) if text and notice.parts_sent and notice.body else text
