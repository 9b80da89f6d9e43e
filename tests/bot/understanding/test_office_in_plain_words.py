"""Going live, somebody put out with the reason said, a unit renamed without "tên"."""

import pytest

from tests.bot.understanding.reading import Told, read, says, told

OFFICE: dict[str, Told] = {
    "ok cho chạy thật từ mai": says("go_live"),
    "đồng ý cho chạy thật luôn nhé em": says("go_live"),
    "ừ cho chạy đi": says("go_live"),
    "cắt kết nối chị Hoa giúp anh, chị nghỉ hưu": says("disconnect", person="chị Hoa"),
    "cắt kết nối anh Phúc, anh chuyển công tác rồi": says("disconnect", person="anh Phúc"),
    "ngat ket noi cua a phuc giup a": says("disconnect", person="phuc"),
}


@pytest.mark.parametrize(("text", "act"), OFFICE.items())
def test_said_in_plain_words(text: str, act: Told) -> None:
    assert told(read(text, "office_head")) == [act]


@pytest.mark.parametrize(
    "text",
    ["cho chạy thật từ thứ 2", "cho chạy lại việc 12", "máy cho chạy chưa", "chạy thật chưa em", "ngắt kết nối mạng, sửa xong rồi",
     "đổi phòng họp thành phòng đọc", "đổi việc 7 thành việc 8", "đổi phòng VHXH làm 7"],
)  # fmt: skip
def test_what_only_sounds_like_it(text: str) -> None:
    assert not {"go_live", "disconnect", "change_unit"} & {act.intent.value for act in read(text, "office_head").acts}


def test_a_unit_is_renamed_without_the_word() -> None:
    ((intent, slots),) = told(read("đổi phòng VHXH thành Phòng Văn hóa", "office_head"))
    assert intent == "change_unit" and (slots["mode"], slots["title"]) == ("rename", "Phòng Văn hóa")
