"""Greetings, thanks, answers to what the bot asked, invite codes, and what is nothing for the bot."""

import re
import unicodedata

from bot.understanding.clause import Clause
from bot.understanding.intents import Act, Intent, Slots
from bot.understanding.line import read_line
from bot.understanding.numbers import masked, task_ids
from bot.understanding.rules.reminded import past_reminded

_CODE = re.compile(r"^(?=[A-Z0-9-]*[A-Z])(?=[A-Z0-9-]*\d)[A-Z0-9]{3,8}(?:-?[A-Z0-9]{2,8}){0,2}$")
_NAMED_CODE = re.compile(
    r"^(?:m[aã] m[oờ]i|m[aã]|code|invite)(?:\s+(?:l[aà]|c[uủ]a em l[aà]))?(?:\s*:\s*|\s+)([A-Za-z0-9-]{4,24})$", re.I
)
_GREET = r"(?:xin )?chao|hello|hi(?! vong)|alo|hey|good morning|(?:buoi )?(?:sang|trua|chieu|toi) (?:an lanh|tot lanh|vui ve|binh an)|chuc"
_CALL = r"(?:(?:alo|em|a) )*(?:(?:bot|ad|admin|tro ly)(?: (?:oi|nhe|a))*|em oi)"
_THANK = r"cam on|biet on|thank you"
_GOT = r"(?:da |em da |vua )?(?:nhan (?:roi|duoc|viec|thong tin|thong bao|tin)|ro(?: roi)?|biet roi|nam (?:roi|duoc)|tiep nhan|nghe ro|thay roi|hieu roi|doc roi|xem roi)|da (?:nhan|ro|biet|nam|xem|doc|hieu|tiep nhan)|noted|copy|tuan lenh"
_BY_ITSELF = re.compile(
    r"\b(?:tu dong (?:tra loi|phan hoi|gui)|(?:tra loi|phan hoi|tin nhan|thu) tu dong|auto[- ]?reply|automatic reply|out of office)\b"
    r"|^(?:xin chao[,.! ]*|chao (?:b[aạ]n|anh chi|quy khach)[,.! ]*|(?:hien|hien tai|hien gio|rat tiec)[, ]+)*(?:toi|minh|chung toi) (?:hien )?(?:(?:tam thoi )?(?:dang|khong|chua) .*"
    r"(?:se (?:tra loi|phan hoi|lien he|goi|lien lac) (?:\w+ ){0,2}?(?:sau|lai|ngay khi|som)|(?:xin|vui long) (?:lien he|goi|nhan|lien lac))|dang (?:lai|chay|di) xe\b)"
    r"|\bcam on (?:b[aạ]n|anh chi|quy khach|anh/chi) da (?:lien he|nhan tin|quan tam)"
    r"|^(?:xin chao[,.! ]*|chao (?:b[aạ]n|anh chi|quy khach)[,.! ]*)?(?:(?:hien|hien tai|hien gio)[, ]+(?:toi|minh|chung toi)|(?:toi|minh|chung toi) hien(?: tai| gio| nay)?) (?:dang )?(?:khong (?:co mat|o co quan|lam viec|o van phong)|vang mat|di vang|nghi phep|di cong tac)\b.*"
    r"\b(?:gap|khan|khan cap|can(?: thiet)?)\b[^.;]*? (?:lien he|goi|nhan tin|lien lac)\b"
    r"|\bi(?: am|'m) (?:currently )?(?:away|on leave|out|unavailable)\b.*\b(?:contact|call|reach|reply|respond|return)\b"
)
#: Nothing that answers by itself asks to be reminded.
_WISHED = re.compile(
    r"\b(?:nhac|hoi|bao) (?:lai(?! (?:sau|ban|anh chi|quy khach)\b)|(?:toi|em|anh|chi|minh) (?:lai )?(?:sau|luc|cai nay|viec nay))\b"
)
#: Signs of the keyboard and of Zalo: ":)", "<3", "^^", "/-strong".
_DRAWN = re.compile(r"/-[a-z]+|[:;=]+[-'o]?[()\[\]dpov3*>|<]+|<3+|\^_*\^", re.I)
#: Said by a sign: a tick may be "xong", a cross "không".
_SPEAKING = re.compile(r"[\w?✅✔☑✓❌✖❎🆗]")
_NICE = r"(?:ok|vang|da|duoc|u|uh|uhm|um|ừ|ua|yes|tot|hay qua|gioi qua|tuyet|good|great|tot qua|chinh xac|hay lam|like|chuan)"
_WORK = r"viec|nhiem vu|han|deadline|tien do|bao cao|ke hoach|duyet|gia han|giao|cong viec"


def code_typed(text: str) -> Act | None:
    stripped = text.strip()
    if found := _NAMED_CODE.match(stripped):
        return Act(Intent.joining, Slots(code=found[1]))
    if (
        _CODE.match(stripped)
        and len(stripped.replace("-", "")) >= 6
        and not re.match(r"^(?:T|Q|NV|KH|BC|VB)\d", stripped)
    ):
        return Act(Intent.joining, Slots(code=stripped))
    return None


#: "Test thử thôi đừng ghi nha: xong 5".
_TRIED_OUT = re.compile(
    r"\b(?:test|thu)(?: (?:thu|choi|thoi|coi|bot|may|cai))*[ ,:]+.*\b(?:dung|khoi|khong)(?: can| co)? ghi\b"
)


def by_itself(text: str) -> bool:
    """A telephone or mailbox answers in its owner's place: nobody has said anything, whatever words stand in it."""
    line = read_line(text)
    if _TRIED_OUT.search(line.norm):
        return True
    wished = _WISHED.search(line.norm) or task_ids(line)[0]
    return bool(_BY_ITSELF.search(line.norm)) and ("tu dong" in line.norm or not wished)


def only_a_sign(text: str) -> bool:
    """A thumb up, a heart, ":)": a courtesy that answers nothing and leaves open what was asked."""
    rest = _DRAWN.sub("", text)
    drawn = rest != text or any(unicodedata.category(sign) == "So" for sign in rest)
    return drawn and not _SPEAKING.search(rest)


#: A task and a share of it: "23 70,1".
_FIGURE = re.compile(r"\d{1,4} \d{1,3},\d{1,2}")


def answered(c: Clause) -> Act | None:
    """A bare number, a letter, yes and no: meant for the question the bot asked last."""
    core = c.core if not c.norm.startswith("ok") else c.norm
    if re.fullmatch(r"#?\d{1,4}(?:(?:,| va | |, )#?\d{1,4})*", core) and not (c.ends_asking or _FIGURE.fullmatch(core)):
        return Act(Intent.answer, Slots(task_ids=tuple(dict.fromkeys(int(n) for n in re.findall(r"\d+", core)))))
    if found := re.fullmatch(r"(?:cau |phuong an |chon |y )?([a-d])\)?", c.norm.strip(" .!")):
        return Act(Intent.answer, Slots(code=found[1].upper()))
    if c.is_just(r"tat ca|ca hai|het|ca ba"):
        return Act(Intent.answer, Slots(mode="all"))
    if c.is_just(r"dung(?: roi| vay)?|phai|co|chinh no"):
        return Act(Intent.answer, Slots(mode="yes"))
    if c.is_just(r"khong(?: phai| co)?|sai(?: roi)?|thoi"):
        return Act(Intent.answer, Slots(mode="no"))
    return None


#: Asked in the past: "nhắc ai chưa nộp" orders, and stands elsewhere.
_REMINDED = (
    r"(?:(?:sang|chieu|hom) nay )(?:(?:em|bot|he thong) )?(?:da )?nhac (?:duoc )?(?:nhung ai|ai|may nguoi|bao nhieu nguoi)(?: (?:roi|chua|the|vay))*"
    r"|(?:(?:em|bot|he thong) )?nhac (?:duoc )?(?:nhung ai|ai|may nguoi|bao nhieu nguoi) roi"
)


def review_word(c: Clause) -> Act | None:
    words = {
        "xem": Intent.show,
        "xac nhan": Intent.confirm,
        "bo": Intent.discard,
        "huy": Intent.discard,
        "huy bo": Intent.discard,
    }
    if c.core in words and not (c.core == "xac nhan" and c.replying and c.heads):
        return c.act(words[c.core])
    if c.is_just(
        r"xem (?:het|tat ca|them|day du|tiep)|con nua|tat ca viec|tat ca cac viec|danh sach day du|xem toan bo"
    ):
        return c.act(Intent.whole_list)
    if c.has(r"ai (?:da )?(?:duoc|bi) nhac|da nhac (?:duoc )?(?:ai|nhung ai|nhung nguoi nao)") or c.is_just(_REMINDED):
        return past_reminded(c)
    return None


def courtesy(c: Clause) -> Act | None:
    if c.asks and not re.match(rf"^(?:{_GREET}|{_THANK})", c.norm):
        return None
    got = re.search(rf"\b(?:{_GOT})\b(?! _)", masked(c.norm))
    counts = got and c.ids_span and c.ids_span[1] <= got.start() and re.match(r" [\d_]", c.norm[got.end() :])
    others = got and re.search(r"\b(?:anh|chi|em|co|chu|bac|sep) [^\W\d]+ (?:cung |da )*$", c.norm[: got.start()])
    if got and not others and not counts and not c.has("chua|khong"):  # "33 tiếp nhận 4" tells how many
        return c.act(Intent.greeting_thanks, received=True)
    plain = " ".join(re.sub(r"[^\w\s👍🙏❤️]", " ", c.norm).split())
    laughs = r"(?>(?:hi|ha|he|hj|ka|kk){2,}\b|kk+\b)"
    pleasant = not re.fullmatch(rf"(?:(?:{laughs}) ?)+", plain) and re.fullmatch(
        rf"(?:(?:{laughs}|{_NICE}|{_THANK}|{_GREET}|em|anh|chi|a|e|nhe|bot|oi|roi|nhieu|lam|luon|ban|moi nguoi|ca nha|ngay moi|buoi sang(?! tot lanh)|tot lanh|cac|sep|minh|chu|bac|co|tro ly|ad|admin)(?!\w) ?|[👍🙏❤\ufe0f] ?)+",
        plain,
    )
    greeted = re.match(rf"(?:(?:da|vang|ok|em|anh|chi|toi|kinh|a) )*(?:{_GREET})\b", plain)
    greets = bool(greeted or re.fullmatch(_CALL, plain))
    thanked = re.match(rf"^(?:, )?(?:(?:da|vang|ok|em|anh|chi|toi|bạn|sep)[ ,]+)*(?:{_THANK})\b", c.norm)
    if pleasant or thanked or (greets and (not greeted or (len(plain.split()) <= 9 and not c.has(_WORK)))):
        return c.act(Intent.greeting_thanks, task_ids=(), greets=greets and not thanked)
    return None


def otherwise(c: Clause) -> Act:
    """Work words nobody understood are asked about; everything else is left alone."""
    if c.context != "group" and (c.ids or c.has(_WORK)):
        return c.act(Intent.not_understood)
    return Act(Intent.smalltalk_other)
