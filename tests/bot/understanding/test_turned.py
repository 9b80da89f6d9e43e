"""A change that its own message turns, jokes about, quotes or lets wait is asked about, as it is turned into first."""

from typing import Any

import pytest

from tests.bot.understanding.reading import read

#: Who types it, the words, and the reading that is offered first.
ASKED: list[tuple[str, str, str, dict[str, Any]]] = [
    ("office_head", "giao việc 36 cho P.KH, ấy không, cho Văn phòng nhé", "assign", {"unit": "Văn phòng"}),
    ("unit_head", "chuyển 45 cho chị Hoa, quên chị Hoa nghỉ sinh, đưa anh Phúc đi", "assign", {"person": "anh Phúc"}),
    ("unit_head", "giao 12 cho Lan, à nhầm, cho Quân", "assign", {"person": "Quân"}),
    ("office_head", "trả lại việc 31... thôi đọc kỹ thấy ổn, duyệt nhé", "approve", {"task_ids": [31]}),
    ("office_head", "duyệt 31, khoan, trả lại đi, thiếu số", "reject", {"task_ids": [31]}),
    ("office_head", "hạn việc 24 là 5/12 nhé... thôi để 10/12 cho thoải mái", "set_deadline", {"date": "2025-12-10"}),
    ("staff", "em xin lùi việc 19 đến thứ 3, ý em là thứ 4 tuần sau ạ", "extend_request", {"date": "2025-11-26"}),
    ("staff", "mai 9h nhắc em, quên, 9 rưỡi nha", "snooze", {"time": "09:30"}),
    ("staff", "mở lại việc 27 giúp em ủa lộn việc 72", "undo_done", {"task_ids": [72]}),
    ("office_head", "nhắc VHXH nộp số liệu, à mà họ mới gửi rồi, thôi nhé khỏi", "remind_unit", {}),
    ("staff", 'cái câu "lùi việc 5 đến cuối tháng" là em chép ví dụ thôi', "extend_request", {"task_ids": [5]}),
    ("staff", "chuyển qua tiếng Anh hết cho sang kkkk", "settings_language", {}),
    ("office_head", "giao việc 12 cho Văn phòng luôn đi =))", "assign", {}),
    ("unit_head", "việc 40 chỉ xong khi tỉnh công bố chỉ số, mà tỉnh thì im re", "done", {"task_ids": [40]}),
    ("unit_head", "dự kiến t2 trình ký việc 38, t3 có số là báo hoàn thành", "done", {"task_ids": [38]}),
    ("office_head", "VHXH mà tuần sau chưa nộp thì lúc đó tôi mới nhắc", "remind_unit", {}),
    ("staff", "sang năm chuyển qua tiếng Anh hết nha", "settings_language", {}),
    ("staff", "gửi tin hội thao sau nha, ảnh đang chỉnh", "submit_news", {}),
    ("staff", "tin: cái này đăng chưa em", "submit_news", {}),
    ("staff", "bài: chưa viết xong", "submit_news", {}),
    ("staff", "tin: mai em gửi", "submit_news", {}),
    ("unit_head", "có người nói Trưởng ban đồng ý cho lùi việc 18 rồi", "approve", {"task_ids": [18]}),
    ("staff", "chị Thu phòng bên bảo việc chị ấy xong từ hôm qua", "done", {}),
    ("staff", "còn được lùi việc 46 nữa không hay hết cửa rồi bot", "task_detail", {"task_ids": [46]}),
    ("staff", "switch to English... just kidding, cứ để như cũ nha bot", "settings_language", {}),
    (
        "office_head",
        "gia hạn việc 6 đến cuối tháng... nói vậy thôi chứ anh không cho đâu",
        "set_deadline",
        {"task_ids": [6]},
    ),
    ("staff", "bot biết nói tiếng Anh không, hỏi cho vui chứ không đổi đâu", "settings_language", {}),
    ("office_head", "trả lại việc 10. Ồ không, đúng mẫu rồi, vậy thì duyệt", "reject", {"task_ids": [10]}),
    ("office_head", "không phải chị không đồng ý, chị chỉ hỏi việc 48 căn cứ vào đâu", "reject", {"task_ids": [48]}),
    ("office_head", "dinh noi viec 30 toi het quy ma nghi lai, de y nhu ke hoach", "set_deadline", {"task_ids": [30]}),
    ("staff", "nhầm là nhầm cái tên file thôi ạ, chứ việc 11 thì xong thật", "undo_done", {"task_ids": [11]}),
    ("staff", "bên quy hoạch người ta khoe xong việc 31 từ hôm kia kìa", "done", {"task_ids": [31]}),
    ("unit_head", "việc 60 để chị Nguyệt làm được chứ, cập nhật đi em", "progress", {"task_ids": [60]}),
]
ASKED += [
    ("office_head", "Vinh muốn hạn 26 là 5/12", "set_deadline", {"task_ids": [26]}),
    ("office_head", "đề xuất hạn 26 là 20/12", "set_deadline", {"task_ids": [26]}),
    ("admin", "chắc phải nhắc hết", "remind_unit", {}),
    ("admin", "có lẽ nhắc hết", "remind_unit", {}),
]
#: Such words in front of the change, of a reason, or of courtesy turn nothing.
SURE = [
    ("office_head", "Thấy các em cố gắng dữ rồi, thôi chị cho qua, duyệt 12 nghe em", "approve"),
    ("office_head", "thôi dời việc 17 qua thứ tư tuần sau nghen em", "set_deadline"),
    ("staff", "ấy chết em bấm lộn, việc 14 chưa xong đâu, mở lại giúp em", "undo_done"),
    ("staff", "từ nay nhắc em lúc 7h30 thôi nha", "settings_time"),
    ("staff", "nhắc 7h sớm quá, 8h30 đi", "settings_time"),
    ("staff", "xong 7 rồi nhé, quên báo anh hôm qua", "done"),
    ("staff", "12 xong rồi anh kkk", "done"),
    ("staff", "việc 12 lùi cho em đến 5/12, thôi em cảm ơn ạ", "extend_request"),
    ("office_head", "tôi muốn hạn 26 là 5/12", "set_deadline"),
    ("admin", "chắc chắn nhắc hết giúp anh", "remind_unit"),
    ("staff", "tin: Ra quân ngày chủ nhật xanh", "submit_news"),
    ("staff", "tin: Phường gửi thư khen các tổ dân phố", "submit_news"),
    ("leader", "Không lùi nữa. Giữ nguyên hạn cũ.", "reject"),
    ("staff", "e ko giỡn đâu, cho e lùi vc 18 qua thứ 3 tuần sau nha", "extend_request"),
    ("unit_head", "trả 7 vì dân khoan giếng, khoan sai vị trí", "reject"),
    ("unit_head", 'nhắc Văn phòng nộp "Báo cáo quý IV"', "remind_unit"),
    ("staff", "Kính báo cáo anh, việc 16 bên em đã thực hiện hoàn thành, kính anh cho ý kiến ạ", "done"),
]


@pytest.mark.parametrize(("role", "text", "intent", "slots"), ASKED)
def test_it_is_asked_about(role: str, text: str, intent: str, slots: dict[str, Any]) -> None:
    understood = read(text, role=role).as_json()
    assert (understood["intent"], understood["sure"]) == (intent, False)
    assert understood["slots"].items() >= slots.items()


@pytest.mark.parametrize(("role", "text", "intent"), SURE)
def test_it_is_done_as_said(role: str, text: str, intent: str) -> None:
    understood = read(text, role=role).as_json()
    assert (understood["intent"], understood["sure"]) == (intent, True)


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("thôi nhắc 7h sớm quá, từ giờ chuyển về 8h30 giúp e", "08:30"),
        ("đang nhắc 7h, cho em 8h", "08:00"),
        ("nhắc em lúc 7h, đừng nhắc 6h nữa", "07:00"),
    ],
)
def test_of_two_hours_the_one_wished_for_counts(text: str, hour: str) -> None:
    assert read(text).as_json()["slots"]["time"] == hour
