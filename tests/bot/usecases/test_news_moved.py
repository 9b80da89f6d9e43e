"""A news item recorded for the wrong unit goes to the right one, asked first; both are counted anew, and one word puts it back."""

import pytest
from sqlmodel import select

from storage.database import transaction
from storage.models.news import NewsItem, NewsQuota
from tests.bot.talk import Talk
from tests.engines import ON_BOTH
from tests.people import at

Duties = dict[int, int]
TITLE = "Phường Ba Ngòi tập huấn CCHC"
ASKED = (
    'Dạ, em chưa chuyển gì. Chuyển tin T10-01 – "{title}" từ VHXH sang VP, phải không ạ? Nếu phải, {call} nhắn "đúng".'
)
DONE = 'Dạ, em đã chuyển tin T10-01 – "{title}" từ VHXH sang VP. Nay có: VHXH 0/1 · VP 1/1. Nếu nhầm, {call} nhắn "hoàn tác".'


@pytest.fixture
def sent(talk: Talk, duties: Duties) -> Talk:
    """Lan has sent T10-01; her unit and VP owe one item a month."""
    with transaction(talk.ward.engine) as session:
        for unit in ("VHXH", "VP"):
            session.add(NewsQuota(agency_id=talk.ward.agency_id, unit_id=talk.ward.units[unit], per_month=1))
    assert "mã T10-01" in (talk.say("Lan", f"tin: {TITLE}") or "")
    return talk


def units(talk: Talk) -> list[str]:
    names = {unit_id: name for name, unit_id in talk.ward.units.items()}
    with transaction(talk.ward.engine) as session:
        return [names[item.unit_id] for item in session.exec(select(NewsItem))]


@ON_BOTH
@pytest.mark.parametrize(
    ("name", "call", "text"),
    [
        ("Lan", "chị", "tin này của VP chứ không phải VHXH"),
        ("Lan", "chị", "nhầm, của VP"),
        ("Tâm", "anh", "chuyển tin T10-01 sang VP"),
        ("Quân", "anh", "tin đó của VP"),
    ],
)
def test_it_is_asked_and_moved_and_comes_back(sent: Talk, name: str, call: str, text: str) -> None:
    assert sent.say(name, text) == ASKED.format(title=TITLE, call=call) and units(sent) == ["VHXH"]
    assert sent.say(name, "có") == DONE.format(title=TITLE, call=call) and units(sent) == ["VP"]
    if name != "Lan":
        who = {"Tâm": "Anh Tâm", "Quân": "Anh Quân"}[name]
        assert sent.told("Lan") == [f'{who} đã chuyển tin T10-01 – "{TITLE}" chị gửi sang VP.']
    assert sent.say(name, "hoàn tác") == f'Dạ, em đã trả tin T10-01 – "{TITLE}" về VHXH.' and units(sent) == ["VHXH"]


@pytest.mark.parametrize("answer", ["A", "VP", "của VP nhé"])
def test_where_the_unit_is_not_said_it_is_chosen(sent: Talk, answer: str) -> None:
    asked = sent.say("Lan", "tin vừa rồi ghi nhầm phòng") or ""
    assert "đang ghi cho VHXH; đúng ra là tin của đơn vị nào ạ?\nA. VP\nB. KT-HT-ĐT\nC. TTPVHCC" in asked
    sent.say("Lan", answer)
    assert units(sent) == ["VP"]


def test_no_moves_nothing_and_others_are_told_who_may(sent: Talk) -> None:
    sent.say("Lan", "T10-01 ghi nhầm phòng")
    sent.say("Lan", "thôi")
    assert "do chị Lan gửi" in (sent.say("Hoa", "chuyển tin T10-01 sang VP") or "")
    assert "em đã ghi rồi" in (sent.say("Lan", "tin T10-01 là của VHXH") or "")
    assert "T10-01" not in (sent.say("Hà", "nhầm, của VP") or "")
    sent.now = at("13/10/2025 11:00")
    assert "T10-01" not in (sent.say("Lan", "nhầm, của VP") or "")
    assert units(sent) == ["VHXH"]


def test_what_another_moved_since_is_not_moved_by_undo(sent: Talk) -> None:
    for name, text in (("Lan", "nhầm, của VP"), ("Lan", "đúng"), ("Quân", "T10-01 là của KT-HT-ĐT"), ("Quân", "đúng")):
        sent.say(name, text)
    assert "chị Lan gửi cho KT-HT-ĐT" in (sent.say("Lan", "hoàn tác") or "") and units(sent) == ["KT-HT-ĐT"]
