"""PDF files, read in a process of its own: whatever a damaged or hostile file does to the parser is bounded and ends there."""

import os
import pickle
import subprocess
import sys

from storage.documents.errors import Reason, UnreadableFile
from storage.raw_document import RawDocument

SECONDS_TO_OPEN = 8  # of computing, beside one a page
_MAX_WAIT = 300.0  # seconds, on a busy machine; the worker bounds its own work


def read_pdf(data: bytes) -> RawDocument:
    """Raises UnreadableFile: damaged, encrypted, without text, too many pages or too much work."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-m", "storage.documents.pdf_worker", str(SECONDS_TO_OPEN)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, env=environment, timeout=_MAX_WAIT, check=False)
    except subprocess.TimeoutExpired as error:
        raise UnreadableFile(Reason.TOO_LARGE) from error
    if done.returncode < 0:  # stopped at one of its limits
        raise UnreadableFile(Reason.TOO_LARGE)
    if done.returncode:
        raise RuntimeError(done.stderr.decode(errors="replace")[-500:])
    result = pickle.loads(done.stdout)
    if not isinstance(result, RawDocument):
        raise UnreadableFile(result)
    return result
