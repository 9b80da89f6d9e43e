"""Acts on a plan that is not confirmed yet: shown, reviewed doubt by doubt, mended, spread over the year, confirmed."""

from sqlmodel import Session

from bot.asking import Option, take_or_leave, yes_or_no
from bot.handlers.duty_acts import Done, Handler
from bot.understanding.intents import Act, Intent
from bot.understanding.words import YES
from bot.usecases import doubts, draft_lines, hand_in, plan_review, review_sheet
from bot.usecases import spread as spreading
from bot.usecases.said import Said

#: Said of what was shown, and no mere courtesy.
_PLAIN_YES = tuple(word for word in YES if word not in ("ok", "vâng", "dạ", "ừ", "có"))


def _spread(session: Session, said: Said, act: Act, _duty_id: int | None) -> Done:
    result = spreading.spread_work(session, said, act.slots.plan, act.slots.mode)
    if not isinstance(result, spreading.SpreadProposed):
        return Done((result,))
    return Done((result,), yes_or_no(act, yes=("nhận", "nhận hết"), no=("không nhận",)))


def _plan_version(session: Session, said: Said, act: Act, _duty_id: int | None) -> Done:
    number = act.slots.task_ids[0] if act.slots.task_ids else 0
    return Done((plan_review.say_of_version(session, said, act.slots.mode or "", act.slots.code or "", number),))


def _confirm(session: Session, said: Said, _act: Act, _duty: int | None) -> Done:
    """Edits handed in and not yet decided would be lost behind a confirmation, so they come first."""
    if waiting := review_sheet.changes_waiting(session, said):
        return Done((waiting,), take_or_leave(waiting.file_id))
    return Done((plan_review.confirm(session, said),))


def _show(session: Session, said: Said, _act: Act, _duty: int | None) -> Done:
    shown = plan_review.show(session, said)
    return Done((shown,)) if doubts.in_front(session, said) else _draft_step(shown)


def _draft_step(result: object) -> Done:
    """Where no doubt is asked about, a bare yes gets the next one, or what is left to type."""
    shown = isinstance(result, plan_review.DraftShown) or (isinstance(result, doubts.DoubtShown) and not result.doubt)
    if not shown:
        return Done((result,))
    return Done((result,), tuple(Option(word, Act(Intent.review_doubts)) for word in _PLAIN_YES))


def _take_changes(session: Session, said: Said, act: Act, _duty: int | None) -> Done:
    if act.slots.mode == "no":
        return Done((review_sheet.leave_changes(session, said, act.slots.file_id),))
    return Done((review_sheet.take_changes(session, said, act.slots.file_id),))


HANDLERS: dict[Intent, Handler] = {
    Intent.show: _show,
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
    Intent.review_doubts: lambda s, said, act, _d: _draft_step(
        doubts.show(s, said, act.slots.items, act.slots.mode == "again")
    ),
    Intent.answer_doubt: lambda s, said, act, _d: _draft_step(doubts.answer(s, said, act.slots)),
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
}
