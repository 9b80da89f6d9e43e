"""Which database and which agency a command means."""

from pathlib import Path

import pytest

from storage.database import open_engine
from tests.bot.commands.shell import PLAN, Shell, filled, put


@pytest.mark.parametrize("words", [("plan", "import", PLAN), ("invite", "Lan"), ("connection", "list"), ("run",)])
def test_without_a_database_the_hint_is_to_set_up_and_no_file_is_made(shell: Shell, words: tuple[str, ...]) -> None:
    code, said = shell.type(*words)
    assert code == 2 and "nhacviec setup --template mau.xlsx" in said and "migrate" not in said
    assert list(Path().iterdir()) == []


def test_a_database_of_an_older_revision_wants_migrate(office: Shell) -> None:
    engine = open_engine("sqlite:///nhacviec.sqlite3")
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0000'")
    engine.dispose()
    code, said = office.type("invite", "Lan")
    assert code == 2 and "nhacviec migrate" in said


def test_with_two_agencies_the_one_meant_is_named(office: Shell) -> None:
    filled("khac.xlsx", put("B2", "Phường Cam Linh", "Cơ quan"), agency="UBND phường Cam Linh")
    _, said = office.type("setup", "khac.xlsx")
    assert '--agency "UBND phường Cam Linh"' in said
    code, said = office.type("connection", "list")
    assert code == 2 and "--agency TÊN" in said and "UBND phường Ba Ngòi; UBND phường Cam Linh" in said
    code, said = office.type("connection", "list", "--agency", "phuong cam linh")
    assert code == 0 and "Chưa có bot nào" in said
    code, said = office.type("connection", "list", "--agency", "Phường 3")
    assert code == 2 and "UBND phường Cam Linh" in said


def test_a_migrated_database_without_an_agency_wants_setup(shell: Shell) -> None:
    assert shell.type("migrate")[0] == 0
    code, said = shell.type("invite", "Lan")
    assert code == 2 and "nhacviec setup --template mau.xlsx" in said
