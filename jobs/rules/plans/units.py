"""Names of units in running text: where one begins, where a list of them splits, how one is spelled in one plan."""

import re
from collections.abc import Iterable, Sequence

from jobs.rules.text import capital, fold, fold_aligned, fold_words, tidy

# Words a unit's or post's name begins with. "Tổ chức", "Khoa học" and the like begin none.
_BODIES = (
    r"van phong|phong(?! chong| ngua| benh| trao| hop)|trung tam|ban(?! hanh| bo\b| giao)|so(?! huu| di\b| lieu| ket| hoa| luong)|ubnd|uy ban|"
    r"ubkt|hdnd|hoi dong|hoi(?! nghi| thao| thi| dap| vien| nhap)|cong an|chi cuc|cuc|chi doan|chi hoi|doan(?! ket| vien)|dang uy|dang bo|"
    r"chi bo|to(?! chuc| trinh)|bo phan|bo(?! sung| tri| may| tieu chi| chi so| luat| tai lieu| cau hoi)|mat tran|ubmttq|mttq|"
    r"truong(?! hop)|tram|kho bac|thue(?! suat| thu)|co quan|don vi|bql|bqlda|quy(?! dinh| che| hoach| trinh| i| dat| [0-9])|"
    r"doi(?! moi| thoai| tuong| voi| ngu)|thanh tra|buu dien|buu cuc|vien(?! chuc| dan)|bao(?! cao| dam| ve)|dai(?! hoi| bieu)|khoa(?! hoc| hop)|"
    r"ngan hang|bao hiem|bhxh|chi nhanh|toa an|vien kiem sat|bchqs|tt(?: |\. ?|[a-z]{2,5})|vp\b|p\. ?|tdp|"
    r"(?:ubmttq|bql|bch|bcd|cbcc|ccvc|gvcn)[a-z]*|quan su|"
    r"cong doan|lien doan|cong ty|tong cong ty|doanh nghiep|hop tac xa|htx|don(?= bien phong)|hat kiem lam|dien luc|benh vien|"
    r"nha (?:truong|thau|van hoa)|chu dau tu|tu van|thon|ap|khom|khu pho|khu dan cu|dan quan|luc luong|vnpt|viettel|mobifone"
)
_POSTS = (
    r"truong (?:cac )(?:phong|ban|khoa|don vi)|tram truong|(?:pho )?(?:chu tich|giam doc|hieu truong|truong (?:cac )?(?:phong|ban|khoa|doan|thon|tram|doi|to)|bi thu|chu nhiem)|"
    r"(?:pho )?chanh (?:van phong|thanh tra)|to truong|thu truong|lanh dao|nguoi dung dau|thuong truc|uy vien|thanh vien|"
    r"chuyen vien|van thu|ke toan|thu quy|cong chuc|vien chuc|can bo|nhan vien|giao vien|tong phu trach|ca nhan|dia phuong"
)
_MANY = r"(?:tat ca(?: cac)?|toan the|cac|moi|tung|nhung)"
_GROUPS = r"nganh|to chuc|xa|phuong|thi tran|dac khu|doan the|lop|bac si|nguoi lao dong|huyen|tinh|dang vien|hoi vien"
_UNIT = re.compile(
    rf"(?:{_MANY} )?(?:{_BODIES}|{_POSTS})\b|{_MANY} (?:{_GROUPS})\b|tat ca\b|toan (?:truong|co quan|don vi|xa|phuong|dang bo)\b"
)
_SURNAMES = (
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Đoàn|Trương|Mai|Cao|Lương|Lâm|Tô|Châu|Thái|Hà|"
    "Trịnh|Tạ|Đào|Vương|Kiều|Phùng|Nghiêm|Chu|Tống|Mang|Bo|Nông|Hứa|Quách|Văn|Lưu|La|Thân|Đồng|Khổng|Tăng|Từ|Bạch"
)
_NAME = re.compile(rf"(?:{_SURNAMES})(?: [A-ZĐÀ-Ỹ][a-zà-ỹ]*){{1,4}}")
_PERSON = re.compile(r"(?:[Đđ]/[Cc]|[Đđ]\.[Cc]|[Đđ]ồng chí|[Ôô]ng|[Bb]à|[Tt]hầy|[Cc]ô)\.?:?\s+[A-ZĐÀ-Ỹ]")
_POST = re.compile(rf"(?:nguyen )?(?:{_POSTS}|pho |truong )\b")
# Short heads whose fold is also another word: "Đội" is a unit, "Đổi mới" is not.
_WRITTEN = re.compile(
    r"(?:đội|đoàn|tổ|báo|hội|sở|thuế|ban|phòng|quỹ|đài|trường|trạm|cục|viện|bộ|tòa|toà|khoa|tt|vp|tttt|thôn|ấp|khóm|đồn|mỗi|mọi|"
    r"trưởng (?:các )?(?:phòng|ban|khoa|đơn vị|trạm|đoàn|thôn|đội|tổ))\b",
    re.I,
)
_SHORT = re.compile(
    r"(?:doi|doan|to|bao|hoi|so|thue|ban|phong|quy|dai|truong|tram|cuc|vien|bo|khoa|thon|ap|khom|don|moi)\b(?! phan\b| vi\b)"
)
_PLURAL_TAIL = re.compile(
    r"(?:cac )?(?:don vi|ban|nganh|doan the|to chuc|dia phuong|co quan|phong|ca nhan|cong chuc|vien chuc|can bo|nguoi lao dong|giao vien|nhan vien|hoc sinh|doan vien|hoi vien|dang vien|dang bo|chi bo|phuong|xa|thi tran|hoi)\b"
)
_PLURAL_BODY = re.compile(
    r"(?:tram|khoa|trung tam|to dan pho|thon|truong|chi cuc|chi nhanh|chi hoi|chi doan|hat|doi|benh vien|buon|ap|khom|khu pho)\b"
)
_OF_ITS_OWN = re.compile(
    r"(?:trung tâm|tổ dân phố|chi cục|chi nhánh|chi hội|chi đoàn|bệnh viện|khu phố|\w+) [A-ZĐÀ-Ỹ\d]"
)
_JOINED = re.compile(r"(?:hdnd|hoi dong nhan dan|doan dbqh|ubnd|uy ban nhan dan)\s*$")
_COUNCILS = re.compile(r"(?:ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan)\b")
_MARKS = re.compile(r"^[\s\-+•*·–—:.,;]+|[\s.,;:]+$")

# NĐ 118/2025/NĐ-CP gives the official name; plans shorten it.
_OFFICIAL = {"trung tam hanh chinh cong": "Trung tâm Phục vụ hành chính công"}


def starts_unit(text: str) -> bool:
    """Whether the text begins with the name of a unit, a post or a group of units."""
    plain = tidy(text).lstrip("-+• ")
    if is_person(plain):
        return True
    folded = fold_aligned(plain)
    return bool(_UNIT.match(folded)) and (not _SHORT.match(folded) or bool(_WRITTEN.match(plain)))


def is_person(text: str) -> bool:
    """ "đ/c Lê Minh Tâm", "ông Nguyễn Văn A", "Trần Thị B"."""
    return bool(_PERSON.match(text) or _NAME.fullmatch(text))


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
    if not _begins_name(text[end:]) or (is_person(text[start:at].lstrip("-+• ")) and _POST.match(right)):
        return False
    if _JOINED.search(left) and _COUNCILS.match(right):
        return False
    if "-" in fold_aligned(text[at:end]):
        return bool(re.match(r"(?:van phong|phong|trung tam|so|ubnd) ", right))
    lower = text[end].islower()
    group = re.search(
        r"\b(?:cac|moi|tung|toan the|tat ca|thu truong|lanh dao) [^;()]{0,40}$|^(?:co quan|don vi|can bo|cong chuc|so)\b[^;()]{0,30}$",
        left,
    )
    lower = lower and bool(group) and text[start:at][group.start() + 1 if group else 0 :].islower()
    body = _PLURAL_BODY.match(right) and not _OF_ITS_OWN.match(text[end:])
    return not (lower and (body or _PLURAL_TAIL.match(right)) and not right.startswith("cac "))


def _begins_name(rest: str) -> bool:
    return starts_unit(rest) or is_person(re.split(r"[;,]", rest)[0].strip())


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
            return name if re.match(r"cac |tat ca ", key) else capital(name)
        collective = key.startswith(("cac ", "tat ca "))
        return name if collective and key not in self._names else self._names.setdefault(key, name)


def unit_key(name: str) -> str:
    """Equal for two spellings of one name ("HĐND & UBND", "HĐND&UBND"; "–", "-")."""
    return fold_words(name.replace("&", " và "))
