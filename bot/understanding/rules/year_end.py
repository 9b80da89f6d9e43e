"""What is said while a plan's year ends: "7, 8 xong trước 14/12; 15 chuyển năm sau: chờ vốn; còn lại duy trì", "chốt năm".

Read only while a plan of the office closes; of the same words at any other time `out_of_season` decides.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bot.understanding import when
from bot.understanding.clause import Clause, Doubt
from bot.understanding.directory import Directory
from bot.understanding.intents import Act, Intent, Slots
from bot.understanding.left_out import SPARING
from bot.understanding.line import Line, read_line
from bot.understanding.numbers import task_ids
from bot.understanding.slip_within import slip_within
from bot.understanding.words import QUESTION_END
from jobs.rules.days import HALF_A_YEAR
from jobs.rules.text import fold_words
from jobs.rules.working_days import WorkingCalendar
from storage.kinds import SortedAs

_NUMBERS = r"(?:(?:cac )?(?:viec|nhiem vu|nv) )?(?:so )?\d{1,4}(?:(?: ?(?:,|-|–|va) ?| den | voi | (?=\d{1,4} ))(?:viec )?(?:so )?\d{1,4}(?![\d/%]))*"
_REST = r"(?:(?:tat ca )?(?:cac |nhung )?(?:viec )?con lai|(?:cac |nhung )?viec khac)"
_ALL = r"(?:tat ca|toan bo|het(?: thay| ca)?)(?: (?:cac |nhung )?(?:viec|nhiem vu))?"
_CODE = r"(?:[a-z](?:\.(?:[ivx]+|\d+))*|[ivx]+(?:\.\d+)*)"
_SECTION = rf"(?:(?:cac |nhung )?(?:viec |nhiem vu )?(?:thuoc |o |cua )?(?:muc|phan|nhom|chuong) {_CODE}|[a-z]\.(?:[ivx]+|\d+)(?:\.\d+)*)"
_WHO = rf"(?P<who>{_NUMBERS}|{_REST}|{_ALL}|{_SECTION})"
_DAY = r"(?:ngay )?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?"
_BY = rf"(?:truoc|den|cham nhat) (?P<day>{_DAY})|(?:truoc|trong) (?P<year>(?:cuoi |het )?nam(?: nay| \d{{4}})?)"
_PROMISE = rf"(?:se |du kien |uoc |deu )*(?:xong|hoan thanh)(?: xong)? (?:{_BY})(?:,? (?:la )?uoc)?"
_NEXT_YEAR = r"nam (?:sau|toi|20\d\d)"
_CARRY = (
    rf"(?:xin |de |deu |thi )*(?:(?:(?:chuyen|lui|doi|gac)(?: sang| qua)?|de(?: lai| sang| den)?) {_NEXT_YEAR}(?: (?:lam|thuc hien|tinh|het|ca|luon))*"
    rf"|(?:nam nay )?(?:(?:xin |tam )*(?:dung|hoan|gac|nghi|chua lam|khong lam)(?: lai)?,? )?(?:de )?(?:sang nam|{_NEXT_YEAR}) (?:moi |se |lai )?(?:lam|thuc hien|tinh|tiep tuc)(?: (?:tiep|lai|sau))*)"
)
#: Not done, and not said what becomes of it: "49 không thực hiện được do bão".
_NOT_DONE = r"(?=.*\b(?:duoc|kip|noi|nam nay)\b)(?:thi |deu |nam nay )*(?:khong(?: the| kip)?|chua(?= \w+(?: \w+)? (?:duoc|kip|nam nay|trong nam)\b)) (?:thuc hien|trien khai|lam|to chuc|hoan thanh)(?: duoc| kip| noi| xong)*(?: (?:trong )?nam nay)?(?: duoc)?"
_KEEP_DOING = r"(?:thi |la |van |deu |cu |em )*(?:lam|thuc hien|viec)? ?(?:thuong xuyen|quanh nam|lien tuc)(?: (?:ca nam|ma|thoi|roi|luon))*"
_KEEP = r"(?:la |van |deu )*duy tri(?: (?:ca nam|het nam|thuong xuyen|hang nam))?(?:,? chot theo nam)?"
#: "18 cả năm duy trì tốt", "mục B.II duy trì tốt, xong năm": of the year, where "duy trì tốt" alone may be this month's result.
_WELL = r"(?: (?:tot|on(?: dinh)?|deu(?: dan)?|thuong xuyen|day du|lien tuc|(?:dung|theo) quy dinh))"
_KEPT_WELL = (
    rf"(?:(?:la |van |deu |em )*(?:ca|suot|quanh|trong|het) nam(?: nay| qua| 20\d\d)?,? (?:deu |van |da |em )*(?:duy tri{_WELL}*|(?:thuc hien|lam|trien khai){_WELL}+)"
    rf"|(?:van |deu )*duy tri{_WELL}*,? (?:la )?(?:xong|het|tron|chot)(?: (?:ca|tron))? nam)"
)
_DROP = r"(?:(?:xin|de nghi|deu|nam nay|se|cung) )*(?:khong (?:thuc hien|trien khai)(?! (?:duoc|kip|xong))|khong lam nua|(?:dung|dừng|thoi) (?:thuc hien|trien khai|khong lam|lam))(?: (?:nua|luon|nam nay))*"
_REASON = (
    r"(?:(?: ?[,:–-] ?| )(?:(?:vi|do|ly do(?: la)?)[ :]+)(?P<because>\S.*?)"
    r"|(?: ?[:–] ?|(?: ?[,-] ?| )(?=(?:cho|chua|thieu|dang|khong|het|vuong)\b))(?P<reason>\S.*?))?(?: a| nhe)*[ .!]*"
)
#: Left out of what is said: "trừ 31 còn lại duy trì", "còn lại trừ 31 duy trì", "còn lại duy trì, trừ 31".
_SPARED = re.compile(
    rf"(?:^|,? ){SPARING}(?: ra)? (?P<but>{_NUMBERS}|{_SECTION})(?: ra)?"
    r"(?:(?= ?,? (?:con lai|tat ca|toan bo|cac viec con lai|duy tri|chuyen|xong|hoan thanh|khong|se|deu)\b)|(?=(?: a| nhe)*[ .!]*$))"
)
_POLITE = r"(?: (?:a|nhe|em|anh|chi|giup em))*[ .!]*"
_STATEMENTS = (
    (re.compile(rf"{_WHO}[,:]? {_PROMISE}{_POLITE}"), SortedAs.LAST),
    (re.compile(rf"(?:xong|hoan thanh) {_WHO} (?:{_BY})(?:,? uoc)?{_POLITE}"), SortedAs.LAST),
    (re.compile(rf"{_WHO}[,:]? {_CARRY}{_REASON}"), SortedAs.CARRY),
    (re.compile(rf"chuyen (?:viec )?{_WHO} (?:sang )?{_NEXT_YEAR}{_REASON}"), SortedAs.CARRY),
    (re.compile(rf"{_WHO}[,:]? {_DROP}{_REASON}"), SortedAs.DROP),
    (
        re.compile(rf"(?:xin |de nghi )?(?:khong (?:thuc hien|trien khai)|dung thuc hien) {_WHO}(?: nua)?{_REASON}"),
        SortedAs.DROP,
    ),
    (re.compile(rf"{_WHO}[,:]? (?:{_KEEP}|{_KEEP_DOING}|{_KEPT_WELL}){_POLITE}"), SortedAs.KEEP),
    (re.compile(rf"(?:de |xin )?duy tri {_WHO}{_POLITE}"), SortedAs.KEEP),
)
#: A comma parts two statements where the second one begins as one does.
_NEXT = re.compile(
    rf"[,.]\s+(?=(?:(?:con |nhung )?rieng {_NUMBERS}\b|(?:{_NUMBERS}|{_REST}|{_ALL}|{_SECTION}),? (?:(?:se|uoc|xin|van|la|du kien|deu) )*(?:xong|hoan thanh|chuyen|duy tri|(?:ca|suot|quanh) nam|khong (?:thuc hien|trien khai|lam nua)|(?:dung|thoi) (?:thuc hien|trien khai))\b))"
)
#: Set apart from what was said before: "54-58 không thực hiện, riêng 57 duy trì".
_APART = re.compile(rf"(?:con |nhung )?rieng (?={_NUMBERS})")
#: Of lines that are not followed, an ending all the same: "việc của phòng KT duy trì, còn lại …".
_ENDS = re.compile(
    r"\b(?:duy tri|chuyen|xong|hoan thanh|khong (?:thuc hien|trien khai|lam)|(?:dung|thoi) (?:thuc hien|trien khai|lam))\b"
)
_ONLY_NUMBERS = re.compile(rf"{_NUMBERS}")
_CLOSE = re.compile(
    r"(?:(?:em |anh |chi |xin )?chot nam(?: nay| 20\d\d)?)(?P<unit> (?!xac nhan)\S.*?)?(?P<sure>,? xac nhan)?[ .!]*"
)
#: "Đóng kế hoạch 2025": shown first, as "chốt năm" is.
_CLOSE_PLAN = re.compile(
    r"(?:(?:em |anh |chi |xin )?(?:dong|chot|ket thuc|khoa)(?: so| nam)? (?:ke hoach|kh)(?: cchc)?(?: nam)?(?: nay| 20\d\d))(?: (?:nhe|a|em|di|giup))*[ .!]*"
)
_TYPED_LATER = HALF_A_YEAR  # a day further off was meant as one that has passed


_CARRIED = re.compile(
    rf"(?:{_NUMBERS},? (?:thi )?{_CARRY}|(?:de |xin )?chuyen {_NUMBERS} (?:sang |qua )?{_NEXT_YEAR}){_REASON}"
)
_KEPT_UP = re.compile(rf"(?:{_NUMBERS}|{_REST}):?,? (?:thi )?{_KEEP}{_POLITE}")


def out_of_season(c: Clause) -> Act | Doubt | None:
    """ "31 chuyển năm sau" is no result: it is answered that no year is being closed; "9 duy trì" may be one."""
    if c.asks or c.context == "group":
        return None
    if _CARRIED.fullmatch(c.norm):
        return c.act(Intent.sort_year, mode=SortedAs.CARRY.value, reason=c.reason)
    spared = _SPARED.search(c.norm)
    said = f"{c.norm[: spared.start()]}{c.norm[spared.end() :]}".strip(" ,") if spared else c.norm
    if spared and re.match(_REST, said) and _KEPT_UP.fullmatch(said):
        return Doubt((Act(Intent.same_as_before, Slots(mode="rest", all_except=_numbers(spared["but"]))),))
    if _KEPT_UP.fullmatch(c.norm):
        mode = None if c.ids else "rest"
        told = c.act(Intent.progress, text=c.rest_after_ids, statement=c.said) if c.ids else None
        return Doubt(tuple(filter(None, (told, c.act(Intent.same_as_before, mode=mode)))))
    return None


def year_closed(text: str, directory: Directory) -> Act | None:
    """ "chốt năm", "chốt năm VHXH xác nhận": the whole message, as "chốt số liệu năm" is another matter."""
    line = read_line(text)
    if _CLOSE_PLAN.fullmatch(line.norm.strip()):
        return Act(Intent.close_year)
    found = _CLOSE.fullmatch(line.norm.strip())
    if not found:
        return None
    mode = "yes" if found["sure"] else None
    if not found["unit"]:
        return Act(Intent.close_year, Slots(mode=mode))
    typed = line.typed(*found.span("unit"))
    units = directory.unit_named(typed)
    return Act(Intent.close_year, Slots(mode=mode, unit=typed, unit_full=units[0].name)) if len(units) == 1 else None


def year_sorted(text: str, on: date, last_on: date, calendar: WorkingCalendar) -> tuple[tuple[Act, ...], str]:
    """What the message says of lines at the year's end, in order, and the rest of it, which says something else.

    `last_on`: the last date of the plan that closes; "trước 31/12" means the 31st too, as the whole year does.
    """
    acts: list[Act] = []
    rest: list[str] = []
    named: set[int] = set()
    unfollowed = False
    for piece in _pieces(text):
        line = read_line(piece)
        if apart := _APART.match(line.norm):
            line = line.part(apart.end(), len(line.norm))
        act = _statement(line, on, last_on, calendar)
        named |= set(act.slots.task_ids if act else task_ids(line)[0])
        if apart:
            acts = [_without(each, task_ids(line)[0]) for each in acts]
        if act:
            acts.append(act)
        elif not _SPARED.fullmatch(line.norm):
            rest.append(piece)
            unfollowed = unfollowed or bool(_ENDS.search(line.norm) and not task_ids(line)[0])
    if unfollowed and any(_is_rest(act) for act in acts):
        return (), text
    codes = {act.slots.code for act in acts if act.slots.code}
    return tuple(_but(act, named, codes) for act in acts), "; ".join(rest)


def year_slip_within(
    text: str, on: date, last_on: date, calendar: WorkingCalendar
) -> tuple[tuple[Act, ...], tuple[Act, ...]]:
    """What stands of "17 chuyển năm sau: chờ vốn; 7 duy trì, nhầm 8", and what is asked about in place of the slip."""
    pieces = re.split(r"[;\n]+", text)
    slips = [slip_within(piece, lambda words: list(year_sorted(words, on, last_on, calendar)[0])) for piece in pieces]
    beside = "; ".join(piece for piece, slip in zip(pieces, slips, strict=True) if not slip)
    acts, rest = year_sorted(beside, on, last_on, calendar)
    stands = not rest and all(act.slots.task_ids for act in acts)  # "còn lại" hangs on what the slip was of
    return acts if stands else (), tuple(act for slip in slips if slip for act in slip.readings)


def not_done_this_year(text: str) -> tuple[Act, ...]:
    """What may become of lines that were not done: dropped, carried into the next year, or told of this month alone."""
    line = read_line(text)
    found = None if QUESTION_END.search(line.norm) else re.fullmatch(rf"{_WHO}[,:]? {_NOT_DONE}{_REASON}", line.norm)
    if not found or not re.match(_NUMBERS, found["who"]):
        return ()
    name = "because" if found["because"] else "reason"
    reason = line.typed(*found.span(name)) if found[name] else None
    slots, because = Slots(task_ids=_numbers(found["who"]), reason=reason), f": {reason}" if reason else ""
    of = ", ".join(map(str, slots.task_ids))
    endings = ((SortedAs.DROP, "không thực hiện"), (SortedAs.CARRY, "chuyển năm sau"))
    told = line.typed(found.end("who"), len(line.norm)).strip(" ,:")
    return (
        *(
            Act(Intent.sort_year, replace(slots, mode=choice.value, statement=f"{of} {words}{because}"))
            for choice, words in endings
        ),
        Act(Intent.progress, Slots(task_ids=slots.task_ids, statement=told, text=told)),
    )


def _is_rest(act: Act) -> bool:
    return act.slots.all_except is not None and act.slots.code is None


def _but(act: Act, named: set[int], codes: set[str]) -> Act:
    """ "Còn lại" is none of the lines of which the same message says something else, or that it leaves out."""
    spared, left_out = act.slots.all_except, act.slots.but_codes
    if spared is None:
        return act
    codes = set() if act.slots.code else codes
    return act.with_slots(all_except=tuple(sorted(named.union(spared))), but_codes=tuple(sorted(codes.union(left_out))))


def _without(act: Act, apart: tuple[int, ...]) -> Act:
    return act.with_slots(task_ids=tuple(n for n in act.slots.task_ids if n not in apart) or act.slots.task_ids)


def _pieces(text: str) -> Iterator[str]:
    for part in re.split(r"[;\n]+", text):
        line, at, held = read_line(part), 0, 0
        for comma in _NEXT.finditer(line.norm):
            if _ONLY_NUMBERS.fullmatch(line.norm[at : comma.start()].strip()):
                continue  # "7, 8 xong …": one list
            yield line.part(at, comma.start()).text
            at = held = comma.end()
        if line.norm[held:].strip():
            yield line.part(at, len(line.norm)).text


def _statement(line: Line, on: date, last_on: date, calendar: WorkingCalendar) -> Act | None:
    if QUESTION_END.search(line.norm):
        return None
    spared = _SPARED.search(line.norm)
    if spared:
        line = read_line(f"{line.part(0, spared.start()).text} {line.part(spared.end(), len(line.norm)).text}")
    for pattern, choice in _STATEMENTS:
        if found := pattern.fullmatch(line.norm):
            if (
                choice is SortedAs.CARRY
                and (year := re.search(r"\bnam (20\d\d)\b", line.norm))
                and int(year[1]) <= on.year
            ):
                return None
            return _act(line, found, choice, last_on, spared["but"] if spared else "", on, calendar)
    return None


def _act(
    line: Line, found: re.Match[str], choice: SortedAs, last_on: date, but: str, on: date,
    calendar: WorkingCalendar,
) -> Act | None:  # fmt: skip
    """A promised day that has passed is kept as it was said: whoever records it says so."""
    who = found["who"]
    code, left_out = _code(who), _code(but)
    rest = not re.match(_NUMBERS, who)
    spared = () if left_out or not but else _numbers(but)
    slots = Slots(
        task_ids=() if rest else tuple(n for n in _numbers(who) if n not in spared),
        all_except=spared if rest else None,
        code=code,
        but_codes=(left_out,) if left_out else (),
        mode=choice.value,
        statement=line.text,
    )
    if choice in (SortedAs.CARRY, SortedAs.DROP):
        name = "because" if found["because"] else "reason"
        reason = line.typed(*found.span(name)) if found[name] else None
        return Act(Intent.sort_year, Slots(**{**vars(slots), "reason": reason}))
    if choice is SortedAs.KEEP:
        return Act(Intent.sort_year, slots)
    day = last_on if found["year"] else _promised(found["day"], on, last_on, calendar)
    if day is None:
        return None
    mode = SortedAs.EARLY if day < last_on else SortedAs.LAST
    return Act(Intent.sort_year, Slots(**{**vars(slots), "mode": mode.value, "date": day}))


def _code(who: str) -> str | None:
    """ "A.II" of "mục A.II"."""
    return who.split()[-1].upper() if who and re.fullmatch(_SECTION, who) else None


def _numbers(who: str) -> tuple[int, ...]:
    return task_ids(read_line("viec " + re.sub(r"\b(?:cac|viec|nhiem vu|nv|so)\b ?", "", who).replace("–", "-")))[0]


def _promised(text: str, on: date, last_on: date, calendar: WorkingCalendar) -> date | None:
    words = fold_words(text) if "ngay" in text else text
    found = when.day_in(words, on, calendar, future=True)
    if found and found[0] > last_on + _TYPED_LATER:
        found = when.day_in(words, on, calendar, future=False)
    return found[0] if found else None
