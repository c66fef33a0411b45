"""Which sentences lean on what stands before them: each way of leaning with one that does and one that does not."""

import pytest

from mkdocs_focus.share.standing import says_something, stands_alone, stands_below
from mkdocs_focus.share.usable import opened
from mkdocs_focus.share.wording import wording

ENGLISH, OTHER = wording("en"), wording("und")


@pytest.mark.parametrize(
    "text",
    [
        "This patched bellows has held its wind since May.",
        "This is the story of two patches and one winter.",
        "This project is now three winters old.",
        "This old organ came to us from a chapel in May.",
    ],
)
def test_this_below_a_title(text):
    assert not stands_alone(text, ENGLISH)
    assert stands_below(text, ENGLISH)


@pytest.mark.parametrize(
    "text",
    [
        "This article was written in May.",
        "This is why I sold it.",
        "It leaked.",
        "The organ leaked.",
    ],
)
def test_other_things_below_a_title(text):
    assert not stands_below(text, ENGLISH)


@pytest.mark.parametrize(
    "text",
    [
        "One of the reeds cracked in May.",
        "One summer, I found a lathe in a barn near Linz.",
        "Last fall, the guild bought a lathe.",
        "There is a worn bush in the organ's pump.",
        "Table saws were dear in 1931.",
        "Next.js 13 broke the organ's page.",
    ],
)
def test_what_only_looks_as_if_it_pointed_back(text):
    assert stands_alone(text, ENGLISH)


def test_a_text_of_infinitives_alone_says_nothing():
    assert not says_something("To measure, to shim, to torque, to drive", ENGLISH)


@pytest.mark.parametrize(
    ("leaning", "standing"),
    [
        ("No, the reed was bent.", "No reed is tuned without a file."),
        ("There it sits by the organ.", "There was no oil in the sump of the organ's pump."),
        ("There was a fourth, on the left side.", "There was a lathe on the left side of the hall."),
        ("There are two more.", "There are two lathes in the hall."),
        ("Image by the guild of Linz.", "Image search in DuckDB takes 40 ms."),
        ("Photo: Ann Lee took the bellows apart.", "Photographs of 1931 show Ann Lee at the bellows."),
        ("Figure 3 shows the pump of the organ.", "Figure skaters bend their blades in May."),
        ("One week in, the bellows lost its wind.", "One week of rain swelled the boards of the bellows."),
        ("Here in the second block, the bore is worn.", "Here in Linz the wells hold iron."),
        ("Nine patches later, the organ cost less.", "Sooner or later, every bellows of sheepskin leaks."),
        ("10 minutes later, the pump held.", "Two reeds cracked in 1908 and two years later, the case split."),
        ("Nine patches later, the organ held its wind.", "The organ held its wind nine patches later."),
        ("If the answer is glue, soak it.", "The mill asked what glue to use, and the answer was hide glue."),
        ("Nine reeds were bent in the process.", "I took the case apart and bent nine reeds in the process."),
        ("We bent nine reeds in the process.", "We bent nine reeds in the process of tuning the organ."),
        ("Yesterday, in its hall, it leaked.", "Rust, in its latest release, warns about unused code."),
        ("Its bellows leaks.", "Linz, in its oldest chapel, keeps an organ with paper reeds."),
        ("The first thing I did was to oil the pivot.", "The first thing I check on an organ is the felt."),
        ("The next thing I tried was hide glue.", "The first thing that wears in a Tessar is the shutter."),
        ("I had that issue in May.", "I had an issue in May that nobody believed."),
        ("The former was bent.", "The reeds came from the former Soviet Union."),
        ("Fast forward a week; the reed was bent.", "The reed was bent a week later."),
        (
            "The miller told me this in May.",
            "The miller is shy, so few people know this old fact about the organ: Linz wanted to buy the organ.",
        ),
        ("Damp makes the problem worse.", "Damp makes the problem of mice worse."),
        ("Frost was another reason to move it.", "Frost was the reason to move."),
        ("The first set of reeds was run over the belt.", "The first reed was run over the belt."),
        ("Can be played in a hall.", "The organ can be played in a hall."),
        ("Named by the miller.", "Led by the miller I took the case apart."),
        ("I need that lever.", "I had a lever made that might hold, and fitted that lever."),
        ("I dealt with that.", "The mice had gnawed the felt and the cloth, and the glue could not deal with that."),
        ("I reamed the hole in these plates.", "The plates are those that Austin pressed in 1931."),
        ("We cut the thread from that bar.", "We cut the thread from a bar that had rusted."),
        ("I needed that bracket for the pump.", "The pump needed a bracket that I had thrown away."),
        ("Sadly that page is gone.", "The page is gone, sadly."),
        ("It turns out that leaves the valve open.", "The worn seat leaves the valve open."),
        ("The valve stuck because that's how it wears.", "The valve stuck because its guide had worn."),
        ("Nobody else did it.", "Nobody oiled the pivot, since the manual does not mention it."),
        ("The only other difference is the paint.", "The two bodies differ in nothing other than the paint."),
        ("The others were cracked.", "Of nine lenses one was clear, the others were cracked."),
        ("I tried neither.", "I tried neither the reamer nor the file."),
        ("The spring, however, had lost its temper.", "The spring had lost its temper at 300 °C."),
        ("The pivot had worn as well.", "The pivot wore as well as the bush did."),
        ("A bigger jet made it even worse.", "A bigger jet was even worse than the clogged one."),
        ("Ann spent the winter on it.", "Ann bought the loom in May and spent the winter on it."),
        ("The red one fits.", "The red lens fits."),
        ("Front one rocks by 3 mm.", "Front lamps rock by 3 mm in the wings."),
        ("The second was a bush.", "The second gear has a bush."),
        ("The lever there is bent.", "The lever is bent."),
        ("12:40: The pump stops.", "At 12:40 the pump stopped."),
        ("Makes a whistle at 40 km/h.", "The vane makes a whistle at 40 km/h."),
        ("Replaced by a bronze bush.", "The bush was replaced by a bronze one from a boat."),
        ("Valve → seat, stem, guide.", "The valve has a seat, a stem and a guide."),
        ("Over seventy evenings, that habit costs a week.", "Over seventy evenings, a habit costs a week."),
        ("For an old tractor, that $180 was well spent.", "For an old tractor, $180 was well spent."),
        ("In practice, this means a longer wait.", "When the glue is cold, this means a longer wait."),
        ("The rods, it wrote, broke at once.", "The rods broke at once."),
        ("Improved from 72 to 93 per cent.", "Improved from 72 to 93 per cent, the yield paid for the oven."),
        ("Decided to leave the cap off.", "We decided to leave the cap off."),
        ("The lens in question is a Tessar.", "The lens that fogged is a Tessar."),
        ("Fold the two ends over the butter.", "Fold the two ends of the dough over the butter."),
        ("Once you've done so, drain the tank.", "Once you have bled the brakes, drain the tank."),
        ("At the time, the yard had one crane.", "By 1931 the yard had one crane."),
        ("Carol calls it a good lathe.", 'Carol wants a lathe that says "leave it to me" on the motor.'),
        ("Leaves the valve open.", "Leaves turn red in week forty."),
        ("Weight-wise that's fine.", "Weight-wise the copper bellows is fine."),
        ("A second reed cracked in May.", "A reed cracked in May, and a second one in June."),
        ("The harder part was the lower fold.", "The upper fold was harder to reach than the lower one."),
        ("Ann joined the guild shortly after.", "Ann joined the guild shortly after the fire of 1931."),
        ("The needle is also bent by 2 mm.", "The needle bent by 2 mm, and the seat is worn."),
        (
            "Soft and light bellows with a home-made strip of glove leather.",
            "Soft leather is light enough for a bellows.",
        ),
        (
            "A few notes on the bellows, based on trying to patch them.",
            "A few notes on the bellows are all that I have.",
        ),
        ("We filed each of those.", "We had nine levers and filed each of those levers by hand."),
        ("It adds a whole turn.", "The shop counted in turns, and IT has no word for them."),
        ("Use it hot.", "When it comes to glue, hot is better than thick."),
        ("Its makers closed in 1958.", "Since its start in 1931, Austin cast the block in one go."),
        ("The bearing worn down to its shell by that shaft.", "The bearing in the middle carries the whole shaft."),
        ("Sourcing a bracket from a breaker.", "Sourcing a bracket from a breaker took three weeks."),
    ],
)
def test_a_sentence_that_leans_beside_one_that_stands(leaning, standing):
    assert not stands_alone(leaning, ENGLISH)
    assert stands_alone(standing, ENGLISH)


@pytest.mark.parametrize(
    "text",
    [
        "Dieser Hebel klemmt.",
        "Donc le levier coince.",
        "Sin embargo, la palanca no cede.",
        "Dit werkt niet.",
        "Это рычаг.",
    ],
)
def test_in_other_languages_the_first_words_tell(text):
    assert not stands_alone(text, OTHER)


@pytest.mark.parametrize(
    "text", ["Der Hebel klemmt bei 40 °C.", "La palanca cede a 40 °C.", "このレバーは曲がった。"]
)
def test_nothing_else_is_known_of_other_languages(text):
    assert stands_alone(text, OTHER) == (not text.startswith("この"))


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("But the lever was bent.", "The lever was bent."),
        ("It turns out that the lever was bent.", "The lever was bent."),
        ("And filed it flat.", "And filed it flat."),
        ("It turned out pip3 was not there.", "It turned out pip3 was not there."),
    ],
)
def test_a_word_that_only_joins_goes_unless_the_rest_would_be_no_sentence(text, opening):
    assert opened(text, ENGLISH) == opening


def test_a_verb():
    assert says_something("The vane whistles.", ENGLISH) or says_something("The vane is loud.", ENGLISH)
    assert not says_something("A vane of brass, red.", ENGLISH)
