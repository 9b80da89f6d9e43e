"""Who leads and who coordinates, from two columns or from one column of sentences."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jobs.rules.plans.model import Parties
from jobs.rules.plans.units import Spelling, clean_name, is_person, split_units, starts_unit, unit_key
from jobs.rules.text import fold, fold_aligned, tidy

# With accents: folded, "cử" would be "cụ" and "đăng" would be "đảng".
_VERBS = (
    r"chủ trì|phối hợp|thực hiện|tham mưu|triển khai|đăng tải|đăng|cung cấp|tổng hợp|nghiên cứu|phổ biến|cử|gửi|xây dựng|"
    r"tổ chức|rà soát|hướng dẫn|theo dõi|đôn đốc|kiểm tra|báo cáo|tăng cường|tuyên truyền|cập nhật|chịu trách nhiệm|"
    r"có trách nhiệm|có nhiệm vụ|đề xuất|chuẩn bị|hoàn thành|(?<!ông )lập|bố trí|phụ trách|(?<!rợ )giúp|tham gia|chủ động|căn cứ|ban hành|"
    r"định kỳ|thường xuyên|tiếp tục|đẩy mạnh|thống kê|đảm bảo|bảo đảm|tiếp nhận|xử lý|niêm yết|công khai|số hóa|số hoá|"
    r"(?<!chương )(?<!Chương )(?<!quy )(?<!Quy )(?<!công )(?<!lộ )(?<!tờ )(?<!quá )trình|theo (?:chức năng|nhiệm vụ|thẩm quyền|lĩnh vực|phân công)|"
    r"ký kết|(?<!ăng )ký|mua sắm|lắp đặt|nâng cấp|sửa chữa|trang bị|bàn giao|nghiệm thu|thanh toán|quyết toán|giải ngân|khảo sát|kiểm kê|thu thập|"
    r"thẩm định|phê duyệt|công bố|thông báo|vận động|huy động|phát động|tập huấn|bồi dưỡng|chấm điểm|tự đánh giá|trả lời|"
    r"tiếp thu|hoàn thiện|điều hành|chỉ đạo|bám sát|tích cực|nắm bắt|rà|viết|chụp|đưa tin|khẩn trương|nghiêm túc|"
    r"phân công|giám sát|đánh giá|đầu mối|làm đầu mối|là đầu mối|là cơ quan|là đơn vị|nộp|soạn thảo|vận hành|được giao|kịp thời|quán triệt|hỗ trợ"
)
_VERB = re.compile(rf"(?<=[\s,:;)])(?:{_VERBS})\b")
_SAYS_WHAT = re.compile(rf"(?:{_VERBS})\b", re.I)
_OWN_UNIT = re.compile(
    r"(?:van phong|phong(?!,? (?:chong|chay|ngua))|trung tam|ban|so|cong an|ban chi huy|chi cuc|doan thanh nien|hoi|uy ban mttq|tram|thanh tra|truong|to|khoa|hat|doi)\b.{0,60}$"
)
_PART_OF_NAME = re.compile(r"so|xa|phuong|tinh|thanh pho|huyen|ban|dac khu")
_TIME_ONLY = re.compile(
    r"(?:hoan thanh |xong |bao cao )?(?:thuong xuyen$|dinh ky|(?:hang|moi) (?:ngay|tuan|thang|quy|nam)|(?:truoc|trong|den|cham nhat)(?: het)? (?:ngay|thang|quy|nam|\d)|quy [ivx\d]|thang \d|\d{1,2}/\d)"
)
_IN_NAME = re.compile(
    r"(?:\b(?:tu van|tong|to|(?<!cong )(?<!chi )(?<!lien )doan|doi|bo phan|viec|ban|hoi dong|cong tac|cong chuc|can bo|cac|moi|tat ca|phan mem|he thong)|^(?:to|doan))\s+$"
)
_NAMED_BY_VERB = re.compile(
    r"\b(?:quan ly|(?<!chu )dau tu|giam dinh|kiem dinh|va) xay dung\b|\bchi dao xay dung(?= nong thon| do thi| doi song)|"
    r"\b(?:giam sat|thanh tra|kiem tra|dao tao|tiep nhan|nghien cuu|tu van), (?:danh gia|dieu hanh|boi duong|kiem tra|xu ly|ho tro|giam sat)\b|"
    r"\bnghien cuu tong hop\b|\b(?:ke hoach|hanh chinh|kinh te|nghiep vu),? tong hop(?= *(?:$|[/;)]|chu tri|phoi hop|thuc hien|la |lam ))"
)
"""Names of units that hold a verb: "Ban Quản lý dự án đầu tư xây dựng", "Phòng Giám sát, đánh giá"."""
_LEADS = re.compile(
    r"(?<!co quan )(?<!don vi )(?<!co quan, don vi )\b(?:chu tri|lam dau moi|la dau moi|chiu trach nhiem chinh)\b|\bla (?:co quan|don vi) chu tri\b"
)
_WITH = re.compile(r"\bphoi hop(?: chat che)?(?: cung)?(?: voi| cung)?(?=[\s:])\s*:?\s*")
_HELPS = re.compile(
    r"\s*(?:phoi hop|la (?:co quan|don vi) phoi hop|cung cap|cu\b.*\btham gia|tham gia|ho tro|gui\b.*\b(?:ve|cho) (?:van phong|phong))"
)
_LABELLED = re.compile(
    r"\s*[-+•]?\s*(?:(?:co quan|don vi|nguoi|bo phan)[, a-z]*? )?(chu tri|thuc hien|dau moi|phoi hop|(?:dv|cq)?(?:ct|ph))(?: thuc hien)?\s*:\s*"
)
_NEXT_LABEL = re.compile(
    r"[;.,]\s*-?\s*(?=(?:(?:cơ quan|đơn vị)\s+)?(?:chủ trì|phối hợp|đầu mối|(?:đv|cq)?(?:ct|ph)|thời (?:gian|hạn)|tiến độ|sản phẩm|kết quả)(?: thực hiện)?\s*:)",
    re.I,
)
_OTHER_LABEL = re.compile(r"\s*[-+•]?\s*(?:thoi (?:gian|han)|tien do|san pham|ket qua)(?: thuc hien| hoan thanh)?\s*:")
_OWN_WORDS = ("chủ trì", "phối hợp", "thực hiện")  # in no unit's name
_IN_BRACKETS = re.compile(r"\s*\((?:[^()]*?)(chu tri|phoi hop|dau moi)(?:[^()]*)\)")
_SENTENCE_END = re.compile(
    r"(?<=[^\d.]{2})(?:;|(?<!\bVP)(?<!\bTT)(?<!\bTP)(?<! P)(?<!\bBS)(?<!\bTS)(?<!ThS)(?<!\bCN)(?<!\bĐD)(?<!\bDS)(?<!\bKS)\.)\s+(?=\S)"
)
_ORDERED = re.compile(r"^(?:giao|phân công|đề nghị|yêu cầu)\s+(?:cho\s+)?", re.I)


@dataclass
class _Act:
    """Units and what they do."""

    units: list[str]
    does: str
    with_units: list[str]


def column_parties(lead_text: str, coordinate_text: str, names: Spelling, known: Sequence[str]) -> Parties:
    """From a lead and a coordinating column. Words after a unit's name say how, and are no part of the name."""
    lead: list[str] = []
    coordinate: list[str] = []
    for act in _acts(lead_text, known):
        (coordinate if fold(act.does).startswith("phoi hop") and not act.with_units else lead).extend(act.units)
        coordinate += act.with_units
    for act in _acts(coordinate_text, known):
        coordinate += act.units
    if not lead and clean_name(lead_text):
        lead, coordinate = coordinate, []
    return _parties(lead, coordinate, names)


def assigned_parties(text: str, names: Spelling, known: Sequence[str]) -> Parties:
    """From one column of sentences such as "- Văn phòng chủ trì. - Các phòng phối hợp thực hiện."

    Who "chủ trì" leads; beside such a unit the others coordinate. Where none is named so, those who act lead and those
    who only help ("phối hợp", "cung cấp thông tin", "cử … tham gia") coordinate; helpers alone lead, with a doubt.
    """
    acts = list(_acts(text, known))
    named = [act for act in acts if _LEADS.search(fold(act.does))]
    helpers = [act for act in acts if act not in named and not act.with_units and _HELPS.match(fold(act.does))]
    doers = named or [act for act in acts if act not in helpers]
    doubts: tuple[str, ...] = ()
    if not doers and helpers:
        doers, doubts = helpers, ("Chỉ ghi phối hợp, chưa ghi đơn vị nào chủ trì.",)
    lead = [unit for act in doers for unit in act.units]
    coordinate = [unit for act in acts for unit in (act.with_units if act in doers else act.units + act.with_units)]
    if not named and len(doers) > 1:
        doubts = ("Nhiều đơn vị cùng thực hiện, chưa ghi đơn vị nào chủ trì.",)
    return _parties(lead, coordinate, names, doubts)


def only_unit(text: str) -> bool:
    """Whether a text is one unit's name and nothing else: "III. Phòng Kinh tế" is, "Văn phòng điện tử, số hóa" is not."""
    subject, does = _split_subject(clean_name(text.lower() if text.isupper() else text))
    return (
        starts_unit(subject)
        and not does
        and _OWN_UNIT.match(fold(subject)) is not None
        and len(split_units(subject)) == 1
    )


def subject_of(text: str, names: Spelling) -> str | None:
    """The unit a sentence begins with, or None."""
    subject, _ = _split_subject(clean_name(text))
    units = split_units(subject) if subject and starts_unit(subject) else []
    return names.of(units[0]) if len(units) == 1 and len(units[0]) < 90 else None


def _parties(lead: list[str], coordinate: list[str], names: Spelling, doubts: tuple[str, ...] = ()) -> Parties:
    leads = _distinct(names.of(name) for name in lead)
    taken = {unit_key(name) for name in leads}
    others = [name for name in _distinct(names.of(name) for name in coordinate) if unit_key(name) not in taken]
    return Parties(tuple(leads), tuple(others), doubts)


def _distinct(names: Iterator[str]) -> list[str]:
    seen: dict[str, str] = {}
    for name in names:
        seen.setdefault(unit_key(name), name)
    return list(seen.values())


def _acts(text: str, known: Sequence[str]) -> Iterator[_Act]:
    for bullet in _bullets(text):
        if _OTHER_LABEL.match(fold(bullet)):
            continue
        label = _LABELLED.match(fold(bullet))
        if label:
            does = "phối hợp" if label[1].endswith(("phoi hop", "ph")) else "chủ trì"
            yield _Act(split_units(tidy(bullet)[label.end() :], known), does, [])
            continue
        yield from _bullet_acts(bullet, known)


def _bullets(text: str) -> Iterator[str]:
    """Lines, each with its "+" lines and whatever goes on in lower case."""
    held = ""
    for line in _NEXT_LABEL.sub("\n", "\n".join(map(tidy, text.splitlines()))).splitlines():
        goes_on = held and (
            line.startswith("+") or (line[:1].islower() and not starts_unit(line)) or _is_rest(held, line)
        )
        if goes_on:
            held += " " + line
        else:
            if held:
                yield held
            held = line
    if held:
        yield held


def _is_rest(held: str, line: str) -> bool:
    """A name broken by Enter: "Phòng Văn hóa -" and "Xã hội", "Trường Tiểu học" and "Trần Phú"."""
    school = fold(held).startswith("truong ") and is_person(line)  # schools bear people's names
    if _PART_OF_NAME.fullmatch(fold(line)) and held[-1].isalpha():
        return True
    if (
        (starts_unit(line) and not school)
        or _LABELLED.match(fold(line))
        or _SAYS_WHAT.match(line)
        or ":" in line
        or line[:1] in "-•*"
    ):
        return False
    if held.endswith((" -", " –", ",", "&", " và")):
        return True
    first = re.split(r"[\s,;]", line)[0]
    return held[-1].isalpha() and first.istitle() and starts_unit(held)


def _bullet_acts(bullet: str, known: Sequence[str]) -> Iterator[_Act]:
    waiting: list[str] = []
    act: _Act | None = None
    part, before = -1, 0  # of `waiting`, so many stand before the last ";" or "."
    for n, chunk in _chunks(bullet, known):
        before = len(waiting) if n != part else before
        part = n
        in_brackets = _IN_BRACKETS.search(fold(chunk))
        if in_brackets and starts_unit(chunk):
            plain = tidy(chunk)
            chunk = f"{plain[: in_brackets.start()]} {plain[in_brackets.start() : in_brackets.end()].strip(' ()')}"
        subject, does = _split_subject(chunk)
        if (act or waiting) and _TIME_ONLY.match(fold(chunk)):
            continue
        if act and (not starts_unit(chunk) or _open_list(act)):
            _go_on(act, chunk, known)
        elif not does:
            waiting += split_units(subject, known) if starts_unit(subject) or not act else []
        else:
            if act:
                yield act
            elif before and fold(does).startswith("phoi hop") and not _partners(does, known):
                yield _Act(waiting[:before], "", [])  # "Văn phòng; các phòng phối hợp"
                waiting = waiting[before:]
            act = _Act(waiting + split_units(subject, known), does, _partners(does, known))
            waiting = []
    if act:
        yield act
        waiting = [name for name in waiting if name[:1].isupper()]  # in lower case: whom the act is for
    if waiting:
        yield _Act(waiting, "", [])


def _chunks(bullet: str, known: Sequence[str]) -> list[tuple[int, str]]:
    """Cut where a unit's name may begin a new clause: after ";", "." or "," outside brackets; with the sentence's number."""
    text = _ORDERED.sub("", clean_name(bullet))
    sentences = _whole(_SENTENCE_END.split(text))
    pieces = [(n, piece) for n, sentence in enumerate(sentences) for piece in split_units(sentence, known)]
    return pieces or [(0, text)]


def _whole(parts: list[str]) -> list[str]:
    """Parts put together again where a bracket was cut: "(BS. Trần Văn B)"."""
    whole: list[str] = []
    for part in parts:
        if whole and whole[-1].count("(") > whole[-1].count(")"):
            whole[-1] += f". {part}"
        else:
            whole.append(part)
    return whole


def _open_list(act: _Act) -> bool:
    """The last words name a partner and say nothing after it, so that a unit that follows is one more partner."""
    found = list(_WITH.finditer(fold(act.does)))
    if not found or not act.with_units:
        return False
    tail = tidy(act.does)[found[-1].end() :]
    return not _split_subject(tail)[1]


def _go_on(act: _Act, chunk: str, known: Sequence[str]) -> None:
    if starts_unit(chunk):
        subject, does = _split_subject(chunk)
        act.with_units += split_units(subject, known)
        act.does += f", {subject} {does}"
    else:
        act.with_units += _partners(chunk, known)
        act.does += f"; {chunk}"


def _partners(does: str, known: Sequence[str]) -> list[str]:
    """Units named after "phối hợp (với)"."""
    plain = tidy(does)
    partners: list[str] = []
    for found in _WITH.finditer(fold_aligned(plain)):
        rest = plain[found.end() :]
        if starts_unit(rest):
            partners += split_units(_split_subject(rest)[0], known)
    return partners


def _split_subject(text: str) -> tuple[str, str]:
    """(name or names, what follows): the name ends before the first verb in lower case, a colon or a dash."""
    plain = tidy(text)
    folded = fold_aligned(plain)
    colon = re.search(r":(?=\s)", plain)
    named = [name.span() for name in _NAMED_BY_VERB.finditer(folded)]
    for found in _VERB.finditer(plain):
        at = found.start()
        inside = plain.count("(", 0, at) > plain.count(")", 0, at)
        if colon and colon.start() < at:
            break
        passive = plain[:at].endswith("được ")  # with accents: "Khoa Dược phối hợp" is none
        if inside or passive or any(first < at < last for first, last in named):
            continue
        if found[0] in _OWN_WORDS or not _IN_NAME.search(folded[:at]):
            return clean_name(plain[:at]), plain[at:]
    if colon:
        return clean_name(plain[: colon.start()]), plain[colon.end() :].strip()
    return clean_name(plain), ""
