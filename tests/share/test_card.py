"""The picture of a shared link."""

import io

import pytest

from mkdocs_focus.share.card import CardFacts, draw_card

Image = pytest.importorskip("PIL.Image")

TEXTS = {
    "plain": CardFacts("A 1911 Sturmey-Archer hub", "Two of its 36 spokes were bent.", "Old Hubs", "R. Weaver"),
    "long": CardFacts("Re-lacing " * 40, "The hub wanted thirty-six spokes. " * 40, "Site " * 40, "Author " * 40),
    "emoji and CJK": CardFacts("古い自転車のハブを組み直す 🚲🔧", "スポークは36本、2本が曲がっていた。"),
    "one long word": CardFacts("Donaudampfschifffahrtsgesellschaftskapitän" * 8),
    "nothing": CardFacts(""),
    "bad colours": CardFacts("Hub", background="no colour", foreground="#12"),
}


@pytest.mark.parametrize("facts", TEXTS.values(), ids=TEXTS.keys())
def test_every_text_fits(facts):
    image = Image.open(io.BytesIO(draw_card(facts))).convert("RGB")
    assert image.size == (1200, 630)
    ground = image.getpixel((0, 0))
    frame = [(0, 0, 1200, 55), (0, 600, 1200, 630), (0, 0, 78, 630), (1125, 0, 1200, 630)]
    assert all(image.crop(box).getcolors() == [((box[2] - box[0]) * (box[3] - box[1]), ground)] for box in frame)


def test_the_same_facts_yield_the_same_bytes():
    assert draw_card(TEXTS["plain"]) == draw_card(TEXTS["plain"])


def test_colours_are_the_theme_s():
    image = Image.open(io.BytesIO(draw_card(CardFacts("Hub", background="#102030", foreground="white")))).convert(
        "RGB"
    )
    assert image.getpixel((5, 5)) == (16, 32, 48)
    assert (255, 255, 255) in {colour for _, colour in image.getcolors(100_000)}
