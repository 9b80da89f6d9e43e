"""What is still missing is told beside the answers of a period, once."""

from collections.abc import Sequence

from sqlmodel import Session

from bot.usecases.give_result import NoneArose, Recorded
from bot.usecases.missing_results import still_missing
from bot.usecases.report_done import KeptUpAllYear
from bot.usecases.said import Said

_ANSWERS = (Recorded, NoneArose, KeptUpAllYear)


def with_rest(session: Session, said: Said, results: Sequence[object]) -> list[object]:
    """After answers of the period: what is still missing, once."""
    own = [r for r in results if isinstance(r, _ANSWERS) and r.line.duty.recipient_id == said.who.id]
    if not own:
        return list(results)
    rest = still_missing(session, said)
    told = any(isinstance(each, type(rest)) for each in results)
    return [*results, rest] if rest and not told else list(results)
