"""Numbers and dates of a sheet as their format shows them: 1.1 with "0.00" is row 1.10. Days come first, always."""

import re
from datetime import datetime, time
from decimal import ROUND_HALF_UP, Decimal

from openpyxl.styles.numbers import is_date_format
from openpyxl.utils.datetime import from_excel

_LITERAL = re.compile(r'"([^"]*)"|\\(.)')
_UNSEEN = re.compile(r"\[[^\]]*\]|[_*].")
_DIGITS = re.compile(r"[#0?,]*[#0?](?:\.[#0?]*)?|\.[0?#]+")
_CLOCK = re.compile(r"h+(?::?m+)?(?::?s+)?(?:\.0+)?|m+:s+(?:\.0+)?|am/pm|a/p", re.I)
_MARK = "\1"  # stands for a literal while the rest of a format is looked at


def shown(value: str, form: str, epoch: datetime) -> str:
    """The stored number as it is shown. Percentages keep all their digits, thousands have no mark.

    Raises ValueError for what is no number, OverflowError for a date outside the calendar.
    """
    form = form.strip() or "General"
    if is_date_format(form):
        return _date(float(value), form, epoch)
    number = Decimal(repr(float(value))) if re.search(r"[.eE]", value) else Decimal(value)
    section = _section(number, form)
    before, pattern, after = _parts(section)
    if "%" in section:
        return f"{_general(number * 100)}%"
    if not pattern or "/" in section or "E+" in section.upper() or "general" in section.lower():
        return _general(number)
    return f"{before}{_padded(number, pattern, form)}{after}".strip()


def _general(number: Decimal) -> str:
    """Ten digits, which also hides the dust of binary fractions."""
    if number == number.to_integral_value() and abs(number) < 10**15:
        return str(int(number))
    return f"{float(number):.10g}"


def _section(number: Decimal, form: str) -> str:
    """The part of "positive;negative;zero" that fits."""
    hidden = [(m.start(), m.end()) for m in _LITERAL.finditer(form)]
    cuts = [n for n, c in enumerate(form) if c == ";" and not any(a <= n < b for a, b in hidden)]
    parts = [form[a + 1 : b] for a, b in zip([-1, *cuts], [*cuts, len(form)], strict=True)]
    if number < 0 and len(parts) > 1:
        return parts[1]
    return parts[2] if number == 0 and len(parts) > 2 else parts[0]


def _parts(section: str) -> tuple[str, str, str]:
    """Literal before the digits, their pattern ("" where there is none or several), literal after them."""
    literals = [m[1] if m[1] is not None else m[2] for m in _LITERAL.finditer(section)]
    plain = _UNSEEN.sub("", _LITERAL.sub(_MARK, section))
    found = list(_DIGITS.finditer(plain))
    if len(found) != 1:
        return "", "", ""
    before, after = plain[: found[0].start()], plain[found[0].end() :]
    at = before.count(_MARK)
    return _filled(before, literals[:at]), found[0][0], _filled(after, literals[at:])


def _filled(text: str, literals: list[str]) -> str:
    left = iter(literals)
    return "".join(next(left) if char == _MARK else char for char in text)


def _padded(number: Decimal, pattern: str, form: str) -> str:
    whole, _, fraction = pattern.partition(".")
    rounded = abs(number).quantize(Decimal(1).scaleb(-len(fraction)), ROUND_HALF_UP)
    digits, _, decimals = f"{rounded:f}".partition(".")
    while decimals and len(decimals) > fraction.count("0") and decimals.endswith("0"):
        decimals = decimals[:-1]
    digits = digits.rjust(whole.count("0"), "0")
    sign = "-" if number < 0 and ";" not in form else ""
    return f"{sign}{digits}.{decimals}" if decimals else f"{sign}{digits}"


def _date(value: float, form: str, epoch: datetime) -> str:
    """Only the parts that the format shows: a month is not told as its first day, a day without a year has none."""
    found = from_excel(value, epoch)
    words = _LITERAL.sub(_MARK, re.sub(r"\[[^\]]*\]", "", form.split(";")[0]))
    clock = _CLOCK.search(words)
    calendar = _CLOCK.sub("", words).lower()
    if not isinstance(found, datetime):
        return f"{found:%H:%M}" if isinstance(found, time) else _general(Decimal(repr(value)))
    parts = [(c, code) for c, code in (("d", "%d"), ("m", "%m"), ("y", "%Y")) if c in calendar]
    day = "/".join(f"{found:{code}}" for _, code in parts)
    if [c for c, _ in parts] == ["m"]:
        day = f"tháng {found.month}"
    hour = f"{found:%H:%M}" if clock and (found.time() != time() or not day) else ""
    literals = [m[1] if m[1] is not None else m[2] for m in _LITERAL.finditer(form)]
    lead = literals[0].strip() if words.startswith(_MARK) and day else ""
    return " ".join(part for part in (lead, day, hour) if part)
