"""A list of tasks, each with what is told of it: where the next one begins, with a comma, a mark or nothing between them."""

import re
from itertools import pairwise

from bot.understanding.left_out import OF_NUMBERS, ONLY_OF, SPARING
from bot.understanding.line import read_line
from bot.understanding.numbers import COUNTED, counts_on, masked
from bot.understanding.words import STUCK

_ONE = r"(?:(?:viec|nhiem vu|nv) (?:so )?)?#?\d{1,4}(?: ?- ?\d{1,4}| (?:den|toi) \d{1,4}\b)?"
_LIST = rf"{_ONE}(?:(?: ?, ?| va | ){_ONE})*"
_ADDRESS = r"(?:(?:da|em|anh|chi|bao cao|thua|sep|vang|ok)[ ,]+)*"
#: No statement of its own: politeness, a word that only joins, and whose the task is.
_HOLLOW = r"(?:(?:roi|a|nhe|em|anh|chi|het|luon|va|thoi|giup|ho|cai|deu|la|thi|cung|da|voi|xong|hoan thanh|cua \w+(?: \w+)?)[ ,]*)*"
_TOLD = re.compile(rf"{_ADDRESS}{_LIST}:? (?!{_HOLLOW}$)\S")
_NOT_DONE = re.compile(rf"{_ADDRESS}(?:chua|khong|dang|vuong|{STUCK})\b.* {_ONE}$")
_FINISHED = re.compile(rf"{_ADDRESS}{_LIST}:? (?:(?:da|thi|vua|deu) )*(?:xong|hoan thanh)\b")
#: So much of so many, or a day: what is said of the number in front of it, where that ends no list or day.
_SHARE = rf"{_LIST}:? \d+/\d"
_GOES_ON = re.compile(r"(?:\d|\b(?:ngay|tu|den|toi|hom|mung|quy|thang) _+)$")
#: A day it waits for: the next number with a day belongs to the same order, "12 lùi đến 5/12, 13 đến 10/12".
_MOVED = re.compile(r"\b(?:lui|gia han|han|moc|khat)\b")
#: Words that say something of the number before them only where the part before is complete: "…, 7 đã xong".
_ALIKE = r"(?:(?:cung|y|deu|thi cung) (?:vay|the|nhu vay|nhu the|nhu tren|tuong tu)|nhu tren|tuong tu)"
BEHIND = (
    rf"(?:da (?:xong|hoan tat|hoan thanh)\b|{_ALIKE}\b|_+/_+(?![\w/])"
    r"|them (?:_|\d|duoc|mot|hai|ba)|(?:sang|den|het|ve) (?:thang|quy|tuan|nam|ky|cuoi|dau|giua)\b|(?:anh|chi|co|sep) [^\W\d]+ (?:dang|da|chua|moi|se|van|xem|ky)\b)"
)
#: The end of an order, and nothing of its own: "duyệt 4, 6, 11 cho anh", "duyệt 4, 6 cho Hoa".
FOR_WHOM = re.compile(
    r"(?:viec )?#?\d{1,4} (?:giup |ho )?(?:cho )?(?:(?:anh|chi|em|toi|minh|co|chu|bac)(?: [^\W\d]+)?|(?<=cho )[^\W\d]+)(?: (?:luon|di|nhe|a|voi|cai|em|bot|het))*(?=[ .!]*$|[,;])"
)
_DIGIT = re.compile(r"\d")
_HEAD = re.compile(rf"(?<![\w/.,_]){_LIST}(?![\w/%]|[.,]\d)")
_ITEM = re.compile(rf"(?:^|(?<=[,;] )){_LIST}(?: ?: ?| - )(?=\S)")
SAME = (
    r"(?:(?:deu|van|thi|em|cung) )*(?:(?:y )?(?:nhu|giong) (?:ky|ki|thang|quy|lan|bao cao) (?:truoc|roi|cu)|nhu (?:cu|truoc)|khong (?:co )?(?:gi )?phat sinh|chua (?:co )?phat sinh"
    rf"|(?:khong|chua) (?:co gi )?(?:thay )?doi|giu nguyen|khong co gi(?: moi)?|binh thuong|{_ALIKE})(?: (?:a|nhe|het|ca|luon))*"
)
_FIGURE = rf"[^\d]*?(?:_ ?%|_ (?:{COUNTED})\b)[^\d]*"
_STATE = (
    rf"(?:(?:thi|em|van|con|deu) )*(?:da|chua|dang|vuong|khong|moi|vua|xong|hoan thanh|{STUCK}|cham|bi|cho)\b[^\d,;]*"
)
#: Of these there were so many: "đã mời 30 chưa đủ".
_OF_A_COUNT = re.compile(r"(?:chua|khong|da) (?:du|het|dat)\b|chua \w+(?: \w+)? (?:duoc|het)\b")
#: Left out of a report, and told of itself: "như kỳ trước trừ 13 có 5 hồ sơ".
SPARED = rf"(?:{SPARING}|{ONLY_OF})(?: ra)? {OF_NUMBERS}"
_REPORTED = re.compile(rf"\b(?:{SAME})(?:\b|$)|\b(?:xong|hoan thanh)\b")
_ORDERED = re.compile(
    r"\b(?:duyet|dong y|nhat tri|thong qua|giao|nhac|tra|bac|lui|gia han|chuyen|don doc|phan cong|xin|mo lai|huy|bo)\b"
)
_TOLD_OF_IT = re.compile(
    rf"(?:{_LIST}):? (?:(?:thi|em|van|con|moi|ky nay) )*(?:_|\d|co\b|dat\b|duoc\b|tang\b|giam\b|them\b|da\b|dang\b|chua\b|vuong\b|khong\b|thieu\b|cho\b|doi\b|bi\b|{STUCK})"
    rf"|(?:{_LIST}):? (?!(?:den|toi|sang|qua|vi|do|tai|de|ra|va|voi|han|moc)\b)[^\W\d_]+ [^\d_,;]*(?:_|\d)"
)
#: Whose tasks are told of, as a heading: "việc của VP: 9 …; 10 …".
WHOSE = re.compile(r"(?:cac |may |nhung )?(?:viec|nhiem vu|phan) cua [^:;,\d]{2,40}: ?(?=\d)")
#: The same before the report: "trừ 31 đạt 78%, còn lại như kỳ trước".
LEFT_OUT_FIRST = re.compile(rf"{SPARED}(?={_TOLD_OF_IT.pattern}[^,;]*[,;] .*{_REPORTED.pattern})")

#: How all the others stand, where several are told of: "…, còn lại chưa làm".
LEFT_SO = r"(?:khong co(?! \w)|khong co gi|(?:van )?(?:vay|the|binh thuong)(?! \w)|chua (?:lam|co|trien khai|thuc hien|to chuc|bat dau)|dang (?:lam|trien khai|thuc hien))"

#: Given out or present, and never finished one by one: "phát 300 tờ, 16 đã xong" ends task 16.
_HANDED_ROUND = re.compile(r"_ (?:to(?: roi)?|phieu|giay|luot|nguoi|can bo|dai bieu|hoc sinh|anh chi)\b")


def tells_its_own(left: str, right: str) -> bool:
    """Whether `left` opens with tasks and says something of them, so that the number that opens `right` is the next one."""
    left = left.strip(" ,.")
    if re.match(_SHARE, right) and (_MOVED.search(left) or _FINISHED.match(left) or _GOES_ON.search(left)):
        return False
    if re.search(r"\d (?:sang|den|het|ve) ", right) and _MOVED.search(left):
        return False
    if re.match(r"\D*\d+(?:[ ,]+\d+)*:? da ", right) and _NOT_DONE.match(left):
        return True
    return bool(_TOLD.match(left)) or (bool(_FINISHED.match(left)) and bool(re.search(r"\d (?:cung|y|nhu) ", right)))


def counts_some(left: str, right: str) -> bool:
    """Whether the number that opens `right` counts some of what `left` counted, as those that are finished one by one."""
    finished = re.match(r"\d+ (?:(?:da )?(?:xong|hoan thanh)|chua (?:lam|hop|to chuc|trien khai|bat dau))\b", right)
    return counts_on(left, right) and not (finished and _HANDED_ROUND.search(masked(left)))


def says_alike(text: str | None) -> bool:
    """ "13 cũng vậy": what is said of the task before it."""
    return bool(text and re.fullmatch(rf"{_ALIKE}(?: (?:thoi|het|ca|luon|em|anh|chi))*", read_line(text).norm))


def items(line: str, norm: str) -> list[tuple[int, int]]:
    """Where the items stand of a list that is marked throughout, or dictated without a comma: "23 65% 24 đã ký 36 chưa họp".

    `norm` is the norm of `line` with what is no task's number blanked.
    """
    if not _DIGIT.search(norm):
        return []
    marked = [found.start() for found in _ITEM.finditer(norm)]
    if len(marked) > 1 and marked[0] == 0 and len(marked) == len(re.findall(r", |; ", norm)) + 1:
        return _spans(norm, marked)
    heads = list(_HEAD.finditer(norm))
    if len(heads) < 2 or not re.fullmatch(_ADDRESS, norm[: heads[0].start()]):
        return []
    ends = [*(each.start() for each in heads[1:]), len(norm)]
    told = [norm[head.end() : end].strip(" ,.:!") for head, end in zip(heads, ends, strict=True)]
    if all(norm[: each.start()].rstrip().endswith((",", ".", ";")) for each in heads[1:]):
        return []
    if not all(_tells(each) for each in told) or not any(re.fullmatch(f"{SAME}|{_FIGURE}", each) for each in told):
        return []
    if any(counts_some(line[before.start() : head.start()], line[head.start() :]) for before, head in pairwise(heads)):
        return []
    return _spans(norm, [0, *(each.start() for each in heads[1:])])


def _spans(norm: str, starts: list[int]) -> list[tuple[int, int]]:
    ends = [len(norm[:end].rstrip(" ,;.")) for end in [*starts[1:], len(norm)]]
    return list(zip(starts, ends, strict=True))


def _tells(said: str) -> bool:
    return (
        bool(re.fullmatch(rf"{SAME}|{_FIGURE}|{_STATE}", said)) and not _OF_A_COUNT.match(said) and "nham" not in said
    )


def is_heading(norm: str) -> bool:
    """ "Báo cáo anh kết quả tháng 10:" over a list; "đã xong:" says something of the numbers below."""
    over = norm.rstrip().endswith(":") and not re.search(r"\d", masked(norm))
    return over and not re.search(r"\b(?:xong|hoan thanh|chua|dang|vuong|duyet|tra|dong y|nhac|giao)\b", norm)


def is_told_apart(left: str, right: str) -> bool:
    """Whether what a report leaves out is told of itself, so that it is a part of its own."""
    return bool(_REPORTED.search(left) and not _ORDERED.search(left) and _TOLD_OF_IT.match(right))
