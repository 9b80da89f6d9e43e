"""A message read with what this office knows: its units, people and plans, and the sender's highest role."""

import re
from dataclasses import replace
from datetime import date

from sqlmodel import Session

from bot.asking import REASON, Option
from bot.conversation.absence_anew import absence_anew
from bot.conversation.bubbles import in_context
from bot.conversation.done_again import done_again
from bot.conversation.explanation_given import explanation_given
from bot.conversation.last_period import of_last_period
from bot.conversation.of_him import of_him
from bot.conversation.of_which_work import of_which_work
from bot.conversation.ordered_of_others import asked_if_ordered
from bot.conversation.own_numbers import told_by_own_numbers
from bot.conversation.sent_again import of_his_own
from bot.conversation.steps_done import asked_if_a_step
from bot.conversation.task_just_given import of_task_just_given
from bot.conversation.titles_told import told_by_title
from bot.conversation.verdicts_in_words import verdicts_in_words
from bot.conversation.verdicts_meant import unless_it_waits, verdict_meant
from bot.permissions import Hat, hats
from bot.understanding.asked_for import only_names, only_title
from bot.understanding.clause import Clause
from bot.understanding.directory import Directory, PersonNames, UnitNames
from bot.understanding.for_whom import for_whom
from bot.understanding.intents import NOTHING_SAID, Act, Intent, Slots, Understanding
from bot.understanding.line import read_line
from bot.understanding.read import read_message
from bot.understanding.reason_said import led_by_because
from bot.understanding.rules.absence import completed
from bot.understanding.rules.doubt import doubt_answered
from bot.understanding.rules.new_task import due
from bot.understanding.rules.year_end import not_done_this_year, year_closed, year_slip_within, year_sorted
from bot.understanding.slips import sorted_anew, year_slip
from bot.understanding.task_mended import task_mended
from bot.usecases import admit, doubts, year_end
from bot.usecases.said import Said
from jobs.rules.text import fold_words
from storage.kinds import Role
from storage.models.organisation import Agency
from storage.queries.people import Person, living_units, unit_aliases, units_by_ids
from storage.queries.people import names as names_on
from storage.queries.plans import plan_titles

_HIGHEST = (
    (Hat.LEADER, "leader"),
    (Hat.OFFICE_HEAD, "office_head"),
    (Hat.KEEPER, "office_head"),
    (Hat.UNIT_HEAD, "unit_head"),
)

#: Said while a reason is waited for, these are no reason; work under way, a lacking paper and being away may well be one.
_ORDERS = frozenset(
    {
        Intent.back_at_work, Intent.undo_done, Intent.approve, Intent.assign, Intent.set_deadline, Intent.remind_unit,
        Intent.snooze, Intent.settings_time, Intent.settings_language, Intent.my_tasks, Intent.help, Intent.new_task,
        Intent.draft_group_reminder, Intent.calendar_day, Intent.disconnect, Intent.whole_list, Intent.preview_morning,
    }
)  # fmt: skip


#: Said with the order that had to wait for a name.
_KEPT = ("task_ids", "date", "period", "which", "text", "unit_full", "evidence")

LONGEST_NAME_TYPED = 60
#: A unit and nothing else: "của KT nhé".
_UNIT_ALONE = re.compile(
    r"(?:(?:da|cua|phan|o|ben|la|chon|cho|phong|don vi|tin|em|anh|chi) )*U(?: (?:a|nhe|nha|em|anh|chi|do|đó|moi dung))*[ .!]*"
)


def role_of(who: Person) -> str:
    """The word the reader knows for a person; a keeper is read like an office head, an admin who holds no work as one."""
    worn = hats(who)
    return next(
        (word for hat, word in _HIGHEST if hat in worn), "admin" if who.roles == {Role.ADMIN} and not worn else "staff"
    )


def office_directory(session: Session, agency: Agency, day: date) -> Directory:
    """Units with every name the office uses, people who have not left, plans by title."""
    units = living_units(session, agency.id)
    names: dict[int, list[str]] = {}
    for alias in unit_aliases(session, agency.id):
        names.setdefault(alias.unit_id, []).append(alias.alias)
    by_id = {u.id: u.name for u in units}
    parted = {u.split_from_id for u in units if u.split_from_id} - by_id.keys()
    for old in units_by_ids(session, agency.id, [i for i in parted if i]) if parted else ():
        for unit in units:  # the name of what was split means any of its parts
            if unit.split_from_id == old.id:
                names.setdefault(unit.id, []).extend((old.name, old.short_name))
    return Directory(
        units=tuple(UnitNames(u.name, (u.short_name, *names.get(u.id, ())), agency.name) for u in units),
        people=tuple(
            PersonNames(name, honorific, by_id.get(unit or 0, ""))
            for name, honorific, unit in names_on(session, agency.id, day)
        ),
        plans=tuple(plan_titles(session, agency.id)),
    )


def read(session: Session, said: Said, text: str, replying: bool) -> Understanding:
    """The acts of one message of this person; an answer to the doubt shown last is read as one."""
    role, directory = role_of(said.who), office_directory(session, said.who.agency, said.day)
    if act := admit.meant(session, said, text, directory):
        return Understanding((act,))
    doubt = None if replying else doubts.in_front(session, said)
    if doubt:
        clause = Clause(read_line(text), role, "direct", said.day, directory, said.calendar)
        act = doubt_answered(clause, doubt.kinds, bool(doubt.candidates), doubt.next_to)
        drops = fold_words(text) == "bo"  # beside a doubt it puts that off, elsewhere it throws the draft away
        if act and (doubt.next_to or not drops):
            return Understanding((act if doubt.next_to else Act(Intent.review_doubts, Slots(mode="again")),))
    if again := done_again(session, said, text, lambda words: read(session, said, words, False)):
        return again
    if anew := _slip_at_year_end(session, said, text, replying, directory):
        return anew
    closing = _at_year_end(session, said, text, directory)
    if closing and not closing[1]:
        return Understanding(closing[0])
    acts, text = closing or ((), text)

    def alone(words: str, context: str, role: str = role) -> Understanding:
        found = read_message(
            words, role=role, context=context, on=said.day, directory=directory, calendar=said.calendar
        )
        return of_last_period(said, found)

    rest = alone(text, "reply_to_reminder" if replying else "direct")
    if not for_whom(text, directory).name:
        rest = told_by_own_numbers(session, said, text, rest, lambda words: alone(words, "direct", "staff"))
    rest = asked_if_a_step(session, said, rest)
    if role != "staff":
        rest = asked_if_ordered(session, said, text, of_him(session, said, text, rest))
        rest = of_his_own(session, said, text, rest, lambda: alone(text, "direct", "staff"))
        rest = verdicts_in_words(session, said, text, rest) or verdict_meant(session, said, text, rest)
        rest = unless_it_waits(session, said, rest)
    if not acts:
        rest = absence_anew(session, said, text, rest, directory)
        clause = Clause(read_line(text), role, "direct", said.day, directory, said.calendar)
        rest = of_task_just_given(session, said, clause, rest)
    if not (acts or replying):
        by_title = explanation_given(session, said, text, rest) or told_by_title(session, said, text, rest, alone)
        rest = by_title or of_which_work(session, said, text, in_context(session, said, text, rest, alone))
    return replace(rest, acts=(*acts, *rest.acts)) if acts else rest


def task_mended_by(session: Session, said: Said, text: str, offered: Act) -> Act | None:
    """The new task read back, as this message changes it; None where it speaks of something else."""
    directory = office_directory(session, said.who.agency, said.day)
    clause = Clause(read_line(text), role_of(said.who), "direct", said.day, directory, said.calendar)
    slots = task_mended(clause, offered.slots)
    return Act(Intent.new_task, slots) if slots else None


def names_or_dates(session: Session, said: Said, text: str) -> bool:
    """Whether a day, a unit, somebody or his part in a task is named, by a name of the office or one written with a capital."""
    directory, line = office_directory(session, said.who.agency, said.day), read_line(text)
    if (
        re.search(r"\b(?:han|phoi hop|chu tri)\b", line.norm)
        or due(line, said.day, said.calendar)[0]
        or directory.find_unit(line, anywhere=True)
    ):
        return True
    first, *others = re.findall(r"[^\W\d_]+", text) or ("",)
    return any(map(directory.names_somebody, (first, *others))) or any(word.istitle() for word in others)


def completed_by(session: Session, said: Said, text: str, asked: Act) -> tuple[Act, ...]:
    """What was asked for before it could be done, as this message names it; nothing where it speaks of something else."""
    directory = office_directory(session, said.who.agency, said.day)
    if asked.intent is Intent.absence:
        away = completed(text, asked, said.day, said.calendar, directory)
        return (away,) if away else ()
    clause = Clause(read_line(text), role_of(said.who), "direct", said.day, directory, said.calendar)
    if asked.intent is Intent.submit_news:
        title = only_title(clause)
        alone = read(session, said, text, False) if title else None
        told = alone and (says_nothing(alone) or not alone.sure) and f"tin: {title}"
    else:
        names = only_names(clause) if asked.intent in (Intent.assign, Intent.remind_unit) else None
        numbers = ", ".join(map(str, asked.slots.task_ids))
        told = names and (f"giao {numbers} cho {names}" if asked.intent is Intent.assign else f"nhắc {names}")
    again = read(session, said, told, False) if told else None
    if again is None or not again.sure or {act.intent for act in again.acts} != {asked.intent}:
        return ()
    kept = {slot: getattr(asked.slots, slot) for slot in _KEPT if getattr(asked.slots, slot)}
    return tuple(act.with_slots(**kept) for act in again.acts)


def unless_ordered(session: Session, said: Said, picked: tuple[Option, ...], text: str) -> tuple[Option, ...]:
    """The answers picked; none where words taken for the reason asked for order or ask something of their own."""
    if not any(option.answer == REASON for option in picked) or led_by_because(text):
        return picked
    alone = read(session, said, text, False)
    return () if alone.sure and any(act.intent in _ORDERS for act in alone.acts) else picked


def named_unit(session: Session, said: Said, options: tuple[Option, ...], text: str) -> tuple[Option, ...]:
    """The answer that is a unit's name, typed by any other name of it: "KT" for KT-HT-ĐT."""
    line = read_line(text)
    if not options or len(line.norm) > LONGEST_NAME_TYPED:
        return ()
    found = office_directory(session, said.who.agency, said.day).find_unit(line, anywhere=True)
    if not found or len(found.units) != 1:
        return ()
    if not _UNIT_ALONE.fullmatch(f"{line.norm[: found.start]}U{line.norm[found.end :]}"):
        return ()
    names = {fold_words(name) for name in (found.units[0].name, *found.units[0].aliases)}
    return tuple(option for option in options if fold_words(option.answer) in names)[:1]


def says_nothing(understood: Understanding) -> bool:
    """Nothing was ordered, told or asked."""
    return understood.says_only(NOTHING_SAID | {Intent.answer})


def _slip_at_year_end(
    session: Session, said: Said, text: str, replying: bool, directory: Directory
) -> Understanding | None:
    """ "Nhầm, 24 không thực hiện vì hết vốn" after "24 duy trì", "7 duy trì, nhầm 8" in one breath; None where no ending of the year is said anew."""
    whose = for_whom(text, directory)
    last_on = year_end.closing_until(session, said.agency_id)
    if last_on is None:
        return None
    if ended := _perhaps_ended(session, said, whose.text):
        ended = tuple(act.with_slots(**whose.slots) for act in ended)
        return Understanding(ended[:1], sure=False, readings=ended)
    slip = year_slip(whose.text)
    if slip is None:
        certain, meant = year_slip_within(whose.text, said.day, last_on, said.calendar)
        certain, meant = (tuple(act.with_slots(**whose.slots) for act in acts) for acts in (certain, meant))
        return Understanding((*certain, *meant), sure=False, readings=meant, certain=certain) if meant else None
    words, parted = slip
    anew = read(session, said, f"ghi hộ {whose.name}: {words}" if whose.slots else words, replying)
    return sorted_anew(anew, parted)


def _perhaps_ended(session: Session, said: Said, text: str) -> tuple[Act, ...]:
    """ "49 không thực hiện được do bão" of a line that closes."""
    acts = not_done_this_year(text)
    return acts if acts and year_end.closing_numbers(session, said.agency_id).issuperset(acts[0].slots.task_ids) else ()


def _at_year_end(session: Session, said: Said, text: str, directory: Directory) -> tuple[tuple[Act, ...], str] | None:
    """What a message says of the year's end, and the rest of it; None where it says nothing of it.

    Only while a plan closes, and of its lines: "9 duy trì" is progress at any other time.
    """
    if closed := year_closed(text, directory):
        return (closed,), ""
    last_on = year_end.closing_until(session, said.agency_id)
    whose = for_whom(text, directory)
    acts, rest = year_sorted(whose.text, said.day, last_on, said.calendar) if last_on else ((), "")
    if not acts:
        return None
    numbers = year_end.closing_numbers(session, said.agency_id)
    of_year = tuple(a for a in acts if numbers & set(a.slots.task_ids) or a.slots.all_except is not None)
    if not of_year:
        return None
    rest = "; ".join(filter(None, (*(a.slots.statement for a in acts if a not in of_year), rest)))
    if whose.slots:  # "ghi hộ Lan: …" goes for the whole message
        return tuple(act.with_slots(**whose.slots) for act in of_year), rest and f"ghi hộ {whose.name}: {rest}"
    return of_year, rest
