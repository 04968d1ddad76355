"""`playbook import`: what other tools hold, as records of the playbook; one module a format."""

from __future__ import annotations

import click

from interview_playbook.cli.lazy import LazyGroup

_MODULES = {
    "csv": "import_csv",
    "ics": "import_ics",
    "json": "import_json",
    "json-resume": "import_resume",
    "questions": "import_questions",
}
_HELPS = {
    "csv": "A job tracker's table: companies, applications, what happened.",
    "ics": "An interview invitation: a round.",
    "json": "What `playbook export json` wrote: everything.",
    "json-resume": "A JSON Resume: your profile, and drafts of stories.",
    "questions": "A list in Markdown or plain text: a question list.",
}


@click.group("import", cls=LazyGroup, modules=_MODULES, helps=_HELPS)
def import_() -> None:
    """Take over what other tools hold; nothing that is there is overwritten."""
