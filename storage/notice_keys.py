"""What makes a notice the same notice: one key a kind, of ids and days only, never an hour."""

from datetime import date


def digest_key(staff_id: int, day: date) -> str:
    """One digest a person and day."""
    return f"digest/{staff_id}/{day.isoformat()}"


def weekly_key(staff_id: int, week: date) -> str:
    """One weekly message a person and ISO week; `week` is any day of it."""
    year, number, _ = week.isocalendar()
    return f"weekly/{staff_id}/{year}-W{number:02d}"


def trial_key(staff_id: int, day: date) -> str:
    """One message a person and day that the keeper reads in his place."""
    return f"trial/{staff_id}/{day.isoformat()}"


def reply_key(inbox_id: int, n: int) -> str:
    """The n-th answer to one incoming message."""
    return f"reply/{inbox_id}/{n}"


def told_key(event_id: int, staff_id: int) -> str:
    """One person hears of one event at once."""
    return f"told/{event_id}/{staff_id}"


def urged_key(staff_id: int, day: date) -> str:
    """However often and by whomever it is asked for, one reminder a person and day."""
    return f"urged/{staff_id}/{day.isoformat()}"


def news_urged_key(staff_id: int, unit_id: int, day: date) -> str:
    """Of the news a unit owes, once a day; its work may be asked for besides."""
    return f"urged-news/{staff_id}/{unit_id}/{day.isoformat()}"


def alarm_key(staff_id: int, day: date, kind: str) -> str:
    """One person hears of one kind of difference once a day."""
    return f"alarm/{staff_id}/{day.isoformat()}/{kind}"
