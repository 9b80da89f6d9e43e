"""How the bots of a database stand with their platforms."""

import asyncio
import os

from sqlalchemy import Engine

from bot.channels.factory import token_known
from storage.database import transaction
from storage.queries.agencies import all_agencies, connections_of


async def tokens_known(engine: Engine) -> dict[int, bool | None]:
    """By connection, whether its platform knows its token (`token_known`), of those whose token is there."""
    with transaction(engine) as session:
        bots = [bot for agency in all_agencies(session) for bot in connections_of(session, agency.id)]
    bots = [bot for bot in bots if os.environ.get(bot.secret.removeprefix("env:"))]
    return dict(zip([bot.id for bot in bots], await asyncio.gather(*map(token_known, bots)), strict=True))
