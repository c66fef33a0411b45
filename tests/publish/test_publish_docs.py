"""What the pages and the action promise, the commands hold."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from mkdocs_focus.publish.commands import COMMANDS
from mkdocs_focus.publish.secrecy import VARIABLES

ROOT = Path(__file__).parents[2]
PAGES = {name: (ROOT / "docs" / f"{name}.md").read_text("utf-8") for name in ("publish", "people")}
OPTIONS = {str(one.name): {o for p in one.params for o in p.opts if o.startswith("--")} for one in COMMANDS}
WORKFLOWS = [yaml.safe_load(code) for code in re.findall(r"```yaml\n(.*?)```", PAGES["publish"], re.DOTALL)]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))


def steps() -> list[dict[str, Any]]:
    jobs = [job for workflow in WORKFLOWS for job in workflow["jobs"].values()]
    return [step for job in jobs for step in job["steps"]] + ACTION["runs"]["steps"]


@pytest.mark.parametrize("page", PAGES)
def test_every_command_line_has_only_options_that_exist(page: str) -> None:
    lines = re.findall(r"mkdocs-focus (publish|ledger|posted|people)([^`\n]*)", PAGES[page])
    assert lines
    for command, rest in lines:
        assert set(re.findall(r"--[a-z-]+", rest)) <= OPTIONS[command], (command, rest)


@pytest.mark.parametrize("page", PAGES)
def test_every_option_is_explained(page: str) -> None:
    shared = {"--focus", "--ledger", "--ledger-branch", "--remote"}
    assert not [option for option in OPTIONS[page] - shared if option not in PAGES[page]]


def test_every_variable_is_named() -> None:
    assert not [name for names in VARIABLES.values() for name in names if f"`{name}`" not in PAGES["publish"]]


def test_actions_of_others_are_pinned_to_a_commit() -> None:
    used = [step["uses"] for step in steps() if "uses" in step]
    assert used
    assert all(re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", name) for name in used)


def test_no_expression_reaches_a_script() -> None:
    assert not [step["run"] for step in steps() if "${{" in step.get("run", "")]


def test_check_needs_no_secret_and_publish_runs_alone() -> None:
    publish, check = WORKFLOWS
    assert "secrets." not in str(check)
    assert check["permissions"] == {"contents": "read"}
    assert publish["permissions"] == {"contents": "write"}
    assert publish["concurrency"]["cancel-in-progress"] is False


def test_action_passes_arguments_as_they_are(tmp_path: Path) -> None:
    program = tmp_path / "mkdocs-focus" / "bin" / "mkdocs-focus"
    program.parent.mkdir(parents=True)
    program.write_text('#!/bin/sh\nprintf "<%s>" "$@"\n')
    program.chmod(0o755)
    (program.parent / "python").symlink_to(sys.executable)
    arguments = "ledger-uid --reason 'two words' --x \"$(touch hacked)\""
    done = subprocess.run(
        ["bash", "-e", "-c", ACTION["runs"]["steps"][-1]["run"]],
        env={**os.environ, "RUNNER_TEMP": str(tmp_path), "COMMAND": "ledger", "ARGUMENTS": arguments},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "<ledger><ledger-uid><--reason><two words><--x><$(touch hacked)>"
    assert not (tmp_path / "hacked").exists()
