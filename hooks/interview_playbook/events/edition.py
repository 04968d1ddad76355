"""For whom a site is built, and what a mentor's edition has of what isn't made from records."""

from __future__ import annotations

import os
from collections.abc import Container, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast, get_args

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from interview_playbook.checks.mentions import CODE, blocking
from interview_playbook.checks.names import Names
from interview_playbook.diagnostic import START, Diagnostic, nearest
from interview_playbook.events.pages import src_uri_of
from interview_playbook.events.site import Site
from interview_playbook.report import format_concise
from interview_playbook.schema import Audience
from interview_playbook.share.images import without_metadata
from interview_playbook.share.written import Written, read_written

VARIABLE = "PLAYBOOK_AUDIENCE"
AUDIENCES: tuple[Audience, ...] = get_args(Audience)
_KEY = "interview_playbook_written"


def audience_asked(environ: Mapping[str, str]) -> Audience:
    """Return the audience that the environment asks for, the owner by default.

    Raises ValueError for one that doesn't exist: a typo must not publish the owner's edition.
    """
    asked = environ.get(VARIABLE) or "owner"
    for audience in AUDIENCES:
        if asked == audience:
            return audience
    near = nearest(asked, AUDIENCES)
    meant = f" Did you mean {near}?" if near else f" There are {' and '.join(AUDIENCES)}."
    raise ValueError(f"there is no audience {asked!r}.{meant}")


@contextmanager
def asking(audience: Audience | None) -> Iterator[None]:
    """Ask for an audience while the context lasts; for None, leave it as it is asked already."""
    before = os.environ.get(VARIABLE)
    if audience is not None:
        os.environ[VARIABLE] = audience
    try:
        yield
    finally:
        if before is not None:
            os.environ[VARIABLE] = before
        elif audience is not None:
            del os.environ[VARIABLE]


def prepare_edition(config: MkDocsConfig, site: Site) -> None:
    """Make the configuration a mentor's: no way to the files, a folder of its own.

    Raises PluginError, before anything is written, where the playbook has an error or a shared text
    has a name that is withheld.
    """
    settings = config.extra.get("playbook") or {}
    unchanged = settings.get("share_unchanged") or ()
    if isinstance(unchanged, str) or not all(isinstance(each, str) for each in unchanged):
        raise PluginError("mkdocs.yml: share_unchanged has to be a list of files.")
    docs = Path(config.docs_dir).resolve()
    written = read_written(site.root, docs, site.names, site.views, unchanged)
    kept = {*written.pages, *map(src_uri_of, site.views)}
    settled = (*_in_settings(config, site.names), *_in_nav(config.nav, kept, site.names))
    _refuse((*site.problems, *written.problems, *settled))
    own = _own_site_dir(config)
    if Path(config.site_dir).resolve() == own:
        config.site_dir = f"{own}-mentor"
    config.repo_url = config.repo_name = config.site_author = None
    config.edit_uri = config.edit_uri_template = None
    config[_KEY] = written


def _in_settings(config: MkDocsConfig, names: Names) -> Iterator[Diagnostic]:
    """Yield a name in what mkdocs.yml puts on every page, or may."""
    for key in ("site_name", "site_url", "site_description", "copyright"):
        yield from _in_setting(f"`{key}`", str(config.get(key) or ""), names)


def _in_nav(nav: Any, kept: Container[str], names: Names) -> Iterator[Diagnostic]:
    """Yield a name in a title of the navigation above what a mentor has."""
    for entry in nav or ():
        title, value = next(iter(entry.items())) if isinstance(entry, dict) else (None, entry)
        if title and _leads_to(value, kept):
            yield from _in_setting(f"The title “{title}” in `nav`", str(title), names)
        if isinstance(value, list):
            yield from _in_nav(value, kept, names)


def _leads_to(value: Any, kept: Container[str]) -> bool:
    """Return whether an entry of the navigation, or one of those in it, leads to a kept file."""
    if isinstance(value, list):
        inner = (next(iter(each.values())) if isinstance(each, dict) else each for each in value)
        return any(_leads_to(each, kept) for each in inner)
    return value in kept


def _in_setting(what: str, text: str, names: Names) -> Iterator[Diagnostic]:
    found = next(names.find(text), None)
    if found is not None:
        message = f"{what} has “{found.name.shown}” in it, and a mentor may not read it."
        yield Diagnostic("mkdocs.yml", START, "warning", CODE, message)


def _refuse(problems: tuple[Diagnostic, ...]) -> None:
    stopping = blocking(problems)
    if stopping:
        raise PluginError(
            f"{format_concise(stopping)}\nA mentor’s edition is built when these are mended: an "
            "error may hide who may see a record. Nothing was written."
        )


def _own_site_dir(config: MkDocsConfig) -> Path:
    """Return the folder of the owner's own site, which no other edition takes the place of."""
    path = Path(config.config_file_path).resolve()
    with path.open("rb") as file:
        settings = yaml_load(file, get_yaml_loader())
    return (path.parent / str(settings.get("site_dir") or "site")).resolve()


def written_of(config: MkDocsConfig) -> Written:
    """Return what of the hand-written pages' folder this edition has."""
    return cast("Written", config[_KEY])


def leave_out(files: Files, config: MkDocsConfig) -> None:
    """Take away what was written by hand and isn't shared; clean the images that are.

    What mkdocs.yml itself lists as styles and scripts stays, and so do the files of a theme of
    one's own, its images cleaned.
    """
    written = written_of(config)
    for file in [each for each in files if each.src_dir == config.theme.custom_dir]:
        clean = without_metadata(file.content_bytes, Path(file.src_uri).suffix)
        if clean is not None:
            files.remove(file)
            files.append(File.generated(config, file.src_uri, content=clean))
    listed = {str(each) for each in (*config.extra_css, *config.extra_javascript)}
    for file in [each for each in files if each.src_dir == config.docs_dir]:
        uri = file.src_uri
        file.edit_uri = None
        if uri in written.files:
            files.remove(file)
            files.append(File.generated(config, uri, content=written.files[uri]))
        elif uri not in written.pages and uri not in listed:
            files.remove(file)
    if config.nav is not None:
        config.nav = _pruned(config.nav, files)


def _pruned(nav: Any, files: Files) -> list[Any]:
    """Return a navigation without what the edition hasn't got, titles and addresses included."""
    kept: list[Any] = []
    for entry in nav:
        title, value = next(iter(entry.items())) if isinstance(entry, dict) else (None, entry)
        if isinstance(value, list):
            inner = _pruned(value, files)
            kept += [{title: inner}] if inner else []
        elif isinstance(value, str) and files.get_file_from_path(value) is not None:
            kept.append(entry)
    return kept
