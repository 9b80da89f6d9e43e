"""What a keeper says of a newer version of a plan, and what only sounds like it."""

import pytest

from bot.understanding.intents import Intent
from bot.understanding.rules.plan import plan_version

SAID = [
    ("A.I.3 là 7", "same", "A.I.3", (7,)),
    ("a.i.3 la viec 7", "same", "a.i.3", (7,)),
    ("B.II.1.1/2 = 12", "same", "B.II.1.1/2", (12,)),
    ("dòng 5 là việc số 40", "same", "dòng 5", (40,)),
    ("Dòng thứ 12 là 3.", "same", "Dòng thứ 12", (3,)),
    ("A.I.3 mới", "new", "A.I.3", ()),
    ("dong thu 4 la viec moi", "new", "dong thu 4", ()),
    ("mới hết", "all_new", None, ()),
    ("tất cả đều là việc mới", "all_new", None, ()),
    ("kế hoạch khác", "other_plan", None, ()),
    ("đây là kế hoạch khác", "other_plan", None, ()),
    ("giữ việc khác", "keep_rest", None, ()),
    ("giu nguyen cac viec con lai", "keep_rest", None, ()),
    ("thay toàn bộ", "replace_all", None, ()),
    ("thay cả kế hoạch", "replace_all", None, ()),
]


@pytest.mark.parametrize("text, mode, label, numbers", SAID)
def test_said_of_a_newer_version(text: str, mode: str, label: str | None, numbers: tuple[int, ...]) -> None:
    act = plan_version(text)
    assert act and act.intent is Intent.plan_version
    assert (act.slots.mode, act.slots.code, act.slots.task_ids) == (mode, label, numbers)


@pytest.mark.parametrize("text", ["bỏ xác nhận", "bo xac nhan", "Thu hồi xác nhận kế hoạch", "hủy xác nhận"])
def test_a_confirmation_taken_back(text: str) -> None:
    act = plan_version(text)
    assert act and act.intent is Intent.withdraw_plan


@pytest.mark.parametrize(
    "text",
    [
        "7 là gì", "việc 7 mới xong", "7 mới đang làm", "có việc mới không", "xác nhận", "bỏ", "kế hoạch khác thế nào?",
        "dòng 5", "xong 7", "tin mới", "30/11 mới xong", "mới hết hạn", "giữ việc 7", "thay chị Lan làm việc 7", "bỏ việc 7",
        "8 là 12 tin 3 bài", "A.I.3 xong", "chưa xác nhận được",
    ],
)  # fmt: skip
def test_other_words_are_left_alone(text: str) -> None:
    assert plan_version(text) is None
