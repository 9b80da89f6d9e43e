"""A keeper hands files to the bot: a plan becomes a draft, an edited review its changes, everything else a sentence."""

import io
from datetime import timedelta

import pytest
from openpyxl import Workbook, load_workbook

from bot.conversation.dispatch import FILES
from bot.file_worker import handle_next_file
from bot.usecases.review_sheet import SheetMade, make_sheet
from bot.usecases.said import Said
from jobs.delivery.channel import NotFetched
from jobs.rules.office_form import HONORIFICS, ROLES
from jobs.rules.working_days import WEEKENDS_ONLY
from storage.documents.office_form import write_form
from storage.documents.package import MAX_BYTES
from storage.documents.review_rows import SHEET
from storage.kinds import InboxState, PlanState
from storage.queries.people import person
from tests.bot.talk import Talk
from tests.engines import ON_BOTH
from tests.people import Ward
from tests.stories.handed_in import AT, MORNING, PLAN, PLAN_NAME, Desk, edited

SECRET = "UBND PHƯỜNG BA NGÒI\n\nMẬT\n\nKẾ HOẠCH\n\nBảo đảm an ninh\n".encode()


@pytest.fixture
def desk(ward: Ward) -> Desk:
    ward.link("Lan", "Quân", "Hà", "Tâm")
    return Desk(ward)


def a_book(*cells: str) -> bytes:
    book, out = Workbook(), io.BytesIO()
    book.worksheets[0].append(list(cells))
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("who", ["Quân", "Hà"])
def test_a_plan_becomes_a_draft_that_is_shown(desk: Desk, who: str) -> None:
    told = desk.hand_in(who, PLAN_NAME, PLAN)
    assert told and "kế hoạch ghi 39 nhiệm vụ, em đọc được 59 dòng" in told and "xác nhận · bỏ" in told
    (plan,) = desk.plans()
    assert plan.keeper_id == desk.ward.staff["Quân"]
    assert "59 dòng" in (Talk(desk.ward, MORNING).say(who, "xác nhận") or "")


@ON_BOTH
def test_the_same_file_makes_no_second_draft_and_no_second_plan(desk: Desk) -> None:
    desk.hand_in("Quân", PLAN_NAME, PLAN)
    assert "đang là bản nháp" in (desk.hand_in("Quân", "bản khác.docx", PLAN) or "")
    Talk(desk.ward, MORNING).say("Quân", "xác nhận")
    assert "đã vào theo dõi rồi" in (desk.hand_in("Quân", PLAN_NAME, PLAN) or "")
    assert len(desk.plans()) == 1 and desk.kept() == [PLAN_NAME]


REFUSED = [
    ("ke-hoach.docx", b"", "Tệp rỗng"),
    ("ke-hoach.docx", PLAN[:3000], "bị hỏng hoặc gửi thiếu"),
    ("ke-hoach.docx", b"\xff\xd8\xff\xe0" + bytes(200), "hình ảnh"),
    ("ke-hoach.txt", SECRET, "dấu độ mật"),
    ("mau.xlsx", write_form(tuple(ROLES), HONORIFICS), "mẫu khai báo cơ quan"),
    ("lich.xlsx", a_book("Lịch trực tuần này"), "không thấy dòng việc nào"),
]


@pytest.mark.parametrize(("name", "data", "said"), REFUSED, ids=[said for _, _, said in REFUSED])
def test_what_is_no_plan_is_told_so_and_nothing_is_kept(desk: Desk, name: str, data: bytes, said: str) -> None:
    told = desk.hand_in("Quân", name, data)
    assert told and said in told
    assert desk.plans() == [] and desk.kept() == []


def test_whoever_keeps_no_plan_is_told_who_does_and_his_file_is_not_fetched(desk: Desk) -> None:
    inbox_id = desk.put("Lan", PLAN_NAME, size=len(PLAN))
    assert desk.handle()
    told = desk.answer(inbox_id)
    assert told and "anh Quân" in told and "không mở và không lưu" in told
    assert desk.plans() == [] and desk.kept() == []


@pytest.mark.parametrize("who", ["Lan", "Quân"])
def test_a_file_that_proves_work_is_read_by_its_caption(desk: Desk, who: str) -> None:
    desk.ward.give(2, "Kế hoạch kiểm tra CCHC", "VHXH", to=who)
    answer = desk.hand_in(who, "KH45.docx", b"PK", "xong 2 KH 45/KH-UBND")
    assert answer and "em đã ghi việc 2" in answer and "sản phẩm KH 45/KH-UBND, KH45.docx" in answer
    assert desk.plans() == [] and desk.kept() == ["KH45.docx"]


def test_a_keeper_s_caption_that_reports_nothing_leaves_a_plan_a_plan(desk: Desk) -> None:
    assert "59 dòng" in (desk.hand_in("Quân", PLAN_NAME, PLAN, "Kế hoạch CCHC năm 2025 em gửi") or "")


def test_a_file_too_large_is_refused_before_it_is_fetched(desk: Desk) -> None:
    inbox_id = desk.put("Quân", PLAN_NAME, size=MAX_BYTES + 1)
    assert desk.handle()
    assert "quá 20 MB" in (desk.answer(inbox_id) or "")


def test_a_platform_in_trouble_is_asked_again_and_given_up_after_half_an_hour(desk: Desk) -> None:
    inbox_id, asked = desk.put("Quân", PLAN_NAME), 0

    async def busy(key: str, most: int) -> bytes:
        nonlocal asked
        asked += 1
        raise NotFetched("busy", again_in=300)

    while desk.inbox(inbox_id).state is InboxState.WAITING:
        if not desk.handle(busy):
            desk.clock.move(desk.clock.now() + timedelta(minutes=5))
    assert asked == 8
    assert "chưa lấy được tệp" in (desk.answer(inbox_id) or "")
    assert desk.inbox(inbox_id).state is InboxState.DONE


@ON_BOTH
def test_a_file_that_fails_every_time_is_parked_and_words_after_it_wait_until_then(desk: Desk) -> None:
    inbox_id = desk.put("Quân", PLAN_NAME)

    async def broken(key: str, most: int) -> bytes:
        raise ValueError("cannot")

    for _ in range(4):
        assert desk.handle(broken)
        desk.clock.move(desk.clock.now() + timedelta(minutes=1))
    assert desk.inbox(inbox_id).state is InboxState.PARKED
    assert "chưa ghi" in (desk.answer(inbox_id) or "")


def test_while_a_file_is_fetched_others_may_write(desk: Desk) -> None:
    """No transaction is open: on SQLite a second one could not even begin."""
    talk, heard = Talk(desk.ward, MORNING), []

    async def meanwhile(key: str, most: int) -> bytes:
        heard.append(talk.say("Tâm", "trợ giúp"))
        return PLAN

    inbox_id = desk.put("Quân", PLAN_NAME)
    assert desk.handle(meanwhile)
    assert heard[0] and "59 dòng" in (desk.answer(inbox_id) or "")


@ON_BOTH
def test_two_who_fetch_the_same_file_make_one_draft(desk: Desk) -> None:
    desk.put("Quân", PLAN_NAME)

    async def slow(key: str, most: int) -> bytes:
        desk.clock.move(desk.clock.now() + timedelta(minutes=6))

        async def quick(key: str, most: int) -> bytes:
            return PLAN

        assert await handle_next_file(desk.ward.engine, desk.clock, desk.ward.connection_id, quick, FILES)
        return PLAN

    assert desk.handle(slow)
    assert len(desk.plans()) == 1


# The review comes back


@pytest.fixture
def sheet(desk: Desk) -> bytes:
    """The review of the ward's draft, as the shell writes it."""

    desk.hand_in("Quân", PLAN_NAME, PLAN)
    with Talk(desk.ward).session() as session:
        who = person(session, desk.ward.agency_id, desk.ward.staff["Quân"], MORNING.date())
        made = make_sheet(session, Said(who, MORNING, MORNING.date(), WEEKENDS_ONLY))
        assert isinstance(made, SheetMade)
        return made.data


def test_changes_are_shown_first_and_taken_on_a_word(desk: Desk, sheet: bytes) -> None:
    back = edited(sheet, {(2, "short_title"): "Kế hoạch CCHC", (2, "target"): "15/10/2025", (3, "doubt"): ""})
    told = desk.hand_in("Quân", "ra-soat.xlsx", back)
    assert told and "thay đổi trong tệp rà soát" in told and "Tên ngắn" in told and "→ “15/10/2025”" in told
    assert "target_on" not in desk.readings()[0]
    assert "thay đổi vào bản nháp" in (Talk(desk.ward, MORNING).say("Quân", "ghi") or "")
    changed = [r for r in desk.readings() if r.get("target_on")]
    assert [r["short_title"] for r in changed] == ["Kế hoạch CCHC"]


@pytest.mark.parametrize(("word", "taken", "between"), [("ghi", True, "xem"), ("thôi", False, "")])
def test_a_plan_is_not_confirmed_over_changes_that_wait(
    desk: Desk, sheet: bytes, word: str, taken: bool, between: str
) -> None:
    desk.hand_in("Quân", "ra-soat.xlsx", edited(sheet, {(2, "short_title"): "Tên khác"}))
    talk = Talk(desk.ward, MORNING)
    if between:
        talk.say("Quân", between)
    told = talk.say("Quân", "xác nhận") or ""
    assert "còn 1 thay đổi" in told and "ghi · thôi" in told
    assert [plan.state for plan in desk.plans()] == [PlanState.DRAFT]
    talk.say("Quân", word)
    assert ("Tên khác" in {r.get("short_title") for r in desk.readings()}) is taken
    assert "59 dòng" in (talk.say("Quân", "xác nhận") or "")
    assert [plan.state for plan in desk.plans()] == [PlanState.ACTIVE]


def test_changes_that_wait_can_be_taken_after_other_talk(desk: Desk, sheet: bytes) -> None:
    desk.hand_in("Quân", "ra-soat.xlsx", edited(sheet, {(2, "short_title"): "Tên khác"}))
    talk = Talk(desk.ward, MORNING)
    talk.say("Quân", "xem")
    assert "đã ghi 1 thay đổi" in (talk.say("Quân", "ghi") or "")
    assert "không có gì đang chờ anh ghi" in (talk.say("Quân", "ghi") or "")


@pytest.mark.parametrize("no", ["thôi", "không"])
def test_a_no_leaves_the_draft_as_it_was(desk: Desk, sheet: bytes, no: str) -> None:
    before = desk.readings()
    desk.hand_in("Quân", "ra-soat.xlsx", edited(sheet, {(2, "short_title"): "Tên khác"}))
    talk = Talk(desk.ward, MORNING)
    assert "như cũ" in (talk.say("Quân", no) or "")
    assert "không có gì đang chờ anh ghi" in (talk.say("Quân", "ghi") or "")
    assert desk.readings() == before


def test_a_sheet_that_changes_nothing_is_told_so(desk: Desk, sheet: bytes) -> None:
    assert "không có thay đổi nào so với bản nháp" in (desk.hand_in("Quân", "ra-soat.xlsx", sheet) or "")


BROKEN = [
    ({(2, "due"): "cuối năm"}, "hàng 2, cột “Ngày đến hạn”: “cuối năm” không phải ngày"),
    ({(1, "lead"): "Đơn vị"}, "thiếu cột “Chủ trì"),
    ({(n, "title"): f"việc khác {n}" for n in range(2, 61)}, "không phải của bản nháp"),
]


@pytest.mark.parametrize(("cells", "said"), BROKEN, ids=[said for _, said in BROKEN])
def test_a_sheet_that_cannot_be_taken_is_told_why(
    desk: Desk, sheet: bytes, cells: dict[tuple[int, str], object], said: str
) -> None:
    told = desk.hand_in("Quân", "ra-soat.xlsx", edited(sheet, cells))
    assert told and said in told and "chưa ghi gì" in told


def test_a_person_nobody_knows_takes_nothing(desk: Desk, sheet: bytes) -> None:
    before = desk.readings()
    cells: dict[tuple[int, str], object] = {(2, "person"): "Trần Không Có", (3, "short_title"): "Khác"}
    assert "chưa rõ “Trần Không Có” là ai" in (desk.hand_in("Quân", "ra-soat.xlsx", edited(sheet, cells)) or "")
    assert "không có gì đang chờ anh ghi" in (Talk(desk.ward, MORNING).say("Quân", "ghi") or "")
    assert desk.readings() == before


def test_rows_deleted_and_added_are_told_with_the_changes(desk: Desk, sheet: bytes) -> None:
    book = load_workbook(io.BytesIO(sheet))
    code = str(book[SHEET].cell(4, AT["code"]).value)
    book[SHEET].delete_rows(4)
    book[SHEET].cell(60, AT["title"]).value = "Việc thêm"
    out = io.BytesIO()
    book.save(out)
    told = desk.hand_in("Quân", "ra-soat.xlsx", out.getvalue()) or ""
    assert "không có thay đổi nào" in told and f"không còn 1 dòng ({code})" in told
    assert "hàng 60 không có trong bản nháp" in told and "nộp lại tệp đó" in told
    told = desk.hand_in("Quân", "ra-soat.xlsx", edited(out.getvalue(), {(2, "short_title"): "Tên khác"})) or ""
    assert "em thấy 1 thay đổi" in told and f"không còn 1 dòng ({code})" in told and "hàng 60" in told


def test_without_a_draft_a_sheet_has_nothing_to_change(desk: Desk, sheet: bytes) -> None:
    talk = Talk(desk.ward, MORNING)
    talk.say("Quân", "xác nhận")
    assert "không có kế hoạch nào chờ" in (desk.hand_in("Quân", "ra-soat.xlsx", sheet) or "")
