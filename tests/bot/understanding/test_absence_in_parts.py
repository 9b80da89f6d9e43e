"""An absence told in any order; who is only busy, or asks, is not away."""

from datetime import date

import pytest

from bot.understanding.absence_parts import away
from bot.understanding.directory import Directory, PersonNames
from bot.understanding.rules.back import back_at_work
from bot.understanding.rules.calendar import calendar_days, off_for_all
from tests.bot.understanding.reading import CALENDAR, DIRECTORY, read, split

MONDAY = date(2025, 10, 13)

TOLD = {
    "đi công tác Hà Nội từ thứ 4 đến thứ 6, chị Hà thay": (None, "chị Hà", 15, 17, None),
    "tuần sau tôi đi Hà Nội, anh Tâm thay": (None, "anh Tâm", 20, 24, None),
    "tôi đi Hà Nội tuần sau, Lan thay": (None, "Lan", 20, 24, None),
    "mai anh nghỉ, nhờ Lan theo dõi giùm": (None, "Lan", 14, None, None),
    "tuần sau chị đi học từ thứ 2 đến thứ 4, anh Quân thay": (None, "anh Quân", 20, 22, None),
    "chị đi phép từ 20 đến 24/10, Vinh phụ trách": (None, "Vinh", 20, 24, None),
    "thứ 5 thứ 6 này chị về quê, anh Quân thay": (None, "anh Quân", 16, 17, None),
    "t5 t6 tuần này anh nghỉ, Lan thay": (None, "Lan", 16, 17, None),
    "mai chị đưa con đi khám, chị nghỉ, nhờ anh Quân lo giúp": (None, "anh Quân", 14, None, None),
    "20/10 đến 22/10 anh đi Đà Lạt tham quan, chị Lan trực thay": (None, "chị Lan", 20, 22, None),
    "tuần sau chị Hà đi Hà Nội, anh Tâm ký thay": ("chị Hà", "anh Tâm", 20, 24, None),
    "mai con chị bệnh, chị nghỉ nhé": (None, None, 14, None, None),
    "mai nghỉ": (None, None, 14, None, None),
    "mai nghỉ nhé": (None, None, 14, None, None),
    "nghỉ mai nha em": (None, None, 14, None, None),
    "thứ 5 xin nghỉ ạ": (None, None, 16, None, None),
    "tuần sau nghỉ phép": (None, None, 20, 24, None),
    "hôm nay ốm, nghỉ": (None, None, 13, None, None),
    "chiều t6 e off nha": (None, None, 17, None, None),
    "mai chị bận việc nhà nên nghỉ": (None, None, 14, None, None),
    "mai ốm nghỉ": (None, None, 14, None, None),
    "mai off": (None, None, 14, None, None),
    "em bệnh, nghỉ nay": (None, None, 13, None, None),
    "chiều nghỉ nha": (None, None, 13, None, None),
    "mai nghỉ, Lan thay": (None, "Lan", 14, None, None),
    "thứ 5 chị đi tỉnh cả ngày": (None, None, 16, None, None),
    "chiều nay anh họp, có gì Lan xử lý": (None, "Lan", 13, None, "deputy"),
    "mai e nghi 1 bua": (None, None, 14, None, None),
    "chị đi họp tỉnh 2 ngày 13-14/10": (None, None, 13, 14, None),
    "anh Tâm thay chị từ 13 đến 15/10": (None, "anh Tâm", 13, 15, "deputy"),
    "từ 13 đến 15/10 anh Tâm thay chị Hà": ("chị Hà", "anh Tâm", 13, 15, "deputy"),
    "anh bận họp cả ngày, Hoa duyệt giúp": (None, "Hoa", 13, None, "deputy"),
    "mai anh bận họp, Hoa duyệt giúp": (None, "Hoa", 14, None, "deputy"),
}


@pytest.mark.parametrize(("text", "meant"), TOLD.items())
def test_the_parts_in_any_order(text: str, meant: tuple[str | None, str | None, int, int | None, str | None]) -> None:
    act = away(text, MONDAY, CALENDAR, DIRECTORY)
    assert act is not None
    slots, (person, partner, first, until, mode) = act.slots, meant
    assert (slots.person, slots.partner, slots.mode) == (person, partner, mode)
    assert slots.date == date(2025, 10, first) and slots.until == (until and date(2025, 10, until))


@pytest.mark.parametrize(
    "text",
    split("""mai anh nghỉ trưa sớm | mai anh đi họp, Lan chuẩn bị tài liệu | mai chị đi họp tỉnh | chị đi cơ sở sáng mai
    mai em đi nộp hồ sơ | mai nghỉ không em | nếu mai anh nghỉ thì Lan thay | việc 7 mai anh đi họp, anh Quân làm thay
    chiều mai cả phòng đi họp, Lan trực | mai anh đi kiểm tra cơ sở với Lan | ngày 20/10 đoàn đi thực tế, Lan chuẩn bị
    7 mai chị đi lấy ý kiến | thứ 6 nghỉ lễ | mai anh Tèo nghỉ, Sáu thay | hồ sơ đi tỉnh mai mới về | tuần sau Lan đi nộp báo cáo
    tuần sau đoàn đi kiểm tra, Lan lo hậu cần | mai nghỉ lễ | thứ 7 nghỉ mà | mai nghỉ Tết | mai cơ quan nghỉ | nghỉ 20/10 | mai nghỉ được không | mai họp giao ban, Lan điều hành
    mai nghỉ mà sao còn nhắc | chiều nay anh họp | nghỉ | nghỉ đi em | nghỉ thôi | mai anh họp với Lan | mai ai nghỉ | sáng mai họp lúc 8h, Lan lo | hôm nay nghỉ nhắc"""),
)
def test_what_is_no_absence(text: str) -> None:
    assert away(text, MONDAY, CALENDAR, DIRECTORY) is None


@pytest.mark.parametrize(
    "text",
    split(
        "bỏ nghỉ giúp chị | hủy phép giúp chị | rút đơn nghỉ giúp anh | xóa ngày nghỉ của chị | khỏi nghỉ nữa | bỏ nghỉ nha em | bỏ phép"
    ),
)
def test_it_is_called_off(text: str) -> None:
    act = back_at_work(text, MONDAY, CALENDAR, DIRECTORY)
    assert act and act.slots.person is None


def test_the_day_in_front_of_what_the_office_does() -> None:
    (worked,) = calendar_days("thứ 7 này đi làm bù", MONDAY, CALENDAR)
    assert (worked.slots.mode, worked.slots.date) == ("working", date(2025, 10, 18))
    for text in ("15/10 cả ban nghỉ bù", "thứ 4 cơ quan cúp điện nghỉ"):
        off = off_for_all(text, MONDAY, CALENDAR)
        assert off and (off.slots.mode, off.slots.date) == ("ask_off", date(2025, 10, 15))
    assert calendar_days("nghỉ 20-24/10 nhé", MONDAY, CALENDAR) == calendar_days("nghỉ 20-24/10", MONDAY, CALENDAR)


def test_a_colleague_called_mai_is_no_day() -> None:
    office = Directory(DIRECTORY.units, (*DIRECTORY.people, PersonNames("Lê Thị Mai")))
    for text in ("Mai nghỉ thai sản từ 13/10, giao hết việc Mai cho chị", "Mai nghỉ từ 13/10, việc của Mai giao chị"):
        assert away(text, MONDAY, CALENDAR, office) is None
    act = away("mai anh nghỉ, Mai thay", MONDAY, CALENDAR, office)
    assert act and (act.slots.person, act.slots.partner, act.slots.date) == (None, "Mai", date(2025, 10, 14))


LOOKED_AFTER = {
    "thứ 4 này chị đi tập huấn tỉnh 2 ngày, Vinh trông phòng giúp": "Vinh",
    "mai chị đi Nha Trang, Vinh coi phòng nha": "Vinh",
    "mai chị nghỉ, Vinh giữ phòng giúp chị": "Vinh",
    "ngày mai anh đi tỉnh họp cả ngày em ạ có gì thì Quân duyệt thay anh nhé": "Quân",
    "mai anh đi họp, có gì thì Quân ký thay": "Quân",
    "chị đi nước ngoài tới 20/12, có gì chị Hà quyết": "chị Hà",
    "mai anh họp tỉnh cả ngày, việc gì để Bình": "Bình",
    "thứ 4 này chị đi công tác, phòng để Vinh lo": "Vinh",
    "mai anh đi công tác, nếu có việc gì gấp thì Quân xử lý giúp": "Quân",
}


@pytest.mark.parametrize(("text", "partner"), LOOKED_AFTER.items())
def test_who_looks_after_it_meanwhile_stands_in(text: str, partner: str) -> None:
    (act,) = read(text, "unit_head").acts
    assert (act.intent.value, act.slots.partner) == ("absence", partner) and act.slots.date and read(text).sure


@pytest.mark.parametrize(
    "text",
    [
        "mai anh đi họp, Quân chuẩn bị hồ sơ nhé",
        "mai chị đi Nha Trang, Vinh nộp báo cáo nha",
        "mai họp giao ban, Quân lo phòng họp",
        "mai họp phòng, việc gì để Bình trình bày",
        "7 đang làm, việc gì để Quân lo",
        "có gì Quân báo anh",
    ],
)
def test_what_somebody_is_to_do_makes_nobody_absent(text: str) -> None:
    assert "absence" not in [act.intent.value for act in read(text, "unit_head").acts]


@pytest.mark.parametrize(
    ("text", "partner"),
    [
        ("tôi nghỉ từ 27/11 đến 29/11 chị Hà thay được không ạ", "chị Hà"),
        ("em nghỉ 27/11 anh Phúc làm thay được ko a", "anh Phúc"),
        ("mai em nghỉ, chị Hà thay được không ạ", "chị Hà"),
        ("27/11 em nghỉ được không ạ", None),
        ("tuần sau em đi Hà Nội được không anh", None),
    ],
)
def test_leave_asked_for_is_said_back_first(text: str, partner: str | None) -> None:
    understood = read(text)
    assert [(act.intent.value, act.slots.partner) for act in understood.acts] == [("absence", partner)]
    assert not understood.sure
