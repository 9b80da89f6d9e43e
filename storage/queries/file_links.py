"""Links for files, by their hash."""

from sqlmodel import Session, col, select

from storage.models.channels import FileLink


def link_by_hash(session: Session, token_hash: str) -> FileLink | None:
    """The link, locked so that it is used once; across agencies, as the token is all that a browser brings."""
    return session.exec(select(FileLink).where(FileLink.token_hash == token_hash).with_for_update()).first()


def unused_links(session: Session, agency_id: int, chat_id: int, *, outgoing: bool) -> list[FileLink]:
    """A chat's links that could still be used, whatever their date."""
    way = col(FileLink.file_id).is_not(None) if outgoing else col(FileLink.file_id).is_(None)
    query = select(FileLink).where(
        FileLink.agency_id == agency_id, FileLink.chat_id == chat_id, way, col(FileLink.used_at).is_(None)
    )
    return list(session.exec(query))
