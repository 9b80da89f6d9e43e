"""An empty A4 page as offices print, and the bytes of what was written on it."""

import io

from docx import Document
from docx.document import Document as Page
from docx.shared import Cm, Length


def a4(size: Length, space_after: Length) -> Page:
    """With the type of state offices' papers; its margins are the caller's."""
    document = Document()
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", size
    normal.paragraph_format.space_after = space_after
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    return document


def as_bytes(document: Page) -> bytes:
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()
