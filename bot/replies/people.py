"""Joining, strangers, and what is not for somebody: the first words people read here."""

from bot.replies.reader import Reader, Reply, task_title
from bot.usecases.help import NotForYou, NotYet, OnlyWords
from bot.usecases.join import Joined
from locales.translate import translator


def joined(result: Joined, reader: Reader) -> Reply:
    _ = reader.words
    text = _(
        "Chào {who}, em là trợ lý nhắc việc của {agency}.",
        who=f"{reader.call} {result.who.given_name}",
        agency=result.who.agency.short_name,
    )
    if result.first is None:
        text += " " + _("Hiện {call} chưa phụ trách việc nào.", call=reader.call)
    else:
        line = result.first
        duty = line.duty
        day = min((d for d in (duty.target_on, duty.due_on) if d), default=None)
        when = (
            ""
            if day is None
            else _(", mốc {day}", day=reader.short(day))
            if day == duty.target_on
            else _(", hạn {day}", day=reader.short(day))
        )
        text += " " + _(
            "{Call} đang phụ trách {total} việc; gần nhất: {n} – {title}{when}.",
            Call=reader.Call, total=result.total, n=line.number, title=task_title(line.task, reader), when=when,
        )  # fmt: skip
    text += " " + _("Hôm nào có việc cần {call}, em nhắn vào buổi sáng.", call=reader.call)
    if result.first is not None:
        text += " " + _('Làm xong {call} nhắn "xong {n}", không cần dấu.', call=reader.call, n=result.first.number)
    text += " " + _("Em luôn trả lời khi đã ghi; chưa thấy em trả lời là em chưa nhận được.")
    return Reply(text, (result.first.duty.id,) if result.first else (), polite=False)


def stranger(language: str) -> str:
    """The one line a stranger reads."""
    _ = translator(language)
    return _(
        "Chào anh/chị, đây là kênh nhắc việc nội bộ của cơ quan. Anh/chị vui lòng nhắn mã mời được cấp, hoặc họ tên và phòng, ví dụ: Nguyễn Văn An, phòng Kinh tế; khi cơ quan xác nhận, em nhắn lại ngay."
    )  # fmt: skip


def not_for_you(_result: NotForYou, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(
        _("phần này em chỉ trả lời người có việc trong kế hoạch; vai trò của {call} là quản trị.", call=reader.call)
    )


def only_words(_result: OnlyWords, reader: Reader) -> Reply:
    _ = reader.words
    text = _(
        "em chưa nghe được giọng nói, xem được video nên chưa ghi gì. {Call} nhắn bằng chữ giúp em, hoặc gửi ảnh kèm số việc đã xong.",
        Call=reader.Call,
    )
    return Reply(text)


def not_yet(_result: NotYet, reader: Reader) -> Reply:
    _ = reader.words
    text = _(
        "việc này em chưa làm được qua tin nhắn, em chưa thay đổi gì. {Call} có thể nhắn: {said}",
        Call=reader.Call,
        said="việc của tôi · trợ giúp",
    )
    return Reply(text, polite=False)
