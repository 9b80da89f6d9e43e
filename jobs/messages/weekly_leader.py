"""What leaders read at the end of a week: counts and units, no persons."""

from collections.abc import Sequence

from jobs.messages.digest_changes import LONGEST_REASON
from jobs.messages.digest_office import plan_lines
from jobs.messages.layout import Block
from jobs.messages.phrases import numbers_of, shortened
from jobs.morning import Morning
from jobs.rules.escalation import Rung
from jobs.rules.items import Item
from locales.translate import Translator
from storage.queries.people import Person


def weekly_blocks(_: Translator, facts: Morning, person: Person) -> list[Block]:
    """What has climbed to this leader since the last message, by unit, and the plans in four numbers."""
    return summary_blocks(_, facts, facts.climbed_to(person.id, Rung.LEADERS))


def summary_blocks(_: Translator, facts: Morning, climbed: Sequence[Item]) -> list[Block]:
    """What has climbed, by unit, and the plans in four numbers."""
    heading = _.plural(
        "Tuần này có {n} việc quá hạn từ {days} ngày làm việc:",
        "Tuần này có {n} việc quá hạn từ {days} ngày làm việc:",
        len(climbed),
        days=min((item.policy.leaders_after for item in climbed), default=0),
    )  # fmt: skip
    units = tuple(
        _unit_line(_, facts, unit.short_name, own)
        for unit in facts.units.values()
        if (own := [item for item in climbed if item.unit_id == unit.id])
    )
    return [Block(heading, plain=units), Block(plain=plan_lines(_, facts))]


def _unit_line(_: Translator, facts: Morning, unit: str, items: list[Item]) -> str:
    if len(items) > 1:
        return _.plural(
            "{unit}: {n} việc ({numbers})", "{unit}: {n} việc ({numbers})", len(items), unit=unit, numbers=numbers_of(items)
        )  # fmt: skip
    item = items[0]
    late = facts.day.calendar.working_days_between(item.due_on or facts.day.today, facts.day.today)
    name = f" ({item.title})" if item.title else ""
    text = _.plural(
        "{unit}: việc {number}{name}, quá {n} ngày làm việc",
        "{unit}: việc {number}{name}, quá {n} ngày làm việc",
        late,
        unit=unit,
        number=item.number,
        name=name,
    )  # fmt: skip
    if item.obstacle:
        text += _(", lý do: {reason}", reason=shortened(item.obstacle, LONGEST_REASON))
    return text
