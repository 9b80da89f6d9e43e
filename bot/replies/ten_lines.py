"""Parts of work made into at most so many lines: what is most urgent in full, the rest by section or by number."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.replies.reader import Reader
from jobs.messages.phrases import section_line
from jobs.rules.items import Item, entries_by_date, ranges, section_label
from storage.queries.duties import DutyLine

MOST_LINES = 10
"""Lines of one answer that hold words, headings included."""
MOST_NUMBERS = 40
"""Task numbers named on one line."""


@dataclass(frozen=True)
class Part:
    """Lines below a title ("" for none), most urgent first; `text` writes one of them."""

    title: str
    lines: tuple[DutyLine, ...]
    text: Callable[[DutyLine], str]


@dataclass(frozen=True)
class Fitted:
    """`shown`: the lines that stand alone, in order."""

    blocks: tuple[str, ...]
    shown: tuple[DutyLine, ...]

    @property
    def height(self) -> int:
        """Lines that hold words."""
        return sum(len([x for x in block.split("\n") if x]) for block in self.blocks)


def fitted(parts: Sequence[Part], room: int, reader: Reader) -> Fitted:
    """The fullest form of all parts in `room` lines; from the last part on they are told by section, then by numbers."""
    parts = [part for part in parts if part.lines]
    made = [_full(part) for part in parts]
    for shape in (_grouped, _by_number):
        for at in range(len(parts) - 1, -1, -1):
            if sum(m.height for m in made) > room:
                shorter = shape(parts[at], reader)
                made[at] = min(made[at], shorter, key=lambda m: m.height)
    made = _opened(parts, made, room, reader)
    if len(made) > room:  # even one line each is too much
        rest = [line for part in parts[room - 1 :] for line in part.lines]
        made = [*made[: room - 1], Fitted((_others(rest, reader),), ())]
    return Fitted(_paragraphs(made), tuple(line for m in made for line in m.shown))


def _paragraphs(made: Sequence[Fitted]) -> tuple[str, ...]:
    """A part of several lines stands apart; those of one line stand together."""
    blocks: list[str] = []
    alone = False
    for each in made:
        text = "\n".join(each.blocks)
        if each.height == 1 and alone:
            blocks[-1] += "\n" + text
        else:
            blocks.append(text)
        alone = each.height == 1
    return tuple(blocks)


def _opened(parts: Sequence[Part], made: list[Fitted], room: int, reader: Reader) -> list[Fitted]:
    """The first part that was told by numbers gets the lines left over, as far as they go."""
    left = room - sum(m.height for m in made)
    for at, (part, each) in enumerate(zip(parts, made, strict=True)):
        heads = 2 if part.title else 1  # the title, and the line of the rest
        if each.height == 1 and not each.shown and len(part.lines) > 1 and left + 1 > heads:
            rows = _rows(part, reader)
            taken, rest = rows[: left + 1 - heads], [line for row in rows[left + 1 - heads :] for line in row.lines]
            opened = _made(part, [*taken, *([_Row(_others(rest, reader), tuple(rest))] if rest else [])])
            return [*made[:at], opened, *made[at + 1 :]]
    return made


@dataclass(frozen=True)
class _Row:
    text: str
    lines: tuple[DutyLine, ...]
    alone: bool = False


def _made(part: Part, rows: Sequence[_Row]) -> Fitted:
    title = [part.title] if part.title else []
    return Fitted((*title, *(row.text for row in rows)), tuple(x for row in rows if row.alone for x in row.lines))


def _full(part: Part) -> Fitted:
    return Fitted((*([part.title] if part.title else []), *(part.text(x) for x in part.lines)), part.lines)


def _grouped(part: Part, reader: Reader) -> Fitted:
    return _made(part, _rows(part, reader))


def _rows(part: Part, reader: Reader) -> list[_Row]:
    """A date that many share is told by section, as in the morning."""
    _ = reader.words
    by_id = {line.duty.id: line for line in part.lines}
    rows = []
    for entry in entries_by_date([_item(line) for line in part.lines], _day):
        lines = tuple(by_id[item.duty_id] for item in entry.items)
        if entry.single:
            rows += [_Row(part.text(line), (line,), True) for line in lines]
        else:
            official = all(item.due_on == entry.day for item in entry.items)
            rows.append(_Row(section_line(_, entry, reader.day, _("hạn") if official else _("mốc")), lines))
    return rows


def _by_number(part: Part, reader: Reader) -> Fitted:
    if len(part.lines) == 1:
        return Fitted((part.text(part.lines[0]),), part.lines) if not part.title else _full(part)
    _ = reader.words
    listed = some_numbers([line.number for line in part.lines], reader)
    return Fitted((_("{title}: {numbers}", title=part.title, numbers=listed) if part.title else listed,), ())


def _others(lines: Sequence[DutyLine], reader: Reader) -> str:
    listed = some_numbers([line.number for line in lines], reader)
    _ = reader.words
    return _.plural("và {n} việc khác: {numbers}", "và {n} việc khác: {numbers}", len(lines), numbers=listed)


def some_numbers(numbers: Sequence[int], reader: Reader) -> str:
    """ "11–16, 20"; of very many the first, and how many more there are."""
    kept = sorted(set(numbers))
    if len(kept) <= MOST_NUMBERS:
        return ranges(kept)
    more = len(kept) - MOST_NUMBERS
    return ranges(kept[:MOST_NUMBERS]) + reader.words.plural(" và {n} việc khác", " và {n} việc khác", more)


def _day(item: Item) -> date | None:
    return min((d for d in (item.target_on, item.due_on) if d), default=None)


def _item(line: DutyLine) -> Item:
    """As much of a line as the grouping by date and section asks for."""
    duty, task = line.duty, line.task
    section = section_label(task.code, line.plan.short_title if line.plan else "")
    return Item(
        duty.id, line.number, "", section, duty.unit_id, task.plan_id, duty.state, duty.recipient_id,
        due_on=duty.due_on, target_on=duty.target_on,
    )  # fmt: skip
