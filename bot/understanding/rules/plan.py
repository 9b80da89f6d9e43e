"""What the keeper says of a plan: "“Văn phòng HĐND, UBND” là VP", "xuất bản nháp", "A.I.3 là 7", "bỏ xác nhận"."""

import re

from bot.understanding.clause import Clause
from bot.understanding.directory import Directory
from bot.understanding.intents import Act, Intent, Slots
from jobs.rules.text import fold, tidy

#: The name stands in quotation marks, as the review shows it, so that no task or title is taken for one.
_ALIAS = re.compile(r'^(?:đơn vị |don vi )?["“”](.{2,120}?)["“”]\s*(?:là|la|=)\s*(.{2,120}?)[.!]?$', re.IGNORECASE)

_WANT = r"(?:(?:xin|cho|gui|xuat|tai|lay|can|muon|download|lai|ve|xuong|em|anh|chi|toi|minh) )"
_TAIL = r"(?: (?:ra|sang|bang|thanh|dang|ve|xuong|lai|de|sua|ke hoach|tep|file|excel|xlsx))*"
_SHEET = (
    rf"{_WANT}*(?:tep|file|bang|ban) ra soat{_TAIL}"
    rf"|{_WANT}+(?:(?:tep|file) )?ban nhap{_TAIL}"
    rf"|{_WANT}*(?:(?:tep|file) (?:ban )?nhap|ban nhap (?:excel|xlsx|bang excel)){_TAIL}"
)
_PLAN_FILE = r"(?:(?:tep|file|van ban)(?: ke hoach)?|ke hoach)(?: moi)?(?: nam (?:20\d\d|nay|sau))?"
_HAND_IN = (
    rf"(?:(?:em|anh|chi|toi|minh|muon|can|dinh|xin|cho) )*(?:gui|nop|dua|them|nhap|up|upload|tai|day)(?: len)? {_PLAN_FILE}"
    r"(?: (?:len|vao|day|o dau|the nao|nhu the nao|bang cach nao|ra sao|cho (?:em|bot)))*"
    rf"|{_WANT}*(?:link|lien ket|duong dan|trang)(?: de)? (?:gui|nop|tai|up|upload)(?: len)?(?: {_PLAN_FILE})?(?: len)?"
)


def file_word(c: Clause) -> Act | None:
    """A plan's file wanted or offered, and nothing else said; "ghi", the answer to the changes of a sheet."""
    if c.is_just("ghi|ghi (?:lai|luon|di|het|vao)|ghi vao (?:ban )?nhap"):
        return Act(Intent.take_changes)
    if c.is_just(_SHEET):
        return Act(Intent.review_file)
    told = c.norm.startswith("da ")  # "đã nộp kế hoạch" reports
    return Act(Intent.hand_in) if c.is_just(_HAND_IN) and not told else None


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
_LEFT_OUT = re.compile(
    r"(?:xem )?(?:cac |nhung )?dong (?:nao )?(?:bi |duoc |em )?(?:de lai|bo lai|bo sot|khong doc|khong lay)(?: nao)?[?.]*$"
)
_WITHDRAW = re.compile(r"(?:bo|huy|rut|rut lai|thu hoi|lui) (?:viec )?xac nhan(?: ke hoach)?[.!]?$")


def plan_version(text: str) -> Act | None:
    """What a keeper says of a newer version of a plan, or of his own confirmation; None for anything else."""
    said = fold(text)
    if _WITHDRAW.match(said):
        return Act(Intent.withdraw_plan)
    if _LEFT_OUT.match(said):
        return Act(Intent.left_out)
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
