"""Answers to handing out several tasks at once, and to what is not handed out in chat."""

from bot.replies.decisions import unreached
from bot.replies.reader import Reader, Reply, addressed, named, numbers
from bot.usecases.assign import GivenBack, PartnerNotKept, UnitNotChanged
from bot.usecases.hand_over import HandedOver, NothingToHandOver
from jobs.rules.text import capital
from storage.queries.duties import DutyLine

_BY_TITLE = 8  # beyond, numbers alone: a message stays readable


def handed_over(result: HandedOver, reader: Reader) -> Reply:
    _ = reader.words
    to = addressed(result.to, reader)
    text = _("em đã giao {to} {n} việc: {listed}.", to=to, n=len(result.lines), listed=_listed(result.lines, reader))
    if result.spared:
        text += " " + _("Giữ lại theo ý {call}: việc {n}.", call=reader.call, n=numbers(result.spared))
    text += _left(result, reader) + _waiting(result, reader)
    if not result.reached:
        text += " " + unreached(result.to, reader)
    elif result.to.id != reader.person.id:
        text += " " + _("Em báo {to} trong tin nhắn sáng tới.", to=to)
    return Reply(text, tuple(x.duty.id for x in result.lines), undoable=True)


def given_back(result: GivenBack, reader: Reader) -> Reply:
    _ = reader.words
    what = named(result.line, reader)
    if not result.heads:
        return Reply(
            _("giao lại {what} là phần của trưởng đơn vị {unit} nên em chưa đổi gì.", what=what, unit=result.line.unit.short_name),
            (result.line.duty.id,),
        )  # fmt: skip
    if result.told:
        text = _(
            "{what} do {head} giao nên em chưa đổi người; em báo {head} trong tin nhắn sáng tới. {Head} chỉ cần nhắn em, ví dụ: giao {n} cho {to}.",
            what=what, head=addressed(result.heads[0], reader), Head=capital(addressed(result.heads[0], reader)), n=result.line.number, to=result.to or _("<tên>"),
        )  # fmt: skip
        return Reply(text, (result.line.duty.id,), undoable=True)
    text = _(
        "em chưa đổi gì: {what} do {head} giao. {Call} báo {head} giúp em; {head} chỉ cần nhắn em số việc và tên người nhận, ví dụ: giao {n} cho {to}.",
        what=what, head=addressed(result.heads[0], reader), Call=reader.Call, n=result.line.number, to=result.to or _("<tên>"),
    )  # fmt: skip
    return Reply(text, (result.line.duty.id,))


def _left(result: HandedOver, reader: Reader) -> str:
    """Of a task that several units lead a part may be given and the others not."""
    _ = reader.words
    given = {x.number for x in result.lines}
    left = list(dict.fromkeys(x.number for x in result.left))
    text = ""
    if others := [n for n in left if n not in given]:
        text += " " + _(
            "Chưa giao: việc {n}, vì không thuộc đơn vị của {to} hoặc không phải phần {call} giao.",
            n=numbers(others), to=addressed(result.to, reader), call=reader.call,
        )  # fmt: skip
    if shared := [n for n in left if n in given]:
        text += " " + _("Phần của đơn vị khác trong việc {n} giữ nguyên.", n=numbers(shared))
    return text


def _waiting(result: HandedOver | NothingToHandOver, reader: Reader) -> str:
    """Work of the owner's that waits for a decision: if it is returned, somebody has to have it."""
    if not (result.waiting and result.owner):
        return ""
    _ = reader.words
    each = list(dict.fromkeys(x.number for x in result.waiting))
    return " " + _(
        "Đang chờ duyệt, vẫn đứng tên {owner}: việc {n}. Nếu bị trả lại, {call} nhắn: giao {n} cho {to}.",
        owner=addressed(result.owner, reader), n=numbers(each), call=reader.call, to=result.to.given_name,
    )  # fmt: skip


def nothing_to_hand_over(result: NothingToHandOver, reader: Reader) -> Reply:
    _ = reader.words
    to = addressed(result.to, reader)
    if result.left:
        text = _(
            "em chưa giao gì: việc {n} không thuộc đơn vị của {to} hoặc không phải phần {call} giao.",
            n=numbers(list(dict.fromkeys(x.number for x in result.left))), to=to, call=reader.call,
        )  # fmt: skip
    elif result.owner:
        text = _("{owner} không giữ việc nào đang mở nên em chưa giao gì.", owner=addressed(result.owner, reader))
        text += _waiting(result, reader)
    elif result.section:
        text = _("mục {section} không có việc nào đang mở mà chưa giao ai; em chưa giao gì.", section=result.section)
    else:
        text = _("không có việc nào đang mở mà chưa giao ai; em chưa giao gì.")
    return Reply(text)


def unit_not_changed(result: UnitNotChanged, reader: Reader) -> Reply:
    _ = reader.words
    n = numbers(result.numbers)
    text = _("em chưa chuyển việc {n} cho {unit}: đơn vị chủ trì theo bản kế hoạch,", n=n, unit=result.unit)
    text += " " + _('đổi bằng bản kế hoạch mới. Trong đơn vị chủ trì, {call} giao cho người: "giao {n} cho <tên>".',
                    call=reader.call, n=n)  # fmt: skip
    return Reply(text)


def partner_not_kept(result: PartnerNotKept, reader: Reader) -> Reply:
    """Of one task what can be done instead."""
    _ = reader.words
    if result.line is None:
        return Reply(_("phần phối hợp của {who} em chưa ghi được bằng tin nhắn.", who=result.name))
    what = named(result.line, reader)
    if result.has_it:
        what = _("{what} do {owner} phụ trách", what=what, owner=addressed(result.has_it, reader))
    text = _(
        "em chưa đổi gì: {what}; phần phối hợp của {who} em chưa ghi được, {call} trao đổi trực tiếp giúp em.",
        what=what,
        who=result.name,
        call=reader.call,
    )
    if result.instead:
        text += " " + _('Muốn đổi người phụ trách, {call} nhắn "giao {n} cho {to}".', call=reader.call, n=result.line.number, to=result.instead)  # fmt: skip
    return Reply(text, (result.line.duty.id,))


def _listed(lines: tuple[DutyLine, ...], reader: Reader) -> str:
    if len(lines) > _BY_TITLE:
        return numbers(list(dict.fromkeys(x.number for x in lines)))
    return " · ".join(capital(named(x, reader)) for x in lines)
