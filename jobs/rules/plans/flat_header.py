"""The header of a table in plain text: its names run on, may break over lines and are printed again on every page."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from jobs.rules.plans.columns import Column
from jobs.rules.plans.headers import meaning as meaning_of
from jobs.rules.text import fold, tidy

_STARTS = re.compile(r"(?:stt|so tt|tt|s\.t\.t|so thu tu)\b")
_FIRST_WORD = re.compile(r"(?:so|s|stt|tt|s\.t\.t)\b")
_LABEL_LINE = re.compile(r"(?:\d{1,3}(?:\.\d+)*|[IVX]+|[A-H])[.)]?(?:\s|$)")
_NUMBERS = re.compile(r"(?:(?:[(\[]\s*)?\d\s*(?:[)\]]\s*)?)+")
_OPEN_END = re.compile(r"(?:[,/(–-]|\b(?:và|hoặc|của|theo))$", re.I)
# "Đơn vị Chủ trì", "Thời gian Hoàn thành": the second word begins no name of its own.
_ONE_NAME = re.compile(
    r"(?:co quan|don vi|phong, ban|bo phan|nguoi)\|(?:chu tri|phoi hop|thuc hien|phu trach)|(?:thoi gian|thoi han)\|(?:thuc hien|hoan thanh)"
    r"|(?:ket qua|san pham)\|(?:thuc hien|dau ra|dat duoc)"
)
# In capitals every word begins with one, so that only these may begin a name.
_HEADS = re.compile(
    r"(?:nhiem vu|noi dung|cong viec|dau viec|hoat dong|giai phap|ten|tieu chi|chi tieu|chi so|muc tieu|thoi|tien do|ky han|lo trinh|"
    r"han|ngay|moc|phan cong|trach nhiem|co quan|don vi|phong|bo phan|nguoi|chu tri|phoi hop|dau moi|ket qua|san pham|yeu cau|"
    r"minh chung|tai lieu|hinh thuc|can cu|co so|ghi chu|kinh phi|luu y)\b"
)
_MOST_LINES = 16
_LONGEST_NAME = 12  # words


@dataclass(frozen=True)
class Header:
    """Names of the columns in the paper's order, the row number's first."""

    names: tuple[str, ...]
    meanings: tuple[Column, ...]
    words: str

    @property
    def data(self) -> tuple[Column, ...]:
        return self.meanings[1:]


@dataclass(frozen=True)
class Place:
    """Lines `start` to `stop` hold the header."""

    start: int
    stop: int
    header: Header


def find_headers(lines: Sequence[str]) -> list[Place]:
    """Every header in the text, repeated ones too; after the first, a repetition has the same words."""
    found: list[Place] = []
    n = 0
    while n < len(lines):
        place = _place_at(lines, n, found[-1].header if found else None)
        if place:
            found.append(place)
        n = place.stop if place else n + 1
    return found


def _place_at(lines: Sequence[str], n: int, known: Header | None) -> Place | None:
    if not _FIRST_WORD.match(fold(lines[n])) or not _STARTS.match(fold(" ".join(lines[n : n + 2]))):
        return None
    if known:
        stop = _same_words(lines, n, known.words)
        if stop:
            return Place(n, stop, known)
    best: Place | None = None
    for stop in range(n + 1, min(n + _MOST_LINES, len(lines)) + 1):
        if stop > n + 1 and _LABEL_LINE.match(lines[stop - 1]):
            break
        header = read_header(lines[n:stop])
        if header:
            best = Place(n, stop, header)
    return Place(best.start, _after_numbers(lines, best), best.header) if best else None


def _same_words(lines: Sequence[str], n: int, words: str) -> int:
    held = ""
    for stop in range(n + 1, min(n + _MOST_LINES, len(lines)) + 1):
        held = fold(f"{held} {lines[stop - 1]}")
        if held == words:
            return stop
        if not words.startswith(held):
            return 0
    return 0


def _after_numbers(lines: Sequence[str], place: Place) -> int:
    """Past a row (1) (2) (3) under the header."""
    held = ""
    for stop in range(place.stop, min(place.stop + len(place.header.names) + 2, len(lines))):
        if not _NUMBERS.fullmatch(lines[stop]):
            break
        held += f" {lines[stop]}"
        found = re.findall(r"\d+", held)
        if found == [str(n) for n in range(1, len(found) + 1)] and len(found) >= len(place.header.names) - 1:
            return stop + 1
    return place.stop


def read_header(lines: Sequence[str], cut: bool = False) -> Header | None:
    """None where the words are not all names of columns, or name no task and nothing about it.

    `cut`: every line is the name of one column, so that nothing has to be cut.
    """
    words = [word for line in lines for word in tidy(line).split(" ") if word]
    if cut:
        best = [(name, _meaning(name) or Column.NOTE) for name in lines]
    else:
        best = max(_splits(words), key=lambda split: (len(split), -max(len(name) for name, _ in split)), default=[])
    names = [name for name, _ in best]
    meanings = [meaning for _, meaning in best]
    if {Column.LEAD, Column.COORDINATE} <= set(meanings) and Column.ASSIGNED in meanings:
        group = meanings.index(Column.ASSIGNED)
        if group < meanings.index(Column.LEAD):
            names, meanings = _parts_in_place(names, meanings, group)
    data = set(meanings) - {Column.NUMBER, Column.TITLE, Column.NOTE}
    if Column.TITLE not in meanings or not data or meanings[0] is not Column.NUMBER:
        return None
    return Header(tuple(names), tuple(meanings), fold(" ".join(words)))


def _parts_in_place(names: list[str], meanings: list[Column], group: int) -> tuple[list[str], list[Column]]:
    """ "Phân công | Thời hạn | … | Chủ trì | Phối hợp" over two header rows: the parts stand where their group does."""
    parts = [n for n, meaning in enumerate(meanings) if meaning in (Column.LEAD, Column.COORDINATE)]
    order = [n for n in range(len(names)) if n not in parts]
    at = order.index(group)
    order[at : at + 1] = parts
    return [names[n] for n in order], [meanings[n] for n in order]


def _splits(words: Sequence[str]) -> Iterator[list[tuple[str, Column]]]:
    """Ways to cut the words into names of different meanings; each name begins with a capital."""
    number = _STARTS.match(fold(" ".join(words)))
    first = len(number[0].split(" ")) if number else 0
    if not first:
        return
    best: dict[int, list[list[tuple[str, Column]]]] = {first: [[(" ".join(words[:first]), Column.NUMBER)]]}
    for stop in range(first + 1, len(words) + 1):
        if stop < len(words) and not _begins_name(words, stop):
            continue
        found: list[list[tuple[str, Column]]] = []
        for start in range(max(first, stop - _LONGEST_NAME), stop):
            name = " ".join(words[start:stop])
            meaning = _meaning(name)
            if meaning is None or start not in best:
                continue
            found += [[*before, (name, meaning)] for before in best[start] if meaning not in {m for _, m in before}]
        found.sort(key=len, reverse=True)
        if found:
            best[stop] = found[:8]
    yield from best.get(len(words), ())


def _begins_name(words: Sequence[str], n: int) -> bool:
    if not words[n][:1].isupper() or _OPEN_END.search(words[n - 1]):
        return False
    before, after = fold(" ".join(words[max(0, n - 4) : n])), fold(" ".join(words[n : n + 2]))
    if words[n].isupper() and words[n - 1].isupper() and not _HEADS.match(after):
        return False
    return not _ONE_NAME.search(f"{before}|{after}")


@lru_cache(maxsize=4096)
def _meaning(name: str) -> Column | None:
    return meaning_of(name)
