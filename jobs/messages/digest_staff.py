"""What is a person's own in the morning: late, slipping, soon, results asked, news."""

from collections.abc import Iterable, Sequence

from jobs.messages.climbed import coming_lines
from jobs.messages.digest_changes import change_rows
from jobs.messages.layout import Block, Room, Row
from jobs.messages.phrases import dated_line, numbered, numbers_of, section_line, shortened, you
from jobs.morning import Morning
from jobs.rules.digest import Day, OwnerPart, owner_part
from jobs.rules.document_symbols import example_number
from jobs.rules.items import Entry, Item, date_shown
from jobs.rules.news_quota import NewsStanding
from jobs.rules.text import capital, fold_words
from locales.formats import clock, month_name, short_day, weekday_day
from locales.translate import Translator
from storage.kinds import ProductKind
from storage.queries.people import Person

LONGEST_ANSWER = 40


def owner_blocks(_: Translator, facts: Morning, person: Person, room: int) -> list[Block]:
    """`room`: how many task lines the message has left."""
    changes = change_rows(_, facts, person)
    served = facts.served_until(person.id)
    part = owner_part(facts.mine(person.id), facts.news_of(person.id), facts.day, served, room - len(changes))

    blocks = part_blocks(_, facts, part)
    return [
        Block(_("Có thay đổi"), tuple(changes)),
        blocks[0],
        Block(plain=tuple(coming_lines(_, facts, person))),
        *blocks[1:],
        *(Block(plain=(news_line(_, facts, person, unit_id, at),)) for unit_id, at in part.news),
    ]


def part_blocks(_: Translator, facts: Morning, part: OwnerPart) -> list[Block]:
    """What is late first, then slipping, soon, without its document, without a result."""

    def dated(entries: Iterable[Entry], word: str, plain: bool = False) -> tuple[Row, ...]:
        return tuple(Row(_entry(_, facts, e, word, plain), e.items, "own", _room(e, facts.day)) for e in entries)

    return [
        Block(_("Quá hạn"), dated(part.overdue, _("hạn"))),
        Block(_("Chậm mốc nội bộ"), dated(part.slipping, _("mốc"))),
        Block(_("Sắp đến"), dated(part.soon, _("hạn"), plain=True)),
        Block(_("Chờ bổ sung số văn bản"), tuple(_product_row(e) for e in part.products)),
        Block(_("Đã hẹn nhắc lại"), tuple(_again(_, facts, entry) for entry in part.again)),
        _results(_, facts, part),
    ]


def _again(_: Translator, facts: Morning, entry: Entry) -> Row:
    return Row(dated_line(_, entry.items[0], facts.day), entry.items, "own")


def _entry(_: Translator, facts: Morning, entry: Entry, word: str, plain: bool) -> str:
    if entry.single:
        return dated_line(_, entry.items[0], facts.day, plain=plain)
    return section_line(_, entry, facts.day.today, word)


def _room(entry: Entry, day: Day) -> Room:
    return min(_room_of(item, day) for item in entry.items)


def _room_of(item: Item, day: Day) -> Room:
    shown = date_shown(item, day.today, day.calendar)
    if item.due_on is not None and (shown == item.due_on or item.due_on <= day.calendar.add(day.today, 3)):
        return Room.FIRST
    return Room.NEXT if shown is not None and shown >= day.calendar.add(day.today, -3) else Room.LAST


def _product_row(entry: Entry) -> Row:
    return Row(numbered(entry.items[0]), entry.items, "own", Room.NEXT)


def _results(_: Translator, facts: Morning, part: OwnerPart) -> Block:
    period, today = facts.day.period, facts.day.today
    month = month_name(period.key, _.language)
    close = close_text(_, facts)
    if today == period.asked:
        days = f"{short_day(period.first)}–{short_day(period.last)}"
        heading = _("Kết quả {month} (số liệu {days}, chốt {close})", month=month, days=days, close=close)
    else:
        heading = _("Còn thiếu kết quả {month} (chốt {close})", month=month, close=close)
    rows = (
        Row(_asked(_, e.items[0]) if e.single else section_line(_, e, today, ""), e.items, "result", Room.NEXT)
        for e in part.results
    )
    above = (_("Gồm cả các việc nêu trên: {numbers}", numbers=numbers_of(part.results_above)),)
    return Block(heading, tuple(rows), above if part.results_above else ())


def close_text(_: Translator, facts: Morning) -> str:
    """ "16h30 thứ Ba 14/10"."""
    period = facts.day.period
    hour = clock(facts.agency.close_at, _.language)
    return f"{hour} {weekday_day(period.close, _.language, facts.day.today)}"


def _says_only_as_before(answer: str) -> bool:
    return fold_words(answer).startswith(("nhu ky truoc", "nhu thang truoc"))


def _asked(_: Translator, item: Item) -> str:
    if not item.last_answer or _says_only_as_before(item.last_answer):
        return numbered(item)
    return _("{task} (kỳ trước: {answer})", task=numbered(item), answer=shortened(item.last_answer, LONGEST_ANSWER))


def news_line(_: Translator, facts: Morning, person: Person, unit_id: int, at: NewsStanding) -> str:
    """How many items the unit has handed in this month, and how to hand in one."""
    # Babel loses the plural when `_` stands among its arguments.
    month, reader = month_name(at.month, _.language), capital(you(_, person))
    return _.plural(
        "{unit} {month} mới có {count}/{owed} tin, bài, còn {n} ngày làm việc. {You} gửi bài như mọi khi rồi nhắn em: tin: <tên bài>",
        "{unit} {month} mới có {count}/{owed} tin, bài, còn {n} ngày làm việc. {You} gửi bài như mọi khi rồi nhắn em: tin: <tên bài>",
        at.days_left,
        unit=facts.units[unit_id].short_name,
        month=month,
        count=at.count,
        owed=at.owed,
        You=reader,
    )


def owner_hints(_: Translator, facts: Morning, person: Person, rows: Sequence[Row]) -> list[str]:
    """Examples from the listed numbers only; none where nothing can be answered."""
    said: list[str] = []
    own = [item for row in rows if row.acts == "own" for item in row.items]
    finished = next((item for item in own if item.product_kind is not ProductKind.STATE), None)
    if finished is not None:
        proof = example_number(finished.product, facts.agency.name)
        said.append(f"xong {finished.number}" + (f" {proof}" if finished.product_kind is ProductKind.DOCUMENT else ""))
    asked = [item for row in rows if row.acts == "result" for item in row.items]
    same = next((item for item in asked if item.last_answer), None)
    if same is not None:
        said.append(f"{same.number} như kỳ trước")
    elif asked:
        said.append(f"{asked[0].number} đang thực hiện")
    hints = []
    if len(said) > 1:
        hints.append(
            _(
                '{You} có thể trả lời chung trong một tin nhắn, ví dụ: "{example}"',
                You=capital(you(_, person)),
                example="; ".join(said),
            )
        )
    elif said:
        hints.append(_('{You} trả lời, ví dụ: "{example}"', You=capital(you(_, person)), example=said[0]))
    today = facts.day.today
    late = next((item for item in own if item.due_on is not None and item.due_on < today and not item.explained), None)
    if late is not None:  # an explanation stops what climbs, an obstacle does not
        hints.append(_('Nếu chưa xong: "{example}"', example=f"giải trình {late.number}: chờ hướng dẫn"))
    return hints
