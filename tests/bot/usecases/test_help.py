"""Help shows what this person can do now, shortly, and every example does what it says when he types it."""

import pytest
from sqlmodel import Session, select

from bot.conversation.dispatch import handle
from storage.database import transaction
from storage.kinds import Role
from storage.models.messages import Inbox, Notice
from storage.models.organisation import Membership, Staff
from tests.bot.talk import Talk
from tests.bot.test_offered_examples import examples
from tests.bot.usecases.test_indicators import ROWS, kept_with
from tests.channels.line import channel_named
from tests.people import SINCE

Duties = dict[int, int]
EVERYBODY = ("Lan", "Tâm", "Quân", "Hà", "Dũng", "Hoa", "Thu", "Ánh")
#: What a refusal, a misunderstanding or a name that fits nobody would say.
REFUSED = (
    "chưa hiểu",
    "chưa thay đổi gì",
    "chưa rõ",
    "là phần của",
    "chỉ trả lời",
    "không có việc nào trong",
    "chưa ghi gì",
    "chưa đổi gì",
)


def pages(talk: Talk, name: str) -> tuple[str, str]:
    return talk.say(name, "trợ giúp") or "", talk.say(name, "thêm") or ""


def tried(talk: Talk, name: str, text: str) -> str:
    """What the answer would be; nothing is kept of it."""
    with Session(talk.ward.engine) as session:
        row = Inbox(
            agency_id=talk.ward.agency_id, connection_id=talk.ward.connection_id, dedup_key="tried",
            chat_id=talk.ward.chats[name], kind="text", text=text, sender=name, sent_at=talk.now, received_at=talk.now,
        )  # fmt: skip
        session.add(row)
        session.flush()
        handle(session, row, talk.now)
        session.flush()
        answer = session.exec(select(Notice.body).where(Notice.inbox_id == row.id)).first() or ""
        session.rollback()
        return answer


@pytest.mark.parametrize("name", EVERYBODY)
def test_every_example_works_for_whom_it_is_shown_to(talk: Talk, duties: Duties, name: str) -> None:
    talk.say("Lan", "xong 17 QĐ 9/QĐ-UBND")
    shown = {example for page in pages(talk, name) for example in examples(page)} - {"hoàn tác"}  # nothing of today yet
    answers = {example: tried(talk, name, example) for example in shown}
    assert len(shown) > 8 and all(answers.values())
    assert not {e: said for e, said in answers.items() if any(words in said for words in REFUSED)}


@pytest.mark.parametrize("name", EVERYBODY)
def test_each_page_is_short(talk: Talk, duties: Duties, name: str) -> None:
    for page in pages(talk, name):
        assert len(page) < 700 and page.count("\n") <= 10


def test_each_sees_what_concerns_him(talk: Talk, duties: Duties) -> None:
    staff, head, keeper, office, leader = (pages(talk, name) for name in ("Lan", "Tâm", "Quân", "Hà", "Ánh"))
    assert "xong 2" in staff[0] and "giao" not in staff[0] and "nhắc hết" not in staff[0]
    assert "mai nhắc lại việc" in staff[1] and "kết quả của tôi tháng 10" in staff[1] and "ghi hộ" not in staff[1]
    assert "duyệt" not in head[0] and "nhắc hết" in head[0] and "soạn nhắc nhóm" not in head[0]
    assert "mốc 2 " in head[1] and "hạn 2 là" not in head[1]
    for page in (keeper, office):
        assert "soạn nhắc nhóm" in page[0] and "báo cáo tháng 10" in page[0] and "nộp kế hoạch" in page[1]
        assert "ghi hộ" in page[1] and "nghỉ 10/11/2025" in page[1]
    assert "việc phát sinh" in leader[0] and "tin:" not in leader[0] and "hạn 2 là" in leader[1]
    talk.say("Lan", "xong 17 QĐ 9/QĐ-UBND")
    assert "Chờ anh duyệt: duyệt 17 · trả 17 thiếu số liệu" in pages(talk, "Tâm")[0]


@pytest.mark.parametrize(
    ("name", "figure", "photo"), [("Quân", 1, 2), ("Hà", 1, 2), ("Dũng", 1, 0), ("Lan", 0, 2), ("Hoa", 1, 0)]
)
def test_figures_of_the_plan_and_kept_photos_are_named(
    talk: Talk, duties: Duties, name: str, figure: int, photo: int
) -> None:
    kept_with(talk, ROWS)
    talk.keeps_photo(duties[2], "Lan")
    first, second = pages(talk, name)
    photo = 0 if channel_named() == "Zalo" else photo  # no file goes out there
    assert ("chỉ tiêu" in first) == bool(figure) and ("xem ảnh" in second) == bool(photo)
    assert f"chỉ tiêu {figure}: 85%" in first or not figure
    assert f"xem ảnh {photo}" in second or not photo
    if figure:
        assert "em ghi chỉ tiêu 1" in tried(talk, name, f"chỉ tiêu {figure}: 85%")
    if photo:
        assert "Ảnh của việc 2" in tried(talk, name, f"xem ảnh {photo}")


def test_more_is_one_word_after_help_or_said_at_once(talk: Talk, duties: Duties) -> None:
    first, second = pages(talk, "Lan")
    assert first.endswith('Nhắn "trợ giúp thêm" để xem tiếp.') and "Tin sáng của chị: 07h30" in second
    assert talk.say("Lan", "trợ giúp thêm") == second == talk.say("Lan", "tro giup them")
    talk.say("Lan", "trợ giúp")
    assert talk.say("Lan", "xem them") == second


def test_an_admin_without_work_sees_what_an_admin_does(talk: Talk, duties: Duties) -> None:
    with transaction(talk.ward.engine) as session:
        person = Staff(agency_id=talk.ward.agency_id, full_name="Trần Văn Tin", honorific="anh")
        session.add(person)
        session.flush()
        talk.ward.staff["Tin"] = person.id
        session.add(
            Membership(agency_id=talk.ward.agency_id, staff_id=person.id, unit_id=None, role=Role.ADMIN, from_on=SINCE)
        )
    talk.ward.link("Tin")
    first, second = pages(talk, "Tin")
    for page in (first, second):
        assert "xong " not in page.split("Nhắn")[0] and "việc 2" not in page
    assert "nghỉ 10/11/2025" in first and "đổi giờ nhắc" in second
    assert "Cơ quan: ai chưa kết nối · ngắt kết nối của " in first and "đổi tên TTPVHCC" in first
    for text in (
        "xong 2",
        "duyệt 2",
        "hạn 2 là 5/12",
        "trả 2 thiếu số",
        "giao 57 cho Hoa",
        "2 đạt 60%",
        "hoàn tác 2",
        "nhắc hết",
    ):
        assert talk.say("Tin", text) == talk.say("Tin", "việc 2"), text
    assert "chào anh Tin" in (talk.say("Tin", "chào em") or "")
    assert "cả cơ quan nghỉ" in (talk.say("Tin", "nghỉ 10/11/2025") or "")


def test_a_greeting_is_greeted(talk: Talk, duties: Duties) -> None:
    assert talk.say("Lan", "chào em") == "Dạ, em chào chị Lan. Chị có thể nhắn: việc của tôi · xong 2 · trợ giúp"


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("Lan", "làm sao đổi giờ nhắc", "đổi giờ nhắc sang 8h"),
        ("Lan", "cach doi gio nhac", "đổi giờ nhắc sang 8h"),
        ("Lan", "cách xin lùi", "xin lùi 2 đến"),
        ("Lan", "xin lùi thế nào", "xin lùi 2 đến"),
        ("Lan", "hướng dẫn nộp tin", "tin: Tập huấn"),
        ("Lan", "việc 17 làm sao báo", "xong 2 KH"),
        ("Lan", "cách gửi minh chứng", "xong 2 KH"),
        ("Lan", "muốn sửa kết quả đã báo thì làm sao", "hoàn tác"),
        ("Lan", "làm sao để xin nghỉ phép", "tôi nghỉ 20/10"),
        ("Dũng", "giao việc thế nào", "giao 57 cho Hoa"),
        ("Hà", "cách thêm việc mới", "việc phát sinh: rà soát biển hiệu"),
        ("Quân", "cách ghi hộ", "ghi hộ "),
    ],
)
def test_how_to_do_something_is_answered_with_that(talk: Talk, duties: Duties, name: str, text: str, said: str) -> None:
    answer = talk.say(name, text) or ""
    assert said in answer.splitlines()[0]
    assert "nhắn, ví dụ: " in answer and "không cần dấu" not in answer and 'Cách nhắn khác: "trợ giúp".' in answer
    if "giờ" in text:
        assert "Tin sáng của chị: 07h30" in answer


@pytest.mark.parametrize(
    "text", ["trợ giúp", "hướng dẫn sử dụng", "bot làm được gì", "cách giao việc", "lam sao bay gio"]
)
def test_without_a_topic_or_where_it_is_not_his_the_page_is_read(talk: Talk, duties: Duties, text: str) -> None:
    assert "không cần dấu" in (talk.say("Lan", text) or "không cần dấu")


def test_who_reads_what_is_typed_is_told_honestly(talk: Talk, duties: Duties) -> None:
    told = talk.say("Lan", "lãnh đạo có xem được em nhắn gì không") or ""
    assert "sau 30 ngày" in told and "Qua em không ai đọc được, lãnh đạo cũng vậy" in told and "Trong nhóm" in told
