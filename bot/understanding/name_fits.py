"""How a typed name is compared with the one meant: a slip in a long word, "và" left off, another place of the tone."""

import re
import unicodedata
from functools import lru_cache

from bot.understanding.listed import listed
from jobs.rules.text import fold

_STOP = frozenset(
    listed(
        "da con chua co den toi dang the nao lam nop bao gui xong viec cho ve tien do qua sap duoc may ai cua em anh chi roi a nhe thang"
        " tuan quy nam nay hom khong trong phu trach chu tri phoi hop giup di ra sao nhu so cham tre nhiem thi"
    )
)


@lru_cache(maxsize=4096)
def spelt(word: str) -> tuple[str, ...]:
    """The word without the place of its tone: "Hòa" and "Hoà" are one name."""
    parts = unicodedata.normalize("NFD", word.lower())
    return fold(word), *sorted(c for c in parts if unicodedata.combining(c)), *("đ" for c in parts if c == "đ")


def fitting(words: list[re.Match[str]], name: list[str]) -> tuple[int, int]:
    """How many typed words fit the unit's name in order (beyond the kind of unit), and where the last one ends."""
    at = 0
    count = 0
    end = 0
    for i, word in enumerate(words):
        typed = word.group()
        if i == 0 and typed in ("p", "ben", "bo", "don", "tt"):
            continue
        hit = next((k for k in range(at, len(name)) if _alike(typed, name[k])), None)
        if hit is None or (i > 0 and typed in _STOP and typed not in _next(name, at) + (name[1:2] if not at else [])):
            break
        if not count and typed != name[hit] and len(name[hit]) < 5:
            break  # "bản tổng hợp" is not the unit of "hạ tầng"
        at = hit + 1
        if typed not in ("phong", "ban", "trung", "tam", "va", "vi", "phan"):
            count += 1
            end = word.end()
    return count, end


def _next(name: list[str], at: int) -> list[str]:
    """The word of a name that may come there: its "và" is mostly left off, "Kinh tế, Hạ tầng (và) Đô thị"."""
    return name[at : at + (2 if name[at : at + 1] == ["va"] else 1)] or [""]


@lru_cache(maxsize=8192)
def _alike(typed: str, wanted: str) -> bool:
    from rapidfuzz.distance import OSA  # when the first name is looked for: a start need not wait for it

    return typed == wanted or (
        len(typed) >= 4
        and len(wanted) >= 4
        and (len(typed) >= 5 or typed[0] == wanted[0])
        and OSA.distance(typed, wanted, score_cutoff=1) <= 1
    )
