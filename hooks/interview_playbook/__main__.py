"""`python -m interview_playbook`: the same as `playbook`."""

from interview_playbook.cli import main

main(prog_name="playbook")
