"""What a message may mean, said back: one meaning that "đúng" answers, or several under letters."""

from datetime import time

from bot.asking import WhichLetter, WhichReading
from bot.replies import absences, calendar
from bot.replies.buttons import answer_row
from bot.replies.reader import Reader, Reply, named, numbers
from bot.replies.undoing import dropped
from bot.understanding.intents import Act, Intent, Slots
from bot.usecases.undo_meant import Dropped
from jobs.rules.spans import is_month
from jobs.rules.text import capital
from locales.formats import clock, month_name

_TALK = (Intent.smalltalk_other, Intent.not_understood, Intent.greeting_thanks)


def which_letter(result: WhichLetter, reader: Reader) -> Reply:
    _ = reader.words
    *most, last = result.letters
    text = _(
        "{call} chọn {letters} hay {last} giúp em; em chưa ghi gì.",
        call=reader.call,
        letters=", ".join(most),
        last=last,
    )
    return Reply(text, buttons=answer_row(result.letters))


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
    if result.parts:
        lines.append(_('Đúng cả thì {call} nhắn "đúng", không thì nhắn chữ cái, ví dụ "A".', call=reader.call))
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
    if act.intent is Intent.assign and (whom := act.slots.person or act.slots.unit):
        person = reader.call if whom == "tôi" else whom
        to = _("giao cho {person}", person=person)
        if act.slots.from_person and not n:
            owner = reader.call if act.slots.from_person == "tôi" else act.slots.from_person
            to = _("giao hết việc của {owner} cho {person}", owner=owner, person=person)
        elif act.slots.mode == "rest" and not n:
            to = _("giao cho {person} các việc chưa giao ai", person=person)
        if act.slots.date:
            to += ", " + _("mốc {day}", day=reader.short(act.slots.date))
        return capital(_("việc {n}: {words}", n=n, words=to) if n else to)
    if act.intent is Intent.remind_unit and (whom := act.slots.unit or act.slots.person):
        now = _("nhắc {whom} ngay bây giờ", whom=whom)
        return capital(_("việc {n}: {words}", n=n, words=now) if n else now)
    if act.intent in (Intent.absence, Intent.calendar_day):
        meant = absences.meant if act.intent is Intent.absence else calendar.meant
        return capital(meant(act.slots, reader))
    if act.intent is Intent.back_at_work:
        return capital(_("bỏ đợt nghỉ của {who}", who=act.slots.person or reader.call))
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
    if act.intent is Intent.progress and slots.statement and not slots.of_period and is_month(slots.period or ""):
        month = month_name(slots.period or "", _.language)
        return _("ghi kết quả {month} “{said}”", month=month, said=slots.statement)
    if act.intent is Intent.progress and slots.statement:
        return _("ghi kết quả “{said}”", said=slots.statement)
    if act.intent is Intent.extend_request and slots.date:
        again = _("xin lùi đến {day}", day=reader.short(slots.date))
        return _("{words}, lý do {reason}", words=again, reason=slots.reason) if slots.reason else again
    if act.intent is Intent.approve and slots.all_except is not None and not slots.task_ids:
        return _all_approved(slots, reader)
    if act.intent is Intent.approve and slots.date:
        return _("đồng ý đến {day}", day=reader.short(slots.date))
    if slots.which and act.intent is Intent.approve:
        return _("đồng ý lùi")
    if slots.which and act.intent is Intent.reject:
        stays = _("không đồng ý lùi")
        return _("{words}, lý do {reason}", words=stays, reason=slots.reason) if slots.reason else stays
    if act.intent is Intent.set_deadline and slots.date:
        return _("đặt ngày {day}", day=reader.short(slots.date))
    if act.intent is Intent.give_back and slots.person:
        return _("xin chuyển cho {person}", person=slots.person)
    if act.intent is Intent.done and slots.evidence:
        return _("đã xong, sản phẩm {paper}", paper=slots.evidence)
    return _("trả lại, lý do: {reason}", reason=slots.reason) if act.intent is Intent.reject and slots.reason else ""


def _all_approved(slots: Slots, reader: Reader) -> str:
    """As wide as what "đúng" would approve: whose work it is, and what is left out."""
    _ = reader.words
    whose = ", ".join(filter(None, (slots.person, *slots.people, slots.unit, *slots.units)))
    words = _("duyệt hết")
    if slots.code:
        words = _("duyệt hết mục {section}", section=slots.code)
    elif slots.own:
        words = _("duyệt hết việc của đơn vị {call}", call=reader.call)
    elif whose:
        words = _("duyệt hết việc của {whose}", whose=whose)
    left = ", ".join((*map(str, slots.all_except or ()), *slots.but_people, *slots.but_units))
    return _("{words}, trừ {left}", words=words, left=left) if left else words


def _reading_words(intent: Intent, reader: Reader) -> str:
    _ = reader.words
    words = {
        Intent.done: _("đã xong"),
        Intent.undo_done: _("bỏ điều vừa ghi"),
        Intent.progress: _("ghi kết quả kỳ này, chưa xong"),
        Intent.approve: _("duyệt"),
        Intent.reject: _("trả lại"),
        Intent.assign: _("giao người phụ trách"),
        Intent.give_back: _("xin trả lại"),
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
