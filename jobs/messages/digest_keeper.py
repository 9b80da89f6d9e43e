"""The keeper's morning: the office's heartbeat, who was not reached and why, whose results are missing."""

from collections import Counter
from collections.abc import Sequence

from jobs.messages.digest_budget import budget_blocks
from jobs.messages.digest_staff import close_text
from jobs.messages.layout import Block
from jobs.messages.phrases import called, numbers_of, people_named
from jobs.messages.trial import trial_lines
from jobs.morning import Morning
from jobs.outcomes import Outcome, outcome
from jobs.rules.digest import Results, is_checked, is_first_of_month, missing_result, results_are_news, results_of
from jobs.rules.items import Item
from jobs.rules.reporting_period import is_asked
from locales.formats import month_name
from locales.translate import Translator
from storage.queries.bare_texts import bare_entries
from storage.queries.joining import open_requests
from storage.queries.reach import Reach

MOST_NAMED = 6


def heartbeat_lines(_: Translator, facts: Morning) -> list[str]:
    """Always at least one line: that it comes shows that the office's machine works."""
    return outcome_lines(_, outcome(facts))


def outcome_lines(_: Translator, found: Outcome) -> list[str]:
    """How the morning went: how many were reached, who was not and why."""
    if found.trial:
        return trial_lines(_, found.trial)
    if not found.total:
        return [_("Sáng nay không ai có việc đến ngày nhắc, em không nhắn ai.")]
    lines = [_("Sáng nay đã nhắc {reached}/{total} người.", reached=found.reached, total=found.total)]
    if found.waiting:
        lines.append(_.plural("Còn {n} tin đang chờ gửi.", "Còn {n} tin đang chờ gửi.", found.waiting))
    if found.missed:
        missed = [f"{called(_, who)}: {reason(_, why)}" for who, why in found.missed]
        named = people_named(_, missed, MOST_NAMED, between="; ")
        lines.append(_("Chưa nhắc được: {named}.", named=named))
    return lines


def wishes_lines(_: Translator, facts: Morning) -> list[str]:
    """Who asked to be let in and still waits for a word."""
    n = len({wish.chat_id for wish in open_requests(facts.session, facts.agency.id)})
    if not n:
        return []
    return [
        _.plural(
            '{n} người xin kết nối đang chờ; nhắn "ai chưa kết nối" để xem.',
            '{n} người xin kết nối đang chờ; nhắn "ai chưa kết nối" để xem.',
            n,
        )
    ]


def reason(_: Translator, why: Reach) -> str:
    match why:
        case Reach.NOT_JOINED:
            return _("chưa kết nối")
        case Reach.CHAT_OFF:
            return _("không nhận được tin của em")
        case _other:
            return _("kênh nhắn tin đang ngừng")


def results_lines(_: Translator, facts: Morning) -> list[str]:
    """Results of the period by unit while they are asked, and the morning after the close."""
    day = facts.day
    results = results_of(facts.items, day)
    if results is None and is_asked(day.period, day.today):
        asked = tuple(item for item in facts.items if is_checked(item, day.period))
        results = Results(day.period, asked, tuple(i for i in asked if missing_result(i, day.period)))
    if results is None or not results.asked:
        return []
    month = month_name(results.period.key, _.language)
    n = len(results.missing)
    if results.period is day.closed:
        heading = _("Kết quả {month} đã chốt, còn thiếu {n} phần việc", month=month, n=n)
    else:
        heading = _(
            "Kết quả {month}, chốt {close}, còn thiếu {n} phần việc", month=month, close=close_text(_, facts), n=n
        )
    return [heading, by_unit(facts, results.asked, results.missing)]


def bare_lines(_: Translator, facts: Morning) -> list[str]:
    """While the period's paper is made: results without accents wait for some."""
    n = len(bare_entries(facts.session, facts.agency.id)) if results_are_news(facts.day) else 0
    return [_("{n} kết quả chưa có dấu, nhắn: chữ chưa dấu", n=n)] if n else []


def by_unit(facts: Morning, asked: Sequence[Item], missing: Sequence[Item]) -> str:
    """ "VP 10/10 · VHXH 24/26"."""
    shown = []
    for unit in facts.units.values():
        total = sum(item.unit_id == unit.id for item in asked)
        if total:
            have = total - sum(item.unit_id == unit.id for item in missing)
            shown.append(f"{unit.short_name} {have}/{total}")
    return " · ".join(shown)


def by_unit_count(facts: Morning, items: Sequence[Item]) -> str:
    """ "VP 3 · VHXH 20"."""
    counts = Counter(item.unit_id for item in items)
    return " · ".join(f"{unit.short_name} {counts[unit.id]}" for unit in facts.units.values() if counts[unit.id])


def keeper_blocks(_: Translator, facts: Morning) -> list[Block]:
    """Heartbeat, results missing by unit, and once a month the duties without any date."""
    blocks = [
        Block(plain=(*heartbeat_lines(_, facts), *wishes_lines(_, facts))),
        Block(plain=tuple(results_lines(_, facts))),
        *budget_blocks(_, facts),
        Block(plain=tuple(bare_lines(_, facts))),
    ]
    undated = [
        i for i in facts.items if i.open and i.due_on is None and i.target_on is None and not (i.ongoing or i.closing)
    ]
    if undated and is_first_of_month(facts.day):
        blocks.append(Block(plain=(_("Chưa có thời hạn: {numbers}", numbers=numbers_of(undated)),)))
    return blocks
