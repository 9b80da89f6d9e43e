"""Somebody called by name behind a question: "47 xong ko anh Dũng" asks as much as "47 xong ko"."""

import re

from bot.understanding.directory import Directory

#: As typed; "a Dũng" behind "xong" calls him, and "chú" is an uncle.
_ASKS = r"không|khong|hông|hong|hok|hem|ko|kg|k|chưa|chua|hả|hở|hử|ha|nhỉ|à|chứ|đâu|sao|gì|vậy|thế"
_LAST = re.compile(
    rf"(?P<asks>.*(?<!\w)(?:{_ASKS})),?\s+(?P<address>(?:anh|chị|chi|em|cô|chú|bác|sếp|a|c|e)\s+)?(?P<name>[^\W\d]+)"
    r"(?:\s+(?:ơi|oi|ạ|nhỉ|vậy|thế|ha))*\s*(?P<end>[?!.\s]*)",
    re.I | re.S,
)


def without_called(text: str, directory: Directory) -> str:
    """The same without the name at its end; a name in small letters only behind a form of address ("mai" is tomorrow)."""
    found = _LAST.fullmatch(text)
    if not found:
        return text
    known, capital = directory.names_somebody(found["name"]), found["name"][0].isupper()
    called = (known or capital) if found["address"] else (known and capital)
    return f"{found['asks']}{found['end']}" if called else text
