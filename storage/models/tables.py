"""Every table in one import, for migrations and tests."""

from sqlmodel import SQLModel

from storage.models import calendar, channels, duties, events, messages, news, organisation, plans, policies, proof

MODULES = (organisation, channels, plans, duties, news, messages, events, calendar, policies, proof)
METADATA = SQLModel.metadata
