"""What people would take instead, each with its own defaults: PTB's JobQueue and polling, APScheduler with a job store.

Procrastinate is left out: it is no dependency of ours, and needs a worker and a rescuer written by its user.

python -m tests.benchmarks.peers WHAT ARGUMENTS…   prints a list of numbers; WHAT is a function of this file
"""

import asyncio
import json
import logging
import os
import pickle
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from apscheduler.events import EVENT_JOB_EXECUTED, EVENT_JOB_MISSED
from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.background import BackgroundScheduler

from tests.benchmarks.bot_server import bot_server
from tests.benchmarks.processes import peak
from tests.benchmarks.running import SLOW_KEY, SLOW_SECONDS

SEND_SECONDS = 0.1  # of a send that a kill may hit
_LEAD = timedelta(seconds=4)
_FAST = 1500  # jobs a second that JobQueue certainly takes in


def job_queue(count: int) -> list[float]:
    """[delivered, missed, peak MiB] of `count` reminders due at one moment, `run_once` with its defaults."""
    return asyncio.run(_job_queue(count))


async def _job_queue(count: int) -> list[float]:
    from telegram.ext import ApplicationBuilder

    app = ApplicationBuilder().token("1:x").build()  # its queue knows it weakly
    queue = app.job_queue
    assert queue is not None
    ended: list[bool] = []

    async def fire(_context: Any) -> None:
        ended.append(True)

    queue.scheduler.add_listener(lambda _event: ended.append(False), EVENT_JOB_MISSED)
    await queue.start()
    due = datetime.now(UTC) + max(_LEAD, timedelta(seconds=count / _FAST))
    for n in range(count):
        queue.run_once(fire, due, name=str(n))
    while len(ended) < count:
        await asyncio.sleep(0.1)
    await queue.stop(wait=False)
    return [ended.count(True), ended.count(False), peak(os.getpid())]


def add(count: int) -> list[float]:
    """[jobs added a second], one commit each as the library does it."""
    start = time.perf_counter()
    _stored(_store(), count, datetime.now(UTC) + timedelta(days=1))
    return [count / (time.perf_counter() - start)]


def fire(count: int) -> list[float]:
    """[delivered, missed] of jobs that are due at one moment, with the library's own grace of a second."""
    done, _ = _fired(count, misfire_grace_time=1)
    return [done[EVENT_JOB_EXECUTED], done[EVENT_JOB_MISSED]]


def drain(count: int) -> list[float]:
    """[fired a second] where none may be missed."""
    return [count / _fired(count, misfire_grace_time=None)[1]]


def load(count: int) -> list[float]:
    """[seconds] that a start needs to find `count` jobs of tomorrow."""
    url = _store()
    _stored_at_once(url, count, datetime.now(UTC) + timedelta(days=1))
    scheduler = _scheduler(url)
    start = time.perf_counter()
    scheduler.start()
    assert len(scheduler.get_jobs()) == count
    return [time.perf_counter() - start]


def fill(count: int, url: str, path: str) -> list[float]:
    """Store jobs that are due now, and end."""
    _stored(url, count, datetime.now(UTC), path, misfire_grace_time=None)
    return []


def run(most: int, url: str, path: str) -> list[float]:
    """Run what is stored, until none is left or, by SIGKILL, when `most` have been sent: []."""
    scheduler = _scheduler(url)
    scheduler.start()
    while most:  # not asking the scheduler, which answers only when it has handed out all
        if os.path.exists(path) and os.path.getsize(path) >= most:
            os.kill(os.getpid(), 9)
        time.sleep(0.01)
    while scheduler.get_jobs():
        time.sleep(0.01)
    scheduler.shutdown(wait=True)
    return []


def fill_daily(count: int, url: str, path: str) -> list[float]:
    """Store recurring jobs, a daily digest each, due soon."""
    scheduler = _scheduler(url)
    scheduler.start(paused=True)
    begins = datetime.now(UTC) + _LEAD + timedelta(seconds=count / 50)
    options = {"args": [path], "start_date": begins, "misfire_grace_time": None}
    for n in range(count):
        scheduler.add_job("tests.benchmarks.peers:sent", "interval", days=1, id=str(n), **options)
    return []


def run_daily(url: str) -> list[float]:
    """One of the processes that run them, until all are put off to tomorrow."""
    scheduler = _scheduler(url)
    scheduler.start()
    while min(job.next_run_time for job in scheduler.get_jobs()) < datetime.now(UTC) + timedelta(hours=12):
        time.sleep(0.1)
    scheduler.shutdown(wait=True)
    return []


def receive(count: int, rate: int) -> list[float]:
    """[updates handled a second, p99 and most milliseconds from written to handled], by PTB's own polling, each handler
    with one commit; the same one as the product's takes its time.
    """
    with bot_server(updates=count, rate=rate) as server:
        taken = asyncio.run(_receive(count, server.url))
    waits = sorted(1000 * (done - written) for key, written, done in taken if key != SLOW_KEY)
    seconds = max(done for *_, done in taken) - min(written for _, written, _ in taken)
    return [count / seconds, waits[int(0.99 * (len(waits) - 1))], waits[-1]]


async def _receive(count: int, server: str) -> list[tuple[str, float, float]]:
    """(key, written, handled) of each."""
    from telegram import Update
    from telegram.ext import ApplicationBuilder, MessageHandler

    taken: list[tuple[str, float, float]] = []
    with closing(sqlite3.connect(_store().removeprefix("sqlite:///"))) as database:
        database.execute("CREATE TABLE answer (text TEXT)")

        async def handle(update: Update, _context: Any) -> None:
            assert update.message is not None and update.message.text is not None
            if str(update.update_id) == SLOW_KEY:
                await asyncio.sleep(SLOW_SECONDS)
            with database:
                database.execute("INSERT INTO answer VALUES ('đã ghi')")
            taken.append((str(update.update_id), float(update.message.text), time.time()))

        app = ApplicationBuilder().token("1:x").base_url(f"{server}/bot").build()
        app.add_handler(MessageHandler(None, handle))
        async with app:
            await app.start()
            assert app.updater is not None
            await app.updater.start_polling()
            while len(taken) < count:
                await asyncio.sleep(0.01)
            await app.updater.stop()
            await app.stop()
    return taken


def sent(path: str) -> None:
    """A send that takes its time and is seen outside when it is over; without a path it takes none."""
    if path:
        time.sleep(SEND_SECONDS)
        with open(path, "a") as file:
            file.write(".")


def _store() -> str:
    return f"sqlite:///{Path(tempfile.mkdtemp()) / 'jobs.sqlite3'}"


def _scheduler(url: str) -> Any:
    return BackgroundScheduler(jobstores={"default": SQLAlchemyJobStore(url=url)}, timezone="UTC")


def _stored(url: str, count: int, due: datetime, path: str = "", **options: Any) -> None:
    scheduler = _scheduler(url)
    scheduler.start(paused=True)
    for n in range(count):
        scheduler.add_job("tests.benchmarks.peers:sent", "date", run_date=due, args=[path], id=str(n), **options)


def _stored_at_once(url: str, count: int, due: datetime, **options: Any) -> None:
    """The same by one statement: what comes before a measurement."""
    _stored(url, 1, due, **options)
    store = SQLAlchemyJobStore(url=url)
    table = store.jobs_t
    with store.engine.begin() as connection:
        row = connection.execute(table.select()).one()
        state = pickle.loads(row.job_state)
        rows = [
            {"id": str(n), "next_run_time": row.next_run_time, "job_state": pickle.dumps(state | {"id": str(n)})}
            for n in range(1, count)
        ]
        if rows:
            connection.execute(table.insert(), rows)


def _fired(count: int, **options: Any) -> tuple[Counter[int], float]:
    """How many ended in which way, and in how many seconds."""
    url, due = _store(), datetime.now(UTC) + _LEAD + timedelta(seconds=count / 5000)
    _stored_at_once(url, count, due, **options)
    scheduler, events = _scheduler(url), list[int]()
    scheduler.add_listener(lambda event: events.append(event.code), EVENT_JOB_EXECUTED | EVENT_JOB_MISSED)
    scheduler.start()
    while len(events) < count:
        time.sleep(0.01)
    return Counter(events), (datetime.now(UTC) - due).total_seconds()


def main(which: str, *arguments: str) -> None:
    logging.disable(logging.CRITICAL)
    print(json.dumps(globals()[which](*(int(one) if one.isdecimal() else one for one in arguments))), flush=True)
    os._exit(0)  # whatever threads it has left


if __name__ == "__main__":
    main(*sys.argv[1:])
