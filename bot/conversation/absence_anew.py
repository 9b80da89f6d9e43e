"""What was just said of an absence, said again: "à không, Khoa thay", "à 3 ngày lận"; and "anh về rồi" of one that runs."""

import re

from sqlmodel import Session

from bot.conversation.number_slips import last_changes
from bot.understanding.directory import Directory
from bot.understanding.intents import Act, Intent, Slots, Understanding
from bot.understanding.rules.absence import ADDRESS, DAY_WORD, NAME, SUBSTITUTE
from bot.usecases.absence import ABSENCE, ANEW
from bot.usecases.said import Said
from jobs.rules.deadlines.chat_ranges import read_range
from jobs.rules.text import fold, tidy
from storage.kinds import EventKind
from storage.models.organisation import Absence
from storage.queries import people as people_queries
from storage.queries.absences import absences_of

_SLIP = r"(?P<slip>(?:(?:a|ua|y|khong(?: phai)?|nham(?: roi)?|lon(?: roi)?|doi(?: lai)?|sua(?: lai)?|thoi|la|ma|y (?:anh|chi|em|toi) la|thanh|cho|nguoi|phai la)[ ,.]+)*)"
_SURE = r"(?P<sure>(?:[ ,]+(?:moi dung|moi phai|lan|chu|co|co|thoi|nhe|nha|a|em|giup|do|day|luon|duoc roi|(?:chu )?khong phai (?:{name})))*)[ .!]*".replace(
    "{name}", r"(?:anh |chi |em )?[a-z]+"
)
_PARTNER = re.compile(rf"{_SLIP}(?:{SUBSTITUTE}){_SURE}")
_DAYS = re.compile(
    rf"{_SLIP}(?:(?:{ADDRESS}|toi|minh)(?: (?!nghi\b|di\b|toi\b|den\b)[a-z]+)? )?(?:(?:xin|nghi|di|phep|cong tac|vang|tong cong|ca thay) )*(?P<till>(?:(?:cho|keo dai) )?(?:toi|den|het) )?(?P<days>{DAY_WORD}(?: ?{DAY_WORD})*){_SURE}"
)
_LENGTH = re.compile(r"(?:\d{1,2}|mot|hai|ba|bon|nam|sau|bay) (?:ngay|hom|bua|buoi|tuan)")
_CAME = re.compile(
    rf"(?:(?:{NAME}) )?(?:da |vua |moi )?ve(?: (?:den|toi))?(?: co quan| phuong| toi noi)?(?: (?:roi|som|xong|nha|nhe|a|em|day|do|lai|ne))+[ .!]*"
)


def absence_anew(session: Session, said: Said, text: str, alone: Understanding, directory: Directory) -> Understanding:
    """The same where nothing of an absence is said."""
    silent = all(act.intent in (Intent.not_understood, Intent.smalltalk_other) for act in alone.acts)
    if (not silent and alone.sure) or any(act.slots.task_ids for act in alone.acts):
        return alone
    return _anew(session, said, tidy(text), directory) or _home(session, said, tidy(text)) or alone


def _anew(session: Session, said: Said, whole: str, directory: Directory) -> Understanding | None:
    last = last_changes(session, said)
    kept = last[0].before.get(ABSENCE) if len(last) == 1 and last[0].kind is EventKind.AWAY_SET else None
    absence = session.get(Absence, kept["id"]) if kept else None
    if absence is None or absence.to_on < absence.from_on or "?" in whole:
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
        if directory.people_named(partner) and (found["slip"] or found["sure"] or found["stands"]):
            return Understanding((act.with_slots(partner=partner),))
    found = _DAYS.fullmatch(folded)
    if not found or not (found["slip"].strip() or found["sure"].strip() or found["till"]):
        return None
    days = found["days"].strip()
    days = f"{days} từ {absence.from_on:%d/%m/%Y}" if _LENGTH.fullmatch(days) else days
    span = read_range(days, said.day, said.calendar)
    if span is None:
        return None
    first = absence.from_on if found["till"] else span[0]
    return Understanding((act.with_slots(date=first, until=span[1]),)) if first <= span[1] else None


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
