"""Units and people a message may name: by name, abbreviation, alias, part of the name, with or without accents."""

import re
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import islice

from bot.understanding.line import Line, read_line
from bot.understanding.listed import listed
from bot.understanding.name_fits import fitting, spelt
from bot.understanding.patterns import each_word
from jobs.rules.text import fold, fold_aligned, fold_words


@dataclass(frozen=True)
class UnitNames:
    """A unit's full name and the short names the office uses for it."""

    name: str
    aliases: tuple[str, ...] = ()
    agency: str = ""


@dataclass(frozen=True)
class PersonNames:
    """A person; the given name is the last word."""

    name: str
    honorific: str = ""
    unit: str = ""

    @property
    def given(self) -> str:
        return self.name.split()[-1]


@dataclass(frozen=True)
class UnitFound:
    """Units that fit, and where in the norm they were named."""

    units: tuple[UnitNames, ...]
    start: int
    end: int


_KIND = re.compile(
    each_word("phong|p|ban|trung tam|tt|van phong|ben|bo phan|don vi", r" (?=\w)") + r"|p(?<=\bp)\. ?(?=\w)"
)
#: What everybody calls a unit whose name holds the first.
_COMMON_NAMES = {
    "hanh chinh cong": ("mot cua", "ben mot cua", "bo phan mot cua", "bp mot cua", "phong mot cua", "trung tam mot cua", "tt mot cua", "ben hanh chinh cong", "hcc", "tthcc", "tt hcc", "trung tam hcc", "ben hcc")
}  # fmt: skip
_INITIALS_BEFORE = re.compile(
    r"(?:\b(?:phong|p\.?|ben|nhac|chi tiet|tinh hinh|cho|don doc|don vi|cua|xem|thuc|giuc|sang|ve)\s*)$|^$"
)
#: What people call the one unit that is a "Trung tâm", where nothing more of a name stands beside it.
_CENTRE = "trung tam"
_CALLED = re.compile(
    r"(?:^|[,;:(]|\b(?:cua|nhac|ca|toan|tinh hinh|tien do|cho|sang|ve|xem|ben|don doc|thuc|giuc|hoi|don vi|giao|va|voi|het|tru|phan|\d|xong|hien|ket qua|viec))\s*$"
)
_CALLED_THEN = re.compile(
    r"\s*(?:$|[?.,;!:)]|(?:the nao|ra sao|sao|den dau|toi dau|con|co|dang|hien|nay|thang|tuan|quy|nam|hom|lam|xong|dat|nhu|tre|cham|chua|nop|gui|a|nhe|em|anh|chi|viec|di|luon|giup|voi|va|da|ra soat|tham muu|chuan bi|soan|xay dung|tong hop|lap|to chuc|kiem tra|khao sat|bao cao|xu ly|thuc hien|viet|phu trach|chu tri|phoi hop|qua|sap|trong|den|la|may|bao|duoc|nua|roi|thieu|vi|do|vuong|khong|cho)\b)"
)
_NO_NAMES = frozenset(listed("anh chị chi em cô co chú chu bác bac ông ong bà ba mai"))
_ADDRESSED = re.compile(r"^(?:anh|chị|chi|em|cô|chú|bác|đồng chí|ông|bà)\s+", re.I)
_LETTERS = re.compile("[a-z0-9]+")
_WORD = re.compile(r"[^\s,;:?!]+")
_LONGEST_NAME = 9  # words
OFFICES = 64  # whose names are kept at hand


def _initials(name: str) -> set[str]:
    """ "Phòng Kinh tế, Hạ tầng và Đô thị" -> kt, ktht, kthtdt; the kind of unit in front left off and kept."""
    plain = re.sub(r"^(?:Phòng|Ban|Trung tâm)\s+", "", name)
    parts = [p for p in re.split(r"\s+[–-]\s+|,\s*|\s+và\s+", plain) if p]
    per_part = ["".join(w[0] for w in fold_words(p).split()) for p in parts]
    out = {"".join(per_part[:n]) for n in range(1, len(per_part) + 1)}
    out.add("".join(w[0] for w in fold_words(name).replace(" va ", " ").split()))
    return {o for o in out if len(o) >= 2 and o != "kh"}


def _nearest(key: str, units: list[UnitNames]) -> list[UnitNames]:
    """Of several units with one short name, that whose whole name it is or shortens: "VP" is "Văn phòng" first."""
    whole = [
        unit for unit in units if key in (fold_words(unit.name), "".join(w[0] for w in fold_words(unit.name).split()))
    ]
    return whole if len(whole) == 1 else units


# Made of nothing but these names, so they serve every message of an office until a name changes.
@lru_cache(maxsize=OFFICES)
def _by_whole_name(units: tuple[UnitNames, ...]) -> dict[str, list[UnitNames]]:
    out: dict[str, list[UnitNames]] = {}
    for unit in units:
        for name in (unit.name, *unit.aliases):
            for key in {fold_words(name), fold(name), re.sub(r"[^a-z0-9]", "", fold(name))}:
                out.setdefault(key, [])
                if unit not in out[key]:
                    out[key].append(unit)
        for part, common in _COMMON_NAMES.items():
            for key in common if part in fold_words(unit.name) else ():
                if unit not in out.setdefault(key, []):
                    out[key].append(unit)
    if len(centres := [unit for unit in units if fold_words(unit.name).startswith(f"{_CENTRE} ")]) == 1:
        out.setdefault(_CENTRE, centres)
    return {key: _nearest(key, named) for key, named in out.items()}


@lru_cache(maxsize=OFFICES)
def _first_words(units: tuple[UnitNames, ...]) -> frozenset[str]:
    """What names of several words begin with."""
    return frozenset(begin[0] for key in _by_whole_name(units) if (begin := _LETTERS.search(key)))


@lru_cache(maxsize=OFFICES)
def _openings(units: tuple[UnitNames, ...]) -> frozenset[str]:
    """What any name begins with, short ones too: no other plain word opens one."""
    return _first_words(units) | _by_initials(units).keys()


@lru_cache(maxsize=OFFICES)
def _by_person(people: tuple[PersonNames, ...]) -> dict[str, tuple[PersonNames, ...]]:
    """By whole and by given name, folded."""
    out: dict[str, tuple[PersonNames, ...]] = {}
    for person in people:
        for key in {fold_words(person.name), fold_words(person.given)}:
            out[key] = (*out.get(key, ()), person)
    return out


@lru_cache(maxsize=OFFICES)
def _by_initials(units: tuple[UnitNames, ...]) -> dict[str, list[UnitNames]]:
    out: dict[str, list[UnitNames]] = {}
    for unit in units:
        for key in _initials(unit.name):
            out.setdefault(key, []).append(unit)
    return out


@lru_cache(maxsize=OFFICES)
def _in_words(units: tuple[UnitNames, ...]) -> list[tuple[UnitNames, list[str]]]:
    return [(unit, fold_words(unit.name).split()) for unit in units]


def _folded(line: Line) -> Line:
    """Unit names may hold a word whose accents the norm keeps ("đô")."""
    return line if line.norm.isascii() else replace(line, norm=fold_aligned(line.norm))


KIND_WORDS = 3
"""A unit's kind may stand so many words before what tells it from others: "đơn vị KT"."""


@dataclass(frozen=True)
class Directory:
    """What the reader may know of an office."""

    units: tuple[UnitNames, ...]
    people: tuple[PersonNames, ...] = ()
    plans: tuple[str, ...] = ()

    @cached_property
    def _exact(self) -> dict[str, list[UnitNames]]:
        return _by_whole_name(self.units)

    @cached_property
    def _begins(self) -> frozenset[str]:
        return _first_words(self.units)

    @cached_property
    def _opens(self) -> frozenset[str]:
        return _openings(self.units)

    @cached_property
    def _short(self) -> dict[str, list[UnitNames]]:
        return _by_initials(self.units)

    @cached_property
    def _words(self) -> list[tuple[UnitNames, list[str]]]:
        return _in_words(self.units)

    def unit_named(self, text: str) -> tuple[UnitNames, ...]:
        """The units a whole text names, for answers and import columns; empty when none does."""
        found = self.find_unit(read_line(text), anywhere=True)
        return found.units if found else ()

    def find_unit(self, line: Line, *, anywhere: bool = False) -> UnitFound | None:
        """The first unit named in the line, its typed extent included ("phòng doanh nghiệp")."""
        line = _folded(line)
        alias, part = self._by_alias(line, anywhere), self._by_part(line)
        if alias and part and part.start <= alias.start and (part.end > alias.end or part.end <= alias.start):
            return part
        return alias or part

    def unit_at(self, line: Line, at: int) -> UnitFound | None:
        """The unit whose name begins at this offset of the norm."""
        begins = islice(_WORD.finditer(line.norm, at), KIND_WORDS)
        if not (_KIND.match(line.norm, at) or any(self._may_open(word.group()) for word in begins)):
            return None
        rest = _folded(line.part(at, len(line.norm)))
        here = [self._by_alias(rest, False, KIND_WORDS), self._by_part(rest, at_start=True)]
        found = max((one for one in here if one and one.start == 0 < one.end), key=lambda one: one.end, default=None)
        return UnitFound(found.units, at, at + found.end) if found else None

    def _by_alias(self, line: Line, anywhere: bool, first: int | None = None) -> UnitFound | None:
        """`first`: only names that begin among so many words."""
        words = list(islice(_WORD.finditer(line.norm), None if first is None else first + _LONGEST_NAME))
        for i, found in enumerate(words[:first]):
            if not self._may_open(found.group()):
                continue
            begin = _LETTERS.search(found.group())
            longest = _LONGEST_NAME if begin and (begin[0] in self._begins or begin[0] == "p") else 1
            for j in range(min(len(words), i + longest), i, -1):
                start, end = words[i].start(), words[j - 1].end()
                piece = line.norm[start:end].rstrip(".")
                if hit := self._alias(line, piece, start, end, anywhere):
                    return self._with_kind(line, UnitFound(tuple(hit), start, start + len(piece)))
        return None

    def _may_open(self, word: str) -> bool:
        """Whether a name may begin with it: among plain words only those that one does, and "p" for "phòng"."""
        return word in self._opens or word == "p" or not (word.isascii() and word.isalnum())

    def _alias(self, line: Line, piece: str, start: int, end: int, anywhere: bool) -> list[UnitNames] | None:
        if piece == "mot cua" and not _INITIALS_BEFORE.search(line.norm[:start]):
            return None  # "hồ sơ một cửa" is no unit
        if piece == _CENTRE and not (_CALLED.search(line.norm[:start]) and _CALLED_THEN.match(line.norm, end)):
            return None  # "trung tâm y tế", "khu trung tâm"
        words = piece.replace(" ", "")
        plain = words.isascii() and words.isalnum()  # most pieces of a folded line are
        bare = words if plain else re.sub(r"[^a-z0-9]", "", piece)
        hit = (
            self._exact.get(piece)
            or (None if plain else self._exact.get(fold_words(piece)))
            or (self._exact.get(bare) if " " not in piece else None)
            or (self._exact.get(piece[2:]) if piece.startswith("p.") else None)
        )
        if hit:
            return hit
        if piece.startswith("p.") and (short := self._short.get(piece[2:].replace("-", ""))):
            return short
        if " " in piece or bare not in self._short or len(bare) != len(piece.replace("-", "")):
            return None
        typed = line.typed(start, end)
        sure = len(bare) >= 4 or (typed.isupper() and not re.match(r" (?:so )?\d", line.norm[end:]))
        return self._short[bare] if anywhere or sure or _INITIALS_BEFORE.search(line.norm[:start]) else None

    @staticmethod
    def _with_kind(line: Line, found: UnitFound) -> UnitFound:
        kind = re.search(r"\b(?:phong|p\.|p|ban|ben|don vi) ?$", line.norm[: found.start])
        return UnitFound(found.units, kind.start(), found.end) if kind and kind.group() != "ben " else found

    def _by_part(self, line: Line, *, at_start: bool = False) -> UnitFound | None:
        """By its kind and words of its name: "phòng doanh nghiệp"."""
        best: tuple[int, UnitFound] | None = None
        for kind in filter(None, [_KIND.match(line.norm)]) if at_start else _KIND.finditer(line.norm):
            if kind.group() == "ban " and line.typed(*kind.span()).lower() != "ban":
                continue  # "bản", "bạn", "bàn"
            typed = line.norm[kind.start() :]
            words = list(islice(_LETTERS.finditer(typed), _LONGEST_NAME))
            for unit, name in self._words:
                count, end = fitting(words, name)
                if count < 1 or (best and count < best[0]):
                    continue
                units: tuple[UnitNames, ...] = (unit,)
                if best and count == best[0] and best[1].start == kind.start():
                    units = (*best[1].units, unit)
                best = (count, UnitFound(units, kind.start(), kind.start() + end))
        return best[1] if best else None

    def people_named(self, text: str) -> tuple[PersonNames, ...]:
        """People whose full name or given name a text is, with or without form of address; accents decide if typed."""
        words = _ADDRESSED.sub("", text.strip())
        hits = self._people.get(fold_words(words), ())
        exact = [p for p in hits if words.lower() in (p.name.lower(), p.given.lower())]
        return tuple(exact) if exact and not words.isascii() else hits

    def names_somebody(self, word: str) -> bool:
        """True for a given name; "anh", "mai" in small letters are other words, though Ánh and Mai work here."""
        if not word.isascii():
            return spelt(word) in self._spelt_names  # "thứ" is not Thu, "Đừng" not Dũng
        return fold_words(word) in self.given_names and word not in _NO_NAMES

    @cached_property
    def _people(self) -> dict[str, tuple[PersonNames, ...]]:
        return _by_person(self.people)

    @cached_property
    def given_names(self) -> frozenset[str]:
        return frozenset(fold_words(given) for given in {p.given for p in self.people})

    @cached_property
    def _spelt_names(self) -> frozenset[tuple[str, ...]]:
        return frozenset(spelt(given) for given in {p.given for p in self.people})
