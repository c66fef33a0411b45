"""Which sentences may stand in a post, and which lead one."""

import pytest

from mkdocs_focus.contract.reading import read_contract
from mkdocs_focus.judge.assess import assess
from mkdocs_focus.share.choose import choose, describing, shared, words_of
from mkdocs_focus.share.kind import kind_of
from mkdocs_focus.share.passages import passages
from mkdocs_focus.share.sentences import Sentences
from mkdocs_focus.share.sound import clean, is_closed, is_whole, points_away
from mkdocs_focus.share.standing import stands_alone
from mkdocs_focus.share.story import reached
from mkdocs_focus.share.subject import Subject, subject_of
from mkdocs_focus.share.usable import opened, usable_text
from mkdocs_focus.share.wording import plain_words, wording
from mkdocs_focus.text.article import read_article

WORDING = wording("en")


@pytest.mark.parametrize(
    "text",
    [
        "The reed tongue was 0.3 mm too thick.",
        'I cut a spacer from 1/2" plywood.',
        "Without the washer the lever binds, and it does so only when it is cold.",
        "Although the varnish had dried, the lid stuck.",
        "Spindle oil such as ISO 10 runs out of the bearing.",
    ],
)
def test_sentences_that_stand_alone(text):
    assert is_whole(text)
    assert stands_alone(text, WORDING)


@pytest.mark.parametrize(
    "text",
    [
        "It was 0.3 mm too thick.",
        "This made the lever bind.",
        "However, the lever binds.",
        "They were replaced by brass ones.",
        "If it sticks, oil the hinge.",
        "I also oiled the hinge.",
        "Because the varnish had not dried.",
        "Eighty springs.",
        "For example, the lid stuck.",
        "The same goes for the lid.",
        "On 16 December 1967 its contents were lost.",
        "We took a screw from that lever.",
        "Without one, turn the screw.",
        "So much for the lid.",
    ],
)
def test_sentences_that_need_what_stands_before(text):
    assert not stands_alone(text, WORDING)


@pytest.mark.parametrize(
    "text",
    [
        "the lever binds.",
        "The lever binds:",
        "The lever binds",
        "The lever binds...",
        "The lever (see the plan binds.",
        'The lever "binds.',
        "The lever **binds.",
        "The [lever][1] binds.",
        "The lever binds at {{ speed }}.",
        "The lever binds at <b>80</b>.",
        "Ask me at someone@example.org.",
        "Call 555 010 9999 for a lever.",
        "The plan is at https://example.org/plan.",
        "Run `make lever.",
        "...and so the lever binds.",
    ],
)
def test_texts_that_are_not_whole(text):
    assert not is_whole(text)


@pytest.mark.parametrize(
    "text",
    [
        "The lever is shown below.",
        "As seen above, the lever binds.",
        "The lever (see Figure 2) binds.",
        "In this post the lever binds.",
    ],
)
def test_sentences_that_send_the_reader_elsewhere(text):
    assert points_away(text, WORDING.count(plain_words(text)))


@pytest.mark.parametrize(
    "text", ["The pump sat below the diaphragm.", "A spacer above the carburettor poked the hood."]
)
def test_a_place_on_the_thing_is_not_elsewhere(text):
    assert not points_away(text, WORDING.count(plain_words(text)))


def test_sentences_that_were_not_told_apart_are_not_whole():
    assert not is_whole("Never been. and the reed was bent.")
    assert is_whole("The reeds, felts etc. and the bellows were bent.")


def test_inch_marks_are_no_quotes():
    assert is_closed('A 3/4" pipe and a 1" washer (both brass).')
    assert is_closed('He called the 3/4" pipe "tiny".')
    assert not is_closed('He called the pipe "tiny.')
    assert is_closed('A 3" pipe fits a filter of 6"x7" for a 4" inlet.')


def test_what_nobody_sees_is_dropped():
    assert clean("A\u00adcast\u200b iron\n lever ") == "Acast iron lever"


def usable(markdown):
    blocks, sentences = (body := read_article(markdown, "a.md").body).blocks, body.sentences
    texts = [usable_text(s, blocks[s.block], WORDING, blocks[s.block + 1 :]) for s in sentences]
    return [text and opened(text, WORDING) for text in texts]


def test_markup_labels_and_connectives_go():
    assert usable("But the **brass** lever of the [Model 5](x.md) binds at `-20`.") == [
        "The brass lever of the Model 5 binds at -20."
    ]
    assert usable("The guild mended nine valves ( #14, fork#9, ) in May.") == ["The guild mended nine valves in May."]
    assert usable("- **Curing:** The varnish needs 48 hours.") == ["The varnish needs 48 hours."]
    assert usable("So we filed the lever down by 2 mm.") == ["We filed the lever down by 2 mm."]
    assert usable("We're thrilled to announce that the guild now lends lathes.") == ["The guild now lends lathes."]
    assert usable("Keep in mind that the guild lends no lathes in May.") == ["The guild lends no lathes in May."]
    assert usable("Linz keeps nine organs, as described in [this survey](x.md).") == ["Linz keeps nine organs."]
    formulas = "Over the years I have written [nine formulas for varnish](x.md) in May."
    assert usable(formulas) == ["Over the years I have written nine formulas for varnish in May."]
    assert usable("The organ was never rebuilt as described in [the guide](x.md).") == [
        "The organ was never rebuilt as described in the guide."
    ]
    assert usable("Earlier this summer we replaced nine reeds.") == ["Earlier this summer we replaced nine reeds."]
    assert usable("To fit this bearing I heated the hub to 90 °C.") != [None]
    assert usable("The bench is much like these benches I built in May.") == [None]
    assert usable("I have written about [nine formulas for varnish](x.md) in May.") == [None]
    assert usable("**1. Soak the felt:** The felt needs 48 hours in water.") == ["The felt needs 48 hours in water."]
    assert usable("The lathe is free[^1], but the tools are not.\n\n[^1]: In May.")[0].startswith(
        "The lathe is free, but"
    )
    assert usable("The [Model 5]({{ '/five' | url }}) lever binds.") == ["The Model 5 lever binds."]
    assert usable("The reed rattles, as I tried in [this notebook](n.md).") == [None]


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("I gave the valve time to settle and ran:\n\n    $ leakdown --hold 30\n", "ran: leakdown --hold 30"),
        (
            "I read all nine gauges of the engine in one go, like this:\n\n    for g in 1 2\n      read g\n",
            "engine in one go.",
        ),
        (
            "The block has three faults:\n\n- a cracked web\n- two worn bores\n- a bent pin\n",
            "a cracked web, two worn bores and a bent pin.",
        ),
        ("gaugectl 2.4 reads nine gauges in one go.\n", "gaugectl 2.4 reads nine gauges in one go."),
        ("The cure was to read the gauges in one process:\n\n    for g in 1 2\n      read g\n", "in one process."),
        (
            "I read all of the nine gauges of it in one go using the following command:\n\n    for\n    r\n",
            "in one go.",
        ),
        ("The gaugectl read command prints all nine gauges in one go:\n\n    gaugectl read\n", "in one go."),
        ("I rerun the sorting script of the guild as:\n\n    sort\n", "of the guild as: sort"),
        ("Here's how I read all nine gauges:\n\n- one\n- two\n", "Here's how I read all nine gauges."),
    ],
)
def test_code_and_lists_in_running_text(markdown, text):
    assert usable(markdown)[0].endswith(text)


def test_how_a_list_is_told_is_known_of_english_alone():
    body = read_article("Der Block hat zwei Fehler:\n\n- Riss\n- Rost\n", "a.md").body
    assert usable_text(body.sentences[0], body.blocks[0], wording("de"), body.blocks[1:]) is None


@pytest.mark.parametrize(
    "markdown",
    [
        "The file that it wrote has nine lines and looks like this:\n\n    one\n    two\n",
        "I gave the account of the pump a way in:\n\n    login --password=1931\n",
        "What the gauge of the second pump says is:\n\n    one\n    two\n",
        "To read all nine gauges of the engine at once:\n\n    for g\n      read g\n",
        "I read the nine gauges of the engine with this command:\n\n    for g\n      read g\n",
        "The guild gave the gauges of the nine pumps a new face, meaning it:\n\n    reads\n    less\n",
        "I read how other guilds had solved it, and came up with the following gauge:\n\n    for g\n      read g\n",
        "In May the keeper of the engine observed:\n\n> It leaks.\n",
        "The block has faults:\n\n- it is cracked\n- a bent pin\n",
        "short-term loans of a lathe are dear.\n",
    ],
)
def test_what_needs_its_code_and_what_nobody_passes_on(markdown):
    assert not any(usable(markdown))


@pytest.mark.parametrize(
    "markdown",
    ["> The lever binds, he said.", "# The lever binds.", "| The lever binds. |\n|---|\n", "    The lever binds."],
)
def test_quotations_headings_tables_and_code_are_not_used(markdown):
    assert not any(usable(markdown))


ARTICLE = """# Freeing the lever of a Model 5 typewriter

There are many typewriters in the world, and everyone loves a great machine.

## What went wrong

I soaked the lever in spirit for two days, but the hardened oil stayed where it was. Then came the heat gun.

## The fix

The lever came free only when I warmed the pivot to 80 °C with a heat gun. The shellac ran out of it like syrup.

## Thanks

Thanks to the Model 5 club for the lever, without which the fix would have failed.
"""


def sentences_of(text: str) -> Sentences:
    article = read_article(text, "a.md")
    assessment = assess(article, read_contract(article))
    return Sentences(assessment, subject_of(assessment), WORDING)


@pytest.mark.parametrize(
    ("before", "opening"),
    [
        ("", "The reed"),
        ("!!! note\n\n    The workshop has moved to a barn by the river since.\n\n", "The reed"),
        (
            '<p style="text-align: center"><img src="r.jpg"><em>The longest reed of the whole organ, on its bench in the'
            " barn by the river, in the spring of 1931.</em></p>\n\n",
            "The reed",
        ),
        ("- 12 March: rattles.\n- 13 March: rattles less.\n\n", "The reed"),
        ("![A reed](reed.png)\n\n*The longest reed of the organ on its bench.*\n\n", "The reed"),
        ("This post is part of a series on organs.\n\n", "The reed"),
        ("> Reeds are what the guild likes best, says its book.\n\n", "The reed"),
        (
            "**A brass reed that rattles can be cured by bending its tongue by half a millimetre, no more.**\n\n",
            "A brass",
        ),
    ],
)
def test_where_the_running_text_begins(before, opening):
    found = sentences_of(f"# The reed that rattled\n\n{before}The reed of the low C rattled whenever it spoke.\n")
    text = found.text(found.opening)
    assert text
    assert text.startswith(opening)


def test_an_opening_without_a_verb_that_is_known_stands_below_the_title():
    found = sentences_of(
        "# The paper that would not take the ink\n\nHandmade paper without size drinks ink like a sponge.\n"
    )
    assert found.stands_alone(0)
    assert found.speaks_of_the_title(0)


RECIPE = (
    "# Saffron buns\n\n{}\n\n## Ingredients\n\n- 1 kg flour\n\n## Directions\n\n1. Grind the saffron with sugar\n"
)


@pytest.mark.parametrize(
    "tagline", ["Soft yellow buns for the dark weeks of December", "_A sweet bread from Uppland_"]
)
def test_what_a_recipe_says_below_its_title(tagline):
    found = sentences_of(RECIPE.format(tagline))
    assert found.text(found.opening) == f"{tagline.strip('_')}."
    assert found.speaks_of_the_title(found.opening)


@pytest.mark.parametrize(
    "line",
    [
        "Prep time: 10 min",
        "It was my aunt's",
        "They keep for a week",
        "Best served with cold milk",
        "Some classic and delicious saffron buns",
    ],
)
def test_what_is_no_tagline(line):
    found = sentences_of(RECIPE.format(line))
    assert not found.speaks_of_the_title(found.opening)


@pytest.mark.parametrize(
    ("line", "is_opening"),
    [
        ("The reed of the low C rattled whenever it spoke in a cold church", True),
        ("The Long Reed Of The Low C And Its Cure By A File", False),
        ("To cure the rattle of the reed in the low C, you", False),
        ("What cured the rattle of the reed in the low C was\n\n- a file", False),
    ],
)
def test_a_first_line_may_lack_its_full_stop(line, is_opening):
    found = sentences_of(f"# The reed that rattled\n\n{line}\n\nThe bellows of the organ lost its wind in May.\n")
    assert (found.text(0) == f"{line}.") is is_opening


def test_what_a_text_says_of_itself_opens_it_where_it_says_what_it_tells():
    found = sentences_of(
        "# Rattles\n\nThis post explains how I cured the rattle of a reed with a watchmaker's file.\n"
    )
    assert found.speaks_of_the_title(0)
    assert not sentences_of("# Rattles\n\nThis post explains it all to you.\n").speaks_of_the_title(0)


def test_a_description_cut_from_the_text_ends_with_its_last_whole_sentence():
    first = "The rattle of the reed was cured with a watchmaker's file in one night."
    said, title = (
        f"{first} I bent its tongue by half a millimetre",
        "# Why the low reed of a Mannborg harmonium rattled",
    )
    found = sentences_of(f'---\ndescription: "{said}"\n---\n{title}\n\n{said} and filed it.\n')
    assert [one.text for one in describing(found)] == [first]
    whole = sentences_of(f'---\ndescription: "{said}"\n---\n{title}\n\nIt held.\n')
    assert [one.text for one in describing(whole)] == [f"{said}."]


def test_a_story_reaches_what_the_title_names():
    found = sentences_of(
        "# Patching an organ's bellows\n\nOur chapel is cold in winter. The felt of its stove had let in the damp. "
        "I patched the bellows with hot glue. The soup was good.\n"
    )
    (story,) = [one for one in passages(found) if one.sentences == range(2)]
    assert reached(found, story).text.endswith("I patched the bellows with hot glue.")
    (story,) = [one for one in passages(found) if one.sentences == range(3)]
    assert reached(found, story) == story


def test_a_release_may_be_called_this_release_anywhere():
    notes = (
        "The pump's gauge is read in one go, as the guild had asked for. In this release the valve closes first.\n"
    )
    assert sentences_of(f"# Pump firmware 2.4\n\n{notes}").speaks_of_the_title(1)
    assert not sentences_of(f"# Firmware of a pump\n\n{notes}").speaks_of_the_title(1)


def test_two_things_of_a_title_may_be_called_the_two():
    notes = "I filled both pans in May. A white crust of lime set the two pans apart.\n"
    assert sentences_of(f"# Rain vs tap water in a pan\n\n{notes}").speaks_of_the_title(1)
    assert not sentences_of(f"# Lime in pans\n\n{notes}").speaks_of_the_title(1)


def test_what_came_since_needs_what_it_came_after():
    notes = "The bellows leaked for years. The reeds have since been swapped for brass ones from a school organ.\n"
    assert not sentences_of(f"# The reeds of a parlour organ\n\n{notes}").stands_alone(1)


def test_paragraphs_of_an_html_page_are_text():
    picture = '<a href="r.html"><img src="r.jpg"></a>\n'
    said = (
        "Given to me by the miller's widow, the reed organ of 1908 had not been played for ten years at least, and its"
        " bellows had been gnawed through by mice along the whole of the lower fold."
    )
    assert sentences_of(f"# The mill's organ\n\n<div>\n<p>{picture}{said}</p>\n</div>\n").text(0) == said
    assert sentences_of(f"# The mill's organ\n\n<div>\n<p>{picture}The organ in May.</p>\n</div>\n").text(0) is None


def test_background_is_cut_off_where_the_news_follows():
    text = "# Bellows\n\nSince the 1980s the mill has used a belt of leather. In May we fitted one of nylon.\n"
    assert sentences_of(text).turns(1)


def test_the_turn_in_the_middle_leads():
    article = read_article(ARTICLE, "lever.md")
    assessment = assess(article, read_contract(article))
    sentences = Sentences(assessment, subject_of(assessment), WORDING)
    found = choose(passages(sentences), sentences)
    texts = [passage.text for passage in found]
    assert "lever" in texts[0]
    assert "but the hardened oil" in texts[0] or "only when I warmed" in texts[0]
    assert not any("many typewriters" in text for text in texts[:2])
    assert not any("Thanks" in text for text in texts)
    for passage in found:
        place = passage.span or sentences.span(passage.sentences)
        assert article.text[slice(*place)].startswith(passage.text[:20])


@pytest.mark.parametrize(
    ("markdown", "kind"),
    [
        ("# Rye bread\n\n## Ingredients\n\n- Rye\n", "recipe"),
        ("# What I saw at the typewriter meetup\n\nText.", "event"),
        ("# Ten years of one typewriter\n\nText.", "retrospective"),
        ("# Flags\n\nUse `-a`, `-b` or `-c`.", "code"),
        ("# A lever\n\nIt bound.", ""),
    ],
)
def test_kinds(markdown, kind):
    article = read_article(markdown, "a.md")
    assert kind_of(assess(article, read_contract(article))) == kind


@pytest.mark.parametrize(
    ("text", "naming"),
    [
        ("My typewriters' levers froze.", "well"),
        ("The lever of my machine froze.", "in part"),
        ("Oil had hardened in the pivot of my old machine, which is what froze the lever.", "in part"),
        (
            "Oil had hardened in the pivot of the machine that stood in the shed since 1962 and nobody ever used a lot.",
            "not",
        ),
        ("Two days in spirit did nothing.", "not"),
    ],
)
def test_how_a_text_names_its_topic(text, naming):
    assert Subject("typewriter lever of the Model 5", "", True).naming(text) == naming


def test_the_one_word_of_a_topic_names_it_in_any_form():
    assert Subject("typewriters", "", True).naming("My typewriter froze.") == "well"


@pytest.mark.parametrize(
    ("before", "text", "leans"),
    [
        ("I made a bracket.", "The bracket holds the pump to the block.", True),
        ("I made a bracket.", "The bracket that holds the pump is bent.", False),
        ("The lever was stuck.", "The lever came free when I warmed the pivot.", False),
        ("I was cold.", "The bracket holds the pump to the block.", True),
        ("I was cold.", "The script waits for the port to open.", True),
        ("I was cold.", "The weather held until the Model 5 was done.", False),
        ("I was cold.", "A nut and a bolt hold it, and the nut is brass.", False),
        ("Jane Hathersage came by.", "Hathersage said that the pivot wanted heat.", True),
        ("Jane Hathersage came by.", "Hathersage was glad of the heat from the pivot.", True),
        ("I was cold.", "Hathersage said that the pivot wanted heat.", False),
    ],
)
def test_a_sentence_leans_on_what_was_introduced_before_it(before, text, leans):
    article = read_article(f"# Freeing a lever\n\n{before} {text}\n", "a.md")
    assessment = assess(article, read_contract(article))
    sentences = Sentences(assessment, Subject("lever", "Freeing a lever", True), WORDING)
    usable = sentences[1]
    assert usable
    assert bool(usable.leans) == leans


def test_shared_words():
    assert shared(words_of("One two three four"), words_of("three four five six seven")) == 0.5
