"""Bot accounts, the chats they know, invites that tie a chat to a person, and links for files."""

from datetime import date, datetime

from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import Field

from storage.kinds import ChannelKind, ChatKind, Repeats
from storage.models.base import TenantRow, UtcDateTime, by, owned, tenant, unique_where, words


class Connection(TenantRow, table=True):
    """One bot account on one channel. `secret` names an environment variable: `env:TELEGRAM_TOKEN`."""

    # Two connections with one token would both poll, and each would lose what the other got.
    __table_args__ = tenant(
        UniqueConstraint("agency_id", "channel", "name"),
        unique_where("uq_connection_secret", "channel", "secret", where="secret <> ''"),
    )

    channel: ChannelKind = Field(sa_type=words(ChannelKind))
    name: str
    secret: str = ""
    base_url: str | None = None
    month: str = ""  # "2025-10": the month that month_count counts
    month_count: int = 0
    month_limit: int | None = None
    seat_limit: int | None = None  # people who may write to this bot
    retry_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    next_slot_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    poll_owner: str | None = None
    poll_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    stopped_reason: str | None = None
    repeats: Repeats = Field(default=Repeats.USUAL, sa_type=words(Repeats))


class Chat(TenantRow, table=True):
    """A place messages go to and come from; strangers and groups have an address but no person."""

    __table_args__ = tenant(
        UniqueConstraint("connection_id", "address"),
        owned("connection", "connection_id"),
        owned("staff", "staff_id"),
        by("staff_id"),
        Index(
            "ix_chat_menu", "connection_id", sqlite_where=text("menu <> menu_shown"),
            postgresql_where=text("menu <> menu_shown"),
        ),
    )  # fmt: skip

    connection_id: int
    address: str
    kind: ChatKind = Field(default=ChatKind.PRIVATE, sa_type=words(ChatKind))
    staff_id: int | None = None
    preference: int = 0  # lowest first when a person is linked on several channels
    joined_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    next_slot_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    stranger_told_on: date | None = None
    wrong_codes: int = 0
    wrong_codes_on: date | None = None
    off_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    off_reason: str | None = None
    menu: str = (
        ""  # whose commands belong into this chat ("vi:leader"), and below what the platform shows; "" for everybody's
    )
    menu_shown: str = ""


class Invite(TenantRow, table=True):
    """A single-use code for one person; only its hash is kept."""

    __table_args__ = tenant(
        UniqueConstraint("agency_id", "code_hash"),
        owned("staff", "staff_id"),
        owned("chat", "used_by_chat_id"),
        by("staff_id"),
    )

    staff_id: int
    code_hash: str
    created_at: datetime = Field(sa_type=UtcDateTime)
    expires_at: datetime = Field(sa_type=UtcDateTime)
    used_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    used_by_chat_id: int | None = None
    revoked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class FileLink(TenantRow, table=True):
    """A web page of one person, used once: to bring a file in, or to take `file_id` out. Only its hash is kept."""

    __tablename__ = "file_link"
    __table_args__ = tenant(
        UniqueConstraint("token_hash"),
        owned("staff", "staff_id"),
        owned("chat", "chat_id"),
        owned("file", "file_id"),
        by("chat_id"),
    )

    token_hash: str
    staff_id: int
    chat_id: int
    file_id: int | None = None
    created_at: datetime = Field(sa_type=UtcDateTime)
    expires_at: datetime = Field(sa_type=UtcDateTime)
    used_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
