"""Several tasks in one message, each with its own reason; and words beside a number that hold it up, or only look like it."""

import pytest

from tests.bot.understanding.reading import Told, bare, bare_told, done, progress, read, says, told

PHOTO, FIGURES = says("reject", 2, reason="thiếu ảnh"), says("reject", 7, reason="thiếu số liệu")
EACH: list[tuple[str, list[Told]]] = [
    ("trả 2 vì thiếu ảnh và 7 vì thiếu số liệu", [PHOTO, FIGURES]),
    ("trả 2 vì thiếu ảnh, 7 vì thiếu số liệu", [PHOTO, FIGURES]),
    ("trả 2 vì thiếu ảnh, còn 7 vì thiếu số liệu", [PHOTO, FIGURES]),
    ("trả 2 vì thiếu ảnh 7 vì thiếu số liệu", [PHOTO, FIGURES]),
    ("trả 2 thiếu ảnh, 7 thiếu số liệu", [PHOTO, FIGURES]),
    ("trả 2 thiếu ảnh; 7 vì thiếu số liệu", [PHOTO, FIGURES]),
    ("trả 2 (thiếu ảnh), 7 (thiếu số liệu)", [PHOTO, FIGURES]),
    ("bác 2 do thiếu ảnh, việc 7 do thiếu số liệu nhé em", [PHOTO, FIGURES]),
    ("không duyệt 2 vì thiếu ảnh và 7 vì thiếu số liệu", [PHOTO, FIGURES]),
    ("duyệt 3, trả 2 vì thiếu ảnh và 7 vì thiếu số liệu", [says("approve", 3), PHOTO, FIGURES]),
    (
        "trả 2 vì thiếu ảnh, 7 và 8 vì thiếu số liệu",
        [PHOTO, says("reject", 7, 8, reason="thiếu số liệu")],
    ),
    ("trả 2, 7 vì thiếu số liệu", [says("reject", 2, 7, reason="thiếu số liệu")]),
    ("trả 2 và 7 vì thiếu số liệu", [says("reject", 2, 7, reason="thiếu số liệu")]),
    ("trả 2 vì thiếu ảnh và 7 phòng chưa ký", [says("reject", 2, reason="thiếu ảnh và 7 phòng chưa ký")]),
    (
        "xin lùi 7 đến 24/11 vì chờ Sở và 8 vì thiếu kinh phí",
        [
            says("extend_request", 7, date="2025-11-24", reason="chờ Sở"),
            says("extend_request", 8, date="2025-11-24", reason="thiếu kinh phí"),
        ],
    ),
    ("giải trình 7 do mưa và 8 do thiếu vốn", [says("explain", 7, text="mưa"), says("explain", 8, text="thiếu vốn")]),
]


@pytest.mark.parametrize(("text", "acts"), EACH, ids=[text for text, _ in EACH])
def test_each_task_has_the_reason_said_of_it(text: str, acts: list[Told]) -> None:
    for typed, expected in ((text, acts), (bare(text), bare_told(acts))):
        understood = read(typed, "unit_head")
        assert told(understood) == expected and understood.sure, typed


@pytest.mark.parametrize("text", ["trả 2 vì trùng với 7 và 8", "trả 2 vì ảnh mờ, trang 7 vì in lỗi"])
def test_a_number_inside_a_reason_is_asked_about(text: str) -> None:
    understood = read(text, "unit_head")
    assert not understood.sure and [act.slots.task_ids for act in understood.acts] == [(2,)]


BESIDE: list[tuple[str, list[Told]]] = [
    ("7 vướng, 8 xong", [progress(7, text="vướng"), done(8)]),
    ("7 kẹt, 8 xong", [progress(7, text="kẹt"), done(8)]),
    ("7 đang làm, 8 xong", [progress(7, text="đang làm"), done(8)]),
    ("xong 7 vướng 8", [done(7), progress(8)]),
    ("xong 7 kẹt 8", [done(7), progress(8)]),
    ("vướng 7, 8 chờ Sở", [progress(7, 8)]),
    ("kẹt 7, 8 chờ Sở", [progress(7, 8)]),
    ("7 kết hợp 8 tập huấn", [progress(7, text="kết hợp 8 tập huấn")]),
    ("7 kết quả 90%", [progress(7, percent=90)]),
    ("8 kết quả 12 tin, 3 bài", [progress(8, text="kết quả 12 tin, 3 bài")]),
    ("7 xong 8 kết quả 12 tin", [done(7), progress(8, text="kết quả 12 tin")]),
    ("hoàn thành 7 kết quả tốt", [done(7)]),
]


@pytest.mark.parametrize(("text", "acts"), BESIDE, ids=[text for text, _ in BESIDE])
def test_what_holds_one_up_is_not_done_with_the_other(text: str, acts: list[Told]) -> None:
    for typed, expected in ((text, acts), (bare(text), bare_told(acts))):
        understood = read(typed)
        assert told(understood) == expected and understood.sure, typed


@pytest.mark.parametrize("text", ["xong 7, tổng kết 8", "7 đã tổng kết 8 lớp", "7 ký cam kết 8 hộ"])
def test_other_words_in_ket_hold_nothing_up_and_name_no_task(text: str) -> None:
    assert all(8 not in act.slots.task_ids for act in read(text).acts)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("không cho lùi 31, không đồng ý đâu, dân chờ lâu rồi", "dân chờ lâu rồi"),
        ("không đồng ý 31 đâu, dân chờ lâu rồi", "dân chờ lâu rồi"),
        ("trả 17 thì chưa, thiếu phân công", "thiếu phân công"),
        ("trả 17 vì không đúng mẫu", "không đúng mẫu"),
        ("trả 17 chưa có phụ lục, sai số liệu", "chưa có phụ lục, sai số liệu"),
        ("không duyệt 17: do thiếu phụ lục", "thiếu phụ lục"),
    ],
)
def test_the_verdict_said_once_more_is_no_reason(text: str, reason: str) -> None:
    (act,) = read(text, "unit_head").acts
    assert (act.intent.value, act.slots.reason) == ("reject", reason)
