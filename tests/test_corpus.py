"""Real posts: no crash, every finding at the text that it names. Skipped where the corpus is not at hand."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

CORPUS = Path(os.environ.get("FOCUS_CORPUS", Path(__file__).parents[2] / "shared" / "corpus")) / "posts"


@pytest.mark.skipif(not CORPUS.is_dir(), reason="no corpus; FOCUS_CORPUS names one")
def test_every_finding_points_at_its_text() -> None:
    script = Path(__file__).parents[1] / "benchmarks" / "corpus.py"
    done = subprocess.run(
        [sys.executable, str(script), str(CORPUS), "--places"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
