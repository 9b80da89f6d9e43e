"""A request of somebody else that was passed on to the bot: "Kính gửi các đồng chí, đề nghị báo cáo nhiệm vụ 17", "Lan ơi việc 7
đẩy nhanh giúp anh". It tells nothing of the work, so the task is shown and nothing is kept."""

import re

from bot.understanding.clause import Clause, Doubt
from bot.understanding.for_whom import named_at
from bot.understanding.intents import Act, Intent
from bot.understanding.line import read_line
from bot.understanding.rules.new_task import due
from bot.understanding.takers import takers
from bot.understanding.words import DONE
from jobs.rules.days import HALF_A_YEAR

#: A letter asks, and nobody is pressed by it: "có CV 90/UBND yêu cầu báo cáo …, phòng KT làm", "kính gửi các phòng, đề nghị …".
LETTER_ASKS = (
    r"(?:(?:fwd?|fw|chuyen tiep):? )?kinh (?:gui|moi|thua)\b(?! (?:em|bot)\b)"
    r"|(?:(?:ben|phia) )?(?:(?:ubnd )?(?:tinh|huyen|thanh pho|tp)|so [^\W\d]+(?: [^\W\d]+)?|bo [^\W\d]+|trung uong|cap tren)(?: (?:moi|vua|lai|dang|da|co|gui))*,? (?:yeu cau|de nghi)\b"
    r"|(?:[^\W\d]+ ){0,5}?(?:(?:moi|vua|lai|co|gui|ra|ban hanh|nhan(?: duoc)?) )*(?<!theo )(?:cong van|cv|van ban|vb|thong bao|giay moi|chi thi|cong dien)\b[^,;]*? (?:yeu cau|de nghi)\b"
)
_FORWARDED = r"(?:(?:fwd?|fw|chuyen tiep|tin nhan cua \w+) ?:? ?)?"
#: To many, or closed like a letter; "kính gửi anh, việc 17 đã xong" reports.
_LETTER = re.compile(
    rf"{_FORWARDED}kinh (?:gui|moi|thua)(?: toi)?:? (?:cac|quy|toan the|don vi|dong chi|phong|lanh dao cac|uy ban|thu truong)\b|.*\btran trong(?: cam on| kinh \w+)?[ .!]*$"
)
_ASKS = r"(?:de nghi|yeu cau|kinh mong|mong|nho|giao)"
_DO = r"(?:bao cao|hoan thanh|nop|gui|cap nhat|ra soat|bo sung|thuc hien|trien khai|day nhanh|khan truong|tap trung|xu ly|cung cap|tong hop|tham muu|kiem tra|phoi hop)"
_YOU = r"(?:(?:cac |quy )?(?:dong chi|phong|don vi|co quan|anh|chi|em|ban)(?: (?:chuyen mon|lien quan|minh|truc thuoc))*|,)"
_BY = r"(?:(?:theo|thuc hien|can cu|tai) [^,;]+, ?)"
_ABOVE = r"(?P<above>(?:ben |phia )?(?:sep|lanh dao|tren(?= (?:moi |vua |lai )?(?:yeu cau|de nghi|giao))|tinh|so|ubnd|van phong|vp|thuong truc|chu tich|bi thu|cap tren|truong phong|pho phong|giam doc|anh|chi|chu|bac)(?! (?:em|toi)\b)(?: (?!de nghi|yeu cau|da |nhac)[^\s,;.]+){0,6} )"
#: Asked by a letter or from above, the number behind what is asked.
_ASKED = re.compile(
    rf"{_FORWARDED}(?:(?:da|em|anh|chi|oi|a)[ ,]+)*(?P<by>{_BY})?{_ABOVE}?(?:(?:moi|vua|lai|co) )*{_ASKS} (?P<many>cac )?(?:{_YOU} ?)*(?:(?:khan truong|som|gap|nhanh chong|tiep tuc|chu dong) )*{_DO}\b[^@]*@"
)
#: One's own wish, whatever it begins with.
_WISH = re.compile(r"\b(?:xin|gia han|lui|duyet|phe duyet|xac nhan|da|xong(?! (?:truoc|trong))|chua|duoc \d)\b")
_URGED = r"(?:day nhanh|khan truong|co gang|tranh thu|uu tien|tap trung|gap rut|lam gap|lam nhanh|lam som|nop som|gui som|lam ngay|nop ngay)"
#: A letter, or an order with the paper it goes back to, whoever it is to and of whatever work.
_HANDED_DOWN = re.compile(
    rf"{_FORWARDED}(?:kinh (?:gui|moi|thua)\b[^;]*?[,:.] ?|{_BY})(?:(?:[^\W\d]+ ){{0,4}}?{_ASKS}|giao) [^;]*?(?:{_DO}|{_URGED})\b"
    rf"|{_FORWARDED}{_BY}(?:cac |quy |toan )?(?:phong|don vi|co quan|bo phan)\b [^;]*?{_DO}\b[^;]*\b(?:truoc|cham nhat|trong)\b"
)
_CALLED = re.compile(rf"{_FORWARDED}(?P<name>(?:(?:em|chi|anh|dong chi|đ/c|d/c|c|a|e) )?[^\W\d]+)(?: oi| a)?[,:]? ")
_URGE = re.compile(
    rf"(?:(?:viec|nhiem vu|nv|so|cai) )*@[,:]? (?:(?:em|chi|anh|dong chi|thi|nho|lo|phai|nen|hay) )*{_URGED}\b|{_URGED} (?:\w+ ){{0,3}}(?:(?:viec|nhiem vu|nv|so) )*@"
)
_HIM = r"(?:(?:ben|phia) )?(?:anh|chi|chu|bac|co|sep|lanh dao|truong phong|pho phong|chanh van phong|giam doc|chu tich|pct|thu truong|phong|dong chi)(?: (?!bao\b|noi\b|nho\b|keu\b|tra\b|duyet\b|dong\b|da\b|vua\b)[^\W\d]+){0,3}"
_DECIDED = r"(?:tra(?: lai| ve)?|bac|tu choi|(?:phe )?duyet|dong y|nhat tri|gat(?: dau)?|khong duyet|chua duyet|(?:bat |bao )?lam lai|cho qua)"
_ITS_END = r"(?:[ ,]+(?:roi|do|đó|day|bot|nghe|vay|di|nhe|a|em|anh|chi|giup|luon|mieng|qua dien thoai|ho|nha|ma|ghi(?: nhan)?))*(?:[ ,]+(?:vi|do|vi con|lam lai|thieu|sai|chua)\b.*)?[ .!]*"
#: A verdict that is another's, handed on: "thay mặt anh Dũng trả 30 vì thiếu số liệu", "chị Hà bảo trả lại 30".
_HANDED_ON = re.compile(
    rf"(?:(?:em |anh |chi |toi )?(?:(?:ghi |bao )?(?:thay(?: mat)?|ho)(?: cho)?|theo (?:y|loi|y kien|chi dao|yeu cau)(?: cua)?) {_HIM}[,:]? |{_HIM} (?:(?:da|vua|moi|co|goi|dien|nhan) )*(?:bao|noi|nho|keu|nhan|yeu cau|chi dao)(?: la| rang| em| voi em)?:? ){_DECIDED}{_ITS_END}"
    rf"|{_HIM} (?:(?:da|vua|moi|cung) )*{_DECIDED} (?:mieng|qua dien thoai){_ITS_END}"
)
#: He did it himself, which only tells something where it waits for him.
_HE_DECIDED = re.compile(rf"{_HIM} (?:(?:da|vua|moi|cung) )*{_DECIDED}{_ITS_END}")
_NEEDED = re.compile(r"\b(?:anh|chi|sep|lanh dao|toi|minh) (?:dang |rat )?(?:can|cho|doi)\b(?! (?:gi|khong|so|y kien))")

_TASKS = r"(?:(?:viec|nhiem vu|nv|so) )*@+"
#: A colleague told to be ready by a day, from before his name on and from behind it.
_TO_HIM = re.compile(
    rf"(?:(?:da|ok|vay|the|thoi|em|bot|oi|nho em|gio)[ ,]+)*(?:{_TASKS}[:,]? (?:thi |de )?)?(?:(?:bao|doc|giuc|keu|dan|noi|nhan|yeu cau|de nghi|nho)(?: (?:voi|cho|la|rang))? )?(?=\S)"
)
_READY_BY = re.compile(
    rf" (?:(?:lam|lo|xu ly|giai quyet|thuc hien|soan|thi|ma|phai|can|nen|nho|co gang|rang|tranh thu)(?: {_TASKS})? )*{DONE}(?: (?:cho )?{_TASKS}| cho)? (?!(?:truoc|som hon) (?:han|ke hoach|tien do))(?:truoc|trong|vao|cham nhat|den het|ngay|cuoi|het)\b[^,;@]*"
)
#: A colleague who is to be told: "bảo Lan làm xong 17".
_BE_READY = re.compile(
    rf" (?:(?:lam|lo|xu ly|giai quyet|thuc hien|soan|thi|ma|phai|can|nen|nho|co gang|rang|tranh thu|nhanh|som) )*{DONE}(?: (?:cho )?{_TASKS})?(?:[ ,]+(?:nhe|di|som|gap|giup|anh|chi|em|a|cho|luon|ngay))*[ .!]*"
)
#: Whoever laid it down: "theo chỉ đạo chị Hà, …", "họp giao ban: …", "sếp bảo …", "Gửi Lan: …".
_LAID_DOWN = (
    r"(?:(?:theo|thuc hien) (?:y kien|chi dao|yeu cau|ket luan|loi|tinh than|phan cong|thong bao)(?: cua)? [^,:;@]{2,40}[,:]? ?"
    r"|(?:(?:tai|o|sau|trong) )?(?:(?:cuoc |buoi )?hop|giao ban|hoi y)(?: (?!xong|roi|da\b)[^\W\d]+){0,4}[:,]? ?"
    rf"|{_HIM} (?:(?:da|vua|moi|lai|co) )*(?:bao|noi|yeu cau|chi dao|nhac|giuc|ket luan|giao|dan|doi|muon|can|hoi)(?: (?:em|chi|anh|minh|phong|la|rang|voi|cho))*[:,]? ?)"
)
_DAY_AHEAD = rf"(?:(?:phai|can|nen|som|duoc|co gang|lam|lo|tap trung) )*(?:{DONE}|to chuc|nop|trinh|ban hanh|bao cao|gui)\b[^@;]*?\b(?:truoc|trong|cham nhat|den het|vao)\b"
_RETOLD = re.compile(
    rf"{_FORWARDED}(?:(?:da|em|anh|chi|oi|a)[ ,]+)*(?:{_LAID_DOWN}{_TASKS}(?: va {_TASKS})?[:,]? (?:(?:em|chi|anh|thi|la) )*{_DAY_AHEAD}"
    rf"|(?:viec|nhiem vu|nv|so) @+(?:(?:, ?| va )(?:viec |so )?@+)*[:,]? (?:phai|can) {_DAY_AHEAD}|{_TASKS}[:,]? {_LAID_DOWN}{_DAY_AHEAD})"
)
#: Written to somebody by his name: "Gửi Lan: em đẩy nhanh …", "Chị Lan: việc 2 và 7 cần hoàn thành …".
_ADDRESSED = re.compile(
    rf"{_FORWARDED}(?:kinh )?(?:gui )?(?=(?:(?:em|chi|anh|dong chi|đ/c|d/c) )?[^\W\d]+(?: [^\W\d]+)?:)(?P<name>[^:]+): ?(?=[^:]*\b(?:{_URGED}|phai|can|de nghi|yeu cau|nho)\b)"
)
#: One who is called by his name and pressed: "Lan ơi, việc 17 chậm quá, cần hoàn thành trước 24/10"; in quotes a reproach is enough.
_PRESSED = re.compile(
    rf"{_FORWARDED}(?:{_TASKS}[:,]? )?(?P<quote>\" ?)?(?:{_TASKS}[:,]? )?(?=(?:(?:em|chi|anh|c|a|e|co|chu|bac) )?[^\W\d]+(?: oi| a)?[,:]? )"
)
_MUST_BY = re.compile(rf"\b(?:phai|can|nen|lo|rang|co gang|tranh thu) (?:(?:nhanh|som|duoc|cho) )*{_DAY_AHEAD}")
_SCOLDS = re.compile(
    rf"\b(?:(?:cham|tre|lau|im)\b(?: \w+)? (?:qua|lam|roi|the|vay|re|ru|hoai)|sao (?:\w+ )?(?:chua|im|cham|tre|van)|{_URGED}|qua han)\b"
)


def is_letter(c: Clause) -> bool:
    """Whether staff pass on what somebody asks for, of no task: it asks the bot for nothing."""
    if c.heads or c.ids or c.replying or c.asks_plainly:
        return False
    name_ends = named_at(c.line, 0, c.directory)  # "Quân ơi làm giúp anh cái báo cáo nhanh …"
    called = name_ends and re.match(r" oi\b.*\bbao cao\b", c.norm[name_ends:])
    return bool(called or c.starts(LETTER_ASKS) or re.match(LETTER_ASKS, c.norm))


def letter_without_task(c: Clause) -> Act | None:
    """ "Có công văn 1299/SNV yêu cầu báo cáo biên chế" of staff: it asks the bot for no report and no list."""
    if not is_letter(c):
        return None
    return c.act(Intent.not_understood) if c.has("bao cao|so lieu") or due(c.line, c.on, c.calendar)[0] else None


def passed_on(c: Clause) -> Act | Doubt | None:
    """Of a task named; a head who calls somebody may want him reminded."""
    if not c.ids or c.context == "group":
        return None
    shape = c.line.marked(c.id_spans)
    if pressed := _pressed(c, shape):
        return pressed
    if c.asks_plainly:
        return None
    if _LETTER.match(shape) and re.search(rf"\b{_ASKS}\b", shape) and not _WISH.search(shape):
        return _shown(c)
    asked = _ASKED.match(shape)
    ordered = c.heads and asked and not asked["above"] and (asked["many"] or not asked["by"])  # by himself
    if asked and not ordered and not _WISH.search(shape):
        return _shown(c)
    if _HANDED_DOWN.match(c.norm) and not _WISH.search(shape) and not c.heads:
        return _shown(c)
    return _retold(c, shape) or _given_a_day(c, shape) or _to_be_told(c, shape) or _called_upon(c, shape)


def _retold(c: Clause, shape: str) -> Act | None:
    """What somebody wants by a day still to come; a head who says so sets it himself."""
    if c.heads or _WISH.search(shape):
        return None
    addressed = _ADDRESSED.match(shape)
    if addressed and takers(c, addressed.start("name"), strangers=False):
        return _shown(c)
    day = due(c.line, c.on, c.calendar)[0] if _RETOLD.match(shape) else None
    return _shown(c) if day and day >= c.on else None


def handed_down(text: str) -> bool:
    """Whether it passes on what somebody above asks, which tells nothing of the work shown last."""
    norm = read_line(text).norm
    return bool(_HANDED_DOWN.match(norm)) and not _WISH.search(norm)


def verdict_of_another(words: str, *, waits: bool) -> bool:
    """Whether what is told of a task is how somebody else decided on it; `waits`: it waits for a verdict."""
    norm = read_line(words).norm.strip()
    return bool(_HANDED_ON.fullmatch(norm) or (waits and _HE_DECIDED.fullmatch(norm)))


#: No telling of what he said himself.
_ORDERED = re.compile(
    r"^(?:em |bot |nho |nho em )?(?:noi|bao|nhan|keu|dan|doc|yeu cau|de nghi|giuc)\b|\b(?:rang|phai|co gang|can|nhe|nha|day|di|gap)\b"
)


def _given_a_day(c: Clause, shape: str) -> Doubt | None:
    """ "Lan làm xong 17 trước 16/10 nhé": a head gives her the day, or writes down what she said; no word tells which."""
    told = _TO_HIM.match(shape)
    name_ends = named_at(c.line, told.end(), c.directory) if told and c.heads else None
    of_unit = told and c.directory.unit_at(c.line, told.end())
    ready = _READY_BY.fullmatch(shape, name_ends) if name_ends and not of_unit else None
    day = due(c.line, c.on, c.calendar)[0] if ready else None
    near = day and c.on <= day <= c.on + HALF_A_YEAR
    if not ready or not near or re.search(r"\b(?:roi|da|vua)\b", ready[0]):
        return None
    who = [one for one in takers(c, told.end(), strangers=False) if one.known][:1] if told else []
    urged = tuple(c.act(Intent.remind_unit, **one.slots) for one in who)
    said = () if urged and _ORDERED.search(shape) else (c.act(Intent.progress, statement=c.said),)
    return Doubt((c.act(Intent.set_deadline, date=day, which="target"), *urged, *said))


def _to_be_told(c: Clause, shape: str) -> Doubt | None:
    """ "Bảo Lan làm xong 17" of a head: she may be reminded; nothing is done yet."""
    told = _TO_HIM.match(shape) if c.heads else None
    verb = re.search(r"\b(?:bao|doc|giuc|keu|dan|noi|nhan|yeu cau|de nghi|nho)\b", told[0]) if told else None
    if not told or not verb or c.line.typed(*verb.span()).lower() == "báo":
        return None
    who = [one for one in takers(c, told.end(), strangers=False) if one.known][:1]
    name_ends = named_at(c.line, told.end(), c.directory)
    if not who or not name_ends or not _BE_READY.fullmatch(shape, name_ends):
        return None
    return Doubt((c.act(Intent.remind_unit, **who[0].slots),))


def _called_upon(c: Clause, shape: str) -> Act | Doubt | None:
    """ "Lan, việc 7 em đẩy nhanh, thứ 6 anh cần": by his name, or for somebody who needs it."""
    called = _CALLED.match(shape)
    who = [one for one in takers(c, called.start("name"), strangers=False) if one.known][:1] if called else []
    urged = _URGE.match(shape, called.end()) if called and who else _URGE.match(shape)
    if not urged or not (who or _NEEDED.search(shape, urged.end())):
        return None
    if c.heads and who and "person" in who[0].slots:
        return Doubt((c.act(Intent.remind_unit, **who[0].slots),))
    return None if c.heads else _shown(c)


def _pressed(c: Clause, shape: str) -> Act | Doubt | None:
    """By his name, to be ready by a day still to come; who writes to his head so asks, wishes or tells of himself."""
    called = _PRESSED.match(shape)
    who = [one for one in takers(c, called.end(), strangers=False) if one.known][:1] if called else []
    if not called or not who or _WISH.search(shape, who[0].end) or (c.asks_plainly and not called["quote"]):
        return None
    must = _MUST_BY.search(shape, who[0].end)
    day = due(c.line, c.on, c.calendar)[0] if must else None
    if not (day and day >= c.on) and not (called["quote"] and _SCOLDS.search(shape, who[0].end)):
        return None
    if not c.heads:
        return _shown(c)
    return Doubt((c.act(Intent.remind_unit, **who[0].slots),)) if called["quote"] and "person" in who[0].slots else None


def _shown(c: Clause) -> Act:
    return c.act(Intent.task_detail, topic="passed_on")
