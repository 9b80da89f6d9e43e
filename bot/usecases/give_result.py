"""A period's result: what was done, how far, what stands in the way; as before, nothing arose, received."""

import re
from dataclasses import dataclass, replace
from datetime import date

from sqlmodel import Session

from bot.understanding.reason_said import cause_alone
from bot.usecases import added, ledger, proof
from bot.usecases.said import Said
from jobs.rules.bare_text import is_bare
from jobs.rules.held_up import done_before, held_no_longer, held_up_by
from jobs.rules.reporting_period import is_asked, period_on
from jobs.rules.spans import is_month
from jobs.rules.text import fold_aligned, tidy
from storage.kinds import OPEN_STATES, WAITING_STATES, DutyState, EventKind
from storage.models.duties import Duty, ProgressEntry
from storage.queries import duties as duty_queries
from storage.queries import events
from storage.queries import people as people_queries
from storage.queries.duties import DutyLine
from storage.queries.people import Person
from storage.queries.standing import positions

AS_BEFORE = "như kỳ trước"
NONE_AROSE = "không phát sinh"
_OBSTACLE = re.compile(
    r"(?<!\bhet )(?<!\bkhong )(?<!\bkhong con )(?<!\bkhong co )(?<!\bgo )\b(?:vuong mac|vuong|gap kho khan|kho khan|ket(?! (?:qua|luan|hop|thuc|noi|cau|toan|nap|nghia)\b))\b[ :,–-]*(?:vi |do )?"
)


@dataclass(frozen=True)
class Given:
    """What was said of one duty; `month` ("2025-10") where the sender named the period it counts for.

    `instead`: it takes the place of what stands for that period; `goes_on`: of what that message said, which it completes.
    What "thêm 2 tin nữa" adds is kept together with what stands (`_added`). `document`: its number, where the result is one.
    `of_before`: what was said beside it of the period before, and is not kept.
    """

    text: str = ""
    percent: int | None = None
    obstacle: str = ""
    month: str | None = None
    instead: bool = False
    goes_on: int | None = None
    document: str = ""
    of_before: str = ""


@dataclass(frozen=True)
class Recorded:
    """`data_days` of the period where it is not the one being asked for, so that the answer names them.

    `replaced`: another result of the period was taken out for it; `before`: one that stays behind it. `mends`: it was typed without accents, who puts them in. `proof`: the file kept with it.
    `owner`: whose work it is, where another typed it without saying so.
    """

    line: DutyLine
    given: Given
    reporting_period: str
    named_period: bool = False
    data_days: tuple[date, date] | None = None
    replaced: bool = False
    before: Given | None = None
    mends: Person | None = None
    proof: str = ""
    owner: Person | None = None


@dataclass(frozen=True)
class OwnersAnswer:
    """What its owner answered for the period himself, which nobody else's "như kỳ trước" replaces; `wanted`: those words."""

    line: DutyLine
    given: Given
    owner: Person
    wanted: str


@dataclass(frozen=True)
class NoneArose:
    """The occurrence itself is closed: nothing arose in it."""

    line: DutyLine


@dataclass(frozen=True)
class Closed:
    """The duty is closed, so it takes no result and no report."""

    line: DutyLine


def given_of(text: str, percent: int | None, month: str | None, reason: str = "") -> Given:
    """Part what stands in the way from what was done: "vướng chờ Sở" has an obstacle and no text."""
    whole = tidy(text)
    found = None if held_no_longer(whole) else _OBSTACLE.search(fold_aligned(whole))
    named = month if month and is_month(month) else None
    if not found and (cause := cause_alone(whole)):  # "vì Sở chưa trả lời" holds up, and is nothing done
        return Given("", percent, cause, named)
    if not found:
        return Given(whole or tidy(reason), percent, "", named)
    obstacle = whole[found.end() :].strip(" ,.;:") or tidy(reason) or whole
    if obstacle == whole and fold_aligned(whole).endswith((" vuong", " vuong mac")):  # "còn vướng", and no word of what
        obstacle = "vướng mắc" if not done_before(whole[: found.start()]) else whole
    return Given(done_before(whole[: found.start()]), percent, obstacle, named)


def give_result(
    session: Session, said: Said, line: DutyLine, given: Given, named_period: bool = False
) -> Recorded | NoneArose | Closed:
    """Keep one answer for the reporting period; a first one sets the duty in motion."""
    duty = line.duty
    if duty.state not in OPEN_STATES + WAITING_STATES:
        return Closed(line)
    running = period_on(said.day, said.who.agency.data_day, said.calendar)
    month = given.month or running.key
    before = ledger.snapshot(duty)
    last = _standing(session, said, duty, given, month)
    both = _added(last, given) if last else None
    set_aside = _set_aside(session, said, duty, given, month)
    given = both or _still_so(last, _still_held_up(session, said, duty, given))
    entry = keep(session, said, duty, given, month)
    ends = given.text == NONE_AROSE and is_occurrence(line.period.key) and duty.state in OPEN_STATES
    if ends:
        duty.close(DutyState.NONE_AROSE, said.day)
    elif duty.state is DutyState.OPEN:
        duty.state = DutyState.IN_PROGRESS
    session.add(duty)
    kind = EventKind.NONE_AROSE if given.text == NONE_AROSE else EventKind.RESULT
    said_text = given.text or given.obstacle
    kept = proof.keep_evidence(session, said, duty, given.document)
    event = ledger.write(
        session, said, kind, duty=duty, for_id=recorded_for(said, duty), text=said_text,
        before={"duty": before, "entries": [entry.id], "set_aside": set_aside, "evidence": [row.id for row in kept],
                **proof.in_event(said)},
    )  # fmt: skip
    ledger.tell(session, event, event.for_id or said.owner.id)
    data_days = None if given.month or is_asked(running, said.day) else (running.first, running.last)
    return (
        NoneArose(line)
        if ends
        else Recorded(
            line,
            given,
            month,
            named_period,
            data_days,
            given.instead and bool(set_aside),
            None if both or given.instead or last is None or _keeps(given, last) else last,
            _mends(session, said, line, entry),
            proof.shown_of(kept),
            _owner(session, said, duty),
        )
    )


def _standing(session: Session, said: Said, duty: Duty, given: Given, month: str) -> Given | None:
    """What was said of the period before, and is not meant by "như kỳ trước" or put right by what is said now."""
    if given.goes_on or given.text in (AS_BEFORE, NONE_AROSE):
        return None
    entries = duty_queries.entries_of(session, said.agency_id, [duty.id])
    last = next((entry for entry in reversed(entries) if entry.reporting_period == month), None)
    return Given(last.text, last.percent, last.obstacle) if last else None


def _still_held_up(session: Session, said: Said, duty: Duty, given: Given) -> Given:
    """ "Như kỳ trước" after "vướng mặt bằng": what stood in the way still does."""
    entries = duty_queries.entries_of(session, said.agency_id, [duty.id]) if given.text == AS_BEFORE else []
    return replace(given, obstacle=entries[-1].obstacle or held_up_by(entries[-1].text)) if entries else given


def _keeps(given: Given, last: Given) -> bool:
    """Whether all that was told before stands on in what is kept now."""
    goes_on = not last.text or f"{given.text},".startswith(f"{last.text},")
    return goes_on and (given.percent, given.obstacle) == (last.percent, last.obstacle)


def _still_so(last: Given | None, given: Given) -> Given:
    """The same with what was told before of what these words leave open."""
    if last is None or given.instead or given.obstacle or given.percent is not None:
        return given
    text, percent, obstacle = added.beside(last.text, last.percent, last.obstacle, given.text)
    return replace(given, text=text, percent=percent, obstacle=obstacle)


def _added(last: Given, given: Given) -> Given | None:
    """ "Thêm 2 tin nữa" after "5 tin": both; None where it stands for itself."""
    if last.text in ("", AS_BEFORE, NONE_AROSE) and not last.obstacle:
        return None
    text = added.together(last.text, given.text, instead=given.instead)
    if text is None:
        return None
    percent = given.percent if given.percent is not None else last.percent
    return replace(given, text=text, percent=percent, obstacle=given.obstacle or last.obstacle)


def owners_answer(session: Session, said: Said, line: DutyLine, given: Given) -> OwnersAnswer | None:
    """The owner's own words of the period, where somebody else says "như kỳ trước" of them without naming him."""
    owner = _owner(session, said, line.duty)
    if owner is None:
        return None
    month = given.month or period_on(said.day, said.who.agency.data_day, said.calendar).key
    standing = duty_queries.entries_of(session, said.agency_id, [line.duty.id])
    own = [entry for entry in standing if entry.reporting_period == month and entry.by_id == owner.id]
    if not own or own[-1].text == given.text:
        return None
    return OwnersAnswer(line, Given(own[-1].text, own[-1].percent, own[-1].obstacle), owner, given.text)


def replaces_owners(session: Session, said: Said, line: DutyLine, given: Given, words: str) -> OwnersAnswer | None:
    """The owner's own words, where those of somebody else would take their place without being meant to."""
    if given.instead or given.goes_on:
        return None
    theirs = owners_answer(session, said, line, given)
    if theirs is None or _added(theirs.given, given) or _keeps(_still_so(theirs.given, given), theirs.given):
        return None
    return replace(theirs, wanted=words or f"{given.percent}%")


def _owner(session: Session, said: Said, duty: Duty) -> Person | None:
    """Whose work it is, where that is neither the sender nor the one he names."""
    whose = recorded_for(said, duty)
    if said.behalf or whose == said.who.id:
        return None
    return people_queries.person(session, said.agency_id, whose, said.day)


def _mends(session: Session, said: Said, line: DutyLine, entry: ProgressEntry) -> Person | None:
    """The keeper of the plan, else of the office, for a result without accents; else the sender himself."""
    if not entry.bare or line.task.restricted:
        return None
    held = positions(session, said.agency_id, said.day, everybody=False)
    keeper = held.now(line.plan.keeper_id if line.plan and line.plan.keeper_id in held.here else held.keeper)
    found = people_queries.people(session, said.agency_id, said.day, only=[keeper or said.who.id])
    return found[0] if found else said.who


def keep(session: Session, said: Said, duty: Duty, given: Given, month: str = "") -> ProgressEntry:
    """One answer's row; `month` "" stands for the running period."""
    running = period_on(said.day, said.who.agency.data_day, said.calendar)
    entry = ProgressEntry(
        agency_id=said.agency_id, duty_id=duty.id, reporting_period=month or running.key, text=given.text,
        percent=given.percent, obstacle=given.obstacle, by_id=said.who.id, for_id=recorded_for(said, duty), at=said.now,
        bare=is_bare(given.text) or (given.text != AS_BEFORE and is_bare(given.obstacle)),
    )  # fmt: skip
    session.add(entry)
    session.flush()
    return entry


def _set_aside(session: Session, said: Said, duty: Duty, given: Given, month: str) -> list[int]:
    """The entries that this one stands in for, withdrawn; undoing it brings them back."""
    if not (given.instead or given.goes_on):
        return []
    standing = duty_queries.entries_of(session, said.agency_id, [duty.id])
    old = [entry for entry in standing if entry.reporting_period == month]
    if given.goes_on:
        begun = events.results_of_message(session, said.agency_id, given.goes_on)
        old = [entry for entry in old if any(entry.id in event.before.get("entries", []) for event in begun)]
    for entry in old:
        entry.withdrawn_at = said.now
        session.add(entry)
    return [entry.id for entry in old]


def unanswered(session: Session, said: Said, duty_ids: tuple[int, ...]) -> list[DutyLine]:
    """Of these, the person's open duties that have no result for the running period, in their order."""
    month = period_on(said.day, said.who.agency.data_day, said.calendar).key
    answered = duty_queries.answered_in(session, said.agency_id, month)
    lines = duty_queries.lines_by_ids(session, said.agency_id, duty_ids)
    return [
        x
        for x in lines
        if x.duty.recipient_id == said.owner.id and x.duty.state in OPEN_STATES and x.duty.id not in answered
    ]


def is_occurrence(key: str) -> bool:
    """A repeated period (`2025-10`, `e2025-12-01`), as against `once` and milestones."""
    return key[:1].isdigit() or key.startswith("e")


def recorded_for(said: Said, duty: Duty) -> int:
    """Staff id of whose word it is: who types of his own or for another, else who holds it."""
    mine = duty.held_by(said.who.id)
    return said.owner.id if said.behalf or mine else duty.recipient_id
