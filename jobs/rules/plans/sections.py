"""Labels of sections and rows (A, I, 1, 1.1, a) and the codes they make."""

import re
from dataclasses import dataclass, field
from enum import IntEnum

from jobs.rules.plans.units import clean_name
from jobs.rules.text import tidy

_ROMAN = re.compile(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})")
_LABEL = re.compile(
    r"(?:(?:Phần|Mục|Phụ lục|Nhóm)\s+)?([A-ZĐ]|[IVX]+|\d{1,4}|(?:[A-Z]|[IVX]+|\d{1,3})(?:\.\d{1,3})+|[a-zđ]|(?!Q)[A-ZĐ]{1,6}[-.]?\d{1,4}(?:[.-]\d{1,3})*)\s*[.):/]?",
    re.U,
)
_LABEL_AND_TEXT = re.compile(
    r"(?:(?:Phần|Mục|Nhóm)\s+)?([IVX]+|[A-ZĐ]|[a-zđ](?=\s?\))|\d{1,3}(?:\.\d{1,3})*|[IVX]+(?:\.\d{1,3})+)(?:\s*[.):/-]\s*|\s+)(?=\S)(.+)",
    re.S,
)


_CODE = re.compile(r"(?![IVX]+[.-])[A-ZĐ]{2,6}[-.]?\d.*|[A-ZĐ]\d.*|[A-ZĐ]-\d.*")


class Kind(IntEnum):
    LETTER = 0
    ROMAN = 1
    ARABIC = 2
    DOTTED = 3
    SMALL = 4
    CODE = 5  # of the office's own making: "NV-01"


def label_of(text: str) -> str:
    """ "1.1" of "1.1.", "I" of "I)"; "" for anything else."""
    found = _LABEL.fullmatch(tidy(text))
    return found[1] if found else ""


def split_label(text: str) -> tuple[str, str]:
    """("VII", "CẢI CÁCH TÀI CHÍNH CÔNG") of "VII CẢI CÁCH TÀI CHÍNH CÔNG"; no label, no split."""
    found = _LABEL_AND_TEXT.fullmatch(tidy(text))
    if not found or (
        len(found[1]) == 1 and found[1].isalpha() and not re.match(r"\S+[.):/-]|[A-ZĐ] [A-ZĐ]{2}", tidy(text))
    ):
        return "", tidy(text)
    return found[1], found[2]


def kind_of(label: str, before: str = "") -> Kind:
    """`before`: the last label of a letter in use, since "C" after "B" is a letter and "I" after "A" is Roman."""
    if _CODE.fullmatch(label):
        return Kind.CODE
    if "." in label:
        return Kind.DOTTED
    if label.isdigit():
        return Kind.ARABIC
    if label.islower():
        return Kind.SMALL
    if _ROMAN.fullmatch(label) and not (len(label) == 1 and before and ord(label) == ord(before) + 1):
        return Kind.ROMAN
    return Kind.LETTER


@dataclass
class _Level:
    kind: Kind
    depth: int
    label: str
    text: str
    number: int | None


@dataclass
class SectionPath:
    """The open sections; the order of kinds is the paper's own, whichever it met first stands higher."""

    levels: list[_Level] = field(default_factory=list)

    def enter(self, label: str, text: str, number: int | None = None) -> None:
        kind = kind_of(label, self._letter()) if label else Kind.LETTER
        depth = label.count(".")
        same = [n for n, level in enumerate(self.levels) if (level.kind, level.depth) == (kind, depth)]
        if same:
            del self.levels[same[0] :]
        elif not label or label == "A":
            self.levels.clear()
        self.levels.append(_Level(kind, depth, label, clean_name(text), number))

    def open_table(self, label: str, text: str) -> None:
        """A heading above a table stands over every section in it."""
        self.levels = [_Level(Kind.LETTER, 0, label, clean_name(text), None)]

    def leave_for(self, label: str) -> None:
        """A row with this label ends the sections of its own kind, and dotted ones that do not begin its label."""
        kind = kind_of(label, self._letter())
        while self.levels and self._ends(self.levels[-1], label, kind):
            self.levels.pop()

    def _ends(self, level: _Level, label: str, kind: Kind) -> bool:
        if level.label and label.startswith(level.label + "."):
            return False
        if level.kind is Kind.DOTTED:
            return kind in (Kind.ARABIC, Kind.DOTTED)
        return level.kind is Kind.ARABIC and kind in (Kind.ARABIC, Kind.DOTTED)

    def code(self, label: str) -> str:
        """Labels joined by dots; one that a dotted label repeats is left out. An office's own code says all."""
        if kind_of(label) is Kind.CODE:
            return label
        above = [level.label for level in self.levels if level.label]
        while above and label.startswith(above[-1] + "."):
            above.pop()
        return ".".join([*above, label])

    @property
    def own_code(self) -> str:
        labels: list[str] = []
        for level in self.levels:
            while labels and level.label.startswith(labels[-1] + "."):
                labels.pop()
            if level.label:
                labels.append(level.label)
        return ".".join(labels)

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(level.text for level in self.levels)

    def _letter(self) -> str:
        return next((level.label for level in self.levels if level.kind is Kind.LETTER), "")
