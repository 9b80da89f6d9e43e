"""What somebody wants help with, by the words of his question; the first that fits. Also what is not done in chat."""

import re

from bot.understanding.clause import Clause
from bot.understanding.intents import Act, Intent
from bot.understanding.privacy import asks_of_privacy

TOPICS = (
    ("hour", r"gio nhac|lich nhac|(?:doi|chuyen|dat|chinh|cai|sua) (?:lai )?(?:gio|lich)|nhac (?:luc|vao|som|muon)|(?:tat|bat|ngung|dung) (?:\w+ )?(?:nhac|thong bao)|tieng (?:anh|viet)|ngon ngu"),
    ("time", r"lui(?: han| ngay| moc)?|gia han|them thoi gian|doi han|them ngay|gian han"),
    ("reopen", r"mo lai"),
    ("undo", r"hoan tac|undo|(?:sua|go|xoa|rut|bo|huy|thu hoi|lay lai) (?:\w+ ){0,4}(?:ket qua|bao|nham|da bao|xong|phan|viec da)|nham|lo bao"),
    ("news", r"tin bai|(?:nop|gui|dang|viet) (?:\w+ )?(?:tin|bai)(?! nhan)|tin tuc|bai viet"),
    ("proof", r"minh chung|hinh anh|dinh kem|(?:gui|nop|them|kem) (?:\w+ )?(?:ảnh|anh|hinh|file|tep|van ban)"),
    ("away", r"nghi phep|xin nghi|bao nghi|vang mat|nguoi thay|lam thay|nghi om|nghi"),
    ("new", r"(?:them|tao|lap) (?:\w+ )?(?:viec|nhiem vu)|viec phat sinh|viec moi|nhiem vu moi"),
    ("hand", r"giao|phan cong|chuyen (?:viec|nhiem vu|\d)"),
    ("decide", r"duyet|tra lai|phe duyet|chap nhan"),
    ("behalf", r"ghi ho|bao ho|bao thay|nop ho"),
    ("remind", r"nhac|don doc"),
    ("report", r"bao (?:xong|cao viec|ket qua|hoan thanh|tien do|viec|vuong|nhu the nao|the nao|sao)|bao$|nop (?:ket qua|bao cao|san pham)|cap nhat|ghi (?:ket qua|nhan)|hoan thanh|xong|vuong|ket qua|tien do"),
    ("look", r"xem|tim|tra cuu|danh sach|tinh hinh"),
)  # fmt: skip


_ASKED_FOR = r"(?:(?:da|em|anh|chi|bot|oi|nho|xin|cho|giup|ho|toi)[ ,]+)*"
_GIVEN = r"(?: (?:giup|ho|cho|em|anh|chi|toi|lai|them|ngay|mot|1))*"
#: Who works here, and who leads a unit: the list of staff says it.
_STAFF_LIST = re.compile(
    rf"{_ASKED_FOR}(?:(?:them|bo sung|tao|dang ky|khai bao|nhap){_GIVEN} (?:nguoi|can bo|cong chuc|nhan vien|nhan su|chuyen vien|tai khoan|thanh vien) moi\b.*"
    rf"|(?:gui|cap|xin){_GIVEN} (?:ma moi|ma ket noi|link moi|ma vao)\b.*|ma moi cua .*"
    r"|(?:truong phong|truong don vi|truong ban|giam doc trung tam|chanh van phong)\b.{0,40} (?:gio|hien|nay|moi|bay gio)(?: nay)? la .+|doi (?:truong phong|truong don vi|giam doc)\b.*)"
)
_INVITED = re.compile(
    rf"{_ASKED_FOR}(?P<verb>moi)(?: lai)? (?P<who>(?:anh |chi |em |co |chu |bac )?[^\W\d]+(?: [^\W\d]+)?)(?: (?:vao|tham gia|dung|ket noi)(?: (?:bot|zalo|telegram|he thong|nhom))?)?(?: (?:giup|ho|cho|em|anh|chi|toi|nhe|nha|a|luon|di))*[ .!]*"
)
_KIND = r"(?:phong|ban|trung tam|don vi|bo phan)"
#: A unit that comes or goes; two made one without the new one's name.
_UNIT_LIST = re.compile(
    rf"{_ASKED_FOR}(?:(?:lap|thanh lap|them|tao|mo){_GIVEN} (?P<kind>{_KIND})(?: moi)?(?: (?P<name>[^\W\d]).*)?|(?:giai the|xoa){_GIVEN} {_KIND} .+"
    rf"|(?:gop|nhap|sap nhap|hop nhat|ghep){_GIVEN} (?:{_KIND} |p\.)[^,;]+ (?:voi|va) [^,;]+)"
)


#: When the bot writes: "sáng mấy giờ em nhắn", "bot có nhắn cuối tuần không".
_WHICH_HOUR = re.compile(
    r"(?:(?:moi |buoi )?(?:sang|ngay) )?(?:may gio|luc nao|khi nao|bao gio)(?: thi)? (?:em|bot) (?:nhan|nhac|gui tin)(?: (?:tin|em|anh|chi|toi|vay|the|a))*"
    r"|(?:em|bot) (?:nhan|nhac|gui tin)(?: (?:tin|anh|chi|toi))*(?: (?:vao|luc))* may gio(?: (?:vay|the|a))*|(?:em|bot) co (?:nhan|nhac)(?: tin)?(?: (?:anh|chi|toi))? (?:vao )?(?:cuoi tuan|thu bay|chu nhat|ngay nghi|ngay le|t7|cn)(?: khong)?(?: (?:vay|the|a|em))*"
)
#: Of somebody new: what this is, and what to do with it.
_WHAT_IS_IT = re.compile(
    r"(?:em|bot|ban) la (?:ai|gi|con gi|ai day)(?: (?:vay|the|a|day))*|(?:em|toi|minh|anh|chi) (?:phai )?lam gi (?:day|o day|bay gio|voi (?:bot|em))(?: (?:a|em|bot))*"
)


def asked_to_explain(c: Clause) -> Act | None:
    """What this is, when it writes, who reads what is typed, and what is done by the administrator and not in chat."""
    said = c.norm.strip(" .!?")
    if c.ids or c.context == "group" or c.replying:
        return None
    if _WHAT_IS_IT.fullmatch(said):
        return c.act(Intent.help, task_ids=())
    topic = "hour" if _WHICH_HOUR.fullmatch(said) else None
    topic = topic or ("private" if asks_of_privacy(c.norm) else _administered(c, said))
    return c.act(Intent.help, task_ids=(), person=None, topic=topic) if topic else None


def _administered(c: Clause, said: str) -> str | None:
    """ "people", "units"; two units made one without the new one's name is said how."""
    invited = _INVITED.fullmatch(said)
    if invited and c.line.typed_inside(invited.span("verb")).lower() == "mời":
        name = c.line.typed_inside(invited.span("who"))
        return "people" if c.directory.people_named(name) or c.person else None
    if _STAFF_LIST.fullmatch(said):
        return "people"
    found = _UNIT_LIST.fullmatch(said)
    new = found and found["kind"]
    named = new and found and (not found["name"] or c.line.typed_inside((found.start("name"), len(said)))[:1].isupper())
    return "units" if found and (named or not new) else None


def topic_of(c: Clause) -> str | None:
    return next((topic for topic, words in TOPICS if c.has(words)), None)
