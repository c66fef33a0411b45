"""What the pages cost: the report of many articles, in CPU seconds and bytes; the panel, in milliseconds an article.

    python benchmarks/report.py FOLDER [--counts 100,3000] [--browser /usr/bin/chromium] [--rebuild mkdocs.yml]

The articles are FOLDER's Markdown files, judged once and repeated up to the count. With --browser the report of the
greatest count is opened and sorted in a headless browser by playwright, and the time of both is told. With --rebuild
that site (a copy: one of its articles is edited) is built again and again as a preview does, with the panel and
without, and what it adds is told.
"""

from __future__ import annotations

import argparse
import gc
import itertools
import logging
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from mkdocs_focus.build import build
from mkdocs_focus.output.history import Past, read_past
from mkdocs_focus.output.panel import Panels, Site, insert
from mkdocs_focus.output.preview import read_card
from mkdocs_focus.output.report import Links, make_report, report_html, report_json
from mkdocs_focus.page import Page
from mkdocs_focus.review.review import Review
from mkdocs_focus.settings import Settings
from mkdocs_focus.share.missing import missing_tags
from mkdocs_focus.share.tags import PageFacts

ROUNDS, PAIRS = 3, 20
Result = TypeVar("Result")


def cpu(work: Callable[[], Result]) -> tuple[float, Result]:
    """The best of a few rounds, in CPU seconds, and what the work yields."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        result = work()
        times.append(time.process_time() - start)
    return min(times), result


def judged(folder: Path, count: int) -> list[tuple[Review, Page]]:
    """Reviews of up to `count` of the folder's files, each with its page."""
    files = sorted(folder.rglob("*.md"))[:count]
    paths = {file.relative_to(folder).as_posix(): file for file in files}
    pages = {
        path: Page(file.read_bytes(), path, path[:-3], f"https://example.com/blog/{path[:-3]}/", in_mkdocs=True)
        for path, file in paths.items()
    }
    return [(review, pages[review.path]) for review in build(pages.values(), Settings()).reviews]


def repeated(reviews: Sequence[Review], count: int) -> list[Review]:
    """The reviews over and over, each time under another path."""
    rounds = itertools.chain.from_iterable(
        (replace(r, path=f"{number}/{r.path}") if number else r for r in reviews) for number in itertools.count()
    )
    return list(itertools.islice(rounds, count))


def report(reviews: list[Review], past: Callable[[], Past], folder: Path) -> tuple[int, int]:
    """Read the last report and write both files, as a build does; their sizes."""
    made = make_report(reviews, (), past(), "Benchmark", "https://example.com/")
    html = report_html(made, Links({r.path: r.url or "" for r in reviews})).encode()
    document = report_json(made)
    (folder / "report.html").write_bytes(html)
    (folder / "report.json").write_bytes(document)
    return len(html), len(document)


def panels(articles: Sequence[tuple[Review, Page]]) -> tuple[float, float]:
    """Milliseconds for the panel of one article, the reading of the finished page included: first, and unchanged."""
    site = Site("Benchmark", "/focus/")
    page = "<!doctype html><html><head><title>x</title></head><body><main>" + "<p>text</p>" * 2000 + "</main></body>"
    pages = [missing_tags(page, PageFacts(r.facts.title, r.url or "")).into(page) for r, _ in articles]

    def work(drawn: Panels) -> None:
        for (review, source), html in zip(articles, pages, strict=True):
            card = read_card(html, review, "http://127.0.0.1:8000/", "https://example.com/")
            insert(html, drawn.html(review, source, card, site))

    kept = Panels()
    work(kept)
    first, again = cpu(lambda: work(Panels()))[0], cpu(lambda: work(kept))[0]
    return 1000 * first / len(articles), 1000 * again / len(articles)


def browse(file: Path, browser: str) -> tuple[float, float, float]:
    """Seconds until the report is open and laid out, sorted by score, and filtered by a word."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"])
        rounds = []
        for _ in range(ROUNDS):
            page = chromium.new_page()
            start = time.perf_counter()
            page.goto(file.as_uri())
            page.evaluate("document.body.offsetHeight")
            opened = time.perf_counter() - start
            took = [
                page.evaluate(
                    f"() => {{ const t = performance.now(); {act}; document.body.offsetHeight;"
                    " return (performance.now() - t) / 1000 }"
                )
                for act in (
                    "document.querySelectorAll('thead button')[1].click()",
                    "document.forms[0].words.value = 'generic'; document.forms[0].dispatchEvent(new Event('input'))",
                )
            ]
            rounds.append((opened, *took))
            page.close()
        chromium.close()
    opened, sorted_in, filtered = (statistics.median(column) for column in zip(*rounds, strict=True))
    return opened, sorted_in, filtered


def rebuild(config_file: Path) -> tuple[float, float, list[float]]:
    """CPU seconds of a preview's rebuild after an edit without the panel and with it, and what it adds in each pair.

    Whole rebuilds are compared, two and two, since what a page costs to write counts as well; the order changes from
    pair to pair, and the reviews are those of the last build but for the edited article.
    """
    from mkdocs.commands.build import build as build_site
    from mkdocs.config import load_config

    from mkdocs_focus.plugin import FocusPlugin

    drawn = FocusPlugin._with_panel
    article = max(Path(load_config(str(config_file)).docs_dir).rglob("*.md"), key=lambda file: file.stat().st_size)
    text = article.read_bytes()

    def build(panel: bool, folder: str) -> float:
        # Only the panel is left out; without the plugin, far more than the panel would be missing.
        FocusPlugin._with_panel = drawn if panel else lambda *args: args[-1]
        config = load_config(str(config_file), site_dir=folder)
        config.plugins.on_startup(command="serve", dirty=False)
        config.site_url = "http://127.0.0.1:8000/"
        gc.collect()
        start = time.process_time()
        build_site(config, serve_url=config.site_url)
        return time.process_time() - start

    pairs = []
    logging.disable(logging.CRITICAL)
    try:
        with tempfile.TemporaryDirectory() as folder:
            build(True, folder)
            for number in range(PAIRS):
                article.write_bytes(text + b"\n\nEdit %d.\n" % number)
                order = (True, False) if number % 2 else (False, True)
                took = {panel: build(panel, folder) for panel in order}
                pairs.append((took[False], took[True]))
    finally:
        article.write_bytes(text)
        logging.disable(logging.NOTSET)
        FocusPlugin._with_panel = drawn
    without, with_panel = (statistics.median(column) for column in zip(*pairs, strict=True))
    return without, with_panel, [panel / bare - 1 for bare, panel in pairs]


def main() -> None:
    """Read the command line and run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--counts", default="100,3000")
    parser.add_argument("--browser")
    parser.add_argument("--rebuild", type=Path)
    args = parser.parse_args()
    counts = sorted(int(count) for count in args.counts.split(","))
    articles = judged(args.folder, counts[-1])
    first, again = panels(articles)
    print(f"{len(articles)} articles judged; the panel takes {first:.2f} ms of CPU an article, unchanged {again:.2f}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for count in counts:
            reviews = repeated([review for review, _ in articles], count)
            took, (html, document) = cpu(partial(report, reviews, Past, folder))
            again, _ = cpu(partial(report, reviews, partial(read_past, folder / "report.json"), folder))
            print(
                f"{count} articles: report.html {html / 1000:.1f} kB, report.json {document / 1000:.1f} kB, "
                f"{took:.2f} CPU s, with a report before {again:.2f}"
            )
        if args.browser:
            opened, sorted_in, filtered = browse(folder / "report.html", args.browser)
            print(f"in the browser: open {opened:.2f} s, sort {sorted_in:.2f} s, filter {filtered:.2f} s")
    if args.rebuild:
        without, with_panel, added = rebuild(args.rebuild)
        low, middle, high = statistics.quantiles(added, n=4)
        print(
            f"a preview's rebuild: {without:.2f} CPU s, with the panel {with_panel:.2f}; "
            f"it adds {middle:.1%} in the middle of {len(added)} pairs, {low:.1%} to {high:.1%} in half of them"
        )


if __name__ == "__main__":
    main()
