"""Answers about absences: who receives what, and how to cut it short."""

from datetime import date

from bot.replies.reader import Reader, Reply, addressed
from bot.understanding.intents import Slots
from bot.usecases.absence import (
    AbsenceEnded,
    AbsenceNotYours,
    AbsenceSet,
    AbsenceUnclear,
    AbsenceUndone,
    DeputyMeant,
    LeavesForGood,
    NotAway,
    SubstituteAway,
    SubstituteMissing,
    WithinAnother,
)
from bot.usecases.who_is_away import WhoIsAway
from jobs.rules.text import capital
from jobs.rules.working_days import WEEKENDS_ONLY
from locales.formats import full_day
from storage.queries.people import Person

MOST_LINES = 9


def _days(first: date, last: date, reader: Reader) -> str:
    _ = reader.words
    if first == last:
        return reader.day_words(first)
    return _("từ {first} đến hết {last}", first=reader.day_words(first), last=reader.day_words(last))


def meant(slots: Slots, reader: Reader) -> str:
    """The absence as it would be kept, to be asked about."""
    _ = reader.words
    if slots.date is None:
        return _("ghi ngày nghỉ")
    days = _days(slots.date, slots.until or slots.date, reader)
    if slots.partner:
        return _("{who} nghỉ {days}, {substitute} thay", who=slots.person or reader.call, days=days, substitute=slots.partner)  # fmt: skip
    return _("{who} nghỉ {days}", who=slots.person or reader.call, days=days)


def away(result: AbsenceSet, reader: Reader) -> Reply:
    _ = reader.words
    who, substitute = reader.calls(result.person), reader.calls(result.substitute)
    text = _(
        "em đã ghi {who} nghỉ {days}, {substitute} thay.",
        who=who, days=_days(result.first, result.last, reader), substitute=substitute,
    )  # fmt: skip
    text += " " + _(
        "Trong những ngày đó {substitute} nhận lời nhắc, báo kết quả và duyệt thay ({duties} việc, {decisions} việc chờ duyệt); từ {day} trở lại {who}.",
        substitute=substitute, duties=result.duties, decisions=result.decisions, day=reader.day_words(result.back_on), who=who,
    )  # fmt: skip
    if old := result.instead:
        text += " " + _(
            "Lịch này thay lịch đã ghi trước: {days}, {substitute} thay.",
            days=_days(old.first, old.last, reader), substitute=reader.calls(old.substitute),
        )  # fmt: skip
    if not result.reached and result.substitute.id != reader.person.id:
        text += " " + _("{Who} chưa kết nối với em, {call} báo giúp em.", Who=capital(substitute), call=reader.call)
    back = "hết nghỉ" if result.person.id == reader.person.id else f"{addressed(result.person, reader)} hết nghỉ"
    text += " " + _('Đi làm sớm hơn, {call} nhắn "{back}".', call=reader.call, back=back)
    return Reply(text, undoable=result.instead is not None)


def deputy(result: DeputyMeant, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(
        _(
            'em chưa ghi gì. {days}, {substitute} duyệt, nhận lời nhắc và báo kết quả thay {who}, phải không ạ? Nếu phải, {call} nhắn "đúng".',
            days=capital(_days(result.first, result.last, reader)), substitute=addressed(result.substitute, reader),
            who=reader.calls(result.person), call=reader.call,
        )
    )  # fmt: skip


def who_is_away(result: WhoIsAway, reader: Reader) -> Reply:
    _ = reader.words
    if not result.away:
        return Reply(_("em chưa ghi ai nghỉ từ hôm nay trở đi."))
    lines = [
        _(
            "{who}: {days}, {substitute} thay",
            who=capital(reader.calls(each.person)), days=_days(each.first, each.last, reader), substitute=reader.calls(each.substitute),
        )
        for each in result.away[:MOST_LINES]
    ]  # fmt: skip
    some = any(each.first <= reader.day <= each.last for each in result.away)
    head = _("Nghỉ, đi công tác:") if some or not result.today else _("Hôm nay em chưa ghi ai nghỉ; sắp tới:")
    return Reply("\n".join([head, *lines]), polite=False)


def leaves(result: LeavesForGood, reader: Reader) -> Reply:
    _ = reader.words
    who, name = reader.calls(result.person), addressed(result.person, reader)
    text = _("em chưa ghi gì: nghỉ hẳn hay chuyển đi không phải là vắng vài ngày.")
    if result.duties and result.example:
        text += " " + _(
            '{Who} đang giữ {n} việc; {call} nhắn, ví dụ: "chuyển hết việc của {name} cho {example}".',
            Who=capital(who), n=result.duties, call=reader.call, name=name, example=result.example,
        )  # fmt: skip
    elif result.of_unit:
        text += " " + _(
            "{Who} nhận {n} phần việc chung của đơn vị; trưởng đơn vị mới sẽ nhận.", Who=capital(who), n=result.of_unit
        )
    elif not result.duties:
        text += " " + _("{Who} không giữ việc nào đang mở.", Who=capital(who))
    return Reply(text + " " + _("Người quản trị xóa tên khỏi danh sách cán bộ."))


def back(result: AbsenceEnded, reader: Reader) -> Reply:
    _ = reader.words
    who, substitute = reader.calls(result.person), reader.calls(result.substitute)
    if result.back_on:
        return Reply(
            _(
                "em đã ghi {who} đi làm lại từ {day}; đến hết hôm trước {substitute} vẫn thay.",
                who=who, day=reader.day_words(result.back_on), substitute=substitute,
            )
        )  # fmt: skip
    if not result.begun:
        return Reply(
            _("em đã bỏ đợt nghỉ của {who}; {substitute} không phải thay nữa.", who=who, substitute=substitute)
        )
    return Reply(
        _("em đã ghi {who} đi làm lại từ hôm nay; việc {substitute} nhận thay đã trở lại {who}.", who=who, substitute=substitute)
    )  # fmt: skip


def not_away(result: NotAway, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(_("em chưa ghi {who} nghỉ ngày nào nên chưa thay đổi gì.", who=reader.calls(result.person)))


def _example(person: Person, first: date, last: date, substitute: str, reader: Reader) -> str:
    """ "tôi nghỉ 13/10/2025-15/10/2025, anh Phúc thay"."""
    who = "tôi" if person.id == reader.person.id else addressed(person, reader)
    days = full_day(first) if last == first else f"{full_day(first)}-{full_day(last)}"
    return f"{who} nghỉ {days}" + (f", {substitute} thay" if substitute else "")


def substitute_missing(result: SubstituteMissing, reader: Reader) -> Reply:
    _ = reader.words
    example = _example(result.person, result.first, result.last, result.example, reader)
    return Reply(
        _(
            'em chưa rõ ai nhận việc thay {who} nên chưa ghi gì. {Call} nhắn thêm người thay: "{example}".',
            who=reader.calls(result.person), Call=reader.Call, example=example,
        )
    )  # fmt: skip


def substitute_away(result: SubstituteAway, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(
        _(
            "{who} cũng nghỉ {days} nên em chưa ghi gì; {call} chọn người thay khác giúp em.",
            who=addressed(result.substitute, reader), days=_days(result.first, result.last, reader), call=reader.call,
        )
    )  # fmt: skip


def within_another(result: WithinAnother, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(
        _(
            '{who} đã có lịch nghỉ {days}, {substitute} thay, nên em chưa đổi gì. Muốn đổi, {call} nhắn "{back}" rồi nhắn lại lịch mới.',
            who=reader.calls(result.person), days=_days(result.first, result.last, reader), call=reader.call,
            substitute=addressed(result.substitute, reader),
            back="hết nghỉ" if result.person.id == reader.person.id else f"{addressed(result.person, reader)} hết nghỉ",
        )
    )  # fmt: skip


def unclear(result: AbsenceUnclear, reader: Reader) -> Reply:
    _ = reader.words
    first = WEEKENDS_ONLY.next_after(reader.day)
    example = _example(result.person, first, WEEKENDS_ONLY.add(first, 2), result.example, reader)
    return Reply(
        _(
            'em chưa rõ nghỉ từ ngày nào đến ngày nào nên chưa ghi gì. {Call} nhắn đủ ngày, tháng, ví dụ: "{example}".',
            Call=reader.Call, example=example,
        )
    )  # fmt: skip


def not_yours(result: AbsenceNotYours, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(
        _(
            "ngày nghỉ của {who} do chính {who}, trưởng đơn vị hoặc người theo dõi kế hoạch ghi; em chưa thay đổi gì.",
            who=addressed(result.person, reader),
        )
    )  # fmt: skip


def undone(result: AbsenceUndone, reader: Reader) -> Reply:
    _ = reader.words
    if again := result.again:
        return Reply(
            _(
                "em đã ghi {who} nghỉ {days}, {substitute} thay.",
                who=reader.calls(again.person), days=_days(again.first, again.last, reader), substitute=reader.calls(again.substitute),
            )
        )  # fmt: skip
    return Reply(_("em đã bỏ điều vừa ghi về ngày nghỉ của {who}.", who=reader.calls(result.person)))
