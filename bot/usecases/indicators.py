""" "Chỉ tiêu 3 đạt 85%": how far a figure of the plan stands in a period, and "chỉ tiêu": the last readings of all."""

from dataclasses import dataclass

from sqlmodel import Session

from bot.permissions import Right, Subject, may
from bot.understanding.intents import Slots
from bot.usecases import ledger
from bot.usecases.said import Said
from jobs.plans.parties import Parties
from jobs.rules.readings import value_of
from jobs.rules.reporting_period import period_on
from jobs.rules.spans import is_month
from jobs.rules.text import fold_words
from storage.kinds import FOLLOWED, EventKind
from storage.models.events import Event
from storage.models.plans import Indicator, IndicatorReading, Plan
from storage.queries.indicators import followed_indicators, readings_of
from storage.queries.rows import the_row

READING = "reading"  # in an event's `before`
MOST_SHOWN = 8
_SMALL = frozenset(
    ("ty", "le", "so", "luong", "chi", "tieu", "cua", "cac", "va", "tren", "duoc", "muc", "do", "phan", "tram")
)


@dataclass(frozen=True)
class Line:
    """A figure with the number people type, and what was read of it, the newest last."""

    number: int
    indicator: Indicator
    plan: Plan
    readings: tuple[IndicatorReading, ...] = ()


@dataclass(frozen=True)
class IndicatorRead:
    """`before`: what stood for the period until now."""

    line: Line
    reading: IndicatorReading
    before: str = ""


@dataclass(frozen=True)
class Indicators:
    """`one`: a single figure was asked for, with its history; `left`: how many more there are."""

    lines: tuple[Line, ...]
    one: bool = False
    left: int = 0


@dataclass(frozen=True)
class IndicatorUnclear:
    """What was named fits none, or several: `fits`."""

    typed: str
    fits: tuple[Line, ...] = ()


@dataclass(frozen=True)
class IndicatorNotYours:
    line: Line


@dataclass(frozen=True)
class IndicatorUndone:
    line: Line | None


def read(session: Session, said: Said, slots: Slots) -> object:
    """Keep a reading for the period; a second one of the same period takes its place."""
    found = _named(session, said, slots)
    if len(found) != 1:
        return IndicatorUnclear(slots.code or slots.title or "", tuple(found[:MOST_SHOWN]))
    line = found[0]
    if not _may(session, said, line):
        return IndicatorNotYours(line)
    running = period_on(said.day, said.who.agency.data_day, said.calendar)
    month = slots.period if slots.period and is_month(slots.period) else running.key
    old = [row for row in line.readings if row.reporting_period == month]
    for row in old:
        row.withdrawn_at = said.now
        session.add(row)
    text = slots.text or ""
    made = IndicatorReading(
        agency_id=said.agency_id, indicator_id=line.indicator.id, reporting_period=month, text=text, value=value_of(text),
        by_id=said.who.id, at=said.now,
    )  # fmt: skip
    session.add(made)
    session.flush()
    before = {READING: {"made": made.id, "set_aside": [row.id for row in old]}}
    ledger.write(session, said, EventKind.INDICATOR_READ, text=text, before=before)
    return IndicatorRead(line, made, old[-1].text if old else "")


def show(session: Session, said: Said, slots: Slots) -> Indicators | IndicatorUnclear:
    if not (slots.code or slots.title):
        lines = _lines(session, said)
        return Indicators(tuple(lines[:MOST_SHOWN]), left=max(len(lines) - MOST_SHOWN, 0))
    found = _named(session, said, slots)
    if len(found) != 1:
        return IndicatorUnclear(slots.code or slots.title or "", tuple(found[:MOST_SHOWN]))
    return Indicators((found[0],), one=True)


def to_read(session: Session, said: Said) -> int:
    """The number of a figure that the sender may read, before others one without a reading; 0 where there is none."""
    mine = [line for line in _lines(session, said) if _may(session, said, line)]
    return min(mine, key=lambda line: bool(line.readings)).number if mine else 0


def take_back(session: Session, said: Said, event: Event) -> IndicatorUndone:
    kept = event.before[READING]
    made = the_row(session, IndicatorReading, said.agency_id, kept["made"])
    made.withdrawn_at = said.now
    session.add(made)
    for reading_id in kept["set_aside"]:
        row = the_row(session, IndicatorReading, said.agency_id, reading_id)
        row.withdrawn_at = None
        session.add(row)
    ledger.take_back(session, said, event)
    session.flush()
    return IndicatorUndone(next((x for x in _lines(session, said) if x.indicator.id == made.indicator_id), None))


def _lines(session: Session, said: Said) -> list[Line]:
    rows = followed_indicators(session, said.agency_id, FOLLOWED)
    kept: dict[int, list[IndicatorReading]] = {}
    for reading in readings_of(session, said.agency_id, [indicator.id for indicator, _ in rows]) if rows else ():
        kept.setdefault(reading.indicator_id, []).append(reading)
    return [
        Line(number, indicator, plan, tuple(kept.get(indicator.id, ())))
        for number, (indicator, plan) in enumerate(rows, 1)
    ]


def _named(session: Session, said: Said, slots: Slots) -> list[Line]:
    """By number, by the code the plan prints, or by words: every word that says something stands in the name."""
    lines = _lines(session, said)
    if slots.code:
        code = slots.code.lower()
        printed = [x for x in lines if x.indicator.code.lower().rstrip(".") == code and not code.isdigit()]
        return printed or [x for x in lines if str(x.number) == code]
    words = [word for word in fold_words(slots.title or "").split() if word not in _SMALL]
    return [x for x in lines if words and set(words) <= set(fold_words(x.indicator.name).split())]


def _may(session: Session, said: Said, line: Line) -> bool:
    """Who leads it by the plan's word; where that names nobody here, who keeps the plan."""
    units = Parties(session, said.agency_id).leads({"lead": line.indicator.lead})
    subjects = [Subject(said.agency_id, unit, line.plan.id) for unit in units or (None,)]
    return any(may(said.who, Right.READ_INDICATOR, subject) for subject in subjects)
