""" "Đổi giờ nhắc sang 8h", "tắt nhắc", "tiếng Anh": everybody's own, never silent about what is quá hạn."""

from datetime import date, time

import pytest
from sqlmodel import select

from storage.database import transaction
from storage.kinds import EventKind
from storage.models.organisation import Staff
from tests.bot.talk import Talk
from tests.jobs.mornings import tick
from tests.people import at

Duties = dict[int, int]


def staff(talk: Talk, name: str) -> Staff:
    with talk.session() as session:
        return session.exec(select(Staff).where(Staff.id == talk.ward.staff[name])).one()


def test_an_own_hour_is_kept_told_and_taken_back(talk: Talk, duties: Duties) -> None:
    assert talk.say("Lan", "đổi giờ nhắc sang 9 giờ") == (
        'Dạ, từ thứ Hai 13/10 em nhắn tin sáng cho chị lúc 09h00. Nếu nhầm, chị nhắn "hoàn tác".'
    )
    assert staff(talk, "Lan").digest_at == time(9)
    assert talk.events()[-1].kind is EventKind.SETTINGS_SET
    help_ = talk.say("Lan", "trợ giúp thêm") or ""
    assert help_.endswith("\nTin sáng của chị: 09h00 ngày làm việc; tiếng Việt.")
    undone = "Dạ, em đã bỏ thay đổi vừa rồi; tin sáng của chị: 07h30 ngày làm việc; tiếng Việt."
    assert talk.say("Lan", "hoàn tác") == undone
    assert staff(talk, "Lan").digest_at is None


@pytest.mark.parametrize(
    ("who", "said", "hour", "answer"),
    [
        ("Lan", "dời giờ nhắc sang 7 giờ sáng", time(7), "lúc 07h00"),
        ("Lan", "mỗi sáng 8h30 nhắc em", time(8, 30), "lúc 08h30"),
        ("Lan", "đổi giờ nhắc sang 7h30", None, "lúc 07h30"),
        ("Lan", "đổi giờ nhắc sang 5h", None, "từ 06h30 đến 10h00, nên em chưa đổi gì"),
        ("Lan", "đổi giờ nhắc sang 14h", None, "từ 06h30 đến 10h00, nên em chưa đổi gì"),
        ("Quân", "đổi giờ nhắc sang 7h", None, "từ 07h30 đến 10h00, nên em chưa đổi gì"),
        ("Quân", "đổi giờ nhắc sang 8h", time(8), "lúc 08h00"),
        ("Ánh", "đổi giờ nhắc sang 10h", time(10), "lúc 10h00"),
    ],
)
def test_hours_within_the_morning_are_taken(
    talk: Talk, duties: Duties, who: str, said: str, hour: time | None, answer: str
) -> None:
    assert answer in (talk.say(who, said) or "")
    assert staff(talk, who).digest_at == hour


def test_reminders_are_turned_off_but_for_what_is_late(talk: Talk, duties: Duties) -> None:
    answer = talk.say("Lan", "tắt nhắc") or ""
    assert "Việc đã quá hạn thì em vẫn phải nhắc" in answer and 'đến khi chị nhắn "bật nhắc"' in answer
    assert staff(talk, "Lan").only_late_until == date(9999, 12, 31)
    assert "chỉ nhắc việc quá hạn" in (talk.say("Lan", "giờ nhắc của em") or "")
    assert talk.say("Lan", "bật nhắc") == (
        'Dạ, em nhắc chị đủ như trước, tin sáng lúc 07h30. Nếu nhầm, chị nhắn "hoàn tác".'
    )
    assert staff(talk, "Lan").only_late_until is None
    assert "đến hết 15/10" in (talk.say("Lan", "tắt nhắc 3 ngày") or "")
    assert staff(talk, "Lan").only_late_until == date(2025, 10, 15)
    assert "Tin sáng của người theo dõi và Văn phòng vẫn gửi" in (talk.say("Quân", "tắt nhắc") or "")


def test_one_day_of_the_week_may_be_chosen(talk: Talk, duties: Duties) -> None:
    answer = talk.say("Lan", "nhắc em sáng thứ 2 hàng tuần") or ""
    assert "vào thứ Hai, lúc 07h30; ngày khác chỉ khi có việc quá hạn" in answer
    assert staff(talk, "Lan").digest_weekday == 0
    talk.say("Lan", "bật nhắc")
    assert staff(talk, "Lan").digest_weekday is None


def test_the_language_changes_with_the_answer(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "nói tiếng Anh")
    assert staff(talk, "Lan").language == "en"
    assert (talk.say("Lan", "việc của tôi") or "").startswith("You have")
    answer = talk.say("Lan", "trả lời tôi bằng tiếng Việt")
    assert answer == 'Dạ, từ nay em nhắn chị bằng tiếng Việt. Nếu nhầm, chị nhắn "hoàn tác".'
    assert staff(talk, "Lan").language == "vi"


@pytest.mark.parametrize(
    "said", ["đừng nhắn sau 6 giờ tối", "tắt nhắc thứ 7 chủ nhật giúp em", "gộp tin nhắc thành một"]
)
def test_what_is_so_for_everybody_changes_nothing(talk: Talk, duties: Duties, said: str) -> None:
    assert (talk.say("Lan", said) or "").startswith("Dạ, em vốn chỉ nhắn chị một tin vào buổi sáng ngày làm việc")
    assert not talk.events()


def test_after_the_morning_it_holds_from_the_next_one(talk: Talk, duties: Duties) -> None:
    tick(talk.ward, at("13/10/2025 07:30"))
    assert "từ thứ Ba 14/10 em nhắn" in (talk.say("Lan", "đổi giờ nhắc sang 9 giờ") or "")
    with transaction(talk.ward.engine) as session:
        assert session.get_one(Staff, talk.ward.staff["Lan"]).digest_at == time(9)


def test_who_is_written_to_too_often_chooses_what_to_change(talk: Talk, duties: dict[int, int]) -> None:
    asked = talk.say("Lan", "đừng nhắn nhiều thế")
    assert asked == (
        "Dạ, em chưa rõ ý chị nên chưa ghi gì:\nA. Em chỉ nhắn chị mỗi sáng thứ Hai\n"
        "B. Em không nhắc chị trước hạn nữa, chỉ báo việc quá hạn"
    )
    assert "thứ Hai" in (talk.say("Lan", "A") or "")
    asked = talk.say("Hà", "đừng nhắc nữa")
    assert asked and "Em không nhắc chị trước hạn nữa, chỉ báo việc quá hạn, phải không ạ?" in asked
    assert "quá hạn" in (talk.say("Hà", "đúng") or "")
