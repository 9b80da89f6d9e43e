"""What picks an option of a question: the words themselves, with or without politeness around them."""

import pytest

from bot.asking import Option, chosen, yes_or_no
from bot.understanding.intents import Act, Intent
from bot.understanding.words import YES

ACT = Act(Intent.new_task)
LETTERS = (Option("A", ACT), Option("B", ACT.with_slots(mode="b")))
NUMBERS = (Option("2", ACT, 20), Option("7", ACT, 70))


def mode(text: str) -> str | None:
    picked = chosen(yes_or_no(ACT, yes=("ghi",)), text)
    return picked[0].act.slots.mode if picked else None


@pytest.mark.parametrize(
    "text",
    [
        "ghi",
        "có",
        "đúng rồi ạ",
        "dạ đúng ạ",
        "dung roi",
        "ok em",
        "vâng ạ",
        "ừ",
        "dạ vâng",
        "phải ạ",
        "Đồng ý nhé",
        "được em",
    ],
)
def test_yes(text: str) -> None:
    assert mode(text) == "yes"


@pytest.mark.parametrize("text", ["thôi", "không ạ", "không phải em", "bỏ đi", "dạ không", "hủy", "sai rồi"])
def test_no(text: str) -> None:
    assert mode(text) == "no"


@pytest.mark.parametrize(
    "text", ["xong 7", "chưa có", "có việc gì mới", "dạ em chưa", "không rõ", "việc 7", "đồng ý 7"]
)
def test_other_words_answer_nothing(text: str) -> None:
    assert mode(text) is None


def test_letters_and_numbers() -> None:
    assert chosen(LETTERS, "a ạ") == LETTERS[:1]
    assert chosen(LETTERS, "B nhé em") == LETTERS[1:]
    assert chosen(LETTERS, "dạ ạ") == ()
    assert chosen(NUMBERS, "2 và 7 nhé") == NUMBERS
    assert chosen(NUMBERS, "việc 7") == ()


def test_every_word_for_yes_is_one() -> None:
    assert all(mode(word) == "yes" for word in YES)
