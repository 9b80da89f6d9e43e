"""A number, and behind it who should do it, whose it is not, or until when it may take: no result of the month."""

import pytest

from tests.bot.understanding.reading import read, split

SHARED = split("""57 58 Hoa 1 cái Phúc 1 cái | 55 với 56 Hoa 1 việc Phúc 1 việc nhé | 43 44 mỗi đứa 1 việc | 41 42 Vinh Khoa mỗi người 1 việc
39 chia cho Vinh với Khoa | 34 Quân 1 nửa Lan 1 nửa | 55 56 trung tâm tự làm | 9 10 Nam | 9 10 Nam làm | 34 35 Lan | 34 35 anh Nam""")
NOT_OURS = split(
    "7 phòng anh không liên quan | 7 anh đâu có làm việc này | 44 trung tâm không có phần | 7 bên anh có làm đâu"
)
LIMITS = split("""31 muộn lắm là 15/11 | 31 cùng lắm 15/11 | 31 15/11 là hết cỡ | 31 15/11 hết cỡ | 31 không quá 10/11 là được
à 31 không được, phải xong trước 15/11 | 31 không cho, phải xong trong tháng này""")
RESULTS = split("""8 12 tin 3 bài | 45 2 lần | 34 35 lần | 34 35 lan | 43 chia làm 3 đợt | 43 chia cho 3 tổ dân phố | 43 mỗi tổ 1 cái bảng
44 trung tâm không có phần mềm | 34 làm được 1 nửa""")


@pytest.mark.parametrize(
    ("text", "intents"),
    [
        *((text, {"assign"}) for text in SHARED),
        *((text, {"none_arose"}) for text in NOT_OURS),
        *((text, {"approve", "set_deadline"}) for text in LIMITS),
        *((text, {"progress"}) for text in RESULTS),
    ],
)
def test_what_a_head_says_behind_a_number(text: str, intents: set[str]) -> None:
    understood = read(text, "unit_head")
    assert {act.intent.value for act in understood.readings or understood.acts} == intents


@pytest.mark.parametrize("text", [*NOT_OURS, *LIMITS, "9 10 Nam", "34 35 Lan", "55 56 trung tâm tự làm"])
def test_it_is_asked_about(text: str) -> None:
    assert not read(text, "unit_head").sure


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("23 hạn 31/12 nhé, không phải 31/1", "2025-12-31"),
        ("dời 10 sang 28/11, không phải 21/11", "2025-11-28"),
        ("hạn 7 là 5/12, à không phải, 6/12", "2025-12-06"),
    ],
)
def test_the_day_that_is_not_meant(text: str, day: str) -> None:
    assert str(read(text, "office_head").acts[0].slots.date) == day


@pytest.mark.parametrize(
    "text",
    split("""giao 54 cho Phúc, thôi để đó | duyệt 30 ấy chờ anh coi lại | ủa khoan, đừng nhắc | ấy đừng nhắc
nếu anh Hải chưa trả lời thì nhắc"""),
)
def test_a_stop_in_other_words(text: str) -> None:
    assert not read(text, "unit_head").sure


@pytest.mark.parametrize(
    "text",
    split("""7 máy đâu mà làm | 48 lấy tiền đâu in | 48 tiền đâu mà in | 26 chị Thu giữ hồ sơ | 17 chị cần phòng họp | 17 em đang cần xe | 7 mới chọn được ngày 8 đăng 10 tin | 7 chốt được ngày 8 mở 2 lớp
chị Lan nhắn em nè: xong 12 | chị Lan nhắn em xong 12 rồi"""),
)
def test_what_may_be_told_is_asked_about(text: str) -> None:
    assert not read(text).sure


@pytest.mark.parametrize(
    "text",
    split(
        "7 bước đầu làm được 2 mô hình | 7 tìm nhà đầu tư xong phần chợ | 7 họp ngày 8 đăng 10 tin | 7 đã chốt ngày 8 tháng 11 họp"
    ),
)
def test_a_day_of_the_month_stays_one(text: str) -> None:
    assert [act.slots.task_ids for act in read(text).acts] == [(int(text[0]),)]


NAMED = split("việc 12 kết quả tháng 10 | 12 số liệu kỳ này | 31 tiến độ | 12 số liệu đến nay | 45 đăng lên đâu")


@pytest.mark.parametrize("role", ["staff", "unit_head"])
@pytest.mark.parametrize("text", NAMED)
def test_what_is_only_named_is_asked_for(text: str, role: str) -> None:
    assert [act.intent.value for act in read(text, role).acts] == ["task_detail"]


def test_an_obstacle_named_by_staff_is_told() -> None:
    assert read("31 vướng mắc").acts[0].intent.value == "progress"
    assert read("31 vướng mắc", "unit_head").acts[0].intent.value == "task_detail"


TALK = split("""45 báo cáo giùm | 45 khó quá | 13 c nhờ Phúc báo | 14 làm gấp | muốn xong 7 phải có tiền | phải xong 7 trước 15/10
57 chưa giao ai cả | 31 gấp lắm rồi | 31 lâu quá | 7 xử lý nhanh giúp em""")
REPORTED = split("""14 đang làm gấp | 7 phải chờ Sở | 7 kết quả 12 tin | 45 vận động 5 hộ | 31 khó khăn về kinh phí | 7 chậm do mưa bão
7 kết quả tốt | 12 số liệu tháng 10: 340 hồ sơ""")


@pytest.mark.parametrize("text", TALK)
def test_talk_about_a_task_is_asked_about(text: str) -> None:
    understood = read(text)
    assert not understood.sure and understood.acts[0].intent.value == "progress"


@pytest.mark.parametrize("text", REPORTED)
def test_a_plain_report_stays_sure(text: str) -> None:
    understood = read(text)
    assert understood.sure and understood.acts[0].intent.value == "progress"


@pytest.mark.parametrize(("text", "whom"), [("41 c tự làm", "tôi"), ("57 đã giao Hoa rồi mà", "Hoa")])
def test_who_does_it_said_by_a_head_may_hand_it_out(text: str, whom: str) -> None:
    understood = read(text, "unit_head")
    assert not understood.sure and understood.readings[0].slots.person == whom


def test_never_done() -> None:
    assert read("đâu có xong 10 đâu").acts[0].slots.statement == "chưa xong"
