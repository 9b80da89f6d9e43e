"""What the head of office reads: plans in official classes, results, lateness by unit, news, who was reached."""

from collections.abc import Iterable

from jobs.figures import PlanFigures
from jobs.messages.digest_keeper import heartbeat_lines, results_lines
from jobs.messages.layout import Block
from jobs.messages.phrases import numbers_of
from jobs.morning import Morning
from jobs.outcomes import outcome
from jobs.rules.classes import FigureClass
from jobs.rules.items import Item, Standing, is_slipping, standing_of, unsettled
from locales.formats import month_name
from locales.translate import Translator


def plan_lines(_: Translator, facts: Morning) -> tuple[str, ...]:
    return tuple(_plan_line(_, facts, found) for found in facts.plans if found.counts.total)


def _plan_line(_: Translator, facts: Morning, found: PlanFigures) -> str:
    """ "KH CCHC 2025, 39 nhiệm vụ: hoàn thành 4, chờ duyệt 1, trong hạn 27, quá hạn 0; …"; classes add up to the total.

    What is quá hạn only because its year is not settled stands in no list of late work, so it is said apart.
    """
    counts = found.counts
    overdue = str(counts[FigureClass.OVERDUE])
    if left := _unsettled(facts, found):
        overdue += _(" ({n} việc chưa chốt năm)", n=left)
    name = found.plan.short_title if found.plan else _("Việc giao ngoài kế hoạch")
    text = _.plural(
        "{name}, {n} nhiệm vụ: hoàn thành {done}, chờ duyệt {waiting}, trong hạn {within}, quá hạn {overdue}; thường xuyên, chưa có thời hạn {undated}",
        "{name}, {n} nhiệm vụ: hoàn thành {done}, chờ duyệt {waiting}, trong hạn {within}, quá hạn {overdue}; thường xuyên, chưa có thời hạn {undated}",
        counts.total,
        name=name,
        done=counts.done,
        waiting=counts[FigureClass.WAITING],
        within=counts[FigureClass.WITHIN],
        overdue=overdue,
        undated=counts[FigureClass.UNDATED],
    )  # fmt: skip
    closed = [
        (_("không phát sinh"), counts[FigureClass.NONE_AROSE]),
        (_("chuyển năm sau"), counts[FigureClass.CARRIED_OVER]),
        (_("không thực hiện"), counts[FigureClass.NOT_DONE]),
    ]
    return text + "".join(f"; {name} {n}" for name, n in closed if n) + "."


def _unsettled(facts: Morning, found: PlanFigures) -> int:
    own = [i for i in facts.items if found.plan and i.plan_id == found.plan.id]
    return min(len(unsettled(own, facts.day.today)), found.counts[FigureClass.OVERDUE])


def numbers_by_unit(facts: Morning, items: Iterable[Item]) -> str:
    """ "TTPVHCC: 50, 57 · VHXH: 17"."""
    items = list(items)
    shown = []
    for unit in facts.units.values():
        own = [item for item in items if item.unit_id == unit.id]
        if own:
            shown.append(f"{unit.short_name}: {numbers_of(own)}")
    return " · ".join(shown)


def office_blocks(_: Translator, facts: Morning) -> list[Block]:
    day = facts.day

    overdue = [i for i in facts.items if standing_of(i, day.today, day.calendar) is Standing.OVERDUE]
    late = numbers_by_unit(facts, overdue)
    slipping = numbers_by_unit(facts, (i for i in facts.items if is_slipping(i, day.today)))
    return [
        Block(plain=plan_lines(_, facts)),
        Block(plain=(_("Quá hạn: {numbers}", numbers=late),) if late else ()),
        Block(plain=(_("Chậm mốc nội bộ: {numbers}", numbers=slipping),) if slipping else ()),
        Block(plain=tuple(results_lines(_, facts))),
        Block(plain=tuple(_news_lines(_, facts))),
        Block(plain=tuple(heartbeat_lines(_, facts)) if outcome(facts).total else ()),
    ]


def _news_lines(_: Translator, facts: Morning) -> list[str]:
    if not facts.news:
        return []
    month = month_name(facts.news[0].standing.month, _.language)
    enough = sum(not owed.standing.missing for owed in facts.news)
    return [_("Tin, bài {month}: {enough}/{total} đơn vị", month=month, enough=enough, total=len(facts.news))]
