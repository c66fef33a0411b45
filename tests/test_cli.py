"""The command, with and without an MkDocs project."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sites import BLOG, DEEP, GENERIC, Run, Site


def run(folder: Path, *command: str, stdin: str = "") -> Run:
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs_focus", *command],
        cwd=folder, input=stdin, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False,
    )  # fmt: skip
    return Run(
        done.returncode, done.stdout if "json" in command or command[0] == "score" else done.stdout + done.stderr
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "posts" / "deep").mkdir(parents=True)
    (tmp_path / "posts" / "deep" / "index.md").write_text(DEEP, encoding="utf-8")
    (tmp_path / "posts" / "generic.md").write_text(GENERIC, encoding="utf-8")
    return tmp_path


def test_check_prints_place_rule_and_advice(folder: Path) -> None:
    done = run(folder, "check", "posts")
    assert done.code == 1
    assert "posts/generic.md:3:8: broad-topic: " in done.out
    assert "2 articles: 1 deep, 0 mixed, 1 generic" in done.out


def test_check_as_json_has_the_documented_keys(folder: Path) -> None:
    document = json.loads(run(folder, "check", "posts", "--format", "json").out)
    assert document["version"] == 1
    assert document["errors"] == []
    article = next(a for a in document["articles"] if a["path"] == "posts/generic.md")
    assert set(article) == {"path", "uid", "topic", "depth", "score", "verdict", "findings"}
    assert set(article["topic"]) == {"text", "stated", "narrowness", "suggestions"}
    assert set(article["depth"]) == {"stated", "score"}
    keys = {"rule", "code", "severity", "message", "advice", "line", "column", "end_line", "end_column", "excerpt"}
    assert all(set(f) == keys for f in article["findings"])
    broad = next(f for f in article["findings"] if f["rule"] == "broad-topic")
    assert (broad["line"], broad["column"], broad["end_line"], broad["end_column"]) == (3, 8, 3, 12)
    assert broad["excerpt"] == "Cars"


def test_share_as_json_has_the_documented_keys(folder: Path) -> None:
    document = json.loads(run(folder, "share", "posts", "--format", "json").out)
    kits = {kit["path"]: kit for kit in document["kits"]}
    assert kits["posts/generic.md"]["posts"] == []
    assert kits["posts/generic.md"]["reason"]
    post = kits["posts/deep/index.md"]["posts"][0]
    assert set(post) == {"network", "variant", "text", "link", "length", "detail", "origin"}
    assert set(post["detail"]) == {"text", "line", "column"}


def test_share_reads_like_a_kit(folder: Path) -> None:
    out = run(folder, "share", "posts/deep/index.md").out
    assert "of 280 characters" in out
    assert "https://x.com/intent/" in out


def test_exit_status(folder: Path) -> None:
    assert run(folder, "check", "posts/deep/index.md").code == 0
    assert run(folder, "check", "posts/generic.md").code == 1
    assert run(folder, "check", "posts/generic.md", "--fail-on", "error").code == 0
    assert run(folder, "check", "posts/generic.md", "--fail-on", "never").code == 0
    missing = run(folder, "check", "posts/none.md")
    assert missing.code == 2
    assert "posts/none.md: there is no such file or folder" in missing.out
    empty = folder / "empty"
    empty.mkdir()
    assert run(folder, "check", "empty").code == 2


def test_why_says_what_raised_and_lowered_each_score(folder: Path) -> None:
    out = run(folder, "check", "--why", "posts/deep/index.md").out
    assert "score" in out
    assert "narrowness" in out
    assert "+" in out
    (folder / "posts" / "bike.md").write_text("# bicycleRestoration\n\nI cleaned the chassis with WD-40 in May.\n")
    inferred = run(folder, "check", "--why", "posts/bike.md").out
    assert "topic “bicycleRestoration” (inferred)" in inferred
    assert "narrower, from the article: bicycleRestoration\n" not in inferred


def test_score_streams_json_lines_whose_evidence_adds_up(folder: Path) -> None:
    texts = ["Quadrajet hesitation", "healthy food for the whole family"]
    lines = [json.loads(line) for line in run(folder, "score", "--topics", *texts).out.splitlines()]
    assert [line["text"] for line in lines] == texts
    assert lines[0]["score"] > lines[1]["score"]
    lines += [
        json.loads(line)
        for line in run(
            folder, "score", "--sentences", "-", stdin="It is good.\n\nAt 62 °C it reads 0.42 V.\n"
        ).out.splitlines()
    ]
    assert len(lines) == 4
    for line in lines:
        assert sum(e["weight"] for e in line["evidence"]) == pytest.approx(line["score"], abs=0.01)


def test_explain(folder: Path) -> None:
    assert "broad-topic" in run(folder, "explain").out
    page = run(folder, "explain", "broad-topic").out
    assert "Found in" in page
    wrong = run(folder, "explain", "braod-topic")
    assert wrong.code == 2
    assert "broad-topic" in wrong.out


def test_in_a_project_the_plugin_s_choice_of_articles_holds(blog: Site) -> None:
    blog.write("about.md", GENERIC)
    blog.write("blog/posts/deep.md", DEEP)
    document = json.loads(run(blog.root, "check", "--format", "json").out)
    assert [a["path"] for a in document["articles"]] == ["docs/blog/posts/deep.md"]
    assert document["articles"][0]["uid"] == "blog/posts/deep"
    named = json.loads(run(blog.root, "check", "docs/about.md", "--format", "json").out)
    assert [a["path"] for a in named["articles"]] == ["docs/about.md"]


def test_a_broken_project_file_is_named_with_its_line(blog: Site) -> None:
    blog.config(BLOG + "nav: [a\n")
    done = run(blog.root, "check")
    assert done.code == 2
    assert "mkdocs.yml:" in done.out
    blog.config(BLOG.replace("- focus", "- focus: {ruels: {}}"))
    done = run(blog.root, "check")
    assert done.code == 2
    assert "did you mean `rules`" in done.out


def test_github_format(folder: Path) -> None:
    out = run(folder, "check", "posts", "--format", "github").out
    assert "::warning file=posts/generic.md,line=3,endLine=3,col=8,endColumn=12,title=broad-topic (T" in out


def test_an_old_site_starts_clean_and_only_gets_better(blog: Site) -> None:
    blog.write("blog/posts/old.md", GENERIC.replace("---\n", "---\ndate: 2020-01-01\n", 1))
    assert run(blog.root, "check").code == 1
    assert run(blog.root, "check", "--baseline").code == 0
    assert run(blog.root, "check").code == 0
    assert run(blog.root / "docs", "check").code == 0
    kept = (blog.root / "focus-baseline.json").read_bytes()
    assert run(blog.root, "check", "--baseline", "docs/about.md").code == 2
    assert (blog.root / "focus-baseline.json").read_bytes() == kept
    assert blog.build("--strict").code == 0
    new = GENERIC.replace("topic: Cars", "topic: Gardening").replace("---\n", "---\ndate: 2021-01-01\n", 1)
    blog.write("blog/posts/new.md", new)
    found = run(blog.root, "check")
    assert found.code == 1
    assert "new.md" in found.out
    assert "old.md" not in found.out
    (blog.root / "docs/blog/posts/new.md").unlink()
    blog.write("blog/posts/old.md", DEEP)
    assert "mended" in run(blog.root, "check").out


def test_a_topic_that_the_article_does_not_carry_never_goes_into_a_post(folder: Path) -> None:
    file = folder / "posts" / "deep" / "index.md"
    file.write_text(
        DEEP.replace("topic: 1966 Lambretta SX 200 main jet seizure", "topic: growing leeks in Ottery"),
        encoding="utf-8",
    )
    out = run(folder, "share", "posts/deep/index.md").out
    assert "characters" in out
    assert "leeks" not in out.lower()
