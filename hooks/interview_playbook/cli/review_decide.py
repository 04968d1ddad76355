"""What `playbook review accept` and `decline` do, and what each step of a walk does."""

from __future__ import annotations

import click

from interview_playbook.cli.new_write import Desk, desk
from interview_playbook.cli.pick import pick
from interview_playbook.cli.review_edit import draft_of
from interview_playbook.cli.review_write import settle
from interview_playbook.report import clean, format_concise
from interview_playbook.reviewing.notes import Filed, filed
from interview_playbook.reviewing.proposals import Proposal, proposal


def accept_one(ref: str, *, edit: bool, mark_only: bool, because: str | None) -> None:
    """Accept one note; raises ClickException where it can't be put in as it is."""
    at = desk()
    each = note_at(at, ref)
    found = proposal(each, at.book)
    wanted = None if mark_only else _wanted(each, found, edit=edit)
    accept(at, each, found, wanted, because)


def decline_one(ref: str, *, because: str | None) -> None:
    """Decline one note."""
    at = desk()
    decline(at, note_at(at, ref), because)


def accept(at: Desk, each: Filed, found: Proposal, wanted: str | None, because: str | None) -> None:
    """Write that a note is accepted, with its text where there is one, and say what was done."""
    is_new = wanted is not None and found.field is not None and wanted != found.field.text.strip()
    warnings = settle(at, each, "accepted", _word(because), wanted if is_new else None)
    done = f"Accepted {each.ref}: {_named(each)} is changed." if is_new else f"Accepted {each.ref}."
    click.echo(clean(done))
    if warnings:
        click.echo(format_concise(warnings), err=True)


def decline(at: Desk, each: Filed, because: str | None) -> None:
    """Write that a note is declined."""
    settle(at, each, "declined", _word(because))
    click.echo(clean(f"Declined {each.ref}."))


def note_at(at: Desk, ref: str) -> Filed:
    """Return the open note that is named; raises UsageError."""
    known = {each.ref: each for each in filed(at.book, closed=True)}
    each = known[pick("note", ref, known)]
    if each.note.status != "open":
        raise click.UsageError(clean(f"{ref} is {each.note.status} already."))
    return each


def text_to_edit(each: Filed, found: Proposal) -> str:
    """Return what the editor begins with: the text proposed; where it is loose, yours beside it."""
    if found.state == "loose" and found.field is not None and found.field.text.strip():
        yours = found.field.text.strip()
        return f"<<<<<<< yours\n{yours}\n=======\n{found.wanted}\n>>>>>>> {each.by}"
    return found.wanted or (found.field.text.strip() if found.field else "")


def _wanted(each: Filed, found: Proposal, *, edit: bool) -> str | None:
    if edit:
        if found.field is None:
            raise click.UsageError(clean(f"{each.ref} is about no text that can be edited here."))
        with draft_of(text_to_edit(each, found), found.field.name) as draft:
            return draft.edited()
    if found.state in ("conflict", "loose"):
        why = (
            "The same words were changed since it was written"
            if found.state == "conflict"
            else "It doesn't say which text it was made on"
        )
        raise click.ClickException(
            f"{why}, so nothing was changed. Decide in your editor: playbook review accept "
            f"{each.ref} --edit. Or, if you have changed the field yourself, --mark-only."
        )
    return found.wanted if found.state in ("fits", "merged") else None


def _named(each: Filed) -> str:
    return f"{each.note.field} of {each.note.target}"


def _word(because: str | None) -> str | None:
    return because.strip() or None if because else None
