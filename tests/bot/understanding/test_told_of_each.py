"""Several tasks in one breath, each with its own words: what is said of one never reaches the one before it."""

import pytest

from tests.bot.understanding.reading import Told, bare, bare_told, done, progress, read, says, told

AS_BEFORE, NONE = "same_as_before", "none_arose"
ENDED_BEHIND = [
    ("48 phát 300 tờ rơi, 16 đã xong", [progress(48, text="phát 300 tờ rơi"), done(16)]),
    ("18 chưa họp, 8 đã xong", [progress(18, text="chưa họp"), done(8)]),
    (
        "17 chưa ban hành. 2 đã xong, KH 45/KH-UBND",
        [progress(17, text="chưa ban hành"), done(2, evidence="KH 45/KH-UBND")],
    ),
    ("17 còn chờ Sở, 8 6 tin, 2 đã xong", [progress(17, text="còn chờ Sở"), progress(8, text="6 tin"), done(2)]),
    ("13 không có đơn, 46 đã xong", [progress(13, text="không có đơn"), done(46)]),
    ("48 bị hoãn, 16 đã xong rồi ạ", [progress(48, text="bị hoãn"), done(16)]),
    ("23 66%, 24 đã xong QĐ 120/QĐ-UBND", [progress(23, percent=66), done(24, evidence="QĐ 120/QĐ-UBND")]),
    ("12 như kỳ trước, 31 đã xong", [says(AS_BEFORE, 12), done(31)]),
    ("18 không thay đổi, 7 đã xong", [says(AS_BEFORE, 18), done(7)]),
    ("12 không phát sinh. 13 đã xong", [says(NONE, 12), done(13)]),
    ("17 trình Sở, 8 đã xong, 2 chưa ký", [progress(17, text="trình Sở"), done(8), progress(2, text="chưa ký")]),
    ("chưa trình 17, 7 đã xong", [progress(17), done(7)]),
]
GOES_ON = [
    ("46 không có gì, 50 thêm 2 lớp", [progress(46, text="không có gì"), progress(50, text="thêm 2 lớp")]),
    (
        "46 rà soát 3 thủ tục, 50 sang tháng 11, 53 hết năm",
        [
            progress(46, text="rà soát 3 thủ tục"),
            progress(50, text="sang tháng 11"),
            progress(53, text="hết năm"),
        ],
    ),
    (
        "8 còn thiếu bài, 12 anh Tâm đang xem",
        [progress(8, text="còn thiếu bài"), progress(12, text="anh Tâm đang xem")],
    ),
    ("12 như kỳ trước, 13 14 cũng vậy", [says(AS_BEFORE, 12), says(AS_BEFORE, 13, 14)]),
    ("12 không phát sinh, 13 cũng thế ạ", [says(NONE, 12), says(NONE, 13)]),
    ("8 xong rồi, 17 cũng vậy", [done(8), done(17)]),
    ("7 bố trí 3/4, 8 2/3", [progress(7, text="bố trí 3/4"), progress(8, text="2/3")]),
    ("việc 7 bố trí 3/4, việc 8 2/3", [progress(7), progress(8)]),
    ("12 xử lý 15/20 hồ sơ, 13 8/10 hồ sơ", [progress(12, text="xử lý 15/20 hồ sơ"), progress(13, text="8/10 hồ sơ")]),
    ("7 bố trí 3/4 lớp, còn 8 2/3", [progress(7, text="bố trí 3/4 lớp"), progress(8, text="2/3")]),
    ("7 80%, 8 2/3", [progress(7, percent=80), progress(8, text="2/3")]),
    ("7 trình rồi, 8 và 9 2/3", [progress(7, text="trình rồi"), progress(8, 9, text="2/3")]),
    (
        "7 bố trí 3/4, 8 2/3, 18 1/2, còn lại như kỳ trước",
        [
            progress(7, text="bố trí 3/4"),
            progress(8, text="2/3"),
            progress(18, text="1/2"),
            says(AS_BEFORE, mode="rest"),
        ],
    ),
]
#: One list, one act, or a figure: nothing begins at the later number.
ONE = [
    ("7, 8 đã xong", [done(7, 8)]),
    ("việc 7 và 8 đã xong rồi", [done(7, 8)]),
    ("xong 7, 8 đã xong", [done(7, 8)]),
    ("7, 8 và 12 đã xong hết", [done(7, 8, 12)]),
    ("48 tiếp nhận 20 hồ sơ, 12 đã xong", [progress(48, text="tiếp nhận 20 hồ sơ, 12 đã xong")]),
    ("7, 8 thêm 1 lớp", [progress(7, 8, text="thêm 1 lớp")]),
    ("50 mở 2 lớp, 30 anh chị dự", [progress(50, text="mở 2 lớp, 30 anh chị dự")]),
    ("46 họp ngày 5, 12 tháng 10", [progress(46, text="họp ngày 5, 12 tháng 10")]),
    ("46 họp ngày 5, 12 2/3", [progress(46, text="họp ngày 5, 12 2/3")]),
    ("xong 7, 8 25/10", [done(7, 8, date="2025-10-25")]),
    ("7 bố trí 3, 8 người", [progress(7, text="bố trí 3, 8 người")]),
    ("7 nộp 3, 8 10/12", [progress(7, text="nộp 3, 8 10/12")]),
]

#: Typed as it is spoken, without a comma, or each behind a dash or a colon.
DICTATED = [
    (
        "23 giải ngân 65% 24 đã trình ký 36 chưa tổ chức",
        [progress(23, percent=65), progress(24, text="đã trình ký"), progress(36, text="chưa tổ chức")],
    ),
    ("31 được 72% 12 như kỳ trước 13 không phát sinh", [progress(31, percent=72), says(AS_BEFORE, 12), says(NONE, 13)]),
    (
        "9 như kỳ trước 10 không phát sinh 29 vướng phần mềm",
        [says(AS_BEFORE, 9), says(NONE, 10), progress(29, text="vướng phần mềm")],
    ),
    ("12 13 không đổi 46 xong", [says(AS_BEFORE, 12, 13), done(46)]),
    ("8 12 tin 3 bài 17 chưa trình", [progress(8, text="12 tin 3 bài"), progress(17, text="chưa trình")]),
    ("7 xong rồi 8 5 tin 18 như cũ", [done(7), progress(8, text="5 tin"), says(AS_BEFORE, 18)]),
    ("12 như kỳ trước 13 14 chưa có hồ sơ", [says(AS_BEFORE, 12), progress(13, 14, text="chưa có hồ sơ")]),
]
DASHED = [
    (
        "54 - 1.300 hồ sơ, 55 - 0, 56 - 0, 57 - đã niêm yết, 58 - 8/8",
        [
            progress(54, text="1.300 hồ sơ"),
            progress(55, text="0"),
            progress(56, text="0"),
            progress(57, text="đã niêm yết"),
            progress(58, text="8/8"),
        ],
    ),
    ("12 - 3 lớp, 13 - chưa có", [progress(12, text="3 lớp"), progress(13, text="chưa có")]),
    (
        "4: 1 sáng kiến, 32: đạt 80%, 33 39 41 42: thường xuyên",
        [progress(4, text="1 sáng kiến"), progress(32, percent=80), progress(33, 39, 41, 42, text="thường xuyên")],
    ),
    (
        "54: 1.300 hồ sơ, 55: 0, 56: 2",
        [progress(54, text="1.300 hồ sơ"), progress(55, text="0"), progress(56, text="2")],
    ),
]
COUNTED = [
    ("việc của VP: 10 chưa có; 29 như kỳ trước", [progress(10, text="chưa có"), says(AS_BEFORE, 29)]),
    ("53 xếp loại 12 người, không phải 13", [progress(53, text="xếp loại 12 người, không phải 13")]),
    ("12 đã mời 30 chưa đủ", [progress(12, text="đã mời 30 chưa đủ")]),
    (
        "36 - 38 chưa tổ chức, 40 - 41 như kỳ trước",
        [progress(36, 37, 38, text="chưa tổ chức"), says(AS_BEFORE, 40, 41)],
    ),
    ("8 đăng 12 tin - 3 bài", [progress(8, text="đăng 12 tin - 3 bài")]),
]


@pytest.mark.parametrize(("text", "acts"), [*ENDED_BEHIND, *GOES_ON, *ONE, *DICTATED, *DASHED, *COUNTED])
def test_each_task_keeps_its_own_words(text: str, acts: list[Told]) -> None:
    for typed, expected in ((text, acts), (bare(text), bare_told(acts))):
        understood = read(typed)
        assert told(understood) == expected and understood.sure, typed


@pytest.mark.parametrize("text", ["31 đã giải quyết 18 chưa giải quyết 2", "48 tiếp nhận 20 hồ sơ 12 đã xong"])
def test_what_may_count_or_name_a_task_is_asked_about(text: str) -> None:
    for typed in (text, bare(text)):
        assert not read(typed).sure
