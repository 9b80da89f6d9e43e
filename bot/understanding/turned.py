"""A change that its own message turns, quotes, jokes about or lets wait: "giao 36 cho KH, ấy không, cho Văn phòng". It is asked about."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from bot.understanding import when
from bot.understanding.clause import Clause
from bot.understanding.intents import CHANGES, Act, Intent, Slots, Understanding
from bot.understanding.line import read_line
from bot.understanding.takers import takers
from bot.understanding.words import QUESTION_END

_SETTINGS = frozenset({Intent.settings_time, Intent.settings_language, Intent.snooze})
_ORDERS = _SETTINGS | {
    Intent.approve, Intent.reject, Intent.assign, Intent.set_deadline, Intent.extend_request, Intent.remind_unit
}  # fmt: skip
_CHANGING = CHANGES | _ORDERS | {Intent.submit_news}
_SAID_ANEW = ("task_ids", "date", "time", "duration", "duration_unit")
_REPORTS = frozenset({Intent.done, Intent.undo_done, Intent.submit_news})
_HE = r"(?:em|anh|chị|tôi|mình|tui|chú|cô|e|a|c)"
#: Behind a pause, or an "ủa lộn" without one. Typed words: folded, "ấy" and "thôi" are too many others.
_PAUSE = r"(?:[,;…!?–-]|\.{1,3})\s*"
_OWNS_TO_IT = re.compile(
    rf"(?:{_PAUSE}|\s)(?:à|ah|ủa|ấy|ơ|ớ|ồ|ờ|úi)(?: mà)?,? ?(?:không(?: phải)?|ko|nhầm|lộn|quên|thôi|khoan)\b"
    rf"|{_PAUSE}(?:ấy(?! là| ạ)|(?:khoan|gượm)(?=\s*(?:[,.…!]|đã\b|khoan\b|$))|nhầm|lộn|ý {_HE} là|mà thôi)\b",
    re.I,
)
#: Of an order, which a report is not: "xong 7 rồi, quên báo anh", "12 xong, thôi em về".
_THINKS_AGAIN = re.compile(rf"{_PAUSE}(?:quên|thôi|à mà|hay (?:là|thôi))\b(?=,? \S+ \S)", re.I)
#: Not in earnest, or not for now.
_LAUGHS = re.compile(
    r"\bk{3,}\b|\b(?:ha){2,}\b|=\){2,}|[😏🙄🤣😂]|\b(?:just kidding|jk)\b|\bhỏi (?:cho vui|chơi)\b"
    r"|(?<!không )(?<!ko )(?<!hổng )(?<!đâu có )\b(?:giỡn|đùa|nói (?:chơi|(?:vậy|thế|rứa) (?:thôi|chứ)))\b",
    re.I,
)
_AS_BEFORE = re.compile(
    r"\b(?:(?:cứ|thôi|thì|mà) (?:để|giữ) (?:y )?(?:như cũ|nguyên|vậy|thế)|giữ nguyên|nghĩ lại)\b|\bnghi lai\b", re.I
)
_MEANT_TO = re.compile(r"^(?:\S+ ){0,3}(?:đang )?(?:định|tính|dinh|tinh)\b.*\b(?:mà|nhưng|thôi|ma|nhung)\b", re.I)
_NOT_THAT_NOT = re.compile(rf"\b(?:không|đâu|chẳng) phải (?:là )?{_HE} (?:không|chưa|hổng)\b", re.I)
_ONLY_WHEN = re.compile(
    r"\bchỉ\b[^,.;]*\b(?:khi|lúc)\b|\bthì (?:\w+ ){0,3}mới (?:nhắc|giao|duyệt|trả|chốt|lùi)\b", re.I
)
_PLANNED = re.compile(r"\b(?:dự kiến|dự tính|dự định)\b|^(?:du kien|du tinh)\b", re.I)
_SOME_DAY = re.compile(r"\b(?:sang năm|năm sau|mai mốt|chừng nào)\b", re.I)
#: An order inside the reason of another: "trả lại 10. Ồ không, đúng mẫu rồi, vậy thì duyệt".
_ORDER_WITHIN = re.compile(r"\b(?:vậy|thôi|thì|nên) (?:thì |cứ |là )?(?:duyệt|trả|giao|bỏ|để|cho qua)\b", re.I)
_REALLY_DONE = re.compile(r"\bxong (?:thật|thiệt|rồi mà)\b", re.I)
_QUOTED = re.compile(r"[\"“][^\"”]{3,}[\"”]")
#: Of an item: asked after, or to be handed in later.
_NO_ITEM = re.compile(
    r"\b(?:mất hút|bặt tăm|(?:chẳng|chả|không|chưa|hổng|ko) (?:thấy|có ai)|hỏi (?:giùm|giúp|hộ))\b|\bsau (?:nha|nhé|nghen|ạ)\b",
    re.I,
)
#: No headline: "tin: cái này đăng chưa em", "bài: chưa viết xong", "tin: mai em gửi".
_NO_TITLE = re.compile(
    r"(?:chưa|chua) (?:viết|viet|làm|lam|soạn|soan|xong|có|co)\b.*"
    r"|(?:(?:sáng|sang|chiều|chieu|tối|toi|ngày|ngay) )?(?:mai|mốt|lát|lat|tuần sau|tuan sau)\b.*\b(?:gửi|gui|nộp|nop|viết|viet)\b.*"
    r"|.*\b(?:đăng|dang|duyệt|duyet|gửi|gui|lên|len) (?:chưa|chua|không|ko)(?: (?:em|anh|chị|chi|ạ|a|bot|vậy|vay))*[ ?.!]*",
    re.I,
)


def in_earnest(
    understood: Understanding, text: str, read: Callable[[str], Understanding], clause: Callable[[str], Clause]
) -> Understanding:
    """The same; a change that is turned or not meant as said is asked about, with what it is turned into first."""
    act = understood.acts[-1]
    if understood.sure and act.intent is Intent.progress and _quotes_a_question(act, text):
        return _asked(understood, act)
    if not understood.sure or (act.intent not in _CHANGING and not act.slots.held):
        return understood
    readings = _readings(act, text, read, clause)
    return _asked(understood, *readings) if readings else understood


def _readings(
    act: Act, text: str, read: Callable[[str], Understanding], clause: Callable[[str], Clause]
) -> tuple[Act, ...]:
    """What is to be asked about, what it is turned into first; none where it is meant as said."""
    turn = _turn(act, text)
    others = _turned_into(act, text[turn.end() :], read, clause) if turn else None
    if act.slots.held:
        return tuple(others or ())
    if turn and others is not None and _orders(read(text[: turn.start()])):
        return () if others == [act] else (*others, act)
    return (act,) if _not_as_said(act, text) or _only_quotes(act, text, read) else ()


def _only_quotes(act: Act, text: str, read: Callable[[str], Understanding]) -> bool:
    """The words of somebody else; titles of news and what a reminder is about are quoted too."""
    if act.intent in (Intent.submit_news, Intent.remind_unit) or not _QUOTED.search(text):
        return False
    return read(_QUOTED.sub(" ", text)).acts[-1].intent is not act.intent


def _quotes_a_question(act: Act, text: str) -> bool:
    """ "Xong 8 chưa", in quotation marks with its number, is what somebody asked; a title behind the number is told of."""
    numbers = "|".join(map(str, act.slots.task_ids))
    return bool(numbers) and any(
        re.search(rf"\b(?:{numbers})\b", said[0]) and QUESTION_END.search(read_line(said[0].strip('"“”')).norm)
        for said in _QUOTED.finditer(text)
    )


def _orders(understood: Understanding) -> bool:
    return any(each.intent in _CHANGING for each in understood.acts)


def _turn(act: Act, text: str) -> re.Match[str] | None:
    if act.intent is Intent.undo_done and act.slots.of_act is None and not act.slots.task_ids:
        return None
    return _OWNS_TO_IT.search(text) or (None if act.intent in _REPORTS else _THINKS_AGAIN.search(text))


def _not_as_said(act: Act, text: str) -> bool:
    if act.intent is Intent.submit_news:
        return bool(_NO_ITEM.search(text) or _NO_TITLE.fullmatch(act.slots.title or ""))
    signs = [_ONLY_WHEN, _NOT_THAT_NOT]
    signs += [_LAUGHS, _MEANT_TO] if act.intent in _ORDERS else []
    signs += [_AS_BEFORE] if act.intent in _ORDERS - {Intent.reject} else []  # "không lùi nữa, giữ nguyên hạn cũ"
    signs += [_SOME_DAY] if act.intent in _SETTINGS else []
    signs += [_PLANNED] if act.intent is Intent.done else []
    signs += [_REALLY_DONE] if act.intent is Intent.undo_done else []
    return any(sign.search(text) for sign in signs) or bool(_ORDER_WITHIN.search(act.slots.reason or ""))


def _turned_into(
    act: Act, tail: str, read: Callable[[str], Understanding], clause: Callable[[str], Clause]
) -> list[Act] | None:
    """The act as the tail puts it right, or the other one that the tail says; empty where it only takes the act back, None
    where it is courtesy.
    """
    after = read(tail).acts[0]
    if after.intent is Intent.greeting_thanks:
        return None
    if after.intent in _CHANGING and after.intent is not act.intent:
        return [after if after.slots.task_ids else after.with_slots(task_ids=act.slots.task_ids)]
    again = after.slots if after.intent is act.intent else Slots()
    right = {name: value for name in _SAID_ANEW if (value := getattr(again, name))} or _put_right(act, clause(tail))
    return [act.with_slots(**right)] if right else []


def _put_right(act: Act, tail: Clause) -> dict[str, Any]:
    if act.intent is Intent.assign:
        given = re.search(r"\b(?:cho|giao|dua|de|chuyen(?: (?:cho|qua|sang))?) ", tail.norm)
        named = takers(tail, given.end(), strangers=False) if given else []
        return {"unit": None, "unit_full": None, "person": None} | named[0].slots if named else {}
    hour = when.time_in(tail.norm) if act.slots.time else None
    day = tail.day() if act.slots.date or act.intent is Intent.snooze else None
    found = {"time": hour, "date": day, "task_ids": tail.ids if not (hour or day) else ()}
    return {name: value for name, value in found.items() if value}


def _asked(understood: Understanding, *readings: Act) -> Understanding:
    before = understood.acts[:-1]
    return replace(understood, acts=(*before, readings[0]), sure=False, readings=readings, certain=())
