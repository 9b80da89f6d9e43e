"""The address of a web page that serves one person once: to bring a file in, or to take one out."""

from sqlmodel import Session

from bot.usecases.said import Said
from jobs.file_links import new_link

PATH = "/f/"


def file_page(session: Session, said: Said, file_id: int | None = None) -> str:
    """A new link for the sender in this chat, "" where there is no public address."""
    if not said.public_url or said.chat_id is None:
        return ""
    token = new_link(session, said.agency_id, said.who.id, said.chat_id, said.now, file_id)
    return f"{said.public_url}{PATH}{token}"
