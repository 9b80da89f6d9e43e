"""What an office decides about its bots."""

from tests.bot.commands.shell import Shell


def test_an_office_decides_what_a_bot_may_send_and_repeats(office: Shell) -> None:
    office.type("connection", "add", "zalo", "--secret", "env:ZALO_TOKEN")
    code, said = office.type("connection", "set", "chinh", "--repeat", "nothing")
    assert (code, said.strip()) == (
        0,
        "Bot zalo “chinh”: 3000 tin một tháng; khi không rõ đã đến: không gửi lại tin nào.",
    )
    code, said = office.type("connection", "set", "chinh", "--month-limit", "0", "--repeat", "usual")
    assert code == 0 and "không giới hạn số tin; khi không rõ đã đến: tin nhắc buổi sáng và tin trả lời" in said


def test_what_cannot_be_set_is_refused(office: Shell) -> None:
    office.type("connection", "add", "zalo", "--secret", "env:ZALO_TOKEN")
    for words, told in (
        (("chinh",), "Cần --repeat hoặc --month-limit"),
        (("phu", "--repeat", "usual"), "Chưa có bot nào tên “phu”"),
        (("chinh", "--month-limit", "-1"), "không thể nhỏ hơn 0"),
    ):
        code, said = office.type("connection", "set", *words)
        assert code == 2 and told in said, words
    assert "/3000 tin" in office.type("connection", "list")[1]
