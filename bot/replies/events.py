"""Why a task is late, and events that its days are counted from."""

from bot.replies.buttons import answer_row
from bot.replies.explanations import who_reads
from bot.replies.reader import Reader, Reply, named
from bot.usecases.event_day import EventBegun, EventDayOdd, WhichEvent
from bot.usecases.explain import Explained, ExplanationMissing
from jobs.rules.deadlines.model import Offset, OffsetUnit


def explained(result: Explained, reader: Reader) -> Reply:
    _ = reader.words
    what = named(result.line, reader, period=True)
    if result.line.task.restricted:
        text = _("em đã ghi giải trình của {what}.", what=what)
    else:
        text = _("em đã ghi giải trình của {what}: {reason}.", what=what, reason=result.text)
    text += who_reads(result.kept, reader)
    return Reply(text, (result.line.duty.id,), undoable=True)


def explanation_missing(result: ExplanationMissing, reader: Reader) -> Reply:
    _ = reader.words
    text = _(
        'em chưa rõ lý do nên chưa ghi giải trình của {what}. {Call} nhắn, ví dụ: "giải trình {n}: chờ văn bản của Sở"',
        what=named(result.line, reader, period=True), Call=reader.Call, n=result.line.number,
    )  # fmt: skip
    return Reply(text, (result.line.duty.id,))


def begun(result: EventBegun, reader: Reader) -> Reply:
    _ = reader.words
    line = result.line
    due = reader.day_words(line.duty.due_on or reader.day)
    what, day = named(line, reader, period=True), reader.short(result.day)
    if result.again:
        text = _("{what} đã ghi sự kiện ngày {day}, hạn {due}; em giữ nguyên.", what=what, day=day, due=due)
        return Reply(text, (line.duty.id,))
    words = _("có sự kiện") if line.task.restricted or not result.words else result.words
    text = _(
        "em đã ghi {what}: {words} ngày {day}; hạn {due} ({offset} kể từ ngày đó).",
        what=what, words=words, day=day, due=due, offset=_offset_words(result.offset, reader),
    )  # fmt: skip
    return Reply(text, (line.duty.id,), undoable=True)


def _offset_words(offset: Offset, reader: Reader) -> str:
    _, n = reader.words, abs(offset.n)
    return {
        OffsetUnit.WORKING_DAY: _.plural("{n} ngày làm việc", "{n} ngày làm việc", n),
        OffsetUnit.DAY: _.plural("{n} ngày", "{n} ngày", n),
        OffsetUnit.HOUR: _.plural("{n} giờ", "{n} giờ", n),
        OffsetUnit.WEEK: _.plural("{n} tuần", "{n} tuần", n),
        OffsetUnit.MONTH: _.plural("{n} tháng", "{n} tháng", n),
    }[offset.unit]


def which_event(result: WhichEvent, reader: Reader) -> Reply:
    _ = reader.words
    text = _(
        'ngày {day} đã ghi sự kiện cho {what}: {known}. Là đợt khác thì {call} nhắn "khác", cùng một đợt thì nhắn "vẫn vậy".',
        day=reader.short(result.day), what=named(result.line, reader, period=True), call=reader.call,
        known=_("nội dung hạn chế") if result.line.task.restricted else result.known,
    )  # fmt: skip
    return Reply(text, (result.line.duty.id,), buttons=answer_row(["khác", "vẫn vậy"]))


def day_odd(result: EventDayOdd, reader: Reader) -> Reply:
    _ = reader.words
    if result.day > reader.day:
        text = _(
            "ngày {day} chưa đến nên em chưa ghi gì cho {what}; khi có, {call} nhắn lại giúp em.",
            day=reader.short(result.day), what=named(result.line, reader, period=True), call=reader.call,
        )  # fmt: skip
    else:
        text = _(
            "em đọc là ngày {day}, đã lâu nên chưa ghi gì cho {what}; nếu đúng ngày khác, {call} nhắn lại đủ ngày, tháng, năm.",
            day=f"{result.day:%d/%m/%Y}", what=named(result.line, reader, period=True), call=reader.call,
        )  # fmt: skip
    return Reply(text, (result.line.duty.id,))
