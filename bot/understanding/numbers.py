"""Which numbers of a line are task numbers, and which are documents, dates, percents, counts or hours."""

import re
from functools import lru_cache

from bot.understanding.before_a_date import is_one_of_them, without_days
from bot.understanding.document_kinds import ALONE, NUMBERED, SIGNED
from bot.understanding.figure_behind import without_figures
from bot.understanding.line import Line
from bot.understanding.patterns import each_word
from bot.understanding.words import STUCK
from jobs.rules.text import fold_aligned

_DOC = rf"(?:{ALONE})"
#: "KH 45/KH-UBND", "số 125/BC-UBND", "45/KH-UBND", "BC 125", "công văn số 88".
EVIDENCE = re.compile(
    rf"\b(?:(?:{SIGNED}) )?(?:so:? ?)?\d+[a-z]?/(?:\d{{4}}/)?[a-z][a-z&]*(?:-[a-z&]+)*\b"
    rf"|\b(?:{SIGNED}) so \d+ (?:qd|bc|kh|ttr|cv|tb|gm|nq)(?: (?:ubnd|hdnd))?\b|\b{_DOC} (?:so:? ?)?\d+\b(?![/%]| thang\b)|\b(?:{NUMBERED}|so) so:? ?\d+\b(?![/%])|https?://\S+"
)
#: As the norm keeps it where it is spelt so; "trả 7 ảnh mờ" has a task and the reason.
_PHOTO = r"ảnh(?! (?:mo|nhoe|toi|sai|cu|khong (?:ro|dung|dat|phai|hop le))\b)"
#: Whose unit it is that reports; nobody counts those: "5 và 9 phòng em xong", "7 đơn vị tôi đã nộp".
_OURS = (
    r"(?!phong (?:em|toi|minh|anh|chi|ta|a|e|c)\b)"
    r"(?!(?:don vi|ban|to|phong) (?:chung )?(?:em|toi|minh|ta|tui|a|e) (?:da|deu|xong|hoan|dang|chua|vua|moi (?:xong|hoan|nop|lam)|lam|cung|nop)\b)"
)
COUNTED = _OURS + (
    r"(?:ngay|bua|phong|tin|bai|gio|tieng|phut|tuan|thang(?! (?:nay|truoc|\d))|nam|quy|nguoi|van ban|ho so|lan(?! (?:toa|nay|truoc|\d|lam chinh|chu tri|phu trach|phoi hop))|buoi|cuoc|don vi|xa|phuong|trieu|ty(?! (?:le|trong|so|gia|suat)\b)|dong(?! (?:bo|y|tinh|loat|thoi|chi))|tr|"
    rf"viec|nhiem vu|dau viec|ket qua(?! (?:tot|kem|rat|la|[\d_]+ ?%|\d+ [a-z])|:)|ban(?! (?:hanh|giao|luan|dau))|cai(?! nao)|{_PHOTO}|lop|hoi nghi|thu tuc|tthc|kien nghi|pakn|y kien|phieu|luot|giay|can bo(?! sung)|cong chuc|"
    r"chu ky|con dau|doanh nghiep|du an|chi tieu|hoc vien|to(?! chuc)|muc tieu|khu|nguoi|trang|diem|ca(?! (?:nam|thang|quy|tuan|hai|ba)\b)|mon|nha (?:dau tu|thau|may|van hoa)|ky(?! (?:hieu|nay|thang|quy|truoc|so|ban|roi|duyet|duoc|xong|va|kh|qd))|dot(?! (?:nay|vua|truoc))|to chuc(?! (?:\d|hoi|lop|tap|le|cuoc|hop|kiem|doan|duoc|thi|tuyen|ra|thuc|trien|xong|roi))|phong su|video|clip|infographic|chuyen muc|ho(?! (?:em|anh|chi|toi|minh|cai|voi|tro|chua|dang|noi))|co so(?! (?:lieu|van ban|ky hieu|\d|_)| ?:| (?:roi|la)\b[^_]*_+/)|cong trinh|tuyen duong|san pham|mo hinh|hop dong|to roi|truong hop|cong dan|dai bieu|hoc sinh|thua dat|do an|de an|to trinh|phan anh|muc(?! (?:tieu|luc|so))|hang muc|chuyen de|bo ho so|mau|noi dung|don(?! (?:vi|doc|gian|phuong|thuan|le|gia)\b)|vu(?! viec)|vu viec|can ho|gia dinh|cau|diem|h\b|k\b|g\b|p\b)"
)
#: Typed without accents photos are what was taken, sent, or stands beside what is counted; "xong 7 anh" speaks to somebody.
_PHOTOS = (
    rf"\b(?:chup|kem|dinh kem|gui|nop|voi|up|dang|thieu|can|bo sung) (?:duoc |them )?\d+ anh\b|_+ (?:{COUNTED})(?: ?,| va) ?\d+ anh\b"
    r"|\b\d+ (?:buc|tam|kieu) anh\b|\b\d+ anh(?= (?:chup|hien truong|tu lieu|minh hoa|hoat dong)\b)"
)
_NOT_IDS = (
    EVIDENCE,
    # Thousands: "2.300 lượt"; with commas only where nothing but one figure can stand: "54 1,234 hồ sơ".
    re.compile(
        rf"(?<![\d.,])\d{{1,3}}(?:\.\d{{3}})+(?![\d])|(?:(?<=\d )|(?<=\d: ))\d{{1,3}}(?:,\d{{3}})+(?= (?:{COUNTED})\b)"
    ),
    re.compile(r"\d+(?:[.,]\d+)? ?(?:%|phan tram)"),
    re.compile(rf"(?:(?<=\d )|(?<=\d: )|(?<=[a-z] ))\d+,\d{{1,2}}(?= (?:{COUNTED}|ti|km|ha|m2|m|kg|tan|diem)\b)"),
    # As another task is: "như việc 17 thôi".
    re.compile(
        r"\b(?<!gan )(?<!hau )(?<!coi )(?<!xem )(?<!hinh )(?<!duong )(?<!nghe )(?:nhu|giong(?: nhu| voi| het)?|tuong tu(?: nhu)?) (?:(?:ben|cai|cua|viec|nhiem vu|nv|so) )*#?\d{1,4}\b"
    ),
    re.compile(r"\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b|\b\d{1,2}[/]\d{1,4}\b|\b\d{1,2}\.\d{1,2}\b(?! \d)"),
    re.compile(rf"\b\d+ ?/ ?\d+\b|\b\d+ (?:tren|trong)(?: tong)?(?: so)? \d+(?= (?:{COUNTED})\b)"),
    re.compile(
        r"\b\d{1,2} ?(?:h|g|gio) kem \d{1,2}\b|\b\d{1,2}(?:h|g|gio|:)\d{0,2}\b|(?<!viec )(?<!vu )\b\d{1,2} ruoi\b"
    ),
    re.compile(
        rf"(?<![,\d])(?<!\bviec )(?<!nhiem vu )(?<!\bso )(?<!\bnv )(?<!#)\b(?:\d+ ?(?:-|den|toi) ?)?\d+ (?!(?:{SIGNED}) (?:so:? ?)?_)(?:{COUNTED})\b(?! (?:cua|nay) (?:em|toi|anh|chi)\b)"
    ),
    re.compile(_PHOTOS),
    re.compile(
        r"\b(?!^phan [\d, va]+$)(?:ngay|thang|quy|nam|thu|tuan|luc|khoang|phong|tang|dieu|dot|(?<!\d )lan|vong|hom|khu|duong|con|(?<!nhan )(?<!om )(?<!lo )(?<!lam )(?<!ganh )them|duoc|gan|hon|moi|cap|"
        r"muc do|chi so|chi tieu so|lop|giai doan|gd|buoc|phan(?! \d[\d, va]* (?:cho|sang|qua|ve) )|version|khoa|tong|mong|mung|den ngay|nhom|to|chuong|mua|phien|so dien thoai|(?:(?:con|do|vi|mua|sau|qua|chong|cua) bao|phong hop|hoi truong|phong|xe|may|truong|duong|nha|khu|to|lop|cua|diem|mau|bieu|phu luc|hem|ngo|thang|tuyen|cong|cau|kho|san|ghe|tram|lo) so) \d+\b"
    ),
    re.compile(r"\b(?:(?:kiem|thanh|dieu|chi) tra|thu (?:ve|lai)(?: duoc)?) \d+\b|\b\d{1,2} hom (?:roi|nua|truoc)\b"),
    re.compile(rf"\bcon \d+ ho\b|_+ (?:{COUNTED})[^;,]*,? ?con \d+(?= ?(?:$|[,.;])| (?:a|nua|thoi)\b)"),
    re.compile(r"(?<!ghi )(?<!bao )\bho so \d+\b(?= [^\W\d])"),  # "hồ sơ 12 trường hợp"
    re.compile(r"\b(?:theo|tai|trong|can cu) (?:ke hoach|bao cao) \d+\b|\bcho (?:ca )?\d (?:dua|em|anh em|chi em)\b"),
    re.compile(r"\bmuc \d+(?= (?:cua|trong|thuoc) (?:viec|nhiem vu|nv|so) \d)|(?<=\d )(?:(?!va|voi)\w+ ){1,4}muc \d+"),
    # "Kỳ 2" is a period, "đã ký 2" and "ký 2 số 45/KH-UBND" name a task.
    re.compile(r"(?<!da )(?<!duoc )(?<!vua )(?<!cho )(?<!doi )(?<!trinh )\bky \d+\b(?!,? (?:\w+ ){0,3}_)"),
    re.compile(r"\b[tqh]\d\b|\b\d{1,2}(?:am|pm|h|k|tr| tay)\b|\b20[2-4]\d\b"),
)
_MARK = rf"{each_word('vu', not_behind='phuc|dich|noi|nghiep|chuc|dac|nhiem|mua|thoi')}|viec|nhiem vu|dau viec|cong viec|{each_word('so', not_behind='van ban|ke hoach|bao cao|cong van|duong|nha|khu|to|lop|cua|diem|mau|bieu|phu luc|hem|ngo|hop|phong|xe|may|truong')}|nv|muc|#"
_LIST = r"#?\d{1,4}(?:(?: ?[,+&/] ?| va | voi(?: lai)? | lan | roi | va viec |, ?va |, viec |-| - | den | )#?(?:so )?\d{1,4})*"
_FROM_TO = r"tu (?:viec |nhiem vu |so |nv )?\d{1,4} (?:den|toi) (?:viec |nhiem vu |so |nv )?\d{1,4}"
_MARKED = re.compile(rf"(?:(?:{_MARK}) (?:so )?:? ?|#)({_FROM_TO}|{_LIST})(?![\d%/])")
_BARE = re.compile(rf"({_FROM_TO}|(?:(?<=\bxong )|^)\d{{1,4}} toi \d{{1,4}}|{_LIST})(?![\d%/])")
_RANGE = re.compile(r"(\d{1,4}) ?(?:-|den|toi) ?(?:viec |nhiem vu |so |nv )?(\d{1,4})")
#: Words a bare list of numbers may stand after.
_VERB = (
    r"(?:xong|hoan thanh|hoan tat|duyet|approved?|reject|reopen|tra|tra lai|dong y|nhat tri|giao|giao lai|khat|an dinh|chot|tien do|(?:han|moc|tien do|ket qua|chi tiet) cua|chuyen lai|chuyen|mo lai|nhac|lui|gia han|chi tiet|xem|han|bac|tu choi|"
    r"khong dong y|khong duyet|cap nhat|bao|xong het|tru|ghi|dong|chap thuan|thong qua|khoi phuc|huy|ve|dat han|doi han|hoan|lam|ok|"
    r"giai trinh|con|bo|moc|deadline|nham|cho|va|huy xong|bao cao|dang lam|du thao|mot phan|mot nua|chua xong|xong viec|kip|dinh chinh|phan cong(?: lai)?|phan(?: lai| bo)?|cac viec|cac so|nhan|bao gio|khi nao|luc nao|hom nao|nhe|nha|cai|dung tinh|khoan tinh|chua tinh|lam lai|giup|(?:giup|ho) (?:em|anh|chi|toi)|ai (?:(?:dang|con|se|da) )*(?:giu|cam|om|phu trach|theo doi|lo))"
)
_ID_AT = re.compile(rf"(?:^(?:(?:da|ha|a|u|vang)[ ,]+)*|[;:] ?|\b{_VERB}(?: (?:luon|ngay|h[aẳ]n|het|het ca|ca))? )$")
_MOVED_TO = re.compile(r"\b(?:doi|day|keo|dich|don) $")
_TO_A_DAY = re.compile(
    r" (?:(?:den|sang|toi|len|ve|qua|xuong) (?:het |ngay |thu |cuoi |dau |giua |thang |tuan |_|mai|hom)|tu [^\d_,;]{2,30} (?:sang|qua|cho|ve) )"
)
#: "Sửa 8 thành 13 tin": what the task's result is to be, a figure of something.
_MENDED_TO = re.compile(r" (?:lai )?(?:thanh|la) (?:[^\W\d]+ )*(?:_[_ ]*|\d+ ?)(?:%|[a-z])")
#: "Kết quả 7, 8 thế nào rồi": of several tasks, asked.
_RESULTS_OF = re.compile(r"(?:(?:cho (?:em|toi|anh|chi|minh) )?(?:hoi|xem|biet) )?(?:ket qua|tien do|tinh hinh) $")
_ASKED_HOW = re.compile(r"(?<=\d) (?:(?:dang|hien|thi|da) )*(?:the nao|ra sao|sao roi|den dau|toi dau|nhu nao)\b")
_ON_TIME = re.compile(r"\b(?:dung|qua|tre|truoc|som) han $")
#: After these a number counts things as often ("vướng 3 hộ dân"), so what follows it must leave nothing to count.
_WEAK_VERB = re.compile(
    rf"\b(?:vuong|vuong mac|{STUCK}|tac|nghen|cham|tre|ky|ban hanh|phat hanh|trinh|nop|gui|(?:nhan|om|lo|lam|ganh) (?:them|luon)) $"
)
_UNCOUNTED = re.compile(
    rf" ?(?:$|[.,;:!?]| (?:roi|a|nhe|em|anh|chi|vi|do|cho|chua|thieu|o|tai|tu|theo|hom|ngay|nua|gi|sao|dau|dang|con|trong|truoc|ngay|lien|gap|som|cham nhat)\b| (?:{_DOC}|ke hoach|bao cao|so)(?: so)? _)"
)
#: Behind a comma a number names a task where something is said of it: "kẹt quá, 33 em xin khất".
#: So it does behind the word that begins the thought: "à 2 cũng chưa ký", "thế 17 thì đang chờ Sở".
_NEXT = re.compile(
    r"(?:[,.(] ?|\b(?:rieng|con|nhung) |^(?:(?:a|ha|ua|ui|oi|u|o|da|the|thi|vay|ma|con|rieng|nhung|quen|ne|em|anh|chi)[ ,]+)+|^(?:(?:em|anh|chi|cho (?:em|anh|chi|toi) hoi|hoi)[ ,]+)*(?:ly do|nguyen nhan|(?:vi |tai )?sao) )$"
)
_SAID_OF_IT = re.compile(
    rf":?(?: ?_+ ?%| (?:(?:thi|em|toi|van|con|lai|deu|cung|(?:phong|ben) em) )*(?:xin|khat|lui|gia han|xong|hoan thanh|chua|dang|vuong|{STUCK}|bi|tre(?! (?:em|con|tho)\b)|cham|qua han|lau|khong|moi|im\b(?! phang)|nhu|duyet|tra|cho qua|da (?:xong|hoan thanh|trinh|gui|nop|lam|ky))\b)"
)
#: Somebody is spoken to, and then the number: "dạ báo cáo chị, 26 em trình rồi".
_ADDRESSED = re.compile(
    r"(?:(?:da|vang|ok|em|anh|chi|sep|bac|co|chu|dong chi|oi|a|thua|kinh|chao|xin|bao cao|lanh dao|bot|nhe|e)\b[ ,.:]*)+"
)
_DID = re.compile(
    r":? (?:(?:em|toi|minh|phong em|ben em|thi) )?(?:(?:da|vua|moi|cung|dang) )*(?:trinh|nop|gui|soan|lam|ky|ban hanh|phat hanh|len|hop|lay y kien|tham muu|hoan thien|chuan bi)\b"
)
#: So many of them all: "có 20 hồ sơ, 12 đã xong, 8 chưa".
_OF_THEM = re.compile(
    rf"\b(?:co|tong(?: so| cong)?|trong|tiep|xu ly|thu|cap|kham|phat|ra soat|tham dinh|van dong|tap huan|nhan|hop|moi|hoi|khao sat|kiem tra|xet|tiep nhan)(?: duoc| voi)? _+ (?:{COUNTED})\b[^;]*$"
)
#: A verb of the work before "xong": "xử lý xong 15", and no "em làm xong 15".
_COUNT_DONE = re.compile(
    r"(?<!\d )(?<!\bda )(?<!\bem )(?<!\blam )(?<!\bvua )(?<!\bbao )(?<!\bchua )(?<!\bviec )[^\W\d]+ (?:xong|hoan thanh|duoc) $|\b(?:nhan|tra|giao|phan|nhac|chuyen|bac|ghi|huy|bo|duyet|con) $"
)
#: "xong 7 ngày mai": a task and a day, no seven days.
_THEN_A_DAY = re.compile(
    r" ?(?:ngay (?:_|\d|mai|kia|hom|qua|thu)|(?:tuan|thang|quy|nam) (?:nay|sau|truoc|toi|roi|vua|\d|_|i))"
)
_FINISHED = re.compile(r"\b(?:xong|hoan thanh|hoan tat|xong viec) (?:[\d, va]+[, ])?$")

#: What is asked of a task by its bare number: "29 sản phẩm phải nộp là gì", "24 đơn vị nào chủ trì"; "5 người nào" counts.
_ASKED_OF = re.compile(
    r"(?:(?:cho (?:em |toi |anh |chi |minh )?)?hoi (?:la )?)?\d{1,4} (?=(?:yeu cau |can |phai co )?(?:san pham|ket qua|don vi|phong|nguoi)(?: (?:can|phai|chinh|chu tri|phu trach|phoi hop|lam|nop|co|giao|dau ra))*"
    r" (?:la |gom )?(?:(?:nhung |cai |van ban )?gi|ai|(?:nhung )?van ban (?:gi|nao)|(?:nhung )?(?:don vi|phong|nguoi) nao|nao (?:lam|chu tri|phu trach|phoi hop|theo doi|lo))\b)"
)
NUMBER_ALONE = re.compile(r"(?<![\w/.,])\d{1,4}(?![\w/%]|[.,]\d)")  # as a task's: no part of a word, a day or a figure


@lru_cache(maxsize=2048)
def masked(norm: str) -> str:
    """The norm with every number that is no task number blanked, offsets kept. "18 tháng 10" at the start stays 18."""
    keep = re.match(r"(?:(?:viec|xong|nhiem vu) )?\d{1,4} (?=(?:thang|quy) (?:\d|nay))", norm) or _ASKED_OF.match(norm)
    spared = keep.end() if keep else 0
    out = re.sub(rf"\b\d+(?= {_PHOTO}\b)", lambda m: "_" * len(m.group()), norm)
    out = fold_aligned(out)  # "thủ tục" counts whatever accents the norm keeps
    out = without_days(without_figures(out))
    for pattern in _NOT_IDS:
        out = pattern.sub(lambda m: _blank(m, spared), out)
    return "".join("_" if blank == "_" else char for char, blank in zip(norm, out, strict=True))


def _blank(match: re.Match[str], spared: int) -> str:
    if match.start() < spared:
        return match.group()
    text = match.group()
    number = re.match(r"\d+(?: ?(?:-|den|toi) ?\d+)?", text)
    if number:
        before, rest = match.string[: match.start()], match.string[match.start() + number.end() :]
        if is_one_of_them(before, rest) or (_FINISHED.search(before) and _THEN_A_DAY.match(rest)):
            return text
    marked = re.match(r"(?:con|them|duoc|phan) \d+$", text)
    return text if marked and text.startswith("con") else re.sub(r"[\d]", "_", text)


def _numbers(text: str) -> list[int]:
    out: list[int] = []
    at = 0
    for each in _RANGE.finditer(text):
        first, last = int(each[1]), int(each[2])
        out += [int(n) for n in re.findall(r"\d+", text[at : each.start()])]
        out += range(first, last + 1) if first < last <= first + 60 else [first, last]
        at = each.end()
    return out + [int(n) for n in re.findall(r"\d+", text[at:])]


@lru_cache(maxsize=256)
def task_ids(line: Line) -> tuple[tuple[int, ...], list[tuple[int, int]]]:
    """The task numbers in typed order, without repeats, and where in the norm their lists stand."""
    if not line.has_figures:
        return (), []
    norm = _with_given(line, masked(line.norm))
    marked = [m.span(1) for m in _MARKED.finditer(norm) if line.typed(*m.span())[:2].lower() != "sở"]
    bare = [m.span(1) for m in _BARE.finditer(norm) if not _inside_word(norm, m) and _names_tasks(norm, *m.span(1))]
    bare = [span for span in bare if not is_part(line, span[0], "phần")]
    if not bare and (given := _given_first(line, norm)):
        bare = [given]
    # "xong 7, việc 8": the list begun without a mark goes on with one.
    where = [_around(span, bare) for span in marked] if marked else _without_counts(norm, bare)
    out: list[int] = []
    for start, end in where:
        out += [n for n in dict.fromkeys(_numbers(norm[start:end])) if n not in out and n > 0]
    return tuple(out), where


def is_part(line: Line, at: int, *spelt: str) -> bool:
    """Whether the word in front of a number is "phần", a part of the work, and not "phân", which hands out."""
    before = line.norm[:at].rstrip()
    return before.endswith("phan") and line.typed(len(before) - 4, len(before)).lower() in spelt


def counts_on(left: str, right: str) -> bool:
    """Whether the number that opens `right` counts some of what `left` counted: "có 20 hồ sơ, 12 đã xong"; no 29 of 3."""
    whole = _OF_THEM.search(masked(left))
    part = re.match(r"\d+", right)
    return bool(whole and part and int(part[0]) <= max(map(int, re.findall(r"\d+", left[whole.start() :]))))


def _without_counts(norm: str, lists: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """ "48 tiếp nhận 17, xử lý xong 15": where a number opens what is told of it, the later ones count things."""
    return [each for each in lists if each[0] == 0 or not (lists[0][0] == 0 and _COUNT_DONE.search(norm[: each[0]]))]


def _around(span: tuple[int, int], lists: list[tuple[int, int]]) -> tuple[int, int]:
    return next((each for each in lists if each[0] < span[0] < each[1]), span)


def _names_tasks(norm: str, start: int, end: int) -> bool:
    if (asked := _ASKED_OF.match(norm)) and start < asked.end():
        return True
    before = norm[:start]
    if _ON_TIME.search(before):
        return False
    if before.endswith("ca ") and re.match(r"\d+ ?(?:va|lan|voi|,|&) ?", norm[start:]):
        return True
    if _ADDRESSED.fullmatch(before) and (_SAID_OF_IT.match(norm, end) or _DID.match(norm, end)):
        return True
    if _NEXT.search(before) and _SAID_OF_IT.match(norm, end):
        return not _OF_THEM.search(before)
    if before.endswith("sua ") and _MENDED_TO.match(norm, end):
        return True
    if _RESULTS_OF.fullmatch(before) and _ASKED_HOW.match(norm, end):
        return True
    if _MOVED_TO.search(before) and _TO_A_DAY.match(norm, end):
        return True
    return bool(_ID_AT.search(before) or (_WEAK_VERB.search(before) and _UNCOUNTED.match(norm, end)))


def _inside_word(norm: str, match: re.Match[str]) -> bool:
    start, end = match.span(1)
    return (start > 0 and norm[start - 1] not in " ,;:(+") or (end < len(norm) and norm[end] not in " ,;.:?!)")


#: "Phân 57 Hoa", "giao 57 Lan": no share of the work, no 57 times, where a name is written behind it.
_GIVEN_TO = re.compile(
    rf"(?:(?:em|anh|chi|toi|nho|da|ok),? )*(?P<how>giao|phan cong|phan|chuyen)(?: lai)? (?P<number>\d{{1,4}}) (?P<counted>{COUNTED}\b)?"
)
#: "Giao Hoa 57", "phân chị Hoa 57, 58 trước 5/11": who takes it stands in front.
_GIVEN_FIRST = re.compile(
    r"(?:(?:em|anh|chi|toi|nho|da|ok),? )*(?:giao|phan cong|phan)(?: lai)?(?: cho)? (?P<whom>(?:anh|chi|em|co|chu|bac) )?(?P<to>[^\W\d]+(?: [^\W\d]+){0,2}) (?P<numbers>\d{1,4}(?:(?:, ?| va | )\d{1,4})*)(?: (?:nhe|nha|a|di|giup))*(?:[ .!]*|,? (?:truoc|han|xong|hoan thanh|trong|cham nhat|den|bao cao|nop)\b.*)"
)


def _given_first(line: Line, norm: str) -> tuple[int, int] | None:
    found = _GIVEN_FIRST.fullmatch(norm)
    return found.span("numbers") if found and line.text[line.starts[found.start("to")] :][:1].isupper() else None


def _with_given(line: Line, norm: str) -> str:
    """The masked norm with the number in front of whom it is handed to."""
    found = _GIVEN_TO.match(line.norm)
    if not found:
        return norm
    start, end = found.span("number")
    named = line.text[line.starts[end + 1] :][:1].isupper() if len(line.norm) > end + 1 else False
    spelt = is_part(line, start, "phân") and not found["counted"]
    return f"{norm[:start]}{found['number']}{norm[end:]}" if named or spelt else norm


#: "120/400", "2/4 lớp", "3 trên 5 đơn vị": how many of how many.
_PARTS = re.compile(
    rf"\b(\d+) ?/ ?(\d+)(?= (?:{COUNTED})\b(?! (?:so )?\d))|\b(\d{{3,}}|3[2-9]|[4-9]\d)/(\d+)\b(?!/)|(?<![/\d])(\d{{1,2}})/(1[3-9]|[2-9]\d|(?!20\d\d\b)\d{{3,}})\b(?!/)"
    rf"|\b(\d+) (?:tren|trong|trong so|tren tong so) (\d+)(?= (?:{COUNTED})\b)"
)
#: "Xong 1/2 việc 15": a part of the task, and no day.
_OF_TASK = re.compile(
    r"\b(?:xong|hoan thanh|duoc|lam) (?:duoc |khoang |tam )*(?:([1-9])/(\d|10)(?= (?:cua )?(?:cong |dau )?(?:viec|nhiem vu|nv|khoi luong)\b)|(1|2)/(3)\b(?!/)|(1)/(2)\b(?!/)|(1|3)/(4)\b(?!/))"
)


def part_of_whole(norm: str) -> bool:
    """Whether so many of more are spoken of: "120/400 hồ sơ", "2/4 lớp"."""
    found = (tuple(int(n) for n in each.groups() if n) for each in [*_PARTS.finditer(norm), *_OF_TASK.finditer(norm)])
    return any(some < whole for some, whole in found)


@lru_cache(maxsize=64)
def without_evidence(norm: str) -> str:
    """The norm with document numbers, links and parts blanked, offsets kept: "45/KH", "2/4 lớp" are no days."""
    blanked = EVIDENCE.sub(lambda m: re.sub(r"\d", "_", m.group()), norm)
    return _PARTS.sub(lambda m: re.sub(r"\d", "_", m.group()), blanked)


def without_documents(norm: str) -> str:
    """The norm with documents blanked, kind and all, offsets kept: "giấy mời 45/GM-UBND" says nothing of who is asked."""
    return EVIDENCE.sub(lambda m: "_" * len(m.group()), norm)


def evidence(line: Line) -> str | None:
    """The document number or link, as typed, with the kind of document before it."""
    found = EVIDENCE.search(line.norm) if line.has_figures or "http" in line.norm else None
    return line.typed(*found.span()) if found else None
