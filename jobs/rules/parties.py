"""Who a name in a plan's column means: a unit, everybody, somebody outside, or nobody known."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from jobs.rules.plans.units import unit_key
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


@dataclass(frozen=True)
class Meant:
    """What a name resolves to; `unit_id` only for a unit."""

    kind: PartyIs
    unit_id: int | None = None


def resolve_party(text: str, units: Mapping[str, int]) -> Meant:
    """Read one party; `units` maps every name and alias (`unit_key`) of the agency's units to its id."""
    key = unit_key(text)
    if key in units:
        return Meant(PartyIs.UNIT, units[key])
    if _COLLECTIVE.match(key):
        return Meant(PartyIs.GROUP)
    if _OUTSIDE.match(key):
        return Meant(PartyIs.OUTSIDE)
    named = _unit_at_start(key, units)
    if named is not None:
        return Meant(PartyIs.UNIT, named)
    close = process.extractOne(key, list(units), scorer=fuzz.token_sort_ratio, score_cutoff=SURE)
    return Meant(PartyIs.UNIT, units[close[0]]) if close else Meant(PartyIs.UNKNOWN)


def is_everybody(text: str) -> bool:
    """Whether a collective name needs no definition, as it says every unit; "các phòng" alone may leave a centre out."""
    key = unit_key(text)
    return bool(_EVERYBODY.match(key)) and bool(re.search(r"^(?:tat ca|toan the|moi)\b|\b(?:don vi|co quan)\b", key))


def _unit_at_start(key: str, units: Mapping[str, int]) -> int | None:
    """ "Văn phòng (Bộ phận Kế toán)" and "VP HĐND&UBND phường" begin with the unit's name; the longest name wins."""
    found = [name for name in units if len(name) > 3 and key.startswith(name + " ")]
    return units[max(found, key=len)] if found else None
