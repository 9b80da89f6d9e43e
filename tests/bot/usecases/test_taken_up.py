"""Staff who want a task of their unit, and who should help beside its owner: nothing changes hands without a head's word."""

import pytest

from storage.kinds import EventKind
from tests.bot.talk import Talk
from tests.jobs.mornings import morning_of

Duties = dict[int, int]
TOLD = (
    "Dạ, việc 57 – Niêm yết địa chỉ nhận PAKN do anh Dũng giao nên em chưa đổi người; em báo anh Dũng trong tin nhắn sáng tới. "
    'Anh Dũng chỉ cần nhắn em, ví dụ: giao 57 cho Phúc. Nếu nhầm, anh nhắn "hoàn tác".'
)


def test_who_hands_out_hears_once_who_wants_a_task(talk: Talk, duties: Duties) -> None:
    owner = talk.duty(duties[57]).person_id
    for said in ("em nhận 57", "57 để em làm cho"):
        assert talk.say("Phúc", said) == TOLD
    assert talk.duty(duties[57]).person_id == owner and [e.kind for e in talk.events()] == [EventKind.TAKE_ASKED]
    morning = morning_of(talk.ward, "14/10/2025")["Dũng"].text
    assert morning.count("Anh Phúc xin nhận việc 57 – Niêm yết địa chỉ nhận PAKN (nhắn: giao 57 cho Phúc)") == 1
    assert "57 – xin nhận" in (talk.say("Dũng", "hôm nay ai báo gì rồi") or "")


def test_a_wish_taken_back_or_fulfilled_is_told_to_nobody(talk: Talk, duties: Duties) -> None:
    talk.say("Phúc", "em nhận 57")
    assert "bỏ phần xin nhận việc 57" in (talk.say("Phúc", "hoàn tác") or "")
    talk.say("Phúc", "em xin nhận việc 30")
    talk.say("Dũng", "giao 30 cho Phúc")
    assert not [name for name, told in morning_of(talk.ward, "14/10/2025").items() if "xin nhận" in told.text]


def test_what_he_has_is_received_and_another_units_stays_the_others(talk: Talk, duties: Duties) -> None:
    assert "em ghi chị đã nhận việc 30" in (talk.say("Hoa", "em nhận 30") or "")
    answer = talk.say("Hoa", "em nhận 57, 7") or ""
    assert "do anh Dũng giao" in answer and "trưởng đơn vị VHXH" in answer


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("Dũng", "nhờ Phúc phụ Hoa việc 30", "do chị Hoa phụ trách; phần phối hợp của Phúc em chưa ghi được, anh trao đổi trực tiếp giúp em. Muốn đổi người phụ trách, anh nhắn \"giao 30 cho Phúc\""),
        ("Dũng", "30 cho Phúc làm chung với Hoa", "do chị Hoa phụ trách"),
        ("Dũng", "30 Hoa hỗ trợ Phúc", 'nhắn "giao 30 cho Phúc"'),
        ("Hoa", "nhờ anh Phúc phụ em việc 30", "chị trao đổi trực tiếp giúp em."),
    ],
)  # fmt: skip
def test_who_helps_beside_the_owner_is_not_kept(talk: Talk, duties: Duties, name: str, text: str, words: str) -> None:
    before = talk.duty(duties[30]).person_id
    answer = talk.say(name, text) or ""
    assert words in answer and answer.startswith("Dạ, em chưa đổi gì: việc 30")
    assert talk.events() == [] and talk.duty(duties[30]).person_id == before
