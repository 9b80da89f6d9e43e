"""News counted against the quota; invites, strangers, groups."""

from datetime import timedelta

import pytest

from bot.replies.people import stranger
from jobs.invites import new_invite
from storage.database import transaction
from storage.kinds import ChatKind
from storage.models.channels import Chat
from storage.models.news import NewsQuota
from tests.bot.talk import Talk
from tests.engines import ON_BOTH
from tests.people import at

Duties = dict[int, int]


@pytest.fixture
def quota(talk: Talk) -> None:
    with transaction(talk.ward.engine) as session:
        for unit_id in talk.ward.units.values():
            session.add(NewsQuota(agency_id=talk.ward.agency_id, unit_id=unit_id, per_month=1))


def test_a_receipt_has_a_code_and_counts_the_unit(talk: Talk, quota: None) -> None:
    answer = talk.say("Lan", "tin: Phường Ba Ngòi tập huấn CCHC")
    assert (
        answer
        and "Phòng Văn hóa – Xã hội đã gửi tin tháng 10" in answer
        and "mã T10-01" in answer
        and "đủ 1/1" in answer
    )
    answer = talk.say("Hoa", "tin: Trung tâm ra mắt quầy số")
    assert answer and "T10-02" in answer
    answer = talk.say("Quân", "ai chưa nộp tin tháng này?")
    assert answer and "2/4 đơn vị đã đủ" in answer and "Còn thiếu: VP 0/1 · KT-HT-ĐT 0/1" in answer


def test_an_item_written_is_news_and_no_task_done(talk: Talk, quota: None, duties: Duties) -> None:
    assert "tên" in (talk.say("Lan", "bài em viết xong rồi, gửi lên đây") or "")
    answer = talk.say("Lan", "bài tập huấn CCHC em viết xong rồi, gửi lên đây") or ""
    assert 'tin tháng 10: "tập huấn CCHC"' in answer and talk.duty(duties[7]).reported_on is None


def test_quotes_round_a_title_are_left_off_and_a_quarter_is_counted(talk: Talk, quota: None) -> None:
    assert 'tin tháng 10: "Gương người tốt việc tốt",' in (talk.say("Lan", 'gửi bài "Gương người tốt việc tốt"') or "")
    assert 'tin tháng 10: "Hội nghị cải cách hành chính",' in (
        talk.say("Hoa", "gửi bài “Hội nghị cải cách hành chính”") or ""
    )
    assert "Tin, bài tháng 10: 2/4 đơn vị đã đủ." in (talk.say("Quân", "tin bài tháng 10") or "")
    assert "Tin, bài tháng 9: 0/4" in (talk.say("Quân", "tin, bài tháng 9") or "")
    talk.now = at("20/11/2025 09:00")
    quarter = talk.say("Quân", "tin bài quý 4") or ""
    assert "Tin, bài quý IV/2025: 0/4" in quarter and "VHXH 1/2" in quarter and "VP 0/2" in quarter


@ON_BOTH
def test_news_taken_back_no_longer_counts_and_keeps_its_code(talk: Talk, quota: None) -> None:
    talk.say("Lan", "tin: Phường Ba Ngòi tập huấn CCHC")
    answer = talk.say("Lan", "hoàn tác")
    assert answer and "đã bỏ tin" in answer
    answer = talk.say("Lan", "tin: Phường Ba Ngòi họp giao ban")
    assert answer and "T10-02" in answer and "đủ 1/1" in answer


def test_a_keeper_s_own_unit_is_meant_where_none_is_named(talk: Talk, quota: None) -> None:
    answer = talk.say("Quân", "tin: Phường Ba Ngòi tập huấn CCHC")
    assert answer and "Văn hóa – Xã hội" in answer


def invite(talk: Talk, name: str) -> str:
    with transaction(talk.ward.engine) as session:
        return new_invite(session, talk.ward.agency_id, talk.ward.staff[name], talk.now)


@pytest.mark.parametrize("form", ["{}", "/start {}", "mã mời: {}", "{} "])
def test_a_code_links_the_chat_once(talk: Talk, duties: Duties, form: str) -> None:
    chat, code = talk.stranger("vinh-chat"), invite(talk, "Vinh")
    answer = talk.say_in(chat, form.format(code))
    assert (
        answer
        and answer.startswith("Chào anh Vinh, em là trợ lý nhắc việc của UBND phường Ba Ngòi.")
        and "26" in answer
    )
    second = talk.stranger("other-chat")
    assert "mã mời" in (talk.say_in(second, code) or "")
    with talk.session() as session:
        assert session.get_one(Chat, second).staff_id is None


def test_a_lower_case_code_works_too(talk: Talk, duties: Duties) -> None:
    chat, code = talk.stranger("vinh-chat"), invite(talk, "Vinh")
    assert "anh Vinh" in (talk.say_in(chat, code.lower()) or "")


def test_an_old_code_is_refused(talk: Talk) -> None:
    chat, code = talk.stranger("vinh-chat"), invite(talk, "Vinh")
    talk.now += timedelta(days=14)
    assert "mã mời" in (talk.say_in(chat, code) or "")


def test_a_stranger_gets_one_line_in_thirty_days_and_learns_nothing(talk: Talk, duties: Duties) -> None:
    chat = talk.stranger("somebody")
    answer = talk.say_in(chat, "tình hình")
    assert answer == stranger("vi") and "mã mời" in answer and "họ tên và phòng" in answer
    assert [talk.say_in(chat, t) for t in ("việc 2", "xong 2", "trợ giúp")] == [None, None, None]
    talk.now += timedelta(days=30)
    assert talk.say_in(chat, "alo") == answer
    assert talk.events() == []


def test_guessing_is_stopped_after_five_a_day(talk: Talk) -> None:
    chat, code = talk.stranger("guesser"), invite(talk, "Vinh")
    for guess in range(5):
        talk.say_in(chat, f"WRONG{guess}X9")
    assert talk.say_in(chat, code) is None
    talk.now = at("14/10/2025 08:00")
    assert "anh Vinh" in (talk.say_in(chat, code) or "")


@ON_BOTH
def test_what_is_asked_in_a_group_is_answered_privately_and_strangers_there_not_at_all(
    talk: Talk, duties: Duties
) -> None:
    group = talk.stranger("group", ChatKind.GROUP)
    assert "Tập huấn" in (talk.say_in(group, "việc 7", sender="Lan") or "")
    assert talk.say_in(group, "việc 7", sender="nobody") is None


def test_who_left_the_office_is_a_stranger(talk: Talk, duties: Duties) -> None:
    from storage.models.organisation import Staff

    with transaction(talk.ward.engine) as session:
        lan = session.get_one(Staff, talk.ward.staff["Lan"])
        lan.left_on = talk.now.date()
        session.add(lan)
    assert "kênh nhắc việc nội bộ" in (talk.say("Lan", "việc của tôi") or "")


def test_who_lacks_news_reads_until_when_and_the_item_just_sent_is_shown(talk: Talk, quota: None) -> None:
    answer = talk.say("Hoa", "bao giờ phải nộp tin") or ""
    assert "Còn thiếu: VP 0/1" in answer and "Hạn gửi: thứ Sáu 31/10" in answer
    talk.say("Hoa", "tin: Trung tâm ra mắt quầy số")
    shown = talk.say("Hoa", "tin này đăng chưa em") or ""
    assert "T10-01 – " in shown and "không ghi phần duyệt và đăng" in shown
    assert "Hạn gửi" not in (talk.say("Quân", "tin, bài tháng 9") or "")
