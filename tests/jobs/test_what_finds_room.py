"""Nine lines at most: what is about an official date finds room before what was missed long ago."""

from datetime import date

from tests.jobs.mornings import morning_of
from tests.people import Ward


def slips(ward: Ward, numbers: range) -> None:
    for n in numbers:
        ward.give(n, f"Việc số {n}", "VHXH", to="Lan", due=date(2025, 12, 31), target=date(2025, 9, n))


def test_an_official_date_is_named_on_each_of_its_days_however_much_slips(ward: Ward) -> None:
    ward.link("Lan")
    slips(ward, range(1, 12))
    ward.give(20, "Báo cáo quý", "VHXH", to="Lan", due=date(2025, 10, 29))
    for day in ("20/10/2025", "24/10/2025", "28/10/2025", "29/10/2025"):
        text = morning_of(ward, day)["Lan"].text
        assert "20. Báo cáo quý" in text, day
        assert sum(line[:1].isdigit() for line in text.splitlines()) == 9 and "và 3 việc khác" in text


def test_what_slips_today_goes_before_what_slipped_long_ago(ward: Ward) -> None:
    ward.link("Lan")
    slips(ward, range(1, 12))
    ward.give(30, "Rà soát", "VHXH", to="Lan", due=date(2025, 12, 31), target=date(2025, 10, 21))
    assert "30. Rà soát" in morning_of(ward, "21/10/2025")["Lan"].text
    assert "30. Rà soát" in morning_of(ward, "22/10/2025")["Lan"].text


def test_what_has_climbed_to_somebody_is_seen_beside_much_of_his_own(ward: Ward) -> None:
    ward.link("Quân", "Vinh", "Thu", "Hà")
    for n in range(1, 12):
        ward.give(n, f"Việc số {n}", "VP", to="Quân", due=date(2025, 12, 31), target=date(2025, 9, n))
    ward.give(26, "Quy chế", "KT-HT-ĐT", to="Vinh", due=date(2025, 10, 13))
    days = [f"{day}/10/2025" for day in (14, 15, 16, 17, 20, 21)]
    read = {day: morning_of(ward, day).get("Quân") for day in days}
    assert any(message and "26. Quy chế – KT-HT-ĐT" in message.text for message in read.values())
