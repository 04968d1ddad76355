"""Hand-written pages that are shared: what they name, and lead to, that a mentor may not see."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from interview_playbook.checks.mentions import CODE
from interview_playbook.checks.names import Names
from interview_playbook.diagnostic import START, Diagnostic, Position

_LINK = re.compile(
    r"\]\(\s*(?:<([^<>\n]+)>|([^\s)]+))"  # [text](address), ![text](address)
    r"|^[ ]{0,3}\[[^\]\n]+\]:[ \t]*<?([^\s>]+)"  # [name]: address
    r"|\b(?:src|href|srcset|poster|data)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))",
    re.MULTILINE | re.IGNORECASE,
)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


class Page(NamedTuple):
    """A hand-written page: its path in the playbook, the same below the pages' folder, its text."""

    path: str
    src_uri: str
    text: str

    @property
    def url(self) -> str:
        """Return the site-relative address that MkDocs gives the page."""
        stem = self.src_uri.rpartition(".")[0]
        folder, _, name = stem.rpartition("/")
        way = folder if name in ("index", "README") else stem
        return f"{way}/" if way else ""


class Target(NamedTuple):
    """Where a link leads: `file` from the pages' folder, `url` from the site's; its place."""

    file: str
    url: str
    start: int
    end: int


def targets(page: Page) -> Iterator[Target]:
    """Yield where a page's links and images lead on this site; to itself is nowhere."""
    for found in _LINK.finditer(page.text):
        group = next(number for number, each in enumerate(found.groups(), 1) if each is not None)
        address = urlsplit(found[group].strip())
        if address.scheme or address.netloc or not address.path:
            continue
        path = unquote(address.path)
        file = _joined(posixpath.dirname(page.src_uri), path)
        yield Target(file, _joined(page.url, path), found.start(group), found.end(group))


def _joined(folder: str, path: str) -> str:
    whole = posixpath.normpath(posixpath.join(folder, path)).lstrip("/")
    if whole == ".":
        return ""
    return f"{whole}/" if path.endswith(("/", "..", "/.")) else whole


def without_comments(text: str) -> str:
    """Return a page without HTML comments: nobody sees them, and everybody can read them."""
    return _COMMENT.sub("", text)


def check_page(page: Page, names: Names, known: frozenset[str]) -> Iterator[Diagnostic]:
    """Yield names in a shared page that a mentor may not read, and links to what isn't shared.

    `known` are the files and addresses that the edition has. A line with
    `playbook: ignore[withheld-name]` in a comment may name whom it likes.
    """
    lines = page.text.split("\n")
    for mention in names.find(page.text):
        place = _place(page.text, mention.start, mention.end)
        if f"playbook: ignore[{CODE}]" not in lines[place.line - 1]:
            yield _named(page, place, page.text[mention.start : mention.end])
    if any(names.find(page.src_uri)):
        message = (
            "The name of this file stands in the page’s address, and a mentor may not read it."
        )
        hint = "Rename it, or take `visibility: mentor` out of the page."
        yield Diagnostic(page.path, START, "warning", CODE, message, hint)
    for target in targets(page):
        if target.file not in known and target.url not in known:
            yield _leads_nowhere(page, target)


def files_used(pages: Iterable[Page]) -> frozenset[str]:
    """Return the files below the pages' folder that some pages lead to."""
    return frozenset(target.file for page in pages for target in targets(page))


def _named(page: Page, place: Position, written: str) -> Diagnostic:
    message = f"“{' '.join(written.split())}” stands here, and a mentor may not read it."
    hint = (
        "Write what it is instead, or take `visibility: mentor` out of the page. To allow it, put "
        f"`<!-- playbook: ignore[{CODE}] -->` at the end of the line."
    )
    return Diagnostic(page.path, place, "warning", CODE, message, hint)


def _leads_nowhere(page: Page, target: Target) -> Diagnostic:
    place = _place(page.text, target.start, target.end)
    message = f"`{target.file}` is not in a mentor’s edition, and this page leads there."
    hint = (
        "Take the link out, or share what it leads to: a page by `visibility: mentor`, a file that "
        "is no image by its name under `extra.playbook.share_unchanged` in mkdocs.yml."
    )
    return Diagnostic(page.path, place, "warning", CODE, message, hint)


def _place(text: str, start: int, end: int) -> Position:
    line, before = text.count("\n", 0, start) + 1, text.rfind("\n", 0, start) + 1
    last = text.count("\n", 0, end) + 1
    return Position(line, start - before + 1, last, end - text.rfind("\n", 0, end))
