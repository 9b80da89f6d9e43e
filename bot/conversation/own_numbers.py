"""The sender's own task numbers in a row, dictated without a comma: each begins what is told of it, "12 trả 30 hồ sơ 13 không có 31 75%".

The reader of words alone cannot know that 13 and 31 are his; a number that may count things is left to it.
"""

import re
from collections.abc import Callable

from sqlmodel import Session

from bot.understanding.intents import NOTHING_SAID, Act, Intent, Slots, Understanding
from bot.understanding.line import Line, read_line
from bot.understanding.listed import listed
from bot.understanding.numbers import COUNTED, NUMBER_ALONE, counts_on, masked
from bot.understanding.words import QUESTION_END
from bot.usecases.said import Said
from jobs.rules.text import fold_aligned
from storage.queries import duties

_TOLD = frozenset(
    {
        Intent.done,
        Intent.progress,
        Intent.same_as_before,
        Intent.none_arose,
        Intent.event_day,
        Intent.waiting_for_signature,
    }
)
_LEAD = re.compile(
    r"(?:(?:da|vang|ok|a|ha|ua|u|the|thi|em|toi|minh|anh|chi|sep|xin|bao cao|bao|thua|con|rieng|nay|viec|nhiem vu|nv|so)[ ,:]+)*"
)
_HEADS = re.compile(
    r"(?<![\w/.,_-])(?:(?:viec|nhiem vu|nv) )?(?P<numbers>\d{1,4}(?: ?- ?\d{1,4})?(?:(?: ?, ?| va | voi | )\d{1,4}(?: ?- ?\d{1,4})?)*)(?![\w/%]|[.,:]\d|-\d| ?[-–] ?\d)(?=[ :])"
)
#: A day behind a number that would else count: "7 ngày 22 mới họp", "49 tuần sau xong", "36 tổ chức vào 25/10"; and what
#: stands behind a count: "phát 300 tờ 52 chưa".
_NO_COUNT = re.compile(
    r"\b\d{1,4}(?= (?:(?:ngay|bua|hom) (?:\d|_|mai\b|kia\b)|(?:tuan|thang) (?:sau|nay|toi|\d)|to chuc (?:vao|ngay|luc|tai|hom|thu|sang|chieu|roi|xong|\d|_)))"
    rf"|(?<=\d )(?:{COUNTED}) (?P<behind>\d{{1,4}})(?= (?:\d{{1,4}} (?:{COUNTED})\b|(?!(?:{COUNTED})\b)[^\W\d]))"
)
#: What was done, and then of which task: "ký 26 rồi", "anh thấy 17 xong rồi mà"; the task behind it: "có 3 hồ sơ trễ ở việc 11".
_DEED_FIRST = re.compile(
    rf"{_LEAD.pattern}(?:(?:thay|nghe|tuong|nho) (?:la |noi )?)?(?P<before>(?:(?:da|vua|moi) )?(?:ky|trinh(?: ky)?|gui|nop|ban hanh|phat hanh)? ?)"
    r"(?:viec )?(?P<number>\d{1,4})(?P<behind>(?: da| vua)? (?:roi|xong|hoan thanh)\b.*)"
)
_NAMED_LAST = re.compile(
    r"(?P<before>\D.{5,}?)(?:,? (?:o|cua|cho|thuoc|trong|la))? (?:viec|nhiem vu|nv)(?: so)? #?(?P<number>\d{1,4})(?P<behind>)(?: (?:a|nhe|nha|do|day|em|anh|chi))*[ .!]*"
)
#: Seen as a count: "48 tờ rơi in xong mà chưa phát". Spelt as none of these nouns it is a word of the work: "31 cấu hình xong".
_AS_COUNTED = re.compile(rf"{_LEAD.pattern}(?P<number>\d{{1,4}}) (?P<noun>{COUNTED}\b) .+")
_COUNT_NOUNS = frozenset(
    listed(
        "câu cầu cái tuần tổ tờ tô bản ban bàn kỳ kì đợt mẫu màu mục ca cả món khu đơn vụ hộ hồ điểm phòng nhà tin bài năm ngày giờ trang lớp"
        " quý đồng bữa người lần phút tiếng việc tháng buổi cuộc xã phường triệu tỷ lượt giấy thủ kiến ý phiếu con dự chỉ học đại cán công chu doanh hội"
        " nhiệm đầu kết văn"
    )
)
#: Of time and people, and of what is asked about or meant for a list: no task's result begins so.
_NEVER_TOLD = re.compile(
    r"(?:ngày|giờ|bữa|tuần|tháng|phút|tiếng|năm|người|buổi|lần|việc|đầu việc|nhiệm vụ|triệu|tỷ|đồng|quý|kỳ|kì|phòng|đơn vị|xã|phường)\b",
    re.IGNORECASE,
)
#: Behind these a number counts, or stands for something else.
_COUNTING = re.compile(
    r"(?:(?<!chua )(?<!khong )(?<!dang )\b(?:co|duoc|nhan|giai quyet|xu ly|tra|tra loi|phat|in|mo|them|dat|tang|giam|cap|ban|kiem tra|khao sat|ra soat|to chuc|hop|xong|duyet|giao|nhac|chuyen|trinh|gui|nop|soan|lap|lam|huong dan|tiep|thu|cham|sua|lui|han)"
    r"|\b(?:la|con|den|toi|tu|ngay|thang|quy|nam|khoang|gan|hon|tong|trong|cho|doi|voi|va|hay|hoac|(?<!ho )so|phong|len|muc|trang|thu|ky|lan|dieu|khoan|khu|tai|o|nhu|bo|moi|cung|cua|theo))$"
)
#: When it is to be held, and then the next task with what was done in it: "7 ngày 22 tổ chức 8 đăng 10 tin".
_ON_A_DAY = re.compile(
    r"\b(?:ngay|bua|hom|thu|tuan|mai|kia|__/__)\b[^,;]* (?:to chuc|hop|lam|nop|trinh|gui|trien khai|(?:moi|se) \w+)$"
)
_DEED = re.compile(
    r" (?:(?:thi|em|van) )*(?:đăng|da|chua|dang|khong|xong|mo|phat|ra soat|gui|nop|trinh|ban hanh|dat|duoc|lam|thuc hien|tuyen truyen|ngay)\b"
)
_OTHERS = re.compile(
    r"(?<=\S)[,;.]? (?:(?:va|con) )?(?P<others>(?:(?:tat ca|cac|nhung|may|(?<!ho )so|phan) )*(?:(?:viec|nhiem vu|phan|cai) )?(?:con lai|khac|kia)\b.*)$"
)
_NOT_YET = re.compile(r"\d (?:(?:thi|van) )?(?:chua|khong)(?: (?:a|nhe|em|anh|chi))*[ .!]*$")
#: So many of what was counted before, and no more: "… 20 hồ sơ 12 đã xong".
_SOME_OF_THEM = re.compile(r"(?:da|chua|xong|hoan thanh|dung han|tre|qua han|con|dang|khong)\b[^\d_]*$")

#: The first word is a number, of words that follow it: no share, no day, no length of time.
_FIRST = re.compile(rf"{_LEAD.pattern}(?P<number>\d{{1,4}}) (?=[^\W\d])(?!(?:phan tram|ngay|tuan|thang|nam|gio|h)\b)")

Alone = Callable[[str], Understanding]


def told_by_own_numbers(
    session: Session, said: Said, text: str, understood: Understanding, alone: Alone
) -> Understanding:
    """The same, unless one of his numbers was swallowed by what is told of another, or stands unseen."""
    found = _told_by_own(session, said, text, understood, alone)
    return found if found is not understood else _seen_as_counted(session, said, text, found, alone)


def _told_by_own(session: Session, said: Said, text: str, understood: Understanding, alone: Alone) -> Understanding:
    if unseen := _unseen(session, said, text, understood, alone):
        return unseen
    if _asks(text) or not _may_swallow(understood):
        return understood
    front, rest = _without_rest(text, alone)
    own = {x.number for x in duties.lines_of_recipient(session, said.agency_id, said.owner.id)}
    line = read_line(front)
    heads = _heads(line, own, any(act.intent is not Intent.progress for act in rest))
    named = {n for head in heads for n in head[2]}
    taken = {
        n
        for act in understood.acts
        if act.intent not in NOTHING_SAID
        for n in (*act.slots.task_ids, *(act.slots.all_except or ()))
    }
    if len(heads) == 1 and len(named) == 1 and [act.intent for act in rest] == [Intent.none_arose]:
        return _rest_asked(alone, heads[0][2], line.typed(heads[0][1], len(line.norm)), rest) or understood
    seen = named <= taken and not (rest and all(act.slots.mode != "rest" for act in understood.acts))
    if not heads or (rest and len(named) < 2) or seen or (taken and len(heads) < 2 and len(named) < 2):
        return understood
    ends = [*(head[0] for head in heads[1:]), len(line.norm)]
    read = [_told_of(alone, head[2], line.typed(head[1], end)) for head, end in zip(heads, ends, strict=True)]
    if not all(read):
        return understood
    acts = tuple(each.acts[0] for each in read if each)
    others = tuple(act.with_slots(anew=tuple(named)) for act in rest)
    told = [bool(each) and (each.sure or (len(heads) > 1 and _is_plain(each))) for each in read if each]
    doubts = tuple(
        r for each, sure in zip(read, told, strict=True) if each and not sure for r in each.readings or each.acts
    )
    certain = tuple(act for act, sure in zip(acts, told, strict=True) if sure)
    if doubts:
        return Understanding((*acts, *others), sure=False, readings=doubts, certain=(*certain, *others))
    return Understanding((*acts, *others))


def _rest_asked(alone: Alone, numbers: tuple[int, ...], words: str, rest: tuple[Act, ...]) -> Understanding | None:
    """ "31 76% còn lại không có": told of 31; whether of all the others nothing arose is asked."""
    told = _told_of(alone, numbers, words)
    if not told or not told.sure:
        return None
    others = tuple(act.with_slots(anew=numbers) for act in rest)
    return Understanding((*told.acts, *others), sure=False, readings=others, certain=told.acts)


def _unseen(session: Session, said: Said, text: str, understood: Understanding, alone: Alone) -> Understanding | None:
    """ "Ký 26 rồi, QĐ 88/QĐ-UBND", "sao 26 trễ vậy", "… ở việc 11": of the only task that is named, where none was seen."""
    line, act = read_line(text), understood.acts[0]
    if len(understood.acts) != 1 or (act.slots.task_ids and act.intent not in NOTHING_SAID) or act.slots.mode:
        return None
    if act.intent is Intent.task_detail:
        numbers = [int(n) for n in NUMBER_ALONE.findall(masked(line.norm))]
        known = len(numbers) == 1 and duties.lines_by_number(session, said.agency_id, numbers[0])
        return Understanding((act.with_slots(task_ids=(numbers[0],)),)) if known else None
    found = _DEED_FIRST.fullmatch(line.norm) or _NAMED_LAST.fullmatch(line.norm)
    if not found or _asks(text) or not duties.lines_by_number(session, said.agency_id, int(found["number"])):
        return None
    words = " ".join(line.typed(*found.span(part)).strip() for part in ("before", "behind") if found[part])
    read = _told_of(alone, (int(found["number"]),), words)
    return Understanding(read.acts, sure=False, readings=read.readings or read.acts) if read else None


def _seen_as_counted(session: Session, said: Said, text: str, understood: Understanding, alone: Alone) -> Understanding:
    """What a count would begin with, told by whom the task of that number is: asked, certain where it is spelt as no count."""
    line = read_line(text)
    found = _AS_COUNTED.fullmatch(fold_aligned(line.norm))
    if not found or _asks(text) or any(act.intent not in _TOLD | NOTHING_SAID for act in understood.acts):
        return understood
    number = int(found["number"])
    own = {x.number for x in duties.lines_of_recipient(session, said.agency_id, said.owner.id)}
    if number not in own or any(act.slots.task_ids for act in understood.acts):
        return understood
    words = line.typed(found.start("noun"), len(line.norm))
    if _NEVER_TOLD.match(words):
        return understood
    read = _told_of(alone, (number,), words)
    if read is None:
        return understood
    stands = Act(Intent.progress, Slots(task_ids=(number,), text=words, statement=words))
    readings = (stands, *read.acts) if read.acts[0].intent is Intent.done else read.acts
    other_word = not (first := words.split()[0].lower()).isascii() and first not in _COUNT_NOUNS
    sure = read.sure and len(readings) == 1 and other_word
    return read if sure else Understanding(read.acts, sure=False, readings=read.readings or readings)


def _may_swallow(understood: Understanding) -> bool:
    if understood.sure and understood.says_only(NOTHING_SAID):
        return True
    if understood.sure and any(act.intent is Intent.task_detail for act in understood.acts):
        return False
    return all(act.intent in _TOLD | NOTHING_SAID | {Intent.task_detail} for act in understood.acts)


def _asks(text: str) -> bool:
    norm = read_line(text).norm
    return "?" in norm or bool(QUESTION_END.search(norm) and not _NOT_YET.search(norm))


def _is_plain(read: Understanding) -> bool:
    """Only one thing may be meant: "13 không có" in the middle of a list."""
    return read.readings == read.acts and read.acts[0].intent is Intent.progress


def _without_rest(text: str, alone: Alone) -> tuple[str, tuple[Act, ...]]:
    """What is told of his numbers, and of all the others: "48 phát 300 tờ, 49 chưa, còn lại như kỳ trước"."""
    line = read_line(text)
    found = _OTHERS.search(line.norm)
    acts = alone(line.typed(found.start("others"), len(line.norm))).acts if found else ()
    of_rest = len(acts) == 1 and acts[0].slots.mode == "rest" and acts[0].intent in _TOLD
    return (line.typed(0, found.start()), acts) if found and of_rest else (text, ())


def told_of_first_number(
    session: Session, said: Said, text: str, read: Callable[[str, str], Understanding]
) -> Act | None:
    """ "24 kết quả chưa ban hành": so many of something, or told of his own task of that number, which was not shown last."""
    found = _FIRST.match(read_line(text).norm)
    lines = found and duties.lines_by_number(session, said.agency_id, int(found["number"]))
    own = [x for x in lines or () if x.duty.recipient_id == said.owner.id and x.duty.id not in said.about]
    line = read_line(text)
    other = (
        _told_of(lambda words: read(words, "direct"), (int(found["number"]),), line.typed(found.end(), len(line.norm)))
        if found and own
        else None
    )
    return other.acts[0] if other else None


def _told_of(alone: Alone, numbers: tuple[int, ...], words: str) -> Understanding | None:
    said = words.strip(" ,;.:")
    read = alone(f"việc {', '.join(map(str, numbers))}: {said}") if said else None
    ok = read and len(read.acts) == 1 and read.acts[0].intent in _TOLD and read.acts[0].slots.task_ids == numbers
    return read if ok else None


def _heads(line: Line, own: set[int], listed: bool = False) -> list[tuple[int, int, tuple[int, ...]]]:
    """Where each of his numbers begins what is told of it, where its words begin, and the numbers; `listed`: tasks are told of for certain."""
    hidden = list(masked(line.norm))
    for found in _NO_COUNT.finditer(line.norm):
        start, end = found.span("behind" if found["behind"] else 0)
        hidden[start:end] = line.norm[start:end]
    norm = "".join(hidden)
    lead = _LEAD.match(norm)
    begin = lead.end() if lead else 0
    heads = list[tuple[int, int, tuple[int, ...]]]()
    doubtful = list[bool]()
    for found in _HEADS.finditer(norm, begin):
        numbers, at = _own_of(found, own)
        before = norm[begin:at].rstrip()
        if not numbers or (not heads and before):
            continue
        counts = _COUNTING.search(before)
        if counts and not (_ON_A_DAY.search(before) and _DEED.match(norm, found.end("numbers"))):
            continue
        if not heads and at != begin and line.norm[begin:at].strip():
            continue
        heads.append((at, found.end("numbers"), numbers))
        doubtful.append(counts_on(line.norm[:at], line.norm[at:]))
    if not heads:
        return []
    return [] if not listed and _only_counts(norm, heads, doubtful) else heads


def _own_of(found: re.Match[str], own: set[int]) -> tuple[tuple[int, ...], int]:
    """The last of the numbers beside each other that are all his: "trả lời 5 15 chấm" has 15."""
    each = list(re.finditer(r"(\d+)(?: ?- ?(\d+))?", found["numbers"]))
    kept = list[tuple[int, int]]()
    for one in reversed(each):
        run = range(int(one[1]), int(one[2] or one[1]) + 1)
        if not run or not set(run) <= own:
            break
        kept[:0] = [(number, found.start("numbers") + one.start()) for number in run]
    if not kept:
        return (), found.start()
    whole = kept[0][1] == found.start("numbers")
    at = found.start() if whole else kept[0][1]
    return tuple(dict.fromkeys(number for number, _ in kept)), at


def _only_counts(norm: str, heads: list[tuple[int, int, tuple[int, ...]]], doubtful: list[bool]) -> bool:
    """Whether every later number may be some of what was counted before it."""
    if len(heads) == 1:
        return False
    ends = [*(head[0] for head in heads[1:]), len(norm)]
    said = [norm[head[1] : end].strip(" ,:") for head, end in zip(heads, ends, strict=True)]
    return all(doubt and _SOME_OF_THEM.match(words) for doubt, words in list(zip(doubtful, said, strict=True))[1:])
