"""The table of figures, printed and written when the last of them has been taken."""

from collections.abc import Iterator

import pytest

from tests.benchmarks.figures import Figures


@pytest.fixture(scope="session")
def figures() -> Iterator[Figures]:
    taken = Figures()
    yield taken
    if taken.taken:
        taken.write()
        print(f"\n{taken.table()}")
