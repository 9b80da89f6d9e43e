"""Days off from a file, and the list of a year."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.bot.commands.shell import Shell


def test_a_file_of_days_is_taken_and_listed(office: Shell) -> None:
    book = Workbook()
    for row in (
        ("Lịch nghỉ năm 2026",),
        ("Ghi chú", "Ngày", "Loại"),
        ("Hoán đổi", date(2026, 6, 8), "nghỉ"),
        (None, "13/06/2026", "làm bù"),
    ):
        book.active.append(row)  # type: ignore[union-attr]
    book.save("lich.xlsx")
    assert office.type("calendar", "import", "lich.xlsx") == (0, "Đã ghi 2 ngày; 0 ngày vốn đã như vậy.\n")
    Path("lich.csv").write_text("ngày;loại;ghi chú\n08/06/2026;nghỉ;\n2026-09-03;nghỉ bù;bão\n", encoding="utf-8")
    assert office.type("calendar", "import", "lich.csv") == (0, "Đã ghi 1 ngày; 1 ngày vốn đã như vậy.\n")
    Path("hai.csv").write_text("04/09/2026,nghỉ\n", encoding="utf-8")
    assert office.type("calendar", "import", "hai.csv")[0] == 0
    code, said = office.type("calendar", "list", "--year", "2026")
    assert code == 0
    for line in (
        "thứ Hai 08/06/2026     nghỉ      Hoán đổi",
        "thứ Bảy 13/06/2026     làm việc",
        "thứ Năm 03/09/2026     nghỉ      bão",
    ):
        assert line in said
    assert "thứ Sáu 04/09/2026" in said
    assert "chưa có ngày nghỉ nào" in office.type("calendar", "list", "--year", "1999")[1]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "ngày,loại,ghi chú\n08/06/2026,nghỉ,\n06/13/2026,nghỉ,\n09/06/2026,nghĩ ngơi,\n",
            ("“06/13/2026”", "“nghĩ ngơi”"),
        ),
        ("ngày,loại,ghi chú\n", ("Không thấy ngày nào",)),
    ],
)
def test_a_file_with_a_wrong_line_changes_nothing(office: Shell, text: str, told: tuple[str, ...]) -> None:
    Path("lich.csv").write_text(text, encoding="utf-8")
    code, said = office.type("calendar", "import", "lich.csv")
    assert code == 2 and all(part in said for part in told)
    assert "08/06/2026" not in office.type("calendar", "list", "--year", "2026")[1]
    assert office.type("calendar", "import", "khong-co.csv")[0] == 2
