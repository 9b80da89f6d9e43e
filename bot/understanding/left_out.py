"""Task numbers a sentence leaves out of what it says: "7, 8, 17 xong trừ 8", "11 đến 14 xong hết chỉ còn 13"."""

import re

from bot.understanding.line import Line, read_line
from bot.understanding.listed import listed
from bot.understanding.numbers import task_ids

_SPARING = (
    r"(?<!luu )(?<!cu )(?<!tam )(?<!thuong )(?<!khau )(?<!giam )(?<!du )(?<!noi )(?<!tri )"
    r"(?:ngoai tru|loai tru|tru|ngoai|khong tinh|khong ke|chua tinh|de lai|chua lai|giu lai|chừa|bo(?= (?:viec |nhiem vu |so )?#?\d[\d, va]* ra\b))"
)
_ONLY = r"(?:moi|co moi|duy nhat|rieng|dung|thieu(?: moi)?)"
#: What is still left is none of what is finished.
_STILL_LEFT = (
    rf"(?:chi con|moi con|con(?= (?:lai )?{_ONLY}\b)|(?<=het )con|(?<=het roi )con|(?<=het, )con)(?: lai)?(?: {_ONLY})?"
)
_LEFT_OUT = re.compile(
    rf"\b(?P<word>{_SPARING}|{_STILL_LEFT})"
    r"(?: ra)? (?P<numbers>(?:(?:cac|may|moi|mot|mỗi|rieng|duy nhat|dau|viec|nhiem vu|nv|so|muc|phan) )*#?\d.*)$"
)
#: "trừ", not "trụ", "trữ"; "để lại".
_SPELT = frozenset(
    listed(
        "trừ tru ngoài ngoai tính tinh kể ke lại lai chừa bỏ bo còn con mỗi moi mới nhất nhat riêng rieng đúng dung thiếu thieu"
    )
)


def left_out(line: Line) -> tuple[tuple[int, ...], Line]:
    """The numbers left out, and the line up to where they stand."""
    found = _LEFT_OUT.search(line.norm)
    if not found or line.typed(*found.span("word")).lower().split()[-1] not in _SPELT:
        return (), line
    numbers = task_ids(read_line("xong " + re.sub(r"^[^\d#]+", "", found["numbers"])))[0]
    return numbers, line.part(0, found.start()) if numbers else line
