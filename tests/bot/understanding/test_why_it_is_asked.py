"""Why something is asked or ordered stands before it: the question or order behind it counts, whatever the first words are."""

import pytest

from tests.bot.understanding.reading import Told, bare, bare_told, intents, read, says, split, told

VHXH = {"unit": "VHXH", "unit_full": "Phòng Văn hóa – Xã hội"}
KT = {"unit": "KT", "unit_full": "Phòng Kinh tế, Hạ tầng và Đô thị"}
HCC = {"unit": "trung tâm HCC", "unit_full": "Trung tâm Phục vụ hành chính công"}
LED = [
    ("sắp họp kiểm điểm, chị cần nắm VHXH làm được tới đâu", says("status_unit", **VHXH)),
    ("chiều họp giao ban, VHXH làm tới đâu rồi", says("status_unit", **VHXH)),
    ("Sao VHXH im quá vậy, đôn đốc đi em", says("remind_unit", **VHXH)),
    ("Sao KT chưa gửi gì hết vậy? Giục giùm anh", says("remind_unit", **KT)),
    ("réo KT nộp việc 12 giùm", says("remind_unit", 12, **KT)),
    ("réo hết mấy phòng chưa gửi số liệu giùm chị", says("remind_unit")),
    ("bot gọi trung tâm HCC vô nhắc việc 30 giùm, đừng để lỡ kỳ", says("remind_unit", 30, **HCC)),
    ("chị chạy họp đây, thay chị giục VHXH với", says("remind_unit", **VHXH)),
    ("Tình hình nhiệm vụ của cả phường tới giờ sao rồi?", says("status_overall")),
    ("em gửi chị xem phần việc của chị một lượt với", says("my_tasks")),
    ("kế hoạch rà soát TTHC bao nhiêu mục đã đóng rồi?", says("status_plan", plan="kế hoạch rà soát TTHC")),
    ("tiến độ kế hoạch CCHC kết xuất ra pdf giùm anh", says("report_request", plan="kế hoạch CCHC")),
    ("xuất kế hoạch CCHC ra excel giúp chị", says("report_request", plan="kế hoạch CCHC")),
    ("sáng an lành nghen trợ lý", says("greeting_thanks")),
    ("chiều tốt lành cả nhà", says("greeting_thanks")),
]
NOBODY_REMINDED = split(
    "mọi người reo hò quá | từ nay nhắc anh lúc 7h30 nhé | 2 tiếng nữa réo anh lại nha | sao bot không nhắc em | VHXH nộp chưa, chưa thì thôi | sao hôm qua nhắc VHXH rồi mà chưa nộp"
)
TOLD_LATER = [
    ("việc 13 đang trình ký, khi nào ảnh ký tôi báo liền", says("progress", 13)),
    ("Sếp khỏi lo, mai là xong việc 13", says("progress", 13)),
    ("việc 12 sao kịp được, xin lùi qua 28/11", says("extend_request", 12, date="2025-11-28")),
]
TITLES = split("tên bài: | tiêu đề: | tựa bài: | nè bot: | đây bot:")


@pytest.mark.parametrize(("text", "act"), LED)
def test_the_question_or_order_behind_it_counts(text: str, act: Told) -> None:
    for typed, expected in ((text, [act]), (bare(text), bare_told([act]))):
        understood = read(typed, "office_head")
        assert told(understood) == expected
        assert understood.sure


@pytest.mark.parametrize("text", NOBODY_REMINDED)
@pytest.mark.parametrize("role", ["staff", "office_head"])
def test_a_question_alone_reminds_nobody(text: str, role: str) -> None:
    assert "remind_unit" not in intents(text, role)


@pytest.mark.parametrize(("text", "act"), TOLD_LATER)
def test_what_will_be_told_later_is_no_question(text: str, act: Told) -> None:
    assert told(read(text, "staff")) == [act]


@pytest.mark.parametrize("text", split("khi nào sếp ký việc 13 | việc 12 sao kịp? | việc 12 khi nào xong?"))
def test_a_question_stays_one(text: str) -> None:
    assert intents(text, "office_head") == ["task_detail"]


@pytest.mark.parametrize("lead", TITLES)
def test_what_leads_to_a_title_is_none_of_it(lead: str) -> None:
    (act,) = read(f"tin {lead} Đoàn thanh niên ra quân dọn rác").acts
    assert act.slots.title == "Đoàn thanh niên ra quân dọn rác"
