"""What is a person's own in the morning: late, slipping, soon, results asked, news, changes by others."""

from collections.abc import Iterable, Sequence
from datetime import date

from jobs.changes import Change
from jobs.messages.climbed import coming_lines
from jobs.messages.layout import Block, Room, Row
from jobs.messages.phrases import called, dated_line, numbered, numbers_of, section_line, shortened, you
from jobs.morning import Morning
from jobs.rules.digest import Day, OwnerPart, owner_part
from jobs.rules.document_symbols import example_number
from jobs.rules.items import Entry, Item, date_shown, ranges
from jobs.rules.news_quota import NewsStanding
from jobs.rules.text import capital, fold_words
from locales.formats import clock, month_name, short_day, weekday_day
from locales.translate import Translator
from storage.kinds import EventKind, ProductKind
from storage.models.events import Event
from storage.queries.people import Person

LONGEST_ANSWER = 40
LONGEST_REASON = 60
MOST_CHANGES_ALONE = 2


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


def change_rows(_: Translator, facts: Morning, person: Person) -> list[Row]:
    """What others changed of his, one line a change; of more than two alike by one person one line with the numbers."""
    alike: dict[tuple[int, EventKind], list[Change]] = {}
    for change in facts.changes.get(person.id, []):
        alike.setdefault((change.event.by_id, change.event.kind), []).append(change)
    rows = []
    for (by_id, kind), changes in alike.items():
        by = facts.person(by_id)
        who = capital(called(_, by)) if by else _("Văn phòng")
        if len(changes) > MOST_CHANGES_ALONE:
            numbers, of_plan = ranges([change.line.number for change in changes]), changes[0].event.plan_id is not None
            rows.append(Row(_changes(_, kind, who, numbers, of_plan=of_plan)))
        else:
            rows += [Row(_change_of(_, change, who, facts)) for change in changes]
    return rows


def _changes(_: Translator, kind: EventKind, who: str, numbers: str, *, of_plan: bool) -> str:
    match kind:
        case EventKind.ASSIGNED | EventKind.TASK_ADDED:
            return _("{who} giao các việc {numbers}", who=who, numbers=numbers)
        case EventKind.GIVEN_BACK:
            return _("{who} xin trả lại các việc {numbers}", who=who, numbers=numbers)
        case EventKind.TAKE_ASKED:
            return _("{who} xin nhận các việc {numbers}", who=who, numbers=numbers)
        case EventKind.ACCEPTED:
            return _("{who} đã duyệt các việc {numbers}", who=who, numbers=numbers)
        case EventKind.CANCELLED if not of_plan:
            return _("{who} đã hủy các việc {numbers}", who=who, numbers=numbers)
        case EventKind.CANCELLED:
            return _("Kế hoạch có bản mới: thôi các việc {numbers}", numbers=numbers)
        case EventKind.DUE_SET:
            return _("{who} đặt hạn mới cho các việc {numbers}", who=who, numbers=numbers)
        case EventKind.EXPLANATION_ASKED:
            return _("{who} đề nghị giải trình các việc {numbers}", who=who, numbers=numbers)
        case _other:
            return _("{who} đã ghi các việc {numbers}", who=who, numbers=numbers)


def _change_of(_: Translator, change: Change, who: str, facts: Morning) -> str:
    hidden = change.line.task.restricted
    number = change.line.number
    task = str(number) if hidden else f"{number} – {change.line.task.short_title}"
    text = "" if hidden else change.event.text
    if change.event.kind is EventKind.GIVEN_BACK:
        to = change.event.text or _("<tên>")
        return _("{who} xin trả lại việc {task} (nhắn: giao {n} cho {to})", who=who, task=task, n=number, to=to)
    if change.event.kind is EventKind.TAKE_ASKED:
        to = change.event.text
        return _("{who} xin nhận việc {task} (nhắn: giao {n} cho {to})", who=who, task=task, n=number, to=to)
    if change.event.kind in _OF_DATES or change.event.before.get("granted"):
        return _date_change(_, change, who, task, text, facts)
    return _change(_, change.event, who, task, text, facts)


_OF_DATES = (
    EventKind.TARGET_SET,
    EventKind.EXPLAINED,
    EventKind.EXPLANATION_ASKED,
    EventKind.EVENT_BEGUN,
    EventKind.DATE_REFUSED,
    EventKind.DATE_ASKED,
)


def _date_change(_: Translator, change: Change, who: str, task: str, text: str, facts: Morning) -> str:
    reason = f": {shortened(text, LONGEST_REASON)}" if text else ""
    duty, today = change.line.duty, facts.day.today
    granted = bool(change.event.before.get("granted"))
    match change.event.kind:
        case EventKind.TARGET_SET if granted and duty.target_on is not None:
            day = short_day(duty.target_on, today)
            return _("{who} đồng ý lùi mốc nội bộ việc {task} đến {day}", who=who, task=task, day=day)
        case EventKind.DUE_SET if duty.due_on is not None:
            day = short_day(duty.due_on, today)
            return _("{who} đồng ý lùi hạn việc {task} đến {day}", who=who, task=task, day=day)
        case EventKind.TARGET_SET if duty.target_on is not None:
            return _(
                "{who} đặt mốc nội bộ việc {task}: {day}", who=who, task=task, day=short_day(duty.target_on, today)
            )
        case EventKind.TARGET_SET:
            return _("{who} bỏ mốc nội bộ việc {task}", who=who, task=task)
        case EventKind.DATE_ASKED:
            return _("{who} xin lùi hộ việc {task}{reason}", who=who, task=task, reason=reason)
        case EventKind.DATE_REFUSED:
            return _("{who} chưa đồng ý lùi việc {task}{reason}", who=who, task=task, reason=reason)
        case EventKind.EVENT_BEGUN if duty.due_on is not None:
            due = short_day(duty.due_on, today)
            return _("{who} ghi việc {task}{reason}, hạn {day}", who=who, task=task, reason=reason, day=due)
        case EventKind.EXPLANATION_ASKED:
            return _("{who} đề nghị giải trình việc {task}", who=who, task=task)
        case _other:
            return _("{who} giải trình việc {task}{reason}", who=who, task=task, reason=reason)


def _change(_: Translator, event: Event, who: str, task: str, text: str, facts: Morning) -> str:
    reason = f": {shortened(text, LONGEST_REASON)}" if text else ""
    today = facts.day.today
    if event.plan_id is not None:
        return _of_newer_version(_, event, task, today)
    match event.kind:
        case EventKind.ASSIGNED | EventKind.TASK_ADDED:
            return _("{who} giao việc {task}", who=who, task=task)
        case EventKind.REPORTED:
            return _("{who} ghi việc {task}: đã xong", who=who, task=task)
        case EventKind.ACCEPTED:
            return _("{who} đã duyệt việc {task}", who=who, task=task)
        case EventKind.REOPEN_ASKED:
            return _("{who} xin mở lại việc {task}{reason}", who=who, task=task, reason=reason)
        case EventKind.REOPEN_REFUSED:
            return _("{who} chưa đồng ý mở lại việc {task}{reason}", who=who, task=task, reason=reason)
        case EventKind.RETURNED:
            return _("{who} trả lại việc {task}{reason}", who=who, task=task, reason=reason)
        case EventKind.DUE_SET if event.to_due_on is not None:
            day = short_day(event.to_due_on, today)
            return _("{who} đặt hạn việc {task}: {day}", who=who, task=task, day=day)
        case EventKind.CANCELLED:
            return _("{who} đã hủy việc {task}", who=who, task=task)
        case EventKind.DUE_SET:
            return _("{who} bỏ hạn việc {task}", who=who, task=task)
        case EventKind.UNDONE:
            return _("{who} đã bỏ điều vừa ghi ở việc {task}", who=who, task=task)
        case _other:
            return _("{who} đã ghi việc {task}{reason}", who=who, task=task, reason=reason)


def _of_newer_version(_: Translator, event: Event, task: str, today: date) -> str:
    """What a newer version of the plan says of a task it changes or leaves out."""
    if event.kind is EventKind.CANCELLED:
        return _("Kế hoạch có bản mới: thôi việc {task}", task=task)
    if event.to_due_on is None:
        return _("Kế hoạch có bản mới: việc {task} không còn hạn", task=task)
    return _("Kế hoạch có bản mới: việc {task} – hạn {day}", task=task, day=short_day(event.to_due_on, today))
