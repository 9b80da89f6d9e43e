"""Where one message may be cut: "12 60%, 15 xong, 18 vướng chờ Sở" are three parts; and news apart from what follows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.understanding import told_of_each as each
from bot.understanding.before_a_date import dates_all
from bot.understanding.courtesy import courtesy_end
from bot.understanding.document_kinds import ALONE
from bot.understanding.line import Line, read_line
from bot.understanding.numbers import COUNTED, masked
from bot.understanding.words import QUESTION_END, REMIND, STUCK, asks_by_word

#: A bullet, or the number of a line: "1. Việc 7 xong".
_ITEM = r"(?:[-+•*]\s*|\d{1,2}[.)]\s+(?=(?:(?:vi[eệ]c|vc|nhi[eệ]m v[uụ]|nv)\s+(?:s[oố]\s+)?)?\d{1,4}\b(?!\s*%)))"
_LISTED_NEXT = r"(?<=\S)\s+[-+•*]\s+(?=(?:vi[eệ]c|vc|nhi[eệ]m v[uụ]|nv)\s+(?:s[oố]\s+)?\d)"
BREAK = re.compile(rf"\s*[;\n\r]+\s*{_ITEM}?|{_LISTED_NEXT}", re.I)
#: Said over what is told of the tasks named it adds nothing: "kết quả 8: 15 tin", "kết quả 7, 8 thế nào".
_OVER = r"(?:(?:bao cao|cap nhat) )?(?:ket qua|so lieu|tien do|tinh hinh(?= \d)) (?:cua )?"
_THESE = r"(?:(?:viec|nv|nhiem vu) )?\d{1,4}(?:(?: ?,| va|, va) ?(?:(?:viec|nv|nhiem vu) )?\d{1,4})"
_RESULT_OF = re.compile(rf"{_OVER}(?:{_THESE}* ?:|{_THESE}+ (?=[^\W\d_]))")
_RESULT = rf"{_OVER}(?={_THESE}* ?:|{_THESE}+ [^\W\d_])"
_MENDED = r"nham (?:viec )?\d{1,4} (?:la|thanh|phai la) "
_BULLET = re.compile(rf"^\s*{_ITEM}", re.I)
ORDER = (
    r"(?:(?:(?:huy|bo|bao|ghi|rut)(?: lai)?(?: bao| ghi)? )?(?:xong|hoan thanh)|(?:dong y|duyet|nhat tri|chap thuan)(?: cho)? (?:lui|gia han)|(?:phe )?duyet|khong duyet|tra lai|tra|bac|dong y|khong dong y|tu choi|lam lai|"
    r"giao|nhac|don doc|mo lai|hoan tac|(?:(?:hom qua|luc nay|em|toi) )*(?:bao|ghi|bam|nhap) (?:nham|lon)|bo(?= (?:viec )?\d{1,4}(?: (?:ra|di|nhe|a|em))*[ .!]*(?:$|;))|dong|huy|(?:xin )?(?:lui|gia han|khat)|doi|han|moc|(?:(?:de|cho) )?(?:em|toi|minh) (?:xin )?(?:lam|nhan)(?= (?:viec )?\d))"
)
#: In front of an order they deny it or put it off.
_DENIED = r"(?:(?:dung|khoan|khoi|chua|khong|thoi|tam thoi|tu tu)(?: (?:dung|chua|can|nen|voi|hay|vang|da)){0,3} )"
_DENIAL = re.compile(rf"{_DENIED.replace(' )', ')')}[ .,!]*")
#: In front of a task that is not done this takes its report back: "em rút lại, việc 20 chưa xong".
_SLIP = re.compile(
    r"(?:(?:da|em|anh|chi|ua|ay|oi|xin|xin loi|thoi|cho em|ha|a)[ ,]+)*(?:rut lai|(?:bao |ghi |bam )?nham(?: roi)?)(?: (?:a|nhe|em|giup em))*"
)
#: Said before the tasks are named: "anh đang họp, báo nhanh: việc 5 và 9 …".
_FOREWORD = re.compile(r"^[^\d:_]*: ?(?=\S)")
#: "thống nhất cho 7 và 9 hoàn thành": both.
_LETTING = re.compile(
    r"(?:da |anh |chi |em |toi |sep |kinh |xin |mong )*(?:dong y|thong nhat|nhat tri|chap thuan|duyet|xac nhan|xem xet) (?:cho |de |viec )"
)
_STATED = rf"(?:chua (?:xong|lam|hoan thanh)|dang lam|vuong|{STUCK}|cho ky|da ky)"
_TAIL_WORD = r"(?:roi|a|nhe|em|anh|chi|het|luon|va|thoi|giup|den|sang|ve|la|vi|do|them|voi|thang|nua|ngay|hom|deu|da xong|cung(?! (?:da |vua )?(?:xong|hoan thanh))|tru|ngoai tru|khong tinh|khong ke|tu [a-z]+(?: [a-z]+)? (?:sang|qua|cho))"
_SELF = r"(?:em|toi|minh|anh|chi)"
_END = r"(?=[ .!?]*(?:$|[;,]))"
#: A question of its own behind a report: "…, còn việc nào nữa?".
_ASKING = (
    rf"(?:(?:cho {_SELF} )?(?:xem|hoi|biet) )?(?:(?:danh sach )?(?:cac )?(?:viec|nhiem vu) cua {_SELF}{_END}"
    rf"|(?<=xem )(?:viec|nhiem vu) \d|(?<=hoi )(?:ve )?(?:viec|nhiem vu) \d|{_SELF} (?:con|co) (?:\w+ ){{0,2}}(?:viec|nhiem vu)\b(?! \d)|con (?:viec|nhiem vu|may viec|bao nhieu viec)\b(?! \d)"
    rf"|(?:viec|nhiem vu|phong|don vi) nao\b|(?:danh sach )?viec (?:qua han|sap den han|tuan nay|tuan sau|thang nay|hom nay)\b"
    rf"|(?:tinh hinh|tien do)(?: (?:chung|cac phong|co quan|(?:phong )?\w+))?(?: (?:the nao|ra sao|den dau|sao))?(?: roi)?{_END})"
)
#: A number, or a range of them: "36-38", "36 đến 38".
_ONE = r"\d{1,4}(?:(?: ?- ?| den | toi )\d{1,4}\b)?"
NUMBER = rf"(?:(?:viec |nhiem vu )?(?:so )?|#){_ONE}"
_NUMBERS = rf"(?:(?:viec |nhiem vu )\d{{1,4}}(?:(?:, ?| va ){_ONE})+|{NUMBER})"
#: Several numbers of which one thing is said: "còn 3, 5 duyệt", "…, 36, 37 chưa tổ chức".
_LISTED = rf"{_ONE}(?:(?:, ?| va | voi | ){_ONE})+"
#: Somebody between the order and its task: "nhắc anh Nam việc 9".
_ORDER_TO = (
    r"(?:giao|nhac|don doc|thuc|chuyen|phan cong)(?: (?!viec\b|nhiem\b)[^\W\d]\S*){1,4} (?:viec|nhiem vu|nv|so) \d"
)
#: An order to remind others behind a verdict: "duyệt 10, nhắc Văn phòng gửi bản giấy".
_REMINDING = r"(?:(?:em|bot|nho|thi|roi) )*(?:nhac|don doc|thuc|giuc) (?!(?:lai|nho|em|toi|minh|giup|ho)\b)[^\W\d]"
_CAUSE = r"(?:vi|do|tai|ly do)\b"
#: The verb of the part before it goes on: "13 đến 10/12" behind "gia hạn 12 đến 5/12".
_TO_A_DAY = r"(?:(?:den|toi|sang) (?:het |ngay |thu |cuoi |dau |thang |tuan |_)|la (?:ngay )?_+[/.-]_|them (?:_+|mot|hai|ba|nua) (?:ngay|tuan|thang)\b)"
#: What is said of the number in front of it.
_SAID = (
    rf"(?:(?:thi|van|con|lai|deu|cung|gan|sap|em|xin) )*(?:xong|hoan thanh|duyet|tra(?: lai| ve)?|bac|tu choi|dong y|khong(?! (?:tinh|ke))|chua|dang|vuong|{STUCK}|lam lai|bo sung|(?:can|phai) (?:bo sung|sua|lam lai|chinh|xem lai|lam ro|ra soat)|dat|ok|xin|lui|gia han|giao|nhac|nhu|de sau|cho (?:lam lai|sua|bo sung|lui|gia han))\b"
    r"|(?:thi |van )?con (?:cho|doi|thieu)\b|_+ ?%"
)
_FOR_A_CAUSE = re.compile(r"(?:(?:da|em|anh|chi|kinh|thua|bao cao|sep|lanh dao)[ ,]+)*(?:do|vi|tai|boi)\b")
#: Of a task somebody is to be reminded of: nothing is heard of it.
_SILENT = r"(?:(?:thi|van|con|mai|ma|cu|da|lai) )*(?:im\b|chua\b|khong (?:thay|co|ai|nghe)|(?:tre|qua|lo|sap|gan|toi|den) (?:mat )?(?:han|roi)|cham\b|tre\b|nam\b|dam chan)"
#: Whose the number in front is, and no more.
_OWNED = re.compile(rf"{_NUMBERS} (?:cua|ben) (?!(?:.* )?{_SAID})(?!.*_+ ?%)")
#: Who is to do it, and no more: "57 chị Lan, 58 anh Phúc".
_SOMEBODY = r"(?:anh|chi|co|chu|bac|dong chi) [^\W\d]+(?=[,.;]|$)"
_BY_SELF = r"(?:anh|chi|toi|minh) (?:(?:se|cu|van) )*(?:tu (?:lam|xu ly|lo|theo doi|phu trach)|dang|giu)\b"
#: To whom all the others go: "…, còn lại cho Hoa".
_GIVEN_REST = r"(?:(?:cac|nhung|may|phan|so) )*(?:(?:viec|nhiem vu|phan|cai) )?con lai,? (?:thi )?(?:cho|giao|de|chuyen|sang|duyet|dong y|ok|tra|bac)\b"
_SECTION = r"(?:muc |phan )?[a-h]\.(?:[ivx]+|[\d_]+)(?:\.[\d_]+)*:?"
#: Everything else, or a section ("B.II"), and what is said of it: "7 60%, còn lại như kỳ trước", "…, B.II không phát sinh".
_OTHERS = rf"(?:(?:tat ca )?(?:cac |nhung |may |so )?(?:viec |nhiem vu |phan |muc |cai )?con lai|(?:con |rieng )?{_SECTION}|(?:cac|nhung|may) (?:viec|nhiem vu|phan|cai) (?:khac|kia))"
_REST = (
    rf"{_OTHERS}(?: (?:thi|deu|van|em|la|cung))*:? (?:(?:y )?nhu (?:ky|thang|quy|lan|cu|truoc)|giong|khong (?:co )?(?:gi )?phat sinh|chua (?:co )?phat sinh|giu nguyen|khong (?:co gi )?(?:thay )?doi|khong co gi (?:moi|thay doi)"
    rf"|(?P<left>{each.LEFT_SO}))\b"
)
_APART = r"(?:chi con(?: lai| moi| rieng)?|con(?: rieng| moi)|nhung rieng|rieng|con|nhung)"
_SOFT = re.compile(
    rf"(?=[ ,.])(?:(?:, ?| ){_APART} (?=(?P<apart>{_LISTED},? (?:{_SAID})))"
    rf"|(?:, ?(?:ha,? )?|\. (?:ha,? )?| \(| va |, va |,? (?:ma|(?<!xong )roi|dong thoi) (?={_REMINDING})|(?:, ?| ){_APART} )(?=(?P<task>{_RESULT}|{_MENDED}|{_NUMBERS}:? (?!{_TAIL_WORD}\b)\(?(?:[a-zđ]|_+ ?%|_+ (?:{COUNTED})\b)|(?:{_LISTED}|{_NUMBERS}),? (?:la )?{_CAUSE}|{_LISTED} cho (?!{_ONE}\b)|{_NUMBERS} (?:thi\b|{_TO_A_DAY}|{_SOMEBODY}|{_BY_SELF})|(?:{_LISTED}|{_NUMBERS}) (?:{_SAID})|(?:{_DENIED}?{ORDER}|{_STATED}) {NUMBER}|{_ORDER_TO}|{_REMINDING})"
    rf"|(?P<own>(?:{_LISTED}|{_NUMBERS}):? {each.BEHIND})"
    rf"|(?P<news>(?:gui |nop )?(?:tin|bai)(?: bai)? ?: ?\w))|(?:, ?|\. | va |, va )(?=(?P<ask>{_ASKING}))|(?:, ?|\. | va |, va |(?<!viec)(?<!vu)(?<!phan)(?<!cac)(?<!cai)(?<!so)(?<!lieu)(?<!not) )(?=(?P<given>{_GIVEN_REST}))"
    rf"|(?:[,.] ?|,? va | )(?=(?P<rest>{_REST}))|,? {each.SPARED}(?=(?P<spared>(?:{_LISTED}|{_NUMBERS}):? \S)))"
)
#: Without a comma: two acts side by side, each with a number of its own: "bác 5 duyệt 6", "7 xong 8 vướng".
_TIGHT = re.compile(
    rf" (?:(?:voi|va|roi) )?(?=(?P<order>{_DENIED}?{ORDER} {NUMBER}\b|{_ORDER_TO})|(?P<stated>{_STATED} {NUMBER}\b)|(?P<told>{NUMBER}:? (?:{_SAID}|{_CAUSE}|ket qua [\d_])))"
)
#: What is done to a task with a reason.
_WANTS_REASON = re.compile(
    rf"(?:da |em |anh |chi |vay |thoi )*(?:{_DENIED}(?:duyet|dong y|nhat tri)(?: cho)?(?: lui| gia han)?|tra(?: lai| ve)?|bac|tu choi|lam lai|(?:xin )?(?:lui|gia han|khat)|(?:xin )?giai trinh) {NUMBER}\b"
)
#: A number behind these is none of a task: "…, trang 7 vì in lỗi".
_OF_A_PAPER = re.compile(r"\b(?:trang|muc|bang|bieu|mau|hinh|cot|dong|khoan|diem|phan|phu luc)$")
_REASONED = rf"(?:{_LISTED}|{_NUMBERS}),? (?:la )?{_CAUSE}"
_ORDERED = re.compile(rf"(?:da |em |anh |chi |vay |thoi )*(?:{_DENIED}?{ORDER} {NUMBER}\b|{_ORDER_TO})")
_TOLD = re.compile(rf"(?:da |em |anh |chi )*{NUMBER}:? (?:{_SAID})")
#: What leaves the number behind it to the part before: "đang chờ 8 xong".
_HANGING = re.compile(
    r"(?:^|\b(?:cho|doi|khi|neu|sau|truoc|den|toi|voi|va|la|cua|nhu|theo|o|tai|do|vi|tu|hay|hoac|,)) ?$"
)
_YES = re.compile(r"(?<!khong )(?<!chua )\b(?:duyet|dong y|xong|hoan thanh)\b")
_NO = re.compile(rf"\b(?:tra|bac|tu choi|lam lai|khong duyet|khong dong y|chua xong|dang|vuong|{STUCK})\b|_ ?%")
#: What stands behind the number says something of it: "7 vướng, 8 xong".
_ONLY_NUMBERS = re.compile(
    r"^(?!.*\d.*\b(?:vuong|ket|cham|tre|dang)\b)(?:(?:ok|vang)(?: (?:em|anh|chi|sep))*, ?)?(?:da |a |ha |ua |em |bao |ghi:? |de |nho |giup |ca |het |luon |cai |cac |bao cao |anh |chi |so |viec |nhiem vu |va |nv |#|, ?|\d++(?:(?: ?-| den| toi) ?\d++)? ?|xong |hoan thanh |duyet |tra |vuong |ket |cham |tre |dang )*$"
)
_HINDERED = re.compile(rf"\b(?:vuong|{STUCK}|cham|tre) ")
_VERDICT = re.compile(r"(?:(?:da|em|anh|chi|ok|u|vang),? )*(?:(?:phe )?duyet|dong y|nhat tri|thong qua|chap thuan)\b")
_GIVING = re.compile(r"^(?:giao|chuyen|phan(?= (?:cong|lai|\d))|nhac|gia han|lui|xin|han|dat han)")
#: A list whose first numbers may belong to the list before it.
_GOES_ON = re.compile(rf"{_ONE},")
_TOLD_BEFORE = re.compile(r"\d[^,]*\b(?:xong|hoan thanh)")


@dataclass(frozen=True)
class Part:
    """A piece of a line between two offsets of its norm; `soft`: cut before a question, which must prove itself."""

    start: int
    end: int
    soft: bool = False


@lru_cache(maxsize=256)  # nearly every rule of a whole message begins with it
def one_line(text: str) -> Line:
    """Line ends and bullets become semicolons, so that any two parts beside each other can be read as one."""
    return read_line(BREAK.sub("; ", _BULLET.sub("", text).strip()).strip("; "))


def split_clauses(line: Line) -> list[Part]:
    """Parts in order. A comma only parts what starts a new act: "xong 3, 5" and "trả 8, thiếu số liệu" stay whole."""
    out: list[Part] = []
    at = courtesy_end(line.norm)
    for end in [*(m.start() for m in re.finditer(r";(?= |$)", line.norm)), len(line.norm)]:
        begin = at + len(line.norm[at:end]) - len(line.norm[at:end].lstrip(" ;,"))
        at = end
        if begin < end:
            out += [Part(begin + p.start, begin + p.end, p.soft) for p in _soft(line.norm[begin:end])]
    out = [_figure_alone(line.norm, part) for part in out]
    return [part for part in out if not each.is_heading(line.norm[part.start : part.end])] or out


def _figure_alone(norm: str, part: Part) -> Part:
    over = re.compile(_RESULT).match(norm, part.start, part.end) or each.LEFT_OUT_FIRST.match(norm, part.start)
    over = over or each.WHOSE.match(norm, part.start)
    return replace(part, start=over.end()) if over else part


def _soft(norm: str) -> list[Part]:
    hidden = masked(norm)
    if spans := each.items(norm, hidden):
        return [Part(*span) for span in spans]
    out, start, soft = list[Part](), 0, False
    for found in _SOFT.finditer(hidden):
        left, right = norm[start : found.start()], norm[found.end() :]
        before, behind = hidden[start : found.start()], hidden[found.end() :]
        of_these = _RESULT_OF.match(norm, start)
        if found["task"] and (each.counts_some(left, right) or (of_these and of_these.end() > found.start())):
            continue
        if found["task"] and not _starts_anew(before, behind):
            continue
        own = not each.counts_some(left, right) and each.tells_its_own(before, right) if found["own"] else True
        if not own or (found["spared"] and not each.is_told_apart(before, behind)):
            continue
        if found["given"] and found.group() == " " and not _GIVING.match(hidden[start:]):
            continue
        told_of_several = not found["left"] or out or not right.startswith("con lai")
        if found["rest"] and not (told_of_several and _before_the_rest(before.strip(), found.group().strip())):
            continue
        out += _side_by_side(hidden, Part(start, found.start(), soft))
        start, soft = found.end(), bool(found["ask"])
    return [*out, *_side_by_side(hidden, Part(start, len(norm), soft))]


def _before_the_rest(left: str, cut: str) -> bool:
    """Whether something is told of tasks in front of "còn lại …"; without a comma only where it says how they stand."""
    numbered = re.search(r"\d", left)
    stated = numbered and re.search(rf"\d.*\b(?:da|dang|chua|xong|hoan thanh|vuong|{STUCK})\b|_ ?%|^xong\b", left)
    if stated or re.match(rf"(?:con )?{_SECTION} \w+ \w", left):
        return True
    return bool(numbered and cut) and not _ONLY_NUMBERS.match(left + " ")


def _side_by_side(hidden: str, part: Part) -> Iterator[Part]:
    """ "Bác 5 duyệt 6", "7 xong 8 vướng": two acts without a comma between them."""
    start, soft = part.start, part.soft
    numbered = re.search(r"\d", hidden[start : part.end])
    for found in _TIGHT.finditer(hidden, start, part.end) if numbered else ():
        left = hidden[start : found.start()]
        if _HANGING.search(left) or not _is_whole(left, found):
            continue
        yield Part(start, found.start(), soft)
        start, soft = found.end(), False
    yield Part(start, part.end, soft)


def _is_whole(left: str, found: re.Match[str]) -> bool:
    """Whether what stands before says its own thing of its own number."""
    if found["stated"]:  # "xong 7 vướng 8"
        return bool(re.search(r"\b(?:xong|hoan thanh|duyet) (?:.* )?\d{1,4}(?: (?:roi|a|nhe|het))*$", left))
    if found["order"] or not _ORDERED.match(left):
        return bool(_ORDERED.match(left) or _TOLD.match(left))
    if re.match(_REASONED, found["told"]):
        return _reasoned(left)
    if left.endswith((" roi", " a", " nhe", " het")) or re.match(r"\D*\d+:? (?:thi|ket qua)\b", found["told"]):
        return True
    return bool((_YES.search(left) and _NO.search(found["told"])) or (_NO.search(left) and _YES.search(found["told"])))


def _starts_anew(left: str, right: str) -> bool:
    left = _FOREWORD.sub("", left)
    only_numbers = _ONLY_NUMBERS.match(left.strip() + " ")
    for_him = only_numbers and _VERDICT.match(left) and each.FOR_WHOM.match(right)  # "duyệt 1, 19 cho Quân"
    if dates_all(left.strip(), right) or for_him or (only_numbers and not _parts(left, right)):
        return False
    if _GOES_ON.match(right) and not _TOLD_BEFORE.search(left) and only_numbers:
        return False  # "xong 12, 5, 7 chưa": the list may go on to the last comma
    if re.match(_REMINDING, right) and not re.match(_ORDER_TO, right):
        return bool(_ORDERED.match(left) or _TOLD.match(left)) and not re.match(r"(?:nhac|don doc|thuc|giuc)\b", left)
    if re.match(_REASONED, right):
        return _reasoned(left)
    if _SLIP.fullmatch(left.strip()) and re.match(rf"{NUMBER} (?:van |con )?chua|{_DENIED}(?:duyet|dong y)", right):
        return False
    if _LETTING.match(left) and re.match(rf"{NUMBER} (?:duoc )?(?:hoan thanh|xong|lui|gia han|ket thuc)\b", right):
        return False
    if _gives_why(left, right):
        return False
    if _DENIAL.fullmatch(left.strip()) or (not re.search(r"\d", left) and re.match(_STATED, right)):
        return False
    after_number = re.match(rf"(?:viec |so |#)?(?:{_LISTED}|\d{{1,4}}):? (\w+)", right)
    if re.match(rf"{_NUMBERS} {_SOMEBODY}", right):
        return bool(re.search(rf"\d,? (?:cho )?{_SOMEBODY}", left.strip()))
    if re.match(rf"{_NUMBERS} {_TO_A_DAY}", right):
        own = re.search(rf"\d (?:\w+ ){{0,3}}?{_TO_A_DAY}", left) or each.tells_its_own(left, right)
        return bool(own) and not (" them " in right and not re.search(r"\b(?:lui|gia han|khat|xin)\b", left))
    if re.match(rf"{NUMBER} chua\b.*\?", right) and re.search(r"\d$", left):
        return False  # "xong 7, 8 chưa?" asks of both
    return not (after_number and after_number[1] == "cho" and _GIVING.match(left) and not re.search(r"\bcho\b", left))


def _reasoned(left: str) -> bool:
    """Whether what stands before has a reason of its own: "trả 2 vì thiếu ảnh", not "trả 2" and no "trả 2, 5"."""
    return bool(
        _WANTS_REASON.match(left)
        and not _OF_A_PAPER.search(left)
        and re.search(rf"\d.* {_CAUSE} \S|\d[,:]? \(?(?:thieu|sai|chua|khong|can)\b", left)
    )


def _gives_why(left: str, right: str) -> bool:
    """One side is only why the other is said: "do bão, xin lùi việc 20", "nhắc VP, 22 im ru"."""
    if re.search(r"\d", left):
        return False
    silent = re.search(rf"\b(?:{REMIND})\b", left) and re.match(rf"{NUMBER}:? {_SILENT}", right)
    return bool(silent or _FOR_A_CAUSE.match(left))


def _parts(left: str, right: str) -> bool:
    """ "trả 9, 10 thiếu số" is one act on both; "xong 7, 8 đăng 12 tin" is two."""
    if left.startswith("tra"):
        return bool(
            re.match(rf"{_DENIED}?{ORDER}|{NUMBER} (?:thi )?(?:de sau|khoan|duyet|dong y|xong|ok|dat)\b", right)
        )
    if _HINDERED.search(left):
        return not re.match(r"(?:viec |so |#)?\d{1,4}:? (?:cho|vi|do|thieu|doi|o)\b", right)
    return bool(_TOLD_BEFORE.search(left) or (re.search(r"xong|duyet", left) and _new_statement(right)))


def _new_statement(right: str) -> bool:
    """What follows says its own thing of its own number, instead of continuing the list."""
    if _OWNED.match(right):
        return False  # "xong 4, 9 của VHXH"
    return bool(
        re.match(
            rf"{_NUMBERS}:? (?!xong roi|da xong)(?:(?:thi|em) )?(?:dang|chua|vuong|nhu|khong|moi|cho|con(?! \d)|duoc|tra|lam lai|bo sung|xin|kh|bc|qd|cv|(?:{ALONE})(?: so)? _|dung|khoan|khoi|tu tu)\b"
            rf"|{_NUMBERS}:? (?:(?:thi|dat|duoc|moi) )?_+ ?%|{_DENIED}?{ORDER}|{_STATED}|{_NUMBERS}:? (?:thi |cu )?(?:de|mai|(?:tuan |hom )?sau) (?:sau|mai|do|day|lai sau|tuan sau|hom khac|anh|chi|em|toi|minh|xem|tinh)\b",
            right,
        )
        or re.match(
            r"\d{1,4} (?!xong|hoan thanh|roi|con \d|sau\b|mai\b|(?:ky|quy|thang) |ket qua (?:tot|dat)\b)\w+(?: \w+)+$",
            right,
        )
        or (re.match(NUMBER, right) and (QUESTION_END.search(asked := right.split(";")[0]) or asks_by_word(asked)))
    )
