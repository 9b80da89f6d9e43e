"""The process that reads one PDF: bytes in, the pickled document or the reason why there is none out."""

import logging
import pickle
import sys

from storage.documents.errors import Reason, UnreadableFile
from storage.documents.pdf_document import pdf_document
from storage.raw_document import RawDocument

_MAX_MEMORY = 640 * 1024 * 1024  # bytes of address space; a plan of 300 pages takes half of that
_SECONDS_A_PAGE, _MAX_SECONDS = 1, 60  # of computing; a page of text takes a fifth of a second


def main() -> None:
    """The first argument: seconds of computing beside those that its pages are worth."""
    to_open = int(sys.argv[1])
    _limit_memory()
    _allow_seconds(to_open)
    logging.disable(logging.CRITICAL)  # the parser remarks on every odd font
    pickle.dump(_result(sys.stdin.buffer.read(), to_open), sys.stdout.buffer)


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (_MAX_MEMORY, _MAX_MEMORY))


def _allow_seconds(seconds: int) -> None:
    """The system ends the process that computes for longer."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (min(seconds, _MAX_SECONDS), _MAX_SECONDS))


def _result(data: bytes, to_open: int) -> RawDocument | Reason:
    try:
        return pdf_document(data, lambda pages: _allow_seconds(to_open + _SECONDS_A_PAGE * pages))
    except UnreadableFile as error:
        return error.reason
    except MemoryError:
        return Reason.TOO_LARGE
    except Exception:  # the parser raises anything on a damaged file
        return Reason.BROKEN


if __name__ == "__main__":
    main()
