"""A day among the options of a command."""

from datetime import date

from bot.commands.stopped import CannotGoOn
from jobs.rules.days import written_day


def whole_day(text: str) -> date:
    """For `type=` of an option; anything but a whole date is refused rather than guessed."""
    found = written_day(text)
    if found is None:
        raise CannotGoOn(f"Không đọc được ngày “{text}”; hãy ghi như 15/12/2025 hoặc 2025-12-15.")
    return found
