"""How a command stops: a sentence that says what to do next; the exit code is that of wrong use."""


class CannotGoOn(Exception):
    """A command stops here; the message says what to do next."""
