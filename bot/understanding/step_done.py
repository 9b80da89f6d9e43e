"""What was done where a task is said to be done: "48 in tờ rơi xong rồi" prints leaflets, which may be a step on the way."""

import re

from bot.understanding.line import Line, read_line
from bot.understanding.listed import listed
from bot.understanding.numbers import task_ids, without_evidence
from bot.understanding.words import DONE
from jobs.rules.text import fold_words

_DONE = re.compile(rf"\b(?:{DONE})\b")
#: Words of the work as a whole, and who did it when; none of them is a part of it.
_WHOLE = frozenset(
    listed(
        "viec nhiem vu nv so nay do kia roi da vua moi thi cung deu het ca va la em anh chi toi minh ben phong don vi trung tam co chu bac sep ban ong ba e a c nha nhe a ma"
        " lam thuc hien trien khai to chuc giai quyet xu ly hoan thanh xong hoan tat bao cao thuong xuyen duoc can ban co tot som luon hom qua nay sang chieu toi trua"
        " ngay tuan thang truoc tu khi luc dau cuoi giua ky quy thu hai ba tu nam sau bay dung han tron ven hoan toan toan bo phan noi dung cua phan theo"
        " nay kia vay do day xuat sac chat luong dam bao kip yeu cau tien do cong tac ket qua xuoi dau vao day vang ok thua kinh bao ghi tick danh nhan giup ho voi nhu"
    )
)
#: "Báo cáo 7 xong" reports; written, a report is a paper of its own.
_WRITTEN = re.compile(r"\b(?:lam|viet|soan|gui|nop|in|lap|hoan thien) (?:\w+ )?bao cao\b")
#: What follows "xong" up to here may be a part; behind these it is of when, where and for whom.
_NO_PART = re.compile(
    r"[,.;:(]|\b(?:roi|het|ca|hom|ngay|tu|luc|khi|truoc|sau|dung|som|tai|o|cho|voi|cua|vao|thang|tuan|quy|nam|thu|nhe|a|em|anh|chi|da|vi|do|con|nhung|de|den|cung|va|la|dat|duoc|tot|xuoi|toan|hoan|nay|do|theo(?! gop y)|trong|viec|nhiem|\d\S*)\b"
)
#: So many words that name something.
_LEAST = 2


def part_done(text: str, titles: tuple[str, ...]) -> bool:
    """Whether words beside "xong" name something that the task itself is not called by."""
    line = read_line(text)
    ends = _DONE.search(line.norm)
    ids, spans = task_ids(line)
    if not ends or len(ids) != 1 or not spans:
        return False
    known = _WHOLE | {word for title in titles for word in fold_words(title).split()}
    return len([word for word in _said(line, spans[0], ends) if word not in known]) >= _LEAST


def _said(line: Line, number: tuple[int, int], ends: re.Match[str]) -> list[str]:
    """The words in front of "xong", behind the number where it stands first, and those it governs; names left off."""
    norm = without_evidence(line.norm)
    begin = number[1] if number[1] <= ends.start() else 0
    stop = _NO_PART.search(norm, ends.end())
    spans = (begin, ends.start()), (ends.end(), stop.start() if stop else len(norm))
    written = bool(_WRITTEN.search(norm, begin, ends.start()))
    found = [
        (word[0], line.typed(*word.span())) for span in spans for word in re.compile(r"[^\W\d_]+").finditer(norm, *span)
    ]
    said = [word for word, typed in found if not typed[:1].isupper()]
    return [*said, *(["a report", "written"] if written else [])]
