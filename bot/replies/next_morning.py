"""What tomorrow morning would bring."""

from bot.replies.going_live import on_trial
from bot.replies.reader import Reader, Reply, addressed
from bot.replies.ten_lines import MOST_LINES
from bot.usecases.next_morning import NextMorning
from jobs.messages.phrases import people_named
from locales.formats import weekday_full_day

MOST_NAMED = 8


def next_morning(result: NextMorning, reader: Reader) -> Reply:
    _ = reader.words
    day = weekday_full_day(result.day, _.language)
    blocks = [_("sáng {day}, nếu đến lúc đó không có gì thay đổi:", day=day)]
    if result.trial:
        blocks.append(on_trial(result.trial, reader))
    if result.told is not None:
        blocks.append(_others(result, reader))
    blocks += _own(result, reader, MOST_LINES - len(blocks))
    return Reply("\n".join(blocks), polite=False)


def _others(result: NextMorning, reader: Reader) -> str:
    _, told = reader.words, result.told or ()
    if not told:
        return (
            _("Em không nhắc ai khác trong cơ quan.") if result.of_office else _("Em không nhắc ai khác trong đơn vị.")
        )
    names = people_named(_, [addressed(person, reader) for person in told], MOST_NAMED)
    return _.plural("Em nhắc {n} người khác: {names}.", "Em nhắc {n} người khác: {names}.", len(told), names=names)


def _own(result: NextMorning, reader: Reader, room: int) -> list[str]:
    """The message as it would read, without the blank lines; of a long one the beginning."""
    _ = reader.words
    lines = [line for line in result.own.split("\n") if line]
    if not lines:
        return [_("Em không có tin nào gửi {call}.", call=reader.call)]
    head = _("Tin gửi {call}:", call=reader.call)
    if len(lines) + 1 <= room:
        return [head, *lines]
    more = len(lines) - (room - 2)
    return [head, *lines[: room - 2], _.plural("… và {n} dòng nữa", "… và {n} dòng nữa", more)]
