"""Draws the picture that stands with a shared link, where the page has none of its own (extra `cards`: Pillow).

Fonts are the system's, else the one that Pillow brings along; nothing is downloaded. A character that no font at hand
can draw is left out rather than shown as a box.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

WIDTH, HEIGHT = 1200, 630
_MARGIN = 80
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class CardFacts:
    """What stands on a card. Two equal ones yield the same bytes, so that a caller may keep them by content."""

    topic: str
    detail: str = ""
    site_name: str = ""
    author: str = ""
    background: str = "#3f51b5"
    """A colour as CSS has it: #rgb, #rrggbb or a name."""
    foreground: str = "#ffffff"


def is_available() -> bool:
    """Whether Pillow is installed."""
    try:
        import PIL.ImageFont  # noqa: F401
    except ImportError:
        return False
    return True


def draw_card(facts: CardFacts) -> bytes:
    """The card as a PNG of 1200 × 630 pixels. Raises ImportError without Pillow."""
    from PIL import Image, ImageColor, ImageDraw

    background = _colour(facts.background, "#3f51b5")
    foreground = _colour(facts.foreground, "#ffffff")
    image = Image.new("RGB", (WIDTH, HEIGHT), background)
    draw = ImageDraw.Draw(image)
    muted = tuple(
        (2 * fore + back) // 3
        for fore, back in zip(ImageColor.getrgb(foreground), ImageColor.getrgb(background), strict=False)
    )
    foot = " · ".join(text for text in (facts.site_name, facts.author) if text)
    bottom = HEIGHT - _MARGIN
    if foot:
        _write(draw, _fit(foot, 1, 34, 26, WIDTH - 2 * _MARGIN), bottom - 40, muted)
        bottom -= 90
    top = _MARGIN - 10
    title = _fit(facts.topic, 2 if facts.detail else 5, 72, 40, WIDTH - 2 * _MARGIN)
    top = _write(draw, title, top, foreground)
    if facts.detail:
        top += 30
        draw.rectangle((_MARGIN, top, _MARGIN + 90, top + 6), fill=muted)
        top += 36
        lines = max((bottom - top) // 54, 1)
        _write(draw, _fit(facts.detail, lines, 42, 34, WIDTH - 2 * _MARGIN), top, foreground)
    buffer = io.BytesIO()
    image.quantize(64).save(buffer, "PNG")
    return buffer.getvalue()


def _colour(text: str, otherwise: str) -> str:
    from PIL import ImageColor

    try:
        ImageColor.getrgb(text)
    except ValueError:
        return otherwise
    return text


@dataclass(frozen=True, slots=True)
class _Fitted:
    """A text broken into lines, with its size in pixels."""

    lines: tuple[str, ...]
    size: int


def _fit(text: str, most_lines: int, largest: int, smallest: int, width: int) -> _Fitted:
    """Break a text into lines at the largest size at which it fits; cut it at the smallest where it does not."""
    text = "".join(c for c in " ".join(text.split())[:600] if c == " " or _font_for(c) is not None)
    text = " ".join(text.split())
    for size in range(largest, smallest - 1, -4):
        lines = _break(text, size, width)
        if len(lines) <= most_lines:
            return _Fitted(tuple(lines), size)
    kept = _break(text, smallest, width)[:most_lines]
    last = kept[-1]
    while last and _width(last + _ELLIPSIS, smallest) > width:
        last = last[:-1]
    cut = last.rsplit(" ", 1)[0] if " " in last else last
    return _Fitted((*kept[:-1], cut.rstrip(" ,;:–—-") + _ELLIPSIS), smallest)


def _break(text: str, size: int, width: int) -> list[str]:
    lines = [""]
    for piece in _pieces(text):
        if _width(lines[-1] + piece.rstrip(), size) <= width:
            lines[-1] += piece
            continue
        if lines[-1].strip():
            lines.append("")
        while _width(piece.rstrip(), size) > width:  # a word longer than a line
            fits = next(n for n in range(len(piece) - 1, 0, -1) if n == 1 or _width(piece[:n], size) <= width)
            lines[-1] = piece[:fits]
            lines.append("")
            piece = piece[fits:]
        lines[-1] += piece
    return [line.rstrip() for line in lines if line.strip()] or [""]


def _pieces(text: str) -> Iterator[str]:
    """Where a line may break: after spaces, and around each character of the scripts that are written without."""
    start = 0
    for index, character in enumerate(text):
        if character == " " or "\u2e80" <= character <= "\u9fff" or "\uac00" <= character <= "\ud7a3":
            yield text[start : index + 1]
            start = index + 1
    if start < len(text):
        yield text[start:]


def _write(draw: ImageDraw, text: _Fitted, top: int, colour: Any) -> int:
    """Write the lines from `top` on; returns where they end."""
    for line in text.lines:
        x = float(_MARGIN)
        for font, part in _runs(line, text.size):
            draw.text((x, top), part, font=font, fill=colour)
            x += font.getlength(part)
        top += round(text.size * 1.28)
    return top


def _width(text: str, size: int) -> float:
    return sum((float(font.getlength(part)) for font, part in _runs(text, size)), 0.0)


def _runs(text: str, size: int) -> Iterator[tuple[Any, str]]:
    """The stretches of a text that one font can draw."""
    current, part = None, ""
    for character in text:
        path = _font_for(character) if character != " " else current
        if path != current and part:
            yield _font(current or "", size), part
            part = ""
        current = path
        part += character
    if part:
        yield _font(current or "", size), part


_FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.local/share/fonts",
    "~/.fonts",
    "/System/Library/Fonts",
    "/Library/Fonts",
    "~/Library/Fonts",
    "C:/Windows/Fonts",
)
_PREFERRED = (
    "NotoSans-Regular", "NotoSans[wdth,wght]", "Inter-Regular", "Roboto-Regular", "OpenSans-Regular",
    "LiberationSans-Regular", "Arial", "arial", "Helvetica", "segoeui", "DejaVuSans", "NotoSansCJK-Regular",
    "NotoSansCJKjp-Regular", "NotoSansJP-Regular", "NotoSansSC-Regular", "NotoSansKR-Regular", "wqy-microhei",
    "wqy-zenhei", "DroidSansFallback", "DroidSansFallbackFull", "ipag", "ipagp", "PingFang", "Hiragino Sans GB",
    "AppleSDGothicNeo", "msyh", "msgothic", "YuGothM", "malgun", "simsun", "unifont",
    "NotoSansSymbols2-Regular", "NotoSansSymbols-Regular", "NotoSansMath-Regular", "Symbola", "seguisym",
)  # fmt: skip
"""File names of fonts, those for Latin first, then those that fill in what they lack."""


@lru_cache(maxsize=1)
def _fonts() -> tuple[str, ...]:
    """The fonts at hand, best first; the last, an empty name, is Pillow's own."""
    found: dict[str, str] = {}
    for folder in _FOLDERS:
        root = Path(folder).expanduser()
        if root.is_dir():
            for file in sorted(root.rglob("*")):
                if file.suffix.lower() in (".ttf", ".otf", ".ttc") and file.stem in _PREFERRED:
                    found.setdefault(file.stem, str(file))
    return (*(found[name] for name in _PREFERRED if name in found), "")


@lru_cache(maxsize=256)
def _font(path: str, size: int) -> Any:
    from PIL import ImageFont

    return ImageFont.truetype(path, size) if path else ImageFont.load_default(size)


@lru_cache(maxsize=4096)
def _font_for(character: str) -> str | None:
    """The first font that can draw a character; None where none can."""
    for path in _fonts():
        mask = bytes(_font(path, 24).getmask(character))
        if any(mask) and mask != _blank(path):
            return path
    return None


@lru_cache(maxsize=64)
def _blank(path: str) -> bytes:
    """What a font draws for a character that it lacks."""
    return bytes(_font(path, 24).getmask("\U0010fffd"))
