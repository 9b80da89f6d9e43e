"""A reason typed right after a wish for time was refused: it may ask again or say what holds the work up, so it is asked."""

import re

from sqlmodel import Session

from bot.understanding.intents import Act, Intent, Slots, Understanding
from bot.understanding.line import read_line
from bot.understanding.reason_said import reason_said
from bot.usecases.said import Said
from storage.kinds import OPEN_STATES, DateOutcome
from storage.models.duties import DateChange
from storage.queries import dates, duties
from storage.queries.duties import DutyLine

_NUMBERED = re.compile(r"(?:(?:viec|nhiem vu|nv|so) )*#?(?P<n>\d{1,4}) ?[:,–-]? ?(?=[^\W\d])")
#: More than a reason: a day, a wish said whole, or how the work goes on.
_SAYS_MORE = re.compile(r"\d|\b(?:lui|gia han|du kien|xong|hoan thanh)\b|^(?:da |em )*(?:dang|van) ")


def argued(session: Session, said: Said, text: str) -> Understanding | None:
    """The wish anew with this reason, or the reason as an obstacle; None where no refused wish was spoken of last."""
    line = read_line(text)
    named = _NUMBERED.match(line.norm)
    rest = line.part(named.end(), len(line.norm)) if named else line
    reason = None if _SAYS_MORE.search(rest.norm) else reason_said(rest.text)
    if reason is None:
        return None
    number = int(named["n"]) if named else None
    lines = [x for x in duties.lines_by_ids(session, said.agency_id, said.about) if number in (None, x.number)]
    found = [(x, wish) for x in lines if (wish := _refused_of(session, said, x))]
    if len(lines) != 1 or not found:
        return None
    readings = _readings(*found[0], reason)
    return Understanding(readings, sure=False, readings=readings)


def _refused_of(session: Session, said: Said, line: DutyLine) -> DateChange | None:
    moves = dates.moves_of(session, said.agency_id, line.duty.id)
    last = moves[-1] if moves and line.duty.state in OPEN_STATES else None
    mine = last and last.outcome is DateOutcome.REFUSED and last.asked_by_id == said.who.id
    return last if mine else None


def _readings(line: DutyLine, wish: DateChange, reason: str) -> tuple[Act, ...]:
    of = (line.number,)
    again = Slots(task_ids=of, date=wish.to_on, reason=reason, which=wish.which.value, unit_full=line.unit.name)
    held_up = f"vướng: {reason}"
    told = Slots(task_ids=of, text=held_up, statement=held_up, unit_full=line.unit.name)
    return Act(Intent.extend_request, again), Act(Intent.progress, told)
