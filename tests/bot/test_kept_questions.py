"""A question kept in its row comes back as it was asked."""

from dataclasses import fields
from datetime import date
from typing import Any, get_type_hints

import pytest

from bot.asking import act_from_row, act_to_row
from bot.understanding.intents import Act, Intent, Slots
from tests.bot.talk import Talk
from tests.bot.understanding.reading import read

_SAID: dict[Any, Any] = {
    str | None: "KT",
    int | None: 0,
    date | None: date(2025, 10, 20),
    bool: True,
    tuple[int, ...]: (2, 17),
    tuple[int, ...] | None: (),
    tuple[str, ...]: ("Lan", "Phúc"),
}
KINDS = get_type_hints(Slots)


@pytest.mark.parametrize("slot", [each.name for each in fields(Slots)])
def test_every_slot_is_kept(slot: str) -> None:
    act = Act(Intent.approve, Slots(**{slot: _SAID[KINDS[slot]]}))
    assert act_from_row(act_to_row(act)) == act


def test_a_row_holds_only_what_was_said() -> None:
    assert act_to_row(Act(Intent.approve)) == {"intent": "approve", "slots": {}}


def test_whom_a_reading_names_is_a_reading_of_its_own() -> None:
    readings = read("nhắc Hoa, Phúc lúc 3h chiều", "office_head").readings
    assert [act.slots.person for act in readings] == ["Hoa", "Phúc"] and not any(act.also for act in readings)


def test_all_that_waits_is_approved_on_yes(talk: Talk, duties: dict[int, int]) -> None:
    talk.say("Lan", "xong 2 KH 45/KH-UBND")
    talk.say("Lan", "xong 17 QĐ 3/QĐ-UBND")
    assert "Duyệt hết, phải không ạ?" in (talk.say("Tâm", "duyệt hết thì tốt") or "")
    answer = talk.say("Tâm", "đúng") or ""
    assert "duyệt" in answer and "2" in answer and "17" in answer and "chưa" not in answer


@pytest.mark.parametrize(
    ("text", "echo"),
    [
        ("duyệt hết trừ 17 thì tốt", "Duyệt hết, trừ 17, phải không ạ?"),
        ("duyệt hết của Lan thì tốt", "Duyệt hết việc của Lan, phải không ạ?"),
        ("duyệt hết của phòng mình thì tốt", "Duyệt hết việc của đơn vị anh, phải không ạ?"),
    ],
)
def test_what_is_asked_about_is_as_wide_as_what_is_done(
    talk: Talk, duties: dict[int, int], text: str, echo: str
) -> None:
    talk.say("Lan", "xong 2 KH 45/KH-UBND")
    assert echo in (talk.say("Tâm", text) or "")


@pytest.mark.parametrize("text", ["chắc duyệt hết quá", "hay là duyệt hết", "hình như duyệt hết rồi"])
def test_words_not_followed_are_said_at_once_and_no_yes_is_offered(
    talk: Talk, duties: dict[int, int], text: str
) -> None:
    talk.say("Lan", "xong 2 KH 45/KH-UBND")
    answer = talk.say("Tâm", text) or ""
    assert f"em chưa rõ “{text}”" in answer and "đúng" not in answer
