"""What the keeper says of a plan under review: "“Văn phòng HĐND, UBND” là VP", "A.I.3 là 7", "bỏ xác nhận"."""

import re

from bot.understanding.directory import Directory
from bot.understanding.intents import Act, Intent, Slots
from jobs.rules.text import fold, tidy

#: The name stands in quotation marks, as the review shows it, so that no task or title is taken for one.
_ALIAS = re.compile(r'^(?:đơn vị |don vi )?["“”](.{2,120}?)["“”]\s*(?:là|la|=)\s*(.{2,120}?)[.!]?$', re.IGNORECASE)


def unit_alias(text: str, directory: Directory) -> Act | None:
    """Another name of a unit; None where the text says something else."""
    found = _ALIAS.match(tidy(text))
    if not found:
        return None
    units = directory.unit_named(found[2])
    full = units[0].name if len(units) == 1 else None
    return Act(Intent.name_unit, Slots(title=found[1], unit=found[2], unit_full=full))


_LINE = r"(?P<label>dong (?:thu )?[a-z0-9]{1,6}|[a-z0-9]+(?:[./-][a-z0-9]+)+)"
_SAME = re.compile(_LINE + r" (?:la|=) (?:viec |nhiem vu )?(?:so )?(?P<number>\d{1,4})[.!]?$")
_NEW = re.compile(_LINE + r" (?:la )?(?:viec |nhiem vu )?moi[.!]?$")
_WHOLE = (
    (re.compile(r"(?:tat ca )?(?:deu )?(?:la )?(?:viec )?moi (?:het|ca|tat)[.!]?$|tat ca (?:deu )?(?:la )?(?:viec )?moi[.!]?$"), "all_new"),
    (re.compile(r"(?:day |no )?(?:la )?ke hoach khac[.!]?$|khong phai (?:la )?ban (?:moi|sua)[.!]?$"), "other_plan"),
    (re.compile(r"giu (?:nguyen )?(?:cac |nhung )?viec (?:khac|cu|con lai)[.!]?$"), "keep_rest"),
    (re.compile(r"thay (?:toan bo|ca|het)(?: ke hoach)?[.!]?$"), "replace_all"),
)  # fmt: skip
_WITHDRAW = re.compile(r"(?:bo|huy|rut|rut lai|thu hoi|lui) (?:viec )?xac nhan(?: ke hoach)?[.!]?$")


def plan_version(text: str) -> Act | None:
    """What a keeper says of a newer version of a plan, or of his own confirmation; None for anything else."""
    said = fold(text)
    if _WITHDRAW.match(said):
        return Act(Intent.withdraw_plan)
    for pattern, mode in _WHOLE:
        if pattern.match(said):
            return Act(Intent.plan_version, Slots(mode=mode))
    if found := _SAME.match(said):
        return Act(Intent.plan_version, Slots(mode="same", code=_label(text, found), task_ids=(int(found["number"]),)))
    if found := _NEW.match(said):
        return Act(Intent.plan_version, Slots(mode="new", code=_label(text, found)))
    return None


def _label(text: str, found: re.Match[str]) -> str:
    return tidy(text)[: found.end("label")]
