"""A newcomer's window: an empty folder, or one in which the office stands."""

from pathlib import Path

import pytest

from storage.models.channels import Connection
from tests.bot.commands.shell import Shell, filled


@pytest.fixture(autouse=True)
def known_tokens(monkeypatch: pytest.MonkeyPatch) -> dict[str, bool | None]:
    """Nobody asks the real platforms: a bot's token is known unless it stands here by its variable."""
    known: dict[str, bool | None] = {}

    async def asked(connection: Connection) -> bool | None:
        return known.get(connection.secret, True)

    monkeypatch.setattr("bot.commands.bots.token_known", asked)
    return known


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
