"""Who is away, or will be: of the whole office for who looks after it, else of one's own units."""

from dataclasses import dataclass

from sqlmodel import Session

from bot.usecases.absence import Away
from bot.usecases.said import Said
from bot.usecases.scope import sees_all
from storage.queries import people as people_queries
from storage.queries.absences import absences_of


@dataclass(frozen=True)
class WhoIsAway:
    """Absences that run or are to come, the nearest first; `today`: that day was asked about."""

    away: tuple[Away, ...]
    today: bool = False


def who_is_away(session: Session, said: Said, *, today: bool = False) -> WhoIsAway:
    """Of the whole office for who looks after it, else of one's own units."""
    everybody = people_queries.people(session, said.agency_id, said.day)
    seen = [p.id for p in everybody if sees_all(said.who) or p.unit_ids & said.who.unit_ids or p.id == said.who.id]
    by_id = {person.id: person for person in everybody}
    kept = absences_of(session, said.agency_id, seen, said.day)
    found = [
        Away(by_id[one.staff_id], by_id[one.substitute_id], one.from_on, one.to_on)
        for one in kept
        if one.from_on <= one.to_on and {one.staff_id, one.substitute_id} <= by_id.keys()
    ]
    return WhoIsAway(tuple(sorted(found, key=lambda each: (each.first, each.person.id))), today)
