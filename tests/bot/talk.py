"""Typing to the bot in tests: text in, the answer's text out, through the same route as every channel."""

import itertools
from dataclasses import dataclass, field
from datetime import datetime

from sqlmodel import Session, col, func, select

from bot.conversation.dispatch import handle
from jobs.messages.render import render
from storage.database import transaction
from storage.kinds import ChatKind, DeliveryOutcome, DutyState, EvidenceKind, NoticeKind, NoticeState
from storage.models.channels import Chat
from storage.models.duties import Duty, Evidence, ProgressEntry
from storage.models.events import Event
from storage.models.messages import Delivery, Inbox, Notice
from storage.models.plans import File
from storage.queries.inbox import mark_done
from tests.channels.line import Said, line
from tests.people import Ward, at

MORNING = "13/10/2025 09:15"


@dataclass
class Talk:
    """Conversations of a ward; `now` stands still until it is set."""

    ward: Ward
    now: datetime = field(default_factory=lambda: at(MORNING))
    _keys: "itertools.count[int]" = field(default_factory=itertools.count)

    def say(
        self, name: str, text: str, *, reply_to: str | None = None, kind: str = "text", sent_at: datetime | None = None
    ) -> str | None:
        """What this linked person reads as the answer; None when there is none. `sent_at`: written before `now`."""
        return self.say_in(self.ward.chats[name], text, reply_to=reply_to, kind=kind, sent_at=sent_at)

    def say_in(
        self, chat_id: int, text: str, *, reply_to: str | None = None, kind: str = "text", sender: str = "",
        sent_at: datetime | None = None,
    ) -> str | None:  # fmt: skip
        with transaction(self.ward.engine) as session:
            chat = session.get_one(Chat, chat_id)
        said = Said(chat_id, text, kind, reply_to, sender or chat.address, sent_at or self.now, self.now)
        inbox_id = self._arrives(said)
        if inbox_id is None:
            return None
        with transaction(self.ward.engine) as session:
            row = session.get_one(Inbox, inbox_id)
            handle(session, row, self.now)
            mark_done(row, self.now)
            session.flush()
            answers = session.exec(select(Notice).where(Notice.inbox_id == inbox_id)).all()
            rendered = [render(session, notice, self.now) for notice in answers] if line() else []
            for notice in answers:
                notice.state = NoticeState.SENT
                session.add(notice)
            assert len(answers) <= 1
        over = line()
        if over and rendered and rendered[0] and answers[0].chat_id:
            return over.reads(self.ward.engine, answers[0].chat_id, rendered[0])
        return answers[0].body if answers else None

    def _arrives(self, said: Said) -> int | None:
        """The inbox's number for it, None where the platform or the product leaves it out."""
        with transaction(self.ward.engine) as session:
            before = session.exec(select(func.max(Inbox.id))).one() or 0
        over = line()
        if over:
            over.arrives(self.ward.engine, said)
        else:
            self._put(said)
        with transaction(self.ward.engine) as session:
            return session.exec(select(Inbox.id).where(col(Inbox.id) > before)).first()

    def _put(self, said: Said) -> None:
        with transaction(self.ward.engine) as session:
            chat = session.get_one(Chat, said.chat_id)
            session.add(
                Inbox(
                    agency_id=chat.agency_id, connection_id=chat.connection_id, dedup_key=f"t{next(self._keys)}",
                    chat_id=chat.id, kind=said.kind, text=said.text, reply_to=said.reply_to, sender=said.sender,
                    sent_at=said.sent_at, received_at=said.now,
                )
            )  # fmt: skip

    def shows(self, name: str, *duty_ids: int, message_id: str = "m1") -> None:
        """A digest of today listing these duties has reached the person."""
        with transaction(self.ward.engine) as session:
            chat_id = self.ward.chats[name]
            day = self.now.date()
            notice = Notice(
                agency_id=self.ward.agency_id, key=f"digest/{name}/{day}/{message_id}", kind=NoticeKind.DIGEST,
                staff_id=self.ward.staff[name], chat_id=chat_id, day=day, state=NoticeState.SENT, body="…",
                about=list(duty_ids), created_at=self.now,
            )  # fmt: skip
            session.add(notice)
            session.flush()
            session.add(
                Delivery(
                    agency_id=self.ward.agency_id, notice_id=notice.id, chat_id=chat_id, outcome=DeliveryOutcome.SENT,
                    platform_message_id=message_id, at=self.now,
                )
            )  # fmt: skip

    def keeps_photo(self, duty_id: int, by: str) -> None:
        """A photo this person sent is kept with a duty."""
        with transaction(self.ward.engine) as session:
            page = File(
                agency_id=self.ward.agency_id, sha256="0" * 64, name="a.jpg", size=1, content=b"x", kept_at=self.now
            )
            session.add(page)
            session.flush()
            session.add(
                Evidence(
                    agency_id=page.agency_id, duty_id=duty_id, kind=EvidenceKind.FILE, text="ảnh", file_id=page.id,
                    by_id=self.ward.staff[by], at=self.now,
                )
            )  # fmt: skip

    def duty(self, duty_id: int) -> Duty:
        with transaction(self.ward.engine) as session:
            return session.exec(select(Duty).where(Duty.id == duty_id)).one()

    def state(self, duty_id: int) -> DutyState:
        return self.duty(duty_id).state

    def entries(self, duty_id: int) -> list[ProgressEntry]:
        with transaction(self.ward.engine) as session:
            query = select(ProgressEntry).where(
                ProgressEntry.duty_id == duty_id, col(ProgressEntry.withdrawn_at).is_(None)
            )
            return list(session.exec(query.order_by(col(ProgressEntry.id))))

    def events(self) -> list[Event]:
        with transaction(self.ward.engine) as session:
            return list(session.exec(select(Event).order_by(col(Event.id))))

    def told(self, name: str) -> list[str]:
        """What this person was told at once, the first first."""
        with transaction(self.ward.engine) as session:
            query = select(Notice.body).where(Notice.kind == NoticeKind.TOLD, Notice.staff_id == self.ward.staff[name])
            return [body or "" for body in session.exec(query.order_by(col(Notice.id)))]

    def stranger(self, address: str, kind: ChatKind = ChatKind.PRIVATE) -> int:
        with transaction(self.ward.engine) as session:
            chat = Chat(
                agency_id=self.ward.agency_id, connection_id=self.ward.connection_id, address=address, kind=kind
            )
            session.add(chat)
            session.flush()
            return chat.id

    def session(self) -> Session:
        return Session(self.ward.engine, expire_on_commit=False)
