"""What waits for a head's word is answered by itself; what waits for others, and nothing, is said too."""

from datetime import date

import pytest

from tests.bot.talk import Talk
from tests.bot.understanding.reading import bare, read
from tests.engines import ON_BOTH

Duties = dict[int, int]
NO_WISH = "Hiện không có đề nghị lùi nào chờ anh quyết định."
NOTHING = "Hiện không có việc nào chờ anh duyệt hay cho ý kiến."


@ON_BOTH
def test_reports_wishes_reopenings_and_reasons_wait_for_him(talk: Talk, duties: Duties) -> None:
    assert talk.say("Tâm", "việc nào chờ duyệt?") == NOTHING
    talk.say("Lan", "xong 2 KH 45/KH-UBND")
    talk.say("Lan", "xin lùi 17 đến 24/10 vì chờ Sở")
    talk.say("Lan", "xong 7")
    talk.say("Tâm", "duyệt 7")
    talk.say("Lan", "mở lại 7 vì nhầm số liệu")
    answer = talk.say("Tâm", "có gì cần tôi duyệt không")
    assert answer and answer.startswith("3 việc đang chờ anh:\n\nBáo xong, chờ duyệt\n2. ")
    for line in ("2. Kế hoạch kiểm tra CCHC – báo xong 13/10", "xin lùi đến 24/10", "Xin mở lại\n7. Tập huấn CCHC"):
        assert line in answer
    foot = "\nAnh nhắn, ví dụ: duyệt 2 · trả 2 thiếu số liệu · đồng ý lùi 17 · mở lại 7 vì thiếu phụ lục"
    assert answer.endswith(foot) and "Chậm" not in answer
    talk.say("Tâm", "mở lại 7 vì nhầm số liệu")
    talk.say("Tâm", "duyệt 2")
    talk.say("Tâm", "không lùi 17: cần trước kỳ họp")
    assert talk.say("Tâm", "có việc gì chờ tôi duyệt không em") == NOTHING


def test_a_reason_he_is_asked_for_waits_too_and_staff_read_what_they_handed_in(talk: Talk, duties: Duties) -> None:
    talk.say("Hà", "đề nghị giải trình việc 57")
    talk.say("Ánh", "đề nghị anh Dũng giải trình việc 57")
    assert "Chờ anh giải trình\n57. Niêm yết" in (talk.say("Dũng", "còn gì chờ tôi không") or "")
    talk.say("Lan", "xong 2 KH 45/KH-UBND")
    answer = talk.say("Lan", "việc nào đang chờ duyệt")
    assert answer == (
        "Không có việc nào chờ chị duyệt. Việc chị đã báo xong, đang chờ duyệt:\n2. Kế hoạch kiểm tra CCHC – báo xong 13/10"
    )


ASKED = """
    việc nào chờ duyệt? | có gì cần tôi duyệt không | hôm nay tôi cần duyệt gì | ai xin lùi | có ai xin gia hạn không
    còn gì chờ anh không | có báo cáo nào cần anh duyệt không | anh phải duyệt những việc nào | danh sách chờ tôi duyệt
    việc chờ duyệt | còn việc gì chờ tôi cho ý kiến không | có đề nghị nào chờ anh quyết không
"""


@pytest.mark.parametrize("text", [each.strip() for each in ASKED.replace("\n", "|").split("|") if each.strip()])
def test_it_is_asked_in_many_words(talk: Talk, duties: Duties, text: str) -> None:
    assert talk.say("Tâm", text) == (NO_WISH if "xin lùi" in text or "xin gia hạn" in text else NOTHING)


OTHER = """
    7 đang chờ duyệt | còn chờ Sở | chờ duyệt | duyệt 7 | duyệt hết | em xin lùi 17 đến 24/10 vì chờ Sở | việc của tôi
    còn gì chờ Sở không | nhắc anh Tâm duyệt 7 | chưa duyệt gì cả | việc nào chậm mốc
"""


@pytest.mark.parametrize("text", [each.strip() for each in OTHER.replace("\n", "|").split("|") if each.strip()])
def test_other_words_do_not_ask_for_it(text: str) -> None:
    for typed in (text, bare(text)):
        for role in ("staff", "unit_head"):
            assert not any(act.slots.to_decide for act in read(typed, role).acts), typed
    assert not any(act.slots.to_decide for act in read("việc đang chờ duyệt", "staff", "reply_to_reminder").acts)


def test_the_office_hears_whose_word_is_waited_for(talk: Talk, duties: Duties) -> None:
    """Hà sees the whole office: that nothing waits for her is not all that waits."""
    talk.say("Lan", "xong 7")
    answer = talk.say("Hà", "việc nào chờ duyệt")
    assert answer and answer.startswith(
        "Không có việc nào chờ chị duyệt hay cho ý kiến. Đang chờ người khác duyệt:\n7. "
    )
    assert answer.endswith("báo xong 13/10, anh Tâm")
    assert talk.say("Hà", "việc nào chờ chị duyệt") == "Hiện không có việc nào chờ chị duyệt hay cho ý kiến."
    assert "Chờ anh Tâm duyệt" in (talk.say("Hà", "ai duyệt việc 7") or "")
    assert "Chờ anh duyệt" in (talk.say("Tâm", "việc 7") or "")


def test_why_it_came_back_is_on_the_card(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 7")
    talk.say("Tâm", "trả 7 thiếu danh sách")
    assert "anh Tâm trả lại 13/10: thiếu danh sách" in (talk.say("Lan", "7 thiếu gì vậy em") or "")
    assert "trả lại" not in (talk.say("Phúc", "việc 7") or "")
    talk.say("Lan", "xong 7")
    assert "trả lại" not in (talk.say("Lan", "việc 7") or "")


def test_a_document_names_its_task(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 17 QĐ 1203/QĐ-UBND")
    found = talk.say("Hà", "QĐ 1203 là của việc nào")
    assert found and "17. " in found and "2. " not in found
    assert "17. " not in (talk.say("Hà", "QĐ 9999 là của việc nào") or "")


def test_who_wishes_for_time_is_not_answered_with_reports(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 7")
    assert talk.say("Tâm", "có ai xin lùi không") == NO_WISH
    talk.say("Lan", "xin lùi 17 đến 24/10 vì chờ Sở")
    answer = talk.say("Tâm", "có ai xin lùi không")
    assert (
        answer
        and answer.startswith("1 việc đang chờ anh:\n\nXin thêm thời gian\n17. ")
        and "7. " not in answer.replace("17. ", "")
    )


def test_whether_lateness_was_explained_is_told_of_who_is_asked_about(talk: Talk, duties: Duties) -> None:
    assert "Quá hạn · chưa giải trình" in (talk.say("Thu", "anh Vinh giải trình chưa") or "")


NAMED = "17. Quyết định chức năng, nhiệm vụ các phòng – xin lùi đến 24/10, lý do: chờ Sở"
SEVEN, SEVENTEEN = date(2025, 10, 22), date(2025, 10, 8)


def wanted(talk: Talk, duties: Duties, *, seven: bool = False) -> None:
    """Wishes which Tâm was not shown last."""
    talk.say("Lan", "xin lùi 17 đến 24/10 vì chờ Sở" + ("; xin lùi 7 đến 30/10 vì chờ hội trường" if seven else ""))
    talk.shows("Tâm", duties[8])


def targets(talk: Talk, duties: Duties) -> tuple[date | None, date | None]:
    return talk.duty(duties[7]).target_on, talk.duty(duties[17]).target_on


@pytest.mark.parametrize(
    "text", ["duyệt hết", "duyet het di em", "ok duyệt hết nhé", "đồng ý hết", "duyệt hết của Lan"]
)
def test_a_word_of_everything_names_a_wish_before_it_moves_a_date(talk: Talk, duties: Duties, text: str) -> None:
    wanted(talk, duties)
    asked = talk.say("Tâm", text) or ""
    assert asked.startswith("Dạ, còn 1 đề nghị lùi em chưa ghi:\n" + NAMED), asked
    assert targets(talk, duties) == (SEVEN, SEVENTEEN)
    assert "đồng ý lùi mốc nội bộ việc 17" in (talk.say("Tâm", "đồng ý") or "")
    assert targets(talk, duties) == (SEVEN, date(2025, 10, 24))


@pytest.mark.parametrize("text", ["không", "thôi", "không đồng ý 17 vì cần sớm hơn", "để mai xem"])
def test_the_wish_named_is_not_granted_by_any_other_word(talk: Talk, duties: Duties, text: str) -> None:
    wanted(talk, duties)
    talk.say("Tâm", "duyệt hết")
    talk.say("Tâm", text)
    assert targets(talk, duties) == (SEVEN, SEVENTEEN)


def test_reports_are_accepted_and_the_wishes_beside_them_named(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 2 KH 45/KH-UBND")
    wanted(talk, duties, seven=True)
    answer = talk.say("Tâm", "duyệt hết") or ""
    assert "anh duyệt việc 2" in answer and 'nhắn "hoàn tác".\nCòn 2 đề nghị lùi em chưa ghi:\n7. ' in answer
    assert answer.endswith("Anh nhắn, ví dụ: đồng ý lùi hết · đồng ý lùi 7 · không đồng ý 7 vì cần sớm hơn")
    talk.say("Tâm", "17")
    assert targets(talk, duties) == (SEVEN, date(2025, 10, 24))


@pytest.mark.parametrize("text", ["đồng ý lùi hết", "cho lùi hết", "đồng ý", "đúng", "ok em", "7, 17", "duyệt hết"])
def test_all_the_wishes_named_are_granted_in_one_word(talk: Talk, duties: Duties, text: str) -> None:
    wanted(talk, duties, seven=True)
    talk.say("Tâm", "duyệt hết")
    talk.say("Tâm", text)
    assert targets(talk, duties) == (date(2025, 10, 30), date(2025, 10, 24))


@pytest.mark.parametrize("text", ["đồng ý lùi hết", "duyệt hết đề nghị lùi", "duyệt hết trừ 7"])
def test_a_word_of_the_wishes_themselves_is_not_asked_about(talk: Talk, duties: Duties, text: str) -> None:
    wanted(talk, duties, seven=True)
    talk.say("Tâm", text)
    assert targets(talk, duties)[1] == date(2025, 10, 24)


def test_wishes_just_shown_are_what_everything_means(talk: Talk, duties: Duties) -> None:
    wanted(talk, duties, seven=True)
    talk.say("Tâm", "việc nào chờ anh duyệt")
    talk.say("Tâm", "duyệt hết")
    assert targets(talk, duties) == (date(2025, 10, 30), date(2025, 10, 24))


WISH = "17. Quyết định chức năng, nhiệm vụ các phòng – xin lùi đến 24/10"


@pytest.mark.parametrize(
    "text",
    [
        "Lan xin gì vậy em", "lan xin gi", "chị Lan đề nghị gì thế", "Lan xin lùi gì", "Lan xin lùi việc nào vậy", "cho anh hỏi, Lan đang xin gì",
        "Lan xin lùi tới bao giờ", "Lan xin lùi sao vậy", "em oi Lan xin lui toi ngay nao",
    ],
)  # fmt: skip
def test_what_somebody_asks_for_is_shown(talk: Talk, duties: Duties, text: str) -> None:
    talk.say("Lan", "xong 2 KH 45/KH-UBND")
    wanted(talk, duties)
    answer = talk.say("Tâm", text) or ""
    assert f"{WISH}, lý do: chờ Sở\n\nAnh nhắn, ví dụ: đồng ý lùi 17" in answer and "2. Kế hoạch" not in answer, answer
    talk.say("Tâm", "duyệt hết")  # shown, so it is meant
    assert targets(talk, duties)[1] == date(2025, 10, 24)
    assert talk.say("Tâm", text) == "Chị Lan hiện không có đề nghị nào đang chờ."


def test_whose_wish_it_is_decides_who_is_shown_it(talk: Talk, duties: Duties) -> None:
    wanted(talk, duties)
    assert f"{WISH}, anh Tâm" in (talk.say("Quân", "Lan xin gì vậy") or "")
    assert "xin lùi đến" not in (talk.say("Hoa", "Lan xin gì vậy") or "")
    assert "xin lùi đến" not in (talk.say("Dũng", "Lan xin gì vậy") or "")


@pytest.mark.parametrize(
    "text", ["xin lùi sao", "em xin lùi thế nào", "mai xin nghỉ gì không", "Lan xin nghỉ hôm nào", "ai xin gì không"]
)
def test_how_to_ask_and_who_asks_at_all_is_something_else(talk: Talk, duties: Duties, text: str) -> None:
    assert all(act.slots.person is None or not act.slots.to_decide for act in read(text, "unit_head").acts)
