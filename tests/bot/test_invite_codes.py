"""Every code that can be given out is known again, whatever letters it begins with."""

import itertools

import pytest

from bot.conversation.strangers import invite_code
from jobs.invites import CODE_LENGTH, CODE_LETTERS


@pytest.mark.parametrize("form", ["{}", "/start {}", "mã mời: {}", "mã mời là {}", "ma moi {}"])
def test_a_code_is_known_however_it_begins(form: str) -> None:
    beginnings = ["".join(pair) for pair in itertools.product(CODE_LETTERS, repeat=2)] + [
        "CODE",
        "MAM5",
        "KH45",
        "XEM2",
    ]
    codes = [(start + "K7N4P9RT")[:CODE_LENGTH] for start in beginnings]
    assert [code for code in codes if invite_code("text", form.format(code)) != code] == []
