"""Dates, years and rhythms that are no deadline: cited documents, titles, comparisons, conditions, what is done.

See deadline study §3.9. Masked parts are blanked before anything else is read.
"""

import re

from jobs.rules.deadlines.citations import CITATIONS, DOCUMENT
from jobs.rules.deadlines.words import MASK, Source, blank, compiled

_DATE = r"\d{1,2}\s*(?:[/.-]\s*\d{1,2}\s*[/.-]|thang\s*\d{1,2}\s*(?:nam|[/-]))\s*\d{2,4}"
_BLANKED_DATE = r"[.…_ ]*(?:[/.…_ ]+|thang\s*)\d{1,2}\s*(?:/|nam)\s*\d{4}"
_UNIT_WORDS = r"(?:ngay|tuan|thang|quy|nam|den|lan|ky)\b"
_NUMBERED = rf"(?:so\s*:?\s*\d+[a-z]?(?:\s*/\s*\d{{4}})?|\d+[a-z]?(?:\s*/\s*\d{{4}})?(?!\s+-\s))\s*[-/]\s?(?!{_UNIT_WORDS})[a-z]{{2,}}[a-z0-9]*(?:\s?[-/&]\s?[a-z0-9]+)*"
_WORD = r"[^\s,;:.()#]+"
_STOP = r"(?:trong|truoc|den|tu|hoan|cham|hang|moi|ke|sau|han|ngay|thang|quy|vao|cua nam)\b"
_RUN = rf"(?:\s+(?!{_STOP}){_WORD}){{0,14}}?"
_TITLED = (
    r"(?:chuong trinh|de an|ke hoach|nghi quyet|chien luoc|quy hoach|du an|chi so|bo tieu chi|phong trao|hoi thi|"
    r"cuoc thi|du toan|kinh phi|bao cao tong ket|chuyen de|quyet dinh|nghi dinh|chi thi|nghi quyet so)"
)
_PERIOD = r"(?:nam\s+)?(?:19|20)\d\d\s*(?:-|den)\s*(?:nam\s+)?(?:19|20)\d\d"
_DONE = r"\bda (?:hoan thanh|ban hanh|thuc hien|to chuc|co|dat|trien khai|gui|tiep nhan|giai quyet|xu ly|phuc vu|cong bo|tham muu|bao cao|dang|kiem tra|duoc (?:ban hanh|thuc hien|giai quyet|cong bo|to chuc))\b"

_ALWAYS = compiled(
    rf"\b{_NUMBERED},?\s*(?:\(?ngay\s*(?:{_DATE}|{_BLANKED_DATE}))",
    rf"\bso\s*:?[.…_ ]*/(?!{_UNIT_WORDS})[a-z][a-z0-9/&-]*,?\s*(?:ngay\s*(?:{_DATE}|{_BLANKED_DATE}))?",
    rf"\b{_NUMBERED}",
    rf"(?:theo|can cu|thuc hien|kem theo|trien khai)\s+{DOCUMENT}(?:\s+so\s+\d+)?,?\s+ngay\s+{_DATE}",
    rf"\b(?:bo )?luat(?:\s+(?!{_STOP}){_WORD}){{1,14}}?\s+ngay\s+{_DATE}",
    rf"\b(?:(?:bo )?luat|hien phap|phap lenh){_RUN}\s+nam\s+(?:19|20)\d\d",
    rf"\bsinh (?:ngay )?{_DATE}",
    r",\s*ngay[.…_ ]*thang[.…_ ]*\d{0,2}[.…_ ]*nam[.…_ ]*(?:\d{4})?",
    rf"(?<!trong )\b(?:giai doan|nhiem ky|thoi ky)\s+(?:{_PERIOD}|(?:19|20)\d\d)",
    rf"\b(?:nien do|nien khoa|nam hoc)\s+(?:{_PERIOD}|(?:19|20)\d\d)",
    r"\bnhiem ky\b.{0,12}?(?:19|20)\d\d\s*-\s*(?:19|20)\d\d",
    rf"\b{_TITLED}\b{_RUN}(?:\s+(?:cua\s+)?(?:{_PERIOD}|nam\s+(?:19|20)\d\d(?:\s*(?:,|va)\s*nam\s*20\d\d)?))",
    r"\b(?:den nam (?:19|20)\d\d)?[, ]*(?:va )?(?:tam nhin|dinh huong) (?:den )?(?:nam )?(?:19|20)\d\d",
    r"\bso \d+ nam (?:19|20)\d\d",
    r"\btinh tu ngay \d{1,2} (?:cua )?thang (?!\d).*$",
    r"(?<=\bky hop )(?:(?!truoc|ngay|thang|quy)\w+ ){0,2}(?:giua|cuoi|dau) nam(?: (?:nam )?20\d\d)?\b",
    r"\bhang nam va\s+\d+\s+nam\b",
    r"\b(?:ke hoach|chuong trinh|de an|chi so)\s+(?:\d+ ngay(?: dem)?|\d+)\b(?!\s*[/%])",
    r"\b(?:trong|qua|suot)\s+\d+\s+(?:nam|thang|quy)\s+(?:lien|lien tiep|lien tuc|gan day|qua|gan nhat)\b(?:\s+tiep)?",
    r"\b\d+\s+(?:nam|thang|quy)\s+(?:lien|gan day|vua qua|gan nhat)\b(?:\s+(?:tiep|tuc))?",
    r"\b(?:duoi|tren|hon|binh quan|trung binh|phat sinh)\s+[\d.,]+\s+(?:\S+\s+){1,5}?/?\s*/\s*(?:nam|thang|quy|ngay|tuan)\b(?:/\w+)?",
    r"\b[\d.,]+\s*(?:%|ho so|luot|nguoi|trieu(?: dong)?|ty(?: dong)?|dong|usd|gio|km|van ban)\s*/\s*(?:nam|thang|quy|ngay|tuan)\b(?:/\w+)?",
    r"\b(?:muc|dieu|khoan|(?<!thoi )diem|phu luc|bieu|mau|buoc|tieu muc|trang|chuong|phan)\s+\d+(?:[./]\d+)*",
    r"\b\d+\s*/\s*\d+\s+(?:nhiem vu|chi tieu|tieu chi|ho so|don vi|phong|van ban|thu tuc|tthc|xa|phuong|khoi luong|noi dung|viec|so|tong|diem|cau|phieu|yeu cau)\b",
    r"\b(?:chi|kinh phi|ngan sach|du toan|von|nguon)\s+(?:\S+\s+)?thuong xuyen\b",
    r"\bkhong\s+(?:\S+\s+)?(?:thuong xuyen|dinh ky)\b(?! (?:co|bao))",
    r"\btu (?:dau |giua |cuoi )?(?:thang|quy|nam|ngay|khi|nhung|tuan)\b[^;.]*? den nay\b",
    r"\b(?:thoi gian|nam|thang|quy|nhung nam|tuan) (?:vua |da )qua\b",
    r"\bcung ky(?: nam)?(?: (?:truoc|20\d\d))?",
    r"(?:so lieu|ket qua|luy ke)\s+(?:tinh |lay )?den\s+(?:het\s+)?(?:ngay\s+)?(?:" + _DATE + r"|\d{1,2}/\d{1,2})",
    r"\btinh den\s+(?:het\s+)?(?:cuoi\s+)?(?:ngay\s+|thang\s+|quy\s+|nam\s+|thoi diem\s+)*[\divx/.-]+(?:\s*nam\s*\d{4})?"
    r"(?=\s*,?\s*(?:da|co|toan|ca|tong|ty le|so)\b|\s*$)",
)
_CLAUSE = re.compile(r"(?:[^;.#]|\.(?=\d))+")
_COMPARED = re.compile(
    r"\b(?:cao|thap|it|nhieu|lon|nho|giam|tang|tot)\s+hon\b.*\b(?:nam|quy|thang)\b|\bso voi\b.*\b(?:nam|quy|thang|ky)\b|\bso voi\s*$"
)
_STRICT = re.compile(
    r"\btruoc\b|\bcham nhat\b|\bmuon nhat\b|\bke tu\b|\bsau khi\b|\bhang\b|\btheo\b|\bthoi han\b|\bhoan thanh (?:trong|truoc)\b"
)
_PLACE_LINE = re.compile(
    r"^(?!.*\b(?:truoc|den|hoan thanh|gui|bao cao|nop|xong|vao|trinh|han)\b)[a-z .'-]{2,30}, ngay \d{1,2} thang \d{1,2} nam \d{4}$"
)
_QUOTED = re.compile(r'"[^"]{3,}"')


def hide_what_is_no_deadline(source: Source) -> str:
    """The folded phrase with every such part replaced by `MASK`, at the same offsets."""
    view = source.plain
    for found in _QUOTED.finditer(view):
        if found.end() - found.start() < len(view.strip(" .,;")):
            view = blank(view, *found.span())
    if _PLACE_LINE.match(view):
        return MASK * len(view)
    for pattern in (*_ALWAYS, *CITATIONS):
        view = pattern.sub(lambda found: MASK * len(found[0]), view)
    return _hide_clauses(view)


def _hide_clauses(view: str) -> str:
    for clause in list(_CLAUSE.finditer(view)):
        words = clause[0]
        compared = _COMPARED.search(words)
        if (compared and not _STRICT.search(words[: compared.start()])) or (
            re.search(_DONE, words) and not _STRICT.search(words)
        ):
            view = blank(view, *clause.span())
    return view
