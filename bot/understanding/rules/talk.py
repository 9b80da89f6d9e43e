"""What is said in words of the work and is none of it: milk and cards past their date, "nhắc mới nhớ", a message sent astray."""

import re

from bot.understanding.clause import Clause
from bot.understanding.intents import Act, Intent, Slots
from bot.understanding.line import read_line
from bot.understanding.numbers import task_ids
from bot.understanding.words import TALKED
from jobs.rules.text import fold_aligned

#: What has a date of its own at home, on the road and in the office.
_THINGS = (
    r"sua(?: chua| tuoi| dac)?|banh(?: \w+)?|do an|thuc pham|mi (?:tom|goi)|nuoc (?:ngot|suoi|mam)|thuoc(?! dien)|tu lanh|"
    r"the (?:gui xe|xe|bao hiem|bhyt|ngan hang|atm|tin dung|can cuoc|cong chuc|dang vien|nha bao|thang|thu vien|tap)|the(?= cua)|"
    r"bang lai|giay phep lai xe|gplx|cccd|can cuoc|chung minh(?: thu| nhan dan)?|ho chieu|passport|visa|bao hiem|bhyt|dang kiem|"
    r"binh (?:chua chay|cuu hoa|gas|nuoc)|chu ky so|chung thu so|token|mat khau|password|otp|ma (?:otp|xac thuc|giam gia|qr)|sim|"
    r"goi (?:cuoc|data|mang)|wifi|tai khoan|ve (?:xe|tau|may bay|so)|voucher|phieu (?:mua|giam|qua|an)|khuyen mai|ban quyen|ten mien|tien quy"
)
_DATED = r"(?:het|qua|con|gan het|gia|tre|lo) han|het date|han (?:su dung|dung|nop)|hsd"
_WORK = "viec|nhiem vu|dau viec|cong viec|task|bao cao|ke hoach|tien do"
_OF_A_DATE = re.compile(r"han|date|hsd")
_EXPIRES = re.compile(rf"\b(?:{_THINGS})\b.*\b(?:{_DATED})\b|\b(?:{_DATED})\b.*\b(?:{_THINGS})\b")
#: "Nhắc" is to mention: nobody is reminded by the bot.
_REMEMBERED = re.compile(
    r"nhac(?<=\bnhac) (?:\w+ ){0,2}?moi nho\b|nghe nhac(?<=\bnghe nhac) (?:toi|den)\b|nhac(?<=\bnhac) (?:gi )?(?:toi|den) (?:tien|luong|tet|an|nhau|chuyen|vo|chong|cu|ong|ba|ngay xua|hoi (?:xua|do|con))\b"
)
#: Things lent and bought, songs and wishes of life: "trả lại chị cái sạc", "shop giao nhầm áo", "ước gì deadline …".
_OF_LIFE = re.compile(
    r"\b(?:tra|gui|dua|cho muon)(?: lai)?(?: cho)?(?: (?:anh|chi|em|co|chu|bac|toi|minh|no))?(?: \w+)? (?:(?:cai|cuon|quyen|chiec|cay|may cai) (?:sac|o cam|ao|non|mu|ly|coc|du|o cung|but|may tinh|dieu khien|noi|to dia|sach|loa|dien thoai)\b|(?:chia khoa|laptop|usb|o cam|mu bao hiem|non bao hiem|tien (?:com|an|ca phe|nuoc|xang))\b)"
    r"|\bxin (?:ve som|den muon|vao tre)\b|\b(?:shop|shipper|don hang|ca si|karaoke|bai (?:hat|nhac))\b|\bai hat bai\b|^(?:da )?uoc gi\b"
)
_KIN = r"(?:chong|vo|me|ba xa|ong xa|ban gai|ban trai|nguoi yeu|(?:thang|nho|may dua) ban|con (?:gai|trai)|bo me|gia dinh|nguoi nha)"
_ENDS = r"(?= (?:em|anh|chi|toi|minh|a|ma|nhe|roi|xin loi|mat)\b| ?[,.!]| ?$)"
_WRONG_PLACE = rf"(?:nguoi|nhom|box|group|khung chat|hop thu|cho{_ENDS})"
#: Without one of these nothing was sent astray, and most messages hold none.
_WRONGLY = re.compile(r"nham|lon")
_PERHAPS_ASTRAY = re.compile(r"nham|lon|sai|dinh|tin|cai")
_ASTRAY = re.compile(
    rf"\b(?:gui|nhan|chat|post) (?:tin )?(?:nham|lon|sai) {_WRONG_PLACE}\b"
    rf"|\b(?:gui|nhan) (?:nham|lon) (?:roi )?(?:qua|vao|vo|sang|cho) (?:bot|may|em|day|đây|nhom|sep)\b|\bdinh (?:gui|nhan)(?: cho)? {_KIN}{_ENDS}"
    rf"|^(?:(?:xin loi|em|anh|chi|a|thoi|chet|ui|oi|da)[ ,]+)*(?:nham|lon) {_WRONG_PLACE}(?=[ ,.!]*(?:$|roi|a\b|nhe|xin loi))"
    rf"|\b(?:tin(?: nhan)?|cai) (?:nay|do|kia|vua roi|hoi nay|truoc|tren|luc nay)\b.*\b(?:cho|gui|nhan|cua) (?:cho )?{_KIN}{_ENDS}"
)

#: "Nhắn nhầm, bỏ qua": to be passed over, which takes back nothing that was recorded before.
_ADDRESS = r"(?:(?:da|oi|ui|chet|thoi|a|em|anh|chi|toi|minh|bot|cho|giup|nhe|nha|roi|vua|moi|lai|lo|bi|la|tin|luc nay|hoi nay|ca nha|moi nguoi|cac anh chi)\b[ ,.!]*)*"
#: Whom one took the bot for: "gọi nhầm rồi, anh tưởng máy của vợ".
_TOOK_FOR = re.compile(
    rf"\b(?:gui|nhan|goi|chat|bam) (?:nham|lon)\b.*\b(?:tuong|dinh|dang)\b(?: (?!viec\b)\w+){{0,4}}? {_KIN}\b"
)
#: And whose the message was: "chị gửi lộn tin của con chị".
_OF_HOME = re.compile(
    rf"\b(?:gui|nhan|goi|post) (?:nham|lon) (?:tin|hinh|anh|ảnh|file|clip|video)?(?: nhan)? ?(?:cua|cho) (?:{_KIN}|(?:nh[ae]|con) (?:em|anh|chi|toi|minh))\b"
)
_SENT = rf"{_ADDRESS}(?:gui|nhan|goi|chat|post) (?:tin (?:nhan )?)?(?:nham|lon)\b[ ,.!]*{_ADDRESS}"
_PASSED_OVER = rf"(?:bo qua|dung (?:de y|quan tam|tinh|tra loi|doc)|khoi (?:de y|quan tam|tra loi)|(?:xin loi|sorry|thong cam))\b[ ,.!]*{_ADDRESS}"
_PASS_OVER = re.compile(rf"{_SENT}(?:{_PASSED_OVER})+|{_ADDRESS}(?:{_PASSED_OVER})+{_SENT}")

#: A talk that has ended, beside what was agreed in it.
_TALK_OVER = re.compile(rf"(?:(?:em|anh|chi|toi|minh|vua|da|moi) )*{TALKED}")


def sent_astray(text: str) -> Act | None:
    """The whole message says that the one before it was meant for others."""
    said = read_line(text)
    if not _WRONGLY.search(said.norm):
        return None
    at_home = _TOOK_FOR.search(said.norm) and not task_ids(said)[0] and not re.search(rf"\b(?:{_WORK})\b", said.norm)
    astray = at_home or _OF_HOME.search(said.norm) or _PASS_OVER.fullmatch(said.norm)
    return Act(Intent.smalltalk_other, Slots(astray=True)) if astray else None


#: For what the bot has done already: "cảm ơn bot đã ghi xong 12 giúp em".
_THANKED = re.compile(
    r"(?:(?:da|vang|em|anh|chi|rat|thay mat|ca phong|phong|xin) )*(?:cam on|thanks|thank|tks|ty)\b(?: (?:bot|em|anh|chi|sep|nhieu|nhe|nha|ban))* (?:da|vua) (?:ghi|nhac|bao|mo|gui|duyet|cap nhat|luu|nhan|chuyen|giup)\b[^,;.]*"
)


def everyday_talk(c: Clause) -> Act | None:
    """Nothing for the bot, though "hạn", "nhắc", "tin" stand in it; a task's number or a word for work makes it work."""
    if not c.replying and _TALK_OVER.fullmatch(c.core):
        return Act(Intent.smalltalk_other)
    if _THANKED.fullmatch(c.core) and not c.asks:
        return c.act(Intent.greeting_thanks)
    if c.ids or c.has(_WORK):
        return None
    said = fold_aligned(c.norm)  # "bình chữa cháy"
    astray = bool(_PERHAPS_ASTRAY.search(said) and _ASTRAY.search(said))
    expires = _OF_A_DATE.search(said) and _EXPIRES.search(said)
    talk = astray or _REMEMBERED.search(said) or expires or _OF_LIFE.search(said)
    return Act(Intent.smalltalk_other, Slots(astray=astray)) if talk else None
