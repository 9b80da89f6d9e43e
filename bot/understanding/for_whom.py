"""Whose answer it is when a keeper or head types for another: "ghi hộ Thảo: xong 7", "xong hộ chị Lan 7"."""

import re

from bot.understanding.directory import Directory
from bot.understanding.line import Line, read_line
from bot.understanding.words import DONE, QUESTION_END

_POLITE = r"(?:anh|chi|em|co|chu|bac|ong|ba|dong chi|a|c)"
_FOR = rf"(?:ho|thay|thay mat|giup)(?: cho)? (?:{_POLITE} )?"
_BEFORE_COLON = re.compile(
    r"^(?:em |anh |chi )?(?:ghi|bao|cap nhat|tra loi|nhap|nop|lam) (?:ho|thay|thay mat|giup)(?: cho)? ([^:]{2,40}?) ?: ?"
)
#: The verb stays, the person goes: "xong hộ Lan 7" says "xong 7" for Lan. "Nhắc hộ Lan" is no such report.
_ASK = r"xin (?:lui|gia han|doi han|doi moc|them thoi gian)"
_AFTER_VERB = re.compile(rf"^(?:em |anh |chi )?(?:{DONE}|{_ASK}|ghi|cap nhat|tra loi|nhap|nop)( {_FOR}(\w+))(?= |$)")
_NUMBER = r"(?:(?:viec|nhiem vu|nv|so) )?\d+"
_AT_END = re.compile(rf"^(?:{DONE}\b|ghi\b|(?:viec |so )?\d).*?( (?:{_FOR}|for )(\w+))$")

_TELL_FOR = re.compile(
    rf"^(?:em |anh |chi )?bao( (?:ho|thay|giup)(?: cho)? {_POLITE} (\w+))(?= (?:la )?(?:{_NUMBER}|{DONE}))"
)
#: "Chị Lan báo xong việc 7", "anh Phúc xong việc 52 rồi" typed by who records for them.
_THEY_SAID = re.compile(
    rf"^({_POLITE} (\w+)(?: (?:vua|moi|da|co|nho|xin))*(?: (?:bao(?: cao)?|noi|nhan)(?: la| rang)?)?)"
    rf"(?= (?:da |lam |vua )*{DONE} (?:{_NUMBER})| {_NUMBER} (?:da )?(?:xong|hoan thanh)\b| {_ASK} .*\d)"
)


def for_whom(text: str, directory: Directory, *, records: bool = False) -> tuple[str | None, str]:
    """The person named, and the message without him; None where the sender speaks for himself.

    `records`: the sender types for others, so that "báo giúp anh Phúc" is for him and not word to him.
    """
    if ":" in text:
        found = _BEFORE_COLON.match((line := read_line(text.split(":")[0] + ":")).norm)
        if found:
            return line.typed(*found.span(1)), text.split(":", 1)[1]
    line = read_line(text)
    found = _AFTER_VERB.match(line.norm) or _AT_END.match(line.norm)
    if records and not found and not QUESTION_END.search(line.norm):
        found = _TELL_FOR.match(line.norm) or _THEY_SAID.match(line.norm)
    if not found or not directory.names_somebody(line.typed(*found.span(2))):
        return None, text
    start, end = line.starts[found.start(1)], line.ends[found.end(1) - 1]
    return _name(line, found), f"{line.text[:start]} {line.text[end:]}"


def wishes(text: str) -> bool:
    """Whether what is typed for somebody asks for time: it is his wish, whoever may order it himself."""
    return bool(re.search(rf"\b{_ASK}\b", read_line(text).norm))


def _name(line: Line, found: re.Match[str]) -> str:
    """The given name with its form of address, as typed."""
    before = re.search(rf"{_POLITE} $", line.norm[: found.start(2)])
    return line.typed(before.start() if before else found.start(2), found.end(2))
