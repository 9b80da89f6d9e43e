"""Acts that look at work: whose it is about, which days, and what is shown of it. Nothing here changes anything."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from sqlmodel import Session

from bot.asking import NeedsNumber, Option, on_yes
from bot.handlers.duty_acts import Done
from bot.understanding.intents import LISTED, TOLD, Act
from bot.usecases import card as cards
from bot.usecases import missing_results, period_figures, period_report, plan_file, views, work_lists
from bot.usecases import my_results as results
from bot.usecases import next_morning as coming
from bot.usecases import search as searching
from bot.usecases import six_clear as clear
from bot.usecases import weekly_summary as weekly
from bot.usecases.awaiting import awaiting, wishes_of
from bot.usecases.named_work import work_named
from bot.usecases.person_work import person_work
from bot.usecases.said import Said
from bot.usecases.scope import Scope, WhoIsMeant, scope_of, sees_all
from bot.usecases.told_on import told_on
from bot.usecases.which_duty import UnknownNumber
from bot.usecases.who_is import named
from storage.queries import duties as duty_queries
from storage.queries.people import people

MOST_CARDS = 2
"""So many tasks are shown in full; of more there is one line each."""

Look = Callable[[Session, Said, Scope], object]


def _in_scope(session: Session, said: Said, act: Act, look: Look) -> Done:
    """`look` at the work the words are about; a name that fits several people is asked about."""
    scope = scope_of(session, said, act.slots)
    if isinstance(scope, Scope):
        return Done((look(session, said, scope),))
    return Done((scope,), _people(scope, act) if isinstance(scope, WhoIsMeant) else ())


def _people(asked: WhoIsMeant, act: Act) -> tuple[Option, ...]:
    names = (person.staff.full_name for person in asked.candidates)
    return tuple(Option(name, act.with_slots(person=name)) for name in names)


def card(session: Session, said: Said, act: Act, _duty_id: int | None) -> Done:
    """The tasks named by number or words, else the one spoken of; of a request passed on that nothing is kept is said first."""
    numbers = act.slots.task_ids
    if not numbers and act.slots.topic in (None, "passed_on"):
        lines = duty_queries.lines_by_ids(session, said.agency_id, said.about)
        numbers = tuple(dict.fromkeys(x.number for x in lines))[:1]
    elif act.slots.topic and not numbers:
        work = searching.search(session, said, act.slots.topic)
        if len(work.open) != 1:
            return Done((work,))
        numbers = (work.open[0].number,)
    if len(numbers) > MOST_CARDS:
        found: list[object] = [cards.several(session, said, numbers)]
    else:
        found = [cards.card(session, said, n) or UnknownNumber(n) for n in numbers]
    if act.slots.topic == "passed_on" and any(isinstance(each, cards.Card | cards.SeveralTasks) for each in found):
        found.insert(0, views.PassedOn(numbers))
    return Done(tuple(found) or (NeedsNumber(),))


def status_unit(session: Session, said: Said, act: Act, _duty_id: int | None) -> Done:
    """A unit's figures, of the span that is named; a person's work where a person is named."""
    if act.slots.person and not act.slots.unit:
        return _in_scope(session, said, act, lambda s, who, scope: person_work(s, who, scope.person or who.who))
    name = act.slots.unit_full
    if act.slots.unit and not name:
        scope = scope_of(session, said, act.slots)
        if isinstance(scope, views.UnknownUnit):  # a name that fits none or several is not one's own unit
            return Done((scope,))
    found = views.unit_overview(session, said, name, listed=act.slots.topic == LISTED)
    if isinstance(found, views.UnitOverview) and act.slots.period and not _now(said, act):
        return Done((period_figures.period_figures(session, said, act.slots.period, unit=found.unit),))
    return Done((found,))


def status(session: Session, said: Said, act: Act, _duty_id: int | None) -> Done:
    """The plans' figures, or each unit's; of a span that is over those of its end, never today's in silence."""
    period, each = act.slots.period, act.slots.everybody
    if period and _is_this_week(said, period) and not each:
        return Done((weekly.summed_week(session, said, period),))
    if period and not _now(said, act):
        return Done((period_figures.period_figures(session, said, period, act.slots.plan, by_unit=each),))
    if each:
        return Done((views.units_overview(session, said),))
    return Done(_of_a_title(session, said, act.slots.plan) or (views.overview(session, said, act.slots.plan),))


def _of_a_title(session: Session, said: Said, words: str | None) -> tuple[object, ...]:
    """The cards of tasks called "kế hoạch …", where no plan is called so."""
    if not words or any(views.is_named(found.plan, words) for found in views.overview(session, said).plans):
        return ()
    lines = work_named(session, said, words, to_report=False)
    found = tuple(cards.card(session, said, line.number) for line in lines)
    return found if len(found) == 1 else (searching.Found(words, lines),) if found else ()


def report(session: Session, said: Said, act: Act, _duty_id: int | None) -> Done:
    """Figures and gaps of the period, and that the paper itself is not made here; the running week is summed up."""
    slots = act.slots
    if slots.which == "week":
        slots = replace(slots, period=f"{said.day:%G-W%V}")
    not_sent = _not_sent(session, said, slots.topic)
    if slots.period and _is_this_week(said, slots.period) and not slots.unit:
        return Done((*not_sent, weekly.summed_week(session, said, slots.period)))
    unit = scope_of(session, said, slots) if slots.unit else Scope()
    if not isinstance(unit, Scope):
        return Done((unit,))
    if slots.topic == LISTED and not slots.period:
        one = unit.one_unit
        shown = (
            views.unit_overview(session, said, one.name, listed=True) if one else views.units_overview(session, said)
        )
        return Done((period_report.NoListFile(), shown))
    return Done((*not_sent, period_report.period_report(session, said, slots.period, slots.plan, unit.one_unit)))


def _not_sent(session: Session, said: Said, to: str | None) -> tuple[period_report.NotSent, ...]:
    """ "Gửi báo cáo tuần cho chị Ánh": it is shown here, and sent by nobody."""
    found = named(people(session, said.agency_id, said.day), to) if to else []
    return (period_report.NotSent(found[0]),) if len(found) == 1 and found[0].id != said.who.id else ()


def _is_this_week(said: Said, period: str) -> bool:
    return "-W" in period and period_figures.is_running(said, period)


def my_results(session: Session, said: Said, act: Act, _duty_id: int | None) -> Done:
    """One's own results, or those of a person whose work one may see."""

    def look(s: Session, who: Said, scope: Scope) -> object:
        return results.my_results(s, who, scope.person or who.owner, act.slots.period)

    return _in_scope(session, said, act.with_slots(own=not act.slots.person), look)


def preview(session: Session, said: Said, _act: Act, _duty_id: int | None) -> Done:
    return Done((coming.next_morning(session, said),))


def six_clear(session: Session, said: Said, act: Act, _duty_id: int | None) -> Done:
    numbers = act.slots.task_ids
    return Done(tuple(clear.six_clear(session, said, n) or UnknownNumber(n) for n in numbers))


def _now(said: Said, act: Act) -> bool:
    return period_figures.is_running(said, act.slots.period)


def own_list(session: Session, said: Said, act: Act, _duty_id: int | None) -> Done:
    """ "Còn việc gì chưa xong" of somebody above all units who has no work himself is about the units."""
    if act.slots.to_decide and act.slots.person:
        return _in_scope(session, said, act, lambda s, on, scope: wishes_of(s, on, scope.person or on.owner))
    if act.slots.to_decide:
        others, wishes = act.slots.everybody and sees_all(said.who), act.slots.which == "wishes"
        return Done((awaiting(session, said, others=others and not wishes, wishes_only=wishes),))
    found = views.own_list(session, said)
    if act.slots.everybody and not (found.total or found.to_decide) and sees_all(said.who):
        return Done((views.units_overview(session, said),))
    return Done((found,))


def _explained(session: Session, said: Said, scope: Scope) -> object:
    """ "Vinh giải trình chưa": the cards of what is late say it; of much that is late there is one line each."""
    found = work_lists.late(session, said, scope)
    numbers = [line.number for line in found.lines]
    return (
        cards.several(session, said, numbers)
        if len(numbers) > 1
        else cards.card(session, said, *numbers)
        if numbers
        else found
    )


def late(session: Session, said: Said, act: Act, _duty_id: int | None) -> Done:
    """By unit for the whole office; of a unit, a person or the sender line by line."""
    slots = act.slots
    if slots.topic == "explained":
        return _in_scope(session, said, act, _explained)
    if slots.own or slots.unit or slots.person:
        return _in_scope(session, said, act, work_lists.late)
    return Done((views.late_by_unit(session, said),))


def slipping(session: Session, said: Said, act: Act, _duty_id: int | None) -> Done:
    return _in_scope(session, said, act, work_lists.slipping)


def stuck(session: Session, said: Said, act: Act, _duty_id: int | None) -> Done:
    return _in_scope(session, said, act, work_lists.stuck)


def soon(session: Session, said: Said, act: Act, _duty_id: int | None) -> Done:
    """Without days, staff read their own list, in which what is near stands beside what is late."""
    slots = act.slots
    named = slots.own or slots.unit or slots.person or slots.date or slots.period or slots.duration
    if not named and not (sees_all(said.who) or said.who.heads):
        return Done((views.own_list(session, said),))

    def look(s: Session, who: Said, scope: Scope) -> object:
        return work_lists.own_soon(s, who, scope, slots)

    return _in_scope(session, said, act, look)


def missing(session: Session, said: Said, act: Act, _duty_id: int | None) -> Done:
    """Of all units, unless one, or a person, is named; or only when the month closes; or what was told on a day."""
    slots = act.slots
    if slots.mode == "close":
        return Done((missing_results.closing_day(session, said, slots.period),))
    if slots.topic == TOLD:
        named_one = slots.own or slots.unit or slots.person
        return (
            _in_scope(session, said, act, _told(slots.date))
            if named_one
            else Done((told_on(session, said, Scope(), slots.date),))
        )
    if slots.own or slots.unit or slots.person:
        return _in_scope(
            session, said, act, lambda s, who, scope: missing_results.missing_results(s, who, scope, slots.period)
        )
    return Done((missing_results.missing_results(session, said, Scope(), slots.period),))


def _told(day: date | None) -> Look:
    """Of a unit whose people the reader may not see, how many have answered."""

    def look(session: Session, said: Said, scope: Scope) -> object:
        seen = sees_all(said.who) or {unit.id for unit in scope.units} <= said.who.unit_ids
        return told_on(session, said, scope, day) if seen else missing_results.missing_results(session, said, scope)

    return look


def unowned(session: Session, said: Said, act: Act, _duty_id: int | None) -> Done:
    return _in_scope(session, said, act, lambda s, who, scope: work_lists.unowned(s, who, scope, act.slots.topic))


def search(session: Session, said: Said, act: Act, _duty_id: int | None) -> Done:
    return Done((searching.search(session, said, act.slots.text or ""),))


def plan_document(session: Session, said: Said, act: Act, _duty_id: int | None) -> Done:
    """A plan's file; which of several is asked."""
    result = plan_file.plan_file(session, said, act.slots.plan)
    if not isinstance(result, plan_file.WhichPlanFile):
        return Done((result,))
    meant = tuple((plan.short_title, act.with_slots(plan=plan.short_title)) for plan in result.plans)
    options = tuple(Option(title, one) for title, one in meant)
    return Done((result,), (*options, *(on_yes(meant[0][1]) if len(meant) == 1 else ())))
