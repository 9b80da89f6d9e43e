"""The menu of commands: what each one types, and whom it is offered."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass

from telegram import (
    BotCommand,
    BotCommandScopeAllGroupChats,
    BotCommandScopeChat,
)
from telegram.error import BadRequest, Forbidden, InvalidToken, TelegramError

from bot.channels.telegram.channel import TelegramChannel
from bot.permissions import Hat
from jobs.delivery.channel import ConnectionRefused
from locales.translate import Translator, translator

_log = logging.getLogger(__name__)

_ALL = frozenset(Hat)
_WORKERS = frozenset({Hat.STAFF, Hat.UNIT_HEAD, Hat.KEEPER})
_HEADS = frozenset({Hat.UNIT_HEAD, Hat.OFFICE_HEAD, Hat.LEADER})
_OFFICE = frozenset({Hat.KEEPER, Hat.OFFICE_HEAD})


@dataclass(frozen=True)
class Command:
    """`types`: what a person would type, since a command is only another way to type it; `with_words`: the same with
    words behind it. `group`: offered in groups as well.
    """

    types: str
    hats: frozenset[Hat] = _ALL
    with_words: str = ""
    group: bool = False


COMMANDS = {
    "viec": Command("việc của tôi", with_words="việc {words}", group=True),
    "xong": Command("xong", _WORKERS | {Hat.OFFICE_HEAD}, "xong {words}"),
    "duyet": Command("duyệt", _HEADS, "duyệt {words}"),
    "chuagiao": Command("việc chưa giao ai", _OFFICE | {Hat.UNIT_HEAD}),
    "sapden": Command("việc sắp đến hạn tuần này", _HEADS | _OFFICE),
    "tinhhinh": Command("tình hình", with_words="tình hình {words}", group=True),
    "quahan": Command("phòng nào còn việc quá hạn"),
    "tuan": Command("tổng hợp tuần", frozenset({Hat.LEADER, Hat.OFFICE_HEAD})),
    "ketqua": Command("kết quả của tôi tháng này", _WORKERS),
    "tin": Command("tin", _WORKERS | {Hat.OFFICE_HEAD}, "tin: {words}"),
    "chuanop": Command("ai chưa nộp tin tháng này", _OFFICE),
    "nhachet": Command("nhắc hết", frozenset({Hat.KEEPER})),
    "hoantac": Command("hoàn tác"),
    "trogiup": Command("trợ giúp", group=True),
}
_OTHER_NAMES = {"help": "trogiup"}
# Before the bot knows who somebody is: what nearly everybody needs.
_FIRST = ("viec", "xong", "tinhhinh", "quahan", "tin", "hoantac", "trogiup")


def typed(command: str, words: str) -> str:
    """What a person would have typed instead of /command words; unknown commands stand for their own name."""
    name = command.lower()
    known = COMMANDS.get(_OTHER_NAMES.get(name, name))
    if not words:
        return known.types if known else name
    if known and known.with_words:
        return known.with_words.format(words=words)
    return f"{known.types if known else name} {words}"


def menu(language: str, names: Iterable[str]) -> list[BotCommand]:
    labels = _labels(translator(language))
    return [BotCommand(name, labels[name]) for name in COMMANDS if name in set(names)]


def _labels(_: Translator) -> dict[str, str]:
    return {
        "viec": _("Việc của tôi"),
        "xong": _("Báo xong một việc, ví dụ: /xong 2"),
        "duyet": _("Duyệt việc đang chờ, ví dụ: /duyet 30"),
        "chuagiao": _("Việc chưa giao cho ai"),
        "sapden": _("Việc sắp đến hạn tuần này"),
        "tinhhinh": _("Tình hình thực hiện kế hoạch"),
        "quahan": _("Đơn vị còn việc quá hạn"),
        "tuan": _("Tổng hợp tuần"),
        "ketqua": _("Kết quả của tôi tháng này"),
        "tin": _("Báo đã gửi tin, bài, ví dụ: /tin tên bài"),
        "chuanop": _("Đơn vị chưa nộp tin tháng này"),
        "nhachet": _("Nhắc mọi người còn việc quá hạn, mỗi người một tin"),
        "hoantac": _("Bỏ điều vừa ghi"),
        "trogiup": _("Có thể nhắn những gì"),
    }


async def set_commands(channel: TelegramChannel) -> None:
    """Vietnamese for everybody, English for phones set to English, a few in groups. Raises TelegramError."""
    groups = [name for name, command in COMMANDS.items() if command.group]
    await channel.bot.set_my_commands(menu("vi", _FIRST))
    await channel.bot.set_my_commands(menu("vi", _FIRST), language_code="vi")
    await channel.bot.set_my_commands(menu("en", _FIRST), language_code="en")
    await channel.bot.set_my_commands(menu("vi", groups), scope=BotCommandScopeAllGroupChats())
    await channel.bot.set_my_commands(menu("en", groups), scope=BotCommandScopeAllGroupChats(), language_code="en")


async def show_menu(channel: TelegramChannel) -> None:
    """The menu only decorates, so nothing waits for it; it is sent anew at each start."""
    try:
        await set_commands(channel)
    except (TelegramError, ConnectionRefused) as error:
        _log.warning("the menu of commands could not be set: %s", channel.hide(error))


async def set_menu_of(channel: TelegramChannel, address: str, language: str, hats: frozenset[Hat]) -> bool:
    """The menu of one chat, everybody's again where nobody wears a hat there; False when it is worth to try again."""
    scope = BotCommandScopeChat(address)
    try:
        if hats:
            names = [name for name, command in COMMANDS.items() if command.hats & hats]
            await channel.bot.set_my_commands(menu(language, names), scope=scope)
        else:
            await channel.bot.delete_my_commands(scope=scope)
    except (BadRequest, Forbidden) as error:
        _log.info("the menu of a chat was refused: %s", channel.hide(error))
    except InvalidToken:
        return False
    except TelegramError as error:
        _log.info("the menu of a chat waits: %s", channel.hide(error))
        return False
    return True
