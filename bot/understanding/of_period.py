"""The period said in front of what is told: "bổ sung kết quả tháng 10 việc 24 đã ban hành quy chế". All of it counts for that
period, and none of it ends a task. A correction ("sửa kết quả tháng 10 việc 23 thành 62%") takes the place of what stands there."""

import re
from datetime import date
from typing import NamedTuple

from bot.understanding import when
from bot.understanding.intents import MONTH_BEFORE, PERIOD_BEFORE, Act, Intent, Understanding
from bot.understanding.line import Line, read_line
from bot.understanding.words import QUESTION_END, QUESTION_WORD

_LEAD = r"(?:(?:da|em|anh|chi|toi|xin|cho|nho|giup|oi|a)[ ,]+)*"
_LATE = r"(?:bo sung|(?:ghi|bao|nop|cap nhat|bao cao|nhap|gui) (?:bu|them|bo sung|muon|tre))"
#: Said without its name, it is found by the office's own calendar: the period that closed last.
#: No "ky roi": unaccented it is signed.
_LAST = r"(?:thang (?:truoc|roi|vua roi|vua qua)|ky (?:truoc|vua roi|vua qua))"
_PERIOD = rf"(?P<period>thang \d{{1,2}}(?:/\d{{4}})?|quy (?:\d|i{{1,3}}|iv)|{_LAST})"
_WHO = r"(?P<who>(?:(?!\b(?:nhu|giong|bang|voi|hon|bo sung)\b)[^:\d,]){2,40}?)"
_FOR = r"(?:cho|ho|cua|giup|gium|dum|thay)(?: cho)?"
_GIVEN = r"(?:,? (?:ket qua|so lieu|bao cao|cua|ky|cho))*"
_TASKS = r"(?: ?[:,–-] ?| )(?=(?:(?:viec|nhiem vu|nv)(?: so)? )?#?\d{1,4}\b(?!/))"
#: Whose it is stands behind the period, before it, or in front of all.
_BEGINNINGS = (
    re.compile(rf"{_LEAD}(?:ghi )?{_LATE}{_GIVEN} {_PERIOD}(?: {_FOR} {_WHO})?{_TASKS}"),
    re.compile(rf"{_LEAD}(?:ghi )?{_LATE}{_GIVEN} {_FOR} {_WHO}{_GIVEN} {_PERIOD}{_TASKS}"),
    re.compile(
        rf"{_LEAD}(?:ghi|cap nhat|nhap|nop|dien) (?:ho|giup|gium|dum|thay|cho)(?: cho)? {_WHO}(?: ?: ?(?:(?:ghi )?{_LATE})?|,? (?:ghi )?{_LATE})?{_GIVEN} ?(?<=[ :]){_PERIOD}{_TASKS}"
    ),
    re.compile(
        rf"{_LEAD}{_PERIOD}(?: (?:vua roi|vua qua|roi|qua))?,? (?:(?:ghi )?{_LATE}|(?:ghi|nhap|cap nhat|dien|bao(?! cho))(?: thieu| sot)?){_GIVEN} {_FOR} {_WHO}{_TASKS}"
    ),
    re.compile(
        rf"(?P<who>(?:anh|chi|em|co|chu|bac|ong|ba|a|c) [^\W\d]+(?: [^\W\d]+)??) {_LATE}{_GIVEN} {_PERIOD}{_TASKS}"
    ),
)
_MEND = r"(?:(?:sua|dinh chinh|dieu chinh|chinh sua|chinh|ghi|cap nhat) lai|sua|dinh chinh|dieu chinh)(?: (?:giup|ho|gium|dum)(?: (?:anh|chi|em|toi|minh))?)?"
_RESULT = r"(?:ket qua|so lieu)"
_OF = r"(?:viec|nhiem vu|nv|so|cua|ky|cho|bao cao)"
_TASK = rf"(?:[:,]? {_OF})*[:,]? #?(?P<number>\d{{1,4}})\b(?![/.]\d)"
#: The period before the number, with a word of mending or of the result itself; what follows is how it should read.
_MENDED = re.compile(
    rf"{_LEAD}(?:{_MEND}(?: (?:{_RESULT}|{_OF}))* {_PERIOD}|{_RESULT}(?: {_OF})* {_PERIOD.replace('period', 'plain')}|{_PERIOD.replace('period', 'bare')}(?={_TASK.replace('number', 'ahead')},? (?:thi )?{_MEND}\b))"
    rf"{_TASK},? ?:?(?: thi)?(?: {_MEND})?(?: (?:thanh|la|lai))*:? (?P<told>(?!(?:thanh |la |lai )*\d+[ .!]*$)\S.*)"
)
_I = r"(?:em|e|c|a|anh|chi|toi|minh|(?:ben|phong) (?:em|toi|minh|anh|chi))"
_FORGOT = r"(?:(?:con|lo|co) )?(?:quen|sot)(?: (?:mat|bao cao|bao|ghi|nop|cap nhat|nhap|chua))*"
_FORGOTTEN = re.compile(rf",? (?:do |vi |ma )?(?:{_I} )?{_FORGOT}(?: (?:roi|a|nhe|do|em|anh|chi))*[ .!]*$")
#: The number before the period: "sửa 23 tháng trước thành 67%", "50 kỳ trước mở 1 lớp", "24 kết quả tháng 10 là chưa ban hành".
_BEHIND = re.compile(
    rf"{_LEAD}(?P<mend>{_MEND} )?(?:(?:{_RESULT}|{_OF}) )*(?P<named>#|(?<=viec ))?(?P<number>\d{{1,4}}),? (?:(?P<of>(?:(?:{_RESULT}|so|ky|bao cao|cua) )+)|o )?(?P<period>{_LAST}|(?(of)thang \d{{1,2}}(?:/\d{{4}})?|(?!)))[,:]?(?: (?:thanh|la|lai|thi|phai la|moi la|dung la))*:? (?P<told>(?!\d+[ .!]*$)\S.*?)(?P<not>,? (?:chu )?khong phai (?:la )?[\d., ]+%?)?"
)
#: Beside last month another is told of: "tháng trước 66%, tháng này 67%".
_AND_NOW = re.compile(r"\b(?:(?:thang|ky|den|bay|hom) (?:nay|gio)|gio|nay|hien|nhu|bang|hon|so voi)\b")
#: The period alone in front: "tháng 10 việc 31 đạt 77%", "tháng 10 vừa rồi 46 rà 3 thủ tục".
_PLAIN = re.compile(
    rf"{_LEAD}(?:(?:trong|hoi|cua|o|ky) )?{_PERIOD}(?: (?:vua roi|vua qua|roi|qua|truoc|nay))?(?P<forgot>,? (?:{_I} )?{_FORGOT})?(?P<mark>[,:] ?| )(?P<mine>cua {_I} )?(?:thi )?(?P<of>(?:(?:viec|nhiem vu|nv|so) )*)#?(?P<number>\d{{1,4}})\b(?![/.]\d)[:,]? (?P<is>la )?(?P<told>[^\W\d].*)"
)
_GONE = re.compile(rf"\b(?:{_LAST}|vua roi|vua qua|thang \d{{1,2}} (?:roi|qua|truoc))\b")
#: Behind a count, or behind that there is none: "đăng 12 tin tháng 9", "không có của kỳ trước". A day, a span, a likeness and a
#: paper of that month name no period.
_NO_COUNT = r"(?:so|voi|hon|kem|bang|nhu|giong|tu|den|toi|het|truoc|sau|ngay|qua|dau|giua|cuoi|trong|bao|ke|lich|chuong|giao|hop|lan)"
_TOLD_BEHIND = re.compile(
    rf"(?P<told>(?:.*?(?<!ngay )(?<![/.,\d])(?P<count>\d+(?:[.,]\d+)?(?: ?%| phan tram|(?: (?!{_NO_COUNT}\b)[^\W\d]+){{1,3}}?))|(?:van |deu )?(?:khong|chua|ko|k)(?: (?!{_NO_COUNT}\b)[^\W\d]+){{0,3}}?))"
    rf"(?:,| -)?(?: ?\(| )(?:(?:cua|hoi|ky|so lieu|ket qua|so|la) )*{_PERIOD}(?: (?:vua roi|vua qua|roi|qua))?\)?(?: (?:a|nhe|nha|em|ban|do))*[ .!]*"
)
_NUMBER = re.compile(r"(?:(?:viec|nhiem vu|nv)(?: so)? )?#?\d{1,4}[:,]? ")
_MONTHS_COUNTED = 12
_TOLD = frozenset({Intent.progress, Intent.same_as_before, Intent.none_arose})


#: Unaccented it is signed.
_LATEST = re.compile(r"\b(kỳ) rồi\b", re.I)
#: Told of a task of two months, each with its own: "48 tháng 10 phát 300 tờ, tháng này 50 tờ".
_TWO = re.compile(
    rf"{_LEAD}(?:(?:viec|nhiem vu|nv) )?#?(?P<number>\d{{1,4}})[:,]? (?P<first>thang \d{{1,2}})(?: (?:vua roi|vua qua|roi|qua|truoc))? (?P<told>(?:[^\W\d][^,;?]*)?\d[^,;?]*)[,;] (?:(?:con|va|sang) )?(?P<second>thang \d{{1,2}}|thang nay|ky nay)(?: nay)? (?P<now>(?=[^,;?]*\d)[^?]+)"
)


_DOES = re.compile(
    r"(?:đăng|dang|mo|hop|phat|in|ra|ra soat|tiep nhan|to chuc|xu ly|doi thoai|dat|duoc|co|moi)\b(?: (?:duoc|them|khoang|soat))* \d+(?! ?[%\d])"
)


_BEFORE = (
    rf"(?:(?:cua|hoi|o|trong|so voi|ket qua|so lieu) )*(?:{_LAST}|quy (?:truoc|vua roi|vua qua))(?: (?:thi|la))*:?"
)
_NOW = r"(?:(?:con|va|nhung|sang|den) )*(?:(?:thang|ky|quy) nay|nay|hien(?: nay| tai)?|bay gio|gio)(?: (?:thi|la))*:?"
_APART = r"(?: ?[,;.–-] ?| \(?)"
#: So many, or none; a story of how it went, and papers, are kept as they were told.
_FIGURE = re.compile(r"(?!.*\d/[a-z])(?:.*\d|(?:(?:thi|van|deu) )*(?:chua|khong)\b)")
#: The running period beside the one before it, in either order.
_BESIDE = (
    re.compile(rf"{_BEFORE} (?P<before>[^;,()]+?){_APART}{_NOW} (?P<now>[^()]+?)[ .!]*"),
    re.compile(rf"{_NOW} (?P<now>[^;()]+?){_APART}(?:con )?{_BEFORE} (?P<before>[^;,()]+?)\)?[ .!]*"),
)
#: More or less than before, or the same: it says nothing without what was.
_MEASURED = re.compile(
    r"(?:(?:thi|da|lai|cung|co) )*(?:(?:tang|giam|them|bot|hon|kem|it hon|nhieu hon|cao hon|thap hon)(?! (?:len|con|xuong|toi|den) \d)|van|nhu|bang|giong|y|cung|khong (?:thay )?doi)\b|.*\b(?:so voi|hon|bang|nhu|giong) "
)
_ONLY_A_FIGURE = re.compile(r"(?:(?:duoc|dat|co|chi|moi|con|tang len|giam con|giam xuong) )*\d+(?:[.,]\d+)?")
_COUNTED_NOUN = re.compile(r"\d ([^\W\d]+(?: [^\W\d]+){0,2})$")


class Beside(NamedTuple):
    """What is told of the running period, and beside it of the one before."""

    now: str
    before: str


def beside_before(text: str) -> Beside | None:
    """ "Kỳ trước 5 hồ sơ, kỳ này 2": two dossiers, and five of another period."""
    line = read_line(text)
    found = next(filter(None, (each.fullmatch(line.norm) for each in _BESIDE)), None)
    figures = [found["now"], found["before"]] if found else []
    if not found or not all(_FIGURE.match(each) and not _MEASURED.match(each) for each in figures):
        return None
    now, before = line.typed(*found.span("now")), line.typed(*found.span("before"))
    noun = _COUNTED_NOUN.search(before) if _ONLY_A_FIGURE.fullmatch(found["now"]) else None
    return Beside(f"{now} {noun[1]}" if noun else now, before)


class Late(NamedTuple):
    """The period in front and what is told, for whom too; `instead`: in place of what stands there; `plain`: nothing but the
    period says when, so that what is finished or to come stays so; `doubtful`: "8 tháng trước" may count months."""

    period: str
    text: str
    instead: bool = False
    plain: bool = False
    doubtful: bool = False


def of_period(text: str, on: date) -> Late | None:
    """None where no period stands in front."""
    line = read_line(_LATEST.sub(r"\1 vừa rồi", text))
    if mended := _mended(line, on) or _behind(line, on):
        return mended
    found = next(filter(None, (begin.match(line.norm) for begin in _BEGINNINGS)), None)
    period = _period(found["period"], on) if found else None
    if not found or not period:
        return _plain(line, on)
    rest = line.text[line.starts[found.end()] :]
    return Late(period, f"ghi hộ {line.typed(*found.span('who'))}: {rest}" if found["who"] else rest)


def two_months(text: str, on: date) -> tuple[str, str] | None:
    """What is told of each, as a message of its own; None where a month is still to come or is only compared with."""
    line = read_line(text)
    found = _TWO.fullmatch(line.norm)
    first = when.period_in(found["first"], on) if found else None
    now = found and "nay" in found["second"]
    second = f"{on:%Y-%m}" if now else when.period_in(found["second"], on) if found else None
    if not found or not first or not second or not first < second <= f"{on:%Y-%m}" or _asks(line):
        return None
    told, last = line.typed(*found.span("told")), line.typed(*found.span("now"))
    verb = re.match(r"[^\W\d]+ (?=\d)", told)
    last = f"{verb[0]}{last}" if verb and last[:1].isdigit() else last
    task = f"việc {found['number']}: "
    later = "" if now else f"bổ sung {line.typed(*found.span('second'))} "
    return f"bổ sung {line.typed(*found.span('first'))} {task}{told}", f"{later}{task}{last}"


def _period(words: str, on: date) -> str | None:
    if not re.fullmatch(_LAST, words):
        return when.period_in(words, on)
    return PERIOD_BEFORE if words.startswith("ky") else MONTH_BEFORE


def _asks(line: Line) -> bool:
    return bool(QUESTION_END.search(line.norm) or QUESTION_WORD.search(line.norm))


def _plain(line: Line, on: date) -> Late | None:
    tail = _FORGOTTEN.search(line.norm)
    said = line.part(0, tail.start()) if tail else line
    found = _PLAIN.fullmatch(said.norm)
    gone = found and (found["forgot"] or tail or _GONE.search(said.norm[: found.start("number")]))
    does = found and _DOES.match(found["told"])  # "tháng 11 8 đăng 5 tin"
    if not found or not (found["of"] or found["mine"] or found["mark"].strip() or gone or does):
        return None
    period, last = _period(found["period"], on), re.fullmatch(_LAST, found["period"])
    if not period or (not last and period > f"{on:%Y-%m}") or (last and _AND_NOW.search(found["told"])) or _asks(line):
        return None
    told = said.typed(found.start("told" if found["is"] else "of"), len(said.norm))
    return Late(period, f"việc {found['number']}: {told}" if found["is"] else told, plain=True)


def _behind(line: Line, on: date) -> Late | None:
    tail = _FORGOTTEN.search(line.norm)
    said = line.part(0, tail.start()) if tail else line
    found = _BEHIND.fullmatch(said.norm)
    period = _period(found["period"], on) if found else None
    last = found and re.fullmatch(_LAST, found["period"])
    if not found or not period or _asks(line) or (last and _AND_NOW.search(found["told"])):
        return None
    if not last and period > f"{on:%Y-%m}":
        return None
    mends, told = bool(found["mend"] or found["not"]), said.typed(*found.span("told"))
    counts = last and not (mends or found["named"] is not None) and int(found["number"]) <= _MONTHS_COUNTED
    return Late(period, f"việc {found['number']}: {told}", instead=mends, plain=not mends, doubtful=bool(counts))


def told_behind(statement: str, on: date) -> tuple[str, str] | None:
    """The period behind what is told, and the rest; whether it is meant is to be asked."""
    line = read_line(statement)
    found = _TOLD_BEHIND.fullmatch(line.norm)
    period = _period(found["period"], on) if found else None
    return (period, line.typed(*found.span("told"))) if found and period else None


def _mended(line: Line, on: date) -> Late | None:
    found = _MENDED.fullmatch(line.norm)
    if not found or _asks(line):
        return None
    period = _period(found["period"] or found["plain"] or found["bare"], on)
    told = line.typed(*found.span("told"))
    return Late(period, f"việc {found['number']}: {told}", instead=not found["plain"]) if period else None


def counted_to(late: Late, understood: Understanding) -> Understanding | None:
    """None where nothing is told of a task."""
    if not understood.sure or not any(
        act.slots.task_ids and act.intent in (*_TOLD, Intent.done) for act in understood.acts
    ):
        return None
    if late.plain and not all(act.intent in _TOLD for act in understood.acts):
        return None
    words = late.text.partition(": ")[2] if late.text.startswith("ghi hộ ") else late.text
    acts = (_counted(act, late.period, words) for act in understood.acts)
    told = tuple(act.with_slots(instead=True) if late.instead else act for act in acts)
    return Understanding(told, sure=False, readings=told) if late.doubtful else Understanding(told)


def _counted(act: Act, period: str, words: str) -> Act:
    if act.intent is Intent.done:  # of that month it is how it went
        line = read_line(words)
        lead = _NUMBER.match(line.norm)
        said = line.part(lead.end() if lead else 0, len(line.norm)).text
        told = Act(Intent.progress, act.slots)
        return told.with_slots(text=said, statement=said, period=period, evidence=None, of_period=False, date=None)
    return act.with_slots(period=period) if act.intent in _TOLD else act
