"""Work given back, and the work of who leaves; what only sounds like it."""

import pytest

from bot.understanding.rules.hand_over import of_who_leaves
from tests.bot.understanding.reading import bare, read, split

GIVEN_BACK = [
    ("em xin chuyển 31 cho anh Phúc", (31,), "anh Phúc"),
    ("việc 31 em không phụ trách, của anh Phúc mà", (31,), "anh Phúc"),
    ("việc 20 chị không làm được, xin trả lại", (20,), None),
    ("em xin trả lại việc 20", (20,), None),
    ("việc 20 không phải của em", (20,), None),
    ("việc này không phải của tôi", (), None),
    ("20 em không làm nữa, giao người khác giúp em", (20,), None),
    ("em không làm được việc 20, nhờ giao cho anh Phúc", (20,), "anh Phúc"),
]


@pytest.mark.parametrize(("text", "numbers", "person"), GIVEN_BACK)
def test_a_task_given_back_is_no_verdict(text: str, numbers: tuple[int, ...], person: str | None) -> None:
    for typed in (text, bare(text)):
        act = read(typed).acts[0]
        assert (act.intent, act.slots.task_ids) == ("give_back", numbers), typed
    assert read(text).acts[0].slots.person == person


@pytest.mark.parametrize(
    "text",
    split("""20 không làm được vì thiếu kinh phí | 20 chưa làm được | việc 20 không phải của phòng em | xin trả lại hồ sơ 20 | 20 không phải họp nữa
    xin chuyển hạn 31 sang 15/11 | xin chuyển 31 sang tháng sau | 20 không phải do em chậm, chờ Sở | giao 31 cho anh Phúc | 7 không phát sinh"""),
)
def test_other_words_give_nothing_back(text: str) -> None:
    for typed in (text, bare(text)):
        understood = read(typed)
        assert not (understood.sure and any(act.intent == "give_back" for act in understood.acts)), typed


@pytest.mark.parametrize(
    "text",
    split("""chuyển cho anh Phúc giùm em | bàn giao cho anh Phúc giúp em | nhờ chuyển cho anh Phúc | em muốn giao lại cho anh Phúc
    việc này chuyển cho anh Phúc nha | việc này để anh Phúc làm giúp em | chuyển cho anh Phúc làm tiếp giúp em | dạ chuyển cho anh Phúc giúp em"""),
)
def test_the_task_shown_last_is_wished_away_or_handed_out(text: str) -> None:
    for role, intent in (("staff", "give_back"), ("unit_head", "assign")):
        understood = read(text, role)
        assert not understood.sure and understood.readings[0].intent == intent, role
        assert understood.readings[0].slots.person == "anh Phúc"


@pytest.mark.parametrize(
    "text",
    split("""chuyển cho chị Hoa cái báo cáo giùm em | gửi cho chị Hoa giùm em | chuyển file cho anh Phúc | giao cho ai vậy | chuyển cho anh Phúc chưa
    đưa cho chị Hoa rồi | đưa cho chị Hoa ký | đã chuyển cho chị Hoa | em chuyển cho chị Hoa rồi | chuyển cho em file kế hoạch"""),
)
def test_papers_and_what_is_told_are_no_work_handed_over(text: str) -> None:
    for role in ("staff", "unit_head"):
        assert not any(act.intent in ("give_back", "assign") for act in read(text, role).acts), role


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("chị Hoa nghỉ việc rồi, chuyển hết việc cho anh Phúc", "chuyển hết việc của chị Hoa cho anh Phúc"),
        ("chị Hoa nghỉ việc từ hôm nay, giao hết việc của chị Hoa cho anh Phúc", "giao hết việc của chị Hoa cho anh Phúc"),
        ("Thảo nghỉ đẻ, việc của Thảo chia cho Nam với Việt", "việc của Thảo giao cho Nam với Việt"),
        ("anh Vinh nghỉ hưu, bàn giao hết nhiệm vụ cho anh Khoa", "bàn giao hết nhiệm vụ của anh Vinh cho anh Khoa"),
        ("chị Hoa chuyển công tác từ 1/11, em chuyển toàn bộ việc sang anh Phúc nhé", "chuyển toàn bộ việc của chị Hoa sang anh Phúc nhé"),
    ],
)  # fmt: skip
def test_who_leaves_is_whose_work_is_handed_over(text: str, meant: str) -> None:
    assert of_who_leaves(text) == meant
    assert read(text, "unit_head").acts[0].slots.from_person == text.split(" nghỉ")[0].split(" chuyển")[0]


@pytest.mark.parametrize(
    "text",
    split("""chị Hoa nghỉ việc rồi, giao 50 cho anh Phúc | chị Hoa nghỉ việc rồi | chị Hoa nghỉ việc rồi việc của chị giao cho ai | 17 chị Hoa nghỉ việc rồi, chưa giao cho ai
    chị Hoa nghỉ phép từ 13/10 đến 15/10, giao việc cho anh Phúc | chị Hoa nghỉ việc rồi, việc chưa giao cho ai | khi chị Hoa nghỉ việc thì giao hết việc cho anh Phúc"""),
)
def test_other_words_of_leaving_stay_as_they_are(text: str) -> None:
    assert of_who_leaves(text) == text
