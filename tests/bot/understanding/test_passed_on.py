"""A letter or somebody's request passed on to the bot is no result, no report and no wish of who passes it on."""

import pytest

from tests.bot.understanding.reading import bare, intents, read, split

PASSED_ON = """
Kính gửi các đồng chí, đề nghị báo cáo tiến độ thực hiện nhiệm vụ số 17 trước ngày 10/10. Trân trọng.
Kính gửi: Các phòng, đơn vị. Văn phòng đề nghị cập nhật kết quả nhiệm vụ 8, 17 trước 16h30 ngày 14/10
Theo công văn 1234/SNV-CCHC, đề nghị đơn vị hoàn thành nhiệm vụ số 7 trước 20/10
Thực hiện Kế hoạch 12/KH-UBND, yêu cầu các phòng khẩn trương hoàn thành nhiệm vụ 31 trước 30/11
Đề nghị đồng chí hoàn thành việc 7 trong tuần này
sếp yêu cầu hoàn thành việc 7 trước thứ 6
Sở Nội vụ đề nghị rà soát lại số liệu nhiệm vụ 8 trước 15/10
@Lan việc 7 em đẩy nhanh tiến độ, thứ 6 anh cần
chị Lan ơi việc 7 khẩn trương giúp anh nhé
việc 7 em ưu tiên làm nhé, chiều nay anh cần
"""


@pytest.mark.parametrize("text", split(PASSED_ON))
def test_the_task_is_shown_and_nothing_is_told(text: str) -> None:
    for typed in (text, bare(text)):
        assert intents(typed) == ["task_detail"], typed


TOLD = {
    "7 đã đề nghị các phòng báo cáo số liệu": "progress",
    "việc 7 em đã đề nghị các đơn vị báo cáo trước 20/10": "progress",
    "17 Sở yêu cầu bổ sung hồ sơ trước 20/10": "progress",
    "8 đã gửi công văn đề nghị các phòng nộp báo cáo trước 20/10": "progress",
    "7 đang đẩy nhanh tiến độ": "progress",
    "kính gửi anh, việc 17 đã xong ạ": "done",
    "kính gửi chị Thu, em báo cáo việc 7 được 60%": "progress",
    "Kính gửi lãnh đạo, đề nghị cho lùi việc 7 đến 30/11": "extend_request",
    "đề nghị lãnh đạo phê duyệt kết quả việc 7": "verdict_wish",
    "theo công văn 1234/SNV-CCHC việc 7 đã hoàn thành": "done",
}


@pytest.mark.parametrize(("text", "intent"), TOLD.items())
def test_what_is_told_or_wished_is_still_taken(text: str, intent: str) -> None:
    assert intents(text) == [intent]


def test_a_head_who_calls_somebody_is_asked_whether_to_remind_him() -> None:
    understood = read("Lan việc 7 em đẩy nhanh tiến độ, thứ 6 anh cần", "unit_head")
    assert not understood.sure and [act.intent.value for act in understood.readings] == ["remind_unit"]
    ordered = read("yêu cầu các phòng khẩn trương hoàn thành nhiệm vụ 31 trước 30/11", "office_head")
    assert [act.intent.value for act in ordered.acts] == ["remind_unit"]
