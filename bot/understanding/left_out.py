"""Where a sentence leaves out some of what it speaks of, and which task numbers: "7, 8 xong trừ 8", "11 đến 14 xong hết chỉ còn 13".

Whom it leaves out is read in `narrowing.py`, behind the same words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.understanding.line import Line, read_line
from bot.understanding.listed import listed
from bot.understanding.numbers import task_ids

#: Not "lưu trữ", "khấu trừ", "trụ sở", "nước ngoài".
_NO_OTHER_WORD = (
    r"(?<!luu )(?<!(?<!nhu )cu )(?<!tam )(?<!thuong )(?<!khau )(?<!giam )(?<!du )(?<!noi )(?<!(?<!duy )tri )(?<!nuoc )"
)
_STRONG = r"ngoai tru|loai tru|tru|khong tinh|khong ke|chua tinh"
SPARING = rf"{_NO_OTHER_WORD}(?:{_STRONG}|ngoai|de lai|chua lai|giu lai|chừa|bo(?= (?:viec |nhiem vu |so )?#?\d[\d, va]* ra\b))"
#: What is told of one alone: "như kỳ trước, chỉ có 34 tăng 12 hồ sơ".
ONLY_OF = r"(?:(?:chi|duy) (?:co|rieng|moi|mot minh|duy nhat)|duy nhat|co moi)"
#: Words that may stand between these and a number: "trừ mỗi cái 13".
OF_NUMBERS = r"(?:(?:cac|may|moi|mot|mỗi|rieng|duy nhat|dau|viec|nhiem vu|nv|so|muc|phan|cai|con|thang|thằng|dua|em|anh|chi|vu) )*"
_ONLY = r"(?:moi|co moi|duy nhat|rieng|dung)"
_A_NUMBER = rf"(?= {OF_NUMBERS}#?\d)"
#: What is still left is none of what is finished.
_STILL_LEFT = (
    rf"(?:(?:chi con|moi con|con(?= (?:lai )?{_ONLY}\b))(?: lai)?(?: {_ONLY})?"
    rf"|(?:chi con|con|(?<=het )con|(?<=het roi )con|(?<=het, )con)(?: lai)? thieu(?: moi)?{_A_NUMBER}"
    rf"|(?:(?<=het )con|(?<=het roi )con|(?<=het, )con)(?: lai)?{_A_NUMBER})"
)
_WORD = re.compile(rf"\b(?P<word>{SPARING}|{_STILL_LEFT})(?: ra)? (?=\S)")
_LIST = r"(?:(?:cai|viec|nv|so) )*#?\d{1,3}(?:(?: ?,| va| voi) ?#?\d{1,3})*"
_FINISHED = r"(?:xong|hoan thanh|hoan tat|duyet|nop)"
#: "Xong 5 rồi còn 6", "duyệt 2, còn 7 thì chưa": bare at the end it is left; "còn 8 xong 60%" tells on, "12 xong 8, còn 4" counts.
_LEFT_AT_END = re.compile(
    rf"(?:(?<!\d )\b{_FINISHED} {_LIST}(?: [a-z]+ \d+/\S+)?|\b{_LIST}(?: (?:da|deu|cung|em|ben em))* {_FINISHED}|\btra(?: lai| ve)? {_LIST}(?: [^\W\d]+){{0,6}})(?: (?:roi|het|ca|nhe|a))*"
    rf"[ ,]+(?:(?:(?<=, )|(?<=roi ))(?:gio|bay gio|hien|hien tai|em|toi) )?(?:(?:em|toi) )?(?P<word>con)(?: lai)? (?={_LIST}(?: (?:thi|van|cung|la|chua|xong|duoc|nua|thoi|a|nhe|nha|em|anh|chi))*[ .!]*$)"
)
_NUMBERS = re.compile(rf"{OF_NUMBERS}#?\d.*$")
#: "trừ", not "trụ", "trữ"; "để lại".
_SPELT = frozenset(
    listed(
        "trừ tru ngoài ngoai tính tinh kể ke lại lai chừa bỏ bo còn con mỗi moi mới nhất nhat riêng rieng đúng dung thiếu thieu"
    )
)


@dataclass(frozen=True)
class Sparing:
    """A word that leaves something out, from `start`; what it leaves out begins at `end`. `weak`: it may mean another thing."""

    start: int
    end: int
    weak: bool


def sparings(line: Line) -> Iterator[Sparing]:
    """Every place where a line may leave something out: "trừ …", "ngoài …", "chỉ còn …"."""
    for found in (*_WORD.finditer(line.norm), *_LEFT_AT_END.finditer(line.norm)):
        if line.typed(*found.span("word")).lower().split()[-1] in _SPELT:
            yield Sparing(found.start("word"), found.end(), not re.fullmatch(_STRONG, found["word"]))


def is_left_at_end(line: Line) -> bool:
    """ "Xong 5 rồi còn 6": 6 is none of what is finished, and was none of what was spoken of."""
    return left_from(line) is not None


def left_from(line: Line) -> int | None:
    """Where "còn 6" begins in it."""
    found = _LEFT_AT_END.search(line.norm)
    return found.start("word") if found else None


@lru_cache(maxsize=256)
def left_out(line: Line) -> tuple[tuple[int, ...], Line]:
    """The numbers left out, and the line up to where they stand."""
    for spared in sparings(line) if line.has_figures else ():
        if found := _NUMBERS.match(line.norm, spared.end):
            numbers = task_ids(read_line("xong " + re.sub(r"^[^\d#]+", "", found[0])))[0]
            return numbers, line.part(0, spared.start) if numbers else line
    return (), line
