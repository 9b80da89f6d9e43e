"""Reminding of the news that units owe, and of nothing else; a text to forward reminds nobody."""

import pytest

from storage.database import transaction
from storage.models.news import NewsQuota
from tests.bot.talk import Talk
from tests.bot.usecases.test_reminding_others import AUTUMN, duties, urged
from tests.engines import ON_BOTH
from tests.people import at

__all__ = ("duties",)
Duties = dict[int, int]


@pytest.fixture
def quotas(talk: Talk, duties: Duties) -> Talk:
    """October's news of three units; VHXH has sent its own in."""
    with transaction(talk.ward.engine) as session:
        for short in ("VHXH", "TTPVHCC", "KT-HT-ĐT"):
            session.add(NewsQuota(agency_id=talk.ward.agency_id, unit_id=talk.ward.units[short], per_month=1))
    talk.now = at(AUTUMN)
    assert "T10-01" in (talk.say("Lan", "tin: Phường tập huấn CCHC") or "")
    return talk


@ON_BOTH
def test_who_owes_news_is_reminded_of_news_alone(quotas: Talk) -> None:
    answer = quotas.say("Quân", "nhắc các phòng chưa nộp tin")
    assert answer == "Dạ, em đã nhắc gửi tin, bài tháng 10: KT-HT-ĐT – chị Thu (0/1), TTPVHCC – anh Dũng (0/1)."
    text = urged(quotas)
    assert (
        set(text) == {"Dũng", "Thu"}
        and "TTPVHCC tháng 10 mới có 0/1 tin, bài" in text["Dũng"]
        and "57" not in text["Dũng"]
    )
    assert "Hôm nay đã nhắc rồi: TTPVHCC – anh Dũng (0/1)." in (quotas.say("Hà", "nhắc TTPVHCC nộp tin") or "")
    assert "em chưa nhắc ai: VHXH đã đủ tin, bài tháng 10 (1/1)" in (quotas.say("Quân", "nhắc VHXH nộp tin") or "")
    assert "TTPVHCC – anh Dũng: 57" in (quotas.say("Quân", "nhắc TTPVHCC") or "")  # his work is another reminder


def test_a_head_reminds_of_his_own_units_news(quotas: Talk) -> None:
    assert "Phần của anh: TTPVHCC 0/1" in (quotas.say("Dũng", "nhắc trung tâm nộp tin bài") or "")
    assert "đơn vị mình" in (quotas.say("Dũng", "nhắc VHXH nộp tin") or "")
    assert not urged(quotas)


def test_a_text_to_forward_reminds_nobody(talk: Talk, duties: Duties) -> None:
    talk.now = at(AUTUMN)
    for said in (
        "cho a cái tin để gửi vào nhóm zalo cơ quan nhắc mọi người nộp số liệu", "viết giúp anh tin nhắc chung gửi nhóm",
        "soạn cho anh tin nhắn gửi nhóm", "nhắn vào nhóm nhắc mọi người nộp số liệu giúp anh",
    ):  # fmt: skip
        answer = talk.say("Quân", said) or ""
        assert answer == talk.say("Quân", "soạn nhắc nhóm") and "Trân trọng" in answer, said
    assert not urged(talk)
