"""One person's morning message: the parts of all his roles in one, within one message."""

from collections.abc import Sequence

from jobs.delivery.channel import Button
from jobs.delivery.rendered import Buttons, Rendered
from jobs.messages.climbed import climbed_blocks
from jobs.messages.digest_budget import saving_blocks
from jobs.messages.digest_head import decide_blocks, decide_hint, hand_out_hint, head_blocks, unit_summary
from jobs.messages.digest_keeper import keeper_blocks
from jobs.messages.digest_office import office_blocks
from jobs.messages.digest_staff import owner_blocks, owner_hints
from jobs.messages.digest_year_end import year_end_blocks, year_end_hint
from jobs.messages.layout import MOST_BUTTON_ROWS, MOST_LINES, Block, Page, Row, page
from jobs.messages.phrases import called, repeated_mark, you
from jobs.messages.weekly_leader import weekly_blocks
from jobs.morning import Morning, Owed
from jobs.rules.items import Item
from jobs.rules.text import capital
from locales.formats import short_day, weekday_day, weekday_full_day
from locales.translate import Translator, translator
from storage.kinds import ProductKind, Role
from storage.queries.people import Person

FORMAL = frozenset({Role.OFFICE_HEAD, Role.LEADER})


def digest(facts: Morning, person: Person) -> Rendered | None:
    """The digest of this morning, or None when nothing of it is owed any more."""
    _ = translator(person.language)
    if facts.owed(person) in (Owed.NOTHING, Owed.WEEKLY):
        return None
    return _rendered(_, _page(_, facts, person))


def weekly(facts: Morning, person: Person) -> Rendered | None:
    """A leader's weekly message, or None when nothing stands any more."""
    _ = translator(person.language)
    if not facts.has_weekly_part(person):
        return None
    return _rendered(_, page(_, _greeting(_, facts, person), weekly_blocks(_, facts, person)))


def _page(_: Translator, facts: Morning, person: Person) -> Page:
    def hint(rows: Sequence[Row]) -> list[str]:
        hints = [
            year_end_hint(_, facts, person, rows),
            decide_hint(_, rows),
            hand_out_hint(_, facts, person, rows),
            *owner_hints(_, facts, person, rows),
        ]
        return [text for text in hints if text]

    return page(_, _greeting(_, facts, person), _all_blocks(_, facts, person), hint)


def _all_blocks(_: Translator, facts: Morning, person: Person) -> list[Block]:
    """What to decide first, his own, his units', then the office's; nothing twice."""
    blocks = [Block(plain=tuple(standing_in_lines(_, facts, person))), *decide_blocks(_, facts, person)]
    blocks += year_end_blocks(_, facts, person)
    blocks += owner_blocks(_, facts, person, MOST_LINES - sum(len(block.rows) for block in blocks))
    if person.heads:
        blocks += head_blocks(_, facts, person)
    blocks += climbed_blocks(_, facts, person)
    if facts.has_office_part(person):
        blocks += office_blocks(_, facts)
    elif person.hears_daily():
        blocks += keeper_blocks(_, facts)
    if facts.has_weekly_part(person):
        blocks += weekly_blocks(_, facts, person)
    return blocks + saving_blocks(_, facts, person)


def _greeting(_: Translator, facts: Morning, person: Person) -> str:
    today = facts.day.today
    who = called(_, person)
    if person.roles & FORMAL:
        return _("Kính gửi {who}, {day}.", who=who, day=weekday_full_day(today, _.language))
    greeting = _("Chào {who}, {day}.", who=who, day=weekday_day(today, _.language))
    return "\n".join([greeting, *(unit_summary(_, facts, person) if person.heads else [])])


def standing_in_lines(_: Translator, facts: Morning, person: Person) -> list[str]:
    """Whose work he reads and decides beside his own, and until when."""
    return [
        _(
            "{You} đang thay {who} đến hết {day}.",
            You=capital(you(_, person)),
            who=called(_, away),
            day=short_day(until, facts.day.today),
        )
        for staff_id, until in person.stands_for.items()
        if (away := facts.person(staff_id))
    ]


def _rendered(_: Translator, made: Page) -> Rendered:
    about = tuple(dict.fromkeys(item.duty_id for row in made.rows for item in row.items))
    return Rendered(made.text, repeated_mark(_), about, _buttons(_, made.rows))


def _buttons(_: Translator, rows: Sequence[Row]) -> Buttons:
    single = [(row.acts, row.items[0]) for row in rows if row.acts and len(row.items) == 1]
    return tuple(_button_row(_, acts, item) for acts, item in single[:MOST_BUTTON_ROWS])


def _button_row(_: Translator, acts: str, item: Item) -> tuple[Button, ...]:
    details = Button(_("Chi tiết {n}", n=item.number), f"việc {item.number}")
    if acts == "decide":
        return (Button(_("Duyệt {n}", n=item.number), f"duyệt {item.number}"), details)
    if acts == "grant":
        return (Button(_("Đồng ý {n}", n=item.number), f"đồng ý lùi {item.number}"), details)
    if acts == "own" and item.product_kind is not ProductKind.STATE:
        return (Button(_("Xong {n}", n=item.number), f"xong {item.number}"), details)
    return (details,)
