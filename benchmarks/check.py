"""How fast articles are checked: files and megabytes per CPU second of the whole command, without its cache.

python benchmarks/check.py FOLDER [--runs 5]
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
from pathlib import Path


def main() -> None:
    """Read the command line, run, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    args = parser.parse_args()
    files = list(args.folder.rglob("*.md"))
    size = sum(file.stat().st_size for file in files) / 1e6
    command = [sys.executable, "-m", "mkdocs_focus", "check", str(args.folder), "--no-cache", "--fail-on", "never"]
    seconds = []
    for _ in range(args.runs):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        if os.waitstatus_to_exitcode(status) != 0:
            sys.exit(f"{' '.join(command)} failed")
        seconds.append(usage.ru_utime + usage.ru_stime)
    median = statistics.median(seconds)
    print(
        f"{len(files):,} files, {size:.1f} MB in {median:.2f} CPU s ({min(seconds):.2f} to {max(seconds):.2f}): "
        f"{len(files) / median:.0f} files/s, {size / median:.2f} MB/s"
    )


if __name__ == "__main__":
    main()
