""" "Các việc của KT như kỳ trước": whose rest is meant is read, so that it is never recorded for the sender."""

from typing import Any

import pytest

from tests.bot.understanding.reading import bare, read, split, told

KT = {"unit_full": "Phòng Kinh tế, Hạ tầng và Đô thị"}
OF_OTHERS: list[tuple[str, str, dict[str, Any]]] = [
    ("office_head", "các việc của KT ghi như kỳ trước hết", {"unit": "KT", **KT, "mode": "rest"}),
    ("office_head", "tất cả các việc của phòng Kinh tế như kỳ trước", {"unit": "phòng Kinh tế", **KT, "mode": "rest"}),
    ("office_head", "KT còn lại như kỳ trước", {"unit": "KT", **KT, "mode": "rest"}),
    ("office_head", "KT như kỳ trước", {"unit": "KT", **KT}),
    ("office_head", "các việc còn lại của chị Lan như kỳ trước", {"person": "chị Lan", "mode": "rest"}),
    ("unit_head", "Lan còn lại như kỳ trước", {"person": "Lan", "mode": "rest"}),
    ("unit_head", "việc của Lan không phát sinh hết", {"person": "Lan", "mode": "rest"}),
    ("office_head", "phần của Vinh thì vẫn như tháng trước", {"person": "Vinh"}),
    ("staff", "còn lại của mục A.IV như kỳ trước", {"code": "A.IV", "mode": "rest"}),
    ("staff", "còn lại của KH CCHC như kỳ trước", {"unclear": "của KH CCHC", "mode": "rest"}),
]


@pytest.mark.parametrize(("role", "text", "slots"), OF_OTHERS, ids=[text for _, text, _ in OF_OTHERS])
def test_whose_rest_is_read(role: str, text: str, slots: dict[str, Any]) -> None:
    ((_intent, read_slots),) = told(read(text, role))
    assert read_slots == slots


OWN = """
còn lại của em như kỳ trước | còn lại như kỳ trước nhé anh | tất cả các việc như kỳ trước | các việc của chị như kỳ trước hết
việc còn lại không phát sinh | như kỳ trước hết nhé chị Lan | các việc khác không thay đổi ạ | các việc của phòng em như kỳ trước hết
"""


@pytest.mark.parametrize("text", split(OWN))
def test_ones_own_rest_needs_no_name(text: str) -> None:
    for typed in (text, bare(text)):
        ((intent, slots),) = told(read(typed))
        assert intent in ("same_as_before", "none_arose") and slots == {"mode": "rest"}, typed
