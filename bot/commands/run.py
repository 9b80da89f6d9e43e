"""`nhacviec run`: receive, answer, tick and send in one process, until SIGTERM or Ctrl+C."""

import argparse
import asyncio
import logging
from collections.abc import Iterator, Mapping
from threading import Thread

from sqlalchemy import Engine

from bot import logs
from bot.channels.factory import NoSecret, secret_of
from bot.commands.bots import tokens_known
from bot.commands.office import ADD_BOT, TEMPLATE, ready_engine
from bot.commands.typed import typed
from bot.loading import loading
from storage.database import transaction
from storage.models.channels import Connection
from storage.queries.agencies import all_agencies, connections_of
from storage.settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(receives=True, works=True)


def run(args: argparse.Namespace) -> int:
    engine = ready_engine()
    logs.set_up(Settings().log_level)
    logging.getLogger("apscheduler").setLevel(
        logging.ERROR
    )  # of every tick, and of one left out while the last still runs
    with loading():
        from bot.compose import parts
        from bot.process import run_until_told

        ready = parts(engine)
    # Nothing waits for a platform that does not answer.
    told = Thread(target=announce, args=(engine, args), daemon=True)
    told.start()
    run_until_told(ready, receives=args.receives, works=args.works)
    told.join()
    return 0


def announce(engine: Engine, args: argparse.Namespace) -> None:
    known = asyncio.run(tokens_known(engine))
    print("\n".join(what_runs(engine, known, receives=args.receives, works=args.works)), flush=True)


def what_runs(engine: Engine, known: Mapping[int, bool | None], *, receives: bool, works: bool) -> Iterator[str]:
    """What this process does, for which bots, and how to stop it."""
    does = "; ".join(("nhận và trả lời tin nhắn",) * receives + ("nhắc việc và gửi tin theo lịch",) * works)
    with transaction(engine) as session:
        agencies = all_agencies(session)
        bots = [(agency.name, bot) for agency in agencies for bot in connections_of(session, agency.id)]
    settings = Settings()
    for agency, bot in bots:
        hooked = ", nhận tin qua webhook" if bot.channel in settings.webhook_channels else ""
        yield f"- {agency}, {bot.channel.value} “{bot.name}”: {_state(bot, known.get(bot.id))}{hooked}"
    if not agencies:
        yield f"Chưa có cơ quan nào. Hãy dừng lại và khai báo; lấy mẫu bằng: {typed(TEMPLATE)}"
    elif not bots:
        yield f"Chưa có bot nào nên chưa có tin đi, tin đến. Hãy dừng lại và chạy: {typed(ADD_BOT)}"
    if receives and settings.public_root:
        yield f"Trang nộp tệp: {settings.public_root}, cổng {settings.port} của máy này."
    yield f"Nhắc Việc đang chạy: {does}; {_how_many(len(bots), sum(map(bool, known.values())))}. Để dừng: Ctrl+C."


def _how_many(bots: int, connected: int) -> str:
    return f"{connected}/{bots} bot kết nối được" if bots else "0 bot"


def _state(bot: Connection, known: bool | None) -> str:
    try:
        secret_of(bot)
    except NoSecret as missing:
        return f"đang chờ mã bot; hãy dừng, đặt biến môi trường {missing} rồi chạy lại: {typed('run')}"
    if known:
        return "đã kết nối"
    if known is None:
        return "chưa hỏi được máy chủ (mạng, tường lửa hay proxy?); tự thử lại cho đến khi được"
    variable = bot.secret.removeprefix("env:")
    return f"mã bot không đúng nên chưa nhận, chưa gửi được tin; hãy dừng, sửa biến {variable} rồi chạy lại: {typed('run')}"
