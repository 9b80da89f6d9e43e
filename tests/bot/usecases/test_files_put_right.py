"""A file that was sent by mistake, or of another task than the one that got it; which task a further file belongs to."""

import pytest

from storage.kinds import DutyState, EvidenceKind
from storage.queries.duties import evidence_of
from tests.bot.talk import Talk
from tests.bot.understanding.reading import bare, read, split

Duties = dict[int, int]

OUT = split("""
bỏ cái file vừa gửi đi | xóa ảnh 7 đi, có mặt trẻ em | việc 7 em gửi nhầm file rồi | gửi nhầm ảnh rồi em | rút lại tệp vừa nộp giúp chị
nhầm file rồi | ảnh việc 7 gửi nhầm rồi | em gửi nhầm ảnh việc 7 | gỡ ảnh của việc 7 giúp em
""")
#: Nothing of these takes a file out.
NOT_OUT = split("""
7 đã bỏ hình thức bốc thăm | 7 gửi nhầm đơn vị, Sở trả lại | bỏ anh Tâm ra khỏi danh sách | xóa ảnh 7 được không em? | gửi ảnh 7 | xem ảnh 7
báo nhầm | gửi nhầm rồi | xong 7 gửi nhầm hồ sơ cho Sở | bỏ tin vừa gửi
""")
MOVED = split(
    "cái này của 17 | file này việc 17 nhé | ảnh này của việc 17 | của việc 17 | cái ảnh vừa rồi là của việc 17 em nhé"
)


def files(talk: Talk, duty_id: int) -> list[str]:
    with talk.session() as session:
        rows = evidence_of(session, talk.ward.agency_id, [duty_id])
        return [row.text for row in rows if row.kind is EvidenceKind.FILE]


def test_a_file_sent_by_mistake_is_read_in_many_words() -> None:
    for text in OUT:
        [act] = read(text).acts
        assert (act.intent.value, act.slots.mode) == ("evidence_only", "file_out"), text
    for text in NOT_OUT:
        assert all(act.slots.mode != "file_out" for act in read(text).acts), text
    for text in ("viec 7 em gui nham file roi", "xoa anh 7 di", bare(OUT[0])):
        assert read(text).acts[0].slots.mode == "file_out", text


@pytest.mark.parametrize("text", OUT)
def test_it_is_taken_out_and_the_report_stands(talk: Talk, duties: Duties, text: str) -> None:
    talk.say("Lan", "xong 7")
    talk.keeps_photo(duties[7], "Lan")
    answer = talk.say("Lan", text)
    assert answer and "bỏ ảnh vừa gửi của việc 7" in answer
    assert files(talk, duties[7]) == [] and talk.state(duties[7]) is DutyState.REPORTED
    answer = talk.say("Lan", "hoàn tác")
    assert answer and "giữ lại tệp vừa bỏ của việc 7" in answer and files(talk, duties[7]) == ["ảnh"]


def test_without_a_file_nothing_is_taken_back(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 17 QĐ 120/QĐ-UBND")
    answer = talk.say("Lan", "việc 17 em gửi nhầm file rồi")
    assert answer and "chưa giữ ảnh, tệp nào" in answer
    assert talk.state(duties[17]) is DutyState.REPORTED


@pytest.mark.parametrize("text", MOVED)
def test_it_goes_to_the_task_it_proves(talk: Talk, duties: Duties, text: str) -> None:
    talk.say("Lan", "xong 7")
    talk.keeps_photo(duties[7], "Lan")
    talk.say("Lan", "việc của tôi")
    answer = talk.say("Lan", text)
    assert answer and "chuyển ảnh sang việc 17" in answer, answer
    assert (files(talk, duties[7]), files(talk, duties[17])) == ([], ["ảnh"])
    talk.say("Lan", "hoàn tác")
    assert (files(talk, duties[7]), files(talk, duties[17])) == (["ảnh"], [])


@pytest.mark.parametrize("text", ["việc 17", "17", "xem ảnh 17", "17 3 ảnh"])
def test_other_words_move_nothing(talk: Talk, duties: Duties, text: str) -> None:
    talk.say("Lan", "xong 7")
    talk.keeps_photo(duties[7], "Lan")
    talk.say("Lan", text)
    assert (files(talk, duties[7]), files(talk, duties[17])) == (["ảnh"], [])


def test_nobody_takes_out_what_another_sent(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 7")
    talk.keeps_photo(duties[7], "Lan")
    for name in ("Hoa", "Tâm"):
        talk.say(name, "xóa ảnh 7 đi")
    assert files(talk, duties[7]) == ["ảnh"]
