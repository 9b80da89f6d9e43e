"""When the bot speaks: later today, always at eight, never on Sundays."""

import re
from datetime import date

from bot.understanding import when
from bot.understanding.clause import Clause, Doubt
from bot.understanding.intents import Act, Intent, Slots
from bot.understanding.listed import listed
from bot.understanding.whom import others_named
from bot.understanding.words import EVERYBODY, ME, PEOPLE, REMIND

#: "Mốt nhắc lại", its accent left off.
_THE_DAY_AFTER = re.compile(r"^(?:(?:de|sang|chieu|ngay) )?mot (?=(?:hay |hang |roi |moi )?(?:nhac|bao|hoi) )")
_NEVER = r"(?<!nhac )(?<!nhac anh )(?<!doc anh )(?<!giuc anh )(?:nghi nhac\b|(?:tat|ngung|ngat|dung|tam dung|huy) (?:\w+ ){0,3}?(?:nhac|thong bao|nhan tin|nhan|bao|tin nhan)|(?:khong|thoi)(?: (?:can|phai|muon|nen|duoc|em|bot))* (?:nhac(?! (?:den|toi(?! nua)|gi|lai gi|ai)\b)|thong bao|nhan tin|nhan (?=(?:tin|thong bao|nhac|nua))|bao(?= (?:cho )?(?:em|toi|anh|chi|minh|nua)\b)|tin nhan))(?! (?:\w+ ){0,2}(?:duoc(?! (?:khong|chu))|noi|kip)\b)|(?:dung|khong|thoi)(?: co)? (?:gui|lam phien|nhan)(?= (?:tin |gi |thong bao |em |toi |anh |cho )*(?:sau|truoc|ngoai|vao|cuoi|buoi|thu|chu nhat|toi|nua))|im lang"
#: "Khỏi nhắc" alone puts one reminder off; of days or evenings it is for good.
_NOT_THEN = r"(?:cuoi tuan|chu nhat|cn|thu (?:7|bay)|t7|ngay nghi|ngoai gio|buoi toi)\b.*\bkhoi (?:can )?(?:nhac|nhan|gui|bao)|khoi (?:can )?(?:nhac|nhan|gui|bao)\b.*\b(?:cuoi tuan|chu nhat|cn|thu (?:7|bay)|t7|ngay nghi|ngoai gio|buoi toi)"
_ON = r"(?:^|, )(?:(?:thoi|da|em|bot|ok|cu|thi|van),? )*nhac(?: lai| nhu)? binh thuong(?: (?:lai|di|nhe|nha|a|giup|em))*[ .!]*$|bat (?:lai )?(?:nhac|thong bao)|mo lai (?:loi nhac|nhac nho|thong bao)|^(?:(?:thoi|da|em|a|u|ok),? )*bat (?:lai|len)(?: (?:nhu cu|cho|giup|em|anh|chi|di|nhe|nha|voi|a|do|ngay|luon))*[ .!]*$"
_LASTING = (
    rf"{_ON}|moi (?:ngay|sang|chieu|tuan|thu|toi|lan)|hang (?:ngay|tuan|thang)|(?:doi|chuyen|dat|cai|chinh|sua|set|dieu chinh) (?:lai )?(?:gio|lich|thoi gian|khung gio|nhac|remind(?:er)?)|gio nhac|lich nhac|ngoai gio|gio hanh chinh|"
    r"(?:chi )?nhac (?:\w+ )?(?:mot|1) lan|tong hop (?:mot|1) (?:lan|tin)|(?:gop|gom|don) (?:lai|tin|thong bao|nhac|chung|thanh|cac|het|loi)|truoc han (?:\d+|mot|hai|ba)|(?:truoc|som) \d+ ngay|tu nay|tu gio|luon nhac|mac dinh|"
    r"(?:chi )?(?:nhan|nhac|gui) (?:\w+ ){0,2}(?:buoi sang|buoi chieu|ngay lam viec)|thoi gian nhac"
)
#: "Đừng nhắc nữa, mai hãy nhắc": put off, not turned off.
_TILL_THEN = r"(?:mai|kia|tuan sau|tuan toi|thang sau|thu (?:[2-7]|hai|ba|tu|nam|sau|bay)|nua|lat|chieu|toi nay|\d{1,2}/\d{1,2})(?: (?:roi|hay|moi|hang|thi|em|bot|anh|chi))* nhac"
_NOT_SO_EARLY = r"(?:dung|khong) (?:nhan|nhac|gui)(?: \w+)? (?:som|muon|tre)"
_FROM_NOW_ON = r"sau nay|tu (?:mai|hom nay|tuan sau|thang sau|bay gio|ray)(?: tro di)?|cu \d{1,2} ?(?:h|gio|g)\d{0,2}|cu (?:sang|chieu|moi)|(?:som|muon|tre) hon|tro di"
#: How long ahead, and no "sáng sớm".
_AHEAD = r"(?:truoc|som)(?: (?:han|hon|khoang|them|tam|it nhat|chung))* (?:\d|mot|hai|ba|nua|vai)|(?:\d{1,3}|mot|hai|ba) (?:ngay(?: lam viec)?|tuan|tieng|gio) truoc"
_ONLY_ON = r"(?:nhac|nhan|gui|bao) (?:(?:toi|em|minh|anh|chi|viec|cho) )*(?:vao )?(?:cac |may )?(?:ngay |sang |chieu )*(?:thu [2-7]|thu (?:hai|ba|tu|nam|sau|bay)|t[2-7]|chu nhat|cn)\b"
_WRITES = r"(?:nhac(?: nho)?|nhan(?: tin)?|bao|gui(?: tin)?|thong bao)"
#: Too many messages, and nothing said of hours or of what should be instead.
_TOO_MANY = re.compile(
    rf"\b(?:dung|khong|khoi|bot|thoi|sao|gi ma|cu|lam gi) (?:co |ma |cu |em |lai )*{_WRITES}(?: (?:tin|cho|toi|em|anh|chi|minh|nhac))* (?:ma )?(?:nhieu|hoai|suot|lien tuc|lien mien|don dap|toi tap)\b"
    rf"|^(?:em |bot )?(?:nhac|nhan|gui)(?: tin)? (?:it|bot)(?: (?:lai|thoi|di))\b|\b(?:bot|giam) (?:nhac|nhan|gui)(?: tin)?\b"
    rf"|\b(?:sang|ngay|hom|luc) nao (?:cung|em cung) (?:nhac|nhan|gui)\b|\b{_WRITES} (?:gi )?(?:ma )?(?:\w+ )?(?:nhieu|lam) (?:the|vay|qua)\b"
)
_NO_MORE = r"(?:(?:khoan|tu tu|u|ua|a|ay|y|oi|e|ma|chet|thoi|da),? )*(?:dung|khong|khoi|khoi can|khong can) (?:nhac|nhan|bao)(?: (?:tin|nho))?(?: nua)?(?: dau)?"
#: Another mind, and so perhaps no wish for good: "à mà thôi đừng nhắc nữa".
_OTHER_MIND = rf"(?=.* nua\b)(?:(?:a|ha|ua|u|ay|y|chet|oi|da)[ ,]+)*(?:ma thoi|ma|thoi|khoan)\b[ ,]*{_NO_MORE}(?: (?:em|anh|chi|toi|minh))?(?: nua)?(?: (?:a|nhe|nha|bot|em|anh|chi))*[ .!]*"
_TASK_FOR_ME = re.compile(
    rf"\bnhac (?:lai )?(?:{ME}|anh|chi)(?: lai)? #?(?P<n>\d{{1,3}})(?= (?:vao|luc|nhe|nha|a|giup|voi)\b|$)"
)
_LATER = (
    r"(?:nhac|bao|hoi|nhan|ping|keu)(?: \w+){0,3} (?:lai|sau)|(?:lat|chut|ty|ti|xiu|mot lat)(?: nua)? (?:\w+ )?(?:nhac|bao|hoi)|(?:de|hoan|doi) (?:\w+ )?(?:mai|chieu|lat|sau|tuan sau|sang mai|thu \d)|hoan (?:lai )?(?:nhac|viec nhac|loi nhac)|"
    r"tam hoan|de (?:lat|sau)|snooze|nhac sau|nhac lai|hen (?:lai |em )?(?:nua|mot|hai|ba|\d{1,3}) ?(?:p|ph|phut|tieng|gio|h|ngay|tuan)\b|lui (?:loi )?nhac|tam (?:dung|ngung) nhac|(?:phut|tieng|gio|buoi|ngay|tuan) nua (?:\w+ )?nhac|(?:bua|hom) (?:sau|khac) (?:\w+ )?nhac|remind me"
)


#: "Đúng nhân viên chị đó", "anh Dũng bảo", "dùng nhận xét ấy": folded they would turn reminders off.
_OTHER_WORDS = frozenset(listed("đúng dũng nhân nhẫn nhàn nhãn thời tất tật bảo bão"))
_NOT_WRITTEN = re.compile(
    r"\bdung(?= (?:roi|vay|day|la|ra|the|luc|han|ngay|nguoi|nhu)\b)|\bnhan(?= (?:vien|su|xet|dan|luc|thay|khau|quyen|biet|thuc|dinh|cong|hang|tien|ra|ai|nguoi|viec|nhiem vu|ho so)\b)"
)


def _turned_off(c: Clause) -> bool:
    """ "Đừng nhắn nữa", "tắt nhắc"; words are read with the accents they were typed with."""
    if not c.has(_NEVER):
        return False
    more = c.has("nua")

    def word(found: re.Match[str]) -> str:
        typed = c.line.typed(*found.span()).lower()
        other = typed in _OTHER_WORDS or (typed == "dùng" and not more)
        return "_" if other else found[0]

    said = _NOT_WRITTEN.sub(lambda found: "_" * len(found[0]), c.norm)
    found = re.search(rf"\b(?:{_NEVER})(?!\w)", re.sub(r"\w+", word, said))
    who = re.search(r"\w+(?= $)", c.norm[: found.start()]) if found else None
    told = who and c.directory.names_somebody(c.line.typed(*who.span()))  # "Khoa không nhận tin nhắn"
    return bool(found and not (told and found[0].startswith("khong")))


def too_many(c: Clause) -> Doubt | None:
    """ "Đừng nhắn nhiều thế", "sáng nào cũng nhắn mệt quá": fewer, or none; a head's "đừng nhắc nữa" may be of whom he had chased."""
    of_others = c.unit or (c.person and c.directory.people_named(c.person)) or c.has(EVERYBODY)
    if c.ids or of_others or c.has(_LASTING):
        return None
    off = c.act(Intent.settings_time, task_ids=(), mode="off")
    if _too_many_said(c) and not when.time_in(c.norm):
        return Doubt((c.act(Intent.settings_time, task_ids=(), weekday="MO"), off))
    return Doubt((off,)) if (c.heads and c.is_just(_NO_MORE)) or re.fullmatch(_OTHER_MIND, c.norm) else None


def _too_many_said(c: Clause) -> bool:
    """ "Bớt nhắc", and no "nhờ bot nhắc"."""
    found = _TOO_MANY.search(c.norm)
    speaks_to = found and found[0].startswith("bot ") and c.line.typed(*found.span()).lower().startswith("bot ")
    return bool(found and not (speaks_to and (not c.line.text.isascii() or c.has("nho bot"))))


#: Which of the two it is now: "đang tắt nhắc hay bật".
_ON_OR_OFF = r"(?:tat|bat)\b(?: \w+){0,4} hay (?:la )?(?:dang |van )?(?:tat|bat|chua|khong|con)\b"
#: Kept or wanted back: "không tắt nhắc", "thôi nhắc bình thường"; told, and not ordered: "lỡ tay tắt nhắc rồi".
_ON_RATHER = (
    r"(?:khong|chua|dau co|em co|toi co|bo|huy|go|mo)(?: (?:co|he|phai|muon|lenh|che do))* tat|thoi,? (?:(?:em|bot|cu|thi|van|lai) )*nhac(?: (?:lai|cho|anh|chi|em|toi))* nhu (?:cu|truoc|thuong|moi khi|vay|hom)"
    r"|(?:da|vua|moi|lo|lo tay|hom qua|hoi nay|nham)(?: (?:anh|chi|em|toi|minh|bam))* tat|tat (?:nhac|thong bao)(?: \w+)? roi"
)


def _not_off(c: Clause) -> Act | Doubt | None:
    """What keeps or wants reminders back, or takes them from others, turns none of the sender's own off for certain."""
    off = c.act(Intent.settings_time, task_ids=(), mode="off")
    if c.has(_ON_RATHER):
        return Doubt((off.with_slots(mode="on"), off))
    words = re.findall(r"[^\W\d_]+", c.line.text)  # "anh", "mai" in small letters are no names
    named = any(c.directory.names_somebody(word) for word in words if word[0].isupper())
    if named or (c.person and c.directory.people_named(c.person)):
        return Act(Intent.smalltalk_other, Slots(held=True))
    if not c.has(rf"(?:nhac|nhan)(?: tin)? (?:het|{PEOPLE})(?! nhac)"):
        return None
    return Act(Intent.smalltalk_other, Slots(held=True)) if c.heads else Doubt((off,))


def lasting_time(c: Clause) -> Act | Doubt | None:
    if c.has(_ON_OR_OFF) and c.has("nhac|thong bao|tin"):
        return c.act(Intent.settings_time, task_ids=())
    if c.has("cach|lam sao|lam the nao|kieu gi") or c.ids or c.has("viec (?:nay|do|ay|kia|vua roi)"):
        return None
    if _till_when(c):
        return None
    rather = _in_office_hours(c, when.wished_hour(c.norm))
    stop = not rather and (_turned_off(c) or c.has(_NOT_THEN)) and not c.has(rf"nhac lai|{_TILL_THEN}|{_NOT_SO_EARLY}")
    if stop and c.heads and _orders_reminder(c):
        return None  # "nhắc hết nhưng đừng nhắc Lan"
    wants = c.has(rf"nhac|remind(?:er)?|thong bao|nhan|gui|bao|tong hop|gop|im lang|lich|{_ON}")
    only = c.has(
        rf"(?:nhac|nhan|bao|gui)(?: {ME}| anh| chi)?(?: vao)?(?: luc)? (?:luc |vao )?\d{{1,2}}(?: ?gio|h|:|g)(?:\d{{1,2}})?"
    ) and not c.has("lai|mai|ngay kia|chieu nay|toi nay|hom nay|phut nua|tieng nua|nua|tuan sau|cac|moi nguoi")
    weekly = c.has(rf"(?:nhac|nhan|bao|gui) {ME} (?:vao )?(?:sang |chieu )?(?:thu|t)\d? ?\d? hang tuan")
    accented = re.search(r"\bchỉ\b", c.line.text.lower())  # "chị nhắc tôi thứ 2" is another wish
    weekly = weekly or c.has(rf"chi (?:can )?{_ONLY_ON}.* thoi") or bool(accented and c.has(_ONLY_ON))
    timed = wants and c.has(_FROM_NOW_ON) and (when.time_in(c.norm) or when.weekday_in(c.norm))
    if not (stop or weekly or timed or (wants and c.has(_LASTING)) or (only and not c.replying)):
        return None
    if not stop and c.heads and c.has(REMIND) and (c.unit or others_named(c)):
        return None
    anew = re.search(rf"\b(?:{_FROM_NOW_ON})\b", c.norm)
    time = rather or _in_office_hours(c, (anew and when.time_in(c.norm[anew.start() :])) or when.time_in(c.norm))
    hour = re.search(r"\b(?:sau|truoc|luc|tu|den) \d+ ?(?:gio|h)\b", c.norm)
    span = when.duration_in(c.norm) if (stop and not hour) or c.has(_AHEAD) else None
    mode = _mode(c, bool(stop))
    if mode == "off" and (still_on := _not_off(c)):
        return still_on
    return c.act(
        Intent.settings_time,
        task_ids=(),
        mode=mode,
        time=time,
        part=None if time or mode == "no_weekend" else when.part_in(c.norm),
        weekday=when.weekday_in(c.norm) if mode is None else None,
        duration=span[0] if span else None,
        duration_unit=span[1] if span else None,
    )


def _orders_reminder(c: Clause) -> bool:
    """Whether it begins as an order to remind others, whatever is denied behind it."""
    begins = re.match(rf"(?:{REMIND}) (?:giup |ho )?(?P<all>{EVERYBODY})?\b", c.core)
    known = c.unit or (c.person and c.directory.people_named(c.person))
    denied = re.search(r"(?:\b(?:nhung|ma)|,) ?(?:[^\W\d,]+ ){0,3}(?:dung|khoi|khong|khoan)\b", c.norm)
    return bool(begins and (begins["all"] or known) and denied)


def _mode(c: Clause, stop: bool) -> str | None:
    if c.has(r"cuoi tuan|chu nhat|cn|thu (?:7|bay)|t7|ngay nghi") and (stop or c.has("ngay thuong|ngay lam viec")):
        return "no_weekend"
    if c.has(r"ngoai gio|gio hanh chinh|trong gio"):
        return "working_hours"
    if c.has("(?:moi|hang) tuan") and when.weekday_in(c.norm) and not (stop or c.has("(?:mot|1) lan")):
        return None
    if c.has(r"(?:mot|1) lan|gop|gom|don|tong hop"):
        return "digest"
    if c.has(_ON):
        return "on"
    if stop and when.time_in(c.norm):
        return "quiet"
    if stop and c.has(r"buoi toi|toi(?= ?$)|ban dem|dem"):
        return "no_evening"
    return "off" if stop else None


#: "Đừng nhắc việc 8 nữa": until which day is asked.
_NO_MORE_OF = re.compile(
    r"(?:(?:thoi|da|em|bot|anh|chi|tam)[ ,]+)*(?:dung|khoi|khong|thoi|ngung|tat|khoan)(?: (?:can|phai|co))* nhac(?: (?:toi|em|anh|chi|minh|ve|lai|nua))*(?: (?:viec|nhiem vu|nv|so))* #?\d{1,4}(?:(?: ?,| va| voi)? #?\d{1,4})*(?: (?:nua|nhe|nha|a|em|di|giup|luon))*[ .!]*"
)


#: "Hôm nay anh họp, đừng nhắc": tomorrow again, and not never.
_TODAY = r"(?<!tu )(?:(?:hom|bua|ngay) nay|(?:sang|chieu|trua|toi) nay)"


def _till_when(c: Clause) -> date | None:
    """The day from which he is to be reminded again, where he only asks for quiet until then."""
    denied = c.has(
        rf"(?:dung|khoi|khong|thoi)(?: (?:co|can|phai))? (?:nhac|nhan|bao|goi)(?: (?:tin|{ME}|anh|chi|viec|gi|nua))*"
    )
    if not denied or c.unit or c.has("moi|hang|tro di|tu nay") or not _turned_off(c):
        return None
    found = when.day_in(c.norm, c.on, c.calendar, future=True, for_reminder=True)
    if found and re.search(r"\b(?:den|toi)(?: (?:het|ngay))* $", c.norm[: found[1][0]]):
        return found[0]
    return c.calendar.add(c.on, 1) if c.has(_TODAY) else None


def later(c: Clause) -> Act | None:
    if c.ids and _NO_MORE_OF.fullmatch(c.norm):
        return c.act(Intent.snooze)
    if day := _till_when(c):
        return c.act(Intent.snooze, date=day)
    if not _wants_it_later(c):
        return None
    time = when.time_in(c.norm)
    span = (
        when.duration_in(c.norm)
        if c.has(r"nua|sau|them|tam(?! \d)|trong|hoan|hen|snooze|\d{1,3} ?(?:p|ph|phut|tieng)|\d{1,3}'")
        else None
    )
    time = None if span else _in_office_hours(c, time)
    norm = re.sub(r" roi(?= (?:hay |moi )?nhac\b)", " thi", _THE_DAY_AFTER.sub("ngay kia ", c.norm))
    found = None if span else when.day_in(norm, c.on, c.calendar, future=True, for_reminder=True)
    if found and found[0] == c.on:  # "bữa nay bận quá, đầu tuần sau kêu em lại"
        behind = norm[found[1][1] :]
        found = when.day_in(behind, c.on, c.calendar, future=True, for_reminder=True) or found
    day = found[0] if found else None
    part = None if time else when.part_in(c.norm)
    if not day and (part or time or c.has("toi nay|chieu nay")) and not span:
        day = c.on
    return c.act(
        Intent.snooze,
        **_bare_number(c),
        date=day,
        time=time,
        part=part,
        duration=span[0] if span else None,
        duration_unit=span[1] if span else None,
    )


def _bare_number(c: Clause) -> dict[str, tuple[int, ...]]:
    """ "Nhắc em 26 vào thứ 5": a task, where no hour, day or length takes the number."""
    found = None if c.ids else _TASK_FOR_ME.search(c.norm)
    return {"task_ids": (int(found["n"]),)} if found else {}


def _in_office_hours(c: Clause, time: str | None) -> str | None:
    """ "4h nhắc em": nobody means the small hours, unless he says "sáng"."""
    small = time and "01:00" <= time < "06:00" and (c.has("chieu") or not c.has("sang"))
    return f"{int(time[:2]) + 12}{time[2:]}" if time and small else time


def _wants_it_later(c: Clause) -> bool:
    """The sender wants to be reminded again himself; not a reminder of others, and no question."""
    if not (c.replying or c.has("nhac|bao lai|hoi lai|snooze|remind|ping|nhan lai") or (not c.ids and c.has("hoan"))):
        return False
    if c.has(
        r"(?:van|cu|con|sao lai|van con|van cu) nhac|nhac (?:hoai|mai|suot|(?:lai )?(?:nhau|ca nha|moi nguoi|anh em|cac ban|ca phong))"
    ):
        return False
    if c.has("cach|lam sao|kieu gi") or (c.asks_plainly and not c.has("duoc khong")):
        return False
    me = c.has(rf"(?:keu|goi) (?:{ME}|anh|chi) lai|(?:nhac|bao lai|hoi lai|nhan lai|ping) (?:lai )?{ME}") or (
        c.has(r"nhac (?:lai )?(?:anh|chi)(?: (?:nhe|a|voi|giup|ve|(?:cai|viec|vu) (?:nay|do|ay)))*$") and not c.person
    )
    when_named = (
        when.day_in(c.norm, c.on, c.calendar, future=True, for_reminder=True)
        or when.duration_in(c.norm)
        or when.part_in(c.norm)
        or when.time_in(c.norm)
    )
    whole_unit = (c.unit and c.has(REMIND)) or c.has(rf"(?:{REMIND}) (?:lai )?(?:{PEOPLE}|het)")
    if whole_unit or c.has(r"han (?:viec|la)") or (not me and others_named(c)):
        return False
    if c.person and c.has(rf"(?:{REMIND}) (?:lai )?(?:giup )?(?:em |toi )?(?:anh|chi|co|chu|bac|dong chi)") and not me:
        return False
    if c.heads and not (me or when_named or c.replying) and c.has("nhac lai"):
        return False
    bare_again = c.has(r"nhac (?:viec .*)?(?:lai|sau)") or (c.has("nhac") and when_named)
    return c.has(_LATER) or bool((me or bare_again) and when_named)
