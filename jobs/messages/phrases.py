"""How people, days and tasks are named in messages; shared by all of them."""

from collections.abc import Iterable
from datetime import date

from jobs.rules.items import Entry, Item, ranges
from locales.formats import short_day, weekday_day
from locales.translate import Translator
from storage.queries.people import Person


def called(_: Translator, person: Person) -> str:
    """ "chị Lan"; other languages have no honorific."""
    return f"{person.staff.honorific} {person.given_name}" if _.language == "vi" else person.given_name


def you(_: Translator, person: Person) -> str:
    """How the reader is spoken to: "chị"."""
    return person.staff.honorific if _.language == "vi" else _("anh/chị")


def first_up(text: str) -> str:
    return text[:1].upper() + text[1:]


def numbered(item: Item) -> str:
    """ "17. Quyết định…"; a restricted task has its number only."""
    return f"{item.number}. {item.title}" if item.title else str(item.number)


def dates(_: Translator, item: Item, today: date) -> str:
    """ "mốc 08/10 (hạn theo kế hoạch 31/12)"; empty for a task without dates."""
    due, target = item.due_on, item.target_on
    if due is not None and (target is None or due < today or target == due):
        return _("hạn {day}", day=day_text(_, due, today))
    if target is None:
        return ""
    text = _("mốc {day}", day=day_text(_, target, today))
    return text if due is None else _("{mark} (hạn theo kế hoạch {day})", mark=text, day=short_day(due, today))


def day_text(_: Translator, day: date, today: date) -> str:
    """With the weekday while it is to come: "thứ Tư 15/10", but "08/10"."""
    return weekday_day(day, _.language, today) if day >= today else short_day(day, today)


def dated_line(_: Translator, item: Item, today: date, *, plain: bool = False) -> str:
    """ "2. Kế hoạch kiểm tra CCHC – mốc thứ Tư 15/10"; `plain` leaves the plan's own date out."""
    shown = dates(_, item, today)
    if plain and item.target_on is not None:
        shown = shown.split(" (")[0]
    return f"{numbered(item)} – {shown}" if shown else numbered(item)


def section_line(_: Translator, entry: Entry, today: date, word: str) -> str:
    """ "A.IV: 11–16 – hạn 31/12"; `word` names the date, "" shows none."""
    numbers = f"{entry.section or _('Khác')}: {ranges([item.number for item in entry.items])}"
    if entry.day is None or not word:
        return numbers
    return f"{numbers} – {word} {day_text(_, entry.day, today)}"


def numbers_of(items: Iterable[Item]) -> str:
    return ranges([item.number for item in items])


def repeated_mark(_: Translator) -> str:
    """Stands on top of a message that may have arrived before."""
    return _("(Tin này có thể đã đến một lần.)")
