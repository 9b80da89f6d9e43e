"""Somebody is to be told to decide: "nhắn anh Tâm duyệt 7 giúp em", "việc 7 nhờ chị Hà xem". No result, and no verdict."""

import re

from bot.understanding.clause import Clause
from bot.understanding.intents import Act, Intent

_TELL = r"(?:(?:em |toi )?(?:nho|nhan(?: tin)?|bao|noi|thua|xin|moi|giuc|hoi)(?: (?:voi|cho|giup|ho|lai|tin|gap|luon)){0,2})"
_WHOM = r"(?:anh|chi|co|chu|bac|sep|thay|ong|ba|dong chi|lanh dao|truong phong|pho phong|chanh van phong|thu truong)(?: (?!da\b|chua\b|vua\b)[^\W\d]+){0,4}?"
_DECIDE = r"(?:som |gap )?(?:phe duyet|ky duyet|duyet|xac nhan|xem xet|xem(?: va| roi)? duyet)(?: (?:xong|hoan thanh|giup|cho))*"
_TASKS = r"(?:(?:cac )?(?:viec|nhiem vu|nv|bao cao|so|ket qua)(?: so)? )*#?\d{1,4}(?:(?:, ?| va )(?:viec )?#?\d{1,4})*"
_POLITE = r"(?:[ ,]+(?:giup|ho|cho|gium|voi|nhe|a|di|som|gap|nay|(?:em|toi|anh|chi|minh)(?! \w+ (?:xong|chua))))*"
_WISH = re.compile(
    rf"(?:{_TELL} {_WHOM} {_DECIDE} {_TASKS}|{_TASKS}[:,]? (?:thi )?{_TELL} {_WHOM} {_DECIDE}){_POLITE}[ .!]*"
)


def verdict_wished(c: Clause) -> Act | None:
    """The tasks somebody is to be asked to decide; a question whether he did is none."""
    if not c.ids or c.context == "group" or c.asks_plainly or not _WISH.fullmatch(c.core):
        return None
    return c.act(Intent.verdict_wish)
