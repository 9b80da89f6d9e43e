"""An order to many is never wider than said: what narrows it or spares somebody is taken up, or asked about."""

from typing import Any

import pytest

from tests.bot.understanding.reading import bare, read, split

KT, VHXH, TT = "Phòng Kinh tế, Hạ tầng và Đô thị", "Phòng Văn hóa – Xã hội", "Trung tâm Phục vụ hành chính công"
SPARED: list[tuple[str, dict[str, Any]]] = [
    ("duyệt hết trừ việc của Lan", {"but_people": ("Lan",)}),
    ("duyệt hết trừ của chị Lan nhé", {"but_people": ("chị Lan",)}),
    ("duyệt hết trừ Lan", {"but_people": ("Lan",)}),
    ("duyệt tất cả, trừ các việc của anh Quân", {"but_people": ("anh Quân",)}),
    ("đồng ý hết ngoại trừ phòng KT và chị Lan", {"but_people": ("chị Lan",), "but_units": (KT,)}),
    ("duyệt hết trừ 7 và của Lan", {"all_except": (7,), "but_people": ("Lan",)}),
    ("duyệt hết ngoài việc của Lan", {"but_people": ("Lan",)}),
    ("duyệt hết mục A.I trừ 2", {"code": "A.I", "all_except": (2,)}),
    ("duyệt hết của phòng KT trừ Vinh", {"unit_full": KT, "but_people": ("Vinh",)}),
]
NARROWED: list[tuple[str, dict[str, Any]]] = [
    ("duyệt hết mục A.II", {"code": "A.II"}),
    ("duyệt hết các việc mục A.I", {"code": "A.I"}),
    ("duyệt hết của Lan và Quân", {"people": ("Lan", "Quân")}),
    ("duyệt hết các việc do chị Lan báo", {"person": "chị Lan"}),
    ("duyệt hết VHXH", {"unit_full": VHXH}),
    ("duyệt hết của phòng VHXH với KT", {"units": (VHXH, KT)}),
    ("duyệt các việc của Lan", {"person": "Lan"}),
    ("chỉ duyệt của Lan", {"person": "Lan"}),
    ("duyệt các việc mục A.II", {"code": "A.II"}),
]
ALL = """
duyệt hết | duyệt hết nhé em | duyệt tất cả các việc đang chờ | đồng ý hết | thông qua hết | duyệt hết mọi việc
duyệt toàn bộ báo cáo của các phòng | anh duyệt hết rồi nhé | hôm nay anh duyệt hết | duyệt hết các việc này
"""
#: Words that narrow and are not followed.
ASKED = """
duyệt hết việc tháng 9 | duyệt hết các việc có văn bản | duyệt hết việc đã có số văn bản | duyệt hết việc báo hôm qua
duyệt hết việc đúng hạn | duyệt hết việc quá hạn | duyệt hết việc mới báo | duyệt hết của Tèo | việc báo hôm qua duyệt hết
duyệt hết trừ mục A.I | duyệt hết trừ việc quá hạn | duyệt hết trừ các cái khó | duyệt hết việc dễ
còn lại như kỳ trước trừ việc của Lan | nhắc hết trừ những người đã nộp | nhắc KT và phòng Nội vụ | nhắc hết, riêng chị Lan thôi
nhắc hết nhưng đừng nhắc Lan | nhắc KT nhưng đừng nhắc Vinh
giao hết việc quá hạn của Phúc cho Hoa | giao hết việc của Phúc và Mai cho Hoa | giao mục A.II và B.I cho Hoa
"""
#: Approvals of other matters are no approval of all that somebody has done.
OF_OTHER_MATTERS = (
    "duyệt chi cho phòng KT | duyệt chi của phòng KT | nhất trí phương án của phòng KT | duyệt kinh phí của Lan"
)
REMINDED: list[tuple[str, dict[str, Any]]] = [
    ("nhắc hết trừ chị Lan", {"everybody": True, "but_people": ("chị Lan",)}),
    ("nhắc hết trừ chị Lan và anh Vinh", {"everybody": True, "but_people": ("chị Lan", "anh Vinh")}),
    ("nhắc hết trừ phòng KT", {"everybody": True, "but_units": (KT,)}),
    ("nhắc hết phòng KT trừ Vinh", {"unit_full": KT, "but_people": ("Vinh",)}),
    ("nhắc hết trừ 17", {"everybody": True, "all_except": (17,)}),
    ("nhắc VHXH với nhé", {"unit_full": VHXH, "units": ()}),
]


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(_plain(each) for each in value)
    return bare(value) if isinstance(value, str) else value


@pytest.mark.parametrize(("text", "slots"), [*SPARED, *NARROWED])
def test_an_approval_takes_up_what_it_is_narrowed_to_and_whom_it_spares(text: str, slots: dict[str, Any]) -> None:
    for typed in (text, bare(text)):
        understood = read(typed, "unit_head")
        [act] = understood.acts
        assert (act.intent.value, act.slots.task_ids, understood.sure) == ("approve", (), True)
        said = {"all_except": (), "person": None, "people": (), "but_people": (), "but_units": (), "code": None} | slots
        assert {key: _plain(getattr(act.slots, key)) for key in said} == {
            key: _plain(value) for key, value in said.items()
        }


@pytest.mark.parametrize("text", split(ALL))
def test_all_is_all(text: str) -> None:
    [act] = read(text, "unit_head").acts
    assert (act.intent.value, act.slots.all_except, act.slots.unclear) == ("approve", (), None)
    assert (act.slots.person, act.slots.unit, act.slots.code) == (None, None, None)


@pytest.mark.parametrize("text", split(ASKED))
def test_what_narrows_and_is_not_followed_is_asked_about(text: str) -> None:
    for typed in (text, bare(text)):
        understood = read(typed, "unit_head")
        assert not understood.sure and all(act.slots.unclear for act in understood.acts)


@pytest.mark.parametrize(("text", "slots"), REMINDED)
def test_a_reminder_goes_to_everybody_named_and_to_nobody_spared(text: str, slots: dict[str, Any]) -> None:
    for typed in (text, bare(text)):
        understood = read(typed, "office_head")
        [act] = understood.acts
        assert (act.intent.value, understood.sure) == ("remind_unit", True)
        said = {"person": None, "people": (), "but_people": (), "but_units": ()} | slots
        assert {key: _plain(getattr(act.slots, key)) for key in said} == {
            key: _plain(value) for key, value in said.items()
        }


@pytest.mark.parametrize("text", split(OF_OTHER_MATTERS))
def test_another_matter_of_somebody_is_not_all_his_work(text: str) -> None:
    assert not read(text, "unit_head").sure


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("nhắc Hoa, Phúc thì thôi", ("Phúc",)),
        ("nhắc Hoa còn Phúc thì khỏi nhé", ("Phúc",)),
        ("nhắc VHXH, chị Lan thì thôi", ("chị Lan",)),
        ("nhắc Hoa, Phúc không cần", ("Phúc",)),
        ("nhắc Hoa, Phúc thôi", ()),
        ("nhắc Hoa, Phúc", ()),
    ],
)
def test_who_is_spared_behind_the_others(text: str, whom: tuple[str, ...]) -> None:
    understood = read(text, "office_head")
    assert understood.sure and understood.acts[0].slots.but_people == whom
    assert whom or [act.slots.person for act in understood.acts] == ["Hoa", "Phúc"]
