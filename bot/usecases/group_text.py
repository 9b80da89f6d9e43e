""" "Soạn nhắc nhóm": what is late or missing by unit and number, to forward into the office's own group."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlmodel import Session

from bot.understanding.intents import Slots
from bot.usecases.remind_asked import RemindNotYours, RemindWhom, may_remind, units_meant, within_reach
from bot.usecases.said import Said
from jobs.morning import morning
from jobs.rules.items import Item, Standing, grouped, standing_of
from jobs.rules.reporting_period import ReportingPeriod, is_asked
from jobs.rules.urging import lacks_result
from storage.models.organisation import Unit

SOON = 3  # working days

ByUnit = tuple[tuple[Unit, tuple[Item, ...]], ...]


@dataclass(frozen=True)
class GroupText:
    """Official dates only: internal ones are not for everybody. `period`: whose results are missing.

    `by`: the unit that asks, None for the office; `to`: the one unit it is for, None for all.
    """

    overdue: ByUnit
    missing: ByUnit
    soon: ByUnit
    period: ReportingPeriod
    by: Unit | None
    to: Unit | None

    @property
    def empty(self) -> bool:
        return not (self.overdue or self.missing or self.soon)


def group_text(session: Session, said: Said, slots: Slots) -> GroupText | RemindNotYours | RemindWhom:
    """Of the work that the sender may remind of, of the unit named alone."""
    if not may_remind(session, said):
        return RemindNotYours(head=False)
    facts = morning(session, said.agency_id, said.day, said.now)
    wanted = units_meant(said, facts, slots)
    if isinstance(wanted, RemindWhom):
        return wanted
    within = within_reach(session, said, facts.items)
    items = [item for item in within if wanted is None or item.unit_id in wanted]
    if within and not items and wanted:
        return RemindNotYours(head=bool(said.who.heads))
    last = said.calendar.add(said.day, SOON)

    def by_unit(fits: Callable[[Item], bool]) -> ByUnit:
        found = grouped(filter(fits, items), lambda item: item.unit_id)
        return tuple((unit, tuple(found[unit.id])) for unit in facts.units.values() if unit.id in found)

    def is_soon(item: Item) -> bool:
        return item.open and not item.closing and item.due_on is not None and said.day <= item.due_on <= last

    units = sorted(said.who.units.values(), key=lambda unit: (unit.id not in said.who.heads, unit.position))
    reached = {item.unit_id for item in items}
    return GroupText(
        overdue=by_unit(lambda item: standing_of(item, said.day, said.calendar) is Standing.OVERDUE),
        missing=by_unit(lambda item: is_asked(facts.day.period, said.day) and lacks_result(item, facts.day)),
        soon=by_unit(is_soon),
        period=facts.day.period,
        by=units[0] if units else None,
        to=facts.units.get(next(iter(reached))) if len(reached) == 1 else None,
    )
