"""Measures the posts over a folder of articles: `python benchmarks/share.py CORPUS`.

Kits for deep articles, lengths (by ours and, where node is at hand, by the official JavaScript), truth, cleanness,
details and topic in each post, variants that differ, agreement with readers' picks, and time. The picks
(labels/leads.tsv) are places in files, made by two readers who saw neither the tool nor each other. Weights
were set on two thirds of the files, by the hash of their path; of the other third the misses were read, so that it is
unseen by the weights but not by the people who wrote the rules.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import subprocess
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from itertools import combinations
from pathlib import Path

from mkdocs_focus.contract.reading import read_contract
from mkdocs_focus.judge.assess import assess
from mkdocs_focus.judge.assessment import Assessment
from mkdocs_focus.judge.details import find_in_text
from mkdocs_focus.settings import Settings
from mkdocs_focus.share.choose import shared, words_of
from mkdocs_focus.share.compose import make_kit
from mkdocs_focus.share.entities import extract_hashtags, extract_links
from mkdocs_focus.share.kit import Kit, Post
from mkdocs_focus.share.passages import passages
from mkdocs_focus.share.platforms import LIMITS, weighted_length
from mkdocs_focus.share.sentences import Sentences
from mkdocs_focus.share.sound import begins_outside, has_markup, is_closed
from mkdocs_focus.share.story import told
from mkdocs_focus.share.subject import subject_of
from mkdocs_focus.share.truth import unsupported
from mkdocs_focus.share.wording import wording
from mkdocs_focus.text.article import read_article
from mkdocs_focus.text.position import decode

LABELS = Path(__file__).parent / "labels" / "leads.tsv"
READ = LABELS.with_name("posts.tsv")
PASSAGES = LABELS.with_name("passages.tsv")
JAVASCRIPT = Path(__file__).parent.parent / "tests" / "js"
Judged = tuple[Assessment, Kit]
Pick = tuple[int, str, int, int, int]
"""Reader, lead or trap, rank, start, end."""


def judge(corpus: Path, paths: Sequence[Path]) -> dict[str, Judged]:
    found = {}
    seconds, words = 0.0, 0
    for path in paths:
        name = path.relative_to(corpus).as_posix()
        text, _ = decode(path.read_bytes())
        article = read_article(text, name, url=f"https://example.org/articles/{path.stem}/")
        assessment = assess(article, read_contract(article))
        start = time.process_time()
        kit = make_kit(assessment, Settings())
        seconds += time.process_time() - start
        words += article.body.word_count
        found[name] = assessment, kit
    print(f"{len(found)} articles; making kits took {seconds / max(words, 1) * 1e6:.2f} ms CPU per 1,000 words")
    return found


def share_of(what: str, posts: Sequence[Post], holds: Callable[[Post], bool]) -> None:
    misses = [post for post in posts if not holds(post)]
    print(f"{what}: {len(posts) - len(misses)} of {len(posts)} ({1 - len(misses) / max(len(posts), 1):.1%})")
    for post in misses[:3]:
        print(f"    not: {post.message[:140]!r}")


def official_lengths(posts: Sequence[Post]) -> list[int] | None:
    if shutil.which("node") is None or not (JAVASCRIPT / "node_modules").is_dir():
        return None
    script = (
        "const l = require('twitter-text'), t = l.default || l;"
        "console.log(JSON.stringify(JSON.parse(require('fs').readFileSync(0, 'utf8'))"
        ".map(x => t.parseTweet(x).weightedLength)))"
    )
    texts = json.dumps([post.text for post in posts])
    run = subprocess.run(
        ["node", "-e", script], input=texts, capture_output=True, text=True, cwd=JAVASCRIPT, check=True
    )
    return list(json.loads(run.stdout))


def measure_posts(judged: dict[str, Judged]) -> None:
    deep = [(a, k) for a, k in judged.values() if a.verdict == "deep"]
    print(f"deep articles with a kit: {sum(bool(k.posts) for _, k in deep)} of {len(deep)}")
    generic = [k for a, k in judged.values() if a.verdict == "generic" and not a.contract.share.twitter]
    print(f"generic articles without posts: {sum(not k.posts for k in generic)} of {len(generic)}")
    owner = {id(post): a for a, k in judged.values() for post in k.posts}
    posts = [post for _, k in judged.values() for post in k.posts]
    tweets = [post for post in posts if post.network == "twitter"]
    words = wording()
    share_of("posts for X within 280", tweets, lambda post: post.length <= LIMITS["twitter"])
    official = official_lengths(tweets)
    if official is not None:
        agree = sum(ours.length == theirs for ours, theirs in zip(tweets, official, strict=True))
        print(f"lengths equal to the JavaScript's: {agree} of {len(tweets)}; longest {max(official, default=0)}")

    def is_true(post: Post) -> bool:
        assessment = owner[id(post)]
        return not unsupported(post.text, assessment.article, assessment.contract)

    share_of("posts whose numbers, names and quotations are all in the article", posts, is_true)
    share_of("posts without markup", posts, lambda post: not has_markup(post.message))
    share_of("posts whose quotes and brackets close", posts, lambda post: is_closed(post.message))

    def points_back(post: Post) -> bool:
        titled = post.message.startswith(owner[id(post)].contract.title)
        return begins_outside(post.message) if titled else words.points_back(post.message)

    share_of("posts that do not point back", posts, lambda post: not points_back(post))
    share_of("posts for X with a detail", tweets, lambda post: has_detail(post, owner[id(post)]))
    share_of("posts for X with a word of the topic", tweets, lambda post: names_topic(post, owner[id(post)]))
    stories = [post for post in posts if post.network == "facebook"]
    share_of("posts for Facebook of 60 to 100 words", stories, lambda post: 60 <= len(post.message.split()) <= 100)
    worst = [
        shared(words_of(one.message), words_of(other.message))
        for _, kit in judged.values()
        for one, other in combinations([post for post in kit.posts if post.network == "twitter"], 2)
    ]
    print(
        f"pairs of variants that share less than half of their words: {sum(w < 0.5 for w in worst)} of {len(worst)}"
    )


def has_detail(post: Post, assessment: Assessment) -> bool:
    if post.lead is None:
        return False
    details = [d for d in assessment.details if post.lead.span.start <= d.span.start < post.lead.span.end]
    return bool(details) or bool(find_in_text(post.message))


def names_topic(post: Post, assessment: Assessment) -> bool:
    subject = subject_of(assessment)
    return not subject.stems or any(stem in post.message.lower() for stem in subject.stems)


def unseen(path: str) -> bool:
    return hashlib.sha256(path.encode()).digest()[0] % 3 == 0


def measure_leads(judged: dict[str, Judged]) -> None:
    picks: dict[str, list[Pick]] = defaultdict(list)
    for line in LABELS.read_text(encoding="utf-8").splitlines()[1:]:
        path, reader, kind, rank, start, end = line.split("\t")
        picks[path].append((int(reader), kind, int(rank), int(start), int(end)))
    known = {path: found for path, found in picks.items() if path in judged}
    if not known:
        print("no picked leads for these articles")
        return
    agree = sum(_agree(found) for found in known.values())
    print(f"the readers' top two meet in {agree} of {len(known)}")
    for name, paths in (
        ("seen", [p for p in known if not unseen(p)]),
        ("unseen", [p for p in known if unseen(p)]),
        ("all", list(known)),
    ):
        leads = traps = first = first_trap = 0
        for path in paths:
            kinds = [_kind(post, known[path]) for post in judged[path][1].posts if post.network == "twitter"]
            leads, traps = leads + ("lead" in kinds), traps + ("trap" in kinds)
            first, first_trap = first + (kinds[:1] == ["lead"]), first_trap + (kinds[:1] == ["trap"])
        count = max(len(paths), 1)
        print(
            f"{name} ({len(paths)}): a variant leads with a picked lead {leads / count:.0%}, with a trap "
            f"{traps / count:.0%}; the first variant {first / count:.0%}, {first_trap / count:.0%}"
        )


def measure_read(judged: dict[str, Judged]) -> None:
    """How often a first post carries a sentence that a reader of earlier posts passed, asked for, or refused."""
    known: dict[str, list[tuple[str, int, int]]] = defaultdict(list)
    for line in READ.read_text(encoding="utf-8").splitlines()[1:]:
        path, verdict, start, end = line.split("\t")
        known[path].append((verdict, int(start), int(end)))
    counts: Counter[str] = Counter()
    for path, places in known.items():
        for post in judged[path][1].posts if path in judged else ():
            if post.variant == 1 and post.lead is not None:
                span = post.lead.span
                met = {verdict for verdict, start, end in places if start < span.end and span.start < end}
                counts["refused" if met == {"refused"} else "passed or wanted" if met else "unread"] += 1
    if counts:
        print(f"first posts, by what readers said of their sentences: {dict(counts)}")


def measure_passages(judged: dict[str, Judged]) -> None:
    """How the passages' scores agree with what readers said of them, and what they said of the best ones."""
    known: dict[tuple[str, str], dict[tuple[int, int], int]] = defaultdict(dict)
    for line in PASSAGES.read_text(encoding="utf-8").splitlines()[1:]:
        path, network, grade, start, end = line.split("\t")
        if path in judged:
            known[path, network][int(start), int(end)] = int(grade)
    for network in ("twitter", "facebook"):
        right = pairs = passed = articles = 0
        for (path, of), grades in known.items():
            if of != network:
                continue
            assessment = judged[path][0]
            sentences = Sentences(assessment, subject_of(assessment), wording(assessment.language))
            scored = [
                ((told(found) if network == "facebook" else found).score, grades[span])
                for found in passages(sentences)
                if (span := tuple(sentences.span(found.sentences))) in grades
            ]
            for one, other in combinations(scored, 2):
                if (one[1] > 0) != (other[1] > 0):
                    pairs += 1
                    right += (one[0] > other[0]) == (one[1] > 0)
            articles += bool(scored)
            passed += bool(scored) and max(scored)[1] > 0
        print(
            f"{network}: of two passages the one that readers pass scores more {right / max(pairs, 1):.1%}; "
            f"of the best of each article they pass {passed} of {articles} ({passed / max(articles, 1):.0%})"
        )


def _agree(picks: Sequence[Pick]) -> bool:
    best = [p for p in picks if p[1] == "lead" and p[2] <= 2]
    return any(a[0] < b[0] and a[3] < b[4] and b[3] < a[4] for a in best for b in best)


def _kind(post: Post, picks: Sequence[Pick]) -> str:
    if post.lead is None:
        return ""
    met = [p[1] for p in picks if p[3] < post.lead.span.end and post.lead.span.start < p[4]]
    return "lead" if "lead" in met else "trap" if met else ""


HOSTILE = (
    "a.",
    "a.b ",
    "a.com",
    "日本.com",
    "@a.com",
    "#",
    "#a",
    "http://a.com/a(b)",
    "👨\u200d",
    "a.com/(",
    "\u0301",
)


def hostile() -> None:
    """The time that 100 KB of text made to be slow take to be counted and searched for links and hashtags."""
    worst = 0.0
    for piece in HOSTILE:
        text = piece * (100_000 // len(piece.encode())) + ".com"
        start = time.process_time()
        weighted_length(text)
        extract_links(text)
        extract_hashtags(text)
        worst = max(worst, time.process_time() - start)
    print(f"100 KB of hostile text: {worst * 1000:.0f} ms CPU at the worst")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--list", type=Path, help="a file with the paths to read, one a line, the path first")
    parser.add_argument("--print", type=int, default=0, metavar="N", help="print N kits, spread over the corpus")
    options = parser.parse_args()
    if options.list:
        lines = options.list.read_text(encoding="utf-8").splitlines()
        paths = [options.corpus / line.split("\t")[0] for line in lines]
        paths = [path for path in paths if path.is_file()]
    else:
        paths = sorted(path for path in options.corpus.rglob("*.md") if path.is_file())
    judged = judge(options.corpus, paths)
    measure_posts(judged)
    measure_leads(judged)
    measure_read(judged)
    measure_passages(judged)
    hostile()
    with_posts = sorted((hashlib.sha256(path.encode()).hexdigest(), path) for path in judged if judged[path][1].posts)
    for _, path in with_posts[: options.print]:
        print("=" * 80, path, sep="\n")
        for post in judged[path][1].posts:
            print(f"--- {post.network} {post.variant}, {post.length}\n{post.text}")


if __name__ == "__main__":
    main()
