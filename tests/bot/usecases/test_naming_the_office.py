"""How the office calls itself in greetings and in the text for its group, set in chat and put back."""

import pytest
from sqlmodel import select

from storage.models.messages import Notice
from tests.bot.talk import Talk
from tests.bot.understanding.reading import bare, intents, split
from tests.engines import ON_BOTH

Duties = dict[int, int]
NAMED = """
    cơ quan xưng là UBND phường | cơ quan mình tự xưng là Văn phòng UBND phường nhé | phường xưng là UBND phường Ba Ngòi
    đổi cách xưng hô của cơ quan thành UBND phường | cho cơ quan xưng là "Văn phòng" | cho bot xưng là "trợ lý"
    đổi cách xưng hô của bot thành tôi | gọi cơ quan là Ủy ban | từ nay gọi cơ quan mình là UBND phường nhé | em gọi phường là Phường Ba Ngòi
"""
OTHER = """
    cơ quan xưng là gì | đổi tên phòng Kinh tế thành phòng Tài chính | cơ quan gọi điện cho anh Dũng | gọi là xong 7
    việc 7 của cơ quan xong | phường mình sao rồi | gọi cơ quan là gì
    gọi chị Thu giúp chị | gọi em là Tèo | gọi phường báo cáo | gọi cơ quan công an | em là Đặng Quang Vinh phòng Kinh tế | bot làm được gì
"""


@pytest.mark.parametrize("text", split(NAMED))
def test_it_is_said(text: str) -> None:
    assert intents(text, "office_head") == intents(bare(text), "office_head") == ["name_office"]


@pytest.mark.parametrize("text", split(OTHER))
def test_it_is_not_said(text: str) -> None:
    assert "name_office" not in {*intents(text, "office_head"), *intents(bare(text), "office_head")}


@ON_BOTH
def test_the_head_of_office_names_it_and_takes_it_back(talk: Talk, duties: Duties) -> None:
    answer = talk.say("Hà", 'cơ quan xưng là "Ủy ban phường"')
    assert answer == (
        "Dạ, trong lời chào và tin nhắc nhóm, cơ quan xưng là Ủy ban phường. Trước đó là UBND phường Ba Ngòi."
        ' Nếu nhầm, chị nhắn "hoàn tác".'
    )
    chat = talk.stranger("vinh")
    talk.say_in(chat, "em là Đặng Quang Vinh phòng Kinh tế")
    talk.say("Thu", "nhận")
    with talk.session() as session:
        greeted = "\n".join(body or "" for body in session.exec(select(Notice.body)))
    assert "em là trợ lý nhắc việc của Ủy ban phường." in greeted
    assert "cơ quan lại xưng là UBND phường Ba Ngòi" in (talk.say("Hà", "hoàn tác") or "")
    assert "vẫn xưng là" in (talk.say("Hà", "cơ quan xưng là UBND phường Ba Ngòi") or "")


def test_others_do_not_and_the_bot_stays_em(talk: Talk, duties: Duties) -> None:
    assert "em chưa đổi gì" in (talk.say("Lan", "cơ quan xưng là Văn phòng") or "")
    assert 'em xưng "em"' in (talk.say("Hà", "cho bot xưng là trợ lý") or "") and talk.events() == []
