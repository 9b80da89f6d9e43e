"""Which month "kỳ trước" and "tháng trước" are: by this office's reporting day, the one that closed last. A month behind what is
told ("đăng 12 tin tháng 9") may be the period it counts for, or say when: that is asked where the month is not this period's."""

from datetime import timedelta

from bot.understanding.intents import MONTH_BEFORE, PERIOD_BEFORE, Act, Intent, Understanding
from bot.understanding.of_period import told_behind
from bot.usecases.said import Said
from jobs.rules.reporting_period import period_before, period_on

_NAMELESS = (MONTH_BEFORE, PERIOD_BEFORE)


def of_last_period(said: Said, understood: Understanding) -> Understanding:
    """Behind the reporting day "tháng trước" may be the month that has closed or the calendar's last one: that is asked."""
    if not {act.slots.period for act in understood.acts} & {*_NAMELESS}:
        return _perhaps_of_another(said, understood)
    meant = _months_meant(said)
    readings = [
        tuple(act.with_slots(period=month) for month in meant.get(act.slots.period or "", (act.slots.period,)))
        for act in understood.acts
    ]
    acts = tuple(each[0] for each in readings)
    if all(len(each) == 1 for each in readings):
        return Understanding(acts, understood.sure, acts if understood.readings else ())
    return Understanding(acts, False, readings[0] if len(readings) == 1 else acts)


def _months_meant(said: Said) -> dict[str, tuple[str, ...]]:
    data_day = said.who.agency.data_day
    closed = period_before(period_on(said.day, data_day, said.calendar), data_day, said.calendar).key
    calendars = f"{said.day.replace(day=1) - timedelta(days=1):%Y-%m}"
    return {PERIOD_BEFORE: (closed,), MONTH_BEFORE: tuple(dict.fromkeys((closed, calendars)))}


def _perhaps_of_another(said: Said, understood: Understanding) -> Understanding:
    """Asked with the month named, and with the period of today."""
    last = understood.acts[-1]
    behind = told_behind(last.slots.statement or "", said.day) if last.intent is Intent.progress else None
    if not (behind and understood.sure and all(_told_now(act) for act in understood.acts)):
        return understood
    now = period_on(said.day, said.who.agency.data_day, said.calendar).key
    months = tuple(month for month in _months_meant(said).get(behind[0], (behind[0],)) if month < now)
    if not months:
        return understood
    *others, closing = (act.with_slots(period=months[0]) for act in understood.acts)
    closing = closing.with_slots(text=behind[1], statement=behind[1])
    readings = (*(closing.with_slots(period=month) for month in months), last.with_slots(period=now))
    return Understanding((*others, closing), False, (*others, closing) if others else readings)


def _told_now(act: Act) -> bool:
    return act.intent in (Intent.progress, Intent.none_arose) and bool(act.slots.task_ids) and not act.slots.period
