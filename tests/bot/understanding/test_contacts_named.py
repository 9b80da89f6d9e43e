"""Who answers for a unit: named, taken away, asked for; and the contacts of others that are only spoken of."""

from typing import Any

import pytest

from tests.bot.understanding.reading import bare, bare_told, read, says, split, told

KT, VHXH = "Phòng Kinh tế, Hạ tầng và Đô thị", "Phòng Văn hóa – Xã hội"
NAMED: list[tuple[str, dict[str, Any]]] = [
    ("đầu mối phòng Kinh tế của kế hoạch CCHC là Thu", {"unit": "phòng Kinh tế", "unit_full": KT, "person": "Thu", "plan": "CCHC"}),
    ("đầu mối phòng KT của kế hoạch 12 là chị Thu", {"unit": "phòng KT", "unit_full": KT, "person": "chị Thu", "plan": "12"}),
    ("đầu mối kế hoạch CCHC của phòng KT: anh Vinh", {"unit": "phòng KT", "unit_full": KT, "person": "anh Vinh", "plan": "CCHC"}),
    ("đầu mối của phòng mình là chị Lan", {"person": "chị Lan"}),
    ("đầu mối phòng VHXH là chị Lan", {"unit": "phòng VHXH", "unit_full": VHXH, "person": "chị Lan"}),
    ("đổi đầu mối phòng VHXH sang chị Lan", {"unit": "phòng VHXH", "unit_full": VHXH, "person": "chị Lan"}),
    ("cử chị Lan làm đầu mối kế hoạch CCHC", {"person": "chị Lan", "plan": "CCHC"}),
    ("giao chị Lan đầu mối kế hoạch CCHC", {"person": "chị Lan", "plan": "CCHC"}),
    ("đầu mối kế hoạch CCHC phòng KT -> Vinh", {"unit": "phòng KT", "unit_full": KT, "person": "Vinh", "plan": "CCHC"}),
    ("giao anh Vinh làm đầu mối phòng KT", {"unit": "phòng KT", "unit_full": KT, "person": "anh Vinh"}),
    ("đầu mối tin bài phòng VHXH là chị Lan", {"unit": "phòng VHXH", "unit_full": VHXH, "person": "chị Lan"}),
    ("đầu mối tin bài là Lan", {"person": "Lan"}),
    ("đầu mối tin bài của phòng là Lan", {"person": "Lan"}),
    ("đầu mối KH CCHC 2025 của VHXH là Lan", {"unit": "VHXH", "unit_full": VHXH, "person": "Lan", "plan": "CCHC 2025"}),
    ("đầu mối KH CCHC của VHXH là Lan", {"unit": "VHXH", "unit_full": VHXH, "person": "Lan", "plan": "CCHC"}),
    ("đầu mối CCHC của VHXH là Lan", {"unit": "VHXH", "unit_full": VHXH, "person": "Lan", "plan": "CCHC"}),
    ("từ nay đầu mối phòng VHXH là chị Lan nhé", {"unit": "phòng VHXH", "unit_full": VHXH, "person": "chị Lan"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "slots"), NAMED, ids=[text for text, _ in NAMED])
def test_a_contact_is_named(text: str, slots: dict[str, Any]) -> None:
    expected = [says("assign", mode="contact", **slots)]
    understood = read(text, "unit_head")
    assert told(understood) == expected and understood.sure
    assert bare_told(told(read(bare(text), "unit_head"))) == bare_told(expected)
    assert read(text, "unit_head").acts[0].slots.which == ("news" if "tin bài" in text else None)
    assert all(act.slots.mode != "contact" for act in read(text, "staff").acts)


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("bỏ đầu mối phòng VHXH", {"unit": "phòng VHXH", "unit_full": VHXH, "mode": "remove"}),
        ("bỏ đầu mối kế hoạch CCHC của phòng KT", {"unit": "phòng KT", "unit_full": KT, "plan": "CCHC", "mode": "remove"}),
        ("đầu mối phòng VHXH là ai?", {"unit": "phòng VHXH", "unit_full": VHXH}),
        ("ai là đầu mối kế hoạch CCHC", {"plan": "CCHC"}),
        ("ai đang làm đầu mối phòng KT vậy em", {"unit": "phòng KT", "unit_full": KT}),
        ("đầu mối cchc của KT là ai", {"unit": "KT", "unit_full": KT, "plan": "cchc"}),
        ("ai là đầu mối chuyển đổi số", {"plan": "chuyển đổi số"}),
        ("ai là trưởng phòng KT", {"unit": "phòng KT", "unit_full": KT}),
        ("trưởng phòng KT là ai", {"unit": "phòng KT", "unit_full": KT}),
        ("ai phụ trách KT", {"unit": "KT", "unit_full": KT}),
        ("cơ quan mình gồm phòng nào", {}),
        ("cơ quan mình có những phòng nào", {}),
        ("có mấy phòng", {}),
        ("xem đầu mối", {}),
        ("danh sách đầu mối các phòng", {}),
        ("đầu mối các phòng", {}),
    ],
)  # fmt: skip
def test_a_contact_is_taken_away_or_asked_for(text: str, slots: dict[str, Any]) -> None:
    for typed in (text, bare(text)):
        assert bare_told(told(read(typed, "office_head"))) == bare_told([says("unit_contact", **slots)])


OTHERS = """
chị Lan làm đầu mối rồi | giao 57 cho Hoa làm đầu mối | 12 đang liên hệ đầu mối của Sở | việc 7 vướng do đầu mối Sở nghỉ
đã gửi đầu mối phòng KT | đầu mối của Sở là anh Bình | chờ đầu mối phòng KT trả lời | đầu mối bên tỉnh là chị Hạnh, Sở Nội vụ
nghe nói chị Lan làm đầu mối phòng VHXH | đầu mối phòng VHXH là chị Lan hay anh Quân? | xong 12 gửi đầu mối CCHC | chị Lan đang làm đầu mối phòng VHXH
"""


@pytest.mark.parametrize("text", split(OTHERS))
def test_other_contacts_change_nothing(text: str) -> None:
    for typed in (text, bare(text)):
        understood = read(typed, "office_head")
        assert all(act.slots.mode not in ("contact", "remove") for act in understood.acts), told(understood)
