"""A wish for time that its asker does not want any more: it ends, with those it replaced; only "hoàn tác" goes one back."""

from datetime import date

import pytest

from storage.kinds import DateOutcome, EventKind
from tests.bot.talk import Talk
from tests.bot.understanding.reading import bare, intents, read, split
from tests.bot.usecases.test_dates import moves, outcomes
from tests.people import at

Duties = dict[int, int]
NOTHING = "Dạ, hiện không có đề nghị lùi nào của chị đang chờ nên em chưa thay đổi gì."

WITHDRAWN = split("""
thôi bỏ đề nghị lùi 17 đi | rút lại đề nghị lùi 17 | thôi không xin lùi 17 nữa | hủy xin gia hạn 17 giúp em | thôi việc 17 khỏi lùi nữa, em làm kịp
em rút đề nghị lùi hạn việc 17 | hủy đề nghị lùi mốc 17 | 17 không cần lùi nữa | rút đơn xin lùi 17
khỏi xin lùi 17 nữa | không cần xin gia hạn 17 nữa
""")
#: Something is asked, wished for or told by these.
OTHERS = split("""
xin lùi 17 đến 7/11 vì chờ Sở | 17 lùi thêm 1 tuần nữa | đề nghị không lùi họp dân nữa được không | 17 Sở không gia hạn nữa vì đã muộn
bỏ đề nghị giải trình 17 | rút đơn xin lùi 17 được không em? | 17 không lùi được nên xin đến 5/11
""")


def test_a_wish_is_withdrawn_in_many_words() -> None:
    for text in WITHDRAWN:
        for typed in (text, bare(text)):
            [act] = read(typed).acts
            assert (act.intent.value, act.slots.task_ids, act.slots.of_act) == ("undo_done", (17,), "extend_request"), (
                typed
            )
    for text in OTHERS:
        assert "extend_request" not in [act.slots.of_act for act in read(text).acts], text
    assert intents("không lùi 17 nữa", "unit_head") == ["reject"]


def test_the_wish_that_it_replaced_does_not_wait_again(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xin lùi 17 đến 31/10 vì chờ Sở")
    talk.say("Lan", "xin lùi 17 đến 7/11 vì chờ Sở")
    answer = talk.say("Lan", "thôi bỏ đề nghị lùi 17 đi")
    assert answer and answer.count("bỏ đề nghị lùi việc 17") == 1 and "lại chờ" not in answer
    assert outcomes(talk, duties[17]) == [DateOutcome.WITHDRAWN] * 2
    assert "17" not in (talk.say("Tâm", "có gì chờ anh không") or "")
    before = talk.duty(duties[17]).target_on
    talk.say("Tâm", "đồng ý 17")
    assert talk.duty(duties[17]).target_on == before
    assert talk.say("Lan", "rút đề nghị lùi 17") == NOTHING


def test_a_wish_of_an_earlier_day_is_withdrawn_too(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xin lùi 7 đến 30/10 vì chờ hội trường")
    talk.now = at("14/10/2025 09:00")
    answer = talk.say("Lan", "7 không cần lùi nữa")
    assert answer and "bỏ đề nghị lùi việc 7" in answer and outcomes(talk, duties[7]) == [DateOutcome.WITHDRAWN]


def test_undoing_lets_the_earlier_wish_wait_again_and_says_so(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xin lùi 17 đến 31/10 vì chờ Sở")
    talk.say("Lan", "xin lùi 17 đến 7/11 vì chờ Sở")
    answer = talk.say("Lan", "hoàn tác")
    assert answer and "đề nghị trước đó, đến 31/10, lại chờ quyết định" in answer
    told = talk.told("Tâm")
    assert not told or "đến 31/10, lại chờ anh" in told[-1]
    assert [move.outcome for move in moves(talk, duties[17])] == [DateOutcome.WAITING, DateOutcome.WITHDRAWN]


@pytest.mark.parametrize("text", ["rút đề nghị lùi 7", "thôi không xin lùi 7 nữa"])
def test_what_was_granted_is_the_deciders(talk: Talk, duties: Duties, text: str) -> None:
    talk.say("Lan", "xin lùi 7 đến 30/10 vì chờ hội trường")
    talk.say("Tâm", "đồng ý 7")
    answer = talk.say("Lan", text)
    assert answer and "anh Tâm đã cập nhật" in answer and talk.duty(duties[7]).target_on == date(2025, 10, 30)
    assert EventKind.UNDONE not in [event.kind for event in talk.events()]
