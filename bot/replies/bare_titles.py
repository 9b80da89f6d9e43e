"""Titles typed without accents: noted when they are kept, listed, mended."""

from bot.replies import bare_texts
from bot.replies.reader import Reader, Reply
from bot.usecases.bare_titles import AllBare, TitleMended, TitleNotMended, TitleUndone, lacks_accents

MOST_TITLES = 6


def note(name: str, title: str, reader: Reader) -> str:
    """Behind the answer that keeps a title; empty where it needs no accents."""
    _ = reader.words
    if not lacks_accents(title):
        return ""
    return " " + _('Tên chưa có dấu; thêm dấu bằng cách nhắn "sửa {name}: <tên có dấu>".', name=name)


def shown(result: AllBare, reader: Reader) -> Reply:
    _ = reader.words
    texts = bare_texts.shown(result.texts, reader).text.split("\n")[:-1] if result.texts.rows else []
    lines = [f"{each.name}: {each.row.title}" for each in result.titles[:MOST_TITLES]]
    if more := len(result.titles) - MOST_TITLES:
        lines += [_("và {n} tên khác.", n=more)] if more > 0 else []
    foot = _(
        '{Call} nhắn "sửa {n}: <nội dung có dấu>", hoặc "sửa {n}: giữ nguyên".',
        Call=reader.Call,
        n=result.titles[0].name,
    )
    return Reply("\n".join([*texts, _("Tên chưa có dấu:"), *lines, foot]), polite=False)


def mended(result: TitleMended, reader: Reader) -> Reply:
    _ = reader.words
    if result.as_it_is:
        return Reply(_("em giữ nguyên tên của {name}.", name=result.name), undoable=True)
    return Reply(_("em đã thêm dấu cho tên của {name}: {title}.", name=result.name, title=result.title), undoable=True)


def not_mended(result: TitleNotMended, reader: Reader) -> Reply:
    _ = reader.words
    if not result.kept:
        return Reply(_('{name} không có tên nào chờ thêm dấu. Xem: "chữ chưa dấu".', name=result.name))
    if result.still_bare:
        return Reply(_("tên vừa nhắn cũng chưa có dấu nên em chưa sửa {name}.", name=result.name))
    return Reply(
        _("tên vừa nhắn khác tên đã ghi của {name} (“{kept}”) nên em chưa sửa.", name=result.name, kept=result.kept)
    )


def undone(result: TitleUndone, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(_("em đã trả lại tên cũ của {name}: {title}.", name=result.name, title=result.title))
