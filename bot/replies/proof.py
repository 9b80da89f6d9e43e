"""Photos and files that prove work: kept, not kept, handed out."""

from bot.replies.reader import Reader, Reply, addressed, named, numbers
from bot.usecases.files_put_right import FilesTakenOut, NoFileOfYours
from bot.usecases.proof import NoProof, PhotoOfNews, ProofHidden, ProofKept, ProofNotKept, ProofOfWhat, ProofShown
from jobs.messages.phrases import proof_words


def kept(result: ProofKept, reader: Reader) -> Reply:
    _ = reader.words
    what = named(result.line, reader, period=True)
    if result.line.task.restricted:
        return Reply(_("em đã giữ tệp của {what}.", what=what), (result.line.duty.id,), undoable=True)
    return Reply(
        _("em đã giữ {name} của {what}.", name=proof_words(_, result.name), what=what),
        (result.line.duty.id,),
        undoable=True,
    )


def of_what(result: ProofOfWhat, reader: Reader) -> Reply:
    _ = reader.words
    thing = _("ảnh") if result.picture else _("tệp")
    if len(result.numbers) == 1:
        return Reply(
            _(
                "em đã nhận {thing}; của việc {n} hay việc khác ạ? {Call} nhắn số việc giúp em.",
                thing=thing, n=result.numbers[0], Call=reader.Call,
            )
        )  # fmt: skip
    if result.numbers:
        text = _(
            "em đã nhận {thing}, chưa rõ của việc nào trong các việc {numbers}.",
            thing=thing,
            numbers=numbers(result.numbers),
        )
        return Reply(text + " " + _("{Call} nhắn số việc giúp em.", Call=reader.Call))
    if result.kept:
        text = _("em đã nhận {thing}, chưa rõ của việc nào.", thing=thing)
        if result.example:
            text += " " + _(
                '{Call} nhắn tiếp trong 10 phút, ví dụ: "xong {n}", hoặc chỉ số việc.',
                Call=reader.Call,
                n=result.example,
            )
        else:
            text += " " + _("{Call} nhắn số việc giúp em.", Call=reader.Call)
        if result.keeper:
            who = addressed(result.keeper, reader)
            text += " " + _("Nếu là kế hoạch thì do {who} đưa vào.", who=who)
        return Reply(text)
    text = _("em chưa rõ {thing} này của việc nào nên chưa giữ.", thing=thing)
    if result.example:
        text += " " + _('{Call} gửi lại kèm chữ, ví dụ: "xong {n}"', Call=reader.Call, n=result.example)
    else:
        text += " " + _("{Call} gửi lại kèm số việc giúp em.", Call=reader.Call)
    return Reply(text)


def of_news(result: PhotoOfNews, reader: Reader) -> Reply:
    _ = reader.words
    thing = _("ảnh") if result.picture else _("tệp")
    return Reply(
        _(
            "em chỉ ghi tên tin, chưa giữ {thing}; {call} gửi {thing} cùng bài như mọi khi.",
            thing=thing,
            call=reader.call,
        )
    )


def not_kept(result: ProofNotKept, reader: Reader) -> Reply:
    _ = reader.words
    if result.why == "large":
        text = _(
            "tệp lớn quá 20 MB nên em chưa giữ; {call} gửi bản nhỏ hơn hoặc nhắn số, ký hiệu văn bản.", call=reader.call
        )
    elif result.why == "kind":
        text = _("em chỉ giữ ảnh, PDF và tệp Word, Excel; tệp này em chưa giữ.")
    else:
        text = _("em chưa tải được tệp nên chưa giữ; {call} gửi lại giúp em.", call=reader.call)
    return Reply(text)


def shown(result: ProofShown, reader: Reader) -> Reply:
    _ = reader.words
    what, about = named(result.line, reader, period=True), (result.line.duty.id,)
    text = _("{name} của {what}.", name=proof_words(_, result.name), what=what)
    if result.n > 1:
        text += " " + _("Việc có {n} tệp, đây là tệp mới nhất.", n=result.n)
    if result.file_id:
        return Reply(text, about, polite=False, file_id=result.file_id)
    if result.link:
        return Reply(text + " " + _("Mở một lần tại: {link}", link=result.link), about, polite=False)
    return Reply(
        text + " " + _("Kênh này không gửi được tệp; {call} nhờ người nộp gửi trực tiếp giúp em.", call=reader.call),
        about,
    )


def none(result: NoProof, reader: Reader) -> Reply:
    _ = reader.words
    what, about = named(result.line, reader), (result.line.duty.id,)
    if result.documents:
        return Reply(
            _(
                "{what} không kèm ảnh, tệp; sản phẩm: {documents}.",
                what=what,
                documents=proof_words(_, ", ".join(result.documents)),
            ),
            about,
        )
    return Reply(_("{what} chưa có ảnh, tệp nào.", what=what), about)


def hidden(result: ProofHidden, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(
        _("ảnh, tệp của {what} em không gửi được ở đây.", what=named(result.line, reader)), (result.line.duty.id,)
    )


def put_right(result: FilesTakenOut, reader: Reader) -> Reply:
    _ = reader.words
    name, what = proof_words(_, result.name), named(result.line, reader, period=True)
    if result.line.task.restricted:
        name = _("tệp")
    if result.to is None:
        text = _(
            "em đã bỏ {name} vừa gửi của {what}. {Call} gửi lại tệp đúng giúp em.",
            name=name,
            what=what,
            Call=reader.Call,
        )
        return Reply(text, (result.line.duty.id,), undoable=True)
    about = (result.to.duty.id,)
    if result.to.duty.id == result.line.duty.id:
        return Reply(_("{name} đang giữ cho {what} rồi.", name=name, what=what), about)
    to = named(result.to, reader, period=True)
    text = _("em đã chuyển {name} sang {to}; việc {n} không giữ nữa.", name=name, to=to, n=result.line.number)
    return Reply(text, about, undoable=True)


def no_file_of_yours(result: NoFileOfYours, reader: Reader) -> Reply:
    _ = reader.words
    if result.line is None:
        return Reply(_("hôm nay em chưa giữ ảnh, tệp nào của {call} nên chưa thay đổi gì.", call=reader.call))
    text = _(
        'em chưa giữ ảnh, tệp nào {call} gửi cho {what} nên chưa thay đổi gì. Số văn bản sai thì {call} nhắn, ví dụ: "{n} số đúng là 46/KH-UBND".',
        call=reader.call, what=named(result.line, reader), n=result.line.number,
    )  # fmt: skip
    return Reply(text, (result.line.duty.id,))
