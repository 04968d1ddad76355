"""The playbook as plain Markdown: the same pages, for any site generator or none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from interview_playbook.clock import now_in
from interview_playbook.export.links import (
    Target,
    fragments,
    markdown_fragments,
    path_of,
    target_of,
    url_of,
    way,
    with_markdown_links,
)
from interview_playbook.export.plain import to_markdown
from interview_playbook.export.settings import docs_dir_of, front_matter, site_settings
from interview_playbook.findings import findings
from interview_playbook.load import load_playbook, pinned_today
from interview_playbook.render import page_environment, page_folders, render_article
from interview_playbook.views import site_views
from interview_playbook.views.base import SECTIONS, View
from interview_playbook.views.facts import Facts
from interview_playbook.views.phone import PhoneView


def export_markdown(root: Path, folder: Path) -> int:
    """Write the playbook at `root` to `folder` as plain Markdown; return the number of pages.

    `folder` gets an mkdocs.yml and docs/, the generated pages and the hand-written ones. The same
    playbook gives the same bytes. Raises FileExistsError if `folder` is there and not empty.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileExistsError(f"{folder} is not empty: name a folder that isn't there yet.")
    mkdocs = (root / "mkdocs.yml").read_text(encoding="utf-8", errors="replace")
    written = _hand_written(root / docs_dir_of(mkdocs))
    views = {view.url: view for view in _views(root)}
    generated = {path_of(url): view for url, view in views.items() if path_of(url) not in written}
    pages = {**_convert(root, generated, written), **_rewritten(generated, written)}
    for path, content in pages.items():
        _write(folder / "docs" / path, content)
    settings = site_settings(mkdocs, _nav(generated, written), _hidden(generated))
    _write(folder / "mkdocs.yml", settings.encode())
    return sum(path.endswith(".md") for path in pages)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _views(root: Path) -> Iterator[View]:
    loaded = load_playbook(root)
    now = now_in(loaded.playbook.zone, pinned_today(root))
    views = site_views(Facts(loaded.playbook, findings(loaded, now), now))
    return (view for view in views if not isinstance(view, PhoneView))


def _hand_written(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "/." not in f"/{path.relative_to(folder).as_posix()}"
    }


def _paths(generated: Mapping[str, View], written: Mapping[str, bytes]) -> dict[str, str]:
    own = {url_of(path): path for path in written if path.endswith(".md")}
    return {**{view.url: path for path, view in generated.items()}, **own}


def _convert(
    root: Path, generated: Mapping[str, View], written: Mapping[str, bytes]
) -> dict[str, bytes]:
    environment = page_environment(page_folders(root))
    articles = {path: render_article(view, environment).html for path, view in generated.items()}
    paths = _paths(generated, written)
    targets = fragments((generated[path].url, html) for path, html in articles.items())
    for path, content in written.items():
        if path.endswith(".md"):
            targets |= markdown_fragments(path, content.decode(errors="replace"))
    return {
        path: _page(generated[path], path, html, paths, targets).encode()
        for path, html in articles.items()
    }


def _page(
    view: View, path: str, html: str, paths: Mapping[str, str], targets: frozenset[Target]
) -> str:
    def link(href: str) -> str | None:
        target = target_of(href, view.url)
        return way(target, path, paths) if target else href

    anchors = frozenset(target.fragment for target in targets if target.url == view.url)
    return front_matter(view.title) + to_markdown(html, link, anchors)


def _rewritten(generated: Mapping[str, View], written: Mapping[str, bytes]) -> dict[str, bytes]:
    paths = _paths(generated, written)
    pages = dict(written)
    for path, content in written.items():
        if path.endswith(".md"):
            text = content.decode("utf-8-sig", errors="replace")
            pages[path] = with_markdown_links(text, path, paths).encode()
    return pages


def _nav(generated: Mapping[str, View], written: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    for section in SECTIONS:
        path = path_of(section.url)
        if path in generated or path in written:
            yield section.title, path
        inside = (each for each in written if section.url and each.startswith(section.url))
        yield from (("", each) for each in inside if each.endswith(".md") and each != path)


def _hidden(generated: Mapping[str, View]) -> Iterator[str]:
    folders = {path.split("/")[0] for path in generated if "/" in path}
    return (f"/{folder}/" for folder in sorted(folders))
