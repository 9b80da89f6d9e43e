"""Telegram: everything about it, and the only place that imports `telegram`."""

import os

# python-telegram-bot deprecates whole seconds for time spans; this is its documented switch to timedelta.
os.environ.setdefault("PTB_TIMEDELTA", "true")
