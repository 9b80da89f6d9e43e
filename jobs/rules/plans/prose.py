"""Duties in a plan's running text: sentences with a date, a rhythm or an event to act on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from jobs.rules.plans.model import ProseDuty
from jobs.rules.plans.parties import subject_of
from jobs.rules.plans.phrases import Context
from jobs.rules.plans.units import starts_unit
from jobs.rules.text import fold, fold_aligned, tidy
from storage.raw_document import RawDocument, Table

_DAY = r"(?:ngay )?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?|ngay \d{1,2} thang \d{1,2}(?: nam \d{4})?"
_PERIOD = rf"(?:{_DAY}|(?:het )?(?:thang \d{{1,2}}|quy [ivx\d]+(?: ?(?:-|va|,) ?[ivx\d]+)?|nam)(?: ?/ ?| nam | )?(?:\d{{4}})?)"
_DATED = re.compile(
    rf"\b(?:cham nhat(?: la| vao)?(?: truoc)? |truoc |(?:cho )?den (?:het )?|khong (?:qua|muon hon) |trong |vao |xong )(?:{_PERIOD})(?![\w/])"
    rf"|\b(?:trong )?(?:06|6|03|3|09|9) thang (?:dau|cuoi)(?: nam)?(?: nam)?(?: \d{{4}})?"
)
_RHYTHM = re.compile(
    r"\b(?:dinh ky )?(?:(?:hang|moi) (?:ngay|tuan|thang|quy|nam)|(?:06|6|sau) thang(?: mot lan|/lan| \d lan)|theo thang)(?:\s*,\s*(?:quy|thang|6 thang|nam|hang nam))*"
    r"|\bdinh ky(?: \d+ (?:thang|quy|nam))?|\b\d+ (?:lan|tin|bai|tin, bai)\s*/\s*(?:tuan|thang|quy|nam)"
)
_EVENT = re.compile(
    r"\bngay sau khi\b[^,;.]*|\btrong (?:thoi han )?\d+ ngay(?: lam viec)?[^,;.]*(?:ke tu|sau khi|tu ngay)[^,;.]*"
)
_ONGOING = re.compile(r"^(?:[-+*] )?thuong xuyen\b")
_VAGUE_YEAR = re.compile(r"trong nam\b")
_FINISH_ONLY = re.compile(
    r"^(?:[-+*] )?(?:thoi (?:han|gian) )?(?:hoan thanh|thuc hien xong|thoi han)(?: va bao cao[^,;.]*)?\W*(?:truoc|cham nhat|trong|den|vao)"
)
_CITED = re.compile(
    r"(?:nghi quyet|quyet dinh|ke hoach|cong van|thong tu|nghi dinh|luat|chi thi|giai doan|so)\b[^,;.]*$"
)
_HEADING = re.compile(r"^(?:([IVX]+)|(\d{1,2})|([a-zđ]))[.)]\s*(.*)", re.S)
_PURPOSE = re.compile(r"muc dich|muc tieu|yeu cau|can cu|quan diem|tinh hinh|ket qua dat duoc")
_CLOSING = re.compile(r"^(?:tren day la|trong qua trinh)")
_SENTENCE = re.compile(r"(?<=[a-zà-ỹ0-9)”])\.\s+(?=[A-ZĐÀ-Ỹ])")


@dataclass(frozen=True)
class _Sentence:
    text: str
    place: str
    where: str
    unit: str | None
    purpose: bool
    leads_on: bool  # a "+" line, or one that only says until when


def read_prose(document: RawDocument, context: Context) -> list[ProseDuty]:
    """Duties of the text, purposes and citations left out. A date alone in its paragraph belongs to the item above it."""
    duties: list[ProseDuty] = []
    item: _Sentence | None = None
    for sentence in _sentences(document, context):
        if sentence.purpose:
            continue
        duty = _duty(sentence, context)
        if duty and item and _FINISH_ONLY.match(fold(sentence.text)):
            whole = item.text if item.place != duty.place else f"{item.text} {duty.text}"
            duty = replace(duty, text=whole, unit=item.unit)
            duties = [one for one in duties if one.text not in whole]
        elif item and item.place == sentence.place:
            item = replace(item, text=f"{item.text} {sentence.text}")
        elif not sentence.leads_on:
            item = sentence
        if duty:
            duties.append(duty)
    return duties


def _sentences(document: RawDocument, context: Context) -> Iterator[_Sentence]:
    """Sentences of the body, from the first numbered part to the signature."""
    part = item = ""
    purpose, unit = True, None
    for block in document.blocks:
        if isinstance(block, Table):
            if part:
                return
            continue
        text = tidy(block.text)
        heading = _HEADING.match(text)
        if heading and (heading[1] or heading[2]):
            part, item = (heading[1], "") if heading[1] else (part, heading[2])
            own = subject_of(heading[4], context.names) if starts_unit(heading[4]) else None
            unit = own if heading[2] or heading[1] else unit
            purpose = bool(_PURPOSE.search(fold(heading[4]))) if heading[1] else purpose
        if not part or not text:
            continue
        body = heading[4] if heading else text
        where = ".".join(label for label in (part, item) if label)
        if _CLOSING.match(fold(text)):
            where, unit = f"{part}, closing paragraph", None
        elif heading and (heading[1] or len(body) < 60):
            continue
        for n, sentence in enumerate(_SENTENCE.split(body)):
            said = sentence if sentence.endswith((".", ":", ";", "./.")) else f"{sentence}."
            low = said.startswith("+") or (n > 0 and bool(_FINISH_ONLY.match(fold(said))))
            yield _Sentence(said, block.place, where, unit or _subject(said, context), purpose, low)


def _subject(sentence: str, context: Context) -> str | None:
    text = sentence.lstrip("-+ ")
    found = re.match(r"(?:Trong|Đến|Trước)[^,]*,\s*", text)
    text = text[found.end() :] if found else text
    return subject_of(text, context.names) if starts_unit(text) else None


def _duty(sentence: _Sentence, context: Context) -> ProseDuty | None:
    plain = tidy(sentence.text)
    folded = fold_aligned(plain)
    found = _first_dated(folded, context.on.year + 2)
    whole = found is not None
    found = found or _RHYTHM.search(folded) or _EVENT.search(folded) or _ONGOING.match(folded)
    if not found or "closing" in sentence.where:
        return None
    phrase = plain[found.start() : found.end()].strip(" -")
    text = plain if whole else _clause(plain, found.start())
    return ProseDuty(text, phrase, context.deadline(phrase), sentence.unit, sentence.where, sentence.place)


def _first_dated(folded: str, before_year: int) -> re.Match[str] | None:
    """A date to act by: not of a document cited, not the bare year that frames the whole plan, no far vision."""
    for found in _DATED.finditer(folded):
        cited = _CITED.search(folded[: found.start()]) and not re.search(r"\d/|quy|het nam", found[0])
        year = re.search(r"20\d\d", found[0])
        if year and int(year[0]) >= before_year:
            continue
        if not cited and not _VAGUE_YEAR.match(found[0]) and re.search(r"\d|quy", found[0]):
            return found
    return None


def _clause(plain: str, at: int) -> str:
    """From the last semicolon before the phrase; a phrase in the first clause speaks for the sentence."""
    start = plain.rfind("; ", 0, at)
    return plain[start + 2 :] if start >= 0 else plain
