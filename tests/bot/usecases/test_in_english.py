"""Who reads English reads names without a Vietnamese form of address, and no Vietnamese word of the bot's own."""

import re

import pytest
from sqlmodel import select

from storage.database import transaction
from storage.models.organisation import Agency
from tests.bot.talk import Talk
from tests.engines import ON_BOTH
from tests.jobs.mornings import morning_of

Duties = dict[int, int]
TYPED = re.compile(r'"[^"]*"')  # examples are typed in Vietnamese
ADDRESS = re.compile(r"\b(?:anh|chị)\b", re.IGNORECASE)


@pytest.fixture
def english(talk: Talk, duties: Duties) -> Talk:
    """An office that reads English; a photo is kept with task 7, which Lan reported."""
    with transaction(talk.ward.engine) as session:
        session.exec(select(Agency)).one().language = "en"
    talk.say("Lan", "xong 7")
    talk.keeps_photo(duties[7], "Lan")
    return talk


@ON_BOTH
@pytest.mark.parametrize(
    ("who", "text", "says"),
    [
        ("Lan", "xong 2 45/KH-UBND", "Tâm"),
        ("Lan", "xin lùi 17 đến 24/10 vì chờ Sở", "Tâm"),
        ("Quân", "ghi hộ Lan: 8 đăng 12 tin", "Lan"),
        ("Hà", "nhắc TTPVHCC", "TTPVHCC – Dũng: 57"),
        ("Hà", "còn thiếu của ai", "Lan: 2, 8"),
        ("Tâm", "giao 17 cho Quân", "Quân"),
        ("Lan", "tôi nghỉ 1/12-5/12, anh Tâm thay", "Tâm"),
        ("Lan", "cho chạy", ""),
        ("Dũng", "đầu mối của đơn vị là Tèo", "Dũng · Hoa · Phúc"),
        ("Hà", "việc 7", "photo"),
        ("Tâm", "xem ảnh 7", "Photo of task 7"),
        ("Lan", "kết quả của tôi tháng 10", "photo"),
    ],
)
def test_names_stand_alone(english: Talk, who: str, text: str, says: str) -> None:
    answer = english.say(who, text) or ""
    assert says in answer and answer, answer
    assert not ADDRESS.search(TYPED.sub("", answer)) and "ảnh" not in answer, answer


def test_the_morning_too(english: Talk, duties: Duties) -> None:
    text = morning_of(english.ward, "14/10/2025")["Tâm"].text
    assert "7. Tập huấn CCHC" in text and ", photo" in text and "Lan" in text
    assert "ảnh" not in text and not ADDRESS.search(TYPED.sub("", text))


def test_what_stands_in_the_way_is_said_in_english(english: Talk, duties: Duties) -> None:
    english.say("Lan", "8 da dang 12 tin, vuong cho so huong dan")
    listed = english.say("Quân", "chữ chưa dấu") or ""
    assert "vướng" not in listed and "cho so huong dan" in listed and "da dang 12 tin" in listed
    mended = english.say("Quân", "sửa 8: đã đăng 12 tin, vướng chờ Sở hướng dẫn") or ""
    assert "vướng" not in mended and "chờ Sở hướng dẫn" in mended
