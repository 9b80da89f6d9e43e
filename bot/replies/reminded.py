"""Who was reminded: when, on which channel, whether it arrived, and what was answered."""

from datetime import datetime

from bot.replies.going_live import on_trial
from bot.replies.reader import Reader, Reply, addressed, named
from bot.usecases.reminded import MOST_SHOWN, MorningTold, WhoReminded
from jobs.clock import office_day
from jobs.messages.digest_keeper import outcome_lines, reason
from locales.translate import Translator
from storage.kinds import ChannelKind, NoticeState
from storage.queries.reminders import Reminder

CHANNELS = {ChannelKind.TELEGRAM: "Telegram", ChannelKind.ZALO: "Zalo", ChannelKind.CONSOLE: "Console"}


def who_reminded(result: WhoReminded, reader: Reader) -> Reply:
    _ = reader.words
    what, n = named(result.line, reader), len(result.reminders)
    if not n:
        lines = [_("{what}: em chưa nhắc ai.", what=what)]
    elif not result.people:
        last = _moment(result.reminders[0].at, reader)
        lines = [
            _.plural(
                "{what}: đã nhắc {n} lần, gần nhất {last}.",
                "{what}: đã nhắc {n} lần, gần nhất {last}.",
                n,
                what=what,
                last=last,
            )
        ]
    else:
        lines = [_.plural("{what}: đã nhắc {n} lần.", "{what}: đã nhắc {n} lần.", n, what=what)]
        lines += [_line(one, result, reader) for one in result.reminders[:MOST_SHOWN]]
        if n > MOST_SHOWN:
            lines.append(_.plural("và {n} lần trước đó", "và {n} lần trước đó", n - MOST_SHOWN))
    if result.trial:
        lines.append(on_trial(result.trial, reader))
    if result.missed:
        people = "; ".join(f"{addressed(who)}: {reason(_, why)}" for who, why in result.missed[:MOST_SHOWN])
        lines.append(_("Chưa nhắc được: {named}.", named=people))
    return Reply("\n".join(lines), result.duty_ids, polite=False)


def _line(one: Reminder, result: WhoReminded, reader: Reader) -> str:
    _ = reader.words
    who = addressed(result.people[one.staff_id]) if one.staff_id in result.people else _("người đã nghỉ")
    said = [_moment(one.at, reader), CHANNELS[one.channel], arrived(one.state, _)]
    if one.answered_at is not None:
        said.append(_("trả lời {when}", when=_moment(one.answered_at, reader)))
    return f"{who}: {', '.join(said)}"


def arrived(state: NoticeState, _: Translator) -> str:
    match state:
        case NoticeState.SENT:
            return _("đã gửi")
        case NoticeState.FAILED:
            return _("không gửi được")
        case _other:
            return _("không rõ đã đến chưa")


def _moment(at: datetime, reader: Reader) -> str:
    """ "07h30 thứ Hai 13/10"."""
    return f"{reader.hour(at)} {reader.day_words(office_day(at, reader.person.agency.time_zone))}"


def morning(result: MorningTold, reader: Reader) -> Reply:
    _ = reader.words
    if result.outcome is None:
        return Reply(_("sáng nay em chưa nhắc ai."), polite=False)
    return Reply("\n".join(outcome_lines(_, result.outcome)), polite=False)
