"""A question of the bot answered in a whole sentence; what says anything else answers nothing."""

import pytest

from bot.understanding.agreed import agrees, declines, puts_off
from tests.bot.understanding.reading import read, says, split, told

YES = split("""
ừ làm đi | ok làm luôn | đồng ý làm đi em | ừ cứ vậy đi | ok cứ thế mà làm | ghi luôn đi | chốt | đúng rồi làm đi | làm đi | vâng, tiến hành đi
đúng vậy | ừ đúng rồi đó em | ok em | được, ghi giúp chị | ừ tách đi | dạ được ạ
rồi ghi đi em | ừ thế được rồi, ghi vào giúp chị | thế được rồi, ghi giúp anh | ghi việc hồi nãy đi | vậy được rồi ghi nhé | ok ghi việc đó đi | đưa vào theo dõi đi em
như vậy được rồi
""")
NO = split("""
thôi khỏi | thôi khỏi đổi | thôi không đổi nữa | khỏi cần | thôi bỏ đi | thôi để đó | bỏ đi em | không tách nữa | thôi đừng ghi | à thôi | khỏi ghi
thôi khỏi đi em | thôi hủy đi | thôi không cần nữa | không cần đâu | đừng ghi
à mà thôi bỏ việc đó đi | mà thôi, bỏ | à bỏ đi em
""")
WAIT = split("""
khoan | khoan đã | khoan đã, để chị hỏi lại | để chị hỏi lại trưởng phòng đã | từ từ đã | chờ chút | đợi xíu em | để anh xem lại | khoan, chưa ghi
chờ anh xin ý kiến sếp | để chị nghĩ đã | khoan để coi lại
đang họp, lát chị trả lời | em đang họp, tí báo sau | chiều em trả lời nhé | chị đang họp | anh đang bận, chút trả lời em | đang lái xe, tí anh xem lại
họp xong chị trả lời | đang họp nhé em | mai em phản hồi ạ
khoan, hỏi lại đã | khoan xem lại đã | từ từ coi lại đã
""")
OTHER = split("""
có việc gì mới | chưa có | không đồng ý | thôi 7 xong | bỏ 7 | duyệt | không duyệt | làm 7 đi | để mai | xong rồi | chưa xong | để chị Hoa làm
đồng ý 7 | được 70% | cho chị xem 7 | để chị xem việc 7 | cho chị xem việc của chị | cho anh xem báo cáo | cho em hỏi | đợi Sở trả lời
chờ Sở hướng dẫn | ghi nhầm rồi | làm xong rồi | khoan duyệt 7 | ghi hộ chị Lan | làm lại | ghi lại | dung ghi | đổi lại | ghi chưa? | làm đi?
ghi việc 7 | ghi việc của Lan | ghi vào việc 7 đi | thế được không | ghi việc hồi nãy cho Lan | hỏi lại Sở | xem lại đã | đang họp bàn việc 7 | lát nhắn lại cho chị | chờ Sở trả lời | mai báo lại cho em | 7 đang họp | lát em báo lại chị
đang chờ Sở trả lời | Sở chưa trả lời | mai họp | đang họp mấy giờ
""")


@pytest.mark.parametrize(("texts", "is_yes", "is_no", "waits"), [(YES, 1, 0, 0), (NO, 0, 1, 0), (WAIT, 0, 0, 1)])
def test_what_a_sentence_answers(texts: list[str], is_yes: int, is_no: int, waits: int) -> None:
    for text in texts:
        assert (agrees(text), declines(text), puts_off(text)) == (is_yes, is_no, waits), text


@pytest.mark.parametrize("text", OTHER)
def test_other_words_answer_nothing(text: str) -> None:
    assert not (agrees(text) or declines(text) or puts_off(text)) or (text == "dung ghi" and declines(text))


@pytest.mark.parametrize("text", split("đang họp, lát chị trả lời | em đang họp, tí báo sau | chiều em trả lời nhé"))
def test_who_answers_later_orders_nothing(text: str) -> None:
    assert told(read(text)) == [says("greeting_thanks")]


@pytest.mark.parametrize(
    "text",
    split("""cho tới 25/11 | cho tới 25 thôi | thôi cho tới 25 | chỉ cho tới 25 | thôi cho lùi tới 25 | cho Hoa tới 25 | cho chị Hoa đến 25
    ừ cho đến ngày 25 nhé | đồng ý tới 25 thôi | đồng ý nhưng chỉ cho đến 25/11 | cho lùi đến hết ngày 25/11"""),
)
def test_a_head_lets_him_have_until_a_day(text: str) -> None:
    assert told(read(text, "unit_head")) == [says("approve", date="2025-11-25")]


@pytest.mark.parametrize(
    "text",
    split(
        """cho tới giờ vẫn chưa xong | cho đến nay chưa làm | cho em tới thứ 6 | cho anh lùi 4 đến 25/11 | cho phòng tới 25 xem | cho 12 tới thứ 6 | duyệt 11 đến 14 thôi"""
    ),
)
def test_what_grants_nothing(text: str) -> None:
    assert not any(act.intent.value == "approve" and act.slots.date for act in read(text, "unit_head").acts)


@pytest.mark.parametrize(
    "text",
    split("chị Hoa xin lùi lý do gì | sao xin lùi vậy | vì sao Hoa xin lùi | lý do xin lùi là gì"),
)
def test_why_more_time_is_wished_for(text: str) -> None:
    (act,) = read(text, "unit_head").acts
    assert act.intent.value == "my_tasks" and act.slots.to_decide
