"""A keeper asks for the draft's sheet, for a way to hand a file in, or says that its changes be taken."""

import pytest

from bot.understanding.intents import Intent
from tests.bot.understanding.reading import bare, read, split

SHEET, BRING, TAKE = Intent.review_file, Intent.hand_in, Intent.take_changes


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("xuất bản nháp", SHEET),
        ("xuat ban nhap ra excel", SHEET),
        ("Tệp rà soát", SHEET),
        ("cho anh file rà soát nhé", SHEET),
        ("gửi anh bản nháp excel", SHEET),
        ("nộp kế hoạch", BRING),
        ("nop ke hoach moi", BRING),
        ("gửi tệp", BRING),
        ("em muốn gửi tệp kế hoạch", BRING),
        ("upload kế hoạch năm 2026", BRING),
        ("xin link nộp tệp", BRING),
        ("ghi", TAKE),
        ("ghi luôn nhé", TAKE),
    ],
)
def test_said_in_an_office_s_words(text: str, intent: Intent) -> None:
    understood = read(text, role="office_head")
    assert (understood.sure, [act.intent for act in understood.acts]) == (True, [intent])


@pytest.mark.parametrize(
    "text",
    [
        "đã nộp kế hoạch", "da nop ke hoach", "7 nộp kế hoạch rồi", "xong 7 gửi kế hoạch", "gửi báo cáo tháng 10", "gửi file báo cáo",
        "xuất báo cáo", "xuất file tổng hợp", "rà soát", "ghi hộ Lan: xong 7", "kế hoạch năm 2026", "xem",
    ],
)  # fmt: skip
def test_what_only_sounds_like_it_means_something_else(text: str) -> None:
    assert not {SHEET, BRING, TAKE} & {act.intent for act in read(text, role="office_head").acts}


@pytest.mark.parametrize(
    ("text", "plan"),
    [
        ("file kế hoạch đâu", None),
        ("gửi lại file kế hoạch", None),
        ("cho xin bản kế hoạch", None),
        ("bản kế hoạch ở đâu vậy", None),
        ("cho em xin file kế hoạch CCHC", "CCHC"),
        ("gửi em bản word kế hoạch cải cách hành chính", "cải cách hành chính"),
        ("cho em xin lại bản kế hoạch CCHC 2025 nhé", "CCHC 2025"),
        ("có file kế hoạch không ạ", None),
    ],
)
@pytest.mark.parametrize("role", ["staff", "office_head"])
def test_the_plan_itself_is_wanted(text: str, plan: str | None, role: str) -> None:
    for typed, named in ((text, plan), (bare(text), bare(plan) if plan else None)):
        (act,) = read(typed, role).acts
        assert (act.intent, act.slots.plan) == (Intent.plan_file, named), typed


@pytest.mark.parametrize(
    "text",
    split("""em gửi file kế hoạch kiểm tra | xong 2 file kế hoạch | bản kế hoạch này chưa xong | kế hoạch CCHC tới đâu rồi | gửi file kế hoạch việc 2
    cho em xin bản nháp kế hoạch | 7 gửi bản kế hoạch rồi"""),
)
def test_a_product_or_a_draft_is_another_file(text: str) -> None:
    for typed in (text, bare(text)):
        assert Intent.plan_file not in {act.intent for act in read(typed).acts}, typed
