"""A document for a report that waits for it, in words of handing in; its number set right; an acceptance without it."""

import pytest

from bot.understanding.rules.evidence import handed_in
from storage.kinds import DutyState
from tests.bot.talk import Talk
from tests.bot.understanding.reading import bare, split
from tests.bot.usecases.test_documents_said import documents, later

Duties = dict[int, int]

HANDED_IN = split("""
2 nộp lại KH 46/KH-UBND | 2 bổ sung KH 46/KH-UBND ạ | 2: gửi bổ sung KH 46/KH-UBND | 2 đã có văn bản KH 46/KH-UBND ngày 2/10
2 nộp bổ sung số KH 46/KH-UBND nhé
""")
#: A document that others issued, or work told beside it.
TOLD = split("""
đang làm theo CV 45/SNV-CCHC | đã trình Sở, chờ trả lời CV 12/SNV | KH 46/KH-UBND đã ban hành nhưng chưa kiểm tra | đăng 3 tin
nộp KH 46/KH-UBND và QĐ 12/QĐ-UBND | họp 5 cuộc
""")


@pytest.mark.parametrize("text", HANDED_IN)
def test_it_is_the_document_that_was_waited_for(talk: Talk, duties: Duties, text: str) -> None:
    talk.say("Lan", "xong 2")
    later(talk)
    answer = talk.say("Lan", text)
    assert "46/KH-UBND" in documents(talk, duties[2])[0] and talk.entries(duties[2]) == [], answer
    accepted = talk.say("Tâm", "duyệt 2")
    assert accepted and "chưa có số văn bản" not in accepted


def test_other_words_are_told_of_the_work() -> None:
    for text in TOLD:
        for typed in (text, bare(text)):
            assert handed_in(typed) is None, typed


def test_an_acceptance_without_it_says_so(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 2")
    answer = talk.say("Tâm", "duyệt 2")
    assert answer and "Việc này chưa có số văn bản, ảnh hoặc tệp sản phẩm." in answer
    assert talk.state(duties[2]) is DutyState.ACCEPTED


@pytest.mark.parametrize(
    "text",
    [
        "nhầm số, 254 mới đúng",
        "à nhầm số, 254 mới đúng",
        "nhầm, 254 mới đúng",
        "à nhầm, 254",
        "sai rồi, 254",
        "ý em là 254",
    ],
)
def test_a_number_of_no_task_is_the_documents(talk: Talk, duties: Duties, text: str) -> None:
    talk.say("Lan", "xong 2 KH 245/KH-UBND")
    later(talk, 30)
    answer = talk.say("Lan", text)
    assert documents(talk, duties[2]) == ["KH 254/KH-UBND"], answer
    assert talk.state(duties[2]) is DutyState.REPORTED


@pytest.mark.parametrize("text", ["254", "việc 254", "nhầm 8, 254"])
def test_without_a_slip_or_document_nothing_is_renumbered(talk: Talk, duties: Duties, text: str) -> None:
    talk.say("Lan", "xong 2 KH 245/KH-UBND")
    later(talk, 30)
    talk.say("Lan", text)
    assert "KH 254/KH-UBND" not in documents(talk, duties[2])
