"""Who does it goes on doing it: "thôi 47 để Phúc làm như cũ". And a head speaks of who could: "43 44 mỗi đứa 1 việc"."""

import re
from dataclasses import replace

from bot.understanding.clause import Clause, Doubt
from bot.understanding.intents import Act, Intent
from bot.understanding.line import read_line
from bot.understanding.takers import DOES, takers

#: Who does it stays, and nothing is told of the task.
_LEFT_TO = re.compile(rf"\b(?:de|cho|giao) (?=(?:[^\W\d]+ ){{1,3}}?{DOES}(?: tiep)? nhu (?:cu|truoc)\b)")

_ONE = r"(?:1|mot) (?:viec|cai|phan|nua|it|mang)"
_EACH_ONE = re.compile(
    rf"(?:(?:thi|de|cho|cu|giao) )*(?:[^\W\d]+,? ){{0,5}}?(?:moi|tung) (?:nguoi|dua|em|anh|chi|ban|ong|ba)(?: (?:lam|lo|nhan|theo doi))? {_ONE}\b"
)
_NAMED_ONE = re.compile(rf"([^\W\d]+) {_ONE}\b")
_SHARED = re.compile(r"(?:(?:thi|de|cu) )*chia(?: (?:deu|ra|nhau|luon))*(?: (?:cho|giua))? (?=[^\W\d])")
_BY_THE_UNIT = re.compile(
    rf"(?:(?:thi|de|cu) )*(?:phong|ban|trung tam|tt|van phong|vp|don vi|ben)(?: (?:anh|chi|toi|minh|ta|em))? (?:(?:se|van|cu) )*tu {DOES}(?: (?:het|luon|lay|nhe|nha|em|a|thoi))*[ .!]*"
)
_COULD_HE = re.compile(
    rf"(?:(?:anh|chi|em|co|chu) )?(?P<who>[^\W\d]+) {DOES} (?:duoc|noi|xue|kip) (?:khong|hong|hok|ko) ta[ .!?]*"
)


def shared_out(c: Clause) -> Act | Doubt | None:
    """Among his people, by whom of them which is not said; by the unit itself; or only wondered about. None is a result."""
    if not c.heads or not c.ids or c.context == "group":
        return None
    rest = read_line(c.rest_after_ids or "")
    if (found := _COULD_HE.fullmatch(rest.norm)) and c.directory.names_somebody(rest.typed(*found.span("who"))):
        return c.act(Intent.task_detail)
    if c.asks:
        return None
    if _BY_THE_UNIT.fullmatch(rest.norm):
        return Doubt((c.act(Intent.assign, person="tôi"),))
    named = [rest.typed(*one.span(1)) for one in _NAMED_ONE.finditer(rest.norm)]
    apart = len(named) > 1 and all(map(c.directory.names_somebody, named))
    shared = _SHARED.match(rest.norm)
    to = takers(replace(c, line=rest), shared.end(), strangers=False) if shared else []
    return c.act(Intent.assign) if apart or _EACH_ONE.match(rest.norm) or (to and to[0].known) else None


def left_to(c: Clause) -> Act | Doubt | None:
    """ "Thôi 47 để Phúc làm như cũ"; a number that is not seen for certain is asked about."""
    found = _LEFT_TO.search(c.norm) if c.heads and not c.asks else None
    to = takers(c, found.end(), strangers=False)[:1] if found else []
    if not to or not to[0].known:
        return None
    act = c.act(Intent.assign, **to[0].slots)
    return act if c.ids else Doubt((act,))
