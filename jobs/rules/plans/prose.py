"""Duties in a plan's running text: sentences with a date, a rhythm or an event to act on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from jobs.rules.deadlines.model import DeadlineKind
from jobs.rules.plans.head import is_letterhead
from jobs.rules.plans.model import ProseDuty
from jobs.rules.plans.parties import subject_of
from jobs.rules.plans.phrases import Context
from jobs.rules.plans.prose_dates import FINISH_ONLY, find_phrase
from jobs.rules.plans.prose_fields import Field, fields_of
from jobs.rules.plans.units import starts_unit
from jobs.rules.text import fold, fold_aligned, tidy
from storage.raw_document import Paragraph, RawDocument, Table

_HEADING = re.compile(r"^(?:([IVX]+)|(\d{1,2})|([a-zđ]))(?:[.)]|[-–](?=\s))\s*(.*)", re.S)
_PURPOSE = re.compile(r"muc dich|muc tieu|yeu cau|can cu|quan diem|tinh hinh|ket qua dat duoc")
_CLOSING = re.compile(r"^(?:tren day la|trong qua trinh)")
_REQUEST = re.compile(r"^(?:đề nghị|yêu cầu|giao)\s+", re.I)
_SCOPE = re.compile(r"^(?:[-+*] )?(?:thoi ky|nien do|pham vi|doi tuong)\b")
_SENTENCE = re.compile(r"(?<=[a-zà-ỹ0-9)”])\.\s+(?=[A-ZĐÀ-Ỹ])")
_DAY = re.compile(r"\b(?:truoc|cham nhat(?: la| vao)?|xong) (?:ngay )?\d{1,2}/\d{1,2}")
_SHORT_HEADING = 60


@dataclass(frozen=True)
class _Sentence:
    text: str
    place: str
    where: str
    unit: str | None
    purpose: bool
    leads_on: bool  # a "+" line, or one that only says until when
    heading: bool = False  # a short numbered line, which lines below it may date


def read_prose(document: RawDocument, context: Context) -> list[ProseDuty]:
    """Duties of the text, purposes and citations left out. A date alone in its paragraph belongs to the item above it."""
    duties: list[ProseDuty] = []
    item: _Sentence | None = None
    for sentence in _sentences(document, context):
        if sentence.purpose:
            continue
        fields = fields_of(sentence.text) if item else []
        if item and fields:
            item, duties = _with_fields(item, fields, duties, context)
            continue
        found = [] if sentence.heading else _duties(sentence, context)
        if found and item and FINISH_ONLY.match(fold(sentence.text)):
            whole = item.text if item.place != found[0].place else f"{item.text} {found[0].text}"
            found = [replace(found[0], text=whole, unit=item.unit), *found[1:]]
            duties = [one for one in duties if one.text not in whole]
        elif item and item.place == sentence.place:
            item = replace(item, text=f"{item.text} {sentence.text}")
        elif not sentence.leads_on:
            item = sentence
        duties += found
    return duties


def _with_fields(
    item: _Sentence, fields: list[tuple[Field, str]], duties: list[ProseDuty], context: Context
) -> tuple[_Sentence, list[ProseDuty]]:
    """The task above told who leads it and when, in any order."""
    for field, said in fields:
        if field is Field.WHO:
            unit = ", ".join(context.parties(said, "", "").lead) or None
            item = replace(item, unit=unit)
            duties = [replace(duty, unit=unit) if duty.text == item.text else duty for duty in duties]
        elif field is Field.WHEN:
            deadline = context.deadline(said)
            if deadline and deadline.kind is not DeadlineKind.NONE:
                duties = [duty for duty in duties if duty.text != item.text]
                duties.append(ProseDuty(item.text, said, deadline, item.unit, item.where, item.place))
    return item, duties


@dataclass
class _Where:
    """The numbered part and item the text has come to, and whose they are."""

    numbers_parts: int  # which group of `_HEADING` numbers the parts: Roman, else Arabic numerals
    part: str = ""
    item: str = ""
    unit: str | None = None
    purpose: bool = True

    def enter(self, heading: re.Match[str], own: str | None) -> None:
        is_part = bool(heading[self.numbers_parts])
        if is_part:
            self.part, self.item = heading[self.numbers_parts], ""
            self.purpose = bool(_PURPOSE.search(fold(heading[4])))
        elif heading[2]:
            self.item = heading[2]
        self.unit = own if is_part or heading[2] else self.unit

    @property
    def label(self) -> str:
        return ".".join(label for label in (self.part, self.item) if label)


def _sentences(document: RawDocument, context: Context) -> Iterator[_Sentence]:
    """Sentences of the body, from the first numbered part (where there is any) to the signature."""
    paragraphs = list(_body(document))
    headings = [match for block in paragraphs if (match := _HEADING.match(tidy(block.text)))]
    numbers_parts = 1 if any(heading[1] for heading in headings) else 2
    at = _Where(numbers_parts, purpose=any(heading[numbers_parts] for heading in headings))
    starts_at_once = not at.purpose
    for block in paragraphs:
        text = tidy(block.text)
        heading = _HEADING.match(text)
        if heading:
            at.enter(heading, subject_of(heading[4], context.names) if starts_unit(heading[4]) else None)
        if not text or not (at.part or starts_at_once):
            continue
        yield from _of_paragraph(text, heading, block.place, at, context)


def _of_paragraph(
    text: str, heading: re.Match[str] | None, place: str, at: _Where, context: Context
) -> Iterator[_Sentence]:
    body = heading[4] if heading else text
    where, unit = at.label, at.unit
    if _CLOSING.match(fold(text)) or (not heading and _REQUEST.match(text)):
        where, unit = f"{at.part}, closing paragraph", None
    elif heading and (heading[1] or (len(body) < _SHORT_HEADING and not _is_item(heading, context))):
        if not heading[1] and body and not starts_unit(body):
            yield _Sentence(body, place, where, unit, at.purpose, leads_on=False, heading=True)
        return
    for n, sentence in enumerate(_SENTENCE.split(body)):
        said = sentence if sentence.endswith((".", ":", ";", "./.")) else f"{sentence}."
        low = said.startswith("+") or (n > 0 and bool(FINISH_ONLY.match(fold(said))))
        yield _Sentence(said, place, where, unit or _subject(said, context), at.purpose, low)


def _is_item(heading: re.Match[str], context: Context) -> bool:
    """A short "a) …" or "1. …;" that says when is a duty, no heading."""
    item = bool(heading[3]) or heading[4].endswith((".", ";"))
    return item and find_phrase(fold_aligned(heading[4]), context.on.year) is not None


def _body(document: RawDocument) -> Iterator[Paragraph]:
    """Paragraphs up to the signature; what follows it is annex."""
    begun = False
    for block in document.blocks:
        if isinstance(block, Table):
            if begun and is_letterhead(block):
                return
            continue
        begun = begun or bool(_HEADING.match(tidy(block.text))) or len(block.text) > 200
        yield block


def _subject(sentence: str, context: Context) -> str | None:
    text = _REQUEST.sub("", sentence.lstrip("-+ "))
    found = re.match(r"(?:Trong|Đến|Trước)[^,]*,\s*", text)
    text = text[found.end() :] if found else text
    return subject_of(text, context.names) if starts_unit(text) else None


def _duties(sentence: _Sentence, context: Context) -> list[ProseDuty]:
    """One of a sentence; where several of its clauses say when, one of each."""
    plain = tidy(sentence.text)
    remark = plain.startswith("(") and not sentence.where  # under a sheet's title: "(Cập nhật đến ngày 30/6/2026)"
    if remark or _SCOPE.match(fold(plain)):
        return []
    parts = plain.split("; ")
    if len(parts) == 1 and len(_DAY.findall(fold_aligned(plain))) > 1:
        parts = _with_a_day_each(plain)
    clauses = [clause for clause in parts if find_phrase(fold_aligned(clause), context.on.year)]
    if len(clauses) > 1:
        return [duty for clause in clauses if (duty := _duty(sentence, clause, context))]
    duty = _duty(sentence, plain, context)
    return [duty] if duty else []


def _with_a_day_each(plain: str) -> list[str]:
    """ "báo cáo quý trước ngày 10/6, báo cáo năm trước ngày 05/12": two parts; the whole where a part has no day to act by."""
    parts = plain.split(", ")
    return parts if all(_DAY.search(fold_aligned(part)) for part in parts) else [plain]


def _duty(sentence: _Sentence, plain: str, context: Context) -> ProseDuty | None:
    found = find_phrase(fold_aligned(plain), context.on.year)
    if not found:
        return None
    phrase = plain[found.at : found.end].strip(" -")
    if "closing" in sentence.where and not (found.dated or re.search(r"\d|h[ằà]ng|mỗi", phrase)):
        return None
    text = plain if found.dated else _clause(plain, found.at)
    return ProseDuty(text, phrase, context.deadline(phrase), sentence.unit, sentence.where, sentence.place)


def _clause(plain: str, at: int) -> str:
    """From the last semicolon before the phrase; a phrase in the first clause speaks for the sentence."""
    start = plain.rfind("; ", 0, at)
    return plain[start + 2 :] if start >= 0 else plain
