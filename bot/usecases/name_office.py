"""How the office calls itself where the bot greets for it and writes for its group."""

from dataclasses import dataclass

from sqlmodel import Session

from bot.permissions import Right, Subject, may
from bot.understanding.intents import Slots
from bot.usecases import ledger
from bot.usecases.said import Said
from jobs.rules.text import tidy
from storage.kinds import EventKind
from storage.models.events import Event
from storage.queries.agencies import agency_by_id

NAMED = "office_name"  # in an event's `before`


@dataclass(frozen=True)
class OfficeNamed:
    """`was`: the name before; the same where nothing changed."""

    name: str
    was: str
    undone: bool = False


@dataclass(frozen=True)
class BotSaysEm:
    """The bot's own word for itself does not change; the office's does."""


@dataclass(frozen=True)
class OfficeNotNamed:
    """The head of office or an admin decides this."""


def name_office(session: Session, said: Said, slots: Slots) -> OfficeNamed | BotSaysEm | OfficeNotNamed:
    if slots.mode == "bot":
        return BotSaysEm()
    if not may(said.who, Right.CHANGE_UNITS, Subject(said.agency_id)):
        return OfficeNotNamed()
    agency, name = agency_by_id(session, said.agency_id), tidy(slots.title or "")
    was = agency.short_name
    if name != was:
        agency.short_name = name
        session.add(agency)
        ledger.write(session, said, EventKind.SETTINGS_SET, for_id=said.who.id, before={NAMED: was})
    return OfficeNamed(name, was)


def take_back(session: Session, said: Said, event: Event) -> OfficeNamed:
    agency = agency_by_id(session, said.agency_id)
    was, agency.short_name = agency.short_name, event.before[NAMED]
    session.add(agency)
    ledger.take_back(session, said, event)
    return OfficeNamed(agency.short_name, was, undone=True)
