"""What a person means by the words they type: the one it is, or the nearest and what there is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import click

from interview_playbook.derive.case import cases_of
from interview_playbook.diagnostic import nearest
from interview_playbook.playbook import Playbook
from interview_playbook.report import clean
from interview_playbook.schema import Application, Company

_FEW = 6
"""So many ids are listed where none is near; more than that nobody reads."""


def pick(noun: str, word: str, known: Iterable[str], where: str = "") -> str:
    """Return `word` if it is known; else a usage error with the nearest, or with those there are.

    `noun` and `where` say what it is, as in “contact” and “ at Halden Freight”.
    """
    ids = list(dict.fromkeys(known))
    if word in ids:
        return word
    near = nearest(word, ids)
    listed = f"There is {', '.join(ids)}." if ids else "There is none yet."
    hint = f"Did you mean {near}?" if near else listed if len(ids) <= _FEW else ""
    raise click.UsageError(clean(f"There is no {noun} {word!r}{where}. {hint}".rstrip()))


def pick_company(playbook: Playbook, word: str) -> Company:
    """Return the company of an id; a usage error if there is none or its file can't be read."""
    origin = playbook.origins.get(("company", word))
    if origin is not None and word not in playbook.companies:
        raise click.ClickException(
            clean(f"{origin.path} has mistakes that have to be mended first: playbook check")
        )
    return playbook.companies[pick("company", word, playbook.companies)]


def pick_application(
    playbook: Playbook, company: Company, word: str | None, now: datetime, *, sole: bool = False
) -> Application:
    """Return the application of an id or, without one, the only one or the only open one.

    With `sole` an open one among closed ones has to be named as well.
    """
    by_id = {each.id: each for each in company.applications}
    if word is not None:
        return by_id[pick("application", word, by_id, f" at {company.name}")]
    if not by_id:
        raise click.UsageError(clean(f"There is no application at {company.name} yet."))
    cases = cases_of(playbook, company, now)
    open_ = [each.application for each in cases if not each.standing.closed]
    fitting = list(by_id.values()) if sole or len(by_id) == 1 else open_
    if len(fitting) == 1:
        return fitting[0]
    width = max(map(len, by_id))
    listed = "\n".join(
        clean(f"  {each.application.id:{width}}  {each.application.title}, {each.standing.status}")
        for each in cases
    )
    raise click.UsageError(
        f"Which application at {clean(company.name)}? Name it with --application:\n{listed}"
    )
