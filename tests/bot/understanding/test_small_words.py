"""Greetings, thanks, and taking something back in two words."""

import pytest

from bot.understanding.rules.small import only_a_sign
from tests.bot.understanding.reading import bare, done, intents, read, says, split, told

GREETINGS = split(
    "xin chào | hello | alo | bot ơi | chào em | Chào buổi sáng | hi bot | em chào anh ạ | alo bot ơi | chào bot nhé"
)
NO_GREETINGS = split(
    "cảm ơn | ok | 👍 | vâng ạ | đã nhận | dạ vâng | tks e | cảm ơn bot ơi | ok em | em cảm ơn anh | tốt lắm | đã nhận 7"
)
TAKEN_BACK = split(
    """sai rồi | nhầm | ghi sai rồi | không phải việc đó | nhầm rồi | em nhầm | ghi nhầm rồi ạ | nhầm việc rồi | sai việc rồi
    không phải việc này | bot ghi sai rồi | báo sai rồi | em ghi nhầm"""
)
NOT_TAKEN_BACK = split(
    "số liệu sai rồi | không phải việc của em | sai | không phải | em có nhầm không? | việc 7 ghi sai ngày à? | nhầm phòng họp rồi | cách sửa khi ghi sai"
)


SIGNS = split("👍 | ❤️ | 🙏🙏 | :) | =)) | <3 | ^^ | /-strong | 👍 :) | 👍🏻! | :-((")
NO_SIGNS = split("👍 7 | ✅ | ✔️ | ❌ | ? | 👍? | ok | ok 👍 | 7 | … | ... | 2:30 | :) xong")


def test_signs_and_no_signs() -> None:
    assert [text for text in SIGNS if not only_a_sign(text)] == []
    assert [text for text in NO_SIGNS if only_a_sign(text)] == []


@pytest.mark.parametrize("text", GREETINGS)
def test_a_greeting_wants_an_answer(text: str) -> None:
    for typed in (text, bare(text)):
        understood = read(typed)
        assert told(understood) == [says("greeting_thanks")]
        assert understood.acts[0].slots.greets


@pytest.mark.parametrize("text", NO_GREETINGS)
def test_thanks_and_nods_want_none(text: str) -> None:
    act = read(text).acts[0]
    assert act.intent == "greeting_thanks"
    assert not act.slots.greets


def test_a_greeting_before_a_report_is_only_polite() -> None:
    assert told(read("chào em, xong 7")) == [done(7)]


@pytest.mark.parametrize("text", TAKEN_BACK)
def test_two_words_take_the_last_entry_back(text: str) -> None:
    for typed in (text, bare(text)):
        understood = read(typed)
        assert told(understood) == [says("undo_done")]
        assert understood.sure


@pytest.mark.parametrize("text", NOT_TAKEN_BACK)
def test_what_is_wrong_elsewhere_takes_nothing_back(text: str) -> None:
    for typed in (text, bare(text)):
        assert "undo_done" not in intents(typed)


@pytest.mark.parametrize(
    "text",
    split(
        "33 tiếp nhận 4 | 58 tiếp nhận 12 | 33 nhận được 4 | 33 đã nhận 4, xử lý 4 | 16 tiếp nhận 5 phản ánh | 33 tiep nhan 4"
    ),
)
def test_how_many_were_received_is_a_result(text: str) -> None:
    understood = read(text)
    assert understood.sure and intents(text) == ["progress"] and len(understood.acts[0].slots.task_ids) == 1


@pytest.mark.parametrize(
    "text", split("đã nhận 33 | tiếp nhận 33 ạ | 33 em tiếp nhận rồi ạ | em nhận được việc 33, 34 rồi")
)
def test_a_task_received_is_a_nod(text: str) -> None:
    assert intents(text) == ["greeting_thanks"]
