"""Processes of the benchmarks, started and asked from outside: the product's, its floor's, its peers'."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
STOP_SECONDS, LONGEST = 20, 900


def started(module: str, *arguments: object) -> subprocess.Popen[str]:
    """`python -m tests.benchmarks.<module>`; what it says on the standard output can be read."""
    command = [sys.executable, "-m", f"tests.benchmarks.{module}", *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environment)


def said(process: subprocess.Popen[str]) -> list[float]:
    """The list of numbers on its last line when it has ended; nothing when it was killed."""
    out, _ = process.communicate(timeout=LONGEST)
    return [float(n) for n in json.loads(out.splitlines()[-1])] if out else []


@cache
def peer(*arguments: object) -> list[float]:
    """What a peer does is measured once in a run, whatever the engine beside it."""
    return said(started("peers", *arguments))


@contextmanager
def product(which: str, url: str, server: str, seconds: float) -> Iterator[subprocess.Popen[str]]:
    """The product's process as `running` starts it, told to stop at the end."""
    process = started("running", which, url, server, seconds)
    try:
        yield process
    finally:
        process.terminate()
        process.communicate(timeout=STOP_SECONDS)


def computed(pid: int) -> float:
    """Seconds of computing of a process that lives."""
    words = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(words[11]) + int(words[12])) / os.sysconf("SC_CLK_TCK")


def peak(pid: int) -> float:
    """The most resident MiB that a living process has had."""
    return int(Path(f"/proc/{pid}/status").read_text().split("VmHWM:")[1].split()[0]) / 1024
