"""Words of the Centre and the South mean what the rules' own words mean, and nothing where they are other words."""

import pytest

from bot.understanding.line import read_line
from tests.bot.understanding.reading import Told, bare, intents, read, says, split, told

VHXH = {"unit": "VHXH", "unit_full": "Phòng Văn hóa – Xã hội"}
ASKED: list[tuple[str, Told]] = [
    ("tuần ni có việc chi tới hạn không em", says("due_soon", period="2025-W47")),
    ("tháng ni còn việc mô sắp tới hạn", says("due_soon", period="2025-11")),
    ("bữa ni tui có việc chi phải làm không", says("due_soon", date="2025-11-20")),
    ("tui còn việc chi nữa không", says("my_tasks")),
    ("tui đang giữ mấy việc rứa", says("my_tasks")),
    ("coi giùm tui mấy việc của tui nghen", says("my_tasks")),
    ("có việc mô trễ không em", says("overdue_list")),
    ("bữa giờ có cái nào trễ hông em", says("overdue_list")),
    ("phòng mô trễ hạn việc chi rứa em", says("overdue_list")),
    ("việc 14 răng rồi em", says("task_detail", 14)),
    ("việc 22 tới mô rồi hỉ", says("task_detail", 22)),
    ("việc 31 vướng chi rứa", says("task_detail", 31)),
    ("răng việc 9 chậm rứa em", says("task_detail", 9)),
    ("bên VHXH tới mô rồi em", says("status_unit", **VHXH)),
    ("kế hoạch CCHC tới mô rồi hỉ", says("status_plan", plan="kế hoạch CCHC")),
    ("tin bài tháng ni mấy phòng nộp rồi hỉ", says("news_status", period="2025-11")),
    ("việc mô chưa ai làm rứa", says("unassigned_or_undated")),
    ("làm cho tui cái báo cáo tháng ni nghe", says("report_request", period="2025-11")),
]
OTHER_WORDS = {
    "mô hình": "mo hinh", "chi phí việc chi trả": "chi phi viec chi tra", "chị Chi có chi nhánh": "chi chi co chi nhanh",
    "việc chi 5 triệu": "viec chi 5 trieu", "túi ni lông": "tui ni long", "đau răng": "dau rang", "đi làm răng": "di lam rang", "trại hè": "trai he",
    "coi chừng trễ": "coi chung tre", "ngó lơ": "ngo lo", "việc mở lại": "viec mo lai", "để anh nghe": "de anh nghe", "kết hôn": "ket hon",
    "tui em xong rồi": "tui em xong roi", "viec chi Lan giao": "viec chi lan giao",
}  # fmt: skip


@pytest.mark.parametrize(("text", "act"), ASKED)
def test_a_question_of_the_centre_or_the_south_is_understood(text: str, act: Told) -> None:
    for role in ("unit_head", "leader"):
        understood = read(text, role)
        assert told(understood) == [act] and understood.sure, role


@pytest.mark.parametrize("text", split("tuần ni tui có việc gì | bua ni tui co gi | coi gium tui viec cua tui"))
def test_what_cannot_be_taken_for_another_word_needs_no_accents(text: str) -> None:
    assert told(read(bare(text))) == told(read(text)) != [says("smalltalk_other")]


@pytest.mark.parametrize(("typed", "norm"), OTHER_WORDS.items())
def test_the_same_letters_in_another_word_stay(typed: str, norm: str) -> None:
    assert read_line(typed).norm == norm


@pytest.mark.parametrize(
    "text",
    [
        "17 chửa xong", "47 nỏ xong", "2 chớ xong", "31 chả xong", "31 đếch xong", "31 éo xong được", "cố xong 7",
        "ráng xong 7 trong tuần",
    ],
)  # fmt: skip
def test_what_denies_it_or_only_tries_reports_nothing_done(text: str) -> None:
    assert intents(text) == ["progress"]
