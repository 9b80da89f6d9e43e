"""Marks of Word's automatic lists ("1.", "a)", "-"), which stand in no text but number the tasks of many plans."""

import re
from typing import Any

from docx.oxml.ns import qn

_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


class ListMarks:
    """Counts the automatic numbers of one document; paragraphs must be asked for in reading order."""

    def __init__(self, document: Any) -> None:
        self._levels = _levels(document)
        self._counts: dict[tuple[str, int], int] = {}

    def mark(self, paragraph: Any) -> str:
        """The mark with a space after it, or "" for a paragraph outside lists."""
        found = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        if found is None:
            return ""
        number, level = found.find(qn("w:numId")), found.find(qn("w:ilvl"))
        list_id = number.get(qn("w:val"), "") if number is not None else ""
        depth = int(level.get(qn("w:val"), "0")) if level is not None else 0
        if (list_id, depth) not in self._levels:
            return ""
        return self._next(list_id, depth)

    def _next(self, list_id: str, depth: int) -> str:
        form, text, start = self._levels[list_id, depth]
        if form == "bullet":
            return "- "
        if form == "none":
            return ""
        self._counts[list_id, depth] = self._counts.get((list_id, depth), start - 1) + 1
        for deeper in range(depth + 1, 9):
            self._counts.pop((list_id, deeper), None)
        return re.sub(r"%(\d)", lambda m: self._shown(list_id, int(m[1]) - 1), text) + " "

    def _shown(self, list_id: str, depth: int) -> str:
        form, _, start = self._levels.get((list_id, depth), ("decimal", "", 1))
        return _written(self._counts.get((list_id, depth), start), form)


def _written(n: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (n - 1) % 26)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman"):
        roman, left = "", n
        for value, sign in _ROMAN:
            roman += sign * (left // value)
            left %= value
        return roman.lower() if form == "lowerRoman" else roman
    return f"{n:02d}" if form == "decimalZero" else str(n)


def _levels(document: Any) -> dict[tuple[str, int], tuple[str, str, int]]:
    """(list, depth) to (form, text such as "%1.", first number)."""
    try:
        numbering = document.part.numbering_part.element
    except (KeyError, NotImplementedError):
        return {}
    abstract = {a.get(qn("w:abstractNumId")): a for a in numbering.iter(qn("w:abstractNum"))}
    levels: dict[tuple[str, int], tuple[str, str, int]] = {}
    for number in numbering.iter(qn("w:num")):
        of = number.find(qn("w:abstractNumId"))
        definition = abstract.get(of.get(qn("w:val"))) if of is not None else None
        for level in definition.iter(qn("w:lvl")) if definition is not None else ():
            depth = int(level.get(qn("w:ilvl"), "0"))
            start = _value(level, "w:start", "1")
            form = _value(level, "w:numFmt", "decimal")
            text = _value(level, "w:lvlText", "")
            levels[number.get(qn("w:numId")), depth] = (form, text, int(start) if start.isdigit() else 1)
    return levels


def _value(level: Any, name: str, default: str) -> str:
    found = level.find(qn(name))
    return str(found.get(qn("w:val"), default)) if found is not None else default
