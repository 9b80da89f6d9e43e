"""What is pressed leaves its message; looks stay, and so does what went wrong."""

from datetime import date
from typing import Any

import pytest
from sqlmodel import Session, col, select

from jobs.messages.render import render
from storage.database import transaction
from storage.models.messages import Notice
from tests.bot.talk import Talk
from tests.engines import ON_BOTH

pytestmark = [ON_BOTH, pytest.mark.replies]

ROWS = [
    [["Xong 2", "xong 2"], ["Chi tiết 2", "việc 2"]],
    [["Xong 7", "xong 7"], ["Chi tiết 7", "việc 7"]],
    [["Được", "được"], ["Bỏ qua", "bỏ qua"]],
]
Duties = dict[int, int]


@pytest.fixture
def shown(talk: Talk, duties: Duties) -> Talk:
    """Lan has a message with buttons."""
    talk.shows("Lan", duties[2], duties[7], message_id="11")
    with transaction(talk.ward.engine) as session:
        found(session, talk).buttons = ROWS
    return talk


def found(session: Session, talk: Talk) -> Notice:
    return session.exec(select(Notice).where(col(Notice.key).like(f"digest/Lan/{date(2025, 10, 13)}/%"))).one()


def left(talk: Talk) -> list[Any]:
    with transaction(talk.ward.engine) as session:
        return found(session, talk).buttons


def edits(talk: Talk) -> list[Any]:
    """What the answers edit: the message and its labels."""
    with transaction(talk.ward.engine) as session:
        answers = session.exec(select(Notice).where(col(Notice.inbox_id).is_not(None)).order_by(col(Notice.id)))
        made = [render(session, answer, talk.now) for answer in answers]
    return [
        one.edit and (one.edit.message_id, [[b.label for b in row] for row in one.edit.buttons]) for one in made if one
    ]


@pytest.mark.parametrize(
    ("pressed", "kept"),
    [
        ("xong 2", [["Chi tiết 2"], ["Xong 7", "Chi tiết 7"], ["Được", "Bỏ qua"]]),
        ("việc 2", None),
        ("duoc", [["Xong 2", "Chi tiết 2"], ["Xong 7", "Chi tiết 7"]]),
    ],
)
def test_a_button_that_did_something_is_gone(shown: Talk, pressed: str, kept: list[list[str]] | None) -> None:
    shown.say("Lan", pressed, reply_to="11", kind="press")
    labels = [[label for label, _ in row] for row in left(shown)]
    assert labels == (kept or [[label for label, _ in row] for row in ROWS])
    assert edits(shown) in ([], [("11", kept) if kept else None])


def test_typing_the_same_presses_nothing(shown: Talk) -> None:
    shown.say("Lan", "xong 2", reply_to="11")
    assert left(shown) == ROWS and edits(shown) == [None]


def test_a_press_on_a_message_nobody_knows_is_answered_all_the_same(shown: Talk) -> None:
    assert "việc 2" in (shown.say("Lan", "xong 2", reply_to="99", kind="press") or "")
    assert left(shown) == ROWS and edits(shown) == [None]


def test_what_went_wrong_can_be_pressed_again(shown: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("bot.conversation.dispatch.perform", broken)
    assert shown.say("Lan", "xong 2", reply_to="11", kind="press")
    assert left(shown) == ROWS and edits(shown) == [None]
