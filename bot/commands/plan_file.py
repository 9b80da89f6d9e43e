"""A plan's file as typed in a shell: its bytes, and in Vietnamese why it cannot be read and what to do next."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.commands.stopped import CannotGoOn
from bot.replies.unreadable import secrecy, what_to_do
from jobs.rules.plans.secrecy import is_secret
from locales.translate import translator
from storage.documents.errors import Reason, UnreadableFile
from storage.documents.package import MAX_BYTES
from storage.documents.reader import read_document
from storage.raw_document import RawDocument

KINDS_READ = "kế hoạch: .docx, .pdf (có chữ), .xlsx, .odt, .ods, .csv, .txt; dấu - là chữ dán vào từ bàn phím"


def explain_unreadable(error: UnreadableFile) -> str:
    """What is wrong with the file and what to do next, in Vietnamese."""
    return what_to_do(error.reason, translator("vi"))


@contextmanager
def readable() -> Iterator[None]:
    """A command stops at a file that cannot be read."""
    try:
        yield
    except UnreadableFile as error:
        raise CannotGoOn(explain_unreadable(error)) from error


def file_bytes(path: Path) -> bytes:
    """The file, or standard input for "-". Raises CannotGoOn, and UnreadableFile before a huge file is loaded."""
    if str(path) == "-":
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UnreadableFile(Reason.TOO_LARGE)
        return path.read_bytes()
    except OSError as error:
        raise CannotGoOn(f"Không mở được tệp {path}; hãy kiểm tra lại đường dẫn.") from error


def read_plan_file(data: bytes, name: str) -> RawDocument:
    """Paragraphs and tables of a plan. Raises UnreadableFile, and CannotGoOn for a document marked as secret."""
    document = read_document(data, name)
    if is_secret(document):
        raise CannotGoOn(secrecy(translator("vi")))
    return document
