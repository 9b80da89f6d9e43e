"""One story on every platform: join, read the digest, report, be accepted. Nothing but the platform itself differs."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import date, timedelta

import pytest
from sqlmodel import col, select

from bot.replies.joining import to_asking
from bot.replies.people import stranger
from storage.database import transaction
from storage.kinds import ChannelKind, DutyState
from storage.models.channels import Chat
from storage.models.organisation import Agency
from storage.queries.duties import evidence_of
from tests.engines import ON_BOTH
from tests.people import Ward, at
from tests.stories.handed_in import PLAN, PLAN_NAME
from tests.stories.office_day import OfficeDay, office_day
from tests.stories.platforms import OnTelegram

pytestmark = ON_BOTH

FRIDAY, MONDAY, TUESDAY, WEDNESDAY = "17/10/2025", "20/10/2025", "21/10/2025", "22/10/2025"
HER_TASK = "Ban hành kế hoạch kiểm tra cải cách hành chính"
OTHER_TASK = "Tham mưu báo cáo sơ kết chuyển đổi số"
STRANGERS_LINE = stranger("vi")
EVERYWHERE = [("sqlite", kind) for kind in ChannelKind]

every_platform = pytest.mark.parametrize(("database_url", "kind"), EVERYWHERE, indirect=["database_url"])
on_telegram = pytest.mark.parametrize(
    ("database_url", "kind"), [("sqlite", ChannelKind.TELEGRAM)], indirect=["database_url"]
)


@pytest.fixture
async def office(ward: Ward, kind: ChannelKind, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[OfficeDay]:
    """Friday; Lan has task 2, due on Wednesday, and task 7, first reminded of on Tuesday."""
    ward.give(2, HER_TASK, "VHXH", to="Lan", due=date(2025, 10, 22))
    ward.give(7, OTHER_TASK, "VHXH", to="Lan", due=date(2025, 10, 30))
    async with office_day(ward, kind, at(f"{FRIDAY} 09:00"), monkeypatch) as running:
        yield running


def linked(office: OfficeDay) -> list[int]:
    """Whose chats the office's bot knows."""
    with transaction(office.ward.engine) as session:
        return sorted(i for i in session.exec(select(Chat.staff_id).where(col(Chat.staff_id).is_not(None))) if i)


@every_platform
async def test_a_stranger_gets_one_polite_line_and_learns_nothing(office: OfficeDay) -> None:
    before = office.records()
    assert [heard.text for heard in await office.say("người lạ", "việc của tôi")] == [STRANGERS_LINE]
    for asked in ("tình hình", "xong 2", "việc 2", "/start", "KX7PQ2M9"):
        assert await office.say("người lạ", asked) == []
    assert await office.morning(MONDAY, "người lạ") == []
    assert office.records() == before
    assert linked(office) == []


@every_platform
async def test_a_code_joins_once(office: OfficeDay) -> None:
    code = office.invite("Lan")
    [welcome] = await office.use_code("Lan", code)
    assert "Chào chị Lan" in welcome.text
    assert HER_TASK in welcome.text
    assert [heard.text for heard in await office.use_code("người lạ", code)] == [STRANGERS_LINE]
    assert await office.use_code("người lạ", code) == []
    assert linked(office) == [office.ward.staff["Lan"]]


@on_telegram
async def test_a_code_that_is_too_old_joins_nobody(office: OfficeDay) -> None:
    code = office.invite("Lan")
    office.clock.move(office.clock.now() + timedelta(days=14))
    assert [heard.text for heard in await office.use_code("Lan", code)] == [STRANGERS_LINE]
    assert linked(office) == []


async def typed(office: OfficeDay) -> None:
    office.platform.type("Lan", "xong 2 KH 45/KH-UBND")


async def pressed(office: OfficeDay) -> None:
    assert isinstance(office.platform, OnTelegram)
    office.platform.press("Lan", "Xong 2")


async def replied(office: OfficeDay) -> None:
    """After talk of another task, so that only the reply tells which one is done."""
    assert isinstance(office.platform, OnTelegram)
    assert len(await office.say("Lan", "việc 7")) == 1
    office.platform.reply("Lan", "Sắp đến", "xong")


Report = Callable[[OfficeDay], Awaitable[None]]
WAYS = [
    *((*on, typed) for on in EVERYWHERE),
    ("sqlite", ChannelKind.TELEGRAM, pressed),
    ("sqlite", ChannelKind.TELEGRAM, replied),
    # What a database may do differently is the same on every platform.
    ("postgresql", ChannelKind.TELEGRAM, typed),
]


@pytest.mark.parametrize(("database_url", "kind", "report"), WAYS, indirect=["database_url"])
async def test_a_task_is_reported_from_the_digest_accepted_and_gone(office: OfficeDay, report: Report) -> None:
    with_buttons = isinstance(office.platform, OnTelegram)
    await office.everybody_joins("Lan", "Tâm")
    [digest] = await office.morning(MONDAY, "Lan")
    assert f"2. {HER_TASK} – hạn thứ Tư 22/10" in digest.text
    assert OTHER_TASK not in digest.text
    assert digest.buttons == ((("Xong 2", "Chi tiết 2"),) if with_buttons else ())

    await report(office)
    [answer] = await office.heard_after("Lan")
    assert f"việc 2 – {HER_TASK}: xong ngày 20/10" in answer.text
    if report is typed:
        assert "sản phẩm KH 45/KH-UBND" in answer.text
        assert "chờ anh Tâm duyệt" in answer.text
    else:
        [added] = await office.say("Lan", "45/KH-UBND")
        assert "đã ghi sản phẩm 45/KH-UBND cho việc 2" in added.text
    assert state_of(office, 2) is DutyState.REPORTED
    assert "KH-UBND" in evidence(office, 2)

    [accepted] = await office.say("Tâm", "duyệt 2")
    assert "duyệt việc 2" in accepted.text
    assert state_of(office, 2) is DutyState.ACCEPTED
    assert state_of(office, 7) is DutyState.OPEN

    [following] = await office.morning(TUESDAY, "Lan")
    assert f"2. {HER_TASK}" not in following.text
    assert following.text.count("việc 2") == 1, "only the news that it was accepted"
    assert f"Anh Tâm đã duyệt việc 2 – {HER_TASK}" in following.text
    assert f"7. {OTHER_TASK}" in following.text
    assert following.buttons == ((("Xong 7", "Chi tiết 7"),) if with_buttons else ())
    assert not any(HER_TASK in heard.text for heard in await office.morning(WEDNESDAY, "Lan"))


@every_platform
async def test_not_done_changes_nothing(office: OfficeDay) -> None:
    await office.everybody_joins("Lan", "Tâm")
    before = office.records()
    [answer] = await office.say("Lan", "chưa xong 7")
    assert "việc 7" in answer.text
    assert "chưa thay đổi gì" in answer.text
    assert office.records() == before


@every_platform
async def test_an_update_that_comes_twice_counts_once(office: OfficeDay) -> None:
    await office.everybody_joins("Lan", "Tâm")
    assert len(await office.say("Lan", "xong 2 KH 45/KH-UBND")) == 1
    before = office.records()
    assert await office.repeat("Lan") == []
    assert office.records() == before


@on_telegram
async def test_a_press_stops_its_spinner_and_a_second_press_reports_nothing_new(office: OfficeDay) -> None:
    telegram = office.platform
    assert isinstance(telegram, OnTelegram)
    await office.everybody_joins("Lan", "Tâm")
    await office.morning(MONDAY, "Lan")
    await office.say("Lan", "việc 2")
    telegram.press("Lan", "Xong 2")
    await office.heard_after("Lan")
    before = office.records()
    await telegram.server.until(lambda: telegram.heard("Lan")[-2].buttons == ())
    telegram.press("Lan", "Xong 2")  # the digest's, which still has it
    [answer] = await office.heard_after("Lan")
    assert "đã báo xong ngày 20/10" in answer.text
    assert office.records() == before
    await telegram.server.until(lambda: len(set(telegram.server.answered)) == 2)


@on_telegram
async def test_what_was_pressed_leaves_its_message_and_looks_stay(office: OfficeDay) -> None:
    telegram = office.platform
    assert isinstance(telegram, OnTelegram)
    await office.everybody_joins("Lan", "Tâm")
    [digest] = await office.morning(MONDAY, "Lan")
    assert digest.buttons == (("Xong 2", "Chi tiết 2"),)
    at = len(telegram.heard("Lan")) - 1
    telegram.press("Lan", "Chi tiết 2")
    await office.heard_after("Lan")
    assert telegram.heard("Lan")[at].buttons == digest.buttons, "a look changes nothing"
    telegram.press("Lan", "Xong 2", message=at)
    await office.heard_after("Lan")
    await telegram.server.until(lambda: telegram.heard("Lan")[at].buttons == (("Chi tiết 2",),))
    [asked] = await office.say("Tâm", "việc phát sinh: rà soát biển hiệu trước 5/12/2025, giao VHXH")
    assert asked.buttons == (("ghi", "thôi"),)
    at = len(telegram.heard("Tâm")) - 1
    telegram.press("Tâm", "thôi")
    await office.heard_after("Tâm")
    await telegram.server.until(lambda: telegram.heard("Tâm")[at].buttons == ())


def evidence(office: OfficeDay, number: int) -> str:
    with transaction(office.ward.engine) as session:
        [kept] = evidence_of(session, office.ward.agency_id, [office.duty(number).id])
        return kept.text


def state_of(office: OfficeDay, number: int) -> DutyState:
    return office.duty(number).state


@on_telegram
async def test_a_keeper_sends_a_plan_into_the_chat_and_gets_its_draft(office: OfficeDay) -> None:
    await office.everybody_joins("Quân")
    telegram = office.platform
    assert isinstance(telegram, OnTelegram)
    telegram.send_file("Quân", PLAN_NAME, PLAN)
    [shown] = await office.heard_after("Quân")
    assert "kế hoạch ghi 39 nhiệm vụ, em đọc được 59 dòng" in shown.text
    assert ("Xác nhận", "Bỏ") in shown.buttons


@on_telegram
async def test_a_file_telegram_cannot_hand_over_is_told_so_and_never_asked_for(office: OfficeDay) -> None:
    await office.everybody_joins("Quân", "Lan")
    telegram = office.platform
    assert isinstance(telegram, OnTelegram)
    telegram.send_file("Quân", PLAN_NAME, b"x", size=21 * 1024 * 1024)
    [told] = await office.heard_after("Quân")
    assert "quá 20 MB" in told.text
    assert "getFile" not in [method for method, _ in telegram.server.calls]
    telegram.send_file("Lan", PLAN_NAME, PLAN)
    [told] = await office.heard_after("Lan")
    assert "anh Quân" in told.text


@every_platform
async def test_a_name_and_a_unit_join_by_one_word_of_the_head(office: OfficeDay) -> None:
    await office.everybody_joins("Tâm")
    asked = [heard.text for heard in await office.say("Lan", "em la Nguyen Thi Lan phong VHXH")]
    assert asked == [to_asking("vi")]
    [wish] = office.platform.heard("Tâm")[-1:]
    assert "nói là chị Nguyễn Thị Lan (VHXH)" in wish.text and linked(office) == [office.ward.staff["Tâm"]]
    before = len(office.platform.heard("Lan"))
    [answer] = await office.say("Tâm", "nhan")
    assert "đã nhận chị Nguyễn Thị Lan" in answer.text
    [welcome] = office.platform.heard("Lan")[before:]
    assert "Chào chị Lan" in welcome.text and HER_TASK in welcome.text
    assert len(await office.say("Lan", "viec cua toi")) == 1


@every_platform
async def test_an_office_s_first_mornings_go_to_its_keeper(office: OfficeDay) -> None:
    with transaction(office.ward.engine) as session:
        agency = session.get_one(Agency, office.ward.agency_id)
        agency.trial_since = date(2025, 10, 17)
        session.add(agency)
    await office.everybody_joins("Lan", "Quân")
    before = len(office.platform.heard("Lan"))
    *others, own = [heard.text for heard in await office.morning(MONDAY, "Quân")]
    assert len(office.platform.heard("Lan")) == before
    assert [text for text in others if text.startswith("[Chạy thử] Tin này sẽ gửi chị Lan (VHXH):\nChào chị Lan")]
    assert all(text.startswith("[Chạy thử]") for text in others) and "Chạy thử ngày thứ 2" in own
    [answer] = await office.say("Quân", "cho chay")
    assert "từ sáng thứ Ba 21/10, mỗi người nhận tin của mình" in answer.text
    [digest] = await office.morning(TUESDAY, "Lan")
    assert digest.text.startswith("Chào chị Lan") and HER_TASK in digest.text
