"""Handing work to a unit by its new or its old name, after it was renamed, merged or split."""

import pytest

from storage.kinds import EventKind
from tests.bot.talk import Talk
from tests.bot.usecases.test_units import admin, unit_of
from tests.engines import ON_BOTH

__all__ = ["admin"]
Duties = dict[int, int]


def changes(talk: Talk, text: str) -> None:
    talk.say("Minh", text)
    talk.say("Minh", "đồng ý")


@pytest.fixture
def parted(admin: Talk) -> Talk:
    """VHXH is two units; its people and their work went to one of them."""
    changes(admin, "tách phòng VHXH thành phòng Văn hóa và phòng Xã hội")
    assert "đã chia xong" in (admin.say("Minh", "Lan, Tâm, Quân sang phòng Văn hóa") or "")
    return admin


@pytest.mark.parametrize(
    ("change", "names", "now"),
    [
        ("đổi tên phòng VHXH thành phòng Xã hội", ("phòng Xã hội", "phòng VHXH", "XH"), "Phòng Xã hội"),
        (
            "hợp nhất phòng VHXH với phòng KT thành phòng Kinh tế – Xã hội",
            ("phòng Kinh tế – Xã hội", "phòng VHXH", "phòng KT", "phong kinh te xa hoi"),
            "Phòng Kinh tế – Xã hội",
        ),
    ],
)
def test_the_unit_is_found_by_every_name_it_has_or_had(
    admin: Talk, duties: Duties, change: str, names: tuple[str, ...], now: str
) -> None:
    changes(admin, change)
    for name in names:
        answer = admin.say("Hà", f"giao 8 cho {name}") or ""
        assert f"việc 8 đang của {now} rồi nên em giữ nguyên" in answer, name
        assert 'ví dụ: "giao 8 cho Lan"' in answer
    assert "Lan" not in (admin.say("Minh", f"giao 8 cho {names[0]}") or "")  # he hands nothing out
    assert "theo bản kế hoạch" in (admin.say("Hà", f"giao 57 cho {names[0]}") or "")  # another unit leads that one


@ON_BOTH
def test_after_a_split_work_goes_on_to_the_other_part(parted: Talk, duties: Duties) -> None:
    assert unit_of(parted, duties[8]) == "Phòng Văn hóa"
    answer = parted.say("Hà", "giao 8 cho phòng Xã hội") or ""
    assert answer == 'Dạ, em đã chuyển việc 8 sang Phòng Xã hội. Nếu nhầm, chị nhắn "hoàn tác".'
    assert unit_of(parted, duties[8]) == "Phòng Xã hội" and parted.duty(duties[8]).person_id is None
    assert parted.events()[-1].kind is EventKind.UNIT_CHANGED
    parted.say("Hà", "hoàn tác")
    assert unit_of(parted, duties[8]) == "Phòng Văn hóa"
    assert parted.duty(duties[8]).person_id == parted.ward.staff["Lan"]


def test_the_old_name_of_a_split_unit_asks_which_part_is_meant(parted: Talk, duties: Duties) -> None:
    asked = parted.say("Hà", "giao 8 cho phòng VHXH") or ""
    assert "Phòng VHXH đã tách thành Phòng Văn hóa; Phòng Xã hội; em chưa chuyển việc 8. Chị chọn: VH · XH" in asked
    assert unit_of(parted, duties[8]) == "Phòng Văn hóa"
    parted.say("Hà", "XH")
    assert unit_of(parted, duties[8]) == "Phòng Xã hội"


def test_who_may_not_change_units_moves_no_work_between_them(parted: Talk, duties: Duties) -> None:
    before = len(parted.events())
    for name in ("Quân", "Tâm", "Lan"):
        assert "giao 8 cho" not in (parted.say(name, "giao 8 cho phòng Xã hội") or "")
    assert unit_of(parted, duties[8]) == "Phòng Văn hóa" and len(parted.events()) == before
    assert "do quản trị hoặc Chánh Văn phòng thay đổi" in (parted.say("Quân", "giao 8 cho phòng Xã hội") or "")


@pytest.mark.parametrize("who", ["Hà", "Minh"])
@pytest.mark.parametrize(
    "text",
    ["7 8 phòng Xã hội", "7, 8 phòng Xã hội nhé em", "phòng Xã hội: 7, 8", "phòng Xã hội lấy 7 8", "7 8 phong xa hoi"],
)
def test_which_part_the_work_goes_to_is_told_in_the_fewest_words(
    parted: Talk, duties: Duties, text: str, who: str
) -> None:
    asked = parted.say(who, text) or ""
    assert "Việc 7, 8: giao cho " in asked and "phải không ạ?" in asked, asked
    assert unit_of(parted, duties[8]) == "Phòng Văn hóa" and not parted.entries(duties[7])
    parted.say(who, "đúng")
    assert {unit_of(parted, duties[n]) for n in (7, 8)} == {"Phòng Xã hội"}
    parted.say(who, "hoàn tác")
    assert {unit_of(parted, duties[n]) for n in (7, 8)} == {"Phòng Văn hóa"}
