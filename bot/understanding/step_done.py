"""What was done where a task is said to be done: "48 in tờ rơi xong rồi" prints leaflets, which may be a step on the way."""

import re

from bot.understanding.line import Line, read_line
from bot.understanding.listed import listed
from bot.understanding.numbers import task_ids, without_evidence
from bot.understanding.words import DONE
from jobs.rules.text import fold_words

_DONE = re.compile(rf"\b(?:{DONE})\b")
#: Words of the work as a whole, and who did it when; none of them is a part of it.
_SPELT = frozenset(
    listed(
        "việc nhiệm vụ nv số này nay đó do kia rồi đã vừa mới thì cũng đều hết cả và là em anh chị tôi mình bên phòng trung tâm cô chú bác sếp ban ông bà e a c nha nhé ạ mà"
        " làm thực hiện triển khai tổ chức giải quyết xử lý xử lí hoàn thành xong hoàn tất báo cáo thường xuyên được cần bản có tốt sớm luôn hôm qua sáng chiều tối trưa"
        " tuần tháng trước từ khi lúc đầu cuối giữa kỳ quý thứ hai ba tư năm sáu bảy đúng hạn trọn vẹn hoàn toàn toàn bộ phần nội dung của theo"
        " vậy đây xuất sắc chất lượng đảm bảo kịp yêu cầu tiến độ công tác kết quả xuôi vào dạ vâng ok thưa kính ghi tick nhận giúp hộ với như"
    )
)
_WHOLE = frozenset(fold_words(word) for word in _SPELT)
#: Whole only together; "ngày" is a day where it says which.
_PHRASES = re.compile(
    r"\b(?:don vi|danh dau|(?:ban|phat) hanh|ngay (?:\d\S*|hom|mai|qua|dau|cuoi|truoc|sau)|phan (?:viec|cua|minh|em|toi|anh|chi|nay|do|con lai|duoc giao|cuoi|dau|\d+))\b"
)
#: "Báo cáo 7 xong" reports; written, a report is a paper of its own.
_WRITTEN = re.compile(r"\b(?:lam|viet|soan|gui|nop|in|lap|hoan thien) (?:\w+ )?bao cao\b")
#: What follows "xong" up to here may be a part; behind these it is of when, where and for whom.
_NO_PART = re.compile(
    r"[,.;:(]|\b(?:roi|het|ca|hom|ngay|tu|luc|khi|truoc|sau|dung|som|tai|o|cho|voi|cua|vao|thang|tuan|quy|nam|thu|nhe|a|em|anh|chi|da|vi|do|con|nhung|de|den|cung|va|la|dat|duoc|tot|xuoi|toan|hoan|nay|do|theo(?! gop y)|trong|viec|nhiem|\d\S*)\b"
)
#: "Xác minh" has no "mình" in it.
_WORD = re.compile(r"(?:xac|chung|thuyet|thanh) minh\b|[^\W\d_]+")
#: So many words that name something.
_LEAST = 2


#: A step of its own in one word: "31 tính xong rồi" has counted something, and may not have ended.
_STEPS = listed("tính đo gọi đếm mua chụp quay gom cắt dán vẽ quét rà dò đọc hỏi mời")
_ONE_STEP = frozenset((*_STEPS, *(fold_words(word) for word in _STEPS)))


def _one_step(said: list[str]) -> bool:
    return len(said) == 1 and said[0] in _ONE_STEP


def names_work(text: str) -> bool:
    """Whether more is said of one task than that it is done: "21 nghiên cứu xong"."""
    return len(said := _words(text)) >= _LEAST or _one_step(said)


def part_done(text: str, titles: tuple[str, ...]) -> bool:
    """Whether words beside "xong" name something that the task itself is not called by."""
    said, whole = _words(text), " ".join(f"{_spelt(title)} | {fold_words(title)} |" for title in titles)
    # a verb of two syllables is the title's own only where both stand there side by side: "thẩm định", not "Quy định"
    verb = len(said) == _LEAST and f" {' '.join(said)} " not in f" {whole}"
    deed = len(said) > _LEAST and said[0] not in whole.split()  # "in tờ rơi" of a task that is to hand them out
    one = _one_step(said) and said[0] not in whole.split()
    return verb or deed or one or len([word for word in said if word not in whole.split()]) >= _LEAST


def _spelt(title: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", title.lower()))


def _words(text: str) -> list[str]:
    line = read_line(text)
    ends = _DONE.search(line.norm)
    ids, spans = task_ids(line)
    return _said(line, spans[0], ends) if ends and len(ids) == 1 and spans else []


def _said(line: Line, number: tuple[int, int], ends: re.Match[str]) -> list[str]:
    """The words in front of "xong", behind the number where it stands first, and those it governs; names left off."""
    norm = _PHRASES.sub(lambda found: "_" * len(found[0]), without_evidence(line.norm))
    begin = number[1] if number[1] <= ends.start() else 0
    stop = _NO_PART.search(norm, ends.end())
    spans = (begin, ends.start()), (ends.end(), stop.start() if stop else len(norm))
    written = bool(_WRITTEN.search(norm, begin, ends.start()))
    found = [(word[0], line.typed(*word.span())) for span in spans for word in _WORD.finditer(norm, *span)]
    said = [_as_typed(*each) for each in found if not each[1][:1].isupper() and not _of_whole(*each)]
    said = [word for each in said for word in each.split()]
    return [*said, *(["a report", "written"] if written else [])]


def _is_bare(word: str, typed: str) -> bool:
    """Typed without accents, or written out from a short form."""
    return typed.isascii() or fold_words(typed) != fold_words(word)


def _as_typed(word: str, typed: str) -> str:
    return fold_words(word) if _is_bare(word, typed) else typed.lower()


def _of_whole(word: str, typed: str) -> bool:
    """ "Mình", typed bare or short as well; "minh" of "xác minh" has other accents to be told by."""
    return fold_words(word) in _WHOLE if _is_bare(word, typed) else typed.lower() in _SPELT
