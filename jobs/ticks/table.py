"""Every tick of the product, in the order a quiet moment runs them."""

from jobs.scheduler import TickPlan
from jobs.ticks.absences import absences
from jobs.ticks.audit import audit
from jobs.ticks.digests import digests
from jobs.ticks.periods import periods
from jobs.ticks.upkeep import UPKEEP
from jobs.ticks.year_end import year_end

TICKS = (
    TickPlan("periods", periods, minute="*/10"),
    TickPlan("absences", absences, minute="*/10"),
    TickPlan("year_end", year_end, minute="*/10"),
    TickPlan("digests", digests, second="*/20"),
    TickPlan("audit", audit, second="30"),
    *UPKEEP,
)
