"""A reminder somebody asked for: who asks, the lines in the digest's style, one way to answer."""

from collections.abc import Sequence

from jobs.delivery.rendered import Rendered
from jobs.messages.digest_staff import news_line, owner_hints, part_blocks
from jobs.messages.layout import MOST_LINES, Block, Row, page
from jobs.messages.phrases import called, dated_line, repeated_mark
from jobs.morning import Morning
from jobs.news_owed import NewsOwed
from jobs.rules.items import Item
from jobs.rules.urging import urged_part
from locales.translate import Translator, translator
from storage.kinds import Role
from storage.queries.people import Person


def urged(facts: Morning, person: Person, asker: Person, items: Sequence[Item]) -> Rendered:
    """What `person` reads of these lines of his because `asker` wants him reminded."""
    _ = translator(person.language)
    part = urged_part(items, facts.day, MOST_LINES)
    others = [item for entry in part.others for item in entry.items]
    rows = tuple(Row(dated_line(_, item, facts.day), (item,), "own") for item in others)
    blocks = [*part_blocks(_, facts, part.own), Block(_("Đang theo dõi"), rows)]
    made = page(_, _opening(_, person, asker), blocks, lambda shown: owner_hints(_, facts, person, shown))
    about = tuple(dict.fromkeys(item.duty_id for row in made.rows for item in row.items))
    return Rendered(made.text, repeated_mark(_), about)


def urged_for_news(facts: Morning, person: Person, asker: Person, owed: NewsOwed) -> str:
    """What `person` reads of the news his unit owes because `asker` wants him reminded."""
    _ = translator(person.language)
    return f"{_opening(_, person, asker)}\n\n{news_line(_, facts, person, owed.unit_id, owed.standing)}"


def _opening(_: Translator, person: Person, asker: Person) -> str:
    who = called(_, person)
    formal = person.roles & {Role.LEADER, Role.OFFICE_HEAD}
    greeting = _("Kính gửi {who}.", who=who) if formal else _("Chào {who}.", who=who)
    return greeting + " " + _("Theo đề nghị của {asker}, em nhắc:", asker=asked_by(_, asker))


def asked_by(_: Translator, asker: Person) -> str:
    """ "anh Quân (Văn phòng)"."""
    units = sorted(asker.units.values(), key=lambda unit: (unit.id not in asker.heads, unit.position))
    place = units[0].short_name if units else _("lãnh đạo cơ quan") if Role.LEADER in asker.roles else ""
    return f"{called(_, asker)} ({place})" if place else called(_, asker)
