"""Nothing of one's own to take back, and what can be done instead."""

from bot.replies.reader import Reader, Reply, addressed
from bot.usecases.nothing_to_undo import NothingToUndo, SentAstray
from storage.kinds import WAITING_STATES, DutyState
from storage.queries.duties import DutyLine


def nothing_to_undo(result: NothingToUndo, reader: Reader) -> Reply:
    _ = reader.words
    line = result.line
    if result.of_act:
        return Reply(_("hôm nay {call} chưa {deed}.", call=reader.call, deed=_deed(result.of_act, reader)))
    if line is None:
        text = _(
            'hôm nay {call} chưa ghi gì để hoàn tác. {Call} nêu số việc cần sửa giúp em; xem số việc: "việc của tôi".',
            call=reader.call, Call=reader.Call,
        )  # fmt: skip
        return Reply(text)
    if result.others:
        text = _done_by_others(result, line, reader)
    elif result.earlier:
        text = _of_earlier_day(result, line, reader)
    elif result.by and result.by.id != reader.person.id:
        text = _(
            'việc {n} không phải {call} ghi hôm nay nên em không tự bỏ được. {Call} báo {by} nhắn "trả {n} cần xem lại" thì việc mở lại.',
            n=line.number, call=reader.call, Call=reader.Call, by=addressed(result.by, reader),
        )  # fmt: skip
    else:
        text = _("hôm nay {call} chưa ghi gì ở việc {n} để hoàn tác.", call=reader.call, n=line.number)
        text += _sends_back(line, reader)
    return Reply(text, (line.duty.id,))


def sent_astray(_result: SentAstray, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(_("không sao ạ, em không ghi gì từ tin vừa rồi."))


def _done_by_others(result: NothingToUndo, line: DutyLine, reader: Reader) -> str:
    _ = reader.words
    if result.by is None or result.others is None:
        return _("hôm nay {call} chưa ghi gì để hoàn tác.", call=reader.call)
    text = _(
        "hôm nay {call} chưa ghi gì để hoàn tác; việc {n} do {by} ghi lúc {hour}.",
        call=reader.call, n=line.number, by=addressed(result.by, reader), hour=reader.hour(result.others.at),
    )  # fmt: skip
    if back := _sends_back(line, reader):
        return text + back
    return text + " " + _(
        '{Call} báo {by} nhắn "hoàn tác {n}" giúp em.', Call=reader.Call, by=addressed(result.by, reader), n=line.number
    )  # fmt: skip


def _of_earlier_day(result: NothingToUndo, line: DutyLine, reader: Reader) -> str:
    _ = reader.words
    day = reader.short(result.earlier.day) if result.earlier else ""
    text = _("việc {n} {call} ghi ngày {day}, em chỉ tự bỏ được trong ngày.", n=line.number, call=reader.call, day=day)
    if line.duty.state is DutyState.ACCEPTED:
        return text + " " + _(
            'Việc đã duyệt; {call} nhắn kèm lý do, ví dụ "mở lại {n} vì sai số liệu".', call=reader.call, n=line.number
        )  # fmt: skip
    if result.by and result.by.id != reader.person.id:
        text += " " + _(
            '{Call} báo {by} nhắn "trả {n} cần xem lại" thì việc mở lại.', n=line.number, Call=reader.Call, by=addressed(result.by, reader)
        )  # fmt: skip
    return text


def _sends_back(line: DutyLine, reader: Reader) -> str:
    """What who decides can do with a report that waits for him; "" for anybody else."""
    _ = reader.words
    if line.duty.state not in WAITING_STATES or line.duty.decider_id != reader.person.id:
        return ""
    return " " + _('Muốn trả lại, {call} nhắn kèm lý do, ví dụ "trả {n} cần xem lại".', call=reader.call, n=line.number)


def _deed(of_act: str, reader: Reader) -> str:
    _ = reader.words
    return {
        "approve": _("duyệt việc nào"),
        "reject": _("trả lại việc nào"),
        "assign": _("giao việc nào"),
        "remind_unit": _("nhắc ai"),
    }[of_act]
