"""Numbers said in words, as voice typing writes them: which are numbers, and which words only look like them."""

import pytest

from bot.understanding.line import read_line
from bot.understanding.numbers import task_ids
from bot.understanding.percents import percent


@pytest.mark.parametrize(
    ("text", "norm"),
    [
        ("việc hai mươi mốt xong rồi", "viec 21 xong roi"),
        ("nhiệm vụ số ba mươi lăm", "nhiem vu so 35"),
        ("nhiệm vụ số mười lăm và mười bảy em nhé", "nhiem vu so 15 va 17 em nhe"),
        ("việc hai lăm vướng", "viec 25 vuong"),
        ("việc một trăm linh hai", "viec 102"),
        ("việc một trăm hai mươi tư", "viec 124"),
        ("viec muoi hai xong roi", "viec 12 xong roi"),
        ("đạt năm mươi lăm phần trăm", "dat 55 phan tram"),
        ("duoc bay muoi phan tram", "duoc 70 phan tram"),
        ("mới được năm phần trăm", "moi duoc 5 phan tram"),
        ("xin thêm mười ngày nữa", "xin them 10 ngay nua"),
        ("xin thêm năm ngày làm việc", "xin them 5 ngay lam viec"),
        ("hồi tháng mười có mấy tin", "hoi thang 10 co may tin"),
        ("trước ngày mười lăm tháng mười hai", "truoc ngay 15 thang 12"),
        ("việc hai, ba và năm xong rồi", "viec 2, 3 va 5 xong roi"),
        ("xong hai rồi nhé", "xong 2 roi nhe"),
        ("nhiệm vụ số mười sáu đấy", "nhiem vu so 16 day"),
        ("việc hai mươi tư này", "viec 24 nay"),
        ("việc năm với việc sáu bên phòng em", "viec 5 voi viec 6 ben phong em"),
        ("bốn với năm bên phòng em xong rồi", "4 va 5 ben phong em xong roi"),
        ("được sáu chục phần trăm", "duoc 60 phan tram"),
        ("số liệu quý ba", "so lieu quy 3"),
        ("nhắc lúc hai giờ chiều", "nhac luc 2 gio chieu"),
        ("hai rưỡi chiều nhắc lại", "2 ruoi chieu nhac lai"),
        ("mùng tám tháng sau", "mung 8 thang sau"),
        ("ngày hai lăm họp", "ngay 25 hop"),
        ("nhiệm vụ hai tám thì bỏ hạn đi", "nhiem vu 28 thi bo han di"),
        ("việc ba hai vướng", "viec 32 vuong"),
        ("việc tám này việc chín nữa", "viec 8 nay viec 9 nua"),
    ],
)
def test_numbers_said_in_words_are_numbers(text: str, norm: str) -> None:
    assert read_line(text).norm == norm


@pytest.mark.parametrize(
    "text",
    [
        "anh Mười nhận việc này",
        "chị Năm với anh Bảy đi rồi",
        "thứ năm tuần này em nộp",
        "thứ sáu ngày họp",
        "cuối năm tháng nào cũng bận",
        "việc năm nay còn nhiều",
        "việc hai phòng phối hợp",
        "việc một cửa",
        "xong sau ngày lễ",
        "hai năm nữa",
        "viec sau khi hop",
        "em làm từ ngày mai",
        "tạm ngày nào xong thì báo",
        "ba đi vắng",
        "ba với má về quê",
        "mỗi quý hai lần",
        "hàng quý ba phòng họp chung",
        "quý anh chị",
        "việc hai bên thống nhất",
        "hai chức danh",
        "một ngày năm chuyến",
        "hai giờ nữa",
        "việc bốn bên cùng làm",
        "việc hai ba người lo",
        "việc năm sáu ngày mới xong",
    ],
)
def test_words_that_only_look_like_numbers_stay(text: str) -> None:
    assert not any(char.isdigit() for char in read_line(text).norm)


def test_what_was_typed_is_kept() -> None:
    line = read_line("việc hai mươi mốt, vướng hai mươi ba hộ")
    assert line.typed(line.norm.index("21"), line.norm.index("21") + 2) == "hai mươi mốt"
    assert line.typed(line.norm.index("23"), len(line.norm)) == "hai mươi ba hộ"
    assert task_ids(line)[0] == (21,)


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("việc 9 mới được chừng ba phần tư", 75),
        ("xong hai phần ba rồi", 67),
        ("bảy mươi phần trăm", 70),
        ("xong một phần ba", 33),
        ("xong một phần", None),
        ("phần tư vấn", None),
    ],
)
def test_shares_said_in_words(text: str, share: int | None) -> None:
    assert percent(read_line(text).norm) == share
