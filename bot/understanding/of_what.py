"""Of what words of work are told: "nhà văn hóa sửa xong 70%" is of no task shown before that has another name."""

import re

from bot.understanding.line import Line, read_line
from bot.understanding.listed import listed
from bot.understanding.numbers import masked
from bot.understanding.words import DONE, STUCK
from jobs.rules.text import fold_words

_LEAD = r"(?:(?:da|vang|ok|em|anh|chi|toi|minh|(?:xin )?bao cao|thua|a|ha|thi|con|rieng|nay|hom nay|sang nay|chieu nay|vua roi|hien nay|hien tai|den nay|toi nay)[ ,]+)*"
#: How it goes, or what is wished for it: what stands in front is what it is of.
_SAID = rf"(?:da|dang|vua|moi|chua|se|bi|con|cung|deu|het|them|{DONE}|vuong|{STUCK}|cham|tre|xin|lui|gia han|duoc|dat|cho|doi|thieu|khong|gap|sap|gan|du kien|roi|mai|tuan sau|nhu|[\d_]+)"
_TOLD = re.compile(rf"\b{_SAID}\b(?! (?:phep|gop|viet|ky hieu)\b)|[\d_]+ ?%")
#: Whoever does or holds up the work; nothing of what it is.
_WHO = re.compile(
    r"(?:(?:ben|phia|cac|quy|may|lanh dao) )*(?:phong|so(?! (?:lieu|do|hoa))|ban(?! (?:do|ve|hanh|giao))|bo(?! (?:phan|ho so))|tinh|ubnd|uy ban|hdnd|trung tam|vp|van phong|lanh dao|sep|cap tren|don vi|doan|khu pho|cong an|chu tich|pct|giam doc|nha thau|nguoi|dan|anh|chi|em|chu|bac|ong|ben|phia|to dan pho|mat tran|cong ty|chi cuc|cuc|trung uong|thuong truc|toi|minh)\b"
)
_CAPITAL = r"[A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ][a-zà-ỹđ]+"
#: Behind what people and offices are called it is one of them.
_NAME = re.compile(
    rf"(?<![Ss]ở )(?<![Pp]hòng )(?<![Bb]an )(?<![Aa]nh )(?<![Cc]hị )(?<![Ôô]ng )(?<![Bb]à )(?<![Tt]âm )\b(?!Sở|Phòng|Ban|Bộ|Hội|Trung|Ủy|Uỷ|Đảng|Văn|Mặt|Công|Chi|Quỹ|Kho|Tỉnh|Chủ|Phó){_CAPITAL}(?: {_CAPITAL})+"
)
#: Papers, steps and means of any work.
_ANY_WORK = frozenset(
    listed(
        "du thao ban van bao cao so lieu ho ket qua tien do noi dung to trinh quyet dinh cong hop dong phu luc bang bieu mau bien giay moi thu tai danh sach ke hoach quy che"
        " file anh hinh slide phan buoc khau dot lan giai doan muc dong kinh phi may mang phan mem he thong nguoi phieu link viec vu nhiem cai con phieu mieng minh chung san pham"
        " nay do kia ay cua em anh chi toi minh phong ben ta nha la va voi ve o tai cho theo trong cac nhung mot hai ba tat ca toan bo nhat dau cuoi chinh sau truoc giua"
        " thang quy ky tuan nam ngay hom sang chieu toi trua qua mai thu lam soan ra soat tong hop hop khao sat tham dinh lay y kien gop xin ky duyet phe trinh gui nop in phat"
        " chuan bi to chuc trien khai thuc hien kiem tra cap nhat hoan thien thanh chinh sua bo sung doi chieu ban hanh tham muu phoi lien he chuyen nhan thong theo doi xu giai quyet"
        " tra loi huong dan chot doc xem xac dang ly do thi ma cung vi nen roi xong duoc cong rieng chung moi khac lai duyet lap nhap quet"
        " ca phia dieu van don tin nhan nhanh tam thoi co le thuc te chac van kha rat hoi du tinh hinh chi tiet so luong ti le ty phan tram"
    )
)
_NAMED_AS = re.compile(r"(?:cai |vu |phan )*(?:viec|vu|chuyen|cong trinh|du an|hang muc|mang|goi thau) ")
_NAMED_BEHIND = re.compile(
    rf"(?:(?:da|vua|moi|lam) )*(?:{DONE}) (?:roi )?(?=(?:cai |vu )?(?:viec|vu|chuyen|cong trinh|hang muc|mang) (?!(?:nay|do|kia|ay|roi|thang|ky|quy|duoc|cua|so)\b)[^\W\d])"
)
#: A number of which it is told how it stands: "hộ Khoa 25 xong"; no day, no share and no count of things.
_NUMBER = re.compile(
    rf"(?:^|(?P<before>[^\W\d]+),? )#?(?P<number>\d{{1,4}})(?=:? (?:(?:thi|cung|van|con|lai|da|em) )*(?:{DONE}|chua|dang|vuong|{STUCK})\b)"
)
_COUNTS = frozenset(
    listed(
        "ngày tháng quý năm thứ tuần đợt lần khoảng được còn thêm lớp bước phần đạt in phát hơn gần số trang mục khóa tổ khu"
        " ngay thang quy nam thu tuan dot khoang duoc con them lop buoc phan dat phat hon gan trang muc khoa"
    )
)


def number_told(text: str) -> int | None:
    """A number typed that reads like a task's, wherever it stands."""
    line = read_line(text)
    for found in _NUMBER.finditer(line.norm):
        if not (found["before"] and line.typed(*found.span("before")).lower() in _COUNTS):
            return int(found["number"])
    return None


def names_other_work(text: str, titles: tuple[str, ...]) -> bool:
    """Whether what it is told of is called by words that no work in general has, nor one of these titles."""
    line = read_line(text)
    lead = re.match(_LEAD, line.norm)
    begin = lead.end() if lead else 0
    told = _TOLD.search(masked(line.norm), begin)
    of = line.part(begin, told.start() if told else len(line.norm)) if told is None or told.start() > begin else None
    if of is None and (behind := _NAMED_BEHIND.match(line.norm, begin)):  # "xong việc kiểm tra CCHC"
        of = line.part(behind.end(), len(line.norm))
    if of is None or not told or _WHO.match(of.norm):
        return False
    if _named_place(of, titles):
        return True
    return len(_own_words(of, titles)) >= (1 if _NAMED_AS.match(of.norm) else 2)


def _named_place(of: Line, titles: tuple[str, ...]) -> bool:
    """ "Đường Lê Lợi": a name of several words that none of the titles has."""
    found = _NAME.search(of.text)
    return bool(found and found.start() and not any(fold_words(found[0]) in fold_words(title) for title in titles))


def _own_words(of: Line, titles: tuple[str, ...]) -> list[str]:
    known = _ANY_WORK | {word for title in titles for word in fold_words(title).split()}
    return [word for word in fold_words(of.norm).split() if word not in known and not word.isdigit()]
