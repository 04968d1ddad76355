"""What `playbook review` does: the open notes one at a time, or listed."""

from __future__ import annotations

import json
from collections.abc import Sequence

import click

from interview_playbook.cli import asking
from interview_playbook.cli.color import in_color
from interview_playbook.cli.columns import Cell, Column, table, terminal_width
from interview_playbook.cli.new_write import Desk, desk
from interview_playbook.cli.review_decide import accept, decline, note_at, text_to_edit
from interview_playbook.cli.review_edit import Draft, draft_of
from interview_playbook.cli.review_show import note_lines
from interview_playbook.cli.word_diff import diff_lines
from interview_playbook.reviewing.notes import Filed, filed, title_of
from interview_playbook.reviewing.proposals import Proposal, proposal
from interview_playbook.views.times import day_label

_WORDS = {
    "accept": "the field gets this text",
    "edit": "change the text first",
    "decline": "the field stays as it is",
    "skip": "later",
    "quit": "no more for now",
}


def run(*, as_list: bool, closed: bool, as_json: bool) -> None:
    """List the notes, or walk through the open ones."""
    at = desk()
    found = list(filed(at.book, closed=closed))
    if as_json:
        data = [_data(at, each) for each in found]
        click.echo(json.dumps(data, indent=2, ensure_ascii=False))
    elif not found:
        click.echo("Nothing is open." if not closed else "No mentor has written anything yet.")
    elif as_list:
        click.echo("\n".join(_table(at, found)), color=in_color())
    elif not asking.at_terminal():
        raise click.UsageError(
            "There is nobody to ask. List them with --list, and answer with: playbook review "
            "accept NOTE, playbook review decline NOTE"
        )
    else:
        _walk([each.ref for each in found])


def _table(at: Desk, found: Sequence[Filed]) -> list[str]:
    head = [Column("Note", whole=True), Column("By"), Column("On"), Column("About", weight=4)]
    rows = []
    for each in found:
        note = each.note
        about = " ".join(title_of(at.book, note.target).split())
        about = f"{about}: {note.field}" if note.field else about
        when = day_label(note.at.day, at.now.date())
        state = proposal(each, at.book).state if note.status == "open" else note.status
        rows.append([each.ref, each.by, when, about, state])
    cells = [[Cell(text) for text in row] for row in rows]
    return table([*head, Column("")], cells, terminal_width())


def _data(at: Desk, each: Filed) -> dict[str, object]:
    note, found = each.note, proposal(each, at.book)
    return {
        "note": each.ref,
        "by": each.by,
        "at": str(note.at),
        "target": note.target,
        "title": title_of(at.book, note.target),
        "field": note.field,
        "comment": note.comment,
        "suggestion": note.suggestion,
        "status": note.status,
        "because": note.because,
        "state": found.state,
        "now": found.field.text if found.field else None,
        "proposed": found.wanted or None,
    }


def _walk(refs: Sequence[str]) -> None:
    for number, ref in enumerate(refs, 1):
        at = desk()  # the answer before may have changed the same field
        each = note_at(at, ref)
        found = proposal(each, at.book)
        lines = note_lines(each, found, at.book, at.now, f"{number} of {len(refs)}")
        click.echo("\n".join(lines), color=in_color())
        with draft_of(text_to_edit(each, found), each.note.field or "note") as draft:
            if not _decided(at, each, found, draft):
                return
        click.echo()


def _decided(at: Desk, each: Filed, found: Proposal, draft: Draft) -> bool:
    """Do what the person wants with a note; returns false if they want no more."""
    wanted = found.wanted if found.state in ("fits", "merged") else None
    can_edit = found.field is not None
    while True:
        words = {
            word: told
            for word, told in _WORDS.items()
            if (word != "edit" or can_edit)
            and (word != "accept" or wanted is not None or found.state in ("remark", "done"))
        }
        answer = _asked(words)
        try:
            if answer == "edit":
                wanted = draft.edited()
                before = found.field.text if found.field else ""
                click.echo("\n".join(diff_lines(before, wanted)), color=in_color())
                continue
            if answer == "accept":
                accept(at, each, found, wanted, _word())
            elif answer == "decline":
                decline(at, each, _word())
        except click.ClickException as error:
            click.echo(error.format_message(), err=True)
            continue
        return answer != "quit"


def _asked(words: dict[str, str]) -> str:
    told = ", ".join(words)
    said: str = click.prompt(
        f"{told[0].upper()}{told[1:]}",
        prompt_suffix="? ",
        value_proc=lambda text: asking.word_of(text.strip(), words, short=True),
    )
    return said


def _word() -> str:
    said: str = click.prompt("A word to them, or Enter for none", default="", show_default=False)
    return said
