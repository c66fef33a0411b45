"""Topics to offer to the writer: only such as would be stated so. Rather none than one that is laughed at."""

from __future__ import annotations

import re

from mkdocs_focus.judge.assessment import Assessment
from mkdocs_focus.judge.narrowness import BROAD_BELOW, narrowness
from mkdocs_focus.judge.words import VERB, Lexicon, lexicon, stem
from mkdocs_focus.rules.tables import read_groups
from mkdocs_focus.text.sentences import WORD

_PARTS = re.compile(r":\s|\s[–—-]\s|—")
_ARTICLE = re.compile(r"(?:an?|the)\s", re.IGNORECASE)
_ASKS = re.compile(r"(?:^|.*:\s)\W*(?:how|why|what|when|where|who)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d+\.\d[\d.]*|\d{4}")
_GOES_ON = re.compile(r"[\w-]|\.\d")
_MARKUP = re.compile(r"[*`\"“”]")
_JOINED = re.compile(r"[()#\[\]{}:;,?!\"“”‘…|]|[-–—]$|\s[-–—]\s|[–—]\s|(?:^|\s)['’]|['’](?:\s|$)")
"""What stands in a title of several parts, and in none of the parts."""
_CLAUSE = re.compile(
    r"\b(?:we|i|you|it|they|this|that|these|he|she|there|is|are|was|were|has|have|had|can|will|should|must|does|did|do|"
    r"how|why|what|when|who|whether|if|be|not|your|our|my|us|me|works|need|needs|want|wants|makes|gets|now|\w+n['’]t|"
    r"\w+['’](?:re|ve|ll|d))\b",
    re.IGNORECASE,
)
_HOLLOW = read_groups("en/topic_words.txt")["hollow"]
"""What an article or a column is called, and what could stand over any."""
_MOST = 10


def whole_topic(assessment: Assessment) -> str:
    """The article's topic as it may be stated, or else the part with a name in it; empty where neither is sound."""
    inferred, title = assessment.topic.text, assessment.contract.title
    if _ASKS.match(title):  # what is left without the question is half a sentence
        return ""
    parts = [_ARTICLE.sub("", part) for part in _PARTS.split(inferred)[:2] if part != inferred]
    for phrase in (inferred, *[part for part in parts if _is_named_thing(part, assessment)]):
        if title and not _is_of(title, phrase):
            continue  # not the whole article's, or that of every issue of a series
        if _may_be_offered(phrase, assessment):
            return phrase
    return ""


def narrower_topics(assessment: Assessment) -> list[str]:
    """Those suggested that stand in the article word for word: one put together of its words may mean nothing.

    In place of a stated topic only what brings a name into it is offered, or another thing that the article returns
    to: other words for it are as broad, and what is mentioned once is a detail.
    """
    topic, words = assessment.topic, lexicon(assessment.language)
    stated = _content(topic.text) if topic.stated else set()
    offered = [
        phrase
        for phrase in topic.suggestions
        if not _drops(_content(phrase), stated)
        and (not topic.stated or _brings_name(phrase, topic.text, words) or _is_another(phrase, stated, assessment))
        and _may_be_offered(phrase, assessment)
    ]
    return [phrase for phrase in offered if not any(phrase != other and phrase in other for other in offered)]


def _brings_name(phrase: str, stated: str, words: Lexicon | None) -> bool:
    """Whether a phrase has a name or a number that a topic lacks."""
    parts = [part.removesuffix("'s").removesuffix("’s") for part in phrase.split()]
    return any(
        part.lower() not in stated.lower()
        and (part[1:] != part[1:].lower() or _DIGIT.search(part) or (at > 0 and part.istitle()))
        and (words is None or not words.is_common(part.lower()))
        for at, part in enumerate(parts)
        if not _SHORTENED.search(part)
    )


def _is_another(phrase: str, stated: set[str], assessment: Assessment) -> bool:
    """Whether a phrase has no word of a topic, and the article returns to what it names."""
    words = phrase.lower().split()
    return stated.isdisjoint(_content(phrase)) and min(assessment.tally.get(word, 0) for word in words) > 1


_DIGIT = re.compile(r"\d")
_SHORTENED = re.compile(r"['’]")


def _may_be_offered(phrase: str, assessment: Assessment) -> bool:
    """Whether a phrase is narrow and sound, and stands in the article's title or elsewhere in it."""
    topic = assessment.topic
    narrow = topic.narrowness if phrase == topic.text else narrowness(phrase)
    if narrow.value < BROAD_BELOW or not is_sound(phrase, assessment):
        return False
    return _stands(phrase, assessment.contract.title) or _stands(phrase, assessment.article.text)


def _is_of(title: str, phrase: str) -> bool:
    """Whether a phrase has a word of the title, and its year and version."""
    numbers = set(_NUMBER.findall(title))
    return not _content(phrase).isdisjoint(_content(title)) and numbers <= set(_NUMBER.findall(phrase))


def _stands(phrase: str, text: str) -> bool:
    """Whether a text, without the markup that a topic loses, has the phrase, and not as the beginning of a longer
    word or number."""
    plain = " ".join(_MARKUP.sub("", text).split()).lower()
    at = plain.find(phrase.lower())
    return at >= 0 and not _GOES_ON.match(plain, at + len(phrase))


def _is_named_thing(part: str, assessment: Assessment) -> bool:
    """Whether a part of a title has a name and says what of it: three words at least."""
    words = lexicon(assessment.language)
    found = WORD.findall(part)
    if words is None or len(found) < 3:
        return False
    names = [word for word in found if not words.is_common(word.lower())]
    return bool(names) and any(word.islower() and word not in words.function_words for word in found)


def _content(phrase: str) -> set[str]:
    return {stem(word) for word in WORD.findall(phrase.lower()) if len(word) > 2 and word not in _TIES}


_TIES = frozenset(("and", "the", "for", "with", "from", "into"))


def _drops(offered: set[str], stated: set[str]) -> bool:
    """Whether a topic is another one rather than a narrower: it has one word of the stated in common, and fewer."""
    return len(offered & stated) < 2 and len(offered) < len(stated)


def is_sound(phrase: str, assessment: Assessment) -> bool:
    """Whether a phrase can be stated as a topic: no clause, no name of a column, of words that the text takes up."""
    words = lexicon(assessment.language)
    if words is None:
        return True
    parts = phrase.split()
    if not 0 < len(parts) <= _MOST or _JOINED.search(phrase) or _CLAUSE.search(phrase):
        return False
    small = [part.lower().removesuffix("'s").removesuffix("’s") for part in parts]
    if not _HOLLOW.isdisjoint(small) or _has_verb(small, words):
        return False
    if small[0] in words.function_words and not small[0].endswith("ing"):
        return False
    content = [word for word in small if word not in words.function_words]
    if not content or content[0] in words.broad_words or (len(content) == 1 and words.is_common(content[0])):
        return False
    gerund = small[0] if small[0].endswith("ing") and words.is_common(small[0]) else ""
    counts = [_count(word, assessment, words) for word in content if word.isalpha() and word != gerund]
    return counts.count(0) <= (len(counts) > 2) and max(counts, default=2) > 1


def _has_verb(parts: list[str], words: Lexicon) -> bool:
    """Whether it is told what something does: a word that is only a verb, or looks like one between two others."""
    if stem(parts[0])[:2] == parts[0][:2] and not parts[0].startswith(stem(parts[0])[:4]):
        return True  # built, ran
    for at, word in enumerate(parts):
        if word.endswith("ing"):
            continue
        breadth = words.breadth.get(word)
        if breadth == VERB or (breadth == 0 and 0 < at < len(parts) - 1 and word.endswith("s")):
            return True
    return False


def _count(word: str, assessment: Assessment, words: Lexicon) -> int:
    """How often the text has a word; an ordinary one in any form."""
    tally = assessment.tally
    times = sum([tally.get(form, 0) for form in {word, f"{word}s", word.removesuffix("s")}])
    if times or not words.is_common(word):
        return times
    root = stem(word)
    return sum([often for form, often in tally.items() if form[:2] == root[:2] and stem(form) == root])
