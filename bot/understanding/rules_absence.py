"""Somebody is away and another stands in: "tôi nghỉ từ 1/12 đến 5/12, anh Tâm thay"."""

import re
from datetime import date

from bot.understanding.directory import Directory
from bot.understanding.intents import Act, Intent, Slots
from jobs.rules.deadlines.chat_ranges import read_range
from jobs.rules.text import fold, tidy
from jobs.rules.working_days import WorkingCalendar

_ADDRESS = r"(?:anh|chi|em|co|chu|bac|ong|ba|dong chi|dc)"
_SELF = re.compile(rf"(?:{_ADDRESS}|toi|minh|tui|e|a|c|tao|to)")
_AWAY = (
    r"(?:nghi(?: (?:phep|om|benh|che do|thai san|sinh|viec rieng|viec|mat|bu|lam|nam|le|tet|chua benh|cuoi))*|di (?:cong tac|hoc|vang|chua benh|nghi mat|tap huan)|"
    r"cong tac|vang(?: mat)?|van mat)"
)
_WORD = (
    r"(?:tu|den|toi|het|hom|nay|mai|kia|ngay|thu|hai|ba|nam|sau|bay|chu nhat|cn|t[2-7]|tuan|thang|sang|chieu|cuoi|dau|qua|cho|trong|vao|\d{1,2}|[-]|"
    r"\d{1,2}[/.]\d{1,2}(?:[/.](?:20)?\d\d)?(?:-\d{1,2}[/.]\d{1,2}(?:[/.](?:20)?\d\d)?)?|\d{1,2}-\d{1,2}[/.]\d{1,2}(?:[/.](?:20)?\d\d)?)"
)
_DAYS = rf"{_WORD}(?: ?{_WORD})*"
NAME = r"[a-z][a-z ]{0,40}?"
_SUBSTITUTE = (
    rf"(?:(?:giao|nho|de|co|cu|uy quyen|phan cong|nguoi (?:lam |truc )?thay(?: the)?)(?: cho)?(?: la)?:? ?)?(?P<sub>{NAME})"
    rf"(?: (?:se|lam|truc|xu ly|phu trach|nhan|giai quyet|theo doi|viec))*(?P<stands> thay(?: the)?(?: (?:cho )?(?:{_ADDRESS}|toi|minh))?)?"
)
_SAID = re.compile(
    rf"(?:(?P<before>(?!(?:toi|den|het|hai|ba|nam|sau|bay|nay|kia)\b){_DAYS}),? )?(?:(?P<who>(?!xin\b){NAME}) )?(?:xin |xin phep |se |duoc |dang |phai |bao )*{_AWAY}(?:[: ]+(?P<days>{_DAYS}))?"
    rf"(?:(?: ?[,;.] ?| va | )(?P<clause>(?!(?:(?:nhe|nha|a|em|giup|voi|duoc khong) ?)+[.!?]?$){_SUBSTITUTE}))?(?: (?:nhe|nha|a|em|giup em|voi))*[.!]?"
)
#: Leaving the office for good is no absence of some days.
_LEAVES = re.compile(
    rf"(?P<who>{NAME}) (?:da |se |xin |sap |duoc |vua )*(?:nghi (?:viec(?! rieng| gia dinh| rong)|han|huu(?: tri)?|che do huu(?: tri)?|luon)|thoi viec|ve huu|"
    rf"chuyen (?:cong tac|don vi|co quan|noi khac|di noi khac|sang (?:don vi|co quan|noi) khac|cong viec|viec)|roi co quan|bo viec)"
    rf"(?: (?P<days>{_DAYS}))?(?: (?:roi|nhe|a|em))*[.!]?"
)


def away(text: str, on: date, calendar: WorkingCalendar, directory: Directory) -> Act | None:
    """An absence; None for anything else. Without `person` the sender means himself.

    `partner` is who stands in. Words that name nobody of the office are no absence.
    """
    whole = tidy(text)
    said = fold(whole)
    if found := _LEAVES.fullmatch(said):
        known, name = somebody(whole, found, "who", directory)
        span = read_range(found["days"], on, calendar) if found["days"] else None
        slots = Slots(person=name, date=span[0] if span else None, mode="leaves")
        return Act(Intent.absence, slots) if known else None
    found = _SAID.fullmatch(said)
    if found is None or not (found["days"] or found["before"]):
        return None
    known, name = somebody(whole, found, "who", directory)
    partner = whole[slice(*found.span("sub"))] if found["clause"] else None
    names_one = partner is not None and bool(directory.people_named(partner))
    if not known or (partner is not None and not (names_one or found["stands"])):
        return None
    asks_leave = re.match(r"(?:xin |vang\b)", said)  # "vắng ngày mai", "xin nghỉ mai"
    if name is None and not found["who"] and not found["stands"] and not asks_leave:
        return None  # who is away is not said: a day off for everybody, or small talk
    span = read_range(found["days"] or found["before"], on, calendar)
    first, last = span or (None, None)
    return Act(Intent.absence, Slots(person=name, partner=partner, date=first, until=last if last != first else None))


def somebody(whole: str, found: re.Match[str], group: str, directory: Directory) -> tuple[bool, str | None]:
    """Whether it is somebody, and his name as typed; the sender himself has none."""
    if not found[group] or _SELF.fullmatch(found[group]):
        return True, None
    typed = whole[slice(*found.span(group))]
    return bool(directory.people_named(typed)), typed
