"""What holds a task up, told in a result that does not say "vướng": "đang chờ ý kiến tỉnh", "thiếu kinh phí", "Sở chưa trả lời"."""

import re

from jobs.rules.text import fold_aligned, tidy

_OTHERS = (
    r"(?:so|bo|tinh|huyen|thanh pho|trung uong|cap tren|cuc|chi cuc|ubnd|nha thau|don vi|co quan|ngan hang|kho bac)"
)
_LACKED = r"(?:kinh phi|von|mat bang|huong dan|so lieu|ho so|van ban|cong van|nhan su|nguoi|can bo|phan mem|thiet bi|may moc|tien)"
_LACKS = rf"\b(?:thieu|chua (?:co|bo tri(?: duoc)?|nhan duoc|duoc cap|duoc bo tri)) {_LACKED}\b"
_SILENT = rf"\b{_OTHERS}(?: [a-z]+){{0,3}} chua (?:tra loi|co (?:van ban|y kien|huong dan|phan hoi)|huong dan|phan hoi|gop y|tham dinh|phe duyet|cap|gui)\b"
_AWAITED = rf"(?:{_OTHERS}|{_LACKED}|y kien|phan hoi|tra loi|gop y|ket qua|tham dinh|phe duyet|xin y kien|phong|ben|lien nganh|hoi dong|hdnd)"
#: "Phòng chờ", "hết chờ", "không phải chờ"; a day to come and a moment asked for are no hindrance.
_WAITS = re.compile(
    r"(?P<noun>\b(?:phong|hang|ghe|so) )?(?<!\bhet )(?<!\bkhong )(?<!\bkhong phai )(?<!\bkhong can )(?<!\bkhong con )(?<!\bkhoi )"
    r"\b(?P<wait>cho|doi) (?=[a-z])(?!(?:den|toi|ngay|thang|tuan|quy|mai|chut|ty|ti|xiu|lat|xem|da|oi|em|anh chut|chi chut|doi)\b)"
)
#: Signing and approving inside the office are the usual way of a paper, unless somebody outside is waited for.
_IN_HOUSE = re.compile(r"\b(?:ky|duyet|phe duyet|dong dau|phat hanh|van thu|nghiem thu noi bo)\b")
_OUTSIDE = re.compile(r"\b(?:so|bo|tinh|huyen|thanh pho|trung uong|cap tren|cuc|chi cuc|kho bac|hdnd|hoi dong)\b")
_CAME = re.compile(r"\b(?:nay|gio|hien|roi) (?:da|thi da)\b|\b(?:da (?:co|nhan|xong|duoc)|xong roi)\b")
#: What stood in the way is told, and then that it does no longer: "vướng chờ Sở, giờ hết rồi", "thiếu người, à giờ đủ rồi".
_GONE = re.compile(
    r"[,.;]? (?:(?:a|ha|ma|nhung|ua|thi|may qua)[ ,]+)*(?:gio|bay gio|nay|hien|hom nay|hom qua|sang nay|moi|vua|cuoi cung)(?: (?!chua\b|khong\b|van\b|con\b|het\b)[a-z]+){0,3}?"
    r" (?:(?:da|cung|thi|duoc) )*(?:het(?: (?:vuong|ket|tac|kho|thieu))?|du(?: nguoi)?|on|thong|go|xong|ok|co|tra loi|giai quyet|khac phuc|duyet|cap|bo sung|thao go|chay)(?: (?:duoc|xong|du|on|lai|ra|het|hoan toan|ca))* (?:roi|luon)\b(?: (?:a|nhe|nha|em|anh|chi|do|bot))*[ .!]*$"
)
_OTHER_CAUSE = re.compile(f"{_SILENT}|{_LACKS}")


def held_no_longer(text: str) -> bool:
    """Whether the words end by saying that what stood in the way is gone."""
    return _GONE.search(fold_aligned(tidy(text))) is not None


def held_up_by(text: str) -> str:
    """The words of a result from where they say what is waited for or lacking; "" where nothing is, or it has come."""
    whole = tidy(text)
    if held_no_longer(whole):
        return ""
    folded = fold_aligned(whole)
    waits = (each for each in _WAITS.finditer(folded) if _is_wait(whole, folded, each))
    starts = [each.start("wait") for each in waits] or [each.start() for each in _OTHER_CAUSE.finditer(folded)]
    return whole[starts[0] :].strip(" .,;") if starts and not _CAME.search(folded, starts[0]) else ""


def _is_wait(whole: str, folded: str, found: re.Match[str]) -> bool:
    """Typed "cho" gives, typed "doi" may be anything: without accents the one waited for must be known."""
    sure = whole[slice(*found.span("wait"))].lower() in ("chờ", "đợi")
    awaited = folded[found.end() :]
    if not re.match(rf"{_AWAITED}\b", awaited) and (found["noun"] or not sure):
        return False
    waits_for = re.split(r"[,;.]", awaited)[0]
    return (sure or whole.isascii()) and bool(_OUTSIDE.search(waits_for) or not _IN_HOUSE.search(waits_for))


_LEADS_ON = frozenset(
    ("bi", "dang", "van", "con", "hien", "nay", "nhung", "ma", "va", "thi", "gap", "co", "em", "viec", "lai", "cung")
)


def done_before(words: str) -> str:
    """What was done, without the words that only lead to what stands in the way: "đã trình nhưng đang bị"."""
    kept = words.split()
    while kept and fold_aligned(kept[-1].strip(",.;:-–")) in ("", *_LEADS_ON) and kept[-1].lower() != "đăng":
        kept.pop()
    return " ".join(kept).strip(" ,.;:-–")
