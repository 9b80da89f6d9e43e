"""Joining, strangers, help: the first words people read here."""

from datetime import date

from bot.permissions import Hat
from bot.replies.own_settings import summary
from bot.replies.reader import Reader, Reply, capital, task_title
from bot.usecases.help import Examples, Help, NotForYou, NotUnderstood, NotYet, OnlyWords
from bot.usecases.join import Joined
from locales.formats import short_day
from locales.translate import translator


def joined(result: Joined, reader: Reader) -> Reply:
    _ = reader.words
    text = _(
        "Chào {who}, em là trợ lý nhắc việc của {agency}.",
        who=f"{reader.call} {result.who.given_name}",
        agency=result.who.agency.name,
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
    return _("Chào anh/chị, đây là kênh nhắc việc nội bộ của cơ quan. Anh/chị vui lòng nhắn mã mời được cấp.")


def sayable(examples: Examples, today: date) -> list[str]:
    """What this person can type as it stands, most useful first; the test of examples reads every one back."""
    said = ["việc của tôi"]
    if examples.decide:
        said += [f"duyệt {examples.decide}", f"trả {examples.decide} thiếu số liệu", "duyệt hết"]
    if examples.has_draft:
        said += ["xem", "chỗ cần xem", "rải việc", "tệp rà soát", "xác nhận", "bỏ"]
    if examples.hats & {Hat.KEEPER, Hat.OFFICE_HEAD}:
        said += ["nộp kế hoạch", "chữ chưa dấu"]
    if examples.result:
        said.append(f"việc {examples.result}")
    if examples.document:
        said.append(f"xong {examples.document} {examples.document_number}")
    if examples.same:
        said.append(f"{examples.same} như kỳ trước")
    if examples.result:
        said.append(f"{examples.result} vướng chờ Sở hướng dẫn")
    if examples.later and examples.later_on:
        said.append(f"xin lùi {examples.later} đến {short_day(examples.later_on, today)} vì chờ hướng dẫn")
    if examples.hand_out:
        said += [f"giao {examples.hand_out} cho {examples.to}", f"đầu mối của đơn vị là {examples.to}"]
    if examples.late:
        said.append(f"đề nghị giải trình việc {examples.late}")
    return [*said, *_by_hat(examples.hats), "đổi giờ nhắc sang 8h", "hoàn tác"]


def _by_hat(hats: frozenset[Hat]) -> list[str]:
    said = []
    above = hats & {Hat.KEEPER, Hat.OFFICE_HEAD, Hat.LEADER}
    if above or Hat.UNIT_HEAD in hats:
        said += ["tình hình", "phòng nào còn việc quá hạn?", "ai chưa nộp tin tháng này?"]
        said += ["nhắc hết", "soạn nhắc nhóm"] if above else ["nhắc hết"]
    if Hat.LEADER not in hats:
        said.append("tin: Tập huấn cải cách hành chính")
    return said


def help_(result: Help, reader: Reader) -> Reply:
    _ = reader.words
    said = " · ".join(sayable(result.examples, reader.day))
    text = _("{Call} có thể nhắn, không cần dấu: {said}", Call=reader.Call, said=said)
    if result.changes_units:
        text += "\n" + _(
            "Đơn vị thay đổi, {call} viết cả câu (đổi tên, nhập, tách, ai về đâu); em đọc lại rồi mới làm.",
            call=reader.call,
        )
    if result.settings:
        text += "\n" + capital(summary(result.settings, reader))
    return Reply(text, polite=False)


def not_understood(result: NotUnderstood, reader: Reader) -> Reply:
    _ = reader.words
    examples = result.examples
    number = examples.document or examples.result
    said = [
        *(["xem", "chỗ cần xem"] if examples.has_draft else []),
        "việc của tôi",
        *([f"xong {number}"] if number else []),
        *([f"duyệt {examples.decide}"] if examples.decide else []),
        "trợ giúp",
    ]
    text = _(
        "em chưa hiểu ý {call}, chưa thay đổi gì. {Call} có thể nhắn: {said}",
        call=reader.call,
        Call=reader.Call,
        said=" · ".join(said),
    )
    return Reply(text, polite=False)


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
