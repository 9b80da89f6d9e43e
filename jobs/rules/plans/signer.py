"""Who signed a plan, and as what (layout of Decree 30/2020/NĐ-CP)."""

import re

from jobs.rules.plans.model import Signer
from jobs.rules.text import capital, fold, tidy
from storage.raw_document import RawDocument

_APART = re.compile(r"\t+|[ \xa0]{4,}")
# A printed page runs "Nơi nhận:" and the signer's post together: "- Các phòng; CHỦ TỊCH".
_SIGNED_BESIDE = re.compile(
    r"(?<=[;:.,])\s+(?=(?:(?:TM|KT|TL|TUQ|Q)\. ?)?[A-ZĐÀ-Ỹ]{2,}(?: [A-ZĐÀ-Ỹ]{2,})+$)|(?<=[;.])\s+(?=[A-ZĐÀ-Ỹ][a-zà-ỹ]+(?: [A-ZĐÀ-Ỹ][a-zà-ỹ]+){1,4}$)"
)
_POST = re.compile(
    r"(?:(?:q\.|quyen )?\s*(?:pho )?(?:chu tich|giam doc|truong ban|chanh van phong|truong phong|bi thu|cuc truong|vien truong|hieu truong|"
    r"tong giam doc|chu nhiem|chi cuc truong|chanh thanh tra|truong doan|bo truong|thu truong|doi truong|chi huy truong|chinh tri vien|"
    r"pho truong [a-z]+|to truong|tram truong|khoa truong|ke toan truong|tong thu ky|truong (?:cong an|khoa|tram|bo phan|chi nhanh|kho bac|thue|hai quan|ca|to|thon))\b.*)"
)
_RANK = re.compile(
    r"^(?:(?:đại|thượng|trung|thiếu) (?:úy|uý|tá|tướng)|(?:gs|pgs|ts|ths|ths|bs|bsck|bscki{1,2}|bsnt|ds|dsck|dscki{1,2}|ks|cn|ls|ts\.bs|nhà giáo)"
    r"(?:\.|(?=\s)))[\s.,]*",
    re.I,
)
_SIGNS = re.compile(r"^(?:tm|kt|tl|tuq|q)\.")
_BIG = r"[A-ZĐÀ-Ỹ]"
#: Two capitals, and up to six words that begin with one.
_NAME = re.compile(rf"(?=(?:.*?{_BIG}){{2}})(?:{_BIG}[\wÀ-ỹ]*+\.?\s*){{1,6}}")


def read_signer(document: RawDocument) -> Signer | None:
    for lines in _signature_blocks(document):
        posts = [
            n for n, line in enumerate(lines) if _POST.fullmatch(_SIGNS.sub("", fold(line)).strip()) and line.isupper()
        ]
        if not posts:
            continue
        below = [_without_rank(line) for line in lines[posts[-1] + 1 :]]
        names = [line for line in below if _is_name(line)]
        if names:
            return Signer(names[-1], _post_case(_SIGNS.sub("", lines[posts[-1]])))
    return None


def side_by_side(line: str) -> list[str]:
    """What stands in one line at two tab stops, or far apart."""
    return [tidy(part) for part in _APART.split(line) if tidy(part)]


def _signature_blocks(document: RawDocument) -> list[list[str]]:
    """Cells beside "Nơi nhận", else the last paragraphs."""
    blocks = [
        [
            tidy(line)
            for row in table.rows
            for cell in row.cells
            if cell.column == column
            for line in cell.text.splitlines()
            if tidy(line)
        ]
        for table in document.tables
        if len(table.rows) <= 8 and table.width <= 4
        for column in range(table.width - 1, -1, -1)
    ]
    sides = [part for p in document.paragraphs for line in p.text.splitlines() for part in side_by_side(line)]
    texts = [part for side in sides for part in _SIGNED_BESIDE.split(side)]
    return [*blocks, texts]


def _without_rank(line: str) -> str:
    """ "Nguyễn Văn An" of "Đại úy Nguyễn Văn An", "BSCKII. Nguyễn Văn An"."""
    while (rest := _RANK.sub("", line)) != line:
        line = rest
    return line


def _is_name(line: str) -> bool:
    return len(line) < 40 and not line.isupper() and bool(_NAME.fullmatch(line))


def _post_case(post: str) -> str:
    """ "PHÓ TRƯỞNG BAN" as an office writes it: "Phó Trưởng Ban"; "CHỦ TỊCH": "Chủ tịch"."""
    words = tidy(post).lower().split(" ")
    shown: list[str] = []
    for n, word in enumerate(words):
        before = words[n - 1] if n else ""
        starts = (
            n == 0
            or before == "phó"
            or (n > 1 and word == "thường")
            or (before in ("trưởng", "chánh") and word in ("ban", "phòng", "văn", "đoàn", "thanh", "công"))
        )
        shown.append(capital(word) if starts else word)
    return " ".join(shown)
