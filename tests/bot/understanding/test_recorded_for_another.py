"""Typed for another: with or without a colon it never counts for the typist; what was only heard is asked about."""

import pytest

from tests.bot.understanding.reading import Told, bare, bare_told, done, progress, read, says, split, told

KT = {"unit": "phòng kinh tế", "unit_full": "Phòng Kinh tế, Hạ tầng và Đô thị"}
FOR_ANOTHER = [
    ("ghi hộ anh Hùng việc 12 xong rồi", done(12, person="anh Hùng")),
    ("ghi cho anh Phúc việc 52 xong nhé", done(52, person="anh Phúc")),
    ("chị Lan báo 7 xong", done(7, person="chị Lan")),
    ("anh Phúc gọi điện báo 52 xong rồi", done(52, person="anh Phúc")),
    ("57 chị Lan xong rồi", done(57, person="chị Lan")),
    ("ghi hộ Lan 7 xong", done(7, person="Lan")),
    ("cập nhật giúp chị Hoa việc 5 60%", progress(5, person="chị Hoa", percent=60)),
    ("nhập giúp cô Mai việc 9 hoàn thành", done(9, person="cô Mai")),
    ("báo hộ chị Lan việc 52 xong", done(52, person="chị Lan")),
    ("chị Lan nhờ báo xong 7", done(7, person="chị Lan")),
    (
        "chị Lan nhờ em báo xong việc 14 kèm QĐ 90/QĐ-UBND",
        done(14, person="chị Lan", evidence="QĐ 90/QĐ-UBND"),
    ),
    ("ghi giúp phòng kinh tế: việc 8 đạt 45%", progress(8, percent=45, **KT)),
    ("ghi hộ phòng kinh tế việc 8 xong", done(8, **KT)),
    ("anh Phúc xong việc 52 rồi", done(52, person="anh Phúc")),
    ("tháng 9 ghi hộ Vinh: 26 đang lấy ý kiến", progress(26, person="Vinh", period="2025-09", text="đang lấy ý kiến")),
]
#: Why a head types it, or for whom, said around what is told.
AROUND = [
    ("17 chờ Sở, ghi vậy cho Lan nhé", progress(17, person="Lan", text="chờ Sở")),
    ("48 phát 300 tờ, ghi giùm Phúc", progress(48, person="Phúc", text="phát 300 tờ")),
    ("ghi hộ Lan: 7 họp 3 lần, ghi vậy nha", progress(7, person="Lan", text="họp 3 lần")),
    ("Vinh đang đi công tác, chị báo thay: 23 66%", progress(23, person="Vinh", percent=66)),
    ("chị Mai nghỉ, chị ghi thay: 9 theo dõi 12 vb", progress(9, person="chị Mai", text="theo dõi 12 vb")),
    ("mạng chập chờn, anh ghi hộ Hoa luôn: 31 76%", progress(31, person="Hoa", percent=76)),
    ("12 đã họp, ghi biên bản cho Lan", progress(12, text="đã họp, ghi biên bản cho Lan")),
    ("48 phát 300 tờ, báo cáo giúp Sở", progress(48, text="phát 300 tờ, báo cáo giúp Sở")),
]


@pytest.mark.parametrize(("text", "meant"), AROUND)
def test_what_is_said_around_it_is_no_part_of_it(text: str, meant: Told) -> None:
    understood = read(text, "unit_head")
    assert told(understood) == [meant] and understood.sure


HEARD = split(
    "Hùng bảo xong 12 rồi nhé | anh Hùng bảo việc 12 xong rồi | chị Lan nói việc 7 xong rồi | Lan bảo xong 12 rồi"
)
OWN = split(
    "ghi giúp em việc 12 xong | ghi giúp chị việc 12 xong nhé | ghi giúp việc 12 xong | anh Tâm ơi việc 12 xong rồi | Em xong 12 rồi"
    " | Việc 12 xong | anh xong 12 rồi"
)


@pytest.mark.parametrize(("text", "act"), FOR_ANOTHER)
@pytest.mark.parametrize("role", ["staff", "keeper"])
def test_it_is_recorded_for_whom_it_names(text: str, act: Told, role: str) -> None:
    for typed, expected in ((text, [act]), (bare(text), bare_told([act]))):
        assert told(read(typed, role)) == expected


@pytest.mark.parametrize("role", ["staff", "unit_head", "keeper"])
@pytest.mark.parametrize("text", HEARD)
def test_hearsay_is_asked_about_with_whose_it_is(text: str, role: str) -> None:
    understood = read(text, role)
    assert not understood.sure
    assert [act.slots.person for act in understood.readings] == [text.split(" bảo")[0].split(" nói")[0]]


@pytest.mark.parametrize("text", OWN)
def test_a_favour_asked_of_the_bot_is_for_oneself(text: str) -> None:
    for typed in (text, bare(text)):
        assert told(read(typed)) == [says("done", 12)]


@pytest.mark.parametrize(
    "text",
    split("ghi hộ Vinh: tắt nhắc | ghi hộ Lan: đổi giờ nhắc sang 9h | ghi hộ Lan: nhắc hết | ghi hộ Lan: hoàn tác"),
)
def test_what_only_he_himself_can_say_is_done_for_nobody(text: str) -> None:
    for typed in (text, bare(text)):
        assert told(read(typed, "keeper")) == [says("not_understood")]


def test_what_is_asked_about_stays_with_whom_it_names() -> None:
    understood = read("ghi hộ chị Lan việc 7 xong 12 tổ", "keeper")
    assert not understood.sure
    assert {act.slots.person for act in understood.readings} == {"chị Lan"}


def test_what_somebody_asks_for_himself_is_a_wish_whoever_types_it() -> None:
    assert told(read("anh Phúc nhắn là 52 xin lùi đến 5/12 vì ốm", "keeper")) == [
        says("extend_request", 52, person="anh Phúc", date="2025-12-05", reason="ốm")
    ]
    assert told(read("em nộp cho chị Hoa việc 12 xong rồi")) == [done(12)]


def test_a_denial_in_bare_letters_names_nobody() -> None:
    assert all(act.slots.person is None for act in read("Dung bao xong viec 25 nhe", "unit_head").acts)
    assert all(act.slots.person is None for act in read("Đừng báo xong việc 25 nhé", "unit_head").acts)


NUMBER_IN_FRONT: list[tuple[str, Told]] = [
    ("ghi hộ Hoa 46: 5 thủ tục", progress(46, person="Hoa", text="5 thủ tục")),
    ("anh ghi hộ chị Hoa việc 46: 5 thủ tục", progress(46, person="chị Hoa", text="5 thủ tục")),
    ("ghi cho Phúc 52: xong", done(52, person="Phúc")),
    ("cập nhật hộ Lan 7, 8: không phát sinh", says("none_arose", 7, 8, person="Lan")),
]


@pytest.mark.parametrize(("text", "act"), NUMBER_IN_FRONT, ids=[text for text, _ in NUMBER_IN_FRONT])
def test_the_number_may_stand_before_the_colon(text: str, act: Told) -> None:
    assert told(read(text, "unit_head")) == [act]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Mai xong 10 rồi", done(10, person="Mai")),
        ("Mai đã xong 10", done(10, person="Mai")),
        ("Thu xong 41 rồi", done(41, person="Thu")),
        ("Tâm xong 7 rồi", done(7, person="Tâm")),
    ],
)
def test_a_name_that_is_another_word_in_small_letters(text: str, act: Told) -> None:
    assert told(read(text, "office_head")) == [act]


@pytest.mark.parametrize(
    "text", split("Mai xong 10 nhé | mai xong 10 rồi | Mai xong 10 rồi em báo | mai xong 10 | tạm xong 7")
)
def test_tomorrow_is_nobody(text: str) -> None:
    assert "done" not in [intent for intent, _ in told(read(text, "office_head"))]
