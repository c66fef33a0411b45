"""vague-quantity: “a lot of power” where a figure belongs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from mkdocs_focus.rules.phrases import Found, phrases
from mkdocs_focus.rules.places import quote
from mkdocs_focus.rules.rule import Hit, Option, Options, Rule, Subject
from mkdocs_focus.text.article import Article
from mkdocs_focus.text.sentences import WORD

_FIGURE = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|fifty|hundred|thousand|half|"
    r"third|quarter|twice|double|triple|percent)\b",
    re.IGNORECASE,
)
_NEAR = 100
"""A figure within so many characters may be the one that is meant."""
_UNCLAIMED = re.compile(
    r"[?:]\s*$|n['’]t\b|\b(?:if|not|never|no|would|could|might|may|can be|will|imagine|suppose|without|whether|"
    r"because|since|which has to|thanks?|sorry|hope|so many|as many|too many|how many|want|wanted|needs?|goal|when|"
    r"consider|consistent with)\b|^\W*as\b(?! a (?:result|consequence))",
    re.IGNORECASE,
)
"""A question, a denial or a supposition claims no quantity; after a colon it may follow; a reason may be enough."""

_AMOUNT = re.compile(
    r"\d\s?(?P<unit>%|[x×](?![\w])|percent\b|times\b|fold\b|ms\b|s\b|sec|min(?:ute)?s?\b|h(?:our)?s?\b|days?\b|weeks?\b|"
    r"[kKMGT]i?B\b|°|mm\b|kg\b|lb|psi\b|hp\b|mpg\b|rpm\b|tokens?\b|lines?\b)|(?P<money>[$€£]\s?\d)",
)
_MEASURED = re.compile(r"\b(?:benchmark|measur)", re.IGNORECASE)
_SHARES = frozenset(("%", "x", "×", "percent", "times", "fold"))
"""One figure in these tells a change; in other units it takes two."""
_CHANGES = frozenset(("from what to what", "by how much"))
_UNITS = {"space": "B", "storage": "B", "memory": "B", "ram": "B", "money": "$", "cost": "$", "time": "mhs"}
"""How the units begin or end in which something is measured."""


def check(subject: Subject, options: Options) -> Iterator[Hit]:
    """Report the first few, in sentences that claim something and give no figure themselves."""
    if not subject.lexicon:
        return
    article = subject.assessment.article
    left, seen = int(options["most"]), set[str]()
    for found in phrases("vague").search(article, subject.assessment.tally.keys()):
        sentence = found.sentence
        if found.text.lower() in seen or _FIGURE.search(found.around(_NEAR)) or _UNCLAIMED.search(sentence):
            continue
        if _FIGURE.search(sentence) or _is_measured(article, found):
            continue
        if left <= 0:
            return
        left -= 1
        seen.add(found.text.lower())
        yield Hit(
            found.span,
            f"{quote(article, found.span)} stands where a figure belongs",
            f"Say {found.value}, or drop the claim.",
        )


def _is_measured(article: Article, found: Found) -> bool:
    """Whether the article gives the figure elsewhere: of a change in whatever unit, of an amount beside its noun."""
    text = article.text[article.front.body :]
    times = Counter([match["unit"] or "$" for match in _AMOUNT.finditer(f"{article.value('title') or ''} {text}")])
    if found.value in _CHANGES:
        rows = [block for block in article.body.blocks if block.kind == "row" and _FIGURE.search(block.text)]
        if len(rows) > 1 or _MEASURED.search(found.around(250)):
            return True
        return not _SHARES.isdisjoint(times) or max(times.values(), default=0) > 1
    noun = WORD.findall(found.text.lower())[-1]
    if any(unit[0] in _UNITS.get(noun, "") or unit[-1] in _UNITS.get(noun, "") for unit in times):
        return True
    root = re.escape(noun.removesuffix("s"))
    beside = rf"\d[\w.,%]*\W+(?:\w+\W+){{0,3}}?{root}|\b{root}\w*\W+(?:\w+\W+){{0,5}}?\d"
    return re.search(beside, text, re.IGNORECASE) is not None


RULE = Rule(
    name="vague-quantity",
    code="G006",
    group="generic",
    severity="note",
    summary="Where a figure belongs, there should be one.",
    why="“A lot faster” is an opinion, “9 seconds instead of 31” is a finding: it can be checked, quoted and posted.",
    bad="""\
---
topic: ceramic coating of 1969 Norton Commando headers
---

The coated headers of my Commando run significantly cooler than the bare ones and cost a fortune.
""",
    good="""\
---
topic: ceramic coating of 1969 Norton Commando headers
---

The coated headers of my Commando run at 210 °C, 85 °C below the bare ones, and cost £240.
""",
    check=check,
    options={"most": Option(3, "How many of them are reported in one article.")},
    lexical=True,
)
