"""Why a file cannot be read. No words for people here: the edge says what to do next in their language."""

from enum import StrEnum


class Reason(StrEnum):
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    TOO_LONG = "too_long"  # more rows or cells than any plan has, most of them empty
    PASSWORD = "password"  # an encrypted file
    OLD_FORMAT = "old_format"  # .doc or .xls of Office 97-2003
    UNSUPPORTED = "unsupported"  # a kind of file this version does not read
    PICTURE = "picture"
    SCANNED = "scanned"  # a PDF that holds pictures of pages, no text
    FOREIGN = "foreign"  # an archive that is no office file
    BROKEN = "broken"
    UNSAFE = "unsafe"  # unpacks to far more than it is, or declares XML entities


class UnreadableFile(Exception):
    """Raised for every file that cannot be read; `reason` says why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason
