"""What was recorded of duties: done, results, received, taken back."""

from bot.replies.given import given_words, whose
from bot.replies.reader import Reader, Reply, addressed, named, numbers
from bot.usecases.give_result import Closed, NoneArose, Recorded
from bot.usecases.missing_results import StillMissing
from bot.usecases.receive import Received
from bot.usecases.report_done import AlreadyReported, EvidenceAdded, KeptUpAllYear, NoReportWaits, Reported
from jobs.messages.phrases import proof_words
from jobs.rules.document_symbols import example_number
from locales.formats import clock, month_name
from storage.kinds import DutyState


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
    if result.instead_of and not hidden:
        head += _(" (thay cho {old})", old=result.instead_of)
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
    if result.told and not result.line.task.restricted:
        text = _(
            '{what} là việc duy trì, chưa đến hạn kết thúc nên em chưa ghi hoàn thành được. Em ghi "{told}" là kết quả kỳ này.',
            what=named(result.line, reader), told=result.told,
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
    elif result.instead_of:
        text = _("em đã sửa sản phẩm của {what}: {evidence}, thay cho {old}.",
                 what=what, evidence=proof_words(_, result.text), old=result.instead_of)  # fmt: skip
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
    return Reply(text + _of_before([result], reader), (result.line.duty.id,), undoable=True)


def _of_before(results: list[Recorded], reader: Reader) -> str:
    """What was said of the period before, and was not recorded."""
    _ = reader.words
    said = [r.given.of_before for r in results if r.given.of_before and not r.line.task.restricted]
    return "".join(" " + _("“{said}” là của kỳ trước nên em không ghi vào kỳ này.", said=each) for each in said)


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
    several = len({r.reporting_period for r in results}) > 1  # then each says of which month
    name = {r.reporting_period: f" {month_name(r.reporting_period, _.language)}" if several else "" for r in results}
    each = " · ".join(
        f"{whose(r, f'{r.line.number}{name[r.reporting_period]}', reader)} – {_given_of(r, reader)}" for r in results
    )
    text = _("em ghi đủ {n}/{n}: {each}.", n=len(results), each=each)
    return Reply(text + _of_before(results, reader), tuple(r.line.duty.id for r in results), undoable=True)


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
