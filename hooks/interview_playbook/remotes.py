"""Where a push goes, and whether everybody may be able to read it there; nothing asks the host."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal
from urllib.parse import unquote, urlsplit

Sort = Literal["fine", "ask", "never"]

FORGES = (
    "0xacab.org",
    "bitbucket.org",
    "codeberg.org",
    "dev.azure.com",
    "framagit.org",
    "gitee.com",
    "gitflic.ru",
    "gitgud.io",
    "github.com",
    "gitlab.com",
    "gitlab.freedesktop.org",
    "gitlab.gnome.org",
    "gnu.org",
    "heptapod.net",
    "hf.co",
    "huggingface.co",
    "invent.kde.org",
    "jihulab.com",
    "launchpad.net",
    "notabug.org",
    "opendev.org",
    "pagure.io",
    "repo.or.cz",
    "salsa.debian.org",
    "sf.net",
    "sourceforge.net",
    "sr.ht",
    "tangled.org",
    "visualstudio.com",
)
"""Hosts on which anybody may have a repository that everybody can read."""
_GISTS = "gist.github.com"
_WEBSITES = (".github.io", ".gitlab.io", ".codeberg.page", ".bitbucket.io")
_SCP = re.compile(r"(?:[^/@]+@)?(?P<host>\[[^\]]+\]|[^/:\[]+):(?P<path>.*)", re.DOTALL)
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")
_HELPER = re.compile(r"[A-Za-z0-9][A-Za-z0-9+.-]*::")
_OPEN = ("git", "rad")
"""Protocols that ask nobody who they are."""


@dataclass(frozen=True)
class Remote:
    """A repository elsewhere; without a `host` it is a folder of this machine."""

    scheme: str
    host: str
    path: str

    @property
    def name(self) -> str:
        """Return what it is called whatever the protocol and whoever asks: host and path."""
        return f"{self.host}/{self.path}".strip("/").lower()


@dataclass(frozen=True)
class Verdict:
    """Whether a push may go there: yes, if somebody says that it is private, or never; and why."""

    sort: Sort
    why: str = ""


def remote_of(url: str) -> Remote:
    """Return what a URL leads to, as git reads it (git-fetch, “Git URLs”)."""
    url = _HELPER.sub("", url.strip())
    if "://" in url:
        return _with_scheme(url)
    scp = None if _DRIVE.match(url) else _SCP.fullmatch(url)
    if scp is None:
        return Remote("file", "", url)
    return Remote("ssh", scp["host"].strip("[]").lower(), _path(scp["path"]))


def judged(remote: Remote, private: Collection[str] = (), host: str = "") -> Verdict:
    """Return whether a push may go to a remote; `private` has the names said to be private.

    `host` is where an alias of ssh leads to.
    """
    at = host or remote.host
    name = remote.path.lower().rpartition("/")[2]
    if not remote.host and remote.scheme == "file":
        return Verdict("fine")
    if at == _GISTS:
        return Verdict("never", "A gist is read by everybody who has its link, a secret one, too.")
    if name.endswith(_WEBSITES) or (at == "codeberg.org" and name == "pages"):
        return Verdict("never", f"{name} is a repository that its host publishes as a website.")
    if remote.name in private:
        return Verdict("fine")
    if _is_forge(at):
        return Verdict(
            "ask",
            f"{at} shows a repository to everybody unless it was made private, "
            "and nobody asks it from here.",
        )
    if remote.scheme in _OPEN or not at:
        return Verdict("ask", "Whoever reaches that address can read it.")
    return Verdict("fine")


def _with_scheme(url: str) -> Remote:
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").rstrip(".")
    except ValueError:  # brackets of an address that don't close
        return Remote("unknown", "", url.rpartition("@")[2])
    return Remote(parts.scheme.rpartition("+")[2], host, _path(parts.path))


def _path(path: str) -> str:
    return unquote(path).strip("/").removesuffix(".git").rstrip("/")


def _is_forge(host: str) -> bool:
    return any(host == each or host.endswith(f".{each}") for each in FORGES)
