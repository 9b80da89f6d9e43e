""" "Hủy việc 61", "xóa việc vừa thêm": a task is to be followed no more, which is no report taken back."""

import re

from bot.understanding.clause import Clause, Doubt
from bot.understanding.intents import Act, Intent

_DROP = r"(?:huy(?: bo)?|xoa(?: bo)?|bo|go(?: bo)?|loai(?: bo)?)"
_HELP = r"(?: (?:giup|ho|gium|luon|cho)(?: (?:em|anh|chi|toi))?)*"
_TASK = r"(?:cai )?(?:viec|nhiem vu|nv|cong viec|dau viec)"
_NUMBERS = r"(?P<numbers>(?: so)? #?\d{1,4}(?: ?(?:,|va) ?(?:viec )?#?\d{1,4})*)"
_JUST_GIVEN = (
    r"(?: phat sinh| moi)? (?:vua|moi)(?: (?:roi|xong))? (?:them|ghi|giao|nhap|tao|dua vao)(?: (?:vao|xong|luc nay))?"
)
_AWAY = r"(?: (?:di|luon|nhe|a|ra|nay|khoi (?:danh sach|he thong)|khong theo doi nua|giup (?:em|anh|chi)|em|anh|chi))*"
_WHY = r"(?:[ ,:–-]+(?:vi |do )?(?:khong (?:can|lam|to chuc|thuc hien|phai lam)\b[^,;]*|(?:them|nhap|ghi|giao|bi|la) (?:nham|trung|lon)\b[^,;]*|trung\b[^,;]*)|, (?:[^\W\d]+ ){1,4}?(?:khong|bo|huy|dung|thoi|rut)\b[^,;]*)?"
_ORDER = re.compile(
    rf"(?:(?:da|em|bot|alo|thoi|a|oi|anh|chi|nho em|nho bot)[ ,]+)*{_DROP}{_HELP} {_TASK}(?:{_NUMBERS}|{_JUST_GIVEN}){_AWAY}{_WHY}[ .!]*"
)
#: The task, or what was told of it: "7 hủy", "dừng việc 18".
_EITHER = re.compile(
    rf"(?:(?:da|em|thoi|a|anh|chi)[ ,]+)*(?:(?:{_TASK} )?{_NUMBERS.replace('(?P<numbers>', '(?:').replace('(?: so)? ', '(?:so )?')} (?:thi )?(?:huy(?: bo)?|bo|dung|ngung)|(?:huy|dung|ngung)(?: {_TASK})?{_NUMBERS.replace('(?P<numbers>', '(?:')})"
    rf"(?: (?:di|luon|nhe|nha|a|em|giup|lai))*{_WHY}[ .!]*"
)
#: "20 khỏi làm nữa, Sở bỏ rồi".
_NO_MORE = re.compile(
    rf"(?:(?:da|em|thoi|a|anh|chi)[ ,]+)*(?:{_TASK} )?(?:so )?#?\d{{1,4}} (?:nay )?(?:thi )?(?:khoi|khong (?:can|phai|con)|thoi khong|khong) (?:lam|theo doi|thuc hien) nua(?: (?:dau|nhe|nha|a|em|anh|chi))*(?:[ .!]*|,? (?:vi |do )?[^\d;]*)"
)


def task_dropped(c: Clause) -> Act | Doubt | None:
    """With its number, or the one just given; a question drops nothing."""
    found = None if c.asks else _ORDER.fullmatch(c.norm)
    if found is None:
        either = c.ids and not c.asks and _EITHER.fullmatch(c.norm)
        if either:
            return Doubt((c.act(Intent.undo_done), c.act(Intent.drop_task)))
        no_more = len(c.ids) == 1 and not c.asks and _NO_MORE.fullmatch(c.norm)
        return Doubt((c.act(Intent.drop_task), c.act(Intent.progress, statement=c.said))) if no_more else None
    return c.act(Intent.drop_task, task_ids=tuple(int(n) for n in re.findall(r"\d+", found["numbers"] or "")))
