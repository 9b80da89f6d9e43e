"""Orders denied or put off change nothing, before or after any order verb; refusals with their reasons still count."""

import pytest

from bot.understanding.intents import CHANGES, Intent
from tests.bot.understanding.reading import bare, read, split

CHANGING = CHANGES | {Intent.progress, Intent.remind_unit, Intent.draft_group_reminder, Intent.settings_time}
HEAD_DENIES = split("""
khoan hẵng trả việc 14 | khoan hẵng duyệt 14 | đừng vội trả việc 14 | chưa trả việc 14 đâu nhé
khoan duyệt 12 đã | khoan đã, chưa duyệt 12 | khoan, duyệt 12 | đừng duyệt 7 | đừng vội duyệt 7 | khoan hãy duyệt 7 nhé
từ từ hãy duyệt 14 | tạm thời đừng duyệt việc 8 và 9 | tạm thời chưa duyệt 8 nhé, để anh xem | khỏi duyệt 7 | chưa cần duyệt 7
không cần duyệt 7 đâu | chưa nên duyệt 7 | chưa vội duyệt 7 | chưa duyệt vội việc 30 nhé | chưa duyệt 31 đâu nhé em
thôi không duyệt 7 nữa đâu, đừng duyệt 7 | thôi đừng duyệt 7 | 7 thì khoan duyệt | việc 7 đừng duyệt vội | 7 chưa cần duyệt
đừng trả lại 9 nữa | khoan trả 9 | chưa cần trả việc 9 | không trả lại 9 đâu | đừng từ chối 17 | khoan bác 17 em nhé
mai duyệt 7 | mai anh duyệt 7 | ngày mai anh duyệt việc 7 nhé | anh sẽ duyệt 7 | để anh xem rồi duyệt 7 | lát nữa anh duyệt 7
chiều nay chị duyệt 7 | tuần sau duyệt 7 | 7 mai anh duyệt | việc 7 để mai duyệt | 7 anh sẽ duyệt sau | anh định duyệt 7
duyệt 2 sau nhé | duyệt 2 sau | việc 2 duyệt sau nhé em | duyệt 7 mai nhé | duyệt 7 tuần sau | duyệt 7 để sau | duyệt 7 khoan đã
duyệt 7 chưa vội | đồng ý 17 sau nhé | duyệt 7 khi nào có số | duyệt 7 sau khi bổ sung phụ lục | đủ hồ sơ thì duyệt 7
bổ sung xong mới duyệt 7 | duyệt 2 và 7 sau nhé | 7 để sau | 12 khoan đã | việc 9 từ từ đã | 7 thì để sau nhé | 7 để mai | 7 để mai xem | 7 mai anh xem lại | việc 7 chiều nay xem nhé | 7 tuần sau tính
khoan giao viec 33 cho vhxh | đừng giao 57 cho Hoa | chưa cần giao việc 9 cho Nam đâu | khỏi giao việc 7 cho Hoa nữa
thôi không giao 26 cho anh Vinh nữa | không giao 57 cho Phúc nữa | chưa giao 57 cho Phúc vội | mai giao 57 cho Phúc
anh sẽ giao 57 cho Phúc | giao 57 cho Phúc sau nhé | tuần sau giao 57 cho Hoa | đừng chuyển việc 57 cho Phúc
tạm thời chưa giao 57 cho Phúc | từ từ hãy giao 57 cho Phúc | giao 57 cho Phúc thì khoan
đừng lùi hạn việc 17 | khoan lùi hạn 17 đến 24/10 | đừng đổi hạn việc 6 | chưa cần gia hạn 17 | không đổi hạn việc 6 nhé
tạm thời đừng đổi hạn việc 6 sang 5/12 | anh sẽ lùi hạn 17 đến 24/12 | lùi hạn 17 đến 24/12 thì để sau
đừng nhắc phòng kinh tế vội | thôi đừng nhắc chị Hoa việc 50 | khoan nhắc phòng VHXH | chưa cần nhắc anh Phúc | đừng gửi nhắc nhóm vội
khỏi nhắc chị Hoa nữa | không được mở lại 12 nhé | đừng mở lại 12 | khoan mở lại việc 12 | chưa cần hoàn tác
ngừng giao 57 cho Hoa | hoãn việc giao 57 cho Hoa | hoãn duyệt 7 | chớ duyệt 7 | chờ anh xem đã rồi hãy duyệt 7 | đợi họp xong duyệt 7
chờ họp xong rồi duyệt 7 | thứ 2 anh duyệt 7 | đầu tuần anh duyệt 7 | duyệt 7 vào thứ 2 | đừng cho chị Lan lùi việc 17 | đừng báo sở vội
đừng ghi xong việc 7 | đừng đóng việc 12 | chưa được đóng việc 12 đâu nhé | khoan ghi xong 12
chưa duyệt 18 nhé, chờ chị Hà xem | chưa đồng ý 18, đợi anh Tâm kiểm tra đã
18 để anh kiểm tra lại rồi báo em sau | 18 để anh kiểm tra lại | 18 để chị coi lại số liệu rồi tính | 18 để sếp kiểm tra lại | 18 để mai anh kiểm tra lại
""")
STAFF_DENIES = split("""
việc 25 đừng ghi xong nhé, còn sai số liệu | đừng báo xong việc 25 vội chứ | đừng ghi hoàn thành 25 | khoan báo xong 25
khoan ghi việc 25 xong | chưa cần báo xong 25 | từ từ hãy báo xong 25 | đừng hoàn tác | khoan xin lùi 17
chưa cần xin lùi 17 | đừng xin lùi 17 đến 24/10 | 25 để sau ạ | 18 để chị kiểm tra lại rồi báo em sau | 18 để em rà lại đã
""")
BARE_TOO = split("""
khoan duyệt 12 đã | đừng trả lại 9 nữa | từ từ hãy duyệt 14 | chưa cần giao việc 9 cho Nam đâu | duyệt 2 sau nhé | mai duyệt 7
khỏi giao việc 7 cho Hoa nữa | đừng lùi hạn việc 17 | đừng báo xong việc 25 vội chứ | không được mở lại 12 nhé | anh sẽ duyệt 7
7 để sau | tạm thời đừng duyệt việc 8 và 9 | chưa duyệt 31 đâu nhé em
""")
HEAD_ORDERS = """
không duyệt 7 vì thiếu số | reject
chưa duyệt 18, thiếu số liệu | reject
chưa duyệt 18, chờ bổ sung biểu | reject
chưa đạt, trả 9 | reject
đổi hạn việc 6 sang 5/12 | set_deadline
đồng ý cho chị Lan lùi 17 | approve
giao cho Phúc việc 57 | assign
chưa duyệt 7 vì thiếu phụ lục | reject
chưa duyệt được 7, thiếu phụ lục 2 | reject
việc 7 chưa đạt, làm lại phần số liệu | reject
trả 9 thiếu số liệu kỳ sau | reject
trả 9 vì chưa cần thiết | reject
trả 9, lần sau gửi đủ phụ lục | reject
không cho lùi việc 20 nữa | reject
không đồng ý 17 vì tuần sau họp | reject
bác gia hạn 17 | reject
duyệt 7 | approve
duyệt 7 nhé, mai họp | approve
duyệt 7 đi em, để sau quên | approve
thôi duyệt 7 đi | approve
duyệt 7 luôn | approve
duyệt 7 thôi | approve
7 thì duyệt | approve
hãy duyệt 2 | approve
đồng ý 17 đến mai | approve
đồng ý lùi 17 sang tuần sau | approve
đồng ý 17 đến cuối tuần sau nhé | approve
duyệt 17 đến thứ 6 tuần sau | approve
anh xem rồi, duyệt 7 | approve
chị Mai xem rồi, duyệt 7 | approve
giao 57 cho Phúc | assign
giao 57 cho Phúc làm trước mai | assign
giao 57 cho Phúc, tuần sau xong | assign
giao 57 cho Phúc xong trước tuần sau | assign
giao 57 cho Phúc, không cần Hoa nữa | assign
hạn việc 10 là thứ 6 tuần sau | set_deadline
lùi hạn 17 sang tuần sau nhé | set_deadline
lùi hạn việc 17 đến 24/12 | set_deadline
nhắc phòng kinh tế | remind_unit
nhắc chị Hoa việc 50 đi | remind_unit
mở lại 12 vì sai số | undo_done
""".strip().splitlines()
STAFF_SAYS = """
xong 7, em gửi bản cứng sau | done
xong 7 đúng hạn | done
xong 7, mai em trình ký bản giấy | done
7 xong rồi nhé, khỏi nhắc em | done
việc 12 chưa được duyệt kinh phí | progress
17 chưa được giao đất | progress
20 tạm thời chưa có kinh phí | progress
15 đã giải ngân khoản 2 | progress
việc 36 để sau Tết mới làm được vì chờ kinh phí | progress
xin lùi 17 đến tuần sau nhé | extend_request
xin lùi 17 đến 24/11 vì chưa cần gấp | extend_request
mở lại 12 giúp em, chưa xong | undo_done
""".strip().splitlines()


def changed(text: str, role: str, context: str = "direct") -> list[str]:
    """What would be done for certain."""
    understood = read(text, role, context)
    return [a.intent.value for a in understood.acts if a.intent in CHANGING] if understood.sure else []


@pytest.mark.parametrize("role", ["unit_head", "office_head"])
@pytest.mark.parametrize("text", HEAD_DENIES)
def test_a_heads_denied_order_changes_nothing(text: str, role: str) -> None:
    assert changed(text, role) == []


@pytest.mark.parametrize("text", STAFF_DENIES)
def test_what_staff_denies_or_puts_off_changes_nothing(text: str) -> None:
    assert changed(text, "staff") == []


@pytest.mark.parametrize("text", BARE_TOO)
def test_so_it_is_without_accents(text: str) -> None:
    assert changed(bare(text), "unit_head") == []


@pytest.mark.parametrize(
    "text", split("khoan khoan, chưa duyệt | để sau | đừng duyệt vội | mai anh duyệt | anh sẽ duyệt sau | khoan đã")
)
def test_so_it_is_in_reply_to_a_question(text: str) -> None:
    assert changed(text, "unit_head", "reply_to_reminder") == []


@pytest.mark.parametrize("line", HEAD_ORDERS)
def test_orders_and_refusals_of_heads_still_count(line: str) -> None:
    text, intent = line.split(" | ")
    understood = read(text, "unit_head" if intent == "remind_unit" else "office_head")
    assert (understood.sure, understood.acts[0].intent.value) == (True, intent)


@pytest.mark.parametrize("line", STAFF_SAYS)
def test_words_that_only_look_like_denials_still_count(line: str) -> None:
    text, intent = line.split(" | ")
    understood = read(text)
    assert (understood.sure, understood.acts[0].intent.value) == (True, intent)


def test_of_two_orders_one_may_be_denied() -> None:
    for text in (
        "duyệt 2, đừng duyệt 7",
        "duyệt 2, 7 để sau",
        "duyệt 2; 7 khoan đã",
        "duyệt 2, khoan duyệt 7",
        "duyệt 2, 7 thì khoan",
    ):
        first, *rest = read(text, "unit_head").acts
        assert (first.intent, first.slots.task_ids) == (Intent.approve, (2,)), text
        assert [act.intent for act in rest if act.intent in CHANGING] == [], text


HALTED = split("""
khoan, trả lại 26 vì chưa có con dấu | khoan đã, trả 26 thiếu dấu | khoan, 26 trả lại vì thiếu phụ lục | khoan em, 26 trả lại nhé, sai số liệu
""")


@pytest.mark.parametrize("text", HALTED)
def test_a_return_behind_a_halt_is_an_order(text: str) -> None:
    for typed in (text, bare(text)):
        [act] = read(typed, "unit_head").acts
        assert (act.intent.value, act.slots.task_ids) == ("reject", (26,)) and act.slots.reason, typed
    for put_off in ("khoan, đừng trả 26 vì thiếu dấu", "khoan đã, chưa trả 26 đâu", "khoan, duyệt 26"):
        assert [act.intent.value for act in read(put_off, "unit_head").acts] == ["smalltalk_other"], put_off


@pytest.mark.parametrize("text", split("18 kiểm tra lại nhé | 18 cần kiểm tra lại số liệu | 18 phải rà soát lại"))
def test_a_heads_wish_to_have_it_looked_at_again_is_asked_about(text: str) -> None:
    for typed in (text, bare(text)):
        understood = read(typed, "unit_head")
        assert not understood.sure and understood.readings[0].intent is Intent.reject, typed


@pytest.mark.parametrize("text", split("18 đã kiểm tra lại | 18 đang kiểm tra lại số liệu"))
def test_looking_again_is_how_it_stands(text: str) -> None:
    assert [act.intent for act in read(text, "unit_head").acts] == [Intent.progress]
