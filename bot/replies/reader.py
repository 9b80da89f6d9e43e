"""Who reads a reply, and the small phrases every reply is made of: names of tasks, people, days, periods."""

from dataclasses import dataclass
from datetime import date, datetime

from jobs.messages.phrases import called
from jobs.rules.text import capital
from locales.formats import clock, month_name, short_day, weekday_day
from locales.translate import Translator, translator
from storage.kinds import ChannelKind
from storage.models.plans import Task
from storage.queries.duties import DutyLine, LateLine
from storage.queries.people import Person

#: As people know them.
CHANNELS = {ChannelKind.TELEGRAM: "Telegram", ChannelKind.ZALO: "Zalo", ChannelKind.CONSOLE: "Console"}
_ROMAN = ("I", "II", "III", "IV")


@dataclass(frozen=True)
class Reply:
    """One statement. It begins in lower case: `compose` puts "Dạ," or a capital in front.

    `about`: duties it speaks of, in order; `undoable`: it recorded something the reader may take back; `file_id`: leaves with it.
    """

    text: str
    about: tuple[int, ...] = ()
    undoable: bool = False
    polite: bool = True
    buttons: tuple[tuple[tuple[str, str], ...], ...] = ()
    file_id: int | None = None


@dataclass(frozen=True)
class Reader:
    person: Person
    day: date
    behalf: Person | None = None  # for whom the message was typed

    @property
    def words(self) -> Translator:
        return translator(self.person.language)

    @property
    def call(self) -> str:
        """ "chị", inside a sentence; other languages have no honorific."""
        _ = self.words
        return self.person.staff.honorific if _.language == "vi" else _("anh/chị")

    @property
    def Call(self) -> str:
        """ "Chị", at its start."""
        return capital(self.call)

    def calls(self, person: Person) -> str:
        """The reader is spoken to, others are named."""
        return self.call if person.id == self.person.id else addressed(person, self)

    def day_words(self, day: date) -> str:
        return weekday_day(day, self.words.language, self.day)

    def short(self, day: date) -> str:
        return short_day(day, self.day)

    def hour(self, at: datetime) -> str:
        return clock(at, self.words.language, self.person.agency.time_zone)


def addressed(person: Person, reader: Reader) -> str:
    """ "anh Tâm"; to who reads English "Tâm"."""
    return called(reader.words, person)


def full_name(person: Person, reader: Reader) -> str:
    """ "anh Trần Minh Tâm", "Trần Minh Tâm"."""
    name = person.staff.full_name
    return f"{person.staff.honorific} {name}" if reader.words.language == "vi" else name


def spoken_by(by: Reader, whose: Person | None, reader: Reader) -> str:
    """Whose word it is to another reader: "anh Quân", or "chị Lan (anh Quân ghi hộ)" where he typed it for her."""
    _ = reader.words
    who = addressed(by.person, reader)
    return _("{whose} ({who} ghi hộ)", whose=addressed(whose, reader), who=who) if whose else who


def task_title(task: Task | LateLine, reader: Reader) -> str:
    """The short title; of a restricted task nothing but that it is one."""
    _ = reader.words
    return _("nội dung hạn chế") if task.restricted else task.short_title


def named(line: DutyLine, reader: Reader, period: bool = False) -> str:
    """ "việc 2 – Kế hoạch kiểm tra CCHC", with the period where several are open."""
    _ = reader.words
    if period and line.period.key != "once":
        when = period_words(line.period.key, reader, line.period.printed_due_on)
        return _("việc {n}, {period} – {title}", n=line.number, period=when, title=task_title(line.task, reader))
    return _("việc {n} – {title}", n=line.number, title=task_title(line.task, reader))


def period_words(key: str, reader: Reader, due: date | None = None) -> str:
    """ "kỳ tháng 10", "kỳ quý IV", "mốc 30/06", "đợt 01/12"."""
    _ = reader.words
    if key.startswith("e"):
        return _("đợt {day}", day=reader.short(date.fromisoformat(key[1:11])))
    if "-Q" in key:
        return _("kỳ quý {quarter}", quarter=_ROMAN[int(key[-1]) - 1])
    if len(key) == 7 and key[4] == "-":
        return _("kỳ {month}", month=month_name(key, _.language))
    return _("mốc {day}", day=reader.short(due)) if due else _("kỳ {key}", key=key)


def numbers(values: list[int] | tuple[int, ...]) -> str:
    return ", ".join(str(n) for n in values)
