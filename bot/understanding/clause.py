"""A clause with everything the rules ask of it, worked out once and only when asked."""

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from bot.understanding import when
from bot.understanding.because import reason_end, reason_span
from bot.understanding.directory import Directory, UnitFound
from bot.understanding.given_names import is_given_name
from bot.understanding.intents import Act, Intent, Slots
from bot.understanding.left_out import left_out
from bot.understanding.line import Line
from bot.understanding.listed import listed
from bot.understanding.numbers import evidence, task_ids, without_evidence
from bot.understanding.patterns import beginning, compiled, words
from bot.understanding.percents import percent
from bot.understanding.polite_end import polite_from
from bot.understanding.words import PARTICLES, QUESTION_END, asks_by_word
from jobs.rules.working_days import WorkingCalendar

DECIDERS = frozenset({"office_head", "leader", "admin"})
HEADS = DECIDERS | {"unit_head"}
_LEAD_IN = re.compile(
    r"^(?:(?:da|vang|em|anh|chi|bot|alo|a|oi|ok|thua|kinh|chao|xin chao|sep|e|dong chi|(?:em |toi )?(?:xin )?bao cao (?:anh|chi|sep|lanh dao)|"
    r"em xin bao cao|kinh gui (?:anh|chi|lanh dao))[ ,.:!]+)++"
)
#: With an "is" in front of a count: "9 là 13 văn bản".
_AFTER_IDS = re.compile(r"[ ,.:–-]*(?:thang \d{1,2}(?:/\d{4})?[ ,:]*)?(?:la (?=\d{1,6} (?!thang\b)[^\W\d]))?")
_MARK_BEFORE = re.compile(r"(?:(?:cac|nhung) )?(?:(?:dau |cong )?viec|nhiem vu|nv|muc|so|#)?(?: so)?:? ?$")
_PERSON = re.compile(
    r"\b(?:anh|chi|em|chau|co|chu|bac|dong chi|d/c|ong|ba|a|c|o|ban)\s+(?!(?:oi|a|ạ|nhe|em|anh|chi|giup|lam|xem|la|co|da|dang|viec|nhiem|phu|chu|va|xin|bao|"
    r"nhac|gui|can|muon|vao|luc|truoc|nay|ay|cho|voi|duyet|nao|khac|tra|con|may|duoc|se|ten|chua|khong|xong|tai|hang|moi|de|di|dong|quyet|nghi|"
    r"kiem|thi|thao|luan|giao|chuyen|sau|hoi|van|cung|lai|ra|the|ve|thay|nhan|nop|ghi|quan|tu|chieu|sang|mai|ngay|theo|thong|nhap|biet|thuong|phong|"
    r"toi|hom|bang|phan|doi|bo|tong|phe|het|mot (?:luot|chut|ti|lan|cai|luc)|cai|som|muon|tre|thu \d)\b)([^\s,;:.?!]+)"
)
_CALLED = re.compile(r"\b(?=((?:anh|chi|em|chau|co|chu|bac|dong chi|ong|ba)\s+(?P<name>[^\s,;:.?!]+)))")
#: Spellings that are mostly another word: "có", "chủ", "ba", "bạn".
_NO_HONORIFIC = frozenset(listed("co có chu chủ chứ chữ ba cỏ ở ơ ờ ô ong ban bản bằng bán ảnh chỉ bậc"))
_PERSON_STOP = frozenset(
    listed(
        "lam phu viec den nhe a de xu di nhac bao va thay truoc luc giup voi lo theo nop gap thuc ngay nhiem nua em chu phoi nhan"
    )
)
#: "…, các phòng khác chưa": told beside what one did oneself.
_OTHERS_NOT_YET = re.compile(
    r"(?<=[,;.] )(?:con )?(?:cac |may |nhung )?(?:phong|don vi|ben|nguoi|phan|viec|cho) (?:khac|con lai|kia)(?: thi)?(?: van)? chua(?: (?:xong|co|bao|gui|nop))?(?=[ .!]*$)"
)
#: Asked as a favour, the Centre's "hỉ" asks nothing: "em chuyển việc 16 qua cho chị Diễm giúp anh hỉ".
_SOFTENED = re.compile(
    r"^(?=.* nhi[ .!]*$)(?P<said>(?!.*\b(?:nao|gi|sao|chua|bao nhieu)\b).*\b(?:nho|phien|giup|ho)\b.*) nhi[ .!]*$"
)
_POLITELY = re.compile(
    r"(?:[,. ]*(?:anh|chi|em|sep|nho)?[ ,]*(?:xem|kiem tra|ghi nhan|duyet|xac nhan)?(?: giup| ho)?(?: em)?)? ?(?<!duyet )(?<!ky )(?<!dong )duoc (?:khong|chu|chua)(?: (?:a|anh|chi|em|nhe|sep|bot|bac|chu|co|dong chi|lanh dao|vay|ta|oi|c))*[ ?]*$"
)


@dataclass
class Clause:
    """One clause in its setting: by whom, where and when it is said, and the office it is said in."""

    line: Line
    role: str
    context: str
    on: date
    directory: Directory
    calendar: WorkingCalendar
    norm: str = field(init=False)

    def __post_init__(self) -> None:
        self.norm = self.line.norm

    @cached_property
    def core(self) -> str:
        """The norm without address, politeness and punctuation at its ends."""
        core = re.sub(r"[?!.,;:…]+$", "", self.norm.strip())
        core = _LEAD_IN.sub("", core + " ").strip() or core
        words = core.split()
        while len(words) > 1 and words[-1].strip(",.!?") in PARTICLES:
            if words[-2:] == ["tro", "giup"]:
                break
            words.pop()
        return " ".join(words).strip(" ,.!?:")

    @cached_property
    def _ids(self) -> tuple[tuple[int, ...], list[tuple[int, int]]]:
        if not self.excepted:
            return task_ids(self.line)
        found, where = task_ids(left_out(self.line)[1])
        return tuple(n for n in found if n not in self.excepted), where

    @cached_property
    def excepted(self) -> tuple[int, ...]:
        """Numbers left out: "7, 8, 17 xong trừ 8", "duyệt hết ngoại trừ việc 12", "xong hết chỉ còn 13"."""
        return left_out(self.line)[0]

    @property
    def ids(self) -> tuple[int, ...]:
        return self._ids[0]

    @property
    def ids_span(self) -> tuple[int, int] | None:
        """Where in the norm the first list of task numbers stands."""
        return self._ids[1][0] if self._ids[1] else None

    @property
    def id_spans(self) -> list[tuple[int, int]]:
        """Where in the norm the lists of task numbers stand."""
        return self._ids[1]

    @cached_property
    def names_task(self) -> bool:
        """A task is named as one ("việc 5", "#5"), not by a number alone."""
        return bool(self.ids and re.search(r"\b(?:viec|nhiem vu|nv|so) (?:so )?\d|#\d", self.norm))

    @property
    def replying(self) -> bool:
        return self.context == "reply_to_reminder"

    @property
    def decides(self) -> bool:
        return self.role in DECIDERS

    @property
    def heads(self) -> bool:
        return self.role in HEADS

    @cached_property
    def ends_asking(self) -> bool:
        said = _OTHERS_NOT_YET.sub("", self.norm) if "chua" in self.norm else self.norm
        return bool(QUESTION_END.search(_SOFTENED.sub(r"\g<said>", said)))

    @cached_property
    def asks(self) -> bool:
        return self.ends_asking or asks_by_word(self.norm)

    @cached_property
    def asks_plainly(self) -> bool:
        """A question about the facts; "được không ạ" after a request or report is only politeness."""
        polite = _POLITELY.search(self.norm) if "duoc " in self.norm else None
        if not polite:
            return self.asks
        head = self.norm[: polite.start()]
        return bool(QUESTION_END.search(head) or asks_by_word(head))

    @cached_property
    def unit(self) -> UnitFound | None:
        return self.directory.find_unit(self.line)

    @cached_property
    def percent(self) -> int | None:
        found = percent(self.norm)
        half = found == 50 and "50" not in self.norm and re.search(r"\bnữa\b", self.line.text.lower())
        return None if half else found

    @cached_property
    def evidence(self) -> str | None:
        return evidence(self.line)

    def has(self, pattern: str) -> bool:
        return words(pattern).search(self.norm) is not None

    def starts(self, pattern: str) -> bool:
        return beginning(pattern).match(self.core) is not None

    def is_just(self, pattern: str) -> bool:
        return compiled(pattern).fullmatch(self.core) is not None

    def day(self, *, future: bool = True) -> date | None:
        found = when.day_in(without_evidence(self.norm), self.on, self.calendar, future=future)
        return found[0] if found else None

    @cached_property
    def period(self) -> str | None:
        return when.period_in(self.norm, self.on)

    @cached_property
    def reason(self) -> str | None:
        """What follows "vì", "do", "lý do", as typed, up to the next clause, politeness at its end left off."""
        found = reason_span(self.line)
        return self.without_politeness(found[1], found[2]) if found else None

    @cached_property
    def without_reason(self) -> str:
        """The norm with the reason blanked, offsets kept: its days are none of the order's."""
        found = reason_span(self.line)
        return f"{self.norm[: found[0]]}{'_' * (found[2] - found[0])}{self.norm[found[2] :]}" if found else self.norm

    def without_politeness(self, start: int, end: int) -> str | None:
        return (self.line.typed(start, polite_from(self.line, start, end)) or None) if start < end else None

    @cached_property
    def rest_after_ids(self) -> str | None:
        """What stands after the task numbers, as typed: a result, a reason."""
        return None if self.after_ids is None else self.without_politeness(self.after_ids, len(self.norm))

    @property
    def after_ids(self) -> int | None:
        """Where in the norm it goes on behind the first list of task numbers."""
        span = self.ids_span
        lead = _AFTER_IDS.match(self.norm, span[1]) if span else None
        return lead.end() if lead else span[1] if span else None

    def reason_from(self, start: int) -> str | None:
        """The reason that begins at `start` without a word for it: "trả 9, thiếu số, làm lại nhé" has "thiếu số"."""
        return self.without_politeness(start, reason_end(self.line, start))

    @cached_property
    def said(self) -> str:
        """What is said of the tasks, as typed, without their numbers: "xong dự thảo" of "xong dự thảo 7"."""
        said, mark, at = "", "", 0
        for start, end in [*self._ids[1], (len(self.norm), len(self.norm))]:
            before = _MARK_BEFORE.sub("", self.norm[at:start]) if start < len(self.norm) else self.norm[at:]
            words = self.line.typed(at, at + len(before))
            said = f"{mark} ".join(filter(None, (said, words)))
            after = _AFTER_IDS.match(self.norm, end)
            at = after.end() if after else end
            mark = found.group() if (found := re.search(r"[,.:]", self.norm[end:at])) else ""
        return said or self.line.text

    @cached_property
    def person(self) -> str | None:
        """A person with the form of address, as typed; a bare given name counts after "cho", "nhắc", "hộ"."""
        if found := self.person_span:
            return self.line.typed(*found)
        for each in re.finditer(
            r"\b(?:cho|nhac|ho|sang|de|phan cong|thuc|giuc|cua) (?!thu (?:\d|hai|ba|tu|nam|sau|bay)\b)([^\s,;:.?!]+)",
            self.norm,
        ):
            if self.directory.names_somebody(self.line.typed(*each.span(1))):
                return self.line.typed(*each.span(1))
        return None

    @cached_property
    def person_span(self) -> tuple[int, int] | None:
        """Where in the norm the first person with a form of address stands."""
        for found in _PERSON.finditer(self.norm):
            typed = self.line.typed(*found.span(1))
            if self.line.typed(*found.span()).lower().split()[0] in _NO_HONORIFIC:
                continue
            if found[0].startswith("o ") and self.line.text.isascii():
                continue  # "ở Trung tâm"
            if typed.isupper() and self.unit and self.unit.start <= found.start(1) < self.unit.end:
                continue  # "nhắc giúp anh VP"
            if typed[:1].isdigit() or not self._is_name(found[0], typed):
                continue
            end = found.end()
            while more := re.match(r" ([^\s,;:.?!]+)", self.norm[end:]):
                word = self.line.typed(end + 1, end + more.end())
                if not word[:1].isupper() or more[1] in _PERSON_STOP or word.isupper():
                    break
                end += more.end()
            return found.start(), end
        return next((f.span(1) for f in _CALLED.finditer(self.norm) if self._names(f)), None)

    def _names(self, found: re.Match[str]) -> bool:
        """ "Em Thảo", "anh Quân": words of other meanings too, written as the name."""
        typed = self.line.typed(*found.span("name"))
        address = self.line.typed(*found.span(1)).lower().split()[0]
        return typed[:1].isupper() and not typed.isupper() and is_given_name(typed) and address not in _NO_HONORIFIC

    def _is_name(self, addressed: str, typed: str) -> bool:
        """Written with a capital; in small letters a colleague's name, or one that people bear."""
        if typed[:1].isupper():
            return True
        lowly = addressed.startswith(("em ", "chau ", "a ", "c ", "o ", "ban "))
        return not lowly and (self.directory.names_somebody(typed) or is_given_name(typed))

    @cached_property
    def person_meant(self) -> str | None:
        """The person a question is about: written as a name, of the office, or behind "của"; no "anh coi", "chú một"."""
        found = self.person_span
        if not found:
            return self.person
        name = self.line.typed(*found).split()[-1]
        owned = re.search(r"\bcua (?:dong chi )?$", self.norm[: found[0]])
        return self.person if name[:1].isupper() or owned or self.directory.names_somebody(name) else None

    def act(self, intent: Intent, **slots: Any) -> Act:
        """An act on the tasks named, or on all but some; None values stay empty."""
        slots.setdefault("task_ids", self.ids)
        if self.excepted and not slots["task_ids"]:
            slots.setdefault("all_except", self.excepted)
        return Act(intent, Slots(**slots))

    def unit_slots(self) -> dict[str, Any]:
        found = self.unit
        if not found:
            return {}
        full = found.units[0].name if len(found.units) == 1 else None
        return {"unit": self.line.typed(found.start, found.end), "unit_full": full}


@dataclass(frozen=True)
class Doubt:
    """More than one reading; the first is the likeliest and nothing is changed before an answer."""

    readings: tuple[Act, ...]
