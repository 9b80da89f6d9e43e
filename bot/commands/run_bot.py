"""`nhacviec bot`: only receive and answer; `nhacviec jobs` sends."""

import argparse

from bot.commands.run import run

__all__ = ["add_arguments", "run"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(receives=True, works=False)
