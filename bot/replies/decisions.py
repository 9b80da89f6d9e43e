"""What was decided and handed out, and the words that go to the person it concerns."""

from bot.replies.reader import Reader, Reply, addressed, named, numbers
from bot.usecases.assign import Assigned, NoSuchPerson, NotOpen, PersonMissing
from bot.usecases.decide import Accepted, NothingWaits, OwnReport, ProductsMissing, ReasonMissing, Returned
from bot.usecases.reopen import ReopenAsked, Reopened, ReopenReason, ReopenRefused
from jobs.rules.text import capital
from storage.queries.duties import DutyLine
from storage.queries.people import Person


def accepted(result: Accepted, reader: Reader) -> Reply:
    _ = reader.words
    about = tuple(x.duty.id for x in result.lines)
    if len(result.lines) == 1:
        text = _("em đã ghi {call} duyệt {what}.", call=reader.call, what=named(result.lines[0], reader, period=True))
    else:
        listed = " · ".join(capital(named(x, reader, period=True)) for x in result.lines)
        text = _("em đã ghi {call} duyệt {n} việc: {listed}.", call=reader.call, n=len(result.lines), listed=listed)
    if result.kept_back:
        text += " " + _("Còn chờ {call}: {numbers}.", call=reader.call, numbers=numbers(result.kept_back))
    if result.no_product:
        text += " " + _without_product(result.no_product, reader)
    if result.bare:
        text += " " + _("Việc này chưa có số văn bản, ảnh hoặc tệp sản phẩm.")
    if result.then:
        text += " " + _("Tiếp theo chờ {who} xác nhận.", who=addressed(result.then, reader))
    return Reply(text, about, undoable=True)


def products_missing(result: ProductsMissing, reader: Reader) -> Reply:
    """All that waits lacks its document, so nothing was accepted by a word that named none of it."""
    _ = reader.words
    shown = _without_product(tuple(x.number for x in result.lines), reader)
    return Reply(_("em chưa duyệt gì.") + " " + shown, tuple(x.duty.id for x in result.lines))


def _without_product(missing: tuple[int, ...], reader: Reader) -> str:
    _ = reader.words
    return _(
        'Chưa duyệt {numbers} vì còn thiếu sản phẩm; vẫn duyệt thì {call} nhắn, ví dụ: "duyệt {n}".',
        numbers=numbers(missing), call=reader.call, n=missing[0],
    )  # fmt: skip


def returned(result: Returned, reader: Reader) -> Reply:
    _ = reader.words
    what = named(result.line, reader)
    if result.line.task.restricted:
        text = _("em đã ghi {call} trả lại {what}.", call=reader.call, what=what)
    else:
        text = _("em đã ghi {call} trả lại {what}, lý do: {reason}.", call=reader.call, what=what, reason=result.reason)
    return Reply(text + _told(result, reader), (result.line.duty.id,), undoable=True)


def _told(result: Returned | Reopened, reader: Reader) -> str:
    """Whether whose report it was hears of it now."""
    _ = reader.words
    if result.reporter is None:
        return ""
    return " " + (
        _("Em báo {who} ngay.", who=addressed(result.reporter, reader))
        if result.reached
        else unreached(result.reporter, reader)
    )


def reopened(result: Reopened, reader: Reader) -> Reply:
    _ = reader.words
    what = named(result.line, reader)
    if result.line.task.restricted:
        text = _("em đã mở lại {what}; việc trở lại đang thực hiện.", what=what)
    else:
        text = _("em đã mở lại {what}, lý do: {reason}; việc trở lại đang thực hiện.", what=what, reason=result.reason)
    return Reply(text + _told(result, reader), (result.line.duty.id,), undoable=True)


def reopen_asked(result: ReopenAsked, reader: Reader) -> Reply:
    _ = reader.words
    who, what = addressed(result.decider, reader), named(result.line, reader)
    text = _(
        "em đã chuyển {who}: {call} xin mở lại {what}. Trong lúc chờ, việc vẫn là đã hoàn thành.",
        who=who,
        call=reader.call,
        what=what,
    )
    if not result.reached:
        text += " " + unreached(result.decider, reader)
    return Reply(text, (result.line.duty.id,), undoable=True)


def reopen_asked_of_decider(result: ReopenAsked, by: Reader, reader: Reader) -> str:
    """The message the acceptor gets at once."""
    _ = reader.words
    by_words, n = addressed(by.person, reader), result.line.number
    if result.line.task.restricted:
        return _(
            'Xin ý kiến {you}: {by} xin mở lại {what} đã duyệt. {Call} trao đổi với {by}; đồng ý thì nhắn "mở lại {n} vì {by} đề nghị".',
            you=addressed(reader.person, reader), by=by_words, what=named(result.line, reader), Call=reader.Call, n=n,
        )  # fmt: skip
    return _(
        'Xin ý kiến {you}: {by} xin mở lại {what} đã duyệt, lý do: {reason}. Đồng ý thì {call} nhắn "mở lại {n} vì {reason}"; để nguyên thì {call} không cần trả lời.',
        you=addressed(reader.person, reader), by=by_words, what=named(result.line, reader), reason=result.reason, call=reader.call, n=n,
    )  # fmt: skip


def wish_taken_back(line: DutyLine, by: Reader, reader: Reader) -> str:
    """To the acceptor, at once, when the owner wants it reopened no more."""
    _ = reader.words
    return _("{By} không xin mở lại {what} nữa.", By=capital(addressed(by.person, reader)), what=named(line, reader))


def reopen_refused(result: ReopenRefused, reader: Reader) -> Reply:
    _ = reader.words
    what = named(result.line, reader)
    told = (
        _("Em báo {who} ngay.", who=addressed(result.asker, reader))
        if result.reached
        else unreached(result.asker, reader)
    )
    text = _("em đã ghi {call} chưa đồng ý mở lại {what}; việc vẫn là đã hoàn thành.", call=reader.call, what=what)
    return Reply(f"{text} {told}", (result.line.duty.id,), undoable=True)


def reopen_refused_to_asker(result: ReopenRefused, by: Reader, reader: Reader) -> str:
    """The message the asker gets at once."""
    _ = reader.words
    who, what = capital(addressed(by.person, reader)), named(result.line, reader)
    if result.reason and not result.line.task.restricted:
        return _(
            "{By} chưa đồng ý mở lại {what}, lý do: {reason}. Việc vẫn là đã hoàn thành.",
            By=who, what=what, reason=result.reason,
        )  # fmt: skip
    return _("{By} chưa đồng ý mở lại {what}. Việc vẫn là đã hoàn thành.", By=who, what=what)


def refusal_taken_back(line: DutyLine, by: Reader, reader: Reader) -> str:
    """To the asker, at once, when the wish waits again."""
    _ = reader.words
    return _(
        "{By} đã bỏ phần chưa đồng ý mở lại {what}; đề nghị lại chờ quyết định.",
        By=capital(addressed(by.person, reader)), what=named(line, reader),
    )  # fmt: skip


def reopen_reason(result: ReopenReason, reader: Reader) -> Reply:
    _ = reader.words
    text = _(
        '{what} đã được duyệt nên mở lại cần có lý do; em chưa thay đổi gì. {Call} nhắn giúp em, ví dụ: "mở lại {n} vì sai số liệu".',
        what=named(result.line, reader), Call=reader.Call, n=result.line.number,
    )  # fmt: skip
    return Reply(text, (result.line.duty.id,))


def unreached(person: Person, reader: Reader) -> str:
    _ = reader.words
    return _("{Who} chưa kết nối với em, {call} báo giúp em.", Who=capital(addressed(person, reader)), call=reader.call)


def returned_to_reporter(result: Returned, by: Reader, reader: Reader) -> str:
    """The message the reporter gets at once."""
    _ = reader.words
    if result.line.task.restricted:
        return _(
            '{By} trả lại {what}. Việc trở lại đang thực hiện; {call} trao đổi trực tiếp với {by} giúp em.',
            By=capital(addressed(by.person, reader)), by=addressed(by.person, reader), what=named(result.line, reader), call=reader.call,
        )  # fmt: skip
    return _(
        '{By} trả lại {what}, lý do: {reason}. Việc trở lại đang thực hiện; xong {call} nhắn "xong {n}" giúp em.',
        By=capital(addressed(by.person, reader)), what=named(result.line, reader), reason=result.reason, call=reader.call,
        n=result.line.number,
    )  # fmt: skip


def return_taken_back(line: DutyLine, by: Reader, reader: Reader) -> str:
    """To the reporter, at once, when what he was told at once no longer holds."""
    _ = reader.words
    return _(
        "{By} đã bỏ phần trả lại {what}; {call} không cần báo lại.",
        By=capital(addressed(by.person, reader)), what=named(line, reader), call=reader.call,
    )  # fmt: skip


def reason_missing(result: ReasonMissing, reader: Reader) -> Reply:
    _ = reader.words
    text = _(
        'em chưa trả lại {what} vì chưa có lý do. {Call} nhắn kèm lý do giúp em, ví dụ: "trả {n} thiếu số liệu".',
        what=named(result.line, reader), Call=reader.Call, n=result.line.number,
    )  # fmt: skip
    return Reply(text, (result.line.duty.id,))


def nothing_waits(result: NothingWaits, reader: Reader) -> Reply:
    _ = reader.words
    if result.spared:
        return Reply(
            _("ngoài việc {n}, hiện không có việc nào chờ {call} duyệt.", n=numbers(result.spared), call=reader.call)
        )
    if result.line is None:
        return Reply(_("hiện không có việc nào chờ {call} duyệt.", call=reader.call))
    return Reply(
        _("{what} hiện không chờ duyệt nên em chưa thay đổi gì.", what=named(result.line, reader)),
        (result.line.duty.id,),
    )


def own_report(result: OwnReport, reader: Reader) -> Reply:
    _ = reader.words
    text = _(
        "{what} do {call} báo xong nên người khác duyệt; em chưa thay đổi gì.",
        what=named(result.line, reader),
        call=reader.call,
    )
    return Reply(text, (result.line.duty.id,))


def assigned(result: Assigned, reader: Reader) -> Reply:
    _ = reader.words
    what, to = named(result.line, reader), addressed(result.to, reader)
    if result.again:
        return Reply(_("{what} đã giao {to} từ trước, em giữ nguyên.", what=what, to=to), (result.line.duty.id,))
    if result.to.id == reader.person.id:
        text = _("em đã ghi {call} trực tiếp phụ trách {what}.", call=reader.call, what=what)
    elif result.reached:
        text = _("em đã giao {what} cho {to}; em báo {to} trong tin nhắn sáng tới.", what=what, to=to)
    else:
        text = _("em đã giao {what} cho {to}.", what=what, to=to) + " " + unreached(result.to, reader)
    return Reply(text, (result.line.duty.id,), undoable=True)


def no_such_person(result: NoSuchPerson, reader: Reader) -> Reply:
    _ = reader.words
    n, unit = result.line.number, result.line.unit.short_name
    if result.several:
        names = ", ".join(f'"giao {n} cho {p.staff.full_name}"' for p in result.candidates)
        return Reply(
            _(
                "em chưa giao việc {n}: {unit} có nhiều người tên {typed}. {Call} nhắn một trong: {names}.",
                n=n,
                unit=unit,
                typed=result.typed,
                Call=reader.Call,
                names=names,
            )
        )
    names = ", ".join(addressed(p, reader) for p in result.candidates)
    text = _("em chưa giao việc {n}: {unit} chưa có ai tên {typed}.", n=n, unit=unit, typed=result.typed)
    if names:
        others = [p for p in result.candidates if p.id != reader.person.id] or list(result.candidates)
        example = others[0].given_name
        text += " " + _(
            'Trong đơn vị có {names}; {call} nhắn, ví dụ: "giao {n} cho {example}".',
            names=names,
            call=reader.call,
            n=n,
            example=example,
        )
    return Reply(text, (result.line.duty.id,))


def person_missing(result: PersonMissing, reader: Reader) -> Reply:
    _ = reader.words
    n, to = numbers(result.numbers), result.example
    text = _("em chưa rõ giao việc {n} cho ai nên chưa ghi gì.", n=n)
    if to:
        text += " " + _('{Call} nhắn, ví dụ: "giao {n} cho {to}".', Call=reader.Call, n=n, to=to)
    return Reply(text)


def not_open(result: NotOpen, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(
        _("{what} không còn mở nên em chưa giao được.", what=named(result.line, reader)), (result.line.duty.id,)
    )
