"""The abbreviations of administrative documents, as they stand in a document's number (NĐ 30/2020, appendix III)."""

import re

from jobs.rules.text import fold

_SYMBOLS = (
    ("nghi quyet", "NQ"),
    ("quyet dinh", "QĐ"),
    ("chi thi", "CT"),
    ("quy che", "QC"),
    ("ke hoach", "KH"),
    ("bao cao", "BC"),
    ("to trinh", "TTr"),
    ("thong bao", "TB"),
    ("cong van", "CV"),
    ("bien ban", "BB"),
    ("huong dan", "HD"),
)


_IN_CAPITALS = {fold(symbol): symbol for _words, symbol in _SYMBOLS}
_NUMBER = re.compile(
    rf"(?<![\w/])(?:(?:{'|'.join(_IN_CAPITALS)}|qđ) ?\d+(?:/(?:20\d\d/)?[a-zđ]+(?:-[a-zđ]+)*)?|\d+/(?:20\d\d/)?[a-zđ]{{2,4}}(?:-[a-zđ]+)+)(?![\w/])"
)


def in_capitals(evidence: str) -> str:
    """ "qd 45/qd-ubnd" as documents are numbered, "QĐ 45/QĐ-UBND"; everything else as it was typed."""
    return _NUMBER.sub(
        lambda found: re.sub(r"[a-zđ]+", lambda w: _IN_CAPITALS.get(fold(w[0]), w[0].upper()), found[0]), evidence
    )


def kind_in(number: str) -> str:
    """ "kh" of "KH 45/KH-UBND" and "45/kh-ubnd"; "" where a number names none."""
    found = re.search(rf"(?<![a-z])(?:{'|'.join(_IN_CAPITALS)})(?![a-z])", fold(number))
    return found[0] if found else ""


def symbol_of(product: str) -> str:
    """ "QĐ" of "Quyết định của UBND phường"; the first kind named, "KH" where none is."""
    folded = fold(product)
    found = [(match.start(), symbol) for words, symbol in _SYMBOLS if (match := re.search(rf"\b{words}\b", folded))]
    return min(found)[1] if found else "KH"


def example_number(product: str, agency_name: str) -> str:
    """A number as this office would write it: "QĐ 45/QĐ-UBND", elsewhere "QĐ 45/QĐ"."""
    symbol = symbol_of(product)
    issuer = "-UBND" if fold(agency_name).startswith(("ubnd", "uy ban nhan dan")) else ""
    return f"{symbol} 45/{symbol}{issuer}"
