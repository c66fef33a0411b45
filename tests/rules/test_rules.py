"""Every rule is documented, named well, fires on its bad example and not on its good one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import mkdocs_focus.rules
from mkdocs_focus.finding import SEVERITIES
from mkdocs_focus.rules.catalogue import BY_NAME, RULES
from mkdocs_focus.rules.rule import GROUPS, Hit, Rule
from mkdocs_focus.text.position import Source

from .subjects import hits

LETTERS = dict(zip(GROUPS, "CTDGS", strict=True))
BY_REVIEW = ("unused-ignore",)
"""What the review finds itself; its tests show it."""


def named(rule: Rule) -> str:
    return rule.name


@pytest.fixture(params=RULES, ids=named)
def rule(request: pytest.FixtureRequest) -> Rule:
    return request.param  # type: ignore[no-any-return]


def test_names_and_codes_are_given_once() -> None:
    assert len({rule.name for rule in RULES}) == len({rule.code for rule in RULES}) == len(RULES) == len(BY_NAME)
    assert [rule.code for rule in RULES] == sorted((r.code for r in RULES), key=lambda c: ("CTDGS".index(c[0]), c))


def test_every_file_of_a_rule_is_in_the_catalogue() -> None:
    folder = Path(mkdocs_focus.rules.__file__).parent
    files = {f.stem for f in folder.glob("*.py") if "\nRULE = Rule(" in f.read_text(encoding="utf-8")}
    assert files == {"not_utf8" if rule.name == "not-utf-8" else rule.name.replace("-", "_") for rule in RULES}


def test_is_named_and_documented(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+|filler|shallow", rule.name)
    assert re.fullmatch(LETTERS[rule.group] + r"\d{3}", rule.code)
    assert rule.severity in SEVERITIES
    assert (rule.check is None) != (rule.check_site is None)
    assert rule.summary.endswith(".")
    assert rule.summary[0].isupper()
    assert len(rule.summary) <= 80
    assert "\n" not in rule.summary
    assert len(rule.why) > len(rule.summary)
    assert rule.why.endswith(".")
    assert rule.bad != rule.good
    assert all(option.what.endswith(".") for option in rule.options.values())


def test_fires_on_its_bad_example(rule: Rule) -> None:
    if rule.name in BY_REVIEW:
        pytest.skip("found by the review")
    found = hits(rule, rule.bad)
    assert found
    for hit in found:
        check_hit(hit, rule.bad)


def test_is_quiet_on_its_good_example(rule: Rule) -> None:
    assert hits(rule, rule.good) == []


def check_hit(hit: Hit, text: str) -> None:
    """A message is one clause without a full stop, the advice a sentence; what “ ” quote is the source's text."""
    assert hit.message
    assert not hit.message.endswith(".")
    assert hit.advice.rstrip()[-1] in ".?"
    if "=====" in text:
        return
    source = Source.from_text(text).text
    assert 0 <= hit.span.start <= hit.span.end <= len(source)
    for quoted in re.findall(r"“([^”]*)”", hit.message):
        assert " ".join(source[hit.span.start : hit.span.end].split()) == quoted
