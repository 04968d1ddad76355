"""The `playbook` command, and `python -m interview_playbook`, which is the same."""

from __future__ import annotations

import signal


def run() -> None:
    """Run the command; Ctrl-C before it has begun ends it at once, as it ends any process."""
    loud = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if loud:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # no traceback from half an import
    from interview_playbook.cli import main

    if loud:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    main(prog_name="playbook")


if __name__ == "__main__":
    run()
