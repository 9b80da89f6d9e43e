"""A file that proves work wanted: "xem ảnh 12", "gửi lại tệp việc 12", "minh chứng việc 12 đâu"."""

import re

from bot.understanding.clause import Clause
from bot.understanding.intents import Act, Intent

_WANT = r"(?:(?:xem|mo|tai|tai ve|lay|gui|gui lai|cho|cho xem|can|muon|xin|em|anh|chi|toi|minh|lai)(?: (?:lai|ve|giup|ho|em|toi|anh|chi))? )"
_FILE = r"(?:hinh|anh chup|tep|file|minh chung|tai lieu minh chung|ban scan|ban chup|tep san pham|file san pham)"
_OF = r"(?:(?:cua|kem|dinh kem|san pham|minh chung|kem theo|bao cao|trong|cho) )*(?:(?:viec|nhiem vu|nv|so|cong viec) (?:so )?)?#?(?P<n>\d{1,4})"
_ASK = r"(?:,? (?:dau(?: roi)?|o dau|voi|nhe|a|em|di|giup em|cho (?:em|anh|chi|toi)(?: xem)?|vay))*[ ?.!]*"
_SHOW = re.compile(rf"{_WANT}*{_FILE} {_OF}{_ASK}")
#: "ảnh" alone is also who is spoken to, so it needs a word for wanting it, or its accent.
_PHOTO = re.compile(rf"(?:(?:cho (?:\w+ )?)?(?:xem|mo|gui|gui lai|tai|lay)(?: lai)? )anh {_OF}{_ASK}")


def proof_wanted(c: Clause) -> Act | None:
    text = c.norm.strip()
    found = _SHOW.fullmatch(text) or _PHOTO.fullmatch(text)
    if not found and c.line.text.lower().startswith("ảnh "):
        found = re.fullmatch(rf"anh {_OF}{_ASK}", text)
    return c.act(Intent.show_proof, task_ids=(int(found["n"]),)) if found else None
