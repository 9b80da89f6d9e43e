"""The end of an absence: "hết nghỉ", "bỏ lịch nghỉ của anh Phúc", "anh về sớm rồi, từ mai anh làm lại"."""

import re
from datetime import date

from bot.understanding.directory import Directory
from bot.understanding.intents import Act, Intent, Slots
from bot.understanding.rules.absence import NAME, somebody
from jobs.rules.deadlines.chat_dates import read_day
from jobs.rules.text import fold, tidy
from jobs.rules.working_days import WorkingCalendar

_FROM = r"(?:(?:(?:bat dau |ke )?tu )?(?:(?:sang |chieu |ngay )?(?:hom nay|mai|nay)|ngay kia|bay gio|(?:dau )?tuan sau|thu (?:[2-7]|hai|ba|tu|nam|sau|bay)(?: tuan (?:nay|sau))?|(?:ngay )?\d{1,2}/\d{1,2})(?: tro di)?)"
#: Coming home before the days are over; in front of it, or by itself.
_CAME = rf"(?:{NAME} )?(?:da |vua |moi )?(?:(?:di )?(?:cong tac|hoc|phep) )?(?:ve|het (?:nghi|phep))(?: (?:phep|roi|som|xong|lai|co quan|truoc han|nha|a|nhe))*"
_NO_MORE = r"(?:khong|chua) (?:phai )?(?:nghi|di (?:cong tac|hoc|vang|tap huan|nghi mat))(?: phep)? nua"
_CALLED_OFF = rf"(?:bo|huy|xoa|rut|khoi) (?:(?:lich|viec|dot|ngay|don|xin) )*(?:nghi|phep|di cong tac|cong tac)(?: phep)?(?: cua)?(?: (?P<whose>(?!(?:giup|ho|gium|di|nhe|nha|nua|luon)\b){NAME}))?"
_WORKS = r"(?:di lam (?:viec )?(?:tro )?lai|da lam viec lai|het (?:nghi|phep|cong tac|vang)(?: phep| om)?)"
#: Bare "làm lại" sends work back; said with a day, or behind "anh về rồi", it is of the person.
_AGAIN = r"lam (?:viec )?(?:tro )?lai(?: viec)?"
_END = rf"(?:,? (?:roi|nhe|nha|a|em|(?:giup|ho|gium)(?: (?:anh|chi|toi|minh))?|di|nua|luon|binh thuong|(?>{_FROM}\b)))*[.!]?"
_WHO = rf"(?:(?:thoi|da|vang|em oi|bot oi)[ ,]+)*(?:(?P<first>{_FROM}),? )?(?:(?P<who>(?!(?:thoi|da|tu|mai|trả|tra|ghi)\b){NAME}) )?(?:da |duoc |vua |xin |se |lai )*"
_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        rf"(?:{_CAME}[,.;] ?)?{_WHO}(?:{_WORKS}|{_NO_MORE}|{_CALLED_OFF}){_END}",
        rf"{_CAME}[,.;] ?{_WHO}{_AGAIN}{_END}",
        rf"(?=.*\b(?:{_FROM})\b){_WHO}{_AGAIN}{_END}",
    )
)


def back_at_work(text: str, on: date, calendar: WorkingCalendar, directory: Directory) -> Act | None:
    """Without `person` the sender means himself; `date`: from a later day on."""
    whole = tidy(text)
    said = fold(whole)
    if not re.search(r"\b(?:lam|nghi|phep|cong tac|vang|hoc|tap huan)\b", said):  # most messages are none
        return None
    for shape in _SHAPES:
        found = shape.fullmatch(said)
        if not found:
            continue
        group = "whose" if "whose" in shape.groupindex and found["whose"] else "who"
        known, name = somebody(whole, found, group, directory)
        day = read_day(said, on, calendar, future=True)
        return (
            Act(Intent.back_at_work, Slots(person=name, date=day[0] if day and day[0] > on else None))
            if known
            else None
        )
    return None
