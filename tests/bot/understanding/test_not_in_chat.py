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
PRIVATE = split(
    """ai đọc được tin của em | tin em gửi bot lưu ở đâu | lãnh đạo có xem được em nhắn gì không | bot có đọc tin trong nhóm không | tin nhắn này có ai thấy không em
    em nhắn cho bot thì sếp có biết không | tin nhắn có bảo mật không | sếp Tâm có xem được em nhắn với bot không | những gì em nhắn ai xem được | dữ liệu lưu ở đâu
    bot có lưu tin nhắn của em không | nhắn riêng với em có ai đọc không | có ai đọc được mấy cái chị nhắn với em không | tin nhắn của anh em gửi bot chị có đọc được không
    trong nhóm nói chuyện bot có nghe không | bot có theo dõi nhóm không | tin nhắn lưu bao lâu | dữ liệu của cơ quan lưu ở đâu vậy | em nhắn gì sếp có thấy không
    ai xem được tin nhắn của mình vậy | chị nhắn với em có bị lộ không | bot này có an toàn không | anh Tâm có đọc được tin em nhắn không | em nói với bot trưởng phòng có biết không | tin của em ai xem được
    những gì em báo ai xem được | tin nhan cua em co ai doc duoc khong | ai doc duoc tin cua em | nói chuyện với bot có ai biết không | bot có nghe mọi người nói trong nhóm không | tin nhắn có bị lưu lại không
    mình nhắn cho bot thì phòng khác có xem được không | có ai xem được tin nhắn không em"""
)
OF_WORK = split(
    """ai chưa nộp tin | tin của em đăng chưa | ai đọc tin T10-03 | việc 7 ai xem | sếp xem 7 chưa | lãnh đạo đã đọc báo cáo chưa | có ai gửi tin chưa | tin em gửi duyệt chưa | tin bài tháng 10 | em gửi tin rồi, anh xem giúp | anh xem tin của em được không | sếp xem tin của em chưa
    sếp đã đọc tin nhắn nhắc việc chưa | anh Tâm đã xem tin em gửi chưa | ai biết việc 7 làm sao không | tin nhắn nhắc việc gửi lúc nào | em nhắn anh Tâm rồi | kết quả việc 7 lưu ở đâu | bảo mật thông tin 7 xong | tin: Hội nghị bảo mật thông tin | có ai báo gì không
    nhắc mọi người đọc tin nhắn | gửi tin nhắn nhắc KT | em báo gì rồi | chị gửi mấy tin rồi | tin của em thiếu gì không | soạn tin nhắn nhóm | 7 gửi bot rồi có thấy không | em gửi ảnh có thấy không | ai duyệt tin của em | việc an toàn thực phẩm tới đâu rồi | ai làm việc an toàn thông tin
    công tác bảo mật thế nào rồi | ai xem được việc 7 | sếp Hà biết chưa | báo sếp giúp em được không | trong nhóm có ai chưa báo không | tin của phòng em đủ chưa | ai nhắn gì cho em không | hồ sơ lưu trữ ở đâu"""
)
HOURS = split("sáng mấy giờ em nhắn | mấy giờ em nhắc vậy | em nhắc lúc mấy giờ | bot có nhắn cuối tuần không")


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        *((t, "people") for t in PEOPLE),
        *((t, "units") for t in UNITS),
        *((t, "hour") for t in HOURS),
        *((t, "private") for t in PRIVATE),
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


@pytest.mark.parametrize("text", OF_WORK)
def test_work_and_news_are_no_question_of_privacy(text: str) -> None:
    assert all(act.slots.topic != "private" for act in read(text).acts)


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
