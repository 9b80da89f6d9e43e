"""trial of an office, wishes to join

Revision: 0013
After: 0012
"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "join_request",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("agency_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("chat_id", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.Column("inbox_id", sa.Integer(), nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_by_id", sa.Integer(), nullable=True),
        sa.Column("admitted", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency_id", "chat_id"], ["chat.agency_id", "chat.id"], name=op.f("fk_join_request_agency_id_chat_id")
        ),
        sa.ForeignKeyConstraint(
            ["agency_id", "decided_by_id"],
            ["staff.agency_id", "staff.id"],
            name=op.f("fk_join_request_agency_id_decided_by_id"),
        ),
        sa.ForeignKeyConstraint(
            ["agency_id", "inbox_id"], ["inbox.agency_id", "inbox.id"], name=op.f("fk_join_request_agency_id_inbox_id")
        ),
        sa.ForeignKeyConstraint(
            ["agency_id", "staff_id"], ["staff.agency_id", "staff.id"], name=op.f("fk_join_request_agency_id_staff_id")
        ),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_join_request_agency_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_join_request")),
        sa.UniqueConstraint("agency_id", "id", name=op.f("uq_join_request_agency_id_id")),
        sa.UniqueConstraint("agency_id", "number", name=op.f("uq_join_request_agency_id_number")),
    )
    with op.batch_alter_table("join_request", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_join_request_agency_id_chat_id"), ["agency_id", "chat_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_join_request_agency_id_day"), ["agency_id", "day"], unique=False)
        batch_op.create_index(batch_op.f("ix_join_request_agency_id_staff_id"), ["agency_id", "staff_id"], unique=False)
        batch_op.create_index(
            "uq_join_request_open",
            ["agency_id", "chat_id", "staff_id"],
            unique=True,
            sqlite_where=sa.text("decided_at IS NULL AND staff_id IS NOT NULL"),
            postgresql_where=sa.text("decided_at IS NULL AND staff_id IS NOT NULL"),
        )

    with op.batch_alter_table("agency", schema=None) as batch_op:
        batch_op.add_column(sa.Column("trial_since", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("live_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("agency", schema=None) as batch_op:
        batch_op.drop_column("live_at")
        batch_op.drop_column("trial_since")

    with op.batch_alter_table("join_request", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_join_request_open",
            sqlite_where=sa.text("decided_at IS NULL AND staff_id IS NOT NULL"),
            postgresql_where=sa.text("decided_at IS NULL AND staff_id IS NOT NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_join_request_agency_id_staff_id"))
        batch_op.drop_index(batch_op.f("ix_join_request_agency_id_day"))
        batch_op.drop_index(batch_op.f("ix_join_request_agency_id_chat_id"))

    op.drop_table("join_request")
