"""Words to be carried to somebody: "nhắc mọi người mai họp 8h", "gọi chị Thu giúp chị". The bot reminds of work it keeps and carries none."""

import re

from bot.understanding.clause import Clause, Doubt
from bot.understanding.intents import Act, Intent, Slots
from bot.understanding.listed import listed
from bot.understanding.takers import takers
from bot.understanding.whom import others_named
from bot.understanding.words import PEOPLE, REMIND

#: What reminders are of, when, and politeness: beside these nothing is to be carried.
_OF_REMINDERS = frozenset(
    listed(
        "nop gui bao cao lam xong hoan thanh tat xu ly trien khai thuc hien cap nhat bo sung tra loi giai trinh phan hoi day nhanh day dien ghi nhap day"
        " viec nhiem vu cong ket qua so lieu tien do han ke hoach tin bai san pham bieu ky thang tuan quy nam cchc kpi noi dung phan chi tieu"
        " con lai no thieu qua tre cham chua duoc da dang du dang bi sap toi den het khan truong tap trung quan tam som kip gap ngay lien luon nhanh dut diem nghiem tuc"
        " mai kia hom nay truoc sau trong sang chieu trua gio h cuoi dau dung thu hai ba tu sau bay chu nhat t2 t3 t4 t5 t6 ngay"
        " di nhe nhen a voi giup ho cho em anh chi toi minh ta nha mot hai lan them nua ca cac nhung nguoi ai tat moi phong don vi trung tam co quan ban bo"
        " nhac doc cua ve vu cai kia nay do ay thi la va ma nghen bot oi rieng ben o thuoc noi phai can hay vao luc tu de dau roi the vay khong tung rong chung"
        " may toan lan đó lanh dao nhan vien chuyen can luot phat tieng cau tin dong loat lap tuc cong ty le mau chong ra soat thoi lo"
    )
)
#: Pressed for his work, whatever is said of it: "đôn đốc KT gửi ý kiến góp ý".
_PRESSES = re.compile(r"(?:don doc|thuc|giuc|hoi thuc|g[oõ] dau|kh[eề]u)\b")
#: Why it is to be done is none of what is to be said.
_WHY = re.compile(r",? (?:de|keo|vi|do|nham|cho kip|phuc vu|kip)\b")
_TOKEN = re.compile(r"(?:nhanh|le|gap|mau) len\b|[^\W\d_]+")
#: Said to somebody by the bot, whatever it is: "nhắn Vinh chiều lên phòng chị", "gọi chị Thu giúp chị".
_TELLS = re.compile(
    r"(?:(?:em|bot|nho em|nho bot|nho) )?(?:nhan(?: tin)?|goi(?: dien)?|dien thoai|alo|gui loi|chuyen loi|gui thu)(?: (?:giup|ho|rieng|luon|gap))*(?: (?:anh|chi|em|toi)(?= (?:cho|voi|den) ))?(?: (?:cho|voi|den|toi))* "
)
#: Pressed by way of the bot for a task of his: "bảo Lan 17 làm nhanh lên".
_PRESSED = re.compile(
    r"(?:(?:em|bot|nho em|nho bot|nho) )?(?:bao|noi|keu|nhan(?: tin)?|goi)(?: (?:giup|ho|voi|cho|lai))* "
)
_HURRIES = re.compile(
    r"\b(?:nhanh|gap|som|lien|khan truong|nop|gui|day nhanh|dut diem)\b(?! (?:thieu|sai|nham|roi|lai))"
)
_ONLY_POLITE = re.compile(r"(?: ?(?:giup|ho|cho|voi|em|anh|chi|toi|nhe|nha|a|di|luon|ngay|gap|bot|oi|minh)\b)*[ .!,]*")
#: What comes up stands in front of the order, and behind it nothing: "chiều nay họp giao ban, em nhắc mọi người giúp anh".
_COMES_UP = re.compile(
    r"(?!.*\b(?:xong|roi|da|vua|moi|chua)\b)(?P<what>.*\b(?:hop|giao ban|hoi nghi|tap huan|chao co|mit tinh|lien hoan|tiep doan|hoc nghi quyet|dien tap|trực|trong cay|don ve sinh)\b.*?)"
    r"[ ,]+(?:(?:em|bot|nho|thi|nen|hay) )*$"
)
_WORK_IN_IT = re.compile(r"\b(?:nop|bao cao|ket qua|so lieu|viec|nhiem vu|tien do|tin bai|han|\d+)\b")


def carried(c: Clause, found: Act | Doubt | None) -> Act | Doubt | None:
    """An order to say something is said back, whenever it was to be: nothing but the work that is kept is reminded of."""
    act = found.readings[0] if isinstance(found, Doubt) else found
    if act is None or act.intent is not Intent.remind_unit or act.slots.which == "news" or not (words := _errand(c)):
        return found
    if not act.also:
        return act.with_slots(text=words)
    each = [one.slots for one in (act, *act.also)]  # one answer for all of them
    people, units = (tuple(filter(None, names)) for names in zip(*((s.person, s.unit_full) for s in each), strict=True))
    return Act(Intent.remind_unit, Slots(text=words, people=people, units=units))


def _errand(c: Clause) -> str | None:
    """What an order to remind would have the bot say, as typed; None where it only reminds."""
    verb = re.search(rf"\b(?:{REMIND})\b", c.norm) or re.search(r"\b(?:de nghi|yeu cau)\b", c.norm)
    if not verb or _PRESSES.match(verb[0]) or c.ids or c.excepted or c.evidence:
        return None
    start = _behind_whom(c, verb.end())
    rest = c.without_reason[start:]
    if _ONLY_POLITE.fullmatch(rest) and (coming := _COMES_UP.match(c.norm[: verb.start()])):
        return c.line.typed(*coming.span("what"))
    why = _WHY.search(rest)
    rest = rest[: why.start()] if why else rest
    rest = rest.partition(",")[0] if rest.partition(",")[0].strip() else rest
    if all(word.split()[0] in _OF_REMINDERS for word in _TOKEN.findall(rest)):
        return None
    return c.line.typed(start, start + len(rest)) or None


def to_be_told(c: Clause) -> Act | Doubt | None:
    """ "Nhắn Vinh chiều lên phòng chị": to somebody named, and no word of the work that is kept."""
    if c.heads and not c.asks_plainly and (pressed := _PRESSED.match(c.norm)) and re.search(r"\d", c.norm):
        named = takers(c, pressed.end(), strangers=False)
        hurries = len(named) == 1 and named[0].known and _HURRIES.search(c.norm, named[0].end)
        behind = re.compile(r" (?:viec )?#?(\d{1,4})\b").match(c.norm, named[0].end) if hurries else None
        numbers = c.ids or ((int(behind[1]),) if behind else ())
        return Doubt((c.act(Intent.remind_unit, task_ids=numbers, **named[0].slots),)) if hurries and numbers else None
    found = _TELLS.match(c.norm) if c.heads and not (c.asks_plainly or c.ids) else None
    whom = takers(c, found.end(), strangers=False) if found else []
    if not found or not whom or _WORK_IN_IT.search(c.norm, whom[-1].end):
        return None
    said = "" if _ONLY_POLITE.fullmatch(c.norm, whom[-1].end) else c.line.typed(whom[-1].end, len(c.norm))
    return c.act(Intent.remind_unit, **whom[0].slots, text=said or c.line.text)


def _behind_whom(c: Clause, at: int) -> int:
    """Where those to be reminded are all named."""
    ends = [one.end for one in others_named(c)]
    if c.unit and c.unit.start >= at:
        ends.append(c.unit.end)
    if c.person_span and c.person_span[0] >= at and not ends:
        ends.append(c.person_span[1])
    ends += [found.end() for found in re.finditer(rf"\b(?:{PEOPLE})\b(?! nao)", c.norm) if found.start() >= at]
    return max(ends, default=at)
