"""What the bot asks back, how a question is kept in its row, and which answer fits it."""

import re
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from typing import Any

from sqlmodel import Session

from bot.understanding.agreed import agrees, declines
from bot.understanding.intents import Act, Intent, Slots
from bot.understanding.reason_said import reason_said
from bot.understanding.words import NO, YES
from bot.usecases.just_said import STILL_SPOKEN_OF
from bot.usecases.said import Said
from bot.usecases.undo_meant import Dropped
from jobs.clock import office_day
from jobs.rules.text import fold_words
from storage.models.messages import Question
from storage.queries.conversation import open_question
from storage.queries.duties import DutyLine

OPTIONS = "options"
REASON = "…"
"""An option answered by whatever reason is given."""
AWAITED = "……"
"""An option that no word picks: what an answer may add to its act is read with the office's names."""
NUMBER = "#"
"""An option answered by the number of a task."""
#: Their signs are typed by nobody: folded they are as empty as a thumb up.
_FILLED_IN = (REASON, AWAITED, NUMBER)
_NUMBER_SAID = re.compile(
    r"(?:(?:la|cua|cho|o|cai|y (?:em|anh|chi|toi|minh)(?: noi)?) )*(?:viec |nhiem vu |nv |so |#)*\d{1,4}(?:(?:, ?| va | )(?:viec )?\d{1,4})*"
)

NUMBER_HOLDS = STILL_SPOKEN_OF
"""So long a number asked for is taken; later it shows its task."""
LATER = ("ghi", "thôi")
"""What still answers a task read back when something else was said: a plain "đúng" would be of that."""
_ADDRESS = re.compile(r"^(?:(?:da|vang|u|ok|em|anh|chi) )+(?=\w\w|\d)")
_OF = re.compile(r"^(?:(?:phan|cua|o|ben|la|chon|phong|don vi|cai)(?: |$))+(?=[^\W\d])")
"""In front of whose it is: "phần của VP"."""
_POLITE = re.compile(r"(?<=\w)(?: (?:a|nhe|nha|em|anh|chi|bot|roi|vay|do|luon|di))+$")


@dataclass(frozen=True)
class WhichTask:
    """A change without a number, and several tasks it could mean."""

    lines: tuple[DutyLine, ...]


@dataclass(frozen=True)
class NeedsNumber:
    """A change without a number, and nothing to guess from."""


@dataclass(frozen=True)
class WhichReading:
    """`beside`: the rest of the message has been carried out; `line`: the one duty that it can be; `drops`: what each of the
    readings would take back; `parts`: they are parts of one message, and all may be right.
    """

    readings: tuple[Act, ...]
    beside: bool = False
    line: DutyLine | None = None
    drops: tuple[tuple[Dropped, ...], ...] = ()
    parts: bool = False


@dataclass(frozen=True)
class PersonUnknown:
    """ "Ghi hộ X": X fits nobody or several; `refused`: the sender may not record for him."""

    typed: str
    refused: bool = False


@dataclass(frozen=True)
class WentWrong:
    """One act failed; the others stand."""


@dataclass(frozen=True)
class Option:
    """`answer` is what picks it, folded; `duty_id` fixes the duty the act is about."""

    answer: str
    act: Act
    duty_id: int | None = None


def ask(
    session: Session, agency_id: int, chat_id: int, inbox_id: int | None, options: tuple[Option, ...], now: datetime
) -> None:
    """Keep the question, in place of an older one: a chat has one open question at most."""
    close(session, agency_id, chat_id, now)
    rows = [{"answer": o.answer, "act": act_to_row(o.act), "duty": o.duty_id} for o in options]
    session.add(
        Question(
            agency_id=agency_id,
            chat_id=chat_id,
            inbox_id=inbox_id,
            kind=OPTIONS,
            asked={"options": rows},
            asked_at=now,
        )
    )
    session.flush()


def close(session: Session, agency_id: int, chat_id: int, now: datetime) -> None:
    """Close the chat's open question."""
    question = open_question(session, agency_id, chat_id)
    if question:
        question.closed_at = now
        session.add(question)
        session.flush()


def drop(session: Session, agency_id: int, chat_id: int, now: datetime) -> None:
    """Close it unanswered, because something else was said."""
    question = open_question(session, agency_id, chat_id)
    if question and question.kind == OPTIONS:
        question.asked = {**question.asked, "dropped": True}
        session.add(question)
        close(session, agency_id, chat_id, now)


def options_of(question: Question | None) -> tuple[Option, ...]:
    """The options of an open question; none where nothing is asked."""
    rows = question.asked.get("options", []) if question else []
    return tuple(Option(row["answer"], act_from_row(row["act"]), row["duty"]) for row in rows)


@dataclass(frozen=True)
class WhichLetter:
    """ "Đúng" to a question of several readings: which of them is not said, and the question stays open."""

    letters: tuple[str, ...]


def which_letter(options: tuple[Option, ...], text: str) -> WhichLetter | None:
    """None where the words do not agree, or one meaning alone was asked about."""
    letters = tuple(dict.fromkeys(o.answer for o in options if len(o.answer) == 1 and o.answer.isalpha()))
    yes = _ADDRESS.sub("", _POLITE.sub("", fold_words(text))) in map(fold_words, YES) or agrees(text)
    return WhichLetter(letters) if len(letters) > 1 and yes else None


def still_lacking(options: tuple[Option, ...], text: str) -> tuple[Option, ...]:
    """What is asked for again where a bare yes answers the wish for a reason, a name or a number."""
    yes = fold_words(_POLITE.sub("", fold_words(text))) in map(fold_words, YES) or agrees(text)
    lacking = options and all(option.answer in _FILLED_IN for option in options)
    return options if lacking and yes else ()


def awaited(options: tuple[Option, ...]) -> Act | None:
    """The act that still lacks something: an absence its days, an order whom it is for."""
    return next((o.act for o in options if o.answer == AWAITED), None)


def open_options(session: Session, said: Said) -> tuple[Option, ...]:
    """The options of today's open question."""
    question = open_question(session, said.agency_id, said.chat_id) if said.chat_id else None
    if question is None or office_day(question.asked_at, said.who.agency.time_zone) != said.day:
        return ()
    fresh = said.now - question.asked_at <= NUMBER_HOLDS
    return tuple(option for option in options_of(question) if fresh or option.answer != NUMBER)


def chosen(options: tuple[Option, ...], text: str) -> tuple[Option, ...]:
    """Options a whole message picks: one answer, several numbers ("2, 7"), or all of them ("tất cả"); politeness is left off.

    "Việc 2" is no answer: it asks to see the task, and the buttons type it.
    """
    key = fold_words(text)
    asked = tuple(o for o in options if o.answer not in LATER)
    if key in ("tat ca", "ca hai", "ca ba", "het") and all(o.duty_id for o in asked):
        return asked
    ended = _POLITE.sub("", key)
    plain = _ADDRESS.sub("", ended)
    for said in (key, ended, plain, _OF.sub("", plain)):
        if exact := [o for o in options if o.answer not in _FILLED_IN and fold_words(o.answer) == said]:
            return tuple(exact)
    by_number = {
        o.answer.lower(): o for o in options if o.answer.isdigit() or (len(o.answer) == 1 and o.answer.isalpha())
    }
    words = [w for w in plain.split() if w != "va"]
    if words and all(w in by_number for w in words):
        return tuple(by_number[w] for w in words)
    return _with_number(options, plain) or _in_a_sentence(options, text) or _with_reason(options, text)


def _in_a_sentence(options: tuple[Option, ...], text: str) -> tuple[Option, ...]:
    """ "Ừ làm đi", "thôi khỏi đổi"."""
    words = YES if agrees(text) else NO if declines(text) else ()
    waits = "ghi" in fold_words(text).split() and agrees(text)  # a task read back before other things were said
    return tuple([o for o in options if o.answer in words][:1]) or tuple(
        o for o in options if waits and o.answer == "ghi"
    )


def _with_number(options: tuple[Option, ...], plain: str) -> tuple[Option, ...]:
    """The number alone was asked for, so here "việc 2" is an answer."""
    if not _NUMBER_SAID.fullmatch(plain):
        return ()
    numbers = tuple(int(n) for n in re.findall(r"\d+", plain))
    return tuple(replace(o, act=o.act.with_slots(task_ids=numbers)) for o in options if o.answer == NUMBER)


def _with_reason(options: tuple[Option, ...], text: str) -> tuple[Option, ...]:
    waiting = [o for o in options if o.answer == REASON]
    reason = reason_said(text) if waiting else None
    return tuple(replace(o, act=o.act.with_slots(reason=reason)) for o in waiting) if reason else ()


def yes_or_no(
    act: Act, *, yes: tuple[str, ...] = (), no: tuple[str, ...] = (), slot: str = "mode"
) -> tuple[Option, ...]:
    """The answers to "… phải không ạ?": the act with "yes" or "no" in this slot; `yes`, `no`: words of this question beside
    the common ones.
    """
    said = {"yes": (*yes, *YES), "no": (*no, *NO)}
    return tuple(Option(word, act.with_slots(**{slot: answer})) for answer, words in said.items() for word in words)


def on_yes(act: Act, duty_id: int | None = None) -> tuple[Option, ...]:
    """The answer to one meaning said back, "…, phải không ạ?": the act as it stands; any other word drops the question."""
    return tuple(Option(word, act, duty_id) for word in YES)


def take_or_leave(file_id: int) -> tuple[Option, ...]:
    """The answers to the changes that an edited review would make."""
    take = Act(Intent.take_changes, Slots(file_id=file_id))
    taken = tuple(Option(word, take) for word in ("ghi", *YES))
    return *taken, *(Option(word, take.with_slots(mode="no")) for word in NO)


_UNSAID = Slots()


def act_to_row(act: Act) -> dict[str, Any]:
    """Only what differs from an act of which nothing is said: in `all_except` none left out is something said."""
    values = {f.name: getattr(act.slots, f.name) for f in fields(Slots)}
    said = {name: value for name, value in values.items() if value != getattr(_UNSAID, name)}
    slots = {name: value.isoformat() if isinstance(value, date) else value for name, value in said.items()}
    return {"intent": act.intent.value, "slots": slots}


def act_from_row(row: dict[str, Any]) -> Act:
    slots: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in row["slots"].items()}
    for name in ("date", "until"):
        if name in slots:
            slots[name] = date.fromisoformat(slots[name])
    return Act(Intent(row["intent"]), Slots(**slots))
