"""The rules that look for words: what they must flag, what they must let pass, and where they must not look."""

from __future__ import annotations

import pytest

from mkdocs_focus.judge.wording import wording
from mkdocs_focus.rules.catalogue import BY_NAME, RULES
from mkdocs_focus.rules.phrases import by_anchors
from mkdocs_focus.text.article import read_article

from .subjects import hits

LEXICAL = {
    "filler": (
        [
            "First and foremost, the oil must be warm.",
            "The oil is checked on a daily basis.",
            "We will weld the sill in the near future.",
            "The lathe is open to a wide range of users.",
            "Each and every bolt was loose.",
            "When it comes to brakes, I trust the old drums.",
            "At the end of the day it is the gasket that decides.",
            "It goes without saying that the oil must be warm.",
            "In today's fast-paced world nobody waits for dough to rise.",
            "This new chuck is a game changer.",
            "The cache was a **game-changer** for us.",
            "Look no further: the fuse is under the seat.",
            "Without further ado, here is the wiring.",
            "Last but not least, the spare wheel.",
            "Needless to say, the bolt sheared.",
            "Soil plays a crucial role in how roses smell.",
            "Due to the fact that it rained, the glue stayed wet.",
            "Git worktrees unlock the full potential of your laptop.",
            "There is a plethora of spokes to choose from.",
            "It is important to note that the lathe was unplugged.",
            "Let’s dive in and open the case.",
            "Let's face\nit: the primer was too thick.",
        ],
        [
            "In this post we will look at the gearbox.",
            "A complaint is the tip of the iceberg.",
            "The hall is full of a wide range of users, from turners to bakers.",
            "The weld used to take an hour and now takes 9 s, which is a game changer.",
            "We measure the oil first and foremost, then the water.",
            "The oil cannot be checked on a daily basis.",
            "The oil is checked on a regular basis (every 1,000 km).",
            "The oil is best changed in the near future.",
            "Thanks to each and every one of you.",
            "One lathe does not replace a plethora of other tools.",
            "The bus leaves at the end of the day shift.",
            "He came to the end of the road at nine.",
            "The game changed its rules in 1992.",
            "When the part comes to the shop I measure it.",
            "The type `game_changer` holds the delta.",
            "Run `echo 'at the end of the day'` twice.",
            "See [At the end of the day](https://example.org/song) for the chords.",
            "She said “at the end of the day it is my car”, and drove off.",
            "> At the end of the day it was my grandfather's saying.",
            "The final day came to an end without a bang.",
            "Nothing further happened, and no ado was made.",
            "The role of zinc in galvanizing is to corrode first.",
            "Look at the fuse, no further test is needed.",
            "The note is important to nobody but me.",
        ],
    ),
    "vague-quantity": (
        [
            "The rebuilt engine makes a lot of power.",
            "Many people claim that this oil is thicker.",
            "The new kernel is significantly faster.",
            "It costs a fortune.",
            "It weighs next to nothing.",
            "The patch dramatically reduces the time of a build.",
            "A large number of users saw the error.",
            "It takes a fraction of the time.",
            "The coil reaches very high temperatures.",
            "It runs much cooler than the old one.",
            "The clinic saw a significant increase in calls.",
            "Most experts agree on the valve.",
            "That saves a lot of money.",
            "It was extremely expensive.",
        ],
        [
            "Many thanks to my brother.",
            "Many people asked me which oil I use.",
            "I spent many hours on the loft.",
            "It took a few minutes.",
            "It makes a lot of power: 312 hp at the wheels.",
            "Would many people buy it?",
            "It does not cost a fortune.",
            "If many people ask, I will answer.",
            "“It costs a fortune”, he said.",
            "The variable `many_users` is a list.",
            "A lot of rain fell, and the lot of the gardener is hard.",
            "Many of the screws were brass.",
            "Sort the rows by price, high to low.",
            "Significantly, the seal was dry.",
            "It was faster than the old one by nine seconds, which is significantly faster.",
        ],
    ),
    "no-sources": (
        [
            "Studies show that zinc helps.",
            "Research has shown that people forget.",
            "According to experts the paint lasts.",
            "Scientists have found that bees count.",
            "It is estimated that half of them fail.",
            "Many studies have shown that sleep matters.",
            "A recent study found that dogs smell it.",
            "Statistics show a decline.",
            "Experts agree that it is old.",
            "It has been proven that salt helps.",
            "Surveys suggest a rise.",
            "According to some estimates nine of ten fail.",
        ],
        [
            "[Studies](https://example.org/a) show that zinc helps.",
            "Research shows that it helps.[^1]\n\n[^1]: Lund, 2011.",
            "The study hall shows its age.",
            "My research took three weeks.",
            "I studied the drawing that shows the pin.",
            "He said “studies show that it helps”.",
            "> Studies show that it helps.",
            "Show studies of hands in the first room.",
            "The survey was of the ground, with a theodolite.",
            "Ask the experts at the club.",
            "It was proven by my own log.",
            "The report according to which I built it is lost.",
        ],
    ),
    "generic-opening": (
        [
            "Have you ever wondered why bread rises?",
            "In this post, I will talk about my garden.",
            "In today's world everything is connected.",
            "Are you looking for a good way to learn?",
            "Welcome to my blog about all sorts of things.",
            "This article explores the ways in which we learn.",
            "Everyone knows that practice is good.",
            "There are many ways to do it right.",
            "Since the dawn of time people have told stories.",
            "We all know how hard it can be.",
            "Whether you're a beginner or not, this is for you.",
            "Did you know that reading is good for you?",
            "It's been a while since I wrote here.",
        ],
        [
            "The gearbox oil of my Lambretta had turned to paste.",
            "Half of the rye was wet when I milled it.",
            "On the third try the bearing came off.",
            "Have a look at the pin on the left.",
            "Are the bolts wet, the torque is wrong by a third.",
            "Many a bolt has sheared in this block.",
            "The post of the fence rotted at the ground.",
            "This article number is stamped on the hub.",
            "> Have you ever wondered why bread rises?",
            "`In this post` is what the parser prints.",
            "Wondering about the noise, I took the cover off.",
            "“Have you ever wondered”, the foreman asked, and I had.",
        ],
    ),
    "generic-title": (
        [
            "# 10 tips for car owners",
            "# All about gardening",
            "# Everything You Need to Know About Coffee",
            "# The Ultimate Guide to Healthy Food",
            "# A beginner's guide to photography",
            "# 7 Reasons to Learn Programming",
            "# The importance of testing",
            "# The Future of Work",
            "# Why you should travel more",
            "# Thoughts on teaching",
            "# Getting started with woodworking",
            "# How to become a better cook",
            "# Weekly update",
            "# Five ways to relax",
        ],
        [
            "# The Quadrajet's air valve wants 3/4 of a turn",
            "# All about the 1968 Camaro's cowl vents",
            "# An introduction to RFC 9110 caching",
            "# 10 mm sockets keep vanishing",
            "# Why `git rebase --onto` lost my commits",
            "# Update of libpq 14.2 breaks TLS on Alpine",
            "# Bleeding the clutch of a Volvo 240",
            "# What the dough told me at 28 °C",
            "# The day the Elbe came into my cellar",
            "# 3/8 inch is too thick for a cowl seal",
            "# Notes of a wet summer: blight on Matina tomatoes",
            "# Welcome swallows nest in our boathouse",
        ],
    ),
}
FOREIGN = {
    "German": "Last but not least war das ein Game Changer für die Werkstatt, denn wir haben die Teile nicht mehr aus "
    "den USA bestellt. In der Regel ist es so, dass viele Leute das nicht wissen und die Schrauben zu fest anziehen.",
    "French": "Dans le monde d'aujourd'hui, beaucoup de gens pensent que c'est un game changer, mais il n'en est rien. "
    "Last but not least, la pièce est chère et ne se trouve pas dans le commerce.",
    "Spanish": "Hoy en día mucha gente cree que es un game changer para los talleres, pero no lo es. Last but not "
    "least, la pieza es muy cara y no se encuentra en las tiendas.",
    "Portuguese": "Hoje em dia muita gente acha que é um game changer para as oficinas, mas não é. Last but not least, "
    "a peça é muito cara e não se encontra nas lojas.",
    "Russian": "В наше время многие люди думают, что это настоящий game changer, но это не так. Last but not least, "
    "деталь стоит очень дорого, и её нет в магазинах.",
    "Japanese": "現代社会では、多くの人がこの部品をゲームチェンジャーだと考えています。しかし実際にはそうではありません。",
    "Chinese": "在当今快节奏的世界里，很多人认为这个零件改变了一切，但事实并非如此。它的价格很高，而且很难买到。",
}


@pytest.mark.parametrize(("name", "text"), [(n, t) for n, (flag, _) in LEXICAL.items() for t in flag])
def test_must_flag(name: str, text: str) -> None:
    assert hits(BY_NAME[name], text + "\n")


@pytest.mark.parametrize(("name", "text"), [(n, t) for n, (_, good) in LEXICAL.items() for t in good])
def test_must_pass(name: str, text: str) -> None:
    assert hits(BY_NAME[name], text + "\n") == []


def test_each_has_a_dozen_of_both() -> None:
    for flag, good in LEXICAL.values():
        assert len(set(flag)) >= 12
        assert len(set(good)) >= 12


@pytest.mark.parametrize("language", FOREIGN)
def test_silent_in_other_languages(language: str) -> None:
    text = f"# {FOREIGN[language][:40]}\n\n{FOREIGN[language]}\n"
    for rule in RULES:
        if rule.lexical:
            assert hits(rule, text) == []


def test_silent_without_a_lexicon() -> None:
    for rule in RULES:
        if rule.lexical:
            assert hits(rule, rule.bad, language="de") == []


def test_a_phrase_is_reported_once_with_its_count() -> None:
    (hit,) = hits(BY_NAME["filler"], "When it comes to oil, wait.\n\nWhen it comes to water, don't.\n")
    assert hit.message == "“When it comes to” would fit any article (2 times)"


def test_a_phrase_can_be_allowed() -> None:
    assert hits(BY_NAME["filler"], "When it comes to oil, wait.\n", allow=("when it comes to",)) == []


def test_rows_of_a_table() -> None:
    table = by_anchors([("a {very |}{big|small} <word>", "how big"), ("{|the }top <number>{| tips}", "which")])
    article = read_article("He had a big dog, a very small cat. Top 10 and the top 5 tips, stop 9.\n", "a.md")
    assert [(found.text, found.value) for found in table.search(article, wording(article).tally.keys())] == [
        ("a big dog", "how big"),
        ("a very small cat", "how big"),
        ("Top 10", "which"),
        ("the top 5 tips", "which"),
    ]
    assert table.at_start("The top 7 tips of 3") == (14, "which")
    assert table.at_start("On the top 7") is None


@pytest.mark.parametrize("phrase", ["{a|b }c{d|e}", "<word> {|a}"])
def test_a_row_without_an_anchor_is_refused(phrase: str) -> None:
    with pytest.raises(ValueError, match="always stands in it"):
        by_anchors([(phrase, "")])


def test_long_hostile_text_takes_no_time() -> None:
    for text in ("“" * 20_000, "a lot of " * 5_000, "in today's " * 5_000, '"at the end of the day ' * 3_000):
        for rule in RULES:
            if rule.lexical:
                hits(rule, text)
