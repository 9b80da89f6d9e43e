"""How the tables of this folder read a message and write down what it should mean."""

import unicodedata
from collections.abc import Iterable
from datetime import date
from typing import Any

from bot.commands.known_office import demo_directory
from bot.understanding.intents import Understanding
from bot.understanding.read import read_message
from jobs.rules.working_days import WorkingCalendar

CALENDAR = WorkingCalendar(frozenset(), frozenset())
ON = date(2025, 11, 20)
DIRECTORY = demo_directory()

Told = tuple[str, dict[str, Any]]


def read(text: str, role: str = "staff", context: str = "direct", on: date = ON) -> Understanding:
    return read_message(text, role=role, context=context, on=on, directory=DIRECTORY, calendar=CALENDAR)


def told(understood: Understanding) -> list[Told]:
    return [(act.intent.value, act.slots.as_json()) for act in understood.acts]


def intents(text: str, role: str = "staff", context: str = "direct") -> list[str]:
    return [act.intent.value for act in read(text, role, context).acts]


def says(intent: str, *numbers: int, **slots: Any) -> Told:
    return intent, ({"task_ids": list(numbers)} if numbers else {}) | slots


def done(*numbers: int, **slots: Any) -> Told:
    return says("done", *numbers, **slots)


def progress(*numbers: int, **slots: Any) -> Told:
    return says("progress", *numbers, **slots)


def bare(text: str) -> str:
    """The text as it is typed without accents."""
    parts = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in parts if not unicodedata.combining(c))


def bare_told(acts: Iterable[Told]) -> list[Told]:
    def plain(slot: str, value: Any) -> Any:
        return bare(value) if isinstance(value, str) and slot != "unit_full" else value

    return [(intent, {slot: plain(slot, value) for slot, value in slots.items()}) for intent, slots in acts]


def split(table: str) -> list[str]:
    """A table of messages written with bars and line ends between them."""
    return [each.strip() for each in table.replace("\n", "|").split("|") if each.strip()]
