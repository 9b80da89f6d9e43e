"""How wide a line is in print, and what its width tells: a line that had room for the next word was ended on purpose."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from jobs.rules.text import fold_char

# Advance widths of Times New Roman in 1/100 em, the type of Decree 30/2020/NĐ-CP; other letters are half an em.
_GROUPS = (
    (18, "'"),
    (25, " .,"),
    (28, "ijlt;:/"),
    (33, "frI-()[]"),
    (39, "sJ"),
    (44, 'acez“”"'),
    (56, "FPS+"),
    (61, "ELTZ"),
    (67, "BCR"),
    (72, "wADGHKNOQUVXYĐ"),
    (78, "m&"),
    (83, "%"),
    (89, "M"),
    (94, "W"),
    (100, "…"),
)
_WIDTHS = {sign: width for width, signs in _GROUPS for sign in signs}
_SPACE = 25
_SLACK = 1.02
_CLEARLY = 0.97  # other types and kerning differ by a little


@lru_cache(maxsize=20_000)
def width(text: str) -> float:
    """Of one printed line, in 1/100 em."""
    return sum(_sign_width(sign) for sign in text)


@lru_cache(maxsize=2_000)
def _sign_width(sign: str) -> int:
    if sign in _WIDTHS:
        return _WIDTHS[sign]
    plain = fold_char(sign)
    return _WIDTHS.get(plain.upper() if sign.isupper() else plain, 72 if sign.isupper() else 50)


def had_room(line: str, following: str, column_width: float) -> bool:
    """Whether the first word of the following line would have stood on this one."""
    return width(line) + _SPACE + width(following.split(" ", 1)[0]) < column_width * _CLEARLY


def too_wide(line: str, column_width: float) -> bool:
    return width(line) > column_width * _SLACK


def width_of_column(wraps: Sequence[tuple[str, str]]) -> tuple[float, float]:
    """(at least, at most) the width that explains most wraps, pairs of a line and the one it goes on in; 0 for none.

    Each line fits, and with the next word it would not; so the width lies between the two.
    """
    spans = [(width(line), width(line) + _SPACE + width(after.split(" ", 1)[0])) for line, after in wraps]
    at = max((low for low, _ in spans), key=lambda low: _explained(low, spans), default=0.0)
    return at, min((high for low, high in spans if low <= at < high), default=0.0)


def usual_width(lines: Iterable[str]) -> float:
    """What nine of ten lines keep to; the column is at least so wide."""
    widths = sorted(map(width, lines))
    return widths[len(widths) * 9 // 10] if widths else 0.0


def _explained(at: float, spans: Iterable[tuple[float, float]]) -> int:
    return sum(low <= at < high for low, high in spans)
