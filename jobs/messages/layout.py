"""Blocks of lines made into one message part: at most nine task lines and fewer than 900 characters."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from jobs.rules.items import Item
from locales.translate import Translator

MOST_LINES = 9
MOST_CHARACTERS = 899
MOST_BUTTON_ROWS = 5


class Room(IntEnum):
    """Which lines find room first; they stand in the order of their blocks."""

    FIRST = 0  # an official date, a decision, what climbed or changed
    NEXT = 1
    LAST = 2  # what was told on other days already, and what others are told of themselves


@dataclass(frozen=True)
class Row:
    """One line; `items` are the duties it speaks of. `acts`: the reader may report (own) or decide them."""

    text: str
    items: tuple[Item, ...] = ()
    acts: str = ""  # "own", "decide", "grant" (a wish for time), "result", "unit" or ""
    room: Room = Room.FIRST


@dataclass(frozen=True)
class Block:
    """A heading with counted lines below it; without lines it is left out, `plain` lines are not counted."""

    heading: str = ""
    rows: tuple[Row, ...] = ()
    plain: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        return not self.rows and not self.plain


Hint = Callable[[Sequence[Row]], Sequence[str]]


@dataclass(frozen=True)
class Page:
    text: str
    rows: tuple[Row, ...]  # the lines that found room, in order


def page(_: Translator, greeting: str, blocks: Sequence[Block], hint: Hint | None = None) -> Page:
    """The longest version that fits; `hint` makes the closing lines from the rows that are shown."""
    blocks = [block for block in blocks if not block.empty]
    for most in range(MOST_LINES, -1, -1):
        made = _page(_, greeting, blocks, hint, most)
        if len(made.text) <= MOST_CHARACTERS:
            return made
    while blocks:
        blocks = blocks[:-1]
        made = _page(_, greeting, blocks, hint, 0)
        if len(made.text) <= MOST_CHARACTERS:
            break
    return made


def _page(
    _: Translator,
    greeting: str,
    blocks: Sequence[Block],
    hint: Hint | None,
    most: int,
) -> Page:
    every = [row for block in blocks for row in block.rows]
    chosen = {id(row) for row in sorted(every, key=lambda row: row.room)[:most]}
    shown = [row for row in every if id(row) in chosen]
    left_out = [row for row in every if id(row) not in chosen]
    paragraphs = [greeting]
    for block in blocks:
        rows = [row for row in block.rows if id(row) in chosen]
        lines = [*block.plain, *(row.text for row in rows)]
        if lines:
            paragraphs.append("\n".join([block.heading, *lines] if block.heading else lines))
    closing = list(hint(shown)) if hint else []
    closing = [*_more(_, left_out), *closing]
    if closing:
        paragraphs.append("\n".join(closing))
    return Page("\n\n".join(paragraphs), tuple(shown))


def _more(_: Translator, rows: Sequence[Row]) -> list[str]:
    """What found no room, and where to read it: his own, and his unit's."""
    of_unit = sum(max(len(row.items), 1) for row in rows if row.acts == "unit")
    own = sum(max(len(row.items), 1) for row in rows) - of_unit
    lines = []
    if own:
        lines.append(_.plural('và {n} việc khác, nhắn "việc của tôi"', 'và {n} việc khác, nhắn "việc của tôi"', own))
    if of_unit:
        lines.append(
            _.plural(
                'và {n} việc khác của đơn vị, nhắn "tình hình đơn vị"',
                'và {n} việc khác của đơn vị, nhắn "tình hình đơn vị"',
                of_unit,
            )
        )
    return lines
