"""A new task read back, mended and agreed to in one's own sentence; and what is said of it right after its "ghi"."""

import pytest

from storage.queries.duties import lines_by_number
from tests.bot.talk import Talk

Duties = dict[int, int]
SENTENCE = "việc phát sinh: rà soát biển hiệu quảng cáo, chị Hoa làm, hạn 21/11"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("hạn thì 20/11 nhé", "20/11"),
        ("à hạn 20/11 mới đúng", "20/11"),
        ("hạn sai rồi, 20/11", "20/11"),
        ("mà hạn dời tới 28/11", "28/11"),
        ("lùi hạn qua 28/11 nha", "28/11"),
        ("hạn thì 18/11 cho chắc", "18/11"),
        ("cho sớm hơn, 18/11", "18/11"),
        ("18/11 chứ không phải 21/11", "18/11"),
        ("gấp hơn đi em, 18/11 nhé", "18/11"),
        ("mà để Phúc lo", "(anh Phúc)"),
        ("ý anh là Phúc", "(anh Phúc)"),
        ("Phúc chứ không phải Hoa", "(anh Phúc)"),
        ("không phải Hoa mà là Phúc", "(anh Phúc)"),
        ("người làm là Phúc", "(anh Phúc)"),
        ("thêm VHXH phối hợp", "(phối hợp: VHXH)"),
        ("thêm VHXH nữa", "(phối hợp: VHXH)"),
        ("phối hợp với VHXH nhé", "(phối hợp: VHXH)"),
        ("để Phúc làm, hạn thì 20/11", "20/11"),
        ("Hoa bận rồi, để Phúc làm", "(anh Phúc)"),
        ("của Phúc chứ", "(anh Phúc)"),
        ("dời qua 28/11 được không em", "28/11"),
        ("không cần hạn đâu", "chưa có"),
        ("theo CV 12/SKHCN nha", "Theo: CV 12/SKHCN\n"),
    ],
)
def test_it_is_mended_as_people_say_it(talk: Talk, duties: Duties, text: str, read: str) -> None:
    talk.say("Dũng", SENTENCE)
    echo = talk.say("Dũng", text)
    assert echo and echo.startswith("Dạ, em đọc là việc phát sinh:") and read in echo, echo
    assert "vào theo dõi" in (talk.say("Dũng", "rồi ghi đi em") or "")


def test_who_it_is_not_is_left_off(talk: Talk, duties: Duties) -> None:
    talk.say("Hà", SENTENCE)
    assert "Chủ trì: Văn phòng HĐND và UBND\n" in (talk.say("Hà", "không phải trung tâm, VP làm") or "")


def test_who_helps_is_added_to_who_helps_already(talk: Talk, duties: Duties) -> None:
    talk.say("Hà", SENTENCE)
    talk.say("Hà", "thêm VHXH phối hợp")
    assert "(phối hợp: VHXH, KT)" in (talk.say("Hà", "KT phối hợp nữa") or "")
    assert "(phối hợp: KT)" in (talk.say("Hà", "bỏ VHXH ra") or "")


@pytest.mark.parametrize("text", ["không phải Hoa", "để Tuấn lo", "hạn 20/11 có kịp ý kiến của Sở với tỉnh đâu"])
def test_what_is_not_clear_is_answered_about_the_draft(talk: Talk, duties: Duties, text: str) -> None:
    talk.say("Dũng", SENTENCE)
    answer = talk.say("Dũng", text)
    assert answer and "Việc đang chờ ghi" in answer and "(chị Hoa)" in answer and "21/11" in answer, answer
    assert "vào theo dõi" in (talk.say("Dũng", "ghi") or "")


@pytest.mark.parametrize(
    "text", ["việc của tôi", "asdf", "mai anh nghỉ, Phúc thay", "nhắc Hoa", "cảm ơn em", "xem việc 7"]
)
def test_what_speaks_of_something_else_mends_nothing(talk: Talk, duties: Duties, text: str) -> None:
    talk.say("Dũng", SENTENCE)
    assert "phát sinh" not in (talk.say("Dũng", text) or "")


def test_after_another_question_it_is_still_mended(talk: Talk, duties: Duties) -> None:
    talk.say("Dũng", SENTENCE)
    talk.say("Dũng", "việc của tôi")
    assert "20/11" in (talk.say("Dũng", "hạn thì 20/11 nhé") or "")


def test_it_waits_on_beside_another_question_that_is_answered(talk: Talk, duties: Duties) -> None:
    talk.say("Dũng", SENTENCE)
    talk.say("Dũng", "mai anh nghỉ")
    assert "đã ghi anh nghỉ" in (talk.say("Dũng", "Phúc thay") or "")
    assert "vào theo dõi" in (talk.say("Dũng", "ghi") or "")


@pytest.mark.parametrize("text", ["à bỏ đi em", "à mà thôi bỏ việc đó đi", "thôi hủy đi", "xóa việc đó đi"])
def test_once_recorded_it_is_dropped_again(talk: Talk, duties: Duties, text: str) -> None:
    talk.say("Dũng", SENTENCE)
    talk.say("Dũng", "ghi")
    assert "58" in (talk.say("Dũng", text) or "")
    assert "58" not in (talk.say("Hoa", "việc của tôi") or "")


@pytest.mark.parametrize(("text", "said"), [("à hạn 24/11 nhé", "24/11"), ("mà để Phúc làm", "anh Phúc")])
def test_once_recorded_it_is_mended_under_its_number(talk: Talk, duties: Duties, text: str, said: str) -> None:
    talk.say("Dũng", SENTENCE)
    talk.say("Dũng", "ghi")
    answer = talk.say("Dũng", text)
    assert answer and "58" in answer and said in answer, answer


def test_after_another_change_nothing_is_dropped(talk: Talk, duties: Duties) -> None:
    talk.say("Dũng", SENTENCE)
    talk.say("Dũng", "ghi")
    talk.say("Dũng", "giao 57 cho Hoa")
    talk.say("Dũng", "à bỏ đi em")
    with talk.session() as session:
        (line,) = lines_by_number(session, talk.ward.agency_id, 58)
    assert line.duty.closed_on is None
