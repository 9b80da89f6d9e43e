"""Who does it goes on doing it: "thôi 47 để Phúc làm như cũ"."""

import re

from bot.understanding.clause import Clause, Doubt
from bot.understanding.intents import Act, Intent
from bot.understanding.takers import DOES, takers

#: Who does it stays, and nothing is told of the task.
_LEFT_TO = re.compile(rf"\b(?:de|cho|giao) (?=(?:[^\W\d]+ ){{1,3}}?{DOES}(?: tiep)? nhu (?:cu|truoc)\b)")


def left_to(c: Clause) -> Act | Doubt | None:
    """ "Thôi 47 để Phúc làm như cũ"; a number that is not seen for certain is asked about."""
    found = _LEFT_TO.search(c.norm) if c.heads and not c.asks else None
    to = takers(c, found.end(), strangers=False)[:1] if found else []
    if not to or not to[0].known:
        return None
    act = c.act(Intent.assign, **to[0].slots)
    return act if c.ids else Doubt((act,))
