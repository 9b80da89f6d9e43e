"""Work that is finished, in the words people use for it, and the words beside them that finish nothing."""

import pytest

from bot.understanding.intents import Intent
from tests.bot.understanding.reading import Told, bare, bare_told, done, intents, progress, read, says, split, told

ISSUED = [
    ("đã ký 2, số 45/KH-UBND ngày 03/10/2025", done(2, evidence="số 45/KH-UBND", date="2025-10-03")),
    ("2 đã ký số 45/KH-UBND", done(2, evidence="số 45/KH-UBND")),
    ("đã ban hành 2 KH 45/KH-UBND", done(2, evidence="KH 45/KH-UBND")),
    ("xong việc 2 KH 45/KH-UBND ngày 03/10/2025", done(2, evidence="KH 45/KH-UBND", date="2025-10-03")),
    ("Chủ tịch đã ký việc 2, số 45/KH-UBND", done(2, evidence="số 45/KH-UBND")),
    ("lãnh đạo ký rồi việc 2, số 45/KH-UBND", done(2, evidence="số 45/KH-UBND")),
    ("ký 2 số 45/KH-UBND", done(2, evidence="số 45/KH-UBND")),
    ("đã phát hành 2, công văn số 88/UBND-VP", done(2, evidence="công văn số 88/UBND-VP")),
    ("2 đã ban hành tại QĐ 12/QĐ-UBND ngày 3/10", done(2, evidence="QĐ 12/QĐ-UBND", date="2025-10-03")),
    ("việc 2 được ký ban hành rồi, QĐ 12/QĐ-UBND", done(2, evidence="QĐ 12/QĐ-UBND")),
    ("đã ký 2 và 3, số 45/KH-UBND", done(2, 3, evidence="số 45/KH-UBND")),
]
NOT_ISSUED = split(
    """2 đã trình ký, số 45/KH-UBND | 2 chưa ký, số 45/KH-UBND | 2 chờ ký | 2 đã ký | đã ký 2 | 2 dự thảo KH 45/KH-UBND đã gửi
    đã ký 2 văn bản | đã ban hành 2 kế hoạch | 2 đã ký số 45/KH-UBND chưa? | đã ký số 45/KH-UBND | đang trình ký 2, số 45/KH-UBND
    2 đang triển khai theo KH 45/KH-UBND đã ban hành | khi nào ký 2 số 45/KH-UBND | việc 2 sẽ ký số 45/KH-UBND"""
)
DAYS = [
    ("xong 7 hôm qua", done(7, date="2025-11-19")),
    ("xong 7 từ thứ Sáu", done(7, date="2025-11-14")),
    ("xong 7 ngày 03/10", done(7, date="2025-10-03")),
    ("7 xong hôm 3/10", done(7, date="2025-10-03")),
    ("xong 7 hôm kia", done(7, date="2025-11-18")),
    ("7 xong ngày 18/11 rồi ạ", done(7, date="2025-11-18")),
    ("xong 7, 8 hôm 3/10", done(7, 8, date="2025-10-03")),
    ("xong 7 hôm thứ Hai", done(7, date="2025-11-17")),
    ("hoàn thành 7 ngày 3 tháng 10", done(7, date="2025-10-03")),
    ("xong 7 tuần trước", done(7)),
    ("xong 7, mai em gửi bản cứng", done(7)),
    ("việc 7 của chị Mai xong rồi", done(7)),
]
#: Counts, conditions, orders and guesses.
NOT_SAID = split(
    """xong 5 hồ sơ | xong 5 thủ tục | xong 3 dự án | xong 7 việc | đã xong 7/10 việc | ký 3 hợp đồng rồi | đã ký 2 QĐ
    xong 7 thì làm 8 nhé | 7 xong thì báo anh | làm xong 7 đi | nhớ xong 7 nhé | xong 7 giúp anh
    hình như 7 xong | việc 21 mới xong bước khảo sát | xong sơ bộ 7 | 23 tiếp nhận 120 hồ sơ, trả đúng hạn 118
    bao giờ 7 xong | 7 bỏ | xong việc 7 chưa cô"""
)
NOT_YET = split(
    """xong 7 ngày mai | xong 7 trước 20/10 | xong 7 mai | xong 7 tuần sau | xong 7 ngày 25/12/2025 | xong 7 vào thứ 6 | 7 xong ngày kia
    xong 7 cuối tháng | hoàn thành 7 tháng sau | ngày mai xong 7 | xong 7 trong tuần tới | chưa xong 7"""
)
#: A weekday or a day without a year that may as well be the coming one.
PERHAPS_PAST = split("xong 7 thứ 6 | xong 7 ngày 20/12 | 7 xong thứ Hai | chau xong 7")
SLIPS = split(
    """xogn 7 | xnog 7 | hoan thanhf 7 | x0ng 7 | hoàn thnàh 7 | haon thanh 7 | 7 xogn | việc 7 xnog rồi | vice 7 xong | veic 7 xong rồi
    Xogn 7 | xogn việc 7 | việc 7 h0an thanh"""
)
NO_SLIPS = split(
    """khogn xong 7 | cuha xong 7 | hcua xong 7 | chuaw xong 7 | xogn chưa 7 | kohng xong 7 | sắp xogn 7 | mai xogn 7 | xogn dự thảo 7
    7 xanh | mong 7 người tới | xoong nồi 7 cái | 7 đồng | gong 7"""
)


@pytest.mark.parametrize(("text", "act"), [*ISSUED, *DAYS])
def test_finished(text: str, act: Told) -> None:
    for typed, expected in ((text, [act]), (bare(text), bare_told([act]))):
        understood = read(typed)
        assert told(understood) == expected
        assert understood.sure


@pytest.mark.parametrize("text", SLIPS)
def test_a_slip_of_the_finger_still_says_finished(text: str) -> None:
    assert told(read(text)) == [done(7)]


@pytest.mark.parametrize("text", [*NOT_ISSUED, *NOT_SAID, *NOT_YET, *NO_SLIPS])
def test_what_only_sounds_finished_is_not(text: str) -> None:
    for typed in (text, bare(text)):
        assert "done" not in intents(typed)


@pytest.mark.parametrize("text", NOT_YET)
def test_work_to_be_finished_later_is_progress(text: str) -> None:
    for typed in (text, bare(text)):
        assert told(read(typed))[0] in (progress(7), progress(7, text=read(typed).acts[0].slots.text))


@pytest.mark.parametrize("text", PERHAPS_PAST)
def test_a_day_that_may_lie_ahead_is_asked_about(text: str) -> None:
    understood = read(text)
    assert not understood.sure
    assert [reading.intent for reading in understood.readings] == [Intent.done, Intent.progress]


def test_a_reply_saying_it_is_signed_is_done() -> None:
    assert told(read("đã ký số 45/KH-UBND", context="reply_to_reminder")) == [done(evidence="số 45/KH-UBND")]


#: Kinds of the decree on clerical work (nghị định 30/2020), as they are written before a number.
SIGNS = "NQ QĐ CT QC QyĐ TC TB HD CTr KH PA ĐA BC BB TTr HĐ CĐ BGN BTT GUQ GM GGT GNP PG PC PB CV"


@pytest.mark.parametrize("sign", SIGNS.split())
def test_every_kind_of_document_proves_it(sign: str) -> None:
    number = f"{sign} 12/{sign}-UBND"
    assert told(read(f"xong 7 {number}")) == [done(7, evidence=number)]
    assert told(read(number)) == [says("evidence_only", evidence=number)]
    assert told(read(f"xong 7 {number}, 8 {number}")) == [done(7, evidence=number), done(8, evidence=number)]


@pytest.mark.parametrize(
    "document",
    split(
        "HD 12 | QC 3 | PA 4 | CTr 9 | hướng dẫn số 12 | quy chế số 03 | quy chế 03/QC-UBND | hướng dẫn 12/HD-UBND | hợp đồng số 5/HĐ-UBND | giấy mời 45/GM-UBND | chương trình số 9"
    ),
)
def test_a_kind_in_letters_or_words_before_a_bare_number(document: str) -> None:
    assert told(read(f"xong 7 {document}")) == [done(7, evidence=document)]
    assert told(read(bare(f"xong 7, {document}"))) == [done(7, evidence=bare(document))]


@pytest.mark.parametrize(
    "text",
    split(
        "đã 12 lần gửi | 7 da 12 lan | hướng dẫn 12 hộ | 8 hướng dẫn 12 hộ dân | chương trình 5 buổi | 8 quy định 3 nhóm | em có đề án 06"
    ),
)
def test_what_only_sounds_like_a_document_is_none(text: str) -> None:
    assert all(act.slots.evidence is None for act in read(text).acts)
