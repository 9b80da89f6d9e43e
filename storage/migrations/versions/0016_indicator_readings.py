"""readings of indicators

Revision: 0016
After: 0015
"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("indicator", schema=None) as batch_op:
        batch_op.add_column(sa.Column("dropped", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_table(
        "indicator_reading",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("agency_id", sa.Integer(), nullable=False),
        sa.Column("indicator_id", sa.Integer(), nullable=False),
        sa.Column("reporting_period", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("value", sa.Float(), nullable=True),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["agency_id", "by_id"], ["staff.agency_id", "staff.id"], name=op.f("fk_indicator_reading_agency_id_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["agency_id", "indicator_id"], ["indicator.agency_id", "indicator.id"],
            name=op.f("fk_indicator_reading_agency_id_indicator_id"),
        ),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_indicator_reading_agency_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_indicator_reading")),
        sa.UniqueConstraint("agency_id", "id", name=op.f("uq_indicator_reading_agency_id_id")),
    )  # fmt: skip
    with op.batch_alter_table("indicator_reading", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_indicator_reading_agency_id_indicator_id_reporting_period"),
            ["agency_id", "indicator_id", "reporting_period"],
            unique=False,
        )


def downgrade() -> None:
    op.drop_table("indicator_reading")
    with op.batch_alter_table("indicator", schema=None) as batch_op:
        batch_op.drop_column("dropped")
