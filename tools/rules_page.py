"""Write docs/rules.md from the rules themselves: `python tools/rules_page.py`."""

from __future__ import annotations

from pathlib import Path

from mkdocs_focus.rules.catalogue import RULES
from mkdocs_focus.rules.rule import GROUPS, Rule

PAGE = Path(__file__).parent.parent / "docs" / "rules.md"
GROUP_TITLES = {
    "contract": "Contract: what the front matter promises",
    "topic": "Topic: one narrow thing",
    "depth": "Depth: as much detail as promised",
    "generic": "Generic: what would fit any article",
    "share": "Share: the posts and the link's preview",
}


def page() -> str:
    """The whole page."""
    parts = [
        "# Rules\n",
        "<!-- Written by tools/rules_page.py from mkdocs_focus/rules; change the rules, not this page. -->\n",
        "Each rule is set under `rules:` in the plugin's options: a severity (`error`, `warning`, `note`), `off`, or "
        "keys with the rule's own options. On one page a rule is switched off under `focus.ignore` in the front "
        "matter, in one place by `<!-- focus: ignore RULE: reason -->` before it.\n",
        "| rule | code | severity | |\n| --- | --- | --- | --- |",
        *(f"| [{r.name}](#{r.name}) | {r.code} | {r.severity} | {r.summary} |" for r in RULES),
    ]
    for group in GROUPS:
        parts.append(f"\n## {GROUP_TITLES[group]}")
        parts += [section(rule) for rule in RULES if rule.group == group]
    return "\n".join(parts) + "\n"


def section(rule: Rule) -> str:
    """One rule: what it asks for, why, a bad and a good example, its options."""
    lines = [f"\n### {rule.name}\n", f"`{rule.code}`, {rule.severity}. {rule.summary}\n", f"{rule.why}\n"]
    for title, example in (("Bad", rule.bad), ("Good", rule.good)):
        lines += [f"{title}:\n", "````markdown", shortened(example).rstrip(), "````\n"]
    if rule.options:
        lines += ["| option | default | |", "| --- | --- | --- |"]
        lines += [
            f"| `{name}` | `{value(option.default)}` | {option.what} |" for name, option in rule.options.items()
        ]
        lines.append("")
    return "\n".join(lines).rstrip()


def shortened(example: str) -> str:
    """The example without paragraphs that only repeat an earlier one to make it long."""
    kept: list[str] = []
    for paragraph in example.split("\n\n"):
        if paragraph.strip() not in kept:
            kept.append(paragraph.strip("\n"))
        elif kept[-1] != "…":
            kept.append("…")
    return "\n\n".join(kept)


def value(default: object) -> str:
    """A default as YAML writes it."""
    return "[]" if default == () else str(default)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
