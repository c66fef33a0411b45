"""Reading never raises, and every place lies inside the source and points at the text that it names."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mkdocs_focus.contract.reading import read_contract
from mkdocs_focus.text.article import Article, read_article
from mkdocs_focus.text.position import Source, decode
from mkdocs_focus.text.reader import read_body

PIECES = (
    "---", "+++", "...", "title: a", "topic: [", "topic: &a [*a]", "share:", "  uid: 2", "# Heading", "text with words.",
    "- item", "    indented", "> quote", "```", "~~~", "| a | b |", "|---|---|", "!!! note \"Title\"", "??? tip", "=== \"Tab\"",
    "[^1]: foot", ":   definition", "<div>", "</div>", "<!-- c", "-->", "$$", "{{ 7*7 }}", "{% raw %}", "![a](b.png)",
    "[a](b) [c] [d][e]", "*a **b* c**", "`code", "&amp; &#x41; &nope;", "\\* \\", "1. one", "\t tab", "H~2~O x^2^", "++ctrl+c++",
    "$x$ costs $5", "https://example.com/a_(b).", "<br>line", "\u200b", "\u00a0", "\u202e", "日本語。テスト！", "\x00", "\x0b", "\u2028", "",
    "a | b", "--|--", ":-:", "- a | b", "  --|--", "**bold** text", "***", "* * *", "__init__", "_ _ _", "-", "*  two", "1) one",
    "```py", "~~~ `", "``` `", "===", "## ", "-\ttab", "1.\ttab", "- - -", "- ***a***", "  - nested", "2. two", "#", "#no", "+ plus",
)  # fmt: skip
LINES = st.lists(st.sampled_from(PIECES) | st.text(max_size=30), max_size=25)
ENDS = st.sampled_from(("\n", "\r\n", "\r"))


def check(article: Article) -> None:
    size = len(article.text)
    spans = [p.span for p in article.front.problems]
    spans += [s for place in article.front.places.values() for s in (place.key, place.value)]
    spans += [b.span for b in article.body.blocks]
    spans += [article.body.sentence_span(s) for s in article.body.sentences]
    spans += [s for _, s in article.body.images + article.body.references]
    spans += [p.span for p in read_contract(article).problems]
    for span in spans:
        assert 0 <= span.start <= span.end <= size, span
    for block in article.body.blocks:
        assert block.span.start >= article.front.body
        for mark in block.plain.marks:
            assert 0 <= mark.start <= mark.end <= len(block.text)
        for offset in range(len(block.text)):
            assert 0 <= block.plain.source_offset(offset) <= size
    for section in article.body.sections:
        assert 0 <= section.blocks.start <= section.blocks.stop <= len(article.body.blocks)


@settings(max_examples=400, deadline=None)
@given(LINES, ENDS)
@example(["---", "a: 1", "---"], "\r\n")
@example(["```", "never closed"], "\n")
def test_lines_of_markdown_never_raise_and_stay_inside(lines: list[str], end: str) -> None:
    check(read_article(end.join(lines), "a.md"))


@settings(max_examples=300, deadline=None)
@given(st.text())
def test_any_text_never_raises_and_stays_inside(text: str) -> None:
    check(read_article(text, "a.md"))


@settings(max_examples=200, deadline=None)
@given(st.binary())
def test_any_bytes_decode(data: bytes) -> None:
    text, bad = decode(data)
    assert bad is None or 0 <= bad < len(data)
    check(read_article(text, "a.md", undecodable=bad))


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab\n\r\u2028 "), st.integers(0, 40))
def test_position_and_offset_are_inverse(text: str, offset: int) -> None:
    source = Source.from_text(text)
    offset = min(offset, len(source.text))
    assert source.offset(*source.position(offset)) == offset


WORDS = st.lists(
    st.sampled_from(("seal", "hood", "3/8-inch", "Camaro", "a", "é", "日本")), min_size=1, max_size=6
).map(" ".join)


@settings(max_examples=200, deadline=None)
@given(WORDS, WORDS, WORDS)
def test_plain_characters_come_from_their_own_place(first: str, second: str, third: str) -> None:
    text = f"# {first}\n\n!!! note\n    {second} **{third}** [{first}](x) `{second}`\n\n> {third}\n\n- *{first}*\n"
    article = read_article(text, "a.md")
    for block in article.body.blocks:
        for at, char in enumerate(block.text):
            if char != "\n":
                assert article.text[block.plain.source_offset(at)] == char


@pytest.mark.parametrize(
    ("markdown", "blocks"),
    [
        ('!!! tip "A title"\n    Text inside.\n\n    - item\n', [("title", "A title"), ("paragraph", "Text inside."), ("item", "item")]),
        ('=== "Tab"\n\n    ```py\n    x = 1\n    ```\n\n    After.\n', [("title", "Tab"), ("code", "    x = 1"), ("paragraph", "After.")]),
        ("Term\n:   What it is\n", [("paragraph", "Term"), ("definition", "What it is")]),
        ("Text.[^1]\n\n[^1]: The note.\n", [("paragraph", "Text."), ("footnote", "The note.")]),
        ("| a | b |\n|---|---|\n| 1 | *two* |\n", [("row", "a | b"), ("row", "1 | two")]),
        ("a 2 * 3 and 2*3 and x_y_z\n", [("paragraph", "a 2 * 3 and 2*3 and x_y_z")]),
        ("An [array](u) and arr[0] and [sic]\n", [("paragraph", "An array and arr[0] and [sic]")]),
        ("Costs $5 and $10, but $x^2$ holds\n", [("paragraph", "Costs $5 and $10, but $x^2$ holds")]),
        ("<p>HTML <b>text</b></p>\n", [("paragraph", "HTML text")]),
        ("Text<!-- more -->here {: .c } :smile:\n", [("paragraph", "Texthere  ")]),
        ("H~2~O and m^2^ and ~~gone~~\n", [("paragraph", "H2O and m2 and gone")]),
        ("--8<-- \"part.md\"\n\n*[ABS]: brakes\n\nText here.\n", [("paragraph", "Text here.")]),
    ],
)  # fmt: skip
def test_what_writers_on_mkdocs_use(markdown: str, blocks: list[tuple[str, str]]) -> None:
    body = read_article(markdown, "a.md").body
    assert [(b.kind, b.text.strip("\n")) for b in body.blocks] == blocks


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("It holds. It leaks!", ["It holds.", "It leaks!"]),
        ("Set it to 3.5 V, e.g. on a No. 4 jet. Then go.", ["Set it to 3.5 V, e.g. on a No. 4 jet.", "Then go."]),
        ("Dr. Smith of Ford Motor Co. wrote it in 1968. So did J. Doe.", ["Dr. Smith of Ford Motor Co. wrote it in 1968.", "So did J. Doe."]),
        ("“It leaks.” He left.", ["“It leaks.”", "He left."]),
        ("これは雨です。止まった！", ["これは雨です。", "止まった！"]),
        ("It is 3 in. It fits.", ["It is 3 in.", "It fits."]),
    ],
)  # fmt: skip
def test_sentences(text: str, sentences: list[str]) -> None:
    assert [s.text for s in read_article(text, "a.md").body.sentences] == sentences


@settings(max_examples=600, deadline=None)
@given(LINES)
@example(["text with words.", "- item"])
@example(["- item", "", "text with words."])
@example(["<div>", "", "text with words."])
@example(["1. one", "", "    indented"])
@example(["- item", "```", "", "text with words."])
@example(["<div>", "```", "", "```", "", "title: a"])
@example(["- <div>", "  ```", "", "```", "", "text with words."])
@example(["- item", "", "??? tip", "", "  - nested"])
@example(["a | b", "--|--", "text with words."])
@example(["text with words. ", "\x0b"])
@example(["``` `", "", "text with words.", "??? tip"])
def test_reading_by_regions_equals_reading_by_the_parser_alone(lines: list[str]) -> None:
    source = Source.from_text("\n".join(lines))
    fast, slow = read_body(source), read_body(source, cut=False)
    assert fast.blocks == slow.blocks
    assert fast.sections == slow.sections
    assert sorted(fast.references) == sorted(slow.references)
