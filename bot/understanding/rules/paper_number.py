"""A document's number typed without its symbol: "17 ký rồi, số 12" signs task 17, or ends two tasks."""

import re

from bot.understanding.clause import Clause, Doubt
from bot.understanding.intents import Act, Intent, Slots

#: What was done to the paper, and a number behind it.
_NUMBER_BEHIND = re.compile(
    r"(?:(?:da|em|anh|chi|bao cao)[ ,]+)*(?:(?:viec|nhiem vu|nv) )?#?(?P<task>\d{1,4}):? (?:[^\W\d]+ ){0,4}?"
    r"(?P<deed>ky|ban hanh|phat hanh|dong dau|co so|xong|hoan thanh)(?: (?:roi|xong|duoc|luon|a|nhe|em|anh|chi))*(?P<mark>[,:;.] ?(?:(?:van ban|quyet dinh|cong van) )?(?:la )?(?:so:? )?|,? so:? )(?P<number>\d{1,4})(?: (?:nhe|a|em|anh|chi))*[ .!]*"
)
_DENIED = re.compile(r"\b(?:chua|khong|dang|cho|se|xin)\b")


def number_behind(c: Clause) -> Doubt | None:
    """Which of the two it is decides the sender."""
    found = _NUMBER_BEHIND.fullmatch(c.norm)
    if not found or c.context == "group" or _DENIED.search(c.norm[: found.start("number")]):
        return None
    if "so" not in (*found["mark"].split(), *found["deed"].split()) and found["mark"].strip() in (",", ";", "."):
        return None  # "17 xong, 18": a list
    number = c.line.typed(*found.span("number"))
    task = int(found["task"])
    one = Act(Intent.done, Slots(task_ids=(task,), evidence=f"số {number}", statement=c.line.text))
    return Doubt((one, Act(Intent.done, Slots(task_ids=(task, int(number)), statement=c.line.text))))
