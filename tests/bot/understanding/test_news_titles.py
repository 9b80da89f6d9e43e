"""News said to come later hands nothing in; several items of one message are each their own; talk about an item is no title."""

import pytest

from tests.bot.understanding.reading import bare, read, split

LATER = split("""VHXH tháng này xin nộp tin muộn đến 5/11 | Phòng Kinh tế nộp tin muộn 2 hôm nhé | phòng em nộp tin trễ vài hôm nha chị
    VHXH xin gửi tin trễ đến 3/11 | KT-HT-ĐT gửi tin sau ngày 20 | TTPVHCC hẹn cuối tháng gửi tin | em xin chậm nộp bài đến thứ 6
    xin lùi nộp tin đến 3/11 | phòng em hẹn nộp tin vào thứ 6 | BQLDA gửi tin sau ngày 20""")
TO_WRITE = split("""sếp mới giao chị viết bài tuyên truyền chuyển đổi số, nộp thứ 6 | sếp giao chị viết bài về chuyển đổi số
    chị được giao viết bài về chuyển đổi số | đang viết bài về tết trung thu | bài chuyển đổi số mai chị gửi | chị đang soạn tin hội nghị
    viết bài tuyên truyền, nộp thứ 6 | bài về trung thu tuần sau chị nộp nhé | em sắp viết xong bài về hội nghị""")
HANDED_IN = [
    ("bài Chuẩn bị làm tin học hóa", "Chuẩn bị làm tin học hóa"),
    ("đã gửi bài Giao lưu văn nghệ", "Giao lưu văn nghệ"),
    ("gửi tin: Sở giao phường viết bài dự thi", "Sở giao phường viết bài dự thi"),
    ("gửi tin trẻ em vùng cao đến trường", "trẻ em vùng cao đến trường"),
    ("em gửi tin tập huấn sau ngày khai giảng", "tập huấn sau ngày khai giảng"),
    ("em muốn gửi tin: Ngày hội đọc sách", "Ngày hội đọc sách"),
    ("tin: Phường hẹn gửi tin cho dân", "Phường hẹn gửi tin cho dân"),
    ("VHXH đã nộp tin muộn: Ngày hội đọc sách", "Ngày hội đọc sách"),
    ("nộp tin thay cho tin bị trả: Bàn giao trang thiết bị", "Bàn giao trang thiết bị"),
    ("tin thứ 2 của phòng: Tiếp đoàn JETRO", "Tiếp đoàn JETRO"),
    ("bài Hội nghị CBCC đăng báo Khánh Hòa rồi", "Hội nghị CBCC"),
    ("chị viết bài về đối thoại rồi, gửi em link https://bangoi.vn/12", "đối thoại"),
    ("tin: Phường đăng cổng thông tin 3 thủ tục mới", "Phường đăng cổng thông tin 3 thủ tục mới"),
]
SEVERAL = [
    ("bài: Ngày hội chuyển đổi số\nbài: Tết trung thu", ["Ngày hội chuyển đổi số", "Tết trung thu"]),
    ("tin: Ngày hội đọc sách; Lễ ra quân", ["Ngày hội đọc sách", "Lễ ra quân"]),
    ("bài Ra quân tổng vệ sinh, bài Trao quà hộ nghèo", ["Ra quân tổng vệ sinh", "Trao quà hộ nghèo"]),
    ("đã đăng 2 bài: Ngày hội đọc sách; Lễ ra quân", ["Ngày hội đọc sách", "Lễ ra quân"]),
    ("đã gửi 2 tin: Ra quân; Tổng kết", ["Ra quân", "Tổng kết"]),
    ("gửi 3 tin: Ra quân, Tổng kết, Trao quà", ["Ra quân", "Tổng kết", "Trao quà"]),
    ("VHXH gửi 2 tin tháng 10: Ra quân; Tổng kết", ["Ra quân", "Tổng kết"]),
    ("tin: Tập huấn CCHC; 12 người tham dự", ["Tập huấn CCHC; 12 người tham dự"]),
    ("tin: Phường ra quân, tổng vệ sinh", ["Phường ra quân, tổng vệ sinh"]),
    ("tin: Ngày hội chuyển đổi số\nSáng nay phường tổ chức; có 12 người dự", ["Ngày hội chuyển đổi số"]),
]


@pytest.mark.parametrize("text", LATER)
def test_news_that_is_to_come_later_is_not_handed_in(text: str) -> None:
    for typed in (text, bare(text)):
        (act,) = read(typed, "office_head").acts
        assert (act.intent.value, act.slots.mode) == ("news_status", "later"), typed


@pytest.mark.parametrize("text", TO_WRITE)
def test_an_item_still_to_be_written_is_not_handed_in(text: str) -> None:
    for typed in (text, bare(text)):
        (act,) = read(typed).acts
        assert (act.intent.value, act.slots.mode) == ("news_status", "later"), typed


@pytest.mark.parametrize(("text", "title"), HANDED_IN)
def test_only_the_title_is_taken_for_it(text: str, title: str) -> None:
    (act,) = read(text).acts
    assert (act.intent.value, act.slots.title) == ("submit_news", title)


@pytest.mark.parametrize(("text", "titles"), SEVERAL)
def test_each_item_of_a_message_is_its_own(text: str, titles: list[str]) -> None:
    understood = read(text)
    assert [(act.intent.value, act.slots.title) for act in understood.acts] == [("submit_news", t) for t in titles]
    assert understood.sure


def test_an_act_behind_news_is_no_second_item() -> None:
    assert [act.intent.value for act in read("tin: Ngày hội đọc sách; xong 7").acts] == ["submit_news", "done"]
    assert [act.intent.value for act in read("8 đăng 12 tin; 17 như kỳ trước").acts] == ["progress", "same_as_before"]


@pytest.mark.parametrize(
    "text",
    split("""gửi lại tin vừa rồi có ảnh | bài đó bị trả lại vì thiếu ảnh | tin đó đã đăng rồi | chuyển tin T10-05 sang tháng 11
    tin này đăng 15/10 trên trang phường, link https://bangoi.vn/12 | bài vừa gửi thiếu ảnh, em bổ sung nhé"""),
)
def test_talk_about_an_item_hands_in_no_other(text: str) -> None:
    (act,) = read(text).acts
    assert (act.intent.value, act.slots.mode, act.slots.title) == ("news_back", "mend", None)


@pytest.mark.parametrize(
    ("text", "own", "titles", "code"),
    [
        ("danh sách tin đã nộp tháng 10", False, True, None),
        ("liệt kê các tin của VHXH tháng 10", False, True, None),
        ("phòng em nộp những tin gì rồi", True, True, None),
        ("tháng này phòng mình mấy tin rồi", True, False, None),
        ("tin nào mã T10-01", False, False, "T10-01"),
        ("tin T10-01 là tin gì", False, False, "T10-01"),
        ("phòng nào chưa nộp tin", False, False, None),
    ],
)
def test_what_is_asked_of_news(text: str, own: bool, titles: bool, code: str | None) -> None:
    (act,) = read(text).acts
    slots = act.slots
    assert (act.intent.value, slots.own, slots.topic == "titles", slots.code) == ("news_status", own, titles, code)


@pytest.mark.parametrize(
    ("text", "unit", "title"),
    [
        ("P.KT vừa gửi bài Kiểm tra môi trường cụm công nghiệp", "Phòng Kinh tế, Hạ tầng và Đô thị", "Kiểm tra môi trường cụm công nghiệp"),
        ("phòng Quy hoạch gửi bài Kiểm tra môi trường", "Phòng Quy hoạch – Xây dựng và Môi trường", "Kiểm tra môi trường"),
        ("VP mới nộp tin Họp giao ban tháng 10", "Văn phòng", "Họp giao ban tháng 10"),
        ("VHXH đã gửi tin Hội thi dân vận khéo rồi ạ", "Phòng Văn hóa – Xã hội", "Hội thi dân vận khéo"),
    ],
)  # fmt: skip
def test_news_of_another_unit_by_its_title(text: str, unit: str, title: str) -> None:
    (act,) = read(text, "office_head").acts
    assert (act.intent.value, act.slots.unit_full, act.slots.title) == ("submit_news", unit, title)


@pytest.mark.parametrize(
    "text",
    split("P.KT gửi bài chưa | P.KT gửi bài Kiểm tra môi trường chưa | P.KT chưa gửi bài | VHXH gửi tin nào rồi"),
)
def test_whether_it_was_sent_is_asked(text: str) -> None:
    assert [act.intent.value for act in read(text, "office_head").acts] == ["news_status"]


@pytest.mark.parametrize("behind", [", đã đăng", " (đã đăng trên cổng)", " - đã đăng rồi ạ", ""])
def test_that_it_is_out_is_no_part_of_the_title(behind: str) -> None:
    (act,) = read(f"tin: Hoa hậu vừa đăng quang tại lễ hội{behind}").acts
    assert act.slots.title == "Hoa hậu vừa đăng quang tại lễ hội"


@pytest.mark.parametrize(
    "text", split("T10-02 đăng rồi | tin T10-02 đăng rồi nhé | duyệt tin T10-02 | cho đăng tin T10-02 | T10-02 ok")
)
def test_an_item_decided_about_is_shown(text: str) -> None:
    (act,) = read(text, "office_head").acts
    assert (act.intent.value, act.slots.code, act.slots.task_ids) == ("news_status", "T10-02", ())
