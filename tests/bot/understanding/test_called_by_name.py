"""A question with somebody's name behind it asks as much as without; nothing is recorded or ordered by it."""

import pytest

from bot.understanding.intents import CHANGES, Intent
from tests.bot.understanding.reading import read

ASKED = [
    ("staff", "47 xong ko anh Dũng"),
    ("staff", "31 xong hả a Dũng"),
    ("staff", "10 xong chưa chị Hà ơi"),
    ("staff", "37 làm rồi hả chị Thu"),
    ("staff", "12 như kỳ trước hả anh Dũng"),
    ("staff", "53 vướng ko anh Dũng"),
    ("staff", "38 công khai chưa chị Thu?"),
    ("staff", "20 không phát sinh phải không Lan"),
    ("unit_head", "duyệt 2 hả Lan"),
    ("unit_head", "duyệt 7 luôn hả chị Lan"),
    ("unit_head", "mốc 17 28/10 hả Lan"),
    ("office_head", "hạn 26 là 5/11 hả anh Vinh"),
    ("leader", "đề nghị giải trình việc 26 chưa Quân"),
    ("admin", "nhắc hết chưa Lan"),
    ("admin", "ghi hộ Lan: 8 12 tin hả Lan"),
]
#: The name belongs to what is said.
SAID = [
    ("staff", "xong 7 anh Dũng", Intent.done),
    ("staff", "việc 7 vướng vì chưa có Lan", Intent.progress),
    ("staff", "12 vướng vì Sở không trả lời anh Tâm", Intent.progress),
    ("unit_head", "trả 7, không có chữ ký anh Tâm", Intent.reject),
    ("unit_head", "giao 7 cho chị Lan nhé Quân", Intent.assign),
]


@pytest.mark.parametrize(("role", "text"), ASKED)
def test_nothing_is_changed_for_sure(role: str, text: str) -> None:
    understood = read(text, role)
    changes = {*CHANGES, Intent.progress, Intent.remind_unit}
    assert not (understood.sure and changes & {act.intent for act in understood.acts})


@pytest.mark.parametrize(("role", "text", "intent"), SAID)
def test_a_name_that_is_part_of_it_stays(role: str, text: str, intent: Intent) -> None:
    understood = read(text, role)
    assert (understood.acts[0].intent, understood.sure) == (intent, True)


def test_a_wish_asked_politely_of_somebody_is_a_wish() -> None:
    [act] = read("xin lùi 17 đến 31/12 vì chờ sở được không anh Tâm").acts
    assert (act.intent, act.slots.reason) == (Intent.extend_request, "chờ sở")
