"""Views and templates make pages: a template decides how a view looks, and nothing else."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path

from jinja2 import (
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
    pass_context,
)
from jinja2.runtime import Context
from markupsafe import Markup

from interview_playbook.package import starter_dir
from interview_playbook.prose import prose, prose_inline, prose_typed
from interview_playbook.views.base import View

_HEADING = re.compile(r'<h([23])(?=[^>]* id="([^"]+)")[^>]*>(.*?)</h\1>', re.DOTALL)
_NOTE = re.compile(r'<span class="pb-label__note">.*?</span>', re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True)
class Heading:
    """An entry of a page's table of contents; `title` is text, `level` 2 or 3."""

    title: str
    id: str
    level: int


@dataclass(frozen=True)
class Article:
    """A finished page without its frame."""

    html: str
    headings: tuple[Heading, ...]


def page_folders(root: Path) -> tuple[Path, ...]:
    """Return the folders of a playbook's page templates: its own, then those it comes with."""
    folders = (root / "templates" / "pages", starter_dir() / "templates" / "pages")
    return tuple(dict.fromkeys(folder.resolve() for folder in folders))


@lru_cache(maxsize=8)
def page_environment(folders: tuple[Path, ...], cache: Path | None = None) -> Environment:
    """Return the environment of the page templates; the first folder that has a name wins.

    It is kept for the life of the process, so that a rebuild compiles only what was changed, and
    what is compiled is kept in the folder `cache`.
    """
    environment = Environment(
        loader=FileSystemLoader(folders),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=compiled_in(cache) if cache else None,
    )
    environment.filters["markdown"] = prose
    environment.filters["markdown_inline"] = prose_inline
    environment.filters["markdown_typed"] = prose_typed
    environment.filters["link"] = _link
    return environment


def compiled_in(folder: Path) -> FileSystemBytecodeCache | None:
    """Return a cache of compiled templates in `folder`, or None where it can't be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(folder)) if os.access(folder, os.W_OK) else None


def render_article(view: View, environment: Environment) -> Article:
    """Return the page of a view.

    Raises jinja2.TemplateError where a template is wrong or asks for what the view hasn't.
    """
    template = environment.get_template(view.template)
    html = template.render(_names(view), view=view, root=root_of(view.url)).strip()
    return Article(html, headings(html))


def root_of(url: str) -> str:
    """Return the way from a site-relative address to the site's root: `../../`, or `./`."""
    return "../" * url.count("/") or "./"


def headings(html: str) -> tuple[Heading, ...]:
    """Return the second- and third-level headings of a page that have an id."""
    return tuple(
        Heading(_TAG.sub("", _NOTE.sub("", title)).strip(), anchor, int(level))
        for level, anchor, title in _HEADING.findall(html)
    )


def _names(view: View) -> Mapping[str, object]:
    return {field.name: getattr(view, field.name) for field in fields(view)}


@pass_context
def _link(context: Context, url: str) -> Markup:
    """Return the way from the page that is rendered to a site-relative address."""
    return Markup(context["root"]) + url  # noqa: S704 - only dots and slashes
