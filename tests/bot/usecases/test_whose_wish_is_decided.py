"""A verdict that names whose wish it is, and no task: it is his, or nobody's."""

from datetime import date

import pytest

from tests.bot.talk import Talk

Duties = dict[int, int]


@pytest.fixture
def wish(talk: Talk, duties: Duties) -> int:
    """Lan wishes for more time of task 47; nothing else waits for Tâm."""
    mine = talk.ward.give(47, "Rà soát tổ chức bộ máy", "VHXH", to="Lan", target=date(2025, 10, 22))
    assert "em đã chuyển anh Tâm" in (talk.say("Lan", "xin lùi 47 tới 30/10 vì chờ Sở") or "")
    return mine


@pytest.mark.parametrize(
    "text",
    [
        "không cho anh Quân lùi nữa vì đã lùi 2 lần",
        "bác đề nghị gia hạn của phòng Kinh tế vì cần sớm hơn",
        "từ chối đề nghị của chị Hoa vì gấp",
        "đồng ý cho chị Hoa lùi",
        "đồng ý đề nghị lùi của Hoa",
        "duyệt cho Quân",
    ],
)
def test_a_verdict_on_another_leaves_the_only_wish_that_waits(talk: Talk, wish: int, text: str) -> None:
    talk.say("Tâm", text)
    assert talk.duty(wish).target_on == date(2025, 10, 22)
    assert "em đã ghi anh đồng ý lùi" in (talk.say("Tâm", "đồng ý 47") or "")  # it still waits


def test_of_whom_it_is_it_decides(talk: Talk, wish: int) -> None:
    assert "Chị Hoa hiện không có đề nghị nào đang chờ" in (talk.say("Tâm", "đồng ý cho chị Hoa lùi") or "")
    assert "em đã ghi anh đồng ý lùi" in (talk.say("Tâm", "đồng ý cho chị Lan lùi") or "")
    assert talk.duty(wish).target_on == date(2025, 10, 30)
