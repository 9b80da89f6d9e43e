"""What a message calls a task (at most 60 characters), and what proves it done."""

import re

from jobs.rules.text import capital, fold_aligned, tidy
from storage.kinds import ProductKind

LONGEST = 60
_BULLET = re.compile(r"^(?:[-+*•·–—]|\d{1,2}[.)]|[a-zđ]\))\s*")
_EMPTY_START = re.compile(
    r"^(?:tiep tuc|to chuc|thuc hien|tang cuong)\s+(?!nghiem|tot\b|dung\b|day du|co hieu qua|hieu qua|va\b|trach nhiem|ky luat)"
)
_AND_SO_ON = r"(?:dam bao|bao dam|gop phan|nham|gan voi|trong do|phuc vu|dap ung|gui|dac biet|theo|ket hop|tao|kip thoi|dong thoi|huong toi)\b"
_CLAUSE = re.compile(
    rf"[;:\n]|,(?= {_AND_SO_ON})|\.(?=\s|$)| - | nham | theo (?:quy dinh|dung|tien do|huong dan)\b| dam bao | bao dam "
)
_LEAST = 12
_WEAK_ENDS = re.compile(
    r"\s+(?:và|của|các|về|cho|với|trong|tại|theo|trên|đối|để|là|do|từ|những|việc|một|số|tới|đến|hoặc|có|được|năm)$"
)

# Where a phrase may end and still say something whole: better than half a compound word.
_JOINT = re.compile(
    r",? (?:và|hoặc|của|về|cho|trên|tại|trong|theo|(?<!phụ )(?<!trực )thuộc|đối với|để|với|từ|sau|có)\b|, "
)


def short_title(title: str) -> tuple[str, bool]:
    """(text of at most 60 characters, whether it had to be cut inside a clause).

    The first clause that says something, without bullets and without a leading "Tiếp tục", "Tổ chức", "Thực hiện",
    "Tăng cường"; ended at a word.
    """
    text = _without_start(title)
    clause = _first_clause(text)
    if len(clause) <= LONGEST:
        return capital(clause), False
    cut = clause[: LONGEST + 1].rsplit(" ", 1)[0][:LONGEST]
    while _WEAK_ENDS.search(cut):
        cut = _WEAK_ENDS.sub("", cut)
    joints = [found.start() for found in _JOINT.finditer(cut) if found.start() >= LONGEST * 2 // 5]
    if joints:
        cut, more = cut[: joints[-1]], ""
    else:
        # The last syllable may be half of a word ("phê" of "phê duyệt").
        cut, more = cut.rsplit(" ", 1)[0], "…"
    for opened, closed in (("(", ")"), ("“", "”")):
        if cut.count(opened) > cut.count(closed) and cut.rfind(opened) > _LEAST:
            cut = cut[: cut.rfind(opened)]
    return capital(cut.rstrip(' ,;:-(“"')) + more, True


def _without_start(title: str) -> str:
    text = _BULLET.sub("", tidy(title))
    while True:
        found = _EMPTY_START.match(fold_aligned(text))
        if not found or len(text) - found.end() < _LEAST:
            return text
        text = text[found.end() :]


def _first_clause(text: str) -> str:
    """Up to the first break after enough words; a short text stays whole."""
    if len(text) <= LONGEST:
        return text.rstrip(" .;,:")
    for found in _CLAUSE.finditer(fold_aligned(text)):
        before = text[: found.start()]
        inside = before.count("(") > before.count(")") or before.count("“") > before.count("”")
        if len(before) >= _LEAST and not inside:
            return before.rstrip(" .;,:-")
    return text.rstrip(" .;,:")


# A document is what the line begins with; further on it may be only what the work is about ("giải quyết hồ sơ").
_DOCUMENT = re.compile(
    r"^(?:[-+*] ?)?(?:cac |moi |ban hanh (?:cac )?|xay dung (?:va ban hanh )?|tham muu ban hanh |du thao )?"
    r"(?:ke hoach|bao cao|quyet dinh|van ban|cong van|to trinh|thong bao|quy che|de an|ho so|bien ban|nghi quyet|chi thi|"
    r"huong dan|danh muc|ban mo ta|phuong an|chuong trinh|quy chuan|bang tong hop|bieu)\b(?!.* duoc )"
)
_FIGURE = re.compile(
    r"\d\s*%|\bty le\b|\bso luong\b|\b(?:it nhat|toi thieu|tren|duoi|tu) \d+|\b\d+ (?:sang kien|tin|bai|ho so|lop|cuoc|nguoi)\b"
)
_EVENT = re.compile(
    r"\b(?:hoi nghi|hoi thao|tap huan|cuoc hop|doi thoai|hoi thi|le|su kien|ngay hoi|buoi|chuyen de|dien dan|khao sat)\b"
)
_STATE = re.compile(
    r"\b(?:duy tri|thuong xuyen|dang tai|dang tin|cong khai|cap nhat|khong (?:co|de|vuot)|dam bao|bao dam|nang cao|niem yet|tin, bai|tin bai)\b"
)


def product_kind(title: str, product: str) -> ProductKind:
    """From the product's words, the first line first; where it names none, from the title's."""
    for text in (*product.splitlines(), title):
        folded = fold_aligned(tidy(text))
        found = [(match.start(), kind) for kind, words in _KINDS if (match := words.search(folded))]
        if any(kind is ProductKind.FIGURE for _, kind in found):
            return ProductKind.FIGURE
        if found:
            return min(found)[1]
    return ProductKind.STATE


_KINDS = (
    (ProductKind.DOCUMENT, _DOCUMENT),
    (ProductKind.FIGURE, _FIGURE),
    (ProductKind.EVENT, _EVENT),
    (ProductKind.STATE, _STATE),
)
