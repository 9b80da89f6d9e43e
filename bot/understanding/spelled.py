"""Numbers said in words: "nhiệm vụ hai mươi mốt", "năm mươi lăm phần trăm", "mười ngày". Voice typing writes them so."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.understanding.listed import listed
from jobs.rules.text import fold_aligned

_DIGITS = {"hai": 2, "ba": 3, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9}
_HUNDREDS = {"mot": 1} | _DIGITS
#: Behind "mươi" no "năm": "hai mươi năm" are years.
_UNITS = {"một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "lăm": 5, "nhăm": 5, "sáu": 6, "bảy": 7, "bẩy": 7}
_UNITS |= {"tám": 8, "chín": 9}
_PLAIN_UNITS = {fold_aligned(word): number for word, number in _UNITS.items()}
_SHORT_UNITS = {"mốt": 1, "lăm": 5, "nhăm": 5}
#: One syllable is a number in few places only: without accents it is mostly another word, with them often a name.
_ONES = {word: n for word, n in _UNITS.items() if word not in ("mốt", "lăm", "nhăm")} | {"năm": 5}
_MARKS = frozenset(listed("viec vc nv so task"))
_AND = frozenset(listed("va voi lan"))
#: "việc hai phòng", "việc một cửa", "việc năm nay" name no task.
_COUNTS_SOMETHING = frozenset(
    listed(
        "cua so vai nay sau truoc phong ben nguoi don ngay tuan thang nam quy to xa phuong bo nha ban dong chi anh nhom tin bai cai"
        " lan buoi gio phan cong hom doi muoi tram ngoai toi hoc khu cap chieu mat loai dia"
    )
)
_LENGTHS = frozenset(listed("ngay tuan thang tieng gio phut hom bua"))
_IN_LENGTHS = frozenset(listed("bốn năm sáu bảy bẩy tám chín bon chin"))
_NO_LENGTH_BEHIND = frozenset(
    listed("thu thang quy nam ngay tuan cuoi dau het ca moi hang giua lop khoi trong nua ruoi")
)
_NAMED = frozenset(listed("anh chi em co chu bac ong ba cau mo di thim duong"))
_WHOSE = frozenset(listed("phong em anh chi toi minh tui trung ban van"))
_EACH = frozenset(listed("moi hang mot nhung may cac"))
_HALF_DAYS = frozenset(listed("sang chieu toi trua dem ruoi kem a"))
_SAID_OF = frozenset(listed("xong deu dang chua roi vuong"))
_POLITE = frozenset(listed("roi nhe nha a em anh chi day do nghen"))
_WORD = re.compile(r"[^\W\d_]+")
#: What a number said in words begins with.
_MAY_COUNT = re.compile(
    "|".join(rf"{word}(?<![^\W\d_]{word})(?![^\W\d_])" for word in (*_HUNDREDS, "muoi", "tu", "ham", "bam"))
)


@dataclass(frozen=True)
class _Word:
    typed: str  # lower case
    plain: str
    start: int
    end: int


def spelled(text: str) -> list[tuple[int, int, int]]:
    """Where numbers said in words stand in tidy text, and what they are: (start, end, number)."""
    plain = fold_aligned(text).lower()
    if not _MAY_COUNT.search(plain):
        return []
    lower = text.lower()
    words = [_Word(lower[slice(*m.span())], m.group(), *m.span()) for m in _WORD.finditer(plain)]
    return list(_Reader(text, words).numbers())


class _Reader:
    def __init__(self, text: str, words: list[_Word]) -> None:
        self.text, self.words = text, words
        self.unaccented = text.isascii()

    def numbers(self) -> Iterator[tuple[int, int, int]]:
        at, last = 0, -1
        while at < len(self.words):
            found = self._long(at) or self._one(at, listed_before=last)
            if found is None:
                at += 1
                continue
            number, stop = found
            yield self.words[at].start, self.words[stop - 1].end, number
            at = last = stop

    def plain(self, at: int) -> str:
        """The word there; nothing where a mark parts it from the word before."""
        return self.words[at].plain if 0 <= at < len(self.words) and self._joined(at) else ""

    def _joined(self, at: int) -> bool:
        return at == 0 or self.text[self.words[at - 1].end : self.words[at].start] == " "

    def _long(self, at: int) -> tuple[int, int] | None:
        hundreds = _HUNDREDS.get(self.words[at].plain, 0) if self.plain(at + 1) == "tram" else 0
        if not hundreds:
            return self._tens(at)
        if self.plain(at + 2) in ("linh", "le") and (unit := _HUNDREDS.get(self.plain(at + 3))):
            return hundreds * 100 + unit, at + 4
        rest = self._tens(at + 2) if self.plain(at + 2) else None
        return (hundreds * 100 + rest[0], rest[1]) if rest else (hundreds * 100, at + 2)

    def _tens(self, at: int) -> tuple[int, int] | None:
        word = self.words[at]
        if word.plain in _DIGITS and not (word.typed.isascii() or word.typed in _UNITS or word.typed == "năm"):
            return None  # "tầm mười giờ"
        if word.plain in _DIGITS and self.plain(at + 1) == "muoi":
            tens, stop = _DIGITS[word.plain] * 10, at + 2
        elif word.plain in _DIGITS and self._round_tens(at + 1):
            return _DIGITS[word.plain] * 10, at + 2
        elif word.typed in ("hăm", "băm") and self._unit(at + 1):  # "việc hăm ba"
            tens, stop = (20 if word.typed == "hăm" else 30), at + 1
        elif word.typed in ("mười", "muời", "mừoi") or (word.typed == "muoi" and self.unaccented):
            tens, stop = 10, at + 1
        elif word.plain in _DIGITS and (unit := self._short_units(at).get(self._typed(at + 1))):
            return _DIGITS[word.plain] * 10 + unit, at + 2
        else:
            return None
        unit = self._unit(stop)
        if not unit and stop == at + 1 and at and self.plain(at) and self.words[at - 1].plain in _NAMED:
            return None  # anh Mười
        return (tens + unit, stop + 1) if unit else (tens, stop)

    def _round_tens(self, at: int) -> bool:
        """ "Bảy chục phần trăm", no "chức" and no "chúc"."""
        share = self.plain(at) == "chuc" and self.plain(at + 1) == "phan" and self.plain(at + 2) == "tram"
        return self._typed(at) == "chục" or (self.unaccented and share)

    def _short_units(self, at: int) -> dict[str, int]:
        """What may stand behind the tens without "mươi": "việc hai mốt", "ngày hai tám tháng mười một", "sáu lăm phần trăm"."""
        before, behind = self.plain(at - 1) if self.plain(at) else "", self.plain(at + 2)
        if (before == "ngay" and behind == "thang") or (behind == "phan" and self.plain(at + 3) == "tram"):
            return _UNITS
        if self._marked(at) and not self.unaccented and behind not in _COUNTS_SOMETHING | _LENGTHS:
            return _UNITS  # "nhiệm vụ hai tám"; no "việc hai ba người lo"
        return _SHORT_UNITS if self._marked(at) or before in ("ngay", "mung", "mong") else {}

    def _typed(self, at: int) -> str:
        return self.words[at].typed if self.plain(at) else ""

    def _unit(self, at: int) -> int:
        word = self.plain(at)
        bare = self.unaccented and word in ("sau", "tu")
        if not word or (bare and self.plain(at + 1) in ("khi", "do", "nay", "ngay", "thang", "day")):
            return 0
        return (_PLAIN_UNITS if self.unaccented else _UNITS).get(self._typed(at), 0)

    def _marked(self, at: int) -> bool:
        before = self.plain(at - 1) if self.plain(at) else ""
        return before in _MARKS or (before == "vu" and self.plain(at - 2) == "nhiem")

    def _one(self, at: int, listed_before: int) -> tuple[int, int] | None:
        """One syllable, as a task's number, a count of percents or a length of time."""
        word, after = self.words[at], self.plain(at + 1)
        if word.plain in _HUNDREDS and after == "phan" and self.plain(at + 2) == "tram":
            return _HUNDREDS[word.plain], at + 1
        number = _ONES.get(word.typed)
        if number and (self._marked(at) or self._goes_on(at, listed_before) or self._all_done(at)):
            again = after == "so" and self._typed(at + 2) in _ONES  # "số tám số tám"
            this = self._typed(at + 1) == "này"  # no "năm nay"
            counts = after in _COUNTS_SOMETHING and not (again or this or self._of_unit(at + 1))
            some = self._typed(at + 1) in _ONES and self.plain(at + 2) in _COUNTS_SOMETHING | _LENGTHS
            return None if counts or some else (number, at + 1)
        if number and (self._of_calendar(at, number) or self._hour(at) or self._pair(at)):
            return number, at + 1
        if word.typed in _IN_LENGTHS and after in _LENGTHS and self.plain(at - 1) not in _NO_LENGTH_BEHIND:
            return _DIGITS[word.plain], at + 1
        return None

    def _of_unit(self, at: int) -> bool:
        """ "Việc chín bên phòng em": whose it is, no two sides."""
        return self.plain(at) == "ben" and self.plain(at + 1) in _WHOSE

    def _of_calendar(self, at: int, number: int) -> bool:
        """ "Quý bốn", "mùng năm", "ngày tám tháng sau"; no "mỗi quý hai lần", "một ngày năm chuyến"."""
        before, after, each = self._typed(at - 1), self.plain(at + 1), self.plain(at - 2) in _EACH
        counts = after in _COUNTS_SOMETHING - {"thang", "nam"} and self._typed(at + 1) != "của"
        if not self.plain(at) or each or counts:
            return False
        quarter = before == "quý" and number <= 4
        return quarter or before in ("mùng", "mồng") or (before == "ngày" and after in ("thang", "a"))

    def _hour(self, at: int) -> bool:
        """ "Lúc ba giờ", "ba giờ chiều", "ba rưỡi sáng": an hour of the day, no "ba giờ nữa"."""
        half = self._typed(at + 1) == "rưỡi"
        behind = self.plain(at + 2)
        told = behind in _HALF_DAYS or self.plain(at - 1) in (
            "luc",
            "vao",
            "dung",
            *(("thanh", "sang", "qua") if half else ()),
        )
        return told and (half or self.plain(at + 1) == "gio")

    def _pair(self, at: int) -> bool:
        """ "Tám với chín bên phòng em", at the beginning: two tasks of which something is said."""
        first = at if self.plain(at + 1) in _AND else at - 2 if self.plain(at - 1) in _AND else -1
        told = {word.plain for word in self.words[:first]} if first >= 0 else {""}
        ones = first >= 0 and all(word.typed in _ONES for word in self.words[first : first + 3 : 2])
        stop = first + 3
        said = self.plain(stop) in _SAID_OF or self._of_unit(stop)
        return ones and said and len(self.words) > stop and told <= _POLITE | {"da", "xong"}

    def _goes_on(self, at: int, listed_before: int) -> bool:
        """ "việc hai, ba và năm": a list of them."""
        if listed_before == at:
            return self.text[self.words[at - 1].end : self.words[at].start].strip() == ","
        return listed_before == at - 1 and self.words[at - 1].plain in _AND

    def _all_done(self, at: int) -> bool:
        """ "Xong hai rồi" and nothing else."""
        rest = {word.plain for word in self.words[at + 1 :]}
        told = {word.plain for word in self.words[: at - 1]}
        done = self.plain(at - 1) == "xong" and not re.search(r"\d", self.text)
        return done and rest <= _POLITE and told <= {"da", "em"} and self.words[at].typed != "một"
