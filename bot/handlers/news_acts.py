"""Acts on news items: handed in, asked about, taken back, named anew, moved to the unit they are of."""

from sqlmodel import Session

from bot.asking import Option, on_yes
from bot.handlers.duty_acts import Done
from bot.understanding.intents import Act
from bot.understanding.rules.news import LAST_SENT
from bot.usecases import help, news, news_back, news_moved, news_renamed
from bot.usecases.said import Said


def sent(session: Session, said: Said, act: Act, _duty_id: int | None) -> Done:
    slots = act.slots
    result = news.submit(session, said, slots.title or "", slots.evidence or "", slots.unit_full, slots.period)
    if isinstance(result, news.WhichNewsUnit):
        return Done((result,), tuple(Option(u.short_name, act.with_slots(unit_full=u.name)) for u in result.units))
    return Done((result,))


def asked(session: Session, said: Said, act: Act, _duty_id: int | None) -> Done:
    if act.slots.mode == "later":
        return Done((news.later(session, said, act.slots.unit_full),))
    last = news_back.last_code(session, said) if act.slots.topic == LAST_SENT else None
    if code := act.slots.code or last:
        decided = act.slots.mode == "decided" or bool(last)
        return Done((news_back.shown(session, said, code, decided=decided),))
    return Done((news.counts(session, said, act.slots),))


def back(session: Session, said: Said, act: Act, _duty_id: int | None) -> Done:
    if act.slots.mode in news_moved.MOVES:
        return _news_moved(session, said, act)
    if act.slots.title:
        named = news_renamed.rename(session, said, act.slots)
        if not isinstance(named, news_renamed.RenameWhich):
            return Done((named,))
        return Done((named,), on_yes(act.with_slots(code=named.code, mode="rename")))
    slots = act.slots
    result = (
        news_back.named(session, said, slots.topic, slots.unit_full)
        if slots.topic and not slots.code
        else news_back.take_back(session, said, slots.code, slots.mode)
    )
    if not isinstance(result, news_back.TakeBackWhich):
        return Done((result,))
    return Done((result,), on_yes(act.with_slots(code=result.code, mode=None)))


def _news_moved(session: Session, said: Said, act: Act) -> Done:
    result = news_moved.move(session, said, act.slots)
    if result is None:
        return Done((help.NotUnderstood(help.examples(session, said)),))
    if isinstance(result, news_moved.MoveWhich):
        return Done((result,), on_yes(act.with_slots(code=result.code, unit_full=result.unit.name, mode="moved")))
    if isinstance(result, news_moved.MoveWhere):
        agreed = act.with_slots(code=result.code, mode="moved")
        of = [agreed.with_slots(unit_full=unit.name) for unit in result.units]
        letters = (Option(chr(ord("A") + at), act) for at, act in enumerate(of))
        return Done(
            (result,), (*(Option(u.short_name, act) for u, act in zip(result.units, of, strict=True)), *letters)
        )
    return Done((result,))
