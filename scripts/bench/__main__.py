"""Times jrelease beside what else releases images, in turn, on each engine that is up.

    make bench [ROUNDS=3] [SCENARIOS="start release"]

Scenarios: start, release, platforms, base, many, big; default: start release platforms base. Compared are the docker
command, and buildx and goreleaser where they are on the PATH. A registry (docker-registry or registry) has to be on it.

BENCH_ENGINES names engines besides the default one, separated by blanks, as NAME=DOCKER_HOST. An engine with a network
of its own needs BENCH_ENTER_NAME, a command that runs another one in that network.

The usual scenarios replace all that stands between the marks in docs/benchmarks.md. With SCENARIOS, tables of the same
title are replaced, and others stay. Times of different runs are not comparable: the ratios within one run are what counts.
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path

from engines import Engine
from report import Report
from scenarios import SCENARIOS

ROOT = Path(__file__).resolve().parents[2]
USUAL = ["start", "release", "platforms", "base"]


def main():
    asked = os.environ.get("SCENARIOS", "").split()
    names = asked or USUAL
    unknown = [name for name in names if name not in SCENARIOS]
    if unknown:
        sys.exit(f"bench: no such scenario: {' '.join(unknown)}; there are {' '.join(SCENARIOS)}")
    if not (shutil.which("docker-registry") or shutil.which("registry")):
        sys.exit("bench: no registry is on the PATH: install docker-registry")
    rounds = int(os.environ.get("ROUNDS", "") or 5)
    program = Path(os.environ.get("JRELEASE", ROOT / "cli/target/jrelease"))
    if not (program / "bin/jrelease").exists():
        sys.exit(f"bench: {program} is missing: run mvn package first")
    engines = Engine.all()
    if not engines:
        sys.exit("bench: no engine answers: start Docker, or set DOCKER_HOST")
    report = Report(rounds, engines)
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        for name in names:
            SCENARIOS[name](Path(folder), engines, program, rounds, report)
    report.write(ROOT / "docs/benchmarks.md", everything=not asked)


main()
