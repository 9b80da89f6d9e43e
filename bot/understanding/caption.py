"""Words under a photo or file that only say of which task it is: "ảnh việc 7", "việc 7", "minh chứng 7 ạ"."""

import re

from bot.understanding.line import read_line
from bot.understanding.numbers import task_ids
from bot.understanding.words import QUESTION_END, QUESTION_WORD

_FILE = r"(?:hinh anh|anh chup|anh|hinh|file|tep|minh chung|tai lieu|ban scan|ban chup|san pham|van ban)"
_LEAD = r"(?:(?:da|em|toi|xin|gui|nop|bo sung|them|day la|kem|dinh kem)[ ,:]+)*"
_TASK = r"(?:(?:cua|cho|ve|trong|thuoc) )?(?:(?:viec|nhiem vu|nv|so) )*#?\d{1,4}(?:(?: ?, ?| va )\d{1,4})*"
#: Back at a file sent before, or whose it is: "cái này của 17", "file này việc 17 nhé", "của việc 17".
_POINTS = rf"(?:(?:(?:cai|tam|may|cac) )*(?:{_FILE} )?(?:nay|do|kia|ay|vua roi|vua gui|luc nay|em gui)(?: (?:la|cua|cho|thuoc|o))*|(?:la )?(?:cua|thuoc)) "
_END = r"(?: (?:a|nhe|em|anh|chi|day|nay|ne|giup em))*[ .!]*"
_CAPTION = re.compile(
    rf"(?:{_LEAD}{_POINTS}{_TASK}|{_LEAD}(?:{_TASK}|{_FILE}(?: [^\W\d]+){{0,5}}? {_TASK}|{_TASK}[ ,:–-]+{_FILE}(?: [^\W\d]+){{0,5}}?)){_END}"
)


def tasks_of_caption(text: str) -> tuple[int, ...]:
    """The tasks named; none where the words say or ask anything else."""
    line = read_line(text)
    if not _CAPTION.fullmatch(line.norm) or QUESTION_END.search(line.norm) or QUESTION_WORD.search(line.norm):
        return ()
    return task_ids(line)[0] or task_ids(read_line(f"việc {re.sub(r'^[^0-9]+', '', line.norm)}"))[0]


def points_back(text: str) -> bool:
    """The words are of something sent before: "cái này của 17"; "ảnh việc 17" may want to see one."""
    return bool(re.match(rf"{_LEAD}{_POINTS}", read_line(text).norm))
