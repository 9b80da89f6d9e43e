"""`nhacviec run`: receive, answer, tick and send in one process, until SIGTERM or Ctrl+C."""

import argparse
import logging
from collections.abc import Iterator

from sqlalchemy import Engine

from bot import logs
from bot.channels.factory import NoSecret, secret_of
from bot.commands.office import ADD_BOT, ready_engine
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
    print("\n".join(what_runs(engine, receives=args.receives, works=args.works)), flush=True)
    run_until_told(ready, receives=args.receives, works=args.works)
    return 0


def what_runs(engine: Engine, *, receives: bool, works: bool) -> Iterator[str]:
    """What this process does, for which bots, and how to stop it."""
    does = "; ".join(("nhận và trả lời tin nhắn",) * receives + ("nhắc việc và gửi tin theo lịch",) * works)
    with transaction(engine) as session:
        bots = [(agency.name, bot) for agency in all_agencies(session) for bot in connections_of(session, agency.id)]
    yield f"Nhắc Việc đang chạy: {does}; {len(bots)} bot. Để dừng: Ctrl+C."
    settings = Settings()
    if receives and settings.public_root:
        yield f"Trang nộp tệp: {settings.public_root}, cổng {settings.port} của máy này."
    for agency, bot in bots:
        hooked = ", nhận tin qua webhook" if bot.channel in settings.webhook_channels else ""
        yield f"- {agency}, {bot.channel.value} “{bot.name}”: {_state(bot)}{hooked}"
    if not bots:
        yield f"Chưa có bot nào nên chưa có tin đi, tin đến. Hãy dừng lại và chạy: {typed(ADD_BOT)}"


def _state(bot: Connection) -> str:
    if bot.stopped_reason:
        return f"đã dừng ({bot.stopped_reason})"
    try:
        secret_of(bot)
    except NoSecret as variable:
        return f"đang chờ mã bot; hãy dừng, đặt biến môi trường {variable} rồi chạy lại: {typed('run')}"
    return "có mã bot, đang kết nối"
