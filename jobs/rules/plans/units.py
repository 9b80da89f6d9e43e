"""Names of units in running text: where one begins, where a list of them splits, how one is spelled in one plan."""

import re
from collections.abc import Iterable, Sequence

from jobs.rules.text import fold, fold_aligned, fold_words, tidy

# Words a unit's or post's name begins with. "Tổ chức", "Khoa học" and the like begin none.
_HEADS = (
    r"van phong|phong|trung tam|ban(?! hanh| bo\b)|so|ubnd|uy ban|hdnd|hoi dong|hoi|cong an|chi cuc|cuc|chi doan|"
    r"doan|dang uy|dang bo|chi bo|to(?! chuc)|bo phan|bo(?! sung| tri| may)|mat tran|ubmttq|truong|tram|kho bac|thue|chuyen vien|van thu|"
    r"cong chuc|vien chuc|lanh dao|chu tich|pho chu tich|giam doc|thu truong|co quan|don vi|bql|quy(?! dinh| che| hoach| trinh| i| [0-9])|doi|thanh tra|"
    r"buu dien|vien|bao|dai|khoa(?! hoc)|ngan hang|bao hiem|bhxh|chi nhanh|toa an|vien kiem sat|ca nhan|can bo|dia phuong|"
    r"cac (?:co quan|phong|don vi|ban|so|nganh|to chuc|xa|phuong|dia phuong|hoi|doan the|truong|thanh vien|to|bo phan|doanh nghiep|can bo|cong chuc|ca nhan|bo|ubnd)|"
    r"tat ca(?: cac| cong chuc| can bo)?|toan the|moi (?:co quan|don vi|phong)|tung (?:co quan|don vi|phong)|ke toan|thuong truc|bi thu|"
    r"nguoi dung dau|bchqs|tt(?: |\. ?)|vp\b|tttt"
)
_UNIT = re.compile(rf"(?:{_HEADS})\b")
# Short heads whose fold is also another word: "Đội" is a unit, "Đổi mới" is not.
_WRITTEN = re.compile(
    r"(?:đội|đoàn|tổ|báo|hội|sở|thuế|ban|phòng|quỹ|đài|trường|trạm|cục|viện|bộ|tòa|toà|khoa|tt|vp|tttt)\b", re.I
)
_SHORT = re.compile(r"(?:doi|doan|to|bao|hoi|so|thue|ban|phong|quy|dai|truong|tram|cuc|vien|bo|khoa)\b(?! phan\b)")
_PLURAL_TAIL = re.compile(
    r"(?:cac )?(?:don vi|ban|nganh|doan the|to chuc|dia phuong|co quan|phong|ca nhan|cong chuc|vien chuc|phuong|xa|thi tran|hoi)\b"
)
_JOINED = re.compile(r"(?:hdnd|hoi dong nhan dan|doan dbqh|ubnd|uy ban nhan dan)\s*$")
_COUNCILS = re.compile(r"(?:ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan)\b")
_MARKS = re.compile(r"^[\s\-+•*·–—:.,;]+|[\s.,;:]+$")

# NĐ 118/2025/NĐ-CP gives the official name; plans shorten it.
_OFFICIAL = {"trung tam hanh chinh cong": "Trung tâm Phục vụ hành chính công"}


def starts_unit(text: str) -> bool:
    """Whether the text begins with the name of a unit, a post or a group of units."""
    plain = tidy(text).lstrip("-+• ")
    folded = fold_aligned(plain)
    return bool(_UNIT.match(folded)) and (not _SHORT.match(folded) or bool(_WRITTEN.match(plain)))


def split_units(text: str, known_units: Sequence[str] = ()) -> list[str]:
    """The units a list such as "Văn phòng, Phòng Kinh tế, Hạ tầng và Đô thị và các phòng" names, as written."""
    text = tidy(text)
    protected = _protected(text, known_units)
    pieces: list[str] = []
    start = 0
    for cut in _cuts(text):
        at, end = cut
        if any(first < at < last for first, last in protected) or not _splits(text, start, at, end):
            continue
        pieces.append(text[start:at])
        start = end
    pieces.append(text[start:])
    return [name for name in (clean_name(piece) for piece in pieces) if name]


def clean_name(text: str) -> str:
    """Without bullets and closing punctuation."""
    return _MARKS.sub("", tidy(text))


def _cuts(text: str) -> Iterable[tuple[int, int]]:
    folded = fold_aligned(text)
    for found in re.finditer(r"\s*[;,+]\s*|\s+-\s+(?=[A-ZĐ])|\s*&\s*|\s+(?:va|cung)\s+", folded):
        at, end = found.span()
        if text.count("(", 0, at) > text.count(")", 0, at):
            continue
        yield at, end


def _splits(text: str, start: int, at: int, end: int) -> bool:
    left, right = fold(text[start:at]), fold(text[end:])
    if text[at:end].strip() == ";":
        return True
    if not starts_unit(text[end:]):
        return False
    if _JOINED.search(left) and _COUNCILS.match(right):
        return False
    if "-" in fold_aligned(text[at:end]):
        return bool(re.match(r"(?:van phong|phong|trung tam|so|ubnd) ", right))
    lower = text[end].islower()
    group = re.search(r"\b(?:cac|moi|tung|thu truong|lanh dao) [^;()]{0,40}$", left)
    lower = lower and bool(group) and text[start:at][group.start() + 1 if group else 0 :].islower()
    return not (lower and _PLURAL_TAIL.match(right) and not right.startswith("cac "))


def _protected(text: str, known_units: Sequence[str]) -> list[tuple[int, int]]:
    folded = fold_aligned(text)
    found: list[tuple[int, int]] = []
    for name in known_units:
        at = folded.find(fold(name)) if name else -1
        if at >= 0:
            found.append((at, at + len(fold(name))))
    return found


class Spelling:
    """One spelling for each unit of a plan: the official name where one is shortened, else the first one met."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def of(self, name: str) -> str:
        key = unit_key(name)
        official = _OFFICIAL.get(key)
        if official and key not in self._names:
            key, name = unit_key(official), official
        if name[:1].islower() and key not in self._names:
            return name if re.match(r"cac |tat ca ", key) else name[:1].upper() + name[1:]
        collective = key.startswith(("cac ", "tat ca "))
        return name if collective and key not in self._names else self._names.setdefault(key, name)


def unit_key(name: str) -> str:
    """Equal for two spellings of one name ("HĐND & UBND", "HĐND&UBND"; "–", "-")."""
    return fold_words(name.replace("&", " và "))
