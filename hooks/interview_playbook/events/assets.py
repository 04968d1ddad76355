"""What the browser needs: styles in one file, scripts in one file, the rest as it is."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

WEB = Path(__file__).parent.parent / "web"
FOLDER = "assets/playbook"
_UNUSED = (
    "assets/javascripts/lunr/",
    "assets/javascripts/workers/",
    "assets/images/favicon.png",
    "sitemap.xml",
)
_FIRST_STYLES = ("tokens.css", "base.css", "frame.css")
_LAST_STYLES = ("print.css",)
_FIRST_SCRIPTS = ("clock.js",)
_ALONE = ("worker.js", "worker-retired.js")


@dataclass(frozen=True)
class Bundle:
    """A file made of several: its site-relative address, named by its content, and the content."""

    url: str
    content: str


def style_bundle() -> Bundle:
    """Return all styles: tokens, base and frame first, print last, the others by name between."""
    return _bundle("playbook", "css", sorted(WEB.glob("*.css"), key=_style_order))


def script_bundle() -> Bundle:
    """Return the scripts of a page: the clock first, the others by name; no service worker."""
    paths = (path for path in WEB.glob("*.js") if path.name not in _ALONE)
    return _bundle("playbook", "js", sorted(paths, key=_script_order))


def asset_files(config: MkDocsConfig, bundles: tuple[Bundle, ...]) -> Iterator[File]:
    """Yield the bundles and every file in a folder of `web/` as MkDocs files."""
    for bundle in bundles:
        yield File.generated(config, bundle.url, content=bundle.content)
    for path in sorted(WEB.glob("*/**/*")):
        if path.is_file():
            name = f"{FOLDER}/{path.relative_to(WEB).as_posix()}"
            yield File.generated(config, name, abs_src_path=str(path))


def is_unused(file: File, config: MkDocsConfig) -> bool:
    """Return whether a file is the theme's and for its own search, debugging or crawlers."""
    if file.src_dir == config.docs_dir:
        return False
    return file.src_uri.startswith(_UNUSED) or file.src_uri.endswith(".map")


def _bundle(stem: str, suffix: str, paths: list[Path]) -> Bundle:
    content = "\n".join(path.read_text(encoding="utf-8") for path in paths)
    digest = hashlib.sha256(content.encode()).hexdigest()[:10]
    return Bundle(f"{FOLDER}/{stem}.{digest}.{suffix}", content)


def _style_order(path: Path) -> tuple[int, int, str]:
    name = path.name
    if name in _FIRST_STYLES:
        return (0, _FIRST_STYLES.index(name), name)
    return (2 if name in _LAST_STYLES else 1, 0, name)


def _script_order(path: Path) -> tuple[bool, str]:
    return (path.name not in _FIRST_SCRIPTS, path.name)
