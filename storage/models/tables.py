"""Every table in one import, for migrations and tests."""

from sqlmodel import SQLModel

from storage.models import calendar, channels, duties, events, messages, news, organisation, plans, policies

MODULES = (organisation, channels, plans, duties, news, messages, events, calendar, policies)
METADATA = SQLModel.metadata
