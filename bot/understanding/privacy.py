"""Questions about what is typed to the bot itself: who reads it, where it is kept, whether it listens in the group."""

import re

#: Such questions are short; what is longer tells of work.
_LONGEST = 100
_I = r"(?:em|toi|minh|tui|to|anh em|anh|chi|co|chu|bac|chung (?:toi|em|minh)|moi nguoi|nhan vien|can bo)"
_BOT = r"(?:bot|em|ban)"
_READS = r"(?:doc|xem|coi|thay|biet|nghe|theo doi|kiem tra)"
_SAVED = r"(?:luu|giu|cat|nam|ghi lai|ghi am)(?: lai| tru| giu)*"
_TYPED = re.compile(
    r"\btin nhan\b|\bdoan chat\b|\bnoi dung (?:chat|nhan|tro chuyen)\b"
    rf"|\b(?:tin|cau|gi|cai|dieu|loi|chuyen|noi dung|tam su)(?: rieng)?(?: cua)? {_I}(?: (?:da|vua|hay))?(?: (?:nhan|gui|noi|bao|chat|viet)| voi {_BOT}| cho {_BOT}|$|(?= (?:khong|nam|luu)\b))"
    rf"|\b{_I} (?:nhan|noi|chat|gui)(?: rieng| tin| chuyen| gi)*(?: (?:cho|voi|qua|len) {_BOT}\b| (?:gi|nhung gi)\b)"
    rf"|\b(?:nhan|noi chuyen|tro chuyen|chat|tam su)(?: rieng| tin)* (?:voi|cho|qua) {_BOT}\b"
)
_SOMEBODY = r"(?:ai|nguoi (?:khac|ngoai)|(?:lanh dao|sep|thu truong|truong phong|giam doc|chanh van phong|van phong|phong khac|don vi khac|chu tich)(?: \w+)?|(?:anh|chi|em|toi|minh)|(?:anh|chi|co|chu|bac) \w+)"
_READ_BY = re.compile(
    rf"\b{_SOMEBODY} (?:(?:khac|co|cung|se|ma|thi|tu|lai) )*{_READS}\b(?: duoc)?(?!.* chua$)|\b{_READS} duoc khong$"
)
#: "Tin của em" is a news item too: only who reads it at all makes it talk.
_MINE_READ_BY = re.compile(
    rf"(?=.*\btin cua {_I}\b).*\bai (?:co |ma )?{_READS} duoc\b|^tin cua {_I} (?:co )?ai {_READS}\b(?!.* chua$)"
)
_KEPT = re.compile(
    rf"\b{_SAVED} (?:o dau|dau|bao lau|may (?:ngay|thang)|khong)\b|\b{_BOT} (?:co |hay )?{_SAVED} .*\bkhong$"
)
_DATA_KEPT = re.compile(rf"\b(?:du lieu|thong tin)(?: \w+){{0,4}} (?:{_SAVED}|de) (?:o dau|dau|bao lau)\b")
_SECRET = re.compile(r"\b(?:bao mat|rieng tu|bi mat|kin dao|bi lo|lo ra|an toan)\b.*\b(?:khong|the nao|sao|chu)$")
_OF_THE_BOT = re.compile(rf"\bbot\b|\bdu lieu\b|\bthong tin(?: cua)? {_I}\b")
_IN_GROUP = re.compile(
    rf"\b{_BOT} (?:(?:co|hay|se) )*(?:{_READS}|{_SAVED})\b.*\b(?:nhom|group)\b.*\bkhong$"
    rf"|\b(?:trong|tren|o) (?:nhom|group)\b.*\b{_BOT} (?:(?:co|hay|se) )*(?:{_READS}|{_SAVED})\b.*\bkhong$"
)
_ASKS = re.compile(r"\bai\b|\bkhong$|\bdau$|\bbao lau\b|\bmay (?:ngay|thang)\b|\b(?:the nao|sao|chu)$")
_TAIL = re.compile(r"(?:(?<!cua) (?:a|vay|the|nhi|ha|em|bot|ban|em oi|bot oi|ta|day))+$")


def asks_of_privacy(norm: str) -> bool:
    said = _TAIL.sub("", norm.strip(" .!?,"))
    if len(said) > _LONGEST or not _ASKS.search(said):
        return False
    if _IN_GROUP.search(said) or _DATA_KEPT.search(said):
        return True
    if _MINE_READ_BY.search(said):
        return True
    typed = bool(_TYPED.search(said))
    if _SECRET.search(said):
        return typed or bool(_OF_THE_BOT.search(said))
    return typed and bool(_READ_BY.search(said) or _KEPT.search(said))
