"""Tasks typed as numbered lines: "1. Ban hành kế hoạch – Văn phòng chủ trì – trước ngày 15/10/2025"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from jobs.rules.plans.columns import Column
from jobs.rules.plans.flat_cells import likeness, starts_bullet, starts_low
from jobs.rules.text import fold, fold_aligned, tidy
from storage.raw_document import Cell, Paragraph, Row, Table

_ITEM = re.compile(r"(?:(?:Việc|Nhiệm vụ|Số)\s+)?(\d{1,3}(?:\.\d{1,2})*)\s*[.)/:-]\s*(?=\D)(\S.*)", re.S)
_BULLET_ITEM = re.compile(r"()[-+*•–]\s+(\S.*)", re.S)
_SECTION = re.compile(r"([IVX]+|[A-H])[.)]\s+(\S.*)")
_STRONG = re.compile(r"\s+[–—-]\s+|\s*[–—]\s+|\s*;\s+|\s*\|\s*|\n|\t| → ")
_WEAK = re.compile(
    r",\s+|\s*\((?=[^()]*\)?\W*$)|\.\s+(?=[A-ZĐÀ-Ỹ])|\s+(?=(?:trước|chậm nhất|muộn nhất|trong|đến|xong|hạn|vào|hàng|hằng|định kỳ)\s)"
)
_LABELS = (
    (
        Column.DEADLINE,
        r"(?:thoi han|han(?: chot| cuoi| xong)?|tien do|thoi gian(?: thuc hien| hoan thanh)?|ngay hoan thanh|deadline)\s*:?\s*(?=\S)",
    ),
    (Column.PRODUCT, r"(?:san pham|ket qua)(?: dau ra)?\s*:\s*"),
    (Column.ASSIGNED, r"(?:giao|phan cong|thuc hien|phu trach)\s*:\s*"),
)
_PARTY = re.compile(r"(?:(?:don vi|co quan)\s+)?(?:chu tri|phoi hop|dau moi)\s*:")
_OWNER_FIRST = re.compile(r"([^:,;–]{3,80}):\s+(\S.*)", re.S)
_LONGEST = 600
_NAMES = {Column.ASSIGNED: "Phân công thực hiện", Column.DEADLINE: "Thời hạn", Column.PRODUCT: "Sản phẩm"}


@dataclass
class _Item:
    label: str
    lines: list[str]
    place: str
    is_section: bool
    cells: dict[Column, str] = field(default_factory=dict)


def item_table(lines: Sequence[Paragraph]) -> tuple[int, int, Table] | None:
    """(start, stop, table) of a numbered list whose lines say who or when; None where most of them do not."""
    mark = _ITEM if any(_ITEM.fullmatch(line.text) for line in lines) else _BULLET_ITEM
    items, start, stop = _items(lines, mark)
    numbered = [item for item in items if not item.is_section]
    for item in numbered:
        item.cells = _cells("\n".join(item.lines))
    said = [item for item in numbered if item.cells.keys() & {Column.DEADLINE, Column.ASSIGNED}]
    if not numbered or len(said) * 3 < len(numbered) * 2 or any(len(" ".join(i.lines)) > _LONGEST for i in numbered):
        return None
    columns = [column for column in _NAMES if any(column in item.cells for item in items)]
    header = Row(tuple(Cell(name, n) for n, name in enumerate(("STT", "Nhiệm vụ", *(_NAMES[c] for c in columns)))))
    return start, stop, Table((header, *(_row(item, columns) for item in items)), "Danh sách")


def _row(item: _Item, columns: Sequence[Column]) -> Row:
    texts = [item.label, item.cells.get(Column.TITLE, " ".join(item.lines)), *(item.cells.get(c, "") for c in columns)]
    return Row(tuple(Cell(text, n) for n, text in enumerate(texts)), item.place)


def _items(lines: Sequence[Paragraph], mark: re.Pattern[str]) -> tuple[list[_Item], int, int]:
    """Marked lines with the lines that go on, from the first to the last; section lines between them."""
    found: list[_Item] = []
    start = stop = 0
    for n, line in enumerate(lines):
        item, section = mark.fullmatch(line.text), _SECTION.fullmatch(line.text)
        match = item or section
        if match:
            start = start if found else n
            found.append(_Item(match[1], [match[2]], line.place, item is None))
        elif found and not found[-1].is_section and _goes_on(line.text):
            found[-1].lines.append(line.text)
        elif found:
            break
        stop = n + 1 if found else 0
    while found and found[-1].is_section:
        found.pop()
        stop -= 1
    return found, start, stop


def _goes_on(text: str) -> bool:
    kind, _ = _kind_of(text.lstrip("-+*• "))
    return starts_low(text) or starts_bullet(text) or kind is not Column.TITLE


def _kind_of(text: str) -> tuple[Column, str]:
    """What a segment says, and its words without the label "Thời hạn:"."""
    plain = tidy(text).strip(" .;,()")
    folded = fold_aligned(plain)
    for column, label in _LABELS:
        found = re.match(label, folded)
        if found and (column is not Column.DEADLINE or likeness(Column.DEADLINE, plain[found.end() :]) > 0):
            return column, plain[found.end() :]
    if _PARTY.match(folded):
        return Column.ASSIGNED, plain
    if likeness(Column.ASSIGNED, plain) > 3 or likeness(Column.LEAD, plain) >= 4:
        return Column.ASSIGNED, plain
    if likeness(Column.DEADLINE, plain) >= 2:
        return Column.DEADLINE, plain
    return Column.TITLE, plain


def _cells(text: str) -> dict[Column, str]:
    parts = [part for part in _STRONG.split(text) if part and part.strip(" .;,-+*•")]
    if len(parts) == 1:
        parts = list(_peeled(parts[0]))
    cells = {Column.TITLE: parts[0].strip(" ,")}
    for part in parts[1:]:
        kind, words = _kind_of(part.lstrip("-+*• "))
        joined = f"{cells.get(Column.ASSIGNED, '')} - {words}"
        if kind is Column.TITLE and Column.ASSIGNED in cells and Column.DEADLINE not in cells and _is_name(words):
            cells[Column.ASSIGNED] = joined
        elif kind is Column.TITLE and cells.keys() & {Column.DEADLINE, Column.ASSIGNED}:
            cells[Column.PRODUCT] = f"{cells.get(Column.PRODUCT, '')}\n{words}".strip()
        else:
            glue = " – " if kind is Column.TITLE else "\n"
            cells[kind] = f"{cells[kind]}{glue}{words}" if kind in cells else words
    owner = _OWNER_FIRST.fullmatch(cells[Column.TITLE])
    if owner and Column.ASSIGNED not in cells and likeness(Column.LEAD, owner[1]) >= 4:
        cells[Column.ASSIGNED], cells[Column.TITLE] = owner[1], owner[2]
    return cells


def _is_name(words: str) -> bool:
    """The second half of a name with a dash in it, "Phòng Văn hóa - Xã hội"."""
    return len(words) < 25 and fold(words) in ("xa hoi", "thong tin", "du lich", "the thao", "gia dinh", "hanh chinh")


def _says(words: str) -> bool:
    kind, plain = _kind_of(words)
    said_by_both = kind is Column.DEADLINE and likeness(Column.ASSIGNED, plain) > 0
    two = kind is Column.ASSIGNED and any(
        _kind_of(words[cut.end() :])[0] is Column.DEADLINE for cut in _WEAK.finditer(words)
    )
    return kind is not Column.TITLE and not said_by_both and not two


def _peeled(text: str) -> Iterator[str]:
    """Without dashes: what stands behind the last commas, as long as it says who or when."""
    tail: list[str] = []
    while True:
        cuts = [cut for cut in _WEAK.finditer(text) if _says(text[cut.end() :])]
        if not cuts or not text[: cuts[0].start()].strip():
            yield text
            yield from reversed(tail)
            return
        first = cuts[0] if _kind_of(text[cuts[0].end() :])[0] is Column.DEADLINE else cuts[-1]
        tail.append(text[first.end() :])
        text = text[: first.start()]
