"""A file that proves work wanted: "xem ảnh 12", "minh chứng việc 12 đâu"; a document's number that was mistyped."""

import re

from bot.understanding.clause import Clause
from bot.understanding.intents import Act, Intent, Slots
from bot.understanding.line import read_line
from bot.understanding.numbers import EVIDENCE

_WANT = r"(?:(?:xem|mo|tai|lay|gui|cho|can|muon|xin|em|anh|chi|toi|minh|lai)(?: (?:ve|giup|ho)){0,2} )"
_FILE = r"(?:hinh|anh chup|tep|file|minh chung|tai lieu minh chung|ban scan|ban chup|tep san pham|file san pham)"
_OF = r"(?:(?:cua|kem|dinh kem|san pham|minh chung|kem theo|bao cao|trong|cho) )*(?:(?:viec|nhiem vu|nv|so|cong viec) (?:so )?)?#?(?P<n>\d{1,4})"
_ASK = r"(?:,? (?:dau(?: roi)?|o dau|voi|nhe|a|em|di|giup em|cho (?:em|anh|chi|toi)(?: xem)?|vay))*[ ?.!]*"
_SHOW = re.compile(rf"{_WANT}*{_FILE} {_OF}{_ASK}")
#: "ảnh" alone is also who is spoken to, so it needs a word for wanting it, or its accent.
_PHOTO = re.compile(rf"(?:(?:cho (?:\w+ )?)?(?:xem|mo|gui|gui lai|tai|lay)(?: lai)? )anh {_OF}{_ASK}")


FILE_OUT, FILE_MOVED = "file_out", "file_moved"
"""Of a file that was sent: it was a mistake, or belongs to another task."""
_THE_FILE = r"(?:(?:cac |may |cai |tam |nhung )*(?:hinh anh|hinh|anh chup|anh|tep|file|minh chung|ban scan|ban chup))"
_PAPER = r"(?:van ban|tai lieu|quyet dinh|ke hoach|bao cao|cong van|to trinh|danh sach)"
_SENT = r"(?: (?:vua|moi|luc nay|hoi nay|ban nay|em|chi|anh|gui|nop|dinh kem|kem|roi|xong|nay|do|kia|ay|cua|o|trong|cho|san pham|lon|nham|sai))*"
_FILE_TASK = r"(?: (?:viec|nhiem vu|nv|so)? ?#?\d{1,4})?"
_FILE_END = r"(?: (?:di|nhe|nha|a|giup|ho|gium|em|anh|chi|voi|roi|mat|luon|nay|nham|sai|lon))*"
_FILE_WHY = r"(?:[ ,.;:–-]+(?:vi|do|co|bi|em|anh|chi|de em|de|lo|lan|la|no|trong)\b.*)?[ .!]*"
_OUT = re.compile(
    rf"(?:(?:da|em|anh|chi|thoi|ui|ua|a|chet)[ ,]+)*(?:(?:viec|nhiem vu|nv) )?(?:#?\d{{1,4}}[ ,:]+)?(?:(?:em|anh|chi|toi) )?(?:"
    rf"(?:(?:(?:xin |nho (?:em )?)?(?:bo|xoa|go|rut|huy|thu hoi)(?: giup| ho| lai| luon| em| chi| anh)*|(?:gui|dinh kem|dinh|kem|up|nop|chup)(?: lon| nham| sai)|(?:nham|lon|sai)) {_THE_FILE}|(?:gui|dinh kem|dinh|kem|up)(?: lon| nham| sai) {_PAPER}){_SENT}{_FILE_TASK}{_FILE_END}"
    rf"|{_THE_FILE}{_SENT}{_FILE_TASK} (?:bi |la )?(?:gui )?(?:nham|sai|lon){_FILE_END}){_FILE_WHY}"
)


def file_out(c: Clause) -> Act | None:
    """ "Bỏ cái file vừa gửi đi", "xóa ảnh 7, có mặt trẻ em", "việc 17 em gửi nhầm file rồi"."""
    if c.context == "group" or c.asks or c.evidence or not _OUT.fullmatch(c.norm.strip()):
        return None
    if re.search(r"\b(?:anh|Anh)\b", c.line.text) and not re.search(r"\b(?:ảnh|hình|tệp|file)", c.line.text.lower()):
        typed = c.line.text.lower()
        if typed != c.norm and "anh" in typed.split():  # with accents elsewhere, "anh" is whom one speaks to
            return None
    numbers = tuple(int(n) for n in re.findall(r"(?<![\w/.,])\d{1,4}(?![\w/%])", c.norm))[:1]
    return Act(Intent.evidence_only, Slots(task_ids=numbers, mode=FILE_OUT))


def proof_wanted(c: Clause) -> Act | None:
    text = c.norm.strip()
    found = _SHOW.fullmatch(text) or _PHOTO.fullmatch(text)
    if not found and c.line.text.lower().startswith("ảnh "):
        found = re.fullmatch(rf"anh {_OF}{_ASK}", text)
    return c.act(Intent.show_proof, task_ids=(int(found["n"]),)) if found else None


#: Nothing but that a document's number was wrong, and which is right; "E" stands for each document.
_MENDED = r"(?:nham|lon|sai|dung (?:phai )?la|(?:moi|la) dung|sua|dinh chinh|thay|khong phai)"
_MEND_WORDS = re.compile(
    r"(?:(?:E|viec|nhiem vu|nv|cua|so|van ban|vb|ky hieu|so hieu|nham|lon|ghi|bao|go|sai|sua|lai|thanh|dung|phai|moi|la|dinh chinh|thay|cho|the|chu|khong|ma|roi|mat|xin loi"
    r"|em|anh|chi|toi|minh|a|ha|ua|da|thoi|chet|nhe|day|o|\d{1,4})\b[ ,.:;!–-]*)+"
)
_OLD_FIRST = re.compile(
    r"\bkhong phai(?: la)? E\b.*\bE\b|^[^E]*(?:sua|thay|doi) (?:lai |so |van ban )*E (?:thanh|bang) |\bE (?:nham|sai|lon)\b"
)


def document_mended(c: Clause) -> Act | None:
    """ "2 sai số, đúng là 129/KH-UBND", "45/KH-UBND thay cho 44/KH-UBND"; `title` keeps the number that was wrong."""
    found = [each.span() for each in EVIDENCE.finditer(c.norm)]
    if not 1 <= len(found) <= 2 or c.context == "group":
        return None
    words = EVIDENCE.sub("E", c.norm)
    mended = re.search(rf"\b{_MENDED}\b", words) and _MEND_WORDS.fullmatch(words)
    if c.asks or not (mended or _IS_THE_DOCUMENT.fullmatch(words.strip())):
        return None
    typed = [c.line.typed(*at) for at in found]
    if _OLD_FIRST.search(words):
        typed.reverse()
    old = typed[1] if len(typed) == 2 else None
    numbers = tuple(int(n) for n in re.findall(r"(?<!\w)\d{1,4}(?!\w)", words))[:1]
    return Act(Intent.evidence_only, Slots(task_ids=numbers, evidence=typed[0], title=old, instead=True))


#: "2 là KH 55 nha": the document of a task, said by itself.
_IS_THE_DOCUMENT = re.compile(
    r"(?:(?:a|ha|ua|da|em|anh|chi)[ ,]+)*(?:(?:viec|nhiem vu|nv) )?\d{1,4}[,:]? (?:thi )?(?:phai )?la (?:so |van ban )*E(?: (?:a|nhe|em|anh|chi|moi dung|co|day|chu))*[ .!]*"
)


#: Handed in, and nothing told of the work beside it.
_HANDED_IN = re.compile(
    r"(?:(?:E|da|co|em|anh|chi|xin|vua|moi|nop|gui|bo sung|trinh|dinh kem|kem theo|kem|lai|them|ban|chinh thuc|so|ky hieu|van ban|san pham|minh chung"
    r"|la|day|nhe|nha|a|roi|ngay|\d{1,2}[/.]\d{1,2}(?:[/.]\d{4})?)\b[ ,.:;–-]*)+"
)


def handed_in(words: str) -> str | None:
    """The document of "nộp lại KH 46/KH-UBND", "bổ sung số 46/KH-UBND ngày 2/10"; None where more is told of the work."""
    line = read_line(words)
    found = [each.span() for each in EVIDENCE.finditer(line.norm)]
    if len(found) != 1 or not _HANDED_IN.fullmatch(EVIDENCE.sub("E", line.norm)):
        return None
    return line.typed(*found[0])


def renumbered(document: str, number: int) -> str:
    """The document with another number before its symbol: "BC 245/BC-UBND" as 254."""
    return re.sub(r"\d+", str(number), document, count=1)
