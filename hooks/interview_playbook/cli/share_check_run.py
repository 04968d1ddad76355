"""What `playbook share check` does: the real values sought in a built site, canaries in pages."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import click
from jinja2 import Environment, TemplateError

from interview_playbook.cli.place import playbook_root
from interview_playbook.cli.share_edition import Edition, build_edition, read_edition
from interview_playbook.entries import entries_of, next_entries
from interview_playbook.leaks.canary import planted
from interview_playbook.leaks.scan import Leak, Sought, scan_bytes, scan_site
from interview_playbook.leaks.secrets import secrets_of
from interview_playbook.package import starter_dir
from interview_playbook.render import page_environment, page_folders, render_article
from interview_playbook.report import clean
from interview_playbook.schema import EventKind, Format, RoundKind
from interview_playbook.search import build_index
from interview_playbook.share.redact import redact
from interview_playbook.views import site_views
from interview_playbook.views.base import View
from interview_playbook.views.facts import Facts
from interview_playbook.views.words import label

_MOST = 40
"""So many findings are told one by one; --json has them all."""


def run(site_dir: Path | None, *, as_json: bool) -> None:
    """Search an edition, and say what was found."""
    leaks, sought = leaks_in(playbook_root(), site_dir)
    if as_json:
        click.echo(json.dumps(_data(leaks, sought), indent=2, ensure_ascii=False))
    else:
        click.echo(told(leaks, sought))
    sys.exit(1 if leaks else 0)


def leaks_in(root: Path, site_dir: Path | None) -> tuple[list[Leak], int]:
    """Return what was found in an edition that is built, or in one made for this; and sought.

    Raises ClickException where there is no edition to search.
    """
    edition = read_edition(root)
    if edition.stopping and site_dir is None:
        raise click.ClickException(f"There is no edition to search.\n\n{edition.told()}")
    secrets = secrets_of(edition.owner, edition.facts.playbook, _known())
    leaks = [*_in_site(root, site_dir, Sought(secrets)), *_in_pages(root, edition)]
    return leaks, len(secrets)


def _in_site(root: Path, site_dir: Path | None, sought: Sought) -> Iterator[Leak]:
    if site_dir is not None:
        yield from scan_site(site_dir, sought.secrets)
        return
    with tempfile.TemporaryDirectory() as folder:
        build_edition(root, Path(folder) / "site")
        yield from scan_site(Path(folder) / "site", sought.secrets)


def _in_pages(root: Path, edition: Edition) -> Iterator[Leak]:
    """Yield the canaries that sing on a page, or in the search."""
    birds = planted(edition.owner)
    facts = Facts(redact(birds.playbook, "mentor"), (), edition.facts.now)
    environment = page_environment(page_folders(root))
    sought = Sought(birds.secrets)
    urls = set()
    for view in site_views(facts):
        urls.add(view.url)
        html = f"{view.url}\n{view.title}\n{_rendered(view, environment)}"
        yield from scan_bytes(f"the page {view.url or '/'}", html.encode(), sought)
    found = [each for each in entries_of(facts) if each.url.partition("#")[0] in urls]
    yield from scan_bytes("the search", build_index((*found, *next_entries(facts))), sought)


def _rendered(view: View, environment: Environment) -> str:
    try:
        return render_article(view, environment).html
    except TemplateError as error:
        raise click.ClickException(clean(f"templates/pages/{view.template}: {error}")) from None


def _known() -> Iterator[str]:
    """Yield what everybody may know: the words of the package's own pages and choices."""
    for path in sorted((starter_dir() / "templates" / "pages").glob("*.html")):
        yield path.read_text(encoding="utf-8")
    for word in (*get_args(EventKind), *get_args(Format), *get_args(RoundKind)):
        yield f"{word} {label(word)}"
    yield "recruiter hiring-manager peer executive coordinator interviewer referrer"


def _data(leaks: list[Leak], sought: int) -> dict[str, object]:
    return {
        "sought": sought,
        "leaks": [
            {
                "file": each.path,
                "how": each.how,
                "of": each.secret.place,
                "text": each.secret.text,
                "around": each.around,
            }
            for each in leaks
        ],
    }


def told(leaks: list[Leak], sought: int) -> str:
    """Return what was found, in words; of many the first ones."""
    if not leaks:
        return f"Nothing of yours is in it: {sought} names, amounts and sentences were sought."
    lines = [
        clean(
            f"{each.path}: “{' '.join(each.secret.text.split())}” ({each.secret.place}), {each.how}"
        )
        for each in leaks[:_MOST]
    ]
    lines += [f"and {len(leaks) - _MOST} more"] if len(leaks) > _MOST else []
    end = "Take it out of the page, the template or the file that has it, and build again."
    return "\n".join((*lines, "", f"{len(leaks)} found. {end}"))
