"""What may have been meant, said back: one meaning for a yes, several as choices."""

from collections.abc import Sequence

from sqlmodel import Session

from bot import asking
from bot.conversation.carried_out import asks_which
from bot.handlers.undo_acts import drops_of, leads_nowhere
from bot.understanding.intents import Act, Understanding
from bot.understanding.words import YES
from bot.usecases.said import Said

MOST = 4


MOST_PARTS = 8
_ALL = ("cả hai", "cả 2", "cả ba", "cả 3", "tất cả", "hết", "ghi hết", "cả")


def are_parts(understood: Understanding, readings: Sequence[Act]) -> bool:
    """Whether what is asked about are the parts of one message, each of tasks of its own, and no readings of which one holds."""
    numbers = [n for act in readings for n in act.slots.task_ids]
    each = all(act.slots.task_ids and act in understood.acts for act in readings)
    return len(readings) > 1 and each and len(numbers) == len(set(numbers))


def say_back(
    session: Session, said: Said, readings: Sequence[Act], *, beside: bool, parts: bool
) -> asking.WhichReading | None:
    """The question, kept with its answers; None where doing it asks of which task or says which words are not followed, or nothing
    could be taken back by any of them, which is said at once.
    `parts`: all of them may be right at once.
    """
    kept = tuple(dict.fromkeys(readings))[: MOST_PARTS if parts else MOST]
    if len(kept) == 1 and (asks_which(kept[0]) or kept[0].slots.unclear):
        return None
    drops = tuple(drops_of(session, said, act) for act in kept)
    if all(leads_nowhere(act, dropped) for act, dropped in zip(kept, drops, strict=True)):
        return None
    options = tuple(asking.Option(chr(ord("A") + i), act) for i, act in enumerate(kept))
    if parts:
        options += tuple(asking.Option(word, act) for word in (*_ALL, *YES) for act in kept)
    if len(kept) == 1:  # one meaning is no choice: it is said back, and yes or no answers it
        options = asking.on_yes(kept[0])
    if said.chat_id:
        asking.ask(session, said.agency_id, said.chat_id, said.inbox_id, options, said.now)
    return asking.WhichReading(kept, beside, drops=drops, parts=parts)
