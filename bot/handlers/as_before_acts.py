""" "Như kỳ trước", "không phát sinh": of tasks named, of a list shown, of all that is left, and of whose it is said to be."""

from sqlmodel import Session

from bot.handlers.duty_acts import Do, Done, Handler, NothingAsked, but_left_out, on_duties
from bot.permissions import Right
from bot.understanding.intents import Act
from bot.usecases import give_result
from bot.usecases.missing_results import still_missing
from bot.usecases.rest_of import for_each, rest_of_unit
from bot.usecases.said import Said
from storage.kinds import OPEN_STATES
from storage.queries.duties import DutyLine


def same(text: str) -> Handler:
    def handler(session: Session, said: Said, act: Act, duty_id: int | None) -> Done:
        month = give_result.given_of("", None, act.slots.period).month
        given = give_result.Given(text, month=month, instead=act.slots.instead)

        def do(line: DutyLine, named_period: bool) -> object:
            kept = give_result.owners_answer(session, said, line, given)
            return kept or give_result.give_result(session, said, line, given, named_period)

        named = act.slots.task_ids or duty_id is not None
        if not named and (of_unit := rest_of_unit(session, said, act.slots)):
            if [person.id for person, _numbers in of_unit.of] == [said.who.id]:  # nobody else owes any
                return _owed(session, said, act, do)
            asked = of_unit.refused or still_missing(session, said)
            return Done((of_unit,), for_each(of_unit, act)) if asked else Done((NothingAsked(),))
        if act.slots.mode == "all" and not named:
            return _owed(session, said, act, do)
        if act.slots.mode == "rest" and not named:
            return _rest(session, said, act, do)
        unanswered = [] if named else but_left_out(act, give_result.unanswered(session, said, said.about))
        if unanswered:
            return Done(tuple(do(line, False) for line in unanswered))
        if not named and said.about and not said.replied:  # what was told of the task spoken of last stands
            return _owed(session, said, act, do)
        return on_duties(session, said, act, duty_id, Right.REPORT, do, OPEN_STATES)

    return handler


def or_of_rest(progress: Handler) -> Handler:
    """ "Còn lại chưa làm" is told of each that is left; anything else as `progress` has it."""

    def handler(session: Session, said: Said, act: Act, duty_id: int | None) -> Done:
        of_rest = act.slots.mode == "rest" and not act.slots.task_ids and duty_id is None
        return (same(act.slots.text or "") if of_rest else progress)(session, said, act, duty_id)

    return handler


def _owed(session: Session, said: Said, act: Act, do: Do) -> Done:
    """Of all that the period still asks of him."""
    asked = still_missing(session, said)
    left = but_left_out(act, list(asked.lines)) if asked else []
    return Done(tuple(do(line, False) for line in left) or (asked or NothingAsked(None),))


def _rest(session: Session, said: Said, act: Act, do: Do) -> Done:
    """ "Còn lại …": what of a list is not answered, else what the period still asks of him; of one task there is no rest."""
    listed, section = said.about or said.shown, act.slots.code
    unanswered = but_left_out(act, give_result.unanswered(session, said, listed)) if len(listed) > 1 else []
    asked = None if unanswered and not section else still_missing(session, said)
    left = but_left_out(act, list(asked.lines) if asked else [])
    unanswered = left or unanswered if section else unanswered or left  # of a section not only what the list spelt out
    if unanswered:
        return Done(tuple(do(line, False) for line in unanswered))
    return Done((asked or NothingAsked(section),))
