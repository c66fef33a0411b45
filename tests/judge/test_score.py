"""The article verdict."""

from pathlib import Path

import pytest

from mkdocs_focus.contract.reading import read_contract
from mkdocs_focus.judge.assess import assess
from mkdocs_focus.judge.assessment import Assessment
from mkdocs_focus.text.article import read_article


def judged(text: str, language: str = "en") -> Assessment:
    article = read_article(text, "page.md")
    return assess(article, read_contract(article), language)


DEEP = """# Quadrajet hesitation

The engine stumbled when I opened the throttle from idle. I pulled the carburetor off, turned it over and found the
accelerator pump seal torn along the lip. The new seal cost 4 dollars. After it was fitted, the squirt came at once,
but the stumble stayed because the pump rod sat in the outer hole. I moved it to the inner hole, which made the
stroke longer, and the hesitation was gone.
"""

GENERIC = """# 5 tips for a better life

Success is a journey, not a destination. Surround yourself with positive people who inspire you and embrace new
opportunities. Remember that learning never stops, and that small changes can make a big difference over time.
Together we can build a community where everyone feels supported. Share your thoughts with us and stay tuned for
more tips!
"""


def test_a_short_repair_note_is_deep() -> None:
    assert judged(DEEP).verdict == "deep"


def test_advice_that_fits_anybody_is_generic() -> None:
    assert judged(GENERIC).verdict == "generic"


@pytest.mark.parametrize("text", [DEEP, GENERIC, "", "# Title alone\n", "One word"])
def test_the_evidence_adds_up_to_the_score(text: str) -> None:
    score = judged(text).score
    assert sum(evidence.weight for evidence in score.evidence) == pytest.approx(score.value, abs=1e-9)


OTHER = sorted((Path(__file__).parent / "articles" / "other").glob("*.md"))


@pytest.mark.parametrize("path", OTHER, ids=lambda path: path.stem)
def test_no_false_alarm_in_another_language(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    language = judged(text).article.value("language")
    assert judged(text, language).verdict != "generic"
    assert judged(text, "en").verdict != "generic", "the site's `language:` may be left as it is"


@pytest.mark.parametrize("path", OTHER, ids=lambda path: path.stem)
def test_a_note_full_of_figures_is_deep_in_any_language(path: Path) -> None:
    found = judged(path.read_text(encoding="utf-8"))
    about_nothing = ("erfolg", "exito", "bonheur", "life", "motivacao", "uspeh", "success")
    assert found.verdict == ("mixed" if path.stem.endswith(about_nothing) else "deep"), found.score


def test_german_capitals_are_no_names() -> None:
    path = Path(__file__).parent / "articles" / "other" / "de-erfolg.md"
    assert judged(path.read_text(encoding="utf-8")).details == ()


def test_a_page_that_is_all_front_matter_is_generic() -> None:
    assert judged("---\ntitle: 2021 highlights of the design team\n---\n").verdict == "generic"


@pytest.mark.parametrize("body", ['--8<-- "changelog.md"', "{{ render_report() }}", "{% include 'news.md' %}"])
def test_a_page_that_something_else_fills_is_not_judged_by_its_emptiness(body: str) -> None:
    assert judged(f"---\ntitle: Highlights\n---\n\n{body}\n").verdict == "mixed"


def test_a_note_of_two_lines_with_a_command_is_not_generic() -> None:
    text = "# Thousands in Jinja\n\nUse `{:,}`:\n\n```jinja\n{{ '{:,}'.format(n) }}\n```\n"
    assert judged(text).verdict != "generic"


def test_words_count_only_in_a_language_that_is_known() -> None:
    assert judged(GENERIC, "de").verdict != "generic"


ARTICLES = sorted((Path(__file__).parent / "articles").glob("*.md"))


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_articles_of_many_fields(path: Path) -> None:
    found = judged(path.read_text(encoding="utf-8"))
    assert found.verdict == found.article.value("verdict"), found.score


MILD = """# Keeping bees

Bees are fascinating animals, and more and more people keep them. A hive in the garden is good for nature, and the
honey is a welcome reward. Beginners should take their time, since every colony is different.

The right place is important. Bees like the sun, but they need some shade as well. Neighbours are usually happy with
a jar of honey, and a short talk can prevent misunderstandings. It is best to start with one or two hives.

The year of a beekeeper has its own rhythm. In spring there is a lot to do, while winter is a time of rest. Experience
matters more than equipment, and most beekeepers are glad to share what they know. Those who are patient will find
that bees give back more than they take.
"""


def test_mild_prose_that_fits_any_hobby_is_generic_though_it_sells_and_preaches_nothing() -> None:
    assert judged(MILD).verdict == "generic"


def test_what_not_every_text_can_have_is_no_lack() -> None:
    told = [evidence.what for evidence in judged(MILD).score.evidence]
    assert not any("code" in what or "table" in what or "units" in what for what in told)


NOTICE = """# Release manager meetings in June

The release manager of the Tern project posts here when the next meetings are. The topics will be posted in the
[tracker](https://example.org/tracker) the day before, and the discussion is public. Notes of the last discussion are
linked from the tracker of the Tern project.

Two of the three meetings in June discuss the Tern 4 release, and the third is for questions. Reply to this post with
other topics. Tern maintainers attend all three.
"""


def test_a_project_s_notice_is_not_called_generic() -> None:
    found = judged(NOTICE)
    assert found.verdict == "mixed"
    assert sum(evidence.weight for evidence in found.score.evidence) == pytest.approx(found.score.value)
