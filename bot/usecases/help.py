"""What this person can say here, with numbers of his own work, so that every example can be typed as it stands."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import Session

from bot.permissions import Hat, Right, Subject, hats, may, of_duty
from bot.usecases import indicators, proof
from bot.usecases.absence import colleague
from bot.usecases.ask_explanation import may_ask
from bot.usecases.own_settings import OwnSettings, standing
from bot.usecases.said import Said
from jobs.rules.document_symbols import example_number
from jobs.rules.reporting_period import period_on
from jobs.rules.text import fold_words
from storage.kinds import OPEN_STATES, DutyState, ProductKind
from storage.queries import duties as duty_queries
from storage.queries.duties import DutyLine
from storage.queries.people import living_units, people
from storage.queries.plans import open_draft
from storage.queries.reach import reachable_staff

LATER_BY = 5  # working days, in an example
MORE = ("trợ giúp thêm", "thêm", "xem thêm", "tiếp", "xem tiếp", "còn gì nữa")  # what leads to the second page
WORDS = 2  # of a title, in an example of a search


_SAYS_LITTLE = ("cac ", "nhung ", "viec ", "cong ", "thuc hien", "tiep tuc", "to chuc")


@dataclass(frozen=True)
class Examples:
    """Numbers to name in examples; 0 where the person has nothing of the kind.

    `document`: an open task that ends with a document; `result`: any open one; `decide`: one that waits for him;
    `hand_out` and `to`: a task of his unit nobody has, and somebody who could take it.
    """

    hats: frozenset[Hat]
    document: int = 0
    document_number: str = ""  # a number as this office would write one for that task
    result: int = 0
    same: int = 0  # a task with an answer of an earlier period
    decide: int = 0
    hand_out: int = 0
    to: str = ""
    has_draft: bool = False
    later: int = 0  # a task with a date, and a day it could be moved to
    later_on: date | None = None
    late: int = 0  # one of his own that is quá hạn
    on_trial: bool = False


@dataclass(frozen=True)
class Beyond:
    """What else an example names, 0 or "" where there is nothing of the kind.

    `any`: a task to look at, `word`: of its title; `accepted`: one of his that was accepted; `behalf`: somebody he may record for,
    and an open task of his; `unit`: one whose people he may have reminded, `add_to`: one he may give a task; `target` and
    `due`: a task whose internal or official date he sets; `month`: of the running period; `holds`: whether work is his;
    `stands_in`: a colleague; `unexplained`: a task quá hạn whose reason he may ask for; `renamed`: a unit he could give another name; `sees_joined`: whether he
    may ask who has not joined; `connected`: somebody whose chats he may put out; `indicator`: a figure of the plan he may read,
    `photo`: a task whose photo or file he may see; `day_off` and `extra_day`: days he could make so.
    """

    month: int
    any: int = 0
    word: str = ""
    accepted: int = 0
    behalf: tuple[str, int] = ("", 0)
    unit: str = ""
    add_to: str = ""
    target: int = 0
    due: int = 0
    due_on: date | None = None  # a day past the date that task has
    holds: bool = False
    stands_in: str = ""
    day_off: date | None = None
    extra_day: date | None = None
    unexplained: int = 0
    renamed: str = ""
    sees_joined: bool = False
    connected: str = ""
    indicator: int = 0
    photo: int = 0


@dataclass(frozen=True)
class Help:
    """`more`: the second page, with how the sender is written to; `topic`: what he wants help with."""

    examples: Examples
    beyond: Beyond
    settings: OwnSettings
    more: bool = False
    topic: str | None = None


@dataclass(frozen=True)
class Greeted:
    """A greeting that wants an answer."""

    examples: Examples


@dataclass(frozen=True)
class NotUnderstood:
    examples: Examples


@dataclass(frozen=True)
class NotYet:
    """Understood, but this build does not do it."""

    examples: Examples


@dataclass(frozen=True)
class NotForYou:
    """No role of the sender opens what he asked for."""


@dataclass(frozen=True)
class OnlyWords:
    """A picture, file or recording without a word: this build reads words only."""


def full(session: Session, said: Said, *, more: bool = False, topic: str | None = None) -> Help:
    """What can be said, and how the sender is written to."""
    return Help(examples(session, said), beyond(session, said), standing(session, said), more, topic)


def examples(session: Session, said: Said) -> Examples:
    mine = duty_queries.lines_of_recipient(session, said.agency_id, said.who.id, OPEN_STATES)
    mine = mine or _within_reach(session, said)
    waiting = duty_queries.lines_waiting_for(session, said.agency_id, said.who.id)
    free, to = _to_hand_out(session, said)
    documents = [x for x in mine if x.task.product_kind is ProductKind.DOCUMENT]
    draft = open_draft(session, said.agency_id, said.who.id)
    return Examples(
        hats(said.who),
        _number(documents),
        example_number(documents[0].task.product, said.who.agency.name) if documents else "",
        _number(list(reversed(mine))),
        _answered_before(session, said, mine),
        _number(waiting),
        _number(free),
        to,
        bool(draft),
        *_later(said, mine),
        late=_number(
            [x for x in mine if said.who.id == x.duty.recipient_id and (x.duty.due_on or said.day) < said.day]
        ),
        on_trial=said.who.agency.on_trial(said.now),
    )


def beyond(session: Session, said: Said) -> Beyond:
    """The second look at the office's open work; a page of help is asked for now and then."""
    lines = duty_queries.lead_lines(session, said.agency_id, OPEN_STATES)
    accepted = duty_queries.lines_of_recipient(session, said.agency_id, said.who.id, (DutyState.ACCEPTED,))
    units = living_units(session, said.agency_id)
    shown = _to_look_at(said, lines)
    month = int(period_on(said.day, said.who.agency.data_day, said.calendar).key[5:])
    off, extra = _days(said)
    renamed = units[-1].short_name if units and may(said.who, Right.CHANGE_UNITS, Subject(said.agency_id)) else ""
    joined = may(said.who, Right.SEE_JOINED, Subject(said.agency_id))
    of_office = Beyond(
        month, day_off=off, extra_day=extra, renamed=renamed, sees_joined=joined, connected=_connected(session, said)
    )
    if not hats(said.who):
        return of_office
    mine = duty_queries.lines_of_recipient(session, said.agency_id, said.who.id, tuple(DutyState))
    return Beyond(
        month, shown.number if shown else 0, _words_of(shown) if shown else "",
        _number(accepted), _behalf(session, said, lines), _reminded(said, lines),
        next((u.short_name for u in units if may(said.who, Right.ADD_TASK, Subject(said.agency_id, u.id))), ""),
        _may(said, lines, Right.MOVE_TARGET)[0], *_may(said, lines, Right.MOVE_DUE), bool(mine),
        colleague(people(session, said.agency_id, said.day), said.who), off, extra, _unexplained(said, lines),
        of_office.renamed, of_office.sees_joined, of_office.connected,
        indicators.to_read(session, said), proof.to_show(session, said) if said.files else 0,
    )  # fmt: skip


def _connected(session: Session, said: Said) -> str:
    """Somebody with a chat, of a name nobody shares, where the sender may put chats out."""
    if not may(said.who, Right.DISCONNECT, Subject(said.agency_id)):
        return ""
    everybody = people(session, said.agency_id, said.day)
    names = Counter(person.given_name for person in everybody)
    here = reachable_staff(session, said.agency_id) - {said.who.id}
    return next((p.given_name for p in everybody if p.id in here and names[p.given_name] == 1), "")


def _days(said: Said) -> tuple[date | None, date | None]:
    """A working day that could be off, and the weekend day that could be worked for it."""
    if not may(said.who, Right.SET_CALENDAR, Subject(said.agency_id)):
        return None, None
    off = said.calendar.add(said.day, 4 * LATER_BY)
    weekend = (off + timedelta(days=n) for n in range(1, 60))
    return off, next(day for day in weekend if not said.calendar.is_working(day))


def _behalf(session: Session, said: Said, lines: list[DutyLine]) -> tuple[str, int]:
    """Somebody else's open task that the sender may report for him."""
    names = Counter(p.given_name for p in people(session, said.agency_id, said.day))
    if not hats(said.who) & {Hat.KEEPER, Hat.OFFICE_HEAD, Hat.UNIT_HEAD}:
        return "", 0
    others = {x.duty.person_id: x for x in reversed(lines) if x.duty.person_id not in (None, said.who.id)}
    for person in people(session, said.agency_id, said.day, only=[i for i in others if i]):
        line = others[person.id]
        if names[person.given_name] == 1 and may(said.who, Right.REPORT, of_duty(line.duty, line.plan, Right.REPORT)):
            return person.given_name, line.number
    return "", 0


def _reminded(said: Said, lines: list[DutyLine]) -> str:
    """A unit that is late before others; a head has everybody of his own reminded by "nhắc hết"."""
    if not hats(said.who) & {Hat.KEEPER, Hat.OFFICE_HEAD, Hat.LEADER}:
        return ""
    late = [x for x in lines if x.duty.due_on and x.duty.due_on < said.day]
    others = [x for x in (*late, *lines) if x.duty.unit_id not in said.who.unit_ids]
    return others[0].unit.short_name if others else ""


def _may(said: Said, lines: list[DutyLine], right: Right) -> tuple[int, date | None]:
    """A task whose date he sets, and a day past the one it has."""
    fits = (x for x in lines if x.duty.due_on and may(said.who, right, of_duty(x.duty, x.plan, right)))
    found = next(fits, None)
    return (found.number, said.calendar.add(found.duty.due_on or said.day, LATER_BY)) if found else (0, None)


def _to_look_at(said: Said, lines: list[DutyLine]) -> DutyLine | None:
    """One of his own, else of his unit's, whose first words tell it from others."""
    fits = [x for x in lines if not x.task.restricted]

    def far(line: DutyLine) -> tuple[bool, bool, bool]:
        vague = fold_words(_words_of(line)).startswith(_SAYS_LITTLE)
        return vague, line.duty.recipient_id != said.who.id, line.duty.unit_id not in said.who.unit_ids

    return min(fits, key=far, default=None)


def _words_of(line: DutyLine) -> str:
    return " ".join(line.task.short_title.lower().split()[:WORDS]).strip(",;.:–-")


def _later(said: Said, lines: list[DutyLine]) -> tuple[int, date | None]:
    """A task of his, and a day past the date it has: what he may wish for."""
    mine = [x for x in lines if x.duty.held_by(said.who.id)]
    for line in mine:
        if now := line.duty.target_on or line.duty.due_on:
            return line.number, said.calendar.add(max(now, said.day), LATER_BY)
    return 0, None


def _unexplained(said: Said, lines: list[DutyLine]) -> int:
    """Something quá hạn of which the sender may ask the reason."""
    if not may_ask(said):
        return 0
    for line in lines:
        late = line.duty.due_on is not None and line.duty.due_on < said.day
        subject = of_duty(line.duty, line.plan, Right.ASK_EXPLANATION)
        if late and line.duty.recipient_id != said.who.id and may(said.who, Right.ASK_EXPLANATION, subject):
            return line.number
    return 0


def _within_reach(session: Session, said: Said) -> list[DutyLine]:
    """For those who hold nothing themselves: what they may record for others."""
    lines = duty_queries.lead_lines(session, said.agency_id, OPEN_STATES)
    return [x for x in lines if may(said.who, Right.REPORT, of_duty(x.duty, x.plan, Right.REPORT))]


def _to_hand_out(session: Session, said: Said) -> tuple[list[DutyLine], str]:
    everybody = people(session, said.agency_id, said.day)
    every = hats(said.who) & {Hat.KEEPER, Hat.OFFICE_HEAD}
    units = sorted(said.who.heads) or [u.id for u in living_units(session, said.agency_id) if every]
    for unit_id in units:
        lines = duty_queries.lines_of_unit(session, said.agency_id, unit_id, OPEN_STATES)
        staff = [p for p in everybody if unit_id in p.unit_ids - p.heads and p.id != said.who.id]
        right = Right.HAND_OUT
        free = [x for x in lines if x.duty.person_id is None and may(said.who, right, of_duty(x.duty, x.plan, right))]
        if free and staff:
            return free, staff[0].given_name
    return [], ""


def _answered_before(session: Session, said: Said, lines: list[DutyLine]) -> int:
    answered = {e.duty_id for e in duty_queries.entries_of(session, said.agency_id, [x.duty.id for x in lines])}
    return next((x.number for x in lines if x.duty.id in answered), 0)


def _number(lines: list[DutyLine]) -> int:
    return lines[0].number if lines else 0
