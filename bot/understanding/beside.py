"""Acts of one message beside each other: the rest of what was named, what is set apart from it, one day for all of it."""

import re

from bot.understanding.intents import Act, Intent
from bot.understanding.left_out import OF_NUMBERS, ONLY_OF, SPARING
from bot.understanding.line import Line

#: What names its task, or the one a bare "đúng" is about.
OF_A_TASK = frozenset(
    {
        Intent.done,
        Intent.progress,
        Intent.same_as_before,
        Intent.none_arose,
        Intent.approve,
        Intent.reject,
        Intent.set_deadline,
        Intent.extend_request,
        Intent.explain,
        Intent.assign,
        Intent.undo_done,
    }
)
#: Of whose work, of which section or plan some was handed out.
_OF_SOMETHING = re.compile(r"\b(?:cua|muc|phan(?! con lai)|nhom|chuong|ke hoach|kh)\b")
_APART = re.compile(
    rf"\b(?:rieng|(?:chi )?con(?: lai| moi| rieng)?|nhung|ngoai ra|{ONLY_OF}|{SPARING}) {OF_NUMBERS}#?(\d{{1,4}})\b"
)
_FOR_ALL = re.compile(
    r"[,;] (?:(?:tat ca|deu|cung|chung) )*(?:han|moc|thoi han|xong|hoan thanh|truoc|cham nhat)\b[^,;]*$"
)


def beside_each_other(acts: list[Act], line: Line) -> list[Act]:
    """The acts, each of the tasks that are its own by what the others say."""
    return _set_apart(_one_reason_for_all(_one_day_for_all(_rest_of(_all_but_named(acts), line), line)), line)


def named(act: Act) -> set[int]:
    """The tasks and news items it is of."""
    return {*act.slots.task_ids, *act.slots.news_ids}


def _all_but_named(acts: list[Act]) -> list[Act]:
    """ "Duyệt hết, riêng 8 trả lại": all but the tasks of which something else is said."""
    named = tuple(n for act in acts for n in act.slots.task_ids)
    return [_but_named(act, named) if named and not act.slots.task_ids else act for act in acts]


def _but_named(act: Act, named: tuple[int, ...]) -> Act:
    if act.intent in (Intent.approve, Intent.done) and act.slots.mode == "all":
        return act.with_slots(mode=None if act.intent is Intent.approve else "all", all_except=named)
    if act.intent in (Intent.same_as_before, Intent.none_arose) or (act.intent is Intent.progress and act.slots.mode):
        return act.with_slots(anew=named)
    return act


def _rest_of(acts: list[Act], line: Line) -> list[Act]:
    """ "Mục B.II: 54 cho Phúc, còn lại cho Hoa": the rest of what the part before it spoke of, and of no more."""
    out: list[Act] = []
    for act in acts:
        rest = act.intent is Intent.assign and act.slots.mode == "rest" and not act.slots.code
        if rest and out and (out[-1].intent is not Intent.assign or _OF_SOMETHING.search(line.norm)):
            act = Act(Intent.not_understood)
        out.append(act)
    return out


def _one_day_for_all(acts: list[Act], line: Line) -> list[Act]:
    """ "Giao 41 cho Hoa, 44 cho Phúc, hạn 20/11": a day behind a comma of its own is everybody's."""
    given = [act for act in acts if act.intent is Intent.assign]
    if len(given) < len(acts) or any(act.slots.date for act in given[:-1]) or not _FOR_ALL.search(line.norm):
        return acts
    return [act.with_slots(date=given[-1].slots.date, which=given[-1].slots.which) for act in acts]


def _one_reason_for_all(acts: list[Act]) -> list[Act]:
    """ "Xin lùi 24 thêm 1 tuần, 37 tới cuối tháng, vì thiếu người": the only reason, behind the last wish, is that of each."""
    *before, last = acts or [Act(Intent.smalltalk_other)]
    wishes = all(act.intent is Intent.extend_request for act in acts)
    if not (wishes and last.slots.reason) or any(act.slots.reason for act in before):
        return acts
    return [act.with_slots(reason=last.slots.reason) for act in acts]


def _set_apart(acts: list[Act], line: Line) -> list[Act]:
    """ "Mốc 57, 58 là 20/11, riêng 58 là 25/11", "11-14 xong, còn 13 chưa": what is set apart is none of those named before
    it; a figure mended in the same message ("8 12 tin, nhầm 8 là 11 tin") is told once."""
    apart = {int(n) for n in _APART.findall(line.norm)}
    out: list[Act] = []
    for at, act in enumerate(acts):
        if act.intent is Intent.progress and any(_says_anew(each, act) for each in acts[at + 1 :]):
            continue
        later = {n for each in acts[at + 1 :] if apart & named(each) for n in each.slots.task_ids}
        left = tuple(n for n in act.slots.task_ids if n not in later)
        out.append(act.with_slots(task_ids=left) if left and act.intent in OF_A_TASK else act)
    return out


def _says_anew(later: Act, act: Act) -> bool:
    return bool(later.slots.instead) and later.slots.task_ids == act.slots.task_ids
