"""Which passages of an article could lead a post on X, best first."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mkdocs_focus.judge.details import find_in_text
from mkdocs_focus.share.passages import Passage
from mkdocs_focus.share.sentences import Sentences
from mkdocs_focus.share.sound import begins_outside, clean, has_markup, is_closed, is_whole, plain, points_away
from mkdocs_focus.share.standing import describes, says_something, stands_alone
from mkdocs_focus.share.subject import stems_of
from mkdocs_focus.share.wording import plain_words

SHORTEST, LONGEST = 40, 256
"""Characters of a passage that leads a post."""
_MOST_SENTENCES = 3
NAMES, _NAMES_LITTLE, _TELLING = 1.0, -1.0, 3
"""The score of the article's title, which goes out alone where nothing else has as much: of one that says what was
done or happened, with a detail, and of any other; how many telling words it needs, and how many blanks. Alone,
readers pass three of four that say something, "Publishing to a public bucket with gsutil", and one of ten that only
name it, "Job summaries"."""
_DOING = re.compile(
    r"(?!(?:(?:mor|eve)n|spr|str|k|r|w|th|ceil|wedd|(?:every|some|no|any)th|dur|bear|wir|hous|light|lightn|gear|boe|beij)"
    r"ings?\b|\w+ \w+ of\b)\w{2,}ing\b",
    re.IGNORECASE,
)
"""How a title begins that says what was done."""
_FIND = 0.8
"""What a find counts besides, up to 1.0, where two passages could both lead: of openings with one readers pass nine
of ten, of those without six."""
_LAST_WORDS = 4
"""Words by which the place is known where a description was cut from the text."""
_DESCRIBES, _ADDS, _MOST_OF_TITLE = 6.0, 2.6, 0.8
"""The score of the article's description, of one that only adds a detail to the title, and how much of the title's
words it may repeat."""


def choose(found: Iterable[Passage], sentences: Sentences) -> list[Passage]:
    """The passages that could lead a post, best first."""
    leads = [
        one
        for one in found
        if one.in_one_go
        and not one.taken_back
        and len(one.sentences) <= _MOST_SENTENCES
        and SHORTEST <= len(one.text) <= LONGEST
    ]
    leads += [*describing(sentences), *naming(sentences)]
    leads.sort(key=lambda one: (-one.score - _FIND * min(one.find, 1.0), one.sentences.start, len(one.text)))
    return leads


def describing(sentences: Sentences) -> list[Passage]:
    """The front matter's description as a passage, where it says something on the topic in sentences of its own."""
    contract, wording = sentences.assessment.contract, sentences.wording
    text, span = _whole(plain(contract.description), sentences), contract.description_span
    if not text or span is None:
        return []
    counts = wording.count(plain_words(text))
    if wording.calls(text) or counts.get("call") or points_away(text, counts) or len(text) > LONGEST:
        return []
    if not is_whole(text) or shared(words_of(contract.title), words_of(text)) > _MOST_OF_TITLE:
        return []
    naming = sentences.subject.naming(text)
    main = _CLAUSE.sub("", text)
    states = wording.has_plain_verb(main) or (_DID.search(main) and not _NO_STATEMENT.match(text))
    if states and naming == "well" and says_something(text, wording) and stands_alone(text, wording):
        return [Passage(text, range(0), _DESCRIBES, naming, concrete=True, span=span)]
    concrete = bool(find_in_text(text, sentences.assessment.language))
    if concrete and describes(text, wording):
        return [Passage(text, range(0), _ADDS, naming, concrete, below_title=True, find=0.0, span=span)]
    return []


def _whole(text: str, sentences: Sentences) -> str:
    """A description as sentences: one that was cut from the article's text ends with its last whole one."""
    if not text or text[-1] in ".!?…":
        return text
    end = " ".join(text.split()[-_LAST_WORDS:])
    said = any(f"{end} " in clean(sentence.text) for sentence in sentences.body.sentences)
    return text[: text.rfind(". ") + 1] if said else f"{text}."


def naming(sentences: Sentences) -> list[Passage]:
    """The title as a passage, where it says what the article is about: better than a sentence that few would post."""
    contract = sentences.assessment.contract
    text, span = plain(contract.title), contract.title_span
    telling = len(stems_of(text)) >= _TELLING and text.count(" ") >= _TELLING and len(text) <= LONGEST
    if not telling or sentences.kind == "recipe" or span.end <= span.start or not is_closed(text) or has_markup(text):
        return []
    if begins_outside(text) or sentences.wording.calls(text):
        return []
    concrete = bool(find_in_text(text, sentences.assessment.language))
    first = text.split(None, 1)[0].lower()
    says = (
        not sentences.wording.has_grammar
        or _DOING.match(text)
        or sentences.wording.orders(first)
        or says_something(text, sentences.wording)
    )
    score = NAMES if concrete and says and text.count(" ") > _TELLING else _NAMES_LITTLE
    return [Passage(text, range(0), score, sentences.subject.naming(text), concrete, span=span)]


_CLAUSE = re.compile(r"\b(?:which|that|who|whose|where|when|how|why|what|if)\b[^.;:]*")
"""What a noun may bring along: its verb makes no statement."""
_NO_STATEMENT = re.compile(r"(?:How|Why|What|\w+ing|Guest|Part|Notes?|Analysis|Overview|Guide|Tips)\b")
"""How a description begins that may name what the article is rather than say something."""
_DID = re.compile(r"\w (?:\w{3,}ed (?:the|an?|my|our|its|it|us|\d[\d.,]*)|[a-z]{3,}s (?:an?|our|my|its|\d[\d.,]*))\b")
"""What somebody did or does, where "used in the attack" would only say which one is meant."""
_WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> frozenset[str]:
    """The words of a text, in lower case."""
    return frozenset(_WORD.findall(text.lower()))


def shared(one: frozenset[str], other: frozenset[str]) -> float:
    """Which part of the smaller set of words the other holds too, 0 to 1."""
    return len(one & other) / max(min(len(one), len(other)), 1)
