"""Acts about who is away; what one of them lacks is asked for, and the answer completes it."""

from sqlmodel import Session

from bot.asking import AWAITED, Option, on_yes
from bot.handlers.duty_acts import Done
from bot.understanding.intents import Act
from bot.usecases import absence
from bot.usecases.said import Said
from bot.usecases.who_is_away import who_is_away as who_is_away_of


def go_away(session: Session, said: Said, act: Act, _duty_id: int | None) -> Done:
    result = absence.go_away(session, said, act.slots)
    if isinstance(result, absence.DeputyMeant):
        meant = act.with_slots(mode=None)
        return Done((result,), on_yes(meant))
    if isinstance(result, absence.AbsenceUnclear):
        return Done((result,), (Option(AWAITED, act.with_slots(date=None, until=None)),))
    if isinstance(result, absence.SubstituteMissing | absence.SubstituteAway):
        return Done((result,), (Option(AWAITED, act.with_slots(partner=None)),))
    return Done((result,))


def come_back(session: Session, said: Said, act: Act, _duty_id: int | None) -> Done:
    return Done((absence.come_back(session, said, act.slots.person, act.slots.date),))


def who_is_away(session: Session, said: Said, act: Act, _duty_id: int | None) -> Done:
    return Done((who_is_away_of(session, said, today=act.slots.date is not None),))
