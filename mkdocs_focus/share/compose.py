"""An article's assessment -> its share kit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from mkdocs_focus.judge.assessment import Assessment
from mkdocs_focus.settings import Settings
from mkdocs_focus.share.choose import NAMES, choose, shared, words_of
from mkdocs_focus.share.hashtags import hashtags_for
from mkdocs_focus.share.kit import NETWORKS, Kit, Lead, Network, Origin, Post
from mkdocs_focus.share.leaning import relies_on
from mkdocs_focus.share.naming import headline
from mkdocs_focus.share.passages import Passage, passages
from mkdocs_focus.share.platforms import LIMITS, keep_from_linking, length_on
from mkdocs_focus.share.rendering import render
from mkdocs_focus.share.sentences import Sentences
from mkdocs_focus.share.story import grown, paragraphs, reached, tell, told_on
from mkdocs_focus.share.subject import Naming, subject_of
from mkdocs_focus.share.wording import plain_words, wording
from mkdocs_focus.text.position import Span

VARIANTS = 3
"""Posts for X for one article, at most."""
LEAST = 2.6
"""The least score of a passage that leads a post: more than one of two strict readers would post it. Better none than
filler."""
LEAST_ALONE = -2.2
"""The least score where there would be no post at all."""
SURE = 3.4
"""The least score where it is not clear that the article has anything to pass on: its verdict is `mixed`."""
OPENS = 1.0
"""What a further variant needs more that begins the article: it need not tell what that is about any more."""
BEGINS = 1.4
"""The least score of what begins the story for Facebook, where X would get nothing else."""
FALL, FALL_OF_SCENES = 1.0, 2.5
"""The first chosen passage makes way for one that scores at most so much less but has room for its headline; one that
makes little sense without it makes way sooner."""
ROOM = 252
"""Characters of a headline and a passage on X, beside a link."""
MOST_SHARED = 0.5
"""Variants share less of the shorter one's words."""


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
    posts = {network: maker.posts(network) for network in NETWORKS if network in settings.networks}
    found = tuple(post for of_network in posts.values() for post in of_network)
    return Kit(uid, found, maker.reason(found))


class _Maker:
    """One article's posts; holds what their making shares."""

    def __init__(self, assessment: Assessment, settings: Settings) -> None:
        self.assessment, self.settings = assessment, settings
        self.contract = assessment.contract
        self.link = assessment.article.url or ""
        self.subject = subject_of(assessment)
        self.sentences = Sentences(assessment, self.subject, wording(assessment.language))

    def reason(self, posts: Sequence[Post]) -> str:
        """Why a network has no post, or both only the title."""
        if not posts and self.assessment.verdict == "generic":
            return "the article is generic: it holds no detail that anyone would pass on"
        if not posts:
            return "no sentence of the article carries a concrete detail and stands alone"
        if all(post.lead and post.lead.span == self.contract.title_span for post in posts):
            return "no passage is sure to stand alone, so the title goes out; say under `details:` what should lead"
        if {post.network for post in posts} < {network for network in NETWORKS if network in self.settings.networks}:
            return "no passage is sure to stand alone there; say under `details:` what should lead"
        return ""

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

    @cached_property
    def details(self) -> list[Passage]:
        """What the author most wants shared, in the author's order."""
        article = self.assessment.article
        end = len(article.body.sentences)
        found = []
        for index, text in enumerate(self.contract.details):
            span = article.front.value("details", index) or article.front.value("details") or Span(0, 0)
            text = " ".join(text.split())
            text = text if text[-1] in ".!?…”\"'" else f"{text}."
            found.append(Passage(text, range(end, end), 0.0, self.subject.naming(text), concrete=True, span=span))
        return found

    @cached_property
    def passages(self) -> list[Passage]:
        """What posts may be made of."""
        found = passages(self.sentences) if self.assessment.verdict != "generic" else []
        return [one for one in found if not one.below_title or headline(self.sentences, one.text, needed=True)]

    @cached_property
    def leads(self) -> list[Passage]:
        """What could lead a post on X, best first."""
        return choose(self.passages, self.sentences) if self.assessment.verdict != "generic" else []

    @cached_property
    def story(self) -> Passage | None:
        """What could be told on Facebook."""
        lead = self.leads[0].sentences if self.leads else range(0)
        story = tell(self.passages, lead, self.sentences.opening)
        return reached(self.sentences, story) if story else None

    @cached_property
    def least(self) -> float:
        """The score that a passage needs; where none has it, the best alone is sent, unless it is hopeless."""
        if self.assessment.verdict == "mixed":
            return SURE
        scores = [one.score for one in (*self.leads, self.story) if one]
        return min(LEAST, max([LEAST_ALONE, *scores]))

    @cached_property
    def chosen(self) -> list[Passage]:
        """The passages that are good enough for X, best first."""
        sure = self.assessment.verdict != "mixed"
        return [found for found in self.leads if found.score >= self.least and (found.concrete or sure)]

    @property
    def in_turn(self) -> list[Passage]:
        """The same, but first the best that has room for the headline it needs, where that is nearly as good."""
        for passage in self.chosen:
            above = self.above(passage)
            if passage.score < self.chosen[0].score - (FALL_OF_SCENES if self.chosen[0].is_scene else FALL):
                break
            if not above or len(above) + len(passage.text) <= ROOM:
                return [passage, *[other for other in self.chosen if other is not passage]]
        return self.chosen

    @property
    def short(self) -> list[Passage]:
        """What could be sent on X where nothing is chosen, or nothing that fits: how a story begins, for one."""
        if self.assessment.verdict == "mixed":
            return []
        rest = [found for found in self.leads if found.score < self.least]
        if self.chosen or self.story is None or self.story.score < self.least:
            return [one for one in rest if one.score >= NAMES] if self.chosen else []
        start = self.story.sentences.start
        return [one for one in rest if one.score >= BEGINS and one.sentences and one.sentences.start == start]

    def for_twitter(self) -> Iterator[Post]:
        variants: list[frozenset[str]] = []
        used: set[int] = set()
        for passage in [*self.details, *self.in_turn, *self.short]:
            origin: Origin = "details" if passage in self.details else "chosen"
            if len(variants) == VARIANTS:
                return
            if not used.isdisjoint(passage.sentences):
                continue
            if variants and origin == "chosen" and not self.is_find(passage):
                continue
            written = passage._replace(text=paragraphs(self.sentences, passage.sentences) or passage.text)
            for text in self.named(written, first=not variants):
                post = self.fitted(text, self.lead(passage), origin, len(variants) + 1)
                words = words_of(post.message) if post else frozenset[str]()
                if post and all(shared(words, other) < MOST_SHARED for other in variants):
                    variants.append(words)
                    used.update(passage.sentences)
                    yield post
                    break

    def is_find(self, passage: Passage) -> bool:
        """Whether a passage is worth a further variant."""
        opens = passage.sentences.start == self.sentences.opening
        return passage.concrete and passage.find > 0 and passage.score >= LEAST + OPENS * opens

    def named(self, passage: Passage, *, first: bool) -> Iterator[str]:
        """The passage in words that name its topic; the best way first.

        It has the headline above it where it needs one, the author's own details where they don't name the topic.
        Where that is too long one word of the topic is enough, but for a further variant that leans on the title.
        """
        enough, is_own = self.names_enough(passage.naming), passage in self.details
        above, leans = "", not is_own and not first and self.leans(passage)
        if not (is_own and enough):
            above = self.above(passage)
        if above:
            yield f"{above}\n\n{passage.text}"
        if (
            not (above and leans)
            and not passage.below_title
            and (enough or self.subject.overlap(plain_words(passage.text)))
        ):
            yield passage.text

    def above(self, passage: Passage, text: str = "") -> str:
        """The headline above a passage, or above what it has grown to; a scene and an article's middle need one."""
        is_later = bool(passage.sentences) and passage.sentences.start != self.sentences.opening
        needed = passage.below_title or passage.is_scene or (is_later and passage not in self.details)
        return headline(self.sentences, text or passage.text, needed=needed)

    def leans(self, passage: Passage) -> bool:
        """Whether a passage speaks of something as known that the title tells, or that only the article does."""
        first = self.sentences[passage.sentences.start] if passage.sentences else None
        leans = first is not None and bool(first.leans)
        return leans or passage.below_title or relies_on(passage.text, self.subject.stems)

    def lead(self, passage: Passage) -> Lead:
        """A passage with its place in the source."""
        return Lead(passage.text, passage.span or self.sentences.span(passage.sentences))

    def names_enough(self, naming: Naming) -> bool:
        """Whether a text needs nothing before it to name the topic: of a recipe's steps each could be any other's."""
        return naming == "well" or (naming == "in part" and self.sentences.kind != "recipe")

    def fitted(self, text: str, lead: Lead, origin: Origin, variant: int) -> Post | None:
        """The post for X, without hashtags where they do not fit; None where it is too long."""
        for hashtags in dict.fromkeys((hashtags_for(self.assessment, text), ())):
            post = self.rendered("twitter", text, hashtags=hashtags)
            length = length_on("twitter", post)
            if length <= LIMITS["twitter"]:
                return Post("twitter", variant, post, self.link, length, lead, origin)
        return None

    def for_facebook(self) -> Iterator[Post]:
        origin: Origin = "details" if self.details else "chosen"
        if self.details:
            lead = self.details[0]
            text = grown(self.sentences, lead.text, self.passages)
        else:
            first = next(iter(self.in_turn), None)
            told = self.story if self.story and self.story.score >= self.least else first
            if told is None:
                return
            lead, text = told, told_on(self.sentences, told, self.passages) if told.sentences else told.text
            if first and first.span and first.score > told.score:  # the description leads here too
                lead, text = first, grown(self.sentences, first.text, self.passages)
        above = self.above(lead, text)
        if above and not (self.details and self.names_enough(self.subject.naming(text))):
            text = f"{above}\n\n{text}"
        hashtags = hashtags_for(self.assessment, text, "facebook")
        post = self.rendered("facebook", text, audience=self.audience(), hashtags=hashtags)
        yield Post("facebook", 1, post, self.link, len(post), self.lead(lead), origin)

    def audience(self) -> str:
        """Whom the article is for, where it goes on after "For"."""
        text = (self.contract.audience or "").strip().rstrip(".")
        words = text.split()
        return text if 1 < len(words) <= 14 and words[0].lower() not in ("for", "if", "you", "to") else ""

    def rendered(self, network: Network, text: str, *, audience: str = "", hashtags: tuple[str, ...] = ()) -> str:
        values = {"text": text, "topic": self.subject.topic, "title": self.contract.title, "audience": audience}
        if network == "twitter":
            values = {name: keep_from_linking(value) for name, value in values.items()}
        return render(network, self.settings.templates, link=self.link, hashtags=hashtags, **values)
