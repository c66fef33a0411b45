"""Fit the weights of the article score: `python benchmarks/fit.py CORPUS` rewrites `judge/data/score.tsv`.

A logistic regression whose signs are fixed by the table, with a penalty on large weights, in which every repository
counts with the square root of its number of posts, so that no one author decides.
"""

from __future__ import annotations

import csv
import hashlib
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from mkdocs_focus.contract.reading import read_contract
from mkdocs_focus.judge import weights as weighing
from mkdocs_focus.judge.details import find_details
from mkdocs_focus.judge.features import Features, measure
from mkdocs_focus.judge.score import sureness
from mkdocs_focus.judge.specificity import specificities
from mkdocs_focus.judge.weights import weights
from mkdocs_focus.judge.wording import language_of, wording
from mkdocs_focus.text.article import read_article

LABELS = Path(__file__).parent / "labels"
TABLE = Path(__file__).parents[1] / "mkdocs_focus" / "judge" / "data" / "score.tsv"
PENALTY = 15.0
"""Strength of the pull of every weight towards `PRIOR`, in rows."""
LEAST = 0.1
"""What a feature counts at least, in its own direction."""
MOST = 0.6
"""What a feature counts at most, so that none decides alone."""
MOST_OF = {"code_lines": 0.35}
"""The same for single features: snippets alone make no article deep."""
RARE_HERE = {"promotion": 0.5, "borrowed": 0.3, "bare": 1.2}
"""Features of kinds of posts that the corpus hardly has, such as adverts and empty pages: they count at least so
much."""
PRIOR = 0.2
"""What a feature counts, in its own direction, as long as the labels say nothing else: each was chosen for a reason
that holds beyond the corpus, and few of its posts are adverts or thank-you notes."""
NEUTRAL = 50.0
"""The score at which an article is as likely deep as generic."""
POINTS = 6.0
"""Points of the score for one unit of log-odds."""


@dataclass(frozen=True)
class Row:
    """A labelled post."""

    source: str
    """Who labelled it: a file of the corpus or of `labels/`, or a folder there whose articles were written for it."""
    path: str
    label: str
    """deep, mixed or generic; `?` where two readings disagree."""
    tags: frozenset[str]
    features: Features

    @property
    def written(self) -> bool:
        """Whether it was written for this project."""
        return self.source in WRITTEN

    @property
    def group(self) -> str:
        """What is left out together: a repository of the corpus, or all that one writer wrote."""
        return self.source if self.written else self.path.split("/")[1]

    @property
    def unseen(self) -> bool:
        """Whether it is kept apart from every fit: of `articles.tsv` one in four, by its path; of the independent
        writer's articles those with an even number."""
        if self.source == "articles.tsv":
            return hashlib.sha256(self.path.encode()).digest()[0] < 64
        return self.source == "articles_written" and int(self.path[:2]) % 2 == 0


WRITTEN = ("articles_fitted", "articles_written")


def features_of(path: Path) -> Features:
    article = read_article(path.read_text(encoding="utf-8", errors="replace"), path.name)
    words = wording(article)
    language = language_of(words, str(article.value("language") or "en"))
    details = find_details(article, language)
    specificity = specificities([sentence.text for sentence in article.body.sentences], language)
    return measure(article, read_contract(article).title, words, details, specificity, language)


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def read_rows(corpus: Path) -> list[Row]:
    """The corpus' own labels, then those of `labels/`."""
    found = [("labels.tsv", row["path"], row["label"], row["tags"]) for row in table(corpus / "labels.tsv")]
    for row in table(LABELS / "articles.tsv"):
        label = row["reader_1"] if row["reader_1"] == row["reader_2"] else "?"
        found.append(("articles.tsv", row["path"], label, ""))
    for row in table(LABELS / "articles_more.tsv"):
        label = row["label"] if row["again"] in ("", row["label"]) else "?"
        found.append(("articles_more.tsv", row["path"], label, ""))
    for folder in WRITTEN:
        found += [(folder, row["file"], row["label"], row["style"]) for row in table(LABELS / folder / "KEY.tsv")]
    return [
        Row(source, path, label, frozenset(tags.split(",")), features_of(place(corpus, source) / path))
        for source, path, label, tags in found
    ]


def place(corpus: Path, source: str) -> Path:
    """The folder that a source's paths start from."""
    return LABELS / source if source in WRITTEN else corpus


@dataclass(frozen=True)
class Model:
    """Centres, scales and weights in log-odds, in the table's order, and what an article starts with."""

    centre: np.ndarray
    scale: np.ndarray
    weight: np.ndarray
    start: float

    def log_odds(self, rows: list[Row]) -> np.ndarray:
        return distances(rows, self.centre, self.scale) @ self.weight + self.start


def matrix(rows: list[Row]) -> np.ndarray:
    return np.array([[row.features.values.get(w.feature, np.nan) for w in weights()] for row in rows])


def distances(rows: list[Row], centre: np.ndarray, scale: np.ndarray) -> np.ndarray:
    """How far each feature lies from its centre, bounded and weighed as the score does it."""
    least = np.array([w.least for w in weights()])
    bounded = np.clip((matrix(rows) - centre) / scale, -least, weighing.FARTHEST)
    needs_words = np.array([w.needs_words for w in weights()])
    sure = np.array([sureness(row.features) for row in rows])[:, None]
    return np.nan_to_num(np.where(needs_words, bounded * sure, bounded))


def fit(
    rows: list[Row], penalty: float = PENALTY, prior: float = PRIOR, least: float = LEAST, most: float = MOST
) -> Model:
    """Fit on the rows labelled deep and generic, in a language whose words are known."""
    rows = [row for row in rows if row.label in ("deep", "generic") and row.features.worded]
    values = matrix(rows)
    sizes = Counter((row.group, row.label) for row in rows)
    importance = np.array([sizes[row.group, row.label] ** -0.5 for row in rows])
    deep = np.array([row.label == "deep" for row in rows])
    # Both labels count alike, whatever their number, and the centre is where they balance.
    importance[deep] /= importance[deep].sum()
    importance[~deep] /= importance[~deep].sum()
    importance *= len(rows) / 2
    centre = (np.nanmean(values[deep], axis=0) + np.nanmean(values[~deep], axis=0)) / 2
    scale = np.nanstd(values, axis=0) + 0.05
    x = distances(rows, centre, scale)
    signs = np.array([w.sign for w in weights()])
    floor = np.array([RARE_HERE.get(w.feature, least) for w in weights()])
    ceiling = np.maximum(floor, np.array([MOST_OF.get(w.feature, most) for w in weights()]))
    weight, start = prior * signs, 0.0
    ahead, ahead_start, momentum = weight, start, 1.0
    step = 1 / (0.25 * np.linalg.norm(x * np.sqrt(importance)[:, None], 2) ** 2 + 0.25 * importance.sum() + penalty)
    for _ in range(4000):
        error = importance * (1 / (1 + np.exp(-(x @ ahead + ahead_start))) - deep)
        new = ahead - step * (x.T @ error + penalty * (ahead - prior * signs))
        new = np.clip(new * signs, floor, ceiling) * signs
        new_start = ahead_start - step * error.sum()
        following = (1 + (1 + 4 * momentum**2) ** 0.5) / 2
        ahead = new + (momentum - 1) / following * (new - weight)
        ahead_start = new_start + (momentum - 1) / following * (new_start - start)
        weight, start, momentum = new, new_start, following
    return Model(centre, scale, weight, start)


def write(model: Model) -> None:
    """Rewrite the table's numbers."""
    head, first, *lines = TABLE.read_text(encoding="utf-8").splitlines()
    *start, _, high, low = first.split("\t")
    out = [head, "\t".join((*start, f"{NEUTRAL + model.start * POINTS:.2f}", high, low))]
    for line, centre, scale, weight in zip(lines, model.centre, model.scale, model.weight, strict=True):
        name, sign, needs, least, _, _, _, high, low = line.split("\t")
        numbers = (f"{centre:.3f}", f"{scale:.3f}", f"{weight * POINTS:.2f}")
        out.append("\t".join((name, sign, needs, least, *numbers, high, low)))
    TABLE.write_text("\n".join(out) + "\n", encoding="utf-8")


if __name__ == "__main__":
    labelled = read_rows(Path(sys.argv[1]))
    fitted = fit([row for row in labelled if not row.unseen])
    write(fitted)
    for weight, value in sorted(zip(weights(), fitted.weight, strict=True), key=lambda p: -abs(p[1])):
        print(f"{value:+.3f}  {weight.feature}")
    print(f"{fitted.start:+.3f}  start")
