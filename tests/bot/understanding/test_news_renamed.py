"""A news item's title said anew, and what only sounds like it."""

import pytest

from tests.bot.understanding.reading import bare, read, split

TITLE = "Phường Ba Ngòi tổ chức tập huấn"
OF_AN_ITEM = [
    ("sửa tiêu đề tin 3 thành {}", None, (3,)),
    ("sửa tên tin T10-01 thành {}", "T10-01", ()),
    ("sửa tin T10-01 thành: {}", "T10-01", ()),
    ("tin T10-01 đổi tên thành {} giúp em", "T10-01", ()),
    ("tin T10-01 sai tên, sửa lại là {}", "T10-01", ()),
    ("tin vừa gửi sửa lại là {}", None, ()),
    ("tin em vừa gửi sửa lại là: “{}” nhé", None, ()),
    ("đổi tên bài vừa rồi thành {} ạ", None, ()),
    ("tiêu đề tin vừa rồi sai rồi, sửa thành {}", None, ()),
]
OF_THE_LAST = split(
    "tiêu đề sai, đúng là {} | đính chính tiêu đề: {} | cho em sửa tên bài thành {} | bài của em sửa lại tiêu đề là {}"
)


@pytest.mark.parametrize(("text", "code", "numbers"), OF_AN_ITEM)
def test_the_item_and_its_new_title_are_read(text: str, code: str | None, numbers: tuple[int, ...]) -> None:
    for typed, title in ((text, TITLE), (bare(text), bare(TITLE))):
        (act,) = read(typed.format(title)).acts
        slots = act.slots
        found = (act.intent.value, slots.mode, slots.code, slots.news_ids, slots.title)
        assert found == ("news_back", "rename", code, numbers, title), typed


@pytest.mark.parametrize("title", ["Hội sách", "Bàn giao nhà", "Trao tặng nhà tình nghĩa"])
def test_a_short_title_and_a_house_stay_whole(title: str) -> None:
    for text in (f"sửa tên tin T10-04 thành {title}", f"bài: {title}"):
        assert read(text).acts[0].slots.title == title, text


@pytest.mark.parametrize("text", OF_THE_LAST)
def test_where_no_item_is_named_the_last_is_asked_about(text: str) -> None:
    (act,) = read(text.format(TITLE)).acts
    assert (act.intent.value, act.slots.mode, act.slots.title) == ("news_back", "rename_ask", TITLE)


@pytest.mark.parametrize(
    "text",
    split("""sửa tin 3 thành 5 tin | sửa việc 3 thành 5 tin | sửa tiêu đề tin 3 được không? | đổi tên phòng VHXH thành Phòng Văn hóa Xã hội | tin T10-01 sai
    sửa tên việc 7 thành Tập huấn cán bộ phường | 8 đăng tin sửa lại là 12 tin 3 bài | bài viết của phòng chưa sửa lại là vì chờ ảnh | tin: sửa lại nhà văn hóa là việc của dân"""),
)
def test_other_mending_renames_no_item(text: str) -> None:
    assert not any(act.intent == "news_back" and act.slots.title for act in read(text).acts)
