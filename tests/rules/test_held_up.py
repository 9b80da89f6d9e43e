"""What a result says of being held up without the word "vướng", and what only sounds so."""

import pytest

from jobs.rules.held_up import held_no_longer, held_up_by


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("chờ Sở", "chờ Sở"),
        ("đang chờ ý kiến tỉnh", "chờ ý kiến tỉnh"),
        ("đợi Sở Nội vụ trả lời.", "đợi Sở Nội vụ trả lời"),
        ("đạt 60%, còn chờ Sở Tài chính góp ý", "chờ Sở Tài chính góp ý"),
        ("đã trình, chờ UBND tỉnh phê duyệt", "chờ UBND tỉnh phê duyệt"),
        ("chờ Sở ký ban hành", "chờ Sở ký ban hành"),
        ("dang cho y kien tinh", "cho y kien tinh"),
        ("cho so huong dan", "cho so huong dan"),
        ("chờ phòng KT gửi số liệu", "chờ phòng KT gửi số liệu"),
        ("thiếu kinh phí", "thiếu kinh phí"),
        ("đã lập dự toán, chưa có kinh phí", "chưa có kinh phí"),
        ("đã gửi Sở chờ góp ý", "chờ góp ý"),
        ("các phòng chờ Sở hướng dẫn", "chờ Sở hướng dẫn"),
        ("Sở Nội vụ chưa trả lời", "Sở Nội vụ chưa trả lời"),
    ],
)
def test_held_up(text: str, by: str) -> None:
    assert held_up_by(text) == by


@pytest.mark.parametrize(
    "text",
    [
        "", "đăng 12 tin", "đạt 60%", "đã phát cho dân 300 tờ", "da phat cho dan 300 to", "doi moi phan mem", "đổi mới phương pháp",
        "chờ anh Tâm ký", "anh Tâm ký rồi, đợi văn thư đóng dấu", "chờ lãnh đạo duyệt", "chờ chủ tịch phê duyệt",
        "đã lắp ghế phòng chờ của bộ phận một cửa", "không phải chờ Sở nữa", "hết chờ Sở", "chờ đến 20/10 tổ chức", "chờ chút em gửi",
        "chờ Sở mãi, nay đã có văn bản", "lấy số chờ của dân", "giao cho phòng KT", "hồ sơ đủ, không thiếu gì",
        "hướng dẫn các đơn vị chưa có tài khoản", "khảo sát hộ dân chưa có nước sạch",
    ],
)  # fmt: skip
def test_not_held_up(text: str) -> None:
    assert held_up_by(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "vướng chờ Sở, giờ hết rồi", "vướng thiếu người, à giờ đủ rồi", "vướng chờ Sở, à mà giờ hết vướng rồi", "vướng chờ Sở, nay Sở trả lời rồi",
        "vuong thieu nguoi, gio du roi", "chờ Sở mãi, hôm nay có rồi", "kẹt máy in, giờ chạy được rồi", "vướng mặt bằng, nay thông rồi ạ",
    ],
)  # fmt: skip
def test_what_stood_in_the_way_is_gone(text: str) -> None:
    assert held_no_longer(text) and held_up_by(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "vướng chờ Sở, giờ vẫn chưa có", "vướng mặt bằng, giờ hết tiền rồi", "vướng chờ Sở, giờ chưa có rồi", "vướng thiếu người", "hết vướng rồi",
        "vướng chờ Sở, nay lại hết kinh phí",
    ],
)  # fmt: skip
def test_it_still_stands_there(text: str) -> None:
    assert not held_no_longer(text)
