"""Tables of what was measured, for docs/benchmarks.md."""

import datetime
import subprocess

from engines import machine
from measure import median

BEGIN = "<!-- measured: scripts/bench replaces what follows -->\n"
END = "<!-- end -->\n"
HEAD = (
    "| | wall ms, median (min–max) | ratio | processor ms | ratio | memory MiB | requests | MB stored |\n"
    "| --- | --- | --- | --- | --- | --- | --- | --- |\n"
)


class Report:
    def __init__(self, rounds, engines):
        commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True).stdout.strip()
        self.head = f"{datetime.date.today()}, commit {commit}, {machine()}; {rounds} rounds in turn.\n"
        self.head += "Engines: " + "; ".join(map(str, engines)) + ".\n"
        self.when = f"{datetime.date.today()}, commit {commit}"
        self.tables = {}

    def table(self, title, results, beside):
        """Results are lists of Measured by the names of their rows; ratios are to the row `beside`."""
        text = HEAD
        wall = median([one.wall for one in results[beside]])
        cpu = median([one.cpu for one in results[beside]])
        for row, all_of_it in results.items():
            walls = [one.wall for one in all_of_it]
            cpus = [one.cpu for one in all_of_it]
            cells = [
                row,
                f"{median(walls):.0f} ({min(walls):.0f}–{max(walls):.0f})",
                f"{median(walls) / wall:.2f}",
                f"{median(cpus):.0f}",
                f"{median(cpus) / cpu:.2f}",
                f"{median([one.memory for one in all_of_it]):.0f}",
                f"{median([one.requests for one in all_of_it]):.0f}",
                f"{median([one.stored for one in all_of_it]) / 1e6:.1f}",
            ]
            text += "| " + " | ".join(cells) + " |\n"
        self.tables[title] = text
        print(f"### {title}\n\n{text}", flush=True)

    def write(self, page, everything):
        """Tables that were not measured now stay, unless everything is to be written anew."""
        before, rest = page.read_text().split(BEGIN)
        measured, after = rest.split(END)
        head, *old = measured.split("\n### ")
        tables = {} if everything else dict(table.rstrip("\n").split("\n\n", 1) for table in old)
        note = "" if everything else f"{self.when}.\n\n"
        tables.update({title: note + table.rstrip("\n") for title, table in self.tables.items()})
        text = (self.head if everything else head.strip("\n") + "\n") + "".join(
            f"\n### {title}\n\n{table}\n" for title, table in tables.items()
        )
        page.write_text(before + BEGIN + "\n" + text + "\n" + END + after)
