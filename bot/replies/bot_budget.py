"""What each bot may still send this month, and how many people it serves."""

from bot.replies.reader import CHANNELS, Reader, Reply
from bot.usecases.bot_budget import BotBudget, BudgetNotForYou, OneBot
from locales.formats import month_name, whole


def shown(result: BotBudget, reader: Reader) -> Reply:
    _ = reader.words
    month = month_name(f"{result.day:%Y-%m}", _.language)
    lines = [
        _(
            "gói tin {month}, đến {hour} ngày {day}:",
            month=month,
            hour=reader.hour(result.at),
            day=reader.short(result.day),
        )
    ]
    several = len({bot.channel for bot in result.bots}) < len(result.bots)
    lines += [_line(bot, reader, several) for bot in result.bots]
    if any(bot.limit or bot.seats for bot in result.bots):
        lines.append(_("Khi đổi gói, nhờ người quản trị sửa lại các số này."))
    return Reply("\n".join(lines), polite=False)


def _line(bot: OneBot, reader: Reader, several: bool) -> str:
    _ = reader.words

    def count(n: int) -> str:
        return whole(n, _.language)

    name = CHANNELS[bot.channel] + (f" “{bot.name}”" if several else "")
    sent, people = count(bot.sent), count(bot.people)
    if bot.limit:
        left = count(max(bot.limit - bot.sent, 0))
        sent = _("đã gửi {sent}/{limit} tin, còn {left}", sent=sent, limit=count(bot.limit), left=left)
    else:
        sent = _("đã gửi {sent} tin, không giới hạn", sent=sent)
    if bot.seats:
        left = count(max(bot.seats - bot.people, 0))
        people = _("{n}/{seats} người đã nhắn bot, còn {left} chỗ", n=people, seats=count(bot.seats), left=left)
    else:
        people = _("{n} người đã nhắn bot", n=people)
    texts = [f"{name}: {sent}", people]
    if bot.ends_on:
        texts.append(_("theo đà này hết tin vào {day}", day=reader.day_words(bot.ends_on)))
    if bot.stopped:
        texts.append(_("đang dừng, cần người quản trị xem lại mã bot"))
    return "; ".join(texts) + "."


def not_yours(_result: BudgetNotForYou, reader: Reader) -> Reply:
    _ = reader.words
    return Reply(_("gói tin của bot do người theo dõi kế hoạch, Chánh Văn phòng và quản trị xem; em chưa làm gì."))
