"""Rows of a table whose cells follow one another line by line: each begins with its number or section label."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from jobs.rules.plans.sections import Kind, kind_of

_ROMANS = (
    "",
    "I",
    "II",
    "III",
    "IV",
    "V",
    "VI",
    "VII",
    "VIII",
    "IX",
    "X",
    "XI",
    "XII",
    "XIII",
    "XIV",
    "XV",
    "XVI",
    "XVII",
    "XVIII",
    "XIX",
    "XX",
)
_LETTERS = "ABCDEFGH"
_SMALL = "abcdđeghiklmn"
_OWN = r"\d{1,3}(?:\.\d{1,2}){0,3}|[IVX]{1,5}|[A-H]|[a-eghđ](?=[).])|[IVX]{1,4}(?:\.\d{1,2}){1,2}"
_LABELLED = re.compile(rf"(?:(?P<running>\d{{1,3}})[.)]? )?(?P<own>{_OWN})(?P<mark>[.)/]?)(?: (?P<rest>\S.*))?")
_PAGE_NUMBER = re.compile(r"\d{1,3}")
_BEGINS = re.compile(r"[A-ZĐÀ-Ỹ“\"'(\[]|[-+•*–] ?\S|\d+ ?%|\d+ [a-zà-ỹđ]|https?:")


@dataclass
class Part:
    """What one page prints of a row. `goes_on`: a page break cut the row, so every cell may go on here."""

    label: str = ""
    running: str = ""
    lines: list[str] = field(default_factory=list)
    goes_on: bool = False
    place: str = ""


@dataclass(frozen=True)
class Label:
    running: str
    own: str
    rest: str


def read_label(line: str, double: bool) -> Label | None:
    """The number at the start of a line; `double`: the paper prints a running number before the row's own."""
    found = _LABELLED.fullmatch(line)
    if not found:
        return None
    rest, own, running = found["rest"] or "", found["own"], found["running"] or ""
    if running and not double:
        own, rest, running = running, line.split(" ", 1)[1], ""
    if rest and not _BEGINS.match(rest):
        return None
    return Label(running, own, rest)


class Numbering:
    """Which label may come next: one more than the last of its kind, or the first below a new section."""

    def __init__(self) -> None:
        self._last: dict[Kind, str] = {}
        self._dotted: list[str] = []
        self._fresh = True

    def follows(self, label: str, gap: int = 1) -> bool:
        kind = kind_of(label, self._last.get(Kind.LETTER, ""))
        if kind is Kind.DOTTED:
            return self._dotted_follows(label)
        order = _order(label, kind)
        last = _order(self._last[kind], kind) if kind in self._last else 0
        first = order == 1 and (self._fresh or kind not in self._last)
        return order > 0 and (first or 0 < order - last <= gap) and (kind in self._last or order == 1)

    def _dotted_follows(self, label: str) -> bool:
        above, _, last = label.rpartition(".")
        if last == "1":
            return above in (self._last.get(Kind.ARABIC), self._last.get(Kind.ROMAN)) or above in self._dotted[-1:]
        return f"{above}.{int(last) - 1}" in self._dotted

    def take(self, label: str) -> None:
        kind = kind_of(label, self._last.get(Kind.LETTER, ""))
        if kind is Kind.DOTTED:
            self._dotted.append(label)
            return
        self._last[kind] = label
        self._fresh = kind in (Kind.LETTER, Kind.ROMAN)
        if kind is Kind.LETTER:
            self._last.pop(Kind.ROMAN, None)
        if kind in (Kind.LETTER, Kind.ROMAN, Kind.ARABIC):
            self._last.pop(Kind.SMALL, None)
            self._dotted = []


def _order(label: str, kind: Kind) -> int:
    """Where the label stands in its own series, from 1; 0 for none."""
    if kind is Kind.ARABIC:
        return int(label)
    series = {Kind.ROMAN: _ROMANS[1:], Kind.LETTER: tuple(_LETTERS), Kind.SMALL: tuple(_SMALL)}.get(kind, ())
    return series.index(label) + 1 if label in series else 0


def prints_two_numbers(lines: Sequence[str]) -> bool:
    """Whether rows carry a running number beside their own: "1 1", "2 2", …, "6 1"."""
    pairs = [
        (int(a), b)
        for line in lines
        for a, b in re.findall(r"^(\d{1,3}) (\d{1,2}(?:\.\d{1,2})?)(?= [A-ZĐÀ-Ỹ“-]|$)", line)
    ]
    runs = sum(after[0] == before[0] + 1 for before, after in pairwise(pairs))
    return runs >= 3 and runs * 2 >= len(pairs)


def split_rows(pages: Sequence[Sequence[tuple[str, str]]], figures: bool = False) -> Iterator[Part]:
    """Parts of rows from pages of (line, place). What stands before the first number is a part of its own.

    A bare number that is no row's next is a page number, unless the table has a column of `figures`.
    """
    texts = [line for page in pages for line, _ in page]
    double = prints_two_numbers(texts)
    numbering = Numbering()
    ahead = [label.own for text in texts if (label := read_label(text, double))]
    part = Part()
    for n, page in enumerate(pages):
        if n and (part.lines or part.label):
            yield part
            part = Part(goes_on=True, place=page[0][1] if page else "")
        for text, place in page:
            label = read_label(text, double)
            if label and _accepted(numbering, label, ahead):
                if part.lines or (part.label and not part.goes_on):
                    yield part
                numbering.take(label.own)
                part = Part(label.own, label.running, [label.rest] if label.rest else [], False, place)
            elif not figures and _PAGE_NUMBER.fullmatch(text):
                if part.lines:
                    yield part
                    part = Part(goes_on=True, place=place)
            else:
                part.lines.append(text)
                part.place = part.place or place
            if label:
                ahead.pop(0)
    if part.lines or part.label:
        yield part


def _accepted(numbering: Numbering, label: Label, ahead: Sequence[str]) -> bool:
    """The next number, or one after a gap where the number left out never comes."""
    if numbering.follows(label.own):
        return True
    if not label.own.isdigit() or not numbering.follows(label.own, gap=3):
        return False
    missing = str(int(label.own) - 1)
    return missing not in ahead[1:40]
