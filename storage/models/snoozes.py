"""Lines that their readers want to hear of again on a later day."""

from datetime import date

from sqlalchemy import UniqueConstraint

from storage.models.base import TenantRow, by, owned, tenant


class Snooze(TenantRow, table=True):
    """One person's mornings leave a duty out before `until`; no date of the duty moves. Saying it again replaces it."""

    __table_args__ = tenant(
        UniqueConstraint("agency_id", "duty_id", "staff_id"),
        owned("duty", "duty_id"),
        owned("staff", "staff_id"),
        by("staff_id", "until"),
    )

    duty_id: int
    staff_id: int
    until: date
