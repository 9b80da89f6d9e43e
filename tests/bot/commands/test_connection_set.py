"""What an office decides about its bots."""

import pytest
from sqlmodel import select

from jobs.clock import SystemClock, office_day
from storage.database import open_engine, transaction
from storage.kinds import ChannelKind, ChatKind
from storage.models.channels import Chat, Connection
from tests.bot.commands.shell import Shell


def test_an_office_decides_what_a_bot_may_send_and_repeats(office: Shell) -> None:
    office.type("connection", "add", "zalo", "--secret", "env:ZALO_TOKEN")
    code, said = office.type("connection", "set", "chinh", "--repeat", "nothing")
    assert (code, said.strip()) == (
        0,
        "Bot zalo “chinh”: 3000 tin một tháng, 50 người; khi không rõ đã đến: không gửi lại tin nào.",
    )
    code, said = office.type("connection", "set", "chinh", "--month-limit", "0", "--repeat", "usual")
    assert code == 0 and "không giới hạn số tin, 50 người; khi không rõ đã đến: tin nhắc buổi sáng" in said
    assert "không giới hạn số người" in office.type("connection", "set", "chinh", "--seats", "0")[1]
    assert "200 người" in office.type("connection", "set", "chinh", "--seats", "200")[1]


def test_what_a_bots_plan_still_allows_is_shown(office: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZALO_TOKEN", "1:a")
    office.type("connection", "add", "zalo", "--secret", "env:ZALO_TOKEN")
    office.type("connection", "add", "telegram", "--secret", "env:TELEGRAM_TOKEN")
    engine = open_engine("sqlite:///nhacviec.sqlite3")
    with transaction(engine) as session:
        bot = session.exec(select(Connection).where(Connection.channel == ChannelKind.ZALO)).one()
        today = office_day(SystemClock().now(), "Asia/Ho_Chi_Minh")
        bot.month, bot.month_count = f"{today:%Y-%m}", 2700
        for n in range(44):
            session.add(Chat(agency_id=bot.agency_id, connection_id=bot.id, address=f"person-{n}"))
        session.add(Chat(agency_id=bot.agency_id, connection_id=bot.id, address="group", kind=ChatKind.GROUP))
    zalo, telegram = office.type("connection", "list")[1].strip().splitlines()
    assert "tháng này 2700/3000 tin – 44/50 người" in zalo and "tháng này 0 tin – 0 người" in telegram
    said = office.type("doctor")[1]
    assert "✗ Bot zalo “chinh”: tháng này đã gửi 2700/3000 tin. Sắp hết" in said
    assert "✓ Bot zalo “chinh”: gói phục vụ 44/50 người." in said
    with transaction(engine) as session:
        session.add(Chat(agency_id=bot.agency_id, connection_id=bot.id, address="person-44"))
        session.exec(select(Connection).where(Connection.channel == ChannelKind.ZALO)).one().month = "2025-01"
    engine.dispose()
    said = office.type("doctor")[1]
    assert "✓ Bot zalo “chinh”: tháng này đã gửi 0/3000 tin." in said
    assert "✗ Bot zalo “chinh”: gói phục vụ 45/50 người. Sắp hết" in said


def test_a_bot_may_be_named_by_its_channel_and_one_word_never_means_two(office: Shell) -> None:
    for channel in ("telegram", "zalo"):
        office.type("connection", "add", channel, "--secret", f"env:{channel.upper()}_TOKEN")
    assert (
        "Bot zalo “chinh”: 3000 tin một tháng, 200 người"
        in office.type("connection", "set", "zalo", "--seats", "200")[1]
    )
    code, said = office.type("connection", "set", "chinh", "--seats", "7")
    assert code == 2 and "“chinh” là nhiều bot: telegram “chinh”, zalo “chinh”; em chưa đổi gì" in said
    assert "/7 người" not in office.type("connection", "list")[1]


def test_what_cannot_be_set_is_refused(office: Shell) -> None:
    office.type("connection", "add", "zalo", "--secret", "env:ZALO_TOKEN")
    for words, told in (
        (("chinh",), "Cần --repeat, --month-limit hoặc --seats"),
        (("phu", "--repeat", "usual"), "Chưa có bot nào tên “phu”"),
        (("chinh", "--month-limit", "-1"), "không thể nhỏ hơn 0"),
        (("chinh", "--seats", "-1"), "không thể nhỏ hơn 0"),
    ):
        code, said = office.type("connection", "set", *words)
        assert code == 2 and told in said, words
    assert "/3000 tin" in office.type("connection", "list")[1]
