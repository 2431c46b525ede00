"""Runs a command and measures it with everything that it starts."""

import os
import statistics
import subprocess
import time
from dataclasses import dataclass


@dataclass
class Measured:
    """Times in milliseconds, memory in MiB (of the largest process)."""

    wall: float
    cpu: float
    memory: float
    requests: int = 0
    stored: int = 0


def run(command, folder, variables):
    output = folder / "../output"
    with open(output, "w") as out:
        begun = time.monotonic()
        process = subprocess.Popen(command, cwd=folder, env=variables, stdout=out, stderr=out, stdin=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.monotonic() - begun
    process.returncode = status
    if status != 0:
        raise SystemExit(f"bench: {' '.join(map(str, command))} failed:\n{open(output).read()}")
    return Measured(wall * 1000, (used.ru_utime + used.ru_stime) * 1000, used.ru_maxrss / 1024)


def median(numbers):
    return statistics.median(numbers)
