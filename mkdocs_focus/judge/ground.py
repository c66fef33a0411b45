"""What an article offers for a topic: its title cleaned, its headings, the phrases and the name it returns to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import compress, count
from operator import and_

from mkdocs_focus.contract.reading import Contract
from mkdocs_focus.judge.assessment import Detail
from mkdocs_focus.judge.details import find_details
from mkdocs_focus.judge.narrowness import BROAD_BELOW, narrowness
from mkdocs_focus.judge.words import NAME, NO_NOUN, RAREST, VERB, Lexicon, lexicon, stem
from mkdocs_focus.text.article import Article
from mkdocs_focus.text.blocks import TEXT_KINDS
from mkdocs_focus.text.sentences import WORD, in_small_letters, words_of_each

_SITE = re.compile(r"\s(?:\||·|»)\s.*$")
_PARTS = re.compile(r"\s*(?::\s|\s[–—-]\s|—|[?!]\s)\s*")
_LEAD = re.compile(
    r"""(?:til|today\si\slearned|how\s(?:(?:not\s)?to|we|i|you|do\s(?:i|you|we))|why|what|when|where|how|part\s\d+|\#\d+
    |(?:an?\s|the\s)?(?:\w+\s)?(?:intro(?:duction)?\sto|guide\s(?:to|for)|case\sstudy\s?(?:of|on)?|story\sof|history\sof)
    |(?:some\s|my\s|\d+\s|\w+\s)?(?:tips|tricks|ways|reasons|steps|notes|thoughts|ideas|lessons|things)\s(?:for|to|on|about|from|of)
    |(?:let's\s)?talk\sabout|stop\susing|stop|announcing|introducing|meet|expanding|changes\sto|on|about)\b(?!['’])[\s:,]*""",
    re.IGNORECASE | re.VERBOSE,
)
_FRAME = re.compile(
    r"(?:conclusions?|summary|introduction|overview|background|results?|acknowledge?ments?|references|resources|further"
    r"|next|thanks|special\sthanks|final|stay\stuned|related|about|questions|faq|closing|wrapping|update)\b",
    re.IGNORECASE,
)
"""Headings that every article may have."""
_NUMBERED = re.compile(r"(?:\d+[.)]|\#\d+:?)\s+")
_SPOKEN = re.compile(r"(?:we|i|you|it|they|this|that|he|she|there)\b", re.IGNORECASE)
_CLAUSE = re.compile(
    r".*(?:^|\s)(?:we|i|you|it|they|this|that|is|are|was|were|has|have|had|can|will|should|must|does|did)\s",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?:an?|the|my|our|your|this|these|some)\s", re.IGNORECASE)
_TAIL = re.compile(
    r"\s*(?:\((?:part\s)?[\divx]+\)|[.…?!,;:]+|,?\s(?:and|but|or)\s(?:why|how|what|the\sfix).*)$", re.IGNORECASE
)
_DECORATION = re.compile(r"[^\w\s.,:;'’()&/@#+–—\-?!%°$€£½¼¾⅜⅛⅝⅞×…=<>\[\]{}~^|·»\\]+|[*`\"“”]")
_LAST_TIE = re.compile(
    r"[\s,]+(?:of|in|on|at|by|for|from|to|with|and|or|into|that|which|when|if|as|after|before)(?:\s[^\s]+){0,4}$"
)
_BETWEEN = '.,;:!?()"“”`*\n'
_MOST_WORDS = 12
_RETURNS = 5
"""So many times a name that the title lacks must occur, alone or in a longer one."""
_NAMING = frozenset(("name", "model", "version", "part-number"))
ENOUGH = BROAD_BELOW + 10
"""The narrowness from which a phrase needs no name beside it."""


class Ground:
    """What one article offers for a topic; everything is worked out once, when it is first asked for."""

    def __init__(self, article: Article, contract: Contract, details: Sequence[Detail] | None, language: str) -> None:
        self.article, self.contract = article, contract
        self.details = find_details(article, language) if details is None else details
        self.words: Lexicon | None = lexicon(language)
        self.counts: dict[str, int] = {}
        self.written: dict[str, str] = {}
        """What `count` and `lowered` have found: titles, headings and phrases share their words."""

    @cached_property
    def prose(self) -> str:
        """The running text."""
        return "\n".join([block.plain.text for block in self.article.body.blocks if block.kind in TEXT_KINDS])

    @cached_property
    def headings(self) -> list[str]:
        """The headings, without the title's own."""
        blocks, title = self.article.body.blocks, self.contract.title
        return [block.plain.text for block in blocks if block.kind == "heading" and block.plain.text != title]

    @cached_property
    def text(self) -> str:
        """The running text and the headings."""
        return "\n".join((self.prose, *self.headings))

    @cached_property
    def tokens(self) -> list[str]:
        """The words of the text, in lower case and with straight apostrophes."""
        return self.article.body.small_words + in_small_letters(words_of_each(self.headings))

    @cached_property
    def padded(self) -> str:
        """The text with spaces for all that stands between words, so that ` word` finds a word's beginning."""
        text = f" {self.text} "
        for mark in _BETWEEN:
            text = text.replace(mark, " ")
        return text

    def taken_up(self, phrase: str) -> Iterator[int]:
        """How often the text has each content word of a phrase, in any form."""
        small = self.words.function_words if self.words else frozenset[str]()
        return (self.count(word) for word in WORD.findall(phrase.lower()) if word not in small)

    def count(self, word: str) -> int:
        """How often the text has a word, in any form."""
        times = self.counts.get(word)
        if times is None:
            root, text = stem(word), self.lowered_text
            if len(root) > 3:
                times = text.count(f" {root}")
                if not word.startswith(root):
                    times = max(times, text.count(f" {word}"))
            else:
                times = max([text.count(f" {form} ") + text.count(f" {form}s ") for form in {word, root}])
            self.counts[word] = times
        return times

    @cached_property
    def lowered_text(self) -> str:
        """`padded` in lower case."""
        return self.padded.lower()

    def stems(self, phrase: str) -> tuple[str, ...]:
        """The stems of a phrase's content words."""
        small = self.words.function_words if self.words else frozenset[str]()
        return tuple(stem(word) for word in WORD.findall(phrase.lower()) if word not in small)

    @cached_property
    def subject(self) -> str:
        """The cleaned title, else what the text returns to most."""
        parts = self.title_parts
        best = parts[0] if len(parts) == 1 else max(parts, key=self.worth, default="")
        if best and self.carried(best) and not _SPOKEN.match(best):
            return best
        repeated = next(iter(self.repeated), ("", 0.0))[0]
        return repeated if repeated and narrowness(repeated).value > narrowness(best).value else best

    @cached_property
    def title_parts(self) -> list[str]:
        """The title, and the parts before and after a colon or dash, each cleaned."""
        title = _shown(self.contract.title)
        parts = _PARTS.split(title)
        if len(parts) == 2 and len(title.split()) <= _MOST_WORDS and self.is_short_name(parts[0]):
            parts = []  # a name and what it is belong together
        cleaned = [self.cleaned(part) for part in dict.fromkeys((title, *parts)) if WORD.search(part)]
        return [part for part in cleaned if part]

    def is_short_name(self, part: str) -> bool:
        """Whether what stands before a colon or dash can be a name: short, of three words also narrow."""
        length = len(part.split())
        return length <= 2 or (length == 3 and self.words is not None and narrowness(part).value >= ENOUGH - 5)

    def cleaned(self, phrase: str) -> str:
        """A phrase without what leads up to its subject; ordinary words in lower case."""
        return self.spoken(self.bared(phrase))

    def bared(self, phrase: str) -> str:
        """A phrase without what leads up to its subject."""
        phrase = _NUMBERED.sub("", phrase.strip(" .,:;–—-'"), count=1)
        if self.words is None:
            return phrase
        for _ in range(2):
            lead = _LEAD.match(phrase)
            if lead and len(self.stems(phrase[lead.end() :])) > 0:
                phrase = phrase[lead.end() :]
        phrase = _TAIL.sub("", _ARTICLE.sub("", phrase, count=1) if _ARTICLE.match(phrase) else phrase)
        if len(phrase.split()) > _MOST_WORDS:  # cut before the words that tie on what is lost
            phrase = _LAST_TIE.sub("", " ".join(phrase.split()[:_MOST_WORDS]))
        return phrase.strip()

    def spoken(self, phrase: str) -> str:
        """A phrase with its ordinary words in lower case."""
        if self.words is None:
            return phrase
        return WORD.sub(lambda match: self.lowered(match[0]), phrase)

    def lowered(self, word: str) -> str:
        """A word in lower case where the text writes it so, or where it is ordinary and no name of the text."""
        if "-" in word:
            return "-".join(map(self.lowered, word.split("-")))
        if not word[:1].isupper() or word[1:].lower() != word[1:] or (len(word) == 1 and word != "A"):
            return word
        if word not in self.written:
            self.written[word] = self.as_written(word)
        return self.written[word]

    def as_written(self, word: str) -> str:
        """A word with a capital, as the text writes it most."""
        assert self.words is not None
        small, named = word.lower(), self.prose.count(f" {word}")
        if named:
            named -= self.prose.count(f". {word}")
        if named:
            return small if self.padded.count(f" {small} ") >= named else word
        ordinary = self.words.is_common(small) or self.words.is_common(small.removesuffix("s"))
        return small if ordinary or f" {small} " in self.padded else word

    def worth(self, phrase: str) -> float:
        """How good a topic a part of the title makes: narrow, and carried by the text."""
        counts = list(self.taken_up(phrase))
        if not counts:
            return -1.0
        carried = sum(count > 0 for count in counts) / len(counts)
        told = 0.7 if _CLAUSE.match(phrase) else 1.0
        return told * carried * (narrowness(phrase).value if self.words else 10 * len(counts)) + 2 * min(
            len(counts), 5
        )

    def carried(self, phrase: str) -> bool:
        """Whether the text takes up at least one of the phrase's telling words."""
        there = 0
        for times in self.taken_up(phrase):
            there += min(times, 2)
            if there >= 2:
                return True
        return False

    @cached_property
    def repeated(self) -> list[tuple[str, float]]:
        """Phrases of two or three words that return, with a bonus for how often; the most telling first."""
        words = self.words
        if words is None:
            return []
        found: list[tuple[float, str]] = []
        lowered = self.text.replace("İ", "I").lower().replace("’", "'")
        for gram, often in _grams_that_return(self.tokens, words):
            if not _is_noun_phrase(gram, words):
                continue
            phrase = " ".join(gram)
            at = lowered.find(phrase)
            if at >= 0:
                telling = sum([words.rarity.get(word, RAREST) for word in gram]) / len(gram)
                weight = min(often, 6) * telling * (1.3 if len(gram) == 3 else 1)
                found.append((weight, self.text[at : at + len(phrase)]))
        best = sorted(found, key=lambda item: (-item[0], item[1]))[:8]
        return [(self.spoken(phrase), min(weight / 20, 15.0)) for weight, phrase in best]

    def names_a_thing(self, phrase: str) -> bool:
        """Whether a heading can stand as a topic: no clause, no request, a noun or a name last."""
        first, last = phrase.split()[0].lower(), WORD.findall(phrase.lower())[-1]
        assert self.words is not None
        return (
            not _CLAUSE.match(phrase)
            and first not in self.words.function_words
            and self.words.breadth.get(first) != VERB
            and not _FRAME.match(phrase)
            and (not self.words.is_common(last) or self.words.breadth.get(last, -2) >= 0)
        )

    @cached_property
    def name(self) -> str:
        """The name, model or part that the article returns to; empty where there is none."""
        named = Counter([detail.text for detail in self.details if detail.kind in _NAMING])
        authors = {part for author in self.contract.authors for part in author.split()}
        found = {
            text: times
            for text, times in named.items()
            if 2 < len(text) < 40 and authors.isdisjoint(text.split()) and self.telling(text)
        }
        title = self.contract.title
        best, best_weight = "", 0.0
        for text, alone in found.items():
            often = alone + sum([times for other, times in found.items() if text in other and other != text])
            if often >= _RETURNS or text in title:
                weight = often * (self.rarest(text) + 10) * (2 if text in title else 1) * (1.2 if " " in text else 1)
                if weight > best_weight:
                    best, best_weight = text, weight
        return best

    def rarest(self, name: str) -> int:
        """How rare the rarest word of a name is."""
        if self.words is None:
            return RAREST
        return max([self.words.rarity.get(word.lower(), RAREST) for word in WORD.findall(name)], default=0)

    def telling(self, name: str) -> bool:
        """Whether a name is more than an ordinary word with a capital."""
        return self.words is None or not name.isalpha() or name.isupper() or not self.words.is_common(name.lower())

    def with_name(self, phrase: str) -> str:
        """A broad phrase joined with the article's name; a narrow one as it is."""
        words = self.words
        if words is None or phrase.split()[0].endswith("ing") or not all(map(words.is_common, WORD.findall(phrase))):
            return phrase
        value = narrowness(phrase).value
        if value >= ENOUGH or not self.name or not set(self.stems(self.name)).isdisjoint(self.stems(phrase)):
            return phrase
        joined = f"{self.name} {phrase}"
        fits = len(joined.split()) <= _MOST_WORDS // 2
        return joined if fits and narrowness(joined).value > value else phrase

    def around(self, stated: str) -> set[str]:
        """The stems of the topic, the title and the article's name: a narrower topic shares one."""
        return {*self.stems(stated), *self.stems(self.contract.title), *self.stems(self.name)}

    def candidates(self) -> Iterator[tuple[str, float]]:
        """Phrases that might be the topic, each with what its place is worth."""
        for part in self.title_parts:
            yield self.with_name(part), 20.0
        for heading in self.headings:
            phrase = self.bared(_shown(heading))
            if len(self.stems(phrase)) > 1 and self.names_a_thing(phrase) and self.carried(phrase):
                yield self.spoken(phrase), 8.0
        for phrase, bonus in self.repeated:
            yield self.with_name(phrase), bonus


def _shown(title: str) -> str:
    """A title or heading without decoration and without the site's name."""
    return _SITE.sub("", " ".join(_DECORATION.sub(" ", title).split()))


def _grams_that_return(tokens: list[str], words: Lexicon) -> Iterator[tuple[tuple[str, ...], int]]:
    """Three and two words in a row that occur at least twice, none of them small, vague, a number or only a verb."""
    counts = Counter(tokens)
    small, vague, breadth = words.function_words, words.broad_words, words.breadth
    usable = {
        word
        for word, often in counts.items()
        if often > 1 and word not in small and word not in vague and breadth.get(word) != VERB and not word.isdigit()
    }
    # Only where two usable words stand in a row can a gram begin: so few are made at all.
    flags = [word in usable for word in tokens]
    starts = list(compress(count(), map(and_, flags, flags[1:])))
    flags += (False, False)
    pairs = Counter([(tokens[at], tokens[at + 1]) for at in starts])
    triples = Counter([(tokens[at], tokens[at + 1], tokens[at + 2]) for at in starts if flags[at + 2]])
    yield from ((gram, often) for grams in (triples, pairs) for gram, often in grams.items() if often > 1)


def _is_noun_phrase(gram: tuple[str, ...], words: Lexicon) -> bool:
    """Whether usable words can be a phrase that names a thing: a noun or a name last, one of them rare."""
    return (
        words.breadth.get(gram[-1], NAME) not in (NO_NOUN, VERB)
        and not gram[-1].endswith(("ed", "ing", "ly"))
        and len(set(gram)) == len(gram)
        and max([words.rarity.get(word, RAREST) for word in gram]) >= 20
    )
