"""What `playbook history` does: a file's revisions as a table, as word diffs or as data."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import get_args

import click

from interview_playbook.cli.color import in_color
from interview_playbook.cli.pick import pick
from interview_playbook.cli.place import playbook_root
from interview_playbook.cli.word_diff import INDENT, hunk_lines
from interview_playbook.clock import now_in
from interview_playbook.git import repository_of
from interview_playbook.history import Hunk, Revision, revisions, word_count
from interview_playbook.load import load_playbook
from interview_playbook.playbook import Origin, Playbook, RecordKind
from interview_playbook.report import clean
from interview_playbook.views.times import day_label, moment_words

_CUT_OFF = (
    "This clone is shallow: older commits are missing, and the oldest one that is here looks as if "
    "it had begun every file. To get the rest: git fetch --unshallow"
)
KINDS: tuple[RecordKind, ...] = ("story", "company", "questions", "checklist", "email")


def run(target: str, *, diff: bool, as_json: bool) -> None:
    """Print the revisions of what a person names."""
    root = playbook_root()
    playbook = load_playbook(root).playbook
    name, origin = _found(playbook, target)
    found = () if origin.shipped else revisions(root, origin.path)
    # Commits are of the clock's time, also where mkdocs.yml pins another for the sample's dates.
    now = now_in(playbook.zone)
    if as_json:
        data = [_data(each, now, diff=diff) for each in found]
        click.echo(json.dumps(data, indent=2, ensure_ascii=False))
    elif found:
        click.echo("\n".join(_lines(found, now, diff=diff)), color=in_color())
    else:
        why = "it comes with the package" if origin.shipped else "git knows nothing of it"
        click.echo(clean(f"There is no history of {name}: {why}."), err=True)
    if any(each.commit for each in found) and _is_cut_off(root):
        click.echo(_CUT_OFF, err=True)


def _is_cut_off(root: Path) -> bool:
    repository = repository_of(root)
    return repository is not None and repository.shallow


def _found(playbook: Playbook, target: str) -> tuple[str, Origin]:
    """Return the name and the file that KIND/ID or an id alone stands for; a usage error else."""
    kind, slash, record_id = target.partition("/")
    if not slash:
        return _by_id(playbook, target)
    pick("kind of file", kind, KINDS)
    ids = [each for of_kind, each in playbook.origins if of_kind == kind]
    pick(kind, record_id, ids)
    return target, playbook.origins[_kind(kind), record_id]


def _by_id(playbook: Playbook, record_id: str) -> tuple[str, Origin]:
    refs = [ref for ref in playbook.origins if ref[0] in KINDS]
    pick("file with the id", record_id, (each for _, each in refs))
    fitting = [ref for ref in refs if ref[1] == record_id]
    if len(fitting) > 1:
        listed = " or ".join("/".join(ref) for ref in fitting)
        raise click.UsageError(f"Which one? Say {listed}.")
    return "/".join(fitting[0]), playbook.origins[fitting[0]]


def _kind(word: str) -> RecordKind:
    return next(kind for kind in get_args(RecordKind) if kind == word)


def _lines(found: Sequence[Revision], now: datetime, *, diff: bool) -> Iterator[str]:
    rows = [_row(each, now) for each in found]
    authors = {each.commit.author for each in found if each.commit}
    if len(authors) < 2:
        rows = [(*row[:3], "", *row[4:]) for row in rows]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for number, (row, revision) in enumerate(zip(rows, found, strict=True)):
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=True) if width]
        shown = "  ".join(cells).rstrip()
        yield click.style(shown, bold=True) if diff else shown
        if diff:
            yield from _diff(revision.hunks or ())
            yield from [""] * (number < len(found) - 1)


def _row(revision: Revision, now: datetime) -> tuple[str, ...]:
    """Return date, how far off, hash, author, words, status, subject."""
    at, commit = revision.at.astimezone(now.tzinfo), revision.commit
    return (
        f"{day_label(at.date(), now.date())}, {at:%H:%M}",
        moment_words(at, now),
        commit.short if commit else "",
        clean(commit.author) if commit else "",
        _words(revision),
        clean(" -> ".join(revision.statuses or ())),
        clean(_subject(revision)),
    )


def _words(revision: Revision) -> str:
    if revision.created:
        return f"+{revision.words} words"
    if revision.hunks is None:
        return "not known"
    added, removed = word_count(revision.hunks, "added"), word_count(revision.hunks, "removed")
    if added or removed:
        return f"+{added} -{removed} words"
    return "new name" if revision.moved_from else "spaces"


def _subject(revision: Revision) -> str:
    told = revision.commit.subject if revision.commit else "Not committed yet"
    return f"{told} (was {revision.moved_from})" if revision.moved_from else told


def _diff(hunks: Sequence[Hunk]) -> Iterator[str]:
    """Yield where words went and came, each place below the key it belongs to."""
    for hunk in hunks:
        lines = hunk_lines(hunk)
        if not lines[0].startswith(f"{hunk.key}:"):
            yield f"{INDENT}{click.style(clean(f'{hunk.key}:'), dim=True)}" * bool(hunk.key)
        yield from (f"{INDENT}{line}" for line in lines)


def _data(revision: Revision, now: datetime, *, diff: bool) -> dict[str, object]:
    commit = revision.commit
    before, after = revision.statuses or (None, None)
    hunks = revision.hunks or ()
    data: dict[str, object] = {
        "commit": commit.hash if commit else None,
        "at": revision.at.astimezone(now.tzinfo).isoformat(timespec="minutes"),
        "author": commit.author if commit else None,
        "subject": commit.subject if commit else None,
        "path": revision.path,
        "moved_from": revision.moved_from or None,
        "created": revision.created,
        "words_added": revision.words or word_count(hunks, "added"),
        "words_removed": word_count(hunks, "removed"),
        "status_before": before,
        "status_after": after,
    }
    if diff:
        data["diff"] = [
            {
                "key": hunk.key,
                "pieces": [{"sort": each.sort, "text": each.text} for each in hunk.pieces],
            }
            for hunk in hunks
        ]
    return data
