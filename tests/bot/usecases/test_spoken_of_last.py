"""What is spoken of last is meant by "nó": handed out, reminded of, asked about; a reason joins the wish asked about."""

import pytest

from tests.bot.talk import Talk
from tests.bot.understanding.reading import split

Duties = dict[int, int]


def test_a_head_hands_out_the_task_shown_last(talk: Talk, duties: Duties) -> None:
    talk.say("Tâm", "việc 17")
    asked = talk.say("Tâm", "giao nó cho Quân, 30/10 phải xong") or ""
    assert "Việc 17: giao cho Quân, mốc 30/10, phải không ạ?" in asked
    assert "đã giao việc 17" in (talk.say("Tâm", "đúng") or "")


def test_who_holds_the_task_shown_last_is_reminded_once_that_is_agreed(talk: Talk, duties: Duties) -> None:
    talk.say("Tâm", "việc 17")
    asked = talk.say("Tâm", "nhắc nó bổ sung ảnh") or ""
    assert "Việc 17: nhắc" in asked and "Lan" in asked and "phải không ạ?" in asked
    assert "chưa rõ cần nhắc ai" in (talk.say("Quân", "nhắc nó đi") or "")


def test_a_head_says_whose_a_task_is(talk: Talk, duties: Duties) -> None:
    assert "Việc 17: giao cho Quân, phải không ạ?" in (talk.say("Tâm", "17 là của Quân") or "")
    assert "phải không" not in (talk.say("Lan", "17 là của Quân") or "")


def test_work_called_by_another_name_closes_nothing_unasked(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "18 không phát sinh")
    asked = talk.say("Lan", "xong việc sửa nhà văn hóa khu phố") or ""
    assert "chưa ghi gì" in asked and talk.duty(duties[18]).reported_on is None


def test_what_was_told_of_the_task_spoken_of_last_stands(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "8 đăng 12 tin 3 bài")
    talk.say("Lan", "kì này không có gì mới")
    assert [entry.text for entry in talk.entries(duties[8])] == ["đăng 12 tin 3 bài"]


def test_who_spares_the_only_one_that_waits_reads_so(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 2 KH 45/KH-UBND")
    assert "ngoài việc 2, hiện không có việc nào chờ anh duyệt" in (talk.say("Tâm", "duyệt hết trừ 2") or "").lower()


def test_a_reason_behind_the_wish_asked_about_joins_it(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "việc 17")
    assert "xin lùi đến 20/12" in (talk.say("Lan", "cho chị xin đến 20/12 được không") or "")
    asked = talk.say("Lan", "lý do là chờ phần mềm của tỉnh") or ""
    assert "xin lùi đến 20/12, lý do chờ phần mềm của tỉnh, phải không ạ?" in asked


def test_who_asks_whether_it_was_decided_sees_the_task_spoken_of(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "việc 17")
    assert (talk.say("Lan", "a Tam duyet chua") or "").startswith("17. ")


@pytest.mark.parametrize(
    "text",
    split("""mấy việc đó giao Quân hết đi | mấy việc này giao cho Quân nhé | giao hết mấy việc trên cho anh Quân | giao Quân hết mấy việc đó
    các việc này chuyển hết cho Quân | may viec do giao Quan het di | giao hết cho Quân | chuyển hết chỗ đó cho anh Quân giúp anh"""),
)
def test_a_head_hands_out_the_list_shown_last_once_its_numbers_are_agreed(
    talk: Talk, duties: Duties, text: str
) -> None:
    talk.say("Lan", "xong 7")  # waits for Tâm: nobody else gets it
    talk.shows("Tâm", *(duties[n] for n in (2, 7, 17, 57)))
    asked = talk.say("Tâm", text) or ""
    assert "Việc 2, 17: giao cho " in asked and asked.endswith('Nếu phải, anh nhắn "đúng".'), asked
    assert talk.duty(duties[2]).person_id == talk.ward.staff["Lan"]
    talk.say("Tâm", "đúng")
    assert {talk.duty(duties[n]).person_id for n in (2, 17)} == {talk.ward.staff["Quân"]}
    talk.say("Tâm", "hoàn tác")
    assert {talk.duty(duties[n]).person_id for n in (2, 17)} == {talk.ward.staff["Lan"]}


def test_numbers_that_stand_together_belong_to_the_list(talk: Talk, duties: Duties) -> None:
    for number in range(101, 107):
        talk.ward.give(number, f"Việc {number}", "VHXH", to="Lan")
    assert "và 6 việc khác: 101–106" in (talk.say("Tâm", "việc của Lan") or "")
    assert "em chưa rõ anh nói việc nào" in (talk.say("Tâm", "mấy việc đó giao Quân hết đi") or "")  # eleven
    talk.say("Lan", "xong 7")
    talk.say("Tâm", "việc của Lan")
    asked = talk.say("Tâm", "mấy việc đó giao Quân hết đi") or ""
    assert "101, 102, 103, 104, 105, 106: giao cho Quân, phải không ạ?" in asked


@pytest.mark.parametrize(
    "text",
    [
        "mấy việc đó ai làm",
        "mấy việc này giao cho ai được",
        "mấy việc này giao Quân được không em",
        "cho xem mấy việc đó của Quân",
    ],
)
def test_a_question_of_the_list_hands_out_nothing(talk: Talk, duties: Duties, text: str) -> None:
    talk.shows("Tâm", duties[2], duties[17])
    assert "giao cho" not in (talk.say("Tâm", text) or "")


WISHED = split("""chuyển cho anh Quân giùm em | giao cho Quân giúp em nhé | chuyen viec nay cho anh Quan giup em | đưa qua anh Quân dùm
    em muốn chuyển việc này cho Quân""")


@pytest.mark.parametrize("text", WISHED)
def test_staff_wish_the_task_shown_last_handed_over(talk: Talk, duties: Duties, text: str) -> None:
    talk.say("Lan", "việc 17")
    asked = talk.say("Lan", text) or ""
    assert "Việc 17: xin chuyển cho " in asked and talk.events() == [], asked
    told = talk.say("Lan", "đúng") or ""
    assert "nên em chưa đổi người; em báo anh Tâm trong tin nhắn sáng tới" in told and "giao 17 cho Quân" in told
    assert talk.duty(duties[17]).person_id == talk.ward.staff["Lan"]


@pytest.mark.parametrize(
    "text", ["chuyển 17 cho anh Quân giùm em", "giao 17 cho Quân", "17 chuyển cho anh Quân giúp em"]
)
def test_staff_who_hand_out_their_own_work_wish_it(talk: Talk, duties: Duties, text: str) -> None:
    told = talk.say("Lan", text) or ""
    assert "em báo anh Tâm trong tin nhắn sáng tới" in told and "giao 17 cho Quân" in told, told
    assert talk.duty(duties[17]).person_id == talk.ward.staff["Lan"]
    assert "xin trả lại việc 17" in (talk.say("Lan", "hoàn tác") or "")


def test_work_of_others_and_takers_of_another_unit(talk: Talk, duties: Duties) -> None:
    assert "là phần của trưởng đơn vị" in (talk.say("Hoa", "giao 17 cho Phúc") or "")
    told = talk.say("Lan", "chuyển 17 cho chị Hoa giùm em") or ""
    assert "giao 17 cho <tên>" in told and "Hoa" not in told
