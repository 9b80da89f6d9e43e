"""Who was reminded: when, on which channel, whether it arrived, and what was answered."""

from datetime import datetime

from bot.replies.going_live import on_trial
from bot.replies.reader import CHANNELS, Reader, Reply, addressed, named
from bot.replies.ten_lines import MOST_LINES, some_numbers
from bot.usecases.reminded import MOST_SHOWN, MorningNotShown, MorningTold, WhoReminded
from bot.usecases.reminded_on import DayTold, OwnTold, WhichDay
from jobs.clock import office_day
from jobs.messages.digest_keeper import MOST_NAMED, outcome_lines, reason
from jobs.messages.phrases import people_named
from locales.translate import Translator
from storage.kinds import NoticeState
from storage.models.organisation import Unit
from storage.queries.people import Person
from storage.queries.reminders import Reminder


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
        people = "; ".join(f"{addressed(who, reader)}: {reason(_, why)}" for who, why in result.missed[:MOST_SHOWN])
        lines.append(_("Chưa nhắc được: {named}.", named=people))
    return Reply("\n".join(lines), result.duty_ids, polite=False)


def _line(one: Reminder, result: WhoReminded, reader: Reader) -> str:
    _ = reader.words
    who = addressed(result.people[one.staff_id], reader) if one.staff_id in result.people else _("người đã nghỉ")
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
    """At most ten lines: a line a unit, of one unit a line a person with the tasks he was told of."""
    _ = reader.words
    asked = _urged(result, reader)
    if result.outcome is None:
        return Reply("\n".join(asked) or _("sáng nay em chưa nhắc ai."), polite=False)
    if not result.shows_all:
        return _of_units(result, reader)
    head, *rest = [*outcome_lines(_, result.outcome), *asked]
    if not result.named:
        return Reply("\n".join([head, *rest]), polite=False)
    rows = [_unit_row(unit, group, reader) for unit, group in result.named]
    cut = any(len(group) > MOST_NAMED for _unit, group in result.named)
    if len(rows) + cut > (room := MOST_LINES - 1 - len(rest)):
        more = result.named[room - 2 :]
        n = sum(len(group) for _unit, group in more)
        rows, cut = [*rows[: room - 2], _("và {n} người ở {units} đơn vị khác", n=n, units=len(more))], True
    if cut and (unit := next((each for each, _group in result.named if each), None)):
        ask = f"sáng nay đã nhắc ai ở {unit.short_name}"
        rows.append(_('Xem đủ một đơn vị: {call} nhắn, ví dụ "{ask}".', call=reader.call, ask=ask))
    return Reply("\n".join([head.rstrip(".") + ":", *rows, *rest]), polite=False)


def _urged(result: MorningTold, reader: Reader) -> list[str]:
    """A line with whom somebody had reminded since the morning; none where nobody was."""
    _ = reader.words
    names = people_named(_, [addressed(who, reader) for who in result.urged], MOST_NAMED) if result.urged else ""
    return [_("Nhắc theo đề nghị hôm nay: {named}.", named=names)] if names else []


def _unit_row(unit: Unit | None, group: tuple[Person, ...], reader: Reader) -> str:
    _ = reader.words
    named = people_named(_, [addressed(who, reader) for who in group], MOST_NAMED)
    return f"{_where(unit, reader)}: {named}"


def _where(unit: Unit | None, reader: Reader) -> str:
    _ = reader.words
    return unit.short_name if unit else _("Lãnh đạo")


def of_day(result: DayTold, reader: Reader) -> Reply:
    """At most ten lines, a person a line."""
    _ = reader.words
    day, everybody = reader.day_words(result.day), [who for _unit, group in result.named for who in group]
    if not everybody:
        return Reply(_("{day} em không nhắc ai.", day=day), polite=False)
    n = len(everybody)
    head = _.plural("{day} em đã nhắc {n} người:", "{day} em đã nhắc {n} người:", n, day=day)
    if n < MOST_LINES:
        rows = [f"{_where(unit, reader)} – {_person_row(who, result, reader)}" for unit, who in _each(result)]
    else:
        rows = [_unit_row(unit, group, reader) for unit, group in result.named]
        if left := sum(len(group) for _unit, group in result.named[MOST_LINES - 2 :]):
            rows = [*rows[: MOST_LINES - 2], _.plural("và {n} người khác", "và {n} người khác", left)]
    return Reply("\n".join([head, *rows]), polite=False)


def _each(result: DayTold) -> list[tuple[Unit | None, Person]]:
    return [(unit, who) for unit, group in result.named for who in group]


def own_day(result: OwnTold, reader: Reader) -> Reply:
    """A morning somebody missed."""
    _ = reader.words
    day, call = reader.day_words(result.day), reader.call
    if result.at is not None:
        of = some_numbers(result.numbers, reader)
        text = _(
            "{day} em đã nhắc {call} lúc {hour}: việc {of}.", day=day, call=call, hour=reader.hour(result.at), of=of
        )
    elif result.failed:
        text = _("{day} em không gửi được tin nhắc cho {call}.", day=day, call=call)
    else:
        text = _("{day} em chưa nhắc {call}.", day=day, call=call)
    return Reply(text + " " + _('{Call} xem việc đang giữ: nhắn "việc của tôi".', Call=reader.Call))


def which_day(_result: WhichDay, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(_('em chỉ xem được từng ngày. {Call} nhắn, ví dụ: "hôm qua đã nhắc ai".', Call=reader.Call))


def _of_units(result: MorningTold, reader: Reader) -> Reply:
    _ = reader.words
    where = result.unit.name if result.unit else _("đơn vị của {call}", call=reader.call)
    everybody = [who for _unit, group in result.named for who in group]
    asked = _urged(result, reader)
    if not everybody:
        text = "\n".join(asked) or _("sáng nay em chưa nhắc ai ở {where}.", where=where)
        return Reply(text, polite=False)
    head = _.plural(
        "sáng nay em đã nhắc {n} người ở {where}:", "sáng nay em đã nhắc {n} người ở {where}:", len(everybody), where=where
    )  # fmt: skip
    rows = [_person_row(who, result, reader) for who in everybody]
    if more := len(rows) - (MOST_LINES - 1):
        rows = (
            rows
            if more < 1
            else [*rows[: MOST_LINES - 2], _.plural("và {n} người khác", "và {n} người khác", more + 1)]
        )
    return Reply("\n".join([head, *rows, *asked]), polite=False)


def _person_row(who: Person, result: MorningTold | DayTold, reader: Reader) -> str:
    numbers = result.numbers.get(who.id, ())
    if not numbers:
        return addressed(who, reader)
    _ = reader.words
    return _("{who}: việc {numbers}", who=addressed(who, reader), numbers=some_numbers(numbers, reader))


def morning_not_shown(result: MorningNotShown, reader: Reader) -> Reply:
    _ = reader.words
    text = _(
        "em chỉ nói đã nhắc ai ở {unit} với người của đơn vị ấy, người theo dõi kế hoạch, Văn phòng và lãnh đạo.",
        unit=result.unit.name,
    )
    return Reply(text)
