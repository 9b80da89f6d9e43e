"""Who was here, away, standing in, heading and keeping on the day, from rows alone."""

from collections import defaultdict
from datetime import date, datetime
from functools import cached_property

from storage.kinds import ChatKind, PlanState, Role
from storage.models.organisation import Membership, Staff
from storage.queries.audited import Rows

_LENT = {Role.UNIT_HEAD, Role.OFFICE_HEAD}
_NOT_OVER = {PlanState.ACTIVE, PlanState.CLOSING, PlanState.DRAFT}


class People:
    """The agency's people on `today`, as of `seen_at`; ids are of staff."""

    def __init__(self, rows: Rows, today: date, seen_at: datetime) -> None:
        self.rows, self.today, self.seen_at = rows, today, seen_at
        self.here: dict[int, Staff] = {s.id: s for s in rows.staff if s.left_on is None or s.left_on > today}
        self.members: list[Membership] = [
            m for m in rows.memberships if m.from_on <= today and (m.to_on is None or m.to_on >= today)
        ]
        self.merged = {unit.id: unit.merged_into_id for unit in rows.units if unit.merged_into_id}
        self.roles: dict[int, set[Role]] = defaultdict(set)
        self.headed: dict[int, set[int]] = defaultdict(set)
        for member in self.members:
            self._stands(member, member.staff_id)
            if member.role in _LENT and member.staff_id in self.stand_in:
                self._stands(member, self.stand_in[member.staff_id])

    def _stands(self, member: Membership, who: int) -> None:
        self.roles[who].add(member.role)
        if member.role is Role.UNIT_HEAD and member.unit_id is not None:
            self.headed[who].add(member.unit_id)

    @cached_property
    def stand_in(self) -> dict[int, int]:
        """Who is away, with the end of the chain of those who stand in; nobody is away in a circle."""
        after = {
            row.staff_id: row.substitute_id
            for row in self.rows.absences
            if row.from_on <= self.today <= row.to_on and row.substitute_id in self.here
        }
        found = {}
        for away in after:
            chain = [away]
            while (following := after.get(chain[-1])) is not None and following not in chain:
                chain.append(following)
            if following is None:
                found[away] = chain[-1]
        return found

    def now(self, *staff_ids: int | None) -> list[int]:
        """Who stands there today: each himself, or who stands in for him."""
        return [self.stand_in.get(who, who) for who in staff_ids if who is not None]

    def living(self, unit_id: int) -> int:
        return self.merged.get(unit_id) or unit_id

    def heads(self, unit_id: int | None) -> list[int]:
        """The head of a unit, then its deputies."""
        return self.now(*self._heads[self.living(unit_id)]) if unit_id is not None else []

    @cached_property
    def _heads(self) -> dict[int | None, list[int]]:
        found: dict[int | None, list[int]] = defaultdict(list)
        for member in self.members:
            if member.role is Role.UNIT_HEAD and member.staff_id in self.here:
                found[member.unit_id].append(member.staff_id)
        return found

    @cached_property
    def office_heads(self) -> list[int]:
        return self._holding(Role.OFFICE_HEAD)

    @cached_property
    def leaders(self) -> list[int]:
        return self._holding(Role.LEADER)

    def _holding(self, role: Role) -> list[int]:
        return self.now(*(m.staff_id for m in self.members if m.role is role and m.staff_id in self.here))

    @cached_property
    def keepers(self) -> set[int]:
        """Everybody who keeps a plan that is not over or stands in for who does, and the agency's keeper."""
        plans = {plan.keeper_id for plan in self.rows.plans if plan.state in _NOT_OVER}
        return plans | set(self.now(*plans)) | {s.id for s in self.here.values() if s.keeps_agency}

    def keeper_of(self, keeper_id: int | None) -> list[int]:
        """The keeper of a plan where he is here, else the agency's."""
        agency = next((s.id for s in self.here.values() if s.keeps_agency), None)
        return self.now(keeper_id if keeper_id in self.here else agency)

    @cached_property
    def on_trial(self) -> bool:
        """The keeper reads what is owed to the others."""
        agency = self.rows.agency
        return agency.trial_since is not None and (agency.live_at is None or agency.live_at > self.seen_at)

    @cached_property
    def trial_reader(self) -> int | None:
        return next(iter(self.keeper_of(None)), None)

    @cached_property
    def reachable(self) -> set[int]:
        """People with a chat of their own that could take a message when the morning was looked at."""
        working = {bot.id for bot in self.rows.connections if bot.stopped_reason is None}
        return {
            chat.staff_id
            for chat in self.rows.chats
            if chat.staff_id is not None
            and chat.kind is ChatKind.PRIVATE
            and chat.connection_id in working
            and (chat.off_at is None or chat.off_at > self.seen_at)
            and (chat.joined_at is None or chat.joined_at <= self.seen_at)
        }
