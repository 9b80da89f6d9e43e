"""One piece of work in a process of its own: seconds on the wall, of computing, and how far its memory grew."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

_WORK = """
import json, resource, sys, time
{setup}
def used():
    return resource.getrusage(resource.RUSAGE_SELF)
def held(what):
    with open("/proc/self/status") as f:
        return int(f.read().split(what)[1].split()[0]) / 1024
with open("/proc/self/clear_refs", "w") as f:
    f.write("5")  # the peak counts from here
memory = held("VmRSS:")
before, start = used(), time.perf_counter()
{work}
wall, after = time.perf_counter() - start, used()
cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
print(json.dumps([wall, cpu, held("VmHWM:") - memory, n]))
"""


@dataclass(frozen=True)
class Measured:
    """grown: MiB of peak memory above what it was before; n: what the work counted."""

    wall: float
    cpu: float
    grown: float
    n: float


def measured(setup: str, work: str, *arguments: str) -> Measured:
    """Run `work` after `setup`; it leaves what it counted in `n`."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-c", _WORK.format(setup=setup, work=work), *arguments]
    done = subprocess.run(
        command, stdout=subprocess.PIPE, check=True, env=environment, text=True, cwd=Path(__file__).parents[2]
    )
    return Measured(*json.loads(done.stdout.splitlines()[-1]))
