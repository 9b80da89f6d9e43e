"""A number that may count, date or name a part of something is asked about before anything is recorded of the task it may be."""

import pytest

from bot.understanding.intents import CHANGES, Intent
from tests.bot.understanding.reading import done, progress, read, says, split, told

ASKED = split("""
báo cáo 12 việc thì xong 8 rồi đó | 12 việc xong 8 | trong 12 việc xong 8 | có 12 việc, xong 8 rồi | em có 15 hồ sơ, làm xong 12 nhé
mục 2 xong rồi | xong mục 2 | mục 2 đang làm | mục số 7 chưa xong
9 giờ xong 29 | 10 giờ họp, 9 giờ xong 29 | 8h30 xong 12
việc 2 tuần trước xong rồi | việc 3 tuần qua đang làm | xong việc 2 tuần trước | việc 5 ngày trước đã trình
14 giải quyết 12 hồ sơ, xong 8 | 7 đăng 12 tin, xong 8 nhé
""")
CERTAIN = [
    ("việc 2 hôm qua xong rồi", done(2, date="2025-11-19")),
    ("xong 29 lúc 9 giờ", done(29)),
    ("chiều nay họp, xong 29", done(29)),
    ("mục 2 sao rồi", says("task_detail", 2)),
    ("việc 8 tuần trước đăng 12 tin", progress(8)),
    ("việc 12 tuần trước xong rồi", done(12)),
    ("việc 2 xong mục 3", progress(2)),
]
DAYS = [
    ("mốc 17 8 tháng 12", says("set_deadline", 17, date="2025-12-08")),
    ("mốc 8 ngày 5 tháng 12", says("set_deadline", 8, date="2025-12-05")),
    ("mốc 10 ngày 20 tháng 12", says("set_deadline", 10, date="2025-12-20")),
    ("hạn 26 ngày 20 tháng 12 nhé", says("set_deadline", 26, date="2025-12-20")),
    ("mốc 8, 9 ngày 20 tháng 12", says("set_deadline", 8, 9, date="2025-12-20")),
    ("xin lùi 17 8 tháng 12", says("set_deadline", 17, date="2025-12-08")),
]


@pytest.mark.parametrize("text", ASKED)
@pytest.mark.parametrize("role", ["staff", "unit_head"])
def test_it_is_asked_about(text: str, role: str) -> None:
    understood = read(text, role)
    recorded = {act.intent for act in understood.acts} & (CHANGES | {Intent.progress})
    assert not (understood.sure and recorded)


@pytest.mark.parametrize(("text", "act"), CERTAIN)
def test_plainly_a_task_is_recorded(text: str, act: tuple[str, dict[str, object]]) -> None:
    understood = read(text)
    (found,) = told(understood)
    assert understood.sure and found[0] == act[0]
    assert act[1].items() <= found[1].items()


@pytest.mark.parametrize(("text", "act"), DAYS)
def test_the_number_beside_a_month_is_its_day(text: str, act: tuple[str, dict[str, object]]) -> None:
    understood = read(text, "office_head")
    (found,) = told(understood)
    assert understood.sure and found[0] == act[0]
    assert act[1].items() <= found[1].items()


@pytest.mark.parametrize("text", ["mốc 8 tháng 12", "hạn 8 tháng 12", "mốc việc 8 tháng 12", "đặt mốc 8 tháng 12"])
def test_one_number_is_not_task_and_day_at_once(text: str) -> None:
    understood = read(text, "office_head")
    assert not understood.sure or not understood.acts[0].slots.task_ids
