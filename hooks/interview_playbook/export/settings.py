"""The mkdocs.yml of an exported playbook."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

_BLOCK = re.compile(r"^([a-z_]+):.*\n(?:[ \t#-].*\n|\s*\n)*", re.MULTILINE)
_KEPT = ("site_description", "site_author", "site_url", "copyright")
_NEEDED = (
    (("tables", "extra"), "  - tables\n"),
    (("superfences", "fenced_code", "extra"), "  - fenced_code\n"),
    (("tasklist",), "  - pymdownx.tasklist\n"),
)
_HEAD = "# Built by MkDocs with Material for MkDocs, by ProperDocs with the same, or by Zensical.\n"


def site_settings(mkdocs: str, nav: Iterable[tuple[str, str]], hidden: Iterable[str]) -> str:
    """Return the text of an mkdocs.yml that needs nothing but a Material theme.

    `mkdocs` is the text of the playbook's own: its name and Markdown extensions are kept as they
    are written, and its nav if it has one. `nav` has (title, path) of the pages in the navigation,
    an empty title where the page has its own; `hidden` the patterns of the pages not in it.
    """
    own = {match[1]: match[0].rstrip() + "\n" for match in _BLOCK.finditer(mkdocs + "\n")}
    parts = [own.get("site_name", "site_name: Interview Playbook\n")]
    parts += [own[key] for key in _KEPT if key in own]
    parts.append("docs_dir: docs\n")
    parts.append("theme:\n  name: material\n  font: false\n")
    parts.append(_extensions(own.get("markdown_extensions", "markdown_extensions:\n")))
    parts.append(own.get("nav") or "nav:\n" + "".join(_entry(*page) for page in nav))
    patterns = "".join(f"  {pattern}\n" for pattern in hidden)
    parts.append(f"not_in_nav: |\n{patterns}" if patterns else "")
    return _HEAD + "".join(parts)


def front_matter(title: str) -> str:
    """Return the front matter of a page."""
    return f"---\ntitle: {_scalar(title)}\n---\n\n"


def docs_dir_of(mkdocs: str) -> str:
    """Return the folder of the hand-written pages that an mkdocs.yml names."""
    named = re.search(r"^docs_dir: *['\"]?([^'\"#\n]+?)['\"]? *(?:#.*)?$", mkdocs, re.MULTILINE)
    return named[1] if named else "docs"


def _extensions(block: str) -> str:
    missing = (text for names, text in _NEEDED if not any(name in block for name in names))
    return block + "".join(missing)


def _entry(title: str, path: str) -> str:
    return f"  - {_scalar(title)}: {path}\n" if title else f"  - {path}\n"


def _scalar(text: str) -> str:
    plain = re.fullmatch(r"[^\W\d_][\w ,.'()–—-]*[\w.)]", text)
    return text if plain else json.dumps(text, ensure_ascii=False)
