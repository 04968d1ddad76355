"""What one build knows: the playbook, the time, the pages; kept with the MkDocs configuration."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig

from interview_playbook.checks.names import Names, names_of
from interview_playbook.clock import now_in
from interview_playbook.diagnostic import Diagnostic
from interview_playbook.editor import refresh
from interview_playbook.events.assets import Bundle, script_bundle, style_bundle
from interview_playbook.findings import findings
from interview_playbook.history import revised_in
from interview_playbook.load import Cache, load_playbook
from interview_playbook.render import page_environment, page_folders
from interview_playbook.schema import Audience
from interview_playbook.share.redact import redact
from interview_playbook.views import site_views
from interview_playbook.views.base import View
from interview_playbook.views.facts import Facts

STORIES = "stories"
COMPILED = Path(".cache") / "templates"
_KEY = "interview_playbook"
_FILES = Cache()  # while pages are served, only what was saved is read again


@dataclass(frozen=True)
class Site:
    """One build of one playbook; `pinned` says that its `now` is not the clock's.

    The facts are what its audience may see. `problems` are all there are in the playbook, and
    `names` those that nobody but its owner may read.
    """

    root: Path
    audience: Audience
    facts: Facts
    problems: tuple[Diagnostic, ...]
    names: Names
    pinned: bool
    views: Mapping[str, View]
    environment: Environment
    style: Bundle
    script: Bundle


def read_site(root: Path, settings: Mapping[str, object], audience: Audience = "owner") -> Site:
    """Return the site of the playbook at `root`; `settings` are `extra.playbook` of mkdocs.yml.

    For another audience than the owner, everything is made of what they may see alone. Raises
    ValueError where a setting cannot be read.
    """
    loaded = load_playbook(root, _FILES)
    refresh(root, loaded.playbook)
    pin = settings.get("today")
    now = now_in(loaded.playbook.zone, pin)
    problems = findings(loaded, now)
    if audience == "owner":
        # A pinned clock is for dates that stand in the files; commits are of another time.
        revised = {} if pin is not None else revised_in(root, STORIES)
        facts = Facts(loaded.playbook, problems, now, revised)
    else:
        facts = Facts(redact(loaded.playbook, audience), (), now)
    return Site(
        root=root,
        audience=audience,
        facts=facts,
        problems=problems,
        names=names_of(loaded.playbook) if audience != "owner" else Names(),
        pinned=pin is not None,
        views={view.url: view for view in site_views(facts)},
        environment=page_environment(page_folders(root), root / COMPILED),
        style=style_bundle(),
        script=script_bundle(),
    )


def keep(config: MkDocsConfig, site: Site) -> None:
    """Keep the site for the events that follow in this build."""
    config[_KEY] = site


def site_of(config: MkDocsConfig) -> Site:
    """Return the site that this build is of."""
    return cast("Site", config[_KEY])


def root_of(config: MkDocsConfig) -> Path:
    """Return the playbook's root: the folder of mkdocs.yml."""
    return Path(config.config_file_path).resolve().parent
