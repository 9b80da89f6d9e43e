"""Telegram: everything about it, and the only place that imports `telegram`."""

import os

# python-telegram-bot deprecates whole seconds for time spans; this is its documented switch to timedelta.
os.environ.setdefault("PTB_TIMEDELTA", "true")

from bot.loading import without

with without("cryptography", "click"):  # for Telegram Passport and httpx's command line: eight megabytes
    import telegram  # noqa: F401
