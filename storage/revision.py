"""Which revision a database is at, and which one this build needs; without Alembic, which every start would wait for."""

from pathlib import Path

from sqlalchemy import Engine, inspect, text

from storage.database import snapshot


def revisions(engine: Engine) -> tuple[str | None, str | None]:
    """(revision the database has, revision this build needs)."""
    return revision(engine), newest()


def revision(engine: Engine) -> str | None:
    """What the database is at, None where it was never migrated."""
    with snapshot(engine) as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found


def newest() -> str | None:
    """The last of the migrations, which are named by their numbers: `0009_year_end.py`."""
    versions = Path(__file__).parent / "migrations" / "versions"
    return max((file.name.split("_")[0] for file in versions.glob("*.py")), default=None)
