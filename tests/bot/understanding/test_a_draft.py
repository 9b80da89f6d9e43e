"""What is said of a plan under review: internal dates, doubts, which line is mật, who belongs to a group."""

from collections.abc import Collection

import pytest

from bot.understanding.clause import Clause
from bot.understanding.intents import Act
from bot.understanding.line import read_line
from bot.understanding.rules.doubt import doubt_answered
from tests.bot.understanding.reading import CALENDAR, DIRECTORY, ON, bare, intents, read, says, split, told

SPREAD = split(
    """rải việc | rải mốc | Rải việc giúp em nhé | rải đều việc | chia mốc cho cả năm | phân bổ mốc nội bộ cho các tháng
    rải việc cả năm | rải các mốc | em rải việc đi | chia đều mốc trong năm 2025 | rải nhiệm vụ ra các tháng | rai viec a"""
)
OF_A_PLAN = split("rải việc KH 45 | rải việc của kế hoạch CCHC 2025 | rải mốc kế hoạch 45/KH-UBND | rải việc cho KH 45")
NO_SPREAD = split(
    """chưa rải việc | việc 7 rải chưa? | rải việc chưa? | đã rải việc rồi | khi nào rải việc? | không rải việc | đừng rải việc
    rải việc thế nào | chia việc cho Lan | rải đá đường 7 | rải việc được không? | việc 7 rải xong rồi | rải việc cho Hoa
    phân bổ kinh phí cho cả năm | rải việc là gì"""
)


@pytest.mark.parametrize("text", SPREAD)
def test_dates_for_the_whole_draft(text: str) -> None:
    for typed in (text, bare(text), text.upper()):
        understood = read(typed, "office_head")
        assert told(understood) == [says("spread_work")]
        assert understood.sure


@pytest.mark.parametrize("text", OF_A_PLAN)
def test_dates_for_a_plan_by_its_name(text: str) -> None:
    for typed in (text, bare(text)):
        [(intent, slots)] = told(read(typed, "office_head"))
        assert intent == "spread_work"
        assert set(slots) == {"plan"} and slots["plan"].split()[-1] in text


@pytest.mark.parametrize("text", NO_SPREAD)
def test_no_dates_are_asked_for(text: str) -> None:
    for typed in (text, bare(text)):
        assert "spread_work" not in intents(typed, "office_head")


DOUBTS = split(
    "chỗ cần xem | xem chỗ cần xem | xem các chỗ cần xem lại | xem từng chỗ | cho em xem chỗ cần xem | chỗ chưa rõ | rà soát từng chỗ cần xem"
)
NO_DOUBTS = split(
    "còn chỗ cần xem không? | việc 7 có chỗ cần xem | xem chỗ để xe | chưa xem chỗ nào | xem việc 7 | xem | chỗ cần xem đã xong"
)


@pytest.mark.parametrize("text", DOUBTS)
def test_doubts_are_looked_at(text: str) -> None:
    for typed in (text, bare(text)):
        assert told(read(typed, "office_head")) == [says("review_doubts")]


def test_one_doubt_is_chosen() -> None:
    for typed in ("xem chỗ 3", "xem cho 3", "xem chỗ số 3"):
        assert told(read(typed, "office_head")) == [says("review_doubts", items=3)]


@pytest.mark.parametrize("text", NO_DOUBTS)
def test_no_doubts_are_asked_for(text: str) -> None:
    for typed in (text, bare(text)):
        assert "review_doubts" not in intents(typed, "office_head")


@pytest.mark.parametrize(
    ("text", "code", "mode"),
    [
        ("dòng B.II.3 mật", "B.II.3", "secret"),
        ("viec b.ii.3 mat", "b.ii.3", "secret"),
        ("B.II.3 là việc mật", "B.II.3", "secret"),
        ("dòng 12 mật", "12", "secret"),
        ("đánh dấu mật dòng A.I.4/2", "A.I.4/2", "secret"),
        ("dòng B.II.3 không mật", "B.II.3", "open"),
        ("việc I.4 không phải mật", "I.4", "open"),
    ],
)
def test_a_line_is_secret_or_not(text: str, code: str, mode: str) -> None:
    assert told(read(text, "office_head")) == [says("mark_secret", code=code, mode=mode)]


@pytest.mark.parametrize(
    "text",
    split(
        "việc B.II.3 mật chưa? | việc 7 bảo mật thông tin | 12 mật | dòng 7 mất | việc 7 mất file | việc 7 bí mật | mật khẩu 7"
    ),
)
def test_no_line_is_marked(text: str) -> None:
    assert "mark_secret" not in intents(text, "office_head")


@pytest.mark.parametrize(
    "text", ["mốc dòng B.II.3 là 5/12", "moc b.ii.3 den 5/12/2025", "đổi mốc nội bộ dòng B.II.3 sang ngày 5/12"]
)
def test_one_line_of_the_draft_gets_a_date(text: str) -> None:
    [(intent, slots)] = told(read(text, "office_head"))
    assert intent == "set_line_target"
    assert (slots["code"].upper(), slots["date"]) == ("B.II.3", "2025-12-05")


@pytest.mark.parametrize(
    "text",
    split("mốc 12 là 5/12 | mốc việc 12 là 5/12 | mốc B.II.3 là bao giờ? | mốc dòng B.II.3 chưa rõ | mốc B.II.3"),
)
def test_no_line_gets_a_date(text: str) -> None:
    assert "set_line_target" not in intents(text, "office_head")


VHXH, KT = "Phòng Văn hóa – Xã hội", "Phòng Kinh tế, Hạ tầng và Đô thị"


@pytest.mark.parametrize(
    ("text", "name", "units", "unclear"),
    [
        ('"Các phòng chuyên môn" gồm VHXH, KT-HT-ĐT', "Các phòng chuyên môn", (VHXH, KT), None),
        (
            "“Các phòng chuyên môn” bao gồm: vhxh và Phòng Kinh tế, Hạ tầng và Đô thị.",
            "Các phòng chuyên môn",
            (VHXH, KT),
            None,
        ),
        ("các phòng chuyên môn gồm VHXH; KT-HT-ĐT", "các phòng chuyên môn", (VHXH, KT), None),
        ('"Tổ CCHC" gồm VHXH, Sở Nội vụ', "Tổ CCHC", (VHXH,), "Sở Nội vụ"),
        ('"Các phòng" gồm tất cả', "Các phòng", (), None),
    ],
)
def test_who_belongs_to_a_group(text: str, name: str, units: tuple[str, ...], unclear: str | None) -> None:
    [act] = read(text, "office_head").acts
    assert act.intent == "name_group"
    assert (act.slots.title, act.slots.units, act.slots.reason) == (name, units, unclear)


@pytest.mark.parametrize(
    "text", split('các việc gồm những gì? | các phòng gồm những ai | việc 7 gồm 3 phần | "Tổ CCHC" gồm ai?')
)
def test_no_group_is_named(text: str) -> None:
    assert "name_group" not in intents(text, "office_head")


def answer(text: str, *kinds: str, which: bool = False) -> Act | None:
    clause = Clause(read_line(text), "office_head", "direct", ON, DIRECTORY, CALENDAR)
    return doubt_answered(clause, kinds, which)


@pytest.mark.parametrize(
    ("texts", "kinds", "mode"),
    [
        ("được | đúng | đúng rồi | giữ nguyên | đồng ý em nhé", ["other"], "accept"),
        ("bỏ qua | để sau | xem tiếp | tiếp", ["other"], "skip"),
        ("nhận hết | được hết | đúng hết | nhận tất cả", ["when"], "all"),
        ("không có hạn | chưa có hạn | không thời hạn", ["when"], "no_due"),
        (
            "hạn 15/12/2025 | hạn là trước ngày 15/12/2025 | quý IV/2025 | 15/12/2025 | thời hạn: tháng 11",
            ["when"],
            "due",
        ),
        ("VP chủ trì | chủ trì: VP | VHXH chủ trì nhé", ["when"], "unit"),
        ("VHXH | là Phòng Văn hóa - Xã hội", ["who"], "unit"),
        ("là VHXH | VHXH", ["party"], "unit"),
        ("ngoài cơ quan | đơn vị ngoài", ["party"], "accept"),
        ("gồm VHXH, KT-HT-ĐT | VHXH và KT-HT-ĐT", ["group"], "group"),
        ("tất cả | tất cả các đơn vị", ["group"], "everybody"),
        ("tên: Kế hoạch kiểm tra | tên ngắn: Kế hoạch kiểm tra", ["name"], "name"),
        ("không mật | không phải mật", ["secret"], "open"),
        ("mật | là việc mật", ["secret"], "secret"),
    ],
)
def test_answers_to_a_doubt(texts: str, kinds: Collection[str], mode: str) -> None:
    for text in split(texts):
        for typed in (text, bare(text)):
            act = answer(typed, *kinds)
            assert act and act.intent == "answer_doubt" and act.slots.mode == mode, typed


@pytest.mark.parametrize(
    "text",
    split(
        """được chưa? | đừng | ok | cảm ơn | việc 7 xong | hạn việc 7 là 15/12 | xong 7 | VP không chủ trì | ai chủ trì | việc của tôi
        xác nhận | VP chủ trì chưa? | hạn khi nào? | dùng | mất"""
    ),
)
def test_other_talk_answers_no_doubt(text: str) -> None:
    assert answer(text, "who", "when", "secret") is None


def test_a_letter_answers_only_when_several_units_were_offered() -> None:
    assert answer("B", "who") is None
    act = answer("B", "who", which=True)
    assert act and (act.slots.mode, act.slots.code) == ("pick", "B")
