import pytest

from jobs.rules.audience import Standing, decider_of, recipient_of
from storage.kinds import AcceptBy, DutyState

PERSON, CONTACT, HEAD, KEEPER, COORDINATOR, OFFICE, LEADER = range(1, 8)
FULL = Standing(PERSON, CONTACT, HEAD, KEEPER, COORDINATOR, (OFFICE,), (LEADER,))
ALL = frozenset(range(1, 8))


def test_the_recipient_is_the_first_who_is_still_here() -> None:
    here, found = set(ALL), []
    while (who := recipient_of(FULL, frozenset(here))) is not None:
        found.append(who)
        here.remove(who)
    assert found == [PERSON, CONTACT, HEAD, KEEPER, OFFICE]


@pytest.mark.parametrize(
    ("reporter", "reachable", "accept_by", "state", "decider"),
    [
        (PERSON, ALL, AcceptBy.HEAD, DutyState.OPEN, HEAD),
        (HEAD, ALL, AcceptBy.HEAD, DutyState.OPEN, COORDINATOR),
        (PERSON, ALL - {HEAD}, AcceptBy.HEAD, DutyState.OPEN, COORDINATOR),
        (PERSON, frozenset({OFFICE, LEADER}), AcceptBy.HEAD, DutyState.OPEN, OFFICE),
        (OFFICE, frozenset({OFFICE, LEADER}), AcceptBy.HEAD, DutyState.OPEN, LEADER),
        (PERSON, frozenset(), AcceptBy.HEAD, DutyState.OPEN, None),
        (PERSON, ALL, AcceptBy.NONE, DutyState.OPEN, None),
        (PERSON, ALL, AcceptBy.HEAD_THEN_COORDINATOR, DutyState.OPEN, HEAD),
        (PERSON, ALL, AcceptBy.HEAD_THEN_COORDINATOR, DutyState.CHECKED, COORDINATOR),
    ],
)
def test_the_decider_is_the_first_who_can_be_reached_and_did_not_report(
    reporter: int, reachable: frozenset[int], accept_by: AcceptBy, state: DutyState, decider: int | None
) -> None:
    assert decider_of(FULL, reporter, reachable, accept_by, state) == decider
