"""What the plugin adds to a build: CPU seconds and peak memory of whole builds, with and without it, in turn.

    python benchmarks/build.py SITE…  [--runs 5] [--posts FOLDER --count 1000 --layout pages blog]

SITE is a folder with a `mkdocs.yml` that names the plugin. With --posts a site of Material's theme is made of that
many Markdown files of FOLDER first: `pages` with a navigation of one page, or a `blog` of Material's own plugin.
Each round builds without, with an empty cache, and with a full one; what is printed are the medians of the ratios
within a round, since a machine's speed drifts.
"""

from __future__ import annotations

import argparse
import datetime
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

CONFIG = """\
site_name: Benchmark
site_url: https://example.com/
theme: {name: material, font: false}
nav: [index.md]  # a navigation of a thousand pages would cost more than all the rest
plugins:
  - search
"""
LAYOUTS = {"pages": CONFIG + "  - focus\n", "blog": CONFIG + "  - blog\n  - focus\n"}


def measure(command: list[str], folder: Path) -> tuple[float, float]:
    """CPU seconds (user and system, children included) and peak memory in MB of one run."""
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"{' '.join(command)} in {folder} failed with {os.waitstatus_to_exitcode(status)}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def make_site(posts: Path, count: int, to: Path, layout: str) -> Path:
    """A site of `count` posts, spread evenly over the folder's files."""
    files = sorted(posts.rglob("*.md"))
    chosen = files[:: max(1, len(files) // count)][:count]
    docs = to / "docs"
    folder = docs / "blog" / "posts" if layout == "blog" else docs
    for number, file in enumerate(chosen):
        target = folder / f"{number // 100:02d}" / f"{number:04d}-{file.stem[:60]}.md"
        target.parent.mkdir(parents=True, exist_ok=True)
        data = file.read_bytes()
        target.write_bytes(as_post(data, number) if layout == "blog" else FOREIGN.sub(b"", data))
    docs.joinpath("index.md").write_text("# Benchmark\n", encoding="utf-8")
    if layout == "blog":
        docs.joinpath("blog", "index.md").write_text("# Blog\n", encoding="utf-8")
    (to / "mkdocs.yml").write_text(LAYOUTS[layout], encoding="utf-8")
    return to


# A page may name an icon or a template of the site that it came from, on which the theme would end the build.
FOREIGN = re.compile(rb"^(icon|template):.*\n", re.MULTILINE)
# What the blog plugin reads as well, and would end the build on where it is written for another engine.
BLOG_KEYS = ("icon", "template", "date", "authors", "categories", "tags", "slug", "links", "draft", "pin", "readtime")


def as_post(data: bytes, number: int) -> bytes:
    """The file with the front matter that the blog plugin asks for: a date, its own where it has one that is read."""
    text = data.decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n")
    front = re.match(r"---[ \t]*\n(.*?)^---[ \t]*\n", text, re.MULTILINE | re.DOTALL)
    try:
        values = yaml.safe_load(front[1]) if front else {}
    except (yaml.YAMLError, ValueError):
        values = None
    values = values if isinstance(values, dict) else {}
    date = values.get("date")
    made_up = datetime.date(2024, 1, 1) + datetime.timedelta(days=number)
    kept = {key: value for key, value in values.items() if key not in BLOG_KEYS}
    kept["date"] = date if isinstance(date, datetime.date) else made_up
    return f"---\n{yaml.safe_dump(kept, sort_keys=False)}---\n\n{text[front.end() if front else 0 :]}".encode()


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
    parser.add_argument("--layout", nargs="+", choices=LAYOUTS, default=list(LAYOUTS))
    args = parser.parse_args()
    for site in args.sites:
        run(site, args.runs)
    if args.posts:
        for layout in args.layout:
            with tempfile.TemporaryDirectory(prefix=f"{layout}-") as folder:
                run(make_site(args.posts, args.count, Path(folder), layout), args.runs)


if __name__ == "__main__":
    main()
