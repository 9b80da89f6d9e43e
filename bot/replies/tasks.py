"""What was recorded of duties: done, results, received, taken back."""

from bot.replies.given import given_words, whose
from bot.replies.reader import Reader, Reply, addressed, named, numbers
from bot.usecases.give_result import Closed, NoneArose, Received, Recorded
from bot.usecases.missing_results import StillMissing
from bot.usecases.report_done import AlreadyReported, EvidenceAdded, KeptUpAllYear, NoReportWaits, Reported
from bot.usecases.undo import NotUndoable, SomebodyActed, Undone
from jobs.messages.phrases import proof_words
from jobs.rules.document_symbols import example_number
from locales.formats import clock, month_name
from storage.kinds import DutyState, EventKind
from storage.queries.duties import DutyLine


def reported(result: Reported, reader: Reader) -> Reply:
    _ = reader.words
    what = named(result.line, reader, result.named_period)
    day = reader.short(result.day)
    if result.owner:
        head = _(
            "em đã ghi hộ {owner} {what}: xong ngày {day}", owner=addressed(result.owner, reader), what=what, day=day
        )
    else:
        head = _("em đã ghi {what}: xong ngày {day}", what=what, day=day)
    hidden = result.line.task.restricted
    if result.done_on:
        head += _(" (làm xong từ {day})", day=reader.short(result.done_on))
    if result.evidence and not hidden:
        head += _(", sản phẩm {evidence}", evidence=proof_words(_, result.evidence))
    if result.brings and not hidden:
        head += _(", kết quả: {figures}", figures=result.brings)
    return Reply(f"{head}. {_next_step(result, reader)}", (result.line.duty.id,), undoable=True)


def _next_step(result: Reported, reader: Reader) -> str:
    _ = reader.words
    if result.product_by:
        return _(
            "Việc cần văn bản nên em ghi chờ bổ sung và tạm ngừng nhắc; {call} nhắn số, ký hiệu (ví dụ {example}) hoặc gửi ảnh trang đầu trước {day} giúp em.",
            call=reader.call, day=reader.day_words(result.product_by),
            example=example_number(result.line.task.product, reader.person.agency.name),
        )  # fmt: skip
    if result.decider is None and result.line.duty.state is DutyState.ACCEPTED:
        return _("Việc không phải chờ duyệt, đã tính hoàn thành.")
    if result.decider is None:
        return _("Chưa có ai kết nối để duyệt; việc chờ người theo dõi kế hoạch hoặc trưởng đơn vị.")
    if result.decider.id == reader.person.id:
        return _(
            "Việc đang chờ {call} duyệt; ngày hoàn thành vẫn tính là {day}.",
            call=reader.call,
            day=reader.short(result.day),
        )
    return _(
        "Việc đang chờ {decider} duyệt; ngày hoàn thành vẫn tính là {day}.",
        decider=addressed(result.decider, reader), day=reader.short(result.day),
    )  # fmt: skip


def kept_up(result: KeptUpAllYear, reader: Reader) -> Reply:
    _ = reader.words
    text = _(
        '{what} là việc duy trì, chưa đến hạn kết thúc nên em chưa ghi hoàn thành được. Em ghi "xong" là kết quả kỳ này. {Call} thêm vài chữ hoặc con số được không ạ?',
        what=named(result.line, reader), Call=reader.Call,
    )  # fmt: skip
    if result.target_met:
        text += " " + _("Mốc nội bộ {day} em không nhắc nữa.", day=reader.short(result.target_met))
    return Reply(text, (result.line.duty.id,), undoable=True)


def already_reported(result: AlreadyReported, reader: Reader) -> Reply:
    _ = reader.words
    day = reader.short(result.line.duty.reported_on or reader.day)
    if result.decider:
        text = _(
            "{what} đã báo xong ngày {day} và đang chờ {decider} duyệt, {call} không cần báo lại.",
            what=named(result.line, reader), day=day, decider=addressed(result.decider, reader), call=reader.call,
        )  # fmt: skip
    else:
        text = _(
            "{what} đã báo xong ngày {day}, {call} không cần báo lại.",
            what=named(result.line, reader),
            day=day,
            call=reader.call,
        )
    return Reply(text, (result.line.duty.id,))


def closed(result: Closed, reader: Reader) -> Reply:
    _ = reader.words
    day = reader.short(result.line.duty.closed_on or reader.day)
    what = named(result.line, reader)
    if result.line.duty.state is DutyState.ACCEPTED:
        text = _("{what} đã hoàn thành, được duyệt ngày {day}; em không ghi thêm gì.", what=what, day=day)
    else:
        text = _("{what} đã khép lại ngày {day}; em không ghi thêm gì.", what=what, day=day)
    return Reply(text, (result.line.duty.id,))


def evidence_added(result: EvidenceAdded, reader: Reader) -> Reply:
    _ = reader.words
    what = named(result.line, reader)
    if result.line.task.restricted:
        text = _("em đã ghi sản phẩm cho {what}.", what=what)
    else:
        text = _("em đã ghi sản phẩm {evidence} cho {what}.", evidence=proof_words(_, result.text), what=what)
    return Reply(text, (result.line.duty.id,), undoable=True)


def no_report_waits(result: NoReportWaits, reader: Reader) -> Reply:
    _ = reader.words
    text = _(
        "em chưa rõ {evidence} là sản phẩm của việc nào nên chưa ghi gì. {Call} nhắn kèm số việc giúp em.",
        evidence=result.text, Call=reader.Call,
    )  # fmt: skip
    return Reply(text)


def recorded(result: Recorded, reader: Reader) -> Reply:
    _ = reader.words
    month = month_name(result.reporting_period, _.language)
    if result.data_days:
        first, last = (reader.short(day) for day in result.data_days)
        month = _("{month} (số liệu {first}–{last})", month=month, first=first, last=last)
    text = _(
        "em ghi kết quả {month} của {what}: {given}.",
        month=month, what=whose(result, named(result.line, reader, result.named_period), reader), given=_given_of(result, reader),
    )  # fmt: skip
    if result.replaced:
        text += " " + _("Kết quả ghi trước đó của kỳ này em đã thay.")
    if result.proof:
        text += " " + _("Em giữ kèm {name}.", name=proof_words(_, result.proof))
    return Reply(text, (result.line.duty.id,), undoable=True)


def _given_of(result: Recorded, reader: Reader) -> str:
    """What was given; of a restricted task only that something was."""
    _ = reader.words
    if result.line.task.restricted:
        return _("đã nhận")
    given = given_words(result.given, reader)
    if result.before is None:
        return given
    return _("{given} (thay cho: {before})", given=given, before=given_words(result.before, reader))


def recorded_together(results: list[Recorded], reader: Reader) -> Reply:
    """Several answers of one message as one sentence."""
    _ = reader.words
    each = " · ".join(f"{whose(r, str(r.line.number), reader)} – {_given_of(r, reader)}" for r in results)
    text = _("em ghi đủ {n}/{n}: {each}.", n=len(results), each=each)
    return Reply(text, tuple(r.line.duty.id for r in results), undoable=True)


def none_arose(result: NoneArose, reader: Reader) -> Reply:
    _ = reader.words
    text = _("em ghi {what}: không phát sinh, kỳ này khép lại.", what=named(result.line, reader, period=True))
    return Reply(text, (result.line.duty.id,), undoable=True)


def received(result: Received, reader: Reader) -> Reply:
    _, n, what = reader.words, result.line.number, named(result.line, reader)
    text = _('em ghi {call} đã nhận {what}. Xong {call} nhắn "xong {n}".', call=reader.call, what=what, n=n)
    if reader.behalf:
        text = _("đã nhận {what}.", what=what)
    return Reply(text, (result.line.duty.id,), undoable=not result.again)


def still_missing(result: StillMissing, reader: Reader) -> Reply:
    """What of the running period the reader has not answered yet."""
    _ = reader.words
    about = tuple(x.duty.id for x in result.lines)
    if not result.lines:
        return Reply(_("kỳ này {call} đã trả lời đủ ạ.", call=reader.call), polite=False)
    shown = numbers(tuple(dict.fromkeys(x.number for x in result.lines)))
    hour = clock(reader.person.agency.close_at, _.language)
    text = _(
        "còn {numbers}; {call} nhắn sau cũng được, trước {hour} {day}.",
        numbers=shown, call=reader.call, hour=hour, day=reader.day_words(result.close),
    )  # fmt: skip
    return Reply(text, about, polite=False)


def undone(result: Undone, reader: Reader) -> Reply:
    _ = reader.words
    if result.line is None:
        title = result.news.title if result.news else ""
        return Reply(_('em đã bỏ tin, bài "{title}".', title=title))
    what, about = named(result.line, reader), (result.line.duty.id,)
    if result.kind is EventKind.REPORTED:
        text = _("em đã bỏ phần báo xong {what}, {back}.", what=what, back=_back_to(result.line, reader))
        if result.decider and result.decider.id != reader.person.id:
            text += " " + _(
                "Việc không còn chờ {decider} duyệt nên {call} không cần báo {decider}.",
                decider=addressed(result.decider, reader),
                call=reader.call,
            )
        return Reply(text, about)
    parts = {
        EventKind.RESULT: _("em đã bỏ kết quả vừa ghi của {what}.", what=what),
        EventKind.NONE_AROSE: _("em đã bỏ phần không phát sinh của {what}.", what=what),
        EventKind.RECEIVED: _("em đã bỏ phần đã nhận {what}.", what=what),
        EventKind.ACCEPTED: _("em đã bỏ phần duyệt {what}, {back}.", what=what, back=_back_to(result.line, reader)),
        EventKind.RETURNED: _("em đã bỏ phần trả lại {what}, {back}.", what=what, back=_back_to(result.line, reader)),
        EventKind.REOPEN_ASKED: _("em đã bỏ đề nghị mở lại {what}.", what=what),
        EventKind.ASSIGNED: _("em đã bỏ phần giao {what}.", what=what),
        EventKind.TASK_ADDED: _("em đã thôi theo dõi {what}.", what=what),
        EventKind.CANCELLED: _("em theo dõi lại {what}.", what=what),
        EventKind.TARGET_SET: _("em đã bỏ mốc nội bộ vừa đặt của {what}.", what=what),
        EventKind.DUE_SET: _(
            "em đã bỏ hạn vừa đặt của {what}, {back}.", what=what, back=_due_again(result.line, reader)
        ),
        EventKind.DATE_ASKED: _("em đã bỏ đề nghị lùi {what}.", what=what),
        EventKind.DATE_REFUSED: _("em đã bỏ phần chưa đồng ý lùi {what}; đề nghị lại chờ quyết định.", what=what),
        EventKind.EXPLAINED: _("em đã bỏ giải trình vừa ghi của {what}.", what=what),
        EventKind.EXPLANATION_ASKED: _("em đã bỏ đề nghị giải trình {what}.", what=what),
        EventKind.EVENT_BEGUN: _("em đã bỏ sự kiện vừa ghi của {what}.", what=what),
        EventKind.EVIDENCE_ADDED: _("em đã bỏ sản phẩm vừa ghi của {what}.", what=what),
    }
    return Reply(parts[result.kind], about)


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
