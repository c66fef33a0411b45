"""Whether a post says only what its article says: each number, date, name and quotation must stand there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_focus.contract.reading import Contract
from mkdocs_focus.judge.words import lexicon
from mkdocs_focus.text.article import Article
from mkdocs_focus.text.sentences import split_sentences

_LEFT_OUT = re.compile(r"https?://\S+|www\.\S+|(?<!\w)[#@＃＠][\w-]+")
"""Links, hashtags and accounts claim nothing."""
_NUMBER = re.compile(r"\d+(?:[.,:/⁄-]\d+)*|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]")
_NAME = re.compile(r"[^\W_]*[A-ZÀ-ÖØ-Þ][\w]*(?:[-/.+&][\w]+|['’](?!s\b)[\w]+)*[+#]*")
_QUOTATION = re.compile(
    r"“([^“”]{8,})”|(?<![^\s(—–])\"(?=\S)([^\"\n]{8,300})\"(?!\w)|«([^«»]{8,})»|„([^„“”]{8,})[“”]"
)
_WORD = re.compile(r"[^\W_]+")
_GROUPED = re.compile(r"(?<![\w.,])\d{1,3}(?:[,\u202f\u00a0' ]\d{3})+(?!\w)")
_MARK = re.compile(r"[^\d]")
_NEVER_NAMES = frozenset("I I'm I've I'd I'll OK A".split())  # noqa: SIM905
_SPELLED = {
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "ten": "10", "eleven": "11", "twelve": "12", "twenty": "20", "thirty": "30", "forty": "40", "fifty": "50",
    "hundred": "100",
}  # fmt: skip


def unsupported(text: str, article: Article, contract: Contract) -> list[tuple[str, int, int]]:
    """The claims of a text that its article does not make: the words, and where they begin and end in the text.

    The article's body, code and tables included, counts as said, and of its front matter all but the posts.
    """
    said = _Said(article, contract)
    bare = _LEFT_OUT.sub(lambda match: " " * len(match[0]), text)
    quoted = [m.span() for m in _QUOTATION.finditer(bare) if not said.phrase(next(g for g in m.groups() if g))]
    others = [
        (start, end) for start, end in _claims(bare, said) if not any(first <= start < last for first, last in quoted)
    ]
    return [(text[start:end], start, end) for start, end in sorted(quoted + others)]


def _claims(text: str, said: _Said) -> Iterator[tuple[int, int]]:
    """The numbers and names of a text that are not said."""
    for match in _NUMBER.finditer(text):
        if not said.number(match[0]):
            yield match.span()
    starts = {start for start, _ in split_sentences(text)}
    for match in _NAME.finditer(text):
        name = match[0].replace("’", "'")
        if name in _NEVER_NAMES or (name[0].isdigit() and not any(c.isalpha() for c in name[1:])):
            continue
        first = match.start() in starts or not text[: match.start()].strip("\"'“‘(«„ ")
        if (first or text[max(match.start() - 2, 0) : match.start()] in (": ", "– ", "— ")) and _is_common(name):
            continue
        if not said.name(name):
            yield match.span()


def _is_common(name: str) -> bool:
    """Whether a capitalised word at a sentence's start is an ordinary one."""
    words = lexicon("en")
    return name[1:].islower() and words is not None and words.is_common(name.lower().removesuffix("'s"))


class _Said:
    """What the article says, ready to be asked."""

    def __init__(self, article: Article, contract: Contract) -> None:
        body = [block.text for block in article.body.blocks]
        front = [
            contract.title,
            contract.topic or "",
            contract.description,
            contract.audience or "",
            *contract.details,
        ]
        front += [*contract.tags, *contract.authors, contract.share.image_alt or ""]
        if contract.date:
            front += [contract.date.isoformat(), contract.date.strftime("%B %Y"), str(contract.date.day)]
        text = "\n".join([*front, *body, article.text[article.front.body :]])
        self.text = _plain(text)
        self.words = frozenset(_WORD.findall(self.text))
        self.numbers = frozenset(_NUMBER.findall(self.text))

    def number(self, number: str) -> bool:
        """Whether a number stands there, written with or without thousands' marks, in digits or in words."""
        number = _ungrouped(number)
        if number in self.numbers:
            return True
        if any(value == number and word in self.words for word, value in _SPELLED.items()):
            return True
        # A longer figure or designation may hold it: 1,250.00, '68 in 1968, 302 in 302ci.
        return (
            re.search(rf"(?<![\d.,]){re.escape(number)}(?!\d)|\b(?:19|20){re.escape(number)}\b", self.text)
            is not None
        )

    def name(self, name: str) -> bool:
        """Whether all words of a name stand there."""
        return all(
            word in self.words
            or word.removesuffix("s") in self.words
            or word + "s" in self.words
            or word in self.text
            for word in _WORD.findall(_plain(name))
        )

    def phrase(self, phrase: str) -> bool:
        """Whether a quotation stands there word by word."""
        return " ".join(_WORD.findall(_plain(phrase))) in self.running

    @property
    def running(self) -> str:
        """All words, one space between them."""
        return " ".join(_WORD.findall(self.text))


def _plain(text: str) -> str:
    return _ungrouped(text.lower().replace("’", "'").replace("⁄", "/"))


def _ungrouped(text: str) -> str:
    """A text with 1,250 and 1 250 written 1250."""
    return _GROUPED.sub(lambda match: _MARK.sub("", match[0]), text)
