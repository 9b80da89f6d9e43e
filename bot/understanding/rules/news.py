"""News items: handed in, or asked about."""

import re
from dataclasses import replace

from bot.understanding import when
from bot.understanding.clause import Clause, Doubt
from bot.understanding.intents import Act, Intent
from bot.understanding.line import read_line
from bot.understanding.news_text import before_link, title_alone
from bot.understanding.news_written import written
from bot.understanding.rules.news_later import TO_BE_WRITTEN
from bot.understanding.rules.remind import ALL_HURRIED
from bot.understanding.whom import WHICH_ONES, order_first
from bot.understanding.words import NEWS, NEWS_CODE, OWN_UNIT, REMIND

_SEND = r"gui|nop|dang ky|gởi|goi|submit|chuyen|co|cap nhat|bo sung|đăng|viet"

#: What follows "tin", "bài" in talk about an item, never in its title; and other words that begin so ("tin nhắn").
_HEADLINE = re.compile(
    r"^(?:tin|bai)(?: bai| viet)? (?!(?:nay|do|kia|ay|hom|thang|quy|tuan|nam|cua|chua|da|dang|đang|đăng|moi|vui|buon|hay|nao|gi|bai|tuc|nhan|nhắn|hoc|tuong|dung|don|sot|"
    r"em|anh|chi|toi|minh|ai|co|khong|ma|la|thi|va|so|toan|tap (?!huan)|hat|tho|bao|ve|bien|ban|to|giang|thi|lam|gui|nop|duoc|bi|roi|ok|vien|chinh|thong bao|phat bieu|tham luan|thuyet trinh|thu hoach|dien van)\b)(?=[^\W\d])"
)
#: An item by its code: whatever is said of it hands in no other one.
_CODE = re.compile(rf"\b{NEWS_CODE}\b")
_SENT_ALREADY = re.compile(
    rf"^(?:(?:da|bao cao|cac|nhung) )*{NEWS}(?: bai)?(?= ).*?(?:\bda (?:gui|nop)|\b(?:gui|nop)(?: (?:cho |len |qua |ve )?(?:anh|chi|em|sep|bot|vp|van phong|phong|e-?office|mail|email|nhom|so))* (?:roi|xong|du|day du))\b"
)
_ITEMS = rf"(?:{NEWS}(?: so)? #?\d{{1,3}}(?:(?:, ?| va )(?:{NEWS} )?\d{{1,3}})*)"
_PUBLISHED = re.compile(
    rf"(?:(?:ok|duoc|roi|nhat tri|dong y|anh|chi|toi|em|thong nhat|da xem),? )*(?:cho )?(?:phep )?(?:đăng|dang) (?:(?:giup|ho|luon|cho) )?(?:(?:anh|chi|toi|em) )?{_ITEMS}(?: (?:di|luon|nhe|len|giup|cho|trang|web|cong|anh|chi|em|toi|hom nay|ngay))*"
    rf"|{_ITEMS},? (?:(?:thi|duoc|ok|on|tot|dat|roi|noi dung),? )*(?:cho )?(?:đăng|dang)(?: (?:di|luon|nhe|len|giup|duoc|trang|web|cong|anh|chi|em|toi|hom nay|ngay))*"
)
_NO_HEADLINE = (
    r"sai (?:ten|ngay|chinh ta|so|chuc|don vi|noi dung|loi|roi)|(?:ghi|viet|go) (?:nham|sai)|sua (?:lai|giup|ten)|chua|da (?:gui|nop|đăng|duoc|co|xong|duyet)|(?:gui|nop|đăng|duyet) roi|con thieu|du chua|tra lai|bao nhieu|nhac|giup (?:em|anh|toi)|cho (?:em|anh|toi) (?:xem|hoi)|"
    r"(?:mai|toi|chieu nay|tuan sau) (?:em|toi|anh|chi|phong \w+) (?:se |moi )?(?:viet|gui|nop|lam|soan)|(?:qua|ghe|oi|nhi|luon|vay|the|lam|that)(?=[ .!]*$)"
)


def published(c: Clause) -> Act | None:
    """A head's "cho đăng tin 8", "tin 8 được, đăng đi"."""
    if (
        not c.heads
        or c.asks
        or c.context == "group"
        or c.has("da (?:cho )?(?:đăng|dang)|(?:đăng|dang) roi|nhac|khong|chua|loi|nham|sai")
    ):
        return None
    found = _PUBLISHED.fullmatch(c.core)
    return c.act(Intent.approve, task_ids=(), news_ids=tuple(map(int, re.findall(r"\d+", found[0])))) if found else None


_TITLES = rf"(?:danh sach|liet ke|nhung|cac) {NEWS}|(?:ten|tieu de|ma) (?:cac |nhung )?{NEWS}|{NEWS} (?:bai )?(?:nao|gi) (?:da|duoc|roi)|(?:nhung )?{NEWS} (?:bai )?(?:gi|nao)(?= (?:roi|the|vay|a))"
#: The bot's own message of the morning, and no item.
_MORNING_AGAIN = re.compile(
    r"\b(?:xem|gui|doc|nhan|cho) (?:\w+ ){0,2}?lai (?:\w+ ){0,3}?tin(?: nhan)? (?:sang|chieu|hom) nay\b"
)


LAST_SENT = "last"
"""Of the item its sender handed in last: "tin này đăng chưa"."""
_THE_LAST = re.compile(
    rf"\b{NEWS} (?:nay|(?:(?:em|anh|chi|toi) )?(?:vua|moi) (?:gui|nop)(?: (?:xong|roi|day))?)(?: (?:da|duoc|cua em))* (?:đăng|dang|duyet|nhan|len bao|len trang)\b"
)


def news_asked(c: Clause) -> Act | None:
    if _MORNING_AGAIN.search(c.norm) and not c.ids:
        return c.act(Intent.my_tasks, own=True)
    if (
        not c.has(rf"{NEWS}|nop tin")
        or (c.heads and (c.has(ALL_HURRIED) or WHICH_ONES.match(c.norm) or order_first(c)))
        or _sends(c)
        or _of_unit(c)
        or c.has("b[aắ]n tin|nhan tin|tin nhan|tin tuong|thong tin(?! bai)|tin hoc|bai hoc|cang tin|can tin")
        or re.search(
            r"tin(?: bai)? ?:|bai(?: viet)? ?:|^(?:tin|bai)\b[^:?]* (?:gui|nop|bo sung|bu|cua em|day|đây)\b[^:?]* ?:",
            c.norm,
        )
        or _headline(c)
    ):
        return None
    asking = c.asks_plainly and not c.has("xem giup|nhan giup")
    if (
        (
            asking
            or c.has(
                r"tinh hinh|thong ke|danh sach|tong hop|theo doi|con thieu|kiem tra|xem|liet ke|chua (?:gui|nop|co)"
            )
        )
        and not c.starts(r"(?:da |xin )?(?:gui|nop) (?:tin|bai)(?!.*\?)")
        and not (c.has("nhac|don doc|duyet tin|tra lai") and not c.asks)
    ):
        if c.ids and not c.has(rf"{NEWS} (?:so )?#?\d"):
            return None
        number = re.search(
            rf"\b{NEWS} (?:so )?#?(\d{{1,3}})\b(?! (?:tin|bai|thang|quy|nam|ngay|tuan|phong|don vi))", c.norm
        )
        return c.act(
            Intent.news_status,
            task_ids=(),
            period=c.period,
            **c.unit_slots(),
            person=c.person_meant,
            news_ids=(int(number[1]),) if number else (),
            code=code[0].upper() if (code := _CODE.search(c.norm)) else None,
            own=c.unit is None and bool(c.has(OWN_UNIT)),
            topic=LAST_SENT if _THE_LAST.search(c.norm) and not c.period else "titles" if c.has(_TITLES) else None,
        )
    return None


_UNIT_SENT = re.compile(
    rf"(?: (?:vua|moi|da|co))* (?:gui|nop)(?: (?:them|1|mot|len|qua))* {NEWS}(?: bai| viet)?(?: (?:ve|la))? (?=[^\W\d])"
)


def _of_unit(c: Clause) -> str | None:
    """The title in "phòng Quy hoạch vừa gửi bài Kiểm tra môi trường": written as one behind the unit, and nothing asked."""
    found = _UNIT_SENT.match(c.norm, c.unit.end) if c.unit and not c.ids and c.unit.start <= len("ben ") else None
    title = c.line.typed(found.end(), len(c.norm)) if found else ""
    if not title[:1].isupper() or title.isupper() or len(title.split()) < 3 or c.ends_asking or "?" in c.line.text:
        return None
    return title_alone(title)


def _sends(c: Clause) -> bool:
    """ "Phòng VHXH gửi bài tháng 11 ạ, nhờ anh xem giúp": handed in, and looked at as a favour."""
    return not c.asks and c.has(
        rf"(?:{_SEND}) (?:\w+ )?{NEWS}\b.*[, ](?:nho|phien|mong|de) .*(?:xem|bien tap|duyet|sua)(?: giup| ho)?"
    )


def _already_sent(c: Clause) -> Act | None:
    """ "Tin bài tháng này của VP em gửi rồi": handed in elsewhere, told here."""
    if (
        c.ids
        or _CODE.search(c.norm)
        or c.has("chua|khong|se|mai|nho|hay|de nghi|cac phong|cac don vi|moi nguoi|nhan|bao")
    ):
        return None
    return c.act(Intent.submit_news, period=c.period, **c.unit_slots()) if _SENT_ALREADY.search(c.norm) else None


def news_sent(c: Clause) -> Act | Doubt | None:
    if title := _of_unit(c):
        return c.act(Intent.submit_news, task_ids=(), title=title, **c.unit_slots())
    link = re.search(r"https?://\S+|www\.\S+", c.norm)
    if (
        link
        and not c.ids
        and (not c.evidence or c.line.norm.strip().startswith(("http", "www")) or c.has(rf"{NEWS}|link"))
    ):
        title = c.line.text if c.core == link.group().rstrip(".,") else None
        lead = re.sub(r"^(?:.*?\b(?:tin|bai|link|bai viet)\b ?:? ?)", "", c.norm[: link.start()]).strip(" :-")
        return c.act(
            Intent.submit_news,
            title=before_link(c.line.typed(c.norm.find(lead), link.start())) if lead else None,
            evidence=c.line.text[c.line.starts[link.start()] : c.line.ends[link.end() - 1]]
            if not title
            else c.line.text.strip(),
        )
    if c.asks_plainly or c.has(
        rf"{REMIND}|nhan tin|tin nhan|thong tin|cang tin|can tin|nhac|duyet|tra lai|bai toan|bai hoc"
    ):
        return (
            _titled(c)
            if not c.has("duyet|nhac|tra lai") or re.match(r"(?:gui )?(?:tin|bai)(?: bai| viet)? ?:", c.core)
            else None
        )
    if c.has("tu (?:nay|gio|mai|hom nay)|thay vi|thay cho (?:anh|chi|em|toi)"):
        return None  # "từ nay gửi tin cho chị Hà thay vì chị": whom the bot should write to
    if c.starts("cach") or TO_BE_WRITTEN.search(c.norm):
        return None
    return _quoted(c) or _titled(c) or written(c) or _headline(c) or _announced(c) or _already_sent(c)


_QUOTED = re.compile(r"[\"“]([^\"“”]{5,})[\"”]")


def _quoted(c: Clause) -> Act | None:
    """ "Em gửi bài “…” cho tháng 11": the title is what stands in the quotes, and no unit is read out of it."""
    found = _QUOTED.search(c.line.text)
    if found is None:
        return None
    around = f"{c.line.text[: found.start()].rstrip()} {c.line.text[found.end() :].lstrip()}"
    sent = _announced(replace(c, line=read_line(around)))
    return sent and sent.with_slots(title=found[1].strip())


def _titled(c: Clause) -> Act | None:
    """ "tin: <tiêu đề>", "chú thích ảnh: …"."""
    begin = c.unit.end + 1 if c.unit and c.unit.start == 0 and c.norm[c.unit.end :][:1] == " " else 0
    found = re.compile(
        r"(?:(?:em|e|da|xin|toi|phong \w+|chi|anh|thang \d+|thang nay) )*(?:(?:gui|nop|da gui|goi|(?:đăng|dang) ky|đăng|dang|them|bo sung)(?: them)?(?: (?:1|mot))?(?: giup| ho)?(?: em| toi| minh| e| anh| chi| bot| sep| cho)* )?(?:(?:tin|bai)(?: bai| viet| anh| moi)?(?: nay)?|ảnh|anh|hinh(?: anh)?|chu thich(?: ảnh| anh)?|tieu de|caption|phong su|video|infographic)(?: nua| khac| truoc| ni| nhe| nha| hí| hi| cho (?:anh|chi|em|o|co|chu|bac|bot|ban bien tap)| (?:thang|ky) (?:\d+|nay|truoc)| cua (?:em|toi|minh|e|anh|chi)| cua phong \w+| phong \w+| gui (?:bu|bo sung|them)| (?:giup|ho)(?: e| toi)?| day| đây| ne| nì| a| ạ| chi| anh| em)* ?: ?"
    ).match(c.norm, begin)
    if not found or c.has(r"nhac"):
        return None
    title = c.line.typed(found.end(), len(c.norm)).strip("\"“”' ")
    head = c.line.part(0, found.end())
    unit = c.directory.find_unit(head)
    named = {"unit": head.typed(unit.start, unit.end), "unit_full": unit.units[0].name} if unit else {}
    period = when.period_in(head.norm, c.on)
    return c.act(Intent.submit_news, task_ids=(), title=title_alone(title), period=period, **named)


def _headline(c: Clause) -> Act | None:
    """ "tin <tiêu đề>" without a colon: three words or more that neither ask nor tell how the item stands."""
    found = _HEADLINE.match(c.norm)
    if not found or c.context == "group" or c.asks or c.has(_NO_HEADLINE):
        return None
    title = title_alone(c.without_politeness(found.end(), len(c.norm)) or "")
    unit = c.directory.find_unit(c.line.part(found.end(), len(c.norm)))
    only_whose = unit and found.end() + unit.end >= len(c.norm.rstrip(" .!")) - 10
    if not title or len(title.split()) < 3 or (unit and unit.start == 0 and (only_whose or c.period)):
        return None
    return c.act(Intent.submit_news, task_ids=(), title=title)


#: "…, tiêu đề là …": what follows is the title and nothing else.
_TITLE_TOLD = re.compile(r"\b(?:tieu de|tua de|ten)(?: (?:bai|tin))?(?: la ?:?| ?:) ")


def _announced(c: Clause) -> Act | None:
    """ "đã gửi tin <tên bài>", "em gửi bài tháng 11 ạ", "em nộp 2 tin"."""
    found = re.search(
        rf"\b(?:{_SEND}) (?:(?!\d)\w+ )?(?:cho )?(?:anh |chi |bot )?(?:(\d+|mot|hai|ba) )?(?:(?:mau|ban|cai|them|file|link|ảnh) )?(?:{NEWS}|ảnh|hinh anh|hinh|chu thich|(?<=\d )anh(?= (?:voi|va|kem|chup|chu thich|tin|bai|cua|cho tin|cho bai))|anh(?= (?:hoi nghi|chup|minh hoa|hoat dong|le|tap huan)))\b",
        c.norm,
    )
    if (
        not found
        or c.ids
        or c.has(
            "(?:gui|nop|nhan) (?:nham|lon)|(?:sang |chieu |toi |ngay )?(?:mai|kia)|(?:sang |chieu )?thu (?:[2-7]|hai|ba|tu|nam|sau|bay) (?:em|toi|minh|phong)|lat nua|khong|se|mai|chua|hop|tuan sau|moi nguoi|nho(?! .*(?:xem|bien tap|duyet|sua|đăng|dang))|hay|cac ban|cac dong chi|de nghi|yeu cau|cac phong|cac don vi"
        )
    ):
        return None
    if not c.has("gui|nop|gởi|submit|bo sung|cap nhat|đăng ky|goi") and c.context == "group":
        return None
    if re.search(r"\b(?:co|viet|chuyen|đăng)\b", found.group().split(" ")[0]) and not c.has(
        "moi|phong|thang|quy|gui|cua"
    ):
        return None
    words = re.search(
        r"^(?: bai| viet| ảnh)?(?: (?:thang|ky|quy) (?:nay|truoc|\d{1,2}(?:/\d{4})?|i{1,3}|iv))?(?: cua (?:phong|em|don vi|\w+)(?: \w+)?)?(?: (?:thang|ky) (?:nay|truoc|\d{1,2}(?:/\d{4})?))?(?: *\b(?:cho|bo sung|gui bu|roi|a|nhe|em|anh|chi|bot|ve|:|(?:qua|tren|bang) (?:e-?mail|mail|zalo|e-?office|telegram|van thu|duong van thu|nhom)|qua|len|vao|theo|so|day|va|nay|moi|thang \d+|cchc|cho ky|ca phong)\b)*",
        c.norm[found.end() :],
    )
    at = found.end() + (words.end() if words else 0)
    if lead := _TITLE_TOLD.search(c.norm, found.end()):
        unit = c.directory.find_unit(c.line.part(0, lead.start()))
        mine = unit and {"unit": c.line.typed(unit.start, unit.end), "unit_full": unit.units[0].name}
        told_title = title_alone(c.line.typed(lead.end(), len(c.norm)))
        return c.act(Intent.submit_news, task_ids=(), title=told_title, period=c.period, **(mine or {}))
    title = title_alone(c.without_politeness(at, len(c.norm)) or "") if at < len(c.norm) else None
    if title and (
        re.match(
            r"(?:voi|kem|va|thi(?! (?:nghiem|dua|hanh|tuyen|cong)\b)|tre (?:xiu|chut|ti|han|qua|roi|mat)|thong cam|xin loi|de (?:lam|viet|đăng|dang|minh hoa)|(?:nhan|xem|duyet) (?:giup|ho|cho)|ban bien tap|bot (?:nhan|luu|xem)|(?:thang|ky) \d+ (?:em|toi|minh|phong)|(?:em|e|anh|chi|toi) (?:dinh|gui|nho|xem|nop|nhan|duyet|kiem tra)|dinh kem|nho|file|anh xem)\b",
            c.norm[at:].strip(" ,.:"),
        )
        or len(title.split()) < 3
        or (c.unit and c.unit.end >= len(c.norm) - 4)
    ):
        title = None
    if title and re.search(r"\bve (?:viec )?$", c.norm[:at]):
        title = c.without_politeness(at, len(c.norm))
    told = (
        re.fullmatch(rf"(?:co|gom|tong cong|la) (\d+) (?:{NEWS}|anh|tam|hinh)\b.*", read_line(title).norm)
        if title
        else None
    )
    title, count = (None, told[1]) if told else (title, found[1])
    number = int(count) if count and count.isdigit() else {"mot": 1, "hai": 2, "ba": 3}.get(count or "")
    return c.act(Intent.submit_news, task_ids=(), title=title, period=c.period, items=number, **c.unit_slots())
