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
        self.text = f"{datetime.date.today()}, commit {commit}, {machine()}; {rounds} rounds in turn.\n"
        self.text += "Engines: " + "; ".join(map(str, engines)) + ".\n"

    def table(self, title, results, beside):
        """Results are lists of Measured by the names of their rows; ratios are to the row `beside`."""
        self.text += f"\n### {title}\n\n{HEAD}"
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
            self.text += "| " + " | ".join(cells) + " |\n"
        print(self.text[self.text.rindex("###") :], flush=True)

    def write(self, page):
        text = page.read_text()
        before, rest = text.split(BEGIN)
        after = rest.split(END)[1]
        page.write_text(before + BEGIN + "\n" + self.text + "\n" + END + after)
