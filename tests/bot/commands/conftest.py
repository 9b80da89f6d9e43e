"""A newcomer's window: an empty folder, or one in which the office stands."""

from pathlib import Path

import pytest

from tests.bot.commands.shell import Shell, filled


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    monkeypatch.chdir(tmp_path)
    return Shell(capsys)


@pytest.fixture
def office(shell: Shell) -> Shell:
    """A folder in which the office has been set up."""
    filled("mau.xlsx")
    assert shell.type("setup", "mau.xlsx")[0] == 0
    return shell
