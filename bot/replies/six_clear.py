"""Which of the six is missing, and what would mend it."""

from bot.replies.reader import Reader, Reply, named
from bot.usecases.six_clear import Clear, SixClear


def six_clear(result: SixClear, reader: Reader) -> Reply:
    _ = reader.words
    what, n = named(result.line, reader), result.line.number
    words = {
        Clear.PERSON: _("rõ người"),
        Clear.WORK: _("rõ việc"),
        Clear.TIME: _("rõ thời gian"),
        Clear.UNIT: _("rõ trách nhiệm"),
        Clear.PRODUCT: _("rõ sản phẩm"),
        Clear.AUTHORITY: _("rõ thẩm quyền"),
    }
    if not result.missing:
        return Reply(_("{what} đủ 6 rõ.", what=what), (result.line.duty.id,), polite=False)
    lacking = ", ".join(text for which, text in words.items() if which in result.missing)
    lines = [_("{what} có {k}/6 rõ; còn thiếu: {lacking}.", what=what, k=6 - len(result.missing), lacking=lacking)]
    why = {
        Clear.PERSON: _("Chưa giao người: {units}.", units=", ".join(u.short_name for u in result.without_person)),
        Clear.TIME: _("Chưa có thời hạn hay mốc nội bộ."),
        Clear.UNIT: _("Chưa rõ đơn vị chủ trì trong cơ quan."),
        Clear.PRODUCT: _("Kế hoạch chưa ghi sản phẩm."),
        Clear.AUTHORITY: _("Chưa ghi số, cơ quan ban hành hay văn bản giao việc."),
    }
    lines += [text for which, text in why.items() if which in result.missing]
    if Clear.PERSON in result.missing and {u.id for u in result.without_person} & reader.person.heads:
        lines.append(_('{Call} giao bằng cách nhắn "giao {n} cho" kèm tên.', Call=reader.Call, n=n))
    return Reply("\n".join(lines), (result.line.duty.id,), polite=False)
