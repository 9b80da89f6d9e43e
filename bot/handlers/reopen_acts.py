"""A wish to have an accepted task reopened, decided by the words that decide anything ("đồng ý 30", "không đồng ý"), or of its own
("cho mở đi", "không mở lại 30, đã gửi Sở")."""

import re
from collections.abc import Callable

from sqlmodel import Session

from bot.asking import Option, WhichTask
from bot.handlers.duty_acts import MOST_ASKED, Done, the_one_waiting
from bot.understanding.intents import Act, Intent, Slots, Understanding
from bot.understanding.line import read_line
from bot.understanding.polite_end import polite_from
from bot.usecases import decide_dates, reopen
from bot.usecases.reopen import ReopenWish
from bot.usecases.said import Said
from storage.queries import duties as duty_queries

#: Of an act: a verdict on such a wish and on nothing else.
OF_REOPENING = "reopen"
_LEAD = r"(?:(?:da|u|uh|um|o|a|ok|thoi|vay|anh|chi|em|toi|minh|thi|cung|cu|xem roi)[ ,]+)*"
_TASK = r"(?:(?:viec|nhiem vu|nv|so|cai|vu) )*#?(?P<{}>\d{{1,4}})"
_FRONT = rf"{_LEAD}(?:{_TASK.format('front')}(?: thi| cu)?[ ,:]+)?"
_NO = r"(?:khong|chua|dung|khoi|thoi khong)(?: (?:co|the|can|nen|phai|dong y|nhat tri|chap thuan|duyet|cho phep|cho|viec|de))*"
_OPENED = rf"mo(?: (?:ra )?lai)?(?: (?:cho )?(?:em|chi|anh|co|ban)(?: no| ay| do)?(?! \d))?(?: {_TASK.format('behind')}| (?:viec )?(?:nay|do|ay))?"
_END = r"(?: (?:duoc|dau|nua|nhe|nha|em|a|di|luon|lam|gi|nhu vay|nhu the|nhu cu|y kien))*"
_WHY = r"(?:(?:[ ,.:;–-]+(?:vi|do|tai|ly do)[ :]+|[,.:;–]+ ?)(?P<why>\w.*))?[ .!]*"
_REFUSED = re.compile(rf"{_FRONT}(?:{_NO} {_OPENED}|(?:de|giu) nguyen(?: {_TASK.format('kept')})?){_END}{_WHY}")
_GRANTED = re.compile(rf"{_FRONT}(?:(?:dong y|cho phep|duyet|nhat tri) )?(?:cho )?{_OPENED}{_END}[ .!]*")


def decided(session: Session, said: Said, text: str) -> Understanding | None:
    """The wish that waits, granted or refused in words that speak of opening; None where none waits or they speak of another."""
    line = read_line(text)
    no = _REFUSED.fullmatch(line.norm.strip())
    found = no or _GRANTED.fullmatch(line.norm.strip())
    if found is None or "?" in text or not (wishes := reopen.wishes(session, said)):
        return None
    named = {int(n) for name, n in found.groupdict().items() if name != "why" and n}
    if named - {wish.line.number for wish in wishes}:
        return None
    reason = None
    if no and no["why"]:
        reason = line.typed(no.start("why"), polite_from(line, no.start("why"), no.end("why")))
    slots = Slots(task_ids=tuple(named), which=OF_REOPENING, reason=reason)
    return Understanding((Act(Intent.reject if no else Intent.approve, slots),))


def granted(session: Session, said: Said, act: Act, duty_id: int | None) -> Done | None:
    return _decide(session, said, act, duty_id, lambda wish: reopen.grant(session, said, wish))


def refused(session: Session, said: Said, act: Act, duty_id: int | None) -> Done | None:
    reason = act.slots.reason or ""
    return _decide(session, said, act, duty_id, lambda wish: reopen.refuse(session, said, wish, reason))


def _decide(
    session: Session, said: Said, act: Act, duty_id: int | None, do: Callable[[ReopenWish], object]
) -> Done | None:
    """The wish named, or the only thing that waits; None where what is decided is no such wish.

    Without a number anything else that waits makes it a question.
    """
    of_this = act.slots.which == OF_REOPENING
    wishes = {wish.line.duty.id: wish for wish in reopen.wishes(session, said)}
    if not wishes or (act.slots.which and not of_this) or act.slots.date:
        return None
    if duty_id is not None:
        return Done((do(wishes[duty_id]),)) if duty_id in wishes else None
    if numbers := act.slots.task_ids:
        meant = [wish for wish in wishes.values() if wish.line.number in numbers]
        named = {wish.line.number for wish in meant} == set(numbers) and len(meant) == len(numbers)
        return Done(tuple(do(wish) for wish in meant)) if named else None
    if of_this and len(wishes) == 1:
        return Done((do(*wishes.values()),))
    lines = [wish.line for wish in wishes.values()]
    if not of_this:
        lines += [w.line for w in decide_dates.wishes(session, said) if w.mine and w.change.decider_id == said.who.id]
        lines += duty_queries.lines_waiting_for(session, said.agency_id, said.who.id)
        one = the_one_waiting(said, lines)
        if one is not None:
            return Done((do(wishes[one.duty.id]),)) if one.duty.id in wishes else None
        if said.about and not any(line.duty.id in wishes for line in lines if line.duty.id in said.about):
            return None
    asked = tuple(lines[:MOST_ASKED])
    return Done((WhichTask(asked),), tuple(Option(str(x.number), act, x.duty.id) for x in asked))
