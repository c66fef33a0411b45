"""Our counting, held equal to the Python library of X's rules and to the official JavaScript.

The JavaScript runs where node is installed and `npm ci --prefix tests/js` was run; else those tests are skipped.
"""

import json
import shutil
import subprocess
import warnings
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from mkdocs_focus.share.entities import extract_hashtags, extract_links
from mkdocs_focus.share.platforms import weighted_length

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    library = pytest.importorskip("twitter_text", exc_type=ImportError)

PHASES = (Phase.explicit, Phase.reuse, Phase.generate)  # shrinking would run the references for minutes
JS = Path(__file__).parents[1] / "js"

WORDS = st.sampled_from(
    [
        "Camaro",
        "seal",
        "3/8-inch",
        "60",
        "°C",
        "e.g.",
        "v1.2.3",
        "README.md",
        "setup.sh",
        "main.rs",
        "example.com",
        "https://example.com/a_b?c=d#e",
        "http://t.co/abc",
        "x.co.uk/path(1)",
        "foo@bar.com",
        "@handle",
        "#tag",
        "#1",
        "café",
        "naïve",
        "½",
        "–",
        "—",
        "…",
        "“quoted”",
        "€5",
        "→",
        "≥",
        "東京",
        "テスト",
        "한국",
        "日本.com",
        "Ωmega",
        "Привет",
        "κόσμε",
        "👍",
        "👍🏽",
        "👩\u200d🚒",
        "🇩🇪",
        "❤️",
        "☎",
        "©",
        "1️⃣",
        "👨\u200d👩\u200d👧\u200d👦",
        "\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "a.b.c",
        ".gov",
        "foo-.com",
        "-x.org",
        "10.0.0.1",
        "file.tar.gz",
        "www.a.de.",
    ]
)
TEXTS = st.lists(st.tuples(WORDS, st.sampled_from([" ", "  ", "\n", ", ", ". ", " (", ") ", ": "])), max_size=12).map(
    lambda parts: "".join(word + gap for word, gap in parts)
)
LETTERS = st.text(
    alphabet=st.characters(codec="utf-8", exclude_categories=["Cs", "Co", "Cn"], exclude_characters="©®"), max_size=60
)


@settings(max_examples=400, deadline=None, phases=PHASES)
@given(TEXTS)
def test_lengths_and_links_equal_the_library_s(text):
    text = text.replace("©", "c")  # a bare © is an emoji to the library, but not to the official JavaScript
    assert [link.text for link in extract_links(text)] == library.extract_urls(text)
    assert weighted_length(text) == library.parse_tweet(text).weightedLength


@settings(max_examples=200, deadline=None, phases=PHASES)
@given(LETTERS)
def test_any_letters(text):
    assert weighted_length(text) == library.parse_tweet(text).weightedLength


SCRIPT = """
const library = require('twitter-text'), twitter = library.default || library;
const texts = JSON.parse(require('fs').readFileSync(0, 'utf8'));
console.log(JSON.stringify(texts.map(text => [
  twitter.parseTweet(text).weightedLength, twitter.extractUrls(text), twitter.extractHashtags(text)])));
"""


def official(texts: list[str]) -> list[list]:
    run = subprocess.run(
        ["node", "-e", SCRIPT], input=json.dumps(texts), capture_output=True, text=True, cwd=JS, check=True
    )
    return json.loads(run.stdout)


needs_node = pytest.mark.skipif(
    shutil.which("node") is None or not (JS / "node_modules" / "twitter-text").is_dir(),
    reason="needs node, and `npm ci --prefix tests/js`",
)


@needs_node
@settings(max_examples=8, deadline=None, phases=PHASES)
@given(st.lists(TEXTS, min_size=20, max_size=40))
def test_all_equals_the_official_javascript(texts):
    ours = [
        [
            weighted_length(text),
            [link.text for link in extract_links(text)],
            [name for name, _, _ in extract_hashtags(text)],
        ]
        for text in texts
    ]
    assert ours == official(texts)
