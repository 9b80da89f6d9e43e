"""Figures that a plan sets as targets: read by who leads them, shown with the last reading, replaced, taken back."""

import pytest
from sqlmodel import col, select

from jobs.plans.draft import keep_indicators
from storage.database import transaction
from storage.kinds import EventKind
from storage.models.plans import Indicator, IndicatorReading, Plan
from tests.bot.talk import Talk
from tests.engines import ON_BOTH

Duties = dict[int, int]
TTPVHCC, VP = "Trung tâm Phục vụ hành chính công", "Văn phòng HĐND và UBND"
ROWS = [
    {
        "code": "I.1",
        "name": "Tỷ lệ hồ sơ giải quyết đúng hạn",
        "target_text": "≥ 98%",
        "target_percent": 98,
        "lead": [TTPVHCC],
    },
    {
        "code": "I.2",
        "name": "Tỷ lệ hồ sơ trực tuyến toàn trình",
        "target_text": "80%",
        "target_percent": 80,
        "lead": [VP],
    },
    {
        "code": "I.3",
        "name": "Mức độ hài lòng của người dân",
        "target_text": "90%",
        "target_percent": 90,
        "lead": ["Sở Nội vụ"],
    },
]


def kept_with(talk: Talk, rows: list[dict[str, object]]) -> None:
    with transaction(talk.ward.engine) as session:
        keep_indicators(session, session.get_one(Plan, talk.ward.plan_id), {"indicators": rows})


@pytest.fixture
def figures(talk: Talk, duties: Duties) -> Talk:
    kept_with(talk, ROWS)
    return talk


def standing(talk: Talk) -> list[tuple[str, str, float | None]]:
    with talk.session() as session:
        query = select(Indicator.name, IndicatorReading.text, IndicatorReading.value).join(
            IndicatorReading, col(IndicatorReading.indicator_id) == Indicator.id
        )
        found = session.exec(
            query.where(col(IndicatorReading.withdrawn_at).is_(None)).order_by(col(IndicatorReading.id))
        )
        return [(name, text, value) for name, text, value in found]


@ON_BOTH
def test_a_reading_is_kept_shown_replaced_and_taken_back(figures: Talk) -> None:
    answer = figures.say("Hoa", "chỉ tiêu 1 đạt 97,5%")
    assert (
        answer and "em ghi chỉ tiêu 1 – Tỷ lệ hồ sơ giải quyết đúng hạn: 97,5% (tháng 10). Mục tiêu: ≥ 98%." in answer
    )
    assert "hoàn tác" in answer
    shown = figures.say("Ánh", "chỉ tiêu")
    assert shown and "Chỉ tiêu 1 – Tỷ lệ hồ sơ giải quyết đúng hạn: mục tiêu ≥ 98%; tháng 10 97,5%" in shown
    assert "Chỉ tiêu 2 – Tỷ lệ hồ sơ trực tuyến toàn trình: mục tiêu 80%; chưa có số liệu" in shown
    again = figures.say("Hoa", "tỷ lệ hồ sơ giải quyết đúng hạn: 98,2%")
    assert again and "Số ghi trước đó của kỳ này (97,5%) em đã thay." in again
    assert [row[1:] for row in standing(figures)] == [("98,2%", 98.2)]
    figures.say("Hoa", "chỉ tiêu I.1 tháng 9 đạt 96%")
    one = figures.say("Hà", "chỉ tiêu 1")
    assert one and "Tháng 9: 96%\nTháng 10: 98,2%" in one
    assert "đã bỏ số vừa ghi của chỉ tiêu 1" in (figures.say("Hoa", "hoàn tác") or "")
    assert [row[1:] for row in standing(figures)] == [("98,2%", 98.2)]
    kinds = {event.kind for event in figures.events()}
    assert kinds == {EventKind.INDICATOR_READ, EventKind.UNDONE}


@pytest.mark.parametrize(
    ("who", "text", "words"),
    [
        ("Lan", "chỉ tiêu 1 đạt 97,5%", "do Trung tâm Phục vụ hành chính công báo"),
        ("Ánh", "chỉ tiêu 1 đạt 97,5%", "do Trung tâm Phục vụ hành chính công báo"),
        ("Hoa", "chỉ tiêu 3 đạt 90%", "do Sở Nội vụ báo"),
        ("Hoa", "chỉ tiêu 9 đạt 90%", 'không thấy chỉ tiêu "9"'),
        ("Hoa", "tỷ lệ hồ sơ: 90%", "hay chỉ tiêu 2"),
        ("Hoa", "tỷ lệ cán bộ đi học: 90%", "không thấy chỉ tiêu"),
        ("Hoa", "chỉ tiêu 1 chưa đạt 98%", "chưa có số liệu"),
    ],
)
def test_what_is_not_the_sender_s_or_not_clear_keeps_nothing(figures: Talk, who: str, text: str, words: str) -> None:
    answer = figures.say(who, text)
    assert answer and words in answer, answer
    assert standing(figures) == [] and figures.events() == []


def test_who_keeps_the_plan_reads_what_nobody_here_leads(figures: Talk) -> None:
    assert "em ghi chỉ tiêu 3" in (figures.say("Quân", "chỉ tiêu 3 đạt 91%") or "")
    assert "em ghi chỉ tiêu 1" in (figures.say("Quân", "chỉ tiêu 1 đạt 97%") or "")


def test_a_newer_version_keeps_what_was_read(figures: Talk) -> None:
    figures.say("Hoa", "chỉ tiêu 1 đạt 97,5%")
    figures.say("Hà", "chỉ tiêu 2 đạt 60%")
    kept_with(figures, [{**ROWS[2]}, {**ROWS[0], "target_text": "99%"}])
    shown = figures.say("Ánh", "chỉ tiêu")
    assert shown and "Chỉ tiêu 2 – Tỷ lệ hồ sơ giải quyết đúng hạn: mục tiêu 99%; tháng 10 97,5%" in shown
    assert "trực tuyến" not in shown and len(standing(figures)) == 2
    kept_with(figures, ROWS)
    assert "tháng 10 60%" in (figures.say("Ánh", "chỉ tiêu 2") or "")


def test_an_office_without_figures_says_so(talk: Talk, duties: Duties) -> None:
    assert "không có bảng chỉ tiêu" in (talk.say("Hà", "chỉ tiêu") or "")
