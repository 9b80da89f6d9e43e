"""Slips to print: one for everybody who has not joined, with a code that joins."""

import io
import stat
from pathlib import Path

import pytest
from docx import Document
from sqlmodel import select

from bot.usecases.join import Joined, join
from jobs.clock import SystemClock
from storage.database import open_engine, transaction
from storage.models.channels import Chat, Connection
from tests.bot.commands.shell import Shell


@pytest.fixture
def with_bots(office: Shell, monkeypatch: pytest.MonkeyPatch) -> Shell:
    async def named(connection: Connection) -> str | None:
        return {"telegram": "ba_ngoi_bot", "zalo": "Bot Ba Ngòi"}[connection.channel.value]

    monkeypatch.setattr("bot.commands.invite.bot_name", named)
    for channel in ("telegram", "zalo"):
        assert office.type("connection", "add", channel, "--secret", f"env:BOT_{channel.upper()}")[0] == 0
    return office


def slips(path: str) -> list[list[str]]:
    """The paragraphs of each slip."""
    table = Document(io.BytesIO(Path(path).read_bytes())).tables[0]
    return [[p.text for p in cell.paragraphs] for row in table.rows for cell in row.cells if cell.text]


def test_everybody_who_has_not_joined_gets_one(with_bots: Shell) -> None:
    code, said = with_bots.type("invite", "--slips", "phieu.docx")
    assert (
        code == 0 and "Đã ghi 3 phiếu vào phieu.docx" in said and "in xong hãy xóa tệp" in said and "Mã cũ" not in said
    )
    found = slips("phieu.docx")
    assert [slip[1] for slip in found] == [
        "Kính gửi chị Phạm Ngọc Ánh",
        "Kính gửi chị Nguyễn Thị Lan (VHXH)",
        "Kính gửi anh Trần Minh Tâm (VHXH)",
    ]
    lan = found[1]
    typed = lan[4].replace("-", "")
    assert lan[0] == "UBND phường Ba Ngòi – kênh nhắc việc"
    assert (
        lan[2] == f"1. Mở Telegram @ba_ngoi_bot (https://t.me/ba_ngoi_bot?start={typed}) hoặc Zalo, tìm “Bot Ba Ngòi”."
    )
    assert "14 ngày" in lan[5] and len({slip[4] for slip in found}) == 3
    assert stat.S_IMODE(Path("phieu.docx").stat().st_mode) == 0o600


def test_slips_that_cannot_name_the_bot_say_so(office: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BOT_A", raising=False)
    office.type("connection", "add", "telegram", "--secret", "env:BOT_A")
    code, said = office.type("invite", "--slips", "phieu.docx")
    assert code == 0 and "Phiếu chưa ghi được tên bot Telegram để tìm" in said and "biến BOT_A" in said
    assert slips("phieu.docx")[0][2] == "1. Mở bot của cơ quan trên Telegram."


def test_the_printed_code_joins(with_bots: Shell) -> None:
    with_bots.type("invite", "Lan", "--slips", "lan.docx")
    ((_, _, _, _, code, _),) = slips("lan.docx")
    engine = open_engine("sqlite:///nhacviec.sqlite3")
    now = SystemClock().now()
    with transaction(engine) as session:
        bot = session.exec(select(Connection)).first()
        assert bot
        chat = Chat(agency_id=bot.agency_id, connection_id=bot.id, address="lan")
        session.add(chat)
        session.flush()
        joined = join(session, chat, code, now.date(), now, None)
        assert isinstance(joined, Joined) and joined.who.staff.full_name == "Nguyễn Thị Lan"
    engine.dispose()
    assert "Đã ghi 2 phiếu" in with_bots.type("invite", "--slips", "phieu.docx")[1]


def test_printing_again_voids_the_codes_that_lie_about(with_bots: Shell) -> None:
    with_bots.type("invite", "--slips", "phieu.docx")
    code, said = with_bots.type("invite", "--slips", "phieu.docx")
    assert code == 2 and "không ghi đè" in said
    code, said = with_bots.type("invite", "--slips", "phieu-2.docx")
    assert code == 0 and "Mã cũ chưa dùng của 3 người không còn hiệu lực" in said


def test_what_is_missing_is_said(office: Shell) -> None:
    assert office.type("invite") == (
        2,
        'Mời ai? Một người: nhacviec invite "họ và tên"; cả cơ quan: nhacviec invite --slips phieu.docx\n',
    )
    code, said = office.type("invite", "--slips", "phieu.docx")
    assert code == 2 and "Chưa có bot nào" in said and not Path("phieu.docx").exists()


def test_codes_of_a_file_that_could_not_be_written_are_not_kept(with_bots: Shell) -> None:
    code, said = with_bots.type("invite", "--slips", "nowhere/phieu.docx")
    assert code == 2 and "Hãy chọn chỗ khác" in said
    assert "Mã cũ" not in with_bots.type("invite", "--slips", "phieu.docx")[1]


def test_one_name_as_before(with_bots: Shell) -> None:
    code, said = with_bots.type("invite", "lan")
    assert code == 0 and "Mã mời Nguyễn Thị Lan:" in said
    assert "https://t.me/ba_ngoi_bot?start=" in said and "mở bot rồi nhắn" in said
