"""A task typed in chat: read back, taken, or asked about."""

from bot.replies.bare_titles import note
from bot.replies.buttons import answer_row
from bot.replies.reader import Reader, Reply, addressed, named
from bot.usecases.drop_task import NothingToDrop, TaskDropped, TaskOfPlan
from bot.usecases.new_task import TaskAdded, TaskEchoed, TaskLeft, TaskNotYours, TaskPutAside, TaskUnclear
from jobs.rules.text import capital


def echoed(result: TaskEchoed, reader: Reader) -> Reply:
    _ = reader.words
    again = result.unclear and _("em chưa hiểu ý {call}, chưa đổi gì. Việc đang chờ ghi:", call=reader.call)
    lines = [again or _("em đọc là việc phát sinh:"), result.title]
    who = f" ({addressed(result.person, reader)})" if result.person else ""
    lines.append(_("Chủ trì: {unit}", unit=result.unit.name) + who)
    lines.append(_("Thời hạn: {day}", day=reader.day_words(result.due_on)) if result.due_on else _("Thời hạn: chưa có"))
    if result.source:
        lines.append(_("Theo: {source}", source=result.source))
    lines.append(
        _(
            '{Call} nhắn "ghi" để đưa vào theo dõi, "thôi" để bỏ, hoặc chỗ cần sửa, ví dụ "hạn {day}".',
            Call=reader.Call,
            day=f"{result.due_on or reader.day:%d/%m}",
        )
    )
    return Reply("\n".join(lines), buttons=answer_row(["ghi", "thôi"]))


def added(result: TaskAdded, reader: Reader) -> Reply:
    _ = reader.words
    line = result.line
    due = _("hạn {day}", day=reader.day_words(line.duty.due_on)) if line.duty.due_on else _("chưa có thời hạn")
    text = _(
        "em đã đưa {what} vào theo dõi: {unit} chủ trì, {due}.", what=named(line, reader), unit=line.unit.name, due=due
    )
    if result.told and result.told.id != reader.person.id:
        told = _("Em báo {who} trong tin nhắn sáng tới.", who=addressed(result.told, reader))
        missed = capital(_("{who} chưa kết nối nên em chưa báo được.", who=addressed(result.told, reader)))
        text += " " + (told if result.reached else missed)
    return Reply(text + note(str(line.number), line.task.title, reader), (line.duty.id,), undoable=True)


def left(_result: TaskLeft, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(_("em không đưa việc ấy vào theo dõi."))


def put_aside(result: TaskPutAside, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(_("Việc mới “{title}” em chưa ghi; khi cần {call} nhắn lại.", title=result.title, call=reader.call))


def dropped(result: TaskDropped, reader: Reader) -> Reply:
    _ = reader.words
    text = _("em đã thôi theo dõi {what}.", what=named(result.line, reader))
    if result.told and result.told.id != reader.person.id and result.reached:
        text += " " + _("Em báo {who} trong tin nhắn sáng tới.", who=addressed(result.told, reader))
    return Reply(text, (result.line.duty.id,), undoable=True)


def of_plan(result: TaskOfPlan, reader: Reader) -> Reply:
    _ = reader.words
    plan = result.line.plan.short_title if result.line.plan else ""
    return Reply(
        _(
            "{what} thuộc {plan} nên em vẫn theo dõi, chưa bỏ. "
            "Khi kế hoạch được sửa đổi, người theo dõi kế hoạch gửi bản mới là em cập nhật.",
            what=capital(named(result.line, reader)),
            plan=plan,
        ),
        (result.line.duty.id,),
    )


def nothing_to_drop(_result: NothingToDrop, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(
        _(
            'hôm nay {call} chưa thêm việc nào đang theo dõi; {call} nhắn kèm số việc, ví dụ "hủy việc 61".',
            call=reader.call,
        )
    )


def unclear(result: TaskUnclear, reader: Reader) -> Reply:
    _ = reader.words
    example = _('ví dụ: "việc phát sinh: rà soát biển hiệu trước 5/12, giao {unit}"', unit=_example_unit(result))
    if result.past:
        text = _(
            "ngày {day} đã qua nên em chưa ghi việc này; {call} nhắn lại kèm ngày giúp em.",
            day=f"{result.past:%d/%m/%Y}",
            call=reader.call,
        )
    elif result.who:
        text = _(
            "em chưa rõ {name} là ai nên chưa ghi gì; {call} nhắn đủ họ tên giúp em.", name=result.who, call=reader.call
        )
    elif result.lead:
        names = [unit.short_name for unit in result.units]
        text = _(
            'một việc có một đơn vị chủ trì: {units}, đơn vị nào ạ? {Call} nhắn, ví dụ: "{first} chủ trì, {second} phối hợp".',
            units=" · ".join(names), Call=reader.Call, first=names[0], second=names[1],
        )  # fmt: skip
    elif result.units:
        units = " · ".join(unit.short_name for unit in result.units)
        text = _(
            "việc này giao đơn vị nào ạ ({units})? {Call} nhắn tên đơn vị, hoặc cả câu, {example}",
            units=units,
            Call=reader.Call,
            example=example,
        )
    else:
        text = _("em chưa rõ việc gì nên chưa ghi; {call} nhắn, {example}", call=reader.call, example=example)
    return Reply(text)


def _example_unit(result: TaskUnclear) -> str:
    return result.units[0].short_name if result.units else "VP"


def not_yours(result: TaskNotYours, reader: Reader) -> Reply:
    _ = reader.words
    if result.unit is None:
        return Reply(
            _("thêm việc phát sinh là phần của trưởng đơn vị, người theo dõi kế hoạch và lãnh đạo; em chưa ghi gì.")
        )
    return Reply(
        _(
            "giao việc cho {unit} là phần của trưởng đơn vị ấy, người theo dõi kế hoạch và lãnh đạo; em chưa ghi gì.",
            unit=result.unit.name,
        )
    )
