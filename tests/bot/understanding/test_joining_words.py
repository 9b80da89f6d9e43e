"""Joining, leaving, channels and an office's first day: what is said of them, and what only sounds like it."""

from typing import Any

import pytest

from bot.understanding.rules.join import Claim, Verdict, claimed, verdict
from tests.bot.understanding.reading import DIRECTORY, bare, intents, read, split

LIVE = split(
    """cho chạy | cho chạy thật | cho chạy đi em | cho chạy thật đi | chạy thật đi em | cho bot chạy đi | ok, cho chạy nhé | dạ cho chạy ạ
    bắt đầu cho chạy | chính thức cho chạy | hết chạy thử | kết thúc chạy thử | ngừng chạy thử, gửi thật | dừng giai đoạn chạy thử | cho hệ thống chạy chính thức"""
)
NOT_LIVE = split(
    """cho chạy chưa? | cho chạy được chưa | chưa cho chạy | khoan cho chạy | đừng cho chạy vội | bao giờ cho chạy? | khi nào cho chạy thật | cho chạy lại việc 12
    việc 12 cho chạy thử rồi | máy in chạy rồi | cho chạy thử phần mềm | kết thúc chạy thử phần mềm một cửa | đã cho chạy thử | cho anh Nam chạy việc này | chạy"""
)
NOT_IN = split(
    """ai chưa kết nối | ai chưa kết nối? | những ai chưa kết nối | còn ai chưa kết nối bot | ai chưa vào bot | có những ai chưa tham gia bot | đã kết nối được mấy người
    danh sách chưa kết nối | tình hình kết nối | ai đã kết nối rồi | ai đang chờ kết nối | ai xin kết nối | phòng VHXH ai chưa kết nối | ai chưa kết nối zalo | bao nhiêu người chưa kết nối"""
)
NOT_ABOUT_IN = split(
    """ai chưa tham gia tập huấn | ai chưa kết nối mạng | ai chưa nộp tin | ai chưa kết nối máy in | phòng nào chưa kết nối phần mềm một cửa
    việc 12 kết nối dữ liệu dân cư | đã kết nối liên thông với Sở | ai chưa trả lời"""
)
PUT_OUT: list[tuple[str, str]] = [
    ("ngắt kết nối của Thảo", "Thảo"),
    ("ngắt kết nối chị Thảo", "chị Thảo"),
    ("ngắt kết nối Telegram của anh Vinh", "anh Vinh"),
    ("hủy kết nối của chị Lan giúp em", "chị Lan"),
    ("thu hồi kết nối của Vinh", "Vinh"),
    ("thu hồi quyền truy cập của anh Vinh", "anh Vinh"),
    ("em ngắt kết nối của Dương Thị Thảo nhé", "Dương Thị Thảo"),
    ("khóa tài khoản Zalo của anh Vinh", "anh Vinh"),
    ("cho chị Lan ra khỏi bot", "chị Lan"),
]
NOBODY_OUT = split(
    """ngắt kết nối mạng | hủy kết nối với Sở | ngắt kết nối máy in phòng họp | đã ngắt kết nối hệ thống cũ | việc 12 ngắt kết nối chị Lan | ngắt kết nối của chị Lan chưa?
    xóa việc 12 của chị Lan | khóa sổ của chị Lan | cho chị Lan nghỉ | cho chị Lan việc 7"""
)
BY_CHANNEL = [
    ("nhắc tôi qua Zalo", "zalo"),
    ("nhắc em qua zalo nhé", "zalo"),
    ("từ nay nhắn tôi bằng Telegram", "telegram"),
    ("từ nay nhắc em qua tele thôi", "telegram"),
    ("gửi tin cho tôi qua Zalo", "zalo"),
    ("chuyển sang Zalo", "zalo"),
    ("đổi kênh nhắc sang Telegram", "telegram"),
    ("em muốn nhận tin qua Zalo", "zalo"),
    ("nhắc việc cho em trên Telegram nhé", "telegram"),
    ("dùng Zalo", "zalo"),
]
NO_CHANNEL = split(
    """em gửi qua Zalo rồi ạ | nhắc anh Vinh qua Zalo | em nhắn anh Tâm qua zalo rồi | gửi file qua zalo cho em với | đăng tin lên Zalo OA | xong 7, em gửi Zalo rồi
    nhắc tôi qua Zalo được không? | có nhắc qua Zalo không | soạn tin Zalo | nhóm Zalo phòng | zalo | việc 8 đăng 3 tin trên Zalo"""
)


def only(intent: str, text: str, role: str = "office_head") -> dict[str, Any]:
    found = read(text, role)
    assert found.sure and [act.intent.value for act in found.acts] == [intent], (text, found)
    return found.acts[0].slots.as_json()


@pytest.mark.parametrize("text", LIVE)
def test_an_office_goes_live(text: str) -> None:
    only("go_live", text)
    only("go_live", bare(text))


@pytest.mark.parametrize("text", NOT_LIVE)
def test_what_does_not_begin_anything(text: str) -> None:
    assert "go_live" not in intents(text, "office_head") + intents(bare(text), "office_head")


@pytest.mark.parametrize("text", NOT_IN)
def test_who_is_not_in(text: str) -> None:
    only("not_joined", text)
    only("not_joined", bare(text))


@pytest.mark.parametrize("text", NOT_ABOUT_IN)
def test_who_is_asked_for_in_other_things(text: str) -> None:
    assert "not_joined" not in intents(text, "office_head") + intents(bare(text), "office_head")


def test_of_one_unit() -> None:
    assert only("not_joined", "phòng VHXH ai chưa kết nối")["unit_full"] == "Phòng Văn hóa – Xã hội"
    assert only("not_joined", "ai phòng Văn hóa chưa kết nối")["unit_full"] == "Phòng Văn hóa – Xã hội"


@pytest.mark.parametrize(("text", "who"), PUT_OUT)
def test_somebody_is_put_out(text: str, who: str) -> None:
    assert only("disconnect", text) == {"person": who}
    assert only("disconnect", bare(text)) == {"person": bare(who)}


@pytest.mark.parametrize("text", NOBODY_OUT)
def test_nobody_is_put_out(text: str) -> None:
    assert "disconnect" not in intents(text, "office_head") + intents(bare(text), "office_head")


@pytest.mark.parametrize("text", ["ngắt kết nối của tôi", "hủy kết nối của em"])
def test_one_s_own_connection(text: str) -> None:
    assert only("disconnect", text) == {"mode": "own"}


@pytest.mark.parametrize(("text", "channel"), BY_CHANNEL)
@pytest.mark.parametrize("role", ["staff", "office_head"])
def test_by_which_channel(text: str, channel: str, role: str) -> None:
    assert only("choose_channel", text, role) == {"channel": channel}
    assert only("choose_channel", bare(text), role) == {"channel": channel}


@pytest.mark.parametrize("text", NO_CHANNEL)
def test_no_wish_for_a_channel(text: str) -> None:
    for role in ("staff", "office_head"):
        assert "choose_channel" not in intents(text, role) + intents(bare(text), role)


VHXH, KT = "Phòng Văn hóa – Xã hội", "Phòng Kinh tế, Hạ tầng và Đô thị"
CLAIMS: list[tuple[str, str, tuple[str, ...]]] = [
    ("em là Nguyễn Thị Lan phòng Kinh tế", "Nguyễn Thị Lan", (KT,)),
    ("tôi là Nguyễn Thị Lan, phòng VHXH", "Nguyễn Thị Lan", (VHXH,)),
    ("Nguyễn Thị Lan - VHXH", "Nguyễn Thị Lan", (VHXH,)),
    ("Nguyễn Thị Lan, Phòng Văn hóa – Xã hội", "Nguyễn Thị Lan", (VHXH,)),
    ("Nguyễn Thị Lan (phòng văn hóa)", "Nguyễn Thị Lan", (VHXH,)),
    ("Đặng Quang Vinh phòng KT", "Đặng Quang Vinh", (KT,)),
    ("họ tên: Nguyễn Thị Lan, phòng: VHXH", "Nguyễn Thị Lan", (VHXH,)),
    ("chào bot, tôi là Trần Minh Tâm, trưởng phòng Văn hóa xã hội", "Trần Minh Tâm", (VHXH,)),
    ("dạ em tên là Nguyễn Thị Lan bên phòng văn hóa ạ", "Nguyễn Thị Lan", (VHXH,)),
    ("em là Nguyễn Thị Lan phòng VHXH, cho em kết nối với ạ", "Nguyễn Thị Lan", (VHXH,)),
    ("tôi là Phạm Thị Ngọc Ánh, phó chủ tịch", "Phạm Thị Ngọc Ánh", ("",)),
    ("Nguyễn Thị Lan phòng Tài chính", "Nguyễn Thị Lan", ()),
    ("em là Trịnh Đình Khoa, phòng Kinh tế", "Trịnh Đình Khoa", (KT,)),
    ("Trịnh Đình Khoa phòng Kinh tế", "Trịnh Đình Khoa", (KT,)),
    ("tôi là Lê Đình Phong, VHXH", "Lê Đình Phong", (VHXH,)),
    ("Tô Thị Hồng, phòng VHXH", "Tô Thị Hồng", (VHXH,)),
]
NO_CLAIMS = split(
    """em hỏi phòng kinh tế ở đâu | cho hỏi số phòng văn hóa | xin chào | phòng kinh tế | em là Lan phòng kinh tế | tôi muốn nộp hồ sơ phòng một cửa | Nguyễn Thị Lan
    phòng VHXH có bao nhiêu người? | Nguyễn Thị Lan phòng VHXH phải không? | tình hình phòng VHXH | ABCD2345 | tôi là ai"""
)


@pytest.mark.parametrize(("text", "name", "units"), CLAIMS)
def test_who_a_stranger_says_he_is(text: str, name: str, units: tuple[str, ...]) -> None:
    assert claimed(text, DIRECTORY) == Claim(name, units)
    plain = claimed(bare(text), DIRECTORY)
    assert plain == Claim(bare(name), units)


@pytest.mark.parametrize("text", NO_CLAIMS)
def test_what_says_nobody_s_name(text: str) -> None:
    assert claimed(text, DIRECTORY) is None and claimed(bare(text), DIRECTORY) is None


VERDICTS: list[tuple[str, Verdict]] = [
    ("nhận", Verdict(True)),
    ("không", Verdict(False)),
    ("không nhận", Verdict(False)),
    ("từ chối", Verdict(False)),
    ("nhận 2", Verdict(True, (2,))),
    ("nhận 2, 3", Verdict(True, (2, 3))),
    ("không 2", Verdict(False, (2,))),
    ("nhận hết", Verdict(True, everybody=True)),
    ("nhận chị Lan", Verdict(True, person="chị Lan")),
    ("cho chị Lan vào", Verdict(True, person="chị Lan", plain=True)),
    ("ok cho Khoa vô", Verdict(True, person="Khoa", plain=True)),
    ("cho Khoa vô đi", Verdict(True, person="Khoa", plain=True)),
    ("nhận kết nối 3", Verdict(True, (3,), plain=True)),
    ("từ chối kết nối 3", Verdict(False, (3,), plain=True)),
    ("từ chối hết", Verdict(False, everybody=True)),
    ("ko nhận ai hết", Verdict(False, everybody=True)),
    ("ko phải, từ chối nhé", Verdict(False)),
    ("đúng người rồi, nhận", Verdict(True)),
    ("chị Lan phòng anh đấy, nhận đi", Verdict(True, person="chị Lan")),
    ("ok cho Lan vô", Verdict(True, person="Lan", plain=True)),
    ("cho Lan vào nhé, máy mới của Lan đó", Verdict(True, person="Lan", plain=True)),
]
RIGHT_ONE = split("đúng rồi | đúng nhân viên chị đó | đúng người phòng chị rồi em | vâng đúng người rồi | đúng")
NO_VERDICTS = split(
    """đúng nhận xét là như thế | đúng nhắc anh Vinh đi | đúng hạn | anh Vinh xong việc đó, duyệt | đúng rồi, việc 7 xong | không nhận được tin | đúng không
    nhận việc 2 | nhận rồi | nhận được rồi | đã nhận | duyệt | duyệt 3 | cho | ok | không phát sinh | không phát sinh 3 | nhận xét việc 12 | đồng ý lùi 10 | không lùi 10
    nhận không? | nhận chị Xuyến | không biết nữa | vâng | có"""
)


@pytest.mark.parametrize("text", RIGHT_ONE)
def test_that_it_is_he_is_no_refusal(text: str) -> None:
    assert verdict(text, DIRECTORY) == Verdict(True, right_one=True)


@pytest.mark.parametrize(("text", "expected"), VERDICTS)
def test_who_is_let_in(text: str, expected: Verdict) -> None:
    assert verdict(text, DIRECTORY) == expected
    assert verdict(bare(text), DIRECTORY) == Verdict(
        expected.admits, expected.numbers, bare(expected.person), expected.everybody, expected.plain
    )


def test_yes_with_respect() -> None:
    assert verdict("dạ nhận ạ", DIRECTORY) == Verdict(True)


@pytest.mark.parametrize("text", NO_VERDICTS)
def test_what_lets_nobody_in(text: str) -> None:
    assert verdict(text, DIRECTORY) is None and verdict(bare(text), DIRECTORY) is None


def test_a_name_given_by_who_is_in() -> None:
    assert only("join", "em là Nguyễn Thị Lan phòng VHXH") == {"person": "Nguyễn Thị Lan"}


NO_INTRODUCTION = split(
    """Nguyễn Thị Lan phòng VHXH xong việc 7 | em là Lan phòng VHXH, xong việc 7 | em là Nguyễn Thị Lan phòng VHXH, xong 7 | mai em họp phòng VHXH | mai phòng VHXH họp
    do phòng Kinh tế chưa gửi | em là chuyên viên phòng VHXH | nhắc Nguyễn Thị Lan phòng VHXH | giao Nguyễn Thị Lan phòng VHXH việc 7 | Nguyễn Thị Lan phòng VHXH nghỉ ngày mai"""
)


@pytest.mark.parametrize("text", NO_INTRODUCTION)
def test_a_name_beside_work_is_no_introduction(text: str) -> None:
    assert "join" not in intents(text, "office_head") + intents(bare(text), "office_head")


ECONOMY = "Phòng Kinh tế, Hạ tầng và Đô thị"
SHORT_KINDS = [
    ("em la Trinh Dinh Khoa p kinh te", "Trinh Dinh Khoa", ECONOMY),
    ("em là Trịnh Đình Khoa p.Kinh tế", "Trịnh Đình Khoa", ECONOMY),
    ("Trịnh Đình Khoa P. KT", "Trịnh Đình Khoa", ECONOMY),
    ("Trịnh Đình Khoa p KT", "Trịnh Đình Khoa", ECONOMY),
    ("Trịnh Đình Khoa, p. VHXH", "Trịnh Đình Khoa", "Phòng Văn hóa – Xã hội"),
    ("Nguyễn Thị Lan p. văn hóa", "Nguyễn Thị Lan", "Phòng Văn hóa – Xã hội"),
    ("Nguyễn Văn Tổ P KT", "Nguyễn Văn Tổ", ECONOMY),
    ("Nguyễn Thị Lan TT PVHCC", "Nguyễn Thị Lan", "Trung tâm Phục vụ hành chính công"),
    ("Trịnh Đình Khoa, phòng Kinh tế", "Trịnh Đình Khoa", ECONOMY),
    ("Trịnh Đình Khoa - P. KT", "Trịnh Đình Khoa", ECONOMY),
    ("Trịnh Đình Khoa T.T PVHCC", "Trịnh Đình Khoa", "Trung tâm Phục vụ hành chính công"),
    ("Trịnh Đình Khoa TT. PVHCC", "Trịnh Đình Khoa", "Trung tâm Phục vụ hành chính công"),
    ("Trịnh Đình Khoa Tr. tâm PVHCC", "Trịnh Đình Khoa", "Trung tâm Phục vụ hành chính công"),
    ("Trịnh Đình Khoa V.P", "Trịnh Đình Khoa", "Văn phòng"),
]


@pytest.mark.parametrize(("text", "name", "unit"), SHORT_KINDS)
def test_a_short_word_for_the_kind_of_unit_takes_nothing_from_the_name(text: str, name: str, unit: str) -> None:
    assert claimed(text, DIRECTORY) == Claim(name, (unit,))
    assert claimed(bare(text), DIRECTORY) == Claim(bare(name), (unit,))
