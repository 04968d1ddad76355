"""What happens when MkDocs builds or serves a playbook; the only package that knows MkDocs."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from interview_playbook.diagnostic import Diagnostic, has_errors
from interview_playbook.events.assets import asset_files, is_unused
from interview_playbook.events.edition import (
    VARIABLE,
    audience_asked,
    leave_out,
    prepare_edition,
)
from interview_playbook.events.frame import PageFrame, arranged, page_frame, site_frame
from interview_playbook.events.guard import guarded
from interview_playbook.events.guide import guide_files
from interview_playbook.events.offline import MANIFEST, manifest, write_worker
from interview_playbook.events.pages import page_files
from interview_playbook.events.policy import with_policy
from interview_playbook.events.search import INDEX, index_content
from interview_playbook.events.shell import use_shells
from interview_playbook.events.site import COMPILED, keep, read_site, root_of, site_of
from interview_playbook.events.theme import prepare_theme
from interview_playbook.events.watch import watch_changes
from interview_playbook.render import compiled_in
from interview_playbook.report import format_concise
from interview_playbook.share.pages import without_comments
from interview_playbook.views.base import sections_for

log = logging.getLogger("mkdocs.playbook")
WATCHED = ("stories", "content", "templates")
_ROBOTS = "User-agent: *\nDisallow: /\n"
_run = {"serving": False}


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember whether pages are served, where MkDocs adds a script of its own to each.

    What MkDocs' own gh-deploy does is refused: it puts the site in clear where all can read it.
    """
    if command == "gh-deploy":
        raise PluginError(
            "gh-deploy publishes the site in clear, and keeps it in git for ever. Nothing was "
            "built. To publish it sealed: playbook publish --help"
        )
    _run["serving"] = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check the playbook before MkDocs cleans the site's folder.

    Under --strict an error stops the build here, and the last good site stays as it is. A mentor's
    edition is stopped by any error, and by a name in a shared text that they may not read.
    """
    try:
        audience = audience_asked(os.environ)
    except ValueError as error:
        raise PluginError(f"{VARIABLE}: {error}") from None
    try:
        site = read_site(root_of(config), config.extra.get("playbook") or {}, audience)
    except ValueError as error:
        raise PluginError(f"mkdocs.yml: {error}") from None
    if audience == "owner":
        _report(site.problems, strict=config.strict)
    else:
        prepare_edition(config, site)
    keep(config, site)
    prepare_theme(config)
    return config


def _report(diagnostics: Iterable[Diagnostic], *, strict: bool) -> None:
    errors = [each for each in diagnostics if each.severity == "error"]
    others = [each for each in diagnostics if each.severity != "error"]
    if others:
        log.info("Worth a look:\n%s", format_concise(others))
    if errors and strict:
        raise PluginError(f"{format_concise(errors)}\nThe site was left as it was.")
    if has_errors(errors):
        log.warning("Shown in place of what they spoil:\n%s", format_concise(errors))


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages made from the playbook, and what the browser needs."""
    site = site_of(config)
    for file in [each for each in files if is_unused(each, config)]:
        files.remove(file)
    mine = site.audience == "owner"
    for file in (*page_files(site, config, files), *(guide_files(files, config) if mine else ())):
        files.append(file)
    if not mine:
        leave_out(files, config)
    for file in asset_files(config, (site.style, site.script)):
        files.append(file)
    index = index_content(site.facts, site.views)
    files.append(File.generated(config, INDEX, content=index))
    if files.get_file_from_path("robots.txt") is None:
        files.append(File.generated(config, "robots.txt", content=_ROBOTS))
    if files.get_file_from_path(MANIFEST) is None:
        content = manifest(config.site_name, sections_for(site.audience))
        files.append(File.generated(config, MANIFEST, content=content))
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Put the sections first, unless mkdocs.yml has a `nav` of its own."""
    return arranged(nav) if config.nav is None else nav


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Let the theme's templates see what stands around every page, and keep them compiled."""
    env.bytecode_cache = compiled_in(root_of(config) / COMPILED)
    around = site_frame(site_of(config), files, serving=_run["serving"])
    env.globals.update(playbook=around, frame=PageFrame(), gaps=None)
    use_shells(env, config, files, serving=_run["serving"])
    return env


def on_page_context(
    context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
) -> TemplateContext:
    """Let the theme's templates see what stands around this page."""
    audience = site_of(config).audience
    if audience != "owner" and page.content:
        page.content = without_comments(page.content)
    context["frame"] = page_frame(page, audience)  # type: ignore[typeddict-unknown-key]
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Write the page's Content-Security-Policy."""
    return with_policy(output, serving=_run["serving"])


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Write the policy of a page that is none, such as 404.html."""
    return with_policy(output_content, serving=_run["serving"])


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Write what a phone needs to keep the site; last, for it names every file there is."""
    write_worker(Path(config.site_dir), serving=_run["serving"])


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: object) -> LiveReloadServer:
    """Watch the playbook's folders, and answer nobody but its owner."""
    watch_changes(server, (root_of(config) / name for name in WATCHED))
    app = server.get_app()
    if app is not None:
        server.set_app(guarded(app, str(server.server_address[0]), server.mount_path))
    return server
