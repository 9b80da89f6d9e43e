"""How a morning went: who was reached, who could not be and why, who still waits."""

from dataclasses import dataclass

from jobs.morning import Morning, Owed
from jobs.trial import TrialMorning, trial_morning
from storage.kinds import UNDER_WAY, NoticeState
from storage.models.messages import Notice
from storage.queries.morning import SERVED, planned_of_day
from storage.queries.people import Person
from storage.queries.reach import Reach

LAST_PRIORITY = 9


@dataclass(frozen=True)
class Outcome:
    """People with something due this morning, the keepers and the head of office left out. `trial`: nobody was told, the
    keeper read it all.
    """

    reached: int
    waiting: int
    missed: tuple[tuple[Person, Reach], ...]
    named: tuple[int, ...] = ()  # staff ids of those reached
    trial: TrialMorning | None = None

    @property
    def total(self) -> int:
        return self.reached + self.waiting + len(self.missed)


def others(notices: list[Notice]) -> list[Notice]:
    """The digests that the last ones wait for."""
    return [notice for notice in notices if notice.priority < LAST_PRIORITY]


def outcome(facts: Morning) -> Outcome:
    """From the notices of the day, and from those who are owed one but have no usable chat."""
    if trial := trial_morning(facts):
        return Outcome(0, 0, (), trial=trial)
    notices = planned_of_day(facts.session, facts.agency.id, facts.day.today)
    have = {notice.staff_id for notice in notices}
    sent = [notice for notice in others(notices) if notice.state in SERVED]
    failed = {notice.staff_id for notice in others(notices) if notice.state is NoticeState.FAILED}
    missed = []
    for person in facts.people.values():
        reach = facts.reach_of(person.id).reach
        if person.id in failed:
            missed.append((person, reach if reach is not Reach.REACHED else Reach.CHAT_OFF))
        elif person.id not in have and reach is not Reach.REACHED and facts.owed(person) is not Owed.NOTHING:
            missed.append((person, reach))
    undecided = sum(notice.state in UNDER_WAY for notice in others(notices))
    return Outcome(len(sent), undecided, tuple(missed), tuple(notice.staff_id or 0 for notice in sent))
