"""What the rules leave open or may have misread, weighed by what such words have meant before (`likeness`).

Where another meaning is much likelier than the one a rule reads, a question is answered as that one, and whatever would change something is
asked about. So too a change that no rule takes.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from bot.understanding import when
from bot.understanding.clause import Clause
from bot.understanding.intents import CHANGES, NOTHING_SAID, VERDICTS, Act, Intent, Understanding
from bot.understanding.likeness import likely
from bot.understanding.line import Line, read_line
from bot.understanding.not_finished import waits_to_hear
from bot.understanding.only_asked import only_why
from bot.understanding.rules.ask_status import unit_or_words
from bot.understanding.rules.passed_on import is_letter
from bot.understanding.rules.talk import everyday_talk
from bot.understanding.whole import numbered
from bot.understanding.whom import which_alone
from bot.understanding.words import EVERYBODY, NEWS

SPEAKS_FROM = 0.6
"""How likely a meaning must be where the rules leave it open."""
FEWEST_WORDS = 3
"""Words alone say too little: "chưa rõ" may answer the bot."""
HOLDS_BACK_FROM = 0.82
"""How likely another meaning must be for a change to be asked about."""
OUTWEIGHS_FROM = 0.92
"""How likely it must be for a question to be answered otherwise, or against a rule that reads mere talk or is in doubt."""

_QUESTIONS = frozenset(
    {
        Intent.news_status,
        Intent.my_tasks,
        Intent.task_detail,
        Intent.status_overall,
        Intent.status_unit,
        Intent.status_plan,
        Intent.overdue_list,
        Intent.due_soon,
        Intent.unassigned_or_undated,
        Intent.report_request,
        Intent.help,
        Intent.greeting_thanks,
    }
)
#: What "đừng", "khỏi" in front of it denies; "khỏi lùi" still refuses, "đừng tính là xong" still takes back.
_PUT_OFF = frozenset(
    {
        Intent.assign,
        Intent.done,
        Intent.extend_request,
        Intent.set_deadline,
        Intent.settings_language,
        Intent.settings_time,
    }
)
_DENIED = r"dung|khoi|khoan|dau co|khong (?:can|co|phai)|sao (?:\w+ ){0,2}lai"
#: What is told of a task that the next bubble may name, unless it denies what was told before.
_TOLD = (Intent.done, Intent.progress)
#: Figures and deeds are told, not asked for: "tháng này được 7 tin", "tin T10-01 bị trả".
_TELLS = r"da|vua|duoc \d+|dc \d+|bi (?:tra|loi|sai|tu choi|hoan)|\d+ (?:tin|bai|video|phong su|ho so|luot|lop|van ban)|nghi|dong"
_WANTS = r"xem|cho|hoi|biet|tinh hinh|tien do|thong ke|tong hop|danh sach|liet ke|bao nhieu|may|the nao|ra sao|sao|ai|gi|nao|dau|kiem tra|bao cao|ket qua|chua|khong|con"
#: An hour is the bot's where it is to speak, or where nothing but the hour is said; a shop opens and a meeting begins without it.
_SPEAKS = (
    r"nhac|reo|hu|keu|goi|ping|remind|snooze|later|hen|im lang|yen|lam phien|som (?:qua|hon)|muon (?:qua|hon)|tre (?:qua|hon)|tong hop|thong bao|danh sach|lich nhac"
    r"|bao(?! (?:cao|chi|dien|hiem|tri|ve|duong))|nhan(?! (?:ho so|don|giay|khach|ket qua|to khai|hang|luong|qua|bang))|gui(?! (?:xe|ho so|don|giay|van ban|cong van|bao cao|thu|tien))|hoi(?! (?:nghi|thao|truong|dong|y|hop))|(?<!can )(?<!cang )tin(?! hoc)"
)
_ONLY_WHEN = re.compile(
    r"(?:(?:tu|den|luc|vao|khoang|tam|cu|thi|la|hay|roi|sang|trua|chieu|dem|mai|kia|mot|hom|nay|ngay|tuan|thang|sau|nua|thu|cn|chu|nhat|hai|ba|nam|bay|gio|ruoi|phut|tieng|lat|chut|"
    r"doi|chuyen|dat|cho|de|qua|thanh|ve|lai|di|nhe|nha|a|em|anh|chi|toi|minh|bot|oi|giup|thoi|duoc|khong|moi|hang|cung|nao|h|g|\d+(?:[hg]\d*)?|\d+[:/]\d+)\b[ ,.!?]*)+"
)
_NOT_SO = r"khong phai|khong dung|nham|sai"
#: What is guessed where no rule reads it: the slots of the others are more than words found anywhere.
_GUESSED = _QUESTIONS | {
    Intent.done,
    Intent.undo_done,
    Intent.progress,
    Intent.extend_request,
    Intent.snooze,
    Intent.submit_news,
    Intent.approve,
    Intent.reject,
    Intent.assign,
    Intent.set_deadline,
    Intent.remind_unit,
    Intent.settings_language,
    Intent.settings_time,
}

_DROPPED = r"nham|lon|huy|hoan tac|bo(?! sung)|xoa|rut|mo lai|thu hoi|sai|khoi phuc|chua"


def weighed(understood: Understanding, c: Clause, taken: bool) -> Understanding:
    """The same, or what is likelier; a message of several acts or with a doubt is left as it is.

    taken: a rule took some of it, so that what is not understood is left so on purpose.
    """
    (act, *more) = understood.acts
    if more:
        return understood
    if understood.readings:
        return _asked_first(understood, c) or understood
    if act.intent in NOTHING_SAID:
        if only_why(c) or is_letter(c) or (act.slots.held and waits_to_hear(c)):
            return understood
        left_open = act.intent is Intent.not_understood and c.ids and not act.slots.task_ids
        on_purpose = taken or left_open or act.slots.held or everyday_talk(c)
        guessed = None if c.context == "group" else _guessed(c, OUTWEIGHS_FROM if on_purpose else SPEAKS_FROM)
        return guessed or understood
    if not understood.sure or act.intent not in _GUESSED or act.slots.mode == "later":
        return understood
    if c.context == "group" and not c.names_task and (talk := _overheard(c)):
        return talk
    return (_asked_otherwise(act, c) if act.intent in _QUESTIONS else _held_back(act, c)) or understood


def _asked_first(understood: Understanding, c: Clause) -> Understanding | None:
    """What is asked about anyway begins with what such words mean, where no reading has it."""
    guessed = _guessed(c, OUTWEIGHS_FROM)
    if guessed is None or guessed.acts[0].intent in {each.intent for each in understood.readings}:
        return None
    return replace(understood, acts=guessed.acts, readings=(*guessed.acts, understood.readings[0]), certain=())


def _overheard(c: Clause) -> Understanding | None:
    """Talk of a group that only looks like something for the bot."""
    like = likely(c.line, c.role, c.context)
    talk = like.intent is Intent.smalltalk_other and like.chance >= OUTWEIGHS_FROM
    return Understanding((Act(Intent.smalltalk_other),)) if talk else None


def _asked_otherwise(act: Act, c: Clause) -> Understanding | None:
    """Another question in place of the one a rule reads; what would change something is asked about beside it."""
    guessed = _guessed(c, OUTWEIGHS_FROM)
    if guessed is None or guessed.acts[0].intent is act.intent:
        return None
    other = guessed.acts[0]
    return guessed if guessed.sure else Understanding((other,), sure=False, readings=(other, act))


def _only_adds(intent: Intent, c: Clause) -> bool:
    """ "Bổ sung" takes nothing back, though without accents it begins like "bỏ"."""
    return intent is Intent.undo_done and c.has("bo sung") and not c.has(_DROPPED)


#: A list or figures are shown only where a word speaks of them: "lương tháng này có chưa" asks for no news.
_NEEDS = {
    Intent.news_status: rf"{NEWS}|tin|bai",
    Intent.overdue_list: r"tre|cham|qua|han|no|ton|cu|late|overdue|muon|deadline|lo|den han|do|het",
    Intent.due_soon: r"han|sap|toi|den|tuan|mai|hom|thang|deadline|gap|han chot|ngay|due|truoc|gan",
    Intent.report_request: r"bao cao|bang|file|so lieu|tong hop|danh sach|excel|word|pdf|ket qua|thong ke|bieu|phu luc|report|tai lieu|ban|to trinh|so tay",
    Intent.unassigned_or_undated: r"giao|han|phu trach|nhan|lam|ngay|phan|dau moi|trong|chu tri|thoi gian|deadline|nguoi|ai",
}


def _of_other_talk(intent: Intent, c: Clause) -> bool:
    """ "Cửa hàng mở cửa từ tám giờ sáng": nobody wants to be reminded, and no news is handed in."""
    if intent is Intent.submit_news:
        return c.has("chua (?:viet|lam|soan|xong)") or not c.has(rf"{NEWS}|anh|ảnh|hinh|link|gui|nop|đăng|dang")
    if wants := _NEEDS.get(intent):
        return not c.has(wants)
    return intent in (Intent.settings_time, Intent.snooze) and not (c.has(_SPEAKS) or _ONLY_WHEN.fullmatch(c.norm))


def _guessed(c: Clause, least: float) -> Understanding | None:
    if len(c.norm.split()) < FEWEST_WORDS:
        return None
    like = likely(c.line, c.role, c.context)
    if like.chance < least or like.intent not in _GUESSED:
        return None
    if like.intent in _PUT_OFF and c.has(_DENIED):
        return None
    if _only_adds(like.intent, c) or _of_other_talk(like.intent, c):
        return None
    if like.intent in _TOLD and not (c.ids or c.replying or c.starts(_NOT_SO)):
        return None
    if (
        like.intent in _QUESTIONS - {Intent.greeting_thanks, Intent.help}
        and c.has(_TELLS)
        and not (c.asks or c.has(_WANTS))
    ):
        return None
    if like.intent in VERDICTS and not (c.ids or c.replying):
        return None  # of which task is not said, nor a word of deciding
    act = _filled(c, like.intent)
    slots = act.slots
    if like.intent is Intent.assign and not (slots.unit or slots.person):
        return None  # to whom is not said
    if like.intent is Intent.remind_unit and not (slots.unit or slots.person or slots.task_ids or slots.everybody):
        return None  # nobody could be reminded by a yes
    sure = like.intent in _QUESTIONS
    return Understanding((act,), sure=sure, readings=() if sure else numbered((act,), c.line))


def _held_back(act: Act, c: Clause) -> Understanding | None:
    if act.intent is Intent.submit_news and act.slots.title and c.has(rf"{NEWS}(?: [^\s:]+){{0,4}} ?:"):
        return None  # said in so many words
    like = likely(_plain_document(c), c.role, c.context)
    if like.intent is act.intent or like.chance < (OUTWEIGHS_FROM if like.intent in NOTHING_SAID else HOLDS_BACK_FROM):
        return None
    if like.intent not in _GUESSED and like.intent not in NOTHING_SAID:
        return None
    if _only_adds(like.intent, c):
        return None
    if like.intent is Intent.settings_time and act.slots.task_ids:
        return None  # of one task no hour is set for good
    if act.intent is Intent.remind_unit and act.slots.text and like.intent in NOTHING_SAID:
        return None  # words that the bot will not carry anyway
    if like.intent in NOTHING_SAID:
        return Understanding((act,), sure=False, readings=(act,))
    if act.intent is Intent.progress and act.slots.percent is not None and like.intent is Intent.done:
        return None  # the figure says how far
    if like.intent is Intent.done and (
        (c.day() or c.on) > c.on or c.has("mai (?:la|thi)")
    ):  # "xong 7 ngày 25/12": it is yet to be
        return None
    if like.intent is Intent.done and act.slots.percent is not None:  # examples do not tell "xong 1/2" from "xong 12"
        return None
    other = _filled(c, like.intent)
    return Understanding((other,), sure=False, readings=(other, act))


def _plain_document(c: Clause) -> Line:
    """The words of a document's kind ("hướng dẫn 12/HD-UBND") weigh nothing: any document proves as well."""
    return read_line(c.line.text.replace(c.evidence, "KH 1")) if c.evidence else c.line


def _filled(c: Clause, intent: Intent) -> Act:
    """The act with those of its slots that words fill wherever they stand."""
    slots: dict[str, Any] = {} if intent in _OF_TASKS else {"task_ids": ()}
    for fill in _FILLS.get(intent, ()):
        slots |= fill(c)
    return c.act(intent, **slots)


def _day_or_span(c: Clause) -> dict[str, Any]:
    if span := when.duration_in(c.norm):
        return {"duration": span[0], "duration_unit": span[1]}
    return {"date": c.day()}


def _hour(c: Clause) -> dict[str, Any]:
    return {"time": when.wished_hour(c.norm) or when.time_in(c.norm)}


def _period(c: Clause) -> dict[str, Any]:
    return {"period": c.period}


def _reason(c: Clause) -> dict[str, Any]:
    return {"reason": c.reason}


def _person(c: Clause) -> dict[str, Any]:
    return {"person": c.person}


def _everybody(c: Clause) -> dict[str, Any]:
    return {"everybody": not c.unit and not c.person and c.has(EVERYBODY), "which": which_alone(c)}


def _how_far(c: Clause) -> dict[str, Any]:
    return {"percent": c.percent, "statement": c.said}


def _proof(c: Clause) -> dict[str, Any]:
    return {"evidence": c.evidence}


def _title(c: Clause) -> dict[str, Any]:
    return {"title": c.line.text.partition(":")[2].strip() or None}


_OF_TASKS = CHANGES | {Intent.progress, Intent.snooze, Intent.task_detail, Intent.remind_unit}
_FILLS: dict[Intent, tuple[Callable[[Clause], dict[str, Any]], ...]] = {
    Intent.done: (_proof,),
    Intent.progress: (_how_far, _reason),
    Intent.extend_request: (_day_or_span, _reason),
    Intent.set_deadline: (_day_or_span,),
    Intent.snooze: (_day_or_span, _hour),
    Intent.submit_news: (Clause.unit_slots, _period, _title),
    Intent.news_status: (Clause.unit_slots, _period),
    Intent.status_overall: (_period,),
    Intent.status_unit: (unit_or_words,),
    Intent.overdue_list: (Clause.unit_slots,),
    Intent.due_soon: (Clause.unit_slots, _day_or_span),
    Intent.report_request: (_period,),
    Intent.reject: (_reason,),
    Intent.assign: (Clause.unit_slots, _person),
    Intent.remind_unit: (Clause.unit_slots, _person, _everybody),
    Intent.settings_time: (_hour,),
}
