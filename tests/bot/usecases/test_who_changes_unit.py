"""Who comes into another unit hears of it, and can be changed back."""

from datetime import timedelta

import pytest
from sqlmodel import select

from storage.database import transaction
from storage.models.organisation import Agency, Membership
from tests.bot.talk import Talk
from tests.bot.usecases.test_units import admin, in_unit
from tests.engines import ON_BOTH

__all__ = ["admin"]
Duties = dict[int, int]


@ON_BOTH
def test_who_changes_his_unit_hears_of_it_at_once_and_when_it_is_taken_back(admin: Talk, duties: Duties) -> None:
    admin.say("Minh", "chuyển chị Lan sang phòng KT")
    assert admin.told("Lan") == [
        "Anh Minh chuyển chị sang Phòng Kinh tế, Hạ tầng và Đô thị. "
        "Việc 2, 7, 8, 17, 18 vẫn của Phòng Văn hóa – Xã hội, chị giữ đến khi giao lại."
    ]
    admin.say("Minh", "hoàn tác")
    assert "đơn vị của chị lại như trước" in admin.told("Lan")[-1]
    admin.say("Minh", "nhập phòng KT vào phòng VHXH")
    admin.say("Minh", "đồng ý")
    merged = "Anh Minh nhập Phòng Kinh tế, Hạ tầng và Đô thị vào Phòng Văn hóa – Xã hội; từ hôm nay"
    assert [admin.told(name)[-1].startswith(merged) for name in ("Thu", "Vinh")] == [True, True]
    assert len(admin.told("Lan")) == 2 and admin.told("Minh") == []  # her unit is the same
    admin.say("Minh", "tách trung tâm hành chính công thành Bộ phận Một cửa và Tổ Số hóa")
    admin.say("Minh", "đồng ý")
    assert admin.told("Hoa") == []  # where to is not yet said
    admin.say("Minh", "Hoa sang Tổ Số hóa làm trưởng")
    assert admin.told("Hoa") == ["Anh Minh chuyển chị sang Tổ Số hóa. Chị là trưởng đơn vị. Việc đi theo: 30."]


@pytest.mark.parametrize("later", [timedelta(), timedelta(days=1)])
def test_while_the_office_is_on_trial_a_person_is_changed_back_as_ever(
    admin: Talk, duties: Duties, later: timedelta
) -> None:
    """Set up today, so that every membership begins today."""
    with transaction(admin.ward.engine) as session:
        session.get_one(Agency, admin.ward.agency_id).trial_since = admin.now.date()
        for member in session.exec(select(Membership)):
            member.from_on = admin.now.date()
    for there, back in (
        ("sang phòng KT", "về lại phòng VHXH"),
        ("sang trung tâm hành chính công", "quay lại phòng VHXH"),
    ):
        admin.say("Minh", f"chuyển chị Lan {there}")
        assert in_unit(admin, "Lan") != ["Phòng Văn hóa – Xã hội"]
        admin.now += later
        assert "chị Lan về Phòng Văn hóa – Xã hội" in (admin.say("Minh", f"chuyển chị Lan {back}") or "")
        assert in_unit(admin, "Lan") == ["Phòng Văn hóa – Xã hội"]
