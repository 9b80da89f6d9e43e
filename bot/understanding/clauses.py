"""One message into its clauses: "12 60%, 15 xong, 18 vướng chờ Sở" are three."""

import re

from bot.understanding.line import Line, read_line
from bot.understanding.numbers import masked

_HARD = re.compile(r"\s*[;\n\r]+\s*(?:[-+•*]\s*)?")
_NEWS_TEXT = re.compile(r"^\s*(?:(?:em |e )?(?:g[uử]i|n[oộ]p|đã gửi|da gui) )?(?:tin|b[aà]i)(?: b[aà]i)?\s*:", re.I)
_ORDER = r"(?:xong|hoan thanh|duyet|khong duyet|tra lai|tra|dong y|khong dong y|tu choi|giao|nhac|mo lai|(?:xin )?(?:lui|gia han)|han)"
_TAIL_WORD = (
    r"(?:roi|a|nhe|em|anh|chi|het|luon|va|thoi|giup|den|sang|ve|la|vi|do|them|voi|thang|nua|ngay|deu|da xong|cung)"
)
_SOFT = re.compile(
    rf"(?:, ?|\. | va | con |, con |, va )(?=(?:viec |nhiem vu |so |#)?\d{{1,4}}:? (?!{_TAIL_WORD}\b)(?:[a-zđ]|_+ ?%)"
    rf"|{_ORDER} (?:viec |nhiem vu |so |#)?\d)"
)
_ONLY_NUMBERS = re.compile(
    r"^(?:da |em |bao |cac |bao cao |anh |chi |so |viec |nhiem vu |va |nv |#|, ?|\d+(?:-\d+)? ?|xong |hoan thanh |duyet |tra )*$"
)
_GIVING = re.compile(r"^(?:giao|chuyen|phan cong|nhac|gia han|lui|xin|han|dat han)")


def split_clauses(text: str) -> list[Line]:
    """Clauses in order. A comma only parts what starts a new act: "xong 3, 5" and "trả 8, thiếu số liệu" stay whole."""
    if _NEWS_TEXT.match(text):
        return [read_line(text.strip().splitlines()[0])] if text.strip() else []
    out: list[Line] = []
    for part in _HARD.split(text.strip()):
        if part.strip():
            out += _soft(read_line(part))
    return out


def _soft(line: Line) -> list[Line]:
    norm = masked(line.norm)
    out: list[Line] = []
    start = 0
    for found in _SOFT.finditer(norm):
        left = norm[start : found.start()]
        numbers_only = _ONLY_NUMBERS.match(left.strip() + " ")
        right = norm[found.end() :]
        after_number = re.match(r"(?:viec |so |#)?\d{1,4}:? (\w+)", right)
        if numbers_only and not (_parts(left, right)):
            continue
        if after_number and after_number[1] == "cho" and _GIVING.match(left):
            continue
        out.append(line.part(start, found.start()))
        start = found.end()
    out.append(line.part(start, len(line.norm)))
    return [each for each in out if each.norm]


def _parts(left: str, right: str) -> bool:
    """ "trả 9, 10 thiếu số" is one act on both; "xong 7, 8 đăng 12 tin" is two."""
    if left.startswith("tra"):
        return bool(re.match(_ORDER, right))
    return bool(re.search(r"xong|duyet", left)) and _new_statement(right)


def _new_statement(right: str) -> bool:
    """What follows says its own thing of its own number, instead of continuing the list."""
    return bool(
        re.match(
            r"(?:viec |so |#)?\d{1,4}:? (?!xong roi|da xong)(?:dang|chua|vuong|nhu|khong|moi|cho|con(?! \d)|duoc|_+ ?%|tra|kh|bc|qd|cv)\b",
            right,
        )
        or re.match(_ORDER, right)
        or re.match(r"\d{1,4} (?!xong|hoan thanh|roi|con \d)\w+(?: \w+)+$", right)
    )
