"""What the commands on the open draft share: which draft is meant, and in whose name the shell speaks."""

from sqlmodel import Session

from bot.commands.stopped import CannotGoOn
from bot.commands.typed import typed
from bot.usecases.said import Said
from jobs.calendar import working_calendar
from jobs.clock import SystemClock, office_day
from storage.models.organisation import Agency
from storage.models.plans import Plan
from storage.queries.agencies import agency_by_id
from storage.queries.people import person
from storage.queries.plans import open_draft


def the_draft(session: Session, agency: Agency) -> Plan:
    """The agency's open draft; raises CannotGoOn where there is none."""
    plan = open_draft(session, agency.id)
    if plan is None:
        raise CannotGoOn(f"Không có bản nháp nào. Hãy chạy trước: {typed('plan import', 'FILE')}")
    return plan


def as_keeper(session: Session, plan: Plan) -> Said:
    """The setting in which the keeper of a draft speaks by the shell; raises CannotGoOn when he has left."""
    now = SystemClock().now()
    agency = agency_by_id(session, plan.agency_id)
    today = office_day(now, agency.time_zone)
    try:
        keeper = person(session, agency.id, plan.keeper_id, today)
    except LookupError as error:
        raise CannotGoOn("Người theo dõi kế hoạch này không còn ở cơ quan; hãy nhờ quản trị ghi người khác.") from error
    return Said(keeper, now, today, working_calendar(session))
