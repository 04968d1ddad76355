"""Beginning records: a file for each story, company, checklist and email template."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import click

from interview_playbook.cli.asking import Answers, Given, need, problem
from interview_playbook.cli.editor import open_at
from interview_playbook.cli.new_fields import FILES
from interview_playbook.cli.new_write import Desk, Written, desk, drafted, taken, write_file
from interview_playbook.cli.pick import pick
from interview_playbook.drafting import Kind, id_for, path_for
from interview_playbook.edit import RefusedError, set_value
from interview_playbook.report import clean, format_concise
from interview_playbook.schema import Story
from interview_playbook.source import split_front_matter

_BLANK: Mapping[Kind, str] = {
    "story": "write what still says “…”, then tell it aloud once",
    "email": "write the letter where it says “…”",
}
_WHOLE: Mapping[Kind, str] = {
    "story": "tell it aloud once, with a clock",
    "company": "playbook new application {id}, then the people: playbook new contact {id}",
    "checklist": "add what else there is to see to",
    "email": "see how it reads: playbook serve",
}


def begin(kind: Kind, given: Given, record_id: str | None, *, edit: bool) -> None:
    """Write a new file of a kind and say what to do next; raises ClickException."""
    at, form = desk(), FILES[kind]
    need(form.lacks(given))
    if record_id is not None:
        chosen_id(record_id, "")
    first = form.fields[0]

    def free(said: tuple[str, ...]) -> Answers:
        _free(at, kind, chosen_id(record_id, said[0]))
        return {first.key: said[0]}

    fields = (replace(first, read=free), *form.fields[1:])
    record = replace(form, fields=fields).answers(given)
    new = chosen_id(record_id, str(record[first.key]))
    path = path_for(kind, new)
    written = write_file(at, kind, new, path, drafted(kind, path, record))
    after = f"{_BLANK[kind]}: {written.place}" if written.line else _WHOLE[kind].format(id=new)
    tell(at, written, after, edit=edit)


def begin_email_from(source: str, title: str | None, record_id: str | None, *, edit: bool) -> None:
    """Write an email template that begins as a copy of another; raises ClickException."""
    at = desk()
    text = at.book.origins["email", pick("email template", source, at.book.emails)].text
    if title:
        front, body, _ = split_front_matter(text)
        try:
            text = f"---\n{set_value(front, ('title',), title)}---\n{body}"
        except RefusedError as error:
            raise click.ClickException(clean(f"--title: {error.reason}")) from None
    new = chosen_id(record_id, title or source)
    path = path_for("email", new)
    _free(at, "email", new, copied=source)
    written = write_file(at, "email", new, path, text)
    tell(at, written, f"change it: {path}", edit=edit)


def chosen_id(typed: str | None, name: str) -> str:
    """Return the id that was typed, else one made from a name; a usage error if it is none."""
    if typed is None:
        made = id_for(name)
        if not made:
            raise click.UsageError(clean(f"No id can be made from {name!r}: name one with --id."))
        return made
    wrong = problem(Story, "replaced_by", typed).replace("replaced_by", "id")
    if wrong:
        raise click.UsageError(f"--id: {wrong}")
    return typed


def tell(at: Desk, written: Written, after: str, *, edit: bool) -> None:
    """Say what was written and what to do next; open it if that is wanted."""
    if written.lines:
        click.echo(clean(f"Added to {written.place}"))
        click.echo("\n".join(clean(f"  {line}") for line in written.lines))
    else:
        click.echo(clean(f"Created {written.path}"))
    if written.warnings:
        click.echo(format_concise(written.warnings), err=True)
    click.echo(clean(f"Next: {after}"))
    if edit:
        open_at(Path(at.root, written.path), written.line or 1)


def _free(at: Desk, kind: Kind, record_id: str, copied: str = "") -> None:
    """Raise ClickException if an id is in use."""
    origin = at.book.origins.get((kind, record_id))
    if origin is None:
        return
    if not origin.shipped:
        raise taken(origin.path)
    if copied != record_id:
        raise click.ClickException(
            f"{record_id} comes with the playbook. Name another id with --id, "
            f"or change a copy of it: playbook new email --from {record_id}"
        )
