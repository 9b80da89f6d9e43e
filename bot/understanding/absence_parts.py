"""An absence told in parts and in any order: on which days, who, where he is, who stands in: "tuần sau tôi đi Hà Nội, anh Bình thay"."""

import re
from dataclasses import dataclass
from datetime import date

from bot.understanding.directory import Directory
from bot.understanding.intents import Act, Intent, Slots
from bot.understanding.rules.absence import ADDRESS, DAY_WORD, SELF, SO_LONG, SUBSTITUTE, away_at_once
from bot.understanding.words import QUESTION_END
from jobs.rules.deadlines.chat_ranges import Span, read_range
from jobs.rules.text import fold, tidy
from jobs.rules.working_days import WorkingCalendar

_LONGEST = 160  # letters
_END = r"(?:[ ,]+(?:giup|gium|dum|ho|nhe|nha|a|em|bot|luon|voi|toi|chi|anh|minh|cho|het|duoc roi))*[ .!]*"
_STANDS_IN = re.compile(
    rf"(?:[,;.] ?| (?=(?:nho|giao|de|uy quyen) ))(?:(?:thi|va|con|roi|(?:co|neu co) (?:viec |chuyen )?(?:gi|gap)(?: thi)?) )?(?:{SUBSTITUTE}){_END}$"
)
_DOES = r"(?:duyet|ky|quyet|quyet dinh|lo|xu ly|giai quyet|truc|lam|phu trach|nhan|dieu hanh|trong|coi|giu)"
_HERE = r"(?:(?:thay|giup|ho|cho|phong|co quan|trung tam|van phong|don vi|ban|nha|o nha|viec) )*(?:thay|giup|ho|cho|phong|co quan|trung tam|van phong|don vi|ban|nha|viec)"
#: Who looks after it meanwhile stands in: "có gì thì Quân duyệt thay", "Vinh trông phòng giúp", "việc gì để Bình".
_MEANWHILE = re.compile(
    rf"(?:[,;.] ?| (?=(?:neu )?co (?:viec |chuyen )?gi\b))(?:(?:(?:neu )?(?:co )?(?:viec |chuyen )?gi(?: gap| can)?(?: thi)?|(?:moi |cong )?viec(?: phong| co quan)?(?: thi)?|phong(?: minh)?(?: thi)?),? (?:(?:de|cho|giao|nho|cu) )*"
    rf"(?P<who>(?:{ADDRESS} )?[a-z]+)(?: {_DOES})*(?: {_HERE})?|(?P<keeps>(?:{ADDRESS} )?[a-z]+) (?:se )?{_DOES} {_HERE})(?: {ADDRESS})?{_END}$"
)
#: "Tôi" is no "tới".
_SENDER = re.compile(r"\btôi\b|\btoi\b(?= (?:di|nghi|ban|xin|se|vang|co lich|phai|bi)\b)", re.I)
#: A colleague, and no day: right in front of what she does, or with a capital within the sentence.
_CALLED_MAI = re.compile(r"(?<=[^\s.!?] )Mai\b|\b[Mm]ai(?= (?:nghỉ|nghi|đi|ốm|om|bị|xin|được|vắng|vang)\b)")
_SPAN = re.compile(rf"(?<![\w/]){DAY_WORD}(?:[ ,]{{1,2}}{DAY_WORD})*(?![\w/]|[-.]\d)")
_DAY_SAID = re.compile(
    r"\d[/.-]\d|\b(?:sang nay|chieu)\b|\b(?:ngay|tu|den|toi) \d|\d (?:ngay|hom|bua|buoi|tuan)\b|\b(?:(?:ca|suot) (?:ngay|buoi)|mai|kia|hom nay|tuan|thang|thu (?:[2-7]|hai|ba|tu|nam|sau|bay)|chu nhat|cn|t[2-7])\b"
)
_ALL_DAY = re.compile(r"^(?:ca|suot) (?:ngay|buoi)(?: nay| hom nay)?$")
#: No day is said with it, so it is this one: "nghỉ nay", "chiều nghỉ nha".
_TODAY = re.compile(rf"{_ALL_DAY.pattern}|^(?:nay|sang nay|chieu)$")
_OF_A_WEEK = re.compile(r"(?:trong |ca |suot )?(?:tuan|thang) (?:nay|sau|toi)")
_VERB = re.compile(
    r"\b(?P<off>off|nghi(?! (?:la|rang|trua|giai lao|huu|han|luon|he|ngoi|xem|sao|gi|toi|le|tet))|vang(?: mat)?|cong tac|di (?:phep|nghi|tham quan|du lich|hoc|tap huan))\b|\b(?P<goes>di(?! (?:lam|ve|kiem tra|gui|nop|lay|in|ky|den|toi|lai))|ve que|ban|ket|hop)\b"
)
_BECAUSE = r"(?:(?:ban|co|vuong|lo) (?:viec(?: (?:nha|rieng|gia dinh|dot xuat))?|dam (?:cuoi|gio|tang|hoi))|(?:om|benh|met|sot)(?: (?:qua|nang))?)"
_BEFORE_VERB = re.compile(
    rf"(?:\b(?:da|di|vang|ok|em oi|bot oi|xin|xin phep|se|phai|duoc|dang|con|bao|co lich|lai|bi|cung|thi|nen|tam|{_BECAUSE})\b,? ?)+"
)
#: Of work, asked, or supposed: nobody tells of his absence by it.
_OTHER = re.compile(
    r"\b(?:viec(?! (?:rieng|nha|gia dinh))|nhiem vu|xong|nop|lui|gia han|moc|neu|khi nao|bao gio|ai|may gio|ho so|ke hoach|bao cao|thi xin|cong van|ra soat|hoi thi|to chuc|nhac|co gi|goi|lien he|hoi)\b|\d"
)
_INSTEAD_OF = rf"(?P<sub>(?:{ADDRESS} )?(?!{ADDRESS}\b)[a-z]+(?: [a-z]+){{0,3}}?) (?:se |lam |truc |la nguoi )*thay(?: the)?(?: cho)? (?P<who>(?:{ADDRESS}|toi|minh|tui)(?: (?!tu\b|trong\b|tuan\b|ngay\b|mai\b|thu\b|den\b)[a-z]+)?)"
_OFF_NOW = re.compile(r"\b(?:nghi|off|vang|benh|om) nay$")
#: Why he is off, and courtesy.
_NO_MORE = re.compile(
    r"(?:[ ,.!]|(?:da|xin|phep|cho|om|benh|bi|sot|met|kham|viec|rieng|nha|nhe|a|bot|oi|luon|het|bua|buoi|con|co|em|anh|chi|e|c|toi|minh)\b)*"
)
_STANDS_FOR = re.compile(
    rf"(?:(?P<before>{DAY_WORD}(?: {DAY_WORD})*),? )?{_INSTEAD_OF}(?:,? (?P<days>{DAY_WORD}(?: {DAY_WORD})*))?{_END}"
)


def away(text: str, on: date, calendar: WorkingCalendar, directory: Directory) -> Act | None:
    """An absence; None for anything else. Without `person` the sender means himself; `partner` is who stands in."""
    told = _away(text, on, calendar, directory)
    meant = (
        tidy(text)
        if told and directory.people_named(told.slots.partner or "")
        else _who_stands_in(tidy(text), directory)
    )
    return (_away(meant, on, calendar, directory) if meant != tidy(text) else None) or told


#: Behind a whole absence it asks leave for it: "… chị Hà thay được không ạ".
_MAY_I = re.compile(
    r"[, ]+(?:có |co |vậy |vay )?(?:được|đc|dc|duoc|ok) (?:không|khong|ko|k|kg|hông|hong|hem|chứ|chu|hả|ha|chưa|chua)(?: (?:ạ|a|nhé|nha|anh|chị|chi|em|sếp|bot|vậy))*[ ?.!]*$",
    re.I,
)


def leave_asked(text: str, on: date, calendar: WorkingCalendar, directory: Directory) -> Act | None:
    """The absence that somebody asks leave for; it is said back before it is kept."""
    found = _MAY_I.search(text) if len(text) <= _LONGEST else None
    return away(text[: found.start()], on, calendar, directory) if found else None


def _away(text: str, on: date, calendar: WorkingCalendar, directory: Directory) -> Act | None:
    told = away_at_once(text, on, calendar, directory)
    plain = told and (told.slots.date or told.slots.mode == "leaves" or SO_LONG.search(fold(text)))
    return told if plain else _In(tidy(text), on, calendar, directory).told() or told


def _who_stands_in(whole: str, directory: Directory) -> str:
    """Who looks after it meanwhile, said as "… thay"; any other text as it is."""
    found = _MEANWHILE.search(fold(whole)) if len(whole) <= _LONGEST else None
    name = whole[slice(*found.span("who" if found["who"] else "keeps"))] if found else ""
    return f"{whole[: found.start()]}, {name} thay" if found and directory.people_named(name) else whole


@dataclass(frozen=True)
class _In:
    whole: str
    on: date
    calendar: WorkingCalendar
    directory: Directory

    def told(self) -> Act | None:
        typed = _SENDER.sub("tui", self.whole)
        folded = fold(_CALLED_MAI.sub("maj", typed) if self.directory.people_named("Mai") else typed)
        told = self._told_in(folded)
        if not told and folded.startswith("maj") and not _STANDS_IN.search(folded):  # "Mai nghỉ" is tomorrow then
            return self._told_in(fold(typed))
        return told

    def _told_in(self, said: str) -> Act | None:
        last = self.whole.split()[-1].strip(".! ") if self.whole else ""
        asks = QUESTION_END.search(said) and not (last[:1].isupper() and self.directory.people_named(last))  # "chị Hà"
        if len(said) > _LONGEST or "?" in said or asks:
            return None
        if not re.search(r"\b(?:nghi|off|vang|cong tac|di|ve|ban|ket|hop|thay)\b", said):  # most messages are none
            return None
        return self._instead_of(said) or self._in_parts(said)

    def _instead_of(self, said: str) -> Act | None:
        """ "Anh Tâm thay chị từ 13 đến 15/10": that somebody is away follows from it, and is asked about."""
        found = _STANDS_FOR.fullmatch(said)
        days = self._days([each for each in (found["before"], found["days"]) if each]) if found else None
        if not found or not days:
            return None
        partner, typed = self.whole[slice(*found.span("sub"))], self.whole[slice(*found.span("who"))]
        himself = SELF.fullmatch(found["who"])
        if not self.directory.people_named(partner) or not (himself or self.directory.people_named(typed)):
            return None
        return _absence(None if himself else typed, partner, days, "deputy")

    def _in_parts(self, said: str) -> Act | None:
        stands = _STANDS_IN.search(said)
        partner = self.whole[slice(*stands.span("sub"))] if stands else None
        if stands and not self.directory.people_named(partner or ""):
            if stands["stands"]:
                return None
            stands = partner = None
        lead = said[: stands.start()] if stands else said
        spans = [
            found
            for found in _SPAN.finditer(lead)
            if _DAY_SAID.search(found[0]) or _OFF_NOW.search(lead[: found.end()])
        ]
        days = self._days([found[0] for found in spans])
        rest = lead
        for found in reversed(spans):
            rest = rest[: found.start()] + " " * (found.end() - found.start()) + rest[found.end() :]
        verb = next((v for v in _VERB.finditer(rest) if v["off"]), None) or _VERB.search(rest)
        if not days or not verb or _OTHER.search(rest):
            return None
        known, person = self._subject(rest, verb.start())
        if not known:
            return None
        if verb[0] == "hop" and not (person or self._speaks(rest, verb.start())):
            return None
        if partner is None:
            long = days[1] > days[0] or any(_ALL_DAY.match(found[0].strip()) for found in spans)
            away = verb["off"] or (long and verb[0].startswith("di"))
            himself = person or self._speaks(rest, verb.start()) or self._only_says(rest, verb, spans)
            return _absence(person, None, days, None) if away and himself else None
        plain = bool(verb["off"] or (stands and stands["stands"]))
        return _absence(person, partner, days, None if plain else "deputy")

    def _days(self, said: list[str]) -> Span | None:
        """The days said in one place or two: "tuần sau … từ thứ 2 đến thứ 4", "mai … một ngày"."""
        said = ["hom nay" if _TODAY.match(each.strip()) and len(said) == 1 else each.strip() for each in said]
        either = [" ".join(said), *reversed(said)]
        if len(said) == 2 and _OF_A_WEEK.fullmatch(said[0].strip()):
            either.insert(0, f"{said[1]} {said[0]}")
        found = (read_range(days, self.on, self.calendar) for days in either)
        return next((span for span in found if span), None)

    def _subject(self, rest: str, verb: int) -> tuple[bool, str | None]:
        """Who it is, named right in front of the verb; the sender where nobody is."""
        begin = max((found.end() for found in re.finditer(r"[,;.:]", rest[:verb])), default=0)
        left = _BEFORE_VERB.sub(lambda found: " " * len(found[0]), rest[begin:verb])
        words = left.strip()
        if not words or SELF.fullmatch(words):
            return True, None
        at = begin + left.find(words)
        typed = self.whole[at : at + len(words)]
        return bool(self.directory.people_named(typed)), typed

    def _only_says(self, rest: str, verb: re.Match[str], spans: list[re.Match[str]]) -> bool:
        """ "Mai nghỉ nhé": of a working day, and no more; a date may be a day on which all are off."""
        said = " ".join(found[0] for found in spans)
        plain = _NO_MORE.fullmatch(f"{rest[: verb.start()]} {rest[verb.end() :]}") and not re.search(r"\d[/.-]\d", said)
        days = self._days([found[0] for found in spans]) if plain else None
        return bool(days and (days[1] > days[0] or self.calendar.is_working(days[0])))

    @staticmethod
    def _speaks(rest: str, verb: int) -> bool:
        return bool(re.search(r"\b(?:anh|chi|em|toi|minh|tui|e|a|c)\b[^,;.]*$", rest[:verb]))


def _absence(person: str | None, partner: str | None, days: Span, mode: str | None) -> Act:
    until = days[1] if days[1] != days[0] else None
    return Act(Intent.absence, Slots(person=person, partner=partner, date=days[0], until=until, mode=mode))
