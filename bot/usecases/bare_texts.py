""" "Chữ chưa dấu", "sửa 12: đang lấy ý kiến": what was typed without accents, and its accents, before a paper needs it."""

from dataclasses import dataclass
from difflib import SequenceMatcher

from sqlmodel import Session

from bot.permissions import Right, may, of_duty
from bot.usecases import ledger
from bot.usecases.give_result import Given, given_of
from bot.usecases.said import Said
from jobs.rules.bare_text import is_bare, is_mended_form
from jobs.rules.text import fold_words
from storage.kinds import EventKind
from storage.models.duties import ProgressEntry
from storage.models.events import Event
from storage.queries.bare_texts import bare_entries
from storage.queries.duties import DutyLine, lines_by_ids
from storage.queries.rows import the_row

MENDED = "mended"  # in an event's `before`
AS_IT_IS = frozenset(("giu nguyen", "de nguyen", "khong can dau", "dung roi", "nhu cu", "giu nhu cu"))


@dataclass(frozen=True)
class BareTexts:
    """What the reader may mend, oldest first; `left`: how many more there are."""

    rows: tuple[tuple[DutyLine, ProgressEntry], ...]
    left: int = 0


@dataclass(frozen=True)
class TextMended:
    """`left`: how many of the reader's are still without accents; `as_it_is`: nothing had to be put in."""

    line: DutyLine
    given: Given
    left: int
    as_it_is: bool = False


@dataclass(frozen=True)
class NothingToMend:
    """No result of this task is waiting for accents."""

    number: int


@dataclass(frozen=True)
class StillBare:
    """What was to have accents has none either."""

    line: DutyLine


@dataclass(frozen=True)
class SaysOtherwise:
    """The text says something else than the result kept."""

    line: DutyLine
    kept: Given


@dataclass(frozen=True)
class MendUndone:
    line: DutyLine


MOST_SHOWN = 8


def as_given(entry: ProgressEntry) -> Given:
    """What is kept, as it is shown."""
    return Given(entry.text, obstacle=entry.obstacle)


def _typed(entry: ProgressEntry) -> str:
    """All that was typed, to be compared with what is typed now; "vướng" stands in for where it was parted."""
    return ", vướng: ".join(x for x in (entry.text, entry.obstacle) if x) if entry.text else entry.obstacle


def show(session: Session, said: Said) -> BareTexts:
    rows = _mine(session, said)
    return BareTexts(tuple(rows[:MOST_SHOWN]), max(len(rows) - MOST_SHOWN, 0))


def mend(session: Session, said: Said, number: int, text: str) -> object:
    """Put accents into the result of this task that is most like the text; who typed it stays who typed it."""
    mine = _mine(session, said)
    rows = [(line, entry) for line, entry in mine if line.number == number]
    if not rows:
        return NothingToMend(number)
    line, entry = max(rows, key=lambda row: SequenceMatcher(None, fold_words(_typed(row[1])), fold_words(text)).ratio())
    as_it_is = fold_words(text) in AS_IT_IS
    if not as_it_is and is_bare(text):
        return StillBare(line)
    if not as_it_is and not is_mended_form(_typed(entry), text):
        return SaysOtherwise(line, as_given(entry))
    before = {"entry": entry.id, "text": entry.text, "obstacle": entry.obstacle}
    if not as_it_is:
        _write(entry, text)
    entry.bare = False
    session.add(entry)
    event = ledger.write(
        session,
        said,
        EventKind.TEXT_MENDED,
        duty=line.duty,
        for_id=entry.for_id,
        text=_typed(entry),
        before={MENDED: before},
    )
    event.to_state = event.to_due_on = None  # nothing became of the work
    session.add(event)
    return TextMended(line, as_given(entry), len(mine) - 1, as_it_is)


def take_back(session: Session, said: Said, event: Event) -> MendUndone:
    kept = event.before[MENDED]
    entry = the_row(session, ProgressEntry, said.agency_id, kept["entry"])
    entry.text = kept["text"]
    entry.obstacle = kept["obstacle"]
    entry.bare = True
    session.add(entry)
    ledger.take_back(session, said, event)
    return MendUndone(lines_by_ids(session, said.agency_id, [entry.duty_id])[0])


def _write(entry: ProgressEntry, text: str) -> None:
    """Parted again into what was done and what stands in the way, where the kept one was."""
    if not entry.obstacle:
        entry.text = text
        return
    given = given_of(text, entry.percent, None)
    entry.obstacle = given.obstacle or text
    entry.text = given.text if entry.text else ""


def _mine(session: Session, said: Said) -> list[tuple[DutyLine, ProgressEntry]]:
    entries = bare_entries(session, said.agency_id)
    lines = {x.duty.id: x for x in lines_by_ids(session, said.agency_id, list({e.duty_id for e in entries}))}
    rows = [(lines[entry.duty_id], entry) for entry in entries if entry.duty_id in lines]
    return [row for row in rows if may(said.who, Right.REPORT, of_duty(row[0].duty, row[0].plan, Right.REPORT))]
