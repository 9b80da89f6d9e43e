"""seats of a bot, the menu of commands of a chat

Revision: 0014
After: 0013
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

ZALO_FREE_SEATS = 50


def upgrade() -> None:
    with op.batch_alter_table("chat", schema=None) as batch_op:
        batch_op.add_column(sa.Column("menu", sa.String(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("menu_shown", sa.String(), server_default="", nullable=False))
        batch_op.create_index(
            "ix_chat_menu",
            ["connection_id"],
            unique=False,
            sqlite_where=sa.text("menu <> menu_shown"),
            postgresql_where=sa.text("menu <> menu_shown"),
        )
    with op.batch_alter_table("connection", schema=None) as batch_op:
        batch_op.add_column(sa.Column("seat_limit", sa.Integer(), nullable=True))
    op.execute(f"UPDATE connection SET seat_limit = {ZALO_FREE_SEATS} WHERE channel = 'zalo'")


def downgrade() -> None:
    with op.batch_alter_table("connection", schema=None) as batch_op:
        batch_op.drop_column("seat_limit")
    with op.batch_alter_table("chat", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_chat_menu",
            sqlite_where=sa.text("menu <> menu_shown"),
            postgresql_where=sa.text("menu <> menu_shown"),
        )
        batch_op.drop_column("menu_shown")
        batch_op.drop_column("menu")
