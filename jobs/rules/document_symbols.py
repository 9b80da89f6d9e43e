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
