"""A reason typed for the one who owes it: an explanation of his, never a result in those words."""

import pytest

from tests.bot.understanding.reading import bare, read, split

TYPED_FOR = {
    "ghi hộ Vinh giải trình 26 chờ Sở Tài chính góp ý": "Vinh",
    "ghi hộ chị Thu giải trình 26: chờ Sở Tài chính góp ý": "chị Thu",
    "ghi hộ cho anh Vinh: giải trình 26: chờ Sở Tài chính góp ý": "anh Vinh",
    "anh Vinh giải trình 26 chờ Sở Tài chính góp ý": "anh Vinh",
    "anh Vinh giải trình việc 26 là chờ Sở Tài chính góp ý": "anh Vinh",
    "anh Vinh đã giải trình 26: chờ Sở Tài chính góp ý": "anh Vinh",
    "giải trình 26 giúp Vinh: chờ Sở Tài chính góp ý": "Vinh",
    "giải trình hộ anh Vinh việc 26: chờ Sở Tài chính góp ý": "anh Vinh",
    "ghi giải trình 26 hộ Vinh: chờ Sở Tài chính góp ý": "Vinh",
}


@pytest.mark.parametrize(("text", "whose"), TYPED_FOR.items())
@pytest.mark.parametrize("role", ["unit_head", "office_head"])
def test_a_reason_is_the_ones_it_is_typed_for(role: str, text: str, whose: str) -> None:
    (act,) = read(text, role).acts
    assert (act.intent.value, act.slots.task_ids, act.slots.person) == ("explain", (26,), whose)
    assert act.slots.text == "chờ Sở Tài chính góp ý" and read(text, role).sure
    assert read(bare(text), role).acts[0].intent == "explain"


@pytest.mark.parametrize("text", ["giải trình 26 giúp em: chờ Sở", "em giải trình 26: chờ Sở", "giải trình 26: chờ Sở"])
def test_a_reason_of_ones_own_is_nobody_elses(text: str) -> None:
    (act,) = read(text, "unit_head").acts
    assert (act.intent.value, act.slots.text, act.slots.person) == ("explain", "chờ Sở", None)


@pytest.mark.parametrize(
    "text",
    split(
        "anh Vinh giải trình việc 26 nhé | anh Vinh giải trình 26 | anh Vinh giải trình 26 chưa | yêu cầu anh Vinh giải trình 26"
        " | anh Vinh giải trình 26 vì sao chậm | anh Vinh giải trình 26: sao chậm | anh Vinh giải trình 26 thế nào"
        " | anh Vinh phải giải trình việc 26 | anh Vinh giải trình 26 trước thứ 6"
    ),
)
def test_an_order_or_a_question_gives_no_reason(text: str) -> None:
    assert not any(act.intent in ("explain", "progress") for act in read(text, "office_head").acts)
