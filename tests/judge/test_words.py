"""Word tables and word forms."""

from __future__ import annotations

import subprocess
import sys
from importlib.resources import files

import pytest

from mkdocs_focus.judge.words import RAREST, lexicon, stem


@pytest.mark.parametrize(
    "forms",
    [
        "rebuild rebuilt rebuilding rebuilds",
        "valve valves valved",
        "fit fits fitting fitted",
        "carburettor carburettors",
        "write wrote written writing writes",
        "leaf leaves",
        "torque torqued torquing torques",
        "bush bushes bushed",
        "body bodies",
        "glass glasses",
        "seal sealing sealed seals",
        "wire wires wired wiring",
        "note noted noting",
    ],
)
def test_the_forms_of_a_word_share_a_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize("pair", ["caring car", "bus busy", "thing the", "news new", "species special"])
def test_other_words_do_not(pair: str) -> None:
    one, other = pair.split()
    assert stem(one) != stem(other)


def test_rarity_grows_with_rank() -> None:
    words = lexicon("en")
    assert words is not None
    assert words.rarity["the"] == 0
    assert words.rarity["car"] < words.rarity["valve"] < words.rarity["gasket"] <= RAREST


def test_names_and_ordinary_words_are_told_apart() -> None:
    words = lexicon("en-GB")
    assert words is not None
    assert all(map(words.is_common, ("however", "engine", "whenever", "taught", "rusted")))
    assert not any(map(words.is_common, ("quadrajet", "okafor", "microsoft")))


def test_other_languages_have_none() -> None:
    assert lexicon("de") is None
    assert lexicon("") is None


def test_the_tables_are_small_and_carry_their_licences() -> None:
    folder = files("mkdocs_focus.judge") / "data"
    sizes = [len(f.read_bytes()) for d in (folder, folder / "en") for f in d.iterdir() if f.is_file()]
    assert sum(sizes) < 2_000_000
    assert "Princeton" in (folder / "en" / "LICENSE-WordNet").read_text()
    assert "Public Domain Dedication" in (folder / "en" / "LICENSE-GloVe-PDDL").read_text()


def test_loading_brings_in_nothing_heavy() -> None:
    code = "import sys, mkdocs_focus.judge.specificity as s; s.sentence_specificity('a b'); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"numpy", "nltk", "spacy", "mkdocs"} & set(loaded)
