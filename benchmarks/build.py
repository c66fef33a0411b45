"""What the plugin adds to a build: CPU seconds and peak memory of whole builds, with and without it, in turn.

    python benchmarks/build.py SITE…  [--runs 5] [--posts FOLDER --count 1000]

SITE is a folder with a `mkdocs.yml` that names the plugin. With --posts a site of Material's theme is made of that
many Markdown files of FOLDER first. Each round builds without, with an empty cache, and with a full one; what is
printed are the medians of the ratios within a round, since a machine's speed drifts.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

CONFIG = """\
site_name: Benchmark
site_url: https://example.com/
theme: {name: material, font: false}
nav: [index.md]  # a navigation of a thousand pages would cost more than all the rest
plugins:
  - search
  - focus
"""


def measure(command: list[str], folder: Path) -> tuple[float, float]:
    """CPU seconds (user and system, children included) and peak memory in MB of one run."""
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"{' '.join(command)} in {folder} failed with {os.waitstatus_to_exitcode(status)}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def make_site(posts: Path, count: int, to: Path) -> Path:
    """A site of `count` posts, spread evenly over the folder's files."""
    files = sorted(posts.rglob("*.md"))
    chosen = files[:: max(1, len(files) // count)][:count]
    for number, file in enumerate(chosen):
        target = to / "docs" / f"{number // 100:02d}" / f"{number:04d}-{file.stem[:60]}.md"
        target.parent.mkdir(parents=True, exist_ok=True)
        # A page may name an icon or a template of the site that it came from, on which the theme would end the build.
        target.write_bytes(re.sub(rb"^(icon|template):.*\n", b"", file.read_bytes(), flags=re.MULTILINE))
    (to / "docs" / "index.md").write_text("# Benchmark\n", encoding="utf-8")
    (to / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    return to


def without_plugin(config: str) -> str:
    """The configuration with the plugin switched off by taking its line out."""
    return "\n".join(line for line in config.splitlines() if line.strip() != "- focus") + "\n"


def run(site: Path, runs: int) -> None:
    """Measure one site and print its figures."""
    config = site / "mkdocs.yml"
    bare = site / "mkdocs.bare.yml"
    bare.write_text(without_plugin(config.read_text(encoding="utf-8")), encoding="utf-8")
    mkdocs = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    rows = []
    for number in range(runs + 1):
        shutil.rmtree(site / ".cache", ignore_errors=True)
        row = [measure([*mkdocs, "-f", name], site) for name in (bare.name, config.name, config.name)]
        if number:  # the first round warms the disk
            rows.append(row)
    bare.unlink()
    without = statistics.median(r[0][0] for r in rows)
    print(f"{site}: {runs} rounds; without the plugin {without:.2f} CPU s, {max(r[0][1] for r in rows):.0f} MB")
    for index, name in ((1, "cold"), (2, "warm")):
        ratios = sorted(r[index][0] / r[0][0] for r in rows)
        peak = max(r[index][1] for r in rows)
        print(
            f"  {name}: {statistics.median(ratios):.3f} of the CPU without "
            f"({ratios[0]:.3f} to {ratios[-1]:.3f}), {peak:.0f} MB"
        )


def main() -> None:
    """Read the command line and run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sites", nargs="*", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--posts", type=Path)
    parser.add_argument("--count", type=int, default=1000)
    args = parser.parse_args()
    for site in args.sites:
        run(site, args.runs)
    if args.posts:
        with tempfile.TemporaryDirectory() as folder:
            run(make_site(args.posts, args.count, Path(folder)), args.runs)


if __name__ == "__main__":
    main()
