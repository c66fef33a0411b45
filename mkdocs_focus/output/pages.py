"""What all pages share: the templates' environment, their style and script inside them, and how texts are shown.

A page is one piece of HTML that asks nothing of any server: style, script and drawing stand in it. Texts come out of
articles and may hold anything; the templates escape all of them, isolate their direction and clip their length.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

CLIP = 400
"""Characters of a text from an article that a page shows; no rule says more, no sane title is longer."""


def clip(text: str, length: int = CLIP) -> str:
    """`text`, shortened to `length` characters with an ellipsis."""
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


_CODE = re.compile("`([^`]+)`")
_QUOTED = re.compile("“([^”]+)”")


def say(text: str) -> Markup:
    """A finding's message or advice as a sentence: clipped and escaped, what stands between backticks as code.

    What it quotes from the article keeps its own direction and leaves the sentence its own.
    """
    escaped = str(escape(clip(text[:1].upper() + text[1:])))
    return Markup(_QUOTED.sub(r"“<bdi>\1</bdi>”", _CODE.sub(r"<code>\1</code>", escaped)))


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates of `templates/`, where everything is escaped unless Python says that it is HTML."""
    made = Environment(
        loader=PackageLoader("mkdocs_focus.output", "templates"),
        autoescape=True,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    made.filters.update(clip=clip, say=say)
    made.globals["asset"] = asset
    return made


def render(template: str, **values: object) -> str:
    """A page's HTML."""
    return environment().get_template(template).render(**values)


_COMMENT = re.compile(r"/\*[\s\S]*?\*/|^\s*//.*$", re.MULTILINE)


@lru_cache(maxsize=16)
def asset(name: str) -> Markup:
    """A style sheet or script of `templates/`, without comments and indentation. It is ours, so it is not escaped.

    It comes in ASCII, so that a page to which it is added stays as narrow in memory, and as fast to write, as it was.
    """
    text = (files("mkdocs_focus.output") / "templates" / name).read_text(encoding="utf-8")
    lines = (" ".join(line.split()) for line in _COMMENT.sub("", text).splitlines())
    joint, escaped = ("", "\\{:x} ") if name.endswith(".css") else ("\n", "\\u{:04x}")
    joined = joint.join(line for line in lines if line)
    return Markup(re.sub(r"[^\x00-\x7f]", lambda match: escaped.format(ord(match[0])), joined))


def ascii_only(html: str) -> str:
    """HTML outside of style and script with character references for all that is not ASCII."""
    return html.encode("ascii", "xmlcharrefreplace").decode("ascii")
