"""Who leads and who coordinates a task: the names as written become units, groups, or are kept as they are."""

from collections.abc import Sequence
from typing import Any

from sqlmodel import Session

from jobs.rules.parties import Meant, resolve_party
from jobs.rules.plans.units import unit_key
from jobs.rules.text import fold_words
from storage.kinds import PartyIs, PartyRole
from storage.models.organisation import UnitGroup, UnitGroupMember
from storage.models.plans import Party, Task
from storage.queries import people as people_queries
from storage.queries import plans as plan_queries


def unit_names(session: Session, agency_id: int) -> dict[str, int]:
    """Every name of every living unit, as `resolve_party` wants them."""
    units = {u.id: u for u in people_queries.living_units(session, agency_id)}
    names = {
        unit_key(a.alias): a.unit_id for a in people_queries.unit_aliases(session, agency_id) if a.unit_id in units
    }
    return names | {unit_key(u.name): u.id for u in units.values()}


class Parties:
    """The units of one agency, read once for all lines of a plan. `unknown` gathers names that fit nobody."""

    def __init__(self, session: Session, agency_id: int) -> None:
        self.session, self.agency_id = session, agency_id
        self.names = unit_names(session, agency_id)
        self.unknown: list[str] = []

    def of(self, task: Task, reading: dict[str, Any]) -> dict[int, PartyRole]:
        """Store who is named; give every unit its role, lead winning where a group holds the lead."""
        roles: dict[int, PartyRole] = {}
        for role, texts in ((PartyRole.LEAD, reading["lead"]), (PartyRole.COORDINATE, reading["coordinate"])):
            for text in texts:
                meant = resolve_party(text, self.names)
                group_id = self._group(text) if meant.kind is PartyIs.GROUP else None
                self._keep(task, role, text, meant, group_id)
                for unit_id in self._units_of(meant, group_id):
                    roles.setdefault(unit_id, role)
        return roles

    def _keep(self, task: Task, role: PartyRole, text: str, meant: Meant, group_id: int | None) -> None:
        if meant.kind is PartyIs.UNKNOWN:
            self.unknown.append(text)
        self.session.add(
            Party(
                agency_id=task.agency_id, task_id=task.id, role=role, text=text, resolves_to=meant.kind,
                unit_id=meant.unit_id, group_id=group_id,
            )
        )  # fmt: skip

    def _units_of(self, meant: Meant, group_id: int | None) -> Sequence[int]:
        if group_id is not None:
            return plan_queries.group_members(self.session, self.agency_id, group_id)
        return [meant.unit_id] if meant.unit_id is not None else []

    def _group(self, text: str) -> int:
        """The group of this name; a new one holds every living unit until the office says otherwise."""
        folded = fold_words(text)
        known = plan_queries.group_by_folded(self.session, self.agency_id, folded)
        if known is not None:
            return known.id
        group = UnitGroup(agency_id=self.agency_id, name=text, folded=folded)
        self.session.add(group)
        self.session.flush()
        for unit in people_queries.living_units(self.session, self.agency_id):
            self.session.add(UnitGroupMember(agency_id=group.agency_id, group_id=group.id, unit_id=unit.id))
        self.session.flush()
        return group.id
