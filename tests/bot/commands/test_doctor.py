"""`nhacviec doctor`: from an empty folder to an office in order, each ✗ says what to do."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import select

from bot.commands.doctor import findings
from jobs.clock import MovableClock
from storage.database import open_engine, transaction
from storage.kinds import NoticeKind, NoticeState
from storage.models.channels import Chat, Connection
from storage.models.messages import Notice
from storage.models.organisation import Agency, Staff
from storage.models.proof import Audit
from storage.queries.restored import RESTORED
from tests.bot.commands.shell import Shell
from tests.engines import ON_BOTH
from tests.jobs.mornings import run_all
from tests.people import Ward, at


def bad(clock: MovableClock) -> list[str]:
    return [line.text for line in findings(clock) if not line.well]


def test_from_an_empty_folder_to_an_office_in_order(
    shell: Shell, office: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, said = office.type("doctor")
    assert code == 1 and "✓ Cơ sở dữ liệu: mở được (sqlite)" in said and "✓ Ghi dữ liệu: được." in said
    assert "✗ Đồng hồ nhắc việc: chưa chạy" in said and "✗ Bot: chưa có. Hãy thêm: nhacviec connection add" in said
    office.type("connection", "add", "telegram", "--secret", "env:BOT_A")
    assert "✗ Bot telegram “chinh”: chưa có mã bot. Hãy đặt biến môi trường BOT_A" in office.type("doctor")[1]
    monkeypatch.setenv("BOT_A", "1:a")
    told = office.type("doctor")[1]
    people = 'Lan (2 người khác chưa kết nối, nhưng chưa có việc). Mời: nhacviec invite "Nguyễn Thị Lan"\n'
    assert people in told and "mã bot đúng, chưa chạy nên chưa nhận tin (chạy: nhacviec run)" in told
    assert told.endswith("Còn 2 chỗ cần sửa (các dòng ✗).\n")

    clock = MovableClock(at("13/10/2025 06:00"))
    engine = open_engine("sqlite:///nhacviec.sqlite3")
    run_all(engine, clock)
    with transaction(engine) as session:
        keeper = session.exec(select(Staff).where(Staff.keeps_agency)).one()
        bot = session.exec(select(Connection)).one()
        bot.month_limit, bot.poll_until = 3000, clock.now() + timedelta(seconds=20)
        session.add(Chat(agency_id=keeper.agency_id, connection_id=bot.id, address="1", staff_id=keeper.id))
    engine.dispose()
    assert bad(clock) == []
    clock.move(at("13/10/2025 06:05"))
    assert [text.partition(":")[0] for text in bad(clock)] == ["Đồng hồ nhắc việc"]


@pytest.mark.parametrize(
    ("known", "said"), [(False, "mã bot không đúng. Hãy sửa biến môi trường BOT_A"), (None, "kiểm tra mạng")]
)
def test_a_token_is_tried_before_a_bot_is_called_well(
    office: Shell, monkeypatch: pytest.MonkeyPatch, known_tokens: dict[str, bool | None], known: bool | None, said: str
) -> None:
    monkeypatch.setenv("BOT_A", "1:a")
    office.type("connection", "add", "telegram", "--secret", "env:BOT_A")
    known_tokens["env:BOT_A"] = known
    code, told = office.type("doctor")
    bot = next(line for line in told.splitlines() if "Bot telegram" in line)
    assert code == 1 and bot.startswith("✗") and said in bot


def test_without_an_office_it_is_all_there_is_to_do(shell: Shell) -> None:
    shell.type("migrate")
    told = shell.type("doctor")[1]
    assert (
        "✗ Cơ quan: chưa có." in told and "Đồng hồ" not in told and told.endswith("Còn 1 chỗ cần sửa (các dòng ✗).\n")
    )


def test_nothing_there_and_an_older_database_are_told(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, said = shell.type("doctor")
    assert code == 1 and said.startswith("✗ Cơ sở dữ liệu: chưa có.") and not list(tmp_path.iterdir())
    open_engine("sqlite:///nhacviec.sqlite3").connect().close()
    assert "cần bản" in shell.type("doctor")[1]
    monkeypatch.setenv("HEARTBEAT_URL", "hc-ping.example/1")
    assert "✗ S007" in shell.type("doctor")[1]


@ON_BOTH
def test_what_went_wrong_with_messages_and_mornings(
    ward: Ward, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", database_url)
    ward.link("Quân")
    clock = MovableClock(at("13/10/2025 09:00"))
    run_all(ward.engine, clock)
    with transaction(ward.engine) as session:
        agency = session.exec(select(Agency)).one()
        for n, state in enumerate((NoticeState.FAILED, NoticeState.UNKNOWN, NoticeState.UNKNOWN, NoticeState.WAITING)):
            session.add(
                Notice(
                    agency_id=agency.id, key=f"x/{n}", kind=NoticeKind.TOLD, day=clock.now().date(), state=state,
                    chat_id=ward.chats["Quân"], created_at=datetime(2025, 10, 13, 1, tzinfo=UTC),
                )
            )  # fmt: skip
        session.add(
            Audit(
                agency_id=agency.id, day=clock.now().date(), at=clock.now(), owed=3, made=2,
                differences=[["missing", 1], ["missing", 2], ["twice", 3]],
            )
        )  # fmt: skip
        ended = {"state": NoticeState.UNKNOWN, "reason": RESTORED, "chat_id": ward.chats["Quân"]}  # told by the restore
        session.add(
            Notice(
                agency_id=agency.id, key="x/r", kind=NoticeKind.TOLD, day=clock.now().date(), created_at=clock.now(),
                **ended,
            )
        )  # fmt: skip
    told = "\n".join(bad(clock))
    assert "1 không gửi được, 1 chờ gửi quá 15 phút, 2 không rõ đã đến chưa" in told
    assert "Kiểm tra buổi sáng 13/10/2025: lệch (2 thiếu tin, 1 nhắc hai lần)" in told
