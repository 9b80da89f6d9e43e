"""A filled database of every released revision comes through the upgrade with all its rows."""

from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, func, select

from bot.demo.build import build
from storage.migrate import config_for, migrate, revisions
from storage.models.tables import METADATA

RELEASED = ["0001", "0002", "0003", "0004"]


def rows(engine: Engine) -> dict[str, int]:
    """Rows of every table of the product."""
    with engine.connect() as connection:
        return {
            name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for name, table in METADATA.tables.items()
        }


def test_an_older_database_keeps_every_row(engine: Engine) -> None:
    build(engine)
    filled = rows(engine)
    assert filled["duty"] > 100
    for before in RELEASED:
        command.downgrade(config_for(engine), before)
        assert revisions(engine)[0] == before
        migrate(engine)
        assert rows(engine) == filled, before
        assert revisions(engine)[0] == revisions(engine)[1]


def test_every_released_revision_is_tried(engine: Engine) -> None:
    scripts = ScriptDirectory.from_config(config_for(engine))
    known = sorted(script.revision for script in scripts.walk_revisions())
    assert known == [*RELEASED, scripts.get_current_head()]
