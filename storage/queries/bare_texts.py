"""Results typed without accents that nobody has mended."""

from sqlmodel import Session, col, literal_column, select

from storage.models.duties import ProgressEntry


def bare_entries(session: Session, agency_id: int) -> list[ProgressEntry]:
    """Those that stand, oldest first."""
    query = select(ProgressEntry).where(
        ProgressEntry.agency_id == agency_id,
        literal_column("progress_entry.bare"),
        col(ProgressEntry.withdrawn_at).is_(None),
    )
    return list(session.exec(query.order_by(col(ProgressEntry.id))))
