"""What third parties, colleagues or the work itself decided is a result; nobody but the sender decides for the sender."""

import pytest

from bot.understanding.intents import CHANGES
from tests.bot.understanding.reading import bare, read, split

RESULTS = split("""
việc 31 sở đã đồng ý chủ trương | 24 hội đồng đã bác 2 sáng kiến, còn 4 | việc 52 UBND tỉnh đã gia hạn dự án đến 2026
11 đã trình và được Chủ tịch ký duyệt | việc 20 dân không đồng ý giá đền bù | 30 đã từ chối 7 hồ sơ không đủ điều kiện
việc 45 bên thi công xin lùi tiến độ | 16 hội đồng không thông qua, phải làm lại | việc 23 ban giám đốc đã nhất trí phương án
27 kiểm tra 8 cơ sở, đạt 6, không đạt 2 | chủ tịch đã ký duyệt việc 12 | Sở Nội vụ chưa duyệt việc 12 | 45 nhà thầu đề nghị gia hạn hợp đồng
việc 40 tỉnh lùi hội nghị sang tháng 12 | 20 công ty không chấp nhận mức giá | 8 HĐND thông qua nghị quyết rồi
việc 9 lãnh đạo tỉnh chưa cho gia hạn | Sở trả lại hồ sơ việc 12 | 12 sở trả hồ sơ yêu cầu bổ sung | việc 33 hội đồng nghiệm thu đã nghiệm thu
anh Tâm duyệt 7 rồi | chị Hà đồng ý việc 17 rồi nhé | việc 17 chị Hà đồng ý rồi | Tâm đồng ý 17 rồi | việc 36 chủ đầu tư xin gia hạn
19 bà con nhất trí 100% phương án | việc 19 người dân chưa đồng ý di dời | 22 Kho bạc từ chối thanh toán 2 hồ sơ | việc 41 đã xác nhận 12 trường hợp
việc 13 thanh tra yêu cầu bổ sung hồ sơ | việc 6 hội nghị lùi sang tuần sau | việc 14 Bộ Nội vụ đã đồng ý biên chế rồi
""")
BARE_TOO = split("""
việc 31 sở đã đồng ý chủ trương | việc 20 dân không đồng ý giá đền bù | 30 đã từ chối 7 hồ sơ không đủ điều kiện | 24 hội đồng đã bác 2 sáng kiến, còn 4
việc 52 UBND tỉnh đã gia hạn dự án đến 2026 | chủ tịch đã ký duyệt việc 12 | 27 kiểm tra 8 cơ sở, đạt 6, không đạt 2 | việc 45 bên thi công xin lùi tiến độ
""")
STAFF_TELLS = split(
    "việc 12 duyệt rồi ạ | 12 đồng ý rồi chị ạ | việc 12 duyệt hôm qua rồi | việc 7 anh Tâm duyệt rồi ạ | 7 được duyệt rồi ạ"
)
DECISIONS = """
trả 16, Sở chưa duyệt | reject
Sở chưa góp ý, trả 16 | reject
duyệt 16 vì Sở đã đồng ý rồi | approve
Sở đồng ý rồi, duyệt 16 | approve
không duyệt 7 vì hội đồng chưa thông qua | reject
số liệu chưa đạt, trả 9 | reject
9 số liệu không đạt | reject
đồng ý cho chị Lan gia hạn việc 23 | approve
anh đồng ý việc 12 | approve
chị Lan làm tốt lắm, duyệt 7 | approve
chị Lan ơi duyệt 7 rồi nhé | approve
duyệt 7 của chị Lan | approve
em Hoa báo rồi, đồng ý 17 | approve
việc 12 duyệt rồi nhé | approve
lùi hạn 17 đến 24/12 vì Sở lùi hội nghị | set_deadline
cho chủ đầu tư lùi việc 45 đến 24/12 | set_deadline
Phòng KT xin lùi 17, đồng ý | approve
""".strip().splitlines()
WISHES = split("""
xin lùi 17 đến 24/12 do Sở chưa duyệt | 17 vướng Sở chưa cho ý kiến, xin lùi đến 24/12 | phòng em xin lùi 17 đến 24/12 | Phòng VHXH xin lùi việc 17 đến 24/12
bên em xin gia hạn 17 đến 24/12 | đơn vị đề nghị lùi hạn việc 17 đến 24/12 | Sở lùi hội nghị nên em xin lùi 17 đến 24/12
""")


def changes(text: str, role: str, context: str = "direct") -> list[str]:
    return [act.intent.value for act in read(text, role, context).acts if act.intent in CHANGES]


@pytest.mark.parametrize("role", ["staff", "unit_head", "office_head", "leader"])
def test_results_of_others_decide_nothing(role: str) -> None:
    assert {text: found for text in RESULTS if (found := changes(text, role))} == {}
    assert {text: found for text in BARE_TOO if (found := changes(bare(text), role))} == {}


def test_they_are_told_of_the_task_they_name() -> None:
    for text in RESULTS:
        [act] = read(text, "unit_head").acts
        assert (act.intent.value, len(act.slots.task_ids)) == ("progress", 1), text


@pytest.mark.parametrize("text", STAFF_TELLS)
def test_staff_telling_of_a_decision_makes_none(text: str) -> None:
    assert changes(text, "staff") == []


@pytest.mark.parametrize("role", ["staff", "unit_head"])
@pytest.mark.parametrize(
    "text",
    split("anh Tâm đồng ý rồi chị ạ | em đồng ý với phân công ạ | chị Hà duyệt rồi ạ | nhất trí với lịch của anh"),
)
def test_so_it_is_in_reply_to_a_reminder(text: str, role: str) -> None:
    assert changes(text, role, "reply_to_reminder") == []


@pytest.mark.parametrize("line", DECISIONS)
def test_a_heads_own_verdict_beside_them_counts(line: str) -> None:
    text, intent = line.split(" | ")
    understood = read(text, "office_head")
    assert (understood.sure, understood.acts[-1].intent.value) == (True, intent)


@pytest.mark.parametrize("text", WISHES)
def test_a_wish_of_ones_own_beside_them_counts(text: str) -> None:
    assert changes(text, "staff") == ["extend_request"]


def test_staff_tell_of_work_that_was_accepted() -> None:
    assert "approve" not in [act.intent.value for act in read("27 nghiệm thu rồi").acts]
