"""Acts on duties: which duties are meant, and what is reported, decided or handed out on each."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from sqlmodel import Session

from bot.asking import NeedsNumber, Option, PersonUnknown, WhichReading, WhichTask, on_yes
from bot.permissions import Right, may, of_duty
from bot.understanding.for_the_record import for_the_record
from bot.understanding.intents import VERDICTS, Act, Intent
from bot.understanding.nothing_told import told_later
from bot.understanding.of_period import beside_before
from bot.understanding.reason_said import reason_said
from bot.understanding.rules.evidence import handed_in
from bot.understanding.words import YES
from bot.usecases import decide, explain, give_result, help, report_done, undo
from bot.usecases import snooze as snoozing
from bot.usecases.denied_reports import one_question, report_denied, reported_by_slip
from bot.usecases.missing_results import still_missing
from bot.usecases.narrowed import NarrowingUnclear, in_section, narrowed
from bot.usecases.receive import receive
from bot.usecases.said import Said
from bot.usecases.sent_again import sent_again
from bot.usecases.verdict_handed_on import NotReported, handed_on
from bot.usecases.which_duty import Found, PartOf, Wanted, WhichNumber, WhichUnit, is_of_period, which_duty
from jobs.rules.text import fold_words
from storage.kinds import OPEN_STATES, WAITING_STATES, DutyState
from storage.queries import duties as duty_queries
from storage.queries.duties import DutyLine

MOST_ASKED = 6
_ONLY_DENIED = re.compile(
    r"(?:(?:da|em|van|viec|nhiem vu|so|\d+|nay|a|anh|chi) )*(?:chua|khong)(?: he)?(?: (?:xong|hoan thanh|lam xong|lam|kip))?(?: (?:a|dau|em|anh|chi|nhe|viec|so|\d+|roi|duoc))*"
)


@dataclass(frozen=True)
class StillOpen:
    """ "Chưa xong 7" and nothing more: understood, and nothing is changed."""

    line: DutyLine


@dataclass(frozen=True)
class NothingAsked:
    """ "Còn lại như kỳ trước" while no results are asked for: of which tasks is not said; `section`: all that was."""

    section: str | None = None


@dataclass(frozen=True)
class LeftAlone:
    """ "Khoan duyệt 7": an order denied or put off; `lines`: the tasks named, one part of each."""

    lines: tuple[DutyLine, ...]


@dataclass(frozen=True)
class ReportsLater:
    """ "Mai báo", "chưa có số liệu": no answer, so that it is still asked for."""

    line: DutyLine


@dataclass(frozen=True)
class Done:
    """Results in order, and the options of a question one of them asks."""

    results: tuple[object, ...] = ()
    options: tuple[Option, ...] = ()


Do = Callable[[DutyLine, bool], object]
Handler = Callable[[Session, Said, Act, int | None], Done]


def on_duties(
    session: Session, said: Said, act: Act, duty_id: int | None, right: Right, do: Do,
    states: tuple[DutyState, ...] = (*OPEN_STATES, *WAITING_STATES),
) -> Done:  # fmt: skip
    """`do` to every duty named, else to the one the message before was about; asks where that is not one."""
    if duty_id is not None:
        line = duty_queries.lines_by_ids(session, said.agency_id, [duty_id])[0]
        allowed = may(said.who, right, of_duty(line.duty, line.plan, right))
        return Done((do(line, False),)) if allowed else Done((NeedsNumber(),))
    if not act.slots.task_ids:
        return _on_implied(session, said, act, right, do, states)
    results: list[object] = []
    options: tuple[Option, ...] = ()
    for number in dict.fromkeys(act.slots.task_ids):
        answer = which_duty(session, said, Wanted(number, act.slots.unit_full, act.slots.period), right, states)
        if isinstance(answer, Found):
            results.append(do(answer.line, answer.named_period))
            if answer.shared and (right is not Right.ASK_TIME or act.slots.unit_full):
                results.append(PartOf(answer.line))
        elif isinstance(answer, WhichUnit) and act.slots.mode == "all":
            results += [do(line, False) for line in answer.lines]
        else:
            results.append(answer)
            options = options or options_among(answer, act)
    return Done(tuple(results), options)


def options_among(answer: object, act: Act) -> tuple[Option, ...]:
    if isinstance(answer, WhichUnit):
        return tuple(Option(x.unit.short_name, act, x.duty.id) for x in answer.lines)
    if isinstance(answer, WhichNumber | WhichTask):
        return tuple(Option(str(x.number), act, x.duty.id) for x in answer.lines)
    return ()


def _on_implied(session: Session, said: Said, act: Act, right: Right, do: Do, states: tuple[DutyState, ...]) -> Done:
    lines = but_left_out(act, duty_queries.lines_by_ids(session, said.agency_id, said.about))
    fitting = [x for x in lines if x.duty.state in states and may(said.who, right, of_duty(x.duty, x.plan, right))]
    if right is Right.DECIDE:
        every = {
            x.duty.id: x for x in (*duty_queries.lines_waiting_for(session, said.agency_id, said.who.id), *fitting)
        }
        fitting = but_left_out(act, list(every.values()))
        if one := the_one_waiting(said, fitting):
            return Done((do(one, False),))
        if not fitting:
            return Done((decide.NothingWaits(),))
        if len(fitting) == 1:
            return _only_this(fitting[0], act)
    elif len(fitting) == 1 and act.slots.mode != "all":
        return Done((do(fitting[0], False),))
    asked = WhichTask(tuple(fitting[:MOST_ASKED]))
    return Done((asked,), options_among(asked, act)) if fitting else Done((NeedsNumber(),))


def _only_this(line: DutyLine, act: Act) -> Done:
    """One thing waits, and another was spoken of last: asked with its name, and yes decides it."""
    this = act.with_slots(task_ids=(line.number,))
    words = (*YES, str(line.number), *(("duyệt",) if act.intent is Intent.approve else ()))
    return Done((WhichReading((this,), line=line),), tuple(Option(word, this, line.duty.id) for word in words))


def but_left_out(act: Act, lines: list[DutyLine]) -> list[DutyLine]:
    """The lines of the section named, without the numbers left out or spoken of beside: "còn lại như kỳ trước trừ 8"."""
    slots = act.slots
    left = [x for x in lines if x.number not in (*(slots.all_except or ()), *slots.anew)]
    return [x for x in left if in_section(x, slots.code)] if slots.code else left


def the_one_waiting(said: Said, waiting: list[DutyLine]) -> DutyLine | None:
    """What a bare "duyệt" decides: the only thing that waits, where nothing else was spoken of; of a message replied
    to, the only one in it."""
    about = [x for x in waiting if x.duty.id in said.about]
    if said.replied:
        return about[0] if len(about) == 1 else None
    return waiting[0] if len(waiting) == 1 and (about or not said.about) else None


def done(session: Session, said: Said, act: Act, duty_id: int | None) -> Done:
    def do(line: DutyLine, named_period: bool) -> object:
        slots = act.slots
        if slots.of_period and not is_of_period(line, slots.period):
            share = give_result.given_of(_recorded(said, slots.statement), None, slots.period)
            return give_result.give_result(session, said, line, share, named_period)
        return report_done.report_done(
            session, said, line, slots.evidence or "", named_period, slots.date, slots.brings or ""
        )

    if act.slots.goes_on:  # the report of a breath ago, told again with its day
        undo.undo_slip(session, said, act.slots.task_ids, True)
    return on_duties(session, said, act, duty_id, Right.REPORT, do, OPEN_STATES)


def progress(session: Session, said: Said, act: Act, duty_id: int | None) -> Done:
    slots = act.slots
    words = _recorded(said, slots.text or slots.statement)
    denied = _ONLY_DENIED.fullmatch(fold_words(_recorded(said, slots.statement)))
    month = None if slots.of_period else slots.period  # a milestone's day is no month of reporting
    beside = beside_before(words)
    words = beside.now if beside else words
    given = give_result.given_of(words, slots.percent, month, slots.reason or "")
    given = replace(given, instead=slots.instead, goes_on=slots.goes_on, of_before=beside.before if beside else "")

    def do(line: DutyLine, named_period: bool) -> object:
        if anothers := handed_on(session, said, line, slots.statement or slots.text or ""):
            return anothers
        says_nothing = not (given.text or given.obstacle or given.percent is not None)
        denies = slots.percent is None and denied and not (slots.text and _asked_now(session, said, line))
        if says_nothing or denies or report_denied(line, words):
            return reported_by_slip(session, said, line) or StillOpen(line)
        if told_later(words) and line.duty.state in OPEN_STATES:
            return ReportsLater(line)
        if sent_again(session, said, line, words):
            return report_done.report_done(session, said, line)
        document = handed_in(given.text) if line.duty.waits_for_product else None
        if document:
            return report_done.report_done(session, said, line, document)
        why = reason_said(words) or given.obstacle  # as it was said: "vướng đền bù"
        if why and explain.is_awaited(session, said, line):
            return explain.explain(session, said, line, why)
        slip = undo.slipped_result(session, said, line) if slots.anew else None
        told = replace(given, instead=True, goes_on=slip) if slip else given
        if owners := give_result.replaces_owners(session, said, line, told, words):
            return owners
        return give_result.give_result(session, said, line, told, named_period)

    done = on_duties(session, said, act, duty_id, Right.REPORT, do)
    return _asked_as_one(done)


def _asked_as_one(done: Done) -> Done:
    asked = [each for each in done.results if isinstance(each, WhichReading)]
    if not asked:
        return done
    one = one_question(asked)
    rest = [each for each in done.results if not isinstance(each, WhichReading)]
    return replace(done, results=(*rest, one), options=done.options or on_yes(one.readings[0]))


def _asked_now(session: Session, said: Said, line: DutyLine) -> bool:
    """ "49 chưa làm" answers the period's question where it is still asked of this task; else it changes nothing."""
    return line.duty.id in [each.duty.id for each in getattr(still_missing(session, said), "lines", ())]


def _recorded(said: Said, words: str | None) -> str:
    return for_the_record(words or "", said.who.staff.honorific)


def courtesy(session: Session, said: Said, act: Act, duty_id: int | None) -> Done:
    """Thanks get no words, a greeting gets what can be said; "đã nhận" with a task takes it up."""
    lines = duty_queries.lines_by_ids(session, said.agency_id, said.about)
    if act.slots.greets:
        return Done((help.Greeted(help.examples(session, said)),))
    if not act.slots.received or not (act.slots.task_ids or len(lines) == 1):
        return Done()
    return on_duties(session, said, act, duty_id, Right.REPORT, lambda line, _n: _receive(session, said, line))


def _receive(session: Session, said: Said, line: DutyLine) -> object:
    if line.duty.state in WAITING_STATES:
        return report_done.report_done(session, said, line)
    return receive(session, said, line)


def narrowing_unclear(session: Session, said: Said, act: Act) -> Done:
    """Nothing is done by an order whose narrowing is not followed; what waits is shown where it decides."""
    decides = act.intent in VERDICTS
    waiting = duty_queries.lines_waiting_for(session, said.agency_id, said.who.id) if decides else []
    return Done((NarrowingUnclear(act.slots.unclear or "", act.intent.value, tuple(waiting)),))


def left_alone(session: Session, said: Said, act: Act) -> Done:
    found = (duty_queries.lines_by_number(session, said.agency_id, n) for n in act.slots.task_ids)
    return Done((LeftAlone(tuple(lines[0] for lines in found if lines)),))


def approve(session: Session, said: Said, act: Act, duty_id: int | None) -> Done:
    slots = act.slots
    if slots.all_except is not None and not slots.task_ids:
        meant = narrowed(session, said, slots)
        return Done((meant if isinstance(meant, PersonUnknown) else decide.accept_all(session, said, meant),))
    return on_duties(
        session, said, act, duty_id, Right.DECIDE, lambda line, _n: decide.accept(session, said, line), WAITING_STATES
    )


def verdict_wish(session: Session, said: Said, act: Act, duty_id: int | None) -> Done:
    """Who decides has it in his morning already; what is not reported has nothing to decide."""

    def do(line: DutyLine, _named_period: bool) -> object:
        waits = line.duty.state in WAITING_STATES
        return report_done.report_done(session, said, line) if waits else NotReported(line)

    return on_duties(session, said, act, duty_id, Right.REPORT, do)


def reject(session: Session, said: Said, act: Act, duty_id: int | None) -> Done:
    reason = act.slots.reason or ""
    return on_duties(
        session, said, act, duty_id, Right.DECIDE,
        lambda line, _n: decide.send_back(session, said, line, reason), WAITING_STATES,
    )  # fmt: skip


def snooze(session: Session, said: Said, act: Act, duty_id: int | None) -> Done:
    day = snoozing.wanted_day(said, act.slots)
    if day is None:
        return Done((snoozing.SnoozeUntilWhen(_example_number(session, said, act)),))
    return on_duties(
        session, said, act, duty_id, Right.REPORT,
        lambda line, _n: snoozing.snooze(session, said, line, day), OPEN_STATES,
    )  # fmt: skip


def _example_number(session: Session, said: Said, act: Act) -> int | None:
    """The task spoken of, else one of the sender's own."""
    about = duty_queries.lines_by_ids(session, said.agency_id, said.about)
    lines = about or duty_queries.lines_of_people(session, said.agency_id, [said.who.id])
    return next(iter((*act.slots.task_ids, *(x.number for x in lines))), None)
