"""Who a name in a plan's column means: a unit, everybody, somebody outside, or nobody known."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jobs.rules.plans.units import unit_key
from jobs.rules.text import tidy
from storage.kinds import PartyIs

SURE = 88  # rapidfuzz score from which another spelling counts as the same name
_COLLECTIVE = re.compile(r"^(tat ca )?(cac|nhung|moi) (co quan|phong|don vi|bo phan|ban|to chuc thuoc)\b")
_ANY = "co quan|phong|don vi|bo phan|ban|to chuc"
#: Names that leave nobody out: "Tất cả các phòng, đơn vị trực thuộc", "Các cơ quan có liên quan", not "Các phòng chuyên môn".
_EVERYBODY = re.compile(
    rf"^(?:(?:tat ca|toan the) (?:(?:cac|nhung) )?|moi |cac |nhung )(?:{_ANY})(?: (?:va )?(?:cac )?(?:{_ANY}))*"
    r"(?: (?:truc thuoc|thuoc|cua|trong|co lien quan|lien quan|co quan|ubnd|phuong|xa|ban quan ly|ban))*$"
)
_OUTSIDE = re.compile(
    r"^(so |bo |ubnd tinh|ubnd xa|hdnd tinh|tinh |trung uong|chinh phu|van phong ubnd tinh|bao |dai |cong an|mttq|mat tran"
    r"|doan |chi doan|hoi |to dan pho|doanh nghiep|nguoi dan|bao hiem|thue |ngan hang|kho bac|quan su)"
)
_ABBREVIATED = {
    "hdnd": "hoi dong nhan dan", "ubnd": "uy ban nhan dan", "mttq": "mat tran to quoc", "bql": "ban quan ly",
    "bqlda": "ban quan ly du an", "bch": "ban chi huy", "bcd": "ban chi dao", "cntt": "cong nghe thong tin",
}  # fmt: skip
_CONNECTORS = {"va", "cua", "thuoc", "ve"}
_HEAD_ALONE = re.compile(r"phong|trung tam|ban(?: quan ly| chi huy| chi dao)?|to|doi|khoa|tram|hoi|bo phan")
_LONGEST = 200  # letters of a name; what a cell says beyond tells nothing of whose it is
_LONG_ENOUGH = 3  # letters of an abbreviation that may leave a part of the name out: "TT HCC"
#: A level after a name. Offices this is made for stand at the lowest one, so that "tỉnh" is another's and "phường" ours.
_LEVEL = re.compile(
    r"^(?P<name>[^()]+?)(?P<of>(?:[\s(,-]+(?:ubnd|hđnd|hdnd|ủy ban nhân dân|uỷ ban nhân dân|hội đồng nhân dân|của|thuộc|trực thuộc|và|&))*)"
    r"[\s(,-]+(?:(?P<theirs>tỉnh|tinh|thành phố|thanh pho|tp|trung ương|trung uong|tw|(?-i:Sở)(?= \w))"
    r"|phường|phuong|xã(?! hội)|xa(?! hoi)|thị trấn|đặc khu|dac khu|huyện|huyen)(?!\w)",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\([^()]*\)?")
#: What may follow a unit's name and leave it that unit: whose it is, a part of it, a person in it, what it does.
_FOLLOWS = re.compile(
    r"(?:ubnd|hdnd|cua|thuoc|truc thuoc|ban quan ly|bql|so$|co quan|bo phan|to|nhom|dong chi|d c|ong|ba|anh|chi|can bo|cong chuc"
    r"|chuyen vien|lanh dao|truong phong|pho|phu trach|chu tri|phoi hop|thuc hien|tham muu|dau moi)\b"
)


@dataclass(frozen=True)
class Meant:
    """What a name resolves to; `unit_id` only for a unit."""

    kind: PartyIs
    unit_id: int | None = None


def resolve_party(text: str, units: Mapping[str, int]) -> Meant:
    """Read one party; `units` maps every name and alias (`unit_key`) of the agency's units to its id.

    Abbreviations ("P. VHXH", "VP UBND") mean a unit where they fit just one. A unit of a province, a city or a
    department ("… tỉnh", "… Sở Nội vụ") is outside unless one of ours is called so.
    """
    key = unit_key(text)
    if key in units:
        return Meant(PartyIs.UNIT, units[key])
    if _COLLECTIVE.match(key):
        return Meant(PartyIs.GROUP)
    plain = tidy(text)[:_LONGEST]
    level = _LEVEL.match(plain)
    if _OUTSIDE.match(key) or (level and level["theirs"]):
        return Meant(PartyIs.OUTSIDE)
    spellings = [_BRACKETS.sub(" ", plain)]
    if level:  # "Văn phòng UBND phường" may be our "Văn phòng UBND" or our "Văn phòng"
        spellings += [level["name"] + level["of"], level["name"]]
    named = next((found for one in spellings if (found := _unit_spelt(one, units))), frozenset())
    if not named:
        from rapidfuzz import fuzz, process  # seldom needed, and a start need not wait for it

        close = process.extractOne(unit_key(spellings[0]), list(units), scorer=fuzz.token_sort_ratio, score_cutoff=SURE)
        named = frozenset({units[close[0]]}) if close else named
    return Meant(PartyIs.UNIT, *named) if len(named) == 1 else Meant(PartyIs.UNKNOWN)


def is_everybody(text: str) -> bool:
    """Whether a collective name needs no definition, as it says every unit; "các phòng" alone may leave a centre out."""
    key = unit_key(text)
    return bool(_EVERYBODY.match(key)) and bool(re.search(r"^(?:tat ca|toan the|moi)\b|\b(?:don vi|co quan)\b", key))


def _unit_spelt(text: str, units: Mapping[str, int]) -> frozenset[int]:
    """The units a text names: by name, by name and more, by a whole abbreviation, by a part of the name."""
    key = unit_key(text)
    if key in units:
        return frozenset({units[key]})
    named = _unit_at_start(key, units)
    if named is not None:
        return frozenset({named})
    tokens = _words(key)
    joined = "".join(tokens)
    whole = {units[name] for name in units if _fits(tokens, _words(name)) or joined == "".join(_words(name))}
    if whole or not tokens or _HEAD_ALONE.fullmatch(" ".join(tokens)):
        return frozenset(whole)
    return frozenset(units[name] for name in units if _fits(tokens, _words(name), in_part=True))


def _unit_at_start(key: str, units: Mapping[str, int]) -> int | None:
    """The unit whose name begins the text, the longest where several do, if what follows only says more of it.

    "Văn phòng đồng chí Hà" is the unit "Văn phòng"; "Văn phòng Đảng ủy" is another body, of which the caller has to ask.
    """
    found = [name for name in units if len(name) > 3 and key.startswith(name + " ")]
    longest = max(found, key=len, default="")
    return units[longest] if longest and _FOLLOWS.match(key[len(longest) + 1 :]) else None


def _words(key: str) -> list[str]:
    """The words that tell one unit from another, usual abbreviations of bodies written out."""
    written = " ".join(_ABBREVIATED.get(word, word) for word in key.split())
    return [word for word in written.split() if word not in _CONNECTORS]


def _fits(tokens: list[str], words: list[str], *, in_part: bool = False) -> bool:
    """Whether each token is a word of the name or the initials of some, in order: "p", "vhxh" of "phong van hoa xa hoi".

    `in_part`: words may be left out after the first, where an abbreviation is long enough to tell.
    """
    ends = {0}
    for n, token in enumerate(tokens):
        starts = range(min(ends), len(words)) if in_part and n else ends
        short = not (in_part and n) or len(token) >= _LONG_ENOUGH
        ends = {at + size for at in starts for size in _sizes(token, words[at:], short)}
        if not ends:
            return False
    return in_part or len(words) in ends


def _sizes(token: str, words: list[str], short: bool) -> Iterator[int]:
    """How many of the first words a token stands for; initials only where `short` allows them."""
    if words and words[0] == token:
        yield 1
    if (
        short
        and len(words) >= len(token)
        and all(word[0] == letter for word, letter in zip(words, token, strict=False))
    ):
        yield len(token)
