"""What stands beside a task's number: a result, a part of the work, a wish for later, or nothing for the record."""

import pytest

from bot.understanding.intents import CHANGES, Intent
from bot.understanding.rules.small import by_itself
from tests.bot.understanding.reading import bare, done, intents, progress, read, says, split, told

#: Of who should do it, or of the talk itself.
NO_RESULT = split(
    """18 của phòng khác mà | 18 của ai vậy ta | 18 để sau | 18 để tuần sau tính | 18 nhờ anh Tâm xem | 18 thuộc phòng Kinh tế
    18 chuyển cho bên tài chính đi | 18 giúp em với | 30 để Phúc làm | 57 cho Phúc | 57 giao anh Phúc | giao 7, 12 cho chị Thảo
    18 em không rõ | 18 em không làm | 18 đ/c Nam theo dõi | 18 chị Hoa làm | 18 không phải của em | 18 cho hạn tới thứ 6 | 18 liên hệ số 0912345678"""
)
#: A figure, a deed or a state.
RESULTS = split(
    """18 đăng 12 tin 3 bài | 18 tổ chức lớp tập huấn cho tổ dân phố | 18 chờ Phúc gửi số liệu | 18 mưa lớn nên hoãn | 18 cho 12 hộ vay vốn
    18 đã làm việc với Sở | 18 giúp 12 hộ thoát nghèo | 18 đúng tiến độ | 18 đang soạn | 18 thuận lợi | 18 phần mềm lỗi từ sáng | 18 đề nghị bổ sung người | 18 ra quân hai đợt"""
)
PARTS = split(
    """8 số hoá xong 120/400 hồ sơ | xong 5/9 mục của việc 8 | viec 8 xong 12 to con 5 to | 8 gửi xong 6 tin còn 4 tin
    8 tiếp nhận 17 phản ánh, xử lý xong 15 | xong 12/15 hồ sơ việc 8 | việc 8 đã tổ chức 2/4 lớp, lớp 3 xong tuần trước
    8 phát 300 phiếu, thu 280, xong 3 khu | xong mục 3 của việc 8 | việc 8 xong hai lớp | việc 8 hoàn thành 3 trên 5 đơn vị
    8 xong tin, còn bài | 8 xong thủ tục rồi, chờ ký | 8 xong trước tết | 8 nhận 17, giải quyết xong 15 | việc 8 xong đợt 1 của việc 8 | việc 8 lắp xong 40/90 bộ"""
)
WHOLES = split(
    "việc 8 xong hết 5/5 lớp | việc 8 xong, tập huấn 2 lớp 85 người | xong việc 8 rồi, cấp phát 350 tờ rơi | việc 8 xong 2 hôm rồi | 8 xong 3/10 rồi"
)
LATER = split(
    """làm xong việc 8 em sẽ báo | xong việc 8 em sẽ gửi anh | xong 8 sẽ trình | việc 8 hoàn thành em sẽ nhắn chị | e ko xong kip 8 hom nay"""
)
CONDITIONS = split(
    """xong việc 8 là em nghỉ phép luôn | để xong việc 8 rồi tính | việc 8 phải hoàn thành sớm nhé | xong việc 8 rồi hãy làm việc 9
    việc 8 cần hoàn thành nhanh nhé | nếu xong việc 8 em báo | xong việc 8 em nghỉ | chưa được đóng việc 8 đâu nhé | khoan đóng việc 8"""
)
HELD = split(
    """việc 8 đừng ghi xong nhé | đừng báo xong việc 8 vậy chứ | khoan xác nhận hoàn thành việc 8 | không được ghi việc 8 là xong
    việc 8 chưa được tính là hoàn thành"""
)
MACHINES = split(
    """Tự động trả lời: đã nhận được tin, việc sẽ xong trong 24h | [Tin nhắn tự động] Việc đang được xử lý | Tôi đang lái xe…
    Tôi đang lái xe, sẽ trả lời sau | Tôi đang đi công tác đến hết ngày 30/11, việc gấp xin liên hệ anh Nam | Auto-reply: I am away
    Xin chào, hiện tôi không thể trả lời, tôi sẽ liên hệ lại sau | Cảm ơn bạn đã liên hệ, chúng tôi đang bận
    Tôi hiện không có mặt tại cơ quan từ 8/10 đến 10/10. Việc gấp liên hệ anh Quân. | Hiện tôi đang nghỉ phép đến hết 12/10, cần gấp xin gọi 0912345678
    I'm on leave until 10/10 and will reply when I return | tôi hiện vắng mặt, trường hợp khẩn gọi anh Nam"""
)
NO_MACHINES = split(
    """em đang họp, lát em báo việc 7 | tôi đang làm việc 7, sẽ báo lại sau | tôi đã làm xong việc 7 | em đi công tác đến 30/11, chị Hoa thay
    tôi chưa làm xong, anh gọi lại sau | cảm ơn em | 18 đã liên hệ Sở, chờ phản hồi | 8 hồ sơ trả lời tự nguyện
    tôi nghỉ từ 8/10 đến 10/10, việc gấp liên hệ anh Quân | em hiện đang đi công tác, việc 7 cần gấp, nhờ anh Quân liên hệ | tôi hiện không có việc gì gấp"""
)
LISTS_ASKED = split(
    "những nhiệm vụ tôi đang chủ trì | cho xem việc chậm tiến độ | những việc đang vướng | cho chị xem danh sách việc chị phụ trách | chuyển hết việc của anh Vinh cho chị Thu"
)
RANGES = [
    ("các việc từ 40 đến 43 đã làm xong", (40, 41, 42, 43)),
    ("các việc từ 40 đến 43 phòng em đã làm xong", (40, 41, 42, 43)),
    ("xong từ 12 đến 15", (12, 13, 14, 15)),
    ("xong từ việc 12 tới việc 14", (12, 13, 14)),
    ("việc 40-42 xong rồi", (40, 41, 42)),
    ("xong 3 tới 5", (3, 4, 5)),
    ("xong hết từ 3 đến 5 trừ 4", (3, 5)),
    ("x 7", (7,)),
    ("x 7, 8", (7, 8)),
    ("xong viecj 22 rooif aj", (22,)),
    ("viẹc 28 song rồi a ạ", (28,)),
    ("việv 7 xong", (7,)),
    ("hoàn thànhf 7", (7,)),
]


@pytest.mark.parametrize("text", NO_RESULT)
def test_who_should_do_it_is_no_result(text: str) -> None:
    for role in ("staff", "unit_head"):
        understood = read(text, role)
        assert not (understood.sure and Intent.progress in {act.intent for act in understood.acts})


@pytest.mark.parametrize("text", RESULTS)
def test_how_the_work_stands_is_recorded(text: str) -> None:
    understood = read(text)
    assert told(understood) == [progress(18, text=text.removeprefix("18 "))]
    assert understood.sure


def test_other_words_beside_a_number_are_asked_about() -> None:
    understood = read("18 nhẹ nhàng")
    assert not understood.sure
    assert [act.intent for act in understood.readings] == [Intent.progress]


def test_the_number_of_an_index_is_no_task() -> None:
    assert read("chỉ số 18 đạt 95%").acts[0].slots.task_ids == ()


@pytest.mark.parametrize("text", PARTS)
def test_a_part_is_no_end(text: str) -> None:
    for typed in (text, bare(text)):
        understood = read(typed)
        assert [(act.intent, act.slots.task_ids) for act in understood.acts] == [(Intent.progress, (8,))], typed
        assert understood.sure
        assert understood.acts[0].slots.date is None


@pytest.mark.parametrize("text", WHOLES)
def test_figures_beside_the_end_do_not_undo_it(text: str) -> None:
    understood = read(text)
    assert [(act.intent, act.slots.task_ids) for act in understood.acts] == [(Intent.done, (8,))]
    assert understood.sure


def test_so_many_done_may_be_the_whole() -> None:
    understood = read("việc 12 hoàn thành 20 hồ sơ")
    assert not understood.sure
    assert [act.intent for act in understood.readings] == [Intent.progress, Intent.done]


@pytest.mark.parametrize(
    "text", split("8 họp xong rồi | 8 trình ký xong | 8 in xong rồi, mai phát | 8 chuẩn bị xong | xong hồ sơ việc 8")
)
def test_a_step_may_be_the_end_or_not(text: str) -> None:
    for typed in (text, bare(text)):
        understood = read(typed)
        assert not understood.sure
        assert [act.intent for act in understood.readings] == [Intent.progress, Intent.done]


@pytest.mark.parametrize(
    "text", split("8 xong rồi, chờ anh duyệt | 8 tổ chức xong rồi | ban hành xong 8 | 8xong | 8 x")
)
def test_the_end_itself_is_no_step(text: str) -> None:
    assert told(read(text)) == [done(8)]


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("17 còn 40%", None),
        ("17 tăng 5% so với tháng trước", None),
        ("17 giảm 10% so kỳ trước, đạt 80%", 80),
        ("17 được 45%", 45),
    ],
)
def test_a_share_is_not_always_how_far_it_is(text: str, percent: int | None) -> None:
    assert read(text).acts[0].slots.percent == percent


@pytest.mark.parametrize(
    "text", split("em đang làm việc nhóm | việc gia đình đang rối | đang có việc bận | em có việc bận chưa làm được")
)
def test_other_business_is_no_progress(text: str) -> None:
    for typed in (text, bare(text)):
        assert "progress" not in intents(typed)


def test_half_is_said_in_several_ways() -> None:
    assert told(read("em mới làm được phân nửa việc 36")) == [progress(36, percent=50)]


@pytest.mark.parametrize("text", LATER)
def test_what_will_be_told_is_not_done_yet(text: str) -> None:
    for typed in (text, bare(text)):
        assert [(act.intent, act.slots.task_ids) for act in read(typed).acts] == [(Intent.progress, (8,))]


@pytest.mark.parametrize("text", CONDITIONS)
def test_conditions_and_orders_change_nothing(text: str) -> None:
    for typed, role in ((text, "staff"), (bare(text), "office_head")):
        understood = read(typed, role)
        assert not (understood.sure and {act.intent for act in understood.acts} & (CHANGES | {Intent.progress}))


@pytest.mark.parametrize("text", HELD)
def test_what_must_stay_open_is_not_done(text: str) -> None:
    for typed in (text, bare(text)):
        assert "done" not in [*intents(typed), *intents(typed, "office_head")]


def test_a_true_report_is_not_held_back() -> None:
    assert told(read("đúng là em báo xong 7 rồi")) == [done(7)]


@pytest.mark.parametrize("text", MACHINES)
def test_a_machine_that_answers_says_nothing(text: str) -> None:
    for typed in (text, bare(text)):
        assert by_itself(typed)
        assert told(read(typed, context="reply_to_reminder")) == [says("smalltalk_other")]


@pytest.mark.parametrize("text", NO_MACHINES)
def test_a_person_is_heard(text: str) -> None:
    assert not by_itself(text)
    assert not by_itself(bare(text))


@pytest.mark.parametrize("text", LISTS_ASKED)
def test_a_list_asked_for_is_no_progress(text: str) -> None:
    for typed in (text, bare(text)):
        assert "progress" not in intents(typed, "unit_head")


@pytest.mark.parametrize(("text", "numbers"), RANGES)
def test_several_finished_and_slips_of_the_finger(text: str, numbers: tuple[int, ...]) -> None:
    assert told(read(text)) == [done(*numbers)]


def test_a_number_spoken_alone() -> None:
    assert told(read("Xong bảy")) == [done(7)]
    assert not {"done"} & {*intents("xong hai việc"), *intents("xong 3 trong 5 việc")}
    assert told(read("xong hết trừ 9")) == [done(mode="all", all_except=[9])]
    assert read("xong 3 trong 5 việc").acts[0].slots.task_ids == ()


def test_a_correction_keeps_the_right_figure() -> None:
    for text in ("đính chính: việc 8 là 13 tin chứ không phải 12", "đính chính 8: 13 tin", "việc 8 sửa lại là 13 tin"):
        understood = read(text)
        assert told(understood) == [progress(8, text="13 tin")], text
        assert understood.sure
        assert understood.acts[0].slots.instead
    for text in ("sửa lại hạn việc 8 là 5/12", "đính chính: xong 8 chứ không phải 7", "việc 8 đăng 13 tin"):
        assert not any(act.slots.instead for act in read(text).acts)


def test_figures_beside_the_end_are_kept() -> None:
    for text, figures in (
        ("7 xong rồi ạ, hôm qua, 35 người dự", "35 người dự"),
        ("việc 7 xong, tập huấn được 2 lớp 85 người", "tập huấn được 2 lớp 85 người"),
        ("xong 7, 8, 9", None),
        ("xong 7, BC 45/BC-UBND", None),
    ):
        assert read(text).acts[0].slots.brings == figures


@pytest.mark.parametrize(
    "text", split("viecj 22 xong chuwa | vc 22 dc duyet chua z | xong việc 22 chưa mà báo | việc 22 duyệt chưa v")
)
def test_a_question_stays_one(text: str) -> None:
    assert told(read(text)) == [says("task_detail", 22)]


@pytest.mark.parametrize(
    "text",
    split(
        "thu hồi báo xong việc 8 | hủy xác nhận xong 8, em báo sớm quá | em rút lại, việc 8 chưa xong | xin bỏ xác nhận hoàn thành 8"
    ),
)
def test_a_report_is_taken_back_by_its_number(text: str) -> None:
    for typed in (text, bare(text)):
        (act,) = read(typed).acts
        assert (act.intent.value, act.slots.task_ids) == ("undo_done", (8,))


def test_no_is_read_through_its_typing_keys() -> None:
    assert "approve" not in intents("khoong duyeejt 7", "unit_head")


BEGUN = split("""
à 2 cũng chưa ký đâu | à 2 cũng chưa ký, số đó là số dự kiến | thế 2 thì đang chờ Sở | thì 2 chưa ký | à quên 2 đang chờ Sở | ơ 2 vẫn chưa trình
còn 2 thì vướng chờ Sở | vậy thì 2 như kỳ trước
""")
#: Counted, whatever begins the thought.
COUNTED_BEGUN = split(
    "à 11 tin | à 3 phòng chưa nộp | à 2 bài nữa | còn 3 hộ chưa xong | thì 2 đồng chí đang làm | à 2 lớp chưa mở | ủa 2 người chưa làm | à 60%"
)


@pytest.mark.parametrize("text", BEGUN)
def test_a_number_behind_the_word_that_begins_the_thought(text: str) -> None:
    for typed in (text, bare(text)):
        assert [act.slots.task_ids for act in read(typed).acts] == [(2,)], typed


@pytest.mark.parametrize("text", COUNTED_BEGUN)
def test_what_is_counted_there_is_no_task(text: str) -> None:
    assert not any(act.slots.task_ids for act in read(text).acts)


@pytest.mark.parametrize(
    "text", ["8 không đăng tin nào", "8 không có hội nghị nào", "việc 8 chưa tổ chức được lớp nào"]
)
def test_none_of_something_is_no_question_of_which(text: str) -> None:
    assert [act.intent.value for act in read(text).acts] == ["progress"]


@pytest.mark.parametrize(
    "text", ["à mà 5 tự chấm xong rồi", "à mà 5 chấm xong rồi", "à mà 5 ký hiệu gì vậy em", "5 ký hiệu gì vậy em"]
)
def test_a_number_behind_an_afterthought_is_its_task(text: str) -> None:
    assert [act.slots.task_ids for act in read(text).acts] == [(5,)]
