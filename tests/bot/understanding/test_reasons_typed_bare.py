"""Words of a reason that typed bare look like a question or an address: máy and mấy, bản sao, hỏng and hông, ảnh and anh."""

import pytest

from tests.bot.understanding.reading import Told, bare, bare_told, progress, read, says, split, told

TOLD: list[tuple[str, str, Told]] = [
    ("staff", "17 vướng vì máy hỏng", progress(17, text="vướng vì máy hỏng")),
    ("staff", "17 chưa xong vì máy in hỏng", progress(17, text="chưa xong vì máy in hỏng")),
    ("staff", "31 vướng do chưa có máy scan", progress(31, text="vướng do chưa có máy scan")),
    ("staff", "31 máy chủ lỗi, đang sửa", progress(31, text="máy chủ lỗi, đang sửa")),
    ("staff", "31 hỏng máy", progress(31, text="hỏng máy")),
    ("staff", "17 chậm do mấy phòng chưa gửi số liệu", progress(17, text="chậm do mấy phòng chưa gửi số liệu")),
    ("staff", "17 chưa xong vì mấy ngày nay mưa", progress(17, text="chưa xong vì mấy ngày nay mưa")),
    ("staff", "17 vướng vì chưa có ai làm", progress(17, text="vướng vì chưa có ai làm")),
    ("staff", "17 đang chờ bản sao quyết định", progress(17, text="đang chờ bản sao quyết định")),
    ("staff", "xin lùi 31 đến 25/11 vì máy hỏng", says("extend_request", 31, date="2025-11-25", reason="máy hỏng")),
    ("staff", "xin lùi 31 đến 25/11 do máy in hỏng", says("extend_request", 31, date="2025-11-25", reason="máy in hỏng")),
    ("staff", "giải trình 17: máy hỏng", says("explain", 17, text="máy hỏng")),
    ("unit_head", "trả 17 vì máy tính lỗi", says("reject", 17, reason="máy tính lỗi")),
    ("unit_head", "trả 7 chưa có ảnh", says("reject", 7, reason="chưa có ảnh")),
    ("unit_head", "trả 7 thiếu ảnh nhé em", says("reject", 7, reason="thiếu ảnh")),
    ("unit_head", "trả 2 bổ sung ảnh", says("reject", 2, reason="bổ sung ảnh")),
    ("unit_head", "trả 7, em chụp lại ảnh", says("reject", 7, reason="em chụp lại ảnh")),
    ("unit_head", "trả 7 vì không có ảnh", says("reject", 7, reason="không có ảnh")),
    ("unit_head", "trả 7 thiếu 2 ảnh nhé anh", says("reject", 7, reason="thiếu 2 ảnh")),
    ("unit_head", "trả 7 ảnh mờ", says("reject", 7, reason="ảnh mờ")),
    ("unit_head", "trả 7 thiếu hình ảnh", says("reject", 7, reason="thiếu hình ảnh")),
    ("unit_head", "trả 7 sai địa chỉ nhé chị", says("reject", 7, reason="sai địa chỉ")),
    ("unit_head", "trả 7 thiếu số liệu trẻ em", says("reject", 7, reason="thiếu số liệu trẻ em")),
    ("unit_head", "trả 7 thiếu số liệu nhé anh", says("reject", 7, reason="thiếu số liệu")),
    ("unit_head", "trả 7 thiếu số liệu chị ạ", says("reject", 7, reason="thiếu số liệu")),
    ("staff", "8 chưa có ảnh ạ", progress(8, text="chưa có ảnh")),
    ("staff", "8 đăng 12 tin anh nhé", progress(8, text="đăng 12 tin")),
    ("staff", "17 đang soạn báo cáo thu chi", progress(17, text="đang soạn báo cáo thu chi")),
    ("unit_head", "trả 17 thiếu bản sao", says("reject", 17, reason="thiếu bản sao")),
]  # fmt: skip


@pytest.mark.parametrize(("role", "text", "expected"), TOLD, ids=[text for _, text, _ in TOLD])
def test_the_reason_is_kept_whole_and_asks_nothing(role: str, text: str, expected: Told) -> None:
    understood = read(text, role)
    assert told(understood) == [expected] and understood.sure
    typed = read(bare(text), role)
    assert bare_told(told(typed)) == bare_told([expected]) and typed.sure


ASKED = """
17 còn mấy phần trăm nữa | việc 17 mấy ngày nữa đến hạn | 17 xong mấy việc rồi | 17 thứ mấy nộp | việc 17 tiến độ mấy phần trăm
việc 17 sao rồi | việc 17 vì sao chậm | việc 17 ai làm | 17 mấy giờ họp | việc 17 xong chưa hông
"""


@pytest.mark.parametrize("text", split(ASKED))
def test_what_counts_or_asks_stays_a_question(text: str) -> None:
    for typed in (text, bare(text)):
        assert [act.intent.value for act in read(typed).acts] == ["task_detail"], typed
