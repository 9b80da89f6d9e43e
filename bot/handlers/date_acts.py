"""Acts on dates: wished for, ordered, decided, explained, begun by an event. Which duty is meant is found as for any act."""

import re
from collections.abc import Callable
from dataclasses import replace

from sqlmodel import Session

from bot.asking import Option, PersonUnknown, WhichTask, on_yes
from bot.handlers import duty_acts, reopen_acts
from bot.handlers.duty_acts import MOST_ASKED, Done, on_duties
from bot.permissions import Right
from bot.understanding.intents import Act, Intent, Slots
from bot.usecases import ask_explanation, dates, decide_dates, event_day, explain
from bot.usecases.awaiting import wishes_of
from bot.usecases.decide import NothingWaits
from bot.usecases.decide_dates import NoWishWaits, Waiting, WishesLeft
from bot.usecases.event_day import WhichEvent
from bot.usecases.narrowed import Narrowed, narrowed
from bot.usecases.said import Said
from bot.usecases.which_duty import WhichUnit
from jobs.rules.date_changes import wished_day
from jobs.rules.text import fold_words
from storage.kinds import OPEN_STATES, WAITING_STATES, DateKind, DateOutcome
from storage.queries import dates as date_queries
from storage.queries import duties as duty_queries
from storage.queries.duties import DutyLine
from storage.queries.people import person

Decide = Callable[[Waiting], object]
_ONLY_A_DAY = re.compile(
    r"(?:(?:\d+|viec|nhiem vu|em|toi|phong|xin|bao cao|du kien|khoang|se|xong|hoan thanh|nop|trinh|vao|la|ngay|den|truoc|thang|nam|thu|hai|ba|tu|sau|bay|tuan|cuoi|dau|mai|moi|duoc|a|nhe|da|anh|chi)\b ?)*"
)
"""Said of a task beside the day it will be done, this is no result of it."""
SAME_EVENT = {"new": ("khác", "đợt khác", "mới"), "same": ("vẫn vậy", "cùng một đợt", "như cũ")}


def move(session: Session, said: Said, act: Act, duty_id: int | None) -> Done:
    """ "Xin lùi 10 đến 15/12 vì …", "hạn việc 10 là 5/12": on what was wished for, a decision; else a wish or an order."""
    if act.slots.period and not act.slots.date:  # "sang tháng 12" is a day, no occurrence of the task
        day = wished_day(None, said.day, said.calendar, period=act.slots.period)
        act = act.with_slots(date=day, period=None)
    slots = act.slots
    wish = dates.Wish(
        slots.date, _named(act), slots.reason or "", slots.duration, slots.duration_unit == "working_day",
        slots.mode == "remove", slots.later,
    )  # fmt: skip

    def do(line: DutyLine, _named_period: bool) -> object:
        for waiting in decide_dates.wishes(session, said, [line.duty.id]):
            if waiting.mine and wish.day and decide_dates.answers(waiting.change, wish.day, wish.named):
                return decide_dates.grant(session, said, waiting, wish.day)
        return dates.move(session, said, line, wish)

    done = on_duties(session, said, act, duty_id, Right.ASK_TIME, do, OPEN_STATES)
    asked = done.results[0] if len(done.results) == 1 else None
    if isinstance(asked, WhichUnit) and dates.undated_whole(asked.lines):
        return Done((do(asked.lines[0], False),))
    return done


def _named(act: Act) -> DateKind | None:
    return DateKind(act.slots.which) if act.slots.which in ("due", "target") else None


def approve(session: Session, said: Said, act: Act, duty_id: int | None) -> Done:
    """Wishes for time and reports are granted by the same words; "đồng ý lùi" is of wishes only."""
    if act.slots.all_except is not None and not act.slots.task_ids:
        return _approve_all(session, said, act, duty_id)
    if reopened := reopen_acts.granted(session, said, act, duty_id):
        return reopened
    return _decide(
        session, said, act, duty_id, lambda w: decide_dates.grant(session, said, w, act.slots.date), duty_acts.approve
    )


def reject(session: Session, said: Said, act: Act, duty_id: int | None) -> Done:
    if refused := reopen_acts.refused(session, said, act, duty_id):
        return refused
    reason = act.slots.reason or ""
    return _decide(
        session, said, act, duty_id, lambda w: decide_dates.refuse(session, said, w, reason), duty_acts.reject
    )


def _approve_all(session: Session, said: Said, act: Act, duty_id: int | None) -> Done:
    meant = narrowed(session, said, act.slots)
    if isinstance(meant, PersonUnknown):
        return Done((meant,))
    done = duty_acts.approve(session, said, act, duty_id) if not act.slots.which else Done((NothingWaits(),))
    waiting = [w for w in decide_dates.wishes(session, said) if w.mine and w.change.decider_id == said.who.id]
    waiting = [w for w in waiting if meant.within(w.line, w.change.asked_by_id)]
    spared = [w for w in waiting if meant.spares(w.line, w.change.asked_by_id)]
    waiting = [w for w in waiting if w not in spared]
    reports = tuple(r for r in done.results if not (waiting and isinstance(r, NothingWaits)))
    # A date moves by a word of dates, and by one of everything only where he has the wishes before him.
    if spared or act.slots.which or all(w.line.duty.id in said.about for w in waiting):
        granted = tuple(decide_dates.grant(session, said, w) for w in waiting)
        return Done((*reports, *granted), done.options)
    return Done((*reports, WishesLeft(tuple(waiting))), _of_wishes_left(waiting))


def _of_wishes_left(waiting: list[Waiting]) -> tuple[Option, ...]:
    """Yes grants them all, a number one of them."""
    numbers = tuple(dict.fromkeys(w.line.number for w in waiting))
    every = Act(Intent.approve, Slots(task_ids=numbers, which="any", mode="all"))
    return (*on_yes(every), *(Option(str(n), every.with_slots(task_ids=(n,))) for n in numbers))


def _decide(
    session: Session, said: Said, act: Act, duty_id: int | None, do: Decide, of_reports: duty_acts.Handler
) -> Done:
    """`do` to the wishes named; the numbers that are left are reports."""
    if duty_id is not None:
        found = [w for w in decide_dates.wishes(session, said, [duty_id]) if w.mine]
        return Done(tuple(do(w) for w in found)) if found else of_reports(session, said, act, duty_id)
    if not act.slots.task_ids and not act.slots.news_ids:
        meant = narrowed(session, said, act.slots)
        if isinstance(meant, PersonUnknown):
            return Done((meant,))
        reports = duty_queries.lines_waiting_for(session, said.agency_id, said.who.id) if not act.slots.which else []
        of_them = [x for x in reports if meant.within(x)]
        if implied := _implied(session, said, act, meant, of_them, do):
            return implied
        if act.slots.which:
            asker = next(iter(meant.people or ()), None)
            nobody = (
                NoWishWaits(None)
                if asker is None
                else wishes_of(session, said, person(session, said.agency_id, asker, said.day))
            )
            return Done((nobody,))
        return Done((NothingWaits(),)) if reports and not of_them else of_reports(session, said, act, duty_id)
    results: list[object] = []
    options: tuple[Option, ...] = ()
    left: list[int] = []
    for number in dict.fromkeys(act.slots.task_ids):
        mine = _of_number(session, said, number, act.slots.unit_full)
        if len(mine) > 1 and act.slots.mode == "all":
            results += [do(each) for each in mine]
        elif len(mine) > 1:
            results.append(WhichUnit(number, tuple(w.line for w in mine)))
            options = options or tuple(Option(w.line.unit.short_name, act, w.line.duty.id) for w in mine)
        elif mine:
            results.append(do(mine[0]))
        elif act.slots.which or _another_decides(session, said, number):
            results.append(decide_dates.none_waits(session, said, number))
        else:
            left.append(number)
    if left:
        rest = of_reports(session, said, replace(act, slots=replace(act.slots, task_ids=tuple(left))), None)
        results, options = [*results, *rest.results], options or rest.options
    return Done(tuple(results), options)


def _implied(
    session: Session, said: Said, act: Act, meant: Narrowed, reports: list[DutyLine], do: Decide
) -> Done | None:
    """A bare "đồng ý" is of a wish where nothing but that wish waits; else the number has to be said. `reports`: those
    that wait too, of whom it names.
    """
    mine = [w for w in decide_dates.wishes(session, said) if w.mine and meant.within(w.line, w.change.asked_by_id)]
    mine = [w for w in mine if w.change.decider_id == said.who.id or w.line.duty.id in said.about]
    if not mine:
        return None
    one = duty_acts.the_one_waiting(said, [*(w.line for w in mine), *reports])
    if one is None:
        asked = tuple([*(w.line for w in mine), *reports][:MOST_ASKED])
        return Done((WhichTask(asked),), tuple(Option(str(x.number), act, x.duty.id) for x in asked))
    return next((Done((do(w),)) for w in mine if w.line is one), None)


def _another_decides(session: Session, said: Said, number: int) -> bool:
    """Whether all that waits of this task is a wish which is not the sender's to decide."""
    if decide_dates.none_waits(session, said, number).decider is None:
        return False
    lines = duty_queries.lines_by_number(session, said.agency_id, number)
    return not any(line.duty.state in WAITING_STATES for line in lines)


def _of_number(session: Session, said: Said, number: int, unit: str | None) -> list[Waiting]:
    lines = duty_queries.lines_by_number(session, said.agency_id, number)
    key = fold_words(unit or "")
    found = decide_dates.wishes(session, said, [x.duty.id for x in lines])
    return [
        w for w in found if w.mine and key in ("", fold_words(w.line.unit.name), fold_words(w.line.unit.short_name))
    ]


def told(session: Session, said: Said, act: Act, duty_id: int | None) -> Done:
    """Progress; after a refused wish the day it is expected by ("31 dự kiến xong 10/12") is what was asked for."""
    again = _wished_anew(session, said, act)
    return move(session, said, again, duty_id) if again else duty_acts.progress(session, said, act, duty_id)


def _wished_anew(session: Session, said: Said, act: Act) -> Act | None:
    slots = act.slots
    if slots.date is None or slots.date < said.day or not _ONLY_A_DAY.fullmatch(fold_words(slots.statement or "")):
        return None
    numbers = slots.task_ids
    lines = (
        [x for n in numbers for x in duty_queries.lines_by_number(session, said.agency_id, n)]
        if numbers
        else duty_queries.lines_by_ids(session, said.agency_id, said.about)
    )
    last = [moves[-1] for x in lines if (moves := date_queries.moves_of(session, said.agency_id, x.duty.id))]
    refused = [m for m in last if m.outcome is DateOutcome.REFUSED and m.asked_by_id == said.who.id]
    if len(refused) != 1:
        return None
    return Act(
        Intent.extend_request,
        replace(slots, reason=slots.reason or refused[0].reason, text=None, which=refused[0].which.value),
    )


def give_reason(session: Session, said: Said, act: Act, duty_id: int | None) -> Done:
    text = act.slots.text or ""
    return on_duties(
        session, said, act, duty_id, Right.REPORT, lambda line, _n: explain.explain(session, said, line, text)
    )


def ask_for_reason(session: Session, said: Said, act: Act, duty_id: int | None) -> Done:
    """Of the tasks named; with only a unit or a person of all that is late there."""
    slots = act.slots
    again = slots.mode == "again"
    if not ask_explanation.may_ask(said):
        return Done((ask_explanation.AskingNotYours(),))
    if not slots.task_ids and duty_id is None and (slots.unit or slots.person):
        unit = slots.unit_full or slots.unit
        return Done(tuple(ask_explanation.ask_of_all_late(session, said, unit, slots.person, again=again)))
    return on_duties(
        session, said, act.with_slots(mode=None), duty_id, Right.ASK_EXPLANATION,
        lambda line, _n: ask_explanation.ask_explanation(session, said, line, slots.person, again=again), OPEN_STATES,
    )  # fmt: skip


def begin_event(session: Session, said: Said, act: Act, duty_id: int | None) -> Done:
    """The event is the task's, whichever unit's part is meant."""
    slots = act.slots
    day, words = slots.date or said.day, slots.text or ""

    def do(line: DutyLine, _named_period: bool) -> object:
        return event_day.begin(session, said, line, day, words, slots.mode, slots.statement or words)

    done = on_duties(session, said, act, duty_id, Right.REPORT, do)
    results = tuple(do(r.lines[0], False) if isinstance(r, WhichUnit) else r for r in done.results)
    asked = next((r for r in results if isinstance(r, WhichEvent)), None)
    if asked is None:
        return Done(results, done.options if results == done.results else ())
    one = act.with_slots(task_ids=(asked.line.number,))
    options = (
        Option(word, one.with_slots(mode=mode), asked.line.duty.id) for mode, said_so in SAME_EVENT.items() for word in said_so
    )  # fmt: skip
    return Done(results, tuple(options))
