"""Files of an office, and a desk at which people hand them in on the console."""

import asyncio
import io
import itertools
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from importlib.resources import files

from openpyxl import load_workbook
from sqlmodel import col, select

from bot.conversation.dispatch import FILES
from bot.file_worker import handle_next_file
from jobs.clock import MovableClock
from storage.database import transaction
from storage.documents.review_rows import COLUMNS, SHEET
from storage.models.messages import Inbox, Notice
from storage.models.plans import DraftRow, File, Plan
from tests.people import Ward, at

PLAN_NAME = "plan-002.docx"
PLAN = files("bot.demo_data").joinpath(PLAN_NAME).read_bytes()
MORNING = at("06/10/2025 08:00")
AT = {name: n for n, name in enumerate(COLUMNS, 1)}


def edited(data: bytes, cells: dict[tuple[int, str], object]) -> bytes:
    """A review with cells changed, by row of the sheet and field, as somebody would type them."""
    book = load_workbook(io.BytesIO(data))
    for (row, name), value in cells.items():
        book[SHEET].cell(row, AT[name]).value = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


async def never(key: str, most: int) -> bytes:
    raise AssertionError("nothing is to be fetched")


@dataclass
class Desk:
    """`hand_in` gives the answer's text; `fetch` stands for the platform."""

    ward: Ward
    clock: MovableClock = field(default_factory=lambda: MovableClock(MORNING))
    _keys: "itertools.count[int]" = field(default_factory=itertools.count)

    def hand_in(self, name: str, file_name: str, data: bytes, caption: str = "") -> str | None:
        async def fetch(key: str, most: int) -> bytes:
            return data

        inbox_id = self.put(name, file_name, caption, size=len(data))
        assert self.handle(fetch)
        return self.answer(inbox_id)

    def put(self, name: str, file_name: str, caption: str = "", size: int | None = None, **more: object) -> int:
        with transaction(self.ward.engine) as session:
            row = Inbox(
                agency_id=self.ward.agency_id, connection_id=self.ward.connection_id, dedup_key=f"f{next(self._keys)}",
                chat_id=self.ward.chats[name], kind="file", text=caption, sender=name, file_key=more.pop("key", "k"),
                file_name=file_name, file_size=size, sent_at=self.clock.now(), received_at=self.clock.now(), **more,
            )  # fmt: skip
            session.add(row)
            session.flush()
            return row.id

    def handle(self, fetch: Callable[[str, int], Awaitable[bytes]] = never) -> bool:
        return asyncio.run(handle_next_file(self.ward.engine, self.clock, self.ward.connection_id, fetch, FILES))

    def answer(self, inbox_id: int) -> str | None:
        with transaction(self.ward.engine) as session:
            notice = session.exec(select(Notice).where(Notice.inbox_id == inbox_id)).first()
            return notice.body if notice else None

    def inbox(self, inbox_id: int) -> Inbox:
        with transaction(self.ward.engine) as session:
            return session.get_one(Inbox, inbox_id)

    def plans(self) -> list[Plan]:
        """All but the one the ward began with."""
        with transaction(self.ward.engine) as session:
            return list(session.exec(select(Plan).where(Plan.id != self.ward.plan_id).order_by(col(Plan.id))))

    def readings(self) -> list[dict[str, object]]:
        with transaction(self.ward.engine) as session:
            return [row.reading for row in session.exec(select(DraftRow).order_by(col(DraftRow.id)))]

    def kept(self) -> list[str]:
        """Names of the files kept."""
        with transaction(self.ward.engine) as session:
            return list(session.exec(select(File.name).order_by(col(File.id))))
