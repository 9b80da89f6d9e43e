"""Taking back a report or a decision, in many words; the work's own withdrawals are results."""

import pytest

from bot.understanding.intents import CHANGES
from tests.bot.understanding.reading import bare, read, split

TAKEN_BACK = split("""
hủy xác nhận xong 44, em báo sớm quá | thu hồi báo xong việc 44 | xin bỏ xác nhận hoàn thành 44 | em rút lại, việc 44 chưa xong
xóa xác nhận hoàn thành việc 44 giúp em | bỏ báo xong 44 | nhầm rồi, việc 44 chưa xong | bỏ phần xong của việc 44 | hủy báo hoàn thành 44
xóa ghi nhận xong việc 44 | gỡ báo hoàn thành việc 44 | em báo nhầm, mở lại việc 44 | hủy duyệt 44 | rút lại quyết định duyệt 44 | hủy giao 44
rút đề nghị lùi 44 | hủy trả lại 44 | mở lại 44
ấy nhầm, chưa duyệt 44 nha | nhầm, 44 chưa duyệt | nhầm 44, chưa duyệt | lỡ tay duyệt 44 rồi | lỡ trả 44 rồi, lấy lại giúp anh
""")
OF_THE_LAST = split(
    "ủa nhầm, cái lúc nãy chưa xong, bỏ giúp e | em rút lại ạ | nhầm, chưa xong, xóa giúp em | hủy cái vừa rồi"
)
ASKED = split("nhầm việc 2, ý chị là 17 | nhầm 2, ý anh là 17 | em sai rồi | em hiểu sai rồi | bot sai rồi")
RESULTS = split("""
12 thu hồi giao đất 3 hộ | 12 đã hủy 5 hồ sơ | 20 thu hồi đất 3 hộ | việc 12 hủy kết quả đấu thầu gói 3 | 12 vướng thu hồi đất, chưa xong
""")


@pytest.mark.parametrize("text", TAKEN_BACK)
def test_a_task_named_is_taken_back(text: str) -> None:
    for typed in (text, bare(text)):
        [act] = read(typed, "unit_head").acts
        assert (act.intent.value, act.slots.task_ids) == ("undo_done", (44,)), typed


@pytest.mark.parametrize("text", OF_THE_LAST)
def test_the_last_entry_is_taken_back(text: str) -> None:
    for typed in (text, bare(text)):
        understood = read(typed, "staff", "reply_to_reminder")
        assert (understood.sure, [act.intent.value for act in understood.acts]) == (True, ["undo_done"]), typed


@pytest.mark.parametrize("text", ASKED)
def test_where_another_was_meant_or_the_bot_may_be_it_asks(text: str) -> None:
    assert not read(text, "unit_head").sure


@pytest.mark.parametrize("text", RESULTS)
def test_what_the_work_withdrew_is_a_result(text: str) -> None:
    assert not [act for act in read(text).acts if act.intent in CHANGES]


def test_a_reason_may_stand_behind_a_colon_or_comma() -> None:
    for text, reason in (
        ("mở lại 12: sai số liệu", "sai số liệu"),
        ("mo lai viec 12 : thieu phu luc", "thieu phu luc"),
        ("hủy báo hoàn thành việc 12, còn thiếu phụ lục", "còn thiếu phụ lục"),
        ("rút lại báo xong 12 nhé, sếp bắt sửa", "sếp bắt sửa"),
    ):
        (act,) = read(text, role="unit_head").acts
        assert (act.intent.value, act.slots.task_ids, act.slots.reason) == ("undo_done", (12,), reason)


SLIPS = split("""
nhầm, 17 không vướng | nhầm, 17 chưa trình | nhầm 17, đã có hướng dẫn rồi | à lộn, 17 60% | em nhầm ạ, việc 17 đã trình ký
xin lỗi em nhầm, 17 đăng 11 tin | ghi nhầm, 17 vẫn đang chờ Sở | nhầm: 17 như kỳ trước | báo lộn, 17 xong rồi
""")


@pytest.mark.parametrize("text", SLIPS)
def test_what_is_so_instead_stands_without_the_slip(text: str) -> None:
    for typed in (text, bare(text)):
        understood = read(typed)
        slip, told = understood.acts
        assert understood.sure and (slip.intent.value, slip.slots.task_ids, slip.slots.anew) == ("undo_done", (), (17,))
        assert told.slots.task_ids == (17,) and not bare(told.slots.statement or "").startswith(("nham", "lon")), typed


@pytest.mark.parametrize("text", split("nhầm 17 xong | lộn 17 hoàn thành"))
def test_a_slip_beside_done_may_deny_it(text: str) -> None:
    for typed in (text, bare(text)):
        understood = read(typed)
        assert not understood.sure and understood.acts[0].intent.value == "undo_done", typed


@pytest.mark.parametrize("text", split("nhằm 17 hộ nghèo | 17 ghi nhầm 3 hồ sơ | lớn 17"))
def test_other_words_are_no_slip(text: str) -> None:
    assert all(not act.slots.anew for act in read(text).acts)


WHAT_WAS_UNDONE = split("""
em vừa hoàn tác cái gì | hoàn tác cái gì vậy | sao em lại hoàn tác | em đã hoàn tác chưa | em vừa bỏ cái gì | hoàn tác rồi à
""")
WHAT_OF_A_TASK = split("em mở lại 7 chưa | ai hoàn tác việc 7 | em vừa bỏ phần báo xong 7 à | bỏ báo xong 7 chưa em")


@pytest.mark.parametrize("text", WHAT_WAS_UNDONE)
def test_what_was_taken_back_is_asked(text: str) -> None:
    for typed in (text, bare(text)):
        assert [act.intent.value for act in read(typed).acts] == ["what_was_undone"], typed


@pytest.mark.parametrize("text", WHAT_OF_A_TASK)
def test_of_a_task_its_card_answers(text: str) -> None:
    assert [(act.intent.value, act.slots.task_ids) for act in read(text).acts] == [("task_detail", (7,))]


@pytest.mark.parametrize(
    "text",
    split(
        "17 đã bỏ 3 thủ tục | việc 17 vừa bỏ 2 bước | mở lại 17 vì chưa rõ số liệu | bỏ báo xong 17 vì ai đó báo nhầm"
    ),
)
def test_told_or_ordered_is_no_question(text: str) -> None:
    assert read(text, "unit_head").acts[0].intent.value in ("progress", "undo_done")


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("duyệt nhầm rồi", "approve"), ("anh bấm duyệt nhầm", "approve"), ("hủy duyệt 44", "approve"),
        ("rút lại quyết định duyệt 44", "approve"), ("trả lại nhầm rồi", "reject"), ("trả nhầm 2", "reject"),
        ("hủy trả lại 44", "reject"), ("hủy giao 44", "assign"), ("nhắc nhầm phòng rồi", "remind_unit"),
        ("báo nhầm", None), ("hoàn tác", None), ("mở lại 44", None), ("bỏ báo xong 44", None), ("rút đề nghị lùi 44", "extend_request"),
    ],
)  # fmt: skip
def test_a_slip_names_its_act(text: str, act: str | None) -> None:
    for typed in (text, bare(text)):
        [back] = read(typed, "unit_head").acts
        assert (back.intent.value, back.slots.of_act) == ("undo_done", act), typed


@pytest.mark.parametrize(
    "text",
    split("ủa 7 chưa xong, chị nhầm | 7 chưa xong đâu, em nhầm | 7 chưa xong, em báo nhầm | à 7 chưa xong, nhầm rồi"),
)
def test_denied_and_then_owned_to(text: str) -> None:
    for typed in (text, bare(text)):
        understood = read(typed)
        assert understood.sure and [(a.intent.value, a.slots.task_ids) for a in understood.acts] == [
            ("undo_done", (7,))
        ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("mở lại 2 đi, ban hành nhầm số", "ban hành nhầm số"),
        ("mở lại 2 giúp em, Sở trả hồ sơ", "Sở trả hồ sơ"),
        ("mở lại 2 giúp em, báo nhầm", None),
    ],
)
def test_the_reason_stands_behind_the_comma(text: str, reason: str | None) -> None:
    (act,) = read(text).acts
    assert (act.intent.value, act.slots.task_ids, act.slots.reason) == ("undo_done", (2,), reason)


def test_a_sigh_in_front_of_a_wish_for_time_withdraws_nothing() -> None:
    for text in (
        "thôi xin lùi 17 đến 24/12 vì chờ Sở",
        "thôi xin lùi đến thứ 6 tuần sau nhé",
        "thôi xin lùi 17 thêm 1 tuần",
    ):
        assert read(text).acts[0].intent.value == "extend_request", text
    for text in ("thôi xin lùi 17", "thôi không xin lùi nữa", "khỏi xin lùi 17"):
        assert read(text).acts[0].intent.value == "undo_done", text
