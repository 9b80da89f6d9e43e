"""A row by its number is this agency's or none, and nothing outside storage fetches one in another way."""

import re
from pathlib import Path

import pytest

from storage.database import transaction
from storage.models.organisation import Staff
from storage.queries.rows import row_by_id, the_row
from tests.people import Ward

PRODUCT = Path(__file__).parents[2]
#: `session.get(url` is aiohttp's.
_PAST_US = re.compile(r"\bsession\.get(?:_one\(|\((?!url\b))")


def test_a_number_of_another_agency_finds_nothing(ward: Ward) -> None:
    ward.link("Lan")
    with transaction(ward.engine) as session:
        lan = ward.staff["Lan"]
        found = row_by_id(session, Staff, ward.agency_id, lan)
        assert found is not None and found is the_row(session, Staff, ward.agency_id, lan)
        assert row_by_id(session, Staff, ward.agency_id + 1, lan) is None
        assert row_by_id(session, Staff, ward.agency_id, None) is None
        with pytest.raises(LookupError):
            the_row(session, Staff, ward.agency_id + 1, lan)


@pytest.mark.parametrize("folder", ["bot", "jobs", "locales"])
def test_rows_are_fetched_through_storage(folder: str) -> None:
    found = {
        str(path.relative_to(PRODUCT)): lines
        for path in (PRODUCT / folder).rglob("*.py")
        if (lines := [line.strip() for line in path.read_text().splitlines() if _PAST_US.search(line)])
    }
    assert found == {}
