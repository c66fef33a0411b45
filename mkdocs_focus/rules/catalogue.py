"""All rules, in the order of their codes."""

from __future__ import annotations

from mkdocs_focus.rules import (
    broad_topic,
    claim_not_in_article,
    duplicate_key,
    filler,
    front_matter_unreadable,
    generic_article,
    generic_title,
    ignore_without_reason,
    missing_depth,
    missing_topic,
    no_shareable_detail,
    not_utf8,
    shallow,
    topic_not_in_opening,
    topic_not_in_title,
    unknown_key,
    unused_ignore,
    vague_quantity,
    wrong_type,
)
from mkdocs_focus.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    front_matter_unreadable.RULE,
    duplicate_key.RULE,
    missing_topic.RULE,
    missing_depth.RULE,
    wrong_type.RULE,
    unknown_key.RULE,
    unused_ignore.RULE,
    ignore_without_reason.RULE,
    not_utf8.RULE,
    broad_topic.RULE,
    topic_not_in_title.RULE,
    topic_not_in_opening.RULE,
    shallow.RULE,
    generic_title.RULE,
    filler.RULE,
    vague_quantity.RULE,
    generic_article.RULE,
    no_shareable_detail.RULE,
    claim_not_in_article.RULE,
)
BY_NAME = {rule.name: rule for rule in RULES}
