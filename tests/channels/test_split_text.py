import unicodedata

import pytest

from jobs.delivery.channel import split_text, utf16_length

NAME = "Nguyễn Thị Hoàng Anh"


def test_decomposed_text_is_measured_and_sent_composed() -> None:
    assert split_text(unicodedata.normalize("NFD", NAME), 20) == [NAME]


@pytest.mark.parametrize(
    ("text", "limit", "parts"),
    [
        ("", 10, []),
        ("một\nhai\nba", 7, ["một\nhai", "ba"]),
        ("một\n\nhai", 5, ["một", "hai"]),
        ("một hai ba", 7, ["một hai", "ba"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("😀😀😀", 3, ["😀", "😀", "😀"]),
        ("a😀b", 2, ["a", "😀", "b"]),
        ("17. Quyết định\n18. Bố trí", 14, ["17. Quyết định", "18. Bố trí"]),
        ("xq\u0323\u0307y", 3, ["x", "q\u0323\u0307", "y"]),
    ],
)
def test_parts_end_at_line_breaks_then_spaces_then_characters(text: str, limit: int, parts: list[str]) -> None:
    assert split_text(text, limit) == parts


def test_no_part_is_too_long_and_no_word_is_lost() -> None:
    text = "\n".join(f"{n}. Nhiệm vụ {'rất ' * (n % 40)}dài 📄" for n in range(300))
    parts = split_text(text, 500)
    assert all(utf16_length(part) <= 500 for part in parts)
    assert " ".join(parts).split() == text.split()
