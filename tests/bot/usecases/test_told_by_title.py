"""Work told of by its title: the task of that name is asked about, whatever was shown last."""

import pytest

from storage.kinds import DutyState
from tests.bot.talk import Talk
from tests.bot.usecases.test_whose_work import asked

Duties = dict[int, int]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("kế hoạch kiểm tra CCHC xong rồi em", "Việc 2: đã xong"),
        ("ke hoach kiem tra xong roi", "Việc 2: đã xong"),
        ("c làm xong kế hoạch kiểm tra rồi nhé", "Việc 2: đã xong"),
        ("kế hoạch kiểm tra CCHC đã trình ký", "Việc 2: ghi kết quả"),
        ("xong tập huấn CCHC rồi em nhé", "Việc 7: đã xong"),
        ("quyết định chức năng, nhiệm vụ đang lấy ý kiến", "Việc 17: ghi kết quả"),
    ],
)
@pytest.mark.parametrize("before", ["17", "việc của tôi", "18"])
def test_the_task_of_that_name_is_asked_about(talk: Talk, duties: Duties, text: str, said: str, before: str) -> None:
    talk.say("Lan", before)
    assert said in asked(talk, "Lan", text) and talk.events() == []


def test_the_answer_counts_for_that_task(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "17")
    talk.say("Lan", "c làm xong kế hoạch kiểm tra rồi nhé")
    assert "việc 2" in asked(talk, "Lan", "đúng")
    assert (talk.state(duties[2]), talk.state(duties[17])) == (DutyState.REPORTED, DutyState.OPEN)


def test_a_head_means_the_task_of_his_unit(talk: Talk, duties: Duties) -> None:
    assert "Việc 2: đã xong" in asked(talk, "Tâm", "kế hoạch kiểm tra xong rồi em nhé")


@pytest.mark.parametrize(
    "text", ["kế hoạch CCHC xong chưa", "kế hoạch năm đang làm đến đâu", "tập huấn hôm nay vui quá"]
)
def test_questions_and_talk_are_told_of_nothing(talk: Talk, duties: Duties, text: str) -> None:
    assert "phải không ạ" not in (talk.say("Lan", text) or "") and talk.events() == []


def test_a_question_about_a_task_called_a_plan_shows_the_task(talk: Talk, duties: Duties) -> None:
    assert asked(talk, "Lan", "kế hoạch kiểm tra hạn bao giờ").startswith("2. Kế hoạch kiểm tra CCHC")


@pytest.mark.parametrize("text", ["xong rồi", "em làm xong rồi ạ", "nop roi nhe", "xong hết rồi chị nhé"])
def test_words_that_hold_no_title_read_no_titles(
    talk: Talk, duties: Duties, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    """In an agency of many thousand tasks that takes seconds."""
    monkeypatch.setattr(
        "bot.conversation.titles_told.work_named", lambda *_args, **_more: pytest.fail("titles were read")
    )
    talk.say("Lan", "việc 7")
    assert talk.say("Lan", text)
