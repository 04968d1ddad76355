"""Addresses of pages as ways between Markdown files."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urljoin, urlsplit

from interview_playbook.views.base import SECTIONS

_SECTIONS = frozenset(section.url for section in SECTIONS)
_SITE = "http://site.invalid/"
_DESTINATION = re.compile(r"(\]\(|^\[[^\]\n]+\]: *)([^\s()<>]+)", re.MULTILINE)
_HREF = re.compile(r'href="([^"]*#[^"]*)"')


@dataclass(frozen=True)
class Target:
    """A page of the site, by its address, and a place on it."""

    url: str
    fragment: str


def url_of(path: str) -> str:
    """Return the address of a Markdown file: `stories/x/` for `stories/x.md`."""
    stem = path.removesuffix(".md")
    return stem.removesuffix("index") if posixpath.basename(stem) == "index" else f"{stem}/"


def path_of(url: str) -> str:
    """Return the Markdown file of a page: an index for the first page and the sections' own."""
    return f"{url}index.md" if url in _SECTIONS else f"{url.rstrip('/')}.md"


def target_of(href: str, page_url: str) -> Target | None:
    """Return where on the site a link of the page `page_url` leads; None if it leads elsewhere."""
    absolute = urljoin(_SITE + page_url, href)
    if not absolute.startswith(_SITE):
        return None
    parts = urlsplit(absolute)
    return Target(unquote(parts.path.lstrip("/")), unquote(parts.fragment))


def way(target: Target, page_path: str, paths: Mapping[str, str]) -> str | None:
    """Return the way from one Markdown file to a target, or None if there is no such page.

    `paths` has the Markdown file of each address.
    """
    path = paths.get(target.url)
    if path is None:
        return None
    fragment = f"#{target.fragment}" if target.fragment else ""
    if path == page_path and fragment:
        return fragment
    return posixpath.relpath(path, posixpath.dirname(page_path) or ".") + fragment


def fragments(pages: Iterable[tuple[str, str]]) -> frozenset[Target]:
    """Return every place on a page that a link of the pages (address, HTML) leads to."""
    return frozenset(
        target
        for url, html in pages
        for href in _HREF.findall(html)
        if (target := target_of(href, url)) and target.fragment
    )


def markdown_fragments(page_path: str, text: str) -> frozenset[Target]:
    """Return every place that the links of a hand-written page lead to."""
    found = (_written_target(href, page_path) for _, href in _DESTINATION.findall(text))
    return frozenset(target for target in found if target and target.fragment)


def _written_target(href: str, page_path: str) -> Target | None:
    path, _, fragment = href.partition("#")
    if not path.endswith(".md"):
        return target_of(href, url_of(page_path))
    file = posixpath.normpath(posixpath.join(posixpath.dirname(page_path), path))
    return Target(url_of(file), fragment)


def with_markdown_links(text: str, page_path: str, paths: Mapping[str, str]) -> str:
    """Return a hand-written page whose links to addresses of the site lead to Markdown files."""
    url = url_of(page_path)

    def replace(match: re.Match[str]) -> str:
        before, href = match.groups()
        target = target_of(href, url)
        to = way(target, page_path, paths) if target and not href.startswith("#") else None
        return before + (to or href)

    return _DESTINATION.sub(replace, text)
