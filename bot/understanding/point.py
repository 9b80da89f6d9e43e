"""The point behind its reason or courtesy, as people speak: "em đang đi tập huấn nên là cho em xin lùi việc 23 đến thứ sáu"."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice

from bot.understanding.because import reason_span
from bot.understanding.clauses import one_line
from bot.understanding.intents import CHANGES, VERDICTS, Act, Intent, Understanding
from bot.understanding.line import Line
from bot.understanding.numbers import task_ids

_HE = r"(?:anh|chi|em|sep|bot|toi|minh|tui|co|chu|bac|a|c|e)"
_WISH = rf"(?:{_HE} )?(?:(?:coi|xem|thong cam) )?cho (?:em|toi|minh|no|phong (?:em|toi|minh)) (?:xin )?(?:lui|doi|khat|gia han|keo|them|den|toi)\b"
_ORDER = r"(?:(?:tu nay|em|anh|chi|bot|cu|hay|de) )*(?:giao|chuyen|tra|chot|lui|gia han|doi|bac|dat|cho (?:(?:viec|nhiem vu|nv|so) )*\d{1,4} (?:lui|gia han|doi|keo))\b"
#: Where the reason ends and what is wanted begins.
_TURNS = re.compile(
    rf"[ ,]+(?P<so>nen)(?: la)? |[ ,]+(?:vi vay|vi the|do vay)(?: nen)?,? |[ ,]+(?P<then>thoi|vay|the)(?: thi| la)?,? (?={_WISH}|{_ORDER})|(?:, ?| )(?={_WISH})|, ?(?={_HE} nho {_ORDER})"
)
MOST_TURNS = 6
"""Who turns more often comes to no point; what stands on either side of each is read as a message, with turns of its own."""
_MEANT = {"so": ("nên", "nen"), "then": ("thôi", "thoi", "vậy", "vay", "thế", "the", "rứa")}
#: Said to be polite, or to begin with, and no part of the reason.
_POLITE = re.compile(
    rf"(?:(?:da|vang|thoi|o|u|um|a(?! oi)|ui)[ ,]+)*(?:(?:kinh )?(?:thua|bao cao) {_HE}[ ,]+)?(?:(?:{_HE} )?xin loi(?: {_HE})?[ ,]+)?(?:{_HE}(?: [^\W\d]+)? oi[ ,]+)?"
    rf"(?:(?:{_HE} )?(?:kinh )?chao (?:{_HE} ?)+(?: ?a)?[ ,]+)?"
    rf"(?:(?:{_HE} )?(?:(?:xin phep )?(?:trinh bay|thua that)|noi th[aiậê]e?t|thu that|th[ai]e?t tinh|that ra)(?: chut| ti| mot chut)?(?: la)?[ ,]+)?"
    rf"(?:(?:em|toi|minh) (?=(?:dang|bi|phai|con|van|moi|chua)\b))?(?:(?:anh|chi|toi) (?:doc|xem|coi)(?: lai| ky| qua| roi)* (?:(?:thi|nhung|ma) )*(?:cai nay )?(?=(?:chua|khong|thieu|con|sai|so lieu|phu luc|bieu|noi dung)\b))?"
)
_ITS_TASK = re.compile(
    r"(?:(?:cai|con|rieng) )?(?:viec|nhiem vu|nv)(?: so)? #?\d{1,4}(?: (?:ay|do|đó|day|nay|kia|thi))*(?:,? |$)"
)
#: Who is spoken to, at the end of the reason: "…, anh Dũng ơi".
_SPOKEN_TO = re.compile(
    r"(?:[, ]+(?:anh|chi|sep|co|chu|bac|dong chi|a|c)(?: [^\W\d]+)?(?: oi| a)|, ?(?:anh|chi|sep|co|chu|bac|dong chi|a|c)(?: [^\W\d]+)?)[ ,]*$"
)
#: A question, a condition or hearsay is no reason, nor is half an address.
_NO_FRONT = re.compile(
    rf"^(?:(?:da|em|toi|xin|cho) )*(?:cam on|(?:n[oớ]i|gi[aã]n) (?:thoi )?han|lui|doi|gia han|keo dai)\b|\?| (?:{_HE}|thi)$|\b(?:neu|gia (?:ma|nhu)|(?:khi|luc|hom) nao|hinh nhu|nghe (?:noi|dau)|khong biet)\b"
)
#: That it is late says nothing of why.
_NO_REASON = re.compile(
    r"(?:(?:chac|so|e|em|toi|minh|se|bi|lai) )*(?:tre|cham)(?: (?:mat|roi|han|thoi))*[ ,.!]*|"
    r"(?:(?:em|toi|minh|da) )*biet (?:la |rang )?(?:da |no )?(?:tre|cham|qua han|muon|han)\b.*|"
    r"(?:dang (?:(?:de|co|toi) )?)?(?:thoi )?han\b.*|"
    r"(?:#?\d{1,4} ?)?(?:(?:em|toi|minh|lam|chac|thi|cai|viec|nay|e|ben|phong|bua|hom|tuan|thang|chu|bay gio|gio|hien) )*(?:khong|chua)(?: the)? (?:kip|xong)(?: (?:that|roi|a|anh|chi|em|oi|noi|duoc|dau|nao|sep))*[ ,.!]*"
)
#: A verdict that is given, not one that is put off: "chưa duyệt".
_REJECTS = re.compile(r"\b(?:tra|bac|tu choi|khong (?:duyet|dong y|cho|chap|nhat))\b")
_WITH_REASON = frozenset({Intent.extend_request, Intent.set_deadline, Intent.reject})
_POINTS = _WITH_REASON | {Intent.assign}


def to_the_point(text: str, read: Callable[[str], Understanding]) -> Understanding | None:
    """What is wanted, with why; None where no such order or wish stands behind a reason that says nothing else.

    The task may be named in front: "việc 61 chưa ai nhận, vậy giao TTPVHCC".
    """
    line = one_line(text)
    turns = list(islice(_turns(line), MOST_TURNS + 1))
    for turn in turns if len(turns) <= MOST_TURNS else ():
        so = turn["so"] and line.typed(0, turn.start()).lower().endswith(" cho")  # "cho nên", no "sai mấy chỗ nên"
        front, point = line.part(0, turn.start() - (4 if so else 0)), line.part(turn.end(), len(line.norm))
        before, own = task_ids(front)[0], task_ids(point)[0]
        if len(front.norm.split()) < 3 or _NO_FRONT.search(front.norm) or (before and own) or len(before) > 1:
            continue
        understood = read(f"việc {before[0]} {point.text}" if before else point.text)
        act = understood.acts[0]
        if len(understood.acts) > 1 or act.intent not in _POINTS or _acts(read(front.text), act.intent, bool(own)):
            continue
        if act.intent is Intent.reject and not _REJECTS.search(point.norm):
            continue
        if not understood.sure and (act.intent is not Intent.assign or not own):
            continue
        return understood if not understood.sure else replace(understood, acts=(_with_reason(act, front, point),))
    return None


def _turns(line: Line) -> Iterator[re.Match[str]]:
    for found in _TURNS.finditer(line.norm):
        word = next((name for name in _MEANT if found[name]), None)
        if word is None or line.typed(*found.span(word)).lower() in _MEANT[word]:
            yield found


def _acts(front: Understanding, wanted: Intent, of_another: bool) -> bool:
    """Whether the words in front do something else of their own; "chị đồng ý rồi nên …" accepts no task."""
    acts = (act for act in front.acts if act.intent in CHANGES and act.intent is not wanted)
    verdicts = VERDICTS if of_another else ()
    return front.sure and any(act.slots.task_ids or act.intent not in verdicts for act in acts)


def _with_reason(act: Act, front: Line, point: Line) -> Act:
    if act.intent not in _WITH_REASON or reason_span(point):
        return act
    if span := reason_span(front):
        return act.with_slots(reason=front.typed(span[1], span[2]) or None)
    at = polite.end() if (polite := _POLITE.match(front.norm)) else 0
    at = task.end() if (task := _ITS_TASK.match(front.norm, at)) else at
    at = next((end for start, end in task_ids(front)[1] if start == at), at)  # "48 tới hạn rồi …": of 48
    end = spoken.start() if (spoken := _SPOKEN_TO.search(front.norm, at)) else len(front.norm)
    why = front.norm[:end].strip()
    wished = _NO_REASON.fullmatch(why, at) or re.search(rf"\b{_WISH}", front.norm)  # "… tới thứ 6 à không"
    told = not wished and len(why[at:].split()) > 2
    return act.with_slots(reason=front.typed(at, end) if told else act.slots.reason)
