"""What a unit is called, was called, and is called for short."""

import re
from collections.abc import Sequence

from sqlmodel import Session

from jobs.rules.text import fold_words
from jobs.units.journal import Journal
from storage.models.organisation import Unit, UnitAlias
from storage.queries.people import every_unit, unit_aliases

_KIND = re.compile(r"^(?:Phòng|Ban|Tổ|Đội|Bộ phận|Chi cục)\s+", re.IGNORECASE)
_PART = re.compile(r"\s+[–-]\s+|,\s*|\s+và\s+")
SURELY_A_UNIT = 4  # letters: "KT" alone is short for other words too
_SMALL = frozenset(("và", "của", "các", "về", "cho"))


def short_name(name: str, taken: Sequence[str]) -> str:
    """ "Phòng Tổ chức - Nội vụ" is TCNV, "Trung tâm Văn hóa" TTVH; the whole name where that is somebody else's."""
    words = [word for word in re.findall(r"\w+", _KIND.sub("", name)) if word.lower() not in _SMALL]
    short = "".join(word[0] for word in words).upper()
    used = {fold_words(each) for each in taken}
    return short if len(short) > 1 and fold_words(short) not in used else name


def spoken(name: str) -> list[str]:
    """A name with what people make of it: "Phòng Kinh tế, Hạ tầng" is also "Phòng Kinh tế", "phòng KT", "KTHT"."""
    kind = next(iter(name.split()), "")
    parts = [part for part in _PART.split(_KIND.sub("", name)) if part.strip()]
    letters = ["".join(word[0] for word in re.findall(r"\w+", part)).upper() for part in parts]
    shorts = ["".join(letters[:n]) for n in range(1, len(letters) + 1)]
    whole = [short for short in shorts if len(short) >= SURELY_A_UNIT]
    if not _KIND.match(name):
        return [name, *whole]
    return [name, *(f"{kind} {x}" for x in (parts[0], *shorts) if len(x) > 1), *whole]


def is_taken(session: Session, agency_id: int, name: str, but: int | None = None) -> bool:
    """Whether some unit, also one that has ended, bears the name."""
    key = fold_words(name)
    return any(fold_words(unit.name) == key and unit.id != but for unit in every_unit(session, agency_id))


def keep_aliases(session: Session, journal: Journal, unit: Unit, names: Sequence[str]) -> None:
    """These go on meaning this unit; what means another one already is left alone."""
    known = {alias.folded: alias for alias in unit_aliases(session, unit.agency_id)}
    for name in dict.fromkeys(names):
        folded = fold_words(name)
        if folded in known:
            continue
        known[folded] = journal.make(UnitAlias(agency_id=unit.agency_id, unit_id=unit.id, alias=name, folded=folded))


def rename(session: Session, journal: Journal, unit: Unit, name: str, short: str | None) -> None:
    """The old names go on being understood; a short name made of the old name's letters is made anew."""
    old = (unit.name, unit.short_name)
    others = [each.short_name for each in every_unit(session, unit.agency_id) if each.id != unit.id]
    journal.change(unit, name=name, short_name=short or short_name(name, others))
    keep_aliases(session, journal, unit, [*spoken(old[0]), old[1], unit.short_name])
