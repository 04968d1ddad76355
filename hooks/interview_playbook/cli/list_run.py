"""What `playbook list` does: the rows that are wanted, as a table or as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields

import click

from interview_playbook import meanings
from interview_playbook.cli.color import in_color
from interview_playbook.cli.columns import table, terminal_width
from interview_playbook.cli.list_companies import APPLICATIONS, COMPANIES, CONTACTS, ROUNDS
from interview_playbook.cli.list_rows import Listing, Wanted
from interview_playbook.cli.list_stories import CHECKLISTS, EMAILS, QUESTIONS, STORIES
from interview_playbook.cli.pick import pick
from interview_playbook.cli.place import mention_mistakes, playbook_now, playbook_root
from interview_playbook.load import load_playbook
from interview_playbook.playbook import Playbook
from interview_playbook.views.facts import Facts

LISTINGS: Mapping[str, Listing] = {
    each.noun: each
    for each in (
        APPLICATIONS,
        CHECKLISTS,
        COMPANIES,
        CONTACTS,
        EMAILS,
        QUESTIONS,
        ROUNDS,
        STORIES,
    )
}

_CATEGORIES: Mapping[str, tuple[str, ...]] = {
    "stories": tuple(meanings.CATEGORIES),
    "questions": (
        *meanings.CATEGORIES,
        *meanings.QUESTION_TYPES,
        *meanings.TECHNIQUES,
        *meanings.ASKED_AUDIENCES,
    ),
}


def run(kind: str, wanted: Wanted, *, as_json: bool) -> None:
    """Print the records of a kind that are wanted."""
    listing = LISTINGS[kind]
    root = playbook_root()
    loaded = load_playbook(root)
    _check(listing, wanted, loaded.playbook)
    facts = Facts(loaded.playbook, loaded.diagnostics, playbook_now(root, loaded))
    rows = list(listing.rows(facts, wanted))
    if as_json:
        click.echo(json.dumps([each.data for each in rows], indent=2, ensure_ascii=False))
    elif rows:
        lines = table(listing.columns, [each.cells for each in rows], terminal_width())
        click.echo("\n".join(lines), color=in_color())
    else:
        click.echo(_nothing(listing, wanted, facts))
    mention_mistakes(loaded)


def _check(listing: Listing, wanted: Wanted, book: Playbook) -> None:
    """Refuse what doesn't narrow this list, and words that nothing can have."""
    for name in _given(wanted):
        if name not in listing.filters:
            fitting = [each.noun for each in LISTINGS.values() if name in each.filters]
            raise click.UsageError(f"--{name} is for {', '.join(fitting)}, not {listing.noun}.")
    for word in wanted.status:
        pick("status", word, listing.statuses, f" of {listing.noun}")
    if wanted.category is not None:
        pick("category", wanted.category, _CATEGORIES[listing.noun])
    if wanted.company is not None and listing is not STORIES:
        pick("company", wanted.company, book.companies)


def _given(wanted: Wanted) -> list[str]:
    return [each.name for each in fields(wanted) if getattr(wanted, each.name)]


def _nothing(listing: Listing, wanted: Wanted, facts: Facts) -> str:
    """Return what to say and what to do where no row is left."""
    there = len(list(listing.rows(facts, Wanted()))) if _given(wanted) else 0
    if not there:
        return f"There are no {listing.noun} yet. {listing.empty}"
    left_out = " ".join(f"--{name}" for name in _given(wanted))
    which = "The only one" if there == 1 else f"None of the {there} {listing.noun}"
    says = "doesn't fit" if there == 1 else "fits"
    return f"{which} {says}: leave out {left_out} to see them all."
