"""Dates moved, wished for, refused, left where they are: which date it was, and what to say next."""

from datetime import date

from bot.replies.decisions import unreached
from bot.replies.explanations import who_reads
from bot.replies.reader import Reader, Reply, addressed, named, spoken_by
from bot.usecases.dates import DateAsked, DateMoved, DateNotNeeded, DateOfOthers, DateStays, DateUnclear, SetAbove
from bot.usecases.decide_dates import DateRefused, NoWishWaits, RefusalUnclear
from jobs.rules.date_changes import Objection, half_way
from jobs.rules.text import capital
from locales.formats import short_day
from storage.kinds import DateKind
from storage.queries.duties import DutyLine

WISH_REASON, REFUSAL_REASON = "chờ hướng dẫn", "cần sớm hơn"


def date_name(which: DateKind, reader: Reader) -> str:
    _ = reader.words
    return _("mốc nội bộ") if which is DateKind.TARGET else _("hạn")


def _typed(day: date, reader: Reader) -> str:
    """As it can be typed: with the year where the coming day of that name is another one."""
    return short_day(day, reader.day) if day >= reader.day else f"{day:%d/%m/%Y}"


def _example(line: DutyLine, which: DateKind | None, day: date, reader: Reader, *, order: bool) -> str:
    """What the reader can type of this task's date as it stands."""
    n, typed = line.number, _typed(day, reader)
    if not order:
        return f"xin lùi {n} đến {typed} vì {WISH_REASON}"
    return f"hạn việc {n} là {typed}" if which is DateKind.DUE else f"mốc việc {n} là {typed}"


def _unchanged_due(line: DutyLine, reader: Reader) -> str:
    _ = reader.words
    due = line.duty.due_on
    return " " + _("Hạn theo kế hoạch {due} không đổi.", due=reader.short(due)) if due else ""


def asked(result: DateAsked, reader: Reader) -> Reply:
    _ = reader.words
    change, what = result.change, named(result.line, reader, period=True)
    which = date_name(change.which, reader)
    if result.decider is None:
        text = _(
            "em đã ghi đề nghị lùi {which} {what} đến {to}; chưa có ai trong cơ quan quyết định được nên đề nghị còn chờ.",
            which=which, what=what, to=reader.day_words(change.to_on or reader.day),
        )  # fmt: skip
        return Reply(text, (result.line.duty.id,), undoable=True)
    text = _(
        "em đã chuyển {who}: lùi {which} {what} {move}. Trong lúc chờ, {which} cũ giữ nguyên.",
        who=addressed(result.decider, reader), which=which, what=what, move=_move_words(result, reader),
    )  # fmt: skip
    if result.instead:
        text += " " + _("Đề nghị này thay đề nghị trước.")
    if not result.reached:
        text += " " + unreached(result.decider, reader)
    elif result.at_once:
        text += " " + _("Em xin ý kiến {who} ngay.", who=addressed(result.decider, reader))
    return Reply(text, (result.line.duty.id,), undoable=True)


def _move_words(result: DateAsked, reader: Reader) -> str:
    """ "từ 08/10 đến thứ Sáu 24/10, lý do chờ Sở (lần 1)"; of a restricted task no reason."""
    _ = reader.words
    change = result.change
    first, last = reader.short(change.from_on or reader.day), reader.day_words(change.to_on or reader.day)
    if result.line.task.restricted:
        return _("từ {first} đến {last} (lần {nth})", first=first, last=last, nth=result.nth)
    return _(
        "từ {first} đến {last}, lý do {reason} (lần {nth})",
        first=first, last=last, reason=change.reason, nth=result.nth,
    )  # fmt: skip


def asked_of_decider(result: DateAsked, by: Reader, reader: Reader) -> str:
    """The message the decider gets at once, where the date is near."""
    _ = reader.words
    change, n = result.change, result.line.number
    text = _(
        "Xin ý kiến {you}: {who} xin lùi {which} {what} {move}.",
        you=addressed(reader.person, reader), who=spoken_by(by, result.asker, reader), which=date_name(change.which, reader),
        what=named(result.line, reader, period=True), move=_move_words(result, reader),
    )  # fmt: skip
    if change.which is DateKind.TARGET:
        text += _unchanged_due(result.line, reader)
    said = [f"đồng ý {n}", f"không đồng ý {n} vì {REFUSAL_REASON}"]
    if day := half_way(max(reader.day, change.from_on or reader.day), change.to_on):
        said.insert(1, f"đồng ý {n} đến {short_day(day, reader.day)}")
    return text + " " + _("{Call} có thể nhắn: {said}", Call=reader.Call, said=" · ".join(said))


def moved(result: DateMoved, reader: Reader) -> Reply:
    _ = reader.words
    change, what = result.change, named(result.line, reader, period=True)
    which = date_name(change.which, reader)
    if change.to_on is None:
        text = _("em đã bỏ {which} của {what}.", which=which, what=what)
    elif result.asker:
        text = _(
            "em đã ghi {call} đồng ý lùi {which} {what} đến {to}.",
            call=reader.call, which=which, what=what, to=reader.day_words(change.to_on),
        )  # fmt: skip
        if change.asked_for:
            text += " " + _("Đề nghị là đến {day}.", day=reader.short(change.asked_for))
        if not result.reached:
            text += " " + unreached(result.asker, reader)
        elif result.asker.id != reader.person.id:
            text += " " + _("Em báo {who} trong tin nhắn sáng tới.", who=addressed(result.asker, reader))
    else:
        text = _("em đã ghi {which} của {what}: {to}.", which=which, what=what, to=reader.day_words(change.to_on))
        if change.from_on:
            text += " " + _("Trước đó là {day}.", day=reader.short(change.from_on))
        if result.others:
            text += " " + _("Ghi cho cả {n} đơn vị chủ trì.", n=result.others + 1)
    if change.which is DateKind.TARGET:
        text += _unchanged_due(result.line, reader)
    elif result.target:
        text += " " + _("Mốc nội bộ chuyển về cùng ngày.")
    text += "".join(" " + _("Em báo {who} ngay.", who=addressed(who, reader)) for who in result.now)
    return Reply(text, (result.line.duty.id,), undoable=True)


def moved_to_owner(result: DateMoved, by: Reader, reader: Reader) -> str:
    """The message the owner gets at once, where the new date is near."""
    _ = reader.words
    day = result.change.to_on or reader.day
    text = _(
        "{By} đặt {which} của {what}: {day}.",
        By=capital(addressed(by.person, reader)), which=date_name(result.change.which, reader),
        what=named(result.line, reader, period=True), day=reader.day_words(day),
    )  # fmt: skip
    return f"{text} " + _(
        'Cần thêm thời gian, {call} nhắn, ví dụ: "{example}"',
        call=reader.call, example=f"xin lùi {result.line.number} vì {WISH_REASON}",
    )  # fmt: skip


def refused(result: DateRefused, reader: Reader) -> Reply:
    _ = reader.words
    change, what = result.change, named(result.line, reader, period=True)
    which = date_name(change.which, reader)
    if result.line.task.restricted:
        text = _("em đã ghi {call} chưa đồng ý lùi {which} {what}.", call=reader.call, which=which, what=what)
    else:
        text = _(
            "em đã ghi {call} chưa đồng ý lùi {which} {what}, lý do: {reason}.",
            call=reader.call, which=which, what=what, reason=change.answer,
        )  # fmt: skip
    if result.asker and result.reached:
        text += " " + _("Em báo {who} ngay.", who=addressed(result.asker, reader))
    elif result.asker:
        text += " " + unreached(result.asker, reader)
    return Reply(text, (result.line.duty.id,), undoable=True)


def refused_to_asker(result: DateRefused, by: Reader, reader: Reader) -> str:
    """The message the asker gets at once."""
    _ = reader.words
    change, what = result.change, named(result.line, reader, period=True)
    who, which = capital(addressed(by.person, reader)), date_name(change.which, reader)
    if result.line.task.restricted:
        text = _("{By} chưa đồng ý lùi {which} {what}.", By=who, which=which, what=what)
    else:
        text = _(
            "{By} chưa đồng ý lùi {which} {what}, lý do: {reason}.",
            By=who, which=which, what=what, reason=change.answer,
        )  # fmt: skip
    return f"{text} " + _(
        "{Which} vẫn là {day}. {Call} cho em xin ngày dự kiến xong để {by} nắm.",
        Which=capital(which), day=reader.short(change.from_on or reader.day), Call=reader.Call, by=addressed(by.person, reader),
    )  # fmt: skip


def refusal_unclear(result: RefusalUnclear, reader: Reader) -> Reply:
    _ = reader.words
    text = _(
        'em chưa ghi gì vì chưa có lý do. {Call} nhắn kèm lý do giúp em, ví dụ: "không đồng ý {n} vì {reason}".',
        Call=reader.Call, n=result.line.number, reason=REFUSAL_REASON,
    )  # fmt: skip
    return Reply(text, (result.line.duty.id,))


def none_waits(result: NoWishWaits, reader: Reader) -> Reply:
    _ = reader.words
    if result.line is None:
        return Reply(_("em không thấy đề nghị lùi nào của việc này nên chưa thay đổi gì."))
    what, about = named(result.line, reader, period=True), (result.line.duty.id,)
    if result.decider and result.decider.id != reader.person.id:
        text = _(
            "đề nghị lùi {what} do {who} quyết định nên em chưa thay đổi gì.",
            what=what, who=addressed(result.decider, reader),
        )  # fmt: skip
    else:
        text = _(
            "{what} hiện không có đề nghị lùi nào chờ {call} quyết định nên em chưa thay đổi gì.",
            what=what,
            call=reader.call,
        )
    return Reply(text, about)


def stays(result: DateStays, reader: Reader) -> Reply:
    """What speaks against it, and a day that would do."""
    _ = reader.words
    line, what = result.line, named(result.line, reader, period=True)
    which, day = date_name(result.which, reader), reader.short(result.day or reader.day)
    now = line.duty.due_on if result.which is DateKind.DUE else line.duty.target_on
    present = reader.short(now or reader.day)
    if result.why is Objection.SAME:
        text = _("{what} đã có {which} {day}, em giữ nguyên.", what=what, which=which, day=present)
        return Reply(text, (line.duty.id,))
    if result.why is Objection.NO_DATE:
        text = _(
            "{what} chưa có hạn nên chưa phải xin lùi; em chưa thay đổi gì. Người theo dõi kế hoạch đặt hạn khi đã rõ.",
            what=what,
        )  # fmt: skip
        return Reply(text, (line.duty.id,))
    if result.why is Objection.SET_ABOVE:
        return Reply(_above_words(line, reader), (line.duty.id,))
    if result.why is Objection.PAST:
        text = _("ngày {day} đã qua nên em chưa thay đổi {which} {what}.", day=day, which=which, what=what)
    elif result.why is Objection.BEYOND_DUE:
        text = _(
            "mốc nội bộ {day} sau hạn theo kế hoạch {due} nên em chưa thay đổi {what}.",
            day=day, due=reader.short(line.duty.due_on or reader.day), what=what,
        )  # fmt: skip
    else:
        said = {"day": day, "which": which, "present": present, "what": what}
        text = (
            _("{day} sớm hơn {which} hiện nay {present} nên em chưa lùi {what}; rút ngắn thì nhắn rõ giúp em.", **said)
            if result.order
            else _("{day} không muộn hơn {which} hiện nay {present} nên em chưa chuyển đề nghị lùi {what}.", **said)
        )
    example = _example(line, result.which, result.example, reader, order=result.order)
    text += " " + _('{Call} nhắn, ví dụ: "{example}"', Call=reader.Call, example=example)
    return Reply(text, (line.duty.id,))


def unclear(result: DateUnclear, reader: Reader) -> Reply:
    _ = reader.words
    what = named(result.line, reader, period=True)
    if result.lacks == "day":
        text = _("em chưa rõ ngày mới của {what} nên chưa ghi gì.", what=what)
    elif result.lacks == "reason_above":
        text = _above_words(result.line, reader)
    else:
        text = _("em chưa chuyển đề nghị lùi {what} vì chưa có lý do.", what=what)
    example = _example(result.line, result.which, result.day, reader, order=result.order)
    text += " " + _('{Call} nhắn, ví dụ: "{example}"', Call=reader.Call, example=example)
    return Reply(text, (result.line.duty.id,))


def _above_words(line: DutyLine, reader: Reader) -> str:
    _ = reader.words
    return _(
        "hạn của {what} do cấp trên quyết định, cơ quan không tự lùi được; cần văn bản đề nghị.", what=named(line, reader, period=True)
    )  # fmt: skip


def set_above(result: SetAbove, reader: Reader) -> Reply:
    _ = reader.words
    text = _above_words(result.line, reader) + " " + _("Em đã ghi lý do.")
    text += who_reads(result.kept, reader)
    return Reply(text, (result.line.duty.id,), undoable=True)


def not_needed(result: DateNotNeeded, reader: Reader) -> Reply:
    _ = reader.words
    text = _(
        "{what} đã báo xong ngày {day}, đang chờ duyệt nên chưa cần đổi ngày; em chưa thay đổi gì.",
        what=named(result.line, reader, period=True), day=reader.short(result.line.duty.reported_on or reader.day),
    )  # fmt: skip
    return Reply(text, (result.line.duty.id,))


def of_others(result: DateOfOthers, reader: Reader) -> Reply:
    _ = reader.words
    which = date_name(result.which, reader)
    if result.which is DateKind.DUE:
        who = _("Chánh Văn phòng hoặc lãnh đạo")
    else:
        who = _("trưởng đơn vị hoặc người theo dõi kế hoạch")
    text = _(
        "{which} của {what} do {who} quyết định nên em chưa thay đổi gì.",
        which=which, what=named(result.line, reader, period=True), who=who,
    )  # fmt: skip
    return Reply(text, (result.line.duty.id,))


def taken_back(line: DutyLine, by: Reader, reader: Reader) -> str:
    """At once, to who was told at once of a wish, a refusal or a near date that no longer stands."""
    _ = reader.words
    return _(
        "{By} đã bỏ điều vừa ghi về ngày của {what}; {call} không cần làm gì thêm.",
        By=capital(addressed(by.person, reader)), what=named(line, reader, period=True), call=reader.call,
    )  # fmt: skip
