"""Which engines a test runs on: both, unless what it shows does not hang on the engine."""

import pytest

#: Words, rights and files: the rows behind them are written the same way by the tests beside these, on both engines.
ON_ONE_ENGINE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
