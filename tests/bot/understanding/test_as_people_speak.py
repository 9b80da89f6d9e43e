"""Spoken turns of phrase beside the words of work: particles, reproaches, hours of one's own day, a name behind "cái"."""

from typing import Any

import pytest

from tests.bot.understanding.reading import read

VP = {"unit": "Văn phòng", "unit_full": "Văn phòng"}
MEANT: list[tuple[str, str, str, str, dict[str, Any]]] = [
    ("từ nay cứ tám giờ sáng nhắc anh nhé sớm quá anh còn đưa con đi học", "unit_head", "direct", "settings_time", {"time": "08:00"}),
    ("nhắc em trước hạn 2 ngày nhé", "staff", "direct", "settings_time", {"duration": "P2D"}),
    ("đừng nhắc cuối tuần nữa để anh nghỉ với vợ con", "unit_head", "direct", "settings_time", {"mode": "no_weekend"}),
    ("thứ bảy chủ nhật để cho em nghỉ với gia đình, đừng có nhắc nữa", "staff", "direct", "settings_time", {"mode": "no_weekend"}),
    ("nói tiếng Anh khó hiểu quá, đổi lại tiếng Việt đi", "staff", "direct", "settings_language", {"language": "vi"}),
    ("đổi từ tiếng Việt sang tiếng Anh giúp em", "staff", "direct", "settings_language", {"language": "en"}),
    ("anh đang lái xe, một tiếng nữa nhắc lại anh nhé", "unit_head", "reply_to_reminder", "snooze", {"duration": "PT1H"}),
    ("mình đang chạy xe sẽ gọi lại sau", "staff", "reply_to_reminder", "smalltalk_other", {}),
    ("hôm nay kẹt họp rồi, đầu tuần sau kêu chị lại hí", "unit_head", "reply_to_reminder", "snooze", {"date": "2025-11-24"}),
    ("em gọi nhầm rồi ạ em tưởng máy của chồng em", "staff", "direct", "smalltalk_other", {}),
    ("em bấm nhầm việc 12 rồi, em tưởng việc của phòng mình", "staff", "direct", "undo_done", {"task_ids": [12]}),
    ("cái này kiểu gì tuần này cũng xong", "staff", "reply_to_reminder", "progress", {}),
    ("cái này xong từ hồi nào rồi chị", "staff", "reply_to_reminder", "done", {}),
    ("việc 12 xong từ bao giờ?", "leader", "direct", "task_detail", {"task_ids": [12]}),
    ("chwa xong viec 12", "staff", "direct", "progress", {"task_ids": [12]}),
    ("em vật lộn từ đầu tháng tới giờ, việc 12 xong rồi ạ", "staff", "direct", "done", {"task_ids": [12]}),
    ("nhắc giùm em cái anh Vinh việc 12", "unit_head", "direct", "remind_unit", {"task_ids": [12], "person": "anh Vinh"}),
    ("nhắc anh Vinh việc 15, dân người ta hỏi mãi", "unit_head", "direct", "remind_unit", {"task_ids": [15], "person": "anh Vinh"}),
    ("nhờ bot nhắc chị Lan việc 12 giúp anh", "unit_head", "direct", "remind_unit", {"task_ids": [12], "person": "chị Lan"}),
    ("đôn đốc Văn phòng ngay sao mà để trễ thế không biết", "leader", "direct", "remind_unit", VP),
    ("việc 30 giao anh Phúc chủ trì còn Văn phòng phối hợp", "office_head", "direct", "assign", {"task_ids": [30], "person": "anh Phúc", "partner": "Văn phòng"}),
    ("việc 32 thì Văn phòng chủ trì", "office_head", "direct", "assign", {"task_ids": [32], **VP}),
    ("chuyển việc 14 từ anh Khoa sang chị Thu vì anh Khoa nghỉ phép", "office_head", "direct", "assign",
     {"task_ids": [14], "person": "chị Thu", "from_person": "anh Khoa", "reason": "anh Khoa nghỉ phép"}),
    ("em gửi tin tháng 11 nhé, tiêu đề là Ngày hội chuyển đổi số ở khu phố", "staff", "direct", "submit_news",
     {"period": "2025-11", "title": "Ngày hội chuyển đổi số ở khu phố"}),
    ("em nộp bài, tên bài là Một cửa gần dân hơn", "staff", "direct", "submit_news", {"title": "Một cửa gần dân hơn"}),
    ("kế hoạch chuyển đổi số ấy chạy tốt không em", "leader", "direct", "status_plan", {"plan": "kế hoạch chuyển đổi số"}),
    ("cho em check hạn việc 47", "staff", "direct", "task_detail", {"task_ids": [47]}),
    ("việc nào phải xong trước 30/11 không em", "unit_head", "direct", "due_soon", {"date": "2025-11-30"}),
    ("dạ báo cáo, việc 7 với 19 bên em xong cả rồi ạ", "unit_head", "direct", "done", {"task_ids": [7, 19]}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "role", "context", "intent", "slots"), MEANT)
def test_what_is_meant(text: str, role: str, context: str, intent: str, slots: dict[str, Any]) -> None:
    understood = read(text, role, context)
    assert [act.intent.value for act in understood.acts] == [intent]
    assert understood.acts[0].slots.as_json() == slots
