"""What was taken back, what would be, and why something is not."""

from datetime import date

from bot.replies.reader import Reader, Reply, addressed, named
from bot.usecases.undo import NotUndoable, SomebodyActed, Undone
from bot.usecases.undo_meant import Dropped, LastDropped
from jobs.rules.text import capital
from storage.kinds import DutyState, EventKind
from storage.queries.duties import DutyLine


def dropped(what: Dropped, reader: Reader) -> str:
    """ "bỏ kết quả “80%” của việc 7 (Tập huấn)": one change, as something that is dropped."""
    _ = reader.words
    if what.news:
        return _('bỏ tin, bài "{title}"', title=what.news.title)
    if what.line is None:
        return _("bỏ điều vừa ghi")
    task = named(what.line, reader)
    words = "" if what.line.task.restricted else what.text
    parts = {
        EventKind.REPORTED: _("bỏ phần báo xong {what}", what=task),
        EventKind.RESULT: _("bỏ kết quả “{words}” của {what}", what=task, words=words)
        if words
        else _("bỏ kết quả vừa ghi của {what}", what=task),
        EventKind.NONE_AROSE: _("bỏ phần không phát sinh của {what}", what=task),
        EventKind.RECEIVED: _("bỏ phần đã nhận {what}", what=task),
        EventKind.ACCEPTED: _("bỏ phần duyệt {what}", what=task),
        EventKind.RETURNED: _("bỏ phần trả lại {what}", what=task),
        EventKind.REOPEN_ASKED: _("bỏ đề nghị mở lại {what}", what=task),
        EventKind.REOPEN_REFUSED: _("bỏ phần chưa đồng ý mở lại {what}", what=task),
        EventKind.ASSIGNED: _("bỏ phần giao {what}", what=task),
        EventKind.GIVEN_BACK: _("bỏ phần xin trả lại {what}", what=task),
        EventKind.TAKE_ASKED: _("bỏ phần xin nhận {what}", what=task),
        EventKind.TASK_ADDED: _("thôi theo dõi {what}", what=task),
        EventKind.CANCELLED: _("theo dõi lại {what}", what=task),
        EventKind.TARGET_SET: _("bỏ mốc nội bộ vừa đặt của {what}", what=task),
        EventKind.DUE_SET: _("bỏ hạn vừa đặt của {what}", what=task),
        EventKind.DATE_ASKED: _("bỏ đề nghị lùi {what}", what=task),
        EventKind.DATE_REFUSED: _("bỏ phần chưa đồng ý lùi {what}", what=task),
        EventKind.EXPLAINED: _("bỏ giải trình vừa ghi của {what}", what=task),
        EventKind.EXPLANATION_ASKED: _("bỏ đề nghị giải trình {what}", what=task),
        EventKind.EVENT_BEGUN: _("bỏ sự kiện vừa ghi của {what}", what=task),
        EventKind.EVIDENCE_OUT: _("giữ lại tệp vừa bỏ của {what}", what=task),
        EventKind.EVIDENCE_ADDED: _("bỏ sản phẩm vừa ghi của {what}", what=task),
    }
    return parts.get(what.kind) or _("bỏ điều vừa ghi của {what}", what=task)


def undone(result: Undone, reader: Reader) -> Reply:
    _ = reader.words
    line = result.line
    text = _("em đã {dropped}", dropped=dropped(Dropped(result.kind, line, result.news, result.text), reader))
    if line is None:
        return Reply(f"{text}.")
    if result.kind in (EventKind.REPORTED, EventKind.ACCEPTED, EventKind.RETURNED):
        text += f", {_back_to(line, reader)}"
    elif result.kind is EventKind.DUE_SET:
        text += f", {_due_again(line, reader)}"
    elif result.kind in (EventKind.DATE_REFUSED, EventKind.REOPEN_REFUSED):
        text += _("; đề nghị lại chờ quyết định")
    elif result.again and result.again.to_on:
        text += _("; đề nghị trước đó, đến {day}, lại chờ quyết định", day=reader.short(result.again.to_on))
    text += "."
    if result.kind is EventKind.REPORTED and result.decider and result.decider.id != reader.person.id:
        text += " " + _(
            "Việc không còn chờ {decider} duyệt nên {call} không cần báo {decider}.",
            decider=addressed(result.decider, reader),
            call=reader.call,
        )
    return Reply(text, (line.duty.id,))


def last_dropped(result: LastDropped, reader: Reader) -> Reply:
    """The answer to "em vừa hoàn tác cái gì"."""
    _ = reader.words
    if result.at is None:
        return Reply(_("hôm nay {call} chưa hoàn tác gì.", call=reader.call))
    what = "; ".join(dict.fromkeys(dropped(each, reader) for each in result.dropped)) or _("bỏ điều vừa ghi")
    about = tuple(each.line.duty.id for each in result.dropped if each.line)
    text = _("lúc {hour} em đã {dropped}.", hour=reader.hour(result.at), dropped=what)
    if result.wanted:
        text += " " + _("Em không tự ghi lại được; {call} nhắn lại nội dung ấy giúp em.", call=reader.call)
    return Reply(text, about)


def _due_again(line: DutyLine, reader: Reader) -> str:
    _ = reader.words
    due = line.duty.due_on
    return _("hạn lại là {day}", day=reader.short(due)) if due else _("việc lại chưa có hạn")


def _back_to(line: DutyLine, reader: Reader) -> str:
    _ = reader.words
    return {
        DutyState.OPEN: _("việc trở lại chưa thực hiện"),
        DutyState.IN_PROGRESS: _("việc trở lại đang thực hiện"),
        DutyState.ACCEPTED: _("việc lại là đã hoàn thành"),
    }.get(line.duty.state, _("việc lại chờ duyệt"))


def somebody_acted(result: SomebodyActed, reader: Reader) -> Reply:
    _ = reader.words
    n, by = result.line.number, addressed(result.by, reader)
    if result.event.kind is EventKind.ACCEPTED:
        text = _(
            'việc {n} {by} đã duyệt {when} nên em không tự bỏ được. {Call} nhắn kèm lý do, ví dụ "mở lại {n} vì sai số liệu", em gửi {by}.',
            n=n, by=by, when=_accepted_when(result, reader), Call=reader.Call,
        )  # fmt: skip
    else:
        text = _(
            "việc {n} {by} đã cập nhật lúc {hour} nên em không tự bỏ được; {call} trao đổi với {by} giúp em.",
            n=n, by=by, hour=reader.hour(result.event.at), call=reader.call,
        )  # fmt: skip
    return Reply(text, (result.line.duty.id,))


def _accepted_when(result: SomebodyActed, reader: Reader) -> str:
    _ = reader.words
    if result.event.day == reader.day:
        return _("lúc {hour}", hour=reader.hour(result.event.at))
    return _("ngày {day}", day=reader.short(result.event.day))


def not_undoable(result: NotUndoable, reader: Reader) -> Reply:
    _ = reader.words
    kinds = {EventKind.PLAN_CONFIRMED: _("việc xác nhận kế hoạch"), EventKind.URGED: _("tin nhắc đã gửi")}
    what = kinds.get(result.event.kind, _("điều vừa ghi"))
    return Reply(_("{what} em không tự bỏ được nên em chưa thay đổi gì.", what=what))


def earlier_wish_waits(line: DutyLine, day: date, by: Reader, reader: Reader) -> str:
    """At once, to who decides: the newer wish is taken back, the one that it replaced waits again."""
    _ = reader.words
    return _(
        "{By} đã bỏ đề nghị vừa gửi về {what}; đề nghị trước đó, đến {day}, lại chờ {call}.",
        By=capital(addressed(by.person, reader)), what=named(line, reader, period=True), day=reader.short(day), call=reader.call,
    )  # fmt: skip
