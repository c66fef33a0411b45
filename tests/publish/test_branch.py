"""The ledger on a git branch: real git, a bare repository as the server."""

from __future__ import annotations

import subprocess
import threading
from pathlib import Path

import pytest

from mkdocs_focus.publish.branch import BranchStore
from mkdocs_focus.publish.errors import CannotRun
from mkdocs_focus.publish.stores import Changed
from tests.publish.conftest import Desk

SEND = "publish --send --network twitter --ledger-branch focus-ledger"


def git(folder: Path, *arguments: str) -> str:
    who = ["-c", "user.name=a", "-c", "user.email=a@e.org", "-c", "init.defaultBranch=main"]
    done = subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout.strip()


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A server with a site of two commits."""
    bare, seed = tmp_path / "server.git", tmp_path / "seed"
    git(tmp_path, "init", "--bare", str(bare))
    git(tmp_path, "init", str(seed))
    for number in (1, 2):
        (seed / "page.md").write_text(f"version {number}")
        git(seed, "add", ".")
        git(seed, "commit", "-m", f"Page {number}")
    git(seed, "push", str(bare), "HEAD:refs/heads/main")
    return bare


def clone(bare: Path, name: str, *options: str) -> Path:
    folder = bare.parent / name
    git(bare.parent, "clone", "--branch", "main", *options, bare.as_uri(), str(folder))
    return folder


def picture(folder: Path) -> tuple[str, ...]:
    """All of a repository that a person can see."""
    # A push notes where the remote's branch is now, as every push does; that ref is nobody's work.
    refs = "\n".join(ref for ref in git(folder, "for-each-ref").splitlines() if "focus-ledger" not in ref)
    head = (folder / ".git" / "HEAD").read_text()
    shallow = git(folder, "rev-parse", "--is-shallow-repository")
    return git(folder, "status", "--porcelain"), refs, head, shallow, (folder / "page.md").read_text()


@pytest.mark.parametrize("options", [(), ("--depth", "1")], ids=["full", "shallow"])
def test_leaves_the_clone_as_it_was(bare: Path, options: tuple[str, ...]) -> None:
    folder = clone(bare, "work", *options)
    git(folder, "checkout", "--detach")
    (folder / "page.md").write_text("not committed")
    (folder / "new.md").write_text("not added")
    before = picture(folder)
    store = BranchStore(folder, "focus-ledger")
    for number in (1, 2):
        snapshot = store.read()
        store.append(snapshot, f"line {number}\n")
    assert store.read().text == "line 1\nline 2\n"
    assert picture(folder) == before
    assert git(bare, "show", "focus-ledger:ledger.jsonl") == "line 1\nline 2"
    assert git(bare, "rev-list", "--count", "focus-ledger") == "2"


def test_a_push_is_a_compare_and_swap(bare: Path) -> None:
    one, two = (BranchStore(clone(bare, name), "focus-ledger") for name in ("one", "two"))
    empty = one.read(), two.read()
    one.append(empty[0], "one\n")
    with pytest.raises(Changed):
        two.append(empty[1], "two\n")
    before = one.read(), two.read()
    two.append(before[1], "two\n")
    with pytest.raises(Changed):
        one.append(before[0], "three\n")
    assert one.read().text == "one\ntwo\n"


def test_a_push_whose_answer_was_lost_counts(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = BranchStore(clone(bare, "work"), "focus-ledger")
    real, calls = store._git, []

    def lossy(*arguments: str, text: str | None = None) -> str:
        said = real(*arguments, text=text)
        if arguments[0] == "push":
            calls.append(arguments)
            from mkdocs_focus.publish.branch import GitError

            raise GitError("git push: the remote end hung up unexpectedly")
        return said

    monkeypatch.setattr(store, "_git", lossy)
    store.append(store.read(), "line\n")
    assert len(calls) == 1
    assert store.read().text == "line\n"


def test_hooks_of_people_do_not_run(bare: Path) -> None:
    folder = clone(bare, "work")
    hook = folder / ".git" / "hooks" / "pre-push"
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    store = BranchStore(folder, "focus-ledger")
    store.append(store.read(), "line\n")


def test_server_that_refuses(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mkdocs_focus.publish.branch._RETRIES", (0.01,))
    hook = bare / "hooks" / "update"
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    store = BranchStore(clone(bare, "work"), "focus-ledger")
    with pytest.raises(CannotRun, match="needs the right to push"):
        store.append(store.read(), "line\n")


def test_branch_of_something_else(bare: Path) -> None:
    with pytest.raises(CannotRun, match=r"The branch main of origin has no ledger\.jsonl"):
        BranchStore(clone(bare, "work"), "main").read()


def test_outside_a_repository(tmp_path: Path) -> None:
    with pytest.raises(CannotRun, match="needs a git repository with the remote 'origin'"):
        BranchStore(tmp_path, "focus-ledger")


def test_token_in_the_remote_is_masked(desk: Desk, bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mkdocs_focus.publish.branch._RETRIES", (0.01,))
    git(bare.parent, "init", ".")
    git(bare.parent, "remote", "add", "origin", "http://bot:ghs_tokenOfTheJob99@127.0.0.1:1/x.git")
    desk.write(desk.article("seal"))
    told = desk.run(SEND, code=2)
    assert "The remote origin cannot be read" in told
    assert "ghs_" not in told


def test_publishing_from_two_clones(desk: Desk, bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = clone(bare, "one", "--depth", "1"), clone(bare, "two")
    desk.write(desk.article("seal"))
    (desk.folder / "focus").rename(one / "focus")
    (two / "focus").symlink_to(one / "focus")
    monkeypatch.chdir(one)
    assert "1 of 1 posts sent" in desk.run(SEND)
    monkeypatch.chdir(two)
    assert "0 of 0 posts sent" in desk.run(SEND)
    desk.tomorrow(7)
    assert "seal twitter 2: posted" in desk.run(SEND)
    assert len(desk.twitter.posts) == 2
    assert "seal twitter 2  https://x.com" in desk.run("ledger --ledger-branch focus-ledger")


def test_many_adders(bare: Path) -> None:
    """Every line of every adder arrives, once."""
    stores = [BranchStore(clone(bare, f"c{number}"), "focus-ledger") for number in range(3)]

    def add(number: int) -> None:
        for line in range(4):
            while True:
                try:
                    stores[number].append(stores[number].read(), f"{number}.{line}\n")
                    break
                except Changed:
                    continue

    threads = [threading.Thread(target=add, args=(number,)) for number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    lines = stores[0].read().text.splitlines()
    assert sorted(lines) == [f"{number}.{line}" for number in range(3) for line in range(4)]
