"""A document's number or a file sent by itself: of which task it is, and what it takes the place of."""

from sqlmodel import Session

from bot.asking import NeedsNumber, WhichReading, WhichTask, on_yes
from bot.handlers.duty_acts import MOST_ASKED, Done, on_duties, options_among
from bot.permissions import Right, may, of_duty
from bot.understanding.intents import Act, Intent, Slots
from bot.understanding.rules.evidence import FILE_MOVED, FILE_OUT
from bot.usecases import files_put_right, mend_document, report_done
from bot.usecases.just_said import last_changes
from bot.usecases.said import Said
from bot.usecases.which_duty import Found, Wanted, which_duty
from storage.kinds import OPEN_STATES, WAITING_STATES
from storage.queries import duties as duty_queries
from storage.queries.duties import DutyLine


def evidence(session: Session, said: Said, act: Act, duty_id: int | None) -> Done:
    text = act.slots.evidence or ""
    if act.slots.mode == FILE_OUT:
        return Done((files_put_right.take_out(session, said, act.slots.task_ids),))
    if act.slots.mode == FILE_MOVED:
        return Done((files_put_right.move(session, said, act.slots.task_ids[0]),))
    if duty_id is not None and said.proofs and not text:  # a photo or file, and the answer says of which work
        line = duty_queries.lines_by_ids(session, said.agency_id, [duty_id])[0]
        allowed = may(said.who, Right.REPORT, of_duty(line.duty, line.plan, Right.REPORT))
        return Done((report_done.take_files(session, said, line),)) if allowed else Done((NeedsNumber(),))
    if act.slots.task_ids and said.proofs and not text:
        return on_duties(
            session, said, act, None, Right.REPORT, lambda line, _n: report_done.take_files(session, said, line)
        )
    if act.slots.instead and duty_id is None:
        mended = mend_document.mend(session, said, act.slots.task_ids, text, act.slots.title or "")
        if mended:
            return Done((mended,))
    if duty_id is not None:
        return _product_of(session, said, duty_queries.lines_by_ids(session, said.agency_id, [duty_id])[0], text)
    if act.slots.task_ids:
        answer = which_duty(session, said, Wanted(act.slots.task_ids[0]))
        return _product_of(session, said, answer.line, text) if isinstance(answer, Found) else Done((answer,))
    waiting = report_done.waiting_for_product(session, said)
    waiting = [*_spoken_of(session, said, waiting), *waiting]
    if len(waiting) == 1:
        return _product_of(session, said, waiting[0], text)
    if waiting:
        asked = WhichTask(tuple(waiting[:MOST_ASKED]))
        return Done((asked,), options_among(asked, act))
    return Done((report_done.NoReportWaits(text),))


def _spoken_of(session: Session, said: Said, waiting: list[DutyLine]) -> list[DutyLine]:
    """The one task of his spoken of last, by a card or by what he told, where it is none of those that wait."""
    lines = duty_queries.lines_by_ids(session, said.agency_id, said.about)
    if len(lines) != 1:
        told = {event.duty_id for event in last_changes(session, said)}
        lines = duty_queries.lines_by_ids(session, said.agency_id, [i for i in told if i])
    if len(lines) != 1 or any(x.duty.id == lines[0].duty.id for x in waiting):
        return []
    line, owner = lines[0], said.owner.id
    his = line.duty.held_by(owner) and line.duty.state in (*OPEN_STATES, *WAITING_STATES)
    return [line] if his else []


def _product_of(session: Session, said: Said, line: DutyLine, text: str) -> Done:
    """A document's number, and of which task: kept where that is reported; else it is asked whether it is done by it."""
    if not may(said.who, Right.REPORT, of_duty(line.duty, line.plan, Right.REPORT)):
        return Done((NeedsNumber(),))
    if line.duty.state not in OPEN_STATES:
        return Done((report_done.report_done(session, said, line, text),))
    asked = Act(Intent.done, Slots(task_ids=(line.number,), evidence=text))
    return Done((WhichReading((asked,)),), on_yes(asked, line.duty.id))
