"""No credential in any text, however it got there."""

from __future__ import annotations

from pathlib import Path

import pytest
import requests

from mkdocs_focus.publish.secrecy import Mask
from tests.publish.conftest import SECRETS, Desk
from tests.publish.fakes.facebook import SECRETS as FACEBOOK
from tests.publish.fakes.twitter import SECRETS as TWITTER

MASK = Mask({**TWITTER, **FACEBOOK})


@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize("form", ["{}", "x{}y", "https://h/?access_token={}&y=1", "Authorization: Bearer {}", "{!r}"])
def test_known_secret_in_any_place(secret: str, form: str) -> None:
    masked = MASK(form.format(secret))
    assert secret not in masked
    assert "***" in masked


@pytest.mark.parametrize("secret", SECRETS)
def test_known_secret_in_the_text_of_an_exception(secret: str) -> None:
    with pytest.raises(requests.ConnectionError) as caught:
        requests.get("http://127.0.0.1:1/v26.0/feed", params={"appsecret": secret}, timeout=1)
    assert secret not in MASK(caught.value)
    assert requests.utils.quote(secret, safe="") not in MASK(caught.value)


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("https://bot:ghs_abcdef123@github.com/a/b.git", "https://***@github.com/a/b.git"),
        ("?access_token=EAAother&limit=1", "?access_token=***&limit=1"),
        ('oauth_signature="abc%3D"', 'oauth_signature="***"'),
        ("Authorization: Bearer abcdefgh12345", "Authorization: Bearer ***"),
        ('{"access_token": "EAAother"}', '{"access_token": "***"}'),
    ],
)
def test_what_looks_like_a_secret(text: str, masked: str) -> None:
    assert Mask({})(text) == masked


@pytest.mark.parametrize(
    "text", ["https://e.org/a@b", "the bearer of 3 news", "777001 stays: it is the page's number", "basic steps"]
)
def test_other_words_stay(text: str) -> None:
    assert MASK(text) == text


def test_fault_of_our_own_is_shown_without_secrets(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError(f"https://h/?x={TWITTER['TWITTER_API_SECRET']}")

    monkeypatch.setattr("mkdocs_focus.publish.publish_command.plan", broken)
    desk.write(desk.article("seal"))
    told = desk.run("publish", code=2)
    assert "This is a fault of mkdocs-focus; please report it:" in told
    assert "RuntimeError: https://h/?x=***" in told


def test_debugging_every_library_shows_no_secret(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    desk.write(desk.article("seal"))
    desk.run("publish --send")
    desk.run("people --yes")
    assert caplog.text
    assert not [secret for secret in SECRETS if secret in caplog.text]


def test_summary_is_masked(desk: Desk, tmp_path: Path) -> None:
    desk.write(desk.article("seal"))
    desk.facebook.faults.add("unauthorized")
    desk.run("publish --send --summary job.md", code=1)
    assert "does not accept the page token" in (tmp_path / "job.md").read_text()
