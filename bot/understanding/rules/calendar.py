"""The office's working calendar by one line: "nghỉ 02/01/2026", "làm bù 10/01/2026", "bỏ ngày nghỉ 02/01/2026"."""

import re
from datetime import date

from bot.understanding.clause import Doubt
from bot.understanding.intents import Act, Intent, Slots
from bot.understanding.listed import listed
from jobs.rules.deadlines.chat_ranges import read_range
from jobs.rules.text import fold, tidy
from jobs.rules.working_days import WorkingCalendar

_WEEKDAY = r"(?:(?:sang |chieu )?(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cn|t[2-7]),? )?(?:ngay )?"
_DAY = rf"{_WEEKDAY}\d{{1,2}}(?:[/.-]\d{{1,2}})(?:[/.-](?:20)?\d\d)?"
_DAYS = rf"(?P<days>(?:vao |tu |het )*(?:{_WEEKDAY}\d{{1,2}}|{_DAY})(?: ?(?:-|(?:cho )?(?:den|toi)(?: het)?) ?{_DAY})|(?:vao )?{_DAY})"
_NOTE = r"(?P<note> ?[,;:(] ?.+| (?:theo|vi|do|de|hoan doi|nghi bu|dip|nhan) .+)?"
_WHO = r"(?P<who>(?:ca |toan )?(?:co quan|don vi|phuong|xa|uy ban|ubnd|van phong)(?: (?:minh|ta|duoc|se))* )?"
_KIND = r"(?P<kind>(?: (?:le|bu|tet|hoan doi|chung))*)"
_SAID = (
    ("off", re.compile(rf"{_WHO}(?:duoc )?(?:them )?(?:ngay )?nghi{_KIND}:? {_DAYS}{_NOTE}[.!]?")),
    ("working", re.compile(rf"{_WHO}(?:di )?(?:ngay )?lam (?:viec )?bu:? {_DAYS}{_NOTE}[.!]?")),
    ("clear_off", re.compile(rf"{_WHO}(?:bo|huy|xoa) (?:ngay |lich )*nghi{_KIND}:? {_DAYS}{_NOTE}[.!]?")),
    ("clear_working", re.compile(rf"{_WHO}(?:bo|huy|xoa) (?:ngay |lich )*lam (?:viec )?bu:? {_DAYS}{_NOTE}[.!]?")),
)  # fmt: skip
_SWAPPED = re.compile(
    rf"{_WHO}(?:(?:duoc|se) )?(?:hoan doi|doi)(?: (?:ngay|lam viec|nghi|lich))*(?: tu)? (?P<off>{_DAY}),? (?:sang|qua|voi|bang)(?: ngay)? "
    rf"(?P<worked>{_DAY}){_NOTE}[.!]?"
)
#: The day in front: "thứ 7 này cơ quan đi làm bù".
_WORKED = re.compile(
    r"(?P<day>(?:thu (?:bay|7)|t7|chu nhat|cn)(?: (?:tuan )?(?:nay|sau|toi))?(?: ngay \d{1,2}/\d{1,2})?|(?:ngay )?\d{1,2}/\d{1,2}(?:/\d{4})?),? "
    r"(?:(?:ca |toan )?(?:co quan|ban|don vi|phuong|minh|moi nguoi) )?(?:phai |se )?(?:di )?lam (?:viec )?bu(?: nhe| nha| a| em)*"
)
#: Told and not set by its line: "mai nghỉ bão cả cơ quan". Beside who is off, the day and "nghỉ" stands only why.
_ALL = re.compile(
    r"\b(?:(?:ca|toan(?: bo| the)?) (?:co quan|don vi|phuong|xa|uy ban|ubnd)|ca ban(?! (?:ngay|dem))|(?:co quan|phuong|uy ban|ubnd)(?! (?:ban|bien)))(?: (?:minh|ta|nha))?\b"
)
_WEEK_DAY = r"(?:thu (?:hai|ba|tu|nam|sau|[2-6])|t[2-6])(?: tuan (?:nay|sau|toi))?"
_ONE_DAY = rf"(?:hom nay|(?:ngay )?mai|ngay kia|{_WEEK_DAY}|(?:ngay )?\d{{1,2}}/\d{{1,2}}(?:/\d{{4}})?)"
_SOON = re.compile(rf"\b(?:tu )?{_ONE_DAY}(?:(?: (?:den|toi)(?: het)?|,| va) {_ONE_DAY})?(?![\w/])")
_OFF = re.compile(r"\bnghi(?: (?:lam|viec))?\b(?! (?:phep|om|thai san|huu|trua|giai lao|viec rieng|luon))")
_BESIDE = frozenset(
    listed(
        "duoc se cho thong bao nhe nha a em anh chi bot oi ghi vao lich chung nen vi do de theo chong tranh phong tru so bao lut mua lu ngap gio"
        " le tet bu dich nong ret roi luon da lanh dao chi dao quyet dinh thi la nguyen ngay het cong dien cua tinh ubnd giup cup mat nuoc sua chua tong ve sinh khu trung"
    )
)
_POLITE = re.compile(r"(?:[ ,]+(?:nhé|nhe|nha|nghen|ạ|em|bot|giúp|giup))+[ .!]*$", re.I)
_AND = re.compile(r"\s*(?:[,;]|\s(?:và|va)\s)\s*(?=(?:đi |di )?(?:làm|lam|nghỉ|nghi)\b)", re.I)
_LONGEST_NOTE = 120
#: Why a whole office is closed; any other reason is somebody's own.
_OF_THE_OFFICE = re.compile(
    r"\b(?:theo|le|tet|bu|hoan doi|dip|quoc (?:khanh|tang)|giai phong|gio to|ky niem|lich|thong bao|cong (?:dien|van)|bao(?: so)?|mua|lu|lut|chung)\b"
)


def off_for_all(text: str, on: date, calendar: WorkingCalendar) -> Act | None:
    """A day off of the whole office, told in passing: nobody's own absence, and asked about before it is set."""
    left = fold(tidy(text)).strip(" .!")
    days = _SOON.search(left)
    span = read_range(days[0], on, calendar) if days else None
    for part in (_SOON, _ALL, _OFF):
        if len(part.findall(left)) != 1:
            return None
        left = part.sub(" ", left)
    left = re.sub(r"\bso \d+\b", " ", left)
    if span is None or re.search(r"[?;:]", left) or not set(re.findall(r"\w+", left)) <= _BESIDE:
        return None
    return Act(Intent.calendar_day, Slots(mode="ask_off", date=span[0], until=span[1] if span[1] != span[0] else None))


def calendar_days(text: str, on: date, calendar: WorkingCalendar) -> tuple[Act, ...]:
    """All that a line says of the calendar, a day off and the day worked for it alike; nothing where it says anything else."""
    if found := _WORKED.fullmatch(fold(tidy(text)).strip(" .!")):
        day = read_range(found["day"], on, calendar)
        text = f"làm bù {day[0]:%d/%m/%Y}" if day and day[0] == day[1] else text
    elif found := _SWAPPED.fullmatch(fold(tidy(text))):
        text = f"nghỉ {found['off']}; làm bù {found['worked']}"
    acts = [_calendar_day(part, on, calendar) for part in _AND.split(text)]
    return tuple(act for act in acts if act) if all(acts) else ()


def _calendar_day(text: str, on: date, calendar: WorkingCalendar) -> Act | None:
    """Days off or worked for everybody; None where the line says anything else.

    `mode`: off, working, clear_off, clear_working; ask_off, where it is asked about first. Without `date` the day does not exist.
    """
    whole = _POLITE.sub("", tidy(text))
    for mode, pattern in _SAID:
        if found := pattern.fullmatch(fold(whole)):
            span = read_range(found["days"], on, calendar)
            note = whole[slice(*found.span("note"))].strip(" ,;:().!")[:_LONGEST_NOTE] if found["note"] else None
            first, last = span or (None, None)
            until = last if last != first else None
            vague = mode == "off" and not (found["who"] or found["kind"] or _OF_THE_OFFICE.search(found["note"] or ""))
            own = vague and bool(until or note or not re.search(r"20\d\d", found["days"]))
            return Act(Intent.calendar_day, Slots(mode=mode, date=first, until=until, text=note, everybody=not own))
    return None


def whose_days(days: tuple[Act, ...], own: Act | None, role: str) -> tuple[Act, ...] | Doubt:
    """Days off of the office, or of the sender: who names a substitute is away himself, and "nghỉ 27/10" is asked about."""
    if own and own.slots.partner:
        return (own,)
    off = days[0]
    if len(days) > 1 or off.slots.everybody or off.slots.date is None:
        return days
    his = Act(Intent.absence, Slots(date=off.slots.date, until=off.slots.until))
    return Doubt((his, off) if role == "office_head" else (his,))
