"""What the keeper says of a draft: rải việc, what wants a look, which line is mật, who belongs to a group."""

import re
from datetime import date

from bot.understanding import when
from bot.understanding.clause import Clause
from bot.understanding.directory import Directory
from bot.understanding.intents import Act, Intent, Slots
from bot.understanding.line import read_line
from jobs.rules.text import fold, tidy
from jobs.rules.working_days import WorkingCalendar

_DATES = r"(?:cac )?moc(?: noi bo| thoi gian)?"
_YEAR = r"(?: (?:(?:cho|ra|trong|theo) )?(?:(?:ca|cac|tung|nhung) )?(?:nam|thang)(?: \d{4})?)?"
#: "rải việc", "chia mốc cho cả năm", "rải đều việc KH 45"; "chia việc" hands out.
_SPREAD = re.compile(
    rf"(?:(?:hay |giup |xin |nho |de nghi |bot |em |anh |chi )*)(?:rai(?: deu)?(?: (?:cac |het )?(?:viec|nhiem vu|{_DATES}|dau viec))|"
    rf"(?:chia|phan bo|dan)(?: deu)? {_DATES}){_YEAR}(?: (?:cua |cho )?(?P<plan>(?:kh|ke hoach)\b.+?))?{_YEAR}(?: di| luon| giup em| ngay)?"
)
_DOUBTS = re.compile(
    r"(?:(?:cho |hay )?(?:em |anh |chi |toi )?)?(?:(?:xem|ra soat|duyet)(?: lai)? )?(?:(?:cac|nhung|tung|moi) )?cho (?:can xem|chua ro|chua chac)(?: lai)?|"
    r"xem (?:tung|cac) cho|xem cho (?:so |thu )?(?P<n>\d{1,3})"
)
_CODE = r"(?:[a-z]{1,4}(?:[.\-][a-z0-9]{1,4})+|\d{1,3}(?:\.\d{1,3})*)(?:/\d{1,2})?"
_SECRET = re.compile(
    rf"(?:danh dau |ghi |de |dat )?(?:(?P<mark>viec|dong|muc|ma|nhiem vu) )?(?P<code>{_CODE}) (?:la |thuoc |dien |danh dau )*"
    r"(?P<no>(?:khong|ko|k)(?: phai)?(?: la)? )?(?:viec |dong )?(?:do )?mat(?: nhe| a| em| giup em)*"
    rf"|(?:danh dau|dat) mat (?:cho )?(?:viec|dong|muc) (?P<code2>{_CODE})(?: nhe| a)*"
)
_LINE_DATE = re.compile(
    rf"(?:(?:dat|doi|sua|chot|dieu chinh) )?moc(?: noi bo)? (?:cua )?(?P<mark>(?:dong|muc) )?(?P<code>{_CODE})(?![.\-/\w])(?: (?:la|den|sang|thanh|vao))? ?:? ?(?P<day>(?:ngay )?\S*\d.*|cuoi .+)"
)
_QUOTED_GROUP = re.compile(
    r'^(?:nhóm |nhom )?["“”](?P<name>.{2,120}?)["“”]\s*(?:là |la )?(?:bao gồm|bao gom|gồm|gom)(?: có| co)?\s*:?\s*(?P<who>.{2,400}?)[.!]?$',
    re.IGNORECASE,
)
_BARE_GROUP = re.compile(
    r"^(?P<name>(?:tất cả |tat ca )?(?:các|cac|những|nhung) [^:;]{3,80}?)\s+(?:bao gồm|bao gom|gồm|gom)(?: có| co)?\s*:?\s*(?P<who>.{2,400}?)[.!]?$",
    re.IGNORECASE,
)
_EVERYBODY = re.compile(r"(?:tat ca|moi|toan bo|het)(?: (?:cac|nhung))?(?: (?:don vi|phong|phong ban|co quan))*")
_BETWEEN = re.compile(r"[\s,;.+&]+|\b(?:va|cung|voi|gom|phong)\b")


def spread_asked(c: Clause) -> Act | None:
    """Internal dates for a whole plan; a question about it, or a denial, is not meant."""
    found = None if c.ends_asking or c.asks else _SPREAD.fullmatch(c.core)
    if not found:
        return None
    plan = found["plan"]
    at = c.norm.find(plan) if plan else -1
    typed = c.line.typed(at, at + len(plan)) if plan and at >= 0 else None
    return c.act(Intent.spread_work, task_ids=(), plan=typed)


def doubts_asked(c: Clause) -> Act | None:
    """ "chỗ cần xem", "xem chỗ 3"."""
    found = None if c.ends_asking else _DOUBTS.fullmatch(c.core)
    if not found:
        return None
    return c.act(Intent.review_doubts, task_ids=(), items=int(found["n"]) if found["n"] else None)


def line_date(text: str, on: date, calendar: WorkingCalendar) -> Act | None:
    """ "mốc dòng B.II.3 là 5/11": by a line's code; a number alone is a task and needs its "dòng"."""
    typed = tidy(text).strip(" .!")
    found = _LINE_DATE.fullmatch(fold(typed))
    if not found or (found["code"][:1].isdigit() and not found["mark"]):
        return None
    day = when.day_in(read_line(found["day"]).norm, on, calendar, future=True)
    code = typed[slice(*found.span("code"))]
    return Act(Intent.set_line_target, Slots(code=code, date=day[0])) if day else None


def secret_line(text: str) -> Act | None:
    """ "dòng B.II.3 mật", "việc B.II.3 không mật"; a number alone needs its "dòng", and "mất" is another word."""
    typed = tidy(text).strip(" .!")
    found = _SECRET.fullmatch(fold(typed))
    said = [word for word in re.findall(r"\w+", typed) if fold(word) == "mat"] if found else []
    if not found or not (said[-1].isascii() or said[-1].lower() == "mật"):
        return None
    code = found["code"] or found["code2"]
    if code.isdigit() and not (found["mark"] or found["code2"]):
        return None
    at = slice(*found.span("code" if found["code"] else "code2"))
    return Act(Intent.mark_secret, Slots(code=typed[at], mode="open" if found["no"] else "secret"))


def group_said(text: str, directory: Directory) -> Act | None:
    """ "“Các phòng chuyên môn” gồm VHXH, KT": every unit named; what names none is kept as `reason`."""
    found = _QUOTED_GROUP.match(tidy(text)) or _BARE_GROUP.match(tidy(text))
    if not found or text.rstrip().endswith("?"):
        return None
    units, unclear, everybody = units_listed(found["who"], directory)
    if not units and not everybody and found.re is not _QUOTED_GROUP:
        return None
    return Act(Intent.name_group, Slots(title=found["name"], unit=found["who"], units=units, reason=unclear or None))


def units_listed(text: str, directory: Directory) -> tuple[tuple[str, ...], str, bool]:
    """Full names of the units in a list, the words that name none, and whether it says everybody."""
    line = read_line(text)
    if _EVERYBODY.fullmatch(line.norm.strip(" .!")):
        return (), "", True
    names: list[str] = []
    left: list[str] = []
    while line.norm:
        found = directory.find_unit(line, anywhere=True)
        if found is None or len(found.units) != 1:
            left.append(line.text)
            break
        left.append(line.typed(0, found.start))
        names.append(found.units[0].name)
        line = line.part(found.end, len(line.norm))
    unclear = " ".join(words for words in left if _BETWEEN.sub("", read_line(words).norm))
    return tuple(dict.fromkeys(names)), unclear, False
