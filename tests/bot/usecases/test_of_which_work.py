"""Right after a card words of work are of it, unless another number is typed; another name is asked about, a question tells nothing."""

from datetime import timedelta

import pytest

from storage.kinds import DutyState
from tests.bot.talk import Talk
from tests.bot.usecases.test_whose_work import asked

Duties = dict[int, int]


def _after_a_card(talk: Talk, name: str, number: int) -> None:
    talk.say(name, f"việc {number}")
    talk.now += timedelta(minutes=2)


@pytest.mark.parametrize(
    "text",
    [
        "việc sơn hàng rào xong rồi",
        "việc môi trường xong phần của chị rồi",
        "việc đường hoa xin lùi đến 10/11 vì mưa",
        "nhà văn hóa sửa xong 70%",
        "đường Lê Lợi thảm được 80%",
        "cầu Trà Long làm được 60%",
        "công trình đường Nguyễn Trọng Kỷ xong 80%",
        "việc xử lý rác thải vướng mặt bằng",
        "hồ sơ đất đai chậm 2 cái do mạng lỗi",
        "camera hỏng đã sửa xong",
        "hệ thống xếp hàng đang lắp được 50%",
    ],
)
def test_work_of_another_name_is_asked_about(talk: Talk, duties: Duties, text: str) -> None:
    _after_a_card(talk, "Lan", 17)
    answer = asked(talk, "Lan", text)
    assert "Việc 17" in answer and "phải không ạ" in answer
    assert talk.events() == [] and talk.entries(duties[17]) == []


@pytest.mark.parametrize(
    "text",
    [
        "vướng chờ Sở",
        "dự thảo quyết định đang trình ký",
        "tờ trình đang chờ ký",
        "Sở Nội vụ chưa trả lời văn bản",
        "đang chờ Sở Nội Vụ trả lời",
        "đã gửi Phòng Kinh Tế lấy ý kiến",
        "phòng Kinh tế chưa gửi số liệu",
        "chị Hà chưa ký",
        "việc này đang lấy ý kiến các phòng",
        "đang trình, in được 30 cuốn",
        "em xin lùi đến 30/10 vì chờ ý kiến",
    ],
)
def test_what_goes_on_with_the_task_shown_is_kept(talk: Talk, duties: Duties, text: str) -> None:
    _after_a_card(talk, "Lan", 17)
    answer = asked(talk, "Lan", text)
    assert "17" in answer and "phải không ạ" not in answer
    assert talk.events()


@pytest.mark.parametrize(
    "text", ["kq của chị đủ chưa", "số liệu của em đủ chưa em", "hồ sơ trình ký chưa em", "kết quả gửi đủ chưa"]
)
def test_a_question_is_no_result(talk: Talk, duties: Duties, text: str) -> None:
    talk.say("Lan", "8 đăng 12 tin")
    talk.now += timedelta(minutes=2)
    answer = talk.say("Lan", text) or ""
    assert "em ghi kết quả" not in answer and "phải không ạ" not in answer
    assert [entry.text for entry in talk.entries(duties[8])] == ["đăng 12 tin"]


@pytest.mark.parametrize(
    ("text", "number"),
    [("Lan báo miệng 7 xong", 7), ("phần của Lan, 7 cũng xong", 7), ("hộ Lan 18 xong", 18), ("bên Lan 8 chưa xong", 8)],
)
def test_a_number_typed_is_never_replaced_by_the_one_shown(talk: Talk, duties: Duties, text: str, number: int) -> None:
    _after_a_card(talk, "Quân", 30)
    answer = asked(talk, "Quân", text)
    assert "iệc 30" not in answer and talk.entries(duties[30]) == [], answer
    assert f"iệc {number}" in answer or f"iệc **{number}" in answer, answer


@pytest.mark.parametrize(
    "text",
    [
        "theo CV 1234/SNV-CCHC ngày 10/10, đề nghị phòng mình tổng hợp số liệu biên chế gửi Sở trước 25/10",
        "Kính gửi các phòng, đề nghị tổng hợp số liệu báo cáo trước thứ 6. Trân trọng",
    ],
)
def test_what_is_handed_down_is_no_result(talk: Talk, duties: Duties, text: str) -> None:
    _after_a_card(talk, "Lan", 17)
    talk.say("Lan", text)
    assert talk.events() == [] and talk.entries(duties[17]) == []


def test_a_thought_in_bubbles_with_a_word_for_the_task(talk: Talk, duties: Duties) -> None:
    assert asked(talk, "Lan", "vụ 17").startswith("17. ")
    talk.now += timedelta(seconds=8)
    assert "Việc 17: đã xong, phải không ạ" in asked(talk, "Lan", "ký rồi nghen")
    talk.now += timedelta(seconds=8)
    assert "91/QĐ-UBND" in asked(talk, "Lan", "số 91/QĐ-UBND")
    asked(talk, "Lan", "đúng")
    assert "91/QĐ-UBND" in asked(talk, "Lan", "17") and talk.state(duties[17]) is DutyState.REPORTED


@pytest.mark.parametrize("begun", ["8 tới nay", "8 thì", "việc 8 hiện nay", "cái 8"])
def test_a_number_with_the_beginning_of_a_sentence_shows_its_task(talk: Talk, duties: Duties, begun: str) -> None:
    assert asked(talk, "Lan", begun).startswith("8. ")
    talk.now += timedelta(seconds=8)
    asked(talk, "Lan", "69%")
    assert [entry.percent for entry in talk.entries(duties[8])] == [69]


def test_figures_with_their_own_verbs_go_on_with_the_result(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "8 in được 500 tờ")
    for text in ("phát 300", "còn 200 để tháng sau"):
        talk.now += timedelta(seconds=8)
        asked(talk, "Lan", text)
    assert [entry.text for entry in talk.entries(duties[8])] == ["in được 500 tờ, phát 300, còn 200 để tháng sau"]


@pytest.mark.parametrize(
    "text", ["sửa 8 quý trước thành 67%", "ghi lại 8 hôm nọ là 67%", "sửa 8 tuần trước thành 15 tin"]
)
def test_a_line_with_its_own_number_is_never_of_the_task_shown(talk: Talk, duties: dict[int, int], text: str) -> None:
    talk.say("Lan", "việc 17")
    talk.say("Lan", text)
    assert not talk.entries(duties[17])
