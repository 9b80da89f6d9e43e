"""News typed with its text, "tin: <tiêu đề>", parted from an act behind it; several items of one message; what is the title."""

import re

from bot.understanding.clauses import BREAK, NUMBER, ORDER, one_line
from bot.understanding.document_kinds import ALONE
from bot.understanding.line import read_line
from bot.understanding.numbers import masked

_NEWS_TEXT = re.compile(r"^\s*(?:(?:em |e )?(?:g[uử]i|n[oộ]p|đã gửi|da gui) )?(?:tin|b[aà]i)(?: b[aà]i)?\s*:", re.I)
#: "xong 7", "việc 8 đang làm", not "hoàn thành 5 tuyến đường".
_OWN_ACT = re.compile(
    rf"(?:da |em )*(?:{ORDER} {NUMBER}|(?:viec |nhiem vu |nv |#)?\d{{1,4}}(?= (?:xong|chua|da|dang|vuong|nhu|khong|\d+ ?%)))"
    rf"(?:[, va]+\d{{1,4}})*(?=$|[,.:;]| (?:roi|a|nhe|em|anh|chi|xong|chua|da|dang|vuong|ngay|hom|vi|do|het|nhu|khong|_|{ALONE}|so)\b|%)"
)

_KIND = r"(?:tin|b[aà]i)(?: b[aà]i| vi[eế]t)?"
_LEAD = rf"(?P<lead>[^:;\n]{{0,40}}?)(?:(?P<count>\d{{1,2}}|hai|ba|b[oố]n) )?(?P<kind>{_KIND})(?P<of>(?: (?:th[aá]ng|k[yỳ]) \d{{1,2}}| c[uủ]a [^:;,\n]{{1,30}})?)"
#: "Đã gửi 2 tin: A; B", "bài: A", and a further line or part that opens with "bài" again.
_ITEMS = re.compile(rf"\s*{_LEAD}\s*:\s*(?P<rest>\S.*)", re.I | re.S)
_NEXT_LINE = re.compile(rf"\s*[;,\n]\s*(?:v[aà] )?(?={_KIND}\s*:)", re.I)
_NAMED_AGAIN = re.compile(rf"\s*[;,\n]\s*(?:v[aà] )?(?={_KIND} [A-ZÀ-ỸĐ])")
_COUNTED = {"hai": 2, "ba": 3, "bốn": 4, "bon": 4}


def items_told(text: str) -> list[str]:
    """Each item of one message as a message of its own; the whole where it tells of one, or it is not sure of how many."""
    if not re.search(r"[;\n,]", text) or not re.search(r"tin|b[aà]i", text, re.I):
        return [text]
    each = [part for part in _NEXT_LINE.split(text.strip()) if part]
    if len(each) > 1 and all(_ITEMS.match(part) for part in each):
        return each
    each = [part for part in _NAMED_AGAIN.split(text.strip()) if part]
    if len(each) > 1 and all(
        re.match(rf"{_KIND} [A-ZÀ-ỸĐ]", part) for part in (each[0][:1].lower() + each[0][1:], *each[1:])
    ):
        return each
    found = _ITEMS.fullmatch(text)
    if not found or "http" in found["rest"]:
        return [text]
    counted = found["count"]
    count = int(counted) if counted and counted.isdigit() else _COUNTED.get((counted or "").lower())
    marks = (r"\s*[;\n]\s*", r"\s*,\s*") if count else (r"\s*[;\n]\s*",)
    for mark in marks:
        titles = [part for part in re.split(mark, found["rest"].strip(" .")) if part]
        if len(titles) > 1 and (len(titles) == count if count else all(map(_a_headline, titles))):
            return [f"{found['lead']}{found['kind']}{found['of']}: {title}" for title in titles]
    return [text]


def _a_headline(words: str) -> bool:
    """Written as a title is, and no act: "Lễ ra quân", not "xong 7", "12 người dự"."""
    return words[:1].isupper() and 3 <= len(words.split()) <= 20 and not _OWN_ACT.match(masked(one_line(words).norm))


def split_news(text: str) -> tuple[str, str]:
    """News "tin: <tiêu đề>" with its text, and what follows it that is an act on a task of its own."""
    if not _NEWS_TEXT.match(text):
        return "", text
    for found in BREAK.finditer(text.strip()):
        rest = text.strip()[found.end() :]
        if _OWN_ACT.match(masked(one_line(rest.splitlines()[0]).norm) if rest else ""):
            return text.strip()[: found.start()], rest
    return text.strip(), ""


#: Behind the title, what is asked of whoever decides about the item.
_ASKED_WITH_IT = re.compile(
    r"[ ,.;–-]+(?:(?:em |toi |phong )?(?:kinh )?(?:nho|mong|phien|xin|de nghi)\b[^,;.]*? (?:duyet|đăng|dang|xem|bien tap|gop y|sua)"
    r"|(?<=[,.;–-] )(?:anh|chi|sep|ad|bot|co|chu|bac) (?:\w+ )?(?:duyet|đăng|dang|xem|bien tap|gop y|sua|nhan)\b(?: (?:giup|ho|dum|lai))?)(?: (?!nguoi\b|dan\b)\w+){0,4}[ .!]*$"
)

_ATTACHED = re.compile(
    r"[ ,;–-]+(?:(?:kem|co|gui) )*(?:file|anh|ảnh|hinh|link|ban word)(?: \w+){0,3}? (?:dinh kem|kem(?: theo)?|o (?:duoi|tren))\b[^,;]{0,20}$"
)


#: In front of the title: "tên bài: …", "tin nè bot: …".
_LEADS_IN = re.compile(
    r"^(?:(?:bi )?tra(?: lai| ve)? ?: ?|(?:thay(?: the)?(?: cho)? (?:(?:tin|bai)\b)?[^:]{0,30}|thu (?:\d|hai|ba|tu|nam)(?: (?:cua|trong|thang|ky) [^:]{1,25})?"
    r"|(?:nop |gui )?(?:muon|tre|cham|bo sung)(?: (?:cua|thang|ky) [^:]{1,25})?) ?: ?)|^(?:(?:ha|a|o)[ ,]+)?(?:ten|tieu de|tua)(?: (?:tin|bai|cua bai|cua tin|bai viet))* la ?:? |^(?:(?:ten|tieu de|tua)(?: (?:la|tin|bai|bai viet|cua bai))*|(?:ne|nay|day|nha|nhe)(?: (?:bot|em|anh|chi|a|sep|oi))*) ?: ?"
)


#: Behind it too: where it stands by now, and what a link is led in with.
_PUBLISHED = re.compile(
    r"[ ,;–(-]+(?:(?:da|vua|moi|duoc) )*(?:đăng|dang|len|phat)(?: (?:tai|tren|o))? (?:bao|trang|cong|web\w*|fanpage|facebook|dai|zalo|bang tin)\b[^,;:]{0,40}? roi[ .!)]*$"
    r"|(?: ?[,;–(-]+ ?)(?:da|vua|moi) (?:duoc )?(?:đăng|dang)(?: (?:tai|tren|o|len) (?:bao|trang|cong|web\w*|fanpage|facebook|dai|zalo|bang tin)\b[^,;:]{0,40}?)?(?: (?:roi|xong|a|nhe|em|anh|chi))*[ .!)]*$"
)
_BY_NOW = re.compile(r"(?<=\w\w)(?:[ ,]+(?:xong|gui|nop))*[ ,]+roi(?: (?:do|đó|day|nhe|nha|a|em|anh|chi))*[ .!]*$")
_BEFORE_LINK = re.compile(
    r"(?:[ ,]+(?:roi|xong|day|nay|kem|o|tai|xem|gui|nop|đăng|em|anh|chi|bot|cho|link|duong|dan|dia chi|la|theo|cai|co|va|nhe|a))+[ :,–-]*$"
)


_QUOTED = re.compile(r"[\"“]?(?P<title>[^\"“”]{5,})[\"”](?=\s*(?:[,.;!]|$))")


def title_alone(title: str) -> str | None:
    """ "…, nhờ ban biên tập duyệt đăng" is no part of the title; one in quotation marks ends with them."""
    if quoted := _QUOTED.match(title.strip()):
        return quoted["title"].strip()
    line = read_line(title)
    if lead := _LEADS_IN.match(line.norm):
        line = read_line(title := line.typed(lead.end(), len(line.norm)))
    for behind in (_ATTACHED, _ASKED_WITH_IT, _PUBLISHED, _BY_NOW):
        if found := behind.search(line.norm):
            line = read_line(title := line.typed(0, found.start()))
    return title or None


def before_link(words: str) -> str | None:
    """The title in front of a link: "viết bài về đối thoại rồi, gửi em link …"; one or two words are none."""
    line = read_line(words)
    found = _BEFORE_LINK.search(line.norm)
    title = line.typed(0, found.start()) if found else words
    about = read_line(title).norm.startswith("ve ")
    title = title[3:] if about else title
    return title.strip(" ,:") if len(title.split()) > (1 if about else 2) else None
