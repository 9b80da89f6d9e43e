"""Taking back what was recorded: "hoàn tác", "báo nhầm", "hủy xác nhận xong 44", "mở lại 12 vì sai số"."""

import re

from bot.understanding.clause import Clause, Doubt
from bot.understanding.intents import Act, Intent
from bot.understanding.numbers import masked

_UNDO = (
    r"hoan tac|undo|(?:huy|bo|xoa) (?:lai )?(?:cai |lan |phan |ket qua |thao tac )?(?:vua|moi) (?:roi|xong|ghi|bao|nhap)|huy (?:bao )?(?:xong|hoan thanh|ket qua(?= (?:viec|vua|so|nhe|a|em)\b| ?\d| ?$)|trang thai)|huy viec .* (?:da )?xong|mo lai|khoi phuc|bao (?:xong )?nham|bam nham|ghi nham|nham (?:roi|viec)|"
    r"(?:la|bi) nham|(?:bo|xoa|rut|go) (?:lai )?(?:phan |cai |viec )?(?:da )?(?:bao |danh dau |bao cao )?(?:xong|hoan thanh)|rut lai (?:bao cao|viec|ket qua)|lo (?:tay )?(?:bam|bao|nhan)|danh dau nham|nham viec|xac nhan nham|nhan nham|gui nham|"
    r"xong nham|hoan thanh nham|tra (?:viec|lai) .*ve (?:dang|chua)|ve (?:trang thai )?(?:chua xong|dang lam|dang thuc hien)|huy (?:lenh|thao tac) (?:vua|truoc)|reopen|(?:bao|bam|ghi|nhap|nhan) lon"
)
_DROP = r"(?:huy(?: bo)?|bo|thu hoi|thu lai|rut(?: lai)?|xoa|go)"
_FILLER = r"(?: (?:lai|giup (?:em|anh|chi)|giup|ho (?:em|anh|chi)|viec|nhiem vu|\d{1,4}|phan|cai|lan|luot|da|vua|ngay|lenh|quyet dinh|thong bao|y kien))*"
_ENDS = r"(?= (?:viec|nhiem vu|nv|so|cua|vua|luc|nhe|a|em|anh|chi|giup|di|vi|do|nay)\b| ?[#\d,.!]| ?$)"
#: What was said of a task, dropped: a report, or what a head decided.
_REPORT = rf"{_DROP}{_FILLER}(?: \w+){{0,2}}? (?:bao cao|bao|xac nhan|danh dau|ghi nhan|ghi|tick|ket qua|trang thai)(?: (?:la|da|viec|nhiem vu|so|bao|\d+))* (?:xong|hoan thanh|hoan tat|ket qua)"
_DECISION = rf"{_DROP}{_FILLER} (?:phe duyet|duyet|dong y|giao|phan cong|tra(?: lai)?|(?:de nghi |xin )(?:lui|gia han)|de nghi|bao xong){_ENDS}"
#: A slip owned up to, and what was recorded by it denied or thrown out.
_SLIP = r"^(?:(?:ua|a|ha|ui|oi|da|thoi|thoi chet|chet|em|anh|chi|xin loi|quen)[ ,]+)*(?:(?:bam|ghi|bao|nhan|go|noi) )?(?:nham|lon)\b.*\b(?:chua (?:xong|lam|hoan thanh)|bo (?:giup|di|ho|ra)|huy (?:giup|di|ho)|xoa (?:giup|di|ho))"
_WITHDRAWN = r"rut lai(?= ?$|,| nhe| a\b| giup)"
_MEANT_ANOTHER = r"nham\b.*\b(?:y (?:em|anh|chi|toi|minh) (?:la|noi)|phai la|dung ra la|le ra|(?:ma )?la (?:viec |so )?\d+ (?:moi|co))"
#: Taken from one and given to another, of which only the first half is an undoing.
_GIVEN_ANEW = rf"\b{_DROP} (?:viec )?(?:giao|phan cong)\b.*[, ](?:giao lai|chuyen|giao)(?: cho| sang| qua)? (?:anh|chi|em|co|chu|bac|phong|ben)\b"
#: Whom it is about is open: the sender, or the bot, which is "em" to everybody.
_BOT_WRONG = r"(?:em|bot)(?: (?:lai|hieu|nghe|doc|lam|bi))* sai(?: (?:roi|het|mat))*"

#: Nothing but that it was wrong; "sai" alone answers a question.
_WRONG = (
    r"(?:(?:em|toi|bot|anh|chi|lai|bao|ghi|bam|nhan|da|lam|nham|bi|lo) )*(?:nham|(?:ghi|bao|bam|nhan) sai|sai (?:roi|viec|so)|nham so)(?: (?:roi|viec|so|mat|het|day))*|"
    r"khong phai (?:viec|nhiem vu|cai|so)(?: (?:do|đó|nay|kia|ay))?"
)


#: Reopened or restored in the work itself: "mở lại lớp học", "khôi phục sản xuất".
_IN_WORK = re.compile(
    r"\b(?:mo lai|khoi phuc) (?!(?:viec|nhiem vu|nv|so|cho|giup|ho|gium|nhe|a|em|anh|chi|di|vi|do|trang thai|bao cao|cai|phan|nua|voi|luon|ngay|lai|la|ve|roi|de|ket qua|ban)\b)[^\W\d]"
)


def taken_back(c: Clause) -> Act | Doubt | None:
    if c.is_just(_BOT_WRONG) or re.fullmatch(_BOT_WRONG, c.norm.strip(" .!")):
        return Doubt((c.act(Intent.undo_done),))
    if c.is_just(_WRONG):
        return c.act(Intent.undo_done)
    if not (c.has(f"{_UNDO}|{_REPORT}|{_DECISION}|{_WITHDRAWN}") or re.search(_SLIP, c.norm) or c.has(_MEANT_ANOTHER)):
        return None
    if c.has("cach|lam sao|kieu gi") or _IN_WORK.search(c.norm) or re.search(r"\bnham _", masked(c.norm)):
        return None
    if c.has(r"(?:giao|phan cong|chuyen) .*nham") and not c.has("(?:bao|ghi|bam|nhap|danh dau) .*nham"):
        return c.act(Intent.not_understood)
    if re.search(_GIVEN_ANEW, c.norm):
        return Doubt((c.act(Intent.undo_done),))
    if c.has(_MEANT_ANOTHER):
        return Doubt((c.act(Intent.undo_done, task_ids=c.ids[:1]),))
    if c.has(r"khong phai|chu khong|ma la"):
        return Doubt((c.act(Intent.undo_done), c.act(Intent.done)))
    return c.act(Intent.undo_done, reason=c.reason or _why(c), reopens=c.has("mo lai|khoi phuc|reopen"))


def _why(c: Clause) -> str | None:
    """What stands behind the comma or colon: "mở lại 22, Sở trả hồ sơ", "mở lại 12: sai số liệu"."""
    behind = c.ids_span and re.compile(r"(?: (?:nhe|nha|a|em|anh|chi))*, ?(?=\w+ \w+)| ?: ?(?=\w)").match(
        c.norm, c.ids_span[1]
    )
    return (
        c.without_politeness(behind.end(), len(c.norm))
        if behind and c.starts("(?:(?:xin|cho em|cho toi) )*(?:mo lai|khoi phuc|huy|rut|thu hoi)")
        else None
    )
