"""What was not done and why: unknown numbers, other people's work, questions back."""

from bot.asking import NeedsNumber, PersonUnknown, WentWrong, WhichTask
from bot.permissions import Right
from bot.replies.buttons import answer_row
from bot.replies.reader import Reader, Reply, addressed, named, numbers, task_title
from bot.understanding.intents import Intent
from bot.usecases.narrowed import NarrowingUnclear
from bot.usecases.owners import NotHis
from bot.usecases.which_duty import NotYours, PartOf, UnknownNumber, WhichNumber, WhichUnit
from storage.kinds import WAITING_STATES


def unknown_number(result: UnknownNumber, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(
        _(
            'em không thấy việc {n} nên chưa ghi gì. {Call} nhắn "việc của tôi" để xem số việc.',
            n=result.number,
            Call=reader.Call,
        )
    )


def not_yours(result: NotYours, reader: Reader) -> Reply:
    _ = reader.words
    what, unit, who = named(result.line, reader), result.line.unit.name, result.owner
    waits = result.line.duty.state in WAITING_STATES
    if result.of_unit:
        text = _("{what}: phần của {unit} không phải do {call} ghi nên em chưa ghi gì.",
                 what=what, unit=result.of_unit, call=reader.call)  # fmt: skip
    elif result.right is Right.DECIDE and not waits:
        text = _("{what} hiện không chờ duyệt nên em chưa thay đổi gì.", what=what)
    elif result.right is Right.DECIDE and who:
        text = _("{what} do {who} duyệt nên em chưa thay đổi gì.", what=what, who=addressed(who, reader))
    elif result.right is Right.HAND_OUT:
        text = _(
            "giao {what} là phần của trưởng đơn vị {unit} nên em chưa ghi gì.",
            what=what,
            unit=result.line.unit.short_name,
        )
    elif who and (reader.behalf or result.line.unit.id in reader.person.unit_ids):
        text = _("{what} đang do {who} phụ trách nên em chưa ghi gì.", what=what, who=addressed(who, reader))
    else:
        text = _("{what} do {unit} chủ trì nên em chưa ghi gì.", what=what, unit=unit)
    text += " " + _('{Call} xem được bằng cách nhắn "việc {n}".', Call=reader.Call, n=result.line.number)
    return Reply(text, (), polite=True)


def which_unit(result: WhichUnit, reader: Reader) -> Reply:
    _ = reader.words
    names = [x.unit.short_name for x in result.lines]
    listed = _(", ").join(names[:-1]) + _(" hay ") + names[-1]
    text = _("{what}: phần của {units} ạ?", what=named(result.lines[0], reader), units=listed)
    return Reply(text, tuple(x.duty.id for x in result.lines), polite=False, buttons=answer_row(names))


def part_of(result: PartOf, reader: Reader) -> Reply:
    _ = reader.words
    text = _("Việc {n} nhiều đơn vị cùng chủ trì; trên đây là phần của {unit}.",
             n=result.line.number, unit=result.line.unit.short_name)  # fmt: skip
    return Reply(text, polite=False)


def not_his(result: NotHis, reader: Reader) -> Reply:
    _ = reader.words
    what, who = named(result.line, reader), addressed(result.person, reader)
    return Reply(_("{what} không phải của {who} nên em chưa ghi gì.", what=what, who=who), (result.line.duty.id,))


def which_number(result: WhichNumber, reader: Reader) -> Reply:
    _ = reader.words
    listed = _(" hay ").join(f"{x.number} ({task_title(x.task, reader)})" for x in result.lines)
    text = _(
        "số {n} cũng là số thứ tự in trong kế hoạch nên em chưa ghi gì: {call} nói việc {listed}?",
        n=result.number, call=reader.call, listed=listed,
    )  # fmt: skip
    return Reply(text, tuple(x.duty.id for x in result.lines), buttons=answer_row(str(x.number) for x in result.lines))


def which_task(result: WhichTask, reader: Reader) -> Reply:
    _ = reader.words
    listed = _(" hay ").join(f"{x.number} ({task_title(x.task, reader)})" for x in result.lines)
    text = _("em chưa rõ {call} nói việc nào nên chưa ghi gì: {listed}?", call=reader.call, listed=listed)
    return Reply(text, tuple(x.duty.id for x in result.lines), buttons=answer_row(str(x.number) for x in result.lines))


def needs_number(_result: NeedsNumber, reader: Reader) -> Reply:
    _ = reader.words
    text = _(
        'em chưa rõ {call} nói việc nào nên chưa ghi gì. {Call} nhắn kèm số việc giúp em; xem số việc: "việc của tôi".',
        call=reader.call,
        Call=reader.Call,
    )
    return Reply(text)


def narrowing_unclear(result: NarrowingUnclear, reader: Reader) -> Reply:
    _ = reader.words
    text = _("em chưa rõ “{words}” nên chưa làm gì.", words=result.words)
    waiting = list(dict.fromkeys(x.number for x in result.waiting))
    if waiting:
        text += " " + _('Đang chờ {call}: {numbers}. {Call} nhắn số việc, ví dụ: "duyệt {n}".',
                        call=reader.call, Call=reader.Call, numbers=numbers(waiting), n=waiting[0])  # fmt: skip
    elif result.deed == Intent.remind_unit:
        text += " " + _('{Call} nhắn tên từng người hoặc đơn vị giúp em; nhắc mọi người: "nhắc hết".', Call=reader.Call)
    else:
        text += " " + _("{Call} nhắn số việc giúp em.", Call=reader.Call)
    return Reply(text, tuple(x.duty.id for x in result.waiting))


def person_unknown(result: PersonUnknown, reader: Reader) -> Reply:
    _ = reader.words
    if result.refused:
        return Reply(
            _(
                "ghi hộ {name} là phần của trưởng đơn vị hoặc người theo dõi kế hoạch; em chưa ghi gì.",
                name=result.typed,
            )
        )
    return Reply(
        _(
            "em chưa rõ {name} là ai nên chưa ghi gì; {call} nhắn đủ họ tên giúp em.",
            name=result.typed,
            call=reader.call,
        )
    )


def went_wrong(_result: WentWrong, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(
        _(
            "một phần tin nhắn em gặp lỗi nên chưa ghi. {Call} nhắn lại phần đó giúp em; nếu vẫn lỗi, {call} báo người quản trị.",
            Call=reader.Call,
            call=reader.call,
        )
    )
