"""When two texts are the same post, and two addresses the same page.

Networks change what they are given: X puts `t.co` in place of a link and escapes `&`, `<` and `>`; both trim
and fold white space. So a post is compared without its link and with its white space folded.
"""

from __future__ import annotations

import hashlib
import unicodedata
from urllib.parse import urlsplit


def plain(text: str) -> str:
    """The text as it is compared: composed characters, single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def without_link(text: str, link: str) -> str:
    """The text without the link that it ends with."""
    return text.rstrip().removesuffix(link).rstrip() if link else text.rstrip()


def mark(text: str, link: str) -> str:
    """The hash by which the ledger knows a text: 96 bits of SHA-256 of the text without its link.

    Without the link, so that the same words under a changed address are still the same post.
    """
    return hashlib.sha256(plain(without_link(text, link)).encode()).hexdigest()[:24]


def address(url: str) -> str:
    """A page's address for comparing: no scheme, query or fragment, no `index.html`, no slash at the end."""
    parts = urlsplit(url.strip())
    path = parts.path.removesuffix("index.html").rstrip("/")
    return f"{parts.netloc.lower().removeprefix('www.')}{path}"
