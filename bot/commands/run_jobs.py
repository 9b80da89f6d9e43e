"""`nhacviec jobs`: only tick and send; `nhacviec bot` receives and answers."""

import argparse

from bot.commands.run import run

__all__ = ["add_arguments", "run"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(receives=False, works=True)
