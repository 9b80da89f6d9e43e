"""Taking back and opening again: what is done at once, and what is asked about by its name."""

from sqlmodel import Session

from bot.asking import Option, WhichReading, on_yes
from bot.handlers.duty_acts import Done
from bot.understanding.intents import Act, Intent
from bot.understanding.slips import OF_THE_NAMED
from bot.usecases import reopen, undo
from bot.usecases.just_said import STILL_SPOKEN_OF
from bot.usecases.nothing_to_undo import SentAstray
from bot.usecases.said import Said
from bot.usecases.undo_meant import Dropped, just_dropped, meant, would_drop
from bot.usecases.which_duty import WhichUnit
from storage.kinds import EventKind
from storage.queries import inbox


def undo_done(session: Session, said: Said, act: Act, duty_id: int | None) -> Done:
    """What was accepted is reopened, with a reason; anything else of one's own and of today is taken back."""
    slots = act.slots
    if slots.anew or slots.finished:
        return Done(tuple(undo.undo_slip(session, said, slots.anew, slots.finished, named=slots.mode == OF_THE_NAMED)))
    if slots.reopens and not slots.task_ids and (again := just_dropped(session, said)):
        return Done((again,))
    results: list[object] = []
    options: tuple[Option, ...] = ()
    for number in slots.task_ids or (None,):
        wanted = number is not None and (slots.reopens or slots.reason)
        unit, reason = slots.unit_full, slots.reason or ""
        found = reopen.reopen(session, said, number or 0, reason, duty_id, unit) if wanted else None
        if found is None and (result := _only_a_result(session, said, act, number)):
            asked = act.with_slots(task_ids=(number,), reopens=False)
            results.append(WhichReading((asked,), drops=(result,)))
            options = options or on_yes(asked)
            continue
        results += [found] if found else undo.undo(session, said, number, unit, slots.of_act)
        if isinstance(found, WhichUnit):
            options = options or tuple(Option(x.unit.short_name, act, x.duty.id) for x in found.lines)
    return Done(tuple(results), options)


def _only_a_result(session: Session, said: Said, act: Act, number: int | None) -> tuple[Dropped, ...]:
    """ "Mở lại 7" of a task that was never closed: only a result of it could go, which the words do not say."""
    dropped = would_drop(session, said, number) if act.slots.reopens and number is not None else ()
    return dropped if all(each.kind is EventKind.RESULT for each in dropped) else ()


def sent_astray(session: Session, said: Said) -> Done:
    """What was recorded of the message before is asked about, as it was meant for others; nothing else is touched."""
    before = inbox.bubble_before(session, said.agency_id, said.inbox_id, STILL_SPOKEN_OF) if said.inbox_id else None
    last = meant(session, said)
    recorded = bool(before and last and last[0].inbox_id == before.id)
    if not recorded or not (dropped := would_drop(session, said, None)):
        return Done((SentAstray(),))
    back = Act(Intent.undo_done)
    return Done((WhichReading((back,), drops=(dropped,)),), on_yes(back))


def drops_of(session: Session, said: Said, act: Act) -> tuple[Dropped, ...]:
    """What the bot would take back by this act, so that its question can name it."""
    if act.intent is not Intent.undo_done:
        return ()
    each = (would_drop(session, said, number, act.slots.of_act) for number in act.slots.task_ids or (None,))
    return tuple(one for dropped in each for one in dropped)


def leads_nowhere(act: Act, drops: tuple[Dropped, ...]) -> bool:
    """Nothing would be taken back, nor opened again: to be said at once, not asked about."""
    return act.intent is Intent.undo_done and not (drops or act.slots.reopens or act.slots.reason)
