"""The ladder of an office, shown and decided anew from a day on."""

import pytest

from tests.bot.commands.shell import Shell


def test_an_office_decides_its_ladder_from_a_day_on(office: Shell) -> None:
    code, said = office.type("ladder")
    assert code == 0 and "  2 ngày làm việc: trưởng đơn vị" in said and "Việc có hạn từ" not in said
    code, said = office.type("ladder", "--from", "01/01/2026", "--head", "3", "--leaders", "15")
    later = said.partition("Việc có hạn từ 01/01/2026:")[2]
    assert code == 0 and "  3 ngày làm việc: trưởng đơn vị" in later and " 15 ngày làm việc: tổng hợp tuần" in later
    code, said = office.type("ladder", "--from", "01/01/2026", "--office", "6")
    assert said.count("Việc có hạn từ") == 1 and "  6 ngày làm việc: đơn vị đầu mối" in said


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--head", "3"), "--from 01/01/2026"),
        (("--from", "1/27/2026", "--head", "3"), "Không đọc được ngày"),
        (("--from", "01/01/2026", "--head", "7"), "sau bậc dưới"),
        (("--from", "01/01/2026", "--keeper", "2"), "sau người duyệt kế tiếp"),
    ],
)
def test_a_ladder_that_cannot_be_is_refused(office: Shell, words: tuple[str, ...], told: str) -> None:
    code, said = office.type("ladder", *words)
    assert code == 2 and told in said
    assert "Việc có hạn từ" not in office.type("ladder")[1]
