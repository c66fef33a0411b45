"""Publishes again and again while everything goes wrong, and counts what must never happen.

Each run has a new ledger, new accounts and new secrets. Its requests meet faults drawn by chance; its processes are
killed (SIGKILL) at a time or at a point of the program drawn by chance, or run two at once on one ledger. In the end
the faults stop, the command runs twice more undisturbed, and the ledger is compared with what the networks hold:

    posted twice     a text that a network took twice, or was sent again after it had taken it
    lost             a text that a network took and the ledger does not list as posted or unknown; one that the
                     ledger calls posted and no network has; one that was never sent although it was due
    unreadable       a ledger that cannot be read
    secrets          a file, an output or a summary with a credential in it
    could not run    an end with exit code 2, which no fault of a network or kill may bring about

    python benchmarks/chaos.py --runs 1000 --pairs 200 --seed 6
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import random
import signal
import string
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections import Counter
from pathlib import Path
from typing import Any

import click

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))  # the tests' fakes are not installed; so what follows is imported after it


from mkdocs_focus.publish import branch, facebook, publisher, session, twitter  # noqa: E402, F401 - warm for fork
from mkdocs_focus.publish.commands import COMMANDS  # noqa: E402
from mkdocs_focus.publish.entries import View, parse  # noqa: E402
from mkdocs_focus.publish.errors import CannotRun  # noqa: E402
from tests.publish.fakes.faults import KINDS  # noqa: E402

MAIN = click.Group(commands={str(one.name): one for one in COMMANDS})
PUBLISH = ["publish", "--send", "--every", "0", "--max-per-day", "50", "--wait", "0", "--summary", "job.md"]
DAY = time.strftime("%Y-%m-%d")
NEVER = ("posted twice", "lost", "unreadable", "secrets", "could not run")


class Run:
    """One run: a folder, accounts and faults of its own."""

    def __init__(self, number: int, seed: int, pair: bool, folder: Path, base: str) -> None:
        self.random = random.Random(f"{seed}/{number}")
        self.pair, self.base, self.counts = pair, base, Counter[str]()
        self.on_branch = self.random.random() < 0.3
        self.outputs: list[Path] = []
        self.desks = [folder / name for name in (("one", "two") if pair and self.on_branch else ("one",))]
        self.server = folder / "server.git"
        self.texts: dict[tuple[str, str, int], str] = {}
        self._secrets()
        self._prepare()

    def play(self) -> None:
        for _ in range(self.random.randint(1, 3)):
            children = [self._start(kill=self.random.random() < 0.7) for _ in range(2 if self.pair else 1)]
            for child, deadline in children:
                self._end(child, deadline)
        self._ask("/_calm", {})
        for _ in range(2):
            child, _ = self._start(kill=False, settle=0)
            self._end(child, None)

    def check(self) -> None:
        state = self._ask("/_state")
        text = self._ledger()
        try:
            view = parse(text, "ledger")
        except CannotRun as error:
            self.counts["unreadable"] += 1
            print(error)
            return
        for network in ("twitter", "facebook"):
            self.counts.update({f"fault {kind}": n for kind, n in state[network]["faults"].items()})
            self.counts["bad signatures"] += state[network]["bad_signatures"]
            self.counts["posted twice"] += state[network]["repeats"]
        self._compare(view, {(n, p["text"]): p["id"] for n in ("twitter", "facebook") for p in state[n]["posts"]})
        held = [f.read_bytes() for f in self.desks[0].parent.rglob("*") if f.is_file()]
        held.append(text.encode())  # on a branch it is in git's objects, which are compressed
        self.counts["secrets"] += sum(secret.encode() in data for secret in self.hidden for data in held)
        self.counts["could not run"] += sum("Error: " in output.read_text() for output in self.outputs)

    def _compare(self, view: View, there: dict[tuple[str, str], str]) -> None:
        """The ledger against what the networks hold."""
        for (uid, network, variant), text in self.texts.items():
            entry = next((e for k, e in view.entries.items() if tuple(k) == (uid, network, variant)), None)
            id = there.get((network, text))
            state = entry.state if entry else "never tried"
            self.counts[f"in the end {state}"] += 1
            if entry and state == "posted" and entry.last.id == id:
                continue
            if state == "unknown" and id is None:
                continue
            if state == "unknown":
                # Listed, so not lost; but the timeline showed it, so it should have been found.
                self.counts["unknown although there"] += 1
                continue
            self.counts["lost"] += 1
            print(f"{uid} {network} {variant}: {state}, on the network: {id}")

    def _secrets(self) -> None:
        def word(length: int) -> str:
            return "".join(self.random.choices(string.ascii_letters + string.digits + "+/=&%-", k=length))

        self.accounts = {
            "twitter": {
                "TWITTER_API_KEY": word(25), "TWITTER_API_SECRET": word(50),
                "TWITTER_ACCESS_TOKEN": f"4242-{word(40)}", "TWITTER_ACCESS_TOKEN_SECRET": word(45),
            },
            "facebook": {"FACEBOOK_PAGE_ID": "777001", "FACEBOOK_PAGE_TOKEN": f"EAAG{word(60)}"},
        }  # fmt: skip
        values = [value for group in self.accounts.values() for value in group.values()]
        self.hidden = [value for value in values if value != "777001"]

    def _prepare(self) -> None:
        def row() -> list[str | None]:
            return [self.random.choice(KINDS) if self.random.random() < 0.5 else None for _ in range(8)]

        self._ask("/_new", {"secrets": self.accounts, "faults": {"twitter": row(), "facebook": row()}})
        kits = [self._kit(f"article-{number}") for number in range(self.random.randint(1, 3))]
        index = {"version": 1, "publishable": True, "site_name": "S", "site_url": self.base, "kits": kits}
        if self.on_branch:
            _git("init", "--quiet", "--bare", str(self.server))
        for desk in self.desks:
            desk.mkdir(parents=True)
            if self.on_branch:
                _git("init", "--quiet", str(desk))
                _git("-C", str(desk), "remote", "add", "origin", str(self.server))
            (desk / "focus" / "share").mkdir(parents=True)
            (desk / "focus" / "share" / "index.json").write_text(json.dumps(index))

    def _kit(self, uid: str) -> dict[str, Any]:
        url = f"{self.base}/{uid}/"
        posts = []
        for network, variants in (("twitter", self.random.randint(1, 3)), ("facebook", 1)):
            for variant in range(1, variants + 1):
                text = f"{uid}, {variant}: 3/8 & <more> “quoted”"
                self.texts[uid, network, variant] = f"{text} {url}" if network == "twitter" else f"{text}\n{url}"
                post = {"network": network, "variant": variant, "text": f"{text} {url}", "link": url}
                posts.append(post)
        return {
            "path": f"{uid}.md", "uid": uid, "title": uid, "url": url, "verdict": "deep", "draft": False,
            "date": DAY, "publishable": True, "image": None, "posts": posts,
        }  # fmt: skip

    def _start(self, kill: bool, settle: int = 10) -> tuple[int, float | None]:
        """Fork a publisher. Returns its process and the time at which to kill it, if that is how it ends."""
        output = self.desks[0].parent / f"output-{len(self.outputs)}"
        self.outputs.append(output)
        output.touch()  # a process may be killed before it has opened it
        desk = self.desks[len(self.outputs) % len(self.desks)]
        by_point = kill and self.random.random() < 0.6
        point = self.random.randint(1, 7000) if by_point else 0
        child = os.fork()
        if child:
            seconds = self.random.uniform(0, 1.2 if self.on_branch else 0.4)
            return child, time.monotonic() + seconds if kill and not by_point else None
        _become_publisher(self, desk, output, settle, point)
        raise AssertionError

    def _end(self, child: int, deadline: float | None) -> None:
        while deadline is not None:
            if os.waitpid(child, os.WNOHANG) != (0, 0):
                return
            if time.monotonic() >= deadline:
                os.kill(child, signal.SIGKILL)
                break
            time.sleep(0.001)
        _, status = os.waitpid(child, 0)
        if os.WIFSIGNALED(status):
            self.counts["killed"] += 1
            last = self._ledger().rstrip("\n").rsplit("\n", 1)[-1]
            self.counts["killed between intent and outcome"] += '"state": "intent"' in last

    def _ledger(self) -> str:
        if self.on_branch:
            return branch.BranchStore(self.desks[0], "focus-ledger").read().text
        file = self.desks[0] / "focus-ledger" / "ledger.jsonl"
        return file.read_text() if file.exists() else ""

    def _ask(self, path: str, body: Any = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        with urllib.request.urlopen(urllib.request.Request(self.base + path, data)) as answer:
            return json.load(answer)


def _become_publisher(run: Run, desk: Path, output: Path, settle: int, point: int) -> None:
    """What the forked process does: run the command, with short times, until the end or the point of its death."""
    code = 70
    try:
        handle = os.open(output, os.O_WRONLY | os.O_CREAT)
        os.dup2(handle, 1)
        os.dup2(handle, 2)
        sys.stdout, sys.stderr = os.fdopen(1, "w"), os.fdopen(2, "w")
        os.environ.update(run.accounts["twitter"] | run.accounts["facebook"])
        os.environ.update(FOCUS_TWITTER_API=run.base, FOCUS_FACEBOOK_API=run.base)
        os.chdir(desk)
        publisher._SHOWS_UP, session.TIMEOUT, branch._RETRIES = 0.01, (2.0, 0.5), (0.05, 0.2, 0.5)
        line = [*PUBLISH, "--settle", str(settle), "--since", DAY]
        line += ["--ledger-branch", "focus-ledger"] if run.on_branch else []
        if point:
            sys.setprofile(_Death(point))
        MAIN.main(line, standalone_mode=False)
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


class _Death:
    """Kills this process at its `point`th call or return inside mkdocs_focus, C functions such as fsync included."""

    def __init__(self, point: int) -> None:
        self.left = point

    def __call__(self, frame: Any, *_: object) -> None:
        if "mkdocs_focus" in frame.f_code.co_filename:
            self.left -= 1
            if not self.left:
                os.kill(os.getpid(), signal.SIGKILL)


def _git(*arguments: str) -> None:
    subprocess.run(["git", *arguments], check=True, capture_output=True)


_base = ""


def _begin_networks() -> None:
    """Start both fake networks in a process of their own: the one that forks may have no threads."""
    global _base
    line = [sys.executable, "-m", "tests.publish.fakes.server"]
    # It ends when its input does, which is when this process ends, however it ends.
    server = subprocess.Popen(line, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert server.stdout
    _base = server.stdout.readline().strip()


def _play(number: int, seed: int, pair: bool, show: bool) -> Counter[str]:
    """Play one run, and say at once what should not have been."""
    with tempfile.TemporaryDirectory(prefix="chaos-", ignore_cleanup_errors=True) as folder:
        run = Run(number, seed, pair, Path(folder), _base)
        run.play()
        run.check()
        run.counts["on a git branch"] += run.on_branch
        bad = [name for name in NEVER if run.counts[name]]
        if bad or show:
            print(f"run {number}: {', '.join(bad)}\n{run._ledger()}", flush=True)
            print("\n".join(output.read_text() for output in run.outputs), flush=True)
        return run.counts


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=1000)
    parser.add_argument("--pairs", type=int, default=200, help="runs with two publishers at once")
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    parser.add_argument("--jobs", type=int, default=2, help="runs at the same time")
    parser.add_argument("--only", type=int, help="repeat this one run and show its ledger and outputs")
    options = parser.parse_args()
    print(f"seed {options.seed}", flush=True)
    begun = time.monotonic()
    numbers = range(options.runs) if options.only is None else [options.only]
    counts: Counter[str] = Counter()
    with multiprocessing.get_context("fork").Pool(min(options.jobs, len(numbers)), _begin_networks) as pool:
        show = options.only is not None
        waiting = [pool.apply_async(_play, (n, options.seed, n < options.pairs, show)) for n in numbers]
        for done, result in enumerate(waiting, start=1):
            counts.update(result.get())
            if done % 100 == 0:
                print(f"{done} runs, {time.monotonic() - begun:.0f} s", flush=True)
    print(f"{len(numbers)} runs, {options.pairs} with two publishers, {time.monotonic() - begun:.0f} s")
    for name, count in sorted(counts.items()):
        if name not in NEVER:
            print(f"  {count:6} {name}")
    for name in NEVER:
        print(f"  {counts[name]:6} {name}")
    return any(counts[name] for name in NEVER)


if __name__ == "__main__":
    sys.exit(main())
