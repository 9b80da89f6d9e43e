"""What is asked about the bot itself, and what the administrator does: answered with how it is done, and nothing is changed."""

import pytest

from tests.bot.understanding.reading import intents, read, split

PEOPLE = split(
    """thêm người mới: Trần Văn Nam, phòng Kinh tế | thêm cán bộ mới | bổ sung chuyên viên mới giúp chị | gửi lại mã mời cho Nam
    mời anh Nam giúp anh | mời chị Hoa vào zalo nhé | cấp mã mời cho anh Nam | trưởng phòng Kinh tế giờ là anh Nam | xin mã mời"""
)
UNITS = split(
    "lập thêm Phòng Pháp chế | thành lập Ban Dự án 3 | giải thể phòng Kinh tế | gộp P.KT với P.VHXH | thêm phòng mới"
)
HOURS = split("sáng mấy giờ em nhắn | mấy giờ em nhắc vậy | em nhắc lúc mấy giờ | bot có nhắn cuối tuần không")


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        *((t, "people") for t in PEOPLE),
        *((t, "units") for t in UNITS),
        *((t, "hour") for t in HOURS),
        *((t, None) for t in ("em là ai vậy", "bot là gì", "em làm gì đây")),
    ],
)
def test_it_is_said_how_it_is_done(text: str, topic: str | None) -> None:
    (act,) = read(text, "office_head").acts
    assert (act.intent.value, act.slots.topic) == ("help", topic)


@pytest.mark.parametrize(
    "text",
    split("""mời anh Nam họp chiều nay | thêm việc mới: rà soát biển hiệu | thêm người phối hợp việc 7 | mới anh Nam xong
    gộp P.KT với P.VHXH thành Phòng Tổng hợp | thêm tổ dân phố | mấy giờ họp | 7 mời anh Nam | lập thêm danh sách"""),
)
def test_other_words_ask_for_no_help(text: str) -> None:
    assert "help" not in intents(text, "office_head")


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("tới giờ còn ai thiếu", "who_missed_results"),
        ("tháng 10 còn ai thiếu", "who_missed_results"),
        ("còn ai thiếu số liệu", "who_missed_results"),
        ("phòng mình ai còn thiếu", "who_missed_results"),
        ("còn thiếu gì của chị không", "who_missed_results"),
        ("chốt chưa em", "who_missed_results"),
        ("tháng trước sao rồi em", "status_overall"),
        ("việc nào đang chờ anh", "my_tasks"),
        ("từ giờ gọi cơ quan là Ủy ban phường", "name_office"),
        ("đổi phòng Kinh tế tên là Phòng Đầu tư", "change_unit"),
    ],
)
def test_what_is_asked_every_day(text: str, intent: str) -> None:
    understood = read(text, "office_head")
    assert understood.sure and [act.intent.value for act in understood.acts] == [intent]


def test_what_all_should_report_of_their_own_is_said_back() -> None:
    (act,) = read("các phòng báo cáo chị tình hình giải ngân trước thứ 4", "leader").acts
    assert (act.intent.value, act.slots.text) == ("remind_unit", "báo cáo chị tình hình giải ngân trước thứ 4")
    for text in split("các phòng báo cáo chưa | các phòng gửi chị chưa"):
        assert intents(text, "leader") != ["remind_unit"], text
