"""How people, days and tasks are named in messages; shared by all of them."""

from collections.abc import Iterable, Sequence
from datetime import date

from jobs.rules.digest import Day
from jobs.rules.items import Entry, Item, date_shown, ranges
from locales.formats import short_day, weekday_day
from locales.translate import Translator
from storage.kinds import PICTURE, SOME_FILE
from storage.queries.duties import DutyLine
from storage.queries.people import Person


def called(_: Translator, person: Person) -> str:
    """ "chị Lan"; other languages have no honorific."""
    return f"{person.staff.honorific} {person.given_name}" if _.language == "vi" else person.given_name


def you(_: Translator, person: Person) -> str:
    """How the reader is spoken to: "chị"."""
    return person.staff.honorific if _.language == "vi" else _("anh/chị")


def people_named(_: Translator, names: Sequence[str], most: int, between: str = ", ") -> str:
    """ "chị Lan, anh Quân và 3 người khác": at most so many by name."""
    named, left = between.join(names[:most]), len(names) - most
    return named + _(" và {n} người khác", n=left) if left > 0 else named


def proof_words(_: Translator, text: str) -> str:
    """What proves a report in the reader's words: "45/KH-UBND, photo". Rows name a file without a name of its own by a word."""
    words = {PICTURE: _("ảnh"), SOME_FILE: _("tệp")}
    return ", ".join(words.get(part, part) for part in text.split(", "))


def shortened(text: str, longest: int) -> str:
    """A text on one line, of at most `longest` characters, ended at a word."""
    text = " ".join(text.split())
    return text if len(text) <= longest else text[: longest - 1].rsplit(" ", 1)[0] + "…"


def numbered(item: Item) -> str:
    """ "17. Quyết định…"; a restricted task has its number only."""
    return f"{item.number}. {item.title}" if item.title else str(item.number)


def dates(_: Translator, item: Item, day: Day, *, plain: bool = False) -> str:
    """ "mốc 08/10 (hạn theo kế hoạch 31/12)", `plain` without the second; empty for a task without dates."""
    due, target, today = item.due_on, item.target_on, day.today
    if due is not None and due < today:
        late = day.calendar.working_days_between(due, today)
        # A date missed on the last working day is late on a weekend already, but by no working day.
        if late < 1:
            return _("hạn {day} đã qua", day=short_day(due, today))
        return _.plural(
            "hạn {day}, quá {n} ngày làm việc", "hạn {day}, quá {n} ngày làm việc", late, day=short_day(due, today)
        )
    shown = date_shown(item, today, day.calendar)
    if due is not None and shown == due:
        return _("hạn {day}", day=day_text(_, due, today))
    if target is None:
        return ""
    text = _("mốc {day}", day=day_text(_, target, today))
    if due is None or plain:
        return text
    return _("{mark} (hạn theo kế hoạch {day})", mark=text, day=short_day(due, today))


def day_text(_: Translator, day: date, today: date) -> str:
    """With the weekday while it is to come: "thứ Tư 15/10", "hôm nay 13/10", but "08/10"."""
    if day == today:
        return _("hôm nay {day}", day=short_day(day, today))
    return weekday_day(day, _.language, today) if day > today else short_day(day, today)


def dated_line(_: Translator, item: Item, day: Day, *, plain: bool = False) -> str:
    """ "2. Kế hoạch kiểm tra CCHC – mốc thứ Tư 15/10"."""
    shown = dates(_, item, day, plain=plain)
    return f"{numbered(item)} – {shown}" if shown else numbered(item)


def section_line(_: Translator, entry: Entry, today: date, word: str) -> str:
    """ "A.IV: 11–16 – hạn 31/12"; `word` names the date, "" shows none."""
    section = entry.section or _("Khác")
    numbers = f"{section}: {ranges([item.number for item in entry.items])}"
    if entry.day is None or not word:
        return numbers
    return f"{numbers} – {word} {day_text(_, entry.day, today)}"


def numbers_of(items: Iterable[Item | DutyLine]) -> str:
    return ranges([item.number for item in items])


def repeated_mark(_: Translator) -> str:
    """Stands on top of a message that may have arrived before."""
    return _("(Tin này có thể đã đến một lần.)")


def file_left_out(_: Translator) -> str:
    """Below a text whose file went to a channel that carries none, as another of the person's chats is off."""
    return _('Kênh này không gửi được tệp; nhắn "tệp rà soát" để em gửi cách khác.')
