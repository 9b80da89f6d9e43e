"""Characters that people do not see, taken out of what a file holds."""

import re

from storage.documents.spaced_letters import closed_up

_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\x00-\x08\x0e-\x1f]")
_SPACES = re.compile(r"[^\S\n\t]+")
_SPACED = re.compile(r"(?<!\S)[^\W\d_] [^\W\d_](?!\S)")
_LINE_END = re.compile(r"[\n\v\f\x85\u2028\u2029]")


def clean(text: str) -> str:
    """Soft hyphens and marks of no width left out, letter-spaced words closed up, hard spaces plain, lines trimmed, empty
    ones dropped. Tabs stay."""
    if text.isprintable() and "  " not in text and not _SPACED.search(text):
        return text.strip()
    plain = closed_up(_UNSEEN.sub("", text)).replace("\r\n", "\n").replace("\r", "\n")
    lines = (_SPACES.sub(" ", line).strip() for line in _LINE_END.split(plain))
    return "\n".join(line for line in lines if line)
