"""How much a piece of text looks like a cell of each column: units, deadlines, figures and products have words of their own."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from itertools import pairwise
from math import log2

from jobs.rules.deadlines.model import DeadlineKind
from jobs.rules.deadlines.read import read_deadline
from jobs.rules.plans.columns import Column
from jobs.rules.plans.units import split_units, starts_unit
from jobs.rules.text import fold, fold_words, tidy
from jobs.rules.working_days import WEEKENDS_ONLY

_ANY_DAY = date(2025, 1, 1)  # only the kind of a phrase is asked for, which no day changes
_DEADLINE_START = re.compile(
    r"[-+]? ?\(?(?:(?:trong|ca|het|dau|giua|cuoi) (?:nam|quy|thang|tuan|ngay|6|06|sau|ky|thoi)\b|trong (?:20\d\d|suot)|nam 20\d\d|quy (?:[ivx]+|\d)\b|thang \d|"
    r"truoc (?:ngay|thang|quy|nam|het|\d)|cham nhat|muon nhat|(?:hang|moi) (?:nam|quy|thang|tuan|ngay)|dinh ky|thuong xuyen|lien tuc|"
    r"theo (?:tien do|quy dinh|ke hoach|huong dan|chi dao|yeu cau|lich|thoi gian|de nghi|dot|thuc te|niem do)|den (?:het|ngay|thang|quy|nam)|"
    r"tu (?:ngay|thang|quy|nam)|ngay \d|\d{1,2} ?[/.-] ?\d{1,2}|\d{1,2}/20\d\d|(?:ngay )?sau khi|khi (?:co|phat sinh)|0?6 thang|"
    r"hoan thanh (?:truoc|trong|vao|cham|ngay)|xong truoc|khong (?:qua|muon hon)|giai doan 20|tuan \d|dot xuat|20\d\d$|chu dong)"
)
_FIGURE = re.compile(
    r"(?:(?:toi thieu|toi da|tren|duoi|tu|dat|it nhat|khong qua|khong duoi|tang|giam|du kien|phan dau|>=?|<=?|≥|≤) ?)*\d+(?:[.,]\d+)?"
    r"(?: ?%| ?(?:tin|bai|lan|cuoc|ho so|lop|nguoi|diem|[a-z ]{2,14}))?(?: (?:tro len|/ ?nam))?[.;]?"
)
_BASIS = re.compile(
    r"(?:thuc hien )?(?:theo |can cu )?(?:nghi quyet|quyet dinh|ke hoach so|cong van|thong tu|nghi dinh|luat|chi thi|van ban so|khoan|dieu|thuc hien theo)"
)
_PRODUCT = re.compile(
    r"[-+]? ?(?:cac |moi |\d+ )?(?:ke hoach|bao cao|quyet dinh|van ban|cong van|to trinh|thong bao|quy che|de an|ho so|bien ban|nghi quyet|"
    r"huong dan|danh muc|phuong an|chuong trinh|bang|hoi nghi|hoi thao|tin|bai|so lieu|ket qua|ty le|viec|san pham|noi dung|100 ?%|tren \d|"
    r"\d+ ?%|mo hinh|phong su|chuyen muc|lop|cuoc|to gap|video|hop dong|du thao|so |he thong|co so du lieu|phan mem|thong tin|nguoi dan)\b"
)
_COUNTED = re.compile(r"[-+]? ?(?:\d+ ?%|tren \d|tu \d+ ?%|ty le)")
_VERB = re.compile(
    r"[-+]? ?(?:tiep tuc|to chuc|thuc hien|xay dung|ban hanh|trien khai|ra soat|tham muu|tang cuong|nang cao|day manh|tuyen truyen|pho bien|"
    r"cong khai|kiem tra|tiep nhan|phoi hop|chu tri|nghien cuu|hoan thien|cap nhat|dang tai|theo doi|duy tri|lap|trinh|quan triet|dau tu|"
    r"tham gia|dam bao|bao dam|huong dan|de xuat|bo tri|danh gia|so ket|tong ket|hoan thanh|cung cap|so hoa|ket hop|su dung|xu ly|giai quyet|khai thac|phan dau|thanh lap|kien toan)\b"
)
_MARKED = re.compile(f"{_VERB.pattern}|{_PRODUCT.pattern}|{_DEADLINE_START.pattern}")
_CAPITAL = re.compile(r"(?<=[a-zà-ỹđ]) (?=[A-ZĐ])")
_ACTS = re.compile(r"\b(?:chủ trì|phối hợp|thực hiện|tham mưu|triển khai)\b")
# Words that begin like a unit's name: "Báo" and "Hội" are units, these are not.
_NO_UNIT = re.compile(
    r"[-+]? ?(?:cac |moi |\d+ )?(?:bao (?:cao|dam)|hoi (?:nghi|thao|thi)|so (?:lieu|luong|hoa|ket|do)|to (?:trinh|chuc|gap)|bo (?:chi so|tieu chi|thu tuc|tai lieu|cau hoi)|"
    r"ban (?:hanh|mo ta)|truong hop|khoa (?:dao tao|tap huan|boi duong)|doi (?:moi|thoai)|phong (?:chong|su)|vien dan|bien ban|dai hoi)\b"
)
_OPENING = 40
_LONGEST_KNOWN = 200
_HEAD = 90  # how much of a cell says what it begins with
_DANGLING = re.compile(
    r"(?:,|[(“]|\b(?:và|của|các|về|cho|với|trong|tại|theo|trên|đối|để|là|do|từ|những|việc|tới|hoặc|được|có|đến|số|bằng|thuộc|tối thiểu|tối đa|ít nhất)"
    r"|(?<!hàng )(?<!hằng )(?<!mỗi )(?<!trong )(?<!cả )(?<!Trong )\b(?:năm|quý|tháng|ngày))$",
    re.I,
)
_LONGEST_END = 40  # no open end is longer, nor what must not stand before it
_LAST_WORDS = re.compile(r"(?<=[\w).;…] )[A-ZĐ0-9][^.;:]{3,28}$")
_BULLET = re.compile(r"[-+•*]\s?\S")
_SENTENCE = re.compile(r"\b(?:có(?! liên quan)|được|đạt|phải|đều|hoàn thành|đã)\b")
_SHORT_DEADLINE, _LONG_DEADLINE = 60, 110
_SECOND = 4.0  # a cell that holds what belongs to the next one


@dataclass(frozen=True)
class Known:
    """What a first reading met, by column: whole cells (a unit or a deadline stands in many rows), and how paragraphs
    of titles and products begin."""

    cells: Mapping[Column, Mapping[str, int]] = field(default_factory=dict)
    openings: Mapping[Column, Mapping[str, int]] = field(default_factory=dict)

    def often(self, column: Column, text: str) -> float:
        counts = self.cells.get(column)
        seen = counts.get(cell_key(text), 0) if counts and len(text) <= _LONGEST_KNOWN else 0
        return min(seen, 6) / 2 if seen > 1 else 0.0

    def is_cell(self, text: str) -> bool:
        """Whether this stood alone in a cell before."""
        key = cell_key(text) if self.cells and len(text) <= _LONGEST_KNOWN else ""
        return any(seen.get(key, 0) > 1 for seen in self.cells.values())

    def opens(self, column: Column, text: str) -> float:
        """-2 to 2: whether paragraphs of a title or a product begin so more often than those of the other."""
        if column not in (Column.TITLE, Column.PRODUCT) or not self.openings:
            return 0.0
        key = opening(text)
        # Less one each: the cell that is being judged is among those counted.
        product, title = (max(1, self.openings.get(one, {}).get(key, 0)) for one in (Column.PRODUCT, Column.TITLE))
        more = max(-2.0, min(2.0, log2(product / title)))
        return more if column is Column.PRODUCT else -more


@lru_cache(maxsize=20_000)
def cell_key(text: str) -> str:
    return fold_words(text)


def opening(text: str) -> str:
    """The first three words, folded."""
    return " ".join(cell_key(text[:_OPENING]).split(" ")[:3])


@lru_cache(maxsize=20_000)
def _folded(head: str) -> str:
    return fold(head)


def starts_bullet(text: str) -> bool:
    return bool(_BULLET.match(text))


def starts_low(text: str) -> bool:
    """Whether the text goes on with a small letter, or with a sign that never begins a cell."""
    return text[:1].islower() or text[:1] in ",;.)”…/:%–"


@lru_cache(maxsize=20_000)
def is_open(text: str) -> bool:
    """Whether something must follow: a word like "và", a comma, an open bracket."""
    return (
        bool(_DANGLING.search(text[-_LONGEST_END:]))
        or text.count("(") > text.count(")")
        or text.count("“") > text.count("”")
    )


@lru_cache(maxsize=50_000)
def likeness(column: Column, text: str) -> float:
    """About -7 to 7: evidence for (above 0) or against this text as a whole cell of the column."""
    plain = tidy(text)
    match column:
        case Column.DEADLINE:
            return _deadline(plain) - (_SECOND if _goes_over(text) else 0.0)
        case Column.LEAD | Column.COORDINATE:
            return _units(plain)
        case Column.ASSIGNED:
            return _assigned(text)
        case Column.TARGET:
            return 5.0 if len(plain) < _SHORT_DEADLINE and _FIGURE.fullmatch(fold(plain)) else -5.0
        case Column.BASIS:
            return 3.0 if _BASIS.match(_folded(plain[:_HEAD])) else -1.0
        case Column.NOTE:
            return -2.0
        case Column.TITLE | Column.PRODUCT:
            return _prose(column, plain)
    return 0.0


def _deadline(text: str) -> float:
    folded = _folded(text[:_HEAD])
    starts = bool(_DEADLINE_START.match(folded))
    if len(text) > _LONG_DEADLINE * 2:
        return -7.0
    if not starts and len(text) > _SHORT_DEADLINE:
        return -5.0
    if text.isdigit():
        return 3.0
    kind = read_deadline(text, _ANY_DAY, WEEKENDS_ONLY).kind
    says = kind not in (DeadlineKind.NONE, DeadlineKind.UNSPECIFIED)
    score = (6.0 if says else 3.0) if starts else (2.0 if says else -5.0)
    return score - (3.0 if len(text) > _LONG_DEADLINE else 0.0)


def _units(text: str) -> float:
    if len(text) > 400 or not begins_unit(text):
        return -6.0
    names = split_units(text)
    score = 4.0 if all(map(starts_unit, names)) else 0.0
    marked = any(_MARKED.match(_folded(text[cut.end() : cut.end() + _HEAD])) for cut in _CAPITAL.finditer(text))
    return score - (3.0 if len(text) > 220 else 0.0) - (_SECOND if _SENTENCE.search(text) or marked else 0.0)


def _goes_over(text: str) -> bool:
    """Whether a later line begins the next cell: a unit's name, a product, a figure."""
    return any(
        (line[0].isupper() or line[0].isdigit())
        and not is_open(before)
        and (begins_unit(line) or bool(_PRODUCT.match(_folded(line[:_HEAD]))))
        for before, line in pairwise(text.splitlines())
    )


def begins_unit(text: str) -> bool:
    return _begins_unit(text[:_HEAD])


@lru_cache(maxsize=20_000)
def _begins_unit(head: str) -> bool:
    return starts_unit(head) and not _NO_UNIT.match(_folded(head))


def _assigned(text: str) -> float:
    if not begins_unit(text):
        return -5.0
    return 3.0 + min(3.0, 1.5 * len(set(_ACTS.findall(text))))


def _prose(column: Column, text: str) -> float:
    folded = _folded(text[:_HEAD])
    score = 0.0
    if text and text[0].isdigit() and not re.match(r"\d+ ?(?:%|[a-zà-ỹđ])", text):
        score -= 3.0
    if len(text) < _SHORT_DEADLINE and _deadline(text) >= 6:
        score -= 5.0
    elif len(text) < 120 and _units(text) >= 4:
        score -= 3.0
    last = _LAST_WORDS.search(text)
    if last and last[0][0].isupper() and _DEADLINE_START.match(fold(last[0])):
        score -= 3.0
    product, verb = bool(_PRODUCT.match(folded)), bool(_VERB.match(folded))
    if column is Column.PRODUCT:
        return score + product - verb + (1.0 if _COUNTED.match(folded) else 0.0)
    return score + verb - 0.5 * (product and not verb)


def bullet_fits(column: Column, text: str, prose_first: bool) -> float:
    """0 or less: of a bullet further down in the cell; `prose_first`: the cell began with a sentence that led to no list."""
    folded = _folded(text[:_HEAD])
    product, verb = bool(_PRODUCT.match(folded)), bool(_VERB.match(folded))
    if column is Column.TITLE:
        return -(1.5 if prose_first else 0.0) - (0.5 if product and not verb else 0.0)
    return -0.5 if column is Column.PRODUCT and verb and not product else 0.0


def may_begin_inside(text: str) -> bool:
    """Whether a cell may begin here though its line began with another cell: only what has marked words."""
    folded = _folded(text[:_HEAD])
    marked = _MARKED.match(folded) or _BASIS.match(folded)
    figure = re.match(r"(?:Tối thiểu|Tối đa|Trên|Dưới|Từ|Đạt|Ít nhất|Không quá|Không dưới)? ?\d+(?:[.,]\d+)? ?%", text)
    return bool(starts_bullet(text) or figure or marked or begins_unit(text))
