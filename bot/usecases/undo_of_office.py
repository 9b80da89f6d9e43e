"""Changes that belong to no duty: by what their event keeps, what puts each back."""

from collections.abc import Callable

from sqlmodel import Session

from bot.usecases import (
    absence,
    bare_texts,
    bare_titles,
    calendar_days,
    chat_ledger,
    chats_back,
    contacts,
    go_live,
    indicators,
    name_office,
    news_moved,
    own_settings,
    snooze,
    units,
)
from bot.usecases.absence import AbsenceUndone
from bot.usecases.bare_texts import MendUndone
from bot.usecases.bare_titles import TitleUndone
from bot.usecases.calendar_days import CalendarUndone
from bot.usecases.chats_back import ChatsBack
from bot.usecases.contacts import ContactUndone
from bot.usecases.draft_ledger import DraftUndone
from bot.usecases.go_live import OnTrialAgain
from bot.usecases.indicators import IndicatorUndone
from bot.usecases.name_office import OfficeNamed
from bot.usecases.news import NewsShown
from bot.usecases.news_moved import MoveUndone
from bot.usecases.own_settings import OwnSettings
from bot.usecases.said import Said
from bot.usecases.snooze import SnoozeUndone
from bot.usecases.units import UnitsUndone
from storage.models.events import Event

OfficeUndone = (
    DraftUndone
    | CalendarUndone
    | AbsenceUndone
    | OwnSettings
    | OfficeNamed
    | SnoozeUndone
    | ContactUndone
    | OnTrialAgain
    | ChatsBack
    | MendUndone
    | TitleUndone
    | MoveUndone
    | NewsShown
    | IndicatorUndone
    | UnitsUndone
)

OF_THE_OFFICE: dict[str, Callable[[Session, Said, Event], OfficeUndone]] = {
    calendar_days.CALENDAR: calendar_days.take_back,
    absence.ABSENCE: absence.take_back,
    own_settings.SETTINGS: own_settings.take_back,
    snooze.SNOOZE: snooze.take_back,
    contacts.CONTACT: contacts.take_back,
    go_live.LIVE: go_live.take_back,
    chat_ledger.CHATS: chats_back.take_back,
    units.UNITS: units.take_back,
    bare_texts.MENDED: bare_texts.take_back,
    bare_titles.TITLE: bare_titles.take_back,
    news_moved.MOVED: news_moved.take_back,
    indicators.READING: indicators.take_back,
    name_office.NAMED: name_office.take_back,
    units.UNITS_PART: units.take_part_back,
}
