"""Who is away and who stands in, and what only sounds like it."""

from datetime import date

import pytest

from bot.understanding.absence_parts import away
from bot.understanding.directory import Directory, PersonNames
from bot.understanding.read import read_message
from bot.understanding.rules.back import back_at_work
from tests.bot.understanding.reading import CALENDAR, DIRECTORY, ON, bare, read, split

OFFICE = Directory(
    DIRECTORY.units,
    tuple(PersonNames(name) for name in ("Nguyễn Thị Lan", "Trần Minh Tâm", "Lê Anh Quân", "Đỗ Thị Hoa")),
)
FIRST, LAST = date(2025, 12, 1), date(2025, 12, 5)

AWAY = [
    ("tôi nghỉ từ 1/12 đến 5/12, anh Tâm thay", None, "anh Tâm"),
    ("chị Lan nghỉ 1/12-5/12, Quân thay", "chị Lan", "Quân"),
    ("em xin nghỉ phép từ ngày 1/12 đến hết ngày 5/12/2025, chị Hoa làm thay em nhé", None, "chị Hoa"),
    ("Lan đi công tác 01/12-05/12/2025, nhờ anh Quân thay", "Lan", "anh Quân"),
    ("từ 1/12 đến 5/12 tôi nghỉ, anh Tâm thay", None, "anh Tâm"),
    ("nghỉ 1-5/12, anh Tâm thay", None, "anh Tâm"),
    ("anh nghỉ ốm 1/12 đến 5/12. Người thay: Trần Minh Tâm", None, "Trần Minh Tâm"),
    ("tôi nghỉ từ 1/12 đến 5/12", None, None),
    ("chị Lan vắng từ 1/12 đến 5/12, Bình thay", "chị Lan", "Bình"),
]


@pytest.mark.parametrize(("text", "person", "partner"), AWAY)
def test_an_absence_has_a_person_days_and_a_substitute(text: str, person: str | None, partner: str | None) -> None:
    for typed in (text, bare(text)):
        act = away(typed, ON, CALENDAR, OFFICE)
        assert act and act.intent.value == "absence" and (act.slots.date, act.slots.until) == (FIRST, LAST)
    act = away(text, ON, CALENDAR, OFFICE)
    assert act and (act.slots.person, act.slots.partner) == (person, partner)


@pytest.mark.parametrize(
    ("text", "person"),
    [("hết nghỉ", None), ("tôi đi làm lại rồi", None), ("chị Lan hết nghỉ", "chị Lan"), ("anh Tâm đã đi làm lại", "anh Tâm"),
     ("bỏ lịch nghỉ của chị Lan", "chị Lan"), ("em hết phép", None), ("anh không đi công tác nữa", None),
     ("chị về rồi nhé, chị làm việc lại từ hôm nay", None), ("Hoa đi làm lại rồi", "Hoa"), ("thôi anh không nghỉ nữa nhé", None)],
)  # fmt: skip
def test_an_absence_ends(text: str, person: str | None) -> None:
    act = back_at_work(text, ON, CALENDAR, OFFICE)
    assert act and act.intent.value == "back_at_work" and (act.slots.person, act.slots.date) == (person, None)


@pytest.mark.parametrize(
    ("text", "day"),
    [("anh về sớm rồi, từ mai anh làm lại", 21), ("mai em đi làm lại ạ", 21), ("em hết phép rồi ạ, mai em đi làm lại", 21),
     ("thứ 2 tuần sau anh đi làm lại", 24), ("chị Lan đi làm lại từ 25/11", 25)],
)  # fmt: skip
def test_an_absence_ends_on_a_day_to_come(text: str, day: int) -> None:
    for typed in (text, bare(text)):
        act = back_at_work(typed, ON, CALENDAR, OFFICE)
        assert act and act.slots.date == date(2025, 11, day), typed


@pytest.mark.parametrize(
    "text",
    ["làm lại", "làm lại đi em", "30 làm lại", "bảo Hoa làm lại số liệu", "em làm lại cho anh", "7 em làm lại từ mai", "anh về rồi", "việc 5 hết vướng, mai làm lại biểu"],
)  # fmt: skip
def test_work_done_again_is_nobodys_return(text: str) -> None:
    assert back_at_work(text, ON, CALENDAR, OFFICE) is None


@pytest.mark.parametrize(
    ("role", "text"),
    [("unit_head", "từ mai anh làm lại việc bình thường nhé, cảm ơn em"), ("staff", "em làm lại báo cáo rồi"), ("unit_head", "thôi không đi nữa")],
)  # fmt: skip
def test_who_works_again_sends_nothing_back(role: str, text: str) -> None:
    understood = read(text, role)
    assert "reject" not in {act.intent.value for act in (*understood.acts, *understood.readings)}


@pytest.mark.parametrize(
    "text",
    ["nghỉ 02/01/2026", "em nghỉ chút mai làm tiếp việc 5", "chị Lan nghỉ rồi", "mai nghỉ không em?", "việc 5 tạm nghỉ đến 5/12", "xong 5, mai em nghỉ",
     "chị Lan nghỉ 1/12 thì ai làm việc 7", "giao 7 cho Quân thay chị Lan", "hết việc", "cả phòng nghỉ 1/12", "họp ngày 1/12, anh Tâm thay", "bỏ nghỉ giữa giờ"],
)  # fmt: skip
def test_other_words_are_left_alone(text: str) -> None:
    assert away(text, ON, CALENDAR, OFFICE) is None


SAID_OTHERWISE = [
    ("từ 1/12 đến 5/12 anh đi công tác Hà Nội, Hoa thay anh", None, "Hoa"),
    ("từ 1/12 đến 5/12 anh đi công tác Hà Nội, chị Hoa điều hành thay", None, "chị Hoa"),
    ("chị đi học lớp chuyên viên chính từ 1/12 đến 5/12, anh Quân thay", None, "anh Quân"),
    ("từ ngày 1/12 đến 5/12 anh đi học, Quân duyệt thay anh", None, "Quân"),
    ("em nghỉ phép từ 1/12 đến hết 5/12 ạ, anh Quân thay", None, "anh Quân"),
    ("anh Quân nghỉ phép 5 ngày từ 1/12, Lan thay", "anh Quân", "Lan"),
    ("từ 1/12 chị nghỉ 5 ngày, anh Quân xử lý thay", None, "anh Quân"),
    ("anh đi dự hội nghị ở tỉnh từ 1/12 đến 5/12, Quân ký thay", None, "Quân"),
    ("chị Lan bị ốm nghỉ từ 1/12 đến 5/12, Quân thay", "chị Lan", "Quân"),
    ("anh ốm, từ 1/12 đến 5/12 anh nghỉ, Quân thay", None, "Quân"),
    ("em báo từ 1/12 đến 5/12 em nghỉ phép nhé, việc của em anh Quân làm thay", None, "anh Quân"),
    ("từ 1/12 đến 5/12 anh nghỉ, nhờ Lan theo dõi thay", None, "Lan"),
    ("từ 1/12 đến 5/12 anh đi tập huấn, chị Lan thay anh theo dõi kế hoạch", None, "chị Lan"),
    ("từ 1/12 đến 5/12 chị nghỉ, cho Lan xử lý thay", None, "Lan"),
    ("anh đi công tác 1/12-5/12, Quân thay anh điều hành phòng", None, "Quân"),
    ("từ 1/12 tới 5/12 anh đi Hà Nội họp, ủy quyền chị Hoa", None, "chị Hoa"),
    ("chị nghỉ chăm con ốm từ 1/12 đến 5/12, anh Quân làm thay", None, "anh Quân"),
    ("chị Lan nghỉ con sốt từ 1/12 đến 5/12", "chị Lan", None),
    ("anh nghỉ có việc gia đình từ 1/12 đến 5/12, Quân thay", None, "Quân"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "person", "partner"), SAID_OTHERWISE)
def test_an_absence_is_said_in_many_ways(text: str, person: str | None, partner: str | None) -> None:
    for typed, names in ((text, (person, partner)), (bare(text), None)):
        act = away(typed, ON, CALENDAR, OFFICE)
        assert act and act.intent.value == "absence", typed
        assert (act.slots.date, act.slots.until) == (FIRST, LAST)
        assert names is None or (act.slots.person, act.slots.partner) == names


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("tuần sau anh đi công tác, chị Hoa thay", "24/11", "28/11"),
        ("anh nghỉ phép cả tuần sau, Quân thay", "24/11", "28/11"),
        ("tuần này anh đi vắng, Quân thay", "20/11", "21/11"),
        ("anh ốm, hôm nay nghỉ", "20/11", None),
        ("mai c nghỉ 1 ngày", "21/11", None),
        ("chị Hoa nghỉ ốm từ hôm nay đến hết tuần", "20/11", "21/11"),
        ("anh nghỉ thứ 5 và thứ 6 tuần sau, Quân thay", "27/11", "28/11"),
        ("thứ 2 và thứ 5 tuần sau anh nghỉ, Quân thay", None, None),
        ("tuần sau anh nghỉ thứ 5, Quân thay", "27/11", None),
        ("từ mai anh nghỉ, Quân thay", None, None),
        ("đầu tuần sau anh đi công tác, Quân thay", None, None),
    ],
)  # fmt: skip
def test_days_that_are_not_plain_are_not_made_up(text: str, first: str | None, last: str | None) -> None:
    act = away(text, ON, CALENDAR, OFFICE)
    assert act and act.intent.value == "absence"
    days = [day and f"{day:%d/%m}" for day in (act.slots.date, act.slots.until)]
    assert days == [first, last]


@pytest.mark.parametrize(
    "text",
    ["chị Lan đi công tác Hà Nội rồi", "tuần sau đi công tác ở đâu", "anh đi họp 1/12 thì ai duyệt", "việc 7 chị Lan đi học về làm tiếp từ 1/12",
     "em đi học lớp chuyên viên, việc 7 lùi đến 5/12", "chị Lan đi công tác 1/12 xong 7", "mai anh nghỉ, giao 7 cho Quân", "chị Lan ốm, việc 7 chưa xong",
     "tuần sau tập huấn CCHC, anh Quân chuẩn bị", "đi công tác 1/12 chưa em", "từ 1/12 đến 5/12 họp HĐND", "hôm nay anh Quân trực thay"],
)  # fmt: skip
def test_what_only_speaks_of_being_away_is_left_alone(text: str) -> None:
    for typed in (text, bare(text)):
        act = away(typed, ON, CALENDAR, OFFICE)
        assert act is None, act


@pytest.mark.parametrize(
    ("text", "partner", "first", "last"),
    [("anh ủy quyền cho Quân duyệt đến hết tuần", "Quân", "20/11", "21/11"), ("tuần sau anh ủy quyền cho chị Lan", "chị Lan", "24/11", "28/11"),
     ("chị uỷ quyền cho anh Quân ký thay chị từ 1/12 đến 5/12 nhé", "anh Quân", "01/12", "05/12"), ("anh ủy quyền cho Quân duyệt", "Quân", None, None)],
)  # fmt: skip
def test_deciding_is_handed_to_a_deputy(text: str, partner: str, first: str | None, last: str | None) -> None:
    act = away(text, ON, CALENDAR, OFFICE)
    assert act and (act.intent.value, act.slots.mode, act.slots.partner) == ("absence", "deputy", partner)
    assert [day and f"{day:%d/%m}" for day in (act.slots.date, act.slots.until)] == [first, last]


def test_words_on_a_letter_of_authority_hand_over_nothing() -> None:
    for text in (
        "UBND tỉnh ủy quyền cho Sở duyệt",
        "đã ủy quyền cho anh Quân ký hợp đồng 12",
        "ủy quyền cho ai",
        "việc 7 ủy quyền cho Quân duyệt",
    ):
        assert away(text, ON, CALENDAR, OFFICE) is None


def test_politeness_behind_the_days_stands_in_for_nobody() -> None:
    for text in ("em xin nghỉ phép ngày mai ạ", "em xin nghi phep ngay mai a", "em xin nghỉ phép ngày mai nhé"):
        (act,) = read(text).acts
        assert act.intent == "absence" and act.slots.partner is None and str(act.slots.date) == "2025-11-21"


def test_whom_to_turn_to_may_be_who_stands_in() -> None:
    for text in ("từ 1/12 đến 5/12 anh nghỉ, việc gì gấp hỏi Hoa", "1/12-5/12 chị đi công tác, có gì cứ gọi anh Quân"):
        act = away(text, ON, CALENDAR, OFFICE)
        assert act and act.slots.mode == "deputy" and act.slots.partner in ("Hoa", "anh Quân")
        assert (act.slots.date, act.slots.until) == (FIRST, LAST)
    assert away("mai anh nghỉ, có gì gọi cho bảo vệ", ON, CALENDAR, OFFICE) is None


@pytest.mark.parametrize(
    "text", ["anh Quân nghỉ ốm 3 hôm nay rồi, Lan làm thay", "anh Quân nghỉ ốm mấy hôm nay, Lan thay"]
)
def test_who_has_been_away_for_days_is_asked_until_when(text: str) -> None:
    act = away(text, ON, CALENDAR, OFFICE)
    assert act and (act.slots.person, act.slots.partner, act.slots.date) == ("anh Quân", "Lan", None)


def in_office(text: str, role: str = "unit_head") -> list[str]:
    understood = read_message(text, role=role, context="direct", on=ON, directory=OFFICE, calendar=CALENDAR)
    return [act.intent.value for act in (*understood.acts, *understood.readings)]


@pytest.mark.parametrize(
    "text",
    split("""anh Tâm vắng tới bữa nào | Lan nghỉ mấy ngày em | chị Hoa đi công tác đến bao giờ | bao giờ anh Quân đi làm lại | khi nào chị Lan về
    em có phải thay ai không | anh đang thay ai vậy | ok cho Hoa nghỉ | đồng ý cho chị Lan nghỉ phép nhé"""),
)
def test_how_long_somebody_is_away_is_looked_up(text: str) -> None:
    assert in_office(text) == ["who_is_away"]


@pytest.mark.parametrize(
    "text",
    split(
        "máy nghỉ mấy ngày | thay ai làm việc 5 | ok cho qua | đồng ý cho lùi | bao giờ xong việc 7 | anh Tâm duyệt đến bao giờ"
    ),
)
def test_other_questions_are_of_nobodys_leave(text: str) -> None:
    assert "who_is_away" not in in_office(text)
