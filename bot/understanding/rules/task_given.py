""" "Giao chị Lan soạn báo cáo trước thứ 6": a new task without the words "việc phát sinh"."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

from bot.understanding.clause import Clause
from bot.understanding.intents import Act, Intent, Slots
from bot.understanding.line import Line, read_line
from bot.understanding.rules.new_task import SOURCE, cut, due, handed_to, helped_by, title_of
from bot.understanding.takers import DOES, HELPS, Taker, takers

_CALL = r"^(?:(?:em|anh|chi|toi|minh|muon|bot|nho|giup|oi|a|da),? )*"
_WORK = r"(?:viec|nhiem vu)(?: moi| phat sinh)?"
_TO = re.compile(
    rf"{_CALL}(?:(?:giao|phan cong)(?: them)?(?: {_WORK})?|{_WORK}(?= cho ))(?: cho)? (?!ban |thong |luu |nop |nhan |tiep )"
)
_GIVEN = re.compile(rf"{_CALL}(?:giao|phan cong) ")
_ADDED = re.compile(rf"{_CALL}(?:them|bo sung|tao)(?: vao)?(?: mot| 1)? {_WORK} ")
#: Who first, and then that it is one: "thêm cho Lan 1 việc: …", "cho Lan thêm việc …".
_ADDED_FOR = re.compile(
    rf"{_CALL}(?:(?:ghi them|ghi|them|bo sung|tao|giao them|giao|phan cong)(?: (?:giup|ho|gium) (?:anh|chi|toi|minh))?(?: cho)? |cho (?=[^,;:]{{2,30}} them ))"
)
_ONE_WORK = re.compile(rf",?(?: them)?(?P<one> mot| 1)? {_WORK}(?P<mark>[:,])? (?!cua\b|ve\b)")
#: Asked of somebody in other words than "giao", or of nobody but by his name in front; then what is to be made.
_ASKED = re.compile(rf"{_CALL}(?:nho|bao|noi|yeu cau|de nghi|keu|dan|can|chuyen|de) (?:voi |cho |sang )?(?!em\b|bot\b)")
_NAMED = re.compile(_CALL)
_MAKES = re.compile(
    r"(?:ra lai|ra soat|ra|soan|viet|lam|lap|xay dung|chuan bi|tham muu|to chuc|tong hop|kiem tra|khao sat|du thao|thong ke|xu ly|giai quyet|tuyen truyen|lien he|mua|thiet ke|in an|đo (?:lai|dac|ve)|sua chua|lap dat|trang tri|bao cao(?= (?:ve|viec|tinh hinh|chuyen de|so lieu|nhanh|danh sach)))\b"
    r"(?! (?:ket qua|tien do|so lieu (?:thang|ky|quy)|viec (?:cua|duoc giao|nay|do)|bao cao thang|tin|bai\b|xong|duoc|the nao|viec\b))"
)
_REPORTS = re.compile(
    r"bao cao (?!(?:ket qua|tien do|so lieu|cong viec|viec|nhiem vu|thang|ky|quy|tuan|anh|chi|em|cho|truoc|ngay|lai|voi)\b)"
)
#: A letter first and who answers it behind: "bên tỉnh có công văn 3456/UBND-NC yêu cầu rà soát …, em giao TTPVHCC giúp chị".
_LETTER = (
    r"(?P<letter>(?:cong van|cv|van ban|vb|cong dien|thong bao|giay moi|ke hoach|kh|quyet dinh|qd|chi thi)\b[^,;]*?)"
)
_ABOVE = r"(?:(?:ubnd )?(?:tinh|huyen)|so [^\W\d]+(?: [^\W\d]+)?|bo [^\W\d]+|trung uong|cap tren|lanh dao|sep|chu tich)"
_FROM_ABOVE = rf"{_CALL}(?:(?:ben|phia|tren) )?(?:(?:(?:(?P<from>[^,;:]{{2,40}}?) )?(?:moi |vua |lai )?(?:co|gui|ra|ban hanh) )?{_LETTER}|(?P<above>{_ABOVE})(?: (?:moi|vua|lai))?)(?: (?:yeu cau|de nghi|ve viec|ve|giao(?! ban\b)|chi dao)(?: (?:(?:cac |toan )?(?:don vi|phong|xa|phuong|dia phuong|co quan)|minh|ta|ban))*|:) "
#: From outside, to many: "Sở Nội vụ đề nghị các đơn vị báo cáo kết quả …" is no wish for figures.
_OF_MANY = re.compile(
    rf"{_CALL}(?:ben |phia )?(?:ubnd|tinh|huyen|so|bo|trung uong|cap tren)\b[^,;]*? (?:de nghi|yeu cau) (?:cac|toan) "
)
_RESULTS_OF = re.compile(
    r"bao cao (?:ket qua|tien do|so lieu|tinh hinh) (?!(?:truoc|han|thang|quy|ky|tuan|cham|den|trong|nam|ve)\b)[^\W\d]"
)
_BY_LETTER = re.compile(
    rf"{_FROM_ABOVE}(?P<what>.+?(?:,? (?:han|thoi han|truoc|(?:xong|hoan thanh|nop|gui) truoc)\b[^,;]*(?=, ))?)"
    r"(?:,? (?:(?:anh|chi|sep|lanh dao)(?: \w+)? (?:bao|noi|dan|chi dao)[ ,]+)?(?:(?:em|bot|thi|nen|nho|anh|chi|hay)[ ,]+)*(?P<handed>(?:giao|phan cong|chuyen(?! doi\b))(?: cho)?"
    r"|(?:ghi|them|tao|dua|lap)(?: (?:nhan|viec|nhiem vu|vao|so|nay|do|giup|moi|phat sinh|theo doi))*(?: (?:cho|giao(?: cho)?)(?! (?:anh|chi|em|toi|minh)\b(?! [^\W\d])))) |, )(?P<who>\S.*)"
)
#: Nobody is named yet: of his own unit, or of the one he is asked for.
_TO_NOBODY = re.compile(rf"{_FROM_ABOVE}(?P<what>\S.*)")
#: A letter that goes out, and plans, which go on.
_OUR_OWN = re.compile(
    rf"{_CALL}(?:(?:phong|vp|van phong|minh|ta|toi|don vi)(?: \w+)? )?(?:moi |vua |lai |se )?(?:gui|ra|ban hanh|soan|lam) |{_CALL}(?:(?:ke hoach|kh|quyet dinh|qd)\b)|\b(?:trinh|ky|dang|hang (?:thang|quy|nam|tuan))\b"
)
#: A circular to many: none of them is pressed by it, its matter may become a task.
_CIRCULAR = re.compile(
    r"(?:(?:fwd?|fw|chuyen tiep):? )?kinh (?:gui|moi|thua)(?: toi)?:? [^.;]*?[,.:;] ?(?:(?:thuc hien|can cu|theo) [^;]*?, ?)?(?:[^,.;:]{0,40}? )??(?:de nghi|yeu cau|kinh mong)(?: (?:cac|quy) [^\W\d]+(?: [^\W\d]+)?(?= (?:nop|gui|bao cao|ra soat|tong hop|cung cap|thuc hien|cap nhat|bo sung|hoan thanh|tham gia|cu|lap|dang ky|khan truong|som)\b))?(?: (?:khan truong|som|gap))?,? (?P<what>\S.*?)[ .!]*(?:tran trong\b.*)?$"
)
#: Without "giao": who is named has to do it, and no more is said.
_DOES_IT = re.compile(rf" (?:{DOES}|tham muu|soan|chuan bi)(?: (?:nhe|nha|a|di|em|giup|ho|luon|anh|chi))*[ .!]*$")
#: Why something is wanted, and until when.
_MEETING = re.compile(
    rf"{_CALL}(?P<when>(?:(?:sang|chieu|trua) )?(?:ngay )?(?:mai|kia|thu (?:[2-7]|hai|ba|tu|nam|sau|bay)(?: (?:nay|tuan nay|tuan sau|toi))?|(?:ngay )?\d{{1,2}}/\d{{1,2}}|tuan (?:sau|toi)))(?: \w+)? (?:co )?(?:hop|giao ban|lam viec|tiep|co doan|doan)\b[^,;]*, (?=\S)"
)
_NO_MORE = re.compile(r"(?:[ ,.!]|(?:nhe|nha|a|di|em|giup|ho|luon|anh|chi|lam|ghi|vao)\b)*")
#: "Sếp bảo phòng mình làm kế hoạch Tết": for the head's own unit.
_UPON_US = re.compile(
    rf"{_CALL}(?P<above>{_ABOVE}|van phong|(?:anh|chi) [^\W\d]+) (?:moi |vua )?(?:bao|giao|yeu cau|chi dao|dan|noi)(?: cho| them)? (?:phong|don vi|trung tam|ban|to) (?:minh|em|anh|chi|ta|toi) (?:phai |can )?"
)
#: The paper first: "theo CV 1234/SNV-CCHC, giao Lan tổng hợp số liệu biên chế".
_BY_PAPER = re.compile(rf"{_CALL}(?=(?:theo|thuc hien|can cu) )(?P<paper>[^,;]+), ?(?=(?:giao|phan cong) )")
_FOR_ME = re.compile(
    r"\b(?:giup|cho|ho|gium)(?: cho)? (?:anh|chi|toi|minh|sep|co|chu|bac)\b(?! \w+ (?:lam|phu trach))|^(?:giup|ho|gium)\b"
)
_FOR_WHOM = re.compile(r"(?:giao )?cho ")
_FOR = re.compile(r",? (?:giao )?cho |, ?giao ")
#: Work that is there already, or what somebody is to take over of it.
_NOT_NEW = re.compile(
    r"(?:viec|nhiem vu|phan|cong viec) (?:nay|do|kia|ay|tren|cua|con lai|khac|so|\d)|\d+ (?:viec|nhiem vu)|cho [^:]{2,40}:|\d+(?:(?: ?[,&-] ?| va | voi | )\d+)*(?=[,;]|$)|(?:het|tat ca|toan bo|con lai|cac|nhung|may|muc|tin|bai|tin bai|nay|do|đó|ay|kia|no|nua|luon|di|ngay|nhe|gi|nao|va|voi|cung|roi)\b"
)
#: Of what goes on all year, unless a day ends it.
_KEEPS_UP = re.compile(
    r"(?:lam )?(?:phu trach|theo doi|quan ly|dam nhan|dam nhiem|lo|nhan|chu tri|dau moi|truc|thay|ho tro|phoi hop|viec|nhiem vu|phan)\b"
)
_TOLD = re.compile(
    r"\b(?:roi|(?<!sua )chua|da(?! dang)|(?<!tuan sau )(?<!tuan nay )(?<!thang sau )(?<!thang nay )(?<!cuoi tuan )(?<!cuoi thang )(?<!mai )xong(?!,? (?:truoc|trong|\d{1,2}/))|khong(?! gian)|(?<!noi )(?<!xay )(?<!ap )(?<!su )(?<!tuyen )(?<!tin )dung|neu|not|thay (?:anh|chi|em|co|chu|bac|cho))\b"
)
#: A day by which it is to be done, and nothing told: "thứ 6 tuần sau xong".
_DONE_BY = re.compile(
    r"(?<=[ ,])(?:\d{1,2}/\d{1,2}|(?:cuoi |dau |giua |trong )?(?:tuan|thang|quy|nam) (?:nay|sau|toi|\d{1,2})|cuoi (?:tuan|thang|quy|nam)|(?:thu (?:[2-7]|hai|ba|tu|nam|sau|bay)|t[2-7]|mai|ngay kia)(?: (?:nay|tuan nay|tuan sau))?) (?:phai |la |thi )?xong\b"
)
_TIL_DAY = re.compile(
    r",? (?:trước|truoc|hạn|han|chậm nhất|cham nhat|vào|vao|đến|den|ngày|ngay) (?=\S*\d|hết|het)", re.I
)


def task_given(c: Clause) -> Act | None:
    """Of a head, in a message of its own; it counts when its sender confirms it."""
    if (
        not c.heads
        or c.context != "direct"
        or c.ids
        or c.asks
        or ";" in c.norm
        or _TOLD.search(_DONE_BY.sub("", c.norm))
    ):
        return None
    c = _paper_behind(c)
    if meeting := _MEETING.match(c.norm):
        return _for_the_meeting(c, meeting)
    given = _by_letter(c) or _circular(c) or _upon_us(c) or _one_for(c) or _to_somebody(c) or _for_somebody(c)
    given = given or _asked_of_somebody(c) or _to_nobody(c)
    return None if given and _NO_TITLE.match(read_line(given.slots.title or "").norm) else given


#: "VP làm, mai chị Mai lo" says who, "giao cho Phúc, 30/10 phải xong" until when, and neither what is to be done.
_NO_TITLE = re.compile(
    rf"{DOES}(?=,|$)|(?:(?:\d{{1,2}}/\d{{1,2}}(?:/\d{{4}})?|mai|thu \w+|(?:cuoi )?(?:tuan|thang) \w+|han|truoc|den|ngay|phai|nho|la|thi|xong|nop|hoan thanh)(?:[ ,.]+|$))+$"
)


def _for_the_meeting(c: Clause, meeting: re.Match[str]) -> Act | None:
    """ "Thứ 6 này họp, VHXH chuẩn bị báo cáo": it is to be there by then."""
    day = due(c.line.part(0, meeting.end("when")), c.on, c.calendar)[0]
    asked = _asked_of_somebody(replace(c, line=c.line.part(meeting.end(), len(c.norm))), day) if day else None
    return asked.with_slots(date=asked.slots.date or day) if asked else None


def _by_letter(c: Clause) -> Act | None:
    """What a letter from above asks, and who is to do it."""
    found = _BY_LETTER.match(c.norm)
    who = who_takes(c, found.start("who")) if found else None
    if not found or not who:
        return None
    day, rest = due(c.line.part(who[1], len(c.norm)), c.on, c.calendar)
    if not (_DOES_IT.match(f" {rest.norm}") or (found["handed"] and (not day or _NO_MORE.fullmatch(rest.norm)))):
        return None
    act = _task(c, c.line.part(*found.span("what")), who[0], dated=False)
    return act.with_slots(text=_source(c, found), date=act.slots.date or day) if act else None


def _to_nobody(c: Clause) -> Act | None:
    """ "Có công văn 1299/SNV yêu cầu rà soát vị trí việc làm trước 25/10": with its day; without a letter it says what is to be made."""
    found = _TO_NOBODY.match(c.norm)
    outside = found and found["above"] and _OF_MANY.match(c.norm)
    reports = found and (_REPORTS.match(found["what"]) or (outside and _RESULTS_OF.match(found["what"])))
    if not found or not (found["letter"] or reports or _MAKES.match(found["what"])):
        return None
    if _OUR_OWN.search(c.norm):
        return None
    act = _task(c, c.line.part(*found.span("what")), {}, dated=True)
    return act.with_slots(text=_source(c, found)) if act else None


def _source(c: Clause, found: re.Match[str]) -> str:
    return ", ".join(c.line.typed(*found.span(part)) for part in ("letter", "from", "above") if found[part])


def _circular(c: Clause) -> Act | None:
    """ "Kính gửi các phòng, đề nghị gửi số liệu trước 17/10": of his own unit, or of the one he is asked for."""
    found = _CIRCULAR.match(c.norm)
    return _task(c, c.line.part(*found.span("what")), {}, dated=True) if found else None


def _upon_us(c: Clause) -> Act | None:
    found = _UPON_US.match(c.norm) if c.role == "unit_head" else None
    if not found or not _MAKES.match(c.norm, found.end()):
        return None
    act = _task(c, c.line.part(found.end(), len(c.norm)), {}, dated=True)
    return act.with_slots(text=act.slots.text or c.line.typed(*found.span("above"))) if act else None


def _paper_behind(c: Clause) -> Clause:
    found = _BY_PAPER.match(c.norm)
    paper = c.line.typed(*found.span("paper")) if found else ""
    if not found or not SOURCE.fullmatch(found["paper"]):
        return c
    return replace(c, line=read_line(f"{c.line.part(found.end(), len(c.norm)).text} {paper}"))


def _asked_of_somebody(c: Clause, by: date | None = None) -> Act | None:
    """ "Nhờ Quân rà lại danh sách hộ nghèo trước thứ 5", "Văn phòng tham mưu cho chị kế hoạch tổng kết"."""
    asked = _ASKED.match(c.norm)
    found = asked or _NAMED.match(c.norm)
    who = who_takes(c, found.end()) if found else None
    made = re.compile(r"[ ,:]*(?:lam on |khan truong |som )?").match(c.norm, who[1]) if who else None
    if not who or not made or not _MAKES.match(_FOR_ME.sub("", c.norm[made.end() :]).strip()):
        return None
    to_unit = "unit" in who[0] and c.role == "leader" and not asked
    return _task(c, _without_me(c.line.part(made.end(), len(c.norm))), who[0], dated=not (to_unit or by))


def _without_me(line: Line) -> Line:
    """ "Chuẩn bị giúp anh báo cáo": for whom is no part of the work."""
    found = _FOR_ME.search(line.norm)
    if not found:
        return line
    return read_line(f"{line.part(0, found.start()).text} {line.part(found.end(), len(line.norm)).text}")


def _one_for(c: Clause) -> Act | None:
    """ "Thêm cho Lan 1 việc: kiểm tra di tích": without a day only where it is said to be one, or a mark stands before it."""
    found = _ADDED_FOR.match(c.norm)
    who = _one(c, found.end()) if found else None
    work = _ONE_WORK.match(c.norm, who.end) if who else None
    if not who or not work:
        return None
    return _task(c, c.line.part(work.end(), len(c.norm)), who.slots, dated=not (work["one"] or work["mark"] == ":"))


def _to_somebody(c: Clause) -> Act | None:
    """ "Giao KT rà soát biển hiệu", "giao việc cho chị Lan: …"."""
    found = _TO.match(c.norm)
    who = who_takes(c, found.end()) if found else None
    return _task(c, c.line.part(who[1], len(c.norm)), who[0], dated=False) if who else None


def _for_somebody(c: Clause) -> Act | None:
    """ "Giao tuyên truyền chuyển đổi số cho VHXH trước 30/11", "thêm việc rà soát biển hiệu cho KT"."""
    added = _ADDED.match(c.norm)
    found = added or _GIVEN.match(c.norm)
    if not found:
        return None
    first = _FOR_WHOM.match(c.norm, found.end()) if added else None
    if first and (who := _one(c, first.end())):  # "thêm việc cho Quân rà soát hộ nghèo"
        return _task(c, c.line.part(who.end, len(c.norm)), who.slots, dated=True)
    for each in _FOR.finditer(c.norm, found.end()):
        if who := _one(c, each.end()):
            rest = c.line.part(found.end(), each.start()).text, c.line.part(who.end, len(c.norm)).text
            return _task(c, read_line(", ".join(filter(None, rest))), who.slots, dated=not added)
    if not added:
        return None
    unit, person, asked = handed_to(c.line.part(found.end(), len(c.norm)), c.directory)
    whose = {"unit": unit[0] or None, "unit_full": unit[1], "person": person or None}
    return _task(c, asked, whose, dated=not (unit[1] or person))


def who_takes(c: Clause, at: int) -> tuple[dict[str, Any], int] | None:
    """Who takes it, who helps (`partner`) and where the names end; of several units (`units`), which one leads is asked, and of
    several people the first one leads."""
    found = takers(c, at, strangers=False)
    lead = [one for one in found if not one.helps]
    if not lead or not all(one.known for one in found):
        return None
    lead = lead[:1] if all("person" in one.slots for one in lead) else lead
    helps = ", ".join(c.line.typed(one.start, one.end) for one in found if one not in lead)
    partner = {"partner": helps} if helps else {}
    if len(lead) == 1:
        return lead[0].slots | partner, _behind(c, found[-1])
    if not all(one.slots.get("unit_full") for one in lead):
        return None
    units = tuple(one.slots["unit_full"] for one in lead)
    typed = c.line.typed(lead[0].start, lead[-1].end)
    return {"unit": typed, "unit_full": None, "units": units, **partner}, _behind(c, found[-1])


def _behind(c: Clause, last: Taker) -> int:
    """Past what the last one named is to do: "VHXH chủ trì, KT phối hợp kiểm tra …"."""
    role = re.compile(rf",? {HELPS}\b,?").match(c.norm, last.end) if last.helps else None
    return role.end() if role else last.end


def _one(c: Clause, at: int) -> Taker | None:
    found = takers(c, at, strangers=False)
    return found[0] if len(found) == 1 and found[0].known and not found[0].helps else None


def _task(c: Clause, line: Line, whose: dict[str, Any], *, dated: bool) -> Act | None:
    """None where the words speak of work there is already; `dated`: only with a day."""
    source, asked = cut(line, SOURCE, "source")
    if not whose.get("partner"):
        partner, asked = helped_by(asked, c.directory)
        whose = whose | ({"partner": partner} if partner else {})
    day, line = due(asked, c.on, c.calendar)
    title = title_of(line)
    if day and len(title.split()) < 2:  # "nộp báo cáo trước 20/10" is all it says
        title = title_of(read_line(_TIL_DAY.split(asked.text, maxsplit=1)[0]))
    norm = read_line(title).norm
    if len(title.split()) < 2 or _NOT_NEW.match(norm) or (not day and (dated or _KEEPS_UP.match(norm))):
        return None
    return Act(Intent.new_task, Slots(title=title, date=day, text=source or None, **whose))
