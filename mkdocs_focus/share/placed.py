"""An article's sentences by their place: what may stand in a post, where the article opens, what stands beside what.

An opening stands right below the title in a post, so it may mean what the title names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from mkdocs_focus.judge.assessment import Assessment
from mkdocs_focus.judge.words import lexicon
from mkdocs_focus.share.colon import MOST_BLOCKS, hands_over
from mkdocs_focus.share.kind import Kind, kind_of
from mkdocs_focus.share.standing import describes, says_something, stands_alone, stands_below
from mkdocs_focus.share.subject import Subject, stems_of
from mkdocs_focus.share.usable import is_caption, opened, usable_text
from mkdocs_focus.share.wording import Wording, plain_words
from mkdocs_focus.text.blocks import Block
from mkdocs_focus.text.position import Span

_OPENING, _SOME_LENGTH = 20, 40
"""Sentences among which the running text begins, and how many characters its first paragraph has."""
NEAR_THE_TOP = 3
"""Sentences that are near an article's top."""
_NO_CAPTION = 6
"""Blanks in a text that is more than a picture's caption."""
_STANDFIRST = 80
"""Characters of an emphasised paragraph that may be an article's standfirst."""
_THE_TWO = re.compile(r"\b(?:[Tt]he|both) ([Tt])wo\b")
_OF_TWO = re.compile(r"\b(?:vs\.?|versus|or|against|and|compared)\s", re.IGNORECASE)
"""How a title names two things that are compared, and how the article calls both."""
_THIS_RELEASE = re.compile(r"\b[Tt]his (?:release|version|update)\b")
_VERSION = re.compile(r"\bv?\d+\.\d+|\bversion \d")
_IS = re.compile(r"(?:,[^,]*,)? is (?:an?|the|our|one of|working|based|responsible)\b")
"""What follows a name where a sentence says who somebody is."""
_PICTURE_MACRO = re.compile(
    r"\{[{%][^{}%]*\b(?:image|img|figure|picture|photo|video)\b[^{}%]*[%}]\}\s*\Z", re.IGNORECASE
)
_LONG_MACRO = 400
"""Characters before a paragraph in which a macro that shows a picture may stand."""
_SAYS_WHAT_OF = 10
"""Blanks in a "here's a trick for …" or "this post explains …" that says what the article tells."""
_PRESENTS = re.compile(
    r"(?:In this|This) (?:(?:blog|short|little|quick) )?(?:post|article|guide|tutorial|story|entry|write-?up|note),? "
    r"(?:(?:I|we)(?:[’']ll| will|[’']m going to| want to)? |will |(?:explain|describ|show|cover|document|tell|walk"
    r"|detail|explor|look|discuss|summari|examin|demonstrat|introduc|compar|outlin|lay|present)\w* |is about )"
)
"""How a sentence begins that says what the article tells."""
_HAS_SINCE = re.compile(r"\b(?:has|have|had|['’](?:ve|d)) since\b(?! then)")
"""What came after something that stands before."""
_BACKGROUND = re.compile(
    r"Since (?:(?:before|about|around|at least|the|the early|the late) )?['’]?\d"
    r"|For (?:(?:many|several|over|more than|the past|the last) )?(?:\w+ )?(?:years|decades|centuries)\b"
    r"|(?:(?:Roughly|About|Almost|Nearly|Over|Just|More than|A few|Several|Many) )?(?:\w+ )?years ago\b|Back in\b"
    r"|(?:Previously|Before this|Formerly|Historically|Traditionally|In the past|Until (?:now|recently))\b"
)
"""How a sentence begins that tells how things were until the news."""
_SERVES = re.compile(
    r"(?:(?:[Bb]est|[Cc]an be|[Tt]o be|[Rr]ecommend) )?[Ss]erv(?:e|ed|es|ing)\b|Makes?\b|Yields?\b|Enough for\b"
)
"""How a word on a dish begins that is for the table."""
_TELLING = 2
"""Telling words that say more of a dish than its name does."""
_ANY_DISH = stems_of(
    "classic delicious simple easy quick basic traditional tasty great nice good amazing perfect homemade recipe dish"
    " food meal favorite favourite best family very original"
)
"""Words that are said of any dish."""
_THIS = re.compile(
    r"\b([Tt])h(?:is|ese)"
    r"(?! (?:is|are|was|were|has|will|can|post|article|guide|tutorial|page|section|series|week|month|year)\b)"
    r"((?: [\w-]+){1,6})"
)
"""A "this" with the words of its noun among those that follow."""


def _same(name: str) -> str:
    """A text in which names are found however they are written: ann-lee, Ann Lee."""
    return name.replace("-", " ").lower()


class Placed:
    """An article's sentences, each read when it is asked for."""

    def __init__(self, assessment: Assessment, subject: Subject, wording: Wording) -> None:
        self.assessment, self.subject, self.wording = assessment, subject, wording
        self.body = assessment.article.body
        self._dull = _dull_sections(assessment, wording)
        self._stems: dict[int, frozenset[str]] = {}
        self._texts: dict[int, str | None] = {}
        self._clear: dict[int, bool] = {}
        self._alone: dict[int, bool] = {}
        self._turns: dict[int, bool] = {}

    @cached_property
    def kind(self) -> Kind:
        """The kind of article they stand in."""
        return kind_of(self.assessment)

    @cached_property
    def opening(self) -> int:
        """The index of the sentence with which the running text begins, after remarks on the text itself."""
        first: int | None = None
        for index in filter(self._runs, range(min(len(self.body.sentences), _OPENING))):
            if not self._is_preface(index):
                return index
            first = index if first is None else first
        return first or 0

    def _is_preface(self, index: int) -> bool:
        """Whether a sentence's paragraph is quoted, or only thanks, calls and says where the text comes from."""
        at = self.body.sentences[index].block
        if self.body.blocks[at].quoted:
            return True
        end = next(
            (i for i in range(index, len(self.body.sentences)) if self.body.sentences[i].block != at), index + 1
        )
        return all(map(self._is_of_the_text, range(index, end)))

    def _is_of_the_text(self, index: int) -> bool:
        text = self.text(index) or self.body.sentences[index].text
        counts = self.wording.count(plain_words(text))
        of_text = counts.get("of the text") and not self.presents(index)
        return self.wording.calls(text) or bool(counts.get("call") or of_text) or self._is_of_an_author(text)

    def _is_of_an_author(self, text: str) -> bool:
        """Whether a sentence says who an author of the article is: Ann Lee is the director of the mill."""
        told = _same(text)
        return any(told.startswith(name) and _IS.match(told, len(name)) is not None for name in self._full_names)

    @cached_property
    def _full_names(self) -> list[str]:
        """The authors' names that have a first name."""
        names = [_same(name).strip() for name in self.assessment.contract.authors]
        return [name for name in names if " " in name]

    def presents(self, index: int) -> bool:
        """Whether a sentence says what the text tells, as above a link it may: "This post explains how I ..."."""
        return _PRESENTS.match(self.body.sentences[index].text) is not None

    def _runs(self, index: int) -> bool:
        """Whether a sentence is running text of some length."""
        sentence, block = self.body.sentences[index], self.block(index)
        if self._is_tagline(index):
            return True
        ends = block.text.rstrip().endswith((".", "!", "?", ":", ")")) or self._is_unstopped_line(index)
        is_set_in = self.assessment.article.text[block.span.start] in " \t"  # in an admonition or a tab
        if block.kind != "paragraph" or is_set_in or len(block.text) < _SOME_LENGTH or not ends:
            return False
        if self._is_below_a_picture(sentence.block) and not says_something(sentence.text, self.wording):
            return False
        return not is_caption(self.assessment, block) or self._is_standfirst(sentence.block)

    def _is_unstopped_line(self, index: int) -> bool:
        """Whether a sentence near the top is a paragraph of its own whose author left out the full stop."""
        sentence, block = self.body.sentences[index], self.block(index)
        is_alone = not sentence.start and sentence.end >= len(block.text.rstrip())
        if index >= NEAR_THE_TOP or block.kind != "paragraph" or not is_alone or not sentence.text[-1].isalnum():
            return False
        words, following = sentence.text.split(), self._following(index)
        is_heading = 2 * sum(word[0].isupper() for word in words) > len(words)
        known = lexicon("en")
        leads_on = (following and following[0].kind == "item") or (
            known and words[-1].lower() in known.function_words
        )
        return (
            len(words) > _NO_CAPTION and not (is_heading or leads_on) and says_something(sentence.text, self.wording)
        )

    def _is_below_a_picture(self, block: int) -> bool:
        """Whether the block before is a picture, or HTML that may show one."""
        before = self.body.blocks[block - 1] if block else None
        return before is not None and (before.kind == "html" or self._shows_a_picture(before))

    def _shows_a_picture(self, block: Block) -> bool:
        """Whether a block holds a picture."""
        is_html = "<img" in self.assessment.article.text[slice(*block.span)]
        return is_html or any(mark.kind == "image" for mark in block.plain.marks)

    def block(self, index: int) -> Block:
        """The block that a sentence stands in."""
        return self.body.blocks[self.body.sentences[index].block]

    def stems(self, index: int) -> frozenset[str]:
        """The stems of a sentence's telling words."""
        if index not in self._stems:
            self._stems[index] = stems_of(self.body.sentences[index].text)
        return self._stems[index]

    def stands_alone(self, index: int) -> bool:
        """Whether a sentence may stand in a post and makes sense without what stands before it."""
        if index not in self._alone:
            self._alone[index] = self._is_clear(index) or self.speaks_of_the_title(index)
        return self._alone[index]

    def _is_clear(self, index: int) -> bool:
        """Whether a sentence makes sense by itself, without the title."""
        if index not in self._clear:
            text = self.text(index)
            self._clear[index] = (
                text is not None
                and not (index != self.opening and _HAS_SINCE.search(text))
                and stands_alone(opened(text, self.wording), self.wording)
            )
        return self._clear[index]

    def speaks_of_the_title(self, index: int) -> bool:
        """Whether it means what the title names: by a "this", or, where it opens the text, without a subject."""
        text = self.text(index)
        if text is None or self._is_clear(index):
            return False
        if text.startswith(("This ", "These ")) and self._shows_a_picture(self.block(index)):
            return False  # these are the innards
        if index != self.opening:
            of_release = self._is_of_a_release and _THIS_RELEASE.search(text) is not None
            of_two = self._is_of_two and _THE_TWO.search(text) is not None
            return (of_release or of_two) and stands_alone(
                _THE_TWO.sub(r"\1wo", _THIS.sub(self._named, text)), self.wording
            )
        if (hands_over(text) or self.presents(index)) and text.count(" ") >= _SAYS_WHAT_OF:
            return True
        if (self._is_tagline(index) or self._lacks_a_verb(text)) and describes(text, self.wording):
            return True
        text = _THIS.sub(self._named, text)
        return stands_alone(text, self.wording) or stands_below(text, self.wording)

    def _lacks_a_verb(self, text: str) -> bool:
        """Whether nothing but a verb is wanting, or none was recognised: in a text that is more than a caption."""
        is_long = text.count(" ") >= _NO_CAPTION
        return is_long and not self.wording.points_back(text) and not says_something(text, self.wording)

    def _named(self, this: re.Match[str]) -> str:
        """A "this" with its noun, as it reads where the title names the noun."""
        is_release = self._is_of_a_release and _THIS_RELEASE.match(this[0]) is not None
        is_named = is_release or not stems_of(this[2]).isdisjoint(stems_of(self.subject.title))
        return f"{this[1]}he{this[2]}" if is_named else this[0]

    @cached_property
    def _is_of_a_release(self) -> bool:
        """Whether the title tells of a version, which the article may call this release."""
        return _VERSION.search(self.subject.title) is not None

    @cached_property
    def _is_of_two(self) -> bool:
        """Whether the title names two things, which the article may call the two."""
        return _OF_TWO.search(self.subject.title) is not None

    def _is_tagline(self, index: int) -> bool:
        """Whether a sentence stands above a recipe, where most say in a few words what dish it is."""
        sentence, block = self.body.sentences[index], self.block(index)
        if self.kind != "recipe" or block.kind != "paragraph" or ":" in sentence.text or sentence.start:
            return False
        if self.holds_link(index) or _SERVES.match(sentence.text):
            return False
        if len(self.stems(index) - stems_of(self.subject.title) - _ANY_DISH) < _TELLING:
            return False
        return all(
            other.kind != "paragraph" or not other.text.strip() for other in self.body.blocks[: sentence.block]
        )

    def text(self, index: int) -> str | None:
        """A sentence's text where its place and its form allow it to stand in a post."""
        if index not in self._texts:
            self._texts[index] = self._read(index)
        return self._texts[index]

    def _read(self, index: int) -> str | None:
        sentence, block = self.body.sentences[index], self.block(index)
        unstopped = block.ordered or self._is_tagline(index) or self._is_unstopped_line(index)
        text = usable_text(sentence, block, self.wording, self._following(index), unstopped=unstopped)
        if text is None or self._dull.get(block.section) == "dull":
            return None
        if is_caption(self.assessment, block) and not (unstopped or self._is_standfirst(sentence.block)):
            return None
        if block.ordered and self._follows_code(sentence.block):
            return None  # an annotation of the code
        return None if self.wording.calls(text) or self._is_of_an_author(text) else text

    def _is_standfirst(self, block: int) -> bool:
        """Whether a block is the emphasised paragraph with which some articles begin, and no picture's caption."""
        before, start = self.body.blocks[:block], self.body.blocks[block].span.start
        source = self.assessment.article.text
        return (
            len(self.body.blocks[block].text) >= _STANDFIRST
            and not source.startswith("<", start)
            and not _PICTURE_MACRO.search(source[max(start - _LONG_MACRO, 0) : start])
            and all(other.kind in ("heading", "paragraph") for other in before[-2:])
            and len(before) < _OPENING
            and not any(mark.kind == "image" for other in before for mark in other.plain.marks)
        )

    def _follows_code(self, block: int) -> bool:
        """Whether a block stands after code, a table or a picture, of which it may speak without naming it."""
        return block > 0 and self.body.blocks[block - 1].kind in ("code", "row", "html")

    def _following(self, index: int) -> Sequence[Block]:
        """The next blocks after a sentence that is the last of its own."""
        block = self.body.sentences[index].block
        last = index + 1 == len(self.body.sentences) or self.body.sentences[index + 1].block != block
        return self.body.blocks[block + 1 : block + 1 + MOST_BLOCKS] if last else ()

    def is_later_step(self, index: int) -> bool:
        """Whether a sentence stands in a list, after its first item."""
        at = self.body.sentences[index].block
        before = self.body.blocks[at - 1] if at else None
        return self.block(index).kind == "item" and before is not None and before.kind == "item"

    def holds_link(self, index: int) -> bool:
        """Whether part of a sentence is a link, which a post does not keep."""
        sentence = self.body.sentences[index]
        return any(
            mark.kind == "link" and sentence.start <= mark.start < sentence.end
            for mark in self.block(index).plain.marks
        )

    def begins(self, index: int) -> bool:
        """Whether a sentence begins a paragraph."""
        return index == 0 or self.block(index - 1) is not self.block(index)

    def opens_a_paragraph(self, index: int) -> bool:
        """Whether a sentence begins a paragraph that goes on after it."""
        return self.begins(index) and self.joined(index) and self.block(index).kind != "item"

    def joined(self, index: int) -> bool:
        """Whether a sentence and the next one stand in the same paragraph, or are steps that follow each other."""
        if index + 1 >= len(self.body.sentences):
            return False
        one, other = self.block(index), self.block(index + 1)
        return one is other or (one.ordered and other.ordered and one.section == other.section)

    def follows(self, index: int) -> bool:
        """Whether a sentence and the next one may be told together: joined, or paragraphs that follow each other."""
        if index + 1 >= len(self.body.sentences) or self.joined(index):
            return index + 1 < len(self.body.sentences)
        before, after = self.block(index), self.block(index + 1)
        between = self.body.blocks[self.body.sentences[index].block + 1 : self.body.sentences[index + 1].block]
        next_to = all(block.kind == "html" and block.text.lstrip().startswith("<!--") for block in between)
        return next_to and before.section == after.section and "item" not in (before.kind, after.kind)

    def is_background(self, index: int) -> bool:
        """Whether a sentence tells how things were until the news."""
        return _BACKGROUND.match(self.body.sentences[index].text) is not None

    def turns(self, index: int) -> bool:
        """Whether a sentence takes back or turns what stands before it in its section, or comes after background."""
        if index not in self._turns:
            inside = 0 < index < len(self.body.sentences)
            goes_on = inside and self.block(index - 1).section == self.block(index).section
            turns = self.wording.turns(self.body.sentences[index].text) if goes_on else False
            self._turns[index] = turns or (goes_on and self.is_background(index - 1))
        return self._turns[index]

    def span(self, run: range) -> Span:
        """The source range of sentences that follow each other."""
        first, last = self.body.sentences[run.start], self.body.sentences[run.stop - 1]
        return Span(self.body.sentence_span(first).start, self.body.sentence_span(last).end)


def _dull_sections(assessment: Assessment, wording: Wording) -> dict[int, str]:
    """The sections that hold no leads (thanks, references), and those that seldom do (the old state)."""
    body = assessment.article.body
    found: dict[int, str] = {}
    for index, section in enumerate(body.sections):
        if section.heading is not None and index:
            counts = wording.count(plain_words(body.blocks[section.heading].text))
            if counts.get("dull headings"):
                found[index] = "dull"
            elif counts.get("old headings"):
                found[index] = "old"
    return found
