"""Work told of by its title instead of its number: "kế hoạch kiểm tra xong rồi em". It is asked about, and outweighs the task shown last."""

import re

from sqlmodel import Session

from bot.conversation.number_slips import Read
from bot.understanding.intents import Act, Intent, Understanding
from bot.understanding.line import read_line
from bot.understanding.listed import listed
from bot.understanding.words import DONE, PARTICLES, QUESTION_END, QUESTION_WORD
from bot.usecases.named_work import work_named
from bot.usecases.said import Said

MOST = 4
"""So many tasks of one name are offered; more are asked about by their number."""
#: What such words are taken for where the title is not known.
_TAKEN_FOR = frozenset(
    {
        Intent.status_plan, Intent.report_request, Intent.news_status, Intent.smalltalk_other, Intent.not_understood,
        Intent.progress, Intent.done, Intent.search,
    }
)  # fmt: skip
#: Beside these some word has to be left that a title may hold; else the titles of all work need not be read.
_NO_TITLE = PARTICLES | frozenset(
    listed("xong roi da chua het viec nay do duoc hoan thanh tat gui nop bao cao lam khong")
)
_ENDED = re.compile(rf"(?<!chua )(?<!khong )\b{DONE}\b")
_TELLS = re.compile(
    rf"\b(?:{DONE}|roi|da (?:duoc )?(?:ky|trinh|gui|nop|ban hanh|to chuc|lam|hop|lay)|dang (?:lam|cho|trinh|soan|lay|trien khai|xay dung)|vuong|chua (?:xong|ky|lam|trinh|co|ban hanh)|\d ?%|duoc \d)"
)
_TOLD = frozenset({Intent.done, Intent.progress, Intent.waiting_for_signature})


def told_by_title(session: Session, said: Said, text: str, alone: Understanding, read: Read) -> Understanding | None:
    """The readings to ask about, one a task of that name; None where the words tell nothing or name none."""
    acts = (*alone.acts, *alone.readings)
    if len(alone.acts) != 1 or any(act.slots.task_ids or act.intent not in _TAKEN_FOR for act in acts):
        return None
    norm = read_line(text).norm
    if QUESTION_END.search(norm) or QUESTION_WORD.search(norm) or not _TELLS.search(norm):
        return None
    if not set(re.findall(r"[^\W\d]+", norm)) - _NO_TITLE:
        return None
    lines = work_named(session, said, text, least=2 if _ENDED.search(norm) else 3)
    if not 0 < len(lines) <= MOST:
        return None
    told = [one for line in lines if (one := _told_of(line.number, text, read))]
    return Understanding((told[0],), sure=False, readings=tuple(told)) if told else None


def _told_of(number: int, text: str, read: Read) -> Act | None:
    understood = read(f"việc {number}: {text}", "direct")
    acts = (*understood.readings, *understood.acts)
    return next((act for act in acts if act.intent in _TOLD and act.slots.task_ids == (number,)), None)
