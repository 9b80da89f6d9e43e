"""Hints repeat what was typed; `nhacviec run` tells what runs."""

import logging
import os
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import select

from bot.commands.run import what_runs
from bot.commands.typed import typed
from jobs.clock import SystemClock
from storage.database import open_engine, transaction
from storage.models.channels import Connection
from tests.bot.commands.shell import Shell


@pytest.mark.parametrize(
    ("program", "said"),
    [
        (".venv/bin/nhacviec", ".venv/bin/nhacviec setup mau.xlsx"),
        ("/srv/nhắc việc/bin/nhacviec", '"/srv/nhắc việc/bin/nhacviec" setup mau.xlsx'),
        ("/on/the/path/nhacviec", "nhacviec setup mau.xlsx"),
        ("/srv/bot/cli.py", ".venv/bin/python -m bot.cli setup mau.xlsx"),
    ],
)
def test_hints_repeat_the_program_as_it_was_typed(monkeypatch: pytest.MonkeyPatch, program: str, said: str) -> None:
    monkeypatch.setattr("bot.commands.typed.shutil.which", lambda name: f"/on/the/path/{name}")
    monkeypatch.setattr(sys, "argv", [program])
    monkeypatch.setattr(sys, "orig_argv", [".venv/bin/python", "-m", "bot.cli"])
    assert typed("setup", Path("mau.xlsx")) == said


def test_a_bots_secret_may_stand_in_the_file_of_settings(office: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_C", "2:c")
    Path(".env").write_text("export BOT_A=1:a\nBOT_C=9:z\n", encoding="utf-8-sig")
    _, said = office.type("connection", "add", "telegram", "--secret", "env:BOT_A")
    assert "chưa có giá trị" not in said and os.environ["BOT_A"] == "1:a"
    assert os.environ["BOT_C"] == "2:c"  # what is exported stands
    monkeypatch.delenv("BOT_A")


def test_a_bot_keeps_its_secret_when_the_new_one_is_not_there(office: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_A", "1:a")
    monkeypatch.delenv("BOT_X", raising=False)
    office.type("connection", "add", "telegram", "--secret", "env:BOT_A")
    code, said = office.type("connection", "add", "telegram", "--secret", "env:BOT_X")
    assert code == 2 and "Biến BOT_X chưa có giá trị nên bot telegram “chinh” vẫn dùng biến cũ" in said
    assert "BOT_X" not in office.type("connection", "list")[1]


def test_a_file_with_a_space_is_quoted_in_a_hint() -> None:
    assert typed("setup", Path("mẫu mới.xlsx")) == 'nhacviec setup "mẫu mới.xlsx"'


def test_run_tells_which_bots_wait_for_their_secret(office: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = open_engine("sqlite:///nhacviec.sqlite3")
    empty = "\n".join(what_runs(engine, {}, receives=True, works=True))
    assert "0 bot" in empty and "nhacviec connection add telegram" in empty and "Ctrl+C" in empty
    monkeypatch.setenv("BOT_A", "1:a")
    office.type("connection", "add", "telegram", "--secret", "env:BOT_A")
    _, said = office.type("connection", "add", "zalo", "--secret", "env:BOT_B")
    assert "biến BOT_B chưa có giá trị" in said and 'nhacviec invite "họ và tên"' in said
    telegram, zalo, last = what_runs(engine, {1: True}, receives=True, works=False)
    assert "1/2 bot" in last and "nhận và trả lời tin nhắn" in last and "theo lịch" not in last
    assert telegram == "- UBND phường Ba Ngòi, telegram “chinh”: đã kết nối"
    assert "đặt biến môi trường BOT_B rồi chạy lại: nhacviec run" in zalo
    engine.dispose()


@pytest.mark.parametrize(
    ("known", "said", "connected"),
    [(True, "đã kết nối", "1/1"), (False, "mã bot không đúng", "0/1"), (None, "chưa hỏi được máy chủ", "0/1")],
)
def test_run_says_how_each_bot_stands_before_it_says_it_runs(
    office: Shell,
    monkeypatch: pytest.MonkeyPatch,
    known_tokens: dict[str, bool | None],
    known: bool | None,
    said: str,
    connected: str,
) -> None:
    known_tokens["env:BOT_A"] = known
    monkeypatch.setattr("bot.process.run_until_told", lambda *_, **__: None)
    monkeypatch.setenv("BOT_A", "1:a")
    office.type("connection", "add", "telegram", "--secret", "env:BOT_A")
    code, told = office.type("run")
    bot, last = told.splitlines()
    assert code == 0 and said in bot and f"{connected} bot kết nối được" in last


def test_an_empty_database_is_sent_to_setup(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.process.run_until_told", lambda *_, **__: None)
    shell.type("migrate")
    assert "Chưa có cơ quan nào" in shell.type("run")[1]


def test_a_webhook_is_told_where_updates_come(
    office: Shell, monkeypatch: pytest.MonkeyPatch, known_tokens: dict[str, bool | None]
) -> None:
    for channel in ("telegram", "zalo"):
        monkeypatch.setenv(f"BOT_{channel}", "1:a")
        office.type("connection", "add", channel, "--secret", f"env:BOT_{channel}")
    monkeypatch.setenv("PUBLIC_URL", "https://nhacviec.example")
    monkeypatch.setenv("WEBHOOK", "zalo")
    engine = open_engine("sqlite:///nhacviec.sqlite3")
    telegram, zalo, page, _last = what_runs(engine, {}, receives=True, works=False)
    assert "https://nhacviec.example" in page and "webhook" not in telegram and "nhận tin qua webhook" in zalo
    with transaction(engine) as session:
        for bot in session.exec(select(Connection)):
            bot.poll_until = SystemClock().now() + timedelta(minutes=1)
    engine.dispose()
    known_tokens |= {"env:BOT_telegram": True, "env:BOT_zalo": True}
    said = office.type("doctor")[1]
    assert "Bot zalo “chinh”: mã bot đúng, đang nhận tin qua webhook" in said
    assert "Bot telegram “chinh”: mã bot đúng, đang nhận tin." in said
    monkeypatch.setenv("PUBLIC_URL", "")
    code, said = office.type("run")
    assert code == 2 and "S009" in said


def test_run_keeps_the_scheduler_quiet(
    office: Shell, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "apscheduler")
    levels: list[int] = []
    scheduler = logging.getLogger("apscheduler.scheduler")
    monkeypatch.setattr("bot.process.run_until_told", lambda *_, **__: levels.append(scheduler.getEffectiveLevel()))
    code, said = office.type("run")
    assert code == 0 and "Nhắc Việc đang chạy" in said
    assert levels == [logging.ERROR]
