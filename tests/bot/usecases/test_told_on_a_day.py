"""What was told on a day: by person, task by task, of those whom the reader may see by name."""

from sqlmodel import select

from storage.database import transaction
from storage.models.plans import Task
from tests.bot.talk import Talk

Duties = dict[int, int]
FOOT = 'Ai còn thiếu kết quả, {call} nhắn "còn thiếu kết quả của ai?".'


def test_everybody_reads_what_his_people_told(talk: Talk, duties: Duties) -> None:
    assert talk.say("Quân", "hôm nay ai báo gì rồi") == "Hôm nay chưa ai báo gì. " + FOOT.format(call="anh")
    talk.say("Lan", "8 đăng 12 tin")
    talk.say("Lan", "à 15 tin chứ")
    talk.say("Hoa", "30 vướng chờ Sở")
    talk.say("Lan", "xong 2 KH 45/KH-UBND")
    talk.say("Lan", "xong 7")
    talk.say("Lan", "hoàn tác")
    office = "Hôm nay có 2 người báo:\nChị Lan (VHXH): 8 – đăng 15 tin · 2 – xong KH 45/KH-UBND\nChị Hoa (TTPVHCC): 30 – vướng: chờ Sở\n"
    assert talk.say("Hà", "sáng giờ ai báo gì chưa") == office + FOOT.format(call="chị")
    own = talk.say("Dũng", "hôm nay có ai báo gì không") or ""
    assert "Chị Hoa: 30 – vướng: chờ Sở" in own and "Lan" not in own
    assert "Lan" not in (talk.say("Hoa", "hôm nay ai báo gì rồi") or "")
    elsewhere = talk.say("Hoa", "hôm nay VHXH báo gì rồi") or ""
    assert "VHXH 1/" in elsewhere and "Lan" not in elsewhere
    assert talk.say("Hà", "hôm qua ai báo gì") == "Chủ nhật 12/10 chưa ai báo gì. " + FOOT.format(call="chị")
    assert talk.say("Dũng", "hôm nay Hoa báo gì") == "Hôm nay có 1 người báo:\nChị Hoa: 30 – vướng: chờ Sở"


def test_restricted_work_has_its_number_alone_and_a_wish_stands_while_it_waits(talk: Talk, duties: Duties) -> None:
    with transaction(talk.ward.engine) as session:
        task = session.exec(select(Task).where(Task.number == 8)).one()
        task.restricted = True
        session.add(task)
    talk.say("Lan", "8 đăng 12 tin")
    talk.say("Lan", "xin lùi 2 đến 30/10 vì chờ hướng dẫn")
    told = talk.say("Hà", "hôm nay ai báo gì rồi") or ""
    assert "12 tin" not in told and "Chị Lan (VHXH): 8 · 2 – xin lùi đến 30/10" in told
    talk.say("Tâm", "đồng ý 2")
    assert "xin lùi" not in (talk.say("Hà", "hôm nay ai báo gì rồi") or "")
