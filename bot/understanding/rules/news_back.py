"""A news item to be taken back: "tin T10-01 gửi nhầm", "rút tin T10-01"; one that is to be mended, or is decided about."""

import re

from bot.understanding.clause import Clause
from bot.understanding.clauses import one_line
from bot.understanding.intents import Act, Intent, Slots
from bot.understanding.line import read_line
from bot.understanding.listed import listed
from bot.understanding.polite_end import polite_from
from bot.understanding.words import NEWS, NEWS_CODE, QUESTION_END

_CODE = re.compile(rf"\b{NEWS_CODE}\b")
_BACK = frozenset(listed("nham bo xoa rut huy go trung"))
#: Beside these nothing else may be said; a denial or a question is more than these.
_BESIDE = frozenset(
    listed(
        "da em toi minh tui phong don vi anh chi bot oi nho xin giup ho cho nhe a nha voi di luon roi lo vua moi bi la thi gui nop ghi dang"
        " tin bai viet nay do đó ay so ra lai truoc danh sach khoi thu hoi lay"
    )
)
_MENDED = r"sai(?! pham)|sua|dinh chinh|thay|thieu|loi|doi ten|cap nhat lai|bo sung"
_WHY = re.compile(r"\b(?:vi|do|tai|de (?:em|anh|chi|toi|minh|phong)(?! xin\b))\b.*$")

_ADDRESS = r"(?:(?:da|a|em|anh|chi|bot|oi|cho|nho|xin|giup|ho|voi|la|thi|toi|minh|phong em|bi|ghi|go|viet|can|phai|lai|nhe)[ ,]+)*"
_TITLE = r"(?:tieu de|ten|tua(?: de)?)"
_ITEM = r"(?:tin|bai)(?: (?:bai|viet|tin))?"
_SENT_NOW = r"(?:(?:em|toi|minh|chi|anh|phong em) )?(?:vua|moi|luc nay|hoi nay|ban nay)(?: (?:em|toi|gui|nop|ghi|dang|roi|xong|nay))*"
_WHICH = rf"(?: (?:(?:ma |so )?(?P<code>{NEWS_CODE})|(?:so )?#?(?P<number>\d{{1,3}})|(?P<now>{_SENT_NOW})|nay|do|ay|kia|tren))?"
_CHANGES = r"(?:sua|doi|chinh sua|chinh|dinh chinh|cap nhat|thay)(?: (?:lai|ten|tieu de|giup|ho|em|anh|chi|toi))*"
_TO = r"(?: ?: ?(?:la )?| (?:thanh|la|phai la|dung la|dung phai la|dung ra la)(?: ?:)? )"
_RENAMED = tuple(
    re.compile(shape)
    for shape in (
        rf"{_ADDRESS}{_CHANGES} (?:{_TITLE} (?:cua )?)?{_ITEM}{_WHICH}{_TO}(?P<title>.+)",
        rf"{_ADDRESS}(?:{_TITLE} (?:cua )?)?{_ITEM}{_WHICH}(?: cua (?:em|toi|minh|phong em))?(?: (?:bi |ghi |go |viet )*(?:sai|nham)(?: (?:ten|tieu de|roi|mat|a))*)?,? {_ADDRESS}{_CHANGES}{_TO}(?P<title>.+)",
        rf"{_ADDRESS}(?:{_CHANGES} )?(?:tieu de|tua(?: de)?|ten (?={_ITEM}))(?: (?:cua )?{_ITEM}{_WHICH})?"
        rf"(?: (?:bi |ghi |go |viet )*(?:sai|nham|chua dung)(?: (?:roi|a|nhe|mat))* ?[,.;:–-] ?{_ADDRESS}(?:{_CHANGES} )?(?:thanh|la|dung la|phai la|dung phai la|dung ra la)|{_TO.strip()})(?: ?:)? ?(?P<title>.+)",
    )
)


def news_renamed(text: str) -> Act | None:
    """The title said anew: "sửa tiêu đề tin 3 thành …", "tin vừa gửi sửa lại là …"; of which item may be left out."""
    line = read_line(one_line(text).text)
    found = next((found for shape in _RENAMED if (found := shape.fullmatch(line.norm))), None)
    if not found or QUESTION_END.search(line.norm):
        return None
    end = polite_from(line, found.start("title"), len(line.norm))
    title = line.typed(found.start("title"), end).strip("\"“”' ")
    if re.match(r"\d", title) or len(title.split()) < 2:  # "sửa tin 3 thành 5 tin"
        return None
    kinds = found.groupdict()
    code, number = kinds.get("code"), kinds.get("number")
    sure = code or number or kinds.get("now")
    slots = Slots(
        code=code.upper() if code else None, news_ids=(int(number),) if number else (), title=title,
        mode="rename" if sure else "rename_ask",
    )  # fmt: skip
    return Act(Intent.news_back, slots)


#: Told of an item that is there already, and no title: "gửi lại tin vừa rồi có ảnh", "bài đó bị trả lại vì thiếu ảnh".
_OF_ONE_SENT = re.compile(
    rf"{_ADDRESS}(?:(?:gui|nop)(?: lai)? )?{_ITEM} (?:nay|do|đó|ay|kia|tren|vua (?:roi|gui|nop)|luc nay|hoi nay|ban nay)"
    r"(?: (?:cua (?:em|toi|minh|phong em)|da|thi|moi|vua|em|duoc))* (?:bi tra|(?:đăng|dang|len)\b(?! ky)|thieu|co (?:ảnh|anh|hinh|link)|bo sung|kem|link|https?|xin bo sung)"
)
#: "Bỏ tin Tiếp đoàn JETRO", "bỏ tin của VHXH"; a title said is looked for, and asked about.
_BACK_BY_NAME = re.compile(
    r"(?:(?:em|anh|chi|nho|xin|cho|giup|phong em) )*(?:bo|rut|huy|xoa|thu hoi|go)(?: (?:giup|ho|cho|lai|em|anh|chi))* (?:cai )?(?:tin|bai)(?: (?:bai|viet))?"
    r"(?: (?:ve|cua))? (?!(?:nhan|tap(?! huan)|hoc|hat|toan|lam|do nay|cu|ra|khoi|qua|luon)\b|\d)(?P<title>[^,;:?]+)"
)
#: A verdict on it, or that it is out: "duyệt tin T10-01", "T10-02 đăng rồi". Items are counted and not decided about.
_DECIDED = r"duyet|dong y|nhat tri|ok|(?:đăng|dang|phat)(?= (?:roi|xong|len|tren|di|luon|tin|bai|t\d)|$)|len (?:trang|cong|bao|web)"
#: Handed in for another unit: "nhầm, của DN chứ không phải KHĐT", "đổi thành tin của BQLDA".
_OF_OTHER_UNIT = re.compile(
    rf"(?:(?:a|ha|ua|da|nham|lon|sai|lo)(?: roi)?[ ,.]+)+(?:{_ITEM} (?:nay|do|ay) )?(?:la )?(?:{_ITEM} )?cua .+"
    rf"|{_ADDRESS}{_CHANGES} (?:(?:thanh|sang|la) )?{_ITEM}(?: nay| do)? (?:(?:thanh|sang|la) )?cua .+|{_ITEM} (?:nay|do|vua (?:roi|gui)) (?:la )?cua .+ (?:chu|moi dung|moi phai|co)\b.*"
)
_TO_ANOTHER_MONTH = re.compile(rf"\b(?:chuyen|doi|dua|tinh|ghi)\b.*{_CODE.pattern}.*\b(?:sang|qua|vao|cho|ve) thang\b")


def news_taken_back(c: Clause) -> Act | None:
    """The code may be left out of what was sent last ("em gửi nhầm tin"): that is asked about, and so is a question."""
    if c.ids or c.context == "group":
        return None
    passed = c.heads and c.has("duyet|(?:đăng|dang) (?:duoc|di|luon|nhe)")
    if not (c.asks_plainly or passed) and _OF_ONE_SENT.match(c.norm):
        return c.act(Intent.news_back, task_ids=(), mode="mend")
    if c.unit and not c.asks_plainly and _OF_OTHER_UNIT.fullmatch(c.norm):
        return c.act(Intent.news_back, task_ids=(), mode="unit_of" if c.has(NEWS) else "unit")
    code = _CODE.search(c.norm)
    if not code and not c.asks_plainly and (named := _BACK_BY_NAME.fullmatch(c.core)):
        at = c.norm.find(named["title"])
        if not set(named["title"].split()) <= _BACK | _BESIDE and (c.unit or len(named["title"].split()) > 1):
            return c.act(
                Intent.news_back, task_ids=(), topic=c.line.typed(at, at + len(named["title"])), **c.unit_slots()
            )
    if not code and (c.asks_plainly or not c.has(NEWS)):
        return None
    typed = c.line.typed(*code.span()).upper() if code else None
    words = set(re.findall(r"\w+", _CODE.sub(" ", _WHY.sub("", c.core))))
    if (words & _BACK or c.has("thu hoi|lay lai")) and words <= _BACK | _BESIDE:
        return c.act(Intent.news_back, task_ids=(), code=typed, mode="ask" if c.asks_plainly else None)
    if not code or c.asks_plainly:
        return None
    if c.has(_DECIDED) and not c.has(rf"{_MENDED}|khong|chua|tra"):
        return c.act(Intent.news_status, task_ids=(), code=typed, mode="decided")
    if c.has(_MENDED) or _TO_ANOTHER_MONTH.search(c.norm):
        return c.act(Intent.news_back, task_ids=(), code=typed, mode="mend")
    return c.act(Intent.not_understood) if words & _BACK else None
