"""Titles without accents, of news and of tasks given in chat: marked, listed, mended, left as they are, put back."""

from sqlmodel import select

from storage.models.news import NewsItem
from storage.models.plans import Task
from tests.bot.talk import Talk
from tests.engines import ON_BOTH

Duties = dict[int, int]


def title_of(talk: Talk, number: int) -> tuple[str, str]:
    with talk.session() as session:
        task = session.exec(select(Task).where(Task.number == number)).one()
        return task.title, task.short_title


def news(talk: Talk) -> list[str]:
    with talk.session() as session:
        return list(session.exec(select(NewsItem.title)))


@ON_BOTH
def test_a_title_without_accents_is_marked_listed_and_mended(talk: Talk, duties: Duties) -> None:
    answer = talk.say("Lan", "tin: chuyen doi so o phuong") or ""
    assert 'Tên chưa có dấu; thêm dấu bằng cách nhắn "sửa T10-01: <tên có dấu>".' in answer
    talk.say("Tâm", "việc phát sinh: bao cao so lieu truoc 15/11")
    added = talk.say("Tâm", "ghi") or ""
    assert 'nhắn "sửa 58: <tên có dấu>"' in added
    assert "T10-01: chuyen doi so o phuong" in (talk.say("Lan", "chữ chưa dấu") or "")
    listed = talk.say("Quân", "chữ chưa dấu") or ""
    assert "Tên chưa có dấu:\n58: " in listed and listed.endswith(
        'nhắn "sửa 58: <nội dung có dấu>", hoặc "sửa 58: giữ nguyên".'
    )
    assert "do chị Lan gửi" in (talk.say("Hoa", "sửa T10-01: Chuyển đổi số ở phường") or "")
    assert "cũng chưa có dấu" in (talk.say("Quân", "sửa T10-01: chuyen doi so tai phuong") or "")
    assert "phải không ạ" in (talk.say("Quân", "sửa T10-01: Hội nghị tổng kết năm") or "")
    assert "không có tên nào chờ" in (talk.say("Quân", "sửa T10-09: giữ nguyên") or "")
    mended = talk.say("Quân", "sửa t10-01: chuyển đổi số ở phường") or ""
    assert "thêm dấu cho tên của T10-01: Chuyển đổi số ở phường." in mended
    assert news(talk) == ["Chuyển đổi số ở phường"]
    talk.say("Quân", "hoàn tác")
    assert news(talk) == ["chuyen doi so o phuong"]
    talk.say("Quân", "sửa 58: Báo cáo số liệu")
    assert title_of(talk, 58) == ("Báo cáo số liệu", "Báo cáo số liệu")
    talk.say("Quân", "sửa tin T10-01: giữ nguyên")
    assert "không còn kết quả nào thiếu dấu" in (talk.say("Quân", "chữ chưa dấu") or "")


def test_results_and_titles_stand_in_one_list(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "8 dang 12 tin 3 bai")
    talk.say("Lan", "tin: chuyen doi so o phuong")
    listed = talk.say("Quân", "chữ chưa dấu") or ""
    assert "8 (VHXH, tháng 10): dang 12 tin 3 bai\nTên chưa có dấu:\nT10-01: chuyen" in listed
    assert "Tên chưa có dấu" not in (talk.say("Lan", "tin: Tập huấn CCHC tại phường") or "")
    assert "chưa có dấu" not in (talk.say("Lan", "mai em xong 7") or "")
