"""Taking back what was recorded: "hoàn tác", "báo nhầm", "hủy xác nhận xong 44", "mở lại 12 vì sai số"."""

import re

from bot.understanding.clause import Clause, Doubt
from bot.understanding.intents import Act, Intent
from bot.understanding.numbers import masked

_UNDO = (
    r"hoan tac|undo|(?:huy|bo|xoa) (?:lai )?(?:cai |lan |phan |ket qua |thao tac )?(?:vua|moi) (?:roi|xong|ghi|bao|nhap)|huy (?:bao )?(?:xong|hoan thanh|ket qua(?= (?:viec|vua|so|nhe|a|em)\b| ?\d| ?$)|trang thai)|huy viec .* (?:da )?xong|mo lai|mo(?: \w+)? (?:ra )?lai(?= ?$|[ ,.]+(?:cho|giup|ho|nhe|a|em|anh|chi|viec|nhiem vu|vi|do)\b)|mo ra lai|khoi phuc|bao (?:xong )?nham|bam nham|ghi nham|nham (?:roi|viec)|"
    r"(?:la|bi) nham|(?:bo|xoa|rut|go) (?:lai )?(?:phan |cai |viec )?(?:da )?(?:bao |danh dau |bao cao )?(?:xong|hoan thanh)|rut lai (?:bao cao|viec|ket qua)|lo (?:tay )?(?:bam|bao|nhan)|danh dau nham|nham viec|xac nhan nham|nhan nham|gui nham|"
    r"xong nham|hoan thanh nham|tra (?:viec|lai) .*ve (?:dang|chua)|(?:tra |cho )?ve nhu cu|ve (?:trang thai )?(?:chua xong|dang lam|dang thuc hien)|huy (?:lenh|thao tac) (?:vua|truoc)|reopen|(?:bao|bam|ghi|nhap|nhan) lon|(?:huy|bo|xoa) (?:giup )?(?:cai |lan )(?:bao )?xong (?:do|ay|nay|kia|đó)"
)
_DROP = r"(?:huy(?: bo)?|bo|thu hoi|thu lai|rut(?: lai)?|xoa|go)"
_FILLER = r"(?: (?:lai|giup (?:em|anh|chi)|giup|ho (?:em|anh|chi)|viec|nhiem vu|\d{1,4}|phan|cai|lan|luot|da|vua|ngay|lenh|quyet dinh|thong bao|y kien))*"
_ENDS = r"(?= (?:viec|nhiem vu|nv|so|cua|vua|luc|nhe|a|em|anh|chi|giup|di|vi|do|nay)\b| ?[#\d,.!]| ?$)"
#: What was said of a task, dropped: a report, or what a head decided.
_REPORT = rf"{_DROP}{_FILLER}(?: \w+){{0,2}}? (?:bao cao|bao|xac nhan|danh dau|ghi nhan|ghi|tick|ket qua|trang thai)(?: (?:la|da|viec|nhiem vu|so|bao|\d+))* (?:xong|hoan thanh|hoan tat|ket qua)"
_DECISION = rf"(?:{_DROP}|lay lai){_FILLER} (?:phe duyet|duyet|dong y|giao|phan cong|tra(?: lai)?|(?:de nghi |xin )(?:lui|gia han)|de nghi|bao xong){_ENDS}"
_WISH = r"(?:(?:cai|lan|y kien|don|de nghi|de xuat|yeu cau|xin) )+(?:lui|gia han|keo dai|doi (?:han|moc|ngay)|them (?:han|thoi gian))"
#: A wish for time withdrawn: "rút đơn xin lùi 17"; by whoever made it: "thôi việc 17 khỏi lùi nữa".
_NO_WISH = rf"{_DROP}{_FILLER} {_WISH}"
_NOT_LATER = r"(?:(?:da|thoi|em|anh|chi|toi|minh|a|viec|nhiem vu|nv|thi|ua|#?\d{1,4})[ ,]+)*(?:(?:khong|khoi|chang|thoi)(?: (?:can|phai|de nghi|muon|xin|co))*(?<!khong co) (?:lui|gia han)(?: (?:han|moc|viec|\d{1,4}))* nua|(?:khong|khoi|thoi) (?:de nghi|xin) (?:lui|gia han)(?! (?:duoc|kip)|(?<=thoi xin lui)[^,;]* (?:den|toi|sang|qua|them) \S)|khoi (?:can )?(?:lui|gia han)\b)"
#: A slip owned up to, and what was recorded by it denied or thrown out.
_SLIP = r"^(?:(?:ua|a|ha|ui|oi|da|thoi|chet|em|anh|chi|xin loi|quen)[ ,]+)*(?:(?:bam|ghi|bao|nhan|go|noi) )?(?:nham|lon)\b.*\b(?:chua (?:xong|lam|hoan thanh)|bo (?:giup|di|ho|ra)|huy (?:giup|di|ho)|xoa (?:giup|di|ho))|\bchua (?:xong|lam|hoan thanh)(?: dau| ma| a| nhe)*[ ,.]+(?:(?:xin loi|(?:em|anh|chi|toi|minh)(?= )|la|bi|lai|bao|ghi|bam|noi) )*(?:nham|lon)(?: (?:roi|day|a|em|anh|chi|nhe|mat))*[ .!]*$"
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


#: What a slip names beside itself: "duyệt nhầm rồi", "hủy trả lại 44", "nhắc nhầm".
_SLIPPED = r"(?:nham|lon|sai)\b"
_OF_ACT = (
    ("approve", r"(?:phe )?duyet|dong y|chap thuan|thong qua"),
    ("reject", r"tra(?: lai| ve)?|bac|tu choi"),
    ("assign", r"giao|phan cong"),
    ("remind_unit", r"nhac"),
    ("extend_request", _WISH),
)
#: A question about what was taken back, and no order: "em vừa hoàn tác cái gì", "sao em lại mở lại".
_WHAT = r"(?:(?:cai|viec|nhung|phan|nhiem vu) )?(?:gi|nao)|sao|tai sao|vi sao|ai|chua|ha|khi nao|luc nao"
_TAKEN = r"hoan tac|undo|(?:vua|moi|da) (?:bo|huy|xoa|rut)(?! qua)"
_ASKED = re.compile(
    rf"\b(?:{_TAKEN})\b.*\b(?:{_WHAT})\b|\b(?:sao|tai sao|vi sao|ai) .*\b(?:{_TAKEN})\b|\bhoan tac roi\b"
    r"|^(?:(?:em|anh|chi|bot)(?: oi)?,? )?(?:ai|sao|tai sao|vi sao) (?:(?:da|vua|lai|dam|cho|tu) )*(?:mo lai|khoi phuc|huy|bo|xoa|rut)\b(?!.*\b(?:giup|ho|gium|dum|voi)\b)"
)
_OPENED = re.compile(
    r"\b(?:mo lai|khoi phuc|huy|bo|rut lai|xoa) [^,;]*\bchua(?: (?:a|em|anh|chi|vay|the|nhi|ha))*[?!. ]*$"
)
_ALL = re.compile(r"\b(?:hoan tac|undo)(?: lai)? (?:het|tat ca|toan bo|tat)\b")

#: Reopened or restored in the work itself: "mở lại lớp học", "khôi phục sản xuất".
_IN_WORK = re.compile(
    r"\b(?:mo (?:ra )?lai|khoi phuc) (?!(?:viec|nhiem vu|nv|so|cho|giup|ho|gium|nhe|a|em|anh|chi|di|vi|do|trang thai|bao cao|cai(?= (?:nay|do|kia|ay|viec|nhiem vu|so|vua|\d))|phan|nua|voi|luon|ngay|lai|la|ve|roi|de|ket qua|ban)\b)[^\W\d]"
)


#: "33 báo hoàn thành rồi nhưng tỉnh trả hồ sơ về, mở lại giúp".
_BUT = re.compile(
    r"\bnhung (?:ma )?(?P<why>[^,;]+), ?(?:(?:nho|nen|em|anh|chi|xin) )*(?:mo (?:ra )?lai|khoi phuc|huy|go|bo)\b"
)
_TAKEN_BACK = f"{_UNDO}|{_REPORT}|{_DECISION}|{_WITHDRAWN}"


def taken_back(c: Clause) -> Act | Doubt | None:
    if c.is_just(_BOT_WRONG) or re.fullmatch(_BOT_WRONG, c.norm.strip(" .!")):
        return Doubt((c.act(Intent.undo_done),))
    if (_ASKED.search(c.norm) or _OPENED.search(c.norm)) and not c.has(
        "cach|lam sao|kieu gi|the nao|duoc chua|(?:la|nghia la) gi"
    ):
        return c.act(Intent.task_detail if c.ids else Intent.what_was_undone)
    if not c.asks and (c.has(_NO_WISH) or (not c.heads and re.match(_NOT_LATER, c.norm))) and not c.evidence:
        return c.act(Intent.undo_done, of_act="extend_request")
    if c.is_just(_WRONG):
        return c.act(Intent.undo_done)
    if not (c.has(_TAKEN_BACK) or _decided_by_slip(c) or re.search(_SLIP, c.norm) or c.has(_MEANT_ANOTHER)):
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
    if not c.ids and _ALL.search(c.norm):
        return Doubt((c.act(Intent.undo_done, mode="all"),))
    return c.act(
        Intent.undo_done,
        reason=c.reason or _why(c),
        reopens=c.has("mo (?:ra )?lai|khoi phuc|reopen"),
        of_act=_act_named(c),
    )


#: "Lỡ duyệt 2 rồi, thu lại".
_BY_SLIP = re.compile(
    r"(?:(?:em oi|oi|a|ua|chet|anh|chi|toi|minh)[ ,]+)*lo (?:tay )?(?:duyet|dong y|tra(?: lai)?|giao|nhac) (?:viec )?\d[^,.;]*[,.]? (?:(?:em|cho|xin|nho|giup|anh|chi|toi|minh) )*(?:thu|lay|rut|huy|go|bo)(?: lai| ra| di| giup| ho| nhe| nha| em| anh| chi| a)*[ .!]*$"
)


#: "Lỡ tay duyệt rồi, gỡ giúp anh"; "ấy nhầm, chưa duyệt 2 nha".
_OWNED_SLIP = re.compile(
    r"(?:(?:em oi|bot oi|ay|oi|a|ha|ui|ua|chet|thoi|anh|chi|toi|minh)[ ,.]+)*(?:"
    r"lo (?:tay |bam )+(?:duyet|dong y|tra(?: lai)?)(?: (?:viec )?\d{1,4})?(?: (?:mat|roi|nham|luon))+(?:[ ,.]+(?:(?:em|cho|xin|nho|giup|anh|chi|toi|minh|oi) ?)*(?:(?:thu|lay|rut|huy|go|bo)(?: (?:lai|ra|di|giup|ho|nhe|nha|em|anh|chi|a))*)?)?"
    r"|(?:bam |ghi |go )?(?:nham|lon)(?: (?:roi|mat|viec \d+|\d+))*[ ,.]+(?:(?:viec )?\d{1,4} )?(?:chua|khong|dung|khoan)(?: (?:co|phai|hay))? (?:duyet|dong y)(?: (?:viec )?\d{1,4})?(?: (?:dau|nha|nhe|em|a|nua|vo|voi|da))*)[ .!]*$"
)


def _decided_by_slip(c: Clause) -> bool:
    """ "Anh bấm duyệt nhầm", "trả nhầm 2"; of somebody else's slip it is told."""
    if c.heads and (_BY_SLIP.match(c.norm) or _OWNED_SLIP.match(c.norm)):
        return True
    named = c.person_span and c.line.typed(c.person_span[0], c.person_span[1])
    return (
        c.heads
        and not (named and named.split()[-1][:1].isupper())
        and c.has(r"(?:duyet|tra lai|tra|tu choi|nhac) nham")
    )


def _act_named(c: Clause) -> str | None:
    """The kind of act that was a slip or is dropped, where a word says so."""
    named = (
        intent
        for intent, words in _OF_ACT
        if c.has(
            rf"(?:{words})(?: (?:viec|nhiem vu|so|\d+))* {_SLIPPED}|{_DROP}{_FILLER} (?:{words}){_ENDS}|lo (?:tay )?(?:bam )?(?:{words})\b"
        )
        or (intent == "approve" and _OWNED_SLIP.match(c.norm) and c.has("chua|khong|dung|khoan"))
    )
    return next(named, None)


#: That it was a slip is no reason of its own.
_OWNED_UP = r"(?:(?:em|toi|minh|anh|chi|hoi nay|luc nay|ban nay|vua|lo|do|da|bi|tay|bao|bam|ghi|nhan|doc|nhin|xem|go|an|chon|tick|danh dau|hom truoc|hom qua|xong|hoan thanh) )*(?:nham|lon|som(?! (?:hon|nhat)))\b"


def _why(c: Clause) -> str | None:
    """What stands behind the comma or colon: "mở lại 22, Sở trả hồ sơ", "mở lại 12: sai số liệu"; or behind "nhưng"."""
    if turned := _BUT.search(c.norm):
        return c.without_politeness(*turned.span("why"))
    behind = c.ids_span and re.compile(
        r"(?: (?:nhe|nha|a|em|anh|chi|di|giup|ho|voi|luon))*, ?(?=\w+ \w+)| ?: ?(?=\w)"
    ).match(c.norm, c.ids_span[1])
    return (
        c.reason_from(behind.end())
        if behind
        and not re.match(_OWNED_UP, c.norm[behind.end() :])
        and behind
        and c.starts("(?:(?:xin|cho em|cho toi) )*(?:mo lai|mo ra lai|khoi phuc|huy|rut|thu hoi)")
        else None
    )
