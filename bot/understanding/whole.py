"""The acts of all parts as one message: what one takes from another, and what they leave unclear together."""

import re
from dataclasses import replace

from bot.understanding.belonging import Found, first, is_courtesy
from bot.understanding.beside import OF_A_TASK, beside_each_other, named
from bot.understanding.clause import Doubt
from bot.understanding.for_whom import ForWhom
from bot.understanding.intents import CHANGES, TYPED_FOR, VERDICTS, Act, Intent, Slots, Understanding
from bot.understanding.left_out import is_left_at_end, left_out
from bot.understanding.line import Line, read_line
from bot.understanding.numbers import NUMBER_ALONE, masked, task_ids
from bot.understanding.patterns import each_word
from bot.understanding.perhaps_no_task import is_some_of_them
from bot.understanding.told_of_each import says_alike

#: Said of one task in one breath: how it stands, why, and the time it still needs.
_AGREE = {Intent.progress, Intent.extend_request, Intent.explain, Intent.event_day}
_MOVED = (Intent.set_deadline, Intent.extend_request)
#: Said of a task beside a verdict on another, this sends it back.
_LACKS = re.compile(
    r"(?:thi |con |van |lai )*(?:thieu|sai|chua du|chua dung|can|phai|bo sung|lam lai|sua|ra soat lai|nham)\b"
)
#: What may be said of one task and of a further one alike.
_TOLD_ALIKE = (Intent.done, Intent.progress, Intent.same_as_before, Intent.none_arose, *VERDICTS)
_REST = re.compile(r"\bcon lai\b")
_SHARED_OUT = (*VERDICTS, Intent.assign)
_REPORTED = re.compile(r"\b(?:bao|ghi|bam|nhap|danh dau|xac nhan) (?:\w+ ){0,2}?(?:nham|lon|sai)\b")
_MENDS = re.compile(each_word("khong phai", r" .* ma\b") + "|" + each_word("nham", r"\b.* moi (?:dung|phai)\b"))


def _inherit(acts: list[Found], line: Line) -> list[Found]:
    """ "xong 2 KH 45, 3 KH 46" says xong twice; a number alone on its line belongs to the act before it."""
    out: list[Found] = []
    for each in acts:
        before = first(out[-1]) if out else None
        act = first(each)
        if before and before.intent is Intent.done and isinstance(each, Doubt) and _says_paper(act):
            out.append(act)
        elif before and before.intent is Intent.undo_done and not before.slots.task_ids and _denies(act):
            out[-1] = before.with_slots(task_ids=act.slots.task_ids)
        elif before and before.intent is Intent.undo_done and _still_open(before, act):
            out[-1:] = [before.with_slots(task_ids=act.slots.task_ids), each]
        elif before and act.intent is Intent.undo_done and not act.slots.task_ids and _denies(before):
            out[-1] = act.with_slots(task_ids=before.slots.task_ids)
        elif before and _is_proof(before) and act.intent is Intent.done and isinstance(each, Act):
            out[-1] = each.with_slots(evidence=act.slots.evidence or before.slots.evidence)
        elif before and before.intent in _TOLD_ALIKE and act.slots.task_ids and says_alike(act.slots.text):
            out.append(_alike(out[-1], act.slots.task_ids))
        elif before and before.intent in _MOVED and _stays(act, line):
            continue  # "lùi 14 sang 1/12, 15 giữ nguyên": its date stays
        else:
            out.append(each)
    return out


def _is_proof(act: Act) -> bool:
    """A document and no task yet: "đã ban hành QĐ 204, báo xong việc 6"."""
    return act.intent is Intent.evidence_only and bool(act.slots.evidence) and not act.slots.task_ids


def _alike(found: Found, numbers: tuple[int, ...]) -> Found:
    """ "12 như kỳ trước, 13 cũng vậy": the same of another task, and as doubtful; a document is of the first alone."""
    if isinstance(found, Doubt):
        return Doubt(tuple(act.with_slots(task_ids=numbers, evidence=None) for act in found.readings))
    return found.with_slots(task_ids=numbers, evidence=None)


def _says_paper(act: Act) -> bool:
    """ "3 KH 46": a number and its document, and no "hình như 3 xong rồi"."""
    paper = read_line(act.slots.evidence or "").norm
    beside = read_line(act.slots.statement or "").norm.replace(paper, "")
    return (
        act.intent is Intent.done
        and bool(paper)
        and re.fullmatch(r"(?:viec |nhiem vu |nv |so |[\W\d])*", beside) is not None
    )


def _stays(act: Act, line: Line) -> bool:
    kept = act.slots.task_ids and re.search(rf"\b{act.slots.task_ids[-1]}\b[^\d,;]*\bgiu nguyen\b", line.norm)
    return (act.intent is Intent.same_as_before and bool(kept)) or read_line(act.slots.text or "").norm.startswith(
        "giu nguyen"
    )


def _still_open(undone: Act, act: Act) -> bool:
    """ "Em rút lại, việc 18 hóa ra còn thiếu biểu 3": which report is taken back, and how the task stands."""
    told = act.intent is Intent.progress and bool(act.slots.task_ids) and not undone.slots.anew
    return told and not undone.slots.task_ids


def _denies(act: Act) -> bool:
    """ "…, việc 20 chưa xong": which report is taken back, and no progress beside it."""
    return act.intent is Intent.progress and bool(
        re.fullmatch(r"(?:.* )?chua xong(?: .*)?", read_line(act.slots.statement or "").norm)
    )


def together(found: list[Found], line: Line, whose: ForWhom) -> Understanding:
    """The acts of the parts of a line, in order, and whether they are certain beside each other."""
    kept = _in_company(_inherit(found, line))
    said = [f for f in kept if not is_courtesy(first(f))] or kept[:1]
    said = [f for i, f in enumerate(said) if not _said_better(i, said)]
    acts = beside_each_other([each for f in said for each in one_by_one(first(f))], line)
    if _drops_the_rest(acts, line):
        return Understanding((Act(Intent.not_understood),), sure=False)
    acts = _none_too_many(acts, line)
    if whose.slots:
        acts = [a.with_slots(**whose.slots) if a.intent in TYPED_FOR else Act(Intent.not_understood) for a in acts]
    doubts = [f for f in said if isinstance(f, Doubt)]
    apart = dict.fromkeys(each for d in doubts for r in d.readings for each in one_by_one(r))
    readings = tuple(r.with_slots(**whose.slots) for r in apart)
    if _MENDS.search(line.norm) and not any(act.slots.instead for act in acts):
        return mended(said, line)
    counted = any(a.intent is Intent.done and is_some_of_them(line.norm, n) for a in acts for n in a.slots.task_ids)
    clash = whose.heard or contradict(acts) or _leaves_out(acts, line) or counted
    unclear = any(a.intent is Intent.not_understood or a.slots.unclear for a in acts)
    return Understanding(
        tuple(acts),
        sure=not (doubts or clash or unclear),
        readings=numbered(readings or (tuple(acts) if clash else ()), line),
        certain=() if clash or unclear else _certain([a for a in acts if a not in readings], readings),
    )


def numbered(readings: tuple[Act, ...], line: Line) -> tuple[Act, ...]:
    """A question about one act names the only number beside it, so that a bare "đúng" can answer it."""
    numbers = set(NUMBER_ALONE.findall(masked(line.norm)))
    if len(readings) != 1 or len(numbers) != 1 or readings[0].intent not in OF_A_TASK or _names(readings[0]):
        return readings
    return (readings[0].with_slots(task_ids=(int(numbers.pop()),)),)


def _names(act: Act) -> bool:
    return bool(named(act) or act.slots.all_except or act.slots.mode)


def _certain(acts: list[Act], readings: tuple[Act, ...]) -> tuple[Act, ...]:
    """The acts that no answer about the others can touch: each of tasks of its own, and nothing taken back or left out."""
    open_ = {n for reading in readings for n in named(reading)}
    said = [act for act in acts if not is_courtesy(act)]
    apart = all(
        named(act) and not open_ & named(act) and act.intent is not Intent.undo_done and act.slots.all_except is None
        for act in said
    )
    return tuple(said) if readings and apart and all(named(reading) for reading in readings) else ()


def one_by_one(act: Act) -> tuple[Act, ...]:
    """ "Nhắc KT và VHXH" is two acts."""
    return (replace(act, also=()), *act.also) if act.also else (act,)


def mended(found: list[Found], line: Line, denied: tuple[int, ...] = ()) -> Understanding:
    """What is said in place of a slip is asked about: "em báo lộn số, 14 mới xong chứ không phải 41" (`denied`: 41)."""
    acts = [first(f) for f in found]
    if _REPORTED.search(line.norm):
        acts = [a.with_slots(task_ids=a.slots.task_ids or denied) if a.intent is Intent.undo_done else a for a in acts]
    named = tuple(act for act in acts if act.slots.task_ids) or tuple(acts)
    return Understanding(named, sure=False, readings=named)


def asked(understood: Understanding, readings: tuple[Act, ...]) -> Understanding:
    """The same with these readings of its last act asked about: "duyệt 3; trả 7 thiếu ảnh, nhầm 8"."""
    if not understood.sure:
        return understood
    own = understood.acts[-1].slots  # for whom it is typed, which unit's part it is
    kept = (own if each == readings[-1] else each.slots for each in readings)
    about = tuple(
        replace(understood.acts[-1], intent=each.intent, slots=slots)
        for each, slots in zip(readings, kept, strict=True)
    )
    return replace(understood, sure=False, readings=about, certain=_certain(list(understood.acts[:-1]), about))


def _leaves_out(acts: list[Act], line: Line) -> bool:
    """A number beside an order or report that no act has taken: it may be what the rest was about."""
    if not any(act.intent in CHANGES or act.intent is Intent.remind_unit for act in acts):
        return False
    taken = {n for act in acts for n in (*act.slots.task_ids, *act.slots.news_ids, *(act.slots.all_except or ()))}
    taken |= {int(n) for act in acts for n in NUMBER_ALONE.findall(act.slots.plan or "")}  # "của kế hoạch 12"
    taken |= {n for act in acts if act.intent is Intent.progress for n in _figures(act)}
    granted = [act.slots.date for act in acts if act.intent is Intent.approve and act.slots.date]
    taken |= {day.day for day in granted}  # "cho đến 25 thôi"
    spared, head = left_out(line)
    taken |= set(spared) if is_left_at_end(line) else set(spared) & set(task_ids(head)[0])
    return not {int(n) for n in NUMBER_ALONE.findall(masked(line.norm))} <= taken


#: "Có 1 sáng kiến", "nhận 4, trả 3", "rà 3 tt".
_COUNTED = re.compile(
    r"\b(?:co|nhan|tiep nhan|xu ly|giai quyet|tra|duoc|dat|in|phat|cap|mo|them) (\d{1,4})(?![\w/%]|[.,]\d)"
    r"|(?<=[^\W\d] )(?<!viec )(?<!so )(?<!va )(?<!voi )(?<!cua )(?<!nhu )(?<!xong )(?<!vu )(\d{1,4})(?= [^\W\d])(?! (?:va|voi|den|toi|thi|da|chua|xong|dang|khong|nhu|cung)\b)"
)


def _figures(act: Act) -> set[int]:
    """Numbers that count something within what is told of a task."""
    told = read_line(act.slots.text or act.slots.statement or "").norm
    return {int(found[1] or found[2]) for found in _COUNTED.finditer(told)}


def _in_company(found: list[Found]) -> list[Found]:
    """Beside a verdict "8 ok" and "11 thiếu số" are verdicts too: "7 đạt, 8 trả lại", "trả 9 thiếu số, 10 sai biểu"."""
    sure = {f.intent for f in found if isinstance(f, Act) and f.intent in VERDICTS}
    perhaps = any(isinstance(f, Doubt) and first(f).intent is Intent.approve for f in found)
    return [_verdict(f, sure) for f in found] if sure or perhaps else found


def _verdict(found: Found, company: set[Intent]) -> Found:
    act = first(found)
    if isinstance(found, Doubt):
        return act if company and act.intent in VERDICTS and act.slots.task_ids else found
    said = read_line(act.slots.text or act.slots.statement or "").norm
    if act.intent is Intent.progress and Intent.approve in company and said == "chua":
        return Act(Intent.smalltalk_other, Slots(task_ids=act.slots.task_ids, held=True))
    if act.intent not in (Intent.progress, Intent.not_understood) or not _LACKS.match(said):
        return found
    reject = Act(Intent.reject, Slots(task_ids=act.slots.task_ids, reason=act.slots.text or act.slots.statement))
    return reject if Intent.reject in company else Doubt((reject, act))


def _drops_the_rest(acts: list[Act], line: Line) -> bool:
    """What is to be done with the others, and no act says it: "duyệt 1, 2, còn lại trả vì thiếu ảnh"."""
    carried = any(act.slots.mode in ("all", "rest") or act.slots.all_except or act.slots.unclear for act in acts)
    return bool(_REST.search(line.norm)) and not carried and any(act.intent in _SHARED_OUT for act in acts)


def _none_too_many(acts: list[Act], line: Line) -> list[Act]:
    """ "Giao hết việc của Phúc cho Hoa, riêng 15 để lại": an order to many waits where its other half is not followed."""
    if not any(act.intent is Intent.not_understood for act in acts):
        return acts
    return [act.with_slots(unclear=line.text) if _is_of_many(act) else act for act in acts]


def _is_of_many(act: Act) -> bool:
    return act.slots.mode == "all" or act.slots.everybody or bool(act.slots.from_person)


def _said_better(at: int, found: list[Found]) -> bool:
    """ "em báo nhầm, mở lại việc 4", "chưa đạt, trả 9": the first names no task, the second says the same of one."""
    act = first(found[at])
    return (
        not act.slots.task_ids
        and any(first(f).intent is act.intent and first(f).slots.task_ids and i != at for i, f in enumerate(found))
        and act.intent in (Intent.undo_done, Intent.reject, Intent.done, Intent.approve)
        and not act.slots.evidence
    )


def contradict(acts: list[Act]) -> bool:
    """Two changes of the same task in one message are asked about; progress and a wish for more time agree."""
    seen: dict[tuple[int, str | None], Intent] = {}
    for act in acts:
        if act.intent in CHANGES or act.intent is Intent.progress:
            for number in act.slots.task_ids:
                part = number, act.slots.unit_full
                together = {seen.get(part, act.intent), act.intent}
                if part in seen and not (len(together) == 2 and together <= _AGREE):
                    return True
                seen[part] = act.intent
    return False
