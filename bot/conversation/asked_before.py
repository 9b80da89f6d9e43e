"""A plain "đúng" behind a question that other words have closed: it is asked again, since nothing of it was recorded."""

import re

from sqlmodel import Session

from bot import asking
from bot.conversation.say_back import say_back
from bot.understanding.line import read_line
from bot.understanding.words import YES
from bot.usecases.said import Said
from jobs.clock import office_day
from storage.models.messages import Question
from storage.queries.conversation import last_question

_YES = re.compile(
    r"(?:(?:da|vang|u|uh|ừ)[ ,]+)*(?:u|uh|ừ|dung|phai|chuan|chinh xac)(?: (?:roi|vay|the|do|đó|a|em|anh|chi|nhe|nha|luon))*[ .!]*"
)


def asked_again(session: Session, said: Said, text: str) -> asking.WhichReading | None:
    """None where it is no yes, or today's last question of this chat was answered or is still open."""
    if not said.chat_id or not _YES.fullmatch(read_line(text).norm):
        return None
    question = last_question(session, said.agency_id, said.chat_id)
    if question is None or not question.asked.get("dropped") or not _of_today(said, question):
        return None
    options = asking.options_of(question)
    single = {option.answer for option in options} == set(YES)
    if (
        not options
        or any(option.duty_id for option in options)
        or not (single or all(len(option.answer) == 1 for option in options))
    ):
        return None  # answered by more than a yes
    return say_back(session, said, [option.act for option in options], beside=False, parts=False)


def _of_today(said: Said, question: Question) -> bool:
    return office_day(question.asked_at, said.who.agency.time_zone) == said.day
