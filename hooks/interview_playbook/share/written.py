"""What of the hand-written pages' folder goes into a mentor's edition: read from the disk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from interview_playbook.checks.names import Names
from interview_playbook.diagnostic import Diagnostic
from interview_playbook.share.images import without_metadata
from interview_playbook.share.pages import Page, check_page, files_used
from interview_playbook.source import Mapping as YamlMapping
from interview_playbook.source import Scalar, node_at, parse_yaml, split_front_matter

PAGES = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")


@dataclass(frozen=True)
class Written:
    """The shared pages, by their place below the folder, and the files they use with their bytes.

    `withheld` counts pages and other files that stay away.
    """

    pages: Mapping[str, Page]
    files: Mapping[str, bytes]
    withheld_pages: int
    withheld_files: int
    problems: tuple[Diagnostic, ...]


def read_written(
    root: Path,
    folder: Path,
    names: Names,
    urls: Iterable[str],
    unchanged: Iterable[str] = (),
) -> Written:
    """Return what of the hand-written pages in `folder` a mentor may see, with what stops it.

    A page says `visibility: mentor` in its front matter, or it is the owner's. An image that one of
    them uses goes without its metadata; any other file only as `unchanged` names it. `urls` are the
    generated pages' addresses.
    """
    found = dict(_files(folder))
    every = {uri: _page(root, uri, path) for uri, path in found.items() if _is_page(uri)}
    shared = {uri: page for uri, page in every.items() if is_shared(page.text)}
    files = dict(_copied(found, files_used(shared.values()), frozenset(unchanged)))
    known = frozenset((*shared, *(page.url for page in shared.values()), *files, *_ways(urls)))
    problems = (each for page in shared.values() for each in check_page(page, names, known))
    return Written(
        pages=shared,
        files=files,
        withheld_pages=len(every) - len(shared),
        withheld_files=len(found) - len(every) - len(files),
        problems=tuple(problems),
    )


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(folder.rglob("*")):
        uri = path.relative_to(folder).as_posix()
        if path.is_file() and not any(part.startswith(".") for part in uri.split("/")):
            yield uri, path


def _is_page(uri: str) -> bool:
    return uri.lower().endswith(PAGES)


def _page(root: Path, uri: str, path: Path) -> Page:
    text = path.read_text(encoding="utf-8-sig", errors="replace")
    place = path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)
    return Page(place, uri, text)


def is_shared(text: str) -> bool:
    """Return whether a page's front matter says `visibility: mentor`."""
    if not text.startswith("---"):
        return False
    node, problems = parse_yaml(split_front_matter(text)[0], "front matter")
    if problems or not isinstance(node, YamlMapping):
        return False
    said = node_at(node, ("visibility",))
    return isinstance(said, Scalar) and said.value == "mentor"


def _copied(
    found: Mapping[str, Path], used: frozenset[str], unchanged: frozenset[str]
) -> Iterator[tuple[str, bytes]]:
    for uri in sorted(used & found.keys()):
        if _is_page(uri):
            continue
        data = found[uri].read_bytes()
        clean = data if uri in unchanged else without_metadata(data, found[uri].suffix)
        if clean is not None:
            yield uri, clean


def _ways(urls: Iterable[str]) -> Iterator[str]:
    """Yield each address, and the Markdown files that it looks made of."""
    for url in urls:
        yield from (url, f"{url}index.md", f"{url.rstrip('/')}.md")
