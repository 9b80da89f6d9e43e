"""Who is let in, who is not yet in, who is put out, by which channel somebody is written to, and an office's first day."""

import re
from dataclasses import dataclass

from bot.understanding.clause import Clause
from bot.understanding.directory import Directory
from bot.understanding.intents import Act, Intent, Slots
from bot.understanding.line import read_line
from bot.understanding.rules.not_in import THIS, who_is_not_in
from jobs.rules.text import fold, fold_words, tidy

_LIVE = re.compile(
    rf"(?:(?:bat dau|chinh thuc|nay|gio|bay gio|duoc roi|ok|u|vang|duoc|dong y|nhat tri|thong nhat|thoi|thay dung roi|on roi),? )*(?:cho (?:{THIS} )?chay(?: (?:that|chinh thuc|thoi|nhe|duoc roi|luon|di|em|ngay|tu (?:sang |ngay )?(?:mai|hom nay|gio)))*"
    rf"|(?:{THIS} )?chay (?:that|chinh thuc)(?: (?:thoi|nhe|duoc roi|luon|di|em|ngay|tu (?:sang |ngay )?(?:mai|hom nay|gio)))*"
    r"|(?:het|ket thuc|ngung|dung|thoi|dong) (?:giai doan |thoi gian |che do |dot |tuan )?chay thu(?:[, ]+(?:(?:cho )?(?:chay|gui) (?:that|chinh thuc)|cho chay))?)"
)
_CUT = (
    r"(?:ngat|huy|thu hoi|cat|go|xoa|bo|khoa|dung)(?: het| tat ca)?(?: (?:quyen|cac))? "
    rf"(?:lien ket|ket noi|truy cap|(?:tai khoan )?(?:zalo|telegram))(?: (?:zalo|telegram|{THIS}|voi {THIS}))?"
)
_OUT = re.compile(rf"{_CUT}(?: (cua|voi|cho))? (?P<who>[^,;:?!]+?)(?: (?:di|ra|giup|luon|khoi {THIS}|roi))*")
_OUT_AFTER = re.compile(rf"(?:cho|dua|moi) (?P<who>[^,;:?!]+?) (?:ra|roi) khoi(?: {THIS})?")
#: Why, behind a comma: "…, chị nghỉ hưu rồi".
_WHY_OUT = re.compile(
    r"[,;] (?=(?:vi |do )?(?:(?:anh|chi|em|co|chu|bac|ong|ba)(?: [^\W\d]+)? )?(?:da |sap |vua |moi |duoc )?(?:nghi|chuyen|ve huu|doi (?:may|so)|mat (?:may|dien thoai)|thoi viec|roi)\b)"
)
_POLITE_END = re.compile(r"(?: (?:giup|ho|cho|gium)(?: (?:anh|chi|em|toi|minh))?)+$")
_OWN = re.compile(
    rf"(?:(?:em|toi|minh) )?(?:muon |xin )?{_CUT}(?: cua| cho)? (?:toi|em|minh|tui)(?: (?:giup|nhe|voi|a|ạ|di))*[ .!]*"
)
_CHANNEL = r"(?:kenh |app |ung dung )?(?P<channel>zalo|telegram|tele)"
_ME = r"(?:(?:cho|giup) )?(?:toi|em|minh|tui|anh|chi|me)"
_FROM_NOW = r"(?:(?:tu nay|tu gio|sau nay|tu mai|tu hom nay)(?: tro di)?,? )?"
_VIA = r"(?:qua|bang|tren|sang|o|ben|vao)"
_BY_CHANNEL = re.compile(
    rf"{_FROM_NOW}(?:hay |cu |chi )?(?:nhac|nhan|nhan tin|gui tin|gui|bao)(?: tin| viec| nho| nhac)* {_ME}(?: viec)? {_VIA} {_CHANNEL}(?: (?:thoi|nhe))*"
)
_MOVE_CHANNEL = re.compile(
    rf"{_FROM_NOW}(?:(?:em|toi|minh) )?(?:muon |thich )?(?:(?:chuyen|doi)(?: (?:nhac|tin|kenh|nhan|nhac viec))* (?:sang|qua|ve|thanh)"
    rf"|(?:uu tien|chon|dung|nhan tin|nhan nhac|nhan)(?: (?:qua|bang|tren|kenh))?)"
    rf"(?: nhan| nhan tin| dung)? {_CHANNEL}(?: (?:thoi|nhe))*"
)
_BARE_CHANNEL = re.compile(rf"{_FROM_NOW}(?:nhac|nhan tin|nhan) {_VIA} {_CHANNEL}(?: (?:thoi|nhe))*")


def goes_live(c: Clause) -> Act | None:
    """The whole clause and no question: "cho chạy lại việc 12", "máy cho chạy chưa" say something else."""
    if c.ends_asking or c.ids or not _LIVE.fullmatch(c.core):
        return None
    return c.act(Intent.go_live)


def put_out(c: Clause) -> Act | None:
    """Somebody of the office by name; "ngắt kết nối mạng" is nobody. After "của" any name, which may be a slip."""
    if _OWN.fullmatch(c.norm):
        return c.act(Intent.disconnect, mode="own", task_ids=())
    core = _POLITE_END.sub("", _WHY_OUT.split(c.core)[0])
    found = _OUT.fullmatch(core) or _OUT_AFTER.fullmatch(c.core)
    if not found or c.ends_asking:
        return None
    who = found["who"]
    at = c.norm.find(who, max(c.norm.find("ket noi"), 0))
    typed = re.sub(r"^[ac] (?=\w)", "", c.line.typed(at, at + len(who)) if at >= 0 else who)  # "a Phúc"
    known = c.directory.people_named(typed)
    if not known and (found.re is _OUT_AFTER or found[1] != "cua" or not typed[:1].isupper()):
        return None
    return c.act(Intent.disconnect, person=typed, task_ids=())


def by_which_channel(c: Clause) -> Act | None:
    """Where the sender himself is to be written to; whom else a head has written to is no wish of his own."""
    if c.ends_asking or c.ids:
        return None
    patterns = (_BY_CHANNEL, _MOVE_CHANNEL) if c.heads else (_BY_CHANNEL, _MOVE_CHANNEL, _BARE_CHANNEL)
    found = next((hit for pattern in patterns if (hit := pattern.fullmatch(c.core))), None)
    if not found:
        return None
    return c.act(Intent.choose_channel, channel="zalo" if found["channel"] == "zalo" else "telegram", task_ids=())


RULES = (goes_live, who_is_not_in, put_out, by_which_channel)


@dataclass(frozen=True)
class Verdict:
    """What a decider says of those who wait. `numbers` are those of wishes, `person` a name as typed; `plain`: said of
    joining in so many words, so that it means nothing else.
    """

    admits: bool
    numbers: tuple[int, ...] = ()
    person: str = ""
    everybody: bool = False
    plain: bool = False
    right_one: bool = False  # only that it is he


_NUMBERS = r"(?P<numbers>#?\d{1,4}(?:(?:, ?| va | )#?\d{1,4})*)"
#: In front of it that it is the right one, or the wrong one: "đúng người rồi, nhận", "ko phải, từ chối nhé".
_IS_HE = r"(?:\b(?:da|vang|ok|u|uh|ua|phai|dung)\b(?:[ ,]+(?:roi|nguoi|vay|the|a|em|anh|chi|do|đó|day|đấy|y)\b)*[ ,]*)+"
_WHO_HE_IS = r"(?:la )?(?:nhan vien|can bo|nguoi|chuyen vien)(?: (?:o|[A-Za-z-]{2,12}))*? ?(?:do|đó|day|đấy|ma|ne|roi)?(?: (?:em|a))*"
_NOT_HE = r"(?:khong|dau co|chang) (?:phai|dung)(?: (?:roi|nguoi|dau|a|em|nguoi phong (?:anh|chi|em)))*"
_LED = rf"(?:(?:{_IS_HE}(?:{_WHO_HE_IS})?|{_WHO_HE_IS}|{_NOT_HE}|(?P<led>(?:anh|chi|em) [^,; ]+)(?: [^,;]{{1,40}})? (?:do|đó|day|đấy|ma|ne))[ ,.]*(?<=[ ,.]))?"
_NEW_PHONE = r"(?:,? (?:m[aá]y|dien thoai|so|zalo|tai khoan) (?:moi )?(?:cua )?[^,;?]{1,20})?"
_YES = r"(?:da |vang |ok |u |uh )*(?P<yes>nhan|dong y|chap nhan|cho phep|duyet|cho)"
_NO = r"(?P<no>(?:khong|dung|chua)(?: (?:nhan|cho|dong y|chap nhan|quen|biet))?|tu choi)"
_LONGEST_VERDICT = 16  # words; this is asked of every message
_END_WORDS = ("di", "nhe", "em", "a", "ạ", "luon", "giup", "nha", "vao", "vo")
_ENDS = rf"(?: (?:{'|'.join(_END_WORDS)}))*"
_VERDICT = re.compile(
    rf"{_LED}(?:{_YES}|{_NO})(?P<plain> ket noi| vao| vo| tham gia)?(?: (?:so )?{_NUMBERS}| (?P<all>het|tat ca|ca hai|ca ba|ai(?: (?:het|ca))?)| (?P<who>(?!di\b|nhe\b|vao\b|vo\b|ket noi)[^,;:?!]+?))?"
    rf"(?P<after> vao| vo| ket noi| tham gia)?{_ENDS}{_NEW_PHONE}{_ENDS}"
)
#: No more than that it is he: said right under word of a wish it lets him in.
_RIGHT_ONE = re.compile(rf"{_IS_HE}(?:{_WHO_HE_IS})?")
_RIGHT_TYPED = re.compile(r"đúng|\bdung (?:roi|nguoi)\b|phải (?:rồi|người)")


def verdict(text: str, directory: Directory) -> Verdict | None:
    """ "nhận", "không", "nhận 2", "cho chị Lan vào"; None where the words say anything beside."""
    line = read_line(text)
    said = line.norm.strip(" .!")
    if len(said.split()) > _LONGEST_VERDICT:
        return None
    found = _VERDICT.fullmatch(said) if not said.endswith(("dung khong", "phai khong")) else None
    typed = tidy(text).lower()
    if "?" not in text and _RIGHT_TYPED.search(typed) and _RIGHT_ONE.fullmatch(said):
        return Verdict(True, right_one=True)
    if found and found["no"] and found["no"].startswith("dung") and "đúng" in typed:
        return None
    if not found or "?" in text or (line.norm.startswith("da ") and not typed.startswith("dạ")):
        return None  # "đã nhận"
    plain = bool(found["plain"] or found["after"])
    numbers = tuple(int(n) for n in re.findall(r"\d+", found["numbers"] or ""))
    named = found["who"] and not set(found["who"].split()) <= set(_END_WORDS)
    who = line.typed(*found.span("who")) if named else line.typed(*found.span("led")) if found["led"] else ""
    if who and not directory.people_named(who):
        return None
    if found["yes"] in ("duyet", "cho", "cho phep", "chap nhan") and not plain:
        return None
    return Verdict(bool(found["yes"]), numbers, who, bool(found["all"]), plain)


@dataclass(frozen=True)
class Claim:
    """Who a stranger says he is: his name as typed, and the full names of units his words fit ("" for no unit)."""

    name: str
    units: tuple[str, ...]


LONGEST_CLAIM = 120
_SURNAMES = frozenset(
    [
        "nguyen",
        "tran",
        "le",
        "pham",
        "hoang",
        "huynh",
        "phan",
        "vu",
        "vo",
        "dang",
        "bui",
        "do",
        "ho",
        "ngo",
        "duong",
        "ly",
        "dinh",
        "doan",
        "trinh",
        "truong",
        "mai",
        "dao",
        "lam",
        "ha",
        "cao",
        "luong",
        "luu",
        "chu",
        "vuong",
        "ta",
        "phung",
        "to",
        "thai",
        "quach",
        "tang",
        "kieu",
        "ton",
        "nong",
        "hua",
        "giang",
        "tong",
        "trieu",
        "nghiem",
        "la",
        "lo",
        "ly",
        "vi",
        "lu",
        "chau",
        "diep",
        "khuc",
        "mac",
    ]
)
_I_AM = re.compile(
    r"^(?:(?:(?:em|toi|minh|chau) )?(?:xin |kinh )?(?:chao|alo|da|vang|thua|a)\b(?: (?:bot|anh|chi|em|ad|admin|ca nha|moi nguoi|co quan|a|ạ)\b)*[,. !]*)*"
    r"(?P<lead>(?:(?:em|toi|minh|tui|chau|anh|chi)(?: xin)?(?: tu)? )?(?:la|ten(?: day du)?(?: la)?|xung ten(?: la)?|ho (?:va )?ten(?: la)?)\b\s*:?\s*)?"
)
_PLACE = re.compile(
    r"[\s,;:(–-]*\b(?:(?:o|thuoc|ben|cua|cong tac (?:tai|o)|lam (?:viec )?(?:tai|o)|dang lam o|chuyen vien|can bo|cong chuc|nhan vien|pho|pho truong|(?<=[,–-] )truong|(?<=[,;] )(?:em|toi|minh|chau))\s+)*$"
)
_NO_MARKS, _TAIL = re.compile(r"[:()]"), re.compile(r"(?: (?:a|ạ|nhe|day|phuong|xa|ubnd|uy ban))*(?: *[,.;!].*| *)?")
_KIND = r"(?:phong|van phong|trung tam|ban|to|doi|bo phan|khoa)"
#: Behind the first word of a name and before the unit's own: "Tô Thị Hồng", "Trịnh Đình Khoa, phòng Kinh tế" are people.
_UNIT_WORD = re.compile(
    rf"(?<=[\s,;:(–-]){_KIND}(?= (?!{_KIND}\b|(?:p|t\.?t|b\.?p|v\.?p|tr|a|nhe|nha|day|o|ben|thuoc|cua|lam)(?:[., ]|$))\w)"
)
#: Of "p. Kinh tế", "T.T PVHCC", which would stay with the name.
_SHORT_KIND = re.compile(r"(?:^|[ ,–-]+)(?:p|t\.?t|b\.?p|tr\.? ?tam)\.?$")
_POLITE_NAME = re.compile(r"(?: (?:ạ|nhé|nha|đây))+$")
_ABOVE = re.compile(r"\b(?:lanh dao|chu tich|pho chu tich|giam doc|pho giam doc|thuong truc)\b")


def claimed(text: str, directory: Directory) -> Claim | None:
    """ "em là Nguyễn Thị Lan phòng Kinh tế": a full name and a unit, and nothing asked; None for other words."""
    whole = tidy(text)
    if not whole or len(whole) > LONGEST_CLAIM or "?" in whole:
        return None
    folded = fold(whole)
    begun = _I_AM.match(folded)
    start = begun.end() if begun else 0
    rest, key = whole[start:], folded[start:]
    said_so = bool(begun and begun["lead"])
    if not said_so and key.split(" ", 1)[0] not in _SURNAMES:
        return None
    end, units = _unit_in(rest, key, directory)
    if end is None:
        return None
    name = rest[: len(_PLACE.sub("", key[:end]))].strip(" ,.;:()–-").removesuffix(" trưởng").rstrip(" ,–-")
    while kind := _SHORT_KIND.search(fold(name)):
        name = name[: kind.start()].rstrip(" .,-–")
    name = _POLITE_NAME.sub("", name)
    words = fold_words(name).split()
    if not 2 <= len(words) <= 6 or not re.fullmatch(r"[^\W\d_]+(?: [^\W\d_]+)*", name):
        return None
    return Claim(name, units)


_WORK = re.compile(r"\d|\b(?:xong|viec|nhac|gui|nop|bao cao|giao|duyet|tin|nghi|thay|hop)\b")


def introduced(text: str, directory: Directory) -> Act | None:
    """Somebody who is in already gives his name, or a colleague's, as strangers do; beside work a name is something else."""
    if len(text) > LONGEST_CLAIM or _WORK.search(fold(text)):
        return None
    told = claimed(text, directory)
    if told is None or fold_words(told.name) not in {fold_words(person.name) for person in directory.people}:
        return None
    return Act(Intent.joining, Slots(person=told.name))


def _unit_in(text: str, key: str, directory: Directory) -> tuple[int | None, tuple[str, ...]]:
    """Where the words about the unit begin, and which units they fit; no place where nothing of the kind is said."""
    places = [found.start() for found in (_UNIT_WORD.search(key), _ABOVE.search(key)) if found]
    for gap in re.finditer(rf"[\s,;:(–-]+(?!{_KIND}[,;])", key):
        piece = read_line(_NO_MARKS.sub(" ", text[gap.end() :]))
        found = directory.find_unit(piece, anywhere=True)
        if found and found.start == 0 and _TAIL.fullmatch(piece.norm[found.end :]):
            return min([gap.end(), *(place for place in places if place < gap.end())]), tuple(
                u.name for u in found.units
            )
    if not places:
        return None, ()
    above = _ABOVE.search(key)
    return min(places), ("",) if above and above.start() == min(places) else ()
