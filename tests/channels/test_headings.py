import pytest

from bot.channels.headings import headings
from jobs.delivery.channel import utf16_length


@pytest.mark.parametrize(
    ("text", "bold"),
    [
        ("Quá hạn\n26. Quy chế", ["Quá hạn"]),
        ("😀 Chào chị\n\nQuá hạn\n26. Quy chế\n\nCòn lại\n7. Tập huấn\n8. Tin", ["Quá hạn", "Còn lại"]),
        ("Chào chị Lan.\nQuá hạn\n26. Quy chế", []),
        ("26. Quy chế\n27. Kế hoạch", []),
        ("Chị đang có 5 việc.\n\nXem kỹ một việc, chị nhắn", []),
        ("Tháng 10\n2025 là năm cuối", []),
        ("\n\n", []),
        ("", []),
    ],
)
def test_a_line_above_numbered_rows_is_a_heading(text: str, bold: list[str]) -> None:
    units = text.encode("utf-16-le")
    assert [units[at * 2 : (at + length) * 2].decode("utf-16-le") for at, length in headings(text)] == bold
    assert all(at + length <= utf16_length(text) for at, length in headings(text))
