"""Passphrases: as they are typed, how long they last, new ones; links and the salt."""

from __future__ import annotations

import pytest

from interview_playbook.share.failure import SealError
from interview_playbook.share.link import link_with_key
from interview_playbook.share.passphrase import (
    WeakPassphraseError,
    as_typed,
    duration,
    new_link_key,
    new_passphrase,
    require_strong,
)
from interview_playbook.share.salt import read_salt, salt_text


@pytest.mark.parametrize(
    ("typed", "used"),
    [
        (" two  words ", "two words"),
        ("tab\tand\nline", "tab and line"),
        ("cafe\u0301", "caf\u00e9"),
        ("\uff57ide", "wide"),
        ("no\u00a0break", "no break"),
    ],
)
def test_what_a_keyboard_adds_makes_no_difference(typed: str, used: str) -> None:
    assert as_typed(typed) == used


@pytest.mark.parametrize("typed", ["", "  ", "a\u200bb", "a\x07b"])
def test_nothing_and_what_cannot_be_seen_are_refused(typed: str) -> None:
    with pytest.raises(SealError):
        as_typed(typed)


@pytest.mark.parametrize(
    "weak",
    [
        "password",
        "Tr0ub4dour&3",
        "northwind2026",
        "a" * 200,
        "qwertyuiop asdfghjkl",
        "correct horse battery staple",
        "correct-horse-battery-staple",
        "one two three four five six",
        "one, two. three_four five six",
    ],
)
def test_what_could_be_guessed_is_refused(weak: str) -> None:
    with pytest.raises(WeakPassphraseError, match="31 years or more"):
        require_strong(weak)


@pytest.mark.parametrize(
    "strong",
    [
        "cocoa flinch boogeyman mongrel outfit fraying",
        "cocoa-flinch-boogeyman-mongrel-outfit-fraying",
        "Kx_7-pQ.w2,Lm Zr-9vT.b",
    ],
)
def test_what_joins_words_takes_little_from_what_is_strong(strong: str) -> None:
    require_strong(strong)


def test_what_is_made_here_is_strong_enough_and_never_the_same() -> None:
    made = {new_passphrase() for _ in range(20)}
    assert len(made) == 20
    for passphrase in made:
        assert len(passphrase.split()) == 6
        assert as_typed(passphrase) == passphrase
        require_strong(passphrase)
    assert len({new_link_key() for _ in range(20)}) == 20


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (0.2, "less than a second"),
        (1.9, "1 second"),
        (3_599, "59 minutes"),
        (7_200, "2 hours"),
        (86_400 * 364, "364 days"),
        (31_557_600 * 1_500, "1,500 years"),
        (1e16, "millions of years"),
    ],
)
def test_how_long_is_said_in_one_unit(seconds: float, told: str) -> None:
    assert duration(seconds) == told


def test_a_link_ends_with_its_key() -> None:
    key = new_link_key()
    for address in ("https://a.example", "https://a.example/", "https://a.example/index.html"):
        assert link_with_key(address, key) == f"https://a.example/#k={key}"
    with pytest.raises(SealError, match="made for a link"):
        link_with_key("https://a.example/", "short")


def test_the_salt_is_kept_as_text() -> None:
    salt = bytes(range(16))
    assert read_salt(salt_text(salt)) == salt
    for damaged in ("", "{}", '{"salt": "AA"}', '{"salt": "!"}', "[]"):
        with pytest.raises(SealError, match="restore it from git"):
            read_salt(damaged)
