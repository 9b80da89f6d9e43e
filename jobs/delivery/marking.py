"""Marks of what arrived, of every connection of a process: those that come together are kept in one commit."""

import asyncio
from collections.abc import Sequence

from sqlalchemy import Engine

from storage.database import transaction, unavailable
from storage.queries.arrived import Arrived, mark_arrived


class Marking:
    """While one commit is under way the marks that come meanwhile gather for the next; none waits for a number or a time."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._gathered: list[tuple[Arrived, asyncio.Future[bool]]] = []
        self._keeping: asyncio.Task[None] | None = None

    async def keep(self, arrived: Arrived) -> bool:
        """Returns when the mark is durable; False when its claim was no longer ours. Raises what the database raises."""
        kept: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._gathered.append((arrived, kept))
        if self._keeping is None:
            self._keeping = asyncio.create_task(self._keep_gathered())
        return await kept

    async def _keep_gathered(self) -> None:
        try:
            while self._gathered:
                together, self._gathered = self._gathered, []
                await self._keep(together)
        finally:
            self._keeping = None

    async def _keep(self, together: Sequence[tuple[Arrived, asyncio.Future[bool]]]) -> None:
        try:
            held = await asyncio.to_thread(self._store, [arrived for arrived, _ in together])
        except Exception as error:
            if len(together) > 1 and not unavailable(error):  # one of them may be at fault
                for one in together:
                    await self._keep([one])
                return
            for _, kept in together:
                if not kept.done():
                    kept.set_exception(error)
            return
        for arrived, kept in together:
            if not kept.done():
                kept.set_result(arrived.claimed.id in held)

    def _store(self, arrived: list[Arrived]) -> frozenset[int]:
        with transaction(self._engine) as session:
            return mark_arrived(session, arrived)
