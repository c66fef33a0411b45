"""How right the verdict is: `python benchmarks/accuracy.py CORPUS`.

Every labelled post is scored by weights fitted without its repository. Prints the area under the curve, precision and
recall of the verdict, pairs within one author, baselines, the worst misses with their evidence, and how often whole
repositories are called generic by the weights as they ship.
"""

from __future__ import annotations

import importlib
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import get_args

import numpy as np
from fit import NEUTRAL, POINTS, WRITTEN, Model, Row, distances, fit, place, read_rows

from mkdocs_focus.contract.reading import read_contract
from mkdocs_focus.judge.assess import assess
from mkdocs_focus.judge.assessment import Verdict
from mkdocs_focus.judge.score import score_features, verdict_at
from mkdocs_focus.judge.weights import weights
from mkdocs_focus.text.article import read_article

QUIET = (
    "rust-lang__blog.rust-lang.org",
    "pypi__warehouse",
    "simonw__til",
    "turbocamaro__turbocamaro.github.io",
    "LukeSmithxyz__based.cooking",
)
"""Repositories of which hardly a post is generic."""
_TITLE = re.compile(
    r"\b(?:\d+|tips?|ways?|reasons|guide|how to|why|best|lessons|introduc\w+|announc\w+|welcome)\b", re.I
)


def area(scores: np.ndarray, deep: np.ndarray) -> float:
    """How often a deep post scores above a generic one: the area under the curve, and the share of ordered pairs."""
    high, low = scores[deep][:, None], scores[~deep][None, :]
    return float(((high > low) + 0.5 * (high == low)).mean()) if high.size and low.size else float("nan")


def kappa(pairs: list[tuple[str, str]]) -> float:
    """Cohen's kappa of two readers."""
    seen = sum(a == b for a, b in pairs) / len(pairs)
    first, second = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(first[x] * second[x] for x in first) / len(pairs) ** 2
    return (seen - chance) / (1 - chance)


def scores_leaving_out(rows: list[Row]) -> tuple[np.ndarray, dict[str, Model]]:
    """Each row's score by weights fitted without its repository, and those weights."""
    scores = np.zeros(len(rows))
    models = {}
    for group in sorted({row.group for row in rows}):
        models[group] = fit([row for row in rows if row.group != group and not (row.written and row.unseen)])
        own = [index for index, row in enumerate(rows) if row.group == group]
        scores[own] = NEUTRAL + POINTS * models[group].log_odds([rows[index] for index in own])
    return scores, models


def evidence(row: Row, model: Model) -> str:
    points = POINTS * (distances([row], model.centre, model.scale) * model.weight)[0]
    strongest = np.argsort(-np.abs(points))[:7]
    return ", ".join(f"{weights()[index].feature} {points[index]:+.1f}" for index in strongest)


def report(name: str, rows: list[Row], scores: np.ndarray, where: Iterable[bool]) -> None:
    chosen = np.array([w and row.label in ("deep", "generic") for w, row in zip(where, rows, strict=True)])
    deep = np.array([row.label == "deep" for row in rows])
    verdicts = np.array([verdict_at(score, row.features) for score, row in zip(scores, rows, strict=True)])
    called = chosen & (verdicts == "generic")
    right, generic = (called & ~deep).sum(), (chosen & ~deep).sum()
    precision = right / called.sum() if called.any() else float("nan")
    print(
        f"{name:34} n {chosen.sum():3}  AUC {area(scores[chosen], deep[chosen]):.3f}  generic: precision "
        f"{precision:.3f} ({right}/{called.sum()}), recall {right / max(generic, 1):.3f}, deep called generic "
        f"{(called & deep).sum()}"
    )


def baselines(corpus: Path, rows: list[Row]) -> dict[str, Callable[[Row], float]]:
    """What a simple measure would say."""
    texts = {
        row.path: (place(corpus, row.source) / row.path).read_text(encoding="utf-8", errors="replace") for row in rows
    }
    titles = {path: read_contract(read_article(text, path)).title for path, text in texts.items()}

    def marks(row: Row) -> float:
        words = texts[row.path].split()
        return sum(bool(re.search(r"\d|[a-z,;] ?[A-Z]", word)) for word in words) / max(len(words), 1)

    return {
        "word count": lambda row: float(row.features.words),
        "digits and capitals": marks,
        "title pattern": lambda row: -float(bool(_TITLE.search(titles[row.path]))),
    }


def corpus_shares(corpus: Path) -> None:
    counts: dict[str, Counter[Verdict]] = defaultdict(Counter)
    for path in sorted((corpus / "posts").rglob("*.md")):
        article = read_article(path.read_text(encoding="utf-8", errors="replace"), path.name)
        repository = path.relative_to(corpus / "posts").parts[0]
        counts[repository][assess(article, read_contract(article)).verdict] += 1
    print("\nWhole repositories, by the weights as they ship")
    for repository, found in counts.items():
        shares = ", ".join(f"{v} {found[v] / found.total():.1%}" for v in reversed(get_args(Verdict)))
        print(f"{repository:38} {found.total():4} posts: {shares}")
    quiet = sum((counts[name] for name in QUIET), Counter())
    share = quiet["generic"] / quiet.total()
    print(f"{'the five with hardly a generic post':38} {quiet.total():4} posts: generic {share:.1%}")


def main(corpus: Path) -> None:
    rows = read_rows(corpus)
    scores, models = scores_leaving_out(rows)
    same = np.array(["same-author" in row.tags for row in rows])
    source = np.array([row.source for row in rows])
    given, own = source == "labels.tsv", source == "articles.tsv"
    unseen = np.array([row.unseen for row in rows])
    worded = np.array([row.features.worded for row in rows])
    written = (source == "articles_written") & worded
    print("Leaving each repository, and each writer, out")
    report("labels.tsv, not same-author", rows, scores, given & ~same)
    report("labels.tsv, same-author", rows, scores, given & same)
    report("own labels, both readers agree", rows, scores, own)
    report("more own labels, mostly hard ones", rows, scores, source == "articles_more.tsv")
    report("written to be fitted, English", rows, scores, source == "articles_fitted")
    report("written by another, odd, English", rows, scores, written & ~unseen)
    report("written by another, even, English", rows, scores, written & unseen)
    repositories = np.array([row.group for row in rows])
    print("\nWithin one repository (AUC = share of its pairs in order)")
    for repository in [name for name in models if name not in WRITTEN]:
        report(repository, rows, scores, repositories == repository)
    shipped = np.array([score_features(row.features).value for row in rows])
    print("\nThe weights as they ship")
    report("own labels kept from every fit", rows, shipped, own & unseen)
    report("written, kept from every fit", rows, shipped, written & unseen)
    report("written, in other languages", rows, shipped, (source == "articles_written") & ~worded)
    mixed = [score for score, row in zip(shipped, rows, strict=True) if row.label == "mixed"]
    if mixed:
        print(f"posts that both readers call mixed: mean score {np.mean(mixed):.0f}")
    print("\nBaselines (AUC: labels.tsv not same-author, same-author, own labels)")
    deep = np.array([row.label == "deep" for row in rows])
    sure = np.array([row.label in ("deep", "generic") for row in rows])
    for name, measure in baselines(corpus, rows).items():
        values = np.array([measure(row) for row in rows])
        parts = (given & ~same, given & same, own & sure)
        print(f"{name:22}", "  ".join(f"{area(values[part], deep[part]):.3f}" for part in parts))
    print("\nWorst misses, with the evidence")
    wrong = np.where(deep, -scores, scores)
    for index in [i for i in np.argsort(-wrong) if sure[i] and not (rows[i].written and unseen[i])][:15]:
        row = rows[index]
        print(f"{scores[index]:5.1f} {row.label:8}{row.path}\n      {evidence(row, models[row.group])}")
    corpus_shares(corpus)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
    if (Path(__file__).parent / "accuracy_texts.py").exists():
        print("\nSentences and topics")
        importlib.import_module("accuracy_texts").main()
