"""A list dictated without commas: the sender's own numbers each begin what is told of them; counts of things stay counts."""

import pytest

from tests.bot.talk import Talk
from tests.bot.understanding.reading import split

Duties = dict[int, int]


def told(talk: Talk, duties: Duties) -> dict[int, str]:
    kept = {number: talk.entries(duty) for number, duty in duties.items()}
    return {n: ", ".join(filter(None, (e[0].text, e[0].obstacle))) for n, e in kept.items() if e}


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (
            "8 đăng 12 tin 17 không có 7 30%",
            {8: "đăng 12 tin", 17: "không có", 7: "30%"},
        ),
        ("7 mở 1 lớp 17 chưa đánh giá", {7: "mở 1 lớp", 17: "chưa đánh giá"}),
        ("7 phát 300 tờ 17 in 150 phiếu 8 đăng 3 bài", {7: "phát 300 tờ", 17: "in 150 phiếu", 8: "đăng 3 bài"}),
        ("8 chưa đăng 7 ngày 22 mới tổ chức", {8: "chưa đăng", 7: "ngày 22 mới tổ chức"}),
        ("8 chưa đủ, 7 22/10 tổ chức, 17 trình rồi", {8: "chưa đủ", 7: "22/10 tổ chức", 17: "trình rồi"}),
        ("7 ngày 22 tổ chức 8 đăng 10 tin", {7: "ngày 22 tổ chức", 8: "đăng 10 tin"}),
        (
            "17 chưa họp 7 ngày 22 mới tổ chức 8 đăng 10 tin",
            {17: "chưa họp", 7: "ngày 22 mới tổ chức", 8: "đăng 10 tin"},
        ),
        (
            "17 ngày mai mới họp 7 ngày 22 tổ chức 8 đăng 10 tin",
            {17: "ngày mai mới họp", 7: "ngày 22 tổ chức", 8: "đăng 10 tin"},
        ),
        ("7 với 8 tuần sau xong", {7: "tuần sau xong", 8: "tuần sau xong"}),
        ("7 chấm được 98 điểm 17 thì ngày 25 mới họp", {7: "chấm được 98 điểm", 17: "ngày 25 mới họp"}),
        ("7 chưa tổ chức 8 chưa đăng", {7: "chưa tổ chức", 8: "chưa đăng"}),
        # seen in front, where the words behind would else count something
        ("7 tổ chức ngày 25/10", {7: "tổ chức ngày 25/10"}),
        ("à 7 tổ chức vào 25/10", {7: "tổ chức vào 25/10"}),
        ("17 bữa 25 làm", {17: "bữa 25 làm"}),
        ("à 8 có 2 bài nha", {8: "có 2 bài"}),
        ("7 3 hồ sơ 17 5 hồ sơ 8 2 thủ tục", {7: "3 hồ sơ", 17: "5 hồ sơ", 8: "2 thủ tục"}),
        ("7 300 tờ 17 1 buổi", {7: "300 tờ", 17: "1 buổi"}),
    ],
)
def test_each_of_his_numbers_begins_its_own(talk: Talk, duties: Duties, text: str, kept: dict[int, str]) -> None:
    answer = talk.say("Lan", text)
    assert told(talk, duties) == kept, answer


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("8 đăng 7 tin 2 bài", {8: "đăng 7 tin 2 bài"}),
        ("7 tập huấn 8 lớp 17 xã", {7: "tập huấn 8 lớp 17 xã"}),
        ("7 có 8 đơn vị tham gia, 2 đơn vị vắng", {7: "có 8 đơn vị tham gia, 2 đơn vị vắng"}),
        ("17 vướng 8 hồ sơ chờ Sở", {17: "8 hồ sơ chờ Sở"}),
        ("7 người dự họp hôm nay", {}),
        ("17 giờ họp nhé", {}),
        ("2 bữa nữa nộp", {}),
        ("7 tiếp nhận 20 hồ sơ 17 đã xong", {}),
        ("7 tiếp nhận 20 hồ sơ, 17 đã giải quyết, còn lại đang làm", {}),
        ("7 phát 300 tờ 17 chưa?", {}),
        ("7 hủy", {}),
        ("17 chị Hoa", {}),
    ],
)
def test_a_count_or_another_thing_stays_what_it_is(talk: Talk, duties: Duties, text: str, kept: dict[int, str]) -> None:
    talk.say("Lan", text)
    assert told(talk, duties) == kept


REST = [
    ("17 76% 7 5 hồ sơ còn lại không phát sinh", {2: "không phát sinh", 18: "không phát sinh"}),
    ("7 3 hồ sơ 17 1 buổi còn lại chưa có", {2: "chưa có", 18: "chưa có"}),
    ("8 phát 300 tờ, 17 chưa họp, mấy việc kia như kỳ trước", {2: "như kỳ trước", 18: "như kỳ trước"}),
    ("8 9 tin, 17 còn vướng, còn lại chưa làm", {2: "chưa làm", 18: "chưa làm"}),
    ("8 9 tin, 17 chưa họp, còn lại không có", {2: "không phát sinh", 18: "không phát sinh"}),
    ("8 9 tin, 17 chưa họp, số còn lại như cũ", {2: "như kỳ trước", 18: "như kỳ trước"}),
]


@pytest.mark.parametrize(("text", "others"), REST)
def test_how_all_the_others_stand(talk: Talk, duties: Duties, text: str, others: dict[int, str]) -> None:
    talk.shows("Lan", *(duties[n] for n in (2, 8, 17, 18)))
    answer = talk.say("Lan", text)
    kept = told(talk, duties)
    assert {2: kept.get(2), 18: kept.get(18)} == others, answer
    assert kept[8] and kept[17]


@pytest.mark.parametrize(
    "text", ["17 65% còn lại không có", "17 65%, còn lại không có", "17 65%, mấy việc khác không có gì"]
)
def test_whether_nothing_arose_beside_one_task_is_asked(talk: Talk, duties: Duties, text: str) -> None:
    talk.shows("Lan", *(duties[n] for n in (2, 7, 17, 18)))
    answer = talk.say("Lan", text) or ""
    assert list(told(talk, duties)) == [17] and "Không phát sinh, phải không ạ?" in answer, answer
    talk.say("Lan", "đúng")
    assert told(talk, duties)[2] == told(talk, duties)[18] == "không phát sinh"


@pytest.mark.parametrize("text", ["17 65%, còn lại chưa làm", "7 họp 3 cuộc, còn lại đang làm"])
def test_the_rest_of_one_task_is_told_of_it(talk: Talk, duties: Duties, text: str) -> None:
    talk.shows("Lan", *(duties[n] for n in (2, 7, 17, 18)))
    talk.say("Lan", text)
    assert len(told(talk, duties)) == 1


@pytest.mark.parametrize(
    ("who", "text", "asked"),
    [
        ("Lan", "ký 17 rồi, QĐ 88/QĐ-UBND", "Việc 17: đã xong, sản phẩm QĐ 88/QĐ-UBND"),
        ("Tâm", "anh thấy 17 xong rồi mà", "Việc 17: đã xong"),
        ("Lan", "hôm qua có 3 hồ sơ trễ ở việc 8 ạ", "Việc 8: ghi kết quả “hôm qua có 3 hồ sơ trễ”"),
        ("Thu", "sao 26 trễ vậy", "26. "),
        ("Thu", "lý do 26 trễ là gì", "26. "),
    ],
)
def test_the_only_number_typed_is_the_task_meant(talk: Talk, duties: Duties, who: str, text: str, asked: str) -> None:
    talk.say(who, "việc 18")
    assert asked in (talk.say(who, text) or "")
    assert talk.events() == []


def test_a_number_of_his_own_beside_the_task_shown_is_asked_about(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "việc 7 sao rồi em")
    answer = talk.say("Lan", "17 kết quả đang tổng hợp") or ""
    assert "Việc 17: ghi kết quả “kết quả đang tổng hợp”" in answer and not told(talk, duties), answer
    talk.say("Lan", "đúng")
    assert told(talk, duties) == {17: "kết quả đang tổng hợp"}


@pytest.mark.parametrize(
    "text",
    split("""8 cấu hình phần mềm xong rồi | 7 tờ rơi in xong r mà chưa phát | 17 tuân thủ đúng quy trình, ko có hồ sơ trễ
    8 cau hinh phan mem xong roi | 17 hộ đã ký biên bản | 18 mẫu biểu đã in"""),
)
def test_what_looks_like_a_count_is_offered_for_the_task(talk: Talk, duties: Duties, text: str) -> None:
    answer = talk.say("Lan", text)
    assert f"Việc {text.split()[0]}: ghi kết quả “{text.partition(' ')[2]}”" in answer
    assert not told(talk, duties)


def test_spelt_as_no_count_it_is_told_of_the_task(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "17 cài đặt phần mềm cho 3 tổ")
    talk.say("Lan", "tháng 10 của chị 18 là đang chờ Sở")
    assert told(talk, duties) == {17: "cài đặt phần mềm cho 3 tổ", 18: "đang chờ Sở"}


@pytest.mark.parametrize("text", ["12 người dự họp rồi", "26 cài đặt xong rồi", "7 tin bài đã gửi chưa", "17 tuần nữa"])
def test_people_hours_questions_and_numbers_of_others_count(talk: Talk, duties: Duties, text: str) -> None:
    assert "ghi kết quả" not in talk.say("Lan", text)
    assert not told(talk, duties)
