"""A figure behind its task, which is no task: "54: 0, 55 - 0, 56: 1 sáng kiến", "23 70,1"."""

import re

#: A rising "12 - 15" is a range.
_BEHIND_MARK = re.compile(
    r"(?:(?:^|(?<=[,;] ))(?:(?:viec|nhiem vu|nv) )?(?:so )?#?(?P<task>\d{1,4})(?P<mark> ?: ?| - ))(?P<figure>\d{1,6})\b(?![/%.,]\d| ?(?:,|va|-|den|toi) ?\d+ (?!-)| (?:xong|da|chua|duyet|vuong|dang|thi)\b)"
)
#: All that is said of a task: "23 70,1; 24 65,3".
_SHARE = re.compile(r"(?:(?<=^\d\d )|(?<=^\d )|(?<=; \d\d )|(?<=; \d ))\d{1,3},\d{1,2}(?= ?(?:$|;))")


def without_figures(norm: str) -> str:
    """The norm with those figures blanked, offsets kept."""
    return _SHARE.sub(lambda found: "_" * len(found[0]), _BEHIND_MARK.sub(_without_figure, norm))


def _without_figure(match: re.Match[str]) -> str:
    if match["mark"] == " - " and int(match["figure"]) > int(match["task"]):
        return match[0]
    return match[0][: -len(match["figure"])] + "_" * len(match["figure"])
