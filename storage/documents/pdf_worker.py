"""The process that reads one PDF: bytes in, the pickled document or the reason why there is none out."""

import logging
import pickle
import sys

from storage.documents.errors import Reason, UnreadableFile
from storage.documents.pdf_document import pdf_document
from storage.raw_document import RawDocument

_MAX_MEMORY = 1024 * 1024 * 1024  # bytes of address space
_MAX_SECONDS = 60  # of computing; a plan of 300 pages takes half of that


def main() -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MAX_MEMORY, _MAX_MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (_MAX_SECONDS, _MAX_SECONDS))
    logging.disable(logging.CRITICAL)  # the parser remarks on every odd font
    pickle.dump(_result(sys.stdin.buffer.read()), sys.stdout.buffer)


def _result(data: bytes) -> RawDocument | Reason:
    try:
        return pdf_document(data)
    except UnreadableFile as error:
        return error.reason
    except MemoryError:
        return Reason.TOO_LARGE
    except Exception:  # the parser raises anything on a damaged file
        return Reason.BROKEN


if __name__ == "__main__":
    main()
