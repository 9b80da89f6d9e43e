"""Where a sentence of a plan says when: a date to act by, a rhythm, an event."""

import re
from dataclasses import dataclass

_DAY = r"(?:ngay )?\d{1,2}\s?[/.-]\s?\d{1,2}(?:\s?[/.-]\s?\d{4})?|ngay \d{1,2} thang \d{1,2}(?: nam \d{4})?"
_PERIOD = rf"(?:{_DAY}|(?:het )?(?:thang \d{{1,2}}|quy [ivx\d]+(?: ?(?:-|va|,) ?[ivx\d]+)?|nam)(?: ?/ ?| nam | )?(?:\d{{4}})?)"
_OF_EACH = r"(?:ngay )?\d{1,2} (?:(?:hang|moi) thang|(?:cua )?thang (?:cuoi|dau|sau|ke tiep|tiep theo|lien ke)[^,;.)]{0,40}|cua thang)"
_RANGE = re.compile(
    rf"\b(?:bat dau )?tu (?:{_PERIOD})(?: (?:nam )?\d{{4}})?,? ?(?:va )?(?:cho )?(?:den|ket thuc)(?: vao)? (?:het )?(?:{_PERIOD})(?![\w/])"
)
_DATED = re.compile(
    rf"\b(?:cham nhat(?: la| vao)?(?: truoc)? |truoc |(?:cho )?den (?:het )?|khong (?:qua|muon hon) |trong |vao |xong )(?:{_PERIOD})(?![\w/])"
    rf"|\b(?:trong )?(?:06|6|03|3|09|9) thang (?:dau|cuoi)(?: nam)?(?: nam)?(?: \d{{4}})?"
)
_RHYTHM = re.compile(
    rf"\b(?:dinh ky )?(?:hang thang |hang quy )?(?:cham nhat(?: la| vao)? |truoc |vao )(?:{_OF_EACH})"
    rf"|\b(?:dinh ky (?:vao )?(?:{_OF_EACH})|ngay \d{{1,2}} (?:hang|moi) (?:thang|quy))"
    r"|\b(?:dinh ky )?(?:(?:hang|moi) (?:ngay|tuan|thang|quy|nam)|(?:06|6|sau) thang(?: mot lan|/lan| \d lan)|theo thang)(?:\s*,\s*(?:quy|thang|6 thang|nam|hang nam))*"
    r"|\bdinh ky(?: \d+ (?:thang|quy|nam))?|\b\d+ (?:lan|tin|bai|tin, bai)\s*/\s*(?:tuan|thang|quy|nam)"
)
_YEARLESS = r"(?<!\d)\d{1,2}/\d{1,2}\b(?!\s?/)"
_EVERY_YEAR = re.compile(
    rf"\b(?:dinh ky|(?:hang|moi) (?:quy|nam)|(?:06|6|sau) thang)\b[^;.]*?{_YEARLESS}(?:[^;.\d]{{0,30}}{_YEARLESS})+"
    rf"|\b(?:hang|moi) nam\b[^;.]*?\b(?:truoc|vao|cham nhat|ngay)(?: ngay)? {_YEARLESS}"
)
_EVENT = re.compile(
    r"\bngay sau khi\b[^,;.]*|\b(?:trong|cham nhat|khong qua|sau) (?:(?:vong|thoi han|thoi gian|toi da|khong qua) )*\d+ ngay(?: lam viec)?[^,;.]*?"
    r"(?:ke tu|sau khi|tu ngay|truoc ngay|truoc khi)[^,;.]*"
)
_ONGOING = re.compile(r"^(?:[-+*] )?thuong xuyen\b")
_VAGUE_YEAR = re.compile(r"trong nam\b")
_CITED = re.compile(
    r"(?:nghi quyet|quyet dinh|ke hoach|cong van|thong tu|nghi dinh|luat|chi thi|giai doan|so)\b[^,;.]*$"
)
_FAR = 2  # years: a later one is a vision, no date to act by

FINISH_ONLY = re.compile(
    r"^(?:[-+*] )?(?:thoi (?:han|gian) )?(?:hoan thanh|thuc hien xong|thoi han)(?: va bao cao[^,;.]*)?\W*(?:truoc|cham nhat|trong|den|vao)"
)
"""A sentence that only says until when the item above it is done."""


@dataclass(frozen=True)
class Phrase:
    """`dated`: names a day or a period; such a phrase speaks for its whole sentence."""

    at: int
    end: int
    dated: bool


def find_phrase(folded: str, year: int) -> Phrase | None:
    """The first phrase of a folded sentence that says when; `year` is the one the plan was written in."""
    yearly = _EVERY_YEAR.search(folded)
    if yearly:
        return Phrase(*yearly.span(), True)
    each = _RHYTHM.search(folded)
    dated = _first_dated(folded, year + _FAR)
    if dated and not (each and each.start() <= dated.start() < each.end()):
        return Phrase(*dated.span(), True)
    found = each or _EVENT.search(folded) or _ONGOING.match(folded)
    return Phrase(*found.span(), False) if found else None


def _first_dated(folded: str, before_year: int) -> re.Match[str] | None:
    """A date to act by: not of a document cited, not the bare year that frames the whole plan, no far vision."""
    found = [*_RANGE.finditer(folded), *_DATED.finditer(folded)]
    for match in sorted(found, key=lambda one: one.start()):
        cited = _CITED.search(folded[: match.start()]) and not re.search(r"\d/|quy|het nam", match[0])
        year = re.search(r"20\d\d", match[0])
        if year and int(year[0]) >= before_year:
            continue
        if not cited and not _VAGUE_YEAR.match(match[0]) and re.search(r"\d|quy", match[0]):
            return match
    return None
