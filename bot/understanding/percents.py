"""How far the work is, of a chat line: "80%", "một nửa", "ba phần tư"."""

import re

#: "xong 2/3" and nothing else: of a task by its number it may be a day.
_FRACTION = re.compile(
    r"^(?:(?:da|em|moi|lam|hien|vua) )*(?:xong|hoan thanh|duoc) (?:(?:duoc|khoang|tam) )?(\d)/(\d|10)(?: (?:cua )?(?:viec|nhiem vu|nv)(?: so)? #?\d+)?(?:,? (?:roi|a|nhe|em|anh|chi|thoi|day))*[ .!]*$"
)

_PARTS_SAID = {"mot": 1, "1": 1, "hai": 2, "2": 2, "ba": 3, "3": 3, "tu": 4, "bon": 4, "4": 4, "5": 5, "nam": 5}
#: "ba phần tư", "hai phần ba"
_PART_SAID = re.compile(r"\b(mot|hai|ba|[1-3]) phan (tu|bon|ba|nam|[345])\b(?! (?:viec|so|ngay|thang|khi))")


#: A share of people or cases, not of the work: "98% hài lòng", "đúng hạn 99,2%", "tỷ lệ trực tuyến đạt 85%".
_MEASURED = r"(?:hai long|dong y|dong tinh|ung ho|dung han|truoc han|som han|tre han|qua han|truc tuyen|toan trinh|tham gia|tham du|co mat|tra loi)"
_MEASURED_BEHIND = re.compile(
    rf" (?:so )?(?:(?!ke hoach|khoi luong|cong viec|tien do|chi tieu)\w+ ){{0,4}}?(?:rat )?{_MEASURED}\b"
)
_MEASURED_BEFORE = re.compile(
    rf"\b(?:{_MEASURED}|(?:ty|ti) le(?: \w+){{1,6}})(?: (?:la|dat|chiem|tren|khoang|duoc))*[:,]? $"
)


_NOW = re.compile(r"[,;] (?:(?:con|nay|den|va|thi) )*(?:thang|ky|quy|gio|den) (?:nay|gio)\b")


def _measures(norm: str, share: re.Match[str]) -> bool:
    return bool(_MEASURED_BEHIND.match(norm, share.end()) or _MEASURED_BEFORE.search(norm[: share.start()]))


def percent(norm: str) -> int | None:
    """0 to 100; "một nửa" is 50."""
    if (now := _NOW.search(norm)) and "%" in norm[now.end() :] and "%" in norm[: now.start()]:
        norm = norm[now.end() :]  # "tháng trước 66%, tháng này 67%"
    # How much more or less than before, or how much is left, is not how far the work is.
    apart = r"(?<!tang )(?<!giam )(?<!con )(?<!thieu )(?<!hon )(?<!vuot )(?<!lai )(?<!them )(?<!\d)(?<!\d[.,])"
    shares = re.finditer(rf"{apart}(\d{{1,3}})(?:[.,]\d+)? ?(?:%|phan tram)", norm)
    if found := next((each for each in shares if not _measures(norm, each)), None):
        return int(found[1]) if int(found[1]) <= 100 else None
    if (part := _FRACTION.search(norm)) and int(part[1]) < int(part[2]):
        return round(100 * int(part[1]) / int(part[2]))
    if found := re.search(r"(?<!\d)([1-9]) chuc ?(?:%|phan tram)?(?! (?:ngay|nguoi|ho|nam))", norm):
        return int(found[1]) * 10
    if part := _PART_SAID.search(norm):
        return round(100 * _PARTS_SAID[part[1]] / _PARTS_SAID[part[2]])
    return (
        50
        if re.search(
            r"\b(?:(?:mot|duoc|xong|phan|(?<!viec )(?<!vu )1) nua|50 50|nua chung)\b(?! (?:thang|nam|ngay))", norm
        )
        else None
    )
