"""Bring a database to this build's revision, and fill the holiday table from the package."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine
from sqlmodel import col, select

from storage.database import transaction
from storage.holidays_vn import official_days
from storage.kinds import DayKind
from storage.models.calendar import Holiday

CALENDAR_YEARS = (2022, 2028)


def config_for(engine: Engine) -> Config:
    """Alembic's settings, with the engine handed over so that no address needs to be written down."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["engine"] = engine
    return config


def migrate(engine: Engine) -> None:
    """Upgrade to the newest revision and add missing official days; safe to repeat."""
    command.upgrade(config_for(engine), "head")
    fill_holidays(engine)


def fill_holidays(engine: Engine) -> None:
    """Add official days that the table lacks; a day the office edited stays as it is."""
    with transaction(engine) as session:
        known = set(session.exec(select(col(Holiday.day))))
        for day, kind, note in official_days(*CALENDAR_YEARS):
            if day not in known:
                session.add(Holiday(day=day, kind=DayKind(kind), note=note))
