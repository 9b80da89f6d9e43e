"""What came in, what goes out, what was tried, and what the bot waits to hear."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Index, UniqueConstraint, text
from sqlmodel import Field

from storage.kinds import DeliveryOutcome, InboxState, NoticeKind, NoticeState
from storage.models.base import TenantRow, UtcDateTime, by, owned, tenant, unique_where, words


class Inbox(TenantRow, table=True):
    """An update, kept before the platform is told "received". `text` and `file_name` are deleted after 30 days.

    A file is fetched by `file_key`, or is already in a row of ours (`file_id`).
    """

    __table_args__ = tenant(
        UniqueConstraint("connection_id", "dedup_key"),
        owned("connection", "connection_id"),
        owned("chat", "chat_id"),
        owned("file", "file_id"),
        by("chat_id", "id"),
        Index(
            "ix_inbox_waiting",
            "chat_id",
            "id",
            sqlite_where=text("state = 'waiting'"),
            postgresql_where=text("state = 'waiting'"),
        ),
    )

    connection_id: int
    dedup_key: str
    chat_id: int
    kind: str = "text"
    sender: str = ""
    text: str | None = None
    reply_to: str | None = None
    file_key: str | None = None
    file_name: str | None = None
    file_size: int | None = None
    file_id: int | None = None
    addressed: bool = True
    sent_at: datetime = Field(sa_type=UtcDateTime)
    received_at: datetime = Field(sa_type=UtcDateTime)
    state: InboxState = Field(default=InboxState.WAITING, sa_type=words(InboxState))
    tries: int = 0
    next_try_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    done_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class Notice(TenantRow, table=True):
    """Everything that leaves. The key says what it is for, so the same thing is never owed twice."""

    __table_args__ = tenant(
        UniqueConstraint("agency_id", "key"),
        owned("staff", "staff_id"),
        owned("chat", "chat_id"),
        owned("inbox", "inbox_id"),
        owned("file", "file_id"),
        by("staff_id", "day"),
        by("chat_id", "id"),
        by("inbox_id"),
        Index(
            "ix_notice_waiting_turn", "agency_id", "priority", "id",
            sqlite_where=text("state IN ('waiting','sending')"), postgresql_where=text("state IN ('waiting','sending')"),
        ),
        Index(
            "ix_notice_waiting", "chat_id", "priority", "id",
            sqlite_where=text("state IN ('waiting','sending')"), postgresql_where=text("state IN ('waiting','sending')"),
        ),
    )  # fmt: skip

    key: str
    kind: NoticeKind = Field(sa_type=words(NoticeKind))
    priority: int = 5  # small goes first: replies 1, told 3, digests 5, the keeper's and office head's 9
    staff_id: int | None = None
    chat_id: int | None = None
    inbox_id: int | None = None
    day: date
    state: NoticeState = Field(default=NoticeState.WAITING, sa_type=words(NoticeState))
    body: str | None = None  # finished text of a reply; of a digest, what was sent
    about: list[int] = Field(default_factory=list, sa_type=JSON)  # duty ids in the order they are listed
    buttons: list[Any] = Field(default_factory=list, sa_type=JSON)  # rows of [label, what pressing types]
    file_id: int | None = None  # leaves with the text, where the channel carries files
    reply_to: str | None = None
    created_at: datetime = Field(sa_type=UtcDateTime)
    not_before: datetime | None = Field(default=None, sa_type=UtcDateTime)
    expires_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    slot_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    owner: str | None = None
    until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    fence: int = 0
    tries: int = 0
    parts_sent: int = 0
    reason: str | None = None
    sent_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class Delivery(TenantRow, table=True):
    """One try to send one part of a notice."""

    __table_args__ = tenant(
        UniqueConstraint("agency_id", "notice_id", "part", "attempt"),
        owned("notice", "notice_id"),
        owned("chat", "chat_id"),
        by("chat_id", "platform_message_id"),
    )

    notice_id: int
    chat_id: int
    part: int = 1
    attempt: int = 1
    outcome: DeliveryOutcome = Field(sa_type=words(DeliveryOutcome))
    platform_message_id: str | None = None
    reason: str | None = None
    at: datetime = Field(sa_type=UtcDateTime)


class Question(TenantRow, table=True):
    """What the bot asked in a chat and waits for; at most one open question a chat."""

    __table_args__ = tenant(
        owned("chat", "chat_id"),
        owned("inbox", "inbox_id"),
        unique_where("uq_question_one_open_a_chat", "agency_id", "chat_id", where="closed_at IS NULL"),
    )

    chat_id: int
    inbox_id: int | None = None
    kind: str
    asked: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    asked_at: datetime = Field(sa_type=UtcDateTime)
    closed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
