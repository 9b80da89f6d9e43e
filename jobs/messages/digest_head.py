"""What a head of unit reads in the morning: what to decide first, then what is late and whose, then results."""

from collections import Counter
from collections.abc import Iterable, Sequence

from jobs.messages.digest_changes import LONGEST_REASON
from jobs.messages.digest_staff import close_text
from jobs.messages.layout import Block, Room, Row
from jobs.messages.phrases import called, dates, numbered, proof_words, section_line, shortened, you
from jobs.morning import Morning
from jobs.rules.classes import FigureClass
from jobs.rules.digest import HeadPart, Results, head_part
from jobs.rules.items import Entry, Item, is_slipping
from locales.formats import month_name, short_day
from locales.translate import Translator
from storage.kinds import DateKind
from storage.models.duties import DateChange
from storage.queries.people import Person


def decide_blocks(_: Translator, facts: Morning, person: Person) -> list[Block]:
    """What waits for this person's decision: reports, oldest first, then wishes for another date."""
    waiting = sorted(facts.to_decide(person.id), key=lambda i: (i.reported_on or facts.day.today, i.number))
    rows = tuple(Row(_report_line(_, facts, item), (item,), "decide") for item in waiting)
    wished = tuple(
        Row(_wish_line(_, facts, change, item), (item,), "grant") for change, item in facts.wishes.get(person.id, [])
    )
    return [Block(_("Xin ý kiến {you}", you=you(_, person)), rows + wished)]


def _wish_line(_: Translator, facts: Morning, change: DateChange, item: Item) -> str:
    """ "52. Khảo sát – anh Phúc xin lùi mốc từ 20/10 đến 31/10, lý do: chờ in phiếu"; a restricted task has no reason."""
    today = facts.day.today
    asker = facts.person(change.asked_by_id)
    which = _("hạn") if change.which is DateKind.DUE else _("mốc")
    text = _(
        "{task} – {who} xin lùi {which} từ {first} đến {last}",
        task=numbered(item), who=called(_, asker) if asker else owner_name(_, facts, item), which=which,
        first=short_day(change.from_on or today, today), last=short_day(change.to_on or today, today),
    )  # fmt: skip
    return text + (_(", lý do: {reason}", reason=shortened(change.reason, LONGEST_REASON)) if item.title else "")


def _report_line(_: Translator, facts: Morning, item: Item) -> str:
    day = short_day(item.reported_on or facts.day.today, facts.day.today)
    proof = f", {proof_words(_, item.evidence)}" if item.evidence else ""
    return _(
        "{task} – {who} báo xong {day}{proof}",
        task=numbered(item),
        who=owner_name(_, facts, item),
        day=day,
        proof=proof,
    )


def owner_name(_: Translator, facts: Morning, item: Item) -> str:
    owner = facts.person(item.person_id or item.recipient_id)
    return called(_, owner) if owner else facts.units[item.unit_id].short_name


def head_blocks(_: Translator, facts: Morning, person: Person) -> list[Block]:
    """Late and slipping of his units with the owner, then results; without what is his own."""
    own = [item for item in facts.mine(person.id) if item.unit_id in person.heads]
    part = head_part(facts.of_units(person), own, facts.day)
    return [
        Block(_("Quá hạn của đơn vị"), _late(_, facts, part.overdue, _("hạn"))),
        Block(_("Chậm mốc nội bộ của đơn vị"), _late(_, facts, part.slipping, _("mốc"))),
        Block(plain=tuple(_results_lines(_, facts, part, person))),
    ]


def _late(_: Translator, facts: Morning, entries: Iterable[Entry], word: str) -> tuple[Row, ...]:
    return tuple(
        Row(
            _late_line(_, facts, e.items[0]) if e.single else section_line(_, e, facts.day.today, word),
            e.items,
            "unit",
            Room.LAST,
        )
        for e in entries
    )


def _late_line(_: Translator, facts: Morning, item: Item) -> str:
    shown = dates(_, item, facts.day, plain=True)
    if item.person_id is not None:
        return f"{numbered(item)} – {owner_name(_, facts, item)}, {shown}"
    return _("{task} – {date}, chưa giao ai", task=numbered(item), date=shown)


def _results_lines(_: Translator, facts: Morning, part: HeadPart, person: Person) -> list[str]:
    if part.results is None or not part.results.asked:
        return []
    return [results_of_people(_, facts, part.results, person)]


def results_of_people(_: Translator, facts: Morning, results: Results, reader: Person) -> str:
    """ "Kết quả tháng 10: đã có 19/24, còn thiếu 5 (chị Hoa 3, anh Phúc 2), chốt 16h30 thứ Ba 14/10."."""
    month = month_name(results.period.key, _.language)
    total, missing = len(results.asked), len(results.missing)
    if not missing:
        return _("Kết quả {month}: đã đủ {total}/{total}.", month=month, total=total)
    whose = Counter(
        you(_, reader) if item.recipient_id == reader.id else owner_name(_, facts, item) for item in results.missing
    )
    names = ", ".join(f"{name} {n}" for name, n in whose.most_common())
    if results.period is facts.day.closed:
        return _(
            "Kết quả {month} đã chốt: có {have}/{total}, thiếu {missing} ({names}).",
            month=month, have=total - missing, total=total, missing=missing, names=names,
        )  # fmt: skip
    return _(
        "Kết quả {month}: đã có {have}/{total}, còn thiếu {missing} ({names}), chốt {close}.",
        month=month, have=total - missing, total=total, missing=missing, names=names, close=close_text(_, facts),
    )  # fmt: skip


def unit_summary(_: Translator, facts: Morning, person: Person) -> list[str]:
    """One line for each unit he heads, when it has duties."""
    lines = []
    for unit in (unit for unit in facts.units.values() if unit.id in person.heads):
        counts = facts.counts_of(unit.id)
        if not counts.total:
            continue
        items = [item for item in facts.items if item.unit_id == unit.id]
        slipping = sum(is_slipping(item, facts.day.today) for item in items)
        doing = counts[FigureClass.WITHIN] + counts[FigureClass.UNDATED]
        lines.append(
            _(
                "{unit} có {total} phần việc: xong {done}, chờ duyệt {waiting}, đang làm {doing} (chậm mốc nội bộ {slipping}), quá hạn {overdue}.",
                unit=unit.short_name,
                total=counts.total,
                done=counts.done,
                waiting=counts[FigureClass.WAITING],
                doing=doing,
                slipping=slipping,
                overdue=counts[FigureClass.OVERDUE],
            )
        )
    return lines


def decide_hint(_: Translator, rows: Sequence[Row]) -> str:
    """How to decide what is listed; empty where nothing waits."""
    said = [_reports_hint(_, rows), _wishes_hint(_, rows)]
    return "\n".join(text for text in said if text)


def _wishes_hint(_: Translator, rows: Sequence[Row]) -> str:
    wished = next((row.items[0].number for row in rows if row.acts == "grant"), None)
    return _('Trả lời: "đồng ý {n}", hoặc "không đồng ý {n} vì cần sớm hơn"', n=wished) if wished else ""


def _reports_hint(_: Translator, rows: Sequence[Row]) -> str:
    numbers = [row.items[0].number for row in rows if row.acts == "decide"]
    if not numbers:
        return ""
    first = numbers[0]
    if len(numbers) == 1:
        return _('Trả lời: "duyệt {n}", hoặc "trả {n} thiếu số liệu"', n=first)
    return _('Trả lời: "duyệt hết", "duyệt hết trừ {n}", hoặc "trả {n} thiếu số liệu"', n=first)


def hand_out_hint(_: Translator, facts: Morning, person: Person, rows: Sequence[Row]) -> str:
    """How to give the first listed duty that has nobody to somebody of the unit."""
    single = [row.items[0] for row in rows if row.acts in ("unit", "own") and len(row.items) == 1]
    for item in single:
        if item.person_id is not None or item.unit_id not in person.heads:
            continue
        staff = [p for p in facts.staff_of(item.unit_id) if p.id != person.id]
        if staff:
            return _('Giao việc: "giao {n} cho {name}"', n=item.number, name=staff[0].given_name)
    return ""
