"""Reminding others: everybody named is an act, a day of theirs is kept, and what should wait is asked about."""

import pytest

from tests.bot.understanding.reading import Told, bare, bare_told, read, says, split, told

KT = {"unit_full": "Phòng Kinh tế, Hạ tầng và Đô thị"}
VHXH = {"unit_full": "Phòng Văn hóa – Xã hội"}
VP = {"unit_full": "Văn phòng"}


def remind(*numbers: int, **slots: str) -> Told:
    return says("remind_unit", *numbers, **slots)


SEVERAL = [
    ("nhắc P.KT và P.VHXH việc 22", [remind(22, unit="P.KT", **KT), remind(22, unit="P.VHXH", **VHXH)]),
    ("đôn đốc VHXH, KT nộp báo cáo", [remind(unit="VHXH", **VHXH), remind(unit="KT", **KT)]),
    (
        "nhắc giúp anh VP, VHXH và KT việc 9",
        [remind(9, unit="VP", **VP), remind(9, unit="VHXH", **VHXH), remind(9, unit="KT", **KT)],
    ),
    ("nhắc anh Nam với chị Hoa việc 5", [remind(5, person="anh Nam"), remind(5, person="chị Hoa")]),
    ("nhắc P.KT với anh Nam việc 3", [remind(3, unit="P.KT", **KT), remind(3, person="anh Nam")]),
]
ONE = [
    ("nhắc phòng Kinh tế, Hạ tầng và Đô thị việc 7", [remind(7, unit="phòng Kinh tế, Hạ tầng và Đô thị", **KT)]),
    ("đôn đốc VHXH với em", [remind(unit="VHXH", **VHXH)]),
    ("nhắc P.KT việc 3 và 5", [remind(3, 5, unit="P.KT", **KT)]),
    ("hối P.VHXH việc 8 giùm anh", [remind(8, unit="P.VHXH", **VHXH)]),
    ("nhắc anh Nam mai nộp việc 40", [remind(40, person="anh Nam", date="2025-11-21")]),
    ("nhắc VHXH hoàn thành việc 9 trước 28/11", [remind(9, unit="VHXH", **VHXH, date="2025-11-28")]),
]


@pytest.mark.parametrize(("text", "acts"), [*SEVERAL, *ONE])
def test_nobody_named_is_dropped(text: str, acts: list[Told]) -> None:
    understood = read(text, "office_head")
    assert told(understood) == acts
    assert understood.sure
    if "hối" not in text:  # without its accent it asks
        assert told(read(bare(text), "office_head")) == bare_told(acts)


@pytest.mark.parametrize(
    "text",
    split("""mai nhắc phòng VHXH nhé | tuần sau nhắc các phòng nộp báo cáo | chiều nhắc P.KT giúp anh | thứ 6 em nhắc anh Nam việc 5
    2 tiếng nữa nhắc VHXH việc 8 | 15h nhắc phòng Kinh tế giúp anh | nhắc lại Hoa lúc 3h chiều | nhac lai Hoa luc 3h chieu
    15h nhắc Hoa việc 30 | mai nhắc lại Hoa việc 30 | nhắc Hoa, Phúc lúc 15h | mỗi sáng nhắc Hoa việc 30 | nhắc lại cho Hoa việc 30 lúc 14h"""),
)
def test_a_reminder_for_later_is_asked_about(text: str) -> None:
    """Others are reminded at once or not at all."""
    understood = read(text, "office_head")
    assert not understood.sure
    assert {act.intent for act in understood.readings} == {"remind_unit"}


@pytest.mark.parametrize(
    "text",
    split(
        "mai họp giao ban, nhắc các phòng nộp báo cáo | hôm nay nhắc phòng VHXH nhé | việc 5 mai hết hạn, nhắc anh Nam"
    ),
)
def test_a_day_that_is_not_the_reminders_own_asks_nothing(text: str) -> None:
    assert read(text, "office_head").sure


@pytest.mark.parametrize("text", split("phòng chống hối lộ | em hối hận quá | tỷ giá hối đoái hôm nay"))
def test_other_words_remind_nobody(text: str) -> None:
    assert all(act.intent != "remind_unit" for act in read(text, "office_head").acts)


@pytest.mark.parametrize(
    "text",
    split("""nhắc P.KT chiều nay | nhắc P.KT vào thứ 6 | nhắc anh Nam việc 5 sáng mai | nhắc các phòng vào đầu giờ chiều | nhắc hết chiều nay
    hàng tuần nhắc P.KT | nhắc P.KT mỗi sáng | mai nhắc hết | tuần sau nhắc hết nhé | hôm qua nhắc P.KT rồi, nay nhắc lại nhé"""),
)
def test_a_later_hour_at_the_end_or_an_order_repeated_is_asked_about(text: str) -> None:
    for typed in (text, bare(text)):
        understood = read(typed, "office_head")
        assert not understood.sure, typed
        assert {act.intent for act in understood.readings} == {"remind_unit"}, typed


@pytest.mark.parametrize(
    "text",
    split("""nhắc P.KT chiều nay nộp báo cáo | nhắc P.KT họp chiều nay | nhắc P.KT nộp trước thứ 6 | nhắc các phòng nộp báo cáo chiều nay
    nhắc P.KT ngay | nhắc những ai hôm qua chưa nộp | hôm qua P.KT chưa nộp, nhắc P.KT"""),
)
def test_a_day_of_the_work_itself_is_no_later_reminder(text: str) -> None:
    understood = read(text, "office_head")
    assert understood.sure and {act.intent for act in understood.acts} == {"remind_unit"}


YESTERDAY = """
hôm qua nhắc ai | hôm qua em nhắc những ai | hôm qua đã nhắc ai rồi | đã nhắc ai hôm qua | nhắc ai hôm qua | hôm qua nhắc được mấy người
chiều hôm qua nhắc ai | hôm qua bot nhắc ai vậy
"""


@pytest.mark.parametrize("text", split(YESTERDAY))
@pytest.mark.parametrize("role", ["staff", "unit_head", "office_head", "leader"])
def test_what_is_asked_of_a_day_that_is_over_reminds_nobody(text: str, role: str) -> None:
    for typed in (text, bare(text)):
        understood = read(typed, role)
        assert told(understood) == [says("who_was_reminded", date="2025-11-19")] and understood.sure, typed


@pytest.mark.parametrize("text", split("hôm qua nhắc P.KT rồi | hôm qua nhắc P.KT chưa | tuần trước nhắc những ai"))
def test_what_was_done_is_no_order(text: str) -> None:
    assert {act.intent for act in read(text, "office_head").acts} == {"who_was_reminded"}


@pytest.mark.parametrize(
    "text",
    split("nhắc lại em việc 2 lúc 3h chiều | 15h nhắc em việc 2 | mai nhắc lại việc 14 | nhắc lại tôi việc 2 sáng mai"),
)
def test_his_own_reminder_is_still_put_off(text: str) -> None:
    assert [act.intent.value for act in read(text, "unit_head").acts] == ["snooze"]


@pytest.mark.parametrize("text", ["nhắc em thứ 2 hàng tuần", "nhac em thu 2 hang tuan"])
def test_a_weekday_behind_an_address_is_nobody_called_thu(text: str) -> None:
    assert [act.intent.value for act in read(text, "unit_head").acts] == ["settings_time"]


@pytest.mark.parametrize(
    ("text", "number"),
    [("nhắc em 26 vào thứ 5", 26), ("mai nhắc anh 26 nhé", 26), ("nhắc lại chị 7 lúc 3h chiều", 7), ("chiều nhắc lại em 14 nhé", 14),
     ("nhắc em 8h sáng mai", None), ("nhắc tôi 17 chiều mai", None), ("nhắc em 15 phút nữa", None), ("nhắc em 2 ngày nữa", None), ("nhắc em 26/12", None)],
)  # fmt: skip
def test_a_number_no_day_takes_is_the_task(text: str, number: int | None) -> None:
    understood = read(text, "unit_head")
    assert [act.intent for act in understood.acts] == ["snooze"] and understood.sure
    assert understood.acts[0].slots.task_ids == ((number,) if number else ())


LATE = """
nhắc các phòng chậm | nhắc những phòng chậm | nhắc ai trễ hạn | nhắc ai quá hạn thôi | nhắc phòng nào trễ | nhắc những người đang trễ việc
nhắc những đơn vị đang chậm tiến độ nhé | nhắc P.KT việc quá hạn | nhắc anh Nam việc trễ | nhắc hết việc quá hạn | đôn đốc các phòng chậm
"""
NOT_ONLY = """
nhắc các phòng nộp chậm | nhắc các phòng chậm nộp báo cáo | nhắc các phòng chậm nhất thứ 6 nộp | nhắc các đơn vị sắp đến hạn
nhắc mọi người đừng trễ | nhắc các phòng | nhắc việc 5 trễ
"""


@pytest.mark.parametrize(
    ("text", "which"), [*((t, "late") for t in split(LATE)), *((t, None) for t in split(NOT_ONLY))]
)
def test_the_late_alone_are_reminded_where_only_they_are_named(text: str, which: str | None) -> None:
    for typed in (text, bare(text)):
        (act,) = read(typed, "office_head").acts
        assert (act.intent, act.slots.which, act.slots.text) == ("remind_unit", which, None), typed


@pytest.mark.parametrize(
    ("text", "acts"),
    [("nhắc Hoa 17", [remind(17, person="Hoa")]), ("giục Hoa 31 đi em", [remind(31, person="Hoa")]), ("nhắc lại Hoa 30", [remind(30, person="Hoa")]),
     ("nhắc anh Nam 24 nhé", [remind(24, person="anh Nam")]), ("nhắc Nam 26 với 23", [remind(26, 23, person="Nam")]), ("nhắc P.KT 3, 5", [remind(3, 5, unit="P.KT", **KT)]),
     ("nhắc Hoa với Nam 7", [remind(7, person="Hoa"), remind(7, person="Nam")])],
)  # fmt: skip
def test_a_number_behind_a_name_is_the_task(text: str, acts: list[Told]) -> None:
    for typed in (text, bare(text)):
        understood = read(typed, "office_head")
        assert told(understood) == acts and understood.sure, typed


@pytest.mark.parametrize(
    "text",
    split(
        "nhắc Hoa 17h | nhắc Hoa 2 ngày | nhắc Hoa ngày 17 | nhắc Hoa 17/10 | nhắc Hoa thứ 6 | nhắc Hoa 2 lần | nhắc Hoa quý 4"
    ),
)
def test_an_hour_a_day_or_a_count_is_no_task(text: str) -> None:
    assert all(not act.slots.task_ids for act in read(text, "office_head").acts)


@pytest.mark.parametrize("text", ["mai nhắc Hoa 17", "15h nhắc Hoa 17"])
def test_a_task_named_so_for_later_is_asked_about(text: str) -> None:
    assert not read(text, "office_head").sure


@pytest.mark.parametrize(
    "text",
    split("""công văn 77 yêu cầu báo cáo rà soát hẻm, P.KT làm, hạn 20/12 | mới có thông báo yêu cầu báo cáo tình hình cháy rừng, P.KT nộp
    có CV 90/UBND yêu cầu báo cáo chuyển đổi số, hạn 18/12, P.KT làm | Kính gửi các phòng, đề nghị báo cáo số liệu hộ tịch trước 20/12
    Sở Tài chính có công văn 50/STC yêu cầu báo cáo giải ngân, em ghi cho Hoa hạn 20/12 | Kính gửi: các đơn vị. Yêu cầu nộp số liệu trước 9/12"""),
)
def test_what_a_letter_asks_presses_nobody(text: str) -> None:
    for typed in (text, bare(text)):
        assert all(act.intent != "remind_unit" for act in read(typed, "office_head").acts), typed


@pytest.mark.parametrize(
    "text",
    split(
        "theo CV 90 đề nghị P.KT nộp báo cáo | có CV 90 rồi, nhắc P.KT nộp báo cáo | yêu cầu P.KT nộp báo cáo trước 18/12"
    ),
)
def test_beside_a_letter_an_order_still_reminds(text: str) -> None:
    assert [act.intent for act in read(text, "office_head").acts] == ["remind_unit"]


@pytest.mark.parametrize(
    "text",
    split("kính gửi các đồng chí, đề nghị nộp kết quả | UBND tỉnh yêu cầu các phòng báo cáo kết quả trước 20/12"),
)
def test_what_may_be_a_letter_presses_nobody_unasked(text: str) -> None:
    for typed in (text, bare(text)):
        assert not read(typed, "office_head").sure, typed


@pytest.mark.parametrize(
    ("text", "acts"),
    [("nhắc các phòng gửi báo cáo về VP", [remind()]), ("đề nghị các phòng gửi số liệu CCHC về VHXH", [remind()]),
     ("nhắc Hoa gửi báo cáo cho P.KT", [remind(person="Hoa")]),
     ("nhắc các phòng, trước hết là P.KT", [remind(unit="P.KT", **KT)])],
)  # fmt: skip
def test_the_unit_something_goes_to_is_not_reminded(text: str, acts: list[Told]) -> None:
    for typed in (text, bare(text)):
        assert told(read(typed, "office_head")) == bare_told(acts), typed


@pytest.mark.parametrize(
    "text",
    split(
        "duyệt 26 đi em mà nhớ nhắc Hoa làm sớm | duyệt 26 rồi nhắc Hoa làm sớm | duyệt 26 nhé, em nhớ nhắc Hoa làm sớm"
    ),
)
def test_a_verdict_before_the_order_is_not_lost(text: str) -> None:
    for typed in (text, bare(text)):
        assert told(read(typed, "unit_head")) == [says("approve", 26), remind(person="Hoa")], typed


@pytest.mark.parametrize(
    ("text", "unit"),
    [("nhắc phòng chưa nộp tin", None), ("nhắc đơn vị còn thiếu báo cáo", None), ("nhắc phòng mình chưa nộp tin", "phòng mình"), ("nhắc cả phòng chưa nộp", "phòng"),
     ("nhắc toàn ban nhé", "ban"), ("nhắc cả ban", "ban")],
)  # fmt: skip
def test_whichever_unit_lacks_something_is_not_ones_own(text: str, unit: str | None) -> None:
    (act,) = read(text, "unit_head").acts
    assert (act.intent, act.slots.unit, act.slots.text) == ("remind_unit", unit, None)


@pytest.mark.parametrize(
    ("text", "words"),
    [("đề nghị P.KT báo cáo giải ngân trước 20/12", "báo cáo giải ngân trước 20/12"), ("đề nghị các phòng gửi số liệu hộ tịch", "gửi số liệu hộ tịch"),
     ("yêu cầu các phòng nộp kết quả tháng 11 trước 20/12", None), ("đề nghị P.KT nộp báo cáo gấp", None), ("đề nghị các đơn vị báo cáo tiến độ", None)],
)  # fmt: skip
def test_a_matter_of_its_own_is_said_back_however_it_is_asked_for(text: str, words: str | None) -> None:
    (act,) = read(text, "office_head").acts
    assert (act.intent, act.slots.text) == ("remind_unit", words)


@pytest.mark.parametrize(
    ("text", "unclear"),
    [
        ("giục XYZ việc 5", "XYZ việc 5"),
        ("nhắc bên thuế việc 7", "bên thuế việc 7"),
        ("nhắc việc 5", None),
        ("nhắc giúp anh việc 5", None),
        ("nhắc phòng Quy hoạch việc 5", None),
    ],
)
def test_nobody_of_the_office_is_asked_about_and_others_are_left_alone(text: str, unclear: str | None) -> None:
    assert read(text, role="office_head").acts[0].slots.unclear == unclear


@pytest.mark.parametrize("text", split("nhắc Nam 23, 24 thôi | nhắc Nam 23 với 24 thôi nhé | nhắc Nam mỗi 23, 24"))
def test_these_and_no_others(text: str) -> None:
    understood = read(text, role="office_head")
    assert understood.sure and told(understood) == [remind(23, 24, person="Nam")]


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("soạn nhắc nhóm KT", {"unit": "KT", **KT}),
        ("soạn tin nhắc nhóm phòng KT", {"unit": "phòng KT", **KT}),
        ("soạn nhắc nhóm cho P.VHXH nhé", {"unit": "P.VHXH", **VHXH}),
        ("viết giúp chị tin nhắn gửi nhóm P.KT", {"unit": "P.KT", **KT}),
        ("soạn tin nhắn nhóm trung tâm", {"unit": "trung tâm"}),
        ("soạn nhắc nhóm", {}),
        ("soạn giúp anh tin nhắn chung cho các phòng", {}),
    ],
)
def test_a_text_for_the_group_of_one_unit_reminds_nobody(text: str, to: dict[str, str]) -> None:
    understood = read(text, role="office_head")
    assert understood.sure and told(understood) == [says("draft_group_reminder", **to)]
