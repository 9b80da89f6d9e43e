"""The dates on a card: which holds now, who set it, which is wished for and who decides."""

from tests.bot.talk import Talk

Duties = dict[int, int]


def test_a_card_says_whose_each_date_is(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xin lùi 17 đến 24/10 vì chờ Sở")
    wish = "chị Lan xin lùi mốc nội bộ đến 24/10 (lý do: chờ Sở), chờ anh Tâm quyết định"
    assert f"mốc nội bộ 08/10, chậm 3 ngày làm việc · {wish}" in (talk.say("Tâm", "việc 17") or "")
    talk.say("Hà", "hạn 17 là 30/11")
    printed = 'Thời hạn: "Trong năm 2025" (31/12/2025) · hạn hiện nay 30/11/2025'
    assert f"{printed} (chị Hà đặt ngày 13/10)" in (talk.say("Lan", "việc 17") or "")
    outside = talk.say("Hoa", "việc 17") or ""
    assert f"{printed} (cơ quan đặt ngày 13/10)" in outside and "Hà" not in outside


def test_a_card_says_who_agreed_to_a_later_date(talk: Talk, duties: Duties) -> None:
    talk.say("Thu", "xin lùi hạn 26 đến 5/12 vì chờ Sở Tài chính")
    wished = talk.say("Hà", "việc 26") or ""
    assert "chị Thu xin lùi hạn đến 05/12 (lý do: chờ Sở Tài chính), chờ chị Hà quyết định" in wished
    talk.say("Hà", "đồng ý lùi 26")
    assert "(30/09/2025) · hạn hiện nay 05/12/2025 (chị Hà đồng ý lùi ngày 13/10)" in (talk.say("Thu", "việc 26") or "")


def test_a_card_says_how_a_wish_for_time_was_answered(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xin lùi 17 đến 24/10 vì chờ Sở")
    talk.say("Tâm", "không đồng ý lùi 17 vì dân chờ lâu rồi")
    refused = "chưa đồng ý lùi ngày 13/10: dân chờ lâu rồi"
    for text in ("sao không cho lùi 17 vậy", "17 anh Tâm nói sao em", "việc 17"):
        assert f"anh Tâm {refused}" in (talk.say("Lan", text) or ""), text
    assert refused not in (talk.say("Hoa", "việc 17") or "")
    talk.say("Lan", "xin lùi 17 đến 22/10 vì chờ Sở")
    assert refused not in (talk.say("Lan", "việc 17") or "")
    talk.say("Tâm", "đồng ý lùi 17")
    assert "mốc nội bộ 22/10 · anh Tâm đồng ý lùi ngày 13/10" in (talk.say("Lan", "17 được lùi tới bữa nào") or "")


def test_a_card_says_who_accepted(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 7")
    talk.say("Tâm", "duyệt 7")
    assert "Hoàn thành · anh Tâm duyệt ngày 13/10" in (talk.say("Lan", "7 được duyệt chưa em") or "")
