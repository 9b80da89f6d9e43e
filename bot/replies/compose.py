"""Results of one message into one answer: what was recorded, one next step, how to undo."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot import asking
from bot.replies import help as helping
from bot.replies import tasks
from bot.replies.bare_texts import note
from bot.replies.reader import Reader, Reply, addressed
from bot.replies.table import RENDER
from bot.usecases import (
    give_result,
    help,
    report_done,
)
from bot.usecases import year_end as sorting
from bot.usecases.said import TypedFor
from bot.usecases.which_duty import NotYours, UnknownNumber
from jobs.rules.text import capital

#: Say for whom it was typed by themselves, or that nothing was recorded.
_NAME_OWNER = (report_done.Reported, asking.PersonUnknown, NotYours, UnknownNumber)
Row = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Answer:
    """One finished message; `about`: duties in the order named."""

    text: str
    about: tuple[int, ...]
    buttons: tuple[Row, ...]
    file_id: int | None = None


def compose(results: Sequence[object], reader: Reader) -> Answer | None:
    """One message for all results; None where there is nothing to say."""
    typed_for = [each.person for each in results if isinstance(each, TypedFor)]
    results = [each for each in results if not isinstance(each, TypedFor)]
    reader = replace(reader, behalf=typed_for[0] if typed_for else None)
    replies = _replies(_without_doubles(results), reader)
    if not replies:
        return None
    _ = reader.words
    texts = [capital(reply.text) for reply in replies]
    if reader.behalf and not any(isinstance(each, _NAME_OWNER) for each in results):
        texts[0] = _("Dạ, ghi hộ {who}: {text}", who=addressed(reader.behalf, reader), text=replies[0].text)
    elif replies[0].polite:
        texts[0] = capital(_("Dạ, {text}", text=replies[0].text))  # in English nothing stands before it
    last = _last_told(replies)
    if told := note([r for r in results if isinstance(r, give_result.Recorded)], reader):
        texts[last] += " " + told
    if any(reply.undoable for reply in replies):
        texts[last] += "." if texts[last].endswith(('"', "”")) else ""
        ends = texts[last].endswith((".", "!", "?"))  # behind a list it has a line of its own
        texts[last] += (" " if ends else "\n") + _('Nếu nhầm, {call} nhắn "hoàn tác".', call=reader.call)
    about = tuple(dict.fromkeys(i for reply in replies for i in reply.about))
    rows = tuple(row for reply in replies for row in reply.buttons)
    file_id = next((reply.file_id for reply in replies if reply.file_id), None)
    return Answer("\n".join(texts), about, rows[:5], file_id)


def _last_told(replies: list[Reply]) -> int:
    """Behind which reply it stands how to take back what was told: before the question that follows."""
    told = [i for i, reply in enumerate(replies) if reply.undoable or not reply.buttons]
    return told[-1] if told else len(replies) - 1


def _replies(results: Sequence[object], reader: Reader) -> list[Reply]:
    """Several results of periods as one; beside what was recorded, what was not understood is only the rest."""
    together = [r for r in results if isinstance(r, give_result.Recorded)]
    rest = [r for r in results if len(together) < 2 or not isinstance(r, give_result.Recorded)]
    replies = [tasks.recorded_together(together, reader)] if len(together) > 1 else []
    replies += [RENDER[type(each)](each, reader) for each in rest if not isinstance(each, help.NotUnderstood)]
    told = any(reply.undoable for reply in replies)
    for each in rest:
        if isinstance(each, help.NotUnderstood):
            replies.append(helping.rest_not_understood(reader) if told else helping.not_understood(each, reader))
    return replies


def _without_doubles(results: Sequence[object]) -> list[object]:
    """The same help twice is said once; what is left to sort is told as it stands in the end."""
    kept: list[object] = []
    left = [each for each in results if isinstance(each, sorting.StillUnsorted)][-1:]
    results = [each for each in results if not isinstance(each, sorting.StillUnsorted)] + left
    for each in results:
        if isinstance(each, help.NotUnderstood | help.NotYet | asking.NeedsNumber | asking.WentWrong) and any(
            type(k) is type(each) for k in kept
        ):
            continue
        kept.append(each)
    return kept
