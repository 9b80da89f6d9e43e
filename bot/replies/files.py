"""Files handed in and handed out: what became of one, and what to do with one that cannot be read."""

from collections.abc import Iterator, Sequence
from datetime import date

from bot.replies.reader import Reader, Reply, addressed
from bot.replies.review_notes import note_lines
from bot.replies.unreadable import secrecy, what_to_do
from bot.usecases import file_reading, hand_in, review_sheet
from jobs.plans.review import ReviewChange
from jobs.plans.review_check import ReviewNote
from locales.translate import Translator
from storage.documents.review_rows import COLUMNS
from storage.kinds import PlanState

MOST_CHANGES = 12


def unreadable(result: file_reading.Unreadable, reader: Reader) -> Reply:
    return Reply(what_to_do(result.reason, reader.words), polite=False)


def secret_file(_result: file_reading.SecretFile, reader: Reader) -> Reply:
    return Reply(secrecy(reader.words), polite=False)


def setup_form(_result: file_reading.SetupForm, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(
        _(
            "đây là mẫu khai báo cơ quan, không phải kế hoạch, nên em chưa ghi gì. Người cài đặt đưa mẫu này vào bằng lệnh setup."
        )
    )


def no_plan(_result: file_reading.NoPlan, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(
        _("em không thấy dòng việc nào trong tệp nên chưa tạo bản nháp. {Call} gửi giúp em tệp có bảng phân công nhiệm vụ.",
          Call=reader.Call)
    )  # fmt: skip


def not_fetched(_result: file_reading.NotFetched, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(_("em chưa lấy được tệp nên chưa ghi gì; {call} gửi lại tệp giúp em.", call=reader.call))


def not_for_you(result: hand_in.FileNotForYou, reader: Reader) -> Reply:
    _ = reader.words
    who = addressed(result.keeper, reader) if result.keeper else _("người theo dõi kế hoạch")
    return Reply(
        _("tệp kế hoạch do {who} đưa vào nên em không mở và không lưu tệp. Báo việc {call} nhắn bằng chữ giúp em, ví dụ số, ký hiệu văn bản.",
          who=who, call=reader.call)
    )  # fmt: skip


def keeper_without_unit(result: hand_in.KeeperWithoutUnit, reader: Reader) -> Reply:
    _ = reader.words
    if result.keeper is None:
        return Reply(
            _("cơ quan chưa có người theo dõi kế hoạch nên em chưa tạo bản nháp; nhờ quản trị ghi giúp một người.")
        )
    return Reply(
        _("{who} chưa thuộc đơn vị nào nên em chưa biết đơn vị đầu mối của kế hoạch, chưa tạo bản nháp; nhờ quản trị ghi giúp đơn vị.",
          who=addressed(result.keeper, reader))
    )  # fmt: skip


def same_file(result: hand_in.SameFile, reader: Reader) -> Reply:
    _ = reader.words
    plan = result.plan.short_title
    if result.plan.state is not PlanState.DRAFT:
        return Reply(_("tệp này đã vào theo dõi rồi, không có gì thay đổi: {plan}.", plan=plan))
    text = _("tệp này em đọc rồi, không có gì thay đổi: {plan} đang là bản nháp.", plan=plan)
    return Reply(f"{text}\n" + _("{Call} nhắn: xem · xác nhận · bỏ", Call=reader.Call))


def welcome(result: hand_in.FileWelcome, reader: Reader) -> Reply:
    _ = reader.words
    if result.into_chat:
        text = _(
            "{call} gửi tệp kế hoạch (Word, PDF có chữ, Excel, ODT hoặc CSV, không quá 20 MB) hoặc tệp rà soát đã sửa thẳng vào đây giúp em.",
            call=reader.call,
        )
    elif result.link:
        text = _(
            "{call} mở trang này để nộp tệp kế hoạch hoặc tệp rà soát đã sửa (dùng một lần, trong 24 giờ): {link}",
            call=reader.call,
            link=result.link,
        )
    else:
        text = _("kênh này không nhận được tệp. Nhờ người cài đặt đưa kế hoạch vào bằng lệnh: nhacviec plan import TỆP")
    return Reply(text)


def sheet(result: review_sheet.SheetMade, reader: Reader) -> Reply:
    _ = reader.words
    plan = result.plan.short_title
    if result.file_id:
        text = _(
            "bản nháp {plan} ở trong tệp này: mỗi việc một dòng, chỗ cần xem được tô màu. {Call} sửa bằng Excel rồi gửi lại tệp cho em.",
            plan=plan,
            Call=reader.Call,
        )
    elif result.link:
        text = _(
            'tệp rà soát bản nháp {plan} lấy ở trang này (dùng một lần, trong 24 giờ): {link}\nSửa xong {call} nhắn "nộp tệp" để gửi lại.',
            plan=plan,
            link=result.link,
            call=reader.call,
        )
    else:
        text = _(
            "kênh này không gửi được tệp. Nhờ người cài đặt lấy tệp rà soát bản nháp {plan} bằng lệnh: nhacviec plan review ra-soat.xlsx",
            plan=plan,
        )
    return Reply(text, file_id=result.file_id)


def changes_shown(result: review_sheet.ChangesShown, reader: Reader) -> Reply:
    _ = reader.words
    n = len(result.changes)
    lines = [
        _.plural(
            "em thấy {n} thay đổi trong tệp rà soát của {plan}:",
            "em thấy {n} thay đổi trong tệp rà soát của {plan}:",
            n,
            plan=result.plan.short_title,
        )
    ]
    lines += change_lines(result.changes[:MOST_CHANGES], _)
    if n > MOST_CHANGES:
        lines.append(_("và {n} thay đổi khác.", n=n - MOST_CHANGES))
    if result.notes:
        lines += [_("Cần để ý:"), *_notes(result.notes, _)]
    lines.append(_("Em ghi vào bản nháp nhé? {Call} nhắn: ghi · thôi", Call=reader.Call))
    return Reply("\n".join(lines), buttons=(((_("Ghi"), "ghi"), (_("Thôi"), "thôi")),))


def change_lines(changes: Sequence[ReviewChange], _: Translator) -> Iterator[str]:
    """One line a cell: code, column, before and after."""
    for change in changes:
        header = COLUMNS[change.field][0].partition(" (")[0]
        yield f"{change.row.code} · {header}: {_value(change.before, _)} → {_value(change.after, _)}"


def _value(value: object, _: Translator) -> str:
    text = f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value or "")
    return f"“{text[:60]}”" if text else _("(trống)")


def nothing_changed(result: review_sheet.NothingChanged, reader: Reader) -> Reply:
    _ = reader.words
    text = _("tệp không có thay đổi nào so với bản nháp {plan}.", plan=result.plan.short_title)
    return Reply("\n".join([text, *_notes(result.notes, _)]))


def another_draft(result: review_sheet.AnotherDraft, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(
        _('tệp rà soát này không phải của bản nháp {plan} nên em chưa ghi gì. {Call} nhắn "tệp rà soát" để lấy tệp mới.',
          plan=result.plan.short_title, Call=reader.Call)
    )  # fmt: skip


def broken_sheet(result: file_reading.ReviewBroken, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(
        _('tệp rà soát thiếu cột “{column}” nên em chưa ghi gì. {Call} nhắn "tệp rà soát" để lấy tệp mới.',
          column=result.column, Call=reader.Call)
    )  # fmt: skip


def sheet_refused(result: review_sheet.SheetRefused, reader: Reader) -> Reply:
    _ = reader.words
    n = len(result.notes)
    head = _.plural(
        "tệp rà soát còn {n} chỗ phải sửa nên em chưa ghi gì; {call} sửa rồi gửi lại tệp giúp em:",
        "tệp rà soát còn {n} chỗ phải sửa nên em chưa ghi gì; {call} sửa rồi gửi lại tệp giúp em:",
        n, call=reader.call,
    )  # fmt: skip
    return Reply("\n".join([head, *_notes(result.notes, _)]))


def _notes(notes: Sequence[ReviewNote], _: Translator) -> list[str]:
    lines = list(note_lines(notes, _))
    rest = len(lines) - MOST_CHANGES
    return lines[:MOST_CHANGES] + ([_("và {n} chỗ khác.", n=rest)] if rest > 0 else [])


def changes_taken(result: review_sheet.ChangesTaken, reader: Reader) -> Reply:
    _ = reader.words
    n = len(result.changes)
    text = _.plural(
        "em đã ghi {n} thay đổi vào bản nháp {plan}.",
        "em đã ghi {n} thay đổi vào bản nháp {plan}.",
        n,
        plan=result.plan.short_title,
    )
    return Reply(f"{text}\n" + _("{Call} nhắn: xem · xác nhận · bỏ", Call=reader.Call))


def changes_waiting(result: review_sheet.ChangesWaiting, reader: Reader) -> Reply:
    _ = reader.words
    text = _.plural(
        "còn {n} thay đổi trong tệp rà soát của {plan} chưa ghi nên em chưa xác nhận gì. {Call} nhắn trước: ghi · thôi",
        "còn {n} thay đổi trong tệp rà soát của {plan} chưa ghi nên em chưa xác nhận gì. {Call} nhắn trước: ghi · thôi",
        result.n, plan=result.plan.short_title, Call=reader.Call,
    )  # fmt: skip
    return Reply(text, buttons=(((_("Ghi"), "ghi"), (_("Thôi"), "thôi")),))


def changes_left(_result: review_sheet.ChangesLeft, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(_("em giữ bản nháp như cũ, không ghi gì từ tệp."))


def nothing_to_take(_result: review_sheet.NothingToTake, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(_("hiện không có gì đang chờ {call} ghi nên em chưa thay đổi gì.", call=reader.call))
