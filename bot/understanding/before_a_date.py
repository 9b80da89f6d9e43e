"""Task numbers in front of the one date set for all of them: "đặt mốc 19, 20, 21 ngày 27/11", "hạn 1, 2 và 3 vào 26/12"; and
several with a date of their own each: "mốc 33 14/11, 34 21/11"."""

import re

from bot.understanding.line import read_line

_OF_THESE = (
    r"(?<!gia )(?<!qua )(?<!tre )(?<!truoc )(?<!som )\b(?:han|moc|deadline)"
    r"(?: (?:noi bo|chot|cua|cho|cac|viec|nhiem vu|nv|so))* "
)
_AMONG = r"(?:[\d, #-]|\b(?:va|voi|viec)\b)*"
_OPEN = re.compile(rf"{_OF_THESE}(?:[\d, va#-]+[, ])?$")
_LIST = re.compile(rf"{_OF_THESE}#?\d{_AMONG}$")
_DATE = re.compile(r" ngay (?:_+[/.-]_|\d{1,2}[/.-]\d|(?:\d{1,2}|_+) thang (?:\d|_))")
_DAY = re.compile(
    r"(?:(?:viec|nhiem vu|nv|so) )*#?\d{1,4}(?: (?:thi|deu|cung|chung|lay|de|dat|chot|chon|cho|ghi|lam|vao|la|den|toi|sang|thanh|ngay|het))* (?:_+[/.-]_|\d{1,2}[/.-]\d|(?:cuoi|dau|giua) (?:thang|tuan|quy|nam)|thu (?:\d|_|hai|ba|tu|nam|sau|bay))"
)
#: The day time is wanted until, and no range of tasks: "xin lùi việc 8 đến 28 tháng 11".
_UNTIL = re.compile(
    r"(?P<until>\b(?:lui|gia han|doi|han|moc|khat|keo(?: dai)?|deadline|xin|cho|chot|ngay)\b[^;]*? (?:den|toi|sang|qua|truoc|het|ve|la|ngay) )(?P<day>\d{1,2}(?: thang \d{1,2}\b| thang (?:nay|sau|toi)\b))"
)

#: "Mốc 8 tháng 11", "mốc 17 8 tháng 11": the number beside the month is its day.
_OF_A_MONTH = re.compile(
    r"(?P<until>(?<!gia )(?<!qua )(?<!tre )\b(?:han|moc|deadline|lui)(?: (?:noi bo|chot|cho))* (?:(?:(?:viec|nhiem vu|nv|so) )*#?\d{1,4}(?: la| ngay| vao)? )?)(?P<day>\d{1,2}(?= thang \d{1,2}\b))"
)

_LIMIT = r"(?:mốc(?: nội bộ)?|hạn|moc(?: noi bo)?|han)"
_NUMBERS = r"(?:(?:việc|viec) )?#?\d{1,3}(?:(?:,| và| với| va| voi)? #?\d{1,3}(?![/\d]))*"
_ITS_DAY = re.compile(
    rf"(?P<numbers>{_NUMBERS}),?:?(?: (?:có |co )?(?P<limit>{_LIMIT}))?(?: (?:là|la|đến|den|tới|toi|ngày|ngay|vào|vao|thì|thi))* (?P<day>\d{{1,2}}/\d{{1,2}}(?:/20\d\d)?)(?![/\d%])",
    re.I,
)
_LEAD = re.compile(
    rf"(?:(?:em|nhờ em|anh|chị|nho em|chi|cho|đặt|dat|ghi|giúp|giup|sửa|sua|lại|lai)[ ,]+)*(?P<limit>{_LIMIT})?(?: (?:của|cua|cho|các|cac|việc|viec))* ?",
    re.I,
)
_BETWEEN = re.compile(r"(?: ?[,;]| và| còn| va| con)+ ?", re.I)
_END = re.compile(r"(?: (?:nhé|nhe|nha|ạ|a|em|giúp|giup|anh|chị|chi))*[ .!]*", re.I)


def each_its_day(text: str) -> str:
    """ "Mốc 33 14/11, 34 21/11" as "33 mốc 14/11; 34 mốc 21/11"; any other text as it is."""
    lead = _LEAD.match(text)
    at, items = (lead.end() if lead else 0), list[re.Match[str]]()
    while found := _ITS_DAY.match(text, at):
        items.append(found)
        between = _BETWEEN.match(text, found.end())
        at = between.end() if between else found.end()
        if not between:
            break
    if len(items) < 2 or not _END.fullmatch(text, at):
        return text
    limit = (lead and lead["limit"]) or next((each["limit"] for each in items if each["limit"]), "")
    return "; ".join(" ".join(filter(None, (x["numbers"], x["limit"] or limit, x["day"]))) for x in items)


def without_days(norm: str) -> str:
    """The norm with such days blanked, offsets kept."""
    for pattern in (_UNTIL, _OF_A_MONTH):
        norm = pattern.sub(lambda found: found["until"] + re.sub(r"\d", "_", found["day"]), norm)
    return norm


def is_one_of_them(before: str, behind: str) -> bool:
    """Whether the number between is the last task of the list, and counts no days."""
    return bool(_OPEN.search(before) and _DATE.match(behind))


#: A day was chosen, or the next task begins: "7 mới chọn được ngày 8 đăng 10 tin".
_DAY_OR_TASK = re.compile(
    r"(?:(?:da|em|anh|chi)[ ,]+)*(?:(?:viec|nhiem vu|nv) )?\d{1,4}\b[^\d,;?]*\b(?:chon|chot|dinh|xep|sap xep|hen|xin|co|len|thong nhat)(?: (?:duoc|xong|roi|lich|lai))* ngay (?=\d{1,2} (?:da|dang|đăng|chua|moi|van|xong|vuong|to chuc|mo|lam|gui|in|phat|ra soat|tiep nhan|dat|duoc|nhu|khong)\b[^?]*$)"
)


def dates_all(left: str, right: str) -> bool:
    """Whether the date behind the first number of `right` is that of the numbers `left` ends with."""
    return bool(_LIST.search(left) and _DAY.match(right))


def day_or_task(text: str) -> tuple[str, str] | None:
    """Both parts, where the number behind a day that was chosen may be the next task."""
    line = read_line(text)
    found = _DAY_OR_TASK.match(line.norm)
    return (line.part(0, found.end()).text, line.part(found.end(), len(line.norm)).text) if found else None
