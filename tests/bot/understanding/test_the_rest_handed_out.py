"""What is left handed out by "nốt" and "chưa ai làm"; what nothing arose in; a figure set right; and what news is called."""

import pytest

from bot.understanding.slips import figure_anew
from tests.bot.understanding.reading import Told, read, says, split, told


@pytest.mark.parametrize(
    ("text", "act"),
    [
        (
            "giao nốt việc chưa giao của VP cho Mai",
            says("assign", person="Mai", of_unit="Văn phòng", mode="rest"),
        ),
        ("giao nốt việc của VP cho Mai", says("assign", person="Mai", of_unit="Văn phòng", mode="rest")),
        ("việc chưa ai làm của phòng anh giao Lan hết đi", says("assign", person="Lan", mode="rest")),
        ("giao nốt phần còn lại cho Lan", says("assign", person="Lan", mode="rest")),
        ("giao nốt cho Lan", says("assign", person="Lan", mode="rest")),
        ("giao nốt của mục B.I cho Khoa", says("assign", person="Khoa", mode="rest", code="B.I")),
        ("giao nốt mục B.I cho Khoa", says("assign", person="Khoa", mode="rest", code="B.I")),
    ],
)
def test_the_rest_goes_to_one(text: str, act: Told) -> None:
    understood = read(text, "unit_head")
    assert understood.sure and told(understood) == [act]


@pytest.mark.parametrize(
    "text",
    split(
        "việc chưa ai làm là việc nào | việc nào chưa ai làm | giao nốt hồ sơ cho dân rồi | còn việc nào chưa giao nốt"
    ),
)
def test_what_hands_out_nothing(text: str) -> None:
    assert "assign" not in [act.intent.value for act in read(text, "unit_head").acts]


def test_shared_among_several_is_no_result() -> None:
    understood = read("còn lại chia đều cho Hoa với Phúc", "unit_head")
    assert [(act.intent.value, bool(act.slots.unclear)) for act in understood.acts] == [("assign", True)]


@pytest.mark.parametrize(
    "text", split("ko phat sinh gi | không phát sinh gì | không phát sinh gì hết | không phát sinh gì mới")
)
def test_nothing_at_all_arose(text: str) -> None:
    assert told(read(text)) == [says("none_arose", mode="rest")]


@pytest.mark.parametrize(
    ("text", "figure"),
    [("à 15 văn bản chứ", "15 văn bản"), ("15 tin chứ không phải 12", "15 tin"), ("à 15 tin lận", "15 tin")],
)
def test_a_figure_set_right(text: str, figure: str) -> None:
    found = figure_anew(text)
    assert found and found.owned and found.text == figure


def test_the_words_behind_it_are_put_in_once() -> None:
    found = figure_anew("à 15 văn bản chứ")
    assert found and found.put_into("có 12 văn bản, 2 tin") == "có 15 văn bản, 2 tin"


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("tin: Hội nghị A, tin: Hội nghị B", ["Hội nghị A", "Hội nghị B"]),
        ("nộp lại tin bị trả: Bàn giao nhà tình thương", ["Bàn giao nhà tình thương"]),
        ("đã gửi bài Tiếp đoàn Hàn Quốc rồi nhé", ["Tiếp đoàn Hàn Quốc"]),
        ("đã gửi bài Hội thi nấu ăn xong rồi nha", ["Hội thi nấu ăn"]),
        ("tin: Lan tặng quà rồi về", ["Lan tặng quà rồi về"]),
        ("tin: Tặng quà, bài thi vẽ tranh", ["Tặng quà, bài thi vẽ tranh"]),
        ("bài: Bàn giao nhà", ["Bàn giao nhà"]),
    ],
)
def test_what_the_news_is_called(text: str, titles: list[str]) -> None:
    understood = read(text)
    assert understood.sure and told(understood) == [says("submit_news", title=title) for title in titles]


@pytest.mark.parametrize(
    "text",
    split("""sếp mới giao chị viết bài tuyên truyền chuyển đổi số, nộp thứ 6 | anh Tâm bảo em viết bài về CĐS gửi trước thứ 6
    sắp viết bài về tết trung thu"""),
)
def test_an_order_to_write_is_no_item(text: str) -> None:
    understood = read(text)
    assert not any(act.intent.value == "submit_news" for act in understood.acts) or not understood.sure


@pytest.mark.parametrize("text", split("bỏ tin đó | bỏ bài đó | xóa tin đó đi"))
def test_the_item_just_sent_is_taken_back(text: str) -> None:
    assert told(read(text)) == [says("news_back")]


def test_that_it_is_right_now_is_no_part_of_the_figure() -> None:
    for text in ("không phải, 2 đợt đúng rồi", "nhầm, 2 đợt đúng rồi em", "à nhầm 2 đợt mới đúng"):
        found = figure_anew(text)
        assert found and found.text == "2 đợt", text
    for text in ("70% đúng rồi", "2 đợt đúng rồi", "đúng rồi em"):
        assert figure_anew(text) is None, text


ALL_OF_THE_UNIT = """
    giao hết việc của phòng cho Quân | giao tất cả việc của phòng mình cho Quân nhé | giao hết việc cho Quân | phân công toàn bộ việc trong phòng cho Quân
"""


@pytest.mark.parametrize("text", split(ALL_OF_THE_UNIT))
def test_all_of_a_unit_is_what_nobody_has_yet_and_asked_about(text: str) -> None:
    understood = read(text, "unit_head")
    (act,) = understood.readings
    assert not understood.sure and (act.intent.value, act.slots.mode, act.slots.person) == ("assign", "rest", "Quân")


def test_all_of_ones_own_is_asked_about() -> None:
    (act,) = read("giao hết việc của anh cho Quân", "unit_head").readings
    assert (act.slots.mode, act.slots.from_person, act.slots.person) == ("all", "tôi", "Quân")


@pytest.mark.parametrize("text", split("giao hết việc của phòng KT cho Quân | giao hết việc của phòng cho Quân xem"))
def test_all_of_another_unit_is_not_handed_out(text: str) -> None:
    assert not any(act.intent.value == "assign" and not act.slots.unclear for act in read(text, "unit_head").acts)
    assert not any(act.intent.value == "assign" for act in read("giao hết việc của phòng cho Quân").readings)
