"""From what was meant to what is done: one handler for each intent, each giving results without text."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from sqlmodel import Session

from bot.asking import NeedsNumber, Option, WhichTask, take_or_leave
from bot.permissions import Right, Subject, may, of_duty
from bot.understanding.intents import Act, Intent
from bot.usecases import assign as assigning
from bot.usecases import (
    decide,
    doubts,
    draft_lines,
    give_result,
    hand_in,
    help,
    join,
    missing_results,
    news,
    plan_review,
    report_done,
    review_sheet,
    undo,
    views,
)
from bot.usecases import spread as spreading
from bot.usecases.said import Said
from bot.usecases.which_duty import Found, UnknownNumber, Wanted, WhichNumber, WhichUnit, which_duty
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
class Done:
    """Results in order, and the options of a question one of them asks."""

    results: tuple[object, ...] = ()
    options: tuple[Option, ...] = ()


Do = Callable[[DutyLine, bool], object]
Handler = Callable[[Session, Said, Act, int | None], Done]


def perform(session: Session, said: Said, act: Act, duty_id: int | None = None) -> Done:
    """Do one act; `duty_id` where an answer has fixed which duty is meant."""
    looked_at = LOOKS.get(act.intent)
    if looked_at and not may(said.who, looked_at, Subject(said.agency_id)):
        return Done((help.NotForYou(),))
    handler = HANDLERS.get(act.intent)
    if handler is None:
        return Done((help.NotYet(help.examples(session, said)),))
    return handler(session, said, act, duty_id)


def _on_duties(
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
        elif isinstance(answer, WhichUnit) and act.slots.mode == "all":
            results += [do(line, False) for line in answer.lines]
        else:
            results.append(answer)
            options = options or _options(answer, act)
    return Done(tuple(results), options)


def _options(answer: object, act: Act) -> tuple[Option, ...]:
    if isinstance(answer, WhichUnit):
        return tuple(Option(x.unit.short_name, act, x.duty.id) for x in answer.lines)
    if isinstance(answer, WhichNumber | WhichTask):
        return tuple(Option(str(x.number), act, x.duty.id) for x in answer.lines)
    return ()


def _on_implied(session: Session, said: Said, act: Act, right: Right, do: Do, states: tuple[DutyState, ...]) -> Done:
    lines = duty_queries.lines_by_ids(session, said.agency_id, said.about)
    fitting = [x for x in lines if x.duty.state in states and may(said.who, right, of_duty(x.duty, x.plan, right))]
    if len(fitting) == 1 and act.slots.mode != "all":
        return Done((do(fitting[0], False),))
    asked = WhichTask(tuple(fitting[:MOST_ASKED]))
    return Done((asked,), _options(asked, act)) if fitting else Done((NeedsNumber(),))


def _done(session: Session, said: Said, act: Act, duty_id: int | None) -> Done:
    def do(line: DutyLine, named_period: bool) -> object:
        return report_done.report_done(session, said, line, act.slots.evidence or "", named_period, act.slots.date)

    return _on_duties(session, said, act, duty_id, Right.REPORT, do, OPEN_STATES)


def _progress(session: Session, said: Said, act: Act, duty_id: int | None) -> Done:
    slots = act.slots
    words = slots.text or slots.statement or ""
    given = give_result.given_of(words, slots.percent, slots.period, slots.reason or "")

    def do(line: DutyLine, named_period: bool) -> object:
        says_nothing = not (given.text or given.obstacle or given.percent is not None)
        if says_nothing or (slots.percent is None and _ONLY_DENIED.fullmatch(fold_words(slots.statement or ""))):
            return StillOpen(line)
        return give_result.give_result(session, said, line, given, named_period)

    return _on_duties(session, said, act, duty_id, Right.REPORT, do)


def _same(text: str) -> Handler:
    def handler(session: Session, said: Said, act: Act, duty_id: int | None) -> Done:
        given = give_result.Given(text, month=give_result.given_of("", None, act.slots.period).month)

        def do(line: DutyLine, named_period: bool) -> object:
            return give_result.give_result(session, said, line, given, named_period)

        named = act.slots.task_ids or duty_id is not None
        listed = said.about or (said.shown if act.slots.mode == "rest" else ())
        unanswered = [] if named else give_result.unanswered(session, said, listed)
        if unanswered:
            return Done(tuple(do(line, False) for line in unanswered))
        return _on_duties(session, said, act, duty_id, Right.REPORT, do, OPEN_STATES)

    return handler


def _courtesy(session: Session, said: Said, act: Act, duty_id: int | None) -> Done:
    """Thanks get no words, a greeting gets what can be said; "đã nhận" with a task takes it up."""
    lines = duty_queries.lines_by_ids(session, said.agency_id, said.about)
    if act.slots.greets:
        return Done((help.Help(help.examples(session, said)),))
    if not act.slots.received or not (act.slots.task_ids or len(lines) == 1):
        return Done()
    return _on_duties(session, said, act, duty_id, Right.REPORT, lambda line, _n: _receive(session, said, line))


def _receive(session: Session, said: Said, line: DutyLine) -> object:
    if line.duty.state in WAITING_STATES:
        return report_done.report_done(session, said, line)
    return give_result.receive(session, said, line)


def _evidence(session: Session, said: Said, act: Act, duty_id: int | None) -> Done:
    text = act.slots.evidence or ""
    waiting = report_done.waiting_for_product(session, said)
    if duty_id is not None:
        waiting = [x for x in waiting if x.duty.id == duty_id]
    if len(waiting) == 1:
        return Done((report_done.add_evidence(session, said, waiting[0], text),))
    if waiting:
        asked = WhichTask(tuple(waiting[:MOST_ASKED]))
        return Done((asked,), _options(asked, act))
    return Done((report_done.NoReportWaits(text),))


def _approve(session: Session, said: Said, act: Act, duty_id: int | None) -> Done:
    slots = act.slots
    if slots.all_except is not None and not slots.task_ids:
        unit = _unit_id(session, said, slots.unit_full)
        return Done((decide.accept_all(session, said, slots.all_except, unit),))
    return _on_duties(
        session, said, act, duty_id, Right.DECIDE, lambda line, _n: decide.accept(session, said, line), WAITING_STATES
    )


def _reject(session: Session, said: Said, act: Act, duty_id: int | None) -> Done:
    reason = act.slots.reason or ""
    return _on_duties(
        session, said, act, duty_id, Right.DECIDE,
        lambda line, _n: decide.send_back(session, said, line, reason), WAITING_STATES,
    )  # fmt: skip


def _assign(session: Session, said: Said, act: Act, duty_id: int | None) -> Done:
    if not act.slots.person:
        return Done((assigning.person_missing(session, said, act.slots.task_ids),))
    name = act.slots.person
    clean = replace(act.slots, unit_full=None)
    return _on_duties(
        session, said, Act(act.intent, clean), duty_id, Right.HAND_OUT,
        lambda line, _n: assigning.assign(session, said, line, name), OPEN_STATES,
    )  # fmt: skip


def _undo(session: Session, said: Said, act: Act, _duty_id: int | None) -> Done:
    numbers = act.slots.task_ids or (None,)
    return Done(tuple(r for n in numbers for r in undo.undo(session, said, n)))


def _card(session: Session, said: Said, act: Act, _duty_id: int | None) -> Done:
    numbers = act.slots.task_ids
    if not numbers:
        lines = duty_queries.lines_by_ids(session, said.agency_id, said.about)
        numbers = tuple(dict.fromkeys(x.number for x in lines))[:1]
    found = [views.card(session, said, n) or UnknownNumber(n) for n in numbers]
    return Done(tuple(found) or (NeedsNumber(),))


def _spread(session: Session, said: Said, act: Act, _duty_id: int | None) -> Done:
    result = spreading.spread_work(session, said, act.slots.plan, act.slots.mode)
    if not isinstance(result, spreading.SpreadProposed):
        return Done((result,))
    words = {"yes": ("nhận", "nhận hết", "đồng ý", "có", "ok"), "no": ("thôi", "không", "không nhận", "bỏ qua")}
    options = (Option(word, act.with_slots(mode=mode)) for mode, said_so in words.items() for word in said_so)
    return Done((result,), tuple(options))


def _news(session: Session, said: Said, act: Act, _duty_id: int | None) -> Done:
    slots = act.slots
    result = news.submit(session, said, slots.title or "", slots.evidence or "", slots.unit_full, slots.period)
    if isinstance(result, news.WhichNewsUnit):
        return Done((result,), tuple(Option(u.short_name, act.with_slots(unit_full=u.name)) for u in result.units))
    return Done((result,))


def _plan_version(session: Session, said: Said, act: Act, _duty_id: int | None) -> Done:
    number = act.slots.task_ids[0] if act.slots.task_ids else 0
    return Done((plan_review.say_of_version(session, said, act.slots.mode or "", act.slots.code or "", number),))


def _status_unit(session: Session, said: Said, act: Act, _duty_id: int | None) -> Done:
    if act.slots.person and not act.slots.unit:
        return Done((help.NotYet(help.examples(session, said)),))
    own = act.slots.unit and not act.slots.unit_full
    return Done((views.unit_overview(session, said, None if own else act.slots.unit_full),))


def _late(session: Session, said: Said, act: Act, _duty_id: int | None) -> Done:
    if act.slots.own:
        return Done((views.own_list(session, said),))
    return Done((views.late_by_unit(session, said, act.slots.unit_full),))


def _soon(session: Session, said: Said, act: Act, _duty_id: int | None) -> Done:
    """What is near is in everybody's own list; other people's is not listed yet."""
    if act.slots.unit or act.slots.person:
        return Done((help.NotYet(help.examples(session, said)),))
    return Done((views.own_list(session, said),))


def _answer(session: Session, said: Said, act: Act, duty_id: int | None) -> Done:
    """A bare answer to no question: a number shows its task, other words get help."""
    if act.slots.task_ids:
        return _card(session, said, act, duty_id)
    if act.slots.mode in ("yes", "no"):
        return Done()
    return Done((help.NotUnderstood(help.examples(session, said)),))


def _not_understood(session: Session, said: Said, _act: Act, _duty: int | None) -> Done:
    """Also for small talk: in a chat of two, silence would leave a report in other words unanswered."""
    return Done((help.NotUnderstood(help.examples(session, said)),))


def _confirm(session: Session, said: Said, _act: Act, _duty: int | None) -> Done:
    """Edits handed in and not yet decided would be lost behind a confirmation, so they come first."""
    if waiting := review_sheet.changes_waiting(session, said):
        return Done((waiting,), take_or_leave(waiting.file_id))
    return Done((plan_review.confirm(session, said),))


def _take_changes(session: Session, said: Said, act: Act, _duty: int | None) -> Done:
    if act.slots.mode == "no":
        return Done((review_sheet.leave_changes(session, said, act.slots.file_id),))
    return Done((review_sheet.take_changes(session, said, act.slots.file_id),))


def _unit_id(session: Session, said: Said, name: str | None) -> int | None:
    if not name:
        return None
    lines = duty_queries.lines_waiting_for(session, said.agency_id, said.who.id)
    return next((x.unit.id for x in lines if fold_words(x.unit.name) == fold_words(name)), -1)


def may_record_for(said: Said, unit_ids: frozenset[int]) -> bool:
    """Whether the sender may type for somebody of these units: a keeper for anybody, a head for his own."""
    if said.who.is_keeper() or may(said.who, Right.HAND_OUT, Subject(said.agency_id, unit_id=-1)):
        return True
    return bool(unit_ids & said.who.heads)


#: What has to be allowed before anything is looked at; changes ask for their right on the duty itself.
LOOKS: dict[Intent, Right] = {
    Intent.task_detail: Right.SEE_CARD,
    Intent.status_overall: Right.SEE_COUNTS,
    Intent.status_plan: Right.SEE_COUNTS,
    Intent.status_unit: Right.SEE_COUNTS,
    Intent.overdue_list: Right.SEE_CARD,
    Intent.who_missed_results: Right.SEE_COUNTS,
    Intent.news_status: Right.SEE_COUNTS,
}
HANDLERS: dict[Intent, Handler] = {
    Intent.done: _done,
    Intent.progress: _progress,
    Intent.same_as_before: _same(give_result.AS_BEFORE),
    Intent.none_arose: _same(give_result.NONE_AROSE),
    Intent.waiting_for_signature: _progress,
    Intent.evidence_only: _evidence,
    Intent.approve: _approve,
    Intent.reject: _reject,
    Intent.assign: _assign,
    Intent.undo_done: _undo,
    Intent.task_detail: _card,
    Intent.my_tasks: lambda s, said, _act, _d: Done((views.own_list(s, said),)),
    Intent.whole_list: lambda s, said, _act, _d: Done((views.own_list(s, said),)),
    Intent.status_overall: lambda s, said, _act, _d: Done((views.overview(s, said),)),
    Intent.status_plan: lambda s, said, act, _d: Done((views.overview(s, said, act.slots.plan),)),
    Intent.status_unit: _status_unit,
    Intent.overdue_list: _late,
    Intent.due_soon: _soon,
    Intent.who_missed_results: lambda s, said, _act, _d: Done((missing_results.missing_results(s, said),)),
    Intent.submit_news: _news,
    Intent.news_status: lambda s, said, act, _d: Done((news.counts(s, said, act.slots.period),)),
    Intent.help: lambda s, said, _act, _d: Done((help.Help(help.examples(s, said)),)),
    Intent("join"): lambda s, said, _act, _d: Done((join.welcome(s, said.who),)),
    Intent.show: lambda s, said, _act, _d: Done((plan_review.show(s, said),)),
    Intent.confirm: _confirm,
    Intent.name_unit: lambda s, said, act, _d: Done(
        (plan_review.name_unit(s, said, act.slots.title or "", act.slots.unit_full),)
    ),
    Intent.plan_version: _plan_version,
    Intent.left_out: lambda s, said, _act, _d: Done((plan_review.left_out(s, said),)),
    Intent.withdraw_plan: lambda s, said, _act, _d: Done((plan_review.withdraw(s, said),)),
    Intent.spread_work: _spread,
    Intent.review_file: lambda s, said, _act, _d: Done((review_sheet.make_sheet(s, said),)),
    Intent.hand_in: lambda s, said, _act, _d: Done((hand_in.invite_file(s, said),)),
    Intent.take_changes: _take_changes,
    Intent.review_doubts: lambda s, said, act, _d: Done(
        (doubts.show(s, said, act.slots.items, act.slots.mode == "again"),)
    ),
    Intent.answer_doubt: lambda s, said, act, _d: Done((doubts.answer(s, said, act.slots),)),
    Intent.mark_secret: lambda s, said, act, _d: Done(
        (draft_lines.mark_secret(s, said, act.slots.code or "", act.slots.mode == "secret"),)
    ),
    Intent.set_line_target: lambda s, said, act, _d: Done(
        (draft_lines.set_target(s, said, act.slots.code or "", act.slots.date or said.day),)
    ),
    Intent.name_group: lambda s, said, act, _d: Done(
        (draft_lines.name_group(s, said, act.slots.title or "", act.slots.units, act.slots.reason or ""),)
    ),
    Intent.discard: lambda s, said, _act, _d: Done((plan_review.discard(s, said),)),
    Intent.answer: _answer,
    Intent.greeting_thanks: _courtesy,
    Intent.smalltalk_other: _not_understood,
    Intent.not_understood: _not_understood,
}
