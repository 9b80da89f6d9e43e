"""The reason typed while a wish for time is asked about: "cho chị xin đến 20/12 được không", then "lý do là chờ phần mềm"."""

from collections.abc import Iterable

from bot.asking import Option
from bot.understanding.intents import Intent, Understanding
from bot.understanding.reason_said import led_by_because, reason_said


def wish_because(options: Iterable[Option], text: str) -> Understanding | None:
    """The same question with its reason; None where something else is asked, or the words may be more than a reason."""
    asked = {option.act for option in options}
    wish = asked.pop() if len(asked) == 1 else None
    if wish is None or wish.intent is not Intent.extend_request or wish.slots.reason or not led_by_because(text):
        return None
    reason = reason_said(text)
    anew = wish.with_slots(reason=reason)
    return Understanding((anew,), sure=False, readings=(anew,)) if reason else None
