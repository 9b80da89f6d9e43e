"""A reason is asked for and given: the owner hears at once, the asker hears the answer, what climbs stops as before."""

from datetime import date

import pytest

from jobs.rules.date_changes import is_explained
from storage.kinds import EventKind
from storage.queries.events import days_explained
from tests.bot.talk import Talk
from tests.engines import ON_BOTH
from tests.jobs.mornings import morning_of
from tests.people import at

Duties = dict[int, int]
LATE = "việc 26 – Quy chế quản lý tài sản công"


@pytest.fixture
def late(talk: Talk, duties: Duties) -> Talk:
    """Vinh has joined too; his 26 is quá hạn since 30 September."""
    talk.ward.link("Vinh")
    return talk


@ON_BOTH
@pytest.mark.parametrize(
    ("asker", "called"), [("Ánh", "Chị Ánh"), ("Hà", "Chị Hà"), ("Thu", "Chị Thu"), ("Quân", "Anh Quân")]
)
def test_the_owner_hears_at_once_and_who_asked_hears_the_reason(
    late: Talk, duties: Duties, asker: str, called: str
) -> None:
    answer = late.say(asker, "đề nghị giải trình việc 26")
    assert answer and f"đã chuyển anh Vinh đề nghị giải trình {LATE}" in answer and "hoàn tác" in answer
    assert late.told("Vinh") == [
        f'{called} đề nghị anh giải trình {LATE}, hạn 30/09. Anh nhắn, ví dụ: "giải trình 26: chờ văn bản của Sở"'
    ]
    given = late.say("Vinh", "giải trình 26: chờ Sở Tài chính góp ý")
    assert given and "đã ghi giải trình" in given and f"Em báo {called[0].lower()}{called[1:]} ngay" in given
    assert late.told(asker) == [
        f'Anh Vinh giải trình {LATE}: chờ Sở Tài chính góp ý. Cần rõ hơn, {called.split()[0].lower()} nhắn "đề nghị giải trình lại việc 26".'
    ]
    with late.session() as session:
        days = days_explained(session, late.ward.agency_id, [duties[26]])
    assert is_explained(date(2025, 9, 30), days[duties[26]])
    assert [event.kind for event in late.events()] == [EventKind.EXPLANATION_ASKED, EventKind.EXPLAINED]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("do Sở Tài chính chậm góp ý, em đã có công văn đôn đốc 2 lần", "Sở Tài chính chậm góp ý, em đã có"),
        ("26 vướng chờ Sở góp ý ạ", "chờ Sở góp ý"),
        ("26 chậm vì chờ Sở góp ý", "chờ Sở góp ý"),
        ("vì thiếu kinh phí", "thiếu kinh phí"),
        ("do chờ Sở Tài chính góp ý chị ơi, tuần sau mới có", "chờ Sở Tài chính góp ý, tuần sau mới có"),
        ("bên Sở Tài chính góp ý chậm, em đôn đốc 2 lần rồi", "bên Sở Tài chính góp ý chậm, em đôn đốc 2 lần rồi"),
        ("em xin giải trình: Sở Tài chính chưa trả lời", "Sở Tài chính chưa trả lời"),
        ("dạ do phần mềm lỗi anh ạ, đang chờ bên kỹ thuật", "phần mềm lỗi, đang chờ bên kỹ thuật"),
    ],
)
def test_a_reason_given_without_the_word_answers_who_asked(late: Talk, text: str, reason: str) -> None:
    late.say("Ánh", "đề nghị giải trình việc 26")
    given = late.say("Vinh", text)
    assert given and "đã ghi giải trình" in given and "Em báo chị Ánh ngay" in given, given
    assert reason in late.told("Ánh")[0]


@pytest.mark.parametrize(
    "text",
    [
        "đạt 60% rồi",
        "đã trình Sở rồi chị",
        "đã gửi Sở 3 bộ",
        "Sở trả lời chưa em",
        "26 đạt 60%",
        "26 đã trình Sở lần 2",
        "việc 26",
        "2 vướng chờ Sở",
    ],
)
def test_what_gives_no_reason_for_it_is_no_answer(late: Talk, text: str) -> None:
    late.say("Ánh", "đề nghị giải trình việc 26")
    assert "giải trình" not in (late.say("Vinh", text) or "").split("chờ giải trình")[0]
    assert late.told("Ánh") == []


def test_the_head_reads_of_it_in_the_morning_only_where_she_did_not_ask(late: Talk) -> None:
    late.say("Ánh", "đề nghị giải trình việc 26")
    answer = late.say("Vinh", "giải trình 26: chờ góp ý")
    assert answer and "Em báo chị Ánh ngay. Em báo chị Thu trong tin nhắn sáng tới." in answer
    assert "Anh Vinh giải trình việc 26" in morning_of(late.ward, "14/10/2025")["Thu"].text


def test_a_second_wish_of_the_same_person_says_that_it_waits(late: Talk) -> None:
    late.say("Thu", "yêu cầu anh Vinh giải trình việc 26")
    assert "đang chờ trả lời" in (late.say("Thu", "đề nghị giải trình việc 26") or "")
    assert len(late.told("Vinh")) == 1 and "chờ giải trình từ 13/10" in (late.say("Thu", "việc 26") or "")
    assert "đã chuyển anh Vinh" in (late.say("Ánh", "cần giải trình việc 26") or "")
    late.say("Vinh", "giải trình 26: chờ góp ý")
    assert len(late.told("Thu")) == len(late.told("Ánh")) == 1


def test_what_was_explained_is_told_and_asked_again_only_by_the_word(late: Talk) -> None:
    late.say("Vinh", "giải trình 26: chờ góp ý")
    known = late.say("Thu", "đề nghị giải trình việc 26")
    assert known and "anh Vinh đã giải trình ngày 13/10: chờ góp ý" in known and late.told("Vinh") == []
    assert "đã chuyển anh Vinh" in (late.say("Thu", "đề nghị giải trình lại việc 26") or "")
    assert len(late.told("Vinh")) == 1


def test_of_a_unit_all_that_is_late_is_asked_in_one_message_a_person(late: Talk) -> None:
    for n in (61, 62):
        late.ward.give(n, f"Báo cáo số {n}", "KT-HT-ĐT", to="Vinh", due=date(2025, 10, 3))
    late.ward.give(63, "Báo cáo số 63", "KT-HT-ĐT", to="Vinh", due=date(2025, 12, 3))
    answer = late.say("Hà", "đề nghị phòng KT giải trình các việc quá hạn")
    assert answer and "Anh Vinh: việc 26, 61, 62\nCó giải trình em báo chị ngay." in answer and "63" not in answer
    (told,) = late.told("Vinh")
    assert (
        told.startswith("Chị Hà đề nghị anh giải trình:\nViệc 26") and '"giải trình 26: ' in told and "63" not in told
    )
    late.say("Vinh", "giải trình 61: chờ số liệu")
    assert "đang chờ trả lời: việc 26, 62" in (late.say("Hà", "đề nghị phòng KT giải trình") or "").lower()
    late.say("Ánh", "yêu cầu anh Vinh giải trình các việc quá hạn")
    assert "61" not in late.told("Vinh")[1] and "62" in late.told("Vinh")[1]


def test_who_cannot_be_reached_reads_of_it_in_the_morning(talk: Talk, duties: Duties) -> None:
    answer = talk.say("Thu", "đề nghị giải trình việc 26")
    assert answer and "Anh Vinh chưa kết nối" in answer and talk.told("Vinh") == []
    talk.ward.link("Vinh")
    assert f"Chị Thu đề nghị giải trình {LATE}" in morning_of(talk.ward, "14/10/2025")["Vinh"].text


def test_a_wish_typed_at_night_waits_for_the_morning_and_one_taken_back_is_said_so(late: Talk) -> None:
    late.now = at("13/10/2025 21:30")
    late.say("Thu", "đề nghị giải trình việc 26")
    undone = late.say("Thu", "hoàn tác")
    assert undone and "đã bỏ đề nghị giải trình việc 26" in undone
    assert late.told("Vinh")[1] == f"Chị Thu thôi đề nghị giải trình {LATE}."
    late.say("Vinh", "giải trình 26: chờ góp ý")
    assert late.told("Thu") == []


def test_an_explanation_taken_back_is_told_to_who_asked_and_waits_again(late: Talk) -> None:
    late.say("Thu", "đề nghị giải trình việc 26")
    late.say("Vinh", "giải trình 26: chờ góp ý")
    late.say("Vinh", "hoàn tác")
    assert late.told("Thu")[1] == f"Anh Vinh đã bỏ giải trình vừa ghi của {LATE}."
    late.say("Vinh", "giải trình 26: chờ Sở Tài chính")
    assert "chờ Sở Tài chính" in late.told("Thu")[2]


@pytest.mark.parametrize(
    ("who", "text", "words"),
    [
        ("Lan", "đề nghị giải trình việc 26", "phần của trưởng đơn vị"),
        ("Tâm", "đề nghị giải trình việc 26", "chủ trì nên em chưa ghi gì"),
        ("Thu", "đề nghị giải trình việc 99", "không thấy việc 99"),
        ("Hà", "yêu cầu chị Hoa giải trình việc 26", "do anh Vinh phụ trách, không phải chị Hoa"),
        ("Hà", "đề nghị phòng VHXH giải trình", "không có việc quá hạn nào chưa giải trình"),
        ("Thu", "đề nghị giải trình việc 70", "do chị phụ trách"),
        ("Hà", "lãnh đạo yêu cầu giải trình việc 26", "đề nghị giải trình, phải không ạ"),
    ],
)  # fmt: skip
def test_nobody_is_asked_where_it_is_not_the_sender_s_or_not_clear(late: Talk, who: str, text: str, words: str) -> None:
    late.ward.give(70, "Việc của trưởng phòng", "KT-HT-ĐT", to="Thu", due=date(2025, 10, 1))
    answer = late.say(who, text)
    assert answer and words in answer, answer
    assert late.events() == [] and late.told("Vinh") == []


def test_what_is_reported_needs_no_reason(late: Talk) -> None:
    late.say("Vinh", "xong 26 QĐ 12/QĐ-UBND")
    assert "đã báo xong" in (late.say("Hà", "đề nghị giải trình việc 26") or "")
    assert late.say("Vinh", "hoàn tác")


def test_asking_does_not_keep_the_owner_from_taking_back_his_own_words(late: Talk) -> None:
    late.say("Vinh", "26 đang lấy ý kiến các phòng")
    late.say("Thu", "đề nghị giải trình việc 26")
    assert "đã bỏ kết quả" in (late.say("Vinh", "hoàn tác") or "")


@pytest.mark.parametrize(
    "text", ["26: do vướng đền bù, đến 15/11 xong mặt bằng", "do vướng đền bù", "em giải trình: vướng đền bù"]
)
def test_the_reason_is_taken_however_it_begins(late: Talk, duties: Duties, text: str) -> None:
    late.say("Thu", "đề nghị giải trình việc 26")
    given = late.say("Vinh", text) or ""
    assert f"đã ghi giải trình của {LATE}: vướng đền bù" in given and "Em báo chị Thu ngay" in given


GRUMBLED = [
    "giải trình gì nữa",
    "giải trình 26 sau nhé",
    "chưa giải trình 26 được",
    "mai giải trình 26",
    "không giải trình 26 đâu",
]


@pytest.mark.parametrize("text", GRUMBLED)
def test_grumbling_and_putting_off_is_no_reason(late: Talk, text: str) -> None:
    late.say("Ánh", "đề nghị giải trình việc 26")
    assert "chưa rõ lý do nên chưa ghi giải trình" in (late.say("Vinh", text) or "")
    assert late.told("Ánh") == [] and [event.kind for event in late.events()] == [EventKind.EXPLANATION_ASKED]


@pytest.mark.parametrize(
    "text", ["đề nghị giải trình 26 thôi khoan", "đề nghị giải trình 26 à mà thôi", "chưa cần giải trình 26"]
)
def test_what_is_stopped_in_the_same_breath_or_not_needed_reaches_nobody(late: Talk, text: str) -> None:
    late.say("Hà", text)
    assert late.told("Vinh") == [] and late.events() == []


@pytest.mark.parametrize(
    "text",
    [
        "hủy đề nghị giải trình 26",
        "rút lại yêu cầu giải trình 26",
        "đừng đề nghị giải trình 26",
        "chưa cần giải trình 26",
    ],
)
def test_the_demand_is_withdrawn(late: Talk, text: str) -> None:
    late.say("Hà", "đề nghị giải trình việc 26")
    if "đã bỏ" not in (asked := late.say("Hà", text) or ""):
        assert "Bỏ đề nghị giải trình việc 26" in asked, asked
        late.say("Hà", "đúng")
    assert late.told("Vinh")[1] == f"Chị Hà thôi đề nghị giải trình {LATE}."
