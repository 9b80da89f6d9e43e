"""A plan's table pasted into the chat becomes a draft; a keeper's words about work stay words."""

import pytest
from sqlmodel import select

from storage.database import transaction
from storage.kinds import EventKind, PlanState
from storage.models.messages import Inbox
from storage.models.plans import File, Plan
from tests.bot.talk import Talk
from tests.engines import ON_BOTH

WITH_TABS = "\n".join(
    (
        "STT\tNhiệm vụ\tChủ trì\tThời hạn",
        "1\tBan hành kế hoạch kiểm tra cải cách hành chính\tPhòng Văn hóa – Xã hội\tTháng 11/2025",
        "2\tHoàn thành tập huấn chuyển đổi số\tVăn phòng HĐND và UBND\tQuý IV/2025",
        "3\tSơ kết công tác cải cách hành chính\tVăn phòng HĐND và UBND\tTrước 15/12/2025",
    )
)
WITH_LINES = """1. Ban hành kế hoạch kiểm tra cải cách hành chính
Phòng Văn hóa – Xã hội
Tháng 11/2025
2. Tập huấn chuyển đổi số
Văn phòng HĐND và UBND
Quý IV/2025
3. Sơ kết công tác cải cách hành chính
Văn phòng HĐND và UBND
Trước 15/12/2025"""
WORDS = (
    "2 xong KH 45/KH-UBND ngày 10/10/2025\n8 đăng 12 tin 3 bài trước ngày 15/10\n17 xin lùi đến 24/10/2025 vì chờ Sở Nội vụ\n18 như kỳ trước\n26 xong QĐ 12/QĐ-UBND ngày 09/10",
    "Báo cáo:\n1. Việc 2 đã xong, văn bản 45/KH-UBND ngày 10/10/2025\n2. Việc 8 đang làm, dự kiến hoàn thành trước ngày 20/10/2025\n3. Việc 17 chờ Phòng VHXH góp ý đến 25/10/2025",
    "giao 2 cho Lan hạn 20/10/2025\ngiao 7 cho Hoa hạn 25/10/2025\ngiao 17 cho Lan hạn 30/10/2025\ngiao 57 cho Hoa hạn ngày 30/11/2025, mọi người làm sớm giúp",
    "tin: Tập huấn cải cách hành chính ngày 10/10/2025\ntin: Ra quân tổng vệ sinh môi trường ngày 11/10/2025\ntin: Hội nghị sơ kết 9 tháng, phương hướng 3 tháng cuối năm 2025",
    "1. xong KH 45/KH-UBND ngày 10/10/2025\n2. đang trình ký, trước ngày 20/10/2025 có\n3. chờ Phòng Văn hóa – Xã hội góp ý, trước ngày 25/10/2025",
)


def drafts(talk: Talk) -> list[str]:
    with transaction(talk.ward.engine) as session:
        return list(session.exec(select(Plan.title).where(Plan.state == PlanState.DRAFT)))


@pytest.mark.parametrize("text", [WITH_TABS, WITH_LINES], ids=["tabs", "lines"])
def test_a_table_a_keeper_pastes_becomes_a_draft(talk: Talk, duties: dict[int, int], text: str) -> None:
    told = talk.say("Quân", text)
    assert told and "em đọc được 3 dòng" in told and "xác nhận" in told
    assert len(drafts(talk)) == 1
    assert [event.kind for event in talk.events()] == [EventKind.PLAN_IMPORTED]
    assert "đang là bản nháp" in (talk.say("Quân", text) or "")
    with transaction(talk.ward.engine) as session:
        assert session.exec(select(File.name)).all() == ["dán.txt"]


@ON_BOTH
def test_whoever_keeps_no_plan_pastes_words(talk: Talk, duties: dict[int, int]) -> None:
    talk.say("Tâm", WITH_TABS)
    assert drafts(talk) == []


@pytest.mark.parametrize("text", WORDS)
@ON_BOTH
def test_words_about_work_stay_words(talk: Talk, duties: dict[int, int], text: str) -> None:
    talk.say("Quân", text)
    assert drafts(talk) == []


def test_a_secret_plan_that_is_pasted_is_neither_read_nor_kept(talk: Talk, duties: dict[int, int]) -> None:
    told = talk.say("Quân", f"UBND PHƯỜNG BA NGÒI\nMẬT\nKẾ HOẠCH\n{WITH_TABS}")
    assert told and "dấu độ mật" in told
    assert drafts(talk) == [] and talk.events() == []
    with transaction(talk.ward.engine) as session:
        assert session.exec(select(Inbox.text)).all() == [None]
