"""A document that comes after photos, or while another report waits for one: asked about, answered by a number, put right."""

from datetime import date, timedelta

import pytest

from storage.queries.duties import evidence_of
from tests.bot.talk import Talk
from tests.people import Ward, at
from tests.stories.handed_in import Desk

pytestmark = pytest.mark.own_line
PAGE, PAPER = b"\xff\xd8 page \xff\xd9", b"%PDF-1.7 x"
NINE = at("06/10/2025 09:00")


@pytest.fixture
def desk(ward: Ward) -> Desk:
    ward.link("Lan", "Tâm", "Quân")
    for number, title in ((2, "Kế hoạch kiểm tra CCHC"), (7, "Tập huấn CCHC"), (17, "Quyết định chức năng")):
        ward.give(number, title, "VHXH", to="Lan", due=date(2025, 12, 31))
    desk = Desk(ward)
    desk.clock.move(NINE)
    return desk


def told(desk: Desk, *messages: str) -> Talk:
    talk = Talk(desk.ward, desk.clock.now())
    for text in messages:
        talk.say("Lan", text)
    desk.clock.move(desk.clock.now() + timedelta(minutes=1))
    talk.now = desk.clock.now()
    return talk


def kept(talk: Talk, number: int) -> list[str]:
    with talk.session() as session:
        ids = {2: 1, 7: 2, 17: 3}
        return [row.text for row in evidence_of(session, talk.ward.agency_id, [ids[number]])]


def test_a_document_after_photos_is_asked_about(desk: Desk) -> None:
    desk.hand_in("Lan", "anh.jpg", PAGE, "xong 7")
    answer = desk.hand_in("Lan", "QD 1203 chuc nang.pdf", PAPER)
    assert answer and "của việc 7 hay việc khác ạ" in answer
    talk = told(desk)
    assert "chuc nang.pdf" in (talk.say("Lan", "17") or "") and kept(talk, 7) == ["ảnh"]
    assert kept(talk, 17) == ["QD 1203 chuc nang.pdf"]


def test_while_another_report_waits_for_its_document_it_is_asked(desk: Desk) -> None:
    talk = told(desk, "xong 2", "xong 7 KH 12/KH-UBND")
    answer = desk.hand_in("Lan", "KH kiem tra.pdf", PAPER)
    assert answer and "trong các việc 7, 2" in answer
    talk.say("Lan", "việc của tôi")  # the question is closed by it
    assert "KH kiem tra.pdf" in (talk.say("Lan", "2") or "") and kept(talk, 2) == ["KH kiem tra.pdf"]


def test_further_photos_go_with_the_first_and_a_document_with_who_wants_it(desk: Desk) -> None:
    talk = told(desk, "xong 2")
    assert "việc 2" in (desk.hand_in("Lan", "KH 45.pdf", PAPER) or "")
    desk.hand_in("Lan", "anh.jpg", PAGE, "xong 7")
    assert "việc 7" in (desk.hand_in("Lan", "anh-2.jpg", PAGE + b"2") or "")
    assert (kept(talk, 2), kept(talk, 7)) == (["KH 45.pdf"], ["ảnh", "ảnh"])


@pytest.mark.parametrize(
    "text", ["ảnh tập huấn việc 7 nè em", "cái này của 7", "của việc 7", "7", "ảnh này của việc 7 nhé"]
)
def test_what_waits_is_kept_though_something_was_said_in_between(desk: Desk, text: str) -> None:
    desk.hand_in("Lan", "anh.jpg", PAGE)
    talk = told(desk, "việc của tôi")
    talk.say("Lan", text)
    assert kept(talk, 7) == ["ảnh"]


@pytest.mark.parametrize("news", ["tin: Đối thoại với người dân", "tin bài: Ra quân chủ nhật xanh"])
def test_a_photo_before_news_is_of_the_news(desk: Desk, news: str) -> None:
    desk.hand_in("Lan", "anh.jpg", PAGE)
    talk = told(desk)
    assert "chưa giữ ảnh" in (talk.say("Lan", news) or "")
    assert "ảnh" not in (talk.say("Lan", "xong 7") or "").split("Việc cần")[0]
    assert kept(talk, 7) == []


@pytest.mark.parametrize("looked_at", ["việc 7", "việc 7 sao rồi"])
def test_a_photo_after_another_task_was_looked_at_is_asked_about(desk: Desk, looked_at: str) -> None:
    talk = told(desk, "xong 2", looked_at)
    answer = desk.hand_in("Lan", "anh.jpg", PAGE)
    assert answer and "trong các việc 2, 7" in answer
    talk.say("Lan", "7")
    assert (kept(talk, 2), kept(talk, 7)) == ([], ["ảnh"])


def test_its_own_card_between_asks_nothing(desk: Desk) -> None:
    told(desk, "xong 2", "việc 2")
    assert "việc 2" in (desk.hand_in("Lan", "anh.jpg", PAGE) or "")
