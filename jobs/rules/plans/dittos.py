"""Cells that only repeat the one above: "nt", "Như trên", "-nt-", "″"."""

import re

from jobs.rules.plans.columns import Column
from jobs.rules.plans.lines import DATA, Line
from jobs.rules.text import fold

_SAME = re.compile(
    r"\W*(?:n\.?t|nhu (?:o |cac )?(?:(?:muc|dong|nhiem vu|cong viec|hang|phan) )?tren|tuong tu(?: nhu)?(?: tren)?)\W*"
)
_MARKS = re.compile(r"[-–(\s]*(?:[\"“”″〃]|['’`]{2}|,,)[-–)\s.]*")


class Dittos:
    """Goes down a table and remembers what each column last said."""

    def __init__(self) -> None:
        self._above: dict[Column, str] = {}

    def resolve(self, line: Line) -> None:
        """Gives the line's values the words that stand above; what the cells print stays in `line.printed`."""
        for column in DATA:
            text = line.values.get(column, "")
            above = self._above.get(column, "")
            if above and (_SAME.fullmatch(fold(text)) or _MARKS.fullmatch(text)):
                line.printed[column] = text
                line.values[column] = above
            elif text:
                self._above[column] = text
