"""What a column holds, by the words of its header."""

import re
from dataclasses import dataclass
from enum import StrEnum

from jobs.rules.text import fold


class Column(StrEnum):
    NUMBER = "number"
    TITLE = "title"
    LEAD = "lead"
    COORDINATE = "coordinate"
    ASSIGNED = "assigned"  # who leads and who coordinates in one column
    SUPERVISOR = "supervisor"  # the leader who keeps an eye on it
    START = "start"
    DEADLINE = "deadline"
    PRODUCT = "product"
    TARGET = "target"
    UNIT = "unit"  # of measure
    BASIS = "basis"
    NOTE = "note"


@dataclass(frozen=True)
class Leaf:
    """A lowest header: its grid columns, its words and those of the group above it."""

    span: range
    text: str
    group: str = ""


# First match wins, so narrow words stand before wide ones ("thời gian thực hiện" before "thực hiện").
_WORDS: tuple[tuple[Column, str], ...] = (
    (Column.NUMBER, r"^(?:(?:so |s\.? ?)?t\.? ?t\.?|so thu tu|muc|so|ma(?: so)?(?: nv| nhiem vu| viec| cv)?)$"),
    (Column.UNIT, r"^don vi tinh|^dvt$|^d\.v\.t"),
    (
        Column.NOTE,
        r"^ghi chu|^luu y|^kinh phi|^du toan|^nguon (?:kinh phi|von|luc)|^tinh (?:trang|hinh)|^nguyen nhan|^de xuat|^tong muc|"
        r"^(?:ke hoach )?von\b|^dia (?:diem|ban)|^nang luc|^(?:uoc )?(?:thuc hien|ket qua|thuc te)(?: thuc hien)? nam|^uoc|^linh vuc$|^nhom$",
    ),
    (Column.BASIS, r"^can cu|^co so phap ly|^van ban (?:giao|chi dao)"),
    (Column.START, r"^(?:ngay |thoi (?:gian|diem) )?(?:bat dau|khoi cong|khoi dong)(?: thuc hien)?$|^tu(?: ngay)?$"),
    (
        Column.DEADLINE,
        r"\btien do\b|\bthoi (?:gian|han|diem)\b|\bky han\b|\blo trinh\b|\bhan\b|\bngay (?:hoan thanh|ket thuc)|"
        r"^(?:hoan thanh|ket thuc|den ngay|den|thang|ngay|quy)$|\bmoc\b|\bkhi nao\b|\bbao gio\b|\btruoc(?: ngay)?$|\bcham nhat\b|khoi cong.*hoan thanh",
    ),
    (Column.ASSIGNED, r"^ai\b|chu tri.*phoi hop|phan cong|trach nhiem"),
    (
        Column.COORDINATE,
        r"phoi hop|tham gia|co quan lien quan|don vi lien quan|^(?:don vi|co quan|bo phan|khoa|phong|nguoi).*\bho tro$",
    ),
    (Column.LEAD, r"chu tri|dau moi|(?:phu trach|xu ly|thuc hien) chinh|^chu dau tu"),
    (
        Column.SUPERVISOR,
        r"^(?:lanh dao|nguoi|dong chi|thanh vien|uy vien|thuong truc)\b.*\b(?:chi dao|theo doi|phu trach)|^chi dao$|"
        r"^(?:co quan|don vi|cap|nguoi|lanh dao) (?:trinh|tham tra|tham dinh|phe duyet|duyet|giao(?: viec| nhiem vu)?|ban hanh|ky)\b",
    ),
    (
        Column.TARGET,
        r"^chi tieu (?:nam|giao|phan dau|ke hoach)|^chi tieu.*%|^ty le|^muc tieu (?:nam|phan dau)|^ke hoach nam|^chi tieu$|^(?:nam|ke hoach) 20\d\d$",
    ),
    (
        Column.TITLE,
        r"nhiem vu|cong viec|^noi dung|dau viec|^viec|hoat dong|giai phap|ten chi tieu|^tieu chi|^chi so|^ten (?!don vi|co quan|nguoi|can bo|phong|phu luc|to chuc)|"
        r"^danh muc|^(?:du an|cong trinh)\b",
    ),
    (
        Column.PRODUCT,
        r"san pham|ket qua|dau ra|yeu cau can dat|muc tieu|minh chung|tai lieu|hinh thuc|^(?:phai|can) co\b",
    ),
    (Column.ASSIGNED, r"thuc hien|phu trach|co quan|don vi|phong ban|bo phan|nguoi|to chuc|tham muu|^ai lam"),
    (Column.TITLE, r"noi dung|chi tieu"),
)
_PEOPLE = re.compile(
    r"^(?:ho(?: va|,)? ten|ho, chu dem va ten|chuc (?:vu|danh)|(?:so )?(?:dien thoai|dt)|e-?mail|thu dien tu|ngay sinh|trinh do)\b"
)
_ONE_PERSON = re.compile(
    r"^(?:nguoi|can bo|chuyen vien|cong chuc|vien chuc|nhan vien|nhan su|ca nhan|dong chi)\b(?!.*\b(?:don vi|co quan|bo phan)\b)"
)
_SHORT_FORMS = tuple(
    (re.compile(rf"(?<![\w/])(?:{short})(?![\w/])"), whole)
    for short, whole in (
        (r"t/?g(?:ian)?|t/gian", "thoi gian"),
        (r"(?:t/?g)(?:th|/th)", "thoi gian thuc hien"),
        (r"(?:t/?g)(?:ht|/ht)", "thoi gian hoan thanh"),
        (r"d/vi|d/v|dv|dvi", "don vi"),
        (r"c/q|cq", "co quan"),
        (r"b/p|bp", "bo phan"),
        (r"p/h|ph", "phoi hop"),
        (r"(?<=don vi )ct|(?<=co quan )ct|c/tri|ch/tri", "chu tri"),
        (r"(?<=don vi )th|(?<=co quan )th|th/hien|t/hien", "thuc hien"),
        (r"n/vu|nv", "nhiem vu"),
        (r"n/dung|nd", "noi dung"),
        (r"c/viec", "cong viec"),
        (r"p/cong", "phan cong"),
        (r"p/trach|ptr", "phu trach"),
        (r"h/thanh|ht", "hoan thanh"),
        (r"s/pham|sp", "san pham"),
        (r"k/qua|kq", "ket qua"),
    )
)
_LONGEST = 90
_TIME_UNIT = re.compile(
    r"(?:(?:thang|quy|t|q)\s?)?(?:\d{1,2}|i{1,3}|iv)|(?:thang\s?|t)?\d{1,2}/20\d\d|(?:thang|quy|nam|tuan)\s.{1,12}|20\d\d"
)


def meaning(text: str, group: str = "") -> Column | None:
    """`group`: the header merged above this one; under "Phân công" a column "Thực hiện" leads."""
    folded = _written_out(fold(text)).strip(" .:*")
    if not folded or len(folded) > _LONGEST:
        return None
    found = next((column for column, words in _WORDS if re.search(words, folded)), None)
    if not group:
        return found
    above = meaning(group)
    if found is Column.ASSIGNED and above is Column.ASSIGNED:
        return Column.LEAD
    if above is Column.DEADLINE and (found is None or is_time_unit(text)):
        return Column.DEADLINE  # "Tiến độ": "Trình lần đầu", "Trình thông qua"
    return found


def _written_out(folded: str) -> str:
    """ "đ/vị ph" as "don vi phoi hop"."""
    for short, whole in _SHORT_FORMS:
        folded = short.sub(whole, folded)
    return folded


def is_time_unit(text: str) -> bool:
    """ "Quý I", "Tháng 3", "3": a column of a calendar in which rows are ticked."""
    return bool(_TIME_UNIT.fullmatch(fold(text).strip(" .")))


def says_who_too(text: str) -> bool:
    """Whether a header that speaks of time also speaks of those who act."""
    return bool(re.search(r"phan cong|trach nhiem|chu tri|don vi|co quan|nguoi|bo phan", _written_out(fold(text))))


def words_before(text: str) -> str:
    """The words of a header that belong before what stands below it."""
    folded = fold(text).strip(" .:*")
    found = re.search(r"(truoc)(?: ngay)?$|^(thang|quy)$", folded)
    return {"truoc": "trước ngày", "thang": "tháng", "quy": "quý"}[found[1] or found[2]] if found else ""


def about_one_person(text: str) -> bool:
    """Whether the column names who of a unit does the work."""
    return bool(_ONE_PERSON.match(fold(text).strip(" .:")))


def groups_tasks(text: str) -> bool:
    """Whether a column that sounds like the tasks may only say what kind they are, where another names them."""
    return bool(re.match(r"(?:nhom|linh vuc|loai|mang)\b", fold(text)))


def about_people(text: str) -> bool:
    """Whether the column belongs to a list of names rather than of tasks."""
    return bool(_PEOPLE.match(fold(text).strip(" .:")))
