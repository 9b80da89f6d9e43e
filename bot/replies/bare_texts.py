"""Results typed without accents: listed for who may mend them, mended, left as they are."""

from bot.replies.given import given_words
from bot.replies.reader import Reader, Reply, addressed, named
from bot.usecases.bare_texts import (
    BareTexts,
    MendUndone,
    NothingToMend,
    SaysOtherwise,
    StillBare,
    TextMended,
    as_given,
)
from bot.usecases.give_result import Given, Recorded
from locales.formats import month_name


def _words(given: Given, reader: Reader) -> str:
    """What is to have accents; an obstacle alone as it was typed, to be typed again."""
    return given_words(given, reader) if given.text else given.obstacle


def note(results: list[Recorded], reader: Reader) -> str:
    """After an answer without accents: who puts them in; empty where none are missing."""
    _ = reader.words
    bare = [r for r in results if r.mends is not None]
    if not bare:
        return ""
    keeper = bare[0].mends
    if keeper is None or keeper.id == reader.person.id:
        n = bare[0].line.number
        return _(
            'Nội dung chưa có dấu; {call} thêm dấu bằng cách nhắn "sửa {n}: <nội dung có dấu>".', call=reader.call, n=n
        )
    return _("Nội dung chưa có dấu, {who} sẽ thêm dấu khi đưa vào báo cáo.", who=addressed(keeper, reader))


def shown(result: BareTexts, reader: Reader) -> Reply:
    _ = reader.words
    if not result.rows:
        return Reply(_("không còn kết quả nào thiếu dấu."))
    lines = [_("Kết quả chưa có dấu:")]
    for line, entry in result.rows:
        text = _("nội dung hạn chế") if line.task.restricted else _words(as_given(entry), reader)
        month = month_name(entry.reporting_period, _.language)
        lines.append(
            _("{n} ({unit}, {month}): {text}", n=line.number, unit=line.unit.short_name, month=month, text=text)
        )
    if result.left:
        lines.append(_("và {n} kết quả khác.", n=result.left))
    first = result.rows[0][0].number
    lines.append(_('{Call} nhắn "sửa {n}: <nội dung có dấu>", hoặc "sửa {n}: giữ nguyên".', Call=reader.Call, n=first))
    return Reply("\n".join(lines), tuple(line.duty.id for line, _entry in result.rows), polite=False)


def mended(result: TextMended, reader: Reader) -> Reply:
    _ = reader.words
    what = named(result.line, reader)
    if result.as_it_is:
        text = _("em giữ nguyên nội dung của {what}.", what=what)
    elif result.line.task.restricted:
        text = _("em đã thêm dấu cho {what}.", what=what)
    else:
        text = _("em đã thêm dấu cho {what}: {text}.", what=what, text=_words(result.given, reader).rstrip(" ."))
    if result.left:
        text += " " + _('Còn {n} kết quả chưa có dấu, xem: "chữ chưa dấu".', n=result.left)
    return Reply(text, (result.line.duty.id,), undoable=True)


def nothing(result: NothingToMend, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(
        _('việc {n} không có kết quả nào chờ thêm dấu nên em chưa sửa gì. Xem: "chữ chưa dấu".', n=result.number)
    )


def still_bare(result: StillBare, reader: Reader) -> Reply:
    _ = reader.words
    text = _(
        "nội dung {call} vừa nhắn cũng chưa có dấu nên em chưa sửa {what}.",
        call=reader.call,
        what=named(result.line, reader),
    )
    return Reply(text, (result.line.duty.id,))


def says_otherwise(result: SaysOtherwise, reader: Reader) -> Reply:
    _ = reader.words
    what, about = named(result.line, reader), (result.line.duty.id,)
    if result.line.task.restricted:
        return Reply(
            _("nội dung {call} nhắn khác bản đã ghi của {what} nên em chưa sửa.", call=reader.call, what=what), about
        )
    text = _(
        'nội dung {call} nhắn khác bản đã ghi của {what} (“{kept}”) nên em chưa sửa; chỉ thêm dấu thì {call} nhắn lại giúp em.',
        call=reader.call, what=what, kept=_words(result.kept, reader),
    )  # fmt: skip
    return Reply(text, about)


def undone(result: MendUndone, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(_("em đã bỏ phần thêm dấu của {what}.", what=named(result.line, reader)), (result.line.duty.id,))
