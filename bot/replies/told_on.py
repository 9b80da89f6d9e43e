"""What people told on a day, a line each: "Chị Lan (VHXH): 7 – xong · 8 – 15 tin"."""

from bot.replies.given import given_words
from bot.replies.reader import Reader, Reply, addressed
from bot.replies.ten_lines import MOST_LINES
from bot.usecases.told_on import ToldOn, ToldThis
from jobs.messages.phrases import shortened
from jobs.rules.text import capital
from storage.kinds import EventKind
from storage.models.organisation import Unit
from storage.queries.people import Person

LONGEST_THING = 50
MOST_THINGS = 6
"""Of one person; what is more is counted."""


def told_on(result: ToldOn, reader: Reader) -> Reply:
    _ = reader.words
    day = _("hôm nay") if result.day == reader.day else capital(reader.day_words(result.day))
    foot = [_('Ai còn thiếu kết quả, {call} nhắn "còn thiếu kết quả của ai?".', call=reader.call)]
    foot = [] if result.scope.person else foot
    if not result.by:
        who = _of_whom(result, reader)
        text = _("{day} {who} chưa báo gì.", day=day, who=who) if who else _("{day} chưa ai báo gì.", day=day)
        return Reply(" ".join([text, *foot]), polite=False)
    n = len(result.by)
    head = _.plural("{day} có {n} người báo:", "{day} có {n} người báo:", n, day=day)
    room = MOST_LINES - 2
    lines = [_line(person, unit, told, result, reader) for person, unit, told in result.by]
    if len(lines) > room:
        left = result.by[room - 1 :]
        more = _.plural("và {n} người khác", "và {n} người khác", len(left))
        ask = next((f"hôm nay {unit.short_name} báo gì" for _person, unit, _told in left if unit), "")
        one = _('{more}; xem đủ một đơn vị, {call} nhắn, ví dụ "{ask}".', more=more, call=reader.call, ask=ask)
        lines = [*lines[: room - 1], one if ask and not result.scope.units else f"{more}."]
    return Reply("\n".join([head, *lines, *foot]), _about(result), polite=False)


def _of_whom(result: ToldOn, reader: Reader) -> str:
    """ "" for the whole office."""
    person = result.scope.person
    if person:
        return reader.call if person.id == reader.person.id else addressed(person, reader)
    return ", ".join(unit.short_name for unit in result.scope.units)


def _line(person: Person, unit: Unit | None, told: tuple[ToldThis, ...], result: ToldOn, reader: Reader) -> str:
    _ = reader.words
    who = capital(addressed(person, reader))
    if unit and not result.scope.one_unit and not result.scope.person:
        who += f" ({unit.short_name})"
    things = list(dict.fromkeys(_thing(each, reader) for each in told))
    more = len(things) - MOST_THINGS
    said = " · ".join(things[:MOST_THINGS])
    if more > 0:
        said += _.plural(" và {n} việc khác", " và {n} việc khác", more)
    return _("{who}: {numbers}", who=who, numbers=said)


def _thing(told: ToldThis, reader: Reader) -> str:
    """ "26 – vướng: chờ Sở"; of restricted work nothing but its number."""
    _ = reader.words
    if told.line is None:
        return _("tin {code}", code=told.code)
    n, hidden = told.line.number, told.line.task.restricted
    return str(n) if hidden else f"{n} – {shortened(_what(told, reader), LONGEST_THING)}"


def _what(told: ToldThis, reader: Reader) -> str:
    _ = reader.words
    words = told.event.text
    if told.given:
        return given_words(told.given, reader)
    if told.event.kind is EventKind.DATE_ASKED and told.wished:
        return _("xin lùi đến {day}", day=reader.short(told.wished))
    if told.event.kind is EventKind.EXPLAINED:
        return _("giải trình: {reason}", reason=words)
    if told.event.kind is EventKind.GIVEN_BACK:
        return _("xin trả lại")
    if told.event.kind is EventKind.TAKE_ASKED:
        return _("xin nhận")
    return _("xong {document}", document=words) if words else _("xong")


def _about(result: ToldOn) -> tuple[int, ...]:
    lines = (each.line for _person, _unit, told in result.by for each in told)
    return tuple(dict.fromkeys(line.duty.id for line in lines if line))
