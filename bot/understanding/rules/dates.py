"""Said of a task's dates beside moving them: which date is meant, why it is late, an event that days are counted from."""

import re

from bot.understanding import when
from bot.understanding.clause import Clause
from bot.understanding.intents import Act, Intent
from bot.understanding.numbers import without_evidence
from bot.understanding.reason_said import gives_none
from jobs.rules.days import HALF_A_YEAR

_EXPLAINS = re.compile(
    r"(?:(?:em|toi|phong|don vi|chung em|ben em|xin|duoc|bao cao) )*giai trinh\b|(?:viec |nhiem vu |nv |so )?#?\d+[ :,.–-]*(?:em )?(?:xin )?giai trinh\b"
)
#: Of what was asked last: "em giải trình: Sở chưa trả lời".
_HIS_OWN = re.compile(r"(?:(?:da|em|anh|chi|toi|xin|duoc|bao cao)[ ,]+)*giai trinh ?:")
_DAY = r"(?:het (?!han)|(?:ngay|thu|tuan|thang|quy|cuoi|dau|giua|nam sau|sang nam|hom|mai|chu nhat|cn|t[2-7]|sang mai|chieu|\d{1,2}[/.-]\d{1,2})\b)"
_TASK = r"(?:(?:viec|nhiem vu|nv|so|cong viec) (?:so )?)?#?\d{1,4}"
_US = r"(?:em|e|toi|minh|(?:phong|ben|don vi|trung tam|chung|to) (?:em|e|toi|minh|chung em))"
#: A date set for a task, in either order: "hạn mới là …", "hạn việc 12 chuyển 30/11", "chuyển 12 sang thứ 5".
NEW_DATE = (
    rf"(?:thoi )?(?<!gia )(?:han|moc|deadline)(?: chot| noi bo| cuoi(?: cung)?)? (?:cua )?{_TASK}(?: (?:moi|gio|bay gio|nay))* (?:la|chuyen|doi|keo|day|rut|len|thanh|sang|toi|den|dat|sua|dieu chinh|chinh)(?: (?:sang|den|toi|thanh|lai|ve|la|dai|giup|ho|cho|em|anh|chi|minh|nhe))*,? {_DAY}"
    rf"|{_TASK}(?: (?:thi|nay|cho|de|lay|dat|gio))* (?<!gia )(?:thoi )?(?:han|moc|deadline) (?:moi |chot |cuoi |cung )*(?:(?:la|toi|den|sang|thanh|vao|lay|de|dat|chot|:) )*{_DAY}"
    rf"|(?:chuyen|doi|day|keo|dich|hoan|lui|rut|cho|de) {_TASK} (?:len|den|toi|sang|qua|ve|xuong) {_DAY}|cho (?!{_US}\b)(?:\S+ ){{1,4}}?(?:den|toi) {_DAY} (?:phai |moi )?(?:nop|xong|lam|hoan thanh) {_TASK}|chot {_TASK} {_DAY}|{_TASK},? (?:thi )?(?:cho|de) (?:(?:lam|keo dai) )?(?:den|toi|sang|qua) (?!(?:hom |bay )?(?:nay|gio)\b){_DAY}(?!.*\b(?:van|chua|vuong|moi)\b)|{_TASK} chot (?:vao |la )?{_DAY}"
)
#: More time asked for without the words for it: "cho em tới thứ 6", "em khất đến mai", "xin hết quý".
MORE_TIME = (
    rf"(?:xin|cho) (?:phep )?(?:em |anh |chi )?(?:qua|sang) {_DAY}|xin (?:doi|chuyen|day) {_TASK} (?:tu .{{2,20}} )?(?:sang|qua|den|toi) {_DAY}|"
    rf"(?:cho|xin)(?: {_US})? (?:han|moc|deadline) (?:la |den |toi |sang )?{_DAY}|"
    rf"cho {_US} (?:xin |lam |khat |no )*(?:{_TASK} )?(?:toi|den|sang|qua) {_DAY}|xin (?:{_TASK} )?(?:toi |den )?het (?:quy|thang|tuan|nam|ngay)"
    rf"|khat(?: (?:lai|den|toi|sang|them|{_TASK}))+|(?:xin|cho {_US}) (?:{_TASK} )?hoan(?! (?:thanh|tat|tra|thien|tac))"
)
#: Of a date a head only wishes for his unit or himself, he does not set it.
WISHES = rf"xin|giup (?:phong|ben|don vi) (?:em|toi|minh|chung toi)|de nghi|de xuat|khat|cho {_US}|gia han|lui|hoan"
_EXPECTED = re.compile(r"\b(?:toi|den|truoc) .*\b(?:xong|nop|gui|hoan thanh)\b")
_BEFORE_REASON = re.compile(r"^(?:[ ,.:–-]|(?:em|xin|giải trình|giai trinh|lý do|ly do|là|la|do|vì|vi)\b)+", re.I)
_WHY_LATE = re.compile(
    rf"(?:(?:em|toi|xin|da|bao cao|{_TASK}[:,]?) )*(?:ly do|nguyen nhan)(?: (?:em|toi|phong|lam|cua|bi|de|{_TASK}|chua (?:xong|hoan thanh|lam|kip)|(?:nop )?(?:cham|tre)(?: (?:han|tien do))?|qua han))*"
    rf"(?:(?<=cham)|(?<=tre)|(?<=qua han)|(?<=tien do)|(?<=han)|(?<=xong)|(?<=thanh)|(?<=kip)|(?<=\d)) ?(?::|-|–| la(?: do| vi)?:?| do| vi) "
)
_MEETING = (
    r"(?:hoi nghi|cuoc hop|ky hop|phien hop|dai hoi|hoi thao|hoi thi|buoi hop|le|lop(?: tap huan)?|tap huan|su kien)"
)
_CAME = re.compile(
    r"\b(?:(?:tiep )?nhan(?: duoc)?(?: du| day du)? (?:van ban|cong van|ho so|huong dan|y kien|yeu cau|thong bao|ke hoach|quyet dinh|to trinh|don|phan anh|kien nghi|de nghi|chi dao|giay moi|phieu|ket qua|thong tin)"
    r"|phat sinh|tinh tu(?= ngay)|ke tu(?= ngay)|(?:ket thuc|be mac|khai mac|to chuc) (?:hoi nghi|cuoc hop|ky hop|phien hop|dai hoi|lop))\b"
    rf"|\b{_MEETING}(?= (?:(?:cua|trong) )?(?:{_TASK} )?(?:(?:da|duoc|vao) )*(?:to chuc|dien ra|khai mac|khai giang|be mac|be giang|hop|ket thuc)\b)"
)
#: A day so far back was meant as the coming one, which is said to lie ahead.
_LONG_AGO = HALF_A_YEAR
#: Which of several dates of a task is spoken of, and no other date asked for.
_MILESTONE = re.compile(r"\bmoc (?:ngay )?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?(?! (?:sang|den|toi|thanh|la|lui|doi)\b)")
_OTHER_DATE = r"xin|lui|gia han|doi|chuyen|sang|(?<!hoan )thanh|dat (?:han|moc)|truoc|phai|cham nhat|den|toi|khat|la"
_HELD = r"to chuc|dien ra|khai mac|khai giang|hop"
_NOT_CAME = r"chua|khong|se|cho|doi|khi|neu|du kien|sap|bao gio|de nghi nhan"
_DAY_WORD = re.compile(r"(?:[ ,]|\b(?:ngày|ngay|vào|vao|từ|tu|hôm|hom|của|cua|việc|viec|nhiệm vụ|nhiem vu)$)+$", re.I)


def named_date(norm: str) -> str | None:
    """The date a word names: "target" (mốc) or "due" (hạn, no "gia hạn"); None where it is left open."""
    if re.search(r"\bmoc\b", norm):
        return "target"
    return "due" if re.search(r"(?<!gia )\bhan\b|\bdeadline\b", norm) else None


def expected(c: Clause) -> bool:
    """ "Việc 12 tới thứ 6 xong": when its owner will be ready, no other date."""
    return (
        not c.heads
        and bool(_EXPECTED.search(c.norm))
        and not c.has(r"han|moc|xin|cho (?:em|phep)|lui|khat|hoan (?!thanh)")
    )


def of_milestone(c: Clause) -> Act | None:
    """ "23 xong mốc 31/12", "23 mốc 31/1 đạt 95%": how one of its milestones stands."""
    found = _MILESTONE.search(c.norm)
    if not found or not c.ids or c.asks or c.has(_OTHER_DATE):
        return None
    told = c.has("da|roi|dat|duoc") or c.percent is not None
    if not (told or (c.has("xong|hoan thanh") and not c.heads)):
        return None
    days = [when.day_in(found[0], c.on, c.calendar, future=future) for future in (False, True)]
    day = min((one[0] for one in days if one), key=lambda one: abs(one - c.on), default=None)
    period = f"{day:%Y-%m}" if day else None
    if c.has("chua|dang|moi") or not (c.percent == 100 or c.has("xong|hoan thanh")):
        text = c.line.part(c.after_ids or 0, len(c.norm)).text.strip(" ,:")
        return c.act(Intent.progress, percent=c.percent, text=text, statement=c.said, period=period, of_period=True)
    return c.act(Intent.done, period=period, evidence=c.evidence, statement=c.said)


def explained(c: Clause) -> Act | None:
    """ "Giải trình 10: chờ văn bản của Sở", "lý do việc 17 chậm: chờ kinh phí", in either order of word and number."""
    if not (c.ids or c.replying or _HIS_OWN.match(c.norm)) or c.asks_plainly:
        return None
    if why := _WHY_LATE.match(c.norm):
        return c.act(Intent.explain, text=c.without_politeness(why.end(), len(c.norm)))
    if not _EXPLAINS.match(c.core):
        return None
    at = c.norm.find("giai trinh") + len("giai trinh")
    said = c.rest_after_ids if c.ids else c.without_politeness(at, len(c.norm))
    text = _BEFORE_REASON.sub("", said or "")
    return c.act(Intent.explain, text=None if gives_none(text) else text or None)


def happened(c: Clause) -> Act | None:
    """ "Đã nhận văn bản ngày 01/12 việc 10": an event with its day, of the past as reports are."""
    came = _CAME.search(c.norm)
    if not came or not c.ids or c.asks or c.has(_NOT_CAME):
        return None
    said = without_evidence(c.norm)
    days = [when.day_in(said, c.on, c.calendar, future=future) for future in (False, True)]
    told, coming = days
    long_ago = told and coming and c.on - told[0] > _LONG_AGO and not re.search(r"20\d\d", said)
    near = [day for day in (days if c.has(_HELD) or long_ago else days[:1]) if day]
    if not near:
        return None
    found = min(near, key=lambda day: abs(day[0] - c.on))
    ends = [at for at in (found[1][0], c.ids_span[0] if c.ids_span else 0) if at > came.start()]
    counts = came[0].startswith(("tinh tu", "ke tu"))
    words = "" if counts else _DAY_WORD.sub("", c.line.typed(came.start(), min(ends, default=len(c.norm))))
    return c.act(Intent.event_day, date=found[0], text=words or None, statement=c.said)
