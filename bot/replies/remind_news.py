"""Which units were reminded of the news they owe, and which not."""

from bot.replies.reader import Reader, Reply, addressed
from bot.replies.remind import MOST_NAMED
from bot.usecases.remind_news import NewsTarget, NoNewsOwed, UrgedForNews
from jobs.clock import office_day
from jobs.messages.digest_keeper import reason
from jobs.messages.phrases import people_named
from locales.formats import month_name


def urged(result: UrgedForNews, reader: Reader) -> Reply:
    _ = reader.words
    lines = [_headline(result, reader)]
    if result.missed:
        why = [f"{_named(at, result, reader)}: {reason(_, reach)}" for at, reach in result.missed]
        lines.append(_("Chưa nhắc được: {named}.", named=people_named(_, why, MOST_NAMED, between="; ")))
    if result.already:
        already = [_named(at, result, reader) for at in result.already]
        lines.append(_("Hôm nay đã nhắc rồi: {named}.", named=people_named(_, already, MOST_NAMED)))
    if result.own:
        own = ", ".join(f"{at.unit.short_name} {_count(at)}" for at in result.own)
        lines.append(_("Phần của {call}: {units}.", call=reader.call, units=own))
    return Reply("\n".join(lines), polite=bool(result.reached))


def _headline(result: UrgedForNews, reader: Reader) -> str:
    _ = reader.words
    month = month_name(result.month, _.language)
    if not result.reached:
        return _("em chưa nhắc thêm ai về tin, bài {month}.", month=month)
    named = people_named(_, [_named(at, result, reader) for at in result.reached], MOST_NAMED)
    if result.leaves is None:
        return _("em đã nhắc gửi tin, bài {month}: {named}.", month=month, named=named)
    when = f"{reader.hour(result.leaves)} {reader.day_words(office_day(result.leaves, reader.person.agency.time_zone))}"
    return _("ngoài giờ làm việc nên {when} em mới nhắc gửi tin, bài {month}: {named}.", when=when, month=month, named=named)  # fmt: skip


def _named(at: NewsTarget, result: UrgedForNews, reader: Reader) -> str:
    """ "VHXH – chị Lan (0/1)"."""
    who = f" – {addressed(at.person, reader)}" if at.person and not result.by_unit else ""
    return f"{at.unit.short_name}{who} ({_count(at)})"


def _count(at: NewsTarget) -> str:
    return f"{at.standing.count}/{at.standing.owed}"


def nothing_owed(result: NoNewsOwed, reader: Reader) -> Reply:
    _ = reader.words
    month = month_name(result.month, _.language)
    if result.unit and result.standing:
        have = f"{result.standing.count}/{result.standing.owed}"
        return Reply(_("em chưa nhắc ai: {unit} đã đủ tin, bài {month} ({have}).", unit=result.unit.short_name, month=month, have=have))  # fmt: skip
    if result.unit or not result.known:
        whom = result.unit.short_name if result.unit else _("các đơn vị")
        return Reply(_("em chưa nhắc ai: {whom} không có chỉ tiêu tin, bài.", whom=whom))
    return Reply(_("em chưa nhắc ai: các đơn vị đã đủ tin, bài {month}.", month=month))
