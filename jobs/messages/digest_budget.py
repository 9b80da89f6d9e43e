"""What a bot's month leaves: a line for the keeper before it ends, a word to everybody while echoes are saved."""

from jobs.budget import used_in_month
from jobs.messages.layout import Block
from jobs.morning import Morning
from jobs.rules.budget import runs_out_on
from locales.formats import weekday_day, whole
from locales.translate import Translator
from storage.queries.people import Person


def budget_blocks(_: Translator, facts: Morning) -> list[Block]:
    """For the keeper: each bot whose messages end before the month does."""
    lines = []
    today = facts.day.today
    for bot in facts.limited_bots:
        used, limit = used_in_month(bot, today), bot.month_limit or 0
        end = runs_out_on(used, limit, today, facts.day.calendar)
        if end is not None:
            day = weekday_day(end, _.language, today)
            lines.append(
                _(
                    "Tháng này bot đã gửi {used}/{limit} tin; theo đà này hết vào {day}.",
                    used=whole(used, _.language),
                    limit=whole(limit, _.language),
                    day=day,
                )
            )
    return [Block(plain=tuple(lines))]


def saving_blocks(_: Translator, facts: Morning, person: Person) -> list[Block]:
    """For whoever is written to by a bot that saves its echoes."""
    if not facts.tight_bots or facts.reach_of(person.id).connection_id not in facts.tight_bots:
        return []
    text = _("Số tin của tháng gần hết: em vẫn ghi kết quả báo trong kỳ nhưng tạm không nhắn lại.")
    return [Block(plain=(text,))]
