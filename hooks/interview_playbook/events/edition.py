"""For whom a site is built, and what a mentor's edition has of what isn't made from records."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
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
    _refuse((*site.problems, *written.problems, *_in_settings(config, site.names)))
    own = _own_site_dir(config)
    if Path(config.site_dir).resolve() == own:
        config.site_dir = f"{own}-mentor"
    config.repo_url = config.repo_name = config.site_author = None
    config.edit_uri = config.edit_uri_template = None
    config[_KEY] = written


def _in_settings(config: MkDocsConfig, names: Names) -> Iterator[Diagnostic]:
    """Yield a name in what mkdocs.yml puts on every page, or may."""
    for key in ("site_name", "site_description", "copyright"):
        found = next(names.find(str(config.get(key) or "")), None)
        if found is not None:
            message = f"`{key}` has “{found.name.shown}” in it, and a mentor may not read it."
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
