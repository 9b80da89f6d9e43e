"""Questions about other people's work, internal dates, a span's near dates, own results, tomorrow's morning, and search."""

import pytest

from tests.bot.understanding.reading import bare, bare_told, intents, read, says, split, told

ASKED = [
    ("tình hình chị Lan", says("status_unit", person="chị Lan")),
    ("tiến độ công việc của anh Vinh", says("status_unit", person="anh Vinh")),
    ("cho tôi xem việc của chị Hoa", says("status_unit", person="chị Hoa")),
    ("chị Hoa đang làm gì", says("status_unit", person="chị Hoa")),
    ("anh Vinh hiện đang giữ bao nhiêu việc ạ", says("status_unit", person="anh Vinh")),
    ("anh Vinh làm tới đâu rồi", says("status_unit", person="anh Vinh")),
    ("việc chậm mốc nội bộ", says("slipping_list")),
    ("những việc nào trễ mốc", says("slipping_list")),
    ("liệt kê việc quá mốc nội bộ", says("slipping_list")),
    ("việc nào đang vướng", says("stuck_list")),
    ("những việc nào vướng tháng này", says("stuck_list")),
    ("phòng nào có vướng mắc gì không em", says("stuck_list")),
    ("việc nào đang vướng chờ Sở", says("stuck_list")),
    ("liệt kê các việc đang gặp khó khăn", says("stuck_list")),
    ("vướng mắc lớn nhất là gì", says("stuck_list")),
    ("tổng hợp khó khăn, vướng mắc", says("stuck_list")),
    ("sắp đến hạn tuần này", says("due_soon", period="2025-W47")),
    ("kết quả của tôi tháng 10", says("my_results", period="2025-10")),
    ("tháng 10 kết quả của em", None),
    ("cho em xem kết quả công việc của em tháng trước", says("my_results", period="2025-10")),
    ("kết quả KPI tháng này của em", says("my_results", period="2025-11")),
    ("xem trước sáng mai", says("preview_morning")),
    ("xem thử tin nhắc sáng mai", says("preview_morning")),
    ("sáng mai bot nhắc những ai", says("preview_morning")),
    ("mai nhắc bao nhiêu người", says("preview_morning")),
    ("tìm việc tập huấn", says("search", text="tập huấn")),
    ("tìm giúp em việc về chuyển đổi số", says("search", text="chuyển đổi số")),
    ("việc nào về đất đai vậy", says("search", text="đất đai")),
    ("tra cứu nhiệm vụ số hóa hồ sơ", says("search", text="số hóa hồ sơ")),
    ("có việc gì liên quan đến vỉa hè không", says("search", text="vỉa hè")),
    ("tìm kế hoạch kiểm tra", says("search", text="kế hoạch kiểm tra")),
]
NOT_ASKED = """
    chị Lan nghỉ từ mai | tình hình dịch bệnh | em báo cáo anh Tâm tiến độ việc 5 được 60% | giao việc 7 cho chị Lan
    ghi hộ chị Hoa: xong 30 | việc 17 chậm mốc vì chờ Sở | xin lùi mốc việc 17 đến 24/11 | mốc việc 7 là 10/12
    tìm hiểu thêm rồi báo sau | em đang tìm tài liệu cho việc 7 | việc về tập huấn em làm xong rồi
    tìm người thay em với | mai nhắc lại em nhé | sáng mai em nộp | nhắc chị Lan việc 7 | kết quả việc 8: 12 tin
    8 kết quả 12 tin | kết quả tháng 10 còn thiếu ai | em gửi kết quả tháng 10 | sáng mai họp giao ban
    việc 17 vướng chờ Sở | có vướng mắc gì thì báo anh | em không vướng gì ạ | tổ vướng mặt bằng nên chậm | việc này vướng gì
    nếu vướng thì nhắn anh | còn vướng chờ ý kiến | 17 vướng gì thế | xin lùi 17 vì gặp khó khăn
    tình hình phòng Abc | tình hình cơ quan | tình hình Chủ tịch | tình hình cô giáo | tìm không ra file | việc của ai cũng xong cả | anh em đang làm gì thế này | nhắc mai | xem 7
"""
MINE = {"slipping_list", "stuck_list", "my_results", "preview_morning", "search"}


@pytest.mark.parametrize(("text", "act"), [(text, act) for text, act in ASKED if act])
def test_it_is_asked_with_and_without_accents(text: str, act: tuple[str, dict[str, object]]) -> None:
    for role in ("staff", "unit_head", "leader"):
        understood = read(text, role)
        assert understood.sure and told(understood) == [act]
    if act[0] != "status_unit":  # a name in small letters is known by the office's list only
        assert told(read(bare(text))) == bare_told([act])


@pytest.mark.parametrize("text", split(NOT_ASKED))
def test_other_things_are_said(text: str) -> None:
    for typed in (text, bare(text)):
        assert not MINE & set(intents(typed, "unit_head")), typed
        assert not any(act.slots.person and act.intent == "status_unit" for act in read(typed, "unit_head").acts)


def test_in_a_group_nobody_s_work_is_asked_about() -> None:
    assert "status_unit" not in intents("tình hình chị Lan", "staff", "group")
    assert "search" not in intents("tìm việc tập huấn", "staff", "group")
