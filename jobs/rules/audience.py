"""Who is told of a duty, and who decides a report on it (design: "Whose part")."""

from collections.abc import Iterable
from dataclasses import dataclass

from storage.kinds import AcceptBy, DutyState


@dataclass(frozen=True)
class Standing:
    """Who stands where around one duty; all are staff ids, None where nobody does."""

    person: int | None = None  # in charge of this duty
    contact: int | None = None  # the unit's contact for the plan
    head: int | None = None  # of the duty's unit
    keeper: int | None = None  # of the plan, else of the agency
    coordinator_head: int | None = None  # head of the plan's coordinator unit
    office_heads: tuple[int, ...] = ()
    leaders: tuple[int, ...] = ()
    deputies: tuple[int, ...] = ()  # the unit's other heads


def recipient_of(standing: Standing, here: frozenset[int]) -> int | None:
    """The one person who is told: in charge, else contact, else head, else keeper, else a head of office.

    `here`: everybody who has not left. None only in an office that has none of them.
    """
    order = (standing.person, standing.contact, standing.head, standing.keeper, *standing.office_heads)
    return _first(order, here)


def decider_of(
    standing: Standing, reporter: int, reachable: frozenset[int], accept_by: AcceptBy, state: DutyState
) -> int | None:
    """Who accepts a report: the first who can be reached and did not report it himself.

    None: nobody has to, or nobody can, so that it is accepted when it is recorded. A checked report has passed its
    unit's head, the coordinator's step follows.
    """
    if accept_by is AcceptBy.NONE:
        return None
    above = (standing.coordinator_head, *standing.office_heads, *standing.leaders)
    if state is DutyState.CHECKED:
        return _first(above, reachable - {reporter, standing.head})
    return _first((standing.head, *above), reachable - {reporter})


def next_decider_of(
    standing: Standing, passed_over: frozenset[int], reachable: frozenset[int], state: DutyState
) -> int | None:
    """Who hears of a report that its decider leaves lying: a deputy of the unit, else who stands above it."""
    unit = () if state is DutyState.CHECKED else (standing.head, *standing.deputies)
    order = (*unit, standing.coordinator_head, *standing.office_heads, *standing.leaders)
    return _first(order, reachable - passed_over)


def _first(order: Iterable[int | None], allowed: frozenset[int]) -> int | None:
    return next((who for who in order if who in allowed), None)
