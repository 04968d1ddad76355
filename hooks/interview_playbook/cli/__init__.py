"""The `playbook` command: each group of commands is imported only when it is called."""

from __future__ import annotations

import click

from interview_playbook import __version__
from interview_playbook.cli.guarded import Guarded

_MODULE_OF = {
    "agenda": "agenda",
    "build": "site",
    "check": "check",
    "completion": "completion",
    "email": "email",
    "explain": "explain",
    "export": "export",
    "guard": "guard",
    "history": "history",
    "import": "import_",
    "init": "init",
    "list": "list_",
    "log": "log",
    "new": "new",
    "publish": "publish",
    "rename": "rename",
    "review": "review",
    "schema": "schema",
    "serve": "site",
    "share": "share",
    "show": "show",
}
_HELP_OF = {
    "agenda": "List what is due and what is coming.",
    "build": "Build the site.",
    "check": "Check every file of the playbook.",
    "completion": "Let your shell complete commands and ids.",
    "email": "Show an email, filled in and ready to send.",
    "explain": "Explain the code of a message.",
    "export": "Write the playbook in another form.",
    "guard": "Keep pushes away from what may be public.",
    "history": "Show when a file changed, and how.",
    "import": "Take over what other tools hold.",
    "init": "Begin a playbook of your own.",
    "list": "List a kind of record.",
    "log": "Add what happened at a company.",
    "new": "Begin a story, a company, a round or anything else.",
    "publish": "Put the site where you can reach it, sealed.",
    "rename": "Give something another id, everywhere.",
    "review": "Look at what mentors suggest.",
    "schema": "Write the JSON Schema of each kind of file.",
    "serve": "Serve the site and follow your edits.",
    "share": "Show others what they may see, and nothing else.",
    "show": "Show one record, with what follows from it.",
}


@click.group(
    cls=Guarded,
    modules=_MODULE_OF,
    helps=_HELP_OF,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="playbook")
def main() -> None:
    """Keep your stories, companies and questions in YAML; read them as a site on your phone."""
