"""Ranges and lists of numbers: each statement keeps to its own, and none of them is lost."""

import pytest

from tests.bot.understanding.reading import Told, bare, bare_told, done, progress, read, says, told

RANGES = [
    ("24 đã ban hành quy chế, 36-38 chưa tổ chức", [done(24), progress(36, 37, 38, text="chưa tổ chức")]),
    ("24 đã ban hành quy chế, 36 đến 38 chưa tổ chức", [done(24), progress(36, 37, 38, text="chưa tổ chức")]),
    (
        "12 đã công khai, 46-48 chưa thực hiện",
        [progress(12, text="đã công khai"), progress(46, 47, 48, text="chưa thực hiện")],
    ),
    (
        "7 làm được 80%, 17-18 chưa triển khai",
        [progress(7, percent=80), progress(17, 18, text="chưa triển khai")],
    ),
    ("8 đăng 3 tin, 17-18 chưa có gì mới", [progress(8, text="đăng 3 tin"), progress(17, 18, text="chưa có gì mới")]),
    ("24 xong, 36-38 chưa", [done(24), progress(36, 37, 38, text="chưa")]),
    ("12 xong, 13 đến 15 chưa", [done(12), progress(13, 14, 15, text="chưa")]),
    ("xong 24, 36-38 chưa tổ chức", [done(24), progress(36, 37, 38, text="chưa tổ chức")]),
    ("17-18 chưa triển khai, 7 đạt 80%", [progress(17, 18, text="chưa triển khai"), progress(7, percent=80)]),
    (
        "11-13 như kỳ trước, 15 - 17 không phát sinh",
        [says("same_as_before", 11, 12, 13), says("none_arose", 15, 16, 17)],
    ),
    ("xong 7, 12-14", [done(7, 12, 13, 14)]),
    ("xong 12-14, 17", [done(12, 13, 14, 17)]),
    ("36-38 chưa tổ chức", [progress(36, 37, 38, text="chưa tổ chức")]),
    ("8 tổ chức 2 buổi, 40-50 người dự", [progress(8, text="tổ chức 2 buổi, 40-50 người dự")]),
    ("8 tổ chức 2 buổi, 40 đến 50 người dự", [progress(8, text="tổ chức 2 buổi, 40 đến 50 người dự")]),
]
LISTS = [
    ("23 giải ngân 68%, 36, 37 chưa tổ chức", [progress(23, percent=68), progress(36, 37, text="chưa tổ chức")]),
    ("kết quả 36, 37: 12 tin", [progress(36, 37, text="12 tin")]),
    ("kết quả việc 36 và 37: 12 tin", [progress(36, 37)]),
    ("báo cáo kết quả 36, 37, 38: đạt 60%", [progress(36, 37, 38, percent=60)]),
    ("kết quả 36, 37 thế nào rồi", [says("task_detail", 36, 37)]),
    ("tiến độ 36 và 37 ra sao", [says("task_detail", 36, 37)]),
    ("tiến độ 36, 37 đạt 60%", [progress(36, 37, percent=60)]),
    ("tiến độ 36 60%, 37 70%", [progress(36, percent=60), progress(37, percent=70)]),
    ("kết quả 36: 3 lớp, 37: 12 tin", [progress(36, text="3 lớp"), progress(37, text="12 tin")]),
    ("24 đã ban hành, 36 và 37 chưa tổ chức", [done(24), progress(36, 37, text="chưa tổ chức")]),
    ("12 xong, 5, 7 chưa", [done(12), progress(5, 7, text="chưa")]),
    ("xong 12, 5, 7 chưa", [done(12, 5), progress(7, text="chưa")]),
    (
        "12 đã công khai, 13 không có hồ sơ nào, 46 đơn giản hóa 3 thủ tục",
        [
            progress(12, text="đã công khai"),
            progress(13, text="không có hồ sơ nào"),
            progress(46, text="đơn giản hóa 3 thủ tục"),
        ],
    ),
    (
        "9 theo dõi 12 văn bản, 10 kiểm tra 3 văn bản, 29 đã báo cáo",
        [
            progress(9, text="theo dõi 12 văn bản"),
            progress(10, text="kiểm tra 3 văn bản"),
            progress(29, text="đã báo cáo"),
        ],
    ),
    ("48 tiếp nhận 20 hồ sơ, 12 đã xong", [progress(48, text="tiếp nhận 20 hồ sơ, 12 đã xong")]),
    ("13 không có hồ sơ nào", [progress(13, text="không có hồ sơ nào")]),
    ("13 chưa nhận được đơn nào", [progress(13, text="chưa nhận được đơn nào")]),
    ("13 không có trường hợp nào vi phạm", [progress(13, text="không có trường hợp nào vi phạm")]),
]
#: Whose unit reports stands right behind the last number, which counts nothing.
OF_OUR_UNIT = [
    ("việc 5 và 9 phòng a hoàn tất cả hai", [done(5, 9)]),
    ("anh đang họp, báo nhanh: việc 5 và 9 phòng anh hoàn tất", [done(5, 9)]),
    ("báo em: việc 5, 9 xong", [done(5, 9)]),
    ("15 và 16 phòng e xong rồi", [done(15, 16)]),
    ("nhiệm vụ 3, 4 đơn vị em đã hoàn thành", [done(3, 4)]),
    ("việc 3 và 4 ban em cũng xong rồi", [done(3, 4)]),
    ("việc 6, 8 phòng tôi làm xong hết rồi", [done(6, 8)]),
    ("việc 7 và 8 đơn vị chúng em đã xong", [done(7, 8)]),
    ("8 kiểm tra 3 đơn vị, 2 phòng", [progress(8, text="kiểm tra 3 đơn vị, 2 phòng")]),
    ("8 tập huấn cho 5 phòng, 3 đơn vị em mời thêm", [progress(8, text="tập huấn cho 5 phòng, 3 đơn vị em mời thêm")]),
]


@pytest.mark.parametrize(("text", "acts"), [*RANGES, *LISTS, *OF_OUR_UNIT])
def test_each_statement_keeps_to_its_own_numbers(text: str, acts: list[Told]) -> None:
    for typed, expected in ((text, acts), (bare(text), bare_told(acts))):
        understood = read(typed)
        assert told(understood) == expected and understood.sure


@pytest.mark.parametrize("text", ["13 không có hồ sơ nào à?", "việc nào chưa có kết quả", "13 có hồ sơ nào không"])
def test_what_none_of_is_asked_stays_a_question(text: str) -> None:
    for typed in (text, bare(text)):
        assert all(act.intent.value not in ("progress", "done") for act in read(typed).acts)


LEFT_OPEN = [
    ("11 đến 14 xong hết chỉ còn 13", [done(11, 12, 14)]),
    ("11, 12, 13 xong cả chỉ còn 12", [done(11, 13)]),
    ("11-14 xong hết, còn mỗi 13", [done(11, 12, 14)]),
    ("11-14 xong hết rồi còn 13", [done(11, 12, 14)]),
    ("11-14 xong, chỉ còn lại 13 ạ", [done(11, 12, 14)]),
    ("11-14 xong trừ 13", [done(11, 12, 14)]),
    ("11-14 xong hết còn thiếu việc 13", [done(11, 12, 14)]),
    ("11-14 như kỳ trước chỉ còn 13", [says("same_as_before", 11, 12, 14)]),
    ("xong hết chỉ còn 13", [done(mode="all", all_except=[13])]),
    ("xong hết rồi chỉ còn việc 13 thôi", [done(mode="all", all_except=[13])]),
    ("xong hết trừ 13", [done(mode="all", all_except=[13])]),
    ("11-14 xong hết còn 13 chưa", [done(11, 12, 14), progress(13, text="chưa")]),
    ("11-14 xong, chỉ còn 13 chưa xong", [done(11, 12, 14), progress(13, text="chưa xong")]),
    ("11-14 xong, riêng 13 vướng chờ Sở", [done(11, 12, 14), progress(13, text="vướng chờ Sở")]),
    ("7 chỉ còn 13", [progress(7, text="chỉ còn 13")]),
    ("7 xong hết còn 13 hộ", [progress(7, text="xong hết còn 13 hộ")]),
    ("7 xong 3 lớp chỉ còn 1", [progress(7, text="xong 3 lớp chỉ còn 1")]),
]


@pytest.mark.parametrize(("text", "acts"), LEFT_OPEN)
def test_what_is_still_left_is_none_of_what_is_finished(text: str, acts: list[Told]) -> None:
    for typed, expected in ((text, acts), (bare(text), bare_told(acts))):
        understood = read(typed)
        assert told(understood) == expected and understood.sure


@pytest.mark.parametrize("text", ["duyệt hết chỉ còn 12", "duyệt hết còn mỗi việc 12", "duyệt hết chỉ còn lại 12"])
def test_a_verdict_on_all_spares_what_is_still_left(text: str) -> None:
    for typed in (text, bare(text)):
        assert told(read(typed, "unit_head")) == [says("approve", all_except=[12])]


def test_one_task_and_a_number_left_is_asked_about() -> None:
    assert not read("7 xong chỉ còn 2").sure
