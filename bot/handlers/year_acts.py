"""Acts of the year's end: lines are sorted by their owners, a unit's year is closed by its head."""

from sqlmodel import Session

from bot.handlers.duty_acts import Done, on_duties
from bot.permissions import Right
from bot.understanding.intents import Act
from bot.usecases import year_close, year_end
from bot.usecases.said import Said
from storage.kinds import OPEN_STATES, SortedAs
from storage.queries.duties import DutyLine


def sort_year(session: Session, said: Said, act: Act, duty_id: int | None) -> Done:
    slots = act.slots
    last_on = year_end.closing_until(session, said.agency_id)
    if last_on is None:
        return Done((year_close.NoYearToClose(closing=False),))
    wish = year_end.Wish(SortedAs(slots.mode or ""), slots.date, slots.reason or "")

    def do(line: DutyLine, _named_period: bool) -> object:
        return year_end.sort_line(session, said, line, wish)

    if slots.task_ids or duty_id is not None:
        done = on_duties(session, said, act, duty_id, Right.SORT_YEAR, do, OPEN_STATES)
    else:
        left = year_end.unsorted_among(session, said, slots.all_except or (), slots.code, slots.but_codes)
        done = Done(tuple(do(line, False) for line in left) or (year_end.NothingToSort(slots.code),))
    results = year_end.together(done.results)
    if any(isinstance(each, year_end.YearSorted) for each in results):
        results.append(year_end.still_unsorted(session, said, last_on))
    return Done(tuple(results), done.options)


def close_year(session: Session, said: Said, act: Act, _duty_id: int | None) -> Done:
    return Done((year_close.close_year(session, said, act.slots.unit_full, act.slots.mode == "yes"),))
