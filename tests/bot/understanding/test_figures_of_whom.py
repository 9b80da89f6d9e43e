"""The unit, person and month that are named are asked about, and a word must speak of what is shown."""

import pytest

from tests.bot.understanding.reading import intents, read, split

KT = "Phòng Kinh tế, Hạ tầng và Đô thị"
OF_A_UNIT = split("""số liệu tháng 10 của KT | số liệu của KT | số liệu tháng 10 phòng Kinh tế | cho anh số liệu của phòng KT | kết quả tháng 10 của KT
    tổng hợp tháng 10 của phòng Kinh tế""")
OF_A_PERSON = [
    ("kết quả tháng 10 của Lan", "Lan"),
    ("kết quả của Vinh tháng 10", "Vinh"),
    ("kết quả công việc tháng 10 của chị Lan", "chị Lan"),
]
OWN = split("""kết quả của chị tháng 10 để nộp KPI | kết quả tháng 10 của em để làm KPI | tháng 10 anh làm được mấy việc
    kết quả của tôi tháng 10""")
#: Neither news, late work nor a report is spoken of.
NO_LIST = split("""lương tháng này có chưa | tháng này phòng chị tốt không | kết quả chị gửi có nhận được không | chốt kỳ tháng 10 được chưa
    vừa nãy em bỏ cái gì của anh thế | vì chờ số liệu các phòng | do các đơn vị nộp trễ | do phòng KT chậm số liệu""")


@pytest.mark.parametrize("text", OF_A_UNIT)
def test_the_unit_named_is_the_one_shown(text: str) -> None:
    (act,) = read(text, "office_head").acts
    assert (act.intent.value, act.slots.unit_full) == ("status_unit", KT)


@pytest.mark.parametrize(("text", "who"), OF_A_PERSON)
def test_the_person_named_is_the_one_shown(text: str, who: str) -> None:
    (act,) = read(text, "office_head").acts
    assert (act.intent.value, act.slots.person, act.slots.period) == ("my_results", who, "2025-10")


@pytest.mark.parametrize("text", OWN)
def test_ones_own_results_are_not_the_office_s(text: str) -> None:
    (act,) = read(text).acts
    assert act.intent.value == "my_results" and act.slots.own and (act.slots.period or "KPI" in text)


@pytest.mark.parametrize("text", NO_LIST)
def test_nothing_is_listed_that_no_word_speaks_of(text: str) -> None:
    assert set(intents(text, "office_head")) <= {"smalltalk_other", "not_understood"}


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("tháng 10 còn thiếu kết quả của ai", "2025-10"),
        ("ai chưa báo kết quả tháng 10", "2025-10"),
        ("tháng này ai chưa báo kết quả", None),
        ("còn ai thiếu", None),
        ("còn ai thiếu kết quả không", None),
    ],
)
def test_whose_results_of_which_month(text: str, period: str | None) -> None:
    (act,) = read(text, "office_head").acts
    assert (act.intent.value, act.slots.period) == ("who_missed_results", period)


@pytest.mark.parametrize(
    "text", split("17 trễ mấy ngày rồi | 17 trễ mấy hôm rồi em | 26 quá hạn bao nhiêu ngày rồi | 7 chậm mốc mấy ngày")
)
def test_how_late_is_asked_and_no_result(text: str) -> None:
    for role in ("staff", "unit_head"):
        assert set(intents(text, role)) <= {"task_detail", "overdue_list"}


@pytest.mark.parametrize(
    "text", split("30 chưa duyệt hả em | 30 chưa duyệt hả | 26 bị trả hả em | 2 chưa được duyệt phải không em")
)
def test_a_head_s_question_returns_nothing(text: str) -> None:
    assert intents(text, "unit_head") == ["task_detail"]


def test_what_is_told_of_days_late_is_a_result_still() -> None:
    assert intents("17 trễ mấy ngày rồi vì chờ Sở") != ["task_detail"]
    assert intents("30 chưa duyệt", "unit_head") == ["reject"]


@pytest.mark.parametrize(
    "text", split("bot còn nhắn được bao nhiêu tin nữa | tháng này nhắn bao nhiêu tin rồi | bot nhắn mấy tin rồi")
)
def test_messages_of_the_bot_are_no_news(text: str) -> None:
    assert intents(text, "office_head") == ["bot_budget"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("tình hình Lan", "Lan"),
        ("tình hình Lan thế nào", "Lan"),
        ("tình hình của Phúc", "Phúc"),
        ("Lan tình hình sao rồi", "Lan"),
        ("tiến độ công việc Hoa", "Hoa"),
        ("tình hình Thu", "Thu"),
        ("tình hình Mai", "Mai"),
        ("Lan làm được bao nhiêu việc rồi", "Lan"),
    ],
)
def test_a_name_alone_is_whose_it_is(text: str, name: str) -> None:
    [act] = read(text, "unit_head").acts
    assert (act.intent.value, act.slots.person) == ("status_unit", name)


@pytest.mark.parametrize("text", ["tình hình mai", "tình hình thu ngân sách", "tình hình chung", "tình hình năm nay"])
def test_other_words_name_nobody(text: str) -> None:
    [act] = read(text, "unit_head").acts
    assert (act.intent.value, act.slots.person) == ("status_overall", None)


@pytest.mark.parametrize(
    "text", ["em làm được bao nhiêu việc rồi", "tôi xong mấy việc rồi", "mình làm được bao nhiêu việc rồi"]
)
def test_how_much_one_has_done_is_asked_of_oneself(text: str) -> None:
    assert [act.intent.value for act in read(text).acts] == ["my_results"]


@pytest.mark.parametrize("text", ["6 rõ của 17", "6 rõ việc 17", "việc 17 6 rõ", "17 thiếu rõ nào", "6 rõ 17 thiếu gì"])
def test_the_six_that_make_it_clear_are_of_the_other_number(text: str) -> None:
    assert [(act.intent.value, act.slots.task_ids) for act in read(text).acts] == [("six_clear", (17,))]
