"""More time for his own work: who keeps the plan or acts for the head asks whoever stands above; a head sets his unit's dates."""

from datetime import date

from storage.kinds import EventKind
from tests.bot.talk import Talk

Duties = dict[int, int]


def test_who_acts_for_the_head_asks_for_his_own_work(talk: Talk, duties: Duties) -> None:
    mine = talk.ward.give(47, "Rà soát thủ tục", "TTPVHCC", to="Hoa", target=date(2025, 10, 22))
    talk.say("Dũng", "anh nghỉ hôm nay và mai, Hoa làm thay")
    answer = talk.say("Hoa", "xin lùi 47 tới 30/10 vì chờ phần mềm") or ""
    assert "em đã chuyển" in answer and "em đã ghi mốc" not in answer
    assert talk.duty(mine).target_on == date(2025, 10, 22)


def test_the_keeper_asks_for_his_own_work_and_orders_in_plain_words(talk: Talk, duties: Duties) -> None:
    mine = talk.ward.give(47, "Rà soát biên chế", "VHXH", to="Quân", target=date(2025, 10, 22))
    assert "em đã chuyển anh Tâm" in (talk.say("Quân", "xin lùi 47 tới 30/10 vì chờ Sở") or "")
    assert "chưa có lý do" in (talk.say("Quân", "xin lùi 47 tới 31/10") or "")
    assert "em đã ghi mốc nội bộ" in (talk.say("Quân", "mốc 47 là 29/10") or "")
    assert talk.duty(mine).target_on == date(2025, 10, 29)


def test_a_head_moves_the_internal_date_of_his_own_work(talk: Talk, duties: Duties) -> None:
    mine = talk.ward.give(47, "Công khai thông tin", "VHXH", to="Tâm", target=date(2025, 10, 22))
    assert "em đã ghi mốc nội bộ" in (talk.say("Tâm", "lùi 47 tới 30/10") or "")
    assert talk.duty(mine).target_on == date(2025, 10, 30) and talk.events()[-1].kind is EventKind.TARGET_SET
