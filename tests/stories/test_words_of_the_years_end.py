"""How people sort their lines before the year ends, and words that only look like it."""

import pytest

from tests.bot.talk import Talk
from tests.people import Ward, at
from tests.stories.test_the_year_ends import NOTHING, begins, duties, offered, said_of

__all__ = ("duties",)


@pytest.mark.parametrize(
    ("text", "recorded"),
    [
        ("7, 8 xong trước 14/12", {7: ("early", "14/12"), 8: ("early", "14/12")}),
        ("7-9 uoc xong truoc 31/12", dict.fromkeys((7, 8, 9), ("last", "31/12"))),
        ("việc 7 đến 9 duy trì, chốt theo năm ạ", dict.fromkeys((7, 8, 9), ("keep", None))),
        ("15 chuyen sang nam sau vi chua co von", {15: ("carry", "chua co von")}),
        ("xong 7 trước ngày 31/12/2025", {7: ("last", "31/12")}),
        ("7 xong KH 45/KH-UBND, 8 duy trì", {8: ("keep", None)}),
        ("15 chuyển năm sau", NOTHING),  # no reason
        ("15 không thực hiện: hết kinh phí", {15: ("drop", "hết kinh phí")}),
        ("8 khong thuc hien nua vi Tinh cho dung", {8: ("drop", "Tinh cho dung")}),
        ("24, 17 dừng thực hiện do hết vốn ạ", {17: ("drop", "hết vốn")}),
        ("15, 17 xin không triển khai: Sở giao đơn vị khác", dict.fromkeys((15, 17), ("drop", "Sở giao đơn vị khác"))),
        ("15: không thực hiện, hết kinh phí", {15: ("drop", "hết kinh phí")}),
        ("không thực hiện 15, 17 nữa vì hết vốn", dict.fromkeys((15, 17), ("drop", "hết vốn"))),
        ("xin dung thuc hien viec 15: Tinh da lam", {15: ("drop", "Tinh da lam")}),
        ("15 thôi không làm nữa do cấp trên giao nơi khác", {15: ("drop", "cấp trên giao nơi khác")}),
        ("7: duy trì; 8: xong trước 14/12", {7: ("keep", None), 8: ("early", "14/12")}),
        ("không thực hiện 15", NOTHING),
        ("15 không thực hiện kịp vì mưa", NOTHING),
        ("15 đang thực hiện, không thực hiện bước 2", NOTHING),
        ("15 không thực hiện", NOTHING),  # no reason
        ("15 không thực hiện được vì mưa", NOTHING),  # what stood in the way this month
        ("15 chưa thực hiện", NOTHING),
        ("15 17 chuyển năm 2026: chờ vốn", dict.fromkeys((15, 17), ("carry", "chờ vốn"))),
        ("15 chuyển sang năm 2026 vì chờ vốn", {15: ("carry", "chờ vốn")}),
        ("15 chuyển năm 2024: chờ vốn", NOTHING),
        ("15 năm nay dừng, sang năm làm vì chưa có vốn", {15: ("carry", "chưa có vốn")}),
        ("15 để sang năm làm tiếp do chờ vốn", {15: ("carry", "chờ vốn")}),
        ("15 không làm được trong năm nay", NOTHING),
        ("15 chưa làm kịp do bão", NOTHING),
        ("8 cả năm duy trì tốt", {8: ("keep", None)}),
        ("8 suốt năm duy trì đều, 9 cả năm làm thường xuyên", dict.fromkeys((8, 9), ("keep", None))),
        ("8 duy trì tốt, xong năm", {8: ("keep", None)}),
        ("8 duy trì tốt", NOTHING),  # of the month
        ("8 cả năm mở 3 lớp", NOTHING),
        ("7 8 duy trì", dict.fromkeys((7, 8), ("keep", None))),
        ("còn lại duy trì trừ 31, 18", dict.fromkeys((7, 8, 9, 15, 17), ("keep", None))),
        ("con lai duy tri, tru 18", dict.fromkeys((7, 8, 9, 15, 17), ("keep", None))),
        ("trừ 18 ra, còn lại duy trì", dict.fromkeys((7, 8, 9, 15, 17), ("keep", None))),
        ("còn lại trừ 17-18 xong trước 31/12", dict.fromkeys((7, 8, 9, 15), ("last", "31/12"))),
        ("còn lại chuyển năm sau: chờ vốn, trừ 7-9", dict.fromkeys((15, 17, 18), ("carry", "chờ vốn"))),
        ("7-9 duy trì trừ 8", dict.fromkeys((7, 9), ("keep", None))),
        ("15 không thực hiện; còn lại duy trì", dict.fromkeys((7, 8, 9, 17, 18), ("keep", None))),
        ("15 chuyển năm sau, còn lại duy trì", dict.fromkeys((7, 8, 9, 17, 18), ("keep", None))),
        ("còn lại duy trì; 9 60%", dict.fromkeys((7, 8, 15, 17, 18), ("keep", None))),
        (
            "15 khong thuc hien vi het von, con lai duy tri",
            {15: ("drop", "het von"), **dict.fromkeys((7, 8, 9, 17, 18), ("keep", None))},
        ),
        ("7 xong trước 02/12; còn lại duy trì", dict.fromkeys((8, 9, 15, 17, 18), ("keep", None))),
        ("15 chuyển năm sau được không?", NOTHING),
        ("7 xong trước 14/11", NOTHING),  # a day that has passed reports
        ("7 xong 14/12", NOTHING),
        ("việc 7 em làm xong trước 14/12 rồi", NOTHING),
        ("chốt số liệu", NOTHING),
        ("7 chốt số liệu năm", NOTHING),
        ("8 duy trì nề nếp tốt", NOTHING),
        ("20 xong trước 31/12", NOTHING),  # was due in November and keeps its steps
        ("30 duy trì", NOTHING),  # another unit's
        ("xong 7 KH 45/KH-UBND", NOTHING),
        ("chốt năm", NOTHING),
        ("chốt năm xác nhận", NOTHING),
    ],
)
def test_what_is_said_and_what_only_looks_alike(
    ward: Ward, duties: dict[int, int], text: str, recorded: dict[int, tuple[str, str | None]]
) -> None:
    begins(ward)
    talk = Talk(ward, at("04/12/2025 09:00"))
    offered(ward, talk, "Lan", talk.say("Lan", text))
    assert said_of(ward) == dict(recorded)
    closed = [n for n, duty_id in duties.items() if talk.duty(duty_id).closed_on]
    assert closed == []


@pytest.mark.parametrize(
    "text", ["15 không thực hiện được do bão", "15 không làm được trong năm nay vì bão", "15 chưa làm kịp do bão"]
)
def test_what_was_not_done_is_asked_about(ward: Ward, duties: dict[int, int], text: str) -> None:
    begins(ward)
    talk = Talk(ward, at("04/12/2025 09:00"))
    answer = talk.say("Lan", text) or ""
    assert "15 không thực hiện: bão" in answer and "15 chuyển năm sau: bão" in answer and "ghi kết quả" in answer, (
        answer
    )
