"""What climbs: the owner hears the day before, the office of what a unit has left lying, both without reproach."""

from collections.abc import Sequence

from jobs.messages.layout import Block, Row
from jobs.messages.phrases import called, dates, numbered, numbers_of
from jobs.morning import Morning
from jobs.rules.escalation import Coming, Rung
from jobs.rules.items import Item
from jobs.rules.text import capital
from locales.formats import short_day, weekday_day
from locales.translate import Translator
from storage.kinds import DutyState
from storage.queries.people import Person


def coming_lines(_: Translator, facts: Morning, person: Person) -> list[str]:
    """ "Ngày mai có trong bản tổng hợp của chị Thu: việc 26."; one line for each reader."""
    alike: dict[tuple[object, ...], list[Coming]] = {}
    for one in facts.coming(person.id):
        alike.setdefault((one.day, one.rung is Rung.LEADERS or one.to), []).append(one)
    return [_coming_line(_, facts, found) for found in alike.values()]


def _coming_line(_: Translator, facts: Morning, found: Sequence[Coming]) -> str:
    first, today = found[0], facts.day.today
    if first.day == today:
        when = _("hôm nay")
    elif (first.day - today).days == 1:
        when = _("ngày mai")
    else:
        when = weekday_day(first.day, _.language, today)
    numbers = numbers_of(one.item for one in found)
    if first.rung is Rung.LEADERS:
        return _("{When} có trong tổng hợp tuần gửi lãnh đạo: việc {numbers}", When=capital(when), numbers=numbers)
    who = ", ".join(called(_, reader) for one in first.to if (reader := facts.person(one)))
    return _("{When} có trong bản tổng hợp của {who}: việc {numbers}", When=capital(when), who=who, numbers=numbers)


def climbed_blocks(_: Translator, facts: Morning, person: Person) -> list[Block]:
    """For the office: what a unit has left lying, and reports that nobody has decided."""
    late = facts.climbed_to(person.id, Rung.OFFICE)
    waiting = [item for rung in (Rung.NEXT_DECIDER, Rung.KEEPER) for item in facts.climbed_to(person.id, rung)]
    return [
        Block(_("Quá hạn, đơn vị chưa xử lý xong"), tuple(Row(_late(_, facts, item), (item,)) for item in late)),
        Block(_("Báo xong, chờ duyệt lâu"), tuple(Row(_waiting(_, facts, item), (item,)) for item in waiting)),
    ]


def _late(_: Translator, facts: Morning, item: Item) -> str:
    unit = facts.units.get(item.unit_id)
    shown = dates(_, item, facts.day, plain=True)
    return f"{numbered(item)} – {unit.short_name}, {shown}" if unit else f"{numbered(item)} – {shown}"


def _waiting(_: Translator, facts: Morning, item: Item) -> str:
    """Since when it is reported, never since when this person has it: it may have come to him this morning."""
    task, day = numbered(item), short_day(item.reported_on or facts.day.today, facts.day.today)
    decider = facts.person(item.decider_id)
    if decider is None:
        return _("{task} – chờ duyệt từ {day}", task=task, day=day)
    who = called(_, decider)
    away = next((p for p in facts.people.values() if p.away and item.unit_id in p.heads), None)
    if away is None or away.id == decider.id or item.state is DutyState.CHECKED:
        return _("{task} – báo {day}, chờ {who} duyệt", task=task, who=who, day=day)
    return _("{task} – báo {day}, chờ {who} duyệt thay {away}", task=task, who=who, day=day, away=called(_, away))
