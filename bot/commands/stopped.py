"""How a command stops: a sentence that says what to do next, and the exit code of wrong use."""

import sys


class CannotGoOn(Exception):
    """A command stops here; the message says what to do next."""


def stopped(error: CannotGoOn) -> int:
    """Say why and give the exit code of wrong use."""
    print(error, file=sys.stderr)
    return 2
