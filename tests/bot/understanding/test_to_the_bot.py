"""Behind a number: orders to the bot, promises and complaints are no result of the month."""

import pytest

from tests.bot.understanding.reading import intents, read

ORDERS = """
40 em soạn giúp anh báo cáo
45 em gửi anh mẫu báo cáo với
34 em tra giúp anh quy định
17 gửi giúp chị qua chị Hà
7 tìm giúp anh văn bản gốc
12 em xem lại giúp chị
17 in giúp chị 2 bản
""".strip().splitlines()


@pytest.mark.parametrize("role", ["staff", "unit_head"])
@pytest.mark.parametrize("text", ORDERS)
def test_an_order_to_the_bot_is_not_understood(text: str, role: str) -> None:
    assert intents(text, role) == ["not_understood"] and read(text, role).readings == ()


@pytest.mark.parametrize(
    "text",
    [
        "17 chiều nay chị báo",
        "8 mai em báo nhé",
        "17 lát chị nhắn",
        "8 chị quên mất rồi",
        "12 mai mốt chị cập nhật",
        "31 em báo sau",
    ],
)
def test_a_promise_to_tell_leaves_the_task_alone(text: str) -> None:
    (act,) = read(text).acts
    assert (act.intent, act.slots.held) == ("smalltalk_other", True)


@pytest.mark.parametrize("text", ["31 chị báo rồi mà", "18 chị nói rồi", "2 chị gửi rồi mà em", "17 em báo cáo rồi mà"])
def test_a_complaint_is_answered_with_the_card(text: str) -> None:
    assert intents(text) == ["task_detail"]


def test_a_number_set_right_is_the_documents() -> None:
    understood = read("24 số 34 mới đúng")
    (reading,) = understood.readings
    assert not understood.sure and reading.slots.task_ids == (24,) and reading.slots.evidence == "số 34"


TOLD = """
17 soạn giúp Sở báo cáo chuyên đề
17 làm giúp chị Hà phần phụ lục
17 em đang soạn báo cáo
17 em đã gửi báo cáo cho anh Tâm
8 chị đăng 3 tin
7 gửi mẫu báo cáo cho các phòng
17 chiều nay chị trình
17 chị gửi Sở rồi
17 quên chưa gửi, mai gửi
2 em gửi anh dự thảo rồi ạ
30 số hóa hồ sơ 20 bộ
17 đã báo cáo Sở
17 báo cáo Sở rồi, đang chờ ý kiến
""".strip().splitlines()


@pytest.mark.parametrize("text", TOLD)
def test_a_result_is_still_one(text: str) -> None:
    understood = read(text)
    number = int(text.split()[0])
    assert [(act.intent, act.slots.task_ids) for act in understood.acts] == [("progress", (number,))]
