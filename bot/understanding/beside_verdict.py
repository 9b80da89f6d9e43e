"""What stands beside a verdict: the reason without the verdict itself, and who gets the task back."""

import re

from bot.understanding.clause import Clause
from bot.understanding.line import read_line
from bot.understanding.takers import Taker, takers

#: A verdict in front of the reason itself: "làm lại, số liệu sai".
_VERDICT = re.compile(
    r"^(?:(?:(?:thì|thi) )?(?:làm lại|lam lai|chưa đạt|chua dat|không đạt|khong dat|trả lại|tra lai|trả về|tra ve|(?:chưa|không|hông|chua|khong)(?: thể| the)? (?:đăng|dang|duyệt|duyet) (?:được|duoc)(?: đâu)?)(?: (?:nhé|nhe|nha|nghen|đi|em|giúp em))*(?:[ ,:.]+|$))+",
    re.I,
)
#: The end of the verdict in front of the reason: "trả việc 40 về, bổ sung …".
_LED_BY = re.compile(
    r"^(?:(?:yêu cầu(?=,)|yeu cau(?=,)|(?:về|ve)(?: cho (?:anh|chị|chi) em)?(?: làm lại| lam lai| sửa lại| sua lai)?|được|duoc|nhé|nhe|nha|hi|hí|hỉ|hè|em|ạ|đi|di|lại|lai)[ ,:.]*)*(?<=[,:.] )",
    re.I,
)
#: The verdict said once more: "không đồng ý đâu, dân chờ lâu rồi", "thì chưa, thiếu phân công".
_DENIED = re.compile(
    r"^(?:(?:(?:thì|thi|là|la) )?(?:không|khong|chưa|chua|hông|chẳng)(?: (?:đồng ý|dong y|nhất trí|nhat tri|cho|được|duoc|duyệt|duyet))?(?: (?:lùi|lui|đâu|dau|được|duoc|nhé|nha|em))*|đâu|dau) ?[,.:;] ?(?:(?:vì|vi|do|tại|tai) )?(?=\S)",
    re.I,
)
_BRACKETED = re.compile(r"^\(([^()]*)\)$")
_BACK = re.compile(r" (?:(?:lai|ve|luon) )*(?:cho|ve) ")
#: "… thì anh ký": what he will do then; who signed is told with "đã ký", "ký rồi", "ký hôm qua".
SIGNS_THEN = r"\b(?:(?:thi|roi|moi|(?<!tuc )la)(?: (?:moi|se|hay))* (?:anh|chi|toi)(?: (?:moi|se|hay))*|moi|thi se) ky(?: (?:cho|nhe|nha|nghe|em|a|luon|duoc|lien|ngay))*[ .!]*$"
#: Once something else has happened, or not yet: "7 bảo Lan gửi thêm ảnh rồi anh duyệt", "2 mai anh duyệt".
LATER = re.compile(
    r"\b(?:gui|nop|bo sung|them|sua|ky|co|chup|xem|doc|hop|hoi|(?:dinh )?kem|in|photo|scan|dong dau|hoan thien|lam|viet|trinh|dua|nhap|ra soat) (?:\w+ ){0,6}?(?:roi|xong|thi)(?: (?:anh|chi|toi|em|moi|se|hay))+ (?:phe |ky )?duyet\b"
    # To sign is to approve: "2 có biên bản kèm theo thì anh ký".
    rf"|{SIGNS_THEN}"
    r"|\b(?:cho|doi|khi(?: nao)?|bao gio|nao|luc nao|sau khi|phai|du|co|xong) (?:[^\W\d]+ ){1,5}?(?:thi|roi|moi|xong|hang|hãng|moi duoc|nua)(?: (?:anh|chi|toi|em|moi|se|hay|hang))* (?:phe )?duyet\b(?! roi)"
    r"|\b(?:mai|chieu|toi nay|sang mai|tuan sau|hom sau|de (?:mai|chieu|toi|tuan sau|hom khac))(?: (?:anh|chi|toi|se|moi))* (?:phe )?duyet\b"
)
#: "Việc 7 xin lùi nữa thì không được", "… hả, không được, bác".
NO_MORE_TIME = re.compile(
    r"\bxin (?:lui|gia han|them|khat)\b(?:(?! duoc khong)[^?])* (?:khong duoc|khong cho|thi thoi|bac)\b(?! (?:nua )?(?:ha|sao|a)\b)"
)


def cleaned(reason: str | None) -> str | None:
    """The reason without the verdict in front of it; None where nothing but the verdict is said."""
    if reason:
        reason = _DENIED.sub("", _LED_BY.sub("", _VERDICT.sub("", _BRACKETED.sub(r"\1", reason)))) or None
    empty = r"(?:(?:toi|anh|chi|minh) (?=(?:khong|chua))|thi |nhat tri|(?:xem|coi|kiem tra) lai|doi (?=nua)|cho |viec |nay |khong |chua |dat|duyet|dong y|lui|gia han|han|lam lai|sua lai|dau|duoc|a|nhe|em|anh|chi|giup|ho|roi|ve|tra lai|nua|thoi|luon|di|yeu cau|,| )+"
    return None if reason and re.fullmatch(empty, read_line(reason).norm) else reason


def back_to(c: Clause) -> Taker | None:
    """ "Trả về 28 cho em Hoa, phụ lục sai mẫu": who gets it back."""
    begin = _BACK.match(c.norm, c.ids_span[1]) if c.ids_span else None
    found = takers(c, begin.end(), strangers=False) if begin else []
    meant = found and not re.fullmatch(
        r"(?:anh|chi|cac)(?: chi)? em", read_line(c.line.typed(found[0].start, found[0].end)).norm
    )
    return found[0] if meant else None
