"""When and in which language a person is written to, and what he can say to change it."""

from datetime import date, timedelta

from bot.replies.reader import Reader, Reply
from bot.usecases.own_settings import AlwaysSo, Changed, HourOutOfRange, NoMorningThen, OfficeDecides, OwnSettings
from locales.formats import clock, weekday
from locales.translate import Translator

_A_MONDAY = date(2025, 10, 13)


def settings(result: OwnSettings, reader: Reader) -> Reply:
    _ = reader.words
    match result.changed:
        case Changed.NOTHING:
            return Reply(f"{summary(result, reader)} {_offers(_, reader)}", polite=False)
        case Changed.UNDONE:
            return Reply(_("em đã bỏ thay đổi vừa rồi; {settings}", settings=summary(result, reader)))
        case Changed.LANGUAGE:
            return Reply(_("từ nay em nhắn {call} bằng tiếng Việt.", call=reader.call), undoable=True)
        case Changed.OFF:
            return Reply(_off(result, reader), undoable=True)
        case Changed.ON:
            text = _("em nhắc {call} đủ như trước, tin sáng lúc {hour}.", call=reader.call, hour=_at(result, _))
            return Reply(text, undoable=True)
        case _hour_or_weekday:
            return Reply(_moved(result, reader), undoable=True)


def summary(result: OwnSettings, reader: Reader) -> str:
    """ "tin sáng của chị: 08h00 ngày làm việc; tiếng Việt." """
    _ = reader.words
    days = _("ngày làm việc") if result.weekday is None else _weekday(result.weekday, _)
    said = [_("tin sáng của {call}: {hour} {days}", call=reader.call, hour=_at(result, _), days=days)]
    if result.only_late and result.until:
        said.append(_("chỉ nhắc việc quá hạn đến hết {day}", day=reader.short(result.until)))
    elif result.only_late:
        said.append(_("chỉ nhắc việc quá hạn"))
    said.append(_("tiếng Việt"))
    return "; ".join(said) + "."


def _offers(_: Translator, reader: Reader) -> str:
    said = ["đổi giờ nhắc sang 8h", "tắt nhắc", "bật nhắc", "tiếng Anh" if _.language == "vi" else "tiếng Việt"]
    return _("{Call} có thể nhắn: {said}", Call=reader.Call, said=" · ".join(said))


def _moved(result: OwnSettings, reader: Reader) -> str:
    _ = reader.words
    hour, day = _at(result, _), reader.day_words(result.from_day)
    if result.changed is Changed.HOUR or result.weekday is None:
        return _("từ {day} em nhắn tin sáng cho {call} lúc {hour}.", day=day, call=reader.call, hour=hour)
    text = _(
        "từ nay em nhắn tin sáng cho {call} vào {weekday}, lúc {hour}; ngày khác chỉ khi có việc quá hạn hoặc có người chờ {call} trả lời.",
        call=reader.call, weekday=_weekday(result.weekday, _), hour=hour,
    )  # fmt: skip
    return f"{text} {_heartbeat(_)}" if result.heartbeat else text


def _off(result: OwnSettings, reader: Reader) -> str:
    _ = reader.words
    kept = _(
        "Việc đã quá hạn thì em vẫn phải nhắc, và em vẫn báo khi có người giao việc hay chờ {call} quyết định.",
        call=reader.call,
    )
    if result.until:
        text = _(
            "đến hết {day} em không nhắc việc sắp đến hạn, mốc nội bộ và kết quả kỳ nữa.",
            day=reader.short(result.until),
        )
    else:
        text = _(
            'em không nhắc việc sắp đến hạn, mốc nội bộ và kết quả kỳ nữa, đến khi {call} nhắn "bật nhắc".',
            call=reader.call,
        )
    return " ".join([text, kept, *([_heartbeat(_)] if result.heartbeat else [])])


def _heartbeat(_: Translator) -> str:
    return _("Tin sáng của người theo dõi và Văn phòng vẫn gửi, để biết máy còn chạy.")


def _weekday(day: int, _: Translator) -> str:
    return weekday(_A_MONDAY + timedelta(days=day), _.language)


def _at(result: OwnSettings, _: Translator) -> str:
    return clock(result.at, _.language)


def out_of_range(result: HourOutOfRange, reader: Reader) -> Reply:
    _ = reader.words
    first, last = clock(result.earliest, _.language), clock(result.latest, _.language)
    text = _(
        'tin nhắc của em đi một lần vào buổi sáng, từ {first} đến {last}, nên em chưa đổi gì. {Call} nhắn, ví dụ: "đổi giờ nhắc sang 8h".',
        first=first, last=last, Call=reader.Call,
    )  # fmt: skip
    return Reply(text)


def always_so(result: AlwaysSo, reader: Reader) -> Reply:
    _ = reader.words
    text = _(
        "em vốn chỉ nhắn {call} một tin vào buổi sáng ngày làm việc, lúc {hour}, khi có việc cần {call}; ngoài ra em chỉ trả lời, và chuyển lời khi có người nhắc hay chờ {call}.",
        call=reader.call, hour=clock(result.at, _.language),
    )  # fmt: skip
    return Reply(text)


def no_morning_then(_result: NoMorningThen, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(
        _("thứ Bảy, Chủ nhật em không nhắn tin sáng nên chưa đổi gì; {call} chọn một ngày làm việc.", call=reader.call)
    )


def office_decides(_result: OfficeDecides, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(
        _("nhắc trước mấy ngày là quy định chung của cơ quan, người quản trị đặt được cho từng người; em chưa đổi gì.")
    )
