"""`mkdocs build` with the plugin, as a writer runs it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sites import BLOG, DEEP, GENERIC, PLAIN, Site


def test_findings_posts_and_summary(site: Site) -> None:
    site.write("generic.md", GENERIC)
    site.write("deep.md", DEEP)
    run = site.build()
    assert run.code == 0
    assert re.search(r"WARNING.* focus: docs/generic\.md:3:8: broad-topic: ", run.out)
    assert re.search(r"WARNING.* focus: docs/generic\.md:\d+:\d+: generic-article: ", run.out)
    assert not re.search(r"WARNING.*docs/deep\.md", run.out)
    assert "2 articles: 1 deep, 0 mixed, 1 generic" in run.out
    report = site.report()
    assert report["docs/generic.md"]["verdict"] == "generic"
    assert report["docs/deep.md"]["verdict"] == "deep"
    assert report["docs/deep.md"]["score"] > report["docs/generic.md"]["score"]
    assert "docs/index.md" not in report
    index = site.json("focus/share/index.json")
    assert index["publishable"] is True
    kits = {kit["uid"]: kit for kit in index["kits"]}
    assert set(kits) == {"deep"}
    tweets = [post for post in kits["deep"]["posts"] if post["network"] == "twitter"]
    assert 1 <= len(tweets) <= 3
    for post in tweets:
        assert post["length"] <= 280
        assert post["text"].endswith("https://example.com/deep/")
    text = (site.root / "focus/share/deep/twitter.txt").read_text(encoding="utf-8")
    assert text.split("\n\n---\n\n")[0] == tweets[0]["text"].rstrip("\n") or text.startswith(tweets[0]["text"])
    assert (site.root / "focus/share/deep/facebook.txt").is_file()
    assert not (site.root / "focus/share/generic").exists()
    assert not (site.root / "site/focus").exists()


def test_the_script_that_writers_call_says_nothing_of_deprecations(site: Site) -> None:
    site.write("deep.md", DEEP)
    script = Path(sys.executable).with_name("mkdocs")  # it shows them, `python -m mkdocs` does not
    done = subprocess.run([script, "build"], cwd=site.root, capture_output=True, text=True, timeout=120, check=True)
    assert "focus: 1 article" in done.stderr
    assert "DeprecationWarning" not in done.stderr


def test_strict_fails_on_a_generic_article_until_it_is_mended(site: Site) -> None:
    site.write("article.md", GENERIC)
    assert site.build("--strict").code == 1
    site.write("article.md", DEEP)
    run = site.build("--strict")
    assert run.code == 0, run.out


def test_fail_on_holds_under_quiet_too(site: Site) -> None:
    site.config(PLAIN.replace("- focus", "- focus:\n      fail_on: error"))
    site.write("broken.md", "---\ntitle: a: b\n---\n\n# Text\n\nSome text.\n")
    run = site.build("-q")
    assert run.code == 1
    assert "fail_on" in run.out
    site.write("broken.md", DEEP)
    assert site.build("-q").code == 0
    site.write("generic.md", GENERIC)
    assert site.build("-q").code == 0
    site.config(PLAIN.replace("- focus", "- focus:\n      fail_on: warning"))
    assert site.build("-q").code == 1


def test_bad_options_are_all_reported_with_the_nearest_names(site: Site) -> None:
    options = "{ruels: {}, fail_on: warnings, networks: [twiter], rules: {fillr: off, shallow: {severty: note}}}"
    site.config(PLAIN.replace("- focus", f"- focus: {options}"))
    run = site.build()
    assert run.code == 1
    for part in ("`rules`", "`warning`", "`twitter`", "`filler`", "`severity`"):
        assert part in run.out, run.out


def test_rules_can_be_set_and_switched_off(site: Site) -> None:
    site.write("generic.md", GENERIC)
    site.config(
        PLAIN.replace("- focus", "- focus:\n      rules: {filler: off, generic-article: note, broad-topic: error}")
    )
    assert site.build().code == 0
    found = {f["rule"]: f["severity"] for f in site.report()["docs/generic.md"]["findings"]}
    assert "filler" not in found
    assert found["generic-article"] == "note"
    assert found["broad-topic"] == "error"
    site.config(PLAIN.replace("- focus", "- focus:\n      rules: {broad-topic: {exclude: ['gen*.md']}}"))
    assert site.build().code == 0
    assert "broad-topic" not in {f["rule"] for f in site.report()["docs/generic.md"]["findings"]}


def test_a_rule_switched_off_in_the_article_needs_a_reason_and_must_hide_something(site: Site) -> None:
    front = 'focus:\n  ignore:\n    - broad-topic: "the site is about them"\n    - file-name-becomes-link: "none here"\n    - generic-article\n'
    site.write("generic.md", GENERIC.replace("depth: detailed\n", "depth: detailed\n" + front))
    assert site.build().code == 0
    rules = [f["rule"] for f in site.report()["docs/generic.md"]["findings"]]
    assert "broad-topic" not in rules
    assert rules.count("unused-ignore") == 1
    assert rules.count("ignore-without-reason") == 1


def test_a_comment_hides_a_finding_in_the_next_block_only(site: Site) -> None:
    site.write("generic.md", GENERIC)
    site.build()
    before = [f for f in site.report()["docs/generic.md"]["findings"] if f["rule"] == "filler"]
    assert len(before) >= 2
    at = "It goes without saying"
    site.write("generic.md", GENERIC.replace(at, f"<!-- focus: ignore filler: a saying of ours -->\n{at}"))
    site.build()
    after = [f for f in site.report()["docs/generic.md"]["findings"] if f["rule"] == "filler"]
    assert len(after) < len(before)


def test_only_posts_are_articles_where_the_blog_plugin_is_on(blog: Site) -> None:
    blog.write("about.md", GENERIC)
    blog.write("blog/posts/deep.md", DEEP)
    run = blog.build("--strict")
    assert run.code == 0, run.out
    assert set(blog.report()) == {"docs/blog/posts/deep.md"}
    kit = blog.json("focus/share/index.json")["kits"][0]
    assert kit["url"].startswith("https://example.com/blog/2024/05/01/")
    assert kit["date"] == "2024-05-01"


def test_a_draft_leaves_no_kit(blog: Site) -> None:
    draft = DEEP.replace("depth: detailed\n", "depth: detailed\ndraft: true\n")
    blog.write("blog/posts/deep.md", draft)
    assert blog.build().code == 0
    assert blog.json("focus/share/index.json")["kits"] == []


def test_values_are_inherited_from_meta_files_and_from_the_options(blog: Site) -> None:
    blog.write("blog/posts/.meta.yml", "topic: Cars\n")
    blog.write("blog/posts/deep.md", DEEP.replace("topic: 1966 Lambretta SX 200 main jet seizure\n", ""))
    assert blog.build().code == 0
    topic = blog.report()["docs/blog/posts/deep.md"]["topic"]
    assert (topic["text"], topic["stated"]) == ("Cars", True)
    blog.write("blog/posts/.meta.yml", "audience: riders\n")
    blog.config(BLOG.replace("- focus", "- focus: {defaults: {topic: Scooters}}"))
    assert blog.build().code == 0
    assert blog.report()["docs/blog/posts/deep.md"]["topic"]["text"] == "Scooters"


def test_globs_choose_the_articles(site: Site) -> None:
    site.config(PLAIN.replace("- focus", "- focus: {articles: ['notes/**/*.md']}"))
    site.write("notes/2024/a.md", DEEP)
    site.write("other.md", GENERIC)
    assert site.build().code == 0
    assert set(site.report()) == {"docs/notes/2024/a.md"}


def test_focus_false_takes_a_page_out(site: Site) -> None:
    site.write("a.md", GENERIC.replace("depth: detailed", "focus: false"))
    assert site.build("--strict").code == 0
    assert site.report() == {}


def test_many_articles_with_the_same_finding_are_folded_into_a_line(site: Site) -> None:
    for number in range(7):
        site.write(f"a{number}.md", GENERIC.replace("topic: Cars\n", ""))
    out = site.build().out
    assert re.search(r"missing-topic: 7 findings in 7 articles, the first at docs/a0\.md:", out)
    assert len(re.findall(r"generic-article", out)) == 1


@pytest.mark.parametrize("option", ["focus_dir: docs/focus", "cache_dir: docs/.cache"])
def test_nothing_is_written_below_docs(site: Site, option: str) -> None:
    site.config(PLAIN.replace("- focus", f"- focus: {{{option}}}"))
    run = site.build()
    assert run.code == 1
    assert option.split(":")[0] in run.out


def test_the_same_input_gives_the_same_bytes(site: Site) -> None:
    site.write("deep.md", DEEP)
    site.write("generic.md", GENERIC)
    site.build()
    first = {f.relative_to(site.root): f.read_bytes() for f in (site.root / "focus").rglob("*") if f.is_file()}
    site.build()
    second = {f.relative_to(site.root): f.read_bytes() for f in (site.root / "focus").rglob("*") if f.is_file()}
    assert first == second
    (site.root / "docs/deep.md").unlink()
    site.build()
    assert not (site.root / "focus/share/deep").exists()


def test_findings_become_annotations_on_github(site: Site) -> None:
    site.write("generic.md", GENERIC)
    summary = site.root / "summary.md"
    out = site.build(GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(summary)).out
    assert re.search(
        r"^::warning file=docs/generic\.md,line=3,endLine=3,col=8,endColumn=12,title=broad-topic \(T\d+\)::",
        out,
        re.M,
    )
    assert "broad-topic" in summary.read_text(encoding="utf-8")


def test_a_comment_needs_a_reason_and_hides_one_occurrence_only(site: Site) -> None:
    again = GENERIC + "\nIt goes without saying that this stands here twice.\n"
    at = "It goes without saying that a well"
    site.write("generic.md", again.replace(at, f"<!-- focus: ignore filler -->\n{at}"))
    assert site.build().code == 0
    found = site.report()["docs/generic.md"]["findings"]
    assert "ignore-without-reason" in {f["rule"] for f in found}
    assert any(f["rule"] == "filler" and f["excerpt"] == "It goes without saying" for f in found)


def test_a_glob_that_matches_nothing_is_told(site: Site) -> None:
    site.config(PLAIN.replace("- focus", "- focus: {articles: ['nothing/*.md']}"))
    site.write("a.md", DEEP)
    assert "`articles` (nothing/*.md) matches no page" in site.build().out
    check = site.run("mkdocs_focus", "check")
    assert check.code == 2
    assert "articles" in check.out


def test_the_command_writes_the_posts_of_the_build(site: Site) -> None:
    site.write("deep.md", DEEP)
    site.write("generic.md", GENERIC)
    assert site.build().code == 0
    shared = site.run("mkdocs_focus", "share", "--format", "json")
    kits = {kit["path"]: kit for kit in json.loads(shared.out)["kits"]}
    report = site.report()
    assert kits.keys() == report.keys()
    built = {kit["path"]: kit["posts"] for kit in site.json("focus/share/index.json")["kits"]}
    assert {path: kit["posts"] for path, kit in kits.items() if kit["posts"]} == built
    for path, kit in kits.items():
        assert kit["reason"] == report[path]["no_posts_because"]
        assert len(kit["posts"]) == sum(report[path]["posts"].values())
