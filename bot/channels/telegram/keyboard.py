"""Buttons as Telegram has them: the words a button types travel inside it, so a press needs nothing remembered."""

import unicodedata

from telegram import InlineKeyboardButton

from jobs.delivery.channel import Button

# Telegram: callback_data is 1 to 64 bytes; a row of more than 8 is not shown.
_DATA_BYTES = 64
_ROW_BUTTONS = 8


def keyboard(rows: tuple[tuple[Button, ...], ...]) -> list[list[InlineKeyboardButton]]:
    """Rows of buttons; one whose words cannot travel is left out, since the text says what to type."""
    made = [[b for b in map(_button, row) if b is not None] for row in rows]
    return [row[at : at + _ROW_BUTTONS] for row in made for at in range(0, len(row), _ROW_BUTTONS)]


def _button(button: Button) -> InlineKeyboardButton | None:
    data = callback_data(button.types)
    label = button.label.strip()
    return InlineKeyboardButton(label, callback_data=data) if data and label else None


def callback_data(types: str) -> str | None:
    """The words in at most 64 bytes: as they are, else without accents (typed commands are read without them), else
    None. Never cut: half of a command is another command."""
    words = unicodedata.normalize("NFC", types.strip())
    for candidate in (words, _without_accents(words)):
        if 0 < len(candidate.encode()) <= _DATA_BYTES:
            return candidate
    return None


def _without_accents(words: str) -> str:
    plain = words.replace("đ", "d").replace("Đ", "D").replace("–", "-")
    return "".join(c for c in unicodedata.normalize("NFD", plain) if not unicodedata.combining(c))
