"""Whom it is told, or surprise, in front of what is told: "dạ báo cáo anh, việc 8, 11 và 24 …", "ủa 51 mới có 1 đợt"."""

import re

_COURTESY = re.compile(
    r"(?:(?:da|vang|a|em|xin|toi|xin phep)[ ,]+)*(?:kinh )?(?:bao cao|thua|trinh)(?: (?:voi |cac )*(?:anh|chi|sep|lanh dao|chu|bac|co|dong chi|thu truong))*(?: [^\W\d]+)? ?[,:] ?(?=(?:viec|nhiem vu|nv|so|\d+|em|ben|phong|cac)\b)"
)
_SURPRISE = re.compile(
    r"(?:ua|ui|hic|hix|troi(?: oi)?)[ ,!]+(?:(?:em|anh|chi|ma)[ ,]+)*(?=(?:(?:viec|nhiem vu|nv) )?#?\d)"
)


def courtesy_end(norm: str) -> int:
    """Where the telling begins."""
    found = _COURTESY.match(norm) or _SURPRISE.match(norm)
    return found.end() if found else 0
