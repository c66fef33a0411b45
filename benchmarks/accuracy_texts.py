"""How right the judge is on single texts: sentences and topics that people graded (benchmarks/labels).

    python benchmarks/accuracy_texts.py CORPUS [--split unseen|tune] [--misses N]

Prints Spearman's rank correlation and length-matched pairs for sentences, pairs and one threshold for topics, the
same for simple baselines, and the worst misses with their evidence.
"""

from __future__ import annotations

import argparse
import csv
import math
import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from mkdocs_focus.contract.reading import read_contract
from mkdocs_focus.judge.assessment import Score
from mkdocs_focus.judge.narrowness import narrowness
from mkdocs_focus.judge.specificity import explain_specificity, sentence_specificity
from mkdocs_focus.judge.topic import infer_topic
from mkdocs_focus.judge.words import RAREST, lexicon, stem
from mkdocs_focus.text.article import read_article
from mkdocs_focus.text.sentences import WORD

LABELS = Path(__file__).parent / "labels"


@dataclass(frozen=True, slots=True)
class Graded:
    """A text and what two people, blind to each other, gave it."""

    text: str
    grades: tuple[int, int]
    split: str
    written: bool
    broad: bool | None = None
    """Of a topic whether both call it broad (True) or narrow (False); None where they differ."""
    group: str = ""

    @property
    def grade(self) -> float:
        return sum(self.grades) / 2


def _rows(name: str) -> list[dict[str, str]]:
    with (LABELS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def graded_sentences(corpus: Path | None) -> list[Graded]:
    """The written sentences and, where the corpus is at hand, those taken from it."""
    found = [
        Graded(r["text"], (int(r["grade_a"]), int(r["grade_b"])), r["split"], True)
        for r in _rows("sentences_written.tsv")
    ]
    if corpus is None:
        return found
    for r in _rows("sentences_corpus.tsv"):
        source = (corpus / r["path"]).read_text(encoding="utf-8-sig").replace("\r\n", "\n")
        text = " ".join(source[int(r["start"]) : int(r["end"])].split())
        found.append(Graded(text, (int(r["grade_a"]), int(r["grade_b"])), r["split"], False))
    return found


def graded_topics() -> list[Graded]:
    return [
        Graded(
            r["text"],
            (int(r["grade_a"]), int(r["grade_b"])),
            r["split"],
            True,
            r["label_a"] == "broad" if r["label_a"] == r["label_b"] else None,
            r["ladder"] or r["field"],
        )
        for r in _rows("topics_written.tsv")
    ]


def ranks(values: Sequence[float]) -> list[float]:
    """Ranks from 0, ties sharing their mean."""
    order = sorted(range(len(values)), key=lambda i: values[i])
    found = [0.0] * len(values)
    at = 0
    while at < len(order):
        end = at
        while end < len(order) and values[order[end]] == values[order[at]]:
            end += 1
        for i in order[at:end]:
            found[i] = (at + end - 1) / 2
        at = end
    return found


def spearman(a: Sequence[float], b: Sequence[float]) -> float:
    x, y = ranks(a), ranks(b)
    mx, my = sum(x) / len(x), sum(y) / len(y)
    top = sum((p - mx) * (q - my) for p, q in zip(x, y, strict=True))
    return top / math.sqrt(sum((p - mx) ** 2 for p in x) * sum((q - my) ** 2 for q in y))


def pairs_right(scores: Sequence[float], items: Sequence[Graded], gap: float, matched: bool) -> tuple[float, int]:
    """Of pairs at least `gap` grades apart the share whose order is right; `matched`: within 10% of words."""
    right = count = 0.0
    words = [len(i.text.split()) for i in items]
    for i, a in enumerate(items):
        for j in range(i):
            b = items[j]
            if abs(a.grade - b.grade) < gap or (matched and abs(words[i] - words[j]) > 0.1 * max(words[i], words[j])):
                continue
            count += 1
            if scores[i] == scores[j]:
                right += 0.5
            else:
                right += (scores[i] > scores[j]) == (a.grade > b.grade)
    return (right / count if count else math.nan), int(count)


def _hand_formula(text: str) -> float:
    """ln(1 + sum of word rarity) + 1/2 ln(1 + names and numbers), as published."""
    table = lexicon("en")
    assert table is not None
    rare = sum(table.rarity.get(w, RAREST) / 10 for w in WORD.findall(text.lower()))
    return math.log(1 + rare) + math.log(1 + len(re.findall(r"\d[\d.,]*|(?<=\w )[A-Z]\w+", text))) / 2


BASELINES: dict[str, Callable[[str], float]] = {
    "words": lambda t: len(t.split()),
    "digits and capitals": lambda t: sum(c.isdigit() or c.isupper() for c in t),
    "rarity formula": _hand_formula,
}


def report_sentences(corpus: Path | None, split: str, misses: int) -> None:
    items = [g for g in graded_sentences(corpus) if g.split == split]
    parts = {"all": items, "written": [g for g in items if g.written], "corpus": [g for g in items if not g.written]}
    print(f"sentences, {split} half: {', '.join(f'{k} {len(v)}' for k, v in parts.items())}")
    for name, score in {"specificity": sentence_specificity, **BASELINES}.items():
        line = f"  {name:20}"
        for part, group in parts.items():
            if group:
                values = [score(g.text) for g in group]
                rho = spearman(values, [g.grade for g in group])
                matched, count = pairs_right(values, group, 2, True)
                line += f"  {part}: Spearman {rho:.3f}, length-matched pairs {matched:.3f} of {count}"
        print(line)
    people = [spearman([g.grades[0] for g in v], [g.grades[1] for g in v]) for v in parts.values() if v]
    print("  one person by the other:", ", ".join(f"{p:.3f}" for p in people))
    texts = [g.text for g in items] * 40
    start = time.process_time()
    for text in texts:
        sentence_specificity(text)
    print(f"  {len(texts) / (time.process_time() - start):,.0f} sentences a second")
    _worst(items, [sentence_specificity(g.text) for g in items], explain_specificity, misses)


def report_topics(split: str, misses: int) -> None:
    items = [g for g in graded_topics() if g.split == split]
    sure = [g for g in items if g.broad is not None]
    broad, narrow = [g for g in sure if g.broad], [g for g in sure if not g.broad]
    print(f"topics, {split} half: {len(broad)} broad, {len(narrow)} narrow")
    for name, score in {"narrowness": lambda t: narrowness(t).value, **BASELINES}.items():
        b, n = [(score(g.text), g) for g in broad], [(score(g.text), g) for g in narrow]
        every = _above(n, b)
        longer = [(x, y) for x in n for y in b if len(y[1].text.split()) > len(x[1].text.split())]
        right = sum(x[0] > y[0] for x, y in longer) / len(longer)
        best, cut = max((sum(x >= c for x, _ in n) + sum(x < c for x, _ in b), c) for c in {x for x, _ in n + b})
        groups = {i.group for i in items}
        same = [(x, y) for g in groups for x in n for y in b if x[1].group == g == y[1].group]
        inside = sum(x[0] > y[0] for x, y in same) / len(same)
        print(
            f"  {name:20}  pairs {every:.3f}, the broad one longer {right:.3f} of {len(longer)}, same field "
            f"{inside:.3f} of {len(same)}, one threshold ({cut:.0f}) {best / len(sure):.3f}, "
            f"Spearman {spearman([score(g.text) for g in items], [g.grade for g in items]):.3f}"
        )
    _worst(items, [narrowness(g.text).value / 100 for g in items], narrowness, misses)


def report_inferred(corpus: Path) -> None:
    """Print how often the topic inferred for a deep post names what people say it is about."""
    table = lexicon("en")
    assert table is not None
    with (corpus / "labels.tsv").open(encoding="utf-8", newline="") as file:
        posts = [r for r in csv.DictReader(file, delimiter="\t") if r["label"] == "deep"]
    main = shared = 0
    for post in posts:
        article = read_article((corpus / post["path"]).read_text(encoding="utf-8", errors="replace"), post["path"])
        topic = infer_topic(article, read_contract(article))
        stems = [
            {stem(word) for word in WORD.findall(text.lower()) if word not in table.function_words}
            for text in (topic, post["topic"])
        ]
        main += _head(topic) in stems[1] or _head(post["topic"]) in stems[0]
        shared += not stems[0].isdisjoint(stems[1])
    print(
        f"inferred topics of {len(posts)} deep posts: main noun of one in the other {main / len(posts):.3f}, "
        f"any content word shared {shared / len(posts):.3f}"
    )


def _head(topic: str) -> str:
    """The stem of the last word before the first colon or preposition: of `oil catch can on a Camaro` it is `can`."""
    found = ""
    for word in WORD.findall(topic.lower().split(": ")[0]):
        if found and word in ("for", "in", "on", "of", "as", "to", "with", "from", "by", "at", "into", "using"):
            break
        found = word
    return stem(found)


def _above(n: list[tuple[float, Graded]], b: list[tuple[float, Graded]]) -> float:
    return sum((x > y) + (x == y) / 2 for x, _ in n for y, _ in b) / (len(n) * len(b))


def _worst(items: list[Graded], scores: list[float], explain: Callable[[str], Score], misses: int) -> None:
    """Print the texts whose rank is furthest from their grade's."""
    off = sorted(
        zip(ranks(scores), ranks([g.grade for g in items]), items, strict=True), key=lambda m: -abs(m[0] - m[1])
    )
    for (
        rank,
        due,
        item,
    ) in off[:misses]:
        score = explain(item.text)
        told = "; ".join(f"{e.what} {e.weight:+.2f}" for e in score.evidence)
        shown = item.text if item.written else item.text[:60] + "…"
        print(f"  {'+' if rank > due else '-'} grade {item.grade}, score {score.value:.2f}: {shown}\n      {told}")


def report(corpus: Path | None, split: str = "unseen", misses: int = 0) -> None:
    """Print all of it."""
    report_sentences(corpus, split, misses)
    report_topics(split, misses)
    if corpus:
        report_inferred(corpus)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", nargs="?", type=Path)
    parser.add_argument("--split", default="unseen", choices=("unseen", "tune"))
    parser.add_argument("--misses", type=int, default=0)
    arguments = parser.parse_args()
    report(arguments.corpus, arguments.split, arguments.misses)


if __name__ == "__main__":
    main()
