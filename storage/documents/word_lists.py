"""Marks of Word's automatic lists ("1.", "a)", "-"), which stand in no text but number the tasks of many plans."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from storage.documents.list_numbers import written
from storage.documents.word_xml import child, number, tag, value

_DEPTHS = 9
_HIGHEST = 100_000


@dataclass(frozen=True)
class _Level:
    """`text` is such as "%1.%2."; `style` the paragraph style that stands for this level."""

    form: str
    text: str
    start: int
    style: str
    legal: bool


@dataclass(frozen=True)
class _List:
    """Lists of one `family` count on from each other, but begin anew at the depths of `restarts`."""

    family: str
    levels: dict[int, _Level]
    restarts: dict[int, int]


class ListMarks:
    """Counts the automatic numbers of one document; every paragraph must be asked for once, in reading order."""

    def __init__(self, numbering: Any, styles: Any) -> None:
        """Root elements of the two parts, None for one that is missing."""
        self._lists = dict(_lists(numbering)) if numbering is not None else {}
        found = styles.iterchildren(tag("w:style")) if styles is not None else ()
        self._styles = {style.get(tag("w:styleId")): style for style in found}
        self._counts: dict[tuple[str, int], int] = {}
        self._begun: set[tuple[str, int]] = set()

    def mark(self, paragraph: Any) -> str:
        """What Word prints before the paragraph, "-" for any bullet, "" outside lists."""
        list_id, depth = self._place(paragraph)
        found = self._lists.get(list_id)
        level = found.levels.get(depth) if found else None
        if found is None or level is None:
            return ""
        if level.form == "bullet":
            return "-"
        self._count(list_id, found, depth)
        return re.sub(r"%(\d)", lambda m: self._shown(found, level, int(m[1]) - 1), level.text).strip()

    def _place(self, paragraph: Any) -> tuple[str, int]:
        """The list and depth that the paragraph itself names, else those of its style or of one that it is based on."""
        properties = child(paragraph, "w:pPr")
        own = child(properties, "w:numPr")
        list_id, depth = value(own, "w:numId"), value(own, "w:ilvl")
        style = value(properties, "w:pStyle")
        for _ in range(_DEPTHS):
            definition = self._styles.get(style)
            if list_id or definition is None:
                break
            of_style = child(child(definition, "w:pPr"), "w:numPr")
            list_id = value(of_style, "w:numId")
            depth = depth or value(of_style, "w:ilvl") or self._depth_of(list_id, style)
            style = value(definition, "w:basedOn")
        return list_id, int(depth) if depth.isdecimal() else 0

    def _depth_of(self, list_id: str, style: str) -> str:
        levels = self._lists[list_id].levels if list_id in self._lists else {}
        return next((str(depth) for depth, level in levels.items() if level.style == style), "")

    def _count(self, list_id: str, found: _List, depth: int) -> None:
        key = (found.family, depth)
        if depth in found.restarts and (list_id, depth) not in self._begun:
            self._counts.pop(key, None)
        self._begun.add((list_id, depth))
        first = found.restarts.get(depth, found.levels[depth].start)
        self._counts[key] = self._counts.get(key, first - 1) + 1
        for deeper in range(depth + 1, _DEPTHS):
            self._counts.pop((found.family, deeper), None)

    def _shown(self, found: _List, level: _Level, depth: int) -> str:
        of = found.levels.get(depth)
        count = self._counts.get((found.family, depth), of.start if of else 1)
        return written(count, "decimal" if level.legal or of is None else of.form)


def _lists(numbering: Any) -> Iterator[tuple[str, _List]]:
    abstract = {a.get(tag("w:abstractNumId"), ""): a for a in numbering.iterchildren(tag("w:abstractNum"))}
    of_style = {value(a, "w:styleLink"): a for a in abstract.values()}
    for one in numbering.iterchildren(tag("w:num")):
        family = value(one, "w:abstractNumId")
        definition = abstract.get(family)
        linked = value(definition, "w:numStyleLink")
        levels = dict(_levels(of_style.get(linked, definition) if linked else definition))
        restarts: dict[int, int] = {}
        for override in one.iterchildren(tag("w:lvlOverride")):
            levels |= dict(_levels(override))
            if child(override, "w:startOverride") is not None:
                restarts[_depth(override)] = number(override, "w:startOverride", 1, _HIGHEST)
        yield one.get(tag("w:numId"), ""), _List(family, levels, restarts)


def _levels(definition: Any) -> Iterator[tuple[int, _Level]]:
    for level in definition.iterchildren(tag("w:lvl")) if definition is not None else ():
        yield (
            _depth(level),
            _Level(
                form=value(level, "w:numFmt", "decimal"),
                text=value(level, "w:lvlText"),
                start=number(level, "w:start", 1, _HIGHEST),
                style=value(level, "w:pStyle"),
                legal=child(level, "w:isLgl") is not None,
            ),
        )


def _depth(element: Any) -> int:
    depth = element.get(tag("w:ilvl"), "0")
    return int(depth) if depth.isdecimal() else 0
