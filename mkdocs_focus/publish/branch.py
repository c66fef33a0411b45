"""A ledger on a git branch of its own, for machines that forget everything between two runs, as CI does.

Each addition is one commit on top of the commit that was read, pushed without force: the server takes it
only while the branch still is where it was read, which makes the push the compare-and-swap between two runs.
Everything goes through git's object store: no branch is checked out, no file of the working tree, the index,
HEAD or a local branch is touched, so a shallow clone, a detached head and uncommitted work are all the same
to it.
"""

from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path

from mkdocs_focus.publish.errors import CannotRun
from mkdocs_focus.publish.stores import FILE, Changed, Snapshot

_TIMEOUT = 60
_RETRIES = (1.0, 3.0, 9.0)
"""Seconds to wait before asking an unreachable server again."""

_README = """\
# The ledger of mkdocs-focus

What this site has posted, one line an event. `mkdocs-focus publish` adds to it and never rewrites it; posts
that it lists do not go out again. Read it with `mkdocs-focus ledger --ledger-branch {branch}`.
"""


class GitError(Exception):
    """A git command that failed, with what git said."""


class BranchStore:
    """A ledger on `branch` of `remote`, reached through the repository that `folder` lies in."""

    def __init__(self, folder: Path, branch: str, remote: str = "origin") -> None:
        self._folder, self._branch, self._remote = folder, branch, remote
        self._ref = f"refs/heads/{branch}"
        try:
            self._git("rev-parse", "--git-dir")
            self._git("check-ref-format", self._ref)
            self._git("remote", "get-url", remote)
        except GitError as error:
            raise CannotRun(
                f"A ledger branch needs a git repository with the remote {remote!r}: {error}. "
                "Run inside one, or keep the ledger in a folder with --ledger."
            ) from None

    @property
    def place(self) -> str:
        """Remote, branch and file."""
        return f"{self._remote}/{self._branch}:{FILE}"

    def read(self) -> Snapshot:
        """The ledger's text at the remote's head; the version is the commit."""
        head = self._head()
        if not head:
            return Snapshot("", "")
        try:
            return Snapshot(self._git("cat-file", "blob", f"{head}:{FILE}"), head)
        except GitError:
            # Not here, or not all of it: a run that was killed can leave a fetch that is still under way.
            self._fetch()
        try:
            return Snapshot(self._git("cat-file", "blob", f"{head}:{FILE}"), head)
        except GitError:
            raise CannotRun(
                f"The branch {self._branch} of {self._remote} has no {FILE}: it is something else's branch. "
                "Name another with --ledger-branch."
            ) from None

    def append(self, snapshot: Snapshot, lines: str) -> None:
        """Commit and push the text with lines added. Raises Changed where another push came first."""
        commit = self._commit(snapshot, lines)
        for pause in (*_RETRIES, None):
            try:
                # Hooks are for people's pushes; they might run the site's tests, or refuse.
                self._git("push", "--quiet", "--no-verify", self._remote, f"{commit}:{self._ref}")
                return
            except GitError as error:  # noqa: PERF203 - asking again is what the loop is for
                # The push may have landed and only its answer been lost, so the remote is asked, not the
                # message.
                head = self._head()
                if head == commit or self._contains(head, commit):
                    return
                if head != snapshot.version:
                    raise Changed from None
                if pause is None:
                    raise CannotRun(
                        f"{self.place} cannot be added to: {error}. "
                        "The run needs the right to push to this branch (contents: write in Actions)."
                    ) from None
                time.sleep(pause)

    def _commit(self, snapshot: Snapshot, lines: str) -> str:
        before = snapshot.text if snapshot.text.endswith("\n") or not snapshot.text else snapshot.text + "\n"
        blob = self._git("hash-object", "-w", "--stdin", text=before + lines).strip()
        readme = self._git("hash-object", "-w", "--stdin", text=_README.format(branch=self._branch)).strip()
        files = f"100644 blob {readme}\tREADME.md\n100644 blob {blob}\t{FILE}\n"
        tree = self._git("mktree", text=files).strip()
        parent = ["-p", snapshot.version] if snapshot.version else []
        count = lines.count("\n")
        message = "Ledger: 1 line" if count == 1 else f"Ledger: {count} lines"
        return self._git("commit-tree", tree, *parent, "-m", message).strip()

    def _head(self) -> str:
        """The commit at the remote's branch; empty where the branch does not exist yet."""
        for pause in (*_RETRIES, None):
            try:
                found = self._git("ls-remote", self._remote, self._ref)
                return found.split("\t")[0].strip()
            except GitError as error:  # noqa: PERF203 - asking again is what the loop is for
                if pause is None:
                    raise CannotRun(f"The remote {self._remote} cannot be read: {error}.") from None
                time.sleep(pause)
        raise AssertionError  # the loop returns or raises

    def _fetch(self) -> None:
        """Have the branch's objects here. Without --depth: that would make a full clone shallow."""
        try:
            self._git("fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--refmap=", self._remote, self._ref)
        except GitError as error:
            raise CannotRun(f"{self.place} cannot be fetched: {error}.") from None

    def _contains(self, head: str, commit: str) -> bool:
        if not head:
            return False
        self._fetch()
        try:
            self._git("merge-base", "--is-ancestor", commit, head)
        except GitError:
            return False
        return True

    def _git(self, *arguments: str, text: str | None = None) -> str:
        who = {"NAME": "mkdocs-focus", "EMAIL": "mkdocs-focus@users.noreply.github.com"}
        identity = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in who.items()}
        environment = {**os.environ, **identity, "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
        try:
            done = subprocess.run(
                ["git", "-c", "gc.auto=0", *arguments],
                cwd=self._folder,
                input=None if text is None else text.encode("utf-8"),
                stdin=subprocess.DEVNULL if text is None else None,
                capture_output=True,
                timeout=_TIMEOUT,
                env=environment,
                check=False,
            )
        except FileNotFoundError:
            raise CannotRun(
                "git is not installed. Install it, or keep the ledger in a folder with --ledger."
            ) from None
        except subprocess.TimeoutExpired:
            raise GitError(f"git {arguments[0]} took longer than {_TIMEOUT} seconds") from None
        if done.returncode != 0:
            said = done.stderr.decode("utf-8", "replace").strip().splitlines()
            raise GitError(f"git {arguments[0]}: {said[-1] if said else f'exit {done.returncode}'}")
        return done.stdout.decode("utf-8")
