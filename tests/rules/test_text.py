"""The fold of Vietnamese text: letters without accents, one character for one, whatever the character."""

import unicodedata

import pytest

from jobs.rules.text import fold, fold_aligned, fold_char, fold_words


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Đặng Thị Ngọc Ánh", "dang thi ngoc anh"),
        ("Quý  III–IV/2025\n", "quy iii-iv/2025"),
        ("“Phòng” VHXH’s", '"phong" vhxh\'s'),
        (unicodedata.normalize("NFD", "Tiến độ"), "tien do"),
    ],
)
def test_a_text_folds_to_its_plain_letters(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_names_are_compared_by_letters_and_digits_alone() -> None:
    assert fold_words("P. Văn hóa – Xã hội (VHXH)") == "p van hoa xa hoi vhxh"


def test_every_character_folds_to_one_and_the_same_alone_and_in_a_text() -> None:
    plain = {**dict.fromkeys("–—−‐‑‒", "-"), **dict.fromkeys("“”", '"'), **dict.fromkeys("‘’", "'")}
    every = [chr(code) for code in range(0x10000) if not 0xD800 <= code <= 0xDFFF]
    right = "".join(fold_char(plain.get(char, char))[:1] or " " for char in every)
    assert fold_aligned("".join(every)) == right
