"""Whose answer it is when a keeper or head types for another: "ghi hộ Thảo: xong 7", "anh Phúc nhờ báo xong 52"."""

import re
from dataclasses import dataclass, field

from bot.understanding.directory import Directory
from bot.understanding.line import Line, read_line
from bot.understanding.listed import listed
from bot.understanding.numbers import COUNTED
from bot.understanding.words import DONE, QUESTION_END, STUCK

_CALLED = r"(?:anh|chi|em|co|chu|bac|ong|ba|dong chi|a|c)"
#: "Cập nhật giúp chị: …": who types it.
_ONESELF = r"(?:cho )?(?:anh|chi|em|co|chu|bac|toi|minh|tui|a|c|e)(?: (?:voi|nhe|nha|a|di|luon))*"
_LEAD = r"(?:(?:da|em|anh|chi|nho|bot|oi|nay) )*"
_FOR = r"(?:ho|thay mat|thay|gium|dum|giup)(?: cho)?"
#: "Ghi cho anh Phúc" is for him; "nộp cho anh Phúc" is to him.
_RECORD = r"(?:ghi|cap nhat|nhap|dien|danh dau)"
_NUMBER = r"(?:(?:viec|nhiem vu|nv|so) )*#?\d+"
_ASK = r"xin (?:lui|gia han|doi han|doi moc|them thoi gian)"
_BEFORE_COLON = re.compile(
    rf"{_LEAD}(?:(?:ghi|bao cao|bao|cap nhat|tra loi|nhap|nop|lam|dien|danh dau) {_FOR}|{_RECORD} cho) (?P<who>[^:]{{2,40}}?)(?: luon)?(?P<why> giai trinh)?(?: (?:(?:viec|so) )?(?P<of>#?\d[\d, va#]*))? ?: ?"
)
#: Why somebody types it, in front of that: "mạng chập chờn, anh ghi hộ Hoa luôn: …"; who cannot is whose it is: "Vinh bận họp, chị báo thay: …".
_WHY_HE = re.compile(rf"[^:\d]{{3,40}}, (?={_LEAD}(?:(?:ghi|bao cao|bao|cap nhat|nhap) {_FOR}|ghi cho) [^:]{{2,40}}:)")
_HE_CANNOT = re.compile(
    rf"(?P<who>(?:{_CALLED} )?[^\W\d]+(?: [^\W\d]+)??) (?:(?:dang|con|hom nay|nay|bi) )*(?:ban|di|nghi|hop|om|vang|cong tac|ket)\b[^:\d]{{0,30}}, {_LEAD}(?:ghi|bao cao|bao|cap nhat|nhap) {_FOR}(?: luon)? ?: ?"
)
#: Behind all that is told: "17 chờ Sở, ghi vậy cho Lan nhé", "…, ghi vậy nha".
_SO = r"(?: (?:nhe|nha|a|di|luon|voi|em|anh|chi|giup|gium|ho))*[ .!]*"
_GHI = r",? (?<!dung )(?<!khong )(?<!khoi )(?<!khoan )(?:em )?(?:cu )?ghi (?:the|vay|nhu (?:vay|the))"
_RECORD_SO = re.compile(
    rf"(?P<told>(?:viec |so )?#?\d.*?\S)(?:{_GHI}|,? (?:em )?(?:ghi|bao|nhap|cap nhat)(?= (?:ho|giup|gium|dum|thay)))(?: (?:cho|ho|giup|gium|dum|thay))+ (?P<who>(?:{_CALLED} )?[^\W\d]+?){_SO}"
)
_SO_RECORDED = re.compile(rf"(?P<told>.*\d.*?\S){_GHI}{_SO}")
#: "Báo giúp anh Tâm việc 7 đã xong" sends him word, unless its sender types for others.
_RECORDS = re.compile(rf"{_LEAD}(?:(?:tra loi|nop|{_RECORD}) {_FOR}|{_RECORD} cho) ")
_TELLS = re.compile(rf"{_LEAD}bao(?: cao)? {_FOR} ")
_ALL_OF_HIS = r"(?:(?:tat ca|(?:thang|ky) nay),? )?(?:khong|ko|chua) (?:co(?: gi)?|phat sinh)(?: (?:het|ca|a|nhe|nha|em))*[ .!]*$|(?:van )?nhu (?:cu|(?:ky|thang) truoc)\b"
_SAID = re.compile(rf",? (?:la |rang )?(?={_NUMBER}|giai trinh {_NUMBER}|(?:da )?{DONE}\b|{_ASK}\b|{_ALL_OF_HIS})")
#: The verb stays, the person goes: "xong hộ Lan 7" says "xong 7" for Lan. "Nhắc hộ Lan" is no such report.
_AFTER_VERB = re.compile(
    rf"{_LEAD}(?:{DONE}|{_ASK}|ghi|cap nhat|tra loi|nhap|nop)( {_FOR} (?:{_CALLED} )?(?P<who>\w+))(?= |$)"
)
_AT_END = re.compile(rf"(?:{DONE}\b|ghi\b|(?:viec |so )?\d).*?( (?:{_FOR}|for) (?:{_CALLED} )?(?P<who>\w+))$")
_ASKED_TO = (
    r"nho(?: (?:em|toi|minh|anh|chi|bot))? (?:bao cao|bao|ghi|cap nhat|nhap|nop|tra loi)(?: (?:ho|giup|la|rang))*"
)
#: How a task stands, in short: "7 70%", "việc 31 đạt 45%", "8 12 tin", "7 xong".
SAYS_OF_TASK = (
    rf"{_NUMBER}:? (?:(?:da|moi|dat|duoc|khoang|lam) )*(?:\d{{1,3}} ?(?:%|phan tram)|\d+ (?:{COUNTED})\b|{DONE}\b"
    rf"|(?:dang|vuong|{STUCK}|nhu (?:ky|thang)|khong phat sinh)\b|chua [a-z]"
    r"|cho (?:so|y kien|ky|duyet|phe duyet|huong dan|kinh phi|von|van ban|ubnd|tinh|bo)\b)"
)
#: "Chị Lan báo xong việc 7", "anh Phúc xong việc 52 rồi", "Hùng nhờ báo 12 được 60%".
_THEY = re.compile(
    rf" (?:{_ASKED_TO}(?= )|(?:(?:vua|moi|da|co|cung|goi|dien|nhan tin|alo|zalo) )*(?P<told>bao(?: cao)?|noi|keu|nhan(?= (?:la|rang|em|anh|chi|toi|minh|cho|ne|nay)\b|:))(?: (?:cho|voi|qua))?(?: (?:em|anh|chi|toi|minh|bot))?(?: (?:la|rang|ne|nay))*:?(?= {_NUMBER}| (?:da )?{DONE} {_NUMBER})"
    rf"|(?:(?:vua|moi|da|lam|cung) )*(?={DONE} {_NUMBER}|{_NUMBER} (?:da )?(?:xong|hoan thanh)\b|{_ASK} .*\d))"
    rf"| ?:? ?(?<=[ :])(?={SAYS_OF_TASK})"
)
#: "Anh Vinh giải trình 26: chờ Sở": with the reason, so that nobody is told to give one.
_EXPLAINS = re.compile(
    rf" (?:(?:da|vua|bao|xin) )*(?=giai trinh {_NUMBER}(?! ?:? ?(?:vi |tai )?sao\b)(?: ?:| (?:la|do|vi|vuong|cho (?:so|y kien|ky|duyet|phe duyet|huong dan|kinh phi|von|van ban|ubnd|tinh|bo)|chua) ))"
)
#: "Giải trình 26 giúp Vinh: …", "giải trình giúp Vinh 26: …".
_EXPLAINED_FOR = re.compile(
    rf"{_LEAD}(?:ghi )?giai trinh(?: (?P<of>{_NUMBER}))? {_FOR} (?P<who>[^:\d]{{2,40}}?)(?: (?P<at>{_NUMBER}))? ?: ?(?=\S)"
)
#: Words behind an address that are no name.
_NO_NAME = frozenset(
    listed(
        "viec nhiem nv so xong da la em anh chi ghi bao nhe a voi nay do ay oi giup cho ho minh toi va hoan cac tat ca het moi phong lam chua khong"
        " dang duoc vua cung noi nhan keu nho co"
    )
)

#: Names in small letters that begin a sentence as other words: "dung bao xong 7", "tam xong 7".
_OTHER_WORDS = frozenset(listed("kinh dung mai thu nam tam van hai ba bay sau moi tu cu vua"))
_HAS_DONE = re.compile(
    rf" (?:da|vua) | (?:lam |nop )?{DONE}\b(?! (?:la|thi)\b)[^,.;]*\b(?:roi(?= ?(?:$|[,.!;])| (?:do|nhe|nha|a|day)\b)|hom qua|hom kia)"
)
_DOES = re.compile(rf" (?:da|vua|bao|lam) | {DONE}\b")
_VERB = re.compile(r"(?:da|chua|dang|vua|moi|se|khong|khoan|dung|nho|nhan|cap|lanh|so|dan|ubnd|sep)$")


_ONES_OWN = re.compile(
    rf"{_LEAD}ghi(?: (?:giup|ho|dum|gium)(?: (?:em|anh|chi|toi|minh))?)? (?=(?:viec )?\d{{1,4}}:? (?!(?:giup|ho|cho|gium|la|thi|nhe|a|em|anh|chi|va|voi|khong|ko)\b)[^\W\d])(?!.*\b{DONE}\b)"
)


@dataclass(frozen=True)
class ForWhom:
    """Whose answer the `text` is: `slots` of a person or unit, empty where the sender speaks for himself.

    `heard`: the sender only tells what was said to him ("anh Nam bảo xong 12 rồi"), which is asked about.
    """

    text: str
    slots: dict[str, str | None] = field(default_factory=dict)
    heard: bool = False

    @property
    def name(self) -> str | None:
        return self.slots.get("person") or self.slots.get("unit")


def for_whom(text: str, directory: Directory, *, records: bool = False) -> ForWhom:
    """`records`: the sender types for others, so that "báo giúp anh Phúc" is for him and not word to him."""
    line = read_line(text)
    if so := _SO_RECORDED.fullmatch(line.norm):
        return for_whom(_typed(line, 0, so.end("told")), directory, records=records)
    if records and (said := _said_around(line, directory)):
        return said
    if ":" in text and (found := _BEFORE_COLON.match((line := read_line(text.split(":")[0] + ":")).norm)):
        rest = text.split(":", 1)[1]
        if found["of"]:  # "ghi hộ Hoa 46: 5 thủ tục"
            rest = f"{line.typed(*found.span('of')).strip()}:{rest}"
        if found["why"]:
            rest = f"giải trình {rest.strip()}"
        if re.fullmatch(rf"{_ONESELF}|kinh|thua|tran trong|xin", found["who"]):
            return ForWhom(rest)
        unit = _unit(line.part(*found.span("who")), directory)
        return ForWhom(rest, unit[0] if unit and unit[1] else {"person": line.typed(*found.span("who"))})
    line = read_line(text)
    return (
        _explained_for(line, directory)
        or _recorded(line, directory, records)
        or _within(line, directory)
        or (
            None
            if QUESTION_END.search(re.split(r"[,;]", line.norm)[0])
            else _they(line, directory) or _they_behind(line, directory)
        )
        or _for_oneself(line)
        or ForWhom(text)
    )


def _said_around(line: Line, directory: Directory) -> ForWhom | None:
    """For whom, said before a reason or behind all that is told."""
    if (he := _HE_CANNOT.match(line.norm)) and directory.names_somebody(line.typed(*he.span("who")).split()[-1]):
        return ForWhom(_typed(line, he.end()), {"person": line.typed(*he.span("who"))})
    if why := _WHY_HE.match(line.norm):
        return for_whom(_typed(line, why.end()), directory, records=True)
    behind = _RECORD_SO.fullmatch(line.norm)
    if behind and directory.names_somebody(line.typed(*behind.span("who")).split()[-1]):
        return ForWhom(_typed(line, 0, behind.end("told")), {"person": line.typed(*behind.span("who"))})
    return None


def _for_oneself(line: Line) -> ForWhom | None:
    """ "Ghi giúp chị 18 bố trí 3/4" as "18 bố trí 3/4"; what is done or no more than a word stays as it is typed."""
    found = _ONES_OWN.match(line.norm)
    return ForWhom(_typed(line, found.end())) if found and not QUESTION_END.search(line.norm) else None


def _recorded(line: Line, directory: Directory, records: bool) -> ForWhom | None:
    """ "Ghi hộ anh Hùng việc 12 xong rồi": whoever is named, known to the office or not, it is not the sender."""
    begin = _RECORDS.match(line.norm)
    told = None if begin else _TELLS.match(line.norm)
    if told and not records and re.search(r"giup", told[0]):
        return None
    found = begin or told
    who = _who(line, found.end(), directory, addressed=False) if found else None
    said = _SAID.match(line.norm, who[1]) if who else None
    return ForWhom(_typed(line, said.end()), who[0]) if who and said else None


def _explained_for(line: Line, directory: Directory) -> ForWhom | None:
    found = _EXPLAINED_FOR.match(line.norm)
    number = found and (found["of"] or found["at"])
    if not found or not number:
        return None
    text = f"giải trình {number}: {_typed(line, found.end())}"
    who = line.typed(*found.span("who"))
    if re.fullmatch(_ONESELF, found["who"]):
        return ForWhom(text)
    known = _who(line, found.start("who"), directory, addressed=False)
    return ForWhom(text, {"person": who}) if known and "person" in known[0] else None


def _within(line: Line, directory: Directory) -> ForWhom | None:
    found = _AFTER_VERB.match(line.norm) or _AT_END.match(line.norm)
    if not found or not directory.names_somebody(line.typed(*found.span("who"))):
        return None
    if found[1].startswith(" thay ") and re.search(r"\b(?:giao|phan cong|chuyen)\b", line.norm[: found.start(1)]):
        return None  # "giao cô Lan phụ trách thay anh Nam"
    before = re.search(rf"\b{_CALLED} $", line.norm[: found.start("who")])
    name = line.typed(before.start() if before else found.start("who"), found.end("who"))
    return ForWhom(f"{_typed(line, 0, found.start(1))} {_typed(line, found.end(1))}", {"person": name})


def wishes(text: str) -> bool:
    """Whether what is typed for somebody asks for time: it is his wish, whoever may order it himself."""
    return bool(re.search(rf"\b{_ASK}\b", read_line(text).norm))


def _they(line: Line, directory: Directory) -> ForWhom | None:
    who = _who(line, 0, directory, addressed=True) or _unit_said(line, directory) or _somebody_said(line)
    if who and (reason := _EXPLAINS.match(line.norm, who[1])) and "person" in who[0]:
        return ForWhom(_typed(line, reason.end()), who[0])
    found = _THEY.match(line.norm, who[1]) if who else None
    if not who or not found or ("unit" in who[0] and not found["told"]):
        return None
    word = line.typed(*found.span("told")).lower() if found["told"] else ""
    if word == "nhận":
        return None
    return ForWhom(_typed(line, found.end()), who[0], heard=word in ("bảo", "nói", "noi", "kêu", "keu", "nhắn", "nhan"))


def named_at(line: Line, at: int, directory: Directory) -> int | None:
    """Where the name of the person or unit ends that begins at `at`; None where nobody known is named there."""
    unit = directory.unit_at(line, at)
    who = None if unit else _who(line, at, directory, addressed=True)
    return unit.end if unit else who[1] if who else None


def _who(line: Line, at: int, directory: Directory, *, addressed: bool) -> tuple[dict[str, str | None], int] | None:
    """The person or unit named from `at` on, and where the name ends. `addressed`: an unknown name must be written as one."""
    unit = None if addressed else _unit(line.part(at, len(line.norm)), directory)
    if unit:
        return unit[0], at + unit[1]
    found = re.compile(rf"(?P<polite>{_CALLED} )?(?P<name>[^\W\d]+)").match(line.norm, at)
    if not found or found["name"] in _NO_NAME:
        return None
    typed = line.typed(*found.span("name"))
    written = typed[:1].isupper() and not typed.isupper() and (found["polite"] or at > 0)
    another = (
        addressed and not found["polite"] and found["name"] in _OTHER_WORDS and not _is_name(line, *found.span("name"))
    )
    known = directory.names_somebody(typed) and not another
    if not (written or known or (found["polite"] and not addressed)):
        return None
    end = found.end()
    while (more := re.compile(r" ([^\W\d]+)").match(line.norm, end)) and line.typed(*more.span(1))[:1].isupper():
        if more[1] in _NO_NAME or line.typed(*more.span(1)).isupper():
            break
        end = more.end()
    return {"person": line.typed(at, end)}, end


def _is_name(line: Line, start: int, end: int) -> bool:
    """Of a name that is another word without its accents or its capital: "Tâm xong 7", "Mai xong 10 rồi", not "Mai xong 10"."""
    typed = line.typed(start, end)
    if not typed.isascii():
        return True
    told = {"mai": _HAS_DONE, "thu": _DOES, "nam": _DOES, "van": _DOES}.get(line.norm[start:end])
    return bool(told and typed.istitle() and not line.text.isupper() and told.match(line.norm, end))


def _they_behind(line: Line, directory: Directory) -> ForWhom | None:
    """ "57 chị Lan đã nộp": the number first."""
    begin = re.match(rf"{_NUMBER}[:,]? ", line.norm)
    who = _who(line, begin.end(), directory, addressed=True) if begin else None
    does = (
        re.compile(r" (?:(?:da|vua|moi|lam) )+(?:xong|hoan thanh|nop)\b| (?:xong|hoan thanh) (?:roi|het)\b").match(
            line.norm, who[1]
        )
        if who
        else None
    )
    if not begin or not who or not does or "unit" in who[0]:
        return None
    return ForWhom(f"{_typed(line, 0, begin.end())}{_typed(line, who[1])}", who[0])


def _somebody_said(line: Line) -> tuple[dict[str, str | None], int] | None:
    """ "Hùng bảo xong 12": a name the office does not know, by its capital and what he does."""
    found = re.match(r"([^\W\d]+)(?= (?:bao|noi|nho|keu|nhan)\b)", line.norm)
    typed = line.typed(*found.span()) if found else ""
    if not found or not typed.istitle() or found[1] in _NO_NAME or found[1] in _OTHER_WORDS or _VERB.match(found[1]):
        return None
    return {"person": typed}, found.end()


def _unit_said(line: Line, directory: Directory) -> tuple[dict[str, str | None], int] | None:
    """ "Phòng Kinh tế báo …", "bên VHXH báo …"."""
    begin = 4 if line.norm.startswith("ben ") else 0
    unit = _unit(line.part(begin, len(line.norm)), directory)
    return (unit[0], begin + unit[1]) if unit else None


def _unit(part: Line, directory: Directory) -> tuple[dict[str, str | None], int] | None:
    found = directory.find_unit(part)
    if not found or found.start != 0:
        return None
    full = found.units[0].name if len(found.units) == 1 else None
    return {"unit": part.typed(0, found.end), "unit_full": full}, found.end


def _typed(line: Line, start: int, end: int | None = None) -> str:
    """What was typed between two offsets of the norm, marks and all."""
    stop = len(line.text) if end is None else line.ends[end - 1] if end else 0
    return line.text[line.starts[start] : stop] if start < len(line.norm) else ""
