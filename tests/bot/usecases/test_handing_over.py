"""Handing out in bulk, to oneself, with a date, and what chat does not do and says so."""

from datetime import date

import pytest

from storage.database import transaction
from storage.kinds import EventKind
from storage.models.channels import Chat
from tests.bot.talk import Talk
from tests.engines import ON_BOTH
from tests.jobs.mornings import morning_of

Duties = dict[int, int]


def holder(talk: Talk, duty_id: int) -> int | None:
    return talk.duty(duty_id).person_id


@pytest.fixture
def handed(talk: Talk) -> Duties:
    """TTPVHCC: 50 and 52 of Phúc's in section A.IV, 57 and 58 nobody's; VHXH: 9 nobody's in A.IV."""
    ward = talk.ward
    return {
        50: ward.give(50, "Tập huấn kỹ năng giao tiếp", "TTPVHCC", to="Phúc", section="A.IV"),
        52: ward.give(52, "Khảo sát hài lòng", "TTPVHCC", to="Phúc", section="A.IV.2"),
        57: ward.give(57, "Niêm yết địa chỉ", "TTPVHCC", section="A.IV"),
        58: ward.give(58, "Số hóa hồ sơ", "TTPVHCC", section="B.I"),
        9: ward.give(9, "Rà soát thủ tục", "VHXH", section="A.IV"),
    }


@ON_BOTH
def test_all_of_somebody_goes_over_and_comes_back_by_one_word(talk: Talk, handed: Duties) -> None:
    hoa, phuc = talk.ward.staff["Hoa"], talk.ward.staff["Phúc"]
    answer = talk.say("Dũng", "chuyển hết việc của anh Phúc cho chị Hoa")
    assert answer and "giao chị Hoa 2 việc" in answer and "Việc 50" in answer and "Việc 52" in answer
    assert [holder(talk, handed[n]) for n in (50, 52, 57)] == [hoa, hoa, None]
    talk.say("Dũng", "hoàn tác")
    assert [holder(talk, handed[n]) for n in (50, 52)] == [phuc, phuc]


def test_what_waits_for_a_decision_stays_and_is_named(talk: Talk, handed: Duties) -> None:
    talk.say("Phúc", "xong 52 BC 61/BC-TTPVHCC")
    answer = talk.say("Dũng", "anh Phúc nghỉ việc rồi, chuyển hết việc cho Hoa")
    assert answer and "giao chị Hoa 1 việc" in answer and holder(talk, handed[52]) == talk.ward.staff["Phúc"]
    assert "Đang chờ duyệt, vẫn đứng tên anh Phúc: việc 52. Nếu bị trả lại, anh nhắn: giao 52 cho Hoa." in answer
    again = talk.say("Dũng", "chuyển hết việc của anh Phúc cho chị Hoa")
    assert again and "không giữ việc nào đang mở" in again and "vẫn đứng tên anh Phúc: việc 52" in again
    talk.say("Dũng", "trả 52 thiếu số liệu")
    talk.say("Dũng", "giao 52 cho Hoa")
    assert holder(talk, handed[52]) == talk.ward.staff["Hoa"]


def test_what_is_left_of_a_section_goes_to_one_and_the_rest_is_named(talk: Talk, handed: Duties) -> None:
    answer = talk.say("Dũng", "còn lại của mục A.IV cho Hoa")
    assert answer and "Việc 57" in answer and "Chưa giao: việc 9" in answer
    held = {n: holder(talk, handed[n]) for n in handed}
    assert held == {
        50: talk.ward.staff["Phúc"],
        52: talk.ward.staff["Phúc"],
        57: talk.ward.staff["Hoa"],
        58: None,
        9: None,
    }


def test_a_whole_section_takes_what_others_have(talk: Talk, handed: Duties) -> None:
    talk.say("Dũng", "giao hết mục A.IV cho Hoa")
    assert {holder(talk, handed[n]) for n in (50, 52, 57)} == {talk.ward.staff["Hoa"]}


def test_whatever_nobody_has_is_of_the_takers_unit_only(talk: Talk, handed: Duties) -> None:
    talk.say("Dũng", "giao 57 cho Phúc; còn lại cho Hoa")
    assert holder(talk, handed[57]) == talk.ward.staff["Phúc"]
    assert holder(talk, handed[58]) == talk.ward.staff["Hoa"] and holder(talk, handed[9]) is None


@pytest.mark.parametrize("name", ["Hoa", "Tâm", "Ánh"])
def test_who_may_not_hand_out_moves_nothing(talk: Talk, handed: Duties, name: str) -> None:
    answer = talk.say(name, "chuyển hết việc của anh Phúc cho chị Hoa")
    assert answer and "chưa giao gì" in answer
    assert holder(talk, handed[50]) == talk.ward.staff["Phúc"]


def test_two_takers_of_one_task_are_offered_by_name(talk: Talk, handed: Duties) -> None:
    answer = talk.say("Dũng", "giao 57, 58 cho chị Hoa và anh Phúc")
    assert answer and "A. Việc 57, 58: giao cho chị Hoa" in answer and "B. Việc 57, 58: giao cho anh Phúc" in answer
    assert holder(talk, handed[57]) is None
    talk.say("Dũng", "B")
    assert {holder(talk, handed[n]) for n in (57, 58)} == {talk.ward.staff["Phúc"]}


def test_a_date_said_with_it_is_answered_too(talk: Talk, handed: Duties) -> None:
    answer = talk.say("Dũng", "giao 57 cho Hoa, mốc 24/10")
    assert answer and "giao việc 57" in answer and "24/10" in answer
    duty = talk.duty(handed[57])
    assert (duty.person_id, duty.target_on) == (talk.ward.staff["Hoa"], date(2025, 10, 24))


def test_a_head_takes_a_task_himself(talk: Talk, handed: Duties) -> None:
    talk.say("Dũng", "giao 57 cho tôi")
    assert holder(talk, handed[57]) == talk.ward.staff["Dũng"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("giao 57 cho phòng VHXH", "chưa chuyển việc 57 cho Phòng Văn hóa – Xã hội"),
        ("chị Hoa nghỉ việc từ 10/11", "nghỉ hẳn"),
    ],
)
def test_what_chat_does_not_do_is_said(talk: Talk, handed: Duties, text: str, words: str) -> None:
    before = [event.kind for event in talk.events()]
    answer = talk.say("Dũng", text)
    assert answer and words in answer
    assert [event.kind for event in talk.events()] == before
    assert holder(talk, handed[57]) is None


@pytest.mark.parametrize("text", ["57 Phúc hỗ trợ", "57 Phúc hỗ trợ anh nhé", "giao 57 cho Phúc phối hợp"])
def test_who_only_helps_takes_nothing_over(talk: Talk, handed: Duties, text: str) -> None:
    answer = talk.say("Dũng", text)
    assert answer and "phần phối hợp của Phúc" in answer
    assert holder(talk, handed[57]) is None and talk.events() == []


def test_who_leads_is_kept_and_who_helps_is_said_not_to_be(talk: Talk, handed: Duties) -> None:
    answer = talk.say("Dũng", "giao 57 cho Hoa làm chính, Phúc hỗ trợ")
    assert answer and "Phần phối hợp của Phúc" in answer
    assert holder(talk, handed[57]) == talk.ward.staff["Hoa"]
    assert [event.kind for event in talk.events()] == [EventKind.ASSIGNED]


@pytest.mark.parametrize(
    "text",
    [
        "giao hết việc của Phúc cho Hoa trừ 50",
        "chuyen het viec cua anh Phuc cho chi Hoa ngoai tru viec 50",
        "giao hết việc của Phúc trừ 50 cho Hoa",
    ],
)
def test_what_the_order_spares_stays(talk: Talk, handed: Duties, text: str) -> None:
    answer = talk.say("Dũng", text)
    assert answer and "Việc 52" in answer and "Giữ lại theo ý anh: việc 50." in answer
    assert [holder(talk, handed[n]) for n in (50, 52)] == [talk.ward.staff["Phúc"], talk.ward.staff["Hoa"]]


def test_of_a_section_what_is_spared_stays(talk: Talk, handed: Duties) -> None:
    talk.say("Dũng", "giao hết mục A.IV cho Hoa trừ 50, 57")
    assert [holder(talk, handed[n]) for n in (50, 57, 52)] == [talk.ward.staff["Phúc"], None, talk.ward.staff["Hoa"]]
    talk.say("Dũng", "hoàn tác")
    talk.say("Dũng", "giao hết mục A.IV cho Hoa trừ việc của Phúc")
    assert [holder(talk, handed[n]) for n in (50, 57)] == [talk.ward.staff["Phúc"], talk.ward.staff["Hoa"]]


def test_what_is_spared_and_not_followed_is_asked_about(talk: Talk, handed: Duties) -> None:
    answer = talk.say("Dũng", "giao hết việc của Phúc cho Hoa trừ mấy việc khó")
    assert answer and holder(talk, handed[50]) == talk.ward.staff["Phúc"] == holder(talk, handed[52])


def test_who_hands_out_hears_once_that_a_task_is_given_back(talk: Talk, duties: Duties) -> None:
    owner = talk.duty(duties[2]).person_id
    for said in ("em xin chuyển 2 cho anh Quân", "việc 2 em không phụ trách, của anh Quân mà"):
        assert talk.say("Lan", said) == (
            "Dạ, việc 2 – Kế hoạch kiểm tra CCHC do anh Tâm giao nên em chưa đổi người; em báo anh Tâm trong tin nhắn sáng tới. "
            'Anh Tâm chỉ cần nhắn em, ví dụ: giao 2 cho Quân. Nếu nhầm, chị nhắn "hoàn tác".'
        )
    assert "giao 2 cho <tên>" in (talk.say("Lan", "việc 2 chị không làm được, xin trả lại") or "")
    assert talk.duty(duties[2]).person_id == owner and talk.told("Tâm") == []
    morning = morning_of(talk.ward, "14/10/2025")["Tâm"].text
    assert morning.count("Chị Lan xin trả lại việc 2 – Kế hoạch kiểm tra CCHC (nhắn: giao 2 cho Quân)") == 1
    assert "xin trả lại" not in morning_of(talk.ward, "15/10/2025").get("Tâm", morning_of(talk.ward, "16/10/2025")["Quân"]).text  # fmt: skip


def test_what_was_given_back_by_a_slip_or_handed_on_is_told_to_nobody(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "em xin trả lại việc 7")
    assert "bỏ phần xin trả lại việc 7" in (talk.say("Lan", "hoàn tác") or "")
    talk.say("Hoa", "em xin trả lại việc 30")
    talk.say("Dũng", "giao 30 cho Phúc")
    morning = morning_of(talk.ward, "14/10/2025")
    assert not [name for name, told in morning.items() if "xin trả lại" in told.text]


def test_a_head_who_cannot_be_reached_is_not_promised(talk: Talk, duties: Duties) -> None:
    talk.ward.link("Vinh")
    with transaction(talk.ward.engine) as session:
        session.get_one(Chat, talk.ward.chats["Thu"]).off_at = talk.now
    assert "Anh báo chị Thu giúp em" in (talk.say("Vinh", "em xin trả lại việc 26") or "") and talk.events() == []


def test_who_hands_out_himself_gives_nothing_back(talk: Talk, duties: Duties) -> None:
    talk.say("Dũng", "việc 57 không phải của tôi")
    assert talk.events() == []


def test_all_of_who_leaves_goes_to_whom_the_head_names(talk: Talk, duties: Duties) -> None:
    answer = talk.say("Dũng", "chị Hoa nghỉ việc rồi, chuyển hết việc cho anh Phúc")
    assert answer and answer.startswith("Dạ, em đã giao anh Phúc")
    assert talk.duty(duties[30]).person_id == talk.ward.staff["Phúc"]
