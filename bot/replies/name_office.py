"""How the office calls itself: changed, put back, not to be changed."""

from bot.replies.reader import Reader, Reply
from bot.usecases.name_office import BotSaysEm, OfficeNamed, OfficeNotNamed


def named(result: OfficeNamed, reader: Reader) -> Reply:
    _ = reader.words
    if result.undone:
        return Reply(_("cơ quan lại xưng là {name}.", name=result.name))
    if result.name == result.was:
        return Reply(_("cơ quan vẫn xưng là {name}.", name=result.name))
    text = _(
        "trong lời chào và tin nhắc nhóm, cơ quan xưng là {name}. Trước đó là {was}.", name=result.name, was=result.was
    )
    return Reply(text, undoable=True)


def says_em(_result: BotSaysEm, reader: Reader) -> Reply:
    _ = reader.words
    ask = f"cơ quan xưng là {reader.person.agency.name}"
    text = _(
        'em xưng "em" trong mọi tin nên chưa đổi gì. Tên cơ quan thì đổi được, {call} nhắn, ví dụ: "{ask}".',
        call=reader.call, ask=ask,
    )  # fmt: skip
    return Reply(text)


def not_yours(_result: OfficeNotNamed, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(_("cách cơ quan xưng tên do Văn phòng hoặc người quản trị đặt; em chưa đổi gì."))
