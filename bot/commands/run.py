"""`nhacviec run`: receive, answer, tick and send in one process, until SIGTERM or Ctrl+C."""

import argparse
import logging

from bot.commands.office import ready_engine
from bot.commands.stopped import CannotGoOn, stopped
from storage.settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(receives=True, works=True)


def run(args: argparse.Namespace) -> int:
    try:
        engine = ready_engine()
    except CannotGoOn as error:
        return stopped(error)
    logging.basicConfig(level=Settings().log_level.upper(), format="%(asctime)s %(levelname)s %(name)s %(message)s")
    from bot.compose import parts
    from bot.process import run_until_told

    run_until_told(parts(engine), receives=args.receives, works=args.works)
    return 0
