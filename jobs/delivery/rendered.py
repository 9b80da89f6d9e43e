"""What rendering a notice gives the sender, and how its buttons are kept in the row."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session

from jobs.delivery.channel import Button, Edit, OutFile, split_text, utf16_length
from storage.models.messages import Notice

Buttons = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True)
class Rendered:
    """A notice as it reads now. about: duty ids in the order listed. repeated_mark: a line for the top of a text
    that may have arrived before, in the reader's language. file_left_out: the same where a channel carries no files. edit: of the message whose button is answered."""

    text: str
    repeated_mark: str
    about: tuple[int, ...] = ()
    buttons: Buttons = ()
    file: OutFile | None = None
    file_left_out: str = ""
    edit: Edit | None = None


TOGETHER = "rendered together"
"""Under this a session keeps the notices that are rendered in it, so that their facts may be read at once."""

Render = Callable[[Session, Notice, datetime], Rendered | None]
"""Facts to text at a moment; None when the notice no longer applies."""


def buttons_to_rows(buttons: Buttons) -> list[Any]:
    return [[[button.label, button.types] for button in row] for row in buttons]


def rows_to_buttons(rows: Iterable[Any]) -> Buttons:
    return tuple(tuple(Button(str(label), str(types)) for label, types in row) for row in rows)


def parts_of(text: str, mark: str, limit: int) -> list[str]:
    """The parts of a text, each short enough to take the mark on top should it have to be repeated."""
    return split_text(text, limit - utf16_length(mark) - 1)
