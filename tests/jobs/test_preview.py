"""What the preview shows is what the mornings then bring, and showing it changes nothing."""

from datetime import date, timedelta

from bot.commands.preview import as_json
from jobs.preview import preview
from storage.database import transaction
from storage.models.plans import File
from tests.jobs.mornings import morning_of, october, tick
from tests.people import Ward, at
from tests.storage.filled import rows

EVERYBODY = ("Lan", "Tâm", "Quân", "Hà", "Dũng", "Hoa", "Phúc", "Thu", "Vinh", "Ánh")


def test_the_preview_shows_the_mornings_that_come_and_changes_nothing(ward: Ward) -> None:
    ward.link(*EVERYBODY)
    october(ward)
    with transaction(ward.engine) as session:
        session.add(
            File(agency_id=ward.agency_id, sha256="0", name="plan.pdf", size=4, content=b"%PDF", kept_at=at("01/10/2025 08:00"))
        )  # fmt: skip
    tick(ward, at("09/10/2025 07:30"))  # its digests wait, and are not shown
    before = rows(ward.engine)
    found = preview(ward.engine, date(2025, 10, 10), date(2025, 10, 17), at("09/10/2025 15:00"))
    assert rows(ward.engine) == before and not found.as_if_joined

    morning_of(ward, "09/10/2025")
    names = {staff_id: name for name, staff_id in ward.staff.items()}
    day, met = date(2025, 10, 10), 0
    while day <= date(2025, 10, 17):
        came = morning_of(ward, f"{day:%d/%m/%Y}") if day.weekday() < 5 else {}
        shown = {names[one.to.id]: one.text for one in found.messages if one.at.date() == day}
        assert shown == {name: message.text for name, message in came.items()}
        met += len(shown)
        day += timedelta(days=1)
    assert met > 15

    hers = next(as_json(one) for one in found.messages if one.to.id == ward.staff["Lan"])
    assert list(hers) == ["at", "to", "role", "unit", "kind", "tasks", "text"]
    assert hers["at"] == "2025-10-10T07:30+07:00" and hers["kind"] == "digest" and 17 in hers["tasks"]
    roles = {names[one.to.id]: as_json(one)["role"] for one in found.messages}
    assert roles["Ánh" if "Ánh" in roles else "Hà"] in ("leader", "office_head") and roles["Quân"] == "keeper"
    assert roles["Tâm"] == "unit_head" and roles["Lan"] == "staff"
