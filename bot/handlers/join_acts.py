"""Acts about who is let in, who is in, and where people are written to."""

from sqlmodel import Session

from bot.asking import Option
from bot.handlers.duty_acts import Done
from bot.understanding.intents import Act, Intent, Slots
from bot.usecases import admit, choose_channel, disconnect, go_live, join, who_joined
from bot.usecases.ask_in import Wish
from bot.usecases.said import Said
from jobs.rules.text import fold_words
from storage.kinds import ChannelKind


def decide(session: Session, said: Said, act: Act, _duty_id: int | None) -> Done:
    results = admit.decide(session, said, act.slots)
    waiting = next((each.wishes for each in results if isinstance(each, admit.WishesWait)), ())
    return Done(tuple(results), _answers(waiting))


def _answers(waiting: tuple[Wish, ...]) -> tuple[Option, ...]:
    """ "nhận 2", "không 2"; of one alone the word will do."""
    options = []
    for wish in waiting:
        for word, mode in (("nhận", "yes"), ("không", "no")):
            decided = Act(Intent.admit, Slots(mode=mode, task_ids=(wish.request.number,)))
            options.append(Option(f"{word} {wish.request.number}", decided))
            options += [Option(word, decided)] if len(waiting) == 1 else []
    return tuple(options)


def join_again(session: Session, said: Said, act: Act, _duty_id: int | None) -> Done:
    """From a chat that is somebody's: his own name is welcomed again, another's changes nothing."""
    name = act.slots.person
    if name and fold_words(name) != fold_words(said.who.staff.full_name):
        return Done((join.AnotherName(name),))
    return Done((join.welcome(session, said.who),))


def not_joined(session: Session, said: Said, act: Act, _duty_id: int | None) -> Done:
    found = who_joined.who_joined(session, said, act.slots.unit_full)
    return Done((found,), _answers(found.wishes) if isinstance(found, who_joined.WhoJoined) else ())


def put_out(session: Session, said: Said, act: Act, _duty_id: int | None) -> Done:
    found = disconnect.disconnect(session, said, act.slots.person, own=act.slots.mode == "own")
    several = found.several if isinstance(found, disconnect.DisconnectWhom) else ()
    return Done(
        (found,), tuple(Option(one.staff.full_name, act.with_slots(person=one.staff.full_name)) for one in several)
    )


def by_channel(session: Session, said: Said, act: Act, _duty_id: int | None) -> Done:
    return Done((choose_channel.choose_channel(session, said, ChannelKind(act.slots.channel or "telegram")),))


def live(session: Session, said: Said, _act: Act, _duty_id: int | None) -> Done:
    return Done((go_live.go_live(session, said),))
