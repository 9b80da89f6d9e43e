"""What is heard, supposed, wished or remembered is asked about; counts of things decided are results of the task."""

import pytest

from bot.understanding.intents import CHANGES, Intent
from tests.bot.understanding.reading import bare, intents, read, split

SUPPOSED = split(
    "em tưởng xong 7 rồi | 7 coi như xong | việc 9 nghe nói xong rồi | tưởng việc 15 xong rồi | chắc anh Tâm sẽ duyệt 12 thôi"
    " | việc 12 chắc xong rồi | việc 9 có khi xong rồi đấy | lẽ ra việc 12 xong từ tuần trước rồi | anh Nam bảo việc 9 xong rồi mà"
    " | theo chị Hoa thì việc 22 xong rồi | việc 12 xong sớm thì tốt | 12 mà xong là duyệt ngay | việc 12 xong thật không đấy"
    " | hôm nọ chị trả lại việc 12 rồi mà | lần trước em lùi hạn việc 12 rồi | việc 12 giao cho chị Hoa rồi mà"
)
SURE = split(
    "xong 12, đã rà soát đủ đối tượng | xong 12 về hiện tượng bỏ học | việc 12 xong rồi ạ | việc 12 chắc chắn xong rồi | duyệt 12 nhé | trả 12 vì thiếu số | giao 57 cho chị Hoa | xong 12 từ tuần trước"
)
COUNTED = split(
    "việc 36: duyệt xong 15/20 hồ sơ vay vốn | việc 40: bác 2 đơn khiếu nại | việc 13 từ chối 2 hồ sơ vì thiếu giấy tờ"
    " | nhiệm vụ 34, đã thẩm định và phê duyệt 3 đồ án"
)
LATE_NUMBER = [
    ("anh đồng ý nhé 26", Intent.approve),
    ("trả lại cái 26", Intent.reject),
    ("anh duyệt nhé, cái 26 ấy", Intent.approve),
]
KEPT = split(
    "đừng tắt nhắc của em nhé | sao bot lại tắt nhắc cuối tuần của tôi | đừng đổi sang tiếng Anh nhé | bao nhiêu người dùng tiếng Anh"
)


@pytest.mark.parametrize("text", SUPPOSED)
def test_what_is_supposed_is_never_recorded_unasked(text: str) -> None:
    for typed in (text, bare(text)):
        for role in ("staff", "unit_head", "leader"):
            understood = read(typed, role)
            assert not (understood.sure and any(act.intent in CHANGES for act in understood.acts)), (typed, role)


@pytest.mark.parametrize("text", SURE)
def test_what_is_said_plainly_is_taken(text: str) -> None:
    understood = read(text, "unit_head")
    assert understood.sure and understood.acts[0].intent in CHANGES


@pytest.mark.parametrize("text", COUNTED)
def test_so_many_things_decided_are_a_result(text: str) -> None:
    for typed in (text, bare(text)):
        assert not set(intents(typed, "unit_head")) & {"approve", "reject"}


@pytest.mark.parametrize(("text", "intent"), LATE_NUMBER)
def test_a_number_said_last_counts(text: str, intent: Intent) -> None:
    for typed in (text, bare(text)):
        (act,) = read(typed, "leader").acts
        assert (act.intent, act.slots.task_ids) == (intent, (26,))


@pytest.mark.parametrize("text", KEPT)
def test_a_setting_that_is_to_stay_or_asked_about_stays(text: str) -> None:
    for typed in (text, bare(text)):
        assert not set(intents(typed)) & {"settings_time", "settings_language"}
