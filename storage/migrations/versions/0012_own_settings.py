"""own hour, weekday and quiet days of a person, snoozed lines

Revision: 0012
After: 0011
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("staff", schema=None) as batch_op:
        batch_op.add_column(sa.Column("digest_at", sa.Time(), nullable=True))
        batch_op.add_column(sa.Column("digest_weekday", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("only_late_until", sa.Date(), nullable=True))
        batch_op.create_index(
            "ix_staff_own_hour",
            ["agency_id", "digest_at"],
            unique=False,
            sqlite_where=sa.text("digest_at IS NOT NULL"),
            postgresql_where=sa.text("digest_at IS NOT NULL"),
        )
    op.create_table(
        "snooze",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("agency_id", sa.Integer(), nullable=False),
        sa.Column("duty_id", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency_id", "duty_id"], ["duty.agency_id", "duty.id"], name=op.f("fk_snooze_agency_id_duty_id")
        ),
        sa.ForeignKeyConstraint(
            ["agency_id", "staff_id"], ["staff.agency_id", "staff.id"], name=op.f("fk_snooze_agency_id_staff_id")
        ),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_snooze_agency_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_snooze")),
        sa.UniqueConstraint("agency_id", "duty_id", "staff_id", name=op.f("uq_snooze_agency_id_duty_id_staff_id")),
        sa.UniqueConstraint("agency_id", "id", name=op.f("uq_snooze_agency_id_id")),
    )
    with op.batch_alter_table("snooze", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_snooze_agency_id_staff_id_until"), ["agency_id", "staff_id", "until"], unique=False
        )


def downgrade() -> None:
    op.drop_table("snooze")
    with op.batch_alter_table("staff", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_staff_own_hour",
            sqlite_where=sa.text("digest_at IS NOT NULL"),
            postgresql_where=sa.text("digest_at IS NOT NULL"),
        )
        batch_op.drop_column("only_late_until")
        batch_op.drop_column("digest_weekday")
        batch_op.drop_column("digest_at")
