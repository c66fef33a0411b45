"""An article's assessment -> its share kit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_focus.judge.assessment import Assessment
from mkdocs_focus.settings import Settings
from mkdocs_focus.share.choose import Candidate, choose, shared, words_of
from mkdocs_focus.share.hashtags import hashtags_for
from mkdocs_focus.share.kit import Kit, Lead, Network, Origin, Post
from mkdocs_focus.share.platforms import LIMITS, keep_from_linking, length_on
from mkdocs_focus.share.rendering import render
from mkdocs_focus.share.story import tell
from mkdocs_focus.share.subject import Subject, subject_of
from mkdocs_focus.share.wording import wording
from mkdocs_focus.text.position import Span

VARIANTS = 3
"""Posts for X for one article, at most."""
LEAST = -0.3
"""A passage that scores less leads no post: better none than filler."""
FALL, FLOOR = 1.0, 0.5
"""A further variant is not worth sending that scores so much less than the first chosen one, or less than this."""


def make_kit(assessment: Assessment, settings: Settings) -> Kit:
    """The posts for sharing an article, or why there are none.

    The author's own texts are kept as they are. Without them posts lead with `details:`, then with passages chosen
    from the article; a generic article gets none, because there is nothing in it that anyone would pass on.
    """
    contract = assessment.contract
    uid = contract.share.uid or assessment.article.uid
    if contract.excluded:
        return Kit(uid, (), "the page is taken out by `focus: false`")
    if contract.share.skip:
        return Kit(uid, (), "`share.skip` is set")
    maker = _Maker(assessment, settings)
    posts: list[Post] = []
    for network in ("twitter", "facebook"):
        if network in settings.networks:
            posts += maker.posts(network)
    return Kit(uid, tuple(posts), "" if posts else maker.reason())


@dataclass(frozen=True, slots=True)
class _Passage:
    """What leads a post, before it is fitted to a network."""

    text: str
    lead: Lead
    origin: Origin
    names_topic: bool
    """Else the topic has to stand beside it."""
    candidate: Candidate | None = None


class _Maker:
    """One article's posts; holds what their making shares."""

    def __init__(self, assessment: Assessment, settings: Settings) -> None:
        self.assessment, self.settings = assessment, settings
        self.contract = assessment.contract
        self.link = assessment.article.url or ""
        self.subject: Subject = subject_of(assessment)
        self.wording = wording(settings.language)
        self.hashtags = hashtags_for(assessment)
        self._passages: list[_Passage] | None = None

    def reason(self) -> str:
        """Why there are no posts."""
        if self.assessment.verdict == "generic":
            return "the article is generic: it holds no detail that anyone would pass on"
        return "no sentence of the article carries a concrete detail and stands alone"

    def posts(self, network: Network) -> list[Post]:
        own = self.contract.share.twitter if network == "twitter" else self.contract.share.facebook
        if own:
            return [self.authors(network, variant, text) for variant, text in enumerate(own, 1)]
        return list(self.for_twitter() if network == "twitter" else self.for_facebook())

    def authors(self, network: Network, variant: int, text: str) -> Post:
        """The author's own text, with the link where it does not hold it already."""
        text = text.strip()
        if self.link and self.link not in text:
            text = f"{text}\n\n{self.link}"
        link = self.link if text.endswith(self.link) else ""
        span = self.assessment.article.front.value("share", network)
        lead = Lead(text.removesuffix(link).rstrip(), span) if span else None
        return Post(network, variant, text, link, length_on(network, text), lead, "author")

    @property
    def passages(self) -> list[_Passage]:
        """What could lead posts, best first: the author's details, then chosen passages."""
        if self._passages is None:
            self._passages = list(self._details())
            if self.assessment.verdict != "generic":
                self._passages += self._chosen()
        return self._passages

    def _details(self) -> Iterator[_Passage]:
        article = self.assessment.article
        for index, text in enumerate(self.contract.details):
            span = article.front.value("details", index) or article.front.value("details") or Span(0, 0)
            text = " ".join(text.split())
            finished = text if text[-1] in ".!?…”\"'" else f"{text}."
            yield _Passage(finished, Lead(text, span), "details", self.subject.named_in(text))

    def _chosen(self) -> Iterator[_Passage]:
        for candidate in choose(self.assessment, self.subject, self.wording):
            if candidate.score < LEAST:
                return
            lead = Lead(candidate.text, candidate.span)
            yield _Passage(candidate.text, lead, "chosen", candidate.names_topic, candidate)

    def for_twitter(self) -> Iterator[Post]:
        variants: list[frozenset[str]] = []
        used: set[int] = set()
        best: float | None = None
        for passage in self.passages:
            if len(variants) == VARIANTS:
                return
            if passage.candidate:
                best = passage.candidate.score if best is None else best
                if variants and passage.candidate.score < max(best - FALL, FLOOR):
                    return
            if passage.candidate and not used.isdisjoint(passage.candidate.sentences):
                continue
            post = self.fitted(passage, len(variants) + 1)
            if post is None:
                continue
            words = words_of(post.message)
            if any(shared(words, other) >= 0.5 for other in variants):
                continue
            variants.append(words)
            if passage.candidate:
                used.update(passage.candidate.sentences)
            yield post

    def fitted(self, passage: _Passage, variant: int) -> Post | None:
        """The passage as a post for X, without hashtags where they do not fit; None where it is too long."""
        for hashtags in (self.hashtags, ()) if self.hashtags else ((),):
            text = self.rendered("twitter", passage.text, passage.names_topic, hashtags=hashtags)
            length = length_on("twitter", text)
            if length <= LIMITS["twitter"]:
                return Post("twitter", variant, text, self.link, length, passage.lead, passage.origin)
        return None

    def for_facebook(self) -> Iterator[Post]:
        candidates = [p.candidate for p in self.passages if p.candidate]
        for passage in self.passages[:1]:
            told = tell(self.assessment, self.wording, passage.candidate, passage.text, candidates)
            names_topic = self.subject.named_in(told[: LIMITS["twitter"]])
            text = self.rendered("facebook", told, names_topic, audience=self.audience(), hashtags=self.hashtags)
            yield Post("facebook", 1, text, self.link, len(text), passage.lead, passage.origin)

    def audience(self) -> str:
        """Whom the article is for, where it goes on after "For"."""
        text = (self.contract.audience or "").strip().rstrip(".")
        words = text.split()
        return text if 1 < len(words) <= 14 and words[0].lower() not in ("for", "if", "you", "to") else ""

    def rendered(
        self, network: Network, text: str, names_topic: bool, *, audience: str = "", hashtags: tuple[str, ...] = ()
    ) -> str:
        values = {
            "text": text,
            "topic": "" if names_topic else self.subject.before,
            "headline": "" if names_topic else self.subject.after,
            "title": self.contract.title,
            "audience": audience,
        }
        if network == "twitter":
            values = {name: keep_from_linking(value) for name, value in values.items()}
        return render(network, self.settings.templates, link=self.link, hashtags=hashtags, **values)
