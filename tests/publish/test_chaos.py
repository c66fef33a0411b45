"""A short row of `benchmarks/chaos.py`: faults by chance, processes killed at any point, two publishers at once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

CHAOS = Path(__file__).parents[2] / "benchmarks" / "chaos.py"


def test_forty_runs() -> None:
    line = [sys.executable, str(CHAOS), "--runs", "40", "--pairs", "12", "--seed", "40"]
    done = subprocess.run(line, capture_output=True, text=True, check=False, timeout=240)
    assert done.returncode == 0, done.stdout + done.stderr
    figures = {
        name: int(count)
        for count, name in (row.split(None, 1) for row in done.stdout.splitlines() if row.startswith("  "))
    }
    for name in ("posted twice", "lost", "unreadable", "secrets", "could not run"):
        assert figures[name] == 0, done.stdout
    # The row would prove nothing if little had gone wrong in it.
    assert figures["killed"] > 20
    assert sum(count for name, count in figures.items() if name.startswith("fault ")) > 60
    assert figures["in the end posted"] > 150
