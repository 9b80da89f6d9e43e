"""Doubts of a draft one by one: shown, answered, the next one shown. Which one is shown stands in the chat's question."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from bot import asking
from bot.understanding.intents import Slots
from bot.usecases.draft_ledger import Edit
from bot.usecases.plan_review import NoDraft, draft_of, remember_alias
from bot.usecases.said import Said
from jobs.clock import office_day
from jobs.plans.doubts import Doubt, doubts_of, seen, without, without_name
from jobs.plans.parties import define_group
from jobs.plans.versions import compare
from jobs.rules.deadlines.model import DeadlineKind
from jobs.rules.deadlines.read import read_deadline
from jobs.rules.doubts import DoubtKind
from storage.kinds import PlanState
from storage.models.messages import Question
from storage.models.organisation import Unit
from storage.models.plans import Plan
from storage.queries.conversation import newest_notice, open_question
from storage.queries.people import living_units
from storage.queries.plans import plan_by_id

KIND = "doubt"
_NOT_READ = (DeadlineKind.NONE, DeadlineKind.UNSPECIFIED)


@dataclass(frozen=True)
class Settled:
    """What an answer recorded. `how`: accept, all, due, no_due, unit, alias, name, secret, open, group.

    `value`: the deadline, the units, the unit of an alias, the short title; `kinds`: how many of which, for all.
    """

    how: str
    doubt: Doubt
    value: Any = None
    kinds: tuple[tuple[DoubtKind, int], ...] = ()


@dataclass(frozen=True)
class DoubtShown:
    """The doubt in front, `at` of `of`; None when none is left to show, `left` of them put off.

    `settled`: what was recorded just before; `unclear`: what was typed and not understood; `candidates`: units it may
    mean; `again`: other talk lay between, so nothing was taken from the words just typed.
    """

    plan: Plan
    doubt: Doubt | None
    at: int
    of: int
    left: int
    units: tuple[Unit, ...]
    settled: Settled | None = None
    unclear: str = ""
    candidates: tuple[str, ...] = ()
    again: bool = False


@dataclass(frozen=True)
class InFront:
    """The doubt this chat was asked about; `next_to`: nothing else was said since."""

    kinds: frozenset[str]
    candidates: tuple[str, ...]
    next_to: bool


def in_front(session: Session, said: Said) -> InFront | None:
    """What a bare "được" or "bỏ qua" would answer; None where no doubt is asked about."""
    question = _question(session, said)
    if question is None:
        return None
    plan = plan_by_id(session, said.agency_id, question.asked["plan"])
    if plan is None or plan.state is not PlanState.DRAFT:
        return None
    newest = newest_notice(session, said.agency_id, question.chat_id)
    today = office_day(question.asked_at, said.who.agency.time_zone) == said.day
    answered = newest is not None and newest.inbox_id == question.inbox_id
    return InFront(frozenset(question.asked["kinds"]), tuple(question.asked["candidates"]), today and answered)


def show(session: Session, said: Said, number: int | None = None, again: bool = False) -> DoubtShown | NoDraft:
    """The n-th doubt, the one in front, or the first."""
    plan = draft_of(session, said)
    if plan is None:
        return NoDraft()
    walk = _Walk(session, said, plan)
    if number is not None:
        return walk.at(number)
    return walk.stay(again=again)


def answer(session: Session, said: Said, slots: Slots) -> DoubtShown | NoDraft:
    """Take an answer to the doubt in front, and show the next."""
    plan = draft_of(session, said)
    if plan is None:
        return NoDraft()
    walk = _Walk(session, said, plan)
    if walk.doubt is None:
        return walk.stay()
    edit = Edit(session)
    if slots.mode == "skip":
        return walk.on(None)
    settled = (
        _accept_all(session, said, edit, walk) if slots.mode == "all" else _settle(session, said, edit, walk, slots)
    )
    if not isinstance(settled, Settled):
        return settled
    edit.write(said, plan)
    return walk.on(settled)


class _Walk:
    """The doubts of a draft and where in them this chat stands: `of` how many at the start, those `skipped`."""

    def __init__(self, session: Session, said: Said, plan: Plan) -> None:
        self.session, self.said, self.plan = session, said, plan
        self.doubts = doubts_of(session, plan, compare(session, plan))
        question = _question(session, said)
        asked = question.asked if question and question.asked["plan"] == plan.id else {}
        self.of: int = max(asked.get("of", 0), len(self.doubts))
        self.skipped: list[str] = asked.get("skipped", [])
        self.candidates: tuple[str, ...] = tuple(asked.get("candidates", ()))
        self.units = tuple(living_units(session, said.agency_id))
        self.doubt = next((d for d in self.doubts if d.key == asked.get("doubt")), None)

    def at(self, number: int) -> DoubtShown:
        at = number - 1 - (self.of - len(self.doubts))
        return self._show(self.doubts[at] if 0 <= at < len(self.doubts) else self.doubt or self._first())

    def stay(self, again: bool = False) -> DoubtShown:
        if self.doubt is None:
            self.of, self.skipped = len(self.doubts), []
        return self._show(self.doubt or self._first(), again=again)

    def unclear(self, typed: str, candidates: Sequence[str] = ()) -> DoubtShown:
        return self._show(self.doubt, unclear=typed, candidates=tuple(candidates))

    def on(self, settled: Settled | None) -> DoubtShown:
        """The next in order after the one in front, those put off left out."""
        before = [d.key for d in self.doubts]
        at = before.index(self.doubt.key) if self.doubt else 0
        if settled is None and self.doubt:
            self.skipped = [*self.skipped, self.doubt.key]
        if settled is not None:
            self.doubts = doubts_of(self.session, self.plan, compare(self.session, self.plan))
        behind = set(before[at + 1 :])
        open_ones = [d for d in self.doubts if d.key not in self.skipped]
        stands = [d for d in open_ones if self.doubt and d.key == self.doubt.key]  # answered was something else of it
        following = stands or [d for d in open_ones if d.key in behind] or open_ones
        return self._show(following[0] if following else None, settled)

    def _first(self) -> Doubt | None:
        return next(iter(self.doubts), None)

    def _show(
        self, doubt: Doubt | None, settled: Settled | None = None, unclear: str = "",
        candidates: tuple[str, ...] = (), again: bool = False,
    ) -> DoubtShown:  # fmt: skip
        answered = self.of - len(self.doubts)
        at = answered + self.doubts.index(doubt) + 1 if doubt else 0
        self._remember(doubt, candidates)
        return DoubtShown(
            self.plan, doubt, at, self.of, len(self.doubts), self.units, settled, unclear,
            candidates, again,
        )  # fmt: skip

    def _remember(self, doubt: Doubt | None, candidates: tuple[str, ...]) -> None:
        said = self.said
        if said.chat_id is None:
            return
        asking.close(self.session, said.agency_id, said.chat_id, said.now)
        if doubt is None:
            return
        asked = {
            "plan": self.plan.id, "doubt": doubt.key, "kinds": sorted(doubt.kinds), "of": self.of,
            "skipped": self.skipped, "candidates": list(candidates),
        }  # fmt: skip
        self.session.add(
            Question(
                agency_id=said.agency_id, chat_id=said.chat_id, inbox_id=said.inbox_id, kind=KIND, asked=asked,
                asked_at=said.now,
            )
        )  # fmt: skip
        self.session.flush()


def _question(session: Session, said: Said) -> Question | None:
    question = open_question(session, said.agency_id, said.chat_id) if said.chat_id else None
    return question if question and question.kind == KIND else None


def _settle(session: Session, said: Said, edit: Edit, walk: _Walk, slots: Slots) -> Settled | DoubtShown:
    """Record an answer to the doubt in front; where it is not clear the doubt is shown again."""
    assert walk.doubt is not None
    doubt = walk.doubt
    match slots.mode:
        case "accept" if walk.candidates:  # "đúng" names none of them
            return walk.unclear("", walk.candidates)
        case "accept":
            return _accept(session, said, edit, doubt)
        case "due" | "no_due":
            return _date(said, edit, walk, doubt, slots.text or "", slots.mode == "no_due")
        case "unit" | "pick":
            return _name_lead(session, said, edit, walk, doubt, slots)
        case "group" | "everybody":
            return _define(session, said, walk, doubt, slots)
        case "units" if not doubt.of_name:
            units = [unit for unit in walk.units if unit.name in slots.units]
            _line(edit, doubt, frozenset({DoubtKind.WHO}), lead=[unit.name for unit in units])
            return Settled("unit", doubt, units)
        case "name" if not doubt.of_name:
            _line(edit, doubt, frozenset({DoubtKind.NAME}), short_title=slots.title)
            return Settled("name", doubt, slots.title)
        case "secret" | "open" if not doubt.of_name:
            _line(edit, doubt, frozenset({DoubtKind.SECRET}), restricted=slots.mode == "secret")
            return Settled(slots.mode, doubt)
        case _other:
            return walk.unclear(slots.statement or "")


def _accept(session: Session, said: Said, edit: Edit, doubt: Doubt) -> Settled:
    """As it was read: a group is everybody, a name that is no unit stays one."""
    if DoubtKind.GROUP in doubt.kinds:
        everybody = living_units(session, said.agency_id)
        define_group(session, said.agency_id, doubt.text, [unit.id for unit in everybody])
        return Settled("group", doubt, everybody)
    for row in doubt.rows:
        left = without_name(row, doubt.text) if doubt.of_name else [d for d in row.doubts if str(d) != doubt.text]
        edit.read_as(row, doubts=left, seen=[*seen(row), doubt.key])
    return Settled("accept", doubt)


def _accept_all(session: Session, said: Said, edit: Edit, walk: _Walk) -> Settled:
    """Everything that is left, of every kind; what was put off too."""
    assert walk.doubt is not None
    for doubt in walk.doubts:
        _accept(session, said, edit, doubt)
    kinds = Counter(min(doubt.kinds, key=list(DoubtKind).index) for doubt in walk.doubts)
    return Settled("all", walk.doubt, kinds=tuple(sorted(kinds.items(), key=lambda k: list(DoubtKind).index(k[0]))))


def _line(edit: Edit, doubt: Doubt, kinds: frozenset[DoubtKind], **values: Any) -> None:
    """Give a line's reading these values; its doubts of these kinds are settled, one of another kind stands."""
    answered = bool(doubt.kinds & (kinds | {DoubtKind.OTHER}))
    for row in doubt.rows:
        left = [d for d in without(row, kinds) if not (answered and str(d) == doubt.text)]
        edit.read_as(row, doubts=left, seen=[*seen(row), *([doubt.key] if answered else [])], **values)


def _date(said: Said, edit: Edit, walk: _Walk, doubt: Doubt, phrase: str, none: bool) -> Settled | DoubtShown:
    deadline = None if none else read_deadline(phrase, said.day, said.calendar)
    if doubt.of_name or (deadline and (deadline.kind in _NOT_READ or deadline.to_confirm)):
        return walk.unclear(phrase)
    _line(edit, doubt, frozenset({DoubtKind.WHEN}), deadline=deadline.as_json(complete=True) if deadline else None)
    return Settled("no_due" if none else "due", doubt, deadline)


def _name_lead(
    session: Session, said: Said, edit: Edit, walk: _Walk, doubt: Doubt, slots: Slots
) -> Settled | DoubtShown:
    """One unit leads the line, or is what a name means from now on; several that fit are asked about."""
    names = _picked(walk, slots) if slots.mode == "pick" else slots.units
    units = [unit for unit in walk.units if unit.name in names]
    if len(units) != 1 or DoubtKind.GROUP in doubt.kinds:
        return walk.unclear(slots.unit or slots.code or "", [unit.name for unit in units])
    if DoubtKind.PARTY in doubt.kinds:
        remember_alias(session, said.agency_id, doubt.text, units[0])
        for row in doubt.rows:
            edit.read_as(row, doubts=without_name(row, doubt.text))
        return Settled("alias", doubt, units[0])
    coordinate = [name for name in doubt.rows[0].reading["coordinate"] if name != units[0].name]
    _line(edit, doubt, frozenset({DoubtKind.WHO}), lead=[units[0].name], coordinate=coordinate)
    return Settled("unit", doubt, units)


def _picked(walk: _Walk, slots: Slots) -> tuple[str, ...]:
    at = ord(slots.code) - ord("A") if slots.code else -1
    return walk.candidates[at : at + 1] if at >= 0 else ()


def _define(session: Session, said: Said, walk: _Walk, doubt: Doubt, slots: Slots) -> Settled | DoubtShown:
    everybody = slots.mode == "everybody"
    units = [unit for unit in walk.units if everybody or unit.name in slots.units]
    if DoubtKind.GROUP not in doubt.kinds or slots.reason or not units:
        return walk.unclear(slots.reason or slots.unit or "")
    define_group(session, said.agency_id, doubt.text, [unit.id for unit in units])
    return Settled("group", doubt, units)
