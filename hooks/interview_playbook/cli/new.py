"""`playbook new`: a story, a company, a round or anything else, begun in its place."""

from __future__ import annotations

import click

from interview_playbook.cli.lazy import LazyGroup

_MODULES = {
    "application": "new_part",
    "checklist": "new_file",
    "company": "new_file",
    "contact": "new_part",
    "email": "new_file",
    "question": "new_part",
    "round": "new_part",
    "story": "new_file",
}
_HELPS = {
    "application": "An application, in its company's file.",
    "checklist": "A checklist for a kind of round.",
    "company": "A company you apply at.",
    "contact": "Somebody at a company, in its file.",
    "email": "An email template.",
    "question": "A question, in its list.",
    "round": "An interview, in its company's file.",
    "story": "A story, as a draft.",
}


@click.group("new", cls=LazyGroup, modules=_MODULES, helps=_HELPS)
def new() -> None:
    """Begin a record: asked for what it needs, or told by options; nothing is overwritten."""
