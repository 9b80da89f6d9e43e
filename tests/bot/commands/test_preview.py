"""`nhacviec preview` as typed."""

import json

import pytest

from tests.bot.commands.shell import Shell


def test_an_office_nobody_has_joined_is_shown_as_if_all_had(office: Shell) -> None:
    code, said = office.type("preview", "--from", "2025-10-13", "--to", "2025-10-14", "--json")
    lines = [json.loads(line) for line in said.splitlines() if line.startswith("{")]
    assert code == 0 and "UBND phường Ba Ngòi: chưa ai kết nối" in said
    assert [(line["to"], line["role"], line["unit"]) for line in lines] == [
        ("Nguyễn Thị Lan", "keeper", "Phòng Văn hóa – Xã hội")
    ] * 2
    code, said = office.type("preview", "--from", "2025-10-13", "--to", "2025-10-13")
    assert "1 tin từ 13/10/2025 đến 13/10/2025" in said and "    Chào chị Lan" in said


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("--from", "13/10"), "15/12/2025"),
        (("--from", "2025-10-13", "--to", "2025-10-12"), "phải sau"),
        (("--from", "2025-10-13", "--to", "2028-10-12"), "400 ngày"),
        (("--agency", "nơi khác"), "Không rõ cơ quan"),
    ],
)
def test_what_cannot_be_shown_is_told(office: Shell, words: tuple[str, ...], hint: str) -> None:
    code, said = office.type("preview", *words)
    assert code == 2 and hint in said
