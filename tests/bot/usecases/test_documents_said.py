"""A document's number said by itself, mistyped, or of another task than the one that waits; a number asked for and given."""

from datetime import timedelta

import pytest

from storage.kinds import DutyState, EventKind
from storage.queries.duties import evidence_of
from tests.bot.talk import Talk
from tests.engines import ON_BOTH

Duties = dict[int, int]


def later(talk: Talk, seconds: int = 150) -> None:
    talk.now += timedelta(seconds=seconds)


def documents(talk: Talk, duty_id: int) -> list[str]:
    with talk.session() as session:
        return [row.text for row in evidence_of(session, talk.ward.agency_id, [duty_id])]


@pytest.mark.parametrize(
    "text",
    [
        "17 có số rồi: QĐ số 12/QĐ-UBND",
        "17 có số: 12/QĐ-UBND",
        "việc 17 có số là 12/QĐ-UBND",
        "17 đã ký, số 12/QĐ-UBND",
    ],
)
def test_the_task_typed_gets_the_document(talk: Talk, duties: Duties, text: str) -> None:
    talk.say("Lan", "xong 2")
    later(talk)
    talk.say("Lan", text)
    assert documents(talk, duties[2]) == [] and "12/QĐ-UBND" in documents(talk, duties[17])[0]


def test_the_task_spoken_of_is_asked_about_before_another_gets_it(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 17")
    later(talk)
    talk.say("Lan", "2 nộp lại bản mới rồi chờ ký")
    later(talk)
    answer = talk.say("Lan", "số 45/KH-UBND") or ""
    assert "2 (" in answer and "17 (" in answer and documents(talk, duties[17]) == []
    talk.say("Lan", "17")
    assert documents(talk, duties[17]) == ["số 45/KH-UBND"]


@pytest.mark.parametrize("before", ["việc 2", "2 anh Tâm ký rồi, đợi văn thư đóng dấu"])
@pytest.mark.parametrize("text", ["số 45/KH-UBND", "có số rồi: 45/KH-UBND"])
def test_of_the_task_just_spoken_of(talk: Talk, duties: Duties, before: str, text: str) -> None:
    talk.say("Lan", before)
    later(talk)
    answer = talk.say("Lan", text) or ""
    assert "Việc 2" in answer and "45/KH-UBND" in answer and "phải không ạ" in answer
    talk.say("Lan", "đúng")
    assert talk.state(duties[2]) is DutyState.REPORTED and "45/KH-UBND" in documents(talk, duties[2])[0]


@pytest.mark.parametrize("answer", ["việc 2 nhé", "2", "của việc 2 ạ", "là việc 2 em nhé", "ý chị là việc 2"])
def test_the_number_asked_for_is_taken(talk: Talk, duties: Duties, answer: str) -> None:
    talk.say("Lan", "số 46/KH-UBND")
    later(talk)
    assert "phải không ạ" in (talk.say("Lan", answer) or "")
    talk.say("Lan", "đúng")
    assert "46/KH-UBND" in documents(talk, duties[2])[0]


def test_a_wish_for_time_waits_for_its_number(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xin lùi đến 30/10 vì chờ Sở")
    later(talk)
    answer = talk.say("Lan", "17") or ""
    assert "30/10" in answer and [event.kind for event in talk.events()] == [EventKind.DATE_ASKED]


def test_done_and_then_its_number(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong rồi")
    later(talk, 8)
    talk.say("Lan", "việc 7")
    assert talk.state(duties[7]) is DutyState.REPORTED


def test_long_after_the_number_shows_its_task(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong rồi")
    later(talk, 3600)
    assert "Tập huấn" in (talk.say("Lan", "việc 7") or "") and talk.events() == []


@pytest.mark.parametrize(
    "slip",
    [
        "2 sai số, đúng là 129/KH-UBND", "2 là 129/KH-UBND nha", "số đúng là 129/KH-UBND", "nhầm số, 129/KH-UBND mới đúng", "nhầm, số 129/KH-UBND",
        "sửa số việc 2 thành 129/KH-UBND", "129/KH-UBND thay cho 45/KH-UBND", "không phải 45/KH-UBND mà là 129/KH-UBND",
        "em ghi nhầm số ạ, số là 129/KH-UBND", "dinh chinh so: 129/KH-UBND",
    ],
)  # fmt: skip
def test_a_mistyped_number_is_put_right(talk: Talk, duties: Duties, slip: str) -> None:
    talk.say("Lan", "xong 2 KH 45/KH-UBND")
    later(talk)
    answer = talk.say("Lan", slip) or ""
    assert "đã sửa sản phẩm của việc 2" in answer and "129/KH-UBND" in answer
    assert [text.split()[-1] for text in documents(talk, duties[2])] == ["129/KH-UBND"]
    later(talk)
    talk.say("Lan", "hoàn tác")
    assert [text.split()[-1] for text in documents(talk, duties[2])] == ["45/KH-UBND"]


@pytest.mark.parametrize("text", ["17 ban hành QĐ 12/QĐ-UBND thay thế QĐ 10/QĐ-UBND", "xong 17 QĐ 12/QĐ-UBND"])
def test_a_paper_that_replaces_another_in_the_work_is_no_slip(talk: Talk, duties: Duties, text: str) -> None:
    talk.say("Lan", "xong 2 KH 45/KH-UBND")
    later(talk)
    talk.say("Lan", text)
    assert [text.split()[-1] for text in documents(talk, duties[2])] == ["45/KH-UBND"]


def test_the_document_of_work_kept_up_all_year_is_kept(talk: Talk, duties: Duties) -> None:
    answer = talk.say("Lan", "xong 18 BC 60/BC-VHXH") or ""
    assert "60/BC-VHXH" in answer and "60/BC-VHXH" in documents(talk, duties[18])[0]
    assert "60/BC-VHXH" in talk.entries(duties[18])[0].text


def returned(talk: Talk, why: str) -> None:
    talk.say("Lan", "xong 2 KH 45/KH-UBND")
    talk.say("Tâm", f"trả lại 2 {why}")
    later(talk)


@ON_BOTH
@pytest.mark.parametrize(
    "bubbles",
    [
        ("2 xong, KH 46/KH-UBND",), ("xong 2 46/KH-UBND",), ("xong 2", "46/KH-UBND"), ("số đúng là KH 46/KH-UBND", "đúng"),
    ],
)  # fmt: skip
def test_after_a_return_the_new_number_takes_the_old_one_s_place(
    talk: Talk, duties: Duties, bubbles: tuple[str, ...]
) -> None:
    returned(talk, "sai số")
    answer = [talk.say("Lan", bubble) or "" for bubble in bubbles][-1]
    assert "thay cho KH 45/KH-UBND" in answer and talk.state(duties[2]) is DutyState.REPORTED
    (kept,) = documents(talk, duties[2])
    assert kept.endswith("46/KH-UBND")
    talk.say("Lan", "hoàn tác")
    assert documents(talk, duties[2]) == ["KH 45/KH-UBND"]


def test_after_a_return_what_was_lacking_stands_beside(talk: Talk, duties: Duties) -> None:
    returned(talk, "thiếu báo cáo")
    answer = talk.say("Lan", "xong 2 BC 50/BC-UBND") or ""
    assert "thay cho" not in answer and documents(talk, duties[2]) == ["KH 45/KH-UBND", "BC 50/BC-UBND"]


def test_after_a_return_the_same_number_and_a_photo_stay_what_they_are(talk: Talk, duties: Duties) -> None:
    talk.keeps_photo(duties[2], "Lan")
    returned(talk, "ảnh mờ")
    answer = talk.say("Lan", "xong 2 KH 45/KH-UBND") or ""
    assert "thay cho" not in answer and sorted(documents(talk, duties[2])) == ["KH 45/KH-UBND", "ảnh"]


def test_without_a_return_a_second_document_stands_beside(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 2 KH 45/KH-UBND")
    talk.say("Lan", "xong 2 KH 46/KH-UBND")
    assert len(documents(talk, duties[2])) == 2


@pytest.mark.parametrize(
    ("text", "kept"),
    [("nhầm, KH 54", "KH 54/KH-UBND"), ("nhầm, số 54 mới đúng", "KH 54/KH-UBND"), ("nhầm, QĐ 54", "QĐ 54"), ("nhầm, KH 54/KH-VHXH", "KH 54/KH-VHXH")],
)  # fmt: skip
def test_only_the_number_was_wrong_and_its_symbol_stays(talk: Talk, duties: Duties, text: str, kept: str) -> None:
    talk.say("Lan", "xong 2 KH 45/KH-UBND")
    answer = talk.say("Lan", text) or ""
    assert documents(talk, duties[2]) == [kept], answer


@pytest.mark.parametrize(
    "text",
    ["2 sửa số thành 97", "việc 2 nhầm số, phải là 97", "đổi số văn bản việc 2 thành 97", "2 sửa lại số thành 97 nha"],
)
def test_a_task_s_document_is_renumbered(talk: Talk, duties: Duties, text: str) -> None:
    talk.say("Lan", "xong 2 KH 96/KH-UBND")
    later(talk)
    talk.say("Lan", text)
    assert documents(talk, duties[2]) == ["KH 97/KH-UBND"]


def test_without_a_document_a_new_number_is_asked_about(talk: Talk, duties: Duties) -> None:
    assert "phải không ạ" in (talk.say("Lan", "2 sửa số thành 97") or "") and talk.events() == []
