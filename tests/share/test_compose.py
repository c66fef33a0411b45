"""Kits: what stands in the posts of an article."""

from dataclasses import replace

import pytest

from mkdocs_focus.contract.reading import read_contract
from mkdocs_focus.judge.assess import assess
from mkdocs_focus.settings import Settings
from mkdocs_focus.share.compose import make_kit
from mkdocs_focus.share.kit import Kit
from mkdocs_focus.text.article import read_article

URL = "https://example.org/blog/bellows/"
BODY = """
# Patching the bellows of a 1908 parlour organ

Our parlour organ is a Mason & Hamlin from 1908 and it came to us from a chapel.

The bellows leaked so badly that the low reeds went silent after four bars. I glued the first patch with contact
cement, but the rubber cloth peeled off within a week because the old hide glue under it was still damp.

## The second try

Hot hide glue at 60 °C held where contact cement had failed. I scraped the pine boards bare with a card scraper, let
them dry for two days beside the stove and clamped the new cloth under a sheet of waxed paper.

With the patch dry, the reservoir now keeps its wind for 48 seconds instead of 9. The swell shades still rattle when
the octave coupler is drawn, and for that I have found no cure.
"""


def kit(body: str = BODY, front: str = "", url: str | None = URL, settings: Settings | None = None, **changes) -> Kit:
    text = f"---\ntitle: Patching the bellows of a 1908 parlour organ\n{front}---\n{body}"
    article = read_article(text, "blog/bellows.md", url=url)
    assessment = assess(article, read_contract(article))
    return make_kit(replace(assessment, **{"verdict": "deep", **changes}), settings or Settings())


def test_a_post_for_x_and_one_for_facebook():
    posts = kit().posts
    assert [(post.network, post.variant) for post in posts] == [("twitter", 1), ("twitter", 2), ("facebook", 1)]
    assert all(post.text.endswith(f"\n\n{URL}") and post.link == URL for post in posts)
    assert all(post.length <= 280 for post in posts if post.network == "twitter")


def test_posts_say_the_article_s_sentences():
    for post in kit().posts:
        if post.network == "twitter":
            assert post.lead
            assert " ".join(BODY.split()).count(post.lead.text) == 1


def test_the_lead_s_place_is_in_the_source():
    text = f"---\ntitle: Patching the bellows of a 1908 parlour organ\n---\n{BODY}"
    for post in kit().posts:
        assert post.lead
        assert " ".join(text[slice(*post.lead.span)].split()) in post.lead.text


def test_details_of_the_author_go_first():
    post = kit(front="details:\n  - Hot hide glue at 60 °C held where contact cement had failed\n").posts[0]
    assert post.origin == "details"
    assert post.message.endswith("\n\nHot hide glue at 60 °C held where contact cement had failed.")


def test_the_author_s_own_texts_are_kept_as_they_are():
    front = "share:\n  twitter: ['One.', 'Two. https://example.org/blog/bellows/']\n  facebook: Three.\n"
    assert [post.text for post in kit(front=front).posts] == [f"One.\n\n{URL}", f"Two. {URL}", f"Three.\n\n{URL}"]


@pytest.mark.parametrize(
    ("front", "changes", "reason"),
    [
        ("focus: false\n", {}, "the page is taken out by `focus: false`"),
        ("share:\n  skip: true\n", {}, "`share.skip` is set"),
        ("", {"verdict": "generic"}, "the article is generic: it holds no detail that anyone would pass on"),
    ],
)
def test_no_posts_and_why(front, changes, reason):
    assert kit(front=front, **changes) == Kit("blog/bellows", (), reason)


def test_where_nothing_stands_alone_the_title_goes_out():
    posts = kit("\nSee below.\n").posts
    assert [post.network for post in posts] == ["twitter", "facebook"]
    assert {post.message for post in posts} == {"Patching the bellows of a 1908 parlour organ"}
    assert all(post.lead and post.lead.span == (11, 55) for post in posts)


def test_a_title_that_says_little_does_not_go_out_alone():
    article = read_article("# Bellows\n\nSee below.\n", "blog/bellows.md", url=URL)
    assessment = replace(assess(article, read_contract(article)), verdict="deep")
    found = make_kit(assessment, Settings())
    assert not found.posts
    assert found.reason == "no sentence of the article carries a concrete detail and stands alone"


@pytest.mark.parametrize(
    ("title", "alone"),
    [
        ("Patching the bellows of an Estey organ", True),
        ("Bellows of our old Estey organ", False),
        ("Bearing caps of our old Estey organ", False),
    ],
)
def test_a_title_goes_out_alone_where_it_says_what_was_done(title, alone):
    weak = (
        "A leather hinge of 3 mm held the lower fold of the organ together until the felt came off the board in May."
    )
    text = f"---\ntitle: {title}\n---\nSee below.\n\nSee above. It was so. {weak}\n"
    article = read_article(text, "blog/estey.md", url=URL)
    posts = make_kit(replace(assess(article, read_contract(article)), verdict="deep"), Settings()).posts
    assert {post.message == title for post in posts} == {alone}


def test_the_author_s_texts_outlive_a_generic_verdict():
    assert [post.origin for post in kit(front="share:\n  twitter: Mine.\n", verdict="generic").posts] == ["author"]


def test_without_an_address_there_is_no_link():
    for post in kit(url=None).posts:
        assert post.link == ""
        assert "http" not in post.text


def test_a_site_s_own_template_goes_first(tmp_path):
    (tmp_path / "twitter.txt.j2").write_text("{{ title }} | {{ link }}")
    posts = kit(settings=Settings(templates=str(tmp_path), networks=("twitter",))).posts
    assert posts[0].text == f"Patching the bellows of a 1908 parlour organ | {URL}"


def test_the_same_article_yields_the_same_kit():
    assert kit() == kit()


@pytest.mark.parametrize(
    ("tags", "hashtags"),
    [("[music, reeds]", []), ("[harmonium]", ["#harmonium"]), ("[music, harmonium, Melodeon]", ["#harmonium"])],
)
def test_a_craft_s_own_word_may_be_a_hashtag(tags, hashtags):
    body = BODY + "\nA harmonium is what dealers call it; mine is no harmonium, and a melodeon neither.\n"
    post = kit(body, front=f"tags: {tags}\n").posts[0]
    assert [word for word in post.message.split() if word.startswith("#")] == hashtags


def test_facebook_and_a_title_alone_get_only_the_author_s_hashtags():
    body = BODY + "\nA harmonium is what dealers call it; mine is no harmonium.\n"
    posts = kit(body, front="tags: [harmonium]\n").posts
    assert not any("#" in post.message for post in posts if post.network == "facebook")
    bare = kit("It is a harmonium. It was so. They left the harmonium.\n", front="tags: [harmonium]\n").posts
    assert bare
    assert not any("#" in post.message for post in bare)


def test_the_author_s_hashtags_go_first():
    post = kit(front="tags: [harmonium]\nshare:\n  hashtags: [reed organ, bellows]\n").posts[0]
    assert post.message.endswith("#ReedOrgan #bellows")


STEPS = """
## Ingredients

- 500 g rye flour

## Method

1. Mix the flour with 400 g of water at 30 °C and leave it overnight, so that the bran softens.
2. Add the salt.
3. Bake it for an hour at 220 °C, and for half an hour more at 180 °C.
"""


def test_a_recipe_is_told_from_its_first_step():
    posts = kit(STEPS).posts
    assert posts
    for post in posts:
        assert "mix the flour" in post.text.lower()
        assert not post.text.lower().startswith("add the salt")


LONG = """
The left bellows of the organ had lost a strip of sheepskin 40 mm long at its lower fold, so that the lowest four reeds
of the 8 foot rank spoke late, and a strip cut from a worn glove, laid on with hide glue at 60 °C, pressed overnight
between boards, cured that.
"""


def test_a_network_without_a_sure_passage_gets_none_and_the_kit_says_why():
    found = kit(LONG)
    assert {post.network for post in found.posts} == {"facebook"}
    assert found.reason.startswith("no passage is sure to stand alone there")
    assert not kit().reason


def test_facebook_is_told_what_leads_on_x_where_no_story_is_sure():
    said = "The bellows of the organ is tight again, because hot hide glue was used at 60 °C where cement had failed."
    posts = kit("It was so. They left.\n", front=f'description: "{said}"\n').posts
    assert [post.network for post in posts] == ["twitter", "facebook"]
    assert all(post.message.endswith(said) for post in posts)


def test_facebook_s_story_goes_past_the_mark_of_an_excerpt():
    first, _, rest = BODY.partition("\n\nThe bellows")
    for mark in ("<!-- more -->\n\n", ""):
        (post,) = [post for post in kit(f"{first}\n\n{mark}The bellows{rest}").posts if post.network == "facebook"]
        assert "Mason & Hamlin" in post.text
        assert "contact cement" in post.text


def of_facebook(body: str) -> str:
    (post,) = [post for post in kit(body).posts if post.network == "facebook"]
    return post.message


def test_a_short_opening_goes_on_over_what_no_post_can_hold():
    opening = "The bellows of the parlour organ leaked so badly that the low reeds went silent after four bars."
    rest = "Hot hide glue at 60 °C held the sheepskin patch where contact cement had failed within a week."
    assert of_facebook(f"{opening}\n\nSee [the first try](1.md).\n\n{rest}\n").endswith(f"{opening}\n\n{rest}")
    assert of_facebook(f"{opening}\n\nSee [the first try](1.md).\n\nIt was so.\n").endswith(opening)


def test_a_post_for_x_goes_on_over_the_first_break_alone():
    posts = [post for post in kit(BODY).posts if post.network == "twitter"]
    assert posts[0].message.count("\n\n") == 2  # below the title, and after the first line
    assert posts[0].lead
    assert "\n" not in posts[0].lead.text
    assert posts[1].message.count("\n\n") == 1


def test_a_post_is_not_cut_off_before_its_but():
    told = "The bellows of the 1908 parlour organ held its wind for 48 seconds after nine weeks of hide glue."
    cut = "To a large degree the cure of the bellows was the sheepskin."
    long = "the miller of Linz, who has glued nine of them since the fire, says that the heat of the pot matters more than"
    posts = {post.network: post.message for post in kit(f"{told} {cut} But {long} its hide, and felt most.\n").posts}
    assert posts["twitter"] == told
    assert f"{cut} But {long}" in posts["facebook"]
    posts = kit(f"{told} {cut} But https://example.org says that the glue does it.\n").posts
    assert {post.message for post in posts} == {told}
    assert kit(f"{told} {cut} And {long} its hide, and felt most.\n").posts[0].message == f"{told} {cut}"


def test_a_story_does_not_say_again_what_the_author_s_detail_says():
    said = "the miller glued nine reeds for the parlour organ."
    detail = f"A zither from Linz taught the guild how hide glue behaves beside a hot stove in winter. T{said[1:]}"
    rest = (
        "The swell shades rattled whenever the octave coupler was drawn, until a strip of felt quietened all of them."
    )
    details = f"details:\n  - {detail}\n"
    stories = [
        next(post.message for post in kit(f"{first} {rest}\n", details).posts if post.network == "facebook")
        for first in (f"In 1908 {said}", "In 1908 the miller bought a parlour organ from a chapel near Graz.")
    ]
    assert [rest in story for story in stories] == [False, True]


def test_what_hands_over_to_the_article_may_end_a_post():
    wish = "I wanted to patch the bellows of our parlour organ without taking its case apart."
    assert of_facebook(f"{wish} Here's how I did that.\n\n- glue\n").endswith(f"{wish} Here's how I did that.")
    posts = kit(f"{wish}\n\nHere's the patch I came up with:\n\n    cut\n    glue\n").posts
    assert {post.message.rpartition("\n\n")[2] for post in posts if post.network == "facebook"} == {
        "Here's the patch I came up with."
    }
    assert "Here's a link" not in of_facebook(f"{wish} It held. Here's a link to the glue that I used.\n")


def test_who_wrote_it_and_what_a_macro_s_picture_shows_open_no_post():
    news = "The bellows of the 1908 parlour organ lost its first patch because contact cement had been used for it."
    authors = "authors: [ada-example]\n"
    bio = "Ada Example is the keeper of the organs of Linz, and of nine lathes from the time of the tramway."
    assert [post.message for post in kit(f"{bio}\n\n{news}\n", authors).posts] == [news, news]
    assert bio in kit(f"{bio}\n\n{news}\n").posts[0].message
    shown = "The bellows of the 1908 parlour organ is one of nine that the guild of Linz repaired by hand that year."
    picture = '{% image "organ.jpg" "The organ" %}'
    assert kit(f"{picture}\n\n_{shown}_\n\n{news}\n").posts[0].message == news
    innards = (
        "These are the innards of the bellows of the 1908 parlour organ, patched nine times since the fire of May. "
    )
    innards += "The miller of Linz glued them with the same hide glue that holds the soundboard of his zither."
    assert innards in kit(f"{innards}\n\n{news}\n").posts[0].message
    assert kit(f"{innards}\n![Innards](organ.jpg)\n\n{news}\n").posts[0].message.endswith(f"\n\n{news}")


@pytest.mark.parametrize("author", ["Jean-Luc Example", "jean-luc-example", "Bo Lee"])
def test_who_an_author_is_is_told_however_the_name_is_written(author):
    news = "The bellows of the 1908 parlour organ lost its first patch because contact cement had been used for it."
    name = author if " " in author else "Jean-Luc Example"
    bio = f"{name}, a miller, is the keeper of the organs of Linz, and of nine lathes from the time of the tramway."
    assert kit(f"{bio}\n\n{news}\n", f"authors: [{author}]\n").posts[0].message == news


def test_an_author_s_work_is_no_biography():
    work = "Bo Lee measured 48 seconds at the bellows of the 1908 parlour organ, which is the best of nine in Linz."
    assert work in kit(f"{work}\n", "authors: [Bo Lee]\n").posts[0].message
    other = "Bo Leech is the keeper of the bellows of the 1908 parlour organ, and holds its wind for 48 seconds."
    assert other in kit(f"{other}\n", "authors: [Bo Lee]\n").posts[0].message


def test_a_scene_of_the_author_s_has_the_title_above_it():
    scene = "I glued the first patch of the bellows of the 1908 parlour organ with contact cement, and it peeled off."
    news = "The bellows of the 1908 parlour organ lost its first patch because contact cement had been used for it."
    title = "Patching the bellows of a 1908 parlour organ"
    assert of_facebook(f"{scene}\n") == f"{title}\n\n{scene}"
    assert of_facebook(f"{news}\n") == news


def test_a_description_that_only_adds_a_detail_stands_below_the_title():
    posts = kit(
        "It was so. They left.\n", front='description: "Two patches, nine weeks, one pot of hide glue."\n'
    ).posts
    assert {post.network for post in posts} == {"twitter", "facebook"}
    title = "Patching the bellows of a 1908 parlour organ"
    assert {post.message for post in posts} == {f"{title}\n\nTwo patches, nine weeks, one pot of hide glue."}


def test_a_title_s_markup_is_not_posted():
    article = read_article(
        '---\ntitle: "Why `git blame` points at *me*"\n---\n\nBecause I ran it.\n\nIn May I ran the formatter over all 340'
        " files in one commit. Since then every line of 2016 carries my name and that date.\n",
        "blame.md",
        url=URL,
    )
    posts = make_kit(replace(assess(article, read_contract(article)), verdict="deep"), Settings()).posts
    assert posts
    assert all(post.text.startswith("Why git blame points at me\n\n") for post in posts)
