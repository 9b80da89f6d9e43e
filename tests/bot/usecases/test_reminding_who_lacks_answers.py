""" "Nhắc mấy người chưa báo": whoever has answered for the running period is left alone, however late his work is."""

from tests.bot.talk import Talk

Duties = dict[int, int]


def test_who_has_answered_is_not_reminded_of_what_is_late(talk: Talk, duties: Duties) -> None:
    for number in (2, 7, 8, 17):
        talk.say("Lan", f"{number} đang làm")
    answer = talk.say("Hà", "nhắc mấy người chưa báo") or ""
    assert "VHXH – chị Lan: 18" in answer and "chị Hoa: 30" in answer and "anh Dũng: 57" in answer
    talk.now = talk.now.replace(day=14)
    talk.say("Lan", "18 đang làm")
    assert "chị Lan" not in (talk.say("Hà", "nhắc ai chưa nộp kết quả") or "")
    assert "chị Lan: 17" in (talk.say("Hà", "nhắc mấy việc trễ đi") or "")


def test_where_nobody_lacks_an_answer_it_is_said_how_the_late_are_reminded(talk: Talk, duties: Duties) -> None:
    talk.say("Hoa", "30 đạt 60%")
    talk.say("Dũng", "57 đang làm")
    assert talk.say("Dũng", "nhắc anh em chưa báo") == (
        'Dạ, em chưa nhắc ai: TTPVHCC đã trả lời đủ kỳ này. Nhắc cả việc quá hạn, chậm mốc, anh nhắn "nhắc TTPVHCC".'
    )
