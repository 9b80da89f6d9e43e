"""Which tests `make test` runs on PostgreSQL too; `make postgresql` runs all others on it."""

import pytest

#: What two engines may do differently, and enough beside it that `make test` sends PostgreSQL nearly every statement of the product.
ON_BOTH = pytest.mark.on_both
