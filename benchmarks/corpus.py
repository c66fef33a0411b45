"""Real posts through real builds: does every folder of a corpus build, and does every finding point at its text?

    python benchmarks/corpus.py CORPUS [--engine material] [--engine mkdocs] [--engine properdocs] [--places]

CORPUS holds one folder of Markdown posts a repository. Each becomes a minimal site and is built with and without the
plugin: both must end alike, with the same pages. Then `check` runs over all posts, and for each finding the text
that its message quotes must stand at its line and column.
"""

from __future__ import annotations

import argparse
import html
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

ENGINES = {
    "material": ("mkdocs", "theme: {name: material, font: false}\n"),
    "mkdocs": ("mkdocs", "theme: mkdocs\n"),
    "properdocs": ("properdocs", "theme: mkdocs\n"),
}
BARE = "site_name: Corpus\nsite_url: https://example.com/\nnav: [index.md]\n"


def build(site: Path, engine: str, plugins: str) -> tuple[int, str, set[str]]:
    """Exit status, log and pages of one build."""
    command, theme = ENGINES[engine]
    (site / "mkdocs.yml").write_text(BARE + theme + f"plugins: {plugins}\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", command, "build", "-f", "mkdocs.yml"],
        cwd=site, capture_output=True, text=True, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, check=False,
    )  # fmt: skip
    pages = {p.relative_to(site / "site").as_posix() for p in (site / "site").rglob("*.html")}
    return done.returncode, done.stdout + done.stderr, pages


def builds(folder: Path, engine: str) -> str:
    """What went wrong with a folder under an engine; empty where nothing did."""
    with tempfile.TemporaryDirectory() as temporary:
        site = Path(temporary)
        for file in folder.rglob("*.md"):
            target = site / "docs" / file.relative_to(folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            # An icon or a template that only the original site has would end the theme's own build.
            target.write_bytes(re.sub(rb"^(icon|template):.*\n", b"", file.read_bytes(), flags=re.MULTILINE))
        if not (site / "docs" / "index.md").exists():
            (site / "docs" / "index.md").write_text("# Index\n", encoding="utf-8")
        bare_status, bare_log, bare_pages = build(site, engine, "[]")
        shutil.rmtree(site / "site", ignore_errors=True)
        status, log, pages = build(site, engine, "[focus]")
        if status != bare_status:
            return f"exit {status}, without the plugin {bare_status}: {(log if status else bare_log)[-600:]}"
        if status:
            return ""  # the engine itself cannot build it
        if pages != bare_pages:
            return f"pages lost or added: {sorted(pages ^ bare_pages)[:5]}"
        if "could not be judged" in log or "Traceback" in log:
            return log[-600:]
        if not (site / "focus" / "report.json").exists():
            return "no report"
    return ""


def squeezed(text: str) -> str:
    """Text without markup characters and white space, so that a quote can be held against marked-up source."""
    text = html.unescape(text)
    return re.sub(r"[\s*_`~=\\\[\]]|\]\([^)]*\)|&\w+;|[…“”\"'’]", "", text).casefold()


def places(corpus: Path) -> tuple[int, list[str], Counter[str]]:
    """How many findings there are, and those whose place does not hold the text that they quote."""
    command = [sys.executable, "-m", "mkdocs_focus", "check", str(corpus), "--no-cache", "--format", "json"]
    done = subprocess.run([*command, "--fail-on", "never"], capture_output=True, text=True, check=True)
    document = json.loads(done.stdout)
    wrong, count, rules = [f"{e['path']}: {e['message']}" for e in document["errors"]], 0, Counter[str]()
    for article in document["articles"]:
        lines = re.split(r"\r\n|\n|\r", Path(article["path"]).read_text("utf-8-sig", errors="replace"))
        for finding in article["findings"]:
            count += 1
            rules[finding["rule"]] += 1
            first, last = finding["line"], finding["end_line"]
            told = f"{article['path']}:{first}:{finding['column']}: {finding['rule']}: {finding['message']}"
            if not (1 <= first <= last <= len(lines)) or finding["column"] > len(lines[first - 1]) + 1:
                wrong.append(told + " (no such place)")
                continue
            source = lines[first - 1 : last]
            source[-1] = source[-1][: finding["end_column"] - 1]
            source[0] = source[0][finding["column"] - 1 :]
            quoted = re.search(r"“([^”]+)”", finding["message"])
            if quoted and squeezed(quoted[1].removesuffix("…")) not in squeezed("\n".join(source)):
                wrong.append(told + f" (there stands {' '.join(source)[:80]!r})")
    return count, wrong, rules


def main() -> None:
    """Read the command line, run, exit with 1 where something is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--engine", action="append", choices=ENGINES, default=None)
    parser.add_argument("--places", action="store_true", help="only the findings, no builds")
    args = parser.parse_args()
    bad = 0
    for engine in [] if args.places else args.engine or ENGINES:
        for folder in sorted(f for f in args.corpus.iterdir() if f.is_dir()):
            problem = builds(folder, engine)
            bad += bool(problem)
            print(f"{engine:<10} {folder.name}: {problem or 'ok'}", flush=True)
    count, wrong, rules = places(args.corpus)
    print(f"{count:,} findings, {len(wrong)} misplaced; " + ", ".join(f"{r} {n}" for r, n in rules.most_common()))
    for line in wrong[:40]:
        print("  " + line)
    sys.exit(1 if bad or wrong else 0)


if __name__ == "__main__":
    main()
