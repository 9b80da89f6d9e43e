"""Deeds inside the work are results of it; homographs, agreement with people and talk about other things change nothing."""

import pytest

from bot.understanding.intents import CHANGES, Intent
from tests.bot.understanding.reading import bare, read, split

CHANGING = CHANGES | {Intent.remind_unit, Intent.settings_time, Intent.submit_news, Intent.snooze}
IN_THE_WORK = split("""
việc 21 đã gia hạn giấy phép cho 3 doanh nghiệp | việc 19 mở lại tuyến đường số 7, còn sơn kẻ vạch | hồ sơ việc 14 bị trả về, em đang sửa lại
việc 23: đã trả lại 4 hồ sơ chưa đạt cho dân | phòng đã mở lại lớp học tình thương, việc 52 | đã giao đất cho 12 hộ, việc 45
việc 8 tạm hoãn vì mưa bão | việc 10 tắc ở khâu thẩm định giá | đã giải ngân 12,5 tỷ/40 tỷ, việc 45 | việc 8 vẫn đang làm, chưa có gì mới
đã tiếp 14 lượt công dân, giải quyết 9 đơn, nhập vào việc 36 nhé | việc 7 còn mỗi khâu đóng dấu nữa thôi ạ
""")
PARTS = split("""
việc 22 tập huấn xong cho 45 cán bộ 3 phường, còn 2 phường | việc 13 giao đất xong 40 hộ, còn 5 hộ chưa nhận tiền
9 ký được 4 hợp đồng, còn 1 | việc 30: số hóa 1.200/3.000 hồ sơ | việc 6 xong 5 mục còn mục cuối
""")
PARTS_IN_REPLY = [
    ("được 3/5 xã rồi", None),
    ("xong 2/3", 67),
    ("gặp 20 hộ xong còn 5 hộ", None),
    ("ký xong 3 hợp đồng rồi nhé chị", None),
]
TALK = split("""
hạn hán kéo dài đến 30/11, khổ dân | thẻ BHYT của em gia hạn đến 30/11 rồi | giao lưu văn nghệ với phường bạn tối nay nhé
giao thông đoạn khu 12 tắc quá | lùi xe giúp em với | bác sĩ hẹn em ngày 25/11 tái khám | duyệt binh hoành tráng quá
mượn phòng họp số 2 xong rồi nhé | xong việc rồi về thôi anh em | họp xong rồi em gọi lại chị nhé | xong phim rồi, hết cả hồn
duyệt chi 15 triệu mua máy in rồi nhé | Bộ đồng ý lùi thời hạn áp dụng đến 1/7 | đồng ý với chị, việc 12 khó thật
nhất trí là hạn việc 12 hơi gấp | thống nhất giờ họp 14h nhé anh em | em tự nhắc anh Hùng rồi | thứ 6 em nộp tin: hội nghị dân vận
việc 12 không phải của em | anh giao việc 12 cho em nhầm rồi | biên bản 12 ký xong rồi
""")
NOT_YET = split("""
xong 12 nhớ báo chị nhé | xong việc này chị mời em cafe | cố gắng hoàn thành 12 nhé | phải xong 12 trong tuần này nhé | đợi em xong 12 đã
đang tính giao việc 10 cho chị Hoa | để tuần sau tính chuyện lùi hạn việc 13 | 7 anh sẽ duyệt sau | 7 anh chưa duyệt | anh chưa xem nên chưa duyệt 7 được
duyệt 10 nếu đã có ý kiến Sở | đồng ý 20 trừ phần kinh phí | anh Phúc bảo chị Lan đã nộp việc 7 | tại sao chị không đồng ý cho lùi hạn 12
""")
STAFF_TELLS = split(
    "việc 12 anh đã đồng ý lùi tới 5/12 hôm họp rồi | sao không duyệt việc 9 cho em? | chắc anh Tâm sẽ duyệt 12 thôi"
)


def changed(text: str, role: str, context: str = "direct") -> set[Intent]:
    understood = read(text, role, context)
    return {act.intent for act in understood.acts} & CHANGING if understood.sure else set()


@pytest.mark.parametrize("text", [*IN_THE_WORK, *PARTS])
def test_it_is_how_the_task_stands(text: str) -> None:
    for typed in (text, bare(text)):
        for role in ("staff", "unit_head"):
            understood = read(typed, role)
            assert [act.intent for act in understood.acts] == [Intent.progress], (typed, role)
            assert understood.sure and len(understood.acts[0].slots.task_ids) == 1


@pytest.mark.parametrize(("text", "percent"), PARTS_IN_REPLY)
def test_so_many_of_more_are_no_end(text: str, percent: int | None) -> None:
    for typed in (text, bare(text)):
        (act,) = read(typed, context="reply_to_reminder").acts
        assert (act.intent, act.slots.percent) == (Intent.progress, percent)


@pytest.mark.parametrize("text", TALK)
def test_talk_changes_nothing(text: str) -> None:
    for typed in (text, bare(text)):
        assert not changed(typed, "staff") and not changed(typed, "unit_head"), typed


@pytest.mark.parametrize("text", NOT_YET)
@pytest.mark.parametrize("role", ["unit_head", "leader"])
def test_what_is_to_come_or_on_a_condition_is_not_ordered(text: str, role: str) -> None:
    for typed in (text, bare(text)):
        assert not changed(typed, role), typed


@pytest.mark.parametrize("text", STAFF_TELLS)
def test_staff_telling_of_a_decision_decides_nothing(text: str) -> None:
    for typed in (text, bare(text)):
        assert not changed(typed, "staff"), typed


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("mở lại 22, Sở trả hồ sơ yêu cầu bổ sung", Intent.undo_done), ("gia hạn 12 đến 5/12", Intent.set_deadline),
        ("rút hạn việc 9 lên 24/11", Intent.set_deadline), ("dời 14 sang 1/12", Intent.set_deadline),
        ("đồng ý với đề nghị lùi 12 đến 5/12", Intent.approve), ("duyệt, anh xem rồi", Intent.approve),
        ("ừ, duyệt đi em", Intent.approve), ("tiến độ 17: khoảng 85%", Intent.progress),
    ],
)  # fmt: skip
def test_plain_orders_still_count(text: str, intent: Intent) -> None:
    understood = read(text, "office_head")
    assert (understood.sure, understood.acts[0].intent) == (True, intent)


@pytest.mark.parametrize(
    "text", split("31 chuyển năm sau | chuyển việc 31 sang năm sau | 31 chuyển sang năm sau vì chờ vốn")
)
def test_the_year_s_end_out_of_season_is_answered_and_no_result(text: str) -> None:
    for typed in (text, bare(text)):
        assert [act.intent for act in read(typed).acts] == [Intent.sort_year]


def test_kept_up_is_asked_about_out_of_season() -> None:
    assert not read("9 duy trì").sure
    assert read("9 duy trì 3 mô hình").sure
