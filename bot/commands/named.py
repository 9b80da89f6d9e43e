"""Who and which plan a command means, by the name typed."""

from sqlmodel import Session

from bot.commands.stopped import CannotGoOn
from jobs.rules.text import fold_words
from storage.kinds import FOLLOWED
from storage.models.organisation import Staff
from storage.models.plans import Plan
from storage.queries.agencies import staff_of
from storage.queries.plans import plans_in


def the_person(session: Session, agency_id: int, name: str) -> Staff:
    """Accents and case forgiven, the given name is enough where nobody shares it; raises CannotGoOn."""
    wanted, everybody = fold_words(name), staff_of(session, agency_id)
    found = [s for s in everybody if fold_words(s.full_name) == wanted] or [
        s for s in everybody if fold_words(s.full_name).endswith(wanted)
    ]
    if len(found) == 1:
        return found[0]
    if not found:
        raise CannotGoOn(f"Không có ai tên “{name}” trong danh sách.")
    raise CannotGoOn(f"Có {len(found)} người: {', '.join(s.full_name for s in found)}. Hãy gõ cả họ tên.")


def the_plan(session: Session, agency_id: int, name: str) -> Plan:
    """A plan that is followed, by its short title, its number or part of its title; raises CannotGoOn."""
    wanted, followed = fold_words(name), plans_in(session, agency_id, FOLLOWED)
    found = [p for p in followed if wanted in (fold_words(p.short_title), fold_words(p.number or ""))] or [
        p for p in followed if wanted in fold_words(p.title)
    ]
    if len(found) == 1:
        return found[0]
    names = "; ".join(p.short_title for p in followed) or "chưa có"
    raise CannotGoOn(f"Không rõ “{name}” là kế hoạch nào. Đang theo dõi: {names}")
