"""A message offers only what this build understands from the person who reads it."""

import re
from collections.abc import Iterator

from sqlmodel import col, select

from bot import asking
from bot.conversation.reading import read, role_of
from bot.understanding.intents import Intent
from bot.usecases.said import Said
from jobs.rules.doubts import MARKED_SECRET, NO_LEAD
from jobs.rules.working_days import WEEKENDS_ONLY
from storage.database import transaction
from storage.models.plans import DraftRow
from storage.queries.conversation import open_question
from storage.queries.people import person
from tests.bot.talk import Talk
from tests.people import Ward, at
from tests.stories.test_a_plan_begins import a_draft

Duties = dict[int, int]
NOT_MEANT = {Intent.not_understood, Intent.smalltalk_other}
SAID = (
    ("Lan", ("xong 2", "45/KH-UBND", "xong 18", "xong", "xong 99", "xong 26", "đã nhận việc 7", "chưa xong 7", "trợ giúp", "thêm", "việc abc", "việc của tôi", "việc 7",
             "tin bài", "em nộp tin", "xin lùi 17", "hoàn tác", "mở lại 2", "18 như kỳ trước", "như kỳ trước",
             "xin lùi 17 vì chờ Sở", "xin lùi 17 đến 24/10 vì chờ Sở", "xin lùi 8 đến 24/10 vì chờ Sở", "xin lùi 7 đến 10/10/2025 vì bận", "giải trình 7", "giải trình 7: chờ Sở",
             "nghỉ 14/10", "tôi nghỉ 1/12-5/12", "tôi nghỉ 1/12-5/12, anh Tâm thay", "hết nghỉ")),
    ("Tâm", ("không lùi 17", "mốc việc 7 là 10/10", "mốc việc 7 là 10/10/2025", "hạn việc 7", "đồng ý lùi 2", "hạn việc 7 là 30/10", "việc của tôi", "trả 2", "duyệt hết", "trợ giúp", "thêm", "tình hình", "giao 17 cho Ai", "duyệt 57")),
    ("Lan", ("mở lại 2", "xong 2")),
    ("Lan", ("tìm việc vỉa hè", "tìm việc tập huấn", "tình hình anh Dũng", "kết quả của tôi tháng 10", "việc 2 đủ 6 rõ chưa", "việc phát sinh: rà soát biển hiệu")),
    ("Dũng", ("việc nào chưa giao ai", "việc 57 đủ 6 rõ chưa", "tình hình chị Lan")),
    ("Ánh", ("tình hình tháng 12", "việc phát sinh: rà soát biển hiệu", "việc phát sinh: rà soát biển hiệu, giao VHXH", "tổng hợp tuần", "báo cáo tháng 10", "việc chậm mốc nội bộ")),
    ("Dũng", ("trợ giúp", "thêm", "việc 57", "giao 57 cho Lan", "việc abc")),
    ("Quân", ("trợ giúp", "thêm", "xong 57", "ghi hộ Vinh: xong 26", "tình hình phòng", "xem", "nộp kế hoạch", "tệp rà soát", "ghi",
              "nghỉ 14/10/2025", "làm bù 18/10/2025", "nghỉ 31/02/2026",
              "chị Lan nghỉ 1/12-5/12", "chị Lan nghỉ 1/12-5/12, anh Tâm thay")),
    ("Lan", ("đề nghị giải trình việc 26",)),
    ("Thu", ("trợ giúp", "đề nghị giải trình việc 26")),
    ("Dũng", ("đầu mối của đơn vị là Lan", "đầu mối của đơn vị là Hoa", "đầu mối")),
    ("Hoa", ("trợ giúp",)),
    ("Hà", ("hạn việc 57 là 10/10/2025", "hạn việc 57", "xin lùi 57 đến 20/1 vì bận", "trợ giúp", "thêm")),
    ("Lan", ("8 dang 12 tin 3 bai", "sửa 8: khác hẳn nội dung đã ghi", "xem ảnh 8", "chỉ tiêu 1 đạt 85%")),
    ("Quân", ("chữ chưa dấu", "8 dang 12 tin 3 bai", "sửa 8: đăng 12 tin, 3 bài")),
    ("Hà", ("tách phòng KT thành phòng Kinh tế và phòng Hạ tầng", "đồng ý", "Thu sang phòng Hạ tầng", "đầu mối", "đầu mối phòng không có là Lan")),
    ("Quân", ("ai chưa kết nối", "ngắt kết nối của tôi", "ngắt kết nối của Hoa", "hoàn tác", "ngắt kết nối của Tèo", "cho chạy")),
    ("Lan", ("ngắt kết nối của em", "nhắc tôi qua Zalo", "ngắt kết nối của Hoa", "cho chạy", "ai chưa kết nối")),
    ("Ánh", ("hạn việc 57 là 1/11", "hạn việc 30", "trợ giúp", "thêm", "tình hình", "phòng nào còn việc quá hạn?", "việc 2")),
)  # fmt: skip

OF_A_DRAFT = (
    "trợ giúp", "thêm", "xem", "rải việc", "nhận", "rải việc", "chỗ cần xem", "bỏ qua", "bỏ qua", "hạn 31/02/2025", "bỏ qua",
    "bỏ qua", "bỏ qua", "tình hình", "được", "tên: Kế hoạch CCHC", '"Các phòng, ban chuyên môn" gồm VP, VHXH',
    '"Các phòng" gồm Sở Nội vụ', "dòng A.I.1 mật", "dòng Z.9 mật", "xem chỗ 1", "nhận hết", "xem",
)  # fmt: skip


def examples(text: str) -> Iterator[str]:
    """Quoted words, what stands between dots after "nhắn:", and what follows "ví dụ:"."""
    yield from (q for q in re.findall(r'nhắn(?:[^".]*?)"([^"]+)"', text))
    for line in re.findall(r"nhắn: ([^\n\"]+)", text):
        yield from (part.strip() for part in line.split("·"))
    yield from re.findall(r"ví dụ: ([^\"\n]+)$", text, flags=re.M)
    if "nhắn, không cần dấu:\n" in text:  # a page of help: each line says what its examples are for
        for line in text.splitlines()[1:-1]:
            yield from (part.strip() for part in line.split(": ", 1)[1].split("·"))


def test_everything_offered_is_understood(talk: Talk, duties: Duties) -> None:
    seen = [example for name, texts in SAID for text in texts for example in offered(talk, name, text)]
    assert len(seen) > 40


def test_everything_offered_about_a_draft_is_understood(ward: Ward) -> None:
    ward.link("Quân")
    a_draft(ward, first_lead="Tổ giúp việc CCHC")
    with transaction(ward.engine) as session:
        rows = session.exec(select(DraftRow).order_by(col(DraftRow.position))).all()
        rows[0].reading = rows[0].reading | {"coordinate": ["Các phòng, ban chuyên môn"]}
        for row, doubt in zip(rows[2:], ("Chưa ghi thời hạn.", NO_LEAD, MARKED_SECRET), strict=False):
            row.doubts = [doubt]
        session.add_all(rows)
    talk = Talk(ward, at("06/10/2025 08:00"))
    seen = {example for text in OF_A_DRAFT for example in offered(talk, "Quân", text)}
    assert {"rải việc", "nhận", "thôi", "được", "hạn 15/12/2025", "không có hạn", "VP chủ trì", "không mật"} <= seen
    assert {"là VP", "gồm VP, VHXH", "bỏ qua", "nhận hết", "chỗ cần xem", "xác nhận"} <= seen
    assert any(example.startswith("tên: ") for example in seen)


def offered(talk: Talk, name: str, text: str) -> Iterator[str]:
    """Every example of the answer to a text, once it was read back and understood."""
    answer = talk.say(name, text)
    day = talk.now.date()
    for example in examples(answer or ""):
        yield example
        with talk.session() as session:
            who = person(session, talk.ward.agency_id, talk.ward.staff[name], day)
            chat_id = talk.ward.chats[name]
            options = asking.options_of(open_question(session, talk.ward.agency_id, chat_id))
            if asking.chosen(options, example):
                continue
            understood = read(session, Said(who, talk.now, day, WEEKENDS_ONLY, chat_id=chat_id), example, False)
        assert understood.sure, (name, role_of(who), example)
        assert not NOT_MEANT & {act.intent for act in understood.acts}, (name, example)
