"""Who is written to too often is asked what he wants; who names hours or tasks has said it."""

import pytest

from tests.bot.understanding.reading import bare, intents, read, split


@pytest.mark.parametrize(
    "text",
    split("""đừng nhắn nhiều thế | đừng nhắn chị nhiều quá em ơi | nhắn ít thôi | bớt nhắn lại đi | sao nhắn nhiều vậy | sáng nào cũng nhắn mệt quá
    đừng nhắc hoài vậy | thôi đừng gửi nhiều thế"""),
)
def test_too_many_messages_are_made_fewer_only_when_agreed(text: str) -> None:
    for typed in (text, bare(text)):
        understood = read(typed)
        assert not understood.sure, typed
        assert [(each.intent, each.slots.weekday, each.slots.mode) for each in understood.readings] == [
            ("settings_time", "MO", None),
            ("settings_time", None, "off"),
        ]


@pytest.mark.parametrize("role", ["unit_head", "office_head", "leader"])
def test_a_head_may_mean_whom_he_has_just_chased(role: str) -> None:
    for text in ("đừng nhắc nữa", "thôi đừng nhắc nữa em", "khỏi nhắc nữa"):
        understood = read(text, role)
        assert not understood.sure and [each.slots.mode for each in understood.readings] == ["off"]
    assert read("đừng nhắc nữa", "staff").sure and read("tắt nhắc", role).sure


@pytest.mark.parametrize(
    "text",
    split("""đừng nhắn sau 6 giờ tối | 8 phải gửi nhiều tin | 7 dân nhắn nhiều quá | cơ quan nhắc nhiều lần mà phòng chưa nộp | đừng nhắc việc này nữa
    hằng ngày nhắc 1 lần là đủ, đừng nhắc nhiều | đừng nhắc phòng kinh tế nhiều quá | đừng nhắc cuối tuần | nhắc các phòng gửi nhiều tin"""),
)
def test_other_words_of_writing_offer_no_monday(text: str) -> None:
    understood = read(text, "office_head")
    assert all(each.slots.weekday != "MO" for each in (*understood.acts, *understood.readings))


@pytest.mark.parametrize(
    "text",
    split("""đúng rồi nhân viên bên chị | đúng nhân viên phòng anh đó | đúng nhắc vậy là được | đúng bảo vậy cũng được | dùng nhắn tin nhóm cũng được
    dùng nhận xét của anh Vinh nhé | đúng nhân sự mới của phòng | anh Dũng nhắn rồi | Dũng bảo thế | đúng nhận thức là như thế | không nhận hồ sơ này
    không nhận ai cả | tạm dừng tiếp nhận người mới | dung nhan vien phong anh do | dung roi nhan vien cua chi | dung nhan su moi cua phong"""),
)
def test_words_that_only_sound_like_it_turn_nothing_off(text: str) -> None:
    for role in ("staff", "unit_head", "office_head"):
        understood = read(text, role)
        assert all(act.slots.mode != "off" for act in (*understood.acts, *understood.readings)), role


@pytest.mark.parametrize(
    "text",
    split("""đừng nhắn tin cho anh nữa | dừng nhắc anh đi | tắt nhắc giúp anh | ngưng nhắn tin | thôi đừng nhắc anh nữa
    dùng nhắc nữa | không nhận tin nữa | đúng rồi, đừng nhắn nữa em | không nhận thông báo nữa"""),
)
def test_what_turns_them_off_still_does(text: str) -> None:
    understood = read(text)
    assert "off" in {act.slots.mode for act in (*understood.acts, *understood.readings)}


@pytest.mark.parametrize("text", ["à mà thôi đừng nhắc nữa", "mà thôi đừng nhắc em nữa", "ủa mà thôi khỏi nhắc nữa"])
def test_another_mind_turns_nothing_off_unasked(text: str) -> None:
    assert not read(text, "staff").sure


@pytest.mark.parametrize("text", ["thôi khỏi nhắc lại, em nhớ rồi ạ", "khỏi nhắc lại"])
def test_no_reminder_again(text: str) -> None:
    assert intents(text) == ["smalltalk_other"]


@pytest.mark.parametrize("text", split("bật lại | thôi bật lại đi em | bật lại như cũ nhé | mở lại lời nhắc"))
def test_reminders_are_turned_on_again(text: str) -> None:
    for typed in (text, bare(text)):
        (act,) = read(typed).acts
        assert (act.intent.value, act.slots.mode) == ("settings_time", "on") and read(typed).sure
    assert "settings_time" not in {act.intent.value for act in (*read("bật lại việc 7").acts, *read("mở lại 7").acts)}
