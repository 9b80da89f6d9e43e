"""One message, several things: where it is parted, and where a part belongs to the one before it."""

import pytest

from bot.understanding.intents import CHANGES
from tests.bot.understanding.reading import Told, bare, bare_told, done, progress, read, says, told

BELONGING = [
    ("8 đăng 12 tin; 3 bài", [progress(8, text="đăng 12 tin; 3 bài")]),
    ("8 đăng 12 tin\n3 bài", [progress(8, text="đăng 12 tin; 3 bài")]),
    ("8 đăng 12 tin\n- 3 bài\n- 2 phóng sự", [progress(8, text="đăng 12 tin; 3 bài; 2 phóng sự")]),
    (
        "8 đăng 12 tin; 3 bài; 18 như kỳ trước",
        [progress(8, text="đăng 12 tin; 3 bài"), says("same_as_before", 18)],
    ),
    ("17 vướng chờ Sở; thiếu kinh phí", [progress(17, text="vướng chờ Sở; thiếu kinh phí")]),
    ("17 vướng chờ Sở\nđang xin ý kiến lãnh đạo", [progress(17, text="vướng chờ Sở; đang xin ý kiến lãnh đạo")]),
    ("xong 2; KH 45/KH-UBND", [done(2, evidence="KH 45/KH-UBND")]),
    ("xong 2\nKH 45/KH-UBND ngày 03/10/2025", [done(2, evidence="KH 45/KH-UBND", date="2025-10-03")]),
    ("việc 7\nxong rồi", [done(7)]),
    ("việc 7;\nchưa xong", [progress(7)]),
    ("7 xong rồi\nnhưng chưa ký", [progress(7, text="xong rồi; nhưng chưa ký")]),
    ("xong 7; trời mưa quá", [done(7)]),
]
PARTED = [
    ("7 60%, còn lại như kỳ trước", [progress(7, percent=60), says("same_as_before", mode="rest")]),
    ("7 xong, còn lại như kỳ trước", [done(7), says("same_as_before", mode="rest")]),
    ("xong 7 và các việc còn lại không thay đổi", [done(7), says("same_as_before", mode="rest")]),
    (
        "18 chưa bố trí được vì thiếu người, các việc khác không phát sinh",
        [progress(18, text="chưa bố trí được vì thiếu người"), says("none_arose", mode="rest")],
    ),
    ("7 như kỳ trước, còn lại không phát sinh", [says("same_as_before", 7), says("none_arose", mode="rest")]),
    ("các việc 7, 8 còn lại như kỳ trước", [says("same_as_before", 7, 8)]),
    ("tất cả các việc còn lại như kỳ trước trừ 8", [says("same_as_before", mode="rest", all_except=[8])]),
    ("xong 24, 23 66%", [done(24), progress(23, percent=66)]),
    ("xong 24, 23 66%, 36 60%", [done(24), progress(23, percent=66), progress(36, percent=60)]),
    ("xong 24 và 23 được 66%", [done(24), progress(23, percent=66)]),
    ("3 xong, 4 chưa", [done(3), progress(4, text="chưa")]),
    ("đã nhận 7, xong 8", [says("greeting_thanks", 7), done(8)]),
    ("xong 7 và việc của tôi", [done(7), says("my_tasks")]),
    ("xong 7, tình hình thế nào rồi?", [done(7), says("status_overall")]),
    ("xong 7. việc của tôi", [done(7), says("my_tasks")]),
    ("xong 7\nviệc của tôi", [done(7), says("my_tasks")]),
    ("xong 7, em còn việc gì nữa không?", [done(7), says("my_tasks")]),
    ("xong 7, còn việc nào nữa?", [done(7), says("my_tasks")]),
    ("8 đăng 12 tin, cho em xem việc của em", [progress(8, text="đăng 12 tin"), says("my_tasks")]),
    (
        "xong 7 và tình hình phòng VHXH",
        [done(7), says("status_unit", unit="phòng VHXH", unit_full="Phòng Văn hóa – Xã hội")],
    ),
    ("xong 7, việc nào quá hạn?", [done(7), says("overdue_list")]),
    ("báo cáo anh kết quả:\n7 xong\n8 đang làm", [done(7), progress(8, text="đang làm")]),
    ("- việc 7 xong\n- việc 8 chưa xong", [done(7), progress(8)]),
]
LINES = [
    ("Em báo cáo:\n1. Việc 7 xong\n2. Việc 8 đang làm", [done(7), progress(8)]),
    ("Báo cáo tháng 10:\n7 xong\n8 60%", [done(7), progress(8, percent=60)]),
    (
        "Báo cáo anh Tâm\n- 7: xong\n- 8: đang chờ ký\n- 9: chưa",
        [done(7), progress(8, text="đang chờ ký"), progress(9, text="chưa")],
    ),
    ("Đã xong:\n7\n8", [done(7, 8)]),
    ("Chưa xong:\n- 7\n- 8", [progress(7, 8)]),
    ("xong 7\n8\n9", [done(7, 8, 9)]),
    ("7 xong rồi ạ\nCảm ơn anh", [done(7)]),
    ("việc 7 xong, việc 8 mai xong", [done(7), progress(8)]),
    ("7 xong, 8 xong", [done(7), done(8)]),
    ("xong 7 nhưng 8 chưa", [done(7), progress(8, text="chưa")]),
    ("xong 7, chưa xong 8", [done(7), progress(8)]),
    ("xong 7, việc 8", [done(7, 8)]),
    ("xong 7, việc 8, 9 đang làm", [done(7), progress(8, 9)]),
    ("xong 8, việc 9 hạn ngày nào?", [done(8), says("task_detail", 9)]),
    (
        "17 vướng chờ Sở; xin lùi đến 24/11",
        [progress(17, text="vướng chờ Sở"), says("extend_request", 17, date="2025-11-24")],
    ),
]
NEWS = [
    ("tin: Phường tập huấn; xong 7", [says("submit_news", title="Phường tập huấn"), done(7)]),
    ("tin: Phường tập huấn\nxong 7", [says("submit_news", title="Phường tập huấn"), done(7)]),
    ("tin: Phường tập huấn\nviệc 8 đang làm", [says("submit_news", title="Phường tập huấn"), progress(8)]),
    ("xong 7; tin: Phường tập huấn", [done(7), says("submit_news", title="Phường tập huấn")]),
    ("xong 7, tin: Phường tập huấn", [done(7), says("submit_news", title="Phường tập huấn")]),
    ("Bài: Đổi mới một cửa; kết quả bước đầu", [says("submit_news", title="Đổi mới một cửa; kết quả bước đầu")]),
    ("tin: Phường tập huấn; 7 lớp cho cán bộ", [says("submit_news", title="Phường tập huấn; 7 lớp cho cán bộ")]),
    (
        "tin: Phường làm đường; hoàn thành 5 tuyến",
        [says("submit_news", title="Phường làm đường; hoàn thành 5 tuyến")],
    ),
    ("tin Phường Ba Ngòi tập huấn CCHC", [says("submit_news", title="Phường Ba Ngòi tập huấn CCHC")]),
    ("bài Đổi mới một cửa tại phường", [says("submit_news", title="Đổi mới một cửa tại phường")]),
    ("Tin Hội nghị công chức năm 2025", [says("submit_news", title="Hội nghị công chức năm 2025")]),
    ("bài Chuyển đổi số vì người dân", [says("submit_news", title="Chuyển đổi số vì người dân")]),
]
NO_NEWS = """tin tháng này thế nào|tin của phòng em đã đủ chưa|tin chưa gửi|bài đã đăng rồi|tin|bài|tin này hay quá|tin vui cả nhà ơi
bài này đăng chưa|tin nhắn của anh Nam|tin học văn phòng cơ bản|bài học kinh nghiệm rút ra|tin bài tháng 11 của phòng
bài toán khó quá|tin em đi anh ơi|bài em viết chưa xong|tin phòng Quy hoạch gửi chưa|tin tháng 10 đủ chưa?""".replace(
    "\n", "|"
).split("|")


@pytest.mark.parametrize(("text", "acts"), [*BELONGING, *PARTED, *LINES, *NEWS])
def test_parts_of_a_message(text: str, acts: list[Told]) -> None:
    for typed, expected in ((text, acts), (bare(text), bare_told(acts))):
        understood = read(typed)
        assert told(understood) == expected
        assert understood.sure


@pytest.mark.parametrize("text", NO_NEWS)
def test_words_about_news_hand_in_none(text: str) -> None:
    assert all(act.intent != "submit_news" for act in read(text).acts)


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("xong 7; trời mưa quá", "xong 7; trời mưa quá"),
        ("duyệt 9; lần sau gửi sớm", "duyệt 9; lần sau gửi sớm"),
        ("việc 8 đang làm\nphòng mượn thêm người", "đang làm; phòng mượn thêm người"),
    ],
)
def test_nothing_said_is_dropped(text: str, statement: str) -> None:
    assert read(text, "unit_head").acts[0].slots.statement == statement


def test_a_matter_in_the_same_breath_is_not_parted() -> None:
    for text in ("việc 7 đang làm, tình hình là thiếu người", "17 vướng, tình hình mưa lũ phức tạp"):
        assert [act.intent for act in read(text).acts] == ["progress"]
    assert [act.intent for act in read("việc 7 xong chưa, tình hình thế nào?").acts] == ["task_detail"]


@pytest.mark.parametrize("text", ["", ";", "\n;\n", "- ", "1.", ";;7;", "tin:", "tin: ;", "tin:\n", ":"])
def test_a_message_of_marks_alone_is_read(text: str) -> None:
    assert all(act.intent not in CHANGES for act in read(text).acts)


REMINDED_BESIDE = [
    (
        "duyệt việc 10, nhắc Văn phòng gửi bản giấy",
        [says("approve", 10), says("remind_unit", unit="Văn phòng", unit_full="Văn phòng", text="gửi bản giấy")],
    ),
    (
        "trả 10 thiếu số, nhắc chị Lan bổ sung",
        [says("reject", 10, reason="thiếu số"), says("remind_unit", person="chị Lan")],
    ),
    ("xong 7, nhắc chị Lan xong 8 nhé", [done(7), says("remind_unit", 8, person="chị Lan")]),
]


@pytest.mark.parametrize(("text", "acts"), REMINDED_BESIDE)
def test_an_order_to_remind_takes_no_task_of_the_verdict_before_it(text: str, acts: list[Told]) -> None:
    understood = read(text, role="office_head")
    assert told(understood) == acts and understood.sure
