"""Words of Vietnamese chat: short forms, slips, accents that decide, and the pieces rules are written with.

Rules are regular expressions over the *norm* of a line (see `line.py`): folded, short forms written out. A word whose
accents say that it is another word ("nhạc", "thắng", "máy") keeps its accents in the norm, so no rule takes it.
"""

import re
from dataclasses import dataclass

from bot.understanding.listed import listed
from bot.understanding.patterns import each_word

#: Short form or slip (folded) -> what it stands for, wherever it stands.
SHORT = {
    **dict.fromkeys(listed("ko hok hem khum hog hk kh0 kog khg hong hko hongg kg khoong khoog"), "khong"),
    **dict.fromkeys(listed("dc đc dk đk duoc dcc"), "duoc"),
    **dict.fromkeys(listed("r ruii roai"), "roi"),
    **dict.fromkeys(listed("j ji gi"), "gi"),
    "check": "xem", **dict.fromkeys(listed("xoong xog xg xoq xonq xongg xonggg sog xomg xonh xpng xibg xonb xobg xonv"), "xong"),
    **dict.fromkeys(listed("nha nhe nhoa nhen nghen nghe0 nhaa nhee"), "nhe"),
    **dict.fromkeys(listed("ok oke oki okie okela okay okee okla uki"), "ok"),
    **dict.fromkeys(listed("tks thks thanks thank thx ths camon cmon"), "cam on"),
    **dict.fromkeys(listed("vc vjec viecc viev viwc vuec viex"), "viec"),
    **dict.fromkeys(listed("dg đg"), "dang"),
    **dict.fromkeys(listed("mn mng mngui"), "moi nguoi"),
    **dict.fromkeys(listed("mk mik mjk mih"), "minh"),
    **dict.fromkeys(listed("chx ch chuaa chk"), "chua"),
    **dict.fromkeys(listed("z zay zậy dz dzay zi"), "vay"),
    "bn": "bao nhieu", "nhiu": "nhieu", "ntn": "nhu the nao", "bgio": "bao gio", "bh": "bao gio", "trc": "truoc", "lm": "lam",
    "hn": "hom nay", "hqua": "hom qua", "hnay": "hom nay", "nmai": "ngay mai", "fai": "phai", "tgian": "thoi gian", "vs": "voi",
    "bc": "bao cao", "bcao": "bao cao", "nv": "nhiem vu", "nvu": "nhiem vu", "kq": "ket qua", "ds": "danh sach",
    "ms": "moi", "cx": "cung", "lun": "luon", "sx": "se", "hd": "huong dan", "th": "tinh hinh", "ktra": "kiem tra",
    "ht": "hoan thanh", "hthanh": "hoan thanh", "ngta": "nguoi ta", "rui": "roi", "trinhky": "trinh ky", "gh": "gia han",
    "overview": "tong quan", "overall": "tong quan", "cvc": "cong viec", "list": "danh sach", "qh": "qua han", "tdo": "tien do", "gde": "gio de", "sdt": "so dien thoai", "task": "viec", "show": "xem", "owner": "nguoi phu trach",
    "done": "xong", "tomorrow": "mai", "finish": "xong", "finished": "xong", "completed": "xong", "&": "va", "ph": "phut", "tbao": "thong bao",
}  # fmt: skip
#: Written with these accents the word stands for the second; bare it stays itself.
SHORT_ACCENTED = {
    **dict.fromkeys(listed("ròi rùi gòi rồy rôi rồu"), "roi"),
    **dict.fromkeys(listed("hông hổng hôg khôg khôn"), "khong"),
    **dict.fromkeys(listed("giùm dùm giúm"), "giup"), **dict.fromkeys(listed("rứa rửa"), "vay"), "réo": "nhac", "gán": "giao", "nớ": "do", "hỉ": "nhi", "chừ": "gio", "mần": "lam",
    "à": "ha", "zậy": "vay", "dzậy": "vay", "mốt": "ngay kia", "hả": "ha", "hử": "ha", "nhở": "nhi", "dạng": "dạng", "đăng": "đăng", "viêc": "viec",
}  # fmt: skip
#: Folded word -> the accented spellings that may be read as it; any other accented spelling is another word.
SPELLINGS = {
    key: frozenset(spellings.split())
    for key, spellings in {
        "xong": "xong", "nhac": "nhắc nhăc", "tin": "tin", "bai": "bài", "thang": "tháng", "chua": "chưa", "mai": "mai",
        "giao": "giao", "tra": "trả", "bac": "bác", "lui": "lùi lui", "bo": "bỏ bổ bộ bố", "viec": "việc viêc viẹc", "tre": "trễ",
        "cham": "chậm châm", "duyet": "duyệt đuyệt duyêt duyẹt", "ai": "ai", "may": "mấy", "gi": "gì", "nao": "nào", "sao": "sao",
        "han": "hạn", "moi": "mới mỗi mọi mời mối", "roi": "rồi", "so": "số sở sơ", "trua": "trưa", "chieu": "chiều",
        "sang": "sáng sang", "toi": "tôi tối tới", "bat": "bật bắt", "tat": "tắt tất", "khong": "không",
        "cho": "cho chờ chỗ", "doi": "đổi đợi dời dõi", "hoan": "hoàn hoãn", "tuan": "tuần", "ky": "kỳ ký kì kí",
        "dang": "đang", "nham": "nhầm nhằm", "phong": "phòng phóng", "ban": "ban bận bản", "vuong": "vướng", "thu": "thứ thủ thư thử",
        "ghi": "ghi", "ho": "hộ họ hồ hỗ", "nhu": "như", "xin": "xin", "dat": "đạt đặt", "em": "em", "ha": "hả hạ ha",
        "an": "ăn", "lam": "làm lắm lăm", "nua": "nữa nửa", "anh": "anh ảnh", "chi": "chị chỉ chi", "be": "bé bê",
        "dung": "đừng dừng dùng đúng", "do": "do độ", "vi": "vì vị", "bi": "bị", "da": "đã dạ", "ca": "cả", "tuong": "tưởng",
    }.items()
}  # fmt: skip


@dataclass(frozen=True)
class Regional:
    """What a word of the Centre or the South stands for; neighbours are folded, none listed means any."""

    means: str
    behind: frozenset[str] = frozenset()
    not_behind: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    not_before: frozenset[str] = frozenset()
    last: bool = False  # only where nothing follows
    accents: bool = False  # only in a line typed with accents


#: What is denied in anger or in the Centre: "chửa xong", "cóc làm được".
_DEEDS = frozenset(
    listed("xong lam nop gui ky trinh co duoc hoan ban bao hop nhan ra thay biet dau kip mo soan trien giao duyet can")
)
_XEM = Regional("xem", not_before=frozenset(listed("nhu chung troi thuong kho bo sen lo mat")))
#: As typed, in small letters -> the first of these that fits.
REGIONAL = {
    "bể": (Regional("qua", before=frozenset(listed("han deadline"))),),
    "mô": (
        Regional("dau", behind=frozenset(listed("toi den di o ve tan duoc dat kip"))),
        Regional("nao", not_before=frozenset(listed("hinh phong ta dat to"))),
    ),
    "chi": (
        Regional("gi", behind=frozenset(listed("cai")), not_before=frozenset(listed("phi nhanh bo cuc")), accents=True),
        Regional(
            "gi",
            behind=frozenset(listed("viec vu nhac khong co con lam cai nhung dieu vuong thieu can no muon hoi noi an bam nhan go gui nop soan ket")),
            not_before=frozenset(listed("phi nhanh bo cuc tra tiet tieu hoi doan ngan thuong dau ho uy cho tien cong")),
            accents=True,
        ),
    ),
    "ni": (Regional("nay", behind=frozenset(listed("tuan thang quy nam bua hom ngay cai viec sang chieu toi trua dot ky tin bai phong ben"))),),
    "rứa": (Regional("vay"),),
    "răng": (
        Regional(
            "sao",
            not_behind=frozenset(listed("lam dau nho kham ham danh cai chiec trong chai mieng tram boc nieng cao")),
            not_before=frozenset(listed("ham khon sua mieng su cua gia em toi anh chi")),
        ),
    ),
    "hú": (Regional("nhac", before=frozenset(listed("lai toi tui em e anh a chi c minh bac chu co nha nhe nghen nghe"))),),
    **dict.fromkeys(listed("ới alo"), (Regional("nhac", before=frozenset(["lai"])),)),
    "hối": (
        Regional("nhac", before=frozenset(listed("lai toi tui"))),
        Regional("thuc", not_before=frozenset(listed("lo han ha doai loi cai tiec"))),
    ),
    "reo": (
        Regional("nhac", behind=frozenset(listed("dung khoi cu con bi thoi bot"))),
        Regional("nhac", before=frozenset(listed("lai may cac phong vp vhxh ben van bot gium giup hoai nua"))),
    ),
    "đốc": (Regional("thuc", not_behind=frozenset(listed("don giam pho")), before=frozenset(listed("giup gium dum ho cac may phong"))),),
    **dict.fromkeys(listed("mơi"), (Regional("mai", not_before=frozenset(listed("anh chi em")), not_behind=frozenset(listed("xin kinh giay duoc"))),)),
    "hỉ": (Regional("nhe", behind=frozenset(listed("ve lai mau nhanh gap som len luon di cho giup voi nua"))), Regional("nhi")),
    "hí": (Regional("nhe", last=True),),
    "hè": (Regional("nhi", behind=frozenset(listed("gi chi vay rua roi do day nao dau sao")), last=True),),
    "tui": (Regional("toi", not_before=frozenset(listed("em minh chi anh no chau nay"))),),
    **dict.fromkeys(listed("coi ngó dòm"), (_XEM,)),
    **dict.fromkeys(listed("giùm dùm gium dum zùm jùm"), (Regional("giup"),)),
    "mốt": (Regional("mot", behind=frozenset(listed("mai"))),),  # "mai mốt" is no day
    "bi": (Regional("bao", before=frozenset(["nhiu"])), Regional("bao", before=frozenset(["nhieu"]), accents=True)),
    "mần": (Regional("lam"),),
    "chửa": (Regional("chua", not_behind=frozenset(listed("co mang bung")), before=_DEEDS), Regional("chua", last=True)),
    "nỏ": (Regional("khong", before=_DEEDS - {"duoc"}),),
    "chả": (Regional("khong", not_behind=frozenset(listed("banh bun gio nem an")), not_before=frozenset(listed("la ca gio muc"))),),
    "chớ": (Regional("khong", before=frozenset(listed("xong hoan"))),),
    **dict.fromkeys(listed("cóc éo"), (Regional("khong", not_behind=frozenset(["con"]), before=_DEEDS),)),
    **dict.fromkeys(listed("đếch đéo đíu đết đíck"), (Regional("khong"),)),
    "chừ": (Regional("gio"),),
    "hôn": (Regional("khong", not_behind=frozenset(listed("ket nu dinh ly tao")), last=True),),
    "nghe": (
        Regional("nhe", not_behind=frozenset(listed("de duoc lang chua khong dang da moi toi em anh chi thich")), last=True),
        Regional(
            "nhe",
            not_behind=frozenset(listed("de duoc lang chua khong dang da moi toi em anh chi thich")),
            before=frozenset(listed("khoi dung em anh chi bot sep")),
        ),
    ),
}  # fmt: skip
#: Slips that are words of their own: read as the second only before these.
SLIPS = (
    (re.compile(r"dong chí(?<=\bdong chí)\b"), "dong chi"),
    (re.compile(r"song(?<=\bsong)(?:(?= (?:roi|viec|nhiem vu|\d|chua|het))|(?<=^song)$)"), "xong"),
)

DONE = r"(?:xong|hoan thanh|hoan tat|lam roi|lam het(?: tron| ca| luon| sach)* roi|da lam(?! (?:viec (?:voi|o|tai|cung|truc tiep|tren|xong)|duoc|to trinh|don\b|khoang|mot)))"
#: A talk that has ended, which is no task: "bàn xong rồi, 21 giao VHXH".
TALKED = (
    r"(?:b[aà]n(?: bac)?|hop(?: giao ban)?|giao ban|trao doi|hoi y|thao luan|noi chuyen|thong nhat|an(?: com)?)"
    rf" (?:(?:voi|cung|o|tren) (?:\S+ ){{1,4}}?)?{DONE}(?: roi)?"
)
#: Held up, "kẹt"; folded it is also "kết": "kết quả", "tổng kết", "đoàn kết".
STUCK = r"(?<!tong )(?<!so )(?<!cam )(?<!lien )(?<!doan )(?<!hoi )ket(?! (?:qua|luan|noi|hop|thuc|xe|duong|hon|cau|toan|xuat|chuyen|nap|tinh|cuc|nghia)\b)"
NOT = r"(?:chua|khong|chang|chua he|van chua|dau co|dau)"
PEOPLE = r"(?:(?:ca|toan)(?: the)? co quan|(?:may|cac) cai (?:phong|don vi)|moi nguoi|tat ca|ca phong|toan bo|(?:may|cac) (?:b[aạ]n|anh chi|nguoi|dong chi|phong|don vi|ong|ba|chu|bac|dua|cha)|nhung (?:nguoi|phong|don vi|ai)|ai|anh em|(?:nguoi|phong|don vi) (?:con thieu|chua|cham|tre|nao))"
EVERYBODY = rf"het|tat ca|cac phong|cac don vi|moi nguoi|moi don vi|{PEOPLE}"
ME = r"(?:cho |giup )?(?:em|toi|minh|tui|to|tao|me|e)"
REMIND = r"nhac(?: nho| viec)?|(?:b[aắ]n|nh[aắ]n) tin(?: nhac| thuc| giuc)?(?= (?:cho )?(?:may|cac|nhung|tat ca|toan|moi|het|ai|phong|don vi))(?: cho)?|don doc|(?<!chinh )(?<!nhan )(?<!hinh )(?<!ket )(?<!kien )(?<!tri )(?<!phuong )(?<!y )thuc(?! (?:hien|te|hanh|trang|su|pham|dan|thi|tap|vat|an)\b)(?: giuc)?|giuc|hoi thuc|g[oõ] dau(?= (?:may|cac|nhung|phong|anh|chi|em|vp))|kh[eề]u(?= (?:may|cac|nhung|phong|anh|chi|em|vp|ben))|ping(?: nhe)?|remind|nhan nhac|reo(?! (?:h[oò]|v[aà]ng|m[uừ]ng|rac|chuong|len|vui|ca)\b)"
NEWS = r"(?:tin bai|tin, bai|bai viet|tin tuc|tin|bai|phong su|news|infographic|video)"
#: The agency, as those who belong to it say; "ban mình" is no unit of it.
OUR_AGENCY = r"(?:co quan|don vi|phuong|xa|so|ban|ubnd|uy ban)(?: nha)? (?:minh|ta|chung ta|chung minh)"
#: An item of news by its code: "T10-3".
NEWS_CODE = r"t\d{1,2}-\d{1,3}"
OWN_UNIT = r"(?:phong|don vi|trung tam|ban) (?:minh|em|toi|ta|anh|chi|chung ta|chung em)"
PARTICLES = frozenset(
    listed(
        "a ạ hi hí nhe em anh chi bot oi voi giup di luon nhi da vang dạ ha a c e hen ne nay vay the ban bac co chu chau sep"
    )
)
HONORIFICS = "anh chi em co chu bac dong chi ong ba sep a c e ban"

#: What a question of the bot is answered with; politeness around it is left off (`asking.chosen`).
YES = ("có", "đúng", "phải", "ok", "được", "đồng ý", "nhất trí", "vâng", "dạ", "ừ", "chuẩn", "chính xác")
NO = ("không", "không phải", "không đúng", "thôi", "bỏ", "bỏ qua", "hủy", "huỷ", "khỏi", "sai")
_ENDING = r"(?: (?:em|anh|chi|a|ạ|bot|nhi|ta|day|vay|the|roi|ban|moi nguoi|cac \w+|oi|da|nhe|e|c|bac|chu|chau|nua|ha|sep|ne|hen|z|v|ad|admin))*[?!. ]*$"
QUESTION_END = re.compile(
    "|".join(
        (
            rf"\?{_ENDING}",
            each_word("chua", rf"(?<!\bthi chua){_ENDING}"),
            each_word("khong|ha|nhi|hay sao", _ENDING),
            each_word("duyet|ky|xong|gui|nop|trinh|lam|hop|in", r"(?: roi)? chua (?:anh|chi|a|c|sep) [a-z]+[?!. ]*$"),
            each_word(
                "ky|nop|gui|trinh|luu|len",
                r" dau(?: (?:em|anh|chi|a|bot|vay|the|ta|nhi|day|sep))*[?!. ]*$",
                not_behind="chua|khong|phai|can|co",
            ),
            each_word("xong|hoan thanh|duyet|gui|nop|ky", r"\b[^,;.]* chua (?:co[?!. ]*$|ma )"),
            # And then why it is asked: "30 hoàn thành chưa, tôi sắp báo cáo Thường trực".
            each_word(
                "xong|hoan thanh|hoan tat|ban hanh|duyet|gui|nop|ky",
                r"(?: (?:viec|nv|nhiem vu)? ?\d{1,4})?(?: roi| duoc)? chua(?: (?:em|anh|chi|a|nhi|vay|the|ha|ta|bot))*[,.!] ?(?=[a-z])",
            ),
        )
    )
)
#: What there is none of, and several of others, ask nothing: "chưa đụng gì tới việc 31", "số liệu mấy tổ dân phố", "mấy phòng kia".
_NO_QUESTION = re.compile(
    r"\b(?:chua|khong(?! (?:biet|ro|hieu|nho))|chang|dau co) (?:\w+ ){0,4}?gi\b"
    r"|\b(?:so lieu|ho so|gom|doi|cho|cua|voi|ben|nhac|thuc|tu|xin|hoi|goi|y kien) may (?=(?:to|phong|don vi|xa|phuong|anh|chi|em|dua|ong|ba|dong chi|nguoi|chu|bac|ben)\b)"
    r"|\bmay (?=(?:cai )?(?:viec|nhiem vu) (?:so )?\d)"
    r"|\b(?:nghe|nhe|nha|nhen|oi) may (?:dua|em|anh|chi|ban|ong|ba)(?: \w+)?[ .!]*$|\b(?:tru|ngoai|de lai) may (?=(?:viec|nhiem vu|cai|phan|con|dau)\b)"
    r"|\b(?:lam )?sao (?:ma )?(?:duyet|ky|dong y|xac nhan|cho qua)(?: duoc)?\b(?! (?:chua|khong|roi))"
    # Told when it will be told: "khi nào ảnh ký tôi báo liền"; what cannot be: "sao kịp hôm nay được".
    r"|\b(?:khi|luc|hom|chung) nao (?!(?:thi|la|em|toi|minh|can|phai|moi)\b)(?:[^\W\d]+ ){1,5}?(?:em|toi|minh|tui|e) (?:(?:se|xin|thi) )*(?:bao|cap nhat|nhan)(?: cao| lai)? (?:lien|ngay|luon|sau|lai|anh|chi|sep|bot|cho)\b(?!.*\?)"
    r"|\b(?:khi|luc|chung|bao gio|hom) ?(?:nao )?(?:[^\W\d]+ ){1,5}?(?:em|toi|minh|tui|e) moi (?:dam |duoc )?(?:bao|ghi) (?:cao )?(?:la )?(?:xong|hoan thanh)\b(?!.*\?)"
    r"|\bsao (?:ma )?(?:kip|noi|xue|xong (?:duoc|kip|noi))\b(?! chua)(?!.*\?)"
    # Long ago: "xong từ hồi nào rồi".
    r"|\btu (?:hoi|doi|kiep|thuo|bao) (?:nao|gio) (?=(?:roi|lan)\b)(?!.*\?)"
    # Come what may, and a reproach: "kiểu gì mai cũng xong", "sao mà để chậm thế không biết".
    r"|\b(?:kieu gi|the nao) (?:\w+ ){0,3}?cung\b|\bsao (?:ma )?[^,.?]*\b(?:the|vay) khong biet\b"
    r"|\bmay (?:\w+ ){1,2}(?:kia|no|khac|nay|do|ay|con lai)\b"
    r"|\b(?:gui|nop|kem) may (?=(?:hinh|ảnh|anh|tam)\b)(?!.*\?)"
    # Why it is stuck: "31 bị vướng, mấy đơn vị chưa gửi số".
    r"|\b(?:vuong|ket|cham|tre|chua (?:xong|lam|kip)|dang cho)[^,?]*, ?(?:tai |do |vi )?may (?=(?:to|phong|don vi|xa|phuong|anh|chi|ben|nguoi)\b)(?!.*\?)"
)
#: "Máy" typed bare, or "mấy" that counts nothing: "vì mấy phòng chưa gửi".
_NO_COUNT = (
    r"(?<!(?<!don )vi )(?<!(?<!tien )do )(?<!thieu (?!may (?:viec|nhiem vu|ket qua|phan|phong|don vi|nguoi|bao cao)))(?<!hong )(?<!sua (?!may lan))(?<!loi )(?<!mua )(?<!thay )(?<!chua co )(?<!khong co )"
    r"may(?! (?:hong|loi|in|tinh|scan|photo|quet|chu|chieu|fax|anh|phat|lanh|dieu hoa|bom|moc|treo|cham|bi|dang|tram|lay|qua|moi|cu|mat|khong|chua|do|hu|(?:ngay|hom|bua|tuan|thang) (?:nay|qua|truoc|roi|lien))\b)"
)
#: Also "bản sao", "sao y"; and who is missing asks for nobody: "vì chưa có ai làm".
_NO_COPY = r"(?:(?<!ban )sao|(?<=ban )sao(?= (?:roi|the|vay)\b))(?! (?:y|luu|chup)\b)"
_SOMEBODY = r"(?<!vi chua co )(?<!do chua co )(?<!vi khong co )(?<!do khong co )ai"
QUESTION_WORD = re.compile(
    rf"\b(?:{_SOMEBODY}|ly do chi|nao|(?<!chua co )(?<!khong co )(?<!khong con )(?<!chua lam )(?<!chua duoc )(?<!chang co )gi|(?<!them )(?:{_NO_COUNT}|(?<=thieu )may(?= (?:viec|nhiem vu|phan|ket qua)))(?! (?:bua|hom|ngay|tuan|thang) (?:nay|lien|qua|truoc)\b)|bao nhieu|bao gio|(?<!khong )(?<!chang )bao lau|khi nao|luc nao|{_NO_COPY}|the nao|nhu the nao|ra sao|(?:den|toi) dau(?! (?:tuan|thang|nam|quy|gio)\b)|o dau|vi sao|rang(?= (?:gio |ma |van )*(?:chua|lai|khong|_)\b)|"
    r"tai sao|may gio|(?:tre|cham|qua|lo|lech)(?: (?:han|moc|duoc))* (?:may|bao nhieu) (?:ngay|hom|bua|tuan|thang)(?=(?: (?:roi|vay|the|a|em|anh|chi|ha|nhi|bot))*[ ?.!]*$)|^lieu|what|when|who|which|how)\b(?! (?:ca|do|day|sao|dau(?! viec)|cung)\b)"
)
#: Told of a task's number, none of them is no question: "13 không có hồ sơ nào", not "13 chưa biết cách nào".
_NONE_OF = re.compile(
    r"(?P<told>(?:(?<=\d)|\b(?:nhung|ma)\b|,):? (?:(?:thi|em|phong|ben|hien|ky|thang|quy|nay|van|con|deu) )*(?:khong|chua|chang)(?: (?!(?:biet|ro|hieu|chac|thay|nho|the|khi|luc|nhu|hom)\b)\w+){1,5}?) nao\b"
)


def asks_by_word(norm: str) -> bool:
    """Whether a word of it asks ("ai", "gì", "mấy", "bao giờ"), wherever it stands."""
    return bool(QUESTION_WORD.search(_NO_QUESTION.sub("_", _NONE_OF.sub(r"\g<told> ___", norm))))
