""" "Bài … em viết xong rồi, gửi lên đây": news handed in, no task done; what is only written is asked about."""

import pytest

from tests.bot.understanding.reading import bare, read, split

HANDED_IN = [
    ("bài tập huấn CCHC em viết xong rồi, gửi lên đây", "tập huấn CCHC"),
    ("bài viết về hội nghị đối thoại em làm xong rồi, gửi lên đây ạ", "hội nghị đối thoại"),
    ("em viết xong bài tập huấn CCHC rồi, gửi lên đây ạ", "tập huấn CCHC"),
    ("bài ra quân dọn vệ sinh phòng em làm xong rồi gửi chị", "ra quân dọn vệ sinh"),
    ("bài viết về tập huấn em làm xong rồi, gửi lên đây ạ", None),
    ("bài em viết xong rồi, gửi lên đây", None),
    ("phòng VHXH viết xong bài rồi, gửi lên đây", None),
]


@pytest.mark.parametrize(("text", "title"), HANDED_IN)
def test_written_and_sent_it_is_handed_in(text: str, title: str | None) -> None:
    for typed, named in ((text, title), (bare(text), title and bare(title))):
        understood = read(typed)
        assert [(act.intent.value, act.slots.title) for act in understood.acts] == [("submit_news", named)]
        assert understood.sure


@pytest.mark.parametrize(
    "text",
    split(
        "bài tập huấn CCHC em viết xong rồi | em viết xong bài rồi | bài phát biểu của chủ tịch em viết xong rồi, gửi chị"
    ),
)
def test_only_written_or_perhaps_no_news_is_asked_about(text: str) -> None:
    assert not read(text).sure


@pytest.mark.parametrize(
    "text",
    split(
        "bài tập huấn CCHC em viết xong chưa? | bài tập huấn CCHC em chưa viết xong | bài tập huấn CCHC mai em viết xong rồi gửi"
    ),
)
def test_what_is_not_written_is_not_handed_in(text: str) -> None:
    understood = read(text)
    assert not understood.sure or understood.acts[0].intent.value != "submit_news"


@pytest.mark.parametrize(
    ("text", "done"), [("việc 7 em làm xong rồi, gửi lên đây", (7,)), ("bài của việc 7 em viết xong rồi", (7,))]
)
def test_of_a_task_by_its_number_it_is_done(text: str, done: tuple[int, ...]) -> None:
    (act,) = read(text).acts
    assert (act.intent.value, act.slots.task_ids) == ("done", done)
