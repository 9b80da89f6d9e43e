"""Figures as people type them: "97,5%", "1.250 hồ sơ", "12/15"."""

import re

_FIGURE = re.compile(r"\d[\d.,]*")


def value_of(text: str) -> float | None:
    """The number a figure begins with; a dot parts thousands where three digits follow, else it is the decimal sign."""
    found = _FIGURE.search(text)
    if not found:
        return None
    typed = found.group().rstrip(".,")
    if "," in typed and "." in typed:
        typed = typed.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"\d{1,3}(?:\.\d{3})+", typed):
        typed = typed.replace(".", "")
    else:
        typed = typed.replace(",", ".")
    try:
        return float(typed)
    except ValueError:
        return None
