"""What a mentor's edition of the playbook here has, and what stops it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import click

from interview_playbook.checks.mentions import blocking
from interview_playbook.checks.names import names_of
from interview_playbook.cli.place import playbook_now
from interview_playbook.diagnostic import Diagnostic
from interview_playbook.findings import findings
from interview_playbook.load import load_playbook
from interview_playbook.load.site import docs_dir, share_unchanged
from interview_playbook.playbook import Playbook
from interview_playbook.report import format_text
from interview_playbook.share.redact import redact
from interview_playbook.share.written import Written, read_written
from interview_playbook.views import site_views
from interview_playbook.views.facts import Facts


@dataclass(frozen=True)
class Edition:
    """The owner's playbook, what is left of it for a mentor, the shared pages, what stops it all.

    `sources` are the texts of the files by their paths.
    """

    owner: Playbook
    facts: Facts
    written: Written
    stopping: tuple[Diagnostic, ...]
    sources: Mapping[str, str]

    def told(self) -> str:
        """Return what stops the edition, with the lines it is about."""
        return format_text(list(self.stopping), self.sources)


def read_edition(root: Path) -> Edition:
    """Return the mentor's edition of the playbook at `root`; nothing is written."""
    loaded = load_playbook(root)
    now = playbook_now(root, loaded)
    facts = Facts(redact(loaded.playbook, "mentor"), (), now)
    urls = [view.url for view in site_views(facts)]
    names, docs = names_of(loaded.playbook), docs_dir(root)
    written = read_written(root, docs, names, urls, share_unchanged(root))
    pages = {page.path: page.text for page in written.pages.values()}
    return Edition(
        owner=loaded.playbook,
        facts=facts,
        written=written,
        stopping=blocking((*findings(loaded, now), *written.problems)),
        sources={**loaded.sources, **pages},
    )


def build_edition(root: Path, site_dir: Path) -> None:
    """Build the mentor's edition in a folder; raises ClickException if MkDocs doesn't."""
    from interview_playbook.events.run import build_site  # MkDocs takes a while

    if build_site(root, site_dir, strict=False, audience="mentor", quiet=True):
        raise click.ClickException("The edition could not be built.")
