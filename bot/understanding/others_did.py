"""What somebody else, or the work itself, decided or moved: a result to be told, no decision of the sender."""

import re
from collections.abc import Iterator
from functools import reduce

from bot.understanding.clause import Clause
from bot.understanding.intents import Act
from bot.understanding.numbers import masked, task_ids
from bot.understanding.rules.tell import progress_act

_BODIES = (
    r"ubnd|hdnd|uy ban(?: nhan dan)?|hoi dong|(?:pho )?chu tich|bi thu|(?:pho )?giam doc|ban giam doc|bgd|ban chi dao|ban quan ly|thuong truc|thuong vu|dang uy|chinh phu|quoc hoi|bo truong|"
    r"cap tren|trung uong|lanh dao|thanh tra|kho b[aạ]c|ngan hang|toa an|cong an|mat tran|mttq|hiep hoi|to tham dinh|to chuyen gia|(?:don vi )?tu van|cac dai bieu|dai bieu|cu tri|"
    r"tinh(?! (?:hinh|den|toi|lai|san))|thanh pho|huyen|cac so|cac (?:phong|don vi|ban nganh|to)(?= (?:chua|khong|da|deu|van|cung)\b)"
)
_PEOPLE = (
    r"chu dau tu|nh[ae] thau|nh[ae] dau tu|don vi thi cong|ben (?!em\b|toi\b|minh\b|anh\b|chi\b|chung\b|phong\b|ta\b)\w+|doanh nghiep|cong ty|hop tac xa|(?:nguoi |ho |nhan |cong )?(?<!huong )dan(?! (?:so|cu|van|xep|ve))|"
    r"ba con|(?:cac )?ho gia dinh|khach hang|phu huynh|nha truong|to dan pho|khu pho|doi tac|chu dat|chu ho|nguoi mua|nguoi nop"
)
#: "Sở", written out or known by what follows; "số liệu" is none.
_DEPARTMENT = r"noi vu|tai chinh|xay dung|tu phap|y te|giao duc|nong nghiep|tnmt|khcn|khdt|ttpt|vhttdl|cong thuong|ke hoach|tai nguyen|van hoa|khoa hoc|thong tin|gd|tn"
_SO = rf"SO|so(?= (?:da|chua|khong|dang|vua|moi|cung|se|co|{_DEPARTMENT})\b)|bo(?= (?:dong y|nhat tri|chap thuan|cho phep|da|chua|vua)\b)|(?:bo|cuc|chi cuc|vu) (?:{_DEPARTMENT}|thue|thong ke|hai quan)"
#: No unit of the office, whatever its name is like.
_OUTSIDE = re.compile(
    r"ben (?:thi cong|tu van|thue|mua|ban|cung cap|cung ung|thiet ke|giam sat|lap dat|nhan thau|doi tac|khach|[ab]\b)|don vi (?:thi cong|tu van)"
)
_EVENTS = r"du an|hop dong|goi thau|cong trinh|hoi nghi|ky hop|cuoc hop|phien hop|dai hoi|lich hop|le ky niem"
_DECIDES = r"(?:phe |ky )?duyet|thong nhat|dong y|nhat tri|chap thuan|chap nhan|thong qua|dong tinh|cong nhan|nghiem thu|xac nhan|bac|tu choi|tra(?: lai| ve)?|yeu cau (?:bo sung|lam lai|chinh sua)|ghi nhan hoan thanh|cho (?:phep|lui|gia han)"
_MOVES = r"gia han|lui|hoan(?! thanh| tat| thien)|doi (?:lich|ngay|han|sang)|keo dai|chuyen sang|xin (?:lui|gia han|them|cham)|de nghi (?:lui|gia han)"
#: Papers are extended and doors reopened in the work itself; "hạn hán" is no date.
_OF_PAPERS = re.compile(
    r"\b(?:the|giay phep|hop dong|visa|ho chieu|chung chi|bao hiem|bhyt|cccd|dang kiem|khoan vay)\b[^,.;]*\bgia han\b[^,.;]*"
    r"|\bgia han (?:(?:cho|them) )?(?:\d+ )?(?:giay|the|hop dong|chung chi|chung nhan|dang ky|visa|phep|ho chieu|bao hiem|khoan|no\b|thue|hoat dong|su dung dat|thuc hien du an|goi thau|thoi gian thi cong)\b[^,.;]*|\bhan (?:han|man|che|hep|ngach|muc|dien)\b[^,.;]*"
)
_PAST = r"(?: (?:da|vua|moi|cung|chua|khong|se|dang|ky|co|deu|xem|noi|bao|la|duoc|the))*"
_REST = r"(?:(?! nen )[^,.;])*"
_WORDS = r"(?: (?!em\b|anh\b|chi\b|toi\b|minh\b|oi\b)[^\s,.;:?]+){0,5}?"
#: What was done in a task whose number stands before: "9 đã công nhận 3 hộ", "30 đã từ chối 7 hồ sơ".
_IN_WORK = re.compile(
    r"\b(?:da|dang|duoc|vua|moi|se) (?:\w+ ){0,2}?"
    r"(?:phe duyet|duyet|thong nhat|thong qua|nghiem thu|cong nhan|chap thuan|chap nhan|xac nhan|tra lai|tra|bac|tu choi)"
    r"(?= (?!roi|het|xong|nhe|viec|em\b|a\b|cho (?:em|anh|chi|phong)|do|vi|#?\d+(?: (?:nhe|roi|va)|,|$))\w)[^,.;]*"
    r"|\bbi (?:\w+ ){0,3}?(?:tra lai|tra ve|tra|bac|tu choi)\b[^,.;]*"
    r"|\bthong nhat(?= (?:voi|noi dung|phuong an|thoi gian))"
    r"|\bdat \d+.*\b(?:khong|chua) dat \d+"
)
#: Things were decided, so many: "duyệt xong 15/20 hồ sơ", "bác 2 đơn"; in a norm whose counts are blanked.
_COUNTED = re.compile(rf"\b(?:{_DECIDES})(?: xong| duoc| het)*(?= _+(?:/_+)?(?! ?(?:viec|nhiem vu|dau viec)\b))")
#: A verdict of the sender's own beside what others did: "Sở chưa góp ý, trả 16".
_OWN = re.compile(
    r"(?:^|[,.;:] ?| (?=nen ))(?:(?:da|nen|vay|thi|ok|anh|chi|em|toi|minh|viec|nhiem vu|so|#?\d+|khong|chua|de nghi|,|va)(?: |(?=,)))*"
    r"(?:tra|duyet|phe duyet|dong y|nhat tri|chap thuan|thong nhat|tu choi|bac|cho (?:lui|gia han)|xac nhan|(?:xin |xin phep )?(?:lui|gia han))\b"
)


_BARE_SO = re.compile(r"\bso\b")
_OTHERS = rf"{_BODIES}|{_PEOPLE}|{_SO}"
_DECIDED = re.compile(rf"(?<!cua )(?<!cho )\b(?:{_OTHERS})\b{_WORDS} (?:{_DECIDES})\b{_REST}")
_MOVED = re.compile(rf"(?<!cua )(?<!cho )\b(?:{_OTHERS}|{_EVENTS})\b{_WORDS} (?:{_MOVES})\b{_REST}")
_HAS_DECIDED = re.compile(rf"{_PAST} (?:{_DECIDES})\b{_REST}")
_SOMEBODY_DECIDED = re.compile(rf"(?<!cua )(?<!\bcho )\b([^\s,.;:]+){_HAS_DECIDED.pattern}")


def own_words(c: Clause) -> str:
    """The norm without decisions of others and of the work; "" where nothing else in it decides."""
    after = c.ids_span[1] if c.ids_span else len(c.norm)
    norm = _with_departments(c)
    said = norm[:after] + _IN_WORK.sub(lambda found: "_" * len(found[0]), norm[after:])
    for found in _COUNTED.finditer(masked(c.norm)) if c.ids else ():
        said = f"{said[: found.start()]}{'_' * len(found[0])}{said[found.end() :]}"
    return _without(c, said, _DECIDED, named=True)


def own_moves(c: Clause) -> str:
    """The norm without what others moved or asked to move; an order lets them: "cho chủ đầu tư lùi"."""
    said = _OF_PAPERS.sub(lambda found: "_" * len(found[0]), _with_departments(c))
    return _without(c, said, _MOVED, named=False)


def decided_already(c: Clause) -> bool:
    """Staff telling of a decision: "việc 12 duyệt rồi ạ"; a head who says so has decided."""
    return not c.heads and c.has(
        r"(?:duyet|dong y|nhat tri|thong qua|chap thuan|xac nhan|nghiem thu|cong nhan) (?:(?:xong|het|cho em|hom \w+) )?roi"
    )


def told_of_others(c: Clause) -> Act | None:
    """ "31 Sở đã đồng ý chủ trương": how the task stands."""
    if c.asks_plainly or not (c.ids or c.replying) or (c.context == "group" and not c.names_task):
        return None
    told = [at for said in (own_words(c), own_moves(c)) if (at := said.find("_") if said else 0) >= 0]
    if not told and not decided_already(c):
        return None
    if not c.ids_span:
        return progress_act(c)
    first, _ = task_ids(c.line.part(0, c.ids_span[1]))  # "24 hội đồng đã bác 2 sáng kiến": 2 are no task
    return progress_act(c).with_slots(task_ids=first)


def _with_departments(c: Clause) -> str:
    """The norm with "Sở" in capitals, offsets kept."""
    typed = (m for m in _BARE_SO.finditer(c.norm) if c.line.typed(*m.span()).lower() == "sở")
    return reduce(lambda norm, m: f"{norm[: m.start()]}SO{norm[m.end() :]}", typed, c.norm)


def _without(c: Clause, said: str, others_did: re.Pattern[str], *, named: bool) -> str:
    told = [found.span() for found in others_did.finditer(said)]
    if named:
        told += _by_people(c, said)
    if c.unit and not named:  # a unit of the office asks for its own work
        told = [(a, b) for a, b in told if not a <= c.unit.start < b or _OUTSIDE.match(said, a)]
    if not told:
        return said
    for start, end in told:
        said = said[:start] + "_" * (end - start) + said[end:]
    return said if _OWN.search(said) else ""


def _by_people(c: Clause, said: str) -> Iterator[tuple[int, int]]:
    """A colleague is the subject: "anh Tâm đồng ý rồi", "Hoa duyệt rồi"; called ("anh Tâm ơi") he is not."""
    for found in _SOMEBODY_DECIDED.finditer(said):
        typed = c.line.typed(*found.span(1))
        if typed[:1].isupper() and c.directory.names_somebody(typed) and not c.line.text.isupper():
            yield found.span()
    span = c.person_span
    if span is None or re.search(r"\b(?:cua|cho) $", said[: span[0]]):
        return
    name = c.line.typed(*span).split()[-1]
    does = _HAS_DECIDED.match(said, span[1])
    if does and (name[:1].isupper() or c.directory.names_somebody(name)):
        yield span[0], does.end()
