"""Until when a line is left out of somebody's mornings."""

from bot.replies.reader import Reader, Reply, named
from bot.usecases.snooze import Snoozed, SnoozeNotYours, SnoozeUndone, SnoozeUntilWhen, TooNear


def snoozed(result: Snoozed, reader: Reader) -> Reply:
    _ = reader.words
    what, day = named(result.line, reader), reader.day_words(result.until)
    if result.capped and result.line.duty.due_on:
        due = reader.short(result.line.duty.due_on)
        text = _("hạn {what} là {due} nên sáng {day} em nhắc lại; hạn giữ nguyên.", what=what, due=due, day=day)
    else:
        text = _("sáng {day} em nhắc lại {what}; hạn giữ nguyên.", what=what, day=day)
    return Reply(text, (result.line.duty.id,), undoable=True)


def too_near(result: TooNear, reader: Reader) -> Reply:
    _ = reader.words
    text = _("{what} đã đến hạn hoặc quá hạn nên em vẫn nhắc; em chưa thay đổi gì.", what=named(result.line, reader))
    return Reply(text, (result.line.duty.id,))


def not_yours(result: SnoozeNotYours, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(
        _("{what} em không nhắc riêng {call} nên chưa hẹn gì.", what=named(result.line, reader), call=reader.call)
    )


def until_when(result: SnoozeUntilWhen, reader: Reader) -> Reply:
    _ = reader.words
    text = _(
        'em chỉ nhắc trong tin buổi sáng nên chưa hẹn gì. {Call} cho em xin ngày, ví dụ: "mai nhắc lại việc {n}".',
        Call=reader.Call,
        n=result.number or 2,
    )
    return Reply(text)


def undone(result: SnoozeUndone, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(_("em đã bỏ hẹn nhắc lại {what}.", what=named(result.line, reader)), (result.line.duty.id,))
