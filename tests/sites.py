"""Tiny sites, really built by the real commands."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

GENERIC = """\
---
title: All about car care
topic: Cars
depth: detailed
---

# All about car care

In today's fast-paced world, taking care of your car is more important than ever. Whether you are a beginner or a
seasoned pro, there are many things you can do to keep your vehicle in great shape.

## Why it matters

It goes without saying that a well-maintained car is a happy car. Regular maintenance can save you a lot of money in
the long run, and it gives you peace of mind. There are so many benefits that it is hard to know where to start.

## Tips

- Always do your research before you buy anything.
- Make sure to use quality products.
- Don't be afraid to ask for help when you need it.

## Conclusion

At the end of the day, caring for your car is all about consistency. Follow these simple tips and you will be well on
your way to success.
"""

DEEP = """\
---
title: Why the 1966 Lambretta SX 200 seizes at 90 km/h, and the jet that cures it
topic: 1966 Lambretta SX 200 main jet seizure
depth: detailed
date: 2024-05-01
description: The Dell'Orto SH 1/20 of a 1966 Lambretta SX 200 leaves the factory with a 103 main jet; with a 116 it holds 90 km/h.
---

# Why the 1966 Lambretta SX 200 seizes at 90 km/h, and the jet that cures it

The 1966 Lambretta SX 200 seizes at 90 km/h because its Dell'Orto SH 1/20 carries a 103 main jet, two sizes too lean
for a 200 cc barrel with today's fuel.

## What the plug shows

After 4 km at full throttle the NGK B7ES came out chalk white, and the piston had a 12 mm scuff opposite the exhaust
port. At half throttle the same plug was tan, so the needle was not the cause but the main jet.

## The jet that cures it

A 110 jet moved the seizure from 90 to 97 km/h instead of curing it. Only the 116 held: 18 km on the Brenner road at
full throttle, head at 168 °C instead of 211 °C, measured with a Koso sensor under the plug.

| main jet | head at 90 km/h | plug |
|---|---|---|
| 103 | 211 °C | white |
| 110 | 190 °C | pale |
| 116 | 168 °C | tan |

![The scuffed piston](piston.png)

The jet is a Dell'Orto 1486, 6 mm, and costs 4.20 euros; the [parts list of 1967](https://example.org/innocenti-1967)
gives the 103 for the Italian market only.
"""


@dataclass
class Run:
    """What a command did."""

    code: int
    out: str


@dataclass
class Site:
    """A site in a temporary folder."""

    root: Path

    def write(self, path: str, text: str | bytes) -> Path:
        """Put a file into `docs/`."""
        file = self.root / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        # In one step, as an editor saves: a watching server must see one change.
        partial = self.root / "partial"
        partial.write_bytes(text if isinstance(text, bytes) else text.encode())
        partial.replace(file)
        return file

    def config(self, text: str) -> None:
        """Write `mkdocs.yml`."""
        (self.root / "mkdocs.yml").write_text(text, encoding="utf-8")

    def run(self, *command: str, **environment: str) -> Run:
        """Run a module's command in the site's folder."""
        env = {k: v for k, v in os.environ.items() if not k.startswith("GITHUB_")} | {"NO_COLOR": "1"} | environment
        done = subprocess.run(
            [sys.executable, "-m", *command],
            cwd=self.root, env=env, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False,
        )  # fmt: skip
        return Run(done.returncode, done.stdout + done.stderr)

    def build(self, *options: str, **environment: str) -> Run:
        """`mkdocs build`."""
        return self.run("mkdocs", "build", *options, **environment)

    def json(self, path: str) -> Any:
        """A JSON file of the site's folder."""
        return json.loads((self.root / path).read_text(encoding="utf-8"))

    def report(self) -> dict[str, Any]:
        """The articles of `focus/report.json` by path."""
        return {article["path"]: article for article in self.json("focus/report.json")["articles"]}


PLAIN = "site_name: Test\nsite_url: https://example.com/\ntheme: mkdocs\nplugins:\n  - focus\n"
BLOG = """\
site_name: Test
site_url: https://example.com/
theme: {name: material, font: false}
plugins:
  - search
  - meta
  - tags
  - blog
  - focus
"""


PISTON = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63686868000003"
    "0401814bd3d2100000000049454e44ae426082"
)
"""A picture of one pixel."""


def plain_site(root: Path) -> Site:
    """A site with an index page and the plugin, under MkDocs' own theme."""
    made = Site(root)
    made.config(PLAIN)
    made.write("index.md", "# Home\n\nWelcome.\n")
    made.write("piston.png", PISTON)
    return made


def blog_site(root: Path) -> Site:
    """A site on Material with its blog plugin."""
    made = Site(root)
    made.config(BLOG)
    made.write("index.md", "# Home\n\nWelcome.\n")
    made.write("blog/index.md", "# Blog\n")
    made.write("blog/posts/piston.png", PISTON)
    return made
