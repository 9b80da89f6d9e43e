"""Which month "kỳ trước" and "tháng trước" are: by this office's reporting day, the one that closed last."""

from datetime import timedelta

from bot.understanding.intents import MONTH_BEFORE, PERIOD_BEFORE, Understanding
from bot.usecases.said import Said
from jobs.rules.reporting_period import period_before, period_on


def of_last_period(said: Said, understood: Understanding) -> Understanding:
    """Behind the reporting day "tháng trước" may be the month that has closed or the calendar's last one: that is asked."""
    if not {act.slots.period for act in understood.acts} & {MONTH_BEFORE, PERIOD_BEFORE}:
        return understood
    data_day = said.who.agency.data_day
    closed = period_before(period_on(said.day, data_day, said.calendar), data_day, said.calendar).key
    calendars = f"{said.day.replace(day=1) - timedelta(days=1):%Y-%m}"
    meant = {PERIOD_BEFORE: (closed,), MONTH_BEFORE: tuple(dict.fromkeys((closed, calendars)))}
    readings = [
        tuple(act.with_slots(period=month) for month in meant.get(act.slots.period or "", (act.slots.period,)))
        for act in understood.acts
    ]
    acts = tuple(each[0] for each in readings)
    if all(len(each) == 1 for each in readings):
        return Understanding(acts, understood.sure, acts if understood.readings else ())
    return Understanding(acts, False, readings[0] if len(readings) == 1 else acts)
