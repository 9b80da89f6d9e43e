"""Everything of a draft that wants a look, as single doubts in one order."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from jobs.plans.parties import Parties
from jobs.plans.versions import Comparison
from jobs.rules.doubts import NO_LEAD, DoubtKind, kinds_of, outside_only, party_doubted
from jobs.rules.parties import resolve_party
from jobs.rules.plans.short_titles import short_title
from jobs.rules.text import fold_words
from storage.kinds import PartyIs
from storage.models.plans import DraftRow, Plan
from storage.queries.plans import draft_rows


@dataclass(frozen=True)
class Doubt:
    """One thing to decide. `text`: the doubt in words, or the name as the file writes it; `rows`: the lines it is about.

    `key` stays the same while the doubt stands.
    """

    key: str
    kinds: frozenset[DoubtKind]
    text: str
    rows: tuple[DraftRow, ...]

    @property
    def of_name(self) -> bool:
        """A name in one or many lines, not one line."""
        return bool(self.kinds & {DoubtKind.PARTY, DoubtKind.GROUP})


def doubts_of(session: Session, plan: Plan, version: Comparison | None) -> list[Doubt]:
    """Names first, as one answer settles many lines; then line by line; names that had to be cut last.

    Of a newer `version` of a plan only lines that differ: the others were looked at when the plan came in.
    """
    settled = version.unchanged if version else frozenset()
    rows = [row for row in draft_rows(session, plan.agency_id, plan.id) if not row.reading["heading"]]
    rows = [row for row in rows if row.position not in settled]
    parties = Parties(session, plan.agency_id)
    found = [*_of_names(rows, parties), *(doubt for row in rows for doubt in _of_line(row, parties))]
    found += [doubt for row in rows if (doubt := _of_title(row))]
    return [doubt for doubt in found if not all(doubt.key in seen(row) for row in doubt.rows)]


def seen(row: DraftRow) -> list[str]:
    """Keys of doubts that somebody has accepted as they were read."""
    return list(row.reading.get("seen") or [])


def without(row: DraftRow, kinds: frozenset[DoubtKind]) -> list[Any]:
    """A row's doubts without those that an answer of these kinds settles."""
    return [doubt for doubt in row.doubts if not kinds_of(str(doubt)) & kinds]


def without_name(row: DraftRow, name: str) -> list[Any]:
    """A row's doubts without the one about this name, however it is spelt."""
    key = fold_words(name)
    return [doubt for doubt in row.doubts if fold_words(party_doubted(str(doubt)) or "") != key]


def _of_names(rows: Sequence[DraftRow], parties: Parties) -> Iterator[Doubt]:
    held: dict[tuple[DoubtKind, str], dict[int, DraftRow]] = defaultdict(dict)
    written: dict[str, str] = {}
    for row in rows:
        for name, kind in _names(row, parties):
            key = fold_words(name)
            written.setdefault(key, name)
            held[kind, key][row.position] = row
    for kind in (DoubtKind.PARTY, DoubtKind.GROUP):
        for (of, key), lines in held.items():
            if of is kind:
                yield Doubt(f"{kind.value}/{key}", frozenset({kind}), written[key], tuple(lines.values()))


def _names(row: DraftRow, parties: Parties) -> Iterator[tuple[str, DoubtKind]]:
    doubted = (name for doubt in row.doubts if (name := party_doubted(str(doubt))))
    for name in (*row.reading["lead"], *doubted):
        if resolve_party(name, parties.names).kind is PartyIs.UNKNOWN:
            yield name, DoubtKind.PARTY
    for name in (*row.reading["lead"], *row.reading["coordinate"]):
        if parties.wants_definition(name):
            yield name, DoubtKind.GROUP


def _of_line(row: DraftRow, parties: Parties) -> Iterator[Doubt]:
    said = [str(doubt) for doubt in row.doubts if not party_doubted(str(doubt))]
    if not row.reading["lead"] and not any(DoubtKind.WHO in kinds_of(doubt) for doubt in said):
        said.insert(0, NO_LEAD)
    elif row.reading["lead"] and all(_outside(name, parties) for name in row.reading["lead"]):
        said.insert(0, outside_only(row.reading["lead"]))
    for doubt in said:
        yield Doubt(f"{row.position}/{doubt}", kinds_of(doubt), doubt, (row,))


def _outside(name: str, parties: Parties) -> bool:
    return resolve_party(name, parties.names).kind is PartyIs.OUTSIDE


def _of_title(row: DraftRow) -> Doubt | None:
    """A short title that ends inside a phrase, as long as nobody has given one."""
    cut = short_title(row.reading["title"])[0]
    if row.reading.get("short_title") or not cut.endswith("…"):
        return None
    return Doubt(f"{row.position}/name", frozenset({DoubtKind.NAME}), cut, (row,))
