"""Which remotes look public, by their addresses alone."""

from __future__ import annotations

import pytest

from interview_playbook.remotes import Remote, judged, remote_of

BOOK = "github.com/sam/book"


@pytest.mark.parametrize(
    "url",
    [
        "https://github.com/sam/book.git",
        "https://github.com/Sam/Book/",
        "https://sam:secret@github.com/sam/book",
        "https://github.com:443/sam/book.git",
        "git@github.com:sam/book.git",
        "github.com:/sam/book",
        "ssh://git@github.com/sam/book.git",
        "git+ssh://git@github.com/sam/book",
        "gcrypt::https://github.com/sam/book",
    ],
)
def test_one_repository_has_one_name_and_no_password_in_it(url: str) -> None:
    assert remote_of(url).name == BOOK


@pytest.mark.parametrize(
    ("url", "remote"),
    [
        ("/srv/git/book.git", Remote("file", "", "/srv/git/book.git")),
        ("../book", Remote("file", "", "../book")),
        ("./a:b", Remote("file", "", "./a:b")),
        ("C:\\git\\book", Remote("file", "", "C:\\git\\book")),
        ("file:///srv/git/book.git", Remote("file", "", "srv/git/book")),
        ("nas:book", Remote("ssh", "nas", "book")),
        ("sam@[::1]:book.git", Remote("ssh", "::1", "book")),
        ("ssh://[::1]:22/book.git", Remote("ssh", "::1", "book")),
    ],
)
def test_addresses_as_git_reads_them(url: str, remote: Remote) -> None:
    assert remote_of(url) == remote


@pytest.mark.parametrize(
    ("url", "sort"),
    [
        ("/srv/git/book.git", "fine"),
        ("file:///srv/git/book.git", "fine"),
        ("sam@nas.local:book.git", "fine"),
        ("https://git.sam.example/book.git", "fine"),
        ("https://notgithub.com.sam.example/book", "fine"),
        ("git@github.com:sam/book.git", "ask"),
        ("ssh://git@ssh.github.com:443/sam/book.git", "ask"),
        ("https://gitlab.com/sam/group/book", "ask"),
        ("https://codeberg.org/sam/book", "ask"),
        ("git@bitbucket.org:sam/book.git", "ask"),
        ("git@git.sr.ht:~sam/book", "ask"),
        ("https://GITHUB.com./sam/book", "ask"),
        ("git://git.sam.example/book", "ask"),
        ("rad://z3gqcJUoA1n9HaHKufZs5FCSGazv5", "ask"),
        ("https://[broken/book", "ask"),
        ("https://github.com/sam/sam.github.io", "never"),
        ("git@github.com:sam/Sam.GitHub.io.git", "never"),
        ("https://gitlab.com/sam/sam.gitlab.io", "never"),
        ("https://codeberg.org/sam/pages", "never"),
        ("https://gist.github.com/0123abcd.git", "never"),
    ],
)
def test_what_looks_public(url: str, sort: str) -> None:
    verdict = judged(remote_of(url))
    assert verdict.sort == sort
    assert bool(verdict.why) == (sort != "fine")
    assert "secret" not in judged(remote_of("https://sam:secret@github.com/sam/book")).why


@pytest.mark.parametrize("url", ["git@github.com:sam/book.git", "https://github.com/sam/book"])
def test_what_is_said_to_be_private_is_let_through(url: str) -> None:
    assert judged(remote_of(url), {BOOK}).sort == "fine"
    assert judged(remote_of(url), {"github.com/sam/other"}).sort == "ask"


def test_what_is_published_is_never_private() -> None:
    remote = remote_of("https://github.com/sam/sam.github.io")
    assert judged(remote, {remote.name}).sort == "never"


def test_an_alias_is_the_host_it_stands_for() -> None:
    remote = remote_of("gh-work:sam/book.git")
    assert judged(remote).sort == "fine"
    assert judged(remote, host="github.com").sort == "ask"
    assert judged(remote, {"gh-work/sam/book"}, "github.com").sort == "fine"
