"""Results typed without accents are kept, marked, listed for the keeper, and mended before a paper needs them."""

import pytest

from storage.database import transaction
from storage.kinds import EventKind
from storage.models.plans import Task
from tests.bot.talk import Talk
from tests.engines import ON_BOTH
from tests.jobs.mornings import morning_of

Duties = dict[int, int]


@ON_BOTH
def test_what_has_no_accents_is_kept_and_the_keeper_mends_it(talk: Talk, duties: Duties) -> None:
    answer = talk.say("Lan", "8 dang 12 tin 3 bai, 17 vuong cho so huong dan, 18 nhu ky truoc")
    assert answer and "Nội dung chưa có dấu, anh Quân sẽ thêm dấu khi đưa vào báo cáo." in answer
    assert answer.count("chưa có dấu") == 1
    listed = talk.say("Quân", "chữ chưa dấu")
    assert (
        listed
        and "8 (VHXH, tháng 10): dang 12 tin 3 bai" in listed
        and "17 (VHXH, tháng 10): cho so huong dan" in listed
    )
    assert "18" not in listed and '"sửa 8: <nội dung có dấu>"' in listed
    mended = talk.say("Quân", "sửa 8: đăng 12 tin, 3 bài")
    assert mended and "thêm dấu cho việc 8 – Đăng tải thông tin CCHC: đăng 12 tin, 3 bài." in mended
    assert 'Còn 1 kết quả chưa có dấu, xem: "chữ chưa dấu"' in mended and "hoàn tác" in mended
    talk.say("Quân", "sửa việc 17: chờ Sở hướng dẫn")
    assert [(e.text, e.by_id) for e in talk.entries(duties[8])] == [("đăng 12 tin, 3 bài", talk.ward.staff["Lan"])]
    assert [(e.text, e.obstacle, e.bare) for e in talk.entries(duties[17])] == [("", "chờ Sở hướng dẫn", False)]
    assert "không còn kết quả nào thiếu dấu" in (talk.say("Quân", "kết quả nào chưa có dấu?") or "")
    assert "đăng 12 tin, 3 bài" in (talk.say("Lan", "việc 8") or "")
    assert talk.events()[-1].kind is EventKind.TEXT_MENDED and talk.events()[-1].to_state is None
    talk.say("Quân", "hoàn tác")
    assert [e.bare for e in talk.entries(duties[17])] == [True]


def test_text_with_accents_and_what_needs_none_is_not_listed(talk: Talk, duties: Duties) -> None:
    for text in ("8 đăng 12 tin, 3 bài", "17 60%", "2 đang trình ký", "7 ok"):
        assert "chưa có dấu" not in (talk.say("Lan", text) or "")
    assert "không còn" in (talk.say("Quân", "chữ chưa dấu") or "")


@pytest.mark.parametrize(
    ("who", "text", "words"),
    [
        ("Quân", "sửa 8: dang muoi hai tin", "cũng chưa có dấu"),
        (
            "Quân",
            "sửa 8: tổ chức hội nghị tổng kết toàn phường",
            "khác bản đã ghi của việc 8 – Đăng tải thông tin CCHC (“dang 12 tin 3 bai”)",
        ),
        ("Quân", "sửa 7: đăng 12 tin", "việc 7 không có kết quả nào chờ thêm dấu"),
        ("Hoa", "sửa 8: đăng 12 tin, 3 bài", "việc 8 không có kết quả nào chờ thêm dấu"),
    ],
)
def test_what_is_no_mending_changes_nothing(talk: Talk, duties: Duties, who: str, text: str, words: str) -> None:
    talk.say("Lan", "8 dang 12 tin 3 bai")
    answer = talk.say(who, text)
    assert answer and words in answer, answer
    assert [entry.text for entry in talk.entries(duties[8])] == ["dang 12 tin 3 bai"]


def test_what_is_right_without_is_left_as_it_is(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "8 dang 3 tin zalo")
    answer = talk.say("Lan", "sửa 8: giữ nguyên")
    assert answer and "giữ nguyên nội dung của việc 8" in answer
    assert [(e.text, e.bare) for e in talk.entries(duties[8])] == [("dang 3 tin zalo", False)]


def test_of_restricted_work_the_list_says_nothing(talk: Talk, duties: Duties) -> None:
    with transaction(talk.ward.engine) as session:
        task = session.get_one(Task, 3)
        task.restricted = True
        session.add(task)
    talk.say("Lan", "8 dang lam ho so mat")
    listed = talk.say("Quân", "chữ chưa dấu")
    assert listed and "8 (VHXH, tháng 10): nội dung hạn chế" in listed and "ho so" not in listed


def test_the_keeper_hears_of_them_when_the_paper_is_made(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "8 dang 12 tin 3 bai")
    mornings = {day: morning_of(talk.ward, f"{day}/10/2025")["Quân"].text for day in (14, 15, 16)}
    assert "1 kết quả chưa có dấu, nhắn: chữ chưa dấu" in mornings[15]
    assert "chưa có dấu" not in mornings[16]
