"""A unit by whatever people call it, how it stands, and words that only look like one."""

import pytest

from tests.bot.understanding.reading import bare, intents, read, split

CENTRE, PLANNING = "Trung tâm Phục vụ hành chính công", "Phòng Kế hoạch – Đầu tư và Xúc tiến"
SPACES, PROJECTS = "Phòng Quy hoạch – Xây dựng và Môi trường", "Ban Quản lý dự án, hạ tầng"
ECONOMY, BUSINESS = "Phòng Kinh tế, Hạ tầng và Đô thị", "Phòng Doanh nghiệp – Giám sát đầu tư"
ASKED = [
    ("bên một cửa làm ăn sao rồi?", CENTRE),
    ("một cửa tới đâu rồi", CENTRE),
    ("bộ phận một cửa còn mấy việc", CENTRE),
    ("TTHCC tới đâu", CENTRE),
    ("P.KHĐT tiến độ ra sao", PLANNING),
    ("p.kh làm tới đâu rồi", PLANNING),
    ("phòng KHĐT làm ăn thế nào", PLANNING),
    ("bên quy hoạch tới đâu rồi em", SPACES),
    ("phòng quy hoạch dạo này sao rồi", SPACES),
    ("ban qlda tháng này làm được gì", PROJECTS),
    ("bqlda tháng này làm được gì rồi", PROJECTS),
    ("bên kinh tế tình hình sao em", ECONOMY),
    ("KTHTĐT tới đâu rồi", ECONOMY),
    ("bên doanh nghiệp xong được mấy việc rồi", BUSINESS),
]
NO_UNIT = split(
    """làm giúp anh bản tổng hợp 9 tháng ra word | gửi anh bản tổng hợp | hồ sơ một cửa tới đâu rồi | phần mềm một cửa lỗi nên việc 30 đứng
    bạn làm được gì | bàn họp sắp xếp tới đâu rồi | bán hàng sao rồi"""
)


@pytest.mark.parametrize(("text", "unit"), ASKED)
def test_the_unit_is_known_by_what_people_call_it(text: str, unit: str) -> None:
    for typed in (text, bare(text)):
        (act,) = read(typed, "leader").acts
        assert (act.intent.value, act.slots.unit_full) == ("status_unit", unit)


@pytest.mark.parametrize("text", NO_UNIT)
def test_ordinary_words_are_no_unit(text: str) -> None:
    for typed in (text, bare(text)):
        assert [act.slots.unit for act in read(typed, "office_head").acts] == [None]
        assert "status_unit" not in intents(typed, "office_head")


@pytest.mark.parametrize("text", ["phòng thì còn mấy việc", "việc của phòng thì sao rồi", "phòng thì đang làm gì"])
def test_a_bare_unit_spoken_of_is_ones_own(text: str) -> None:
    """ "Thì" is no piece of "Đô thị"."""
    for typed in (text, bare(text)):
        [act] = read(typed, "unit_head").acts
        assert (act.intent.value, act.slots.unit, act.slots.unit_full) == (
            "status_unit",
            typed[typed.index("ph") :].split()[0],
            None,
        )


@pytest.mark.parametrize("text", ["phòng hạ tầng và đô thị thế nào", "phòng KT thì sao rồi"])
def test_a_unit_named_stays_the_unit(text: str) -> None:
    assert read(text, "unit_head").acts[0].slots.unit_full == ECONOMY
