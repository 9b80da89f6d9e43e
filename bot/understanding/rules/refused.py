"""A head's refusal of what is shown, in few words: "không được", "thiếu ảnh, gửi lại anh", "duyệt làm sao được khi chưa có số"."""

import re

from bot.understanding.beside_verdict import cleaned
from bot.understanding.clause import Clause
from bot.understanding.intents import Act, Intent

#: What is not good enough yet, and what is wanted of it; who waits himself refuses nothing.
_NOT_GOOD = r"(?:chua|khong)(?: (?:duoc|on|dat|the duyet))(?: (?:nhe|nha|nghe|nghen|hi|em|dau|roi|a|oi))*[,.:;]+ "
_LACKS = r"(?:con |bi )*(?:thieu|sai|moi (?:co|duoc)\b)|(?:so lieu|bieu|phu luc|anh|noi dung|ho so|van ban|bao cao|so)(?: con| bi)* (?:thieu|sai|lech|mo|chua)\b"
_WAITING = r"(?:dang|con|van) (?:doi|cho|vuong|lam|ket)|vuong|ket"
_AGAIN = r"(?:sua|lam|nop|gui|chinh|xem|ra soat|viet|bo sung|trinh) (?:lai|them|cho du)|bo sung|gui (?:lai )?(?:cho )?(?:anh|chi|toi)"
#: "Duyệt làm sao được khi chưa có số văn bản".
CANNOT = re.compile(
    r"(?:duyet|ky|cho qua) (?:lam )?sao (?:ma )?(?:duoc|noi),? (?:khi|vi|do)? ?(?=chua|khong|thieu|sai|con)"
)


def _up_to_comma(c: Clause) -> str:
    return c.line.typed(0, len(c.norm.partition(",")[0]))


def refused(c: Clause) -> Act | None:
    """To what is shown: "không được"; "chưa được nha, số liệu lệch, sửa lại rồi gửi anh"."""
    if (cannot := CANNOT.match(c.core)) and c.reason_from(at := c.norm.find(cannot[0]) + cannot.end()):
        return c.act(Intent.reject, reason=c.reason_from(at))
    if re.match(_LACKS, c.core) and c.has(_AGAIN) and not c.has(_WAITING):
        return c.act(Intent.reject, reason=_up_to_comma(c))
    if c.is_just(r"bac|khong|tra|tra lai(?: viec)?|khong duoc|chua dat|chua duoc"):
        return c.act(Intent.reject)
    begin = re.match(_NOT_GOOD, c.core)
    lacking = begin and re.match(_LACKS, c.core[begin.end() :])
    if not begin or not (lacking or c.has(_AGAIN)) or c.has(_WAITING):
        return None
    return c.act(Intent.reject, reason=cleaned(c.reason_from(c.norm.find(begin[0]) + begin.end())))
