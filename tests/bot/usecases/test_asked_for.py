"""What the bot has asked for, typed alone next: a name, a unit, a title; what says anything else is read by itself."""

import pytest

from bot.asking import Option, chosen
from bot.understanding.intents import Act, Intent
from storage.kinds import EventKind
from tests.bot.talk import Talk
from tests.bot.understanding.reading import split
from tests.engines import ON_BOTH
from tests.people import at

Duties = dict[int, int]


def kinds(talk: Talk, kind: EventKind) -> list[str]:
    return [event.text for event in talk.events() if event.kind is kind]


@ON_BOTH
@pytest.mark.parametrize(
    "text",
    split("""cho Quân | Quân | anh quan | anh Quân nhé | để Quân làm | giao Quân | giao cho anh Quân đi | cho Quân phụ trách
    Quân lo | phân cho Quân | dạ cho anh Quân ạ | Lê Anh Quân"""),
)
def test_whom_it_goes_to(talk: Talk, duties: Duties, text: str) -> None:
    assert "cho ai" in (talk.say("Tâm", "giao 17") or "")
    told = talk.say("Tâm", text) or ""
    assert "em đã giao việc 17" in told and "anh Quân" in told


def test_a_name_of_no_colleague_is_asked_for_again(talk: Talk, duties: Duties) -> None:
    talk.say("Tâm", "giao 17")
    assert "chưa có ai tên anh Vinh" in (talk.say("Tâm", "cho anh Vinh") or "")
    assert "em đã giao việc 17" in (talk.say("Tâm", "à cho Quân") or "")


@pytest.mark.parametrize("text", split("việc 2 | việc của tôi | để mai tính | Lan còn mấy việc | chưa biết | xong 2"))
def test_what_is_no_name_hands_nothing_out(talk: Talk, duties: Duties, text: str) -> None:
    talk.say("Tâm", "giao 17")
    talk.say("Tâm", text)
    talk.say("Tâm", "Lan")
    assert EventKind.ASSIGNED not in {event.kind for event in talk.events()}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("phòng VHXH", ["chị Lan"]),
        ("chị Lan", ["chị Lan"]),
        ("chị Lan với anh Dũng", ["chị Lan", "anh Dũng"]),
        ("VHXH nhé", ["chị Lan"]),
    ],
)
def test_whom_to_remind(talk: Talk, duties: Duties, text: str, names: list[str]) -> None:
    talk.now = at("10/10/2025 09:15")
    assert "cần nhắc ai" in (talk.say("Hà", "nhắc") or "")
    told = talk.say("Hà", text) or ""
    assert "nhắc" in told and all(name in told for name in names) and "chủ trì" not in told


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Hội thi cắm hoa", "Hội thi cắm hoa"),
        ("Lễ chào cờ tháng 10", "Lễ chào cờ tháng 10"),
        ("trao giấy khai sinh tại nhà", "trao giấy khai sinh tại nhà"),
        ("tên là Chợ phiên cuối tuần", "Chợ phiên cuối tuần"),
        ("Đội văn nghệ phường", "Đội văn nghệ phường"),
        ("bài: Khai mạc giải bóng đá", "Khai mạc giải bóng đá"),
    ],
)
def test_what_the_news_is_called(talk: Talk, text: str, title: str) -> None:
    assert "tên bài" in (talk.say("Lan", "gửi tin") or "")
    assert f'"{title}"' in (talk.say("Lan", text) or "")
    assert kinds(talk, EventKind.NEWS_SENT) == [title]


@pytest.mark.parametrize(
    "text",
    split("""để chị tìm | Để chị tìm | quên tên rồi | lát chị gửi | thôi khỏi | chưa có tên | tên gì cũng được | việc của tôi
    mai gửi tên | đợi xíu nhé | không có | bài nào | bài nào em | chị gửi sau nha | ok em"""),
)
def test_what_is_no_title_is_not_kept(talk: Talk, duties: Duties, text: str) -> None:
    talk.say("Lan", "gửi tin")
    talk.say("Lan", text)
    assert kinds(talk, EventKind.NEWS_SENT) == []


@pytest.mark.parametrize("text", split("VHXH | phần VHXH | phần của VHXH | của VHXH nhé | phòng VHXH | chọn VHXH"))
def test_whose_part_it_is(text: str) -> None:
    options = tuple(Option(unit, Act(Intent.assign), n) for n, unit in enumerate(("VP", "VHXH"), 1))
    assert [option.answer for option in chosen(options, text)] == ["VHXH"]
