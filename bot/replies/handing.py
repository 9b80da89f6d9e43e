"""Answers to handing out several tasks at once, and to what is not handed out in chat."""

from bot.replies.decisions import unreached
from bot.replies.reader import Reader, Reply, addressed, capital, named, numbers
from bot.usecases.assign import PartnerNotKept, UnitNotChanged
from bot.usecases.hand_over import HandedOver, NothingToHandOver
from storage.queries.duties import DutyLine

_BY_TITLE = 8  # beyond, numbers alone: a message stays readable


def handed_over(result: HandedOver, reader: Reader) -> Reply:
    _ = reader.words
    to = addressed(result.to, reader)
    text = _("em đã giao {to} {n} việc: {listed}.", to=to, n=len(result.lines), listed=_listed(result.lines, reader))
    if result.left:
        text += " " + _(
            "Chưa giao: việc {n}, vì không thuộc đơn vị của {to} hoặc không phải phần {call} giao.",
            n=numbers([x.number for x in result.left]), to=to, call=reader.call,
        )  # fmt: skip
    if not result.reached:
        text += " " + unreached(result.to, reader)
    elif result.to.id != reader.person.id:
        text += " " + _("Em báo {to} trong tin nhắn sáng tới.", to=to)
    return Reply(text, tuple(x.duty.id for x in result.lines), undoable=True)


def nothing_to_hand_over(result: NothingToHandOver, reader: Reader) -> Reply:
    _ = reader.words
    to = addressed(result.to, reader)
    if result.left:
        text = _(
            "em chưa giao gì: việc {n} không thuộc đơn vị của {to} hoặc không phải phần {call} giao.",
            n=numbers([x.number for x in result.left]), to=to, call=reader.call,
        )  # fmt: skip
    elif result.owner:
        text = _("{owner} không giữ việc nào đang mở nên em chưa giao gì.", owner=addressed(result.owner, reader))
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
    _ = reader.words
    return Reply(_("Phần phối hợp của {who} em chưa ghi được bằng tin nhắn.", who=result.name))


def _listed(lines: tuple[DutyLine, ...], reader: Reader) -> str:
    if len(lines) > _BY_TITLE:
        return numbers([x.number for x in lines])
    return " · ".join(capital(named(x, reader)) for x in lines)
