"""What may have been meant, said back: one meaning for a yes, several as choices."""

from collections.abc import Sequence

from sqlmodel import Session

from bot import asking
from bot.carried_out import asks_which
from bot.understanding.intents import Act
from bot.undo_acts import drops_of, leads_nowhere
from bot.usecases.said import Said

MOST = 4


def say_back(session: Session, said: Said, readings: Sequence[Act], *, beside: bool) -> asking.WhichReading | None:
    """The question, kept with its answers; None where doing it asks of which task, or nothing could be taken back, which is said at once."""
    kept = tuple(dict.fromkeys(readings))[:MOST]
    if len(kept) == 1 and asks_which(kept[0]):
        return None
    drops = tuple(drops_of(session, said, act) for act in kept)
    if all(leads_nowhere(act, dropped) for act, dropped in zip(kept, drops, strict=True)):
        return None
    options = tuple(asking.Option(chr(ord("A") + i), act) for i, act in enumerate(kept))
    if len(kept) == 1:  # one meaning is no choice: it is said back, and yes or no answers it
        options = asking.on_yes(kept[0])
    if said.chat_id:
        asking.ask(session, said.agency_id, said.chat_id, said.inbox_id, options, said.now)
    return asking.WhichReading(kept, beside, drops=drops)
