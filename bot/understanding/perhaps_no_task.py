"""A number that may count or date something instead of naming a task: "báo cáo 12 việc thì xong 8", "việc 2 tuần trước xong rồi",
"mục 2 xong rồi", "9 giờ xong 29". What would be recorded under it is asked about first."""

import re

from bot.understanding.belonging import Found
from bot.understanding.clause import Clause, Doubt
from bot.understanding.intents import CHANGES, Act, Intent
from bot.understanding.numbers import COUNTED
from bot.understanding.words import DONE

#: So many were spoken of, and then how many of them are done.
_OF_SO_MANY = re.compile(
    rf"(?<![\w/.,-])(?<!viec )(?<!so )(?P<all>\d{{1,3}}) (?:dau )?(?:{COUNTED})\b[^;\d]*?\b(?:{DONE}|lam|duoc|con)(?: duoc| het| roi)? (?P<some>\d{{1,3}})(?=(?: (?:roi|thoi|do|đó|day|a|nhe|nha|em|anh|chi|con \d+|va|ma|nay))*(?:[ .!]*$|,))"
)
#: How long ago, behind what may as well be so many of them.
_AGO = re.compile(
    r"\b(?:viec|nhiem vu|cai) (?P<n>[1-4]|(?:[1-9]|10)(?= ngay)) (?:tuan|ngay) (?:truoc|qua|roi|vua qua|vua roi|lien)\b"
)
#: A part of something, as plans and laws number theirs.
_PART = re.compile(r"(?<!cac )\bmuc (?:so )?(?P<n>\d{1,4})\b")
#: At which hour, and no more than that before it ends.
_AT_AN_HOUR = re.compile(
    rf"\b\d{{1,2}} ?(?:h\d{{0,2}}|gio)(?: (?:\d{{1,2}}|ruoi|kem \d+))?\b[^;]*\b{DONE} (?P<n>\d{{1,4}})\b"
)
#: The day of a month, or the task and only the month.
_DAY_OF_MONTH = re.compile(r"\b(?:viec|nhiem vu|nv|so) (?P<n>\d{1,2}) thang \d{1,2}\b")
_MOVED = frozenset({Intent.set_deadline, Intent.extend_request})
_RECORDED = CHANGES | {Intent.progress, Intent.same_as_before, Intent.none_arose}


def perhaps_no_task(c: Clause, taken: Found) -> Found:
    """What was taken for a task's, as a reading to be asked about where its only number may be none."""
    if isinstance(taken, Doubt) or taken.intent not in _RECORDED or len(taken.slots.task_ids) != 1:
        return taken
    return Doubt((taken,)) if _may_be_none(c, taken) else taken


def _may_be_none(c: Clause, taken: Act) -> bool:
    (number,) = taken.slots.task_ids
    if is_some_of_them(c.norm, number):
        return True
    ways = (_DAY_OF_MONTH,) if taken.intent in _MOVED else (_AGO, _PART, _AT_AN_HOUR)
    return any(found and int(found["n"]) == number for found in (way.search(c.norm) for way in ways))


def is_some_of_them(norm: str, number: int) -> bool:
    """Whether it may say how many are done of what was counted before: "14 giải quyết 12 hồ sơ, xong 8"."""
    some = _OF_SO_MANY.search(norm)
    return bool(some and int(some["some"]) == number <= int(some["all"]))
