"""Who leads and who coordinates a task: the names as written become units, groups, or are kept as they are."""

from collections.abc import Sequence
from typing import Any

from sqlmodel import Session

from jobs.rules.parties import Meant, is_everybody, resolve_party
from jobs.rules.plans.units import unit_key
from jobs.rules.text import fold_words
from storage.kinds import PartyIs, PartyRole
from storage.models.organisation import UnitGroup, UnitGroupMember
from storage.models.plans import Party, Task
from storage.queries import people as people_queries
from storage.queries import plans as plan_queries


def unit_names(session: Session, agency_id: int) -> dict[str, int]:
    """Every name of every living unit, as `resolve_party` wants them."""
    living = people_queries.living_units(session, agency_id)
    now = {unit.id: unit.id for unit in living} | people_queries.merged_units(session, agency_id)
    names = {
        unit_key(a.alias): now[a.unit_id] for a in people_queries.unit_aliases(session, agency_id) if a.unit_id in now
    }
    split = {unit.split_from_id for unit in living}  # which of its parts is meant, nobody knows
    merged = people_queries.units_by_ids(session, agency_id, now.keys() - {unit.id for unit in living} - split)
    return names | {unit_key(u.name): now[u.id] for u in [*merged, *living]}


class Parties:
    """The units of one agency, read once for all lines of a plan.

    `unknown` gathers names that fit nobody, `undefined` groups taken as every unit because nobody has said who belongs.
    """

    def __init__(self, session: Session, agency_id: int) -> None:
        self.session, self.agency_id = session, agency_id
        self.names = unit_names(session, agency_id)
        self.everybody = [unit.id for unit in people_queries.living_units(session, agency_id)]
        self.members = plan_queries.members_by_group(session, agency_id)
        self.groups: dict[str, int] = {}  # ids of those met so far, by folded name
        self.unknown: list[str] = []
        self.undefined: list[str] = []

    def of(self, task: Task, reading: dict[str, Any]) -> dict[int, PartyRole]:
        """Store who is named; give every unit its role, lead winning where a group holds the lead."""
        roles: dict[int, PartyRole] = {}
        for role, texts in ((PartyRole.LEAD, reading["lead"]), (PartyRole.COORDINATE, reading["coordinate"])):
            for text in texts:
                meant = resolve_party(text, self.names)
                self._keep(task, role, text, meant)
                for unit_id in self.units_of(text, meant):
                    roles.setdefault(unit_id, role)
        return roles

    def leads(self, reading: dict[str, Any]) -> tuple[int, ...]:
        """The units that lead a line, in no order of the paper; stores nothing."""
        found = (unit for text in reading["lead"] for unit in self.units_of(text, resolve_party(text, self.names)))
        return tuple(sorted(set(found)))

    def units_of(self, text: str, meant: Meant) -> Sequence[int]:
        """A group holds who was said to belong, and every living unit until somebody says so."""
        if meant.kind is PartyIs.GROUP:
            return self.members.get(fold_words(text)) or self.everybody
        return [meant.unit_id] if meant.unit_id is not None else []

    def wants_definition(self, text: str) -> bool:
        """Whether this names a group of which the office has to say who belongs, and has not."""
        group = resolve_party(text, self.names).kind is PartyIs.GROUP
        return group and not is_everybody(text) and not self.members.get(fold_words(text))

    def _keep(self, task: Task, role: PartyRole, text: str, meant: Meant) -> None:
        if meant.kind is PartyIs.UNKNOWN:
            self.unknown.append(text)
        if self.wants_definition(text):
            self.undefined.append(text)
        self.session.add(
            Party(
                agency_id=task.agency_id, task_id=task.id, role=role, text=text, resolves_to=meant.kind,
                unit_id=meant.unit_id, group_id=self._group(text) if meant.kind is PartyIs.GROUP else None,
            )
        )  # fmt: skip

    def _group(self, text: str) -> int:
        folded = fold_words(text)
        if folded not in self.groups:
            self.groups[folded] = group_named(self.session, self.agency_id, text).id
        return self.groups[folded]


def group_named(session: Session, agency_id: int, text: str) -> UnitGroup:
    """The group of this name, made where there is none."""
    folded = fold_words(text)
    group = plan_queries.group_by_folded(session, agency_id, folded)
    if group is None:
        group = UnitGroup(agency_id=agency_id, name=text, folded=folded)
        session.add(group)
        session.flush()
    return group


def define_group(session: Session, agency_id: int, text: str, unit_ids: Sequence[int]) -> UnitGroup:
    """Say once who belongs to a group, in place of what was said before; every later plan knows it."""
    group = group_named(session, agency_id, text)
    for row in plan_queries.group_members(session, agency_id, group.id):
        session.delete(row)
    session.flush()
    session.add_all(UnitGroupMember(agency_id=agency_id, group_id=group.id, unit_id=unit) for unit in unit_ids)
    session.flush()
    return group
