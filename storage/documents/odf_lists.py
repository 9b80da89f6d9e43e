"""Marks of automatic lists in OpenDocument files."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from storage.documents.list_numbers import written
from storage.documents.odf_text import number, tag

_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_ID = "{http://www.w3.org/XML/1998/namespace}id"


@dataclass(frozen=True)
class _Level:
    """`form` "" is a bullet; `shows` counts the levels whose numbers are printed, this one last."""

    form: str
    before: str
    after: str
    start: int
    shows: int


@dataclass
class OpenList:
    """A list being read: its style, its depth from 1, and the numbers reached at each depth."""

    style: str
    depth: int
    counts: dict[int, int]


class ListMarks:
    """Counts the lists of one document; items must be asked for once, in reading order."""

    def __init__(self, *roots: Any) -> None:
        """`roots`: elements that hold list styles, those of the whole file before those of its text."""
        styles = (style for root in roots for style in root.iter(tag("text:list-style")))
        self._styles = {style.get(tag("style:name"), ""): dict(_levels(style)) for style in styles}
        self._counts: dict[str, dict[int, int]] = {}

    def begin(self, element: Any, above: OpenList | None) -> OpenList:
        """Enters a list; `above` is the one in whose item it stands."""
        style = element.get(tag("text:style-name"), above.style if above else "")
        if above:
            return OpenList(style, above.depth + 1, above.counts)
        before = element.get(tag("text:continue-list"))
        goes_on = before is not None or element.get(tag("text:continue-numbering")) == "true"
        counts = self._counts.get(before or f"style {style}", {}) if goes_on else {}
        self._counts[f"style {style}"] = self._counts[element.get(_ID, "")] = counts
        return OpenList(style, 1, counts)

    def mark(self, item: Any, of: OpenList) -> str:
        """What stands before the item's first paragraph, "-" for any bullet, "" where the style prints none."""
        levels = self._styles.get(of.style, {})
        level = levels.get(of.depth)
        if level is None or item.tag != tag("text:list-item"):
            return ""
        if not level.form:
            return "-"
        first = number(item, "text:start-value", of.counts.get(of.depth, level.start - 1) + 1)
        of.counts[of.depth] = first
        for deeper in [depth for depth in of.counts if depth > of.depth]:
            del of.counts[deeper]
        depths = range(max(of.depth - level.shows, 0) + 1, of.depth + 1)
        numbers = [
            written(of.counts.get(d, levels[d].start), levels[d].form) for d in depths if d in levels and levels[d].form
        ]
        return f"{level.before}{'.'.join(part for part in numbers if part)}{level.after}".strip()


def _levels(style: Any) -> Iterator[tuple[int, _Level]]:
    for level in style.iterchildren("*"):
        form = level.get(tag("style:num-format"), "")
        is_number = level.tag == tag("text:list-level-style-number")
        yield (
            number(level, "text:level"),
            _Level(
                form=_FORMS.get(form, "none") if is_number else "",
                before=level.get(tag("style:num-prefix"), ""),
                after=level.get(tag("style:num-suffix"), ""),
                start=number(level, "text:start-value"),
                shows=number(level, "text:display-levels"),
            ),
        )
