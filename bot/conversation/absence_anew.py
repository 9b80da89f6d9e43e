"""What was just said of an absence, said again: "à không, Khoa thay", "à 3 ngày lận", "về sớm 1 ngày"; "hoãn rồi, không đi nữa"; and
"anh về rồi" of one that runs.
"""

import re

from sqlmodel import Session

from bot.understanding.directory import Directory
from bot.understanding.intents import NOTHING_SAID, Act, Intent, Slots, Understanding
from bot.understanding.rules.absence import ADDRESS, DAY_WORD, NAME, SUBSTITUTE
from bot.usecases.absence import ABSENCE, ANEW
from bot.usecases.just_said import last_changes
from bot.usecases.said import Said
from jobs.rules.deadlines.chat_ranges import read_range
from jobs.rules.text import fold, tidy
from storage.kinds import EventKind
from storage.models.organisation import Absence
from storage.queries import people as people_queries
from storage.queries.absences import absences_of
from storage.queries.rows import row_by_id

_SLIP = r"(?P<slip>(?:(?:a|ua|y|khong(?: phai(?! la\b))?|nham(?: roi)?|lon(?: roi)?|doi(?: lai)?|sua(?: lai)?|thoi|la|ma|y (?:anh|chi|em|toi) la|thanh|cho|nguoi|phai la)[ ,.]+)*)"
_SOMEBODY = r"(?>(?:anh |chi |em )?[a-z]+)"
_SURE = rf"(?P<sure>(?:[ ,]+(?:moi dung|moi phai|lan|chu|co|thoi|nhe|nha|a|em|giup|do|day|luon|duoc roi|khong phai {_SOMEBODY}))*)[ .!]*"
#: Who cannot after all: "à Phúc bận, để anh Dũng".
_CANNOT = r"(?P<cannot>(?:(?:anh|chi|em) )?[a-z]+ (?:cung )?(?:ban|nghi|om|ket|di (?:hoc|hop|cong tac)|khong (?:duoc|ranh|thay duoc|co o nha))(?: (?:roi|mat roi|luon))?[, ]+)?"
_STANDS_NOW = r"(?P<now>(?:(?:nguoi )?thay(?: the| vao)?(?: lai)?(?: doi)?(?: (?:la|bang|thanh|cho|qua|sang))*:? )?)"
_PARTNER = re.compile(rf"{_SLIP}{_CANNOT}{_STANDS_NOW}(?:{SUBSTITUTE}){_SURE}")
_DAYS = re.compile(
    rf"{_SLIP}(?:(?P<who>{ADDRESS}|toi|minh)(?: (?!nghi\b|di\b|toi\b|den\b|chi\b|co\b|moi\b)(?P<name>[a-z]+))? |(?P<named>(?!(?:nghi|di|toi|den|xin|phep|co|chi|moi|tong|ca|vang)\b)[a-z]+)(?= (?:chi |co |moi |xin )*nghi) )?(?:(?:xin|co|chi|moi|nghi|di|phep|cong tac|vang|tong cong|ca thay) )*(?P<till>(?:(?:cho|keo dai) )?(?:toi|den|het) )?(?P<days>{DAY_WORD}(?: ?{DAY_WORD})*){_SURE}"
)
#: Fewer days than were just said, where the words alone are an absence: "chỉ nghỉ t6 thôi".
_ONLY = re.compile(r"\b(?:chi|co|thoi|lan|nham|moi dung|moi phai)\b")
_LENGTH = re.compile(r"(?:\d{1,2}|mot|hai|ba|bon|nam|sau|bay) (?:ngay|hom|bua|buoi|tuan)")
_N = r"(?P<n>\d{1,2}|mot|hai|ba|bon|nam)"
#: So many working days fewer, or more.
_SHIFT = re.compile(
    rf"{_SLIP}(?:(?:{ADDRESS}|toi|minh) )?(?:(?:xin|nghi|di|o) )*(?P<way>ve som(?: hon)?|bot|rut|giam|it hon|them|ve (?:tre|muon|cham)(?: hon| them)?|keo dai(?: them)?|o lai(?: them)?) {_N} (?:ngay|hom|bua)(?: (?:nua|thoi|lai))*{_SURE}"
)
#: The other one is away: "ko phải Khoa, Vinh nghỉ, Khoa thay"; one word of a slip is said.
_OTHER_WAY = re.compile(
    rf"(?:(?:a|ua|da|em oi)[ ,]+)*(?:(?:nham|lon|nguoc lai|sai|khong phai|ko phai|k phai|phai la)(?: (?:roi|{NAME}))?[ ,.]+(?:ma |la )*){{1,3}}(?P<away>{NAME}) (?:moi )?(?:nghi|di|vang)[ ,]+(?:con )?(?P<instead>{NAME}) (?:lam |truc )?thay(?: the)?(?: (?:nhe|nha|a|em|chu|moi dung))*[ .!]*"
)
_NUMBERS = {"mot": 1, "hai": 2, "ba": 3, "bon": 4, "nam": 5}
_LEAD_OFF = (
    rf"(?:(?:a|ha|ma|thoi|da|em oi|bot oi|khong|nham)[ ,]+)*(?:(?:{DAY_WORD} ?)+,? )?(?:(?:{ADDRESS}|toi|minh|e) )?"
)
_NOT_GOING = r"(?:(?:khong|khoi|het|thoi(?: khong)?) (?:phai |can |duoc )?(?:di|nghi|hop|hoc|cong tac|vang)(?! lam\b)(?: (?!lam\b|nua\b)[a-z]+){0,4}? nua|van di lam(?: binh thuong)?)"
_PUT_OFF = r"(?:(?:lop|cuoc|chuyen|buoi|lich|hoi nghi|dot|doan|tap huan|hop|ke hoach)(?: (?!bi\b|da\b|duoc\b|hoan\b|huy\b)[a-z]+){0,4} )?(?:bi |da |duoc |vua )*(?:hoan|huy|bo|doi lich|doi ngay)"
_SAID_OFF = r"(?:[ ,.!]+(?:roi|lai|nhe|nha|a|em|di|dau|luon|giup|anh|chi|toi|nay|do|lich|nghi|chuyen|dot))*"
_SAYS_OFF = re.compile(r"\b(?:khong|khoi|het|thoi|van|hoan|huy|bo|doi|bi|da)\b")
#: It is not to be: "hủy nhé, lớp hoãn", "hoãn rồi, không đi nữa", "mai anh không đi họp nữa".
_OFF = re.compile(
    rf"(?:[^,;.]{{2,25}} roi(?: em)?[,.] ?)?{_LEAD_OFF}(?:{_NOT_GOING}{_SAID_OFF}(?:[,.;]? ?(?:vi |do )?{_PUT_OFF}{_SAID_OFF})?|{_PUT_OFF}{_SAID_OFF}(?:[,.;] ?(?:{_LEAD_OFF}{_NOT_GOING}|(?:vi |do )?{_PUT_OFF}){_SAID_OFF})?)[ .!]*"
)
_CAME = re.compile(
    rf"(?:(?:{NAME}) )?(?:da |vua |moi )?ve(?: (?:den|toi))?(?: co quan| phuong| toi noi)?(?: (?:roi|som|xong|nha|nhe|a|em|day|do|lai|ne))+[ .!]*"
)


def absence_anew(session: Session, said: Said, text: str, alone: Understanding, directory: Directory) -> Understanding:
    """The same where nothing of an absence is said; an order without a number may be of who stands in."""
    silent = all(
        act.intent in NOTHING_SAID
        or (act.intent is Intent.assign and not act.slots.mode)
        or (_said_again(act) and _ONLY.search(fold(text)))
        for act in alone.acts
    )
    if (not silent and alone.sure) or any(act.slots.task_ids for act in alone.acts):
        return alone
    whole = tidy(text)
    return (
        _anew(session, said, whole, directory, own=any(map(_said_again, alone.acts)))
        or _called_off(session, said, whole)
        or _home(session, said, whole)
        or alone
    )


def _said_again(act: Act) -> bool:
    return act.intent is Intent.absence and not (act.slots.person or act.slots.partner)


def _just_kept(session: Session, said: Said) -> Absence | None:
    last = last_changes(session, said)
    kept = last[0].before.get(ABSENCE) if len(last) == 1 and last[0].kind is EventKind.AWAY_SET else None
    absence = row_by_id(session, Absence, said.agency_id, kept["id"]) if kept else None
    return None if absence is None or absence.to_on < absence.from_on else absence


def _anew(session: Session, said: Said, whole: str, directory: Directory, *, own: bool) -> Understanding | None:
    absence = _just_kept(session, said)
    if absence is None or "?" in whole or (own and absence.staff_id != said.who.id):
        return None
    folded = fold(re.sub(r"\btới\b", "đến", whole, flags=re.I))  # no "tôi"
    his = None if absence.staff_id == said.who.id else _name(session, said, absence.staff_id)
    act = Act(
        Intent.absence,
        Slots(
            person=his, partner=_name(session, said, absence.substitute_id), date=absence.from_on, until=absence.to_on,
            mode=ANEW,
        ),
    )  # fmt: skip
    if found := _PARTNER.fullmatch(folded):
        partner = whole[slice(*found.span("sub"))]
        mends = found["slip"] or found["sure"] or found["stands"] or found["cannot"] or found["now"]
        if directory.people_named(partner) and mends:
            return Understanding((act.with_slots(partner=partner),))
    if found := _OTHER_WAY.fullmatch(folded):
        away, instead = whole[slice(*found.span("away"))], whole[slice(*found.span("instead"))]
        if not (directory.people_named(away) and directory.people_named(instead)):
            return None
        anew = act.with_slots(person=away, partner=instead, mode=None)
        return Understanding((Act(Intent.back_at_work, Slots(person=his)), anew))
    if found := _SHIFT.fullmatch(folded):
        return _shifted(said, found, absence, act)
    found = _DAYS.fullmatch(folded)
    if not found or not (found["slip"].strip() or found["sure"].strip() or found["till"]):
        return None
    given = found["named"] or found["name"]
    himself = found["who"] in ("toi", "minh", fold(said.who.staff.honorific)) and not given
    if (given and fold(his or "").split()[-1:] != [given]) or (himself and his):
        return None
    days = found["days"].strip()
    days = f"{days} từ {absence.from_on:%d/%m/%Y}" if _LENGTH.fullmatch(days) else days
    span = read_range(days, said.day, said.calendar)
    if span is None:
        return None
    first = absence.from_on if found["till"] else span[0]
    return Understanding((act.with_slots(date=first, until=span[1]),)) if first <= span[1] else None


def _shifted(said: Said, found: re.Match[str], absence: Absence, act: Act) -> Understanding | None:
    """ "Về sớm 1 ngày", "nghỉ thêm 2 ngày nữa": working days before or behind the last."""
    last = absence.to_on
    longer = re.match(r"them|ve (?:tre|muon|cham)|keo dai|o lai", found["way"])
    for _each in range(_NUMBERS.get(found["n"]) or int(found["n"])):
        last = said.calendar.next_after(last) if longer else said.calendar.before(last)
    return Understanding((act.with_slots(until=last),)) if absence.from_on <= last else None


def _called_off(session: Session, said: Said, whole: str) -> Understanding | None:
    """Of the absence just kept; else of one's own, which is asked about, where there is but one and something is not gone to any more."""
    folded = fold(whole)
    if "?" in whole or not _OFF.fullmatch(folded):
        return None
    day = _SAYS_OFF.split(folded)[0].rpartition(",")[2]
    span = read_range(day, said.day, said.calendar)
    kept = _just_kept(session, said)
    mine = absences_of(session, said.agency_id, [said.who.id], said.day)
    absence = kept or (mine[0] if len(mine) == 1 and re.search(_NOT_GOING, folded) else None)
    if absence is None or (span and not (span[0] <= absence.to_on and absence.from_on <= span[1])):
        return None
    his = None if absence.staff_id == said.who.id else _name(session, said, absence.staff_id)
    back = Act(Intent.back_at_work, Slots(person=his))
    return Understanding((back,)) if kept else Understanding((back,), sure=False, readings=(back,))


def _home(session: Session, said: Said, whole: str) -> Understanding | None:
    """Of one's own absence that has begun."""
    folded = fold(whole)
    if not _CAME.fullmatch(folded):
        return None
    who = re.match(rf"(?:{ADDRESS}|toi|minh|e) ", folded)
    mine = absences_of(session, said.agency_id, [said.who.id], said.day) if who else []
    begun = bool(mine) and mine[0].from_on <= said.day
    return Understanding((Act(Intent.back_at_work),)) if begun else None


def _name(session: Session, said: Said, staff_id: int) -> str:
    return people_queries.person(session, said.agency_id, staff_id, said.day).staff.full_name
