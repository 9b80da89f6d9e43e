"""The task that somebody means by words of its title: "kế hoạch kiểm tra xong rồi" of "Kế hoạch kiểm tra công tác CCHC"."""

from itertools import pairwise

from sqlmodel import Session

from bot.permissions import Right, may, of_duty
from bot.usecases.said import Said
from jobs.rules.text import fold_words
from storage.kinds import OPEN_STATES, WAITING_STATES
from storage.queries import duties as duty_queries
from storage.queries.duties import DutyLine

#: Two words in a row that are in many titles and name none.
_COMMON = frozenset(
    (
        "ke hoach", "bao cao", "to chuc", "thuc hien", "trien khai", "nhiem vu", "ket qua", "cong tac", "van ban", "so lieu",
        "ho so", "cac phong", "don vi", "cai cach", "cach hanh", "hanh chinh", "thu tuc", "uy ban", "nhan dan", "xay dung", "ban hanh",
        "tham muu", "phoi hop", "tiep tuc", "tang cuong", "dinh ky", "thang nay", "nam nay", "hoan thanh", "theo doi", "ra soat", "hang thang",
    )
)  # fmt: skip
_ENDS = frozenset(
    (
        "ke",
        "hoach",
        "cac",
        "va",
        "cua",
        "cho",
        "ve",
        "theo",
        "nhung",
        "tai",
        "tren",
        "trong",
        "viec",
        "co",
        "da",
        "cho",
        "so",
        "la",
        "tin",
        "bai",
    )
)


def work_named(
    session: Session, said: Said, text: str, *, least: int = 2, to_report: bool = True
) -> tuple[DutyLine, ...]:
    """Work not closed whose title shares the longest run of words with the text, of several the sender's own; () where no
    such run has `least` words."""
    right = Right.REPORT if to_report else Right.SEE_CARD
    words = fold_words(text).split()
    best, found = least, list[DutyLine]()
    for line in duty_queries.all_lead_lines(session, said.agency_id):
        if line.task.restricted or line.duty.state not in (*OPEN_STATES, *WAITING_STATES):
            continue
        run = max(_run(words, fold_words(title).split()) for title in (line.task.title, line.task.short_title))
        if run < best or not may(said.who, right, of_duty(line.duty, line.plan, right)):
            continue
        found = [*found, line] if run == best else [line]
        best = run
    own = [x for x in found if x.duty.held_by(said.who.id)]
    return tuple({x.number: x for x in own or found}.values())


def _run(said: list[str], title: list[str]) -> int:
    """How many words in a row both have; 0 where those are in every other title."""
    best = 0
    for at in range(len(said)):
        for start in range(len(title)):
            n = 0
            while at + n < len(said) and start + n < len(title) and said[at + n] == title[start + n]:
                n += 1
            if n > best and _says_something(said[at : at + n]):
                best = n
    return best


def _says_something(run: list[str]) -> bool:
    return any(f"{a} {b}" not in _COMMON and not {a, b} & _ENDS for a, b in pairwise(run))
