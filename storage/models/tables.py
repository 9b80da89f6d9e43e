"""Every table in one import, for migrations and tests."""

from sqlmodel import SQLModel

from storage.models import (
    calendar,
    channels,
    duties,
    events,
    joining,
    messages,
    news,
    organisation,
    plans,
    policies,
    proof,
    snoozes,
    year_end,
)

MODULES = (
    organisation,
    channels,
    plans,
    duties,
    news,
    messages,
    events,
    year_end,
    calendar,
    policies,
    proof,
    snoozes,
    joining,
)
METADATA = SQLModel.metadata
