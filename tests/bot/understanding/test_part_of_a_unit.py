""" "Xong 4 của VHXH": the unit beside a number is whose part of that task is meant, and never the sender's own."""

import pytest

from bot.understanding.intents import Act
from tests.bot.understanding.reading import bare, read, split

VHXH, KT, VP = "Phòng Văn hóa – Xã hội", "Phòng Kinh tế, Hạ tầng và Đô thị", "Văn phòng"
OF_A_PART = """
xong 4 của VHXH | done | 4 | VHXH
4 VHXH xong | done | 4 | VHXH
xong 4 VHXH | done | 4 | VHXH
4 (VHXH) xong | done | 4 | VHXH
xong việc 4 của phòng Văn hóa nhé | done | 4 | VHXH
việc 4 bên VHXH xong rồi ạ | done | 4 | VHXH
VHXH xong 4 | done | 4 | VHXH
phòng VHXH đã hoàn thành việc 4 | done | 4 | VHXH
phần VHXH của việc 4 xong rồi | done | 4 | VHXH
xong 4, 9 của VHXH | done | 4 9 | VHXH
việc 4 của VHXH đạt 50% | progress | 4 | VHXH
4 VHXH 60% | progress | 4 | VHXH
33 của KT vướng chờ Sở | progress | 33 | KT
KT: 33 vướng chờ Sở | progress | 33 | KT
việc 4 phần của VHXH như kỳ trước | same_as_before | 4 | VHXH
4 của VHXH không phát sinh | none_arose | 4 | VHXH
mốc 4 của VHXH là 20/11 | set_deadline | 4 | VHXH
xin lùi 4 của VHXH đến 5/12 vì chờ Sở | extend_request | 4 | VHXH
duyệt 4 của VHXH | approve | 4 | VHXH
trả 4 của VHXH thiếu số liệu | reject | 4 | VHXH
mở lại 4 của VHXH vì nhầm số | undo_done | 4 | VHXH
""".strip().splitlines()
UNITS = {"VHXH": VHXH, "KT": KT}
#: A unit that tells, is waited for, or gave the work is no part of the task.
NO_PART = """
việc 8 Phòng KT chưa gửi số liệu | 8 VHXH đã tham mưu văn bản | việc 17 chờ phòng KT cho ý kiến | 17 vướng chờ VP
8 của VP giao đã xong | xong 7 của phòng em | việc 8 đã gửi phòng KT | 8 phối hợp VHXH tổ chức 2 buổi
"""


@pytest.mark.parametrize("line", OF_A_PART)
def test_the_unit_beside_a_number_is_whose_part_is_meant(line: str) -> None:
    text, intent, numbers, unit = line.split(" | ")
    for typed in (text, bare(text)):
        understood = read(typed, "unit_head")
        [act] = understood.acts
        assert (act.intent.value, act.slots.task_ids) == (intent, tuple(map(int, numbers.split())))
        assert act.slots.unit_full == UNITS[unit] and understood.sure
        assert "VHXH" not in (act.slots.statement or "") + (act.slots.text or "")


@pytest.mark.parametrize("text", split(NO_PART))
def test_a_unit_that_is_only_spoken_of_is_nobody_s_part(text: str) -> None:
    [act] = read(text, "unit_head").acts
    assert act.slots.task_ids and act.slots.unit_full is None


@pytest.mark.parametrize("text", ["giao 4 của VP cho Mai", "giao 4 VP cho Mai", "chuyển việc 4 của VP sang Mai"])
def test_a_part_is_handed_to_a_person(text: str) -> None:
    [act] = read(text, "office_head").acts
    assert (act.intent.value, act.slots.task_ids, act.slots.of_unit) == ("assign", (4,), VP)
    assert (act.slots.person, act.slots.unit_full) == ("Mai", None)


def test_a_unit_over_several_lines_goes_for_all_of_them() -> None:
    for text in ("KT: 33 xong, 4 vướng chờ Sở", "KT: 33 xong; 4 60%"):
        assert [act.slots.unit_full for act in read(text, "office_head").acts] == [KT, KT]


def test_two_units_beside_their_numbers_stay_apart() -> None:
    first, second = read("4 của VHXH xong, 4 của KT vướng chờ Sở", "office_head").acts
    assert (first.slots.unit_full, second.slots.unit_full) == (VHXH, KT)
    for text in ("xong 4 của VHXH và 5 của KT", "xong 4 VHXH, 7 của KT"):
        assert not _taken(read(text, "office_head").acts) & {5, 7}


def _taken(acts: tuple[Act, ...]) -> set[int]:
    return {n for act in acts if act.intent.value == "done" for n in act.slots.task_ids}


def test_looking_at_a_task_shows_every_part() -> None:
    for text in ("việc 4 của VHXH đến đâu rồi", "chi tiết 4 của VHXH", "4 VHXH xong chưa"):
        assert [act.intent.value for act in read(text, "leader").acts] == ["task_detail"]


OF_A_PERSON = [
    ("17 của chị Lan đạt 60%", "progress", {"of_person": "chị Lan"}),
    ("7 của Lan xong rồi", "done", {"of_person": "Lan"}),
    ("duyệt 7 của Lan", "approve", {"of_person": "Lan"}),
    ("trả 7 của Lan thiếu số liệu", "reject", {"of_person": "Lan", "reason": "thiếu số liệu"}),
    ("giao 7 của Lan cho Quân", "assign", {"of_person": "Lan", "person": "Quân"}),
]
#: Owners whom the office does not know.
UNKNOWN = """
xong 4 của Công an | 4 của Công an đạt 30% | 4 của phòng Nội vụ xong | xong 7 của anh Tèo | mốc 4 của trạm y tế là 20/11
"""
#: One's own, or what the task is about.
OWN = "7 của em xong rồi | xong 7 của phòng em | việc 7 của chị xong rồi ạ | xong 8 của hội nghị CCHC | 7 của tháng 10 xong"


@pytest.mark.parametrize(("text", "intent", "slots"), OF_A_PERSON)
def test_the_person_beside_a_number_is_whose_it_is(text: str, intent: str, slots: dict[str, str]) -> None:
    understood = read(text, "unit_head")
    [act] = understood.acts
    assert (act.intent.value, len(act.slots.task_ids), understood.sure) == (intent, 1, True)
    assert {key: getattr(act.slots, key) for key in slots} == slots


@pytest.mark.parametrize("text", split(UNKNOWN))
def test_an_owner_nobody_knows_is_asked_about(text: str) -> None:
    assert not read(text, "office_head").sure


@pytest.mark.parametrize("text", split(OWN))
def test_ones_own_is_ones_own(text: str) -> None:
    [act] = read(text).acts
    assert act.intent.value == "done" and act.slots.person is None and act.slots.unit_full is None
