"""How the log is written: when, where and which kind of error, never an error's own words."""

import logging
import traceback
from types import TracebackType

_FORMAT = "%(asctime)s %(levelname)s %(name)s %(message)s"


class WithoutWords(logging.Formatter):
    """Tracebacks without the errors' texts: a database quotes the names and titles of the row it refused."""

    def formatException(
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> str:
        error, chain = ei[1], list[str]()
        while error is not None:
            places = "".join(traceback.format_tb(error.__traceback__))
            chain.append(f"{places}{type(error).__module__}.{type(error).__qualname__}")
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        return "\n\nwhich came of:\n".join(chain)


def set_up(level: str) -> None:
    handler = logging.StreamHandler()
    handler.setFormatter(WithoutWords(_FORMAT))
    logging.basicConfig(level=level.upper(), handlers=[handler])
