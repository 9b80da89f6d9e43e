"""A slip owned up to and what is so instead: "nhầm, 8 đăng 11 tin", "à lộn, 17 chưa trình", "nhầm 17, đã có hướng dẫn rồi"."""

import re
from collections.abc import Callable

from bot.understanding.belonging import Found, first, says_nothing
from bot.understanding.clause import Doubt
from bot.understanding.clauses import one_line
from bot.understanding.intents import Act, Intent, Slots
from bot.understanding.line import read_line

_ADDRESS = r"(?:(?:ua|a|ha|ui|oi|da|thoi|chet|em|anh|chi|toi|xin loi|bi|lai)[ ,]+)*"
_WORD = r"(?:nham|lon)(?: (?:roi|mat|nhe|a|em|day|het))*"
_NUMBER = r"(?:(?:viec|nhiem vu|nv|so) )*#?\d"
_IN_FRONT = re.compile(
    rf"{_ADDRESS}(?:(?:(?:bao|ghi|bam|nhan|nhap|go|noi) )?{_WORD} ?[,.:;!–-]+ ?(?={_NUMBER})|{_WORD} (?P<loose>)(?=#?\d))"
)
_TOLD = frozenset(
    {Intent.progress, Intent.done, Intent.same_as_before, Intent.none_arose, Intent.waiting_for_signature}
)
_ONLY_DENIED = re.compile(r"(?:(?:thi|van|con|la) )*chua xong(?: .*)?")


def slipped(text: str, read: Callable[[str], list[Found]]) -> list[Found]:
    """The slip as an undoing, then what is so instead; empty where the message is none of that.

    Without a comma only how a task stands is taken for it: "nhầm 17 xong" may name what was wrong and is asked about. "Nhầm, 2 chưa xong" is
    an undoing and no result.
    """
    line = one_line(text)
    slip = _IN_FRONT.match(line.norm)
    if not slip:
        return []
    rest = read(line.part(slip.end(), len(line.norm)).text)
    acts = [act for act in map(first, rest) if not says_nothing(act)]
    if not acts or not all(act.intent in _TOLD and act.slots.task_ids for act in acts):
        return []
    anew = tuple(dict.fromkeys(n for act in acts for n in act.slots.task_ids))
    if slip["loose"] is not None and any(act.intent is not Intent.progress for act in acts):
        return [Doubt((Act(Intent.undo_done, Slots(task_ids=anew)), acts[0]))]
    if any(_ONLY_DENIED.fullmatch(read_line(act.slots.statement or "").norm) for act in acts):
        return []
    finished = any(act.intent is Intent.done for act in acts)
    return [Act(Intent.undo_done, Slots(anew=anew, finished=finished)), *rest]
