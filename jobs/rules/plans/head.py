"""Title, number, issuer, date and signer of a plan (layout of Decree 30/2020/NĐ-CP)."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import groupby, takewhile

from jobs.rules.plans.model import Head
from jobs.rules.plans.signer import read_signer, side_by_side
from jobs.rules.plans.units import starts_unit
from jobs.rules.text import capital, fold, fold_aligned, tidy
from storage.raw_document import Paragraph, RawDocument, Table

_PLAN = re.compile(
    r"(?:du thao )?(?:ke hoach|chuong trinh(?: cong tac| hanh dong)?|phu luc(?: [ivx\d]+)?|quyet dinh|cong van|danh muc|thong bao|nghi quyet|de an|phuong an|lich cong tac)[:.]?"
)
_ORDERS = re.compile(r"quyet dinh|cong van|thong bao|nghi quyet")  # a plan may follow such a paper in the same file
_NUMBER = re.compile(r"\bSố:?\s*(\d+\s*(?:/\d{4})?\s*[/-]\s*[A-ZĐa-zđ&Ư]+(?:\s?[-/]\s?[\wĐ&Ư]+)*)")
_NAMED = re.compile(r"ke hoach|chuong trinh|bang |bieu |danh muc|phan cong|tien do|nhiem vu|cong tac|muc tieu|chi tieu")
_LETTERHEAD = re.compile(r"cong hoa xa hoi chu nghia|dang cong san viet nam|\bnoi nhan\b")
_COUNCIL = re.compile(r"(?:uy ban|hoi dong) nhan dan")
_DATED = re.compile(r"ngay\s+(\d{1,2})?[\s.…]*thang\s+(\d{1,2})[\s.…]+nam\s+(\d{4})")
_ATTACHED = re.compile(r"\(?(?:ban hanh )?kem theo (?:ke hoach|quyet dinh|cong van|van ban)\b.*?\bcua\s+(.+?)\)?$")
_ATTACHED_NUMBER = re.compile(r"(?:Kế hoạch|Quyết định|Chương trình|Công văn) số:?\s*(\d+/[\w-]+)\s")
_ATTACHED_DAY = re.compile(r"\bngay (\d{1,2})/(\d{1,2})/(\d{4})")
_YEAR = re.compile(r"\bnam (?:hoc |ngan sach )?(20\d\d)\b")
_ANY_YEAR = re.compile(r"(?:/|\bnam )(20\d\d)\b")
_ENDS_NAME = re.compile(r"so:|cong hoa|doc lap|so \d|dang cong san")
_PLACES = ("phường", "xã", "đặc khu", "thị trấn", "tỉnh", "thành phố", "huyện", "quận")
_INITIALS = re.compile(r"BCH|BTV|UBND|HĐND|(?:UB)?MTTQ|TNCS|LHPN|CCB|TH(?:PT|CS)?|TT(?:YT)?|BQL|VP|LĐLĐ")
# NĐ 150/2025/NĐ-CP: the departments of a province; the units of a commune.
_OFFICIAL_NAMES = (
    "Sở Nội vụ", "Sở Tư pháp", "Sở Tài chính", "Sở Công Thương", "Sở Xây dựng", "Sở Nông nghiệp và Môi trường", "Sở Y tế",
    "Sở Khoa học và Công nghệ", "Sở Văn hóa, Thể thao và Du lịch", "Sở Giáo dục và Đào tạo", "Sở Dân tộc và Tôn giáo",
    "Ban Tổ chức Tỉnh ủy", "Ban Tuyên giáo và Dân vận Tỉnh ủy", "Ban Nội chính Tỉnh ủy", "Văn phòng Tỉnh ủy", "Ủy ban Kiểm tra Tỉnh ủy",
    "Sở Ngoại vụ", "Sở Du lịch", "Sở Văn hóa và Thể thao", "Thanh tra tỉnh", "Trung tâm Phục vụ hành chính công",
    "Phòng Văn hóa - Xã hội", "Phòng Kinh tế", "Phòng Kinh tế, Hạ tầng và Đô thị", "Văn phòng HĐND và UBND",
)  # fmt: skip
_PLACE = re.compile(r" (?:tỉnh|thành phố|phường|xã|đặc khu|huyện|quận)(?: [A-ZĐÀ-Ỹ][\wÀ-ỹ]*)+")


def read_head(document: RawDocument) -> Head:
    letterhead = _letterhead(document)
    title = _title(document)
    body = [tidy(p.text) for p in document.paragraphs if p.text]
    top = "\n".join([*letterhead, *body[:6]])
    issued_on, written_on = _dates(top, _attached(body))
    issuer = _issuer(letterhead, title, body)
    return Head(
        title,
        _number(top, body),
        issuer,
        _year(title, body, written_on) or _year_of_rows(document),
        issued_on,
        read_signer(document),
        written_on,
    )


def is_letterhead(table: Table) -> bool:
    """A table that only sets the head or the foot of the paper: state and motto, or "Nơi nhận"."""
    return len(table.rows) <= 8 and bool(_LETTERHEAD.search(fold(" ".join(row.text for row in table.rows))))


def _letterhead(document: RawDocument) -> list[str]:
    """Lines of the tables at the head, left column first; without one the lines above the title."""
    tables = list(_tables_at_the_head(document))
    if tables:
        cells = [cell for table in tables for row in table.rows for cell in row.cells]
        cells.sort(key=lambda cell: cell.column)
        return [tidy(line) for cell in cells for line in cell.text.splitlines() if tidy(line)]
    left: list[str] = []
    right: list[str] = []
    for block in document.blocks:
        text = tidy(block.text) if isinstance(block, Paragraph) else ""
        if isinstance(block, Table) or _PLAN.fullmatch(fold(text)) or _NAMED.search(fold(text)):
            break
        first, *others = side_by_side(block.text) or [""]
        left += [first] if first.isupper() or _NUMBER.search(first) else []
        right += others
    return left + right


def _tables_at_the_head(document: RawDocument) -> list[Table]:
    """One, or one for the names and right below it one for the number and the day."""
    blocks = [block for block in document.blocks if isinstance(block, Table) or block.text.strip()]
    first = next((n for n, block in enumerate(blocks[:3]) if isinstance(block, Table) and _may_be_head(block)), None)
    if first is None:
        return []
    tables = takewhile(lambda block: isinstance(block, Table) and _may_be_head(block), blocks[first : first + 2])
    return [table for table in tables if isinstance(table, Table)]


def _may_be_head(table: Table) -> bool:
    return is_letterhead(table) or (table.width <= 2 and len(table.rows) <= 6)


def _title(document: RawDocument) -> str:
    """The lines after "KẾ HOẠCH", up to the first sentence, list, bracket or table; else a line that sounds like one."""
    titles = _titles(document)
    own = next((title for kind, title in titles if not _ORDERS.match(kind)), "")
    found = own if titles and _ORDERS.match(titles[0][0]) and own else next((title for _, title in titles), "")
    if found:
        return found
    heads = [tidy(p.text) for p in list(document.paragraphs)[:12] if p.text and len(p.text) < 300]
    named = [text for text in heads if _NAMED.search(fold(text)) and (text.isupper() or _YEAR.search(fold(text)))]
    return next(iter([*named, *heads]), "")


def _titles(document: RawDocument) -> list[tuple[str, str]]:
    """Kinds of paper named in lines of their own, with the words below each."""
    titles: list[tuple[str, str]] = []
    runs = [list(run) for table, run in groupby(document.blocks, key=lambda b: isinstance(b, Table)) if not table]
    for run in runs:
        lines = [block.text for block in run if isinstance(block, Paragraph) and block.text]
        for n, text in enumerate(lines[:40]):
            first, *rest = [line for line in text.splitlines() if line.strip()] or [""]
            if not _PLAN.fullmatch(fold(first)):
                continue
            found = list(rest)
            for following in lines[n + 1 : n + 5]:
                if _ends_title(following, found):
                    break
                found += following.splitlines()
            titles.append((fold(first), tidy(" ".join(found))))
    return titles


def _ends_title(text: str, found: list[str]) -> bool:
    folded = fold(text)
    if re.match(
        r"[(\-_*=]|can cu|thuc hien (?:ke hoach|quyet dinh|nghi quyet|cong van|chi thi|chuong trinh)|[ivx1-9]+[.)] ",
        folded,
    ):
        return True
    return bool(found) and (text.rstrip().endswith((".", ":", ",", ";")) or found[-1].isupper() != text.isupper())


def _number(top: str, body: Sequence[str]) -> str | None:
    """Null while the place of the number is left blank, as in a draft."""
    found = _NUMBER.search(top)
    if not found:
        found = _ATTACHED_NUMBER.search(_attached(body))
    return re.sub(r"\s", "", found[1]) if found else None


def _attached(body: Sequence[str]) -> str:
    """The line under an annex's title that names the paper it belongs to."""
    return next((line for line in body[:40] if re.match(r"\(?(?:ban hanh )?kem theo\b", fold(line))), "")


def _dates(top: str, attached: str) -> tuple[date | None, date | None]:
    found = _DATED.search(fold(top)) or _ATTACHED_DAY.search(fold(attached))
    if not found:
        return None, None
    day, month, year = found.groups()
    try:
        first = date(int(year), int(month), 1)
        return (first.replace(day=int(day)), first.replace(day=int(day))) if day else (None, first)
    except ValueError:
        return None, None


def _year(title: str, body: Sequence[str], written_on: date | None) -> int | None:
    """The year planned for: the title's, else of the lines under it, else of the date."""
    for text in (title, *body[:8]):
        found = _YEAR.search(fold(text)) if len(text) < 400 else None
        if found:
            return int(found[1])
    return written_on.year if written_on else None


def _year_of_rows(document: RawDocument) -> int | None:
    """Of a bare table the year that its cells name most, of several the last."""
    years = Counter(
        year for table in document.tables for row in table.rows for year in _ANY_YEAR.findall(fold(row.text))
    )
    return int(max(years, key=lambda year: (years[year], year))) if years else None


def _issuer(letterhead: Sequence[str], title: str, body: Sequence[str]) -> str | None:
    """The letterhead names it in capitals, perhaps under its superior; the text gives the spelling."""
    attached = next((line for line in body if _ATTACHED.match(fold(line))), "")
    named = takewhile(lambda line: not _ENDS_NAME.match(fold(line)), letterhead)
    names = [name for name in (line.strip("- _*") for line in named) if name]
    texts = [title, attached, *body[:40]]
    if len(names) > 1 and fold(names[-1]) == "van phong":  # whose office stands above it
        return f"Văn phòng {_issuer(names[:-1], title, body)}"
    for n, name in enumerate(names):
        spelled = _spelled(" ".join(names[n:]), texts)
        if spelled:
            return spelled
        if _COUNCIL.fullmatch(fold(name)) and n + 1 < len(names):
            place = " ".join(names[n + 1 :])
            return f"{name.capitalize()} {_lower_first(_spelled(place, texts) or _place_case(place))}"
    if names:
        own = [n for n, name in enumerate(names) if starts_unit(name.title())]
        return _of_place(tidy(" ".join(names[own[-1] if own else 0 :])))
    found = _ATTACHED.match(fold_aligned(attached))
    name = attached[found.start(1) : found.end(1)] if found else ""
    return _spelled(name, [title]) or name or None


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]


def _place_case(name: str) -> str:
    """ "PHƯỜNG ĐÔNG HẢI" as text writes it: "phường Đông Hải"."""
    kind = next((kind for kind in _PLACES if name.lower().startswith(f"{kind} ")), "")
    return f"{kind} {name[len(kind) + 1 :].title()}" if kind else name


def _of_place(name: str) -> str:
    """ "CÔNG AN XÃ CAM LÂM" as text writes it, "Công an xã Cam Lâm"; other names in capitals stay, their spelling being unknown."""
    found = (
        re.fullmatch(rf"(.+?) ((?:{'|'.join(_PLACES)}) (?!(?:hội|ủy|uỷ)\b).+)", name, re.I) if name.isupper() else None
    )
    if not found:
        return next((known for known in _OFFICIAL_NAMES if fold(known) == fold(name)), name)
    words = [word if _INITIALS.fullmatch(word) else word.lower() for word in found[1].split()]
    first = next((n for n, word in enumerate(words) if word.islower()), None)
    if first is not None:
        words[first] = words[first].capitalize()
    return f"{' '.join(words)} {_place_case(found[2])}"


def _spelled(name: str, texts: Sequence[str]) -> str | None:
    """The name as the first text writes it in small letters, with the place that follows in the title."""
    for text in texts:
        at = fold_aligned(text).find(fold(name))
        written = text[at : at + len(tidy(name))]
        if at < 0 or written.isupper():
            continue
        place = _PLACE.match(text, at + len(written))
        return capital(written) + (place[0] if place else "")
    return None
