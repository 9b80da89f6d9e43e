"""contacts of units without a plan and for news, units split, results typed without accents

Revision: 0015
After: 0014
"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

_ALONE = {
    "uq_plan_contact_of_unit": sa.text("plan_id IS NULL AND NOT for_news"),
    "uq_plan_contact_of_news": sa.text("for_news"),
}


def upgrade() -> None:
    with op.batch_alter_table("unit", schema=None) as batch_op:
        batch_op.add_column(sa.Column("split_from_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_unit_agency_id_split_from_id"), "unit", ["agency_id", "split_from_id"], ["agency_id", "id"]
        )
    with op.batch_alter_table("plan_contact", schema=None) as batch_op:
        batch_op.alter_column("plan_id", existing_type=sa.Integer(), nullable=True)
        batch_op.add_column(sa.Column("for_news", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.create_check_constraint(
            batch_op.f("ck_plan_contact_news_are_of_no_plan"), "plan_id IS NULL OR NOT for_news"
        )
    with op.batch_alter_table("plan_contact", schema=None) as batch_op:
        for name, where in _ALONE.items():
            batch_op.create_index(
                name, ["agency_id", "unit_id"], unique=True, sqlite_where=where, postgresql_where=where
            )
    with op.batch_alter_table("progress_entry", schema=None) as batch_op:
        batch_op.add_column(sa.Column("bare", sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table("progress_entry", schema=None) as batch_op:
        batch_op.create_index(
            "ix_progress_entry_bare", ["agency_id"], sqlite_where=sa.text("bare"), postgresql_where=sa.text("bare")
        )


def downgrade() -> None:
    with op.batch_alter_table("progress_entry", schema=None) as batch_op:
        batch_op.drop_index("ix_progress_entry_bare")
        batch_op.drop_column("bare")
    op.execute("DELETE FROM plan_contact WHERE plan_id IS NULL")
    with op.batch_alter_table("plan_contact", schema=None) as batch_op:
        for name in _ALONE:
            batch_op.drop_index(name)
    with op.batch_alter_table("plan_contact", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("ck_plan_contact_news_are_of_no_plan"), type_="check")
        batch_op.drop_column("for_news")
        batch_op.alter_column("plan_id", existing_type=sa.Integer(), nullable=False)
    with op.batch_alter_table("unit", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_unit_agency_id_split_from_id"), type_="foreignkey")
        batch_op.drop_column("split_from_id")
