"""A new task in one sentence: its title, day, unit, person and letter; and what is told of work there is already."""

import pytest

from tests.bot.understanding.reading import bare, bare_told, intents, read, says, split, told

KT, VHXH = "Phòng Kinh tế, Hạ tầng và Đô thị", "Phòng Văn hóa – Xã hội"
NEW = [
    ("việc phát sinh: rà soát biển hiệu quảng cáo trước 5/12, giao phòng Kinh tế",
     {"title": "Rà soát biển hiệu quảng cáo", "date": "2025-12-04", "unit": "phòng Kinh tế", "unit_full": KT}),
    ("thêm việc: thống kê nhà trọ, giao VHXH, hạn 10/12",
     {"title": "Thống kê nhà trọ", "date": "2025-12-10", "unit": "VHXH", "unit_full": VHXH}),
    ("nhiệm vụ mới: kiểm tra vỉa hè đến hết 28/11, phòng KT chủ trì, theo CV 123/UBND-VP ngày 10/11 của UBND tỉnh",
     {"title": "Kiểm tra vỉa hè", "date": "2025-11-28", "unit": "phòng KT", "unit_full": KT,
      "text": "CV 123/UBND-VP ngày 10/11 của UBND tỉnh"}),
    ("em ơi giao thêm việc: báo cáo rà soát đất công theo công văn 45/STNMT-QLĐĐ của Sở, giao KT xong trước ngày 28/11",
     {"title": "Báo cáo rà soát đất công", "date": "2025-11-27", "unit": "KT", "unit_full": KT,
      "text": "công văn 45/STNMT-QLĐĐ của Sở"}),
    ("việc đột xuất: lập danh sách hộ nghèo, giao chị Hoa, thứ 6 tuần sau",
     {"title": "Lập danh sách hộ nghèo", "date": "2025-11-28", "person": "chị Hoa"}),
    ("bổ sung việc: tổ chức 3 lớp tập huấn", {"title": "Tổ chức 3 lớp tập huấn"}),
]  # fmt: skip
TOLD = """
    việc mới: 15 xong | có việc mới không | việc phát sinh là gì | việc 7: phát sinh thêm hồ sơ | 18 không phát sinh
    có việc gì mới không em | việc phát sinh: có làm không? | giao việc 7 cho chị Hoa | tin: việc mới ở phường
    thêm việc nữa là em nghỉ | ghi hộ chị Hoa: xong 30
"""


@pytest.mark.parametrize(("text", "slots"), NEW)
@pytest.mark.parametrize("role", ["unit_head", "leader"])
def test_it_is_read_with_and_without_accents(text: str, slots: dict[str, str], role: str) -> None:
    wanted = [says("new_task", **slots)]
    assert told(read(text, role)) == wanted
    if "person" not in slots:
        assert told(read(bare(text), role)) == bare_told(wanted)


@pytest.mark.parametrize("text", split(TOLD))
def test_nothing_new_is_given(text: str) -> None:
    for typed in (text, bare(text)):
        assert "new_task" not in intents(typed, "office_head"), typed


@pytest.mark.parametrize(
    "text", ["việc 17 đủ 6 rõ chưa", "viec 17 co du sau ro khong", "việc 17 thiếu rõ nào", "17 rõ người chưa"]
)
def test_the_six_are_asked_of_a_task(text: str) -> None:
    assert told(read(text, "unit_head")) == [says("six_clear", 17)]


@pytest.mark.parametrize("text", ["việc 17 đã rõ", "17 làm rõ người bị hại rồi", "việc 6 rõ rồi", "em rõ rồi ạ"])
def test_something_else_is_clear(text: str) -> None:
    assert "six_clear" not in intents(text, "staff")
