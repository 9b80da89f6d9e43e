"""What was not done and why: unknown numbers, other people's work, questions back."""

from datetime import time

from bot.asking import NeedsNumber, PersonUnknown, WentWrong, WhichReading, WhichTask
from bot.permissions import Right
from bot.replies import absences, calendar
from bot.replies.buttons import answer_row
from bot.replies.reader import Reader, Reply, addressed, capital, named, numbers, task_title
from bot.replies.undoing import dropped
from bot.understanding.intents import Act, Intent
from bot.usecases.narrowed import NarrowingUnclear
from bot.usecases.owners import NotHis
from bot.usecases.undo_meant import Dropped
from bot.usecases.which_duty import NotYours, PartOf, UnknownNumber, WhichNumber, WhichUnit
from locales.formats import clock
from storage.kinds import WAITING_STATES

_TALK = (Intent.smalltalk_other, Intent.not_understood, Intent.greeting_thanks)


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


def which_reading(result: WhichReading, reader: Reader) -> Reply:
    _ = reader.words
    if len(result.readings) == 1:
        act = result.readings[0]
        asked = _of_line(result, reader) or _reading(act, reader, *result.drops)
        if act.intent is Intent.remind_unit and not result.beside:
            text = _(
                'em chưa nhắc ai: em nhắc ngay, không hẹn giờ được. {reading}, phải không ạ? Nếu phải, {call} nhắn "đúng".',
                reading=asked,
                call=reader.call,
            )
        elif result.beside:
            text = _(
                'Còn phần này em chưa ghi: {reading}, phải không ạ? Nếu phải, {call} nhắn "đúng".',
                reading=asked,
                call=reader.call,
            )
        elif act.intent is Intent.undo_done and act.slots.mode == "all":
            text = _(
                'em chỉ hoàn tác được từng lần một. {reading}, phải không ạ? Nếu phải, {call} nhắn "đúng".',
                reading=asked,
                call=reader.call,
            )
        elif act.intent is Intent.undo_done:
            text = _(
                'em chưa thay đổi gì. {reading}, phải không ạ? Nếu phải, {call} nhắn "đúng".',
                reading=asked,
                call=reader.call,
            )
        else:
            text = _(
                'em chưa ghi gì. {reading}, phải không ạ? Nếu phải, {call} nhắn "đúng".',
                reading=asked,
                call=reader.call,
            )
        return Reply(text, buttons=answer_row((_("đúng"),)))
    if result.beside:
        lines = [_("Còn phần này em chưa rõ ý {call} nên chưa ghi:", call=reader.call)]
    elif all(act.intent is Intent.remind_unit for act in result.readings):
        lines = [_("em chưa nhắc ai: em nhắc ngay, không hẹn giờ được. {Call} chọn:", Call=reader.Call)]
    else:
        lines = [_("em chưa rõ ý {call} nên chưa ghi gì:", call=reader.call)]
    letters = [chr(ord("A") + i) for i in range(len(result.readings))]
    drops = result.drops or ((),) * len(letters)
    each = zip(letters, result.readings, drops, strict=True)
    lines += [f"{letter}. {_reading(act, reader, dropped)}" for letter, act, dropped in each]
    return Reply("\n".join(lines), buttons=answer_row(letters))


def _of_line(result: WhichReading, reader: Reader) -> str:
    """ "Duyệt việc 2 – Kế hoạch kiểm tra CCHC"."""
    if result.line is None:
        return ""
    return f"{capital(_reading_words(result.readings[0].intent, reader))} {named(result.line, reader)}"


def _reading(act: Act, reader: Reader, drops: tuple[Dropped, ...] = ()) -> str:
    _ = reader.words
    if drops:
        return capital("; ".join(dict.fromkeys(dropped(each, reader) for each in drops)))
    n = numbers(act.slots.task_ids)
    if act.intent is Intent.assign and act.slots.person:
        to = _("giao cho {person}", person=act.slots.person)
        if act.slots.from_person and not n:
            to = _("giao hết việc của {owner} cho {person}", owner=act.slots.from_person, person=act.slots.person)
        return capital(_("việc {n}: {words}", n=n, words=to) if n else to)
    if act.intent is Intent.remind_unit and (whom := act.slots.unit or act.slots.person):
        now = _("nhắc {whom} ngay bây giờ", whom=whom)
        return capital(_("việc {n}: {words}", n=n, words=now) if n else now)
    if act.intent in (Intent.absence, Intent.calendar_day):
        meant = absences.meant if act.intent is Intent.absence else calendar.meant
        return capital(meant(act.slots, reader))
    if act.intent is Intent.settings_time:
        return capital(_setting(act, reader))
    if act.intent is Intent.sort_year:
        return capital(_("ghi khi chốt năm: “{said}”", said=act.slots.statement or n))
    if act.intent is Intent.done and act.slots.evidence and n:
        return _("Việc {n}: đã xong, sản phẩm {evidence}", n=n, evidence=act.slots.evidence)
    words = _told_words(act, reader) or _reading_words(act.intent, reader)
    return capital(_("việc {n}: {words}", n=n, words=words) if n else words)


def _setting(act: Act, reader: Reader) -> str:
    _ = reader.words
    if act.slots.mode == "off":
        return _("em không nhắc {call} trước hạn nữa, chỉ báo việc quá hạn", call=reader.call)
    if act.slots.weekday == "MO":
        return _("em chỉ nhắn {call} mỗi sáng thứ Hai", call=reader.call)
    if act.slots.time:
        return _(
            "em nhắn {call} lúc {hour}", call=reader.call, hour=clock(time.fromisoformat(act.slots.time), _.language)
        )
    return _("xem giờ nhận tin nhắc")


def _told_words(act: Act, reader: Reader) -> str:
    """With what would be recorded, where the act says it."""
    _, slots = reader.words, act.slots
    if act.intent is Intent.progress and slots.statement:
        return _("ghi kết quả “{said}”", said=slots.statement)
    if act.intent is Intent.extend_request and slots.date:
        again = _("xin lùi đến {day}", day=reader.short(slots.date))
        return _("{words}, lý do {reason}", words=again, reason=slots.reason) if slots.reason else again
    if act.intent is Intent.approve and slots.date:
        return _("đồng ý đến {day}", day=reader.short(slots.date))
    if act.intent is Intent.set_deadline and slots.date:
        return _("đặt ngày {day}", day=reader.short(slots.date))
    if act.intent is Intent.done and slots.evidence:
        return _("đã xong, sản phẩm {paper}", paper=slots.evidence)
    return _("trả lại, lý do: {reason}", reason=slots.reason) if act.intent is Intent.reject and slots.reason else ""


def _reading_words(intent: Intent, reader: Reader) -> str:
    _ = reader.words
    words = {
        Intent.done: _("đã xong"),
        Intent.undo_done: _("bỏ điều vừa ghi"),
        Intent.progress: _("ghi kết quả kỳ này, chưa xong"),
        Intent.approve: _("duyệt"),
        Intent.reject: _("trả lại"),
        Intent.assign: _("giao người phụ trách"),
        Intent.same_as_before: _("như kỳ trước"),
        Intent.none_arose: _("không phát sinh"),
        Intent.task_detail: _("xem chi tiết"),
        Intent.submit_news: _("gửi tin, bài"),
        Intent.extend_request: _("xin thêm thời gian"),
        Intent.set_deadline: _("đặt ngày"),
        Intent.explain: _("giải trình"),
        Intent.ask_explanation: _("đề nghị giải trình"),
        Intent.event_day: _("ghi ngày có sự kiện"),
        Intent.remind_unit: _("nhắc ngay bây giờ"),
        Intent.draft_group_reminder: _("soạn tin nhắc để gửi nhóm"),
        Intent.new_task: _("thêm việc mới"),
        Intent.search: _("tìm việc"),
        Intent.my_tasks: _("xem việc đang giữ"),
        Intent.news_status: _("xem tin, bài"),
        Intent.waiting_for_signature: _("ghi đang trình ký"),
        Intent.evidence_only: _("ghi số văn bản"),
        Intent.snooze: _("hẹn nhắc lại {call}", call=reader.call),
        Intent.settings_time: _("đổi giờ nhắc {call}", call=reader.call),
        Intent.settings_language: _("đổi ngôn ngữ"),
    }
    nothing = _("không ghi gì") if intent in _TALK else _("chỉ xem, không ghi gì")
    return words.get(intent, nothing)


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
