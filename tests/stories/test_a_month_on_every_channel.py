"""One month's conversation, by every role, with slips and without accents: each channel carries the same words."""

import asyncio
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from storage.database import open_engine
from storage.kinds import ChannelKind, DutyState, ProductKind
from tests.people import Ward, at
from tests.stories.office_day import OfficeDay, office_day

YEAR_END = date(2025, 12, 31)
JOINED = ("Lan", "Tâm", "Quân", "Hà", "Dũng", "Hoa", "Ánh")
#: Day and hour, who, what is typed ("☀" is the morning), and what the answer must say; None for no answer.
MONTH = (
    ("06/10/2025", "Lan", "☀", "Chậm mốc nội bộ\n17. Quyết định chức năng"),
    ("06/10/2025 08:10", "Lan", "viec cua toi", "Chị đang có 5 việc"),
    ("06/10/2025 08:12", "Lan", "viec 17 la gi a", "17"),
    ("06/10/2025 08:15", "Lan", "17 vuong cho huong dan cua So", "17"),
    ("06/10/2025 09:00", "Hoa", "30 dc 60% r", "30"),
    ("07/10/2025 08:00", "Lan", "xong 2 KH 45/KH-UBND", "sản phẩm KH 45/KH-UBND"),
    ("07/10/2025 08:05", "Lan", "việc 2 xong chưa?", "2"),
    ("08/10/2025", "Tâm", "☀", "Xin ý kiến anh\n2. Kế hoạch kiểm tra"),
    ("08/10/2025 08:00", "Tâm", "tra 2 thieu so lieu", "anh trả lại việc 2"),
    ("08/10/2025 10:00", "Lan", "xong 2 KH 46/KH-UBND", "46/KH-UBND"),
    ("09/10/2025 08:00", "Tâm", "duyệt hết", "duyệt việc 2"),
    ("10/10/2025 08:00", "Lan", "hoan tac", "chỉ tự bỏ được trong ngày"),
    ("13/10/2025 09:00", "Ánh", "phong nao con viec qua han", "26"),
    ("13/10/2025 09:05", "Ánh", "tình hình", "nhiệm vụ"),
    ("14/10/2025 09:00", "Quân", "ai chưa nộp tin tháng này?", "tin"),
    ("14/10/2025 09:10", "Quân", "ghi ho Hoa: 30 dang lam 70%", "30"),
    ("15/10/2025 09:00", "Dũng", "giao 57 cho Hoa", "57"),
    ("15/10/2025 14:00", "Hoa", "xin lùi 57 đến 20/11 vì chờ Sở", "57"),
    ("16/10/2025 08:00", "Dũng", "đồng ý lùi 57", "20/11"),
    ("20/10/2025", "Hoa", "☀", "57"),
    ("20/10/2025 08:00", "Lan", "8 dang 12 tin 3 bai", "12 tin 3 bai"),
    ("21/10/2025 08:00", "Lan", "18 nhu ky truoc", "18"),
    ("22/10/2025 08:00", "Lan", "chua xong 7", "chưa thay đổi gì"),
    ("23/10/2025 08:00", "Lan", "xong 7 ngày 22/10", "làm xong từ 22/10"),
    ("24/10/2025 08:00", "Hà", "hạn 26 là 5/12/2025", "26"),
    ("27/10/2025 08:00", "Lan", "cảm ơn em nhé", None),
    ("28/10/2025 08:00", "Lan", "trợ giúp", "xong"),
    ("30/10/2025 08:00", "Ánh", "báo cáo tháng 10", "tháng 10"),
    ("31/10/2025", "Quân", "☀", "Sáng nay đã nhắc"),
)
#: Each costs seconds: the way most offices go always, the others by `make channels`.
WAYS = (
    (ChannelKind.ZALO, True),
    *(
        pytest.param(kind, by_webhook, marks=pytest.mark.channels)
        for kind, by_webhook in ((ChannelKind.ZALO, False), (ChannelKind.TELEGRAM, True), (ChannelKind.TELEGRAM, False))
    ),
)


def hand_out(ward: Ward) -> None:
    give = ward.give
    give(2, "Kế hoạch kiểm tra CCHC", "VHXH", to="Lan", due=YEAR_END, target=date(2025, 10, 15))
    give(7, "Tập huấn CCHC", "VHXH", to="Lan", due=YEAR_END, target=date(2025, 10, 22), product=ProductKind.EVENT)
    give(8, "Đăng tải thông tin CCHC", "VHXH", to="Lan", due=YEAR_END, product=ProductKind.FIGURE)
    give(17, "Quyết định chức năng, nhiệm vụ", "VHXH", to="Lan", due=YEAR_END, target=date(2025, 9, 30))
    give(18, "Bố trí lãnh đạo phòng", "VHXH", to="Lan", due=YEAR_END, product=ProductKind.STATE)
    give(26, "Quy chế quản lý tài sản công", "KT-HT-ĐT", to="Vinh", due=date(2025, 9, 30))
    give(30, "Số hóa hồ sơ TTHC", "TTPVHCC", to="Hoa", due=YEAR_END, product=ProductKind.FIGURE)
    give(57, "Niêm yết địa chỉ nhận PAKN", "TTPVHCC", due=YEAR_END, target=date(2025, 10, 31))


async def held(office: OfficeDay) -> list[list[str]]:
    """What each act of the month made its person read."""
    await office.everybody_joins(*JOINED)
    heard = []
    for when, who, words, _ in MONTH:
        if words == "☀":
            answers = await office.morning(when, who)
        else:
            office.clock.move(max(at(when), office.clock.now()))
            answers = await office.say(who, words)
        heard.append([answer.text for answer in answers])
    return heard


@pytest.fixture(scope="module")
def on_console(sqlite_ward: tuple[Path, Ward], tmp_path_factory: pytest.TempPathFactory) -> list[list[str]]:
    """The month in the demo's terminal, which the others are compared with."""
    path, built = sqlite_ward
    copy = shutil.copy(path, tmp_path_factory.mktemp("console") / "office.sqlite3")
    engine = open_engine(f"sqlite:///{copy}")
    ward = replace(built, engine=engine, units=dict(built.units), staff=dict(built.staff), chats={})
    with pytest.MonkeyPatch.context() as monkeypatch:
        heard = asyncio.run(a_month(ward, ChannelKind.CONSOLE, False, monkeypatch))
    engine.dispose()
    return heard


async def a_month(ward: Ward, kind: ChannelKind, by_webhook: bool, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    hand_out(ward)
    async with office_day(ward, kind, at("03/10/2025 09:00"), monkeypatch, by_webhook) as office:
        heard = await held(office)
        states = {n: office.duty(n).state for n in (2, 7, 57)}
    assert states == {2: DutyState.ACCEPTED, 7: DutyState.REPORTED, 57: DutyState.IN_PROGRESS}
    return heard


def test_every_answer_of_the_month_is_the_one_expected(on_console: list[list[str]]) -> None:
    for (when, who, words, must), answers in zip(MONTH, on_console, strict=True):
        assert (must is None) is (answers == []), (when, who, words, answers)
        assert not must or must in "\n".join(answers), (when, who, words, answers)


@pytest.mark.parametrize(("kind", "by_webhook"), WAYS)
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_the_month_reads_alike_on_every_channel(
    ward: Ward, kind: ChannelKind, by_webhook: bool, monkeypatch: pytest.MonkeyPatch, on_console: list[list[str]]
) -> None:
    heard = await a_month(ward, kind, by_webhook, monkeypatch)
    assert heard == on_console
