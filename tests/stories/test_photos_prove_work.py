"""A photo or file with "xong 2", or a moment after it: kept, decided upon, fetched again by who decides."""

from datetime import date, timedelta

import pytest
from sqlmodel import col, select

from storage.database import transaction
from storage.kinds import ChannelKind, DutyState, EventKind, EvidenceKind
from storage.models.duties import Evidence
from storage.models.events import Event
from storage.models.plans import File, Task
from tests.bot.talk import Talk
from tests.engines import ON_BOTH
from tests.people import Ward, at
from tests.stories.handed_in import Desk
from tests.stories.office_day import office_day
from tests.stories.platforms import OnTelegram, OnZalo

pytestmark = pytest.mark.own_line
PAGE = b"\xff\xd8 the first page of a plan \xff\xd9"
BOTH = [ChannelKind.TELEGRAM, ChannelKind.ZALO]


def proofs(ward: Ward) -> list[tuple[EvidenceKind, str, bool]]:
    """Evidence that stands, and whether a file is with it."""
    with transaction(ward.engine) as session:
        rows = session.exec(select(Evidence).where(col(Evidence.withdrawn_at).is_(None)).order_by(col(Evidence.id)))
        return [(row.kind, row.text, row.file_id is not None) for row in rows]


def files_kept(ward: Ward) -> list[bytes]:
    with transaction(ward.engine) as session:
        return list(session.exec(select(File.content).order_by(col(File.id))))


@pytest.fixture
def desk(ward: Ward) -> Desk:
    ward.link("Lan", "Tâm", "Quân", "Hoa", "Dũng")
    ward.give(2, "Kế hoạch kiểm tra CCHC", "VHXH", to="Lan", due=date(2025, 12, 31))
    ward.give(7, "Tập huấn CCHC", "VHXH", to="Lan", due=date(2025, 12, 31))
    return Desk(ward)


@ON_BOTH
@pytest.mark.parametrize("kind", BOTH)
async def test_a_photo_of_the_first_page_reports_the_plan(
    ward: Ward, kind: ChannelKind, monkeypatch: pytest.MonkeyPatch
) -> None:
    duty = ward.give(2, "Kế hoạch kiểm tra CCHC", "VHXH", to="Lan", due=date(2025, 12, 31))
    async with office_day(ward, kind, at("13/10/2025 09:15"), monkeypatch) as office:
        platform = office.platform
        assert isinstance(platform, OnTelegram | OnZalo)
        await office.everybody_joins("Lan", "Tâm")
        platform.send_photo("Lan", PAGE, "xong 2")
        (answer,) = await office.heard_after("Lan")
        assert "xong ngày 13/10, sản phẩm ảnh" in answer.text and "chờ anh Tâm duyệt" in answer.text
        assert files_kept(ward) == [PAGE] and proofs(ward) == [(EvidenceKind.FILE, "ảnh", True)]
        assert not office.duty(2).waits_for_product
        (shown,) = await office.say("Tâm", "xem ảnh 2")
        if kind is ChannelKind.TELEGRAM:
            assert shown.file is not None and shown.file[1] == PAGE and "Kế hoạch kiểm tra CCHC" in shown.text
        else:
            assert "Kênh này không gửi được tệp" in shown.text
        await office.say("Lan", "hoàn tác")
        assert proofs(ward) == [] and office.duty(2).id == duty and office.duty(2).state is DutyState.OPEN


@pytest.mark.parametrize("kind", BOTH)
async def test_photos_a_moment_after_the_words_go_with_them(
    ward: Ward, kind: ChannelKind, monkeypatch: pytest.MonkeyPatch
) -> None:
    ward.give(2, "Kế hoạch kiểm tra CCHC", "VHXH", to="Lan", due=date(2025, 12, 31))
    async with office_day(ward, kind, at("13/10/2025 09:15"), monkeypatch) as office:
        platform = office.platform
        assert isinstance(platform, OnTelegram | OnZalo)
        await office.everybody_joins("Lan", "Tâm")
        (said,) = await office.say("Lan", "xong 2")
        assert "ảnh trang đầu" in said.text and office.duty(2).waits_for_product
        for page in (PAGE, PAGE + b"2"):
            platform.send_photo("Lan", page)
            (kept,) = await office.heard_after("Lan")
            assert "đã ghi sản phẩm ảnh cho việc 2" in kept.text
        assert len(files_kept(ward)) == 2 and not office.duty(2).waits_for_product


@ON_BOTH
def test_a_photo_sent_before_its_words_goes_with_them(desk: Desk) -> None:
    asked = desk.hand_in("Lan", "anh-1.jpg", PAGE) or ""
    assert "đã nhận ảnh, chưa rõ của việc nào" in asked and '"xong 2"' in asked and proofs(desk.ward) == []
    assert desk.hand_in("Lan", "anh-2.jpg", PAGE + b"2") is None  # asked once for photos in a row
    talk = Talk(desk.ward, desk.clock.now())
    assert talk.say("Hoa", "việc của tôi")  # another chat
    talk.now += timedelta(minutes=5)
    answer = talk.say("Lan", "xong 2") or ""
    assert "xong ngày 06/10, sản phẩm ảnh" in answer and "chờ anh Tâm duyệt" in answer
    assert proofs(desk.ward) == [(EvidenceKind.FILE, "ảnh", True)] * 2
    assert [sorted(event.before["files"][0]) for event in talk.events()] == [["id", "name", "sha256"]]
    talk.say("Lan", "hoàn tác")
    assert proofs(desk.ward) == []
    assert "Em giữ kèm ảnh" in (talk.say("Lan", "7 đã tập huấn 2 lớp") or "")  # meant from the beginning
    assert "Em giữ kèm" not in (talk.say("Lan", "2 đang dự thảo") or "") and len(proofs(desk.ward)) == 2


@pytest.mark.parametrize("later", [timedelta(minutes=11), timedelta(days=1)])
def test_long_after_the_photo_words_are_not_about_it(desk: Desk, later: timedelta) -> None:
    desk.hand_in("Lan", "anh-1.jpg", PAGE)
    talk = Talk(desk.ward, desk.clock.now() + later)
    assert "ảnh trang đầu" in (talk.say("Lan", "xong 2") or "") and proofs(desk.ward) == []


def test_the_number_alone_says_what_the_photo_is_of(desk: Desk) -> None:
    desk.hand_in("Lan", "anh-1.jpg", PAGE)
    talk = Talk(desk.ward, desk.clock.now())
    assert "em đã giữ ảnh của việc 7" in (talk.say("Lan", "7") or "")
    assert talk.state(talk.events()[0].duty_id or 0) is DutyState.OPEN  # kept, and nothing reported


@ON_BOTH
@pytest.mark.parametrize("photo_first", [True, False])
def test_a_photo_beside_words_on_several_tasks_is_asked_about(desk: Desk, photo_first: bool) -> None:
    talk = Talk(desk.ward, desk.clock.now())
    answer = desk.hand_in("Lan", "anh-1.jpg", PAGE) if photo_first else talk.say("Lan", "xong 2, 7 đã tập huấn")
    answer = talk.say("Lan", "xong 2, 7 đã tập huấn") if photo_first else desk.hand_in("Lan", "anh-1.jpg", PAGE)
    assert answer and "đã nhận ảnh, chưa rõ của việc nào trong các việc 2, 7." in answer and proofs(desk.ward) == []
    assert "đã ghi sản phẩm ảnh cho việc 2" in (talk.say("Lan", "2") or "")
    assert proofs(desk.ward) == [(EvidenceKind.FILE, "ảnh", True)]


def test_a_photo_goes_with_what_the_keeper_types_for_another_and_with_nobody_else_s_words(desk: Desk) -> None:
    desk.hand_in("Quân", "anh-1.jpg", PAGE)
    talk = Talk(desk.ward, desk.clock.now())
    assert "ảnh trang đầu" in (talk.say("Lan", "xong 2") or "")
    assert "sản phẩm ảnh" in (talk.say("Quân", "ghi hộ Lan: xong 7") or "")
    talk.say("Quân", "việc 7 xong chưa?")
    assert len(proofs(desk.ward)) == 1


def test_long_after_the_words_a_photo_is_asked_about_unless_one_report_wants_it(desk: Desk) -> None:
    talk = Talk(desk.ward, at("06/10/2025 08:00"))
    talk.say("Lan", "7 đang chuẩn bị hội trường")
    desk.clock.move(at("06/10/2025 08:30"))
    assert "chưa rõ của việc nào." in (desk.hand_in("Lan", "anh-1.jpg", PAGE) or "")
    talk.now = at("06/10/2025 09:00")
    talk.say("Lan", "xong 2")
    desk.clock.move(at("06/10/2025 10:00"))
    assert "sản phẩm ảnh cho việc 2" in (desk.hand_in("Lan", "anh.jpg", PAGE) or "")


def test_a_document_goes_with_a_result_and_its_name_is_told(desk: Desk) -> None:
    answer = desk.hand_in("Lan", "Bao cao tap huan.pdf", b"%PDF-1.7 x", "7 đã tập huấn 2 lớp")
    assert answer and "đã tập huấn 2 lớp" in answer and "Em giữ kèm Bao cao tap huan.pdf." in answer
    with transaction(desk.ward.engine) as session:
        event = session.exec(select(Event).order_by(col(Event.id).desc())).first()
        assert (
            event
            and event.before["file"]["name"] == "Bao cao tap huan.pdf"
            and len(event.before["file"]["sha256"]) == 64
        )


def test_with_a_number_both_are_kept(desk: Desk) -> None:
    answer = desk.hand_in("Lan", "anh.jpg", PAGE, "xong 2 KH 45/KH-UBND")
    assert answer and "sản phẩm KH 45/KH-UBND, ảnh" in answer
    assert proofs(desk.ward) == [(EvidenceKind.FILE, "ảnh", True), (EvidenceKind.DOCUMENT, "KH 45/KH-UBND", False)]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [("may.exe", b"MZ", "chỉ giữ ảnh, PDF và tệp Word, Excel"), ("video.zip", b"PK", "chỉ giữ ảnh, PDF")],
)
def test_what_is_not_kept_is_said_and_the_words_count_all_the_same(
    desk: Desk, name: str, data: bytes, words: str
) -> None:
    answer = desk.hand_in("Lan", name, data, "xong 2")
    assert answer and "em đã ghi việc 2" in answer and words in answer
    assert files_kept(desk.ward) == [] and proofs(desk.ward) == []


def test_words_that_report_nothing_keep_no_file(desk: Desk) -> None:
    inbox_id = desk.put("Lan", "anh.jpg", "việc 2 thế nào rồi")
    assert desk.handle()
    assert "Kế hoạch kiểm tra CCHC" in (desk.answer(inbox_id) or "") and files_kept(desk.ward) == []
    answer = desk.hand_in("Lan", "anh.jpg", PAGE, "xong 99")
    assert answer and "không thấy việc 99" in answer and "chưa rõ ảnh này" in answer and files_kept(desk.ward) == []


def test_who_may_fetch_it(desk: Desk) -> None:
    desk.hand_in("Lan", "anh.jpg", PAGE, "xong 2")
    talk = Talk(desk.ward, at("06/10/2025 09:00"))
    assert "Ảnh của việc 2" in (talk.say("Tâm", "xem ảnh 2") or "")
    assert "Ảnh của" in (talk.say("Quân", "gửi lại tệp việc 2") or "")
    assert "không gửi được ở đây" in (talk.say("Hoa", "xem ảnh 2") or "")
    assert "chưa có ảnh, tệp nào" in (talk.say("Lan", "xem ảnh 7") or "")
    assert "không thấy việc 99" in (talk.say("Lan", "xem ảnh 99") or "")
    with transaction(desk.ward.engine) as session:
        task = session.exec(select(Task).where(Task.number == 2)).one()
        task.restricted = True
        session.add(task)
    assert "không gửi được ở đây" in (talk.say("Tâm", "xem ảnh 2") or "")


def test_a_document_before_its_words_is_kept_of_who_has_work_and_is_a_plan_of_who_keeps_plans(desk: Desk) -> None:
    asked = desk.hand_in("Lan", "bao cao.pdf", b"%PDF-1.7 x") or ""
    assert "đã nhận tệp, chưa rõ của việc nào" in asked and asked.endswith("Nếu là kế hoạch thì do anh Quân đưa vào.")
    talk = Talk(desk.ward, desk.clock.now())
    assert "Em giữ kèm bao cao.pdf." in (talk.say("Lan", "7 đã tập huấn 2 lớp") or "")
    inbox_id = desk.put("Hoa", "bao cao.pdf")  # who has no work: left alone
    assert desk.handle() and "không mở và không lưu" in (desk.answer(inbox_id) or "")


CAPTIONS = (
    "ảnh việc 7",
    "việc 7",
    "7",
    "Ảnh tập huấn việc 7 ạ",
    "gửi ảnh việc 7",
    "hinh anh viec 7",
    "minh chứng việc 7",
)


@pytest.mark.parametrize("caption", CAPTIONS)
def test_a_photo_whose_words_only_name_a_task_is_kept_with_it(desk: Desk, caption: str) -> None:
    answer = desk.hand_in("Lan", "anh-1.jpg", PAGE, caption=caption) or ""
    assert "đã giữ ảnh của việc 7" in answer, answer
    assert proofs(desk.ward) == [(EvidenceKind.FILE, "ảnh", True)]
    (event,) = Talk(desk.ward, desk.clock.now()).events()
    assert event.kind is EventKind.EVIDENCE_ADDED


@pytest.mark.parametrize("caption", ["việc 7 xong chưa?", "ảnh này của việc nào"])
def test_a_question_under_a_photo_keeps_nothing_with_a_task(desk: Desk, caption: str) -> None:
    desk.hand_in("Lan", "anh-1.jpg", PAGE, caption=caption)
    assert proofs(desk.ward) == []
