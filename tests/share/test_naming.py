"""How a passage that does not name its topic comes to name it."""

import pytest

from mkdocs_focus.contract.reading import read_contract
from mkdocs_focus.judge.assess import assess
from mkdocs_focus.share.naming import Introductions, framed, lowered
from mkdocs_focus.share.sentences import Sentences
from mkdocs_focus.share.subject import subject_of
from mkdocs_focus.share.wording import wording
from mkdocs_focus.text.article import read_article

BODY = "Our parlour organ came from a chapel, and its bellows leaked.\n\nHot glue held where cement had failed.\n"


def sentences(title: str, body: str = BODY, front: str = "") -> Sentences:
    article = read_article(f'---\ntitle: "{title}"\n{front}---\n{body}', "a.md")
    assessment = assess(article, read_contract(article))
    return Sentences(assessment, subject_of(assessment), wording("en"))


@pytest.mark.parametrize(
    ("title", "front", "post"),
    [
        ("How I patched the bellows", "", "How I patched the bellows: hot glue held."),
        ("Patching the bellows", "", "Patching the bellows: hot glue held."),
        ("Can bellows be patched?", "", "Can bellows be patched? Hot glue held."),
        ("The bellows are tight again", "", "The bellows are tight again. Hot glue held."),
        ("Bellows: a patch", "", "Bellows: a patch. Hot glue held."),
        ("Introducing the bellows", "", "Bellows: hot glue held."),
        ("A long winter", "topic: parlour organ bellows\n", "Parlour organ bellows: hot glue held."),
        ("March 2021", "", ""),
    ],
)
def test_the_title_is_joined_as_its_grammar_wants_it(title, front, post):
    assert framed(sentences(title, front=front), "Hot glue held.") in (post, post.replace("Bellows:", "The bellows:"))


def test_a_second_colon_makes_two_sentences():
    assert (
        framed(sentences("Patching the bellows"), "The cure: hot glue.")
        == "Patching the bellows. The cure: hot glue."
    )


def test_a_recipe_s_step_is_said_to_be_for_it():
    recipe = sentences("Rye porridge", "## Ingredients\n\n- 80 g rye\n\n## Method\n\n1. Stir for 20 minutes.\n")
    assert framed(recipe, "Stir for 20 minutes.") == "For rye porridge, stir for 20 minutes."
    assert framed(recipe, "For the crust, stir less.") == "Rye porridge: for the crust, stir less."
    assert framed(recipe, "The rye swells.") == "Rye porridge: the rye swells."


@pytest.mark.parametrize(
    ("text", "small"),
    [
        ("The glue held.", "the glue held."),
        ("I glued it.", "I glued it."),
        ("Mason built it.", "Mason built it."),
        ("PVC glue held.", "PVC glue held."),
        ("Hot glue held.", "hot glue held."),
    ],
)
def test_only_what_is_no_name_becomes_small(text, small):
    assert lowered(text, sentences("Patching the bellows", BODY + "\nI asked Mason about it.\n")) == small


def test_an_earlier_sentence_introduces_a_passage():
    known = Introductions(sentences("Patching the bellows of a parlour organ"))
    passage = "Hot glue stopped what leaked."
    found = known.before(passage, 1, 150)
    assert found
    assert found.text == "Our parlour organ came from a chapel, and its bellows leaked."
    assert known.before(passage, 0, 150) is None, "it stands later"
    assert known.before(passage, 9, 150) is None, "it stands far away"
    assert known.before(passage, 1, 20) is None, "there is no room"
    assert known.before(passage, 1, 150, {0}) is None, "it is used"
    assert known.before("A card scraper is sharper.", 1, 150) is None, "it speaks of something else"
