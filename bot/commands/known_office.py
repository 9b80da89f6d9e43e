"""Units, people and calendar for trying words in a shell: the configured database's, else both demo offices'."""

import os
from dataclasses import dataclass
from pathlib import Path

from bot.demo.offices import BOARD, WARD
from bot.understanding.directory import Directory, PersonNames, UnitNames
from jobs.packaged_calendar import packaged_calendar
from jobs.rules.working_days import WorkingCalendar
from storage.settings import Settings

PACKAGED_YEARS = (2022, 2028)


@dataclass(frozen=True)
class KnownOffice:
    directory: Directory
    calendar: WorkingCalendar

    @property
    def unit_names(self) -> list[str]:
        return [unit.name for unit in self.directory.units]


def known_office() -> KnownOffice:
    """What is configured, where a database stands; makes no file. Raises CannotGoOn for one of another revision."""
    path = Settings().sqlite_path()
    configured = Path(path).exists() if path else "DATABASE_URL" in os.environ
    return _configured() if configured else KnownOffice(demo_directory(), packaged_calendar(*PACKAGED_YEARS))


def demo_directory() -> Directory:
    """Both demo offices together."""
    return Directory(
        units=tuple(UnitNames(u.name, (u.short_name, *u.other_names), o.name) for o in (WARD, BOARD) for u in o.units),
        people=tuple(PersonNames(p.full_name, p.honorific, p.unit or "") for o in (WARD, BOARD) for p in o.people),
    )


def _configured() -> KnownOffice:
    # The database's libraries load slowly, and most trials need none.
    from bot.commands.office import open_office
    from bot.conversation.reading import office_directory
    from jobs.calendar import working_calendar
    from jobs.clock import SystemClock, office_day
    from storage.queries.agencies import all_agencies

    now = SystemClock().now()
    with open_office() as session:
        calendar = working_calendar(session)
        offices = [office_directory(session, a, office_day(now, a.time_zone)) for a in all_agencies(session)]
    return KnownOffice(_together(offices) if offices else demo_directory(), calendar)


def _together(offices: list[Directory]) -> Directory:
    return Directory(
        units=tuple(unit for office in offices for unit in office.units),
        people=tuple(person for office in offices for person in office.people),
        plans=tuple(plan for office in offices for plan in office.plans),
    )
