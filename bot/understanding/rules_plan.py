"""What the keeper says of a plan under review: "“Văn phòng HĐND, UBND” là VP"."""

import re

from bot.understanding.directory import Directory
from bot.understanding.intents import Act, Intent, Slots
from jobs.rules.text import tidy

#: The name stands in quotation marks, as the review shows it, so that no task or title is taken for one.
_ALIAS = re.compile(r'^(?:đơn vị |don vi )?["“”](.{2,120}?)["“”]\s*(?:là|la|=)\s*(.{2,120}?)[.!]?$', re.IGNORECASE)


def unit_alias(text: str, directory: Directory) -> Act | None:
    """Another name of a unit; None where the text says something else."""
    found = _ALIAS.match(tidy(text))
    if not found:
        return None
    units = directory.unit_named(found[2])
    full = units[0].name if len(units) == 1 else None
    return Act(Intent.name_unit, Slots(title=found[1], unit=found[2], unit_full=full))
