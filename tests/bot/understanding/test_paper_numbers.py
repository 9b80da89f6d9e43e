"""A number behind "ký rồi", "có số rồi": the paper's, or another task; the sender says which."""

import pytest

from tests.bot.understanding.reading import bare, read, split

NUMBERED = "17 ký rồi, số 12 | 17 đã ban hành, số 12 | 17 có số rồi: 12 | việc 17 ký xong rồi, văn bản số 12 ạ | 17 xong, số 12 | 17 anh Tâm ký rồi số 12"


@pytest.mark.parametrize("text", split(NUMBERED))
def test_both_meanings_are_offered(text: str) -> None:
    for typed in (text, bare(text)):
        understood = read(typed)
        meant = [(act.intent.value, act.slots.task_ids, act.slots.evidence) for act in understood.readings]
        assert not understood.sure and meant == [("done", (17,), "số 12"), ("done", (17, 12), None)], typed


SURE = {
    "17 ký rồi, số 12/QĐ-UBND": (17,),
    "17 xong, 18 xong": (17, 18),
    "xong 17, 12": (17, 12),
    "xong việc số 12": (12,),
}


@pytest.mark.parametrize(("text", "numbers"), SURE.items())
def test_a_full_number_and_a_list_are_read_as_before(text: str, numbers: tuple[int, ...]) -> None:
    understood = read(text)
    assert tuple(n for act in understood.acts for n in act.slots.task_ids) == numbers


@pytest.mark.parametrize("text", ["17 chưa ký, số 12", "17 xong, số 18 chưa", "17 đang chờ ký số 12"])
def test_what_is_denied_is_no_paper(text: str) -> None:
    assert not any(act.slots.evidence for act in (*read(text).acts, *read(text).readings))
