"""The end of an office's trial, and its way back."""

from bot.replies.reader import Reader, Reply, addressed
from bot.usecases.go_live import AlreadyLive, GoLiveRefused, OnTrialAgain, WentLive
from storage.queries.people import Person


def on_trial(keeper: Person, reader: Reader) -> str:
    """Beside what is said of mornings that go to the keeper."""
    _ = reader.words
    return _("Cơ quan đang chạy thử: tin nhắc của mọi người gửi {who}.", who=addressed(keeper, reader))


def went_live(result: WentLive, reader: Reader) -> Reply:
    _ = reader.words
    day = reader.day_words(result.from_day)
    text = _("đã cho chạy: từ sáng {day}, mỗi người nhận tin của mình.", day=day)
    if result.missing:
        more = _(
            '{n}/{total} người chưa nhận được tin; nhắn "ai chưa kết nối" để xem.', n=result.missing, total=result.total
        )
        text += " " + more
    return Reply(text, undoable=True)


def already_live(result: AlreadyLive, reader: Reader) -> Reply:
    _ = reader.words
    if result.since is None:
        return Reply(_("mỗi người đang nhận tin của mình rồi, em không thay đổi gì."))
    return Reply(_("cơ quan đã chạy từ {day}, em không thay đổi gì.", day=reader.short(result.since)))


def refused(result: GoLiveRefused, reader: Reader) -> Reply:
    _ = reader.words
    if result.by is None:
        return Reply(_("việc này do quản trị quyết định, em chưa thay đổi gì."))
    return Reply(
        _("việc này do {who} hoặc quản trị quyết định, em chưa thay đổi gì.", who=addressed(result.by, reader))
    )


def on_trial_again(result: OnTrialAgain, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(
        _(
            "đã lấy lại: từ sáng {day}, tin của mọi người lại gửi người theo dõi kế hoạch.",
            day=reader.day_words(result.from_day),
        )
    )
