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
    ("office_head", "cả phòng KT như kỳ trước", {"unit": "phòng KT", **KT}),
    ("office_head", "dạ cả KT không phát sinh", {"unit": "KT", **KT}),
    ("office_head", "toàn bộ KT như tháng trước", {"unit": "KT", **KT}),
    ("office_head", "toàn phòng Kinh tế không phát sinh gì", {"unit": "phòng Kinh tế", **KT}),
    ("unit_head", "toàn bộ hồ sơ như kỳ trước", {}),
    ("office_head", "cả cơ quan như kỳ trước", {"unclear": "cả cơ quan"}),
    ("staff", "cả phòng không phát sinh", {"unclear": "cả phòng"}),
    ("staff", "toàn văn phòng như kỳ trước", {"unclear": "toàn văn phòng"}),
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


#: The morning message prints "B.II: 44, 51", and so it is typed back.
SECTIONS: list[tuple[str, list[tuple[str, str | None]]]] = [
    ("B.II như kỳ trước", [("same_as_before", "B.II")]),
    ("A.IV không phát sinh ạ", [("none_arose", "A.IV")]),
    ("các việc A.II không đổi", [("same_as_before", "A.II")]),
    ("a.iv.2 nhu thang truoc", [("same_as_before", "A.IV.2")]),
    ("mục A.I như kỳ trước, mục B.I không phát sinh", [("same_as_before", "A.I"), ("none_arose", "B.I")]),
    ("A.III không đổi, B.I không có gì phát sinh", [("same_as_before", "A.III"), ("none_arose", "B.I")]),
    ("A.III vẫn như tháng trước và B.I không phát sinh", [("same_as_before", "A.III"), ("none_arose", "B.I")]),
    ("8 đăng 12 tin, A.II giữ nguyên", [("progress", None), ("same_as_before", "A.II")]),
    ("B.II không đổi, còn lại không phát sinh", [("same_as_before", "B.II"), ("none_arose", None)]),
    ("17 theo mục A.V.1 không có gì thay đổi", [("same_as_before", None)]),
    ("v.v không đổi", [("same_as_before", None)]),
]


@pytest.mark.parametrize(("text", "acts"), SECTIONS, ids=[text for text, _ in SECTIONS])
def test_a_section_needs_no_word_in_front(text: str, acts: list[tuple[str, str | None]]) -> None:
    for typed in (text, bare(text)):
        assert [(intent, slots.get("code")) for intent, slots in told(read(typed))] == acts, typed


@pytest.mark.parametrize(
    "text", split("A.I, B.II như kỳ trước | A.I và A.II không phát sinh | BII như kỳ trước | b2 không đổi | III như cũ")
)
def test_sections_not_followed_are_asked_about(text: str) -> None:
    understood = read(text)
    assert not understood.sure and understood.acts[0].slots.unclear


@pytest.mark.parametrize(
    "text", split("cả phòng như kỳ trước | cả đơn vị không phát sinh nhé | toàn phòng giữ nguyên hết")
)
@pytest.mark.parametrize("context", ["direct", "reply_to_reminder"])
def test_a_heads_whole_unit_is_more_than_the_task_replied_to(text: str, context: str) -> None:
    assert [act.slots.own for act in read(text, "unit_head", context).acts] == [True]
