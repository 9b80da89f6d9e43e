"""A date on a day off is spoken of as the working day before it, and the message says so."""

from datetime import date

from tests.jobs.mornings import morning_of
from tests.people import Ward


def test_the_first_step_of_a_date_on_a_day_off_names_it(ward: Ward) -> None:
    """Sunday 26/10 is spoken of as Friday 24/10: seven working days before is Wednesday 15/10."""
    ward.link("Lan")
    ward.give(2, "Kế hoạch kiểm tra CCHC", "VHXH", to="Lan", due=date(2025, 10, 26))
    ward.give(7, "Tập huấn CCHC", "VHXH", to="Lan", target=date(2025, 10, 25))
    first, nothing = (morning_of(ward, f"{day}/10/2025").get("Lan") for day in (15, 16))
    assert first is not None and "Sắp đến" in first.text and nothing is None
    assert {"2. Kế hoạch", "7. Tập huấn"} <= {line[:11] for line in first.text.splitlines()}
