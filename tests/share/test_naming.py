"""The headline above a post's text."""

import pytest

from mkdocs_focus.contract.reading import read_contract
from mkdocs_focus.judge.assess import assess
from mkdocs_focus.share.naming import headline
from mkdocs_focus.share.sentences import Sentences
from mkdocs_focus.share.subject import subject_of
from mkdocs_focus.share.wording import wording
from mkdocs_focus.text.article import read_article

BODY = "Our parlour organ came from a chapel, and its bellows leaked.\n\nHot glue held where cement had failed.\n"


def sentences(title: str, front: str = "") -> Sentences:
    article = read_article(f'---\ntitle: "{title}"\n{front}---\n{BODY}', "a.md")
    assessment = assess(article, read_contract(article))
    return Sentences(assessment, subject_of(assessment), wording("en"))


@pytest.mark.parametrize(
    ("title", "front", "above"),
    [
        ("How I patched the bellows", "", "How I patched the bellows"),
        ("Can bellows be patched?", "", "Can bellows be patched?"),
        ("Bellows: a patch.", "", "Bellows: a patch"),
        ("A long winter", "topic: parlour organ bellows\n", "Parlour organ bellows"),
        ("A winter with the parlour organ", "topic: parlour organ bellows\n", "A winter with the parlour organ"),
        ("March 2021", "", ""),
        ("Patching with 'glue[hot]'", "", ""),
    ],
)
def test_the_title_or_the_topic_stands_above_what_does_not_say_it(title, front, above):
    assert headline(sentences(title, front), "Hot glue held.") == above


def test_a_long_title_goes_without_its_subtitle():
    long = "Patching the bellows of a parlour organ: what some hot glue, one worn glove and two boards did in one frosty night"
    assert headline(sentences(long), "It held.") == "Patching the bellows of a parlour organ"


def test_a_text_that_says_what_the_title_says_needs_none():
    known = sentences("Patching the bellows of a parlour organ")
    assert headline(known, "I patched the bellows of our parlour organ with hot glue.") == ""
    assert headline(known, "Hot glue patched a leak.") != ""
    assert headline(known, "I patched a parlour organ with glue.") == ""
    assert headline(known, "I patched the parlour organ with glue.") != "", "which one is left to the headline"
