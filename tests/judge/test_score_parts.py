"""What the article score is made of: words, features, weights, depth, focus."""

from math import isfinite

import pytest

from mkdocs_focus.contract.reading import read_contract
from mkdocs_focus.judge.assess import assess
from mkdocs_focus.judge.assessment import Assessment, Score
from mkdocs_focus.judge.details import find_details
from mkdocs_focus.judge.features import measure
from mkdocs_focus.judge.stance import stance
from mkdocs_focus.judge.telling import telling
from mkdocs_focus.judge.weights import FARTHEST, weights
from mkdocs_focus.judge.wording import language_of, wording
from mkdocs_focus.text.article import read_article


def judged(text: str, language: str = "en") -> Assessment:
    article = read_article(text, "page.md")
    return assess(article, read_contract(article), language)


def groups_of(text: str) -> set[str]:
    words = wording(read_article(text, "page.md"))
    table = stance()
    assert table is not None
    hits = table.count(words.words, words.tally)
    return {group for group, found in zip(table.groups, hits, strict=True) if found}


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Thank you all, we are thrilled!", "promotion"),
        ("See you at the meetup next month.", "event"),
        ("Studies show that it works.", "borrowed"),
        ("It leaked because the seal was torn.", "cause"),
        ("I tightened and soldered them.", "operation"),
        ("It’s not just a job.", "aphorism"),
    ],
)
def test_word_groups(text: str, group: str) -> None:
    assert group in groups_of(text)


def test_a_phrase_of_three_words_needs_all_three() -> None:
    assert "aphorism" not in groups_of("The bottom plate is bent.")
    assert "aphorism" in groups_of("The bottom line is clear.")


def told(text: str) -> dict[str, float]:
    article = read_article(text, "page.md")
    table = stance()
    assert table is not None
    words = wording(article)
    seen = dict(zip(table.groups, table.count(words.words, words.tally), strict=True))
    return telling(seen, article, words, find_details(article))


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The seal leaked because I had cut it.", {"told", "plain"}),
        ("The amazing new valve was fitted by our wonderful team.", set()),
        ("A community needs trust.", {"idle", "talk"}),
        ("Bees like the sun.", {"idle"}),
        ("The flag is `--quiet`.", set()),
    ],
)
def test_what_a_sentence_tells(text: str, kinds: set[str]) -> None:
    assert {kind for kind, share in told(text).items() if share} == kinds


def test_an_ingredient_is_no_sentence_but_a_step_is_one() -> None:
    assert told("Knead it.\n\n- rye flour\n- caraway\n")["idle"] == 0
    assert told("1. Knead it\n2. The rye\n")["idle"] == 0.5


def test_every_weight_has_the_sign_that_its_words_promise() -> None:
    for weight in weights():
        assert weight.points * weight.sign > 0, weight.feature
        assert weight.scale > 0
        assert weight.high
        assert weight.low


def test_no_feature_decides_alone() -> None:
    total = sum(abs(weight.points) for weight in weights())
    assert max(abs(weight.points) for weight in weights()) < total / 8
    assert all(w.distance(1e9) == FARTHEST and w.distance(-1e9) == -w.least for w in weights())


def test_every_weight_is_of_a_feature_that_is_measured() -> None:
    article = read_article("# Title\n\nThe pump ran for 3 hours. It then stopped.\n", "page.md")
    found = measure(article, "Title", wording(article), (), (0.5, 0.5))
    assert {weight.feature for weight in weights()} <= found.values.keys()


def test_quotations_are_not_the_author_s_words() -> None:
    own = judged("The valve stuck, so I cleaned it with alcohol and a brush.\n\n> Success is a journey together!\n")
    assert not any("journey" in evidence.what for evidence in own.score.evidence)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The pump is at the back of the car and has to be filled with oil before you can start it again now.", "en"),
        ("Die Pumpe ist hinten und muss mit dem Öl gefüllt werden, das der Händler nicht mehr hat, weil es ein alter "
         "Wagen ist und die Teile rar.", "de"),
        ("La pompe est derrière et il faut la remplir avec une huile que le vendeur ne propose plus, car la voiture "
         "est ancienne et les pièces rares.", "und"),
        ("Насос стоит сзади.", "und"),
        ("泵在后面。", "und"),
    ],
)  # fmt: skip
def test_the_language_of_a_text_on_an_english_site(text: str, language: str) -> None:
    assert language_of(wording(read_article(text, "page.md")), "en") == language


def test_another_site_s_language_is_taken_as_told() -> None:
    assert language_of(wording(read_article("The cat sat on the mat.", "page.md")), "nl") == "nl"


BARE = "Things are going well and there is nothing more to say about them. We carry on as we always did.\n"
FULL = "The M6 bolt sheared at 14 Nm on 3 May 2021, so I drilled it out with a 5.2 mm bit for $11.\n"


def test_depth_counts_details() -> None:
    assert judged(FULL).depth.value > 40 > judged(BARE).depth.value


def test_depth_falls_with_what_holds_no_detail() -> None:
    assert judged(FULL + "\n" + BARE * 5).depth.value < judged(FULL).depth.value


CARRIED = "# Rebuilding the Weber 32 carburetor\n\n" + "\n\n".join(
    f"## Step {n}\n\nThe Weber 32 was taken apart and its jets came out with a brass brush and some spirit {n}."
    for n in range(3)
)
WANDERING = "# Rebuilding the Weber 32 carburetor\n\n" + "\n\n".join(
    f"## Part {n}\n\n{text}"
    for n, text in enumerate(
        (
            "My holiday in the mountains began with rain, and Anna Berg lost her umbrella on the very first day.",
            "The dog from next door ate the sausages that Peter Holm had left outside on the garden table again.",
            "In the evening we played cards until Maria Lund fell asleep, and nobody wanted to count the points.",
        )
    )
)


def test_focus_falls_where_the_body_leaves_its_topic() -> None:
    assert judged(CARRIED).focus.value > 75
    assert judged(WANDERING).focus.value < 45


@pytest.mark.parametrize("text", [FULL, BARE, CARRIED, WANDERING, "", "# Only a title", "```\ncode\n```", "> quoted"])
def test_all_evidence_adds_up(text: str) -> None:
    found = judged(text)
    scores: list[Score] = [found.score, found.depth, found.focus, found.topic.narrowness]
    for score in scores:
        assert sum(evidence.weight for evidence in score.evidence) == pytest.approx(score.value, abs=1e-9)
        assert 0 <= score.value <= 100


def test_hostile_text_is_judged_to_its_end() -> None:
    for text in ("the " * 40_000, "a" * 200_000, "is not " * 20_000, "*" * 50_000):
        article = read_article(text, "page.md")
        found = measure(article, "title", wording(article), (), ())
        assert found.words <= 40_000
        assert all(isfinite(value) for value in found.values.values())
