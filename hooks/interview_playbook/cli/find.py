"""What a person means by `KIND/ID`, by ids alone, or by `profile`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import click

from interview_playbook.cli.words import RECORD_KINDS
from interview_playbook.diagnostic import nearest
from interview_playbook.playbook import Playbook, RecordKind
from interview_playbook.references import leads_to
from interview_playbook.report import clean

_FEW = 8
_OF_FILES: tuple[RecordKind, ...] = ("story", "company", "questions", "checklist", "email")


class Found(NamedTuple):
    """A record: its kind, and the ids that lead to it, its own the last."""

    kind: str
    ids: tuple[str, ...]

    @property
    def name(self) -> str:
        """Return it as it is typed: `round/halden/lead/panel`."""
        return "/".join((self.kind, *self.ids)) if self.ids else self.kind


def find(book: Playbook, word: str) -> Found:
    """Return the one record that is meant; a usage error where it is none or several."""
    kind, *ids = word.strip("/").split("/")
    known = list(_all(book))
    if kind == "question" and len(ids) == 2:
        ids = ids[1:]
    if kind == "profile" and not ids:
        return Found(kind, ())
    if kind not in RECORD_KINDS:
        kind, ids = "", [kind, *ids]
    elif not ids:
        raise click.UsageError(f"Which {kind}? Write {kind}/ID, or see all: {_all_of(kind)}")
    of_kind = [each for each in known if kind in ("", each.kind)]
    fitting = [each for each in of_kind if leads_to(ids, each.ids)]
    exact = [each for each in fitting if each.ids == tuple(ids)]
    if len(exact if kind else fitting) == 1:
        return (exact if kind else fitting)[0]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        listed = ", ".join(each.name for each in fitting[:_FEW])
        more = f" and {len(fitting) - _FEW} more" if len(fitting) > _FEW else ""
        raise click.UsageError(clean(f"Several have that id. Name one: {listed}{more}."))
    raise click.UsageError(clean(_missing(word, kind, ids, of_kind)))


def check_read(book: Playbook, found: Found) -> None:
    """Raise ClickException for a record whose file has mistakes that leave nothing to show."""
    for kind in _OF_FILES:
        if kind == found.kind and found.ids[0] not in book.by_kind[kind]:
            path = book.origins[kind, found.ids[0]].path
            raise click.ClickException(
                clean(f"{path} has mistakes that have to be mended first: playbook check")
            )


def _missing(word: str, kind: str, ids: Sequence[str], known: Sequence[Found]) -> str:
    near = nearest(ids[-1], {each.ids[-1] for each in known})
    meant = next((each.name for each in known if each.ids[-1] == near), None)
    if meant is None and not kind and len(ids) > 1:
        near = nearest(ids[0], RECORD_KINDS)
        meant = f"{near}/{'/'.join(ids[1:])}" if near else None
    hint = f" Did you mean {meant}?" if meant else f" See what there is: {_all_of(kind)}"
    return f"There is no {kind or 'record'} {'/'.join(ids) if kind else word!r}.{hint}"


def _all_of(kind: str) -> str:
    """Return the command that lists a kind, questions for a list of them."""
    plural = f"{kind[:-1]}ies" if kind.endswith("y") else f"{kind.removesuffix('s')}s"
    return f"playbook list {plural}" if kind else "playbook list --help"


def _all(book: Playbook) -> Iterator[Found]:
    """Yield everything that can be shown but the profile, files that can't be read among it."""
    for kind in _OF_FILES:
        names = dict.fromkeys(
            (*book.by_kind[kind], *(name for each, name in book.origins if each == kind))
        )
        yield from (Found(kind, (name,)) for name in names)
    yield from (Found("question", (name,)) for name in book.questions)
    for company in book.companies.values():
        yield from (Found("contact", (company.id, each.id)) for each in company.contacts)
        for each in company.applications:
            yield Found("application", (company.id, each.id))
            yield from (Found("round", (company.id, each.id, held.id)) for held in each.rounds)
