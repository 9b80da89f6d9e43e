"""The demo as a newcomer meets it: a story piped in, and a file kept for next time."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.cli import main


@pytest.fixture
def played(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Callable[..., str]:
    monkeypatch.chdir(tmp_path)

    def play(*lines: str, keep: bool = False) -> str:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        assert main(["demo", *(["--keep"] if keep else [])]) == 0
        return capsys.readouterr().out

    return play


def test_a_day_in_the_demo(played: Callable[..., str]) -> None:
    told = played("/den 07/10/2025 08:00", "xong 7", "/la Tâm", "duyệt 7", "/la Lan", "việc 7", "/la Nobody")
    assert "07:00 thứ Hai 06/10/2025" in told.split("Lan>")[0]
    assert "[06/10/2025 07:30 → chị Lan] Chào chị Lan, thứ Hai 06/10." in told
    assert (
        "em đã ghi việc 7" in told
        and "việc 7" in told.split("duyệt 7")[1]
        and "Hoàn thành" in told.split("Lan> việc 7")[1]
    )
    assert "Gõ /ai để xem danh sách" in told


def test_the_first_screen_says_where_who_and_what_in_few_lines(played: Callable[..., str]) -> None:
    first = played("trợ giúp").split("Lan>")[0].strip().splitlines()
    assert len([line for line in first if line.strip()]) == 8


def test_a_kept_demo_goes_on_where_it_was_left(played: Callable[..., str]) -> None:
    played("/den 13/10/2025 08:00", "xong 7", keep=True)
    again = played("việc 7", keep=True)
    assert "08:00 thứ Hai 13/10/2025" in again and "Chờ duyệt" in again
