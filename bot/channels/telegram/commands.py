"""The menu of commands, and what each one types."""

import logging

from telegram import BotCommand
from telegram.error import TelegramError

from bot.channels.telegram.channel import TelegramChannel
from jobs.delivery.channel import ConnectionRefused
from locales.translate import translator

_log = logging.getLogger(__name__)

# What is understood is what a person would type, so a command is only another way to type it.
_BARE = {
    "viec": "việc của tôi",
    "xong": "xong",
    "tinhhinh": "tình hình",
    "quahan": "phòng nào còn việc quá hạn",
    "tin": "tin",
    "hoantac": "hoàn tác",
    "trogiup": "trợ giúp",
    "help": "trợ giúp",
}
_WITH_WORDS = {"viec": "việc {words}", "xong": "xong {words}", "tinhhinh": "tình hình {words}", "tin": "tin: {words}"}


def typed(command: str, words: str) -> str:
    """What a person would have typed instead of /command words; unknown commands stand for their own name."""
    name = command.lower()
    if not words:
        return _BARE.get(name, name)
    form = _WITH_WORDS.get(name)
    return form.format(words=words) if form else f"{_BARE.get(name, name)} {words}"


def menu(language: str) -> list[BotCommand]:
    _ = translator(language)
    return [
        BotCommand("viec", _("Việc của tôi")),
        BotCommand("xong", _("Báo xong một việc, ví dụ: /xong 2")),
        BotCommand("tinhhinh", _("Tình hình thực hiện kế hoạch")),
        BotCommand("quahan", _("Đơn vị còn việc quá hạn")),
        BotCommand("tin", _("Báo đã gửi tin, bài, ví dụ: /tin tên bài")),
        BotCommand("hoantac", _("Bỏ điều vừa ghi")),
        BotCommand("trogiup", _("Có thể nhắn những gì")),
    ]


async def set_commands(channel: TelegramChannel) -> None:
    """Vietnamese for everybody, English for phones set to English. Raises TelegramError."""
    await channel.bot.set_my_commands(menu("vi"))
    await channel.bot.set_my_commands(menu("vi"), language_code="vi")
    await channel.bot.set_my_commands(menu("en"), language_code="en")


async def show_menu(channel: TelegramChannel) -> None:
    """The menu only decorates, so nothing waits for it; it is sent anew at each start."""
    try:
        await set_commands(channel)
    except (TelegramError, ConnectionRefused) as error:
        _log.warning("the menu of commands could not be set: %s", channel.hide(error))
