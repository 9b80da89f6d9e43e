"""What words have meant before: each word and pair of words of a message counted among messages people have written.

The examples are word tables: `examples/<intent>.txt`, a message a line, "role context: words" (`plain`). The counting is naive
Bayes; it speaks where no rule takes a message, and where one reads what such words have hardly ever meant.
"""

import math
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

from bot.understanding.intents import Intent
from bot.understanding.line import Line

UNSEEN = 0.1
"""How often a word that an intent's examples lack counts as seen in them."""
REPEATED = 3
"""How many marks of a message say the same: a pair repeats its words, and words go together."""
_NUMBER = re.compile(r"\d+(?:[./:-]\d+)*(?:/[^\W\d]+(?:-[^\W\d]+)*)?")
_WORD = re.compile(r"[^\W\d_]+|#|\?|%")


def plain(line: Line) -> str:
    """A message as an example holds it: as rules read it, every number "#": "xong việc 12 r nha" is "xong viec # roi nhe"."""
    return " ".join(_WORD.findall(_NUMBER.sub("#", line.norm)))


@dataclass(frozen=True)
class Likely:
    """What a message most likely means, and how likely among all meanings (0 to 1)."""

    intent: Intent
    chance: float


def likely(line: Line, role: str, context: str) -> Likely:
    before, scores = _told_by_setting(role, context)
    examples = _counted()
    known = [told for mark in _marks(plain(line)) if (told := examples.told.get(mark))]
    seen = before + len(known)
    scores = {intent: score - seen * examples.rare[intent] for intent, score in scores.items()}
    for told in known:
        for intent, more in told.items():
            scores[intent] += more
    best = max(scores, key=scores.__getitem__)
    most = scores[best]
    return Likely(best, 1 / sum([math.exp((score - most) / REPEATED) for score in scores.values()]))


def examples_of(intent: Intent) -> list[str]:
    """What people wrote and meant by it, "role context: words" each; none for many intents."""
    table = files("bot.understanding").joinpath("examples", f"{intent}.txt")
    return table.read_text(encoding="utf-8").splitlines() if table.is_file() else []


@dataclass(frozen=True)
class _Counted:
    """`often`: how often each is meant; `rare`: what a word costs it that its examples lack; `told`: what a word speaks for.

    All are logarithms.
    """

    often: dict[Intent, float]
    rare: dict[Intent, float]
    told: dict[str, dict[Intent, float]]


@cache
def _counted() -> _Counted:
    examples: Counter[Intent] = Counter()
    words: Counter[Intent] = Counter()
    seen: dict[str, dict[Intent, int]] = {}
    for intent in Intent:
        for example in map(_example, examples_of(intent)):
            examples[intent] += 1
            words[intent] += len(example)
            for mark in example:
                told = seen.setdefault(mark, {})
                told[intent] = told.get(intent, 0) + 1
    weights = [math.log(1 + n / UNSEEN) for n in range(max(examples.values()) + 1)]
    return _Counted(
        {intent: math.log(n / examples.total()) for intent, n in examples.items()},
        {intent: math.log(words[intent] / UNSEEN + len(seen)) for intent in examples},
        {mark: {intent: weights[n] for intent, n in told.items()} for mark, told in seen.items()},
    )


def _example(line: str) -> frozenset[str]:
    setting, _, words = line.partition(": ")
    role, _, context = setting.partition(" ")
    return _marks(words) | _setting(role, context)


def _marks(words: str) -> frozenset[str]:
    """What is counted: words and pairs of words."""
    within = words.split()
    return frozenset((*within, *map(" ".join, pairwise(("^", *within, "$")))))


def _setting(role: str, context: str) -> frozenset[str]:
    """And who speaks and where, beside what every message has."""
    return frozenset(("^", "$", f"({role}", f"{context})", f"({role} {context})"))


@cache
def _told_by_setting(role: str, context: str) -> tuple[int, dict[Intent, float]]:
    """How many marks of it are known, and what they and the frequency of each intent speak for before a word is said."""
    examples = _counted()
    known = [told for mark in _setting(role, context) if (told := examples.told.get(mark))]
    return len(known), {
        intent: often + sum(told.get(intent, 0) for told in known) for intent, often in examples.often.items()
    }
