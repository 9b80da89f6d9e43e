"""Ticks of the delivery itself: rescue what a dead process held, address what waited for a chat, end what is too late,
forget old words and files, and wait for nothing that a clock put back has moved away.
"""

from jobs.scheduler import TickPlan
from storage.queries.clock_back import let_go_after_clock_back
from storage.queries.files import forget_files
from storage.queries.inbox import forget_texts
from storage.queries.notices import expire
from storage.queries.outcomes import rescue
from storage.queries.reach import address_waiting

UPKEEP = [
    TickPlan("clock_back", let_go_after_clock_back, second="5-59/20"),
    TickPlan("rescue", rescue, second="3-59/5"),
    TickPlan("address_waiting", address_waiting, second="11-59/20"),
    TickPlan("expire", expire, second="14-59/30"),
    TickPlan("forget_texts", forget_texts, minute="17"),
    TickPlan("forget_files", forget_files, minute="27"),
]
