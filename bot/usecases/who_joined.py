""" "Ai chưa kết nối": who cannot be written to yet and why, who asks to be let in, and what to do about it."""

from dataclasses import dataclass
from datetime import timedelta

from sqlmodel import Session

from bot.permissions import Right, Subject, may
from bot.usecases.ask_in import Wish, wishes_for
from bot.usecases.said import Said
from jobs.rules.text import fold_words
from storage.models.organisation import Unit
from storage.queries.joining import unmatched_since
from storage.queries.people import Person, living_units, people
from storage.queries.reach import NOBODY, Reach, reach_of_all

RECENT = timedelta(days=30)


@dataclass(frozen=True)
class WhoJoined:
    """Of the office, of `unit`, or of the units somebody heads. `missing`: who never joined, by unit (None: those above the units);
    `lost`: who joined and cannot be reached. `wishes` wait for the reader; `unmatched`: words of strangers that fit nobody.
    """

    total: int
    joined: int
    missing: tuple[tuple[Unit | None, tuple[Person, ...]], ...]
    lost: tuple[tuple[Person, Reach], ...]
    wishes: tuple[Wish, ...]
    unmatched: tuple[str, ...]
    unit: Unit | None = None
    prints_slips: bool = False


@dataclass(frozen=True)
class JoinedNotForYou:
    """The sender sees this of no unit, or not of the one he named."""

    unit: str


def who_joined(session: Session, said: Said, unit_name: str | None = None) -> WhoJoined | JoinedNotForYou:
    units = living_units(session, said.agency_id)
    unit = next((one for one in units if unit_name and fold_words(one.name) == fold_words(unit_name)), None)
    sees_all = may(said.who, Right.SEE_JOINED, Subject(said.agency_id))
    seen = {one.id for one in units if may(said.who, Right.SEE_JOINED, Subject(said.agency_id, unit_id=one.id))}
    wanted = {unit.id} if unit else seen
    if not seen or not wanted <= seen:
        return JoinedNotForYou(unit.short_name if unit else "")
    everybody = people(session, said.agency_id, said.day)
    shown = [one for one in everybody if one.unit_ids & wanted or (sees_all and not unit and not one.unit_ids)]
    reach = reach_of_all(session, said.agency_id)
    at = [(one, reach.get(one.id, NOBODY).reach) for one in shown]
    never = [one for one, why in at if why is Reach.NOT_JOINED]
    places = [one for one in units if one.id in wanted]
    groups: list[tuple[Unit | None, tuple[Person, ...]]] = [
        (place, tuple(p for p in never if place.id == _first_unit(p, places))) for place in places
    ]
    groups.append((None, tuple(p for p in never if not p.unit_ids)))
    keeps = may(said.who, Right.DISCONNECT, Subject(said.agency_id))
    return WhoJoined(
        len(shown),
        sum(why is Reach.REACHED for _, why in at),
        tuple(group for group in groups if group[1]),
        tuple((one, why) for one, why in at if why not in (Reach.REACHED, Reach.NOT_JOINED)),
        wishes_for(session, said.who, said.day),
        tuple(unmatched_since(session, said.agency_id, said.day - RECENT)) if keeps and not unit else (),
        unit,
        keeps,
    )


def _first_unit(person: Person, places: list[Unit]) -> int | None:
    return next((place.id for place in places if place.id in person.unit_ids), None)
